"""Styles with their ancestors, and how they add up to the look of one run and one paragraph (ECMA-376 Part 1, 17.7)."""

from __future__ import annotations

from typing import NamedTuple

from kegen.document.model import Face, ParagraphFormat, Spacing
from kegen.document.properties import TOGGLES, Stated, stated_characters, stated_paragraph
from kegen.document.recent import Recent
from kegen.document.theme import Theme
from kegen.document.xml import Element, W, child, value

_MOST_ANCESTORS = 30
_SWITCHED = frozenset(TOGGLES.values())
_SPACING = frozenset(Spacing._fields)


class Style(NamedTuple):
    """A style with what it and its ancestors state; `numbering` is its (numId, level) or None."""

    name: str
    characters: Stated
    paragraph: Stated
    numbering: tuple[str, int] | None
    conditions: dict[str, tuple[Stated, Stated]]
    """For a table style: what it states of the first row and the like (17.7.6)."""
    element: Element | None = None
    id: str = ""
    """What it is called in the file, once there."""


class _Own(NamedTuple):
    """What a style states itself, without its ancestors."""

    characters: Stated
    paragraph: Stated
    conditions: dict[str, tuple[Stated, Stated]]
    properties: Element | None


_LOOKS = 1024
"""Looks of runs, and of paragraphs, that are remembered."""
_NONE = Style("", {}, {}, None, {})


class Styles:
    """All styles of a file and its defaults."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        self._theme = theme
        self._elements = {} if root is None else {e.get(W + "styleId", ""): e for e in root.iterchildren(W + "style")}
        self._known: dict[str, Style] = {}
        self._own: dict[str, _Own] = {}
        self._faces: Recent[tuple[object, ...], Face] = Recent(_LOOKS)
        self._formats: Recent[tuple[object, ...], ParagraphFormat] = Recent(_LOOKS)
        defaults = None if root is None else root.find(W + "docDefaults")
        inside = (None, None) if defaults is None else _default_elements(defaults)
        self._characters = stated_characters(inside[0], theme)
        self._paragraph = stated_paragraph(inside[1])
        self.default_paragraph = self._default("paragraph")
        self.default_table = self._default("table")

    def style(self, key: str | None) -> Style:
        """Return the style of that id with its ancestors, an empty one where there is none."""
        if not key:
            return _NONE
        if key not in self._elements:
            return Style(key, {}, {}, None, {}, id=key)
        if key not in self._known:
            self._known[key] = self._gathered(key)
        return self._known[key]

    def face(self, table: Stated, paragraph: Style, character: Style, direct: Stated) -> Face:
        """Return the look of a run: defaults, table style, paragraph style, character style, its own formatting."""
        if table:
            return self._added_face(table, paragraph, character, direct)
        key = (paragraph.id, character.id, *direct.items())
        found = self._faces.get(key)
        if found is None:
            found = self._added_face(table, paragraph, character, direct)
            self._faces.put(key, found)
        return found

    def _added_face(self, table: Stated, paragraph: Style, character: Style, direct: Stated) -> Face:
        said = {**self._characters, **table, **paragraph.characters, **character.characters}
        for field in _SWITCHED & said.keys():
            levels = (level.get(field, False) for level in (table, paragraph.characters, character.characters))
            said[field] = self._characters.get(field, False) or sum(levels) % 2 == 1
        said.update(direct)
        return Face(**said)

    def paragraph_format(self, table: Stated, style: Style, numbered: Stated, direct: Stated) -> ParagraphFormat:
        """Return how a paragraph stands; indents of its numbering come before or after its style's (17.9.23)."""
        if table:
            return self._added_format(table, style, numbered, direct)
        key = (style.id, len(numbered), *numbered.items(), *direct.items())
        found = self._formats.get(key)
        if found is None:
            found = self._added_format(table, style, numbered, direct)
            self._formats.put(key, found)
        return found

    def _added_format(self, table: Stated, style: Style, numbered: Stated, direct: Stated) -> ParagraphFormat:
        said = {**self._paragraph, **table, **style.paragraph}
        own = style.paragraph if style.numbering else {}
        said |= {field: length for field, length in numbered.items() if field not in own}
        said.update(direct)
        spacing = Spacing(**{field: said.pop(field) for field in _SPACING & said.keys()})
        return ParagraphFormat(**said, spacing=spacing)

    def _default(self, kind: str) -> str:
        ids = (key for key, e in self._elements.items() if e.get(W + "type") == kind and _is_default(e))
        return next(ids, "")

    def _gathered(self, key: str) -> Style:
        characters: Stated = {}
        paragraph: Stated = {}
        numbering = None
        conditions: dict[str, tuple[Stated, Stated]] = {}
        for each in reversed(self._line(key)):
            own = self._stated(each)
            characters |= own.characters
            paragraph |= own.paragraph
            numbering = numbering_of(own.properties, numbering)
            conditions |= own.conditions
        element = self._elements[key]
        return Style(value(element, "name") or key, characters, paragraph, numbering, conditions, element, key)

    def _line(self, key: str) -> list[str]:
        """Return the style and its ancestors, nearest first; a circle of styles ends where it closes."""
        line: list[str] = []
        while len(line) < _MOST_ANCESTORS and key in self._elements and key not in line:
            line.append(key)
            key = value(self._elements[key], "basedOn") or ""
        return line

    def _stated(self, key: str) -> _Own:
        if key not in self._own:
            element = self._elements[key]
            characters, properties = child(element, "rPr"), child(element, "pPr")
            self._own[key] = _Own(
                stated_characters(characters, self._theme),
                stated_paragraph(properties),
                self._conditions(element),
                properties,
            )
        return self._own[key]

    def _conditions(self, element: Element) -> dict[str, tuple[Stated, Stated]]:
        return {
            each.get(W + "type", ""): (
                stated_characters(child(each, "rPr"), self._theme),
                stated_paragraph(child(each, "pPr")),
            )
            for each in element.iterchildren(W + "tblStylePr")
        }


def _is_default(element: Element) -> bool:
    return element.get(W + "default", "0").lower() in ("1", "true", "on")


def _default_elements(defaults: Element) -> tuple[Element | None, Element | None]:
    return defaults.find(f"{W}rPrDefault/{W}rPr"), defaults.find(f"{W}pPrDefault/{W}pPr")


def numbering_of(properties: Element | None, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return the list and level a `w:pPr` names, those inherited where it names none, None where it takes them off."""
    found = None if properties is None else child(properties, "numPr")
    if found is None:
        return inherited
    list_id = value(found, "numId") or (inherited[0] if inherited else "")
    level = value(found, "ilvl") or "0"
    if list_id in ("", "0"):
        return None
    return list_id, int(level) if level.isascii() and level.isdigit() else 0
