"""Small papers made by hand: a letter and a decision, right as they stand, and the same with one thing changed."""

import re
from xml.sax.saxutils import escape

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import chosen
from kegen.docx.read import read_document
from tests.docx_files.make import docx

_STROKE = (
    '<w:p><w:r><w:pict><v:line from="0,0" to="{0}pt,0" style="width:{0}pt;height:0" strokecolor="black"/></w:pict>'
    "</w:r></w:p>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/></w:sectPr>'
)


def par(text, align="both", size=28, bold=False, italic=False):
    """Return a paragraph; what stands between ** is bold."""
    runs = "".join(_run(each, size, bold, italic) for each in re.split(r"(\*\*.+?\*\*)", text) if each)
    return f'<w:p><w:pPr><w:spacing w:after="120"/><w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def _run(text, size, bold, italic):
    marked = text.startswith("**")
    look = "<w:b/>" * (bold or marked) + "<w:i/>" * italic
    shown = escape(text.strip("*") if marked else text)
    return f'<w:r><w:rPr>{look}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def mid(text, size=28, bold=True, italic=False):
    """Return a centred line."""
    return par(text, "center", size, bold, italic)


def left(text, size=22, bold=False, italic=False):
    """Return a line at the left edge."""
    return par(text, "left", size, bold, italic)


def _beside(*rows):
    cells = "".join(f"<w:tr><w:tc>{a}</w:tc><w:tc>{b}</w:tc></w:tr>" for a, b in rows)
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="3440"/><w:gridCol w:w="5620"/></w:tblGrid>{cells}</w:tbl>'


def _whole(top, body, end, *, title="", under_number=""):
    (issuer, number), (recipients, signature, *attached) = top, end
    state = mid("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26) + mid("Độc lập - Tự do - Hạnh phúc") + _STROKE.format(175)
    date = mid("Mẫu Sơn, ngày 12 tháng 5 năm 2026", bold=False, italic=True)
    head = _beside((issuer + _STROKE.format(42), state), (mid(number, 26, bold=False) + under_number, date))
    label = left("Nơi nhận:", 24, bold=True, italic=True)
    below = _beside((label + "".join(map(left, recipients)), "".join(map(mid, signature)) + mid("Nguyễn Văn Mẫu")))
    return docx(head + title + "".join(body) + below + "".join(attached) + _PAGE)


def letter(
    subject=None,
    addressee=None,
    body=("Phòng Kinh tế đã rà soát toàn bộ hồ sơ, báo cáo Sở Nội vụ tổng hợp./.",),
    recipients=("- Như trên;", "- Lưu: VT."),
):
    """Return a letter; subject and addressee as XML of paragraphs, "" for none."""
    subject = mid("V/v báo cáo công tác văn thư", 24, bold=False) if subject is None else subject
    addressee = mid("Kính gửi: Sở Nội vụ.", bold=False) if addressee is None else addressee
    issuer = mid("UBND XÃ MẪU SƠN", 26, bold=False) + mid("PHÒNG KINH TẾ", 26)
    own = [addressee, *map(par, body)]
    return _whole((issuer, "Số: 25/PKT-TH"), own, (recipients, ["TRƯỞNG PHÒNG"]), under_number=subject)


AUTHORITY, DECIDES = mid("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU SƠN"), mid("QUYẾT ĐỊNH:")
ARTICLES = (
    "**Điều 1.** Thành lập Tổ công tác văn thư của xã.",
    "**Điều 2.** Tổ công tác giúp Chủ tịch Ủy ban nhân dân xã rà soát hồ sơ.",
    "**Điều 3.** Các thành viên có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
)


RIGHT = {
    "authority": AUTHORITY,
    "bases": ("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024.",),
    "decides": DECIDES,
    "articles": ARTICLES,
    "recipients": ("- Như Điều 3;", "- Lưu: VT."),
    "signature": ("CHỦ TỊCH",),
    "attached": "",
}


def decision(**changes):
    """Return a decision of the chairman; what is changed is named as in RIGHT."""
    changed = RIGHT | changes
    title = mid("QUYẾT ĐỊNH") + mid("Về việc thành lập Tổ công tác văn thư") + _STROKE.format(80)
    bases = (par(each, italic=True) for each in changed["bases"])
    own = [changed["authority"], *bases, changed["decides"], *map(par, changed["articles"])]
    issuer = mid("ỦY BAN NHÂN DÂN", 26) + mid("XÃ MẪU SƠN", 26)
    end = (changed["recipients"], changed["signature"], changed["attached"])
    return _whole((issuer, "Số: 25/QĐ-UBND"), own, end, title=title)


def told(data, rule, mode="issued"):
    """Return what one rule alone says of a paper."""
    return [each.message for each in judge(Paper(read_document(data), mode=mode), chosen([rule])).findings]


def headed(kind, symbol, *title, signature=("CHÁNH THANH TRA",), own=()):
    """Return a numbered paper of that kind, with nothing under the kind where no title is given; `own` comes first."""
    issuer = mid("UBND TỈNH PHÚ THỌ", 26, bold=False) + mid("THANH TRA TỈNH", 26)
    under = mid(kind) + "".join(map(mid, title)) + (_STROKE.format(80) if title else "")
    own = [*own, par("Các phòng đã hoàn thành nhiệm vụ được giao./.")]
    return _whole((issuer, f"Số: 25/{symbol}"), own, (("- UBND tỉnh;", "- Lưu: VT."), signature), title=under)
