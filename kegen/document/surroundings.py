"""What decides how the paragraphs of a file look wherever they stand: its settings, theme, styles and lists.

Files made from one template have these byte for byte the same; what was read under them is kept with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kegen.document.numbering import Lists
from kegen.document.recent import Recent
from kegen.document.styles import Styles
from kegen.document.theme import read_theme
from kegen.document.xml import switch

if TYPE_CHECKING:
    from kegen.document.cut import Shelf
    from kegen.document.package import Package, Relationship

KINDS = ("settings", "theme", "styles", "numbering")
_FILES = 4
"""How many kinds of file are kept at once: a run rarely meets more than one template and its twin."""
_LARGEST = 1 << 20
"""Parts that are larger in all are read anew each time: memory stays flat whatever is read."""
_MOST_PARTS = 64
_MOST_SHELVES = 4


class Sources(NamedTuple):
    """The bytes of the four parts; None for what the file does not have."""

    settings: bytes | None
    theme: bytes | None
    styles: bytes | None
    numbering: bytes | None


class Surroundings:
    """The four parts, read."""

    def __init__(self, sources: Sources, package: Package, names: dict[str, str]) -> None:
        settings, theme, styles, numbering = (
            None if data is None else package.parse(data, names[kind])
            for kind, data in zip(KINDS, sources, strict=True)
        )
        self.has_even_pages = switch(settings, "evenAndOddHeaders")
        self.theme = read_theme(theme, settings)
        self.styles = Styles(styles, self.theme)
        self.lists = Lists(numbering)
        self.parts: Recent[tuple[object, ...], Any] = Recent(_MOST_PARTS)
        """What whole parts, such as headers, were read as."""
        self.shelves: Recent[bytes, Shelf] = Recent(_MOST_SHELVES)
        """The paragraphs read, by the tag that opens the part they stand in."""


SURROUNDINGS: Recent[Sources, Surroundings] = Recent(_FILES)


def surroundings(package: Package, related: dict[str, Relationship]) -> Surroundings:
    """Return the surroundings of the paragraphs of a file, those of an earlier file where they are the same."""
    names = {kind: name for kind in KINDS if (name := target(related, kind)) is not None}
    sources = Sources(*(package.read(names[kind]) if kind in names else None for kind in KINDS))
    known = SURROUNDINGS.get(sources)
    if known is None:
        known = Surroundings(sources, package, names)
        if sum(map(len, filter(None, sources))) <= _LARGEST:
            SURROUNDINGS.put(sources, known)
    return known


def target(related: dict[str, Relationship], kind: str) -> str | None:
    """Return the name of the part of that kind, None where there is none in the file."""
    return next((each.target for each in related.values() if each.kind == kind and not each.outside), None)
