"""The words of a paragraph as a plan has them: nothing that shows is left out, and what stands out keeps its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from kegen.docx.lines import line_of
from kegen.docx.model import Face as Look
from kegen.docx.model import Paragraph
from kegen.look_alikes import settle
from kegen.plan.model import Face, Span
from kegen.vietnamese import normalise

_NO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_RAISED: dict[str, Face] = {"superscript": "tren", "subscript": "duoi"}


class Sign(NamedTuple):
    """One character and how it looks; `at` is its place in the file's own text, -1 in an automatic label."""

    letter: str
    look: Look
    at: int


class Words(NamedTuple):
    """A paragraph's text, automatic label included, and how its stretches look."""

    text: str
    stretches: tuple[tuple[int, Look], ...] = ()
    """How many characters look so, one stretch after another."""
    noted: tuple[int, ...] = ()
    """How many characters stand before the reference of each of its footnotes."""

    def is_bold(self, start: int) -> bool:
        """Whether all letters and digits from `start` on are bold."""
        bold = [look.bold for at, length, look in self._placed() if self._says(max(at, start), at + length)]
        return bool(bold) and all(bold)

    def spans(self, usual: frozenset[Face]) -> tuple[Span, ...]:
        """Return the stretches that stand out, but for the looks that such a paragraph has throughout as a rule."""
        faces: tuple[Face, ...] = ("dam", "nghieng", "tren", "duoi")
        return tuple(sorted(span for face in faces if face not in usual for span in self._standing_out(face)))

    def _standing_out(self, face: Face) -> Iterator[Span]:
        for stands_out, group in groupby(self._placed(), lambda each: _has(each[2], face)):
            stretches = list(group)
            start, end = stretches[0][0], stretches[-1][0] + stretches[-1][1]
            if stands_out and self._says(start, end):
                words = self.text[start:end]
                yield Span(start + len(words) - len(words.lstrip()), len(words.strip()), face)

    def _placed(self) -> Iterator[tuple[int, int, Look]]:
        at = 0
        for length, look in self.stretches:
            yield at, length, look
            at += length

    def _says(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self.text[start:end]))


def words_of(paragraph: Paragraph) -> Words:
    """Return the words of a paragraph, tidied as `tidy` does, signs set above or below the line included."""
    signs = list(_composed(_signs(paragraph)))
    settled = settle("".join([each.letter for each in signs]))
    if len(settled) == len(signs):  # else a sign was mended that is no letter of its own: the look stays with its place
        signs = [each._replace(letter=letter) for each, letter in zip(signs, settled, strict=True)]
    shown = list(_single_blanks(signs))
    looks = ((len(list(group)), look) for look, group in groupby(shown, lambda each: each.look))
    noted = tuple(bisect_left(shown, offset, key=lambda each: each.at) for offset in paragraph.noted)
    return Words("".join([each.letter for each in shown]), tuple(looks), noted)


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
