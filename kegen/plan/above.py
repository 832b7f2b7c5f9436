"""The plan of the level above as data, read from the file that `parent_plan` names, if a plan may carry it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from kegen.country import official_name
from kegen.dates import BLANK, PlanDate, parse_date
from kegen.files import stored
from kegen.pack.model import TIERS
from kegen.plan.model import KIND, Plan, Target, Task
from kegen.plan.problems import ProfileProblems
from kegen.plan.saved import read_plan
from kegen.plan.unit import UnitLevel
from kegen.problem import Invalid, KegenError, Place
from kegen.profile.read import Loaded
from kegen.profile.unit import ParentPlan, ReportDays, Unit
from kegen.vietnamese import lower_first, nearest, upper_first
from kegen.yaml_text.tree import Path as Steps
from kegen.yaml_text.tree import Tree

_ABOVE = {
    "cap-xa": ("cap-tinh", "so"),
    "so": ("cap-tinh", "so"),
    "cap-tinh": (),
    "don-vi": ("cap-tinh", "so", "cap-xa"),
}
"""The tiers whose plans a plan of each tier, and of a body under any, may carry out, beside bodies of no level."""
_TIER_NAMES = {"cap-xa": "cấp xã", "so": "cơ quan chuyên môn", "cap-tinh": "cấp tỉnh"}
_FACT_NAMES = {"kind": "loại văn bản", "number": "số, ký hiệu", "date": "ngày ban hành", "issuer": "cơ quan ban hành"}

Resolver = Callable[[Path, tuple[Path, ...]], tuple[Plan, Tree]]
"""Resolves the profile at a path, for those profiles that were being resolved when it was asked for."""


class PlanAbove(NamedTuple):
    """The plan above, and where its words stand in the file they came from."""

    plan: Plan
    tree: Tree
    saved: bool
    """Whether the file is a saved plan, not a profile."""

    def target_place(self, name: str) -> Place | None:
        """Return where the file sets the value of that target, None where it says nothing of it."""
        return self._place("targets", self.plan.targets, name, "value")

    def task_place(self, name: str) -> Place:
        """Return where the file speaks of that task, or the file's beginning."""
        return self._place("tasks", self.plan.tasks, name) or Place(self.tree.file)

    def _place(self, group: str, known: Iterable[Task | Target], name: str, *inside: str) -> Place | None:
        """Return where the file has it: a saved plan lists what a profile has by its id."""
        index = next((i for i, each in enumerate(known) if each.id == name), None)
        path: Steps = (group, index if self.saved and index is not None else name, *inside)
        return self.tree.place(path) if self.tree.node(path) else None


class TakenAbove(NamedTuple):
    """What a profile says of the plan above, completed by that plan itself where its file could be read."""

    parent: ParentPlan | None
    found: PlanAbove | None = None
    is_lost: bool = False
    """Whether the profile names a file in vain: what the plan above orders is not known."""


def take_above(loaded: Loaded, below: tuple[Path, ...], resolve: Resolver, problems: ProfileProblems) -> TakenAbove:
    """Return the plan above from the file that the profile names, if it names one; notes what is wrong."""
    parent = loaded.profile.parent_plan
    if parent is None or not (parent.plan or parent.profile):
        return TakenAbove(parent)
    if parent.plan and parent.profile:
        message = "chỉ ghi một trong hai: plan (tệp kế hoạch) hoặc profile (hồ sơ)"
        problems.error(("parent_plan", "profile"), "thua", message)
        return TakenAbove(parent)
    above = _read(parent, loaded.path, below, resolve, problems)
    if above is None or not _is_above(above.plan, loaded.profile.unit, parent, problems):
        return TakenAbove(parent, is_lost=True)
    return TakenAbove(_completed(parent, above, problems), above)


def _read(
    parent: ParentPlan, profile: Path, below: tuple[Path, ...], resolve: Resolver, problems: ProfileProblems
) -> PlanAbove | None:
    """Return the plan above from the file that the profile at the path names; None, with a note, where it has none."""
    name, path = str(parent.plan or parent.profile), _path(parent)
    file = stored(profile.parent / name)
    below = (*below, profile.resolve())
    try:
        if not _is_file(file):
            message = f"không có tệp “{name}” trong thư mục của hồ sơ này; {_near(file)}"
            problems.error(path, "khong-co-tep", message)
        elif parent.plan:
            saved = read_plan(file)
            return PlanAbove(saved.plan, saved.tree, saved=True)
        elif file.resolve() in below:
            circle = " → ".join(each.name for each in (*below[below.index(file.resolve()) :], file))
            message = f"các hồ sơ lấy nhau làm cấp trên: {circle}; hãy sửa parent_plan ở một hồ sơ"
            problems.error(path, "vong-lap", message)
        else:
            return PlanAbove(*resolve(file, below), saved=False)
    except Invalid as error:
        problems.found += error.problems
        message = f"kế hoạch cấp trên ({name}) còn lỗi, ghi ở các dòng của tệp ấy; hãy sửa trước"
        problems.error(path, "cap-tren-loi", message)
    except KegenError as error:
        problems.error(path, "cap-tren-loi", f"không đọc được kế hoạch cấp trên: {error}")
    return None


def _path(parent: ParentPlan) -> Steps:
    return ("parent_plan", "plan" if parent.plan else "profile")


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # no name that a disk can hold
        return False


def _near(file: Path) -> str:
    try:
        near = nearest(file.name, [each.name for each in file.parent.iterdir() if each.suffix == ".yaml"])
    except OSError:
        near = None
    return f"có phải là “{near}”?" if near else "hãy chép tệp ấy vào đây, hoặc ghi đường dẫn tính từ thư mục này"


def _is_above(plan: Plan, unit: Unit, parent: ParentPlan, problems: ProfileProblems) -> bool:
    """Whether the plan is one that the unit can be under; notes why it is not."""
    identity, path = plan.standing, _path(parent)
    tier = TIERS.get(identity.level)  # type: ignore[call-overload]  # as read
    allowed = _ABOVE["don-vi" if unit.level == "don-vi" else UnitLevel(unit.level).tier]
    if identity.level and tier not in allowed:
        wanted = " hoặc ".join(_TIER_NAMES[each] for each in allowed)
        right = f"phải là kế hoạch của {wanted}, hãy ghi tệp ấy ở parent_plan"
        what = right if wanted else "không có ở cấp tỉnh; hãy bỏ parent_plan"
        message = f"đây là kế hoạch của {plan.unit_name or 'đơn vị không rõ'}; kế hoạch cấp trên {what}"
        problems.error(path, "cap-tren-sai-cap", message)
        return False
    own = unit.province
    if own and identity.province and (official_name(own) or own) != identity.province:
        problems.error(
            path,
            "cap-tren-tinh-khac",
            f"kế hoạch cấp trên là của {identity.province}, còn hồ sơ này ghi province: {own};"
            " hãy ghi đúng tệp của tỉnh, thành phố mình",
        )
        return False
    return True


def _completed(parent: ParentPlan, above: PlanAbove, problems: ProfileProblems) -> ParentPlan:
    """Return what the profile says of the plan above, completed by what that plan says of itself.

    Notes a number or a date that differs from the plan's own.
    """
    identity = above.plan.standing
    facts: dict[str, Any] = {
        "kind": identity.kind or KIND,
        "number": identity.symbol or None,
        "date": parse_date(above.plan.issued) if above.plan.issued else None,
        "issuer": identity.issuer or None,
    }
    for name, theirs in facts.items():
        own = getattr(parent, name)
        own = upper_first(own) if name == "kind" and own else own
        if name != "issuer" and own and theirs and _bare(own) != _bare(theirs):
            path = ("parent_plan", name)
            where = (f"ghi ở dòng {problems.line(path)} là", f"còn trong {above.tree.file} là")
            problems.error(path, "cap-tren-khac", _differs(name, (own, theirs), where))
        facts[name] = own or theirs
    facts["number"] = facts["number"] or _blank_number(above.plan.header.number)
    reporting = parent.reporting or ReportDays()
    days = {name: getattr(reporting, name) or getattr(identity, name) or None for name in ReportDays.model_fields}
    subject = parent.subject or _subject(above.plan.title, str(facts["kind"]))
    return parent.model_copy(update={**facts, "subject": subject, "reporting": ReportDays(**days)})


def _blank_number(line: str) -> str | None:
    """Return the symbol that a plan without its number has on its line (`Số:     /KH-UBND`), a blank before it."""
    sign = re.search(_SIGN, line)
    return f"{BLANK}{sign[0]}" if sign else None


_SIGN = r"[/-](?=[A-ZĐ])[A-ZĐa-z0-9-]+(?:/[A-ZĐ-]+)?$"


def _bare(fact: object) -> object:
    """Return a fact without what says nothing: `07/KH-UBND` is `7/KH-UBND`."""
    return fact.lstrip("0") if isinstance(fact, str) else fact


def _differs(name: str, facts: tuple[object, object], where: tuple[str, str]) -> str:
    own, theirs = (each.written("ngan") if isinstance(each, PlanDate) else str(each) for each in facts)
    return (
        f"{_FACT_NAMES[name]} của kế hoạch cấp trên {where[0]} {own}, {where[1]} {theirs};"
        " hãy bỏ dòng này, hoặc xin lại tệp đúng"
    )


_OWN_VERBS = ("phê duyệt ", "ban hành ", "quy định ", "sửa đổi", "bãi bỏ ", "công bố ", "thông qua ")
"""How titles of decisions and resolutions begin that a citation has as they stand."""


def _subject(title: str, kind: str) -> str:
    """Return a plan's title as a citation has it: `về việc triển khai thực hiện …`; `phê duyệt …` of a decision."""
    text = lower_first(title)
    stands = text.startswith("về ") or (kind != KIND and text.startswith(_OWN_VERBS))
    return text if stands else f"về việc {text}"
