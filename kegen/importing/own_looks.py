"""Footnotes and words that stand out, named as a profile names them: by words that stand nowhere else in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.plan.model import Face, Note, Paragraph, Span

_LONGEST_KEY = 300
"""A key of YAML may not be much longer; a longer stretch is named by pieces."""
_BOTH = frozenset({"dam", "nghieng"})


def emphasis_of(paragraph: Paragraph) -> tuple[dict[str, str], list[str]]:
    """Return the words of a paragraph that stand out with how they do, and those that cannot be named alone."""
    named: dict[str, str] = {}
    lost: list[str] = []
    for start, end, face in _pieces(paragraph.text, paragraph.spans):
        key = _key(paragraph.text, start, end)
        if key is None or key in named:
            lost.append(paragraph.text[start:end])
        else:
            named[key] = face
    return named, lost


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches, bold italic ones once, long ones in pieces that end with a word."""
    faces: dict[tuple[int, int], set[Face]] = {}
    for span in spans:
        faces.setdefault((span.start, span.start + span.length), set()).add(span.face)
    for (start, end), own in sorted(faces.items()):
        pair = own >= _BOTH
        names = ["dam-nghieng", *sorted(own - _BOTH)] if pair else sorted(own)
        for name in names:
            yield from ((a, b, name) for a, b in _cut(text, start, end))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_KEY:
        at = text.rfind(" ", start + 1, start + _LONGEST_KEY)
        if at < 0:
            break
        yield start, at
        start = at + 1
    if end > start:
        yield start, end


def _key(text: str, start: int, end: int) -> str | None:
    """Return words that name the stretch alone: itself, else in brackets between the words around it."""
    own = text[start:end]
    if not own.strip() or len(own) > _LONGEST_KEY:
        return None
    if text.count(own) == 1:
        return own
    if "[" in text or "]" in text:
        return None
    for more in range(1, _LONGEST_KEY):
        before, behind = text[max(0, start - more) : start], text[end : end + more]
        if text.count(before + own + behind) == 1:
            return f"{before}[{own}]{behind}"
    return None


def footnotes_of(paragraph: Paragraph) -> tuple[dict[str, str], list[str]]:
    """Return the footnotes of a paragraph by the words that they stand behind, and those that have no words."""
    named: dict[str, str] = {}
    lost: list[str] = []
    for note in paragraph.notes:
        key = _words_before(paragraph.text, note, named)
        if key and note.text.strip():
            named[key] = note.text
        else:
            lost.append(note.text)
    return named, lost


def _words_before(text: str, note: Note, taken: dict[str, str]) -> str:
    """Return the words before a footnote, as few as stand there first."""
    for start in range(note.offset - 1, max(-1, note.offset - _LONGEST_KEY), -1):
        words = text[start : note.offset]
        is_whole = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
        if is_whole and words.strip() and words not in taken and text.find(words) == start:
            return words
    return ""
