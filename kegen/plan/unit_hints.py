"""What is said of a unit that there is not: what may have been meant, and how one that the lists lack is accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from kegen.country import PROVINCES
from kegen.gazetteer.units import Unit as ListedUnit
from kegen.gazetteer.units import find_units, nearest_unit, units_of
from kegen.plan.unit import WORDS
from kegen.problem import NO_UNIT
from kegen.vietnamese import fold

BODY = r"(?:(?:UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân)\s+)?"
"""The committee that people write before the name of its unit."""
_GONE = rf"{BODY}(?:(huyện|quận|thị xã|thị trấn|thành phố|tp\.?|tỉnh)\s+|(h|q|tx|tt)\.\s*)(?=\S)"
DISTRICT = re.compile(r"\b(huyện|quận|thị xã|thị trấn)\s+[^\W_]", re.IGNORECASE)
"""A unit of the level that is no more, with its name."""
_BEHIND_NAME = r"\s*(?:[,;(/]|\s[-–]\s|\b(?:thuộc|tỉnh|thành phố)\b).*"
"""What people write behind a name: `Nhữ Khê, tỉnh Tuyên Quang`."""
_ALIKE = 0.75
_MOST_NAMED = 12
"""More places than this are not listed."""


def no_unit(word: str, name: str, province: str) -> str:
    """Return that the province has no unit of the name, after its word, and what may be meant."""
    gone = re.match(_GONE, name, re.IGNORECASE)
    bare = name[gone.end() :] if gone else name
    named = name if find_units(bare, province) else bare  # what there is not is the town, where the commune is there
    hint = which_unit(bare, province) or "hãy xem lại name và province, ghi tên xã, phường sau sắp xếp 01/7/2025"
    level = f"cấp huyện và thị trấn không còn từ 01/7/2025 nên không ghi “{gone[0].strip()}”; " if gone else ""
    return (
        f"{province} không có {word} “{named}” trong danh mục (Quyết định 19/2025/QĐ-TTg); {level}{hint}."
        f" {how_to_accept(NO_UNIT, 'Đơn vị có thật mà danh mục chưa có')}"
    )


def how_to_accept(name: str, when: str) -> str:
    """Return what to write where the lists are wrong."""
    return f"{when} thì thêm vào hồ sơ, accept: [{{rule: {name}, reason: số, ngày của nghị quyết}}]"


def which_unit(name: str, province: str) -> str:
    """Return which unit a name may have meant: one of the province, however written, or one of another province."""
    cut = re.sub(_BEHIND_NAME, "", name, flags=re.IGNORECASE)
    near, elsewhere = nearest_unit(name, province), find_units(name) or _spelled_alike(name)
    if cut != name and (within := find_units(cut, province)):
        near = within[0]
        return f"có phải là “{WORDS[near.kind]} {near.name}”? Hãy ghi level: {near.kind}, name: {near.name}"
    is_alike = near is not None and fold(near.name) == fold(name)
    if near is not None and SequenceMatcher(None, fold(near.name), fold(name)).ratio() < _ALIKE:
        near = None
    hints = []
    if near is not None and (is_alike or not elsewhere):
        word = f"{WORDS[near.kind]} {near.name}"
        hints.append(f"có phải là “{word}”? Hãy ghi level: {near.kind}, name: {near.name}")
    if elsewhere and not is_alike:
        named = "" if fold(name) == name.lower() or find_units(name) else f" ({elsewhere[0].name})"
        hints.append(
            f"tên này{named} có ở {', '.join(listed(elsewhere))}; hãy ghi lại province, hoặc ghi tên sau sắp xếp"
        )
    if not is_alike and (longer := _named_longer(name, province)):
        hints.append(f"{province} có {', '.join(longer)}")
    return "; ".join(hints)


def _named_longer(name: str, province: str) -> list[str]:
    """Return the units of the province whose longer names have that name in them, as those of old towns do."""
    words = f" {name.lower()} "
    return [f"{WORDS[each.kind]} {each.name}" for each in units_of(province) if words in f" {each.name.lower()} "]


def _spelled_alike(name: str) -> tuple[ListedUnit, ...]:
    """Return the units of all provinces whose name is the same but for its marks."""
    folded = fold(name)
    return tuple(each for province in PROVINCES for each in units_of(province) if fold(each.name) == folded)


def listed(units: Iterable[ListedUnit]) -> list[str]:
    """Return the provinces of the units, each with the kind of its unit; of very many the first."""
    places = list(dict.fromkeys(f"{each.province} ({WORDS[each.kind]})" for each in units))
    rest = len(places) - _MOST_NAMED
    return [*places[:_MOST_NAMED], *([f"{rest} nơi khác"] if rest > 0 else [])]
