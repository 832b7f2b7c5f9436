"""Who issues a received plan: its level, its own name and its province, spelt as the lists of units spell them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kegen.check.unit_mentions import named_in, province_named
from kegen.country import CITIES_SINCE, official_name
from kegen.gazetteer.units import Unit, find_units
from kegen.plan.unit import FULL_NAMED, WORDS
from kegen.vietnamese import fold

_COMMITTEE = re.compile(
    r"(?:chu-tich-)?(?:uy-ban-nhan-dan|ubnd)-(?P<word>tinh|thanh-pho|xa|phuong|dac-khu)-(?P<name>.+)"
)
_DEPARTMENT = re.compile(r"(?:so|thanh-tra|van-phong|ban)-.+")
_NOT_A_DEPARTMENT = re.compile(
    r"ban-(?:thuong-vu|chap-hanh|bi-thu|chi-dao|quan-ly|can-su)|van-phong-(?:trung-uong|tinh-uy)"
)
_OF_PROVINCE = re.compile(r"(?:ubnd|uy-ban-nhan-dan)-(?:tinh|thanh-pho)-.+")
_COMMUNES = ("xa", "phuong", "dac-khu")
_AREA_WORDS = re.compile(r".*?\b(?:tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|tỉnh|thành phố)\s+", re.IGNORECASE)


class Issuer(NamedTuple):
    """The body that issues a plan."""

    level: str
    """`tinh`, `xa`, `so` …; "" for a Party committee, a council, a ministry, a body that no level names."""
    unit: str
    province: str
    called: str
    """As running text says: `Ủy ban nhân dân xã Nhữ Khê`."""
    is_sure: bool
    """Whether its name and province are those of a list."""
    choices: tuple[str, ...] = ()
    """The provinces that have a unit of that name, where nothing tells which."""


def issuer_of(parent: str, lines: Sequence[str], texts: Sequence[str]) -> Issuer:
    """Return who issues the plan by the lines of its header, which are capitals; `texts` are its running words."""
    name = " ".join(" ".join(lines).split())
    committee = _COMMITTEE.fullmatch(fold(name))
    if committee is not None:
        return _committee(name, committee["word"], texts)
    return _other(parent, name, texts)


def _committee(name: str, level: str, texts: Sequence[str]) -> Issuer:
    word = WORDS[level]
    own = re.split(rf"\b{word}\s+", name, maxsplit=1, flags=re.IGNORECASE)[-1]
    if level not in _COMMUNES:
        province = official_name(own)
        unit = province or _spelt(own, texts)
        if level == "thanh-pho" and province and province not in CITIES_SINCE:
            province = None
        return Issuer(level, unit, province or "", f"Ủy ban nhân dân {_with_word(word, unit)}", bool(province))
    return _commune(own, level, word, texts)


def _commune(own: str, level: str, word: str, texts: Sequence[str]) -> Issuer:
    found = find_units(own)
    province = _province(found, texts)
    here = [each for each in found if each.province == province] or list(found)
    unit = here[0].name if here else _spelt(own, texts)
    choices = tuple(dict.fromkeys(each.province for each in found))
    called = f"Ủy ban nhân dân {_with_word(word, unit)}"
    return Issuer(level, unit, province, called, bool(here and province), () if province else choices)


def _with_word(word: str, name: str) -> str:
    is_capital = name in FULL_NAMED or name[:1].isdecimal()
    return f"{word.capitalize() if is_capital else word} {name}"


def _province(found: Sequence[Unit], texts: Iterable[str]) -> str:
    """Return the province of a commune: the only one that has the name, else the one that the text names most."""
    provinces = dict.fromkeys(each.province for each in found)
    if len(provinces) == 1:
        return next(iter(provinces))
    counts = Counter(named for text in texts for named in _provinces_in(text) if not provinces or named in provinces)
    return counts.most_common(1)[0][0] if counts else ""


def _provinces_in(text: str) -> Iterable[str]:
    for each in named_in(text):
        if each.kind in ("tinh", "thanh-pho") and (province := province_named(each.name)):
            yield official_name(province) or ""


def _other(parent: str, name: str, texts: Sequence[str]) -> Issuer:
    """Return a department of a province, or a body that no level names."""
    folded, above = fold(name), fold(parent)
    is_department = (
        _DEPARTMENT.fullmatch(folded) is not None
        and _NOT_A_DEPARTMENT.match(folded) is None
        and _OF_PROVINCE.fullmatch(above) is not None
    )
    own, over = (official_name(_AREA_WORDS.sub("", each, count=1)) for each in (name, parent))
    spelt = _spelt(name, texts)
    return Issuer("so" if is_department else "", spelt, over or own or "", spelt, is_sure=not spelt.isupper())


def _spelt(name: str, texts: Sequence[str]) -> str:
    """Return a name in capitals as the running text spells it most often; as it stands where that has it nowhere."""
    pattern = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
    counts = Counter(" ".join(found[0].split()) for text in texts for found in pattern.finditer(text))
    mixed = [each for each, _ in counts.most_common() if not each.isupper() and each[:1].isupper()]
    return mixed[0] if mixed else name
