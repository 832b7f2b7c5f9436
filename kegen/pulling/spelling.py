"""A paragraph as it is compared: its text in one spelling, what stands out in it, where its footnotes are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kegen.docx.model import Paragraph, Run
from kegen.look_alikes import settle
from kegen.plan.model import Face, Span
from kegen.vietnamese import normalise

_ORDER: tuple[Face, ...] = ("dam", "nghieng", "tren", "duoi")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)


def plain(text: str) -> str:
    """Return the text as it is compared: composed, blanks single, all hyphens and blanks that look alike as one."""
    return " ".join(settle(normalise(text)).translate(_UNSEEN).split())


class Places(NamedTuple):
    """Where a character of the file stands in the text as it is compared."""

    starts: tuple[int, ...]

    def __call__(self, at: int) -> int:
        """Return where it stands; for a place past the end, where the text ends."""
        return self.starts[min(at, len(self.starts) - 1)]


def spelled(paragraph: Paragraph) -> tuple[str, tuple[Span, ...], Places]:
    """Return the text, what stands out in it, and where each character of the file is in it."""
    label = f"{paragraph.label} " if paragraph.label else ""
    shown = [(run.shown if len(run.shown) == len(run.text) else run.text, _faces(run)) for run in paragraph.runs]
    letter_faces = {face for text, face in shown if text.strip()}
    whole = plain(label + "".join(text for text, _ in shown))
    if len(letter_faces) == 1 and not paragraph.notes:
        return (
            whole,
            tuple(Span(0, len(whole), face) for face in _ORDER if face in next(iter(letter_faces))),
            Places((0,)),
        )
    text, faces, offsets = label, [frozenset[Face]()] * len(label), list[int]()
    for words, face in shown:
        for letter in words:
            offsets.append(len(text))
            sign = settle(letter).translate(_UNSEEN)
            if sign.isspace():
                if text and not text.endswith(" "):
                    text, faces = f"{text} ", [*faces, face]
            else:
                text, faces = text + sign, faces + [face] * len(sign)
    end = len(text.rstrip())
    places = Places((*(min(at, end) for at in offsets), end))
    spans = tuple(_spans(text[:end], faces[:end])) if len(whole) == end else ()
    return whole, spans, places


def _faces(run: Run) -> frozenset[Face]:
    raised: dict[str, Face] = {"superscript": "tren", "subscript": "duoi"}
    face = run.face
    names: list[Face] = ["dam"] if face.bold else []
    names += ["nghieng"] if face.italic else []
    return frozenset([*names, *([raised[face.raised]] if face.raised else [])])


def _spans(text: str, letter_faces: Sequence[frozenset[Face]]) -> Iterator[Span]:
    """Yield the stretches of each look; blanks at their ends look as nothing."""
    for face in _ORDER:
        at = 0
        for stands, run in groupby(letter_faces, key=lambda each: face in each):
            length = len(list(run))
            words = text[at : at + length]
            if stands and words.strip():
                before = len(words) - len(words.lstrip())
                yield Span(at + before, len(words.strip()), face)
            at += length
