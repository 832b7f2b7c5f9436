"""Documents that a decision issues with itself: a Quy chế, a plan, under a title and a line `(Ban hành kèm theo …)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kegen.docx.find_body import items_of
from kegen.docx.find_signature_block import is_annex_label
from kegen.docx.lines import Line, line_of
from kegen.docx.model import Block, Paragraph
from kegen.docx.parts import Item
from kegen.vietnamese import fold

_KINDS = frozenset(
    fold(each)
    for each in (
        *("QUY CHẾ", "QUY ĐỊNH", "NỘI QUY", "ĐIỀU LỆ", "QUY TRÌNH"),
        *("KẾ HOẠCH", "ĐỀ ÁN", "DỰ ÁN", "CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "HƯỚNG DẪN"),
    )
)
_HEAD = 8
"""The line that names the carrying document stands within this many paragraphs of the kind."""


def attached_in(blocks: Iterable[Block]) -> Iterator[tuple[Item, ...]]:
    """Yield the content of each such document among the blocks that come after the signature."""
    paragraphs = (each for each in blocks if isinstance(each, Paragraph) and not each.is_empty)
    lines = [line for line in map(line_of, paragraphs) if line.text]
    starts = [index for index, line in enumerate(lines) if _is_kind(line)]
    for start, end in pairwise([*starts, len(lines)]):
        carried = next((at for at in range(start + 1, min(start + _HEAD, end)) if _names_carrier(lines[at])), None)
        if carried is not None:
            stop = next((at for at in range(carried + 1, end) if is_annex_label(lines[at])), end)
            yield tuple(items_of(line.paragraph for line in lines[carried + 1 : stop]))


def _is_kind(line: Line) -> bool:
    first = line.text.partition("\n")[0]
    return line.paragraph.format.alignment == "center" and first.isupper() and fold(first) in _KINDS


def _names_carrier(line: Line) -> bool:
    return "kem-theo" in line.folded
