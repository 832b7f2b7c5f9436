"""Tên cơ quan, tổ chức.

Quy định: viết hoa chữ cái đầu của các từ, cụm từ chỉ loại hình, chức năng, lĩnh vực hoạt động của cơ quan: Ủy ban
nhân dân xã, Sở Tài chính.
Vì sao: viết hoa từng chữ là thói quen của tiếng Anh.
Sai: Ủy Ban Nhân Dân; Hội Đồng Nhân Dân; ủy ban nhân dân xã; sở Xây dựng; Phòng kinh tế; Văn Phòng; Sở Tài Chính.
Đúng: Ủy ban nhân dân; Hội đồng nhân dân; Sở Xây dựng; Phòng Kinh tế; Văn phòng; Sở Tài chính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.capitals import around, word_before, words_in
from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Fault, Outcome, Weight
from kegen.vietnamese import LOWER, UPPER, upper_first

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, IV.1"
WEIGHT: Weight = "M"
_EACH_WORD = re.compile(
    r"([ỦU][ỷyỶY] (?:Ban Nhân Dân|[Bb]an Nhân [Dd]ân)|Hội (?:Đồng Nhân Dân|[Đđ]ồng Nhân [Dd]ân)|Mặt Trận Tổ Quốc)\b"
)
_SMALL = re.compile(r"(ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)\b")
_FIELDS = (
    "Nội vụ|Tài chính|Xây dựng|Y tế|Tư pháp|Công Thương|Nông nghiệp|Khoa học|Giáo dục|Văn hóa|Ngoại vụ|Dân tộc|Du lịch"
)
_SMALL_ROOM = re.compile(
    r"(?:phòng (?:Kinh tế|Văn hóa|Văn hoá|Nội vụ|Tư pháp|Tài chính)"
    r"|bộ (?:Nội vụ|Tài chính|Xây dựng|Y tế|Tư pháp|Công Thương|Nông nghiệp|Khoa học|Giáo dục|Quốc phòng|Ngoại giao)"
    r"|trung tâm Phục vụ hành chính công|văn phòng (?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân)"
    r"|ban Chỉ huy [Qq]uân sự|mặt trận Tổ quốc|đảng ủy (?:xã|phường)"
    r"|hội (?:Nông dân|Cựu chiến binh|Liên hiệp Phụ nữ))\b"
)
"""Offices whose kind lacks its capital."""
_NO_OFFICE = {
    "phòng": ("trưởng", "phó", "văn", "dự"),
    "bộ": ("cán", "nội", "đồng", "tiến"),
    "ban": ("trưởng", "phó"),
    "hội": ("chi",),
}
"""What before it makes it another thing: “Trưởng phòng Kinh tế” is a person, “cán bộ Y tế”, “chi hội” no office."""
_SMALL_FIELD = re.compile(
    r"(?P<kind>Sở|Phòng(?! y tế)|Bộ) (?P<field>nội vụ|tài chính"
    r"|xây dựng(?! (?!tỉnh|thành phố|chủ trì|phối hợp|tham mưu)\w)"
    r"|y tế|tư pháp|công [Tt]hương|nông nghiệp và|khoa học và|giáo dục và|văn hóa|văn hoá|ngoại vụ|dân tộc và|du lịch"
    r"|kinh tế|công an|quốc phòng|ngoại giao)\b"
)
"""Offices whose field lacks its capital; “đơn vị thuộc Sở xây dựng kế hoạch” is about building a plan."""
_SMALL_HALF = re.compile(r"(?P<first>Phòng Văn h(?:óa|oá) [-–] )(?P<half>xã hội)\b")
_SMALL_UNION = re.compile(
    r"(?P<first>Hội )(?P<half>[Ll]iên hiệp phụ nữ|nông dân|cựu chiến binh|chữ thập đỏ|người cao tuổi)"
    r"(?= (?:xã|phường|tỉnh|thành phố|Việt Nam)\b|[,;])"
)
_RIGHT_UNION = {"liên hiệp phụ nữ": "Liên hiệp Phụ nữ"}
_BIG_WORDS = re.compile(
    r"(?:(?P<office>Văn Phòng|Trung Tâm|Chi Cục|Thanh Tra|Công An|Ủy Ban|Hội Đồng|Đảng Ủy|Tỉnh Ủy|Thành Ủy)\b"
    r"|(?:Sở|Phòng|Bộ) (?P<field>Nội Vụ|Tài Chính|Xây Dựng|Y Tế|Tư Pháp|Nông Nghiệp|Khoa Học|Giáo Dục|Văn Hóa|Văn Hoá"
    r"|Kinh Tế|Công thương|Dân Tộc|Du Lịch|Ngoại Vụ)\b)"
)
_SMALL_OFFICE = re.compile(rf"sở ((?:{_FIELDS})\b(?: và [{UPPER}][{LOWER}]+(?: [{LOWER}]+)?)?)")
_NAMED = re.compile(
    r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đoàn|Trương"
    r"|Đinh|Mai|Tô|Hà|Cao|Lương|Lò|Quàng|Giàng|Vàng)(?: \w+)? $"
)
"""What stands before the last words of a person's name."""
_ENDS = re.compile(r"\s*(?:[,;.)]|$|và [A-ZĐ])")
_NEAR = 20
_AS_NAMED = {"công thương": "Công Thương"}
_RIGHT = {"ban": "ban", "nhân": "nhân", "dân": "dân", "đồng": "đồng", "trận": "trận", "tổ": "Tổ", "quốc": "quốc"}


def check(paper: Paper) -> Outcome:
    """Look for a capital on each word, and for none on the first."""
    for passage, found in words_in(paper, _EACH_WORD):
        first, *rest = found[1].split()
        right = " ".join([first, *(_RIGHT[word.lower()] for word in rest)])
        yield Fault(passage.line, f"“{found[1]}” viết hoa từng chữ", around(found), right)
    for passage, found in words_in(paper, _SMALL, inside=",;"):
        right = found[1][:1].upper() + found[1][1:]
        message = f"“{found[1]}” không viết hoa chữ đầu"
        yield Fault(passage.line, message, around(found), right, severity="warning")
    yield from _offices(paper)
    for passage, found in words_in(paper, _SMALL_OFFICE, inside=",;"):
        if word_before(found) not in ("cơ", "trụ"):
            message = "tên sở không viết hoa chữ “Sở”"
            yield Fault(passage.line, message, around(found), f"Sở {found[1]}", severity="warning")


def _offices(paper: Paper) -> Iterator[Fault]:
    """Yield the offices, Sở, Phòng, Văn phòng …, whose kind or field has a wrong letter at its beginning."""
    for passage, found in words_in(paper, _SMALL_ROOM, inside=",;"):
        if word_before(found) not in ("các", *_NO_OFFICE.get(found[0].split()[0], ())):
            yield _office(passage, found, found[0], upper_first(found[0]))
    for passage, found in words_in(paper, _SMALL_FIELD):
        yield _office(passage, found, found[0], f"{found['kind']} {_field(found['field'])}")
    for passage, found in words_in(paper, _SMALL_HALF):
        yield _office(passage, found, found[0], f"{found['first']}Xã hội")
    for passage, found in words_in(paper, _SMALL_UNION):
        name = found["half"].lower()
        yield _office(passage, found, found[0], f"Hội {_RIGHT_UNION.get(name) or upper_first(name)}")
    for passage, found in words_in(paper, _BIG_WORDS):
        if not _EACH_WORD.match(found.string, found.start()) and not _is_name(found):
            wrong = found["office"] or found["field"]
            yield _office(passage, found, wrong, _field(wrong))


def _is_name(found: re.Match[str]) -> bool:
    """Whether it is a person, `Trần Văn Phòng`, or a place, `thôn Trung Tâm, thôn Đông`."""
    return _NAMED.search(found.string, max(found.start() - _NEAR, 0), found.start()) is not None or (
        found["office"] == "Trung Tâm" and _ENDS.match(found.string, found.end()) is not None
    )


def _field(text: str) -> str:
    return _AS_NAMED.get(text.lower(), text.capitalize())


def _office(passage: Passage, found: re.Match[str], wrong: str, right: str) -> Fault:
    return Fault(passage.line, f"tên cơ quan “{wrong}” viết hoa không đúng", around(found), right, "warning")
