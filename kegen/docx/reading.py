"""What all readers of one file share: its styles and lists, the place reached, the tracked changes met so far."""

from __future__ import annotations

from kegen.docx.lengths import Length, read_length, twips
from kegen.docx.marks import Marks, marks_in
from kegen.docx.model import Change, ChangeKind, Place
from kegen.docx.numbering import Numbering
from kegen.docx.package import Package
from kegen.docx.properties import read_theme
from kegen.docx.refusals import refusal
from kegen.docx.styles import Styles
from kegen.docx.xml import Element, W, switch, value

_MOST_PARAGRAPHS = 15_000
_MOST_LETTERS = 2_000_000
"""Three hundred pages, or an annex of a thousand rows, have half of this."""
_MOST_ON_PAGE = 6_000
"""A page of A4 in letters of 11 pt, filled without a gap: where more follows one mark of Word, marks are missing."""


class Reading:
    """One file being read from its first paragraph to its last."""

    def __init__(self, package: Package, *, with_marks: bool = False) -> None:
        self.package, self._with_marks = package, with_marks
        self.related = package.related(package.main)
        parts = self._parts("settings", "theme", "styles", "numbering")
        settings, theme, styles, lists = (None if each is None else package.parse(*each) for each in parts)
        self.has_even_pages = switch(settings, "evenAndOddHeaders")
        step = None if settings is None else read_length(value(settings, "defaultTabStop"))
        self.tab_step: Length = step or twips(720)
        self.theme = read_theme(theme, settings)
        self.styles = Styles(styles, self.theme)
        self.numbering = Numbering(lists)
        self.changes: list[Change] = []
        self.section = 0
        """The index of the section being read."""
        self.page = 0
        """The page being read, from 1; 0 where the file does not tell."""
        self.pages = 0
        """The last page that the file tells of."""
        self.note_pages: dict[int, int] = {}
        """The page on which each footnote is referred to, and so stands."""
        self._part = ""
        self._paragraphs = self._letters = self._on_page = 0
        self._ordinals: dict[Element, int] = {}
        self.marks: dict[Element, Marks] = {}
        """The marks of kegen's draft by the paragraph of the part being read."""

    def _parts(self, *kinds: str) -> list[tuple[bytes, str] | None]:
        """Return the bytes and the name of the part of each kind, None where the file has none."""
        names = [self.part_of(kind) for kind in kinds]
        contents = [None if name is None else self.package.read(name) for name in names]
        return [
            None if name is None or data is None else (data, name) for name, data in zip(names, contents, strict=True)
        ]

    def part_of(self, kind: str) -> str | None:
        """Return the name of the part of that kind, None where the file names none."""
        return next((each.target for each in self.related.values() if each.kind == kind and not each.outside), None)

    def open_part(self, name: str) -> Element | None:
        """Return the root of a part about to be read, None where there is no such part."""
        data = self.package.read(name)
        if data is None:
            return None
        root = self.package.parse(data, name)
        self.enter(name, root)
        return root

    def enter(self, part: str, top: Element) -> None:
        """Begin to read a part: its paragraphs are counted as they stand in the file."""
        self._part = part
        # The elements are held here all the while: lxml would make new ones on each visit.
        self._ordinals = {each: index for index, each in enumerate(top.iter(W + "p"))}
        self.marks = marks_in(top) if self._with_marks else {}
        self._paragraphs += len(self._ordinals)
        self._letters += sum(len(each.text or "") for each in top.iter(W + "t"))
        if self._paragraphs > _MOST_PARAGRAPHS or self._letters > _MOST_LETTERS:
            why = "dài quá mức một văn bản có thể có"
            raise refusal(self.package.name, why, "hãy tách tệp thành nhiều tệp nhỏ hơn")

    def place(self, paragraph: Element) -> Place:
        """Return where a `w:p` stands; words of a drawing, which are no paragraph of the file, stand at its start."""
        return Place(self._part, self._ordinals.get(paragraph, 0))

    def advance(self, page_breaks: int, letters: int, *, ends_section: bool) -> None:
        """Count on the pages as Word laid them out last, and the sections; more than a page holds is on none known."""
        self._on_page = letters + (0 if page_breaks else self._on_page)
        self.pages = max(self.pages, self.page and self.page + page_breaks)
        self.page = self.page + page_breaks if self.page and self._on_page <= _MOST_ON_PAGE else 0
        self.section += ends_section

    def note_change(self, kind: ChangeKind, element: Element, place: Place) -> None:
        """Take note of a tracked change."""
        text = "".join(each.text or "" for each in element.iter(W + "t", W + "delText"))
        author = element.get(W + "author") or next((e.get(W + "author", "") for e in element.iter(W + "rPrChange")), "")
        self.changes.append(Change(kind, author, text, place))
