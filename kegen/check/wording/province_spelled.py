"""Tên tỉnh, thành phố gõ đúng.

Quy định: tên tỉnh, thành phố viết đúng từng chữ, từng dấu như trong nghị quyết thành lập.
Vì sao: sai một dấu trong tên tỉnh là sai tên cơ quan, tên nơi nhận; mắt đọc lướt không thấy.
Sai: “tỉnh Lạng Sởn”; “tỉnh Tuyên Quan”; “thành phố Hồ Chi Minh”.
Đúng: “tỉnh Lạng Sơn”; “tỉnh Tuyên Quang”; “Thành phố Hồ Chí Minh”.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.unit_mentions import WORD_OF, Mention, prefixes, province_named
from kegen.check.words import words
from kegen.country import MERGED_INTO, PROVINCES
from kegen.vietnamese import fold

CITE = "Nghị quyết số 202/2025/QH15 (tên tỉnh, thành phố)"
WEIGHT: Weight = "N"
_NAMES = (*PROVINCES, *MERGED_INTO)
_BEFORE = frozenset(
    {"ha-tay", "ha-bac", "nam-ha", "hai-hung", "vinh-phu", "ha-son-binh", "bac-thai", "hoang-lien-son", "nghe-tinh"}
    | {"binh-tri-thien", "nghia-binh", "phu-khanh", "thuan-hai", "song-be", "cuu-long", "minh-hai", "ha-nam-ninh"}
)
"""Provinces of before 1997, whose names are near those of others."""
_SPELLED_MANY_WAYS = ("dak", "dac", "kon", "thua-thien")
"""What names of provinces begin with that have been spelled in several ways."""
_LONGEST = 3
_LEAST = 6


def check(paper: Paper) -> Outcome:
    """Hold the name after `tỉnh`, and what is nearly a province after `thành phố`, against the names there are."""
    named = [each for each in paper.mentions if each.named.kind in ("tinh", "thanh-pho")]
    if not named:
        yield Absent("văn bản không nêu tên tỉnh, thành phố nào")
    for each in named:
        right = _right(each)
        if right is not None and not each.is_foreign:
            word = WORD_OF[each.named.kind]
            found = f"{word} {' '.join(each.named.name.split()[: len(right.split())])}"
            yield Fault(each.passage.line, f"“{found}” có lẽ gõ nhầm", found, f"{word} {right}")


def _right(mention: Mention) -> str | None:
    """Return the province meant by a name that is not quite one, None where it is one, or near none."""
    name = mention.named.name
    if fold(name).startswith(_SPELLED_MANY_WAYS) or fold(name) in _BEFORE:
        return None
    meant = province_named(name)
    if meant is not None:
        begun = next(each for each in prefixes(name) if fold(each) == fold(meant) or province_named(each) == meant)
        return None if _same(begun, meant) or fold(begun) != fold(meant) else meant
    if mention.named.kind != "tinh":
        return None
    begun = fold(" ".join(name.split()[:_LONGEST]))
    return next((each for each in _NAMES if _is_near(begun, fold(each))), None)


def _same(one: str, other: str) -> bool:
    return words(one.replace("-", " ")) == words(other.replace("-", " "))


def _is_near(one: str, other: str) -> bool:
    """Whether one letter is left out, put in or another."""
    if len(other) < _LEAST or abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + 1 :] == other[same + 1 :] or one[same + 1 :] == other[same:] or one[same:] == other[same + 1 :]
