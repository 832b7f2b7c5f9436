"""Which unit a profile means: its names as the lists of units have them, or what is wrong where they have none.

The unit word before a name (`tỉnh Đồng Nai`, `xã Nhữ Khê`) is taken off; capitals and tone marks are settled.
"""

from __future__ import annotations

import re

from kegen.country import MERGED_INTO, PROVINCES, known_kind, official_name, successor
from kegen.gazetteer.kinds import change_of, complete_to
from kegen.gazetteer.named import keeps_unit_word, named_after
from kegen.gazetteer.units import Unit as ListedUnit
from kegen.gazetteer.units import UnitKind, find_units, key_of
from kegen.pack.model import TIERS
from kegen.plan.problems import ProfileProblems
from kegen.plan.timing import PlanDates
from kegen.plan.unit import FULL_NAMED, WORDS
from kegen.plan.unit_hints import BODY, DISTRICT, how_to_accept, listed, no_unit
from kegen.plan.which_body import NO_DISTRICT, settle_body, settle_department
from kegen.problem import BARE_PLACE, NO_UNIT, OTHER_KIND
from kegen.profile.unit import Level, Unit
from kegen.vietnamese import nearest, upper_first

OTHER_PLACE = "dd-name-local"
"""The id of a place that is not the name of the unit; the rule of the checker that says the same bears it too."""
UNIT_PROBLEMS = frozenset({NO_UNIT, OTHER_KIND, NO_DISTRICT, "tinh-la", "sai-cap", "ten-kem-cap"})
"""The ids of the problems of a unit that there is not: nothing can be said of its plan."""
_OWN = rf"{BODY}(?:(xã|phường|đặc khu)\s+|(x|p|đk)\.\s*)(?=\S)"
_KINDS: dict[str, Level] = {
    "xã": "xa",
    "phường": "phuong",
    "đặc khu": "dac-khu",
    "x": "xa",
    "p": "phuong",
    "đk": "dac-khu",
}
_ANY_WORD = re.compile(rf"(?:{'|'.join(WORDS.values())})\s+", re.IGNORECASE)


def settle_unit(unit: Unit, dates: PlanDates, problems: ProfileProblems) -> Unit:
    """Return the unit under the names that the lists have; notes a unit, or a province, that there is not."""
    tier = TIERS[unit.level]
    if tier == "cap-tinh":
        settled = _settle_province(unit, dates, problems)
    else:
        _check_province(unit, problems)
        province = unit.province and official_name(unit.province)
        unit = unit.model_copy(update={"province": province or unit.province})
        looked_in = province or successor(unit.province or "")
        settled = _settle_commune(unit, looked_in, dates, problems) if tier == "cap-xa" else unit
    if tier == "so":
        if unit.level == "don-vi":
            settled = settle_body(unit, looked_in, dates.issued, problems)
        settled = settle_department(settled, looked_in, problems)
    elif unit.place:
        _check_place(unit.place, settled, problems)
        settled = settled.model_copy(update={"place": upper_first(unit.place)})
    return settled


def _settle_province(unit: Unit, dates: PlanDates, problems: ProfileProblems) -> Unit:
    official = official_name(unit.name)
    kind = known_kind(official, dates.issued) if official else None
    if official is None:
        problems.error(("unit", "name"), "tinh-la", _no_province(unit.name, "name"))
    elif kind not in {None, unit.level}:
        message = f"{official} là {WORDS[str(kind)]} vào ngày của kế hoạch này; hãy viết level: {kind}"
        problems.error(("unit", "level"), "sai-cap", message)
    return unit.model_copy(update={"name": official or unit.name})


def _check_province(unit: Unit, problems: ProfileProblems) -> None:
    if unit.province is None:
        known = [] if TIERS[unit.level] == "so" else listed(find_units(_without_word(unit.name)))
        which = f"{unit.name} có ở {', '.join(known)}; hãy ghi" if known else "ví dụ:"
        example = known[0].partition(" (")[0] if known else "Tuyên Quang"
        message = f"thiếu province (tỉnh, thành phố mà đơn vị trực thuộc); {which} province: {example}"
        problems.error(("unit",), "thieu", message)
    elif official_name(unit.province) is None:
        problems.error(("unit", "province"), "tinh-la", _no_province(unit.province, "province"))


def _no_province(name: str, key: str) -> str:
    if into := successor(name):
        became = f"đã nhập vào {into} từ 01/7/2025" if into in MERGED_INTO.values() else f"nay là {into}"
        return f"{name} {became}; hãy ghi {into} (khóa unit.{key})"
    near, bare = nearest(name, PROVINCES), _without_word(name)
    if key == "name" and (found := find_units(bare)):
        hint = (
            f"{bare} có ở {', '.join(listed(found))}; hãy ghi level: {found[0].kind}, name: {found[0].name}, province"
        )
    elif key == "name" and DISTRICT.search(name):
        hint = "cấp huyện không còn từ 01/7/2025; hãy ghi level và tên tỉnh, xã, phường hoặc đặc khu hiện nay"
    elif near:
        hint = f"có phải là “{near}”? Hãy ghi {key}: {near}"
    else:
        hint = f"hãy ghi đúng tên một trong 34 tỉnh, thành phố (khóa unit.{key})"
    return f"không có tỉnh, thành phố “{name}” trong 34 đơn vị từ 01/7/2025; {hint}"


def _settle_commune(unit: Unit, province: str | None, dates: PlanDates, problems: ProfileProblems) -> Unit:
    """Return the commune as the list of its province has it, with the place that its name asks for."""
    name = _without_word(unit.name)
    if province is None:
        return unit.model_copy(update={"name": name})
    found = next(iter(find_units(name, province)), None)
    if found is None:
        problems.error(("unit", "name"), NO_UNIT, no_unit(WORDS[unit.level], name, province))
        return unit.model_copy(update={"name": name})
    _check_kind(unit, found, dates, problems)
    place = f"{upper_first(WORDS[unit.level])} {found.name}" if keeps_unit_word(found) else None
    return unit.model_copy(update={"name": found.name, "place": unit.place or place})


def _without_word(name: str) -> str:
    """Return a commune's name without its unit word, unless the name itself begins so."""
    found = None if find_units(name) else re.match(_OWN, name, re.IGNORECASE)
    return name[found.end() :] if found else name


def _word_before(name: str) -> Level | None:
    """Return the level that the word before a commune's name says."""
    found = None if find_units(name) else re.match(_OWN, name, re.IGNORECASE)
    return _KINDS[(found[1] or found[2]).lower()] if found else None


def _check_kind(unit: Unit, found: ListedUnit, dates: PlanDates, problems: ProfileProblems) -> None:
    """Note a level, or a word before the name, that the unit has not on the plan's date."""
    kinds, word = _possible_kinds(found, dates), _word_before(unit.name)
    right = unit.level if unit.level in kinds else kinds[-1]
    change = change_of(found)
    since = f" từ {change.since.written('ngan')} ({change.resolution})" if change and right == change.kind else ""
    what = f"{found.name} ({found.province}) là {WORDS[right]}{since}"
    if word not in {None, unit.level}:
        message = f"tên ghi chữ “{WORDS[str(word)]}” mà level ghi {unit.level}; {what}"
        problems.error(("unit", "name"), "ten-kem-cap", f"{message}, hãy ghi level: {right}, name: {found.name}")
    elif unit.level not in kinds:
        is_later = found.kind == "xa" and change is None and dates.own and complete_to().before(dates.own)
        when = f"Đã đổi loại sau {complete_to().written('ngan')}" if is_later else "Đã đổi loại sau danh mục"
        message = f"{what}, không phải {WORDS[unit.level]}; hãy ghi level: {right}. {how_to_accept(OTHER_KIND, when)}"
        (problems.warn if is_later else problems.error)(("unit", "level"), OTHER_KIND, message)


def _possible_kinds(found: ListedUnit, dates: PlanDates) -> tuple[UnitKind, ...]:
    """Return the kinds that the unit may have on the plan's date: a plan comes after the one above it."""
    change, own = change_of(found), dates.own
    if change is None or (own and own.before(change.since)):
        return (found.kind,)
    above = dates.parent if dates.parent and dates.parent.whole else dates.directive or dates.issued
    first = own if own and own.whole else above
    if not first.before(change.since) or (own and change.since.before(own)):
        return (change.kind,)
    return (found.kind, change.kind)


def _check_place(place: str, unit: Unit, problems: ProfileProblems) -> None:
    """Note a place of the date line that is no name of the unit, or lacks its unit word (NĐ 30, Phụ lục I, II.4.a)."""
    bare = _ANY_WORD.sub("", place, count=1)
    whole = f"{upper_first(WORDS[unit.level])} {unit.name}"
    who = _bearer(unit)
    right = whole if who else unit.name
    if key_of(unit.name) not in {key_of(bare), key_of(place)}:
        message = f"địa danh “{place}” không phải tên đơn vị ban hành; hãy bỏ dòng này, hoặc ghi place: {right}"
        problems.error(("unit", "place"), OTHER_PLACE, f"{message} (khóa unit.place)")
    elif bare == place and who:
        message = (
            f"địa danh “{place}” thiếu loại đơn vị, vì đơn vị mang tên {who}; hãy ghi place: {whole} (khóa unit.place)"
        )
        problems.error(("unit", "place"), BARE_PLACE, message)


def _bearer(unit: Unit) -> str | None:
    """Return whose name the unit surely has, or that it has a number; None where not known."""
    if unit.name in FULL_NAMED:
        return f"Chủ tịch {unit.name}"
    found = find_units(unit.name, unit.province) if TIERS[unit.level] == "cap-xa" else ()
    return next((named_after(each) or "chữ số" for each in found if keeps_unit_word(each)), None)
