"""Which unit a profile means: its names as the lists of units have them, or what is wrong where they have none.

The unit word before a name (`tỉnh Đồng Nai`, `xã Nhữ Khê`) is taken off; capitals and tone marks are settled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from kegen.country import PROVINCES, known_kind, official_name, successor
from kegen.gazetteer.departments import SOURCE, taken_over_by
from kegen.gazetteer.kinds import change_of, complete_to
from kegen.gazetteer.named import keeps_unit_word, named_after
from kegen.gazetteer.units import Unit as ListedUnit
from kegen.gazetteer.units import UnitKind, find_units, key_of, nearest_unit, units_of
from kegen.pack.model import TIERS
from kegen.plan.problems import ProfileProblems
from kegen.plan.timing import PlanDates
from kegen.plan.unit import FULL_NAMED, WORDS, head_title
from kegen.problem import BARE_PLACE, NO_UNIT, OTHER_KIND
from kegen.profile.unit import Level, Unit
from kegen.vietnamese import fold, nearest, upper_first

OTHER_PLACE = "dd-name-local"
"""The id of a place that is not the name of the unit; the rule of the checker that says the same bears it too."""
UNIT_PROBLEMS = frozenset({NO_UNIT, OTHER_KIND, "tinh-la", "sai-cap", "ten-kem-cap"})
"""The ids of the problems of a unit that there is not: nothing can be said of its plan."""
_BODY = r"(?:(?:UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân)\s+)?"
_OWN = re.compile(rf"{_BODY}(?:(xã|phường|đặc khu)\s+|(x|p|đk)\.\s*)(?=\S)", re.IGNORECASE)
_GONE = re.compile(rf"{_BODY}(huyện|quận|thị xã|thị trấn|thành phố|tp\.?|tỉnh)\s+(?=\S)", re.IGNORECASE)
_KINDS: dict[str, Level] = {
    "xã": "xa",
    "phường": "phuong",
    "đặc khu": "dac-khu",
    "x": "xa",
    "p": "phuong",
    "đk": "dac-khu",
}
_ANY_WORD = re.compile(rf"(?:{'|'.join(WORDS.values())})\s+", re.IGNORECASE)
_ALIKE = 0.75
_MOST_NAMED = 12
"""More places than this are not listed."""


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
    if unit.level == "don-vi":
        settled = _settle_body(unit, looked_in, problems)
    if tier == "so":
        _check_department(unit, problems)
    elif unit.place:
        _check_place(unit.place, settled, problems)
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
        known = [] if TIERS[unit.level] == "so" else _listed(find_units(_without_word(unit.name)))
        which = f"{unit.name} có ở {', '.join(known)}; hãy ghi" if known else "ví dụ:"
        example = known[0].partition(" (")[0] if known else "Tuyên Quang"
        message = f"thiếu province (tỉnh, thành phố mà đơn vị trực thuộc); {which} province: {example}"
        problems.error(("unit",), "thieu", message)
    elif official_name(unit.province) is None:
        problems.error(("unit", "province"), "tinh-la", _no_province(unit.province, "province"))


def _no_province(name: str, key: str) -> str:
    if into := successor(name):
        return f"{name} đã nhập vào {into} từ 01/7/2025; hãy ghi {into} (khóa unit.{key})"
    near = nearest(name, PROVINCES)
    hint = (
        f"có phải là “{near}”? Hãy ghi {key}: {near}"
        if near
        else f"hãy ghi đúng tên một trong 34 tỉnh, thành phố (khóa unit.{key})"
    )
    return f"không có tỉnh, thành phố “{name}” trong 34 đơn vị từ 01/7/2025; {hint}"


def _settle_commune(unit: Unit, province: str | None, dates: PlanDates, problems: ProfileProblems) -> Unit:
    """Return the commune as the list of its province has it, with the place that its name asks for."""
    name = _without_word(unit.name)
    if province is None:
        return unit.model_copy(update={"name": name})
    found = next(iter(find_units(name, province)), None)
    if found is None:
        problems.error(("unit", "name"), NO_UNIT, _no_unit(unit, name, province))
        return unit.model_copy(update={"name": name})
    _check_kind(unit, found, dates, problems)
    place = f"{upper_first(WORDS[unit.level])} {found.name}" if keeps_unit_word(found) else None
    return unit.model_copy(update={"name": found.name, "place": unit.place or place})


def _without_word(name: str) -> str:
    """Return a commune's name without its unit word, unless the name itself begins so."""
    return name if find_units(name) else _OWN.sub("", name, count=1)


def _word_before(name: str) -> Level | None:
    """Return the level that the word before a commune's name says."""
    found = None if find_units(name) else _OWN.match(name)
    return _KINDS[(found[1] or found[2]).lower()] if found else None


def _no_unit(unit: Unit, name: str, province: str) -> str:
    gone = _GONE.match(name)
    bare = name[gone.end() :] if gone else name
    hint = _which_unit(bare, province) or "hãy xem lại name và province, ghi tên xã, phường sau sắp xếp 01/7/2025"
    level = f"cấp huyện và thị trấn không còn từ 01/7/2025 nên không ghi “{gone[1]}”; " if gone else ""
    return (
        f"{province} không có {WORDS[unit.level]} “{bare}” trong danh mục (Quyết định 19/2025/QĐ-TTg); {level}{hint}."
        f" {_how_to_accept(NO_UNIT, 'Đơn vị có thật mà danh mục chưa có')}"
    )


def _how_to_accept(name: str, when: str) -> str:
    return f"{when} thì thêm vào hồ sơ, accept: [{{rule: {name}, reason: số, ngày của nghị quyết}}]"


def _which_unit(name: str, province: str) -> str:
    """Return which unit a name may have meant: one of the province spelled otherwise, one of another province."""
    near, elsewhere = nearest_unit(name, province), find_units(name) or _spelled_alike(name)
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
            f"tên này{named} có ở {', '.join(_listed(elsewhere))}; hãy ghi lại province, hoặc ghi tên sau sắp xếp"
        )
    return "; ".join(hints)


def _spelled_alike(name: str) -> tuple[ListedUnit, ...]:
    """Return the units of all provinces whose name is the same but for its marks."""
    folded = fold(name)
    return tuple(each for province in PROVINCES for each in units_of(province) if fold(each.name) == folded)


def _listed(units: Iterable[ListedUnit]) -> list[str]:
    """Return the provinces of the units, each with the kind of its unit; of very many the first."""
    places = list(dict.fromkeys(f"{each.province} ({WORDS[each.kind]})" for each in units))
    rest = len(places) - _MOST_NAMED
    return [*places[:_MOST_NAMED], *([f"{rest} nơi khác"] if rest > 0 else [])]


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
        message = f"{what}, không phải {WORDS[unit.level]}; hãy ghi level: {right}. {_how_to_accept(OTHER_KIND, when)}"
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


_SEAT = re.compile(r"\b(?:xã|phường|đặc khu)\s+(\S.*)", re.IGNORECASE)


def _settle_body(unit: Unit, province: str | None, problems: ProfileProblems) -> Unit:
    """Return a body under another with the place of its date line; notes what its name does not tell."""
    if not unit.parent_body:
        message = "thiếu parent_body (cơ quan chủ quản, in ở dòng trên tên đơn vị), ví dụ: parent_body: Sở Y tế"
        problems.error(("unit",), "thieu", message)
    if not head_title(unit):
        message = f"tên “{unit.name}” chưa cho biết chức danh người đứng đầu; hãy ghi thêm, ví dụ head: GIÁM ĐỐC"
        problems.error(("unit",), "thieu", message)
    seat = _SEAT.search(unit.parent_body or "") or _SEAT.search(unit.name)
    found = next(iter(find_units(seat[1], province)), None) if seat and province else None
    if found is None or unit.place:
        return unit
    place = f"{upper_first(WORDS[found.kind])} {found.name}" if keeps_unit_word(found) else found.name
    return unit.model_copy(update={"place": place})


def _check_department(unit: Unit, problems: ProfileProblems) -> None:
    if not unit.abbreviation:
        message = "thiếu abbreviation (chữ viết tắt trong ký hiệu), ví dụ: abbreviation: SNV"
        problems.error(("unit",), "thieu", message)
    if into := taken_over_by(unit.name):
        accept = _how_to_accept(NO_UNIT, f"Cơ quan vẫn mang tên “{unit.name}”")
        message = f"{unit.name} không còn từ năm 2025, {into} nhận việc ({SOURCE}); hãy ghi lại name"
        problems.warn(("unit", "name"), NO_UNIT, f"{message}. {accept}")


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
