"""Find the annexes after the signature."""

from __future__ import annotations

from collections.abc import Sequence

from kegen.document.find_closing import is_annex_label
from kegen.document.lines import Line, lines_in, lines_of
from kegen.document.model import Block, Paragraph, Table
from kegen.document.parts import Annex


def find_annexes(blocks: Sequence[Block], before: int) -> tuple[Annex, ...]:
    """Return the annexes in the blocks; `before` is the section that the document itself ends in."""
    starts = [index for index, block in enumerate(blocks) if _label(block) is not None]
    found = []
    for index, end in zip(starts, [*starts, len(blocks)][1:], strict=True):
        last = before if index == 0 else _section(blocks[index - 1])
        found.append(_annex(blocks[index:end], starts_section=_section(blocks[index]) > last))
    return tuple(found)


def _label(block: Block) -> Line | None:
    if isinstance(block, Table):
        return None
    return next((line for line in lines_in(block) if is_annex_label(line)), None)


def _section(block: Block) -> int:
    return block.section


def _annex(blocks: Sequence[Block], *, starts_section: bool) -> Annex:
    title: list[Line] = []
    reference: list[Line] = []
    label = _label(blocks[0])
    assert label is not None  # noqa: S101 - the caller cut the blocks at labels
    for line in lines_of([each for each in blocks[:12] if isinstance(each, Paragraph)]):
        if is_annex_label(line):
            continue
        if line.text.startswith("(") or (reference and not reference[-1].text.endswith(")")):
            reference.append(line)
        elif reference or line.paragraph.format.alignment != "center":
            break
        else:
            title.append(line)
    return Annex(label, tuple(title), tuple(reference), tuple(blocks), starts_section)
