"""One paragraph: its characters with all the formatting that reaches them, its fields, shapes and notes."""

from __future__ import annotations

import itertools

from kegen.docx.drawings import ReadBlocks, shapes
from kegen.docx.marks import NO_MARKS
from kegen.docx.model import ChangeKind, Face, Paragraph, Place, Run, Shape
from kegen.docx.properties import Stated, stated_characters, stated_paragraph
from kegen.docx.reading import Reading
from kegen.docx.styles import Style, TableFormatting, list_level
from kegen.docx.xml import MC, Element, M, W, child, shown_branch, switch, value, whole_number

_RUN, _TEXT = W + "r", W + "t"
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_INSIDE = frozenset(
    W + name for name in ("smartTag", "hyperlink", "customXml", "sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase")
)
_TRACKED: dict[str, ChangeKind | None] = {
    W + "ins": "ins",
    W + "moveTo": "move",
    W + "del": "del",
    W + "moveFrom": None,
}
"""Tracked changes and what they are told as: a move is told once, where the text arrived."""
_CAME = frozenset({W + "ins", W + "moveTo"})
_SURROGATES = range(0xD800, 0xE000)
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))


def read_paragraph(
    reading: Reading, element: Element, inherited: TableFormatting, read_blocks: ReadBlocks
) -> tuple[Paragraph, bool]:
    """Read a `w:p`, and whether it runs on into the next, its mark deleted; `read_blocks` reads its text boxes."""
    place = reading.place(element)
    own = child(element, "pPr")
    properties = {} if own is None else {each.tag: each for each in reversed(own)}
    named = "" if W + "pStyle" not in properties else properties[W + "pStyle"].get(W + "val", "")
    style = reading.styles.style(named or reading.styles.default_paragraph)
    inline = _Inline(reading, place, inherited.characters, style, read_blocks)
    inline.read(element)
    numbered = list_level(own, style.numbering)
    mark, marks = properties.get(W + "rPr"), reading.marks.get(element, NO_MARKS)
    paragraph = Paragraph(
        place=place,
        runs=tuple(inline.runs),
        text="".join([run.text for run in inline.runs]),
        label=reading.numbering.label(numbered),
        format=reading.styles.paragraph_format(
            inherited.paragraph, style, reading.numbering.indents(numbered), stated_paragraph(own)
        ),
        style=style.name,
        mark=inline.face(mark),
        section=reading.section,
        page=reading.page,
        shapes=tuple(inline.shapes),
        placed=tuple(inline.placed),
        fields=tuple(inline.fields),
        notes=tuple(inline.notes),
        noted=tuple(inline.noted),
        firm_hyphens=tuple(inline.firm_hyphens),
        field_spans=tuple(inline.field_spans),
        marks=marks.begun,
        marks_before=marks.going_on,
    )
    reading.advance(inline.page_breaks, len(paragraph.text), ends_section=W + "sectPr" in properties)
    return paragraph, mark is not None and child(mark, "del") is not None


class _Inline:
    """Gathers what stands inside one paragraph."""

    def __init__(
        self, reading: Reading, place: Place, inherited: Stated, style: Style, read_blocks: ReadBlocks
    ) -> None:
        self.runs: list[Run] = []
        self.shapes: list[Shape] = []
        self.fields: list[str] = []
        self.placed: list[str] = []
        self.notes: list[int] = []
        self.noted: list[int] = []
        """How many characters stand before each of the notes."""
        self.firm_hyphens: list[int] = []
        """How many characters stand before each no-break hyphen."""
        self.field_spans: list[tuple[int, int]] = []
        """Where the result of each field begins and ends."""
        self.page_breaks = 0
        """How often Word broke the page in it when it laid it out last."""
        self._length = 0
        self._reading, self._place = reading, place
        self._inherited, self._style = inherited, style
        self._read_blocks = read_blocks
        self._plain = self._face(None)
        self._instruction: list[str] | None = None
        """The words of the field being read, None outside fields."""

    def read(self, element: Element) -> None:
        """Gather what stands in the element."""
        for each in element:
            self._read_child(each)

    def face(self, properties: Element | None) -> Face:
        """Return the look that a `w:rPr` gives in this paragraph."""
        return self._plain if properties is None else self._face(properties)

    def _face(self, properties: Element | None) -> Face:
        reading = self._reading
        direct = stated_characters(properties, reading.theme)
        named = value(properties, "rStyle") if properties is not None else None
        return reading.styles.face(self._inherited, self._style, reading.styles.style(named), direct)

    def _read_child(self, child: Element) -> None:
        tag = child.tag
        if tag == _RUN:
            self._run(child)
        elif tag in _INSIDE:
            self.read(child)
        elif tag in _TRACKED:
            self._tracked(child)
        elif tag == W + "fldSimple":
            self._field(child.get(W + "instr", ""))
            self.read(child)
            self._end_field()
        elif tag == MC + "AlternateContent":
            for shown in shown_branch(child):
                self._read_child(shown)
        elif tag in (M + "oMath", M + "oMathPara"):
            text = "".join(each.text or "" for each in child.iter(M + "t"))
            self._add(Run(text, self.face(None)))

    def _tracked(self, child: Element) -> None:
        """Read a tracked change as accepted: what came is there, what went is not."""
        kind = _TRACKED[child.tag]
        if kind:
            self._reading.note_change(kind, child, self._place)
        if child.tag in _CAME:
            self.read(child)

    def _run(self, run: Element) -> None:
        properties = run.find(W + "rPr")
        if properties is not None and properties.find(W + "rPrChange") is not None:
            self._reading.note_change("format", run, self._place)
        signs = [self._sign(child) for child in run]
        text = "".join(signs)
        if text and not switch(properties, "vanish"):
            if "-" in signs:
                self._note_hyphens(run, signs)
            self._add(Run(text, self.face(properties)))

    def _note_hyphens(self, run: Element, signs: list[str]) -> None:
        starts = itertools.accumulate(map(len, signs), initial=self._length)
        firm = zip(run, starts, strict=False)
        self.firm_hyphens += [at for each, at in firm if each.tag == W + "noBreakHyphen"]

    def _add(self, run: Run) -> None:
        self.runs.append(run)
        self._length += len(run.text)

    def _sign(self, child: Element) -> str:
        """Return the characters that a child of a run puts on the page."""
        if child.tag == _TEXT:
            return child.text or ""
        name = child.tag.rpartition("}")[2]
        if name == "ptab":
            self.placed.append(child.get(W + "alignment", "left"))
        if name in _SIGNS:
            return _SIGNS[name]
        if child.tag == W + "br":
            return "\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "\f"
        self._other(child, name)
        return _symbol(child) if child.tag == W + "sym" else ""

    def _other(self, child: Element, name: str) -> None:
        """Take note of what is no character: a field, a note, a shape."""
        if child.tag in _DRAWN:
            self.shapes.extend(shapes(child, self._read_blocks))
        elif child.tag == MC + "AlternateContent":
            for shown in shown_branch(child):
                self._other(shown, shown.tag.rpartition("}")[2])
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(child)
        elif name == "fldChar":
            self._field_sign(child)
        elif name == "instrText" and self._instruction is not None:
            self._instruction.append(child.text or "")
        elif name == "pgNum":
            self._field("PAGE")
            self._end_field()
        elif name == "lastRenderedPageBreak":
            self.page_breaks += 1

    def _note(self, child: Element) -> None:
        number = whole_number(child.get(W + "id"))
        if number is not None:
            self.notes.append(number)
            self.noted.append(self._length)
            if child.tag == W + "footnoteReference":
                page = self._reading.page
                self._reading.note_pages.setdefault(number, page + self.page_breaks if page else 0)

    def _field_sign(self, child: Element) -> None:
        """Follow a field through its begin, separate and end (17.16.18)."""
        kind = child.get(W + "fldCharType")
        if kind == "begin":
            self._instruction = []
        elif self._instruction is not None:
            self._field("".join(self._instruction))
            self._instruction = None
        if kind == "end":
            self._end_field()

    def _field(self, instruction: str) -> None:
        words = instruction.split()
        if words:
            self.fields.append(words[0].upper())
            self.field_spans.append((self._length, self._length))

    def _end_field(self) -> None:
        """Take what was read since the last field began for its result."""
        if self.field_spans:
            self.field_spans[-1] = (self.field_spans[-1][0], self._length)


def _symbol(child: Element) -> str:
    """Return the character of a `w:sym`, "" where its code is none."""
    try:
        code = int(child.get(W + "char", ""), 16)
        return "" if code in _SURROGATES else chr(code)
    except (ValueError, OverflowError):
        return ""
