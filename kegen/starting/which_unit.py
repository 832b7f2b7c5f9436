"""The unit that a person means, found in the list of the country's units as it was typed."""

from __future__ import annotations

import re

from kegen.country import PROVINCES, official_name, successor
from kegen.dates import PlanDate
from kegen.gazetteer.kinds import kind_on, latest_kind
from kegen.gazetteer.named import keeps_unit_word
from kegen.gazetteer.units import Unit, find_units, nearest_unit, units_of
from kegen.interview.question import Ambiguous
from kegen.plan.unit import DEPARTMENTS, WORDS, begins_as_body
from kegen.starting.profile import Starting
from kegen.vietnamese import fold, nearest, upper_first

_BODY = r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
_COMMUNE = re.compile(rf"{_BODY}(?:(xã|phường|đặc khu)\s+|(x|p|đk)\.\s*)(?=\S)", re.IGNORECASE)
_PROVINCE = re.compile(rf"{_BODY}(tỉnh|thành phố|tp\.?)\s+(?=\S)", re.IGNORECASE)
_KINDS = {"x": "xã", "p": "phường", "đk": "đặc khu"}
_MOST = 12


def province_as_typed(text: str) -> str:
    """Return the official name of a province; raises ValueError, with what was meant, where there is none."""
    if name := official_name(text):
        return name
    if into := successor(text):
        raise ValueError(f"{text} đã nhập vào {into} từ 01/7/2025; hãy ghi {into}")
    near = nearest(text, PROVINCES)
    hint = f"có phải là {near}?" if near else "hãy ghi tên một trong 34 tỉnh, thành phố"
    raise ValueError(f"không có tỉnh, thành phố “{text[:60]}”; {hint}")


def unit_as_typed(text: str, province: str = "") -> str:
    """Return the unit as running text names it: `xã Nhữ Khê`, `xã Tân An, Cà Mau` where no province is known.

    Raises ValueError, with the units that may be meant, where there is none of that very name or several.
    """
    text = " ".join(text.split())
    if is_department(text) or is_province(text) or is_body(text):
        return text
    if not text:
        raise ValueError("chưa ghi tên đơn vị; hãy ghi, ví dụ: xã Nhữ Khê")
    found = units_meant(text, province)
    if len(found) == 1:
        return unit_name_of(found[0], with_province=not province)
    if found:
        listed = [unit_name_of(each, with_province=not province) for each in found]
        more = f" và {len(found) - _MOST} nơi khác" if len(found) > _MOST else ""
        message = f"có {len(found)} đơn vị tên “{text[:60]}”: {'; '.join(listed[:_MOST])}{more}; hãy ghi rõ một nơi"
        raise Ambiguous(message, listed)
    raise ValueError(_no_unit(text, province))


def units_meant(text: str, province: str = "") -> tuple[Unit, ...]:
    """Return the units that the words can mean: of that very name, else of its letters without their marks."""
    name, _, own = (part.strip() for part in text.partition(","))
    where = province or official_name(own) or ""
    bare, kind = _split(name, where)
    provinces = (where,) if where else PROVINCES
    found = tuple(unit for each in provinces for unit in find_units(bare, each))
    found = found or tuple(unit for each in provinces for unit in units_of(each) if fold(unit.name) == fold(bare))
    of_kind = tuple(unit for unit in found if not kind or WORDS[latest_kind(unit)] == kind)
    return of_kind or tuple(unit for unit in found if WORDS[unit.kind] == kind)


def unit_name_of(unit: Unit, *, with_province: bool = False) -> str:
    """Return the unit as running text names it."""
    return f"{WORDS[latest_kind(unit)]} {unit.name}{f', {unit.province}' if with_province else ''}"


def is_department(text: str) -> bool:
    """Whether the words name a department of a province, and no commune whose name begins alike (`Ban Công`)."""
    named_so = any(fold(text).startswith(f"{fold(kind)}-") for kind in DEPARTMENTS)
    return named_so and not _is_commune(text)


def is_body(text: str) -> bool:
    """Whether the words name a body under a province, a department or a commune, and no commune (`Trường Sa`)."""
    return begins_as_body(text) and not is_department(text) and not _is_commune(text)


def _is_commune(text: str) -> bool:
    name = fold(text.partition(",")[0])
    return any(fold(each.name) == name for province in PROVINCES for each in units_of(province))


def is_province(text: str) -> bool:
    """Whether the words name a province, its word before it."""
    return bool(_PROVINCE.match(text)) and official_name(text) is not None


def starting_unit(text: str, province: str = "", on: PlanDate | None = None) -> Starting:
    """Return what the lists know of the unit that `unit_as_typed` returned, of the kind that it is on the day."""
    if is_department(text):
        return Starting("so", text, province, abbreviation=initials(text))
    if is_body(text):
        return Starting("don-vi", upper_first(text), province, abbreviation=initials(text))
    if is_province(text):
        name = official_name(text) or text
        level = "thanh-pho" if fold(text).startswith(("thanh-pho", "tp")) else "tinh"
        return Starting(level, name)
    (unit,) = units_meant(text, province)
    kind = (on and kind_on(unit, on)) or latest_kind(unit)
    place = f"{upper_first(WORDS[kind])} {unit.name}" if keeps_unit_word(unit) else ""
    return Starting(kind, unit.name, unit.province, place)


def initials(text: str) -> str:
    """Return the first letters of a department's words, as symbols usually have them: `SNV`."""
    own = re.split(r"\s(?:tỉnh|thành phố|xã|phường|đặc khu)\s", text)[0]
    return "".join(word[0] for word in re.findall(r"\w+", own) if fold(word) not in {"va", "cua"}).upper()


def _split(text: str, province: str) -> tuple[str, str]:
    """Return the name alone and the word of its kind, "" for none; a name may itself begin with such a word."""
    if find_units(text, province or None):
        return text, ""
    found = _COMMUNE.match(text)
    if found is None:
        return text, ""
    word = (found[1] or _KINDS[found[2].lower()]).lower()
    return text[found.end() :], word


def _no_unit(text: str, province: str) -> str:
    where = province or "cả nước"
    bare, _ = _split(text.partition(",")[0].strip(), province)
    near = nearest_unit(bare, province) if province else None
    elsewhere = find_units(bare)
    if near is not None:
        hint = f"có phải là {unit_name_of(near)}?"
    elif elsewhere:
        hint = f"tên này có ở {', '.join(sorted({each.province for each in elsewhere})[:_MOST])}"
    else:
        hint = "hãy ghi tên xã, phường sau sắp xếp 01/7/2025"
    return f"{where} không có đơn vị “{text[:60]}”; {hint}"
