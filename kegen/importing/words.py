"""The words of a paragraph as a plan has them: nothing that shows is left out, and what stands out keeps its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from kegen.docx.lines import line_of
from kegen.docx.model import Face as Look
from kegen.docx.model import Paragraph
from kegen.look_alikes import settle
from kegen.plan.model import Face, Note, Span
from kegen.vietnamese import normalise

_NO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_RAISED: dict[str, Face] = {"superscript": "tren", "subscript": "duoi"}


class Sign(NamedTuple):
    """One character and how it looks; `at` is its place in the file's own text, -1 in an automatic label."""

    letter: str
    look: Look
    at: int


class Words(NamedTuple):
    """A paragraph's text and, letter for letter, how it looks."""

    signs: tuple[Sign, ...]

    @property
    def text(self) -> str:
        """The text, automatic label included."""
        return "".join([each.letter for each in self.signs])

    def is_bold(self, start: int) -> bool:
        """Whether all letters and digits from `start` on are bold."""
        looks = [each.look.bold for each in self.signs[start:] if each.letter.isalnum()]
        return bool(looks) and all(looks)

    def spans(self, usual: frozenset[Face]) -> tuple[Span, ...]:
        """Return the stretches that stand out, but for the looks that such a paragraph has throughout as a rule."""
        faces: tuple[Face, ...] = ("dam", "nghieng", "tren", "duoi")
        found = (span for face in faces if face not in usual for span in self._stretches(face))
        return tuple(sorted(found))

    def _stretches(self, face: Face) -> Iterator[Span]:
        start, text = 0, self.text
        for stands_out, group in groupby(self.signs, lambda each: _has(each.look, face)):
            length = len(list(group))
            words = text[start : start + length]
            if stands_out and any(map(str.isalnum, words)):
                blank = len(words) - len(words.lstrip())
                yield Span(start + blank, len(words.strip()), face)
            start += length

    def notes(self, offsets: Iterable[int], texts: Iterable[str]) -> tuple[Note, ...]:
        """Return the footnotes, whose references stand at the offsets of the file's own text."""
        return tuple(
            Note(sum(1 for each in self.signs if each.at < offset), text)
            for offset, text in zip(offsets, texts, strict=False)
        )


def words_of(paragraph: Paragraph) -> Words:
    """Return the words of a paragraph, tidied as `tidy` does, signs set above or below the line included."""
    signs = list(_composed(_signs(paragraph)))
    settled = settle("".join([each.letter for each in signs]))
    if len(settled) == len(signs):  # else a sign was mended that is no letter of its own: the look stays with its place
        signs = [each._replace(letter=letter) for each, letter in zip(signs, settled, strict=True)]
    return Words(tuple(_single_blanks(signs)))


def text_of(paragraph: Paragraph) -> str:
    """Return the words of a paragraph alone."""
    if any(run.face.raised for run in paragraph.runs):
        return words_of(paragraph).text
    return line_of(paragraph).text


def _signs(paragraph: Paragraph) -> Iterator[Sign]:
    plain = paragraph.runs[0].face if paragraph.runs else paragraph.mark
    label = f"{paragraph.label} " if paragraph.label else ""
    yield from (Sign(letter, plain._replace(raised=""), -1) for letter in label)
    at = 0
    for run in paragraph.runs:
        shown = run.shown if len(run.shown) == len(run.text) else run.text
        for letter in shown:
            if letter not in _NO_WIDTH:
                yield Sign(letter, run.face, at)
            at += 1


def _composed(signs: Iterator[Sign]) -> Iterator[Sign]:
    """Yield letters and their marks as one sign each; a mark looks as its letter does."""
    held: Sign | None = None
    for each in signs:
        joined = "" if held is None or each.letter.isascii() else normalise(held.letter + each.letter)
        if held is not None and len(joined) == 1:
            held = held._replace(letter=joined)
            continue
        if held is not None:
            yield held
        held = each._replace(letter=normalise(each.letter))
    if held is not None:
        yield held


def _single_blanks(signs: Iterable[Sign]) -> Iterator[Sign]:
    blank: Sign | None = None
    started = False
    for each in signs:
        if each.letter.isspace():
            blank = blank or each._replace(letter=" ")
            continue
        if blank is not None and started:
            yield blank
        blank, started = None, True
        yield each


def _has(look: Look, face: Face) -> bool:
    if face in ("tren", "duoi"):
        return _RAISED.get(look.raised) == face
    return look.bold if face == "dam" else look.italic
