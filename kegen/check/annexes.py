"""What the annexes of a document say of themselves: their numbers, and which document they come with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.rule import Absent
from kegen.docx.lines import Line, lines_of
from kegen.docx.parts import Annex

NO_ANNEX = Absent("văn bản không có phụ lục")

_NUMBER = re.compile(r"phụ\s+lục\s*(?:số\s*)?([ivxlc]+|\d+|[a-h])?[.:]?", re.IGNORECASE)
_FIRST_BLOCKS = 15
_LETTER = re.compile(r"[^\W\d_]")


def number_of(annex: Annex) -> str:
    """Return the number after `Phụ lục`, "" for none."""
    found = _NUMBER.match(annex.label.text)
    return "" if found is None else (found[1] or "")


def references(annex: Annex) -> tuple[Line, ...]:
    """Return the lines that say which document the annex comes with, in brackets or not."""
    groups = tuple(_groups(annex))
    named = next((each for each in groups if _names_document(each)), None)
    return named or tuple(_unbracketed(annex))


def _groups(annex: Annex) -> Iterator[tuple[Line, ...]]:
    """Yield the lines under the title by the brackets they stand in: `(Đơn vị tính …)` has brackets of its own."""
    group: list[Line] = []
    for line in annex.reference:
        if group and line.text.startswith("("):
            yield tuple(group)
            group = []
        group.append(line)
    yield tuple(group)


def _names_document(group: tuple[Line, ...]) -> bool:
    text = "-".join(line.folded for line in group)
    return "kem-theo" in text or ("-so-" in text and "-ngay-" in text)


def _unbracketed(annex: Annex) -> Iterator[Line]:
    for line in lines_of(annex.blocks[:_FIRST_BLOCKS]):
        if "kem-theo" in line.folded and line is not annex.label:
            yield line
            return


def reference_text(annex: Annex) -> str:
    """Return those lines as one text."""
    return " ".join(line.text for line in references(annex))


def titles(annex: Annex) -> tuple[Line, ...]:
    """Return the lines of its title; what stands under no reference is no title but the first line."""
    own = tuple(line for line in annex.title if _LETTER.search(line.text) and "kem-theo" not in line.folded)
    return own if annex.reference else own[:1]
