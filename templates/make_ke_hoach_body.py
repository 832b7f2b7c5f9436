"""The text and tags of the first master template, from the header to the annex and the footnote."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
SAMPLE_NOTE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
KINDS = {
    "doan": "KHDoan",
    "khoan": "KHKhoan",
    "nhom": "KHNhom",
    "muc": "KHMuc",
    "can-cu": "KHCanCu",
    "mo-dau": "KHMoDau",
    "tiet": "KHTiet",
}
"""Styles by kind, the most frequent first: each paragraph is held against one after the other."""
SAMPLE_WIDTHS = (2268, 2268, 2268)
"""Of the columns of a sample table: each draft has its own."""


def run(text: str) -> str:
    """Return a run that keeps its blanks."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(style: str, text: str, more: str = "") -> str:
    """Return a paragraph in the style; `more` goes behind its text."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text) if text else ""}{more}</w:p>'


def tag(text: str) -> str:
    """Return a paragraph that only holds a Jinja statement and is gone from the draft."""
    return para("KHThe", text)


def drawn_line(name: str, number: int, millimetres: float, style: str = "KHDuongKe") -> str:
    """Return a centred drawn line in a paragraph of its own; the engine sets its length by its name."""
    cx = round(millimetres * 36000)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="0"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" name="{name}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic>"
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )


def cell(width: int, content: str, more: str = "") -> str:
    """Return a table cell of the width in twips."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


def row(*cells: str, properties: str = "<w:cantSplit/>") -> str:
    """Return a table row; by default it stays on one page."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tag_row(text: str, width: int, columns: int = 3) -> str:
    """Return a row that only holds a Jinja statement and is gone from the draft."""
    return row(cell(width, tag(text), f'<w:gridSpan w:val="{columns}"/>'))


def table(widths: tuple[int, ...], rows: str, *, indent: int = 0, borders: str = "none", padding: int = 0) -> str:
    """Return a table of fixed column widths in twips."""
    edges = "".join(
        f'<w:{edge} w:val="{borders}" w:sz="{4 if borders == "single" else 0}" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{padding}" w:type="dxa"/>'
        f'<w:right w:w="{padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def header_block() -> str:
    """Return the block of ô 1-4, 62 + 98 mm between the margins.

    A date line too long for the right cell takes a wider one beside the number, one of two.
    """
    number_alone, more, rest, right = 2240, 708, 567, 5556
    whole, left = number_alone + more + rest + right, number_alone + more + rest
    issuer = (
        tag("{%p if parent %}") + para("KHChuQuan", "{{ parent }}") + tag("{%p endif %}")
        + tag("{%p for line in issuer %}") + para("KHCoQuan", "{{ line }}") + tag("{%p endfor %}")
        + drawn_line("duong-ke-co-quan", 1, 15)
    )  # fmt: skip
    motto = (
        para("KHQuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + para("KHTieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + drawn_line("duong-ke-tieu-ngu", 2, 60.5)
    )
    number, date = para("KHSo", "{{ number }}"), para("KHDiaDanh", "{{ place_and_date }}")
    rows = (
        row(cell(left, issuer, _span(3)), cell(right, motto))
        + tag_row("{%tr if date_widest %}", whole, 4)
        + row(cell(number_alone, number), cell(whole - number_alone, date, _span(3)))
        + tag_row("{%tr elif date_wide %}", whole, 4)
        + row(cell(number_alone + more, number, _span(2)), cell(rest + right, date, _span(2)))
        + tag_row("{%tr else %}", whole, 4)
        + row(cell(left, number, _span(3)), cell(right, date))
        + tag_row("{%tr endif %}", whole, 4)
    )  # fmt: skip
    return table((number_alone, more, rest, right), rows)


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def title_block() -> str:
    """Return the kind of document, its title and the line below: ô 5a."""
    return (
        para("KHTenLoai", "{{ kind }}") + para("KHTrichYeu", "{{ title }}")
        + drawn_line("duong-ke-trich-yeu", 3, 60, "KHDuongKeDuoi")
    )  # fmt: skip


def body() -> str:
    """Return the loop over the paragraphs: one a kind, the last one kept with the signature."""
    branches = tag("{%p for p in body %}") + tag("{%p if p.last %}") + para("KHDoanCuoi", "{{ p.text }}")
    for kind, style in KINDS.items():
        note = SAMPLE_NOTE if kind == "doan" else ""
        branches += tag(f'{{%p elif p.kind == "{kind}" %}}') + para(style, "{{ p.text }}", note)
    behind = tag("{%p if p.ends %}") + para("KHSauBangCuoi", "") + tag("{%p else %}") + para("KHSauBang", "")
    branches += tag('{%p elif p.kind == "bang" %}') + sample_table("p.table") + behind + tag("{%p endif %}")
    branches += tag("{%p else %}") + para("KHKhoanLien", "{{ p.text }}")
    return branches + tag("{%p endif %}") + tag("{%p endfor %}")


def sample_table(name: str) -> str:
    """Return the rows of a table's head, which each page repeats, and its other rows; the engine sets the widths."""
    middle = '<w:vAlign w:val="center"/>'
    sides = tag('{%p if cell.look == "giua" %}') + para("KHBangGiua", "{{ cell.words }}")
    sides += tag('{%p elif cell.look == "nhom" %}') + para("KHBangNhom", "{{ cell.words }}")
    sides += tag("{%p else %}") + para("KHBang", "{{ cell.words }}") + tag("{%p endif %}")
    rows = (
        tag_row(f"{{%tr for row in {name}.heads %}}", sum(SAMPLE_WIDTHS))
        + looped_row(para("KHBangDau", "{{ cell.words }}"), middle, "<w:cantSplit/><w:tblHeader/>")
        + tag_row("{%tr endfor %}", sum(SAMPLE_WIDTHS))
        + tag_row(f"{{%tr for row in {name}.rows %}}", sum(SAMPLE_WIDTHS))
        + looped_row(sides)
        + tag_row("{%tr endfor %}", sum(SAMPLE_WIDTHS))
    )
    return table(SAMPLE_WIDTHS, rows, borders="single", padding=85)


def looped_row(content: str, more: str = "", properties: str = "<w:cantSplit/>") -> str:
    """Return a row with one sample cell between the tags that repeat it."""
    first, sample, last = SAMPLE_WIDTHS
    return row(
        cell(first, tag("{%tc for cell in row.cells %}")),
        cell(sample, content, more),
        cell(last, tag("{%tc endfor %}")),
        properties=properties,
    )


def signature_block() -> str:
    """Return Nơi nhận beside the authority and the signer: ô 7, 9; one row that never splits."""
    left, right = 4252, 4819
    recipients = (
        para("KHNoiNhan", "Nơi nhận:")
        + tag("{%p for line in recipients %}") + para("KHDanhSach", "{{ line }}") + tag("{%p endfor %}")
    )  # fmt: skip
    authority = (
        tag("{%p for line in authority %}") + tag("{%p if loop.first %}")
        + para("KHQuyenHanDau", "{{ line }}") + tag("{%p else %}") + para("KHQuyenHan", "{{ line }}")
        + tag("{%p endif %}") + tag("{%p endfor %}") + para("KHHoTen", "{{ signer }}")
    )  # fmt: skip
    return table((left, right), row(cell(left, recipients), cell(right, authority)))


def annex() -> str:
    """Return an annex: label, title, the reference, the line below, then its paragraphs and tables."""
    head = (
        tag("{%p if annex.label %}") + para("KHPhuLuc", "{{ annex.label }}") + tag("{%p endif %}")
        + tag("{%p if annex.title %}") + para("KHTenPhuLuc", "{{ annex.title }}") + tag("{%p endif %}")
        + tag("{%p if annex.reference %}") + para("KHKemTheo", "{{ annex.reference }}") + tag("{%p endif %}")
        + drawn_line("duong-ke-phu-luc", 4, 40, "KHDuongKeDuoi")
    )  # fmt: skip
    blocks = tag("{%p for p in annex.blocks %}") + tag('{%p if p.kind == "bang" %}') + sample_table("p.table")
    blocks += tag("{%p if not p.ends %}") + para("KHSauBang", "") + tag("{%p endif %}")
    for kind in ("muc", "khoan", "tiet", "nhom", "doan"):
        condition = f'elif p.kind == "{kind}"' if kind != "doan" else "else"
        blocks += tag(f"{{%p {condition} %}}") + para(KINDS[kind], "{{ p.text }}")
    return head + blocks + tag("{%p endif %}") + tag("{%p endfor %}") + para("KHNgatPhan", "")


def section(*, landscape: bool) -> str:
    """Return the page: A4, left 30 mm, else 20; numbered from 1, no number on its first page."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:headerReference w:type="first" r:id="rId6"/>'
        f'<w:type w:val="nextPage"/><w:pgSz {size}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
        'w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def document() -> str:
    """Return the document part; the section break stands in the paragraph that opens the loop over annexes."""
    small = '<w:rPr><w:sz w:val="16"/></w:rPr>'
    break_here = (
        f'<w:p><w:pPr><w:pStyle w:val="KHNgatPhan"/>{section(landscape=False)}</w:pPr>'
        f"<w:r>{small}<w:t>{{%p for annex in annexes %}}</w:t></w:r></w:p>"
    )
    return (
        f"<w:document {NAMES}><w:body>{header_block()}{title_block()}{body()}{signature_block()}"
        f"{break_here}{annex()}{tag('{%p endfor %}')}{section(landscape=True)}</w:body></w:document>"
    )


def header_other() -> str:
    """Return the header of every page but a section's first: the page number, centred."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f'<w:hdr xmlns:w="{WORD}">{para("KHSoTrang", "", field)}</w:hdr>'


def header_first() -> str:
    """Return the empty header of a section's first page."""
    return f'<w:hdr xmlns:w="{WORD}">{para("KHSoTrang", "")}</w:hdr>'


def footnotes() -> str:
    """Return the two separators and one sample note, which the engine repeats for each note of a plan."""
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator" w:id="-1"><w:p>'
        "<w:r><w:separator/></w:r></w:p>"
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p>'
        "<w:r><w:continuationSeparator/></w:r>"
        '</w:p></w:footnote><w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"{mark}{run(' {{ note }}')}</w:p></w:footnote></w:footnotes>"
    )
