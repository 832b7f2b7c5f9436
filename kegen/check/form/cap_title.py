"""Chức vụ.

Quy định: viết hoa chức vụ, học vị khi đi liền với tên người cụ thể.
Vì sao: “chủ tịch Nguyễn Văn An” thiếu trang trọng; chức vụ trước tên cơ quan thì văn bản hành chính đều viết hoa, nên
một chỗ viết thường là chỗ sót. Nghị định không buộc ở trường hợp sau.
Sai: do chủ tịch Nguyễn Văn An ký; “Ông Trần Văn Bình, phó chủ tịch Hội đồng nhân dân xã”; “Phó Chủ Tịch”.
Đúng: do Chủ tịch Nguyễn Văn An ký; “Ông Trần Văn Bình, Phó Chủ tịch Hội đồng nhân dân xã”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.capitals import around, word_before, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.vietnamese import LOWER, UPPER, upper_first

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, V.3"
WEIGHT: Weight = "M"
_FAMILY = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý"
_SMALL = re.compile(
    rf"(phó chủ tịch|chủ tịch|phó giám đốc|giám đốc|bí thư|trưởng phòng)(?= (?:{_FAMILY}) [A-ZĐÁÂẤÀẢÃẠ][{LOWER}]+ )"
)
_CHIEFS = (
    "chủ tịch", "giám đốc", "bí thư", "trưởng phòng", "chánh văn phòng", "trưởng ban", "cục trưởng",
    "chi cục trưởng", "chánh thanh tra", "hiệu trưởng", "trưởng công an",
)  # fmt: skip
_TITLE = "|".join((*(f"phó {each}" for each in _CHIEFS), *_CHIEFS))
_BODY = (
    r"UBND|HĐND|[UỦ][ỷy] ban|Hội đồng nhân dân|UBMTTQ|MTTQ|Mặt trận|Sở|Phòng|Trung tâm|Đảng ủy|Tỉnh ủy|Văn phòng"
    r"|Công an"
)
_AFTER_NAME = re.compile(
    rf"(?:Ông|ông|Bà|bà|Đồng chí|đồng chí|Đ/c|đ/c) [{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,4}}(?:,| -| –|:) "
    rf"({_TITLE})\b"
)
_OF_BODY = re.compile(rf"({_TITLE}) (?=(?:{_BODY})\b)")
_CAPITAL_OF_BODY = re.compile(rf"(?:Chủ tịch|Giám đốc|Trưởng phòng|Chánh Văn phòng) (?:{_BODY})\b")
_EACH_WORD = re.compile(
    r"(Phó (?:Chủ Tịch|Giám Đốc|Bí Thư|Trưởng Phòng|Trưởng Ban|Cục Trưởng|Hiệu Trưởng)"
    r"|Chủ Tịch|Giám Đốc|Bí Thư|Trưởng Phòng|Trưởng Ban|Cục Trưởng|Hiệu Trưởng|Chánh Văn Phòng)"
    rf"(?= (?:{_BODY}|{_FAMILY}|xã|phường|tỉnh)\b|[,;.]|$)",
    re.MULTILINE,
)
_OF_STATE = re.compile(r"thủ tướng (?=Chính phủ)|chủ tịch (?=nước\b|Quốc hội)|tổng bí thư|bộ trưởng (?=Bộ )")
_DEPUTY = re.compile(rf"(Phó (?:chủ tịch|giám đốc|bí thư|trưởng phòng|chánh văn phòng))(?= (?:{_BODY}|{_FAMILY})\b)")


def check(paper: Paper) -> Outcome:
    """Look for titles in small letters with a person's name or, where the paper writes them so, with an office's."""
    for passage, found in words_in(paper, _SMALL):
        right = _capital(found[1])
        yield Fault(passage.line, "chức vụ đi liền tên người không viết hoa", around(found), right, severity="info")
    for passage, found in words_in(paper, _AFTER_NAME):
        message = "chức vụ của một người cụ thể không viết hoa"
        yield Fault(passage.line, message, around(found), _capital(found[1]), severity="warning")
    for passage, found in words_in(paper, _OF_STATE):
        title = found[0].strip()
        if word_before(found) != "phó":
            message = f"chức vụ “{title}” viết hoa không đúng"
            yield Fault(passage.line, message, around(found), upper_first(title), severity="warning")
    yield from _of_bodies(paper)
    for pattern in (_EACH_WORD, _DEPUTY):
        for passage, found in words_in(paper, pattern):
            message = f"chức vụ “{found[1]}” viết hoa không đúng"
            yield Fault(passage.line, message, around(found), _capital(found[1].lower()), severity="warning")


def _of_bodies(paper: Paper) -> Iterator[Fault]:
    """Yield the titles before an office in small letters, in a paper that elsewhere writes them with capitals."""
    if not any(True for _ in words_in(paper, _CAPITAL_OF_BODY)):
        return
    for passage, found in words_in(paper, _OF_BODY, inside=",;:"):
        if not _AFTER_NAME.search(found.string, max(found.start() - 60, 0), found.end()):
            message = f"“{found[1]}” trước tên cơ quan viết thường, chỗ khác trong văn bản viết hoa"
            yield Fault(passage.line, message, around(found), _capital(found[1]), severity="warning")


def _capital(title: str) -> str:
    """Return a title with the capitals it takes: `Phó Chủ tịch`, `Chánh Văn phòng`."""
    if title.startswith("phó "):
        return f"Phó {_capital(title[4:])}"
    return title[:1].upper() + title[1:].replace("văn phòng", "Văn phòng").replace("thanh tra", "Thanh tra")
