"""Where words stand in running text, for the rules of capitals (NĐ 30/2020/NĐ-CP, Phụ lục II)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.passages import Passage


def words_in(paper: Paper, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield each place of running text (neither the head nor lines all in capitals) where the pattern is found."""
    for passage in paper.running:
        for found in pattern.finditer(passage.line.text):
            yield passage, found


def around(found: re.Match[str], room: int = 18) -> str:
    """Return what was found with some words about it, to show a reader the place."""
    return about(found.string, found.start(), found.end(), room)


def about(text: str, start: int, end: int, room: int = 18) -> str:
    """Return what stands between two places of a text with some words about it."""
    start, end = max(start - room, 0), min(end + room, len(text))
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
