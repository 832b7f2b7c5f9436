"""What the clause before the number of a document tells of it: `Ngày 05/5/2026, UBND tỉnh ban hành Công văn số …`."""

from __future__ import annotations

import re

DATE, ISSUER, SUBJECT = "ngày ban hành", "cơ quan ban hành", "trích yếu"
"""What a citation tells, in the words of the messages."""
_LONGEST_CLAUSE = 240
_CLAUSE_START = re.compile(r"[.;:!?](?=\s)")
_BODIES = (
    r"(?<!\w)(?:Chính phủ|Thủ tướng|Bộ|Ủy ban|Uỷ ban|UBND|UBTVQH|HĐND|Hội đồng|Chủ tịch|Sở|Ban|Tỉnh ủy|Tỉnh uỷ|Thành ủy"
    r"|Thành uỷ|Đảng ủy|Đảng uỷ|Đảng bộ|Quốc hội|Phòng|Thanh tra|Công an|Văn phòng|Giám đốc|Trung tâm|Chi cục|Cục"
    r"|Tổng cục|Trường"
    r"|Viện|Bệnh viện|Tòa án|Kho bạc|Thuế|Bảo hiểm|Ngân hàng|Thường trực|Mặt trận|Đoàn|Hội|Liên đoàn|Trung ương"
    r"|Kiểm toán"
    r"|Tổ|Hiệu trưởng|Trưởng|[Cc]ông ty|[Tt]ập đoàn|UBMTTQ|BHXH|cơ quan|đơn vị|tỉnh|thành phố|xã|phường)(?!\w)"
)
_NAMES_BODY = re.compile(_BODIES)
_DEED = (
    r"(?:ban hành|có|thông qua|ra|ký|gửi|trình|công bố|phê duyệt|quy định|kết luận|chỉ đạo|đề nghị|thông báo|báo cáo"
    r"|hướng dẫn"
    r"|quyết định|thành lập|giao|xin ý kiến|phúc đáp|trả lời|tham mưu|dự thảo|xây dựng)"
)
_ISSUED_BY = re.compile(
    rf"{_BODIES}[^.;:]*?\s(?P<deed>{_DEED})"
    r"(?:\s+(?:ban hành|bổ sung|các|những|một số|kèm theo|theo|tại|bằng|lại|ý kiến|văn bản))*\s+$"
)
_DAY_BEFORE = re.compile(
    r"ngày\s+\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})", re.IGNORECASE
)
_SUBJECT_BEFORE = re.compile(
    r"(?:kèm theo|(?:ban hành|phê duyệt|thành lập|công nhận|giao|thông qua|công bố|quy định|giao nhiệm vụ)"
    r"\s+(?:tại|theo|bằng|trong)"
    r"|\stại)\s+$"
)


def told_before(text: str, start: int, since: int) -> frozenset[str]:
    """Return what the clause before a document tells of it: who issued it, on which day, what it is about.

    `since` is where the document before ends: the clause begins there at the earliest.
    """
    clause = _CLAUSE_START.split(text[max(since, start - _LONGEST_CLAUSE) : start])[-1]
    given = set()
    if deed := _ISSUED_BY.search(clause):
        given.add(ISSUER)
        if _DAY_BEFORE.search(clause, 0, deed.start("deed")):
            given.add(DATE)
    if _SUBJECT_BEFORE.search(clause):
        given.add(SUBJECT)
    if clause.endswith("("):
        given |= {SUBJECT, ISSUER} if _NAMES_BODY.search(clause) else {SUBJECT}
    return frozenset(given)
