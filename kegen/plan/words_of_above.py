"""What in a sentence of the plan above is not for the unit to say as it stands: other bodies, the province's area."""

from __future__ import annotations

import re

_KINDS = r"(?:xã|phường|đặc khu|thị trấn)"
_BODY = r"(?:(?:UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân)\s+)?"
GROUP = rf"{_BODY}(?:cấp xã|các {_KINDS}(?:(?:, | và |; |/){_KINDS})*|các địa phương)"
"""All units of the level below, as a plan of a province names them."""
_DEPARTMENTS = r"[Cc]ác [Ss]ở(?:, (?:ban, )?ngành)?"
_FOREIGN = re.compile(
    rf"(?:{GROUP}|(?:trên địa bàn|trong|toàn|của|trên toàn)\s+(?:tỉnh|thành phố)\b|UBND (?:tỉnh|thành phố)"
    rf"|{_DEPARTMENTS}|Sở [^\W\d_a-z][\w]*(?: [\w]+)?|cấp tỉnh|(?:Kế hoạch|Chỉ thị|Chương trình|Quyết định) này"
    r"|\A(?:Các|Thủ trưởng|Chủ tịch|UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân)(?: [^\s,;:.]+){2})"
)
_MOST = 3


def foreign_words(sentence: str, *, in_province: bool = False) -> tuple[str, ...]:
    """Return words that speak of the level above or to all units alike, each once, the first few.

    `in_province`: for a body whose own area is that of the province.
    """
    found = (each[0] for each in _FOREIGN.finditer(sentence))
    strange = (each for each in found if not (in_province and each.lower().endswith(("tỉnh", "thành phố"))))
    return tuple(dict.fromkeys(strange))[:_MOST]


def as_sentence(text: str) -> str:
    """Return the words of a paragraph or a cell as a sentence: with its full stop, without the end of a plan."""
    text = re.sub(r"\s*\./\.\s*$", ".", text.rstrip())
    return text if text[-1:] in {"", ".", ";", ":", "!", "?", "…"} else f"{text}."
