"""Không ghi học hàm, học vị trước họ tên.

Quy định: trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự. Riêng đơn vị vũ trang nhân dân và đơn
vị sự nghiệp giáo dục, y tế, khoa học theo quy định của người đứng đầu ngành.
Vì sao: người ký nhân danh chức vụ, không nhân danh bằng cấp.
Sai: ThS. Nguyễn Văn An; TS. Nguyễn Văn An.
Đúng: Nguyễn Văn An.
"""

from __future__ import annotations

import re

from kegen.check.authority import is_committee
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.c"
WEIGHT: Weight = "M"
_DEGREE = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|ThS|Ths|THS|BSCKII|BSCKI|BSCK\d|BS|CKII|CKI|CK\d|DSCK\d|DS|KTS|KS|CN|LS|NGƯT|NGND|NSƯT|NSND|TTƯT|TTND|AHLĐ)"
    r"(?:\.\s*|\s+(?=\S+\s)|(?=-))|(?:Phó giáo sư|Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Dược sĩ|Kỹ sư"
    r"|Kiến trúc sư|Cử nhân|Luật sư|Nhà giáo ưu tú|Nhà giáo nhân dân|Thầy thuốc ưu tú|Thầy thuốc nhân dân)\s+)",
)
_RANK = re.compile(r"(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+", re.IGNORECASE)
_ARMED = re.compile(r"(cong-an|quan-su|bien-phong|quoc-phong|quan-khu)")
_SERVICE = re.compile(r"(truong-|hoc-vien|dai-hoc|cao-dang|benh-vien|vien-|trung-tam)")


def check(paper: Paper) -> Outcome:
    """Look at what stands before the name."""
    name = paper.parts.name
    if name is None:
        yield Absent("chưa có họ tên người ký")
        return
    issuer = "-".join(line.folded for line in (*paper.parts.parent, *paper.parts.issuer))
    armed = _ARMED.search(issuer) is not None
    found = _DEGREE.match(name.text) or (None if armed else _RANK.match(name.text))
    if found is None:
        return
    may_be = not is_committee(paper) and (armed or not issuer or _SERVICE.search(issuer) is not None)
    message = "trước họ tên người ký có học hàm, học vị hoặc danh hiệu"
    expected = _bare(name.text)
    yield Fault(name, message, name.text, expected, "warning" if may_be else None)


def _bare(text: str) -> str:
    found = _DEGREE.match(text) or _RANK.match(text)
    return text if found is None else _bare(text[found.end() :].lstrip("-. "))
