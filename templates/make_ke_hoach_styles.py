"""The Word styles of the first master template: one a kind of paragraph, each restyled in one place."""

from __future__ import annotations

from dataclasses import dataclass

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
FONT = "<w:rFonts " + " ".join(f'w:{script}="Times New Roman"' for script in _SCRIPTS) + "/>"
INDENT = 720  # 12.7 mm, one of the two values of NĐ 30, Phụ lục I, II.6.e
GAP = 120  # 6 pt, the same place


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style in the decree's own terms: size in points, and what it is not by default."""

    id: str
    name: str
    size: float
    based_on: str = "KHThan"
    align: str = "center"
    bold: bool = False
    italic: bool = False
    caps: bool = False
    before: int = 0
    after: int = 0
    indent: int = 0
    keep_next: bool = False
    outline: int | None = None
    exact: int | None = None


HEADER = (
    Style("KHQuocHieu", "KH Quốc hiệu", 13, bold=True),
    Style("KHQuocHieuNho", "KH Quốc hiệu nhỏ", 12, "KHQuocHieu", bold=True),
    Style("KHTieuNgu", "KH Tiêu ngữ", 14, bold=True),
    Style("KHTieuNguNho", "KH Tiêu ngữ nhỏ", 13, "KHTieuNgu", bold=True),
    Style("KHChuQuan", "KH Cơ quan chủ quản", 13),
    Style("KHChuQuanNho", "KH Cơ quan chủ quản nhỏ", 12, "KHChuQuan"),
    Style("KHCoQuan", "KH Cơ quan ban hành", 13, bold=True),
    Style("KHCoQuanNho", "KH Cơ quan ban hành nhỏ", 12, "KHCoQuan", bold=True),
    Style("KHSo", "KH Số ký hiệu", 13, before=GAP),
    Style("KHDiaDanh", "KH Địa danh ngày", 14, italic=True, before=GAP),
    Style("KHDiaDanhNho", "KH Địa danh ngày nhỏ", 13, "KHDiaDanh", italic=True, before=GAP),
    Style("KHDuongKe", "KH Đường kẻ", 2, before=60, keep_next=True),
    Style("KHDuongKeDuoi", "KH Đường kẻ dưới tên", 2, "KHDuongKe", before=60, after=240, keep_next=True),
    Style("KHSoTrang", "KH Số trang", 14),
)
TITLE = (
    Style("KHTenLoai", "KH Tên loại", 14, bold=True, before=240, keep_next=True),
    Style("KHTrichYeu", "KH Trích yếu", 14, bold=True, keep_next=True),
)
BODY = (
    Style("KHCanCu", "KH Căn cứ", 14, align="both", italic=True, after=GAP, indent=INDENT),
    Style("KHMoDau", "KH Mở đầu", 14, align="both", after=GAP, indent=INDENT),
    Style(
        "KHMuc",
        "KH Mục",
        14,
        align="both",
        bold=True,
        caps=True,
        after=GAP,
        indent=INDENT,
        keep_next=True,
        outline=0,
    ),
    Style(
        "KHKhoan",
        "KH Khoản",
        14,
        align="both",
        bold=True,
        after=GAP,
        indent=INDENT,
        keep_next=True,
        outline=1,
    ),
    Style(
        "KHTiet",
        "KH Tiết",
        14,
        align="both",
        bold=True,
        after=GAP,
        indent=INDENT,
        keep_next=True,
        outline=2,
    ),
    Style("KHKhoanLien", "KH Khoản liền", 14, align="both", after=GAP, indent=INDENT),
    Style("KHNhom", "KH Nhóm", 14, align="both", after=GAP, indent=INDENT, keep_next=True, outline=2),
    Style("KHDoan", "KH Đoạn", 14, align="both", after=GAP, indent=INDENT),
    Style("KHDoanCuoi", "KH Đoạn cuối", 14, "KHDoan", align="both", after=GAP, indent=INDENT, keep_next=True),
)
SIGNATURE = (
    Style("KHNoiNhan", "KH Nơi nhận", 12, align="left", bold=True, italic=True, before=GAP, keep_next=True),
    Style("KHDanhSach", "KH Danh sách nhận", 11, align="left", keep_next=True),
    Style("KHQuyenHan", "KH Quyền hạn", 14, bold=True, keep_next=True),
    Style("KHQuyenHanDau", "KH Quyền hạn dòng đầu", 14, "KHQuyenHan", bold=True, before=GAP, keep_next=True),
    Style("KHHoTen", "KH Họ tên", 14, bold=True, before=1600, keep_next=True),
    Style("KHNgatPhan", "KH Ngắt phần", 1, align="left", exact=1),
)
ANNEX = (
    Style("KHPhuLuc", "KH Phụ lục", 14, bold=True, keep_next=True),
    Style("KHTenPhuLuc", "KH Tên phụ lục", 14, bold=True, keep_next=True),
    Style("KHKemTheo", "KH Kèm theo", 14, italic=True, keep_next=True),
    Style("KHBangDau", "KH Bảng đầu", 12, bold=True, before=40, after=40, keep_next=True),
    Style("KHBang", "KH Bảng", 12, align="left", before=40, after=40),
    Style("KHBangGiua", "KH Bảng giữa", 12, "KHBang", before=40, after=40),
    Style("KHBangNhom", "KH Bảng nhóm", 12, "KHBang", align="left", bold=True, before=40, after=40, keep_next=True),
    Style("KHSauBang", "KH Sau bảng", 1, align="left", exact=GAP),
    Style("KHSauBangCuoi", "KH Sau bảng cuối", 1, "KHSauBang", align="left", exact=GAP, keep_next=True),
)
TAG = Style("KHThe", "KH Thẻ Jinja", 8, align="left")


def paragraph_style(style: Style) -> str:
    """Return one style, every property written out: it means the same whatever it is based on."""
    keep = "<w:keepNext/>" if style.keep_next else '<w:keepNext w:val="0"/>'
    line = f'w:line="{style.exact}" w:lineRule="exact"' if style.exact else 'w:line="240" w:lineRule="auto"'
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    size = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:qFormat/><w:pPr>{keep}'
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" {line}/>'
        f'<w:ind w:left="0" w:firstLine="{style.indent}"/><w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{_on('b', style.bold)}{_on('bCs', style.bold)}"
        f"{_on('i', style.italic)}{_on('iCs', style.italic)}"
        f'{"<w:caps/>" if style.caps else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _on(name: str, on: bool) -> str:
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def built_in() -> str:
    """Return the defaults and the few styles Word itself knows."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}"
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:rPr>{FONT}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr>'
        '<w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def styles() -> str:
    """Return the whole styles part."""
    base = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="KHThan"><w:name w:val="KH Thân"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:widowControl/></w:pPr></w:style>'
    )
    own = (*HEADER, *TITLE, *BODY, *SIGNATURE, *ANNEX, TAG)
    return f'<w:styles xmlns:w="{WORD}">{built_in()}{base}{"".join(map(paragraph_style, own))}</w:styles>'
