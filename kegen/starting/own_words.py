"""What in a sentence of the plan above is not for the unit to say as it stands: the addressees, the province's area."""

from __future__ import annotations

import re

from kegen.vietnamese import upper_first

_KINDS = r"(?:xã|phường|đặc khu|thị trấn)"
_BODY = r"(?:(?:UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân)\s+)?"
_GROUP = rf"{_BODY}(?:cấp xã|các {_KINDS}(?:(?:, | và |; |/){_KINDS})*|các địa phương)"
_FOREIGN = re.compile(
    rf"(?:{_GROUP}|(?:trên địa bàn|trong|toàn|của|trên toàn)\s+(?:tỉnh|thành phố)|UBND (?:tỉnh|thành phố)"
    r"|các sở(?:, (?:ban, )?ngành)?|Sở [A-ZĐÀ-Ỵ][\w]*(?: [\w]+)?)"
)
_ADDRESSED = re.compile(
    rf"^(?:(?:Giao|Đề nghị|Yêu cầu)\s+)?{_GROUP}(?:\s+(?:trên địa bàn|trong) tỉnh)?\s*(?:[:,]\s*|\s+)"
)
_MOST = 3


def foreign_words(sentence: str) -> tuple[str, ...]:
    """Return words that speak of the level above or to all units alike, each once, the first few."""
    return tuple(dict.fromkeys(found[0] for found in _FOREIGN.finditer(sentence)))[:_MOST]


def without_addressee(sentence: str) -> str:
    """Return the sentence without the addressees at its head, "" where it begins with none."""
    rest = _ADDRESSED.sub("", sentence, count=1)
    return upper_first(rest) if rest != sentence else ""
