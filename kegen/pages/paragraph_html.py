"""A paragraph of a page as HTML: each of its lines a block of its own, so that every browser shows the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kegen.docx.lengths import Length
from kegen.docx.model import DrawnLine, Face, Page, Paragraph, Place, TextBox, paragraphs_in
from kegen.pages.boxes import Line, ParagraphBox, Span
from kegen.pages.headings import Heading
from kegen.pages.html import points, style, text
from kegen.pages.tabs import Tab

MAIN = "word/document.xml"
_LEADERS = frozenset({"dot", "middleDot", "hyphen", "underscore", "heavy"})
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_ALIGNMENTS = {"both": " j", "distribute": " j", "center": " c", "right": " r"}
_JUSTIFIED = frozenset({"both", "distribute"})
_DASHES = "-–—\u2011"
_FIRM_BLANK = "\u00a0"
"""A blank that justifying does not widen, in LibreOffice as in Word; browsers would."""
_POINT = 20


def key_of(place: Place) -> str:
    """Return how a page names a paragraph in `data-p`: `12` in the body, `footnotes:3` elsewhere."""
    part = place.part.rpartition("/")[2].removesuffix(".xml")
    return str(place.ordinal) if place.part == MAIN else f"{part}:{place.ordinal}"


def paragraph_html(box: ParagraphBox, top: float, left: float, paper: Page, headings: Mapping[Place, Heading]) -> str:
    """Return the paragraph, or its part on the page, as HTML, at a place counted in twips from what holds it."""
    paragraph = box.paragraph
    heading = headings.get(paragraph.place)
    tag = f"h{heading.level}" if heading is not None and box.starts else "p"
    key = key_of(paragraph.place)
    anchor = f' id="p{key}"' if box.starts and paragraph.place.part == MAIN else ""
    size = box.lines[0].size * _POINT
    lines = "".join(_lines(box, size)) + ("".join(_shapes(paragraph, paper)) if box.starts else "")
    place = style(y=top, x=left, s=size)
    return f'<{tag} class="p{_classes(box)}"{anchor} data-p="{key}"{place}>{lines}</{tag}>'


def _classes(box: ParagraphBox) -> str:
    """Return how a paragraph is aligned, and which borders it has on this page."""
    look = box.format
    above = " over" if look.top is not None and box.starts else ""
    below = " under" if look.bottom is not None and box.ends else ""
    return _ALIGNMENTS.get(look.alignment, "") + above + below


def _lines(box: ParagraphBox, size: float) -> Iterator[str]:
    for line in box.lines:
        ends = " e" if line.ends and box.format.alignment != "distribute" else ""
        height = {"h": line.height} | ({"g": line.least} if line.least != line.height else {})
        content = _content(line, size)
        if not ends and box.format.alignment in _JUSTIFIED:
            content = content.replace(_FIRM_BLANK, f'<span class="f">{_FIRM_BLANK}</span>')
        yield f'<span class="l{ends}"{style(x=line.left, w=line.room, **height)}>{content}</span>'


def _content(line: Line, size: float) -> str:
    """Return what stands on a line, and a blank behind it that keeps its last word apart from the next line's first."""
    tabs = iter(line.tabs)
    shown = "".join([_span(span, size, tabs) for span in line.spans])
    goes_on = line.spans and not line.ends and line.spans[-1].text[-1:] not in _DASHES
    return shown + (" " if goes_on else "")


def _span(span: Span, size: float, tabs: Iterator[Tab]) -> str:
    """Return characters of one look, with a box as wide as it is for each tab."""
    words, *behind = span.text.split("\t")
    shown = text(words) + "".join(_tab(next(tabs, Tab(0.0))) + text(each) for each in behind)
    for tag in _tags(span.face):
        shown = f"<{tag}>{shown}</{tag}>"
    if span.note:
        shown = f'<a href="#note-{span.note}" id="sign-{span.note}" role="doc-noteref">{shown}</a>'
    own = _own_style(span.face, size)
    return f'<span class="z" style="{own}">{shown}</span>' if own else shown


def _tab(tab: Tab) -> str:
    filled = f" {tab.leader}" if tab.leader in _LEADERS else ""
    return f'<span class="tab{filled}"{style(w=tab.width)}></span>'


def _tags(face: Face) -> Iterator[str]:
    yield from (tag for tag, is_so in (("b", face.bold), ("i", face.italic), ("u", face.underline)) if is_so)
    if face.strike:
        yield "s"
    if face.raised:
        yield "sup" if face.raised == "superscript" else "sub"


def _own_style(face: Face, size: float) -> str:
    """Return what a look has beyond that of its paragraph: size, colour, letters set apart, small capitals."""
    own = [f"--s:{face.size:g}"] if face.size * _POINT != size else []
    if _RGB.fullmatch(face.colour) and face.colour != "000000":
        own.append(f"color:#{face.colour}")
    if face.highlight.isalpha():
        own.append(f"background:{face.highlight.lower()}")
    if face.spacing:
        own.append(f"letter-spacing:calc({face.spacing:g}*var(--pt))")
    if face.small_caps:
        own.append("font-variant-caps:small-caps")
    return ";".join(own)


def _shapes(paragraph: Paragraph, paper: Page) -> Iterator[str]:
    """Yield the lines drawn in a paragraph, and the words of its text boxes."""
    for shape in paragraph.shapes:
        if isinstance(shape, DrawnLine) and shape.horizontal:
            yield f'<span class="rule{_stands(shape)}"{_rule_style(shape, paper)}></span>'
        elif isinstance(shape, TextBox):
            words = " ".join(each.text for each in paragraphs_in(shape.blocks) if each.text.strip())
            framed = " framed" if shape.framed else ""
            yield f'<span class="box{framed}"{style(w=shape.width.twips)}>{text(words)}</span>'


def _stands(shape: DrawnLine) -> str:
    """Return whether a line stands in the text, or by itself at the left, in the middle or at the right."""
    if shape.align in ("center", "right"):
        return f" apart {shape.align}"
    return "" if shape.left is None else " apart"


def _rule_style(shape: DrawnLine, paper: Page) -> str:
    left = shape.left or Length(0)
    from_column = left - paper.left if shape.relative_to == "page" else left
    lengths = style(w=shape.length.twips, x=Length(from_column).twips, y=(shape.top or Length(0)).twips)
    return lengths if shape.solid else f'{lengths[:-1]};border-top-style:dashed"'


def size_of(paper: Page) -> str:
    """Return width and height of a paper as custom properties."""
    return f"--w:{points(paper.width.twips)};--h:{points(paper.height.twips)}"
