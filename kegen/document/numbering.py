"""Automatic numbers and bullets, counted as Word counts them (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.document.properties import Stated, indents
from kegen.document.xml import Element, W, value
from kegen.vietnamese import roman

_PLACEHOLDER = r"%([1-9])"
_LEVELS = 9
_LETTERS = 26


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    restart: int
    """The level whose step starts this one anew; 0 for never (17.9.10)."""
    indents: Stated


Place = tuple[str, int]
"""A list and a level of it."""


class Lists:
    """The lists that a file defines."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else list(root)
        self._abstract = {e.get(W + "abstractNumId", ""): e for e in elements if e.tag == W + "abstractNum"}
        self._lists = {e.get(W + "numId", ""): e for e in elements if e.tag == W + "num"}
        self._levels: dict[str, dict[int, _Level]] = {}

    def indents(self, place: Place | None) -> Stated:
        """Return the indents of that list and level."""
        level = None if place is None else self.level(place)
        return {} if level is None else level.indents

    def level(self, place: Place) -> _Level | None:
        """Return what a level of a list says, None where there is none."""
        list_id, depth = place
        if list_id not in self._lists:
            return None
        if list_id not in self._levels:
            self._levels[list_id] = self._read(self._lists[list_id])
        return self._levels[list_id].get(depth)

    def family(self, list_id: str) -> str:
        """Return what lists that count together share: their definition, or the list that starts anew."""
        element = self._lists[list_id]
        starts_anew = element.find(f"{W}lvlOverride/{W}startOverride") is not None
        return f"num {list_id}" if starts_anew else value(element, "abstractNumId") or ""

    def _read(self, element: Element) -> dict[int, _Level]:
        abstract = self._abstract.get(value(element, "abstractNumId") or "")
        found = () if abstract is None else abstract.iterchildren(W + "lvl")
        levels = {_depth(each): _level(each) for each in found}
        for override in element.iterchildren(W + "lvlOverride"):
            _override(levels, override)
        return levels


class Numbering:
    """How far each list of a file has counted; reading paragraphs in order moves it on."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self.steps = 0
        """How often anything was counted."""

    def label(self, place: Place | None) -> str:
        """Count one step on in that list and level and return what Word sets before the paragraph."""
        level = None if place is None else self._lists.level(place)
        if place is None or level is None:
            return ""
        self.steps += 1
        counts = self._counts.setdefault(self._lists.family(place[0]), {})
        depth = place[1]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        self._restart_below(place[0], counts, depth)
        if level.form in ("bullet", "none"):
            return _bullet(level.text) if level.form == "bullet" else ""
        return re.sub(_PLACEHOLDER, lambda found: self._count(place[0], counts, int(found[1]) - 1), level.text)

    def _count(self, list_id: str, counts: dict[int, int], depth: int) -> str:
        level = self._lists.level((list_id, depth))
        if level is None:
            return ""
        return _written(counts.setdefault(depth, level.start), level.form)

    def _restart_below(self, list_id: str, counts: dict[int, int], depth: int) -> None:
        for deeper in [each for each in counts if each > depth]:
            level = self._lists.level((list_id, deeper))
            if level is None or level.restart > depth:
                del counts[deeper]


def _override(levels: dict[int, _Level], override: Element) -> None:
    depth = _depth(override)
    own = override.find(W + "lvl")
    if own is not None:
        levels[depth] = _level(own)
    start = value(override, "startOverride")
    if start is not None and depth in levels:
        levels[depth] = levels[depth]._replace(start=_number(start, 1))


def _depth(element: Element) -> int:
    return _number(element.get(W + "ilvl"), 0)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _LEVELS else otherwise


def _level(element: Element) -> _Level:
    depth = _depth(element)
    ind = element.find(f"{W}pPr/{W}ind")
    return _Level(
        start=_number(value(element, "start"), 0),
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=_number(value(element, "lvlRestart"), depth),
        indents={} if ind is None else indents(ind),
    )


def _bullet(text: str) -> str:
    """Return a bullet as one sees it: signs of the symbol fonts stand in the private area of Unicode."""
    return "•" if text and 0xE000 <= ord(text[0]) <= 0xF8FF else text  # noqa: PLR2004 - the private use area


def _written(count: int, form: str) -> str:
    if count > 0 and form in ("upperRoman", "lowerRoman"):
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if count > 0 and form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS % 50 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02}" if form == "decimalZero" else str(count)
