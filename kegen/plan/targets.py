"""The targets of a plan: the directive's, made stricter where the profile says so, never laxer."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from kegen.pack.model import PackTarget
from kegen.plan.above import PlanAbove
from kegen.plan.model import Target
from kegen.plan.problems import ProfileProblems
from kegen.profile.body import Target as OwnTarget
from kegen.vietnamese import nearest
from kegen.yaml_text.tree import Path

_FACTS = ("name", "comparison", "value", "unit")


def ordered_targets(packed: Mapping[str, PackTarget], above: PlanAbove | None) -> dict[str, Target]:
    """Return the targets that the plan is to reach, by id: the pack's, those of the plan above where stricter."""
    targets = {name: Target(name, each.name, each.comparison, each.value, each.unit) for name, each in packed.items()}
    for theirs in above.plan.targets if above else ():
        known = targets.get(theirs.id)
        if known is None or _gap(theirs.comparison, theirs.value, known.value) > 0:
            targets[theirs.id] = theirs
    return targets


def with_values(ordered: Mapping[str, Target], own: Mapping[str, OwnTarget]) -> dict[str, Target]:
    """Return the targets with the profile's values, right or wrong: as its sentences print them."""
    said = {name: value for name, each in own.items() if (value := each.value)}
    return {name: each._replace(value=said.get(name, each.value)) for name, each in ordered.items()}


class OwnTargets(NamedTuple):
    """What a profile says of targets, and where, if in a sentence that it changes."""

    said: Mapping[str, OwnTarget]
    edited: Mapping[str, Path]

    def path(self, name: str) -> Path:
        """Return where the profile sets the target's value."""
        return self.edited.get(name, ("targets", name, "value"))


def set_targets(
    ordered: Mapping[str, Target], own: OwnTargets, above: PlanAbove | None, problems: ProfileProblems
) -> dict[str, Target]:
    """Return the plan's targets by id: those ordered, in the profile's values where it has some, and its own.

    Notes targets of the profile that are unknown, laxer or half-said.
    """
    targets = dict(ordered)
    for name, asked in own.said.items():
        if name in targets:
            target = _stricter(targets[name], asked, own.path(name), above, problems)
        else:
            target = _added(name, asked, ordered, problems)
        if target:
            targets[name] = target
    return targets


def measure(value: str) -> Fraction:
    """Return `60`, `1,5` or `1/2` as a number."""
    return Fraction(value.replace(",", "."))


def _stricter(
    target: Target, own: OwnTarget, place: Path, above: PlanAbove | None, problems: ProfileProblems
) -> Target | None:
    path = ("targets", target.id)
    for field in ("comparison", "unit"):
        if getattr(own, field) not in {None, getattr(target, field)}:
            problems.error(
                (*path, field),
                "so-lieu-bo-mau",
                f"{field} của chỉ tiêu “{target.id}” là “{getattr(target, field)}” theo bộ mẫu; hãy bỏ dòng này",
            )
    if own.value is None:
        if own.omit:
            return target
        if not problems.unreadable((*path, "value")):
            problems.error(path, "thieu", f'thiếu value (mức phải đạt), ví dụ: value: "{target.value}"')
        return None
    if _gap(target.comparison, own.value, target.value) < 0:
        line = problems.line(place)
        problems.error(place, "chi-tieu-long", _laxer(target, own.value, line, above))
    return Target(target.id, own.name or target.name, target.comparison, own.value, target.unit)


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
    facts = {field: getattr(own, field) for field in _FACTS}
    missing = [field for field, value in facts.items() if value is None]
    if not missing:
        return Target(name, **facts)
    near = nearest(name, ordered)
    hint = f"có phải là “{near}”? nếu là chỉ tiêu thêm, " if near else ""
    problems.key_error(
        ("targets", name),
        "chi-tieu-la",
        f"văn bản chỉ đạo không có chỉ tiêu “{name}”; {hint}hãy ghi đủ {', '.join(missing)}",
    )
    return None
