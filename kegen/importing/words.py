"""The words of a paragraph as a plan has them: nothing that shows is left out, and what stands out keeps its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple
from unicodedata import combining

from kegen.docx.model import Face as Look
from kegen.docx.model import Paragraph
from kegen.look_alikes import settle
from kegen.plan.model import Face, Span
from kegen.vietnamese import normalise
from kegen.yaml_text.text import clean

_BLANKS = re.compile(r"\s+")
_RAISED: dict[str, Face] = {"superscript": "tren", "subscript": "duoi"}


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


class _Stretch(NamedTuple):
    """Characters of one look; `at` is where they begin in the file's own text."""

    text: str
    look: Look
    at: int


def words_of(paragraph: Paragraph) -> Words:
    """Return the words of a paragraph, tidied as `tidy` does, signs set above or below the line included."""
    shown = list(_single_blanks(_settled(_composed(_stretches(paragraph)))))
    ends = list(accumulate((len(each.text) for each in shown), initial=0))
    noted = tuple(ends[bisect_left(shown, offset, key=lambda each: each.at)] for offset in paragraph.noted)
    text = "".join([each.text for each in shown])
    return Words(text.rstrip(), tuple((len(each.text), each.look) for each in shown if each.text), noted)


def _stretches(paragraph: Paragraph) -> Iterator[_Stretch]:
    """Yield the runs, cut where a footnote is referred to, behind the automatic label."""
    plain = paragraph.runs[0].face if paragraph.runs else paragraph.mark
    if paragraph.label:
        yield _Stretch(f"{paragraph.label} ", plain._replace(raised=""), -1)
    start = 0
    for run in paragraph.runs:
        shown = run.shown if len(run.shown) == len(run.text) else run.text
        inside = (each - start for each in paragraph.noted if start < each < start + len(shown))
        edges = [0, *inside, len(shown)]
        yield from (_Stretch(clean(shown[a:b]), run.face, start + a) for a, b in pairwise(edges))
        start += len(shown)


def _composed(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Return the stretches precomposed; marks at the beginning of one go to the letter before."""
    found: list[_Stretch] = []
    for each in stretches:
        own = each.text
        while found and own and combining(own[0]):
            found[-1] = found[-1]._replace(text=normalise(found[-1].text + own[0]))
            own = own[1:]
        found.append(each._replace(text=normalise(own)))
    return found


def _settled(stretches: list[_Stretch]) -> Iterator[_Stretch]:
    """Yield the stretches with Vietnamese letters for all that surely is meant for them."""
    whole = "".join([each.text for each in stretches])
    settled = settle(whole)
    start = 0
    for each in stretches:
        end = start + len(each.text)
        # Where letters were put together the places have moved: each stretch is settled by itself then.
        same = len(settled) == len(whole)
        yield each._replace(text=settled[start:end] if same else settle(each.text))
        start = end


def _single_blanks(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    is_blank = True
    for each in stretches:
        text = _BLANKS.sub(" ", each.text)
        text = text[1:] if is_blank and text.startswith(" ") else text
        is_blank = text.endswith(" ") if text else is_blank
        yield each._replace(text=text)


def text_of(paragraph: Paragraph) -> str:
    """Return the words of a paragraph alone."""
    if any(run.face.raised for run in paragraph.runs):
        return words_of(paragraph).text
    return paragraph.shown


def _has(look: Look, face: Face) -> bool:
    if face in ("tren", "duoi"):
        return _RAISED.get(look.raised) == face
    return look.bold if face == "dam" else look.italic
