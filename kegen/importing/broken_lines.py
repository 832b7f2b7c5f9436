"""Paragraphs that a typist broke into lines (Shift + Enter) where a list wants paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kegen.docx.model import Paragraph, Run

_BREAK = re.compile(r"\n(?=\s*(?:[-–—+•*]\s|[a-zđ]\)\s|\d{1,2}[.)]\s))")
_ANY = re.compile(r"\n+")


def listed_lines(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Return a paragraph as one for each line of it that begins with a list mark."""
    return _cut(paragraph, _BREAK)


def all_lines(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Return a paragraph as one for each of its lines."""
    return _cut(paragraph, _ANY)


def _cut(paragraph: Paragraph, at: re.Pattern[str]) -> tuple[Paragraph, ...]:
    """Return the pieces between the breaks; a paragraph with footnotes stays whole, their places being those in it."""
    if "\n" not in paragraph.text or paragraph.notes:
        return (paragraph,)
    breaks = list(at.finditer(paragraph.text))
    edges = zip([0, *(each.end() for each in breaks)], [*(each.start() for each in breaks), None], strict=True)
    pieces = [tuple(_between(paragraph.runs, start, end)) for start, end in edges]
    first, *rest = [replace(paragraph, runs=runs, text="".join(run.text for run in runs)) for runs in pieces]
    return (first, *(replace(each, label="") for each in rest))


def _between(runs: tuple[Run, ...], start: int, end: int | None) -> Iterator[Run]:
    at = 0
    for run in runs:
        first, last = max(start - at, 0), len(run.text) if end is None else min(end - at, len(run.text))
        if first < last:
            yield Run(run.text[first:last], run.face)
        at += len(run.text)
