"""The pieces of a paragraph that no line breaks inside, and what lies between them: blanks, tabs, breaks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kegen.docx.model import Face, Paragraph
from kegen.pages.boxes import Span
from kegen.pages.measuring import width_of

Kind = Literal["word", "blank", "tab", "line", "page"]

_FIRM_HYPHEN = "\u2011"
_TOKEN = re.compile(r" +|[^ \t\n\f]+|[\t\n\f]")
_KINDS: dict[str, Kind] = {" ": "blank", "\t": "tab", "\n": "line", "\f": "page"}
_NO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_OPPORTUNITY = re.compile(r"(?<=\S[-–—])(?=[\w(])|(?<=[…!?|])(?=\w)")
"""Where a line may break inside a word: behind dashes and some marks, not behind strokes (LibreOffice's UAX 14)."""


class Piece(NamedTuple):
    """What no line breaks inside: a word in one or more looks; or blanks, a tab, a break."""

    kind: Kind
    spans: tuple[Span, ...]
    width: float
    notes: tuple[int, ...] = ()


def pieces_of(paragraph: Paragraph, numbers: dict[int, int]) -> Iterator[Piece]:
    """Yield the pieces of a paragraph; `numbers` gives each footnote, by its id, the number shown."""
    word: list[Span] = []
    for token in _tokens(_spans(paragraph, numbers)):
        kind = "word" if token.note else _KINDS.get(token.text[0], "word")
        if kind == "word" and not (word and _may_break(word[-1], token)):
            word.append(token)
            continue
        if word:
            yield _word(word)
        word = [token] if kind == "word" else []
        if kind != "word":
            yield Piece(kind, (token,), width_of(token.text, token.face) if kind == "blank" else 0.0)
    if word:
        yield _word(word)


def _word(spans: list[Span]) -> Piece:
    width = sum(width_of(span.text, span.face) for span in spans)
    return Piece("word", tuple(spans), width, tuple(span.note for span in spans if span.note))


def _may_break(before: Span, after: Span) -> bool:
    """Whether a line may break between two spans of a word: it then ends where `_OPPORTUNITY` has it."""
    if after.note:
        return False
    seam = len(before.text[-2:])
    return any(each.start() == seam for each in _OPPORTUNITY.finditer(before.text[-2:] + after.text[:1]))


def _tokens(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans cut at blanks, tabs and breaks, and where a line may break inside a word."""
    for span in spans:
        if span.note:
            yield span
            continue
        for token in _TOKEN.findall(span.text):
            parts = _OPPORTUNITY.split(token) if not token.isalnum() else (token,)
            yield from (Span(part, span.face) for part in parts)


def _spans(paragraph: Paragraph, numbers: dict[int, int]) -> Iterator[Span]:
    """Yield the characters as one sees them: with its label, the signs of footnotes, firm hyphens told apart."""
    if paragraph.label:
        first = paragraph.runs[0].face if paragraph.runs else paragraph.mark
        yield Span(f"{paragraph.label}\t", first)
    notes = [each for each in zip(paragraph.noted, paragraph.notes, strict=True) if each[1] in numbers]
    firm = frozenset(paragraph.firm_hyphens)
    start, face = 0, paragraph.mark
    for run in paragraph.runs:
        at, face = start, run.face
        while notes and notes[0][0] <= start + len(run.text):
            place, note = notes.pop(0)
            yield Span(_seen(run.text[at - start : place - start], at, firm, face), face)
            yield _sign(numbers[note], face)
            at = place
        yield Span(_seen(run.text[at - start :], at, firm, face), face)
        start += len(run.text)
    yield from (_sign(numbers[note], face) for _, note in notes)


def _sign(number: int, face: Face) -> Span:
    return Span(str(number), face._replace(raised="superscript"), number)


def _seen(text: str, start: int, firm: frozenset[int], face: Face) -> str:
    """Return the text with its firm hyphens as U+2011, in capitals where they show, without signs that show nothing."""
    if firm and "-" in text:
        places = zip(text, itertools.count(start))
        text = "".join([_FIRM_HYPHEN if at in firm and sign == "-" else sign for sign, at in places])
    text = text if text.isascii() else _NO_WIDTH.sub("", text)
    return text.upper() if face.caps else text
