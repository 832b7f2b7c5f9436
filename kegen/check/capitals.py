"""Where words stand in running text, for the rules of capitals (NĐ 30/2020/NĐ-CP, Phụ lục II)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.passages import Passage

_LONGEST_WORD = 20


def words_in(
    paper: Paper, pattern: re.Pattern[str], *, inside: str | None = None
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield each place of running text (neither the head nor lines all in capitals) where the pattern begins a word.

    `inside`: only within a sentence, after a small letter or one of these marks and a blank. The pattern itself begins
    with the letters it looks for, which is how the engine finds them at once.
    """
    text, start = paper.running.text, 0
    while found := pattern.search(text, start):
        first, start = found.start(), found.start() + 1
        if text[max(first - 1, 0) : first].isalnum() or (inside is not None and not _is_inside(text, first, inside)):
            continue
        place = paper.running.at(*found.span())
        own = pattern.match(place.passage.line.text, place.start)
        if own:
            start = max(found.end(), start)
            yield place.passage, own


def _is_inside(text: str, start: int, marks: str) -> bool:
    before = text[max(start - 2, 0) : start]
    return before[1:] == " " and (before[0].islower() or before[0] in marks)


def word_before(found: re.Match[str]) -> str:
    """Return the word right before what was found, in small letters, "" at the beginning."""
    start = max(found.start() - _LONGEST_WORD, 0)
    return "".join(found.string[start : found.start()].lower().split(" ")[-2:-1])


def around(found: re.Match[str], room: int = 18) -> str:
    """Return what was found with some words about it, to show a reader the place."""
    return about(found.string, found.start(), found.end(), room)


def about(text: str, start: int, end: int, room: int = 18) -> str:
    """Return what stands between two places of a text with some words about it."""
    start, end = max(start - room, 0), min(end + room, len(text))
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
