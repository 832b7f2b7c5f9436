"""Plans made up for the tests of the reader: head, content, end, annexes, a paragraph a line."""

from xml.sax.saxutils import escape

from kegen.importing.read import read_plan
from kegen.plan.model import Source
from tests.docx_files.make import docx, p, read, run

BOLD, ITALIC, CENTRE = "<w:b/>", "<w:i/>", '<w:jc w:val="center"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:left="1134" w:right="1134"/>'
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="1134"/>'


def line(text, looks=""):
    """Return a paragraph; one that begins with `*` is bold."""
    bold = text.startswith("*")
    return p(run(escape(text.removeprefix("*")), looks + (BOLD if bold else "")), properties='<w:jc w:val="both"/>')


def centred(text, looks=BOLD):
    return p(run(text, looks), properties=CENTRE)


def row(*cells):
    return "<w:tr>" + "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells) + "</w:tr>"


def cell(text, properties=""):
    inside = "".join(p(run(each)) for each in text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows, columns=2):
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(columns))
    borders = "".join(
        f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def sides(left, right):
    """Return a table without lines: texts side by side, lines bold."""
    cells = "".join(
        f"<w:tc>{''.join(p(run(each, BOLD if each.isupper() else ''), properties=CENTRE) for each in side)}</w:tc>"
        for side in (left, right)
    )
    grid = '<w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}<w:tr>{cells}</w:tr></w:tbl>"


HEAD = {
    "issuer": ("ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN"),
    "number": "Số: 15/KH-UBND",
    "date": "Lạng Sơn, ngày 05 tháng 6 năm 2026",
}
CARRIED = (
    "Thực hiện Quyết định số 77/QĐ-TTg ngày 12/3/2026 của Thủ tướng Chính phủ về việc ban hành Chương trình trồng cây,"
    " Ủy ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch thực hiện như sau:"
)
OPENING = (CARRIED,)
END = (
    ("Nơi nhận:", "- Bộ Xây dựng (b/c);", "- Các sở, ban, ngành;", "- Lưu: VT, TH."),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Trần Văn Thử"),
)


def body_of(  # noqa: PLR0913 - one for each part
    *content, head=HEAD, title="Trồng cây phân tán năm 2026", opening=OPENING, end=END, kind="KẾ HOẠCH", after=""
):
    """Return the XML of a plan's body; content is lines, or XML as it stands."""
    left = (*head["issuer"], head["number"])
    top = sides(left, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", head["date"]))
    lines = "".join(each if each.startswith("<w:") else line(each) for each in (*opening, *content))
    last = sides(*end) if end else ""
    return f"{top}{centred(kind)}{centred(title)}{lines}{last}<w:p/>{after}<w:sectPr>{PORTRAIT}</w:sectPr>"


def paper(*content, parts=None, **facts):
    """Return the bytes of a plan."""
    return docx(body_of(*content, **facts), **(parts or {}))


def document(*content, parts=None, **facts):
    return read(body_of(*content, **facts), **(parts or {}))


def plan(*content, parts=None, **facts):
    """Return a plan as the reader has it."""
    return read_plan(document(*content, parts=parts, **facts), Source("ke-hoach.docx", "0", "docx"))
