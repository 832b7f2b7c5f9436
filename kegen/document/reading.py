"""What all readers of one file share: its surroundings, places, and the tracked changes met so far."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from kegen.document.cut import UNSURE, Cut, Kept, Piece, cut
from kegen.document.model import Block, Change, ChangeKind, Place
from kegen.document.numbering import Numbering
from kegen.document.surroundings import surroundings, target
from kegen.document.xml import Element, W, child, is_shallow

if TYPE_CHECKING:
    from kegen.document.package import Package, Relationship

T = TypeVar("T")
_WHOLE = Cut(b"")
_LARGEST_KEPT = 1 << 16


class Reading:
    """One file being read."""

    def __init__(self, package: Package, related: dict[str, Relationship]) -> None:
        self.package = package
        self.related = related
        self.around = surroundings(package, related)
        self.theme, self.styles = self.around.theme, self.around.styles
        self.numbering = Numbering(self.around.lists)
        self.changes: list[Change] = []
        self.section = 0
        self.page = 1
        self.knows_pages = False
        self._ordinals: dict[Element, int] = {}
        self._part = ""
        self._cut = _WHOLE

    def target(self, kind: str) -> str | None:
        """Return the name of the part of that kind, None where the file has none."""
        return target(self.related, kind)

    def enter_main(self, data: bytes) -> Element | None:
        """Begin to read the main part and return its body, without the paragraphs that need not be read again."""
        found = cut(data, self.around)
        root = self.package.parse(found.rest, self.package.main)
        body = child(root, "body")
        if body is not None:
            self.enter(self.package.main, body)
        if found.shelf is None or (is_shallow(root) and len(self._ordinals) == len(found.pieces)):
            self._cut = found
            return body
        return self._enter_whole(data)

    def _enter_whole(self, data: bytes) -> Element | None:
        """Begin to read a main part that cannot be cut: it nests too deep, or has paragraphs outside its body."""
        body = child(self.package.parse(data, self.package.main), "body")
        if body is not None:
            self.enter(self.package.main, body)
        return body

    def enter(self, part: str, root: Element) -> None:
        """Begin to read a part: its paragraphs are counted as they stand in the file."""
        self._part = part
        self._cut = _WHOLE
        # The dictionary also keeps the elements alive: lxml would make new ones on each visit.
        self._ordinals = {each: index for index, each in enumerate(root.iter(W + "p"))}

    def piece(self, paragraph: Element) -> tuple[int, Piece]:
        """Return the ordinal of a paragraph in its part, and the piece of the main part that it is, if sure."""
        at = self._ordinals.get(paragraph)
        if at is None:
            return 0, UNSURE
        return at, self._cut.pieces[at] if self._cut.pieces else UNSURE

    def alone(self, piece: bytes) -> Element:
        """Return a paragraph that was cut out as the element it was."""
        assert self._cut.shelf is not None  # noqa: S101 - nothing is cut out without
        return self.package.parse(self._cut.shelf.alone(piece), self._part)[0]

    def keep(self, piece: bytes | None, kept: Kept) -> None:
        """Keep what a piece was read as."""
        if piece is not None and self._cut.shelf is not None:
            self._cut.shelf.put(piece, kept)

    @property
    def shown_page(self) -> int:
        """The page being read, 0 where the file does not tell."""
        return self.page if self.knows_pages else 0

    def go_on(self, breaks: int, *, ends_section: bool) -> None:
        """Count on the pages as Word laid them out last, and the sections."""
        self.page += breaks
        self.section += ends_section

    def whole(self, part: str, read: Callable[[Reading, Element], T]) -> T | None:
        """Return what a part is read as, None where there is none; one that changes nothing here is read but once."""
        data = self.package.read(part)
        if data is None:
            return None
        page = self.page if self.knows_pages else 0
        key = (part, data, read, self.section, page)
        found: T | None = self.around.parts.get(key)
        if found is None:
            before = self._state()
            root = self.package.parse(data, part)
            self.enter(part, root)
            found = read(self, root)
            if before == self._state() and len(data) <= _LARGEST_KEPT:
                self.around.parts.put(key, found)
        return found

    def _state(self) -> tuple[int, ...]:
        return (self.section, self.page, len(self.changes), self.numbering.steps)

    @property
    def part_name(self) -> str:
        """The part being read."""
        return self._part

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
