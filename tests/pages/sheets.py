"""Small made-up documents set on pages."""

from kegen.docx.read import read_document
from kegen.pages.boxes import ParagraphBox
from kegen.pages.layout import lay_out
from kegen.pages.pages import draw_pages
from tests.docx_files.make import docx, p, run

__all__ = ["body_lines", "drawn", "file_of", "laid", "lines", "long", "p", "row", "run", "section", "table"]

STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
)
TALL = 322
"""How high a line of 14 pt is, in twips."""


def section(width=9000, lines=10, more="", kind="nextPage", paper=None):
    """Return a section whose pages hold so many lines of 14 pt, so wide."""
    across, down = paper or (width + 2000, lines * TALL + 2000)
    return (
        f'<w:sectPr>{more}<w:type w:val="{kind}"/><w:pgSz w:w="{across}" w:h="{down}"/>'
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="300" w:footer="300"/></w:sectPr>'
    )


def file_of(body, last=None, **parts):
    return docx(body + (section() if last is None else last), styles=STYLES, **parts)


def laid(body, last=None, **parts):
    return lay_out(read_document(file_of(body, last, **parts)))


def drawn(body, last=None, **parts):
    return draw_pages(file_of(body, last, **parts))


def words(line):
    return "".join(span.text for span in line.spans)


def lines(body, width=3000, **parts):
    """Return the lines of a single paragraph."""
    (placed,) = laid(body, section(width, 40), **parts)[0].body
    return [words(line) for line in placed.box.lines]


def body_lines(body, last=None, **parts):
    """Return the lines of each page, those of paragraphs outside tables only."""
    pages = laid(body, last, **parts)
    return [
        [words(line) for placed in page.body if isinstance(placed.box, ParagraphBox) for line in placed.box.lines]
        for page in pages
    ]


def long(name, count, properties=""):
    """Return a paragraph of so many lines, each the name and its number."""
    wide = "\u00a0" * 80
    return p(" ".join(f"{name}{at}{wide}" for at in range(count)), properties=properties)


def row(*cells, properties=""):
    """Return a row; a plain text is a cell of one paragraph."""
    inside = "".join(f"<w:tc>{each if each.startswith('<') else p(each)}</w:tc>" for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows, widths=(2000, 2000), properties=""):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
