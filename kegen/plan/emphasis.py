"""Footnotes and words that stand out: found in a text by the words that the profile or the pack names them with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from kegen.plan.model import Face, Note, Span
from kegen.plan.problems import ProfileProblems
from kegen.profile.annexes import FaceName
from kegen.yaml_text.tree import Path

T = TypeVar("T")
_BRACKETED = r"(?P<before>[^\[\]]*)\[(?P<marked>[^\[\]]+)\](?P<behind>[^\[\]]*)"


class Anchors(NamedTuple):
    """What a profile says of words of its item: which footnote stands behind them, how they stand out."""

    notes: Mapping[str, str]
    faces: Mapping[str, FaceName]
    path: Path
    """Where the profile says it."""
    where: str = "câu"
    """What the words are to stand in, in words."""
    key: str = "emphasis"
    """The key of the faces."""


class Marked(NamedTuple):
    """The footnotes and the spans of one text."""

    notes: tuple[Note, ...] = ()
    spans: tuple[Span, ...] = ()

    def behind(self, length: int) -> Marked:
        """Return them for the text with so many characters before it."""
        return Marked(
            tuple(note._replace(offset=note.offset + length) for note in self.notes),
            tuple(span._replace(start=span.start + length) for span in self.spans),
        )


def mark(anchors: Anchors, texts: Sequence[str], problems: ProfileProblems) -> list[Marked]:
    """Return what each text has: a footnote stands where its words stand first, words stand out wherever they stand.

    Notes words that are in none of the texts.
    """
    notes: list[list[Note]] = [[] for _ in texts]
    spans: list[list[Span]] = [[] for _ in texts]
    for words, note in anchors.notes.items():
        at = next((at for at, text in enumerate(texts) if words and words in text), None)
        if at is None:
            _miss(anchors, "footnotes", words, texts, problems)
        else:
            notes[at].append(Note(texts[at].find(words) + len(words), note))
    for words, face in anchors.faces.items():
        found = [list(_spans(words, face, text)) for text in texts]
        if not any(found):
            _miss(anchors, anchors.key, words, texts, problems)
        for own, more in zip(spans, found, strict=True):
            own.extend(more)
    pairs = zip(notes, spans, strict=True)
    return [Marked(tuple(sorted(each, key=lambda note: note.offset)), tuple(own)) for each, own in pairs]


def _miss(anchors: Anchors, key: str, words: str, texts: Sequence[str], problems: ProfileProblems) -> None:
    name = "chu-thich-khong-cho" if key == "footnotes" else "nhan-manh-khong-cho"
    where = anchors.where
    right = f"hãy ghi đúng chữ có trong {where}" + (f": “{texts[0]}”" if where == "câu" else "")
    message = f"trong {where} không có chữ “{words}”; {right}"
    problems.key_error((*anchors.path, key, words), name, message)


def _spans(words: str, face: FaceName, text: str) -> Iterator[Span]:
    """Yield where the words stand in the text; of `m[2]` only what is in the brackets."""
    start, length = 0, len(words)
    if words not in text and (found := re.fullmatch(_BRACKETED, words)):
        start, length = len(found["before"]), len(found["marked"])
        words = found["before"] + found["marked"] + found["behind"]
    faces: tuple[Face, ...] = ("dam", "nghieng") if face == "dam-nghieng" else (face,)
    for each in re.finditer(re.escape(words), text) if words else ():
        yield from (Span(each.start() + start, length, one) for one in faces)


def present(words: str, text: str) -> bool:
    """Whether words, perhaps with brackets, stand in the text."""
    return bool(words) and (words in text or re.sub(r"[\[\]]", "", words) in text)
