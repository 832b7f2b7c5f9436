"""The pages of a PDF as plain frozen values: characters and lines with their places, in points from the upper left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kegen.docx.model import Face

_FAMILIES = {
    "timesnewroman": "Times New Roman",
    "times": "Times New Roman",
    "arial": "Arial",
    "calibri": "Calibri",
    "cambria": "Cambria",
    "symbol": "Symbol",
}
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"(?i)[-,]?(bold|italic|oblique|regular|-roman|semi|demi|psmt|mt$|ps$|ps(?=-)|-)+")
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Font(NamedTuple):
    """A font of the file: its own name, the name of its family, its look."""

    name: str
    family: str
    bold: bool
    italic: bool


class Glyph(NamedTuple):
    """One character where it stands."""

    text: str
    x0: float
    x1: float
    y: float
    """Its baseline."""
    size: float
    font: Font
    mark: int
    """The marked content that it belongs to (ISO 32000-1, 14.6), -1 for none."""

    @property
    def is_blank(self) -> bool:
        """Whether it shows nothing."""
        return self.text.isspace()

    @property
    def face(self) -> Face:
        """Its look as a Word file would have it."""
        size = round(self.size * 2) / 2
        font = self.font
        return Face(font=font.family, font_other=font.family, size=size, bold=font.bold, italic=font.italic)


class Rule(NamedTuple):
    """A straight line across or down."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_across(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


class Page(NamedTuple):
    """One page."""

    number: int
    """From 1."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    """In the order of the file."""
    stamps: tuple[Glyph, ...]
    """Those of annotations."""
    rules: tuple[Rule, ...]
    drawn: float
    """The share of it that pictures cover."""
    hidden: int
    """How many characters are invisible, as those that a machine read from a picture are."""
    turned: int
    """How many characters run in another direction; they are no part of `glyphs`."""


class Tag(NamedTuple):
    """An element of the structure tree (ISO 32000-1, 14.7): its kind and what is in it."""

    kind: str
    rows: int
    columns: int
    kids: tuple[Tag | tuple[int, int] | None, ...]
    """Elements, and marked contents as (index of the page, mark); None for an empty row or cell."""


class Pages(NamedTuple):
    """All that the worker found."""

    pages: tuple[Page, ...]
    tree: Tag
    is_tagged: bool
    signatures: tuple[str, ...]


def pages_of(found: Mapping[str, Any]) -> Pages:
    """Return what the worker wrote as values."""
    fonts = [_font(*each) for each in found["fonts"]]
    pages = tuple(_page(number, each, fonts) for number, each in enumerate(found["pages"], 1))
    return Pages(pages, _tag(found["tree"]), found["tagged"], tuple(found["signatures"]))


def _font(name: str, heavy: bool, slanted: bool) -> Font:
    bare = _SUBSET.sub("", name)
    lower = bare.lower()
    family = _STYLE.sub("", bare)
    family = _FAMILIES.get(family.lower().replace(" ", ""), _WORD.sub(" ", family))
    return Font(bare, family, heavy or "bold" in lower, slanted or "italic" in lower or "oblique" in lower)


def _page(number: int, page: Mapping[str, Any], fonts: Sequence[Font]) -> Page:
    rows = list(zip(*page["text"].values(), strict=True))
    shown = [row for row in rows if not row[8]]
    return Page(
        number=number,
        width=page["width"],
        height=page["height"],
        glyphs=tuple(_glyphs(shown, fonts)),
        stamps=tuple(_glyphs(page["stamps"], fonts)),
        rules=tuple(Rule(*(each / 100 for each in rule)) for rule in page["rules"]),
        drawn=page["drawn"],
        hidden=len(rows) - len(shown),
        turned=sum(row[7] for row in shown),
    )


def _glyphs(rows: Iterable[Sequence[int]], fonts: Sequence[Font]) -> Iterable[Glyph]:
    """Return the characters that run from left to right."""
    for code, x0, x1, y, size, font, mark, turned, _ in rows:
        if not turned:
            yield Glyph(chr(code), x0 / 100, x1 / 100, y / 100, size / 100, fonts[font], mark)


def _tag(node: Mapping[str, Any]) -> Tag:
    kids = tuple(None if each is None else _kid(each) for each in node["kids"])
    return Tag(node["kind"], node["rows"], node["columns"], kids)


def _kid(kid: Sequence[int] | Mapping[str, Any]) -> Tag | tuple[int, int]:
    return _tag(kid) if isinstance(kid, Mapping) else (kid[0], kid[1])
