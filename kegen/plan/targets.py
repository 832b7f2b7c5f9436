"""The targets of a plan: the directive's, made stricter where the profile says so, never laxer."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import NamedTuple

from kegen.dates import PlanDate
from kegen.pack.model import PackTarget
from kegen.plan.above import PlanAbove
from kegen.plan.model import Target
from kegen.plan.outline import Outline
from kegen.plan.problems import ProfileProblems
from kegen.profile.body import Target as OwnTarget
from kegen.vietnamese import fold, nearest, upper_first
from kegen.yaml_text.tree import Path

_FACTS = ("name", "comparison", "value", "unit")
_BOUNDS = {">=": "ít nhất", "<=": "không quá", "=": "đúng"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def ordered_targets(packed: Mapping[str, PackTarget], above: PlanAbove | None) -> dict[str, Target]:
    """Return the targets that the plan is to reach, by id: the pack's, those of the plan above where stricter."""
    targets = {name: _of_pack(name, each) for name, each in packed.items()}
    for theirs in above.plan.targets if above else ():
        known = targets.get(theirs.id)
        if is_each_units(theirs) and (known is None or _is_instead(theirs, known)):
            targets[theirs.id] = theirs
    return targets


def _of_pack(name: str, each: PackTarget) -> Target:
    measure = (each.comparison or "", each.value or "", each.unit or "")
    return Target(name, each.name, *measure, each.year or "", each.scope or "", each.words or "")


def is_each_units(target: Target) -> bool:
    """Whether a target of the plan above is surely one that each unit is to reach, not the whole area together."""
    return target.scope in {"", "tung-don-vi"}


def _is_instead(theirs: Target, known: Target) -> bool:
    """Whether the plan above sets a stricter value than the directive, one for another year, or the first one."""
    if not (theirs.value and known.value):
        return bool(theirs.value)
    return years_of(theirs.year) != years_of(known.year) or _gap(theirs.comparison, theirs.value, known.value) > 0


def years_of(text: str) -> frozenset[str]:
    """Return the years that a text names."""
    return frozenset(_YEAR.findall(text))


def describe_target(target: Target) -> str:
    """Return a target in words: `Tỷ lệ họp trực tuyến: ít nhất 60% (đến năm 2030)`."""
    return _described(target, f"{_BOUNDS[target.comparison]} " if target.value else "")


def _described(target: Target, bound: str) -> str:
    is_named = bool(years_of(target.year)) and years_of(target.year) <= years_of(f"{target.name} {target.words}")
    year = "" if is_named else target.year
    by = f" (đến năm {year})" if year.isdecimal() else f" ({year})" if year else ""
    if not target.value:
        return (target.words if target.name in {"", target.words} else f"{target.name}: {target.words}") + by
    return f"{target.name}: {bound}{target.written}{by}"


def state_target(target: Target) -> str:
    """Return the sentence that sets a target: `Bảo đảm ít nhất 60% cuộc họp họp trực tuyến (đến năm 2030).`"""
    bound = "" if not target.value or target.comparison == "=" else f"{_BOUNDS[target.comparison]} "
    described = _described(target, bound).rstrip(" .")
    if not target.value or target.name[:1].isupper() or target.unit != "%":
        return f"{upper_first(described)}."
    by = described.rpartition(target.written)[2]
    return f"Bảo đảm {bound}{target.written} {target.name}{by}."


def offered_targets(ordered: Mapping[str, Target], above: PlanAbove | None) -> dict[str, Target]:
    """Return what the plan above sets for its whole area, or nobody knows for whom: a unit may take it, or not."""
    return {each.id: each for each in above.plan.targets if each.id not in ordered} if above else {}


def of_the_unit(
    targets: Mapping[str, Target], left_out: Collection[str], own: Collection[str], outline: Outline
) -> tuple[Target, ...]:
    """Return the targets that the unit has: those it does not leave out, and that are each unit's or spoken of.

    Spoken of is what the profile sets (`own`), or a sentence of the outline is for or states.
    """
    items = [item for _, item in outline.walk_items()]
    spoken = {*own, *(item.target for item in items), *(name for item in items for name in targets_in(item.wording))}
    is_in = {name: name in spoken or is_each_units(each) for name, each in targets.items()}
    return tuple(each for name, each in targets.items() if is_in[name] and name not in left_out)


def with_values(ordered: Mapping[str, Target], own: Mapping[str, OwnTarget]) -> dict[str, Target]:
    """Return the targets with the profile's values, right or wrong: as its sentences print them."""
    given = {name: value for name, each in own.items() if (value := each.value)}
    return {name: each._replace(value=given.get(name, each.value)) for name, each in ordered.items()}


class OwnTargets(NamedTuple):
    """What a profile says of targets, and where, if in a sentence that it changes."""

    given: Mapping[str, OwnTarget]
    edited: Mapping[str, Path]

    def path(self, name: str) -> Path:
        """Return where the profile sets the target's value."""
        return self.edited.get(name, ("targets", name, "value"))


def set_targets(
    ordered: Mapping[str, Target], own: OwnTargets, above: PlanAbove | None, problems: ProfileProblems
) -> dict[str, Target]:
    """Return the plan's targets by id: those ordered, in the profile's values where it has some, and its own.

    Notes targets of the profile that are unknown, laxer or half-said. What the plan above sets for its whole area, or
    nobody knows for whom, is only on offer.
    """
    targets = dict(ordered)
    offered = offered_targets(ordered, above)
    for name, asked in own.given.items():
        if name in ordered:
            target = _stricter(ordered[name], asked, own.path(name), above, problems)
        elif name in offered:
            target = None if asked.omit else _changed(offered[name], asked)
        else:
            target = _added(name, asked, ordered, problems)
            _check_same_measure(target, ordered, own.path(name), above, problems)
        if target:
            targets[name] = target
    return targets


def note_past_years(own: Mapping[str, OwnTarget], issued: PlanDate, problems: ProfileProblems) -> None:
    """Note targets of the profile for years that are over on the day that the plan is issued."""
    for name, each in own.items():
        years = years_of(each.year or "")
        if years and max(map(int, years)) < issued.year:
            message = (
                f"năm {each.year} của chỉ tiêu “{name}” đã qua khi kế hoạch được ký; hãy ghi năm sau, hoặc sửa date"
            )
            problems.warn(("targets", name, "year"), "han-da-qua", message)


def _changed(target: Target, own: OwnTarget) -> Target:
    """Return the target with what the profile says of it."""
    fields = ("name", "comparison", "value", "unit", "year", "scope", "words")
    return target._replace(**{name: value for name in fields if (value := getattr(own, name)) is not None})


def _check_same_measure(
    target: Target | None,
    ordered: Mapping[str, Target],
    place: Path,
    above: PlanAbove | None,
    problems: ProfileProblems,
) -> None:
    """Note a target of the profile's own that is laxer than an ordered one of the same name for the same year."""
    same = [each for each in ordered.values() if target and each.value and _measures(each) == _measures(target)]
    for each in same:
        if target and target.value and _gap(each.comparison, target.value, each.value) < 0:
            problems.error(place, "chi-tieu-long", _laxer(each, target.value, problems.line(place), above))


def _measures(target: Target) -> tuple[str, str, str, frozenset[str]]:
    return fold(target.name), target.comparison, target.unit, years_of(target.year)


_NAMED = re.compile(r"\btarget\('([^']+)'\)")


def targets_in(wording: str) -> list[str]:
    """Return the ids of the targets that a wording of the pack names."""
    return _NAMED.findall(wording)


def measure(value: str) -> Fraction:
    """Return `60`, `1,5` or `1/2` as a number."""
    return Fraction(value.replace(",", "."))


def _stricter(
    target: Target, own: OwnTarget, place: Path, above: PlanAbove | None, problems: ProfileProblems
) -> Target | None:
    path = ("targets", target.id)
    for field in ("comparison", "unit"):
        if target.value and getattr(own, field) not in {None, getattr(target, field)}:
            problems.error(
                (*path, field),
                "so-lieu-bo-mau",
                f"{field} của chỉ tiêu “{target.id}” là “{getattr(target, field)}” theo bộ mẫu; hãy bỏ dòng này",
            )
    if own.year and target.year and years_of(own.year) != years_of(target.year):
        message = f"chỉ tiêu “{target.id}” đặt cho năm {target.year}; mức cho năm {own.year} hãy ghi thành mã khác"
        problems.error((*path, "year"), "chi-tieu-khac-nam", message)
    if own.value is None:
        if own.omit:
            return target
        if own.words or own.scope or own.year:
            return _changed(target, own)
        if not problems.unreadable((*path, "value")):
            problems.error(path, "thieu", f'thiếu value (mức phải đạt), ví dụ: value: "{target.value}"')
        return None
    if target.value and _gap(target.comparison, own.value, target.value) < 0:
        line = problems.line(place)
        problems.error(place, "chi-tieu-long", _laxer(target, own.value, line, above))
    if not target.value and not (own.comparison and own.unit):
        problems.error(path, "thieu", "chỉ tiêu này của cấp trên viết bằng lời; ghi value thì ghi cả comparison, unit")
    return _changed(target, own)


def _gap(comparison: str, own: str, theirs: str) -> Fraction:
    """Return by how much a value is stricter than another: below 0 where it is laxer."""
    gap = measure(own) - measure(theirs)
    return gap if comparison == ">=" else -gap if comparison == "<=" else -abs(gap)


def _laxer(target: Target, value: str, line: int, above: PlanAbove | None) -> str:
    """Say that the profile's value is laxer, with both lines where the plan above sets the other."""
    place = above and above.target_place(target.id)
    whose = f"kế hoạch cấp trên ({place})" if place else "văn bản chỉ đạo"
    return (
        f"chỉ tiêu “{target.name}” của {whose} là {target.comparison} {target.written};"
        f" mức {value} ở dòng {line} là lỏng hơn, hãy giữ {target.value} hoặc chặt hơn"
    )


def _added(name: str, own: OwnTarget, ordered: Mapping[str, Target], problems: ProfileProblems) -> Target | None:
    measured = [field for field in _FACTS[1:] if getattr(own, field) is not None]
    if own.words and not measured:
        return _changed(Target(name, own.words, "", "", ""), own)
    missing = [field for field in _FACTS if getattr(own, field) is None]
    if not missing:
        return _changed(Target(name, "", "", "", ""), own)
    near = nearest(name, ordered)
    hint = f"có phải là “{near}”? nếu là chỉ tiêu thêm, " if near else ""
    problems.key_error(
        ("targets", name),
        "chi-tieu-la",
        f"văn bản chỉ đạo không có chỉ tiêu “{name}”; {hint}hãy ghi đủ {', '.join(missing)} (hoặc words)",
    )
    return None
