"""Styles with their ancestors, and how they add up to the look of one run and one paragraph (ECMA-376 Part 1, 17.7)."""

from __future__ import annotations

from typing import NamedTuple

from kegen.docx.model import Face, ParagraphFormat, Spacing
from kegen.docx.properties import TOGGLES, Stated, Theme, over, stated_characters, stated_paragraph, tab_stops
from kegen.docx.xml import Element, W, child, value, whole_number

_MOST_ANCESTORS = 30
_SWITCHED = frozenset(TOGGLES.values())
_SPACING = frozenset(Spacing._fields)
_CONDITIONS = frozenset({"firstRow", "lastRow", "firstCol", "lastCol"})


class ListLevel(NamedTuple):
    """A level, from 0, of a list that a `w:numPr` names (17.9.18)."""

    list_id: str
    level: int


class TableFormatting(NamedTuple):
    """What a table style states of the characters and the paragraphs in a cell."""

    characters: Stated
    paragraph: Stated


PLAIN = TableFormatting({}, {})
"""Outside tables."""


class Style(NamedTuple):
    """A style with what it and its ancestors state."""

    name: str
    characters: Stated
    paragraph: Stated
    numbering: ListLevel | None
    conditions: dict[str, TableFormatting]
    """For a table style: what it states of the first row and the like (17.7.6)."""
    borders: Element | None = None
    """For a table style: its own `w:tblBorders`."""
    margins: Element | None = None
    """For a table style: its own `w:tblCellMar`."""
    face: Face | None = None
    """The look of a run in a paragraph of this style where nothing else is stated."""
    format: ParagraphFormat | None = None
    """How such a paragraph stands."""


class _Definition(NamedTuple):
    """What a `w:style` states itself, without its ancestors."""

    name: str
    based_on: str
    characters: Stated
    paragraph: Stated
    properties: Element | None
    conditions: dict[str, TableFormatting]


_NONE = Style("", {}, {}, None, {})


class Styles:
    """All styles of a file and its defaults."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        self._theme = theme
        self._elements = {} if root is None else {e.get(W + "styleId", ""): e for e in root.iterchildren(W + "style")}
        self._definitions: dict[str, _Definition] = {}
        self._styles: dict[str, Style] = {}
        defaults = f"{W}docDefaults/{W}"
        self._characters = stated_characters(_found(root, f"{defaults}rPrDefault/{W}rPr"), theme)
        self._paragraph = stated_paragraph(_found(root, f"{defaults}pPrDefault/{W}pPr"))
        self.default_paragraph = self._default("paragraph")
        self.default_table = self._default("table")

    def style(self, key: str | None) -> Style:
        """Return the style of that id with its ancestors, an empty one where there is none."""
        if not key:
            return _NONE
        if key not in self._elements:
            return Style(key, {}, {}, None, {})
        if key not in self._styles:
            self._styles[key] = self._with_ancestors(key)
        return self._styles[key]

    def face(self, table: Stated, paragraph: Style, character: Style, direct: Stated) -> Face:
        """Return the look of a run: defaults, table style, paragraph style, character style, its own formatting."""
        if paragraph.face and not (table or character.characters or direct):
            return paragraph.face
        levels = (table, paragraph.characters, character.characters)
        stated = {**self._characters, **table, **paragraph.characters, **character.characters}
        for field in _SWITCHED & stated.keys():
            times_on = sum(level.get(field, False) for level in levels)
            stated[field] = self._characters.get(field, False) or times_on % 2 == 1
        return Face(**(stated | direct))

    def paragraph_format(self, table: Stated, style: Style, numbered: Stated, direct: Stated) -> ParagraphFormat:
        """Return how a paragraph stands; indents of its numbering come before or after its style's (17.9.23)."""
        if style.format and not (table or numbered or direct):
            return style.format
        stated = over(over(self._paragraph, table), style.paragraph)
        own = style.paragraph if style.numbering else {}
        stated |= {field: length for field, length in numbered.items() if field not in own}
        stated = over(stated, direct)
        stated["tabs"] = tab_stops(stated)
        spacing = Spacing(**{field: stated.pop(field) for field in _SPACING & stated.keys()})
        return ParagraphFormat(**stated, spacing=spacing)

    def _default(self, kind: str) -> str:
        ids = (key for key, e in self._elements.items() if e.get(W + "type") == kind and _is_default(e))
        return next(ids, "")

    def _with_ancestors(self, key: str) -> Style:
        characters: Stated = {}
        paragraph: Stated = {}
        numbering = None
        conditions: dict[str, TableFormatting] = {}
        for each in reversed(self._lineage(key)):
            characters |= each.characters
            paragraph = over(paragraph, each.paragraph)
            numbering = list_level(each.properties, numbering)
            conditions |= each.conditions
        borders = self._elements[key].find(f"{W}tblPr/{W}tblBorders")
        margins = self._elements[key].find(f"{W}tblPr/{W}tblCellMar")
        style = Style(self._definition(key).name, characters, paragraph, numbering, conditions, borders, margins)
        return style._replace(face=self.face({}, style, _NONE, {}), format=self.paragraph_format({}, style, {}, {}))

    def _lineage(self, key: str) -> list[_Definition]:
        """Return the style and its ancestors, nearest first; a circle of styles ends where it closes."""
        found: dict[str, _Definition] = {}
        while len(found) < _MOST_ANCESTORS and key in self._elements and key not in found:
            found[key] = self._definition(key)
            key = found[key].based_on
        return list(found.values())

    def _definition(self, key: str) -> _Definition:
        if key not in self._definitions:
            element = self._elements[key]
            properties = child(element, "pPr")
            self._definitions[key] = _Definition(
                name=value(element, "name") or key,
                based_on=value(element, "basedOn") or "",
                characters=stated_characters(child(element, "rPr"), self._theme),
                paragraph=stated_paragraph(properties),
                properties=properties,
                conditions={
                    kind: TableFormatting(
                        stated_characters(child(each, "rPr"), self._theme), stated_paragraph(child(each, "pPr"))
                    )
                    for each in element.iterchildren(W + "tblStylePr")
                    if (kind := each.get(W + "type", "")) in _CONDITIONS
                },
            )
        return self._definitions[key]


def _is_default(element: Element) -> bool:
    return element.get(W + "default", "0").lower() in ("1", "true", "on")


def _found(root: Element | None, path: str) -> Element | None:
    return None if root is None else root.find(path)


def list_level(properties: Element | None, inherited: ListLevel | None) -> ListLevel | None:
    """Return the list and level a `w:pPr` names, those inherited where it names none, None where it takes them off."""
    found = None if properties is None else child(properties, "numPr")
    if found is None:
        return inherited
    list_id = value(found, "numId") or (inherited.list_id if inherited else "")
    if list_id in ("", "0"):
        return None
    return ListLevel(list_id, max(0, whole_number(value(found, "ilvl")) or 0))
