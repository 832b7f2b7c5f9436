"""Those whom a sentence of the plan above speaks to, at its head: the unit's own sentence goes on without them."""

from __future__ import annotations

import re

from kegen.plan.words_of_above import GROUP
from kegen.vietnamese import upper_first

_ADDRESSED = re.compile(
    rf"^(?:(?:Giao|Đề nghị|Yêu cầu)\s+)?{GROUP}(?:\s+(?:trên địa bàn|trong) tỉnh)?\s*(?:[:,]\s*|\s+(?!và\b))"
)
_NOUN = (
    r"(?:sở|ban|ngành|cấp xã|cấp|cơ quan chuyên môn|cơ quan|đơn vị|địa phương|đoàn thể|hội|xã|phường|đặc khu"
    r"|tổ chức chính trị - xã hội)"
)
_HEAD = (
    r"(?:(?:thủ trưởng|chủ tịch|giám đốc|người đứng đầu)\s+)?(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
    rf"(?:các\s+)?{_NOUN}(?:\s+(?:của\s+|cấp\s+|trên địa bàn\s+|trong\s+)?(?:tỉnh|thành phố)\b)?"
)
_STILL_NAMED = re.compile(
    rf"(?!ban hành\b|cấp phát\b)(?:các|và|với|của|thuộc|trực thuộc|trên(?! cơ sở)|tại"
    rf"|tỉnh|thành phố|liên quan|chức năng|{_NOUN}"
    r"|ubnd|hđnd|[ủu]y ban|uỷ ban|hội đồng|công an|mặt trận|văn phòng|phòng(?!,? chống| ngừa| cháy)|trung tâm|chi cục"
    r"|cục|thủ trưởng|chủ tịch|giám đốc|người đứng đầu|doanh nghiệp|trường(?! hợp)|bệnh viện|tổ chức (?=chính|đoàn))\b",
    re.IGNORECASE,
)
"""How what is left begins where a name was cut in its middle."""
_SURELY = (
    r"(?:có trách nhiệm|chịu trách nhiệm|chủ động|căn cứ|nghiêm túc|thường xuyên|định kỳ|tăng cường|tiếp tục|khẩn"
    r" trương|kịp thời|phải|trực tiếp|tổ chức (?!chính))"
)
_VERB = (
    rf"(?:{_SURELY}|báo cáo|ban hành|bố trí|chấp hành|chỉ đạo|chủ trì|công khai|có (?:giải pháp|kế hoạch)|cập nhật|cử"
    r"|đôn|đưa|đẩy|đề xuất|giao|hướng dẫn|lập|lãnh đạo|lồng ghép|nâng|nêu|phát huy|phối hợp|phổ biến|quan tâm|quán"
    r" triệt|rà|tham mưu|theo dõi|thực hiện|triển khai|tuyên truyền|tập trung|tổng hợp|vận|xây)"
)
_MORE = rf"(?:\s*[,/;]\s*|\s+và\s+){_HEAD}"
_MIXED = re.compile(
    rf"^(?:(?:giao|đề nghị|yêu cầu)\s+)?(?=các |thủ trưởng |chủ tịch |giám đốc |ubnd |[ủu]y ban |uỷ ban ){_HEAD}"
    rf"(?:(?:{_MORE})+(?:\s+(?:trên địa bàn tỉnh|trong tỉnh|(?:có )?liên quan|chức năng))?\s*(?:[:,]\s*"
    rf"|\s+(?={_VERB}\b))"
    rf"|\s*(?:[:,](?!\s*{_HEAD}\b)\s*|\s+(?={_SURELY}\b)))",
    re.IGNORECASE,
)
"""Departments and communes together, or offices at large; a verb goes on, so that no longer name is cut, a sure one
after one word alone."""


def without_addressee(sentence: str, own: str = "") -> str:
    """Return the sentence without the addressees at its head, "" where it begins with none; `own`: the unit's name."""
    named = re.compile(
        rf"^(?:(?:giao|đề nghị|yêu cầu)\s+)?{re.escape(own)}(?:\s+tỉnh)?\s*(?:[:,]\s*|\s+(?={_VERB}\b))", re.IGNORECASE
    )
    for pattern in (_MIXED, _ADDRESSED, *([named] if own else [])):
        rest = pattern.sub("", sentence, count=1)
        if rest != sentence and not _STILL_NAMED.match(rest):
            return upper_first(rest)
    return ""
