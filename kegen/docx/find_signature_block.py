"""Find the block at the end: who receives the document, who signs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kegen.docx.lines import Line, lines_in, lines_of
from kegen.docx.model import Block, Table

TITLES = re.compile(
    r"(chu-tich|giam-doc|chanh-van-phong|chanh-thanh-tra|truong-phong|truong-ban|bo-truong|thu-truong|cuc-truong|hieu-truong"
    r"|vien-truong|uy-ban-nhan-dan|hoi-dong-nhan-dan|ban-thuong-vu|thu-tuong|chinh-phu|tong-giam-doc|chi-cuc-truong|bi-thu"
    r"|chanh-an|chu-toa|chu-tri$|thu-ky$|nguoi-ghi-bien-ban|truong-doan|quyen-han|chuc-vu|nguoi-dung-dau|thuong-truc)"
)
_AUTHORITY = re.compile(r"(tm|kt|tl|tuq|q|t/m|k/t|tm/|kt/)[./ -].*|(tm|kt|tl|tuq)\b.*")


_LONGEST_TITLE = 70
_FARTHEST = 40
"""A signature stands within this many blocks of the end."""
_LONGEST_LABEL = 40
_LABEL = re.compile(r"noi-nhan\W*|noi-nhan-?[:;.].*")
_TWO_SIDES = 3
"""The end of a document has no more columns, one of which only keeps the others apart."""
_LONGEST_LINE = 90
"""A longer line is of the content."""
_HIGHEST = 13
"""A signature over `Nơi nhận:` begins within this many blocks of it."""
_MOST_LINES = 12
"""A block with more lines than this is no signature."""


class SignatureBlock(NamedTuple):
    """The end of a document and the blocks it takes: from `start` up to `end`."""

    label: Line | None
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]
    name: Line | None
    start: int
    end: int


def find_signature_block(blocks: Sequence[Block], first: int) -> SignatureBlock:
    """Return the end of a document whose content begins at block `first`."""
    for index in range(first, len(blocks)):
        lines = lines_in(blocks[index])
        label = None if _sets_data(blocks[index]) else _label(lines)
        if label is not None:
            is_table = isinstance(blocks[index], Table)
            return _in_table(blocks, index, lines, label) if is_table else _in_rows(blocks, index, first)
    return _without_label(blocks, first)


def _label(lines: Iterable[Line]) -> Line | None:
    return next((each for each in lines if _is_label(each)), None)


def _is_label(line: Line) -> bool:
    """Whether it is `Nơi nhận:`."""
    return _LABEL.fullmatch(line.folded) is not None and len(line.text) < _LONGEST_LABEL and line.box is None


def _sets_data(block: Block) -> bool:
    """Whether it is a table with lines and more columns than recipients and signature take."""
    return isinstance(block, Table) and block.bordered and block.columns > _TWO_SIDES


def _in_table(blocks: Sequence[Block], index: int, lines: Sequence[Line], label: Line) -> SignatureBlock:
    own = [each for each in lines if each.side == label.side and each.row > label.row]
    other = [each for each in lines if each.side != label.side]
    start = index
    if not other:
        above, start = _signature_above(blocks, index)
        other = above
    signature, name = _signer(other)
    return SignatureBlock(label, tuple(own), signature, name, start, index + 1)


def _in_rows(blocks: Sequence[Block], index: int, first: int) -> SignatureBlock:
    """Return the end where tabs, or nothing, set the signature beside the recipients."""
    end = next((i for i in range(index + 1, len(blocks)) if _begins_annex(blocks[i])), len(blocks))
    lines = list(lines_of(blocks[index:end]))
    label = _label(lines)
    left = [each for each in lines if each is not label and _is_recipient(each)]
    other = [each for each in lines if each is not label and not _is_recipient(each)]
    start = index
    if not any(_is_title(each) for each in other):
        other, start = _signature_above(blocks, index)
        start = max(start, first)
    signature, name = _signer(other)
    return SignatureBlock(label, tuple(left), signature, name, start, end)


def _is_recipient(line: Line) -> bool:
    """Whether a line under `Nơi nhận:` is one of the recipients: beside the signature, or an entry of a list."""
    return line.side == "left" or (
        line.side == "whole" and (line.text.startswith(("-", "–", "+", "•")) or line.folded.startswith("luu"))
    )


def _begins_annex(block: Block) -> bool:
    return any(is_annex_label(each) for each in lines_in(block))


_ANNEX = re.compile(r"phu-luc(-?(so-)?([ivxlc]+|\d+|[a-h]))?[.:]?")


def is_annex_label(line: Line) -> bool:
    """Whether it is the first line of an annex: `Phụ lục`, `Phụ lục II`, `PHỤ LỤC 1`."""
    return line.side == "whole" and _ANNEX.fullmatch(line.folded) is not None and line.text[:1] == "P"


def _signature_above(blocks: Sequence[Block], index: int) -> tuple[list[Line], int]:
    """Return the lines of a signature that stands over `Nơi nhận:` and the block where it starts."""
    found: list[Line] = []
    start = index
    for at in range(index - 1, max(index - 1 - _HIGHEST, -1), -1):
        lines = lines_in(blocks[at])
        if any("./." in each.text or len(each.text) > _LONGEST_LINE for each in lines):
            break
        found = [*lines, *found]
        if any(_is_title(each) for each in lines):
            start = at
    return (found, start) if start < index else ([], index)


def _without_label(blocks: Sequence[Block], first: int) -> SignatureBlock:
    """Return the end where no `Nơi nhận:` marks it: the last block that opens with a title in capitals."""
    for index in range(len(blocks) - 1, max(first, len(blocks) - _FARTHEST) - 1, -1):
        lines = lines_in(blocks[index])
        opens = [each for side in ("right", "whole") for each in lines if each.side == side][:1]
        if opens and len(lines) < _MOST_LINES and opens[0].is_capital and _is_title(opens[0]):
            above, start = _signature_above(blocks, index)
            after = list(lines_of(blocks[index:]))
            signature, name = _signer([*above, *after])
            return SignatureBlock(None, (), signature, name, start, len(blocks))
    return no_signature_block(blocks)


def no_signature_block(blocks: Sequence[Block]) -> SignatureBlock:
    """Return the end of what has none."""
    return SignatureBlock(None, (), (), None, len(blocks), len(blocks))


def _is_title(line: Line) -> bool:
    """Whether it names an authority (`TM. ỦY BAN NHÂN DÂN`) or a title (`CHỦ TỊCH`)."""
    folded = line.folded
    return _AUTHORITY.fullmatch(folded) is not None or (
        len(line.text) < _LONGEST_TITLE and TITLES.search(folded) is not None
    )


def _signer(lines: Sequence[Line]) -> tuple[tuple[Line, ...], Line | None]:
    """Split the signature into the lines of authority and title, and the name under them."""
    shown = [each for each in _outside_brackets(lines) if any(c.isalpha() for c in each.text)]
    titles: list[Line] = []
    for index, each in enumerate(shown):
        is_last = index == len(shown) - 1
        if _is_title(each) or (each.is_capital and not is_last) or not titles:
            titles.append(each)
        else:
            return tuple(titles), each
    if len(titles) == 1 and not _is_title(titles[0]) and not titles[0].is_capital:
        return (), titles[0]
    return tuple(titles), None


def _outside_brackets(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines without remarks such as `(Đã ký)`, which may run over several lines."""
    depth = 0
    for each in lines:
        opens = each.text.startswith("(") or depth > 0
        if not opens:
            yield each
        depth = max(0, depth + each.text.count("(") - each.text.count(")")) if opens else 0
