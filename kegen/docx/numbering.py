"""Automatic numbers and bullets, counted as Word counts them (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.docx.properties import Stated, indents
from kegen.docx.styles import ListLevel
from kegen.docx.xml import Element, W, value, whole_number
from kegen.vietnamese import roman

_PLACEHOLDER = r"%([1-9])"
_LEVELS = 9
_HIGHEST = 32_767
"""Word lets no list start at a higher number."""
_LONGEST_LABEL = 255
_LETTERS = 26
_PRIVATE_USE = range(0xE000, 0xF900)


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    restart: int
    """The level whose step starts this one anew; 0 for never (17.9.10)."""
    indents: Stated


class Numbering:
    """The lists that a file defines and how far each has counted; reading paragraphs in order moves them on."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else list(root)
        self._abstract = {e.get(W + "abstractNumId", ""): e for e in elements if e.tag == W + "abstractNum"}
        self._lists = {e.get(W + "numId", ""): e for e in elements if e.tag == W + "num"}
        self._definitions: dict[str, dict[int, _Level]] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._families: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        """The count reached on each level, by family of lists."""

    def indents(self, place: ListLevel | None) -> Stated:
        """Return the indents of that list and level."""
        level = self._level(place)
        return {} if level is None else level.indents

    def label(self, place: ListLevel | None) -> str:
        """Count one step on in that list and level and return what Word sets before the paragraph."""
        level = self._level(place)
        if place is None or level is None:
            return ""
        list_id, depth = place
        counts = self._counts.setdefault(self._families[list_id], {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        self._restart_below(list_id, counts, depth)
        if level.form in ("bullet", "none"):
            return _bullet(level.text) if level.form == "bullet" else ""
        label = re.sub(_PLACEHOLDER, lambda found: self._count(list_id, counts, int(found[1]) - 1), level.text)
        return label[:_LONGEST_LABEL]

    def _level(self, place: ListLevel | None) -> _Level | None:
        """Return what a level of a list says, None where there is none."""
        if place is None or place.list_id not in self._lists:
            return None
        if place.list_id not in self._levels:
            self._read(place.list_id, self._lists[place.list_id])
        return self._levels[place.list_id].get(place.level)

    def _read(self, list_id: str, element: Element) -> None:
        """Read a list; those of one definition count together, unless one of them starts anew."""
        definition = value(element, "abstractNumId") or ""
        if definition not in self._definitions:
            abstract = self._abstract.get(definition)
            own = () if abstract is None else abstract.iterchildren(W + "lvl")
            self._definitions[definition] = {depth: _level(each) for each in own if (depth := _depth(each)) < _LEVELS}
        levels = dict(self._definitions[definition])
        for override in element.iterchildren(W + "lvlOverride"):
            _override(levels, override)
        starts_anew = element.find(f"{W}lvlOverride/{W}startOverride") is not None
        self._levels[list_id] = levels
        self._families[list_id] = f"num {list_id}" if starts_anew else definition

    def _count(self, list_id: str, counts: dict[int, int], depth: int) -> str:
        level = self._level(ListLevel(list_id, depth))
        return "" if level is None else _written(counts.setdefault(depth, level.start), level.form)

    def _restart_below(self, list_id: str, counts: dict[int, int], depth: int) -> None:
        for deeper in [each for each in counts if each > depth]:
            level = self._level(ListLevel(list_id, deeper))
            if level is None or level.restart > depth:
                del counts[deeper]


def _override(levels: dict[int, _Level], override: Element) -> None:
    depth = _depth(override)
    own = override.find(W + "lvl")
    if own is not None and depth < _LEVELS:
        levels[depth] = _level(own)
    start = value(override, "startOverride")
    if start is not None and depth in levels:
        levels[depth] = levels[depth]._replace(start=_number(start, 1))


def _depth(element: Element) -> int:
    return _number(element.get(W + "ilvl"), 0)


def _number(text: str | None, otherwise: int) -> int:
    number = whole_number(text)
    return number if number is not None and 0 <= number <= _HIGHEST else otherwise


def _level(element: Element) -> _Level:
    depth = _depth(element)
    ind = element.find(f"{W}pPr/{W}ind")
    return _Level(
        start=_number(value(element, "start"), 0),
        form=value(element, "numFmt") or "decimal",
        text=(value(element, "lvlText") or "")[:_LONGEST_LABEL],
        restart=_number(value(element, "lvlRestart"), depth),
        indents={} if ind is None else indents(ind),
    )


def _bullet(text: str) -> str:
    """Return a bullet as one sees it: signs of the symbol fonts stand in the private area of Unicode."""
    return "•" if text and ord(text[0]) in _PRIVATE_USE else text


def _written(count: int, form: str) -> str:
    if count > 0 and form in ("upperRoman", "lowerRoman"):
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if count > 0 and form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS % 50 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02}" if form == "decimalZero" else str(count)
