"""Whether a plan speaks to a unit of the level below: by its name, or as one of a group (“UBND cấp xã”, “các sở”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kegen.plan.unit import WORDS
from kegen.vietnamese import fold, is_of_word

_EVERY_COMMUNE = re.compile(
    r"\bcấp xã\b|\bcấp cơ sở\b|\bcác địa phương\b|\bđơn vị, địa phương\b|\bngành, địa phương\b"
    r"|\bcác cấp\b|\bcơ quan hành chính (?:nhà nước )?trên địa bàn\b|\bchính quyền địa phương\b"
)
"""What means the units of the commune level, whatever their kind."""
_KINDS = r"(?:xã|phường|đặc khu|thị trấn)"
_LISTED = re.compile(rf"\b(?:các|mọi|từng) ({_KINDS}(?:(?:, | và |; |/){_KINDS})*)\b(?! [\w]*[A-ZĐÀ-Ỵ])")
"""Kinds of unit that are listed: `các xã, phường`, but no `các xã Tân An`."""
_EVERY_DEPARTMENT = re.compile(
    r"\b(?:các|mọi) sở\b|\bsở, (?:ban, )?ngành\b|\bcơ quan chuyên môn\b|\bcác (?:cơ quan|ban, ngành)\b|\bcác cấp\b"
)
_EVERY_UNIT_OF_DEPARTMENT = re.compile(
    r"\b(?:phòng|cơ quan), đơn vị\b|\bcác phòng\b|\b(?:trực thuộc|thuộc sở)\b|\bcác đơn vị\b"
)


class Addressee(NamedTuple):
    """A unit that may be spoken to: its level, its own name, and the level of the plan that speaks."""

    level: str
    name: str
    above: str


def addresses(text: str, unit: Addressee) -> bool:
    """Whether the text names the unit, or a group that it belongs to."""
    return _addresses_group(text, unit.level, unit.above) or _names(text, unit)


@lru_cache(maxsize=1024)
def _addresses_group(text: str, level: str, above: str) -> bool:
    """Whether the text speaks to all units of the level: the same answer for every one of them."""
    if level == "so":
        return bool((_EVERY_UNIT_OF_DEPARTMENT if above == "so" else _EVERY_DEPARTMENT).search(text.lower()))
    listed = (found[1] for found in _LISTED.finditer(text))
    return bool(_EVERY_COMMUNE.search(text.lower())) or any(WORDS[level] in each for each in listed)


def _names(text: str, unit: Addressee) -> bool:
    """Whether the unit's name stands there, a commune's after its kind, in a list too: `các xã Tân An, Nhữ Khê`."""
    if unit.level == "so":
        return fold(unit.name) in fold(text)
    return any(_before(unit.level).search(said) for said in _saids(text.lower(), unit.name.lower()))


@cache
def _before(level: str) -> re.Pattern[str]:
    """Return what stands before a unit's name: its kind, and other names perhaps."""
    return re.compile(rf"\b{WORDS[level]}\b[^.;:]*\Z")


def _saids(text: str, name: str) -> Iterator[str]:
    """Yield what the text says before the name, each time that it stands there whole."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (is_of_word(text[start - 1 : start]) or is_of_word(text[end : end + 1])):
            yield text[:start]
        start = text.find(name, start + 1)
