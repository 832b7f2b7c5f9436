"""What stands inside a paragraph, in the order it is read: characters with their look, fields, shapes, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.drawings import shapes
from kegen.document.model import ChangeKind, Face, Place, Run, Shape
from kegen.document.properties import Stated, stated_characters
from kegen.document.styles import Style
from kegen.document.xml import MC, Element, M, W, shown_branch, switch, value

if TYPE_CHECKING:
    from kegen.document.reading import Reading

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
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))


class Inline:
    """Gathers the inside of one paragraph."""

    def __init__(self, reading: Reading, place: Place, table: Stated, style: Style) -> None:
        self.runs: list[Run] = []
        self.shapes: list[Shape] = []
        self.fields: list[str] = []
        self.notes: list[int] = []
        self.laid_out_breaks = 0
        self._reading, self._place = reading, place
        self._table, self._style = table, style
        self._instruction: list[str] | None = None

    def read(self, element: Element) -> None:
        """Gather what stands in the element."""
        for child in element:
            self._read_child(child)

    def face(self, properties: Element | None) -> Face:
        """Return the look that a `w:rPr` gives in this paragraph."""
        reading = self._reading
        direct = stated_characters(properties, reading.theme)
        named = value(properties, "rStyle") if properties is not None else None
        return reading.styles.face(self._table, self._style, reading.styles.style(named), direct)

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
        elif tag == MC + "AlternateContent":
            for shown in shown_branch(child):
                self._read_child(shown)
        elif tag in (M + "oMath", M + "oMathPara"):
            text = "".join(each.text or "" for each in child.iter(M + "t"))
            self.runs.append(Run(text, self.face(None)))

    def _tracked(self, child: Element) -> None:
        """Read a tracked change as accepted: what came is there, what went is not."""
        kind = _TRACKED[child.tag]
        if kind:
            self._reading.change(kind, child, self._place)
        if child.tag in _CAME:
            self.read(child)

    def _run(self, run: Element) -> None:
        properties = run.find(W + "rPr")
        if properties is not None and properties.find(W + "rPrChange") is not None:
            self._reading.change("format", run, self._place)
        text = "".join([self._sign(child) for child in run])
        if text and not switch(properties, "vanish"):
            self.runs.append(Run(text, self.face(properties)))

    def _sign(self, child: Element) -> str:
        """Return the characters that a child of a run puts on the page."""
        if child.tag == _TEXT:
            return child.text or ""
        name = child.tag.rpartition("}")[2]
        if name in _SIGNS:
            return _SIGNS[name]
        if child.tag == W + "br":
            return self._break(child)
        self._other(child, name)
        return _symbol(child) if child.tag == W + "sym" else ""

    def _break(self, child: Element) -> str:
        return "\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "\f"

    def _other(self, child: Element, name: str) -> None:
        """Take note of what is no character: a field, a note, a shape."""
        if child.tag in _DRAWN:
            self.shapes.extend(shapes(child, self._reading.aside))
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
            self.fields.append("PAGE")
        elif name == "lastRenderedPageBreak":
            self.laid_out_breaks += 1

    def _note(self, child: Element) -> None:
        id = child.get(W + "id", "")  # noqa: A001 - the word of the standard
        if id.lstrip("-").isdigit():
            self.notes.append(int(id))

    def _field_sign(self, child: Element) -> None:
        """Follow a field through its begin, separate and end (17.16.18)."""
        kind = child.get(W + "fldCharType")
        if kind == "begin":
            self._instruction = []
        elif self._instruction is not None:
            self._field("".join(self._instruction))
            self._instruction = None

    def _field(self, instruction: str) -> None:
        words = instruction.split()
        if words:
            self.fields.append(words[0].upper())


def _symbol(child: Element) -> str:
    try:
        return chr(int(child.get(W + "char", ""), 16))
    except (ValueError, OverflowError):
        return ""
