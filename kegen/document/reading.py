"""What all readers of one file share: its surroundings, places, and the tracked changes met so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from kegen.document.cut import LARGEST_KEPT, UNCUT, Cut, Piece, Shelf, cut
from kegen.document.frame import Frame, frame_of, ordinals_in
from kegen.document.model import Block, Change, ChangeKind, Place
from kegen.document.numbering import Numbering
from kegen.document.surroundings import surroundings, target
from kegen.document.xml import Element, W, child, is_shallow
from kegen.problem import KegenError

if TYPE_CHECKING:
    from kegen.document.package import Package, Relationship

T = TypeVar("T")


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
        self.page = 0
        """The page being read, 0 where the file does not tell."""
        self.part = ""
        """The part being read."""
        self._ordinals: dict[Element, int] = {}
        self._times: Counter[str] = Counter()
        self._shelf: Shelf | None = None
        self._pieces: list[Piece] = []
        self._new: dict[int, Element] = {}
        """Paragraphs that were cut out and not read before, by their ordinals."""

    def target(self, kind: str) -> str | None:
        """Return the name of the part of that kind, None where the file has none."""
        return target(self.related, kind)

    def enter_main(self, data: bytes) -> Frame | None:
        """Begin to read the main part and return its frame, None where it has no body."""
        found = cut(data, self.around)
        frame = None if found is None else self._enter_cut(found)
        if frame is None:
            body = child(self.package.parse(data, self.package.main), "body")
            frame = None if body is None else frame_of(body, self.styles)
        if frame is not None:
            self.part, self._ordinals = self.package.main, frame.ordinals
            self.page = 1 if frame.knows_pages else 0
        return frame

    def _enter_cut(self, found: Cut) -> Frame | None:
        """Begin to read a part that was cut, None for one that is to be read whole, if only to say why it cannot be."""
        new = [at for at, piece in enumerate(found.pieces) if piece.data and piece.kept is None]
        try:
            frame = found.shelf.frames.get(found.frame) or self._frame(found)
            elements = self._alone(found.shelf, [found.pieces[at].data for at in new])
        except KegenError:
            return None
        if frame is None or elements is None:
            return None
        self._shelf, self._pieces = found.shelf, found.pieces
        self._new = dict(zip(new, elements, strict=True))
        return frame

    def _frame(self, found: Cut) -> Frame | None:
        """Return the frame of a part, None where it nests deep or has paragraphs outside its body."""
        root = self.package.parse(b"".join(found.frame), self.package.main)
        body = child(root, "body")
        if body is None or not is_shallow(root):
            return None
        frame = frame_of(body, self.styles)
        if len(frame.ordinals) != len(found.pieces):
            return None
        found.shelf.keep_frame(found.frame, frame)
        return frame

    def _alone(self, shelf: Shelf, pieces: list[bytes]) -> list[Element] | None:
        """Return paragraphs that were cut out as the elements they are, None where they nest deep."""
        if not pieces:
            return []
        root = self.package.parse(shelf.together(pieces), self.package.main)
        return list(root) if is_shallow(root) and len(root) == len(pieces) else None

    def enter(self, part: str, root: Element) -> None:
        """Begin to read a part: its paragraphs are counted as they stand in the file."""
        self.part = part
        self._shelf, self._pieces = None, []
        self._ordinals = ordinals_in(root)

    def piece(self, paragraph: Element) -> tuple[int, Piece]:
        """Return the ordinal of a paragraph in its part, and the piece it stands for."""
        at = self._ordinals.get(paragraph)
        if at is None:
            return 0, UNCUT
        return at, self._pieces[at] if self._pieces else UNCUT

    def element(self, at: int, piece: Piece) -> Element:
        """Return a paragraph that was cut out as the element it is."""
        if at not in self._new and self._shelf is not None:
            self._new |= zip([at], self._alone(self._shelf, [piece.data]) or (), strict=False)
        return self._new[at]

    def go_on(self, breaks: int, *, ends_section: bool) -> None:
        """Count on the pages as Word laid them out last, and the sections."""
        self.page += breaks if self.page else 0
        self.section += ends_section

    def whole(self, part: str, read: Callable[[Reading, Element], T]) -> T | None:
        """Return what a part is read as, None where there is none; one that changes nothing here is read but once."""
        data = self.package.read(part)
        if data is None:
            return None
        self._times[part] += 1  # read twice, as a header of two sections, it is two headers that look the same
        key = (part, data, read, self.section, self.page, self._times[part])
        found: T | None = self.around.parts.get(key)
        if found is None:
            before = self._state()
            root = self.package.parse(data, part)
            self.enter(part, root)
            found = read(self, root)
            if before == self._state() and len(data) <= LARGEST_KEPT:
                self.around.parts.put(key, found)
        return found

    def _state(self) -> tuple[int, ...]:
        return (self.section, self.page, len(self.changes), self.numbering.steps)

    def change(self, kind: ChangeKind, element: Element, place: Place) -> None:
        """Take note of a tracked change."""
        text = "".join(each.text or "" for each in element.iter(W + "t", W + "delText"))
        author = element.get(W + "author") or next((e.get(W + "author", "") for e in element.iter(W + "rPrChange")), "")
        self.changes.append(Change(kind, author, text, place))

    def aside(self, element: Element) -> tuple[Block, ...]:
        """Read the blocks of a text box, which belongs to no page flow of its own."""
        from kegen.document.blocks import read_blocks  # noqa: PLC0415 - blocks hold shapes, and shapes blocks

        return read_blocks(self, element)
