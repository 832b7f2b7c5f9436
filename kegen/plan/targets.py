"""The targets of a plan: the directive's, made stricter where the profile says so, never laxer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kegen.plan.case import Case
from kegen.plan.model import Target
from kegen.profile.body import Target as Own
from kegen.vietnamese import nearest

if TYPE_CHECKING:
    from fractions import Fraction

_NEW = ("name", "comparison", "value", "unit")


def set_targets(case: Case) -> dict[str, Target]:
    """Return the plan's targets by id; notes unknown, laxer and half-said ones."""
    targets = {
        name: Target(name, said.name, said.comparison, said.value, said.unit)
        for name, said in case.pack.targets.items()
    }
    for theirs in case.above.plan.targets if case.above else ():
        packed = targets.get(theirs.id)
        if packed is None or _gap(theirs.comparison, theirs.value, packed.value) > 0:
            targets[theirs.id] = theirs
    for name, own in case.profile.targets.items():
        target = _stricter(case, targets[name], own) if name in targets else _added(case, name, own)
        if target:
            targets[name] = target
    return targets


@lru_cache(maxsize=256)
def measure(value: str) -> Fraction:
    """Return `60`, `1,5` or `1/2` as a number."""
    from fractions import Fraction  # noqa: PLC0415 - slow to load, and few profiles set targets

    return Fraction(value.replace(",", "."))


def written(target: Target) -> str:
    """Return it as a sentence writes it: `60%`, `1,5 ngày`."""
    return f"{target.value}{target.unit}" if target.unit == "%" else f"{target.value} {target.unit}"


def _stricter(case: Case, target: Target, own: Own) -> Target | None:
    for field in ("comparison", "unit"):
        if getattr(own, field) not in {None, getattr(target, field)}:
            case.error(
                ("targets", target.id, field),
                "so-lieu-bo-mau",
                f"{field} của chỉ tiêu “{target.id}” là “{getattr(target, field)}” theo bộ mẫu; hãy bỏ dòng này",
            )
    if own.value is None:
        if own.omit:
            return target
        if not case.told(("targets", target.id, "value")):
            case.error(("targets", target.id), "thieu", f'thiếu value (mức phải đạt), ví dụ: value: "{target.value}"')
        return None
    if _gap(target.comparison, own.value, target.value) < 0:
        case.error(("targets", target.id, "value"), "chi-tieu-long", _laxer(case, target, own.value))
    return Target(target.id, own.name or target.name, target.comparison, own.value, target.unit)


def _gap(comparison: str, own: str, theirs: str) -> Fraction:
    """Return by how much a value is stricter than another: below 0 where it is laxer."""
    gap = measure(own) - measure(theirs)
    return gap if comparison == ">=" else -gap if comparison == "<=" else -abs(gap)


def _laxer(case: Case, target: Target, value: str) -> str:
    """Say that the profile's value is laxer, with both lines where the plan above sets the other."""
    line = case.tree.place(("targets", target.id, "value")).line
    place = case.above and case.above.target_place(target.id)
    whose = f"kế hoạch cấp trên ({place})" if place else "văn bản chỉ đạo"
    return (
        f"chỉ tiêu “{target.name}” của {whose} là {target.comparison} {written(target)};"
        f" mức {value} ở dòng {line} là lỏng hơn, hãy giữ {target.value} hoặc chặt hơn"
    )


def _added(case: Case, name: str, own: Own) -> Target | None:
    said = {field: getattr(own, field) for field in _NEW}
    missing = [field for field, value in said.items() if value is None]
    if not missing:
        return Target(name, **said)
    near = nearest(name, case.pack.targets)
    hint = f"có phải là “{near}”? nếu là chỉ tiêu thêm, " if near else ""
    case.key_error(
        ("targets", name),
        "chi-tieu-la",
        f"văn bản chỉ đạo không có chỉ tiêu “{name}”; {hint}hãy ghi đủ {', '.join(missing)}",
    )
    return None
