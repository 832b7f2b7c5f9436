"""What in a sentence of the plan above is not for the unit to say as it stands: the addressees, the province's area."""

from __future__ import annotations

import re

from kegen.vietnamese import upper_first

_KINDS = r"(?:xã|phường|đặc khu|thị trấn)"
_BODY = r"(?:(?:UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân)\s+)?"
_GROUP = rf"{_BODY}(?:cấp xã|các {_KINDS}(?:(?:, | và |; |/){_KINDS})*|các địa phương)"
_DEPARTMENTS = r"[Cc]ác [Ss]ở(?:, (?:ban, )?ngành)?"
_FOREIGN = re.compile(
    rf"(?:{_GROUP}|(?:trên địa bàn|trong|toàn|của|trên toàn)\s+(?:tỉnh|thành phố)\b|UBND (?:tỉnh|thành phố)"
    rf"|{_DEPARTMENTS}|Sở [A-ZĐÀ-Ỵ][\w]*(?: [\w]+)?|cấp tỉnh|(?:Kế hoạch|Chỉ thị|Chương trình|Quyết định) này"
    r"|\A(?:Các|Thủ trưởng|Chủ tịch|UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân)(?: [^\s,;:.]+){2})"
)
_ADDRESSED = re.compile(
    rf"^(?:(?:Giao|Đề nghị|Yêu cầu)\s+)?{_GROUP}(?:\s+(?:trên địa bàn|trong) tỉnh)?\s*(?:[:,]\s*|\s+(?!và\b))"
)
_NOUN = (
    r"(?:sở|ban|ngành|cấp xã|cấp|cơ quan chuyên môn|cơ quan|đơn vị|địa phương|đoàn thể|hội|xã|phường|đặc khu"
    r"|tổ chức chính trị - xã hội)"
)
_HEAD = (
    r"(?:(?:thủ trưởng|chủ tịch|giám đốc|người đứng đầu)\s+)?(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
    rf"(?:các\s+)?{_NOUN}"
)
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
_MOST = 3


def foreign_words(sentence: str, *, in_province: bool = False) -> tuple[str, ...]:
    """Return words that speak of the level above or to all units alike, each once, the first few.

    `in_province`: for a body whose own area is that of the province.
    """
    found = (each[0] for each in _FOREIGN.finditer(sentence))
    strange = (each for each in found if not (in_province and each.lower().endswith(("tỉnh", "thành phố"))))
    return tuple(dict.fromkeys(strange))[:_MOST]


def without_addressee(sentence: str, own: str = "") -> str:
    """Return the sentence without the addressees at its head, "" where it begins with none; `own`: the unit's name."""
    named = re.compile(
        rf"^(?:(?:giao|đề nghị|yêu cầu)\s+)?{re.escape(own)}(?:\s+tỉnh)?\s*(?:[:,]\s*|\s+(?={_VERB}\b))", re.IGNORECASE
    )
    for pattern in (_MIXED, _ADDRESSED, *([named] if own else [])):
        rest = pattern.sub("", sentence, count=1)
        if rest != sentence:
            return upper_first(rest)
    return ""


def as_sentence(text: str) -> str:
    """Return the words of a paragraph or a cell as a sentence: with its full stop, without the end of a plan."""
    text = re.sub(r"\s*\./\.\s*$", ".", text.rstrip())
    return text if text[-1:] in {"", ".", ";", ":", "!", "?", "…"} else f"{text}."
