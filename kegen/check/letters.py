"""What only a letter (công văn) has: its subject under the number, and whom it is sent to (NĐ 30, Mẫu 1.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.check.head import code_of, number_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent
from kegen.docx.lines import Line, lines_of
from kegen.docx.underlines import typed

NO_LETTER = Absent("văn bản không phải là công văn")
_HEAD_BLOCKS = 20
"""Head and addressees of a letter are over within this many blocks."""
_LABEL = re.compile(r"k[íi]nh\s+g[ửu]i\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_DASH = re.compile(r"[-–—−+•*▪●]\s*")


class Addressees(NamedTuple):
    """`Kính gửi` and those named after it: each entry as the lines it takes."""

    label: Line
    has_colon: bool
    beside: str
    """Who is named on the line of `Kính gửi` itself."""
    entries: tuple[tuple[Line, ...], ...]
    """Those on lines of their own."""


def is_letter(paper: Paper) -> bool:
    """Whether it is a letter: a numbered paper of the State without a kind above its text or in its symbol."""
    parts, number = paper.parts, number_line(paper)
    if parts.kind is not None or number is None or not (parts.national_title or parts.motto):
        return False
    return not number.year and bool(number.groups) and code_of(number) is None


def subject_lines(paper: Paper) -> tuple[Line, ...]:
    """Return the lines of a letter's subject: those after `V/v`, else what stands right under the number."""
    parts = paper.parts
    if parts.letter_subject or parts.number is None or not is_letter(paper):
        return parts.letter_subject
    number = parts.number
    below = (each for each in _head_lines(paper) if each.row > number.row and each.block == number.block)
    return tuple(each for each in below if each.side == number.side and typed(each) is None and not each.is_capital)


def _head_lines(paper: Paper) -> Iterator[Line]:
    return (each for each in lines_of(paper.document.blocks[:_HEAD_BLOCKS]) if each.box is None)


def addressees(paper: Paper) -> Addressees | None:
    """Return whom the paper is sent to, None where it has no `Kính gửi`."""
    label = paper.parts.addressee
    found = None if label is None else _LABEL.match(label.text)
    if label is None or found is None:
        return None
    return Addressees(label, bool(found["colon"]), found["rest"].strip(), tuple(_entries(paper.parts.addressees)))


def _entries(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each entry: one without a dash goes on with the entry above where a comma ends that."""
    entry: tuple[Line, ...] = ()
    for line in lines:
        if entry and _DASH.match(line.text) is None and entry[-1].text[-1:] in ",:":
            entry = (*entry, line)
            continue
        if entry:
            yield entry
        entry = (line,)
    if entry:
        yield entry


def has_dash(entry: tuple[Line, ...]) -> bool:
    """Whether an entry begins with a dash."""
    return _DASH.match(entry[0].text) is not None
