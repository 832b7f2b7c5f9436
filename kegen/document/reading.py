"""What all readers of one file share: its styles, lists, places, and the tracked changes met so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.model import Block, Change, ChangeKind, Place
from kegen.document.numbering import Numbering
from kegen.document.styles import Styles
from kegen.document.theme import Theme, read_theme
from kegen.document.xml import Element, W

if TYPE_CHECKING:
    from kegen.document.package import Package, Relationship


class Reading:
    """One file being read."""

    def __init__(self, package: Package, related: dict[str, Relationship]) -> None:
        self.package = package
        self.settings = self.part(related, "settings")
        self.theme: Theme = read_theme(self.part(related, "theme"), self.settings)
        self.styles = Styles(self.part(related, "styles"), self.theme)
        self.numbering = Numbering(self.part(related, "numbering"))
        self.changes: list[Change] = []
        self.section = 0
        self.page = 1
        self.knows_pages = False
        self._ordinals: dict[Element, int] = {}
        self._part = ""

    def part(self, related: dict[str, Relationship], kind: str) -> Element | None:
        """Return the root of the part of that kind, None where the file has none."""
        found = next((each for each in related.values() if each.kind == kind and not each.outside), None)
        return None if found is None else self.package.tree(found.target)

    def enter(self, part: str, root: Element) -> None:
        """Begin to read a part: its paragraphs are counted as they stand in the file."""
        self._part = part
        # The dictionary also keeps the elements alive: lxml would make new ones on each visit.
        self._ordinals = {each: index for index, each in enumerate(root.iter(W + "p"))}

    def place(self, paragraph: Element) -> Place:
        """Return where a paragraph of the part being read stands."""
        return Place(self._part, self._ordinals.get(paragraph, 0))

    def change(self, kind: ChangeKind, element: Element, place: Place) -> None:
        """Take note of a tracked change."""
        text = "".join(each.text or "" for each in element.iter(W + "t", W + "delText"))
        author = element.get(W + "author") or next((e.get(W + "author", "") for e in element.iter(W + "rPrChange")), "")
        self.changes.append(Change(kind, author, text, place))

    def aside(self, element: Element) -> tuple[Block, ...]:
        """Read the blocks of a text box, which belongs to no page flow of its own."""
        from kegen.document.blocks import read_blocks  # noqa: PLC0415 - blocks hold shapes, and shapes blocks

        return read_blocks(self, element)
