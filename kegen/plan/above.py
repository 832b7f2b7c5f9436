"""The plan of the level above as data: read from the file that `parent_plan` names, held to be the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from kegen.country import official_name
from kegen.dates import parse_date
from kegen.plan.case import TIERS, Case
from kegen.plan.model import Plan, Target, Task
from kegen.plan.saved import read_plan
from kegen.problem import Invalid, KegenError, Place
from kegen.profile.unit import ParentPlan, Reporting
from kegen.source.tree import Path as Steps
from kegen.source.tree import Tree
from kegen.vietnamese import lower_first, nearest

_ABOVE = {"cap-xa": ("cap-tinh",), "so": ("cap-tinh", "so"), "cap-tinh": ()}
"""The tiers whose plans a plan of each tier may carry out."""
_TIER_NAMES = {"cap-xa": "cấp xã", "so": "cơ quan chuyên môn", "cap-tinh": "cấp tỉnh"}
_FACTS = ("number", "date", "issuer")
_FACT_NAMES = {"number": "số, ký hiệu", "date": "ngày ban hành", "issuer": "cơ quan ban hành"}

Resolver = Callable[[Path, tuple[Path, ...]], tuple[Plan, Tree]]
"""Resolves the profile at a path, for those profiles that were being resolved when it was asked for."""


class Above(NamedTuple):
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


def take_above(case: Case, said: ParentPlan, below: tuple[Path, ...], resolve: Resolver) -> Above | None:
    """Return the plan above from the file that is named, its facts taken over into the case; notes what is wrong."""
    if said.plan and said.profile:
        case.error(
            ("parent_plan", "profile"), "thua", "chỉ ghi một trong hai: plan (tệp kế hoạch) hoặc profile (hồ sơ)"
        )
        return None
    path: Steps = ("parent_plan", "plan" if said.plan else "profile")
    above = _read(case, said, path, (*below, case.loaded.path.resolve()), resolve)
    if above is None or not _fits(case, above.plan, path):
        case.above_is_lost = True
        return None
    _take_facts(case, said, above)
    return above


def _read(case: Case, said: ParentPlan, path: Steps, below: tuple[Path, ...], resolve: Resolver) -> Above | None:
    name = str(said.plan or said.profile)
    file = case.loaded.path.parent / name
    try:
        if not _is_file(file):
            case.error(path, "khong-co-tep", f"không có tệp “{name}” trong thư mục của hồ sơ này; {_near(file)}")
        elif said.plan:
            saved = read_plan(file)
            return Above(saved.plan, saved.tree, saved=True)
        elif file.resolve() in below:
            circle = " → ".join(each.name for each in (*below[below.index(file.resolve()) :], file))
            case.error(path, "vong-lap", f"các hồ sơ lấy nhau làm cấp trên: {circle}; hãy sửa parent_plan ở một hồ sơ")
        else:
            return Above(*resolve(file, below), saved=False)
    except Invalid as error:
        case.problems += error.problems
        case.error(
            path, "cap-tren-loi", f"kế hoạch cấp trên ({name}) còn lỗi, ghi ở các dòng của tệp ấy; hãy sửa trước"
        )
    except KegenError as error:
        case.error(path, "cap-tren-loi", f"không đọc được kế hoạch cấp trên: {error}")
    return None


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


def _fits(case: Case, above: Plan, path: Steps) -> bool:
    """Whether the plan is one that this unit can be under; notes why it is not."""
    tier = TIERS.get(above.standing.level)  # type: ignore[call-overload]  # a file may say anything
    if tier not in _ABOVE[case.tier]:
        wanted = " hoặc ".join(_TIER_NAMES[each] for each in _ABOVE[case.tier])
        what = f"phải là kế hoạch của {wanted}" if wanted else "không có ở cấp tỉnh; hãy bỏ parent_plan"
        case.error(
            path,
            "cap-tren-sai-cap",
            f"đây là kế hoạch của {above.unit_name or 'đơn vị không rõ'}; kế hoạch cấp trên {what}",
        )
        return False
    own = case.profile.unit.province
    if own and (official_name(own) or own) != above.standing.province:
        case.error(
            path,
            "cap-tren-tinh-khac",
            f"kế hoạch cấp trên là của {above.standing.province}, còn hồ sơ này ghi province: {own};"
            " hãy ghi đúng tệp của tỉnh, thành phố mình",
        )
        return False
    return True


def _take_facts(case: Case, said: ParentPlan, above: Above) -> None:
    """Complete what the profile says of the plan above by what that plan says of itself."""
    standing = above.plan.standing
    facts: dict[str, Any] = {
        "number": standing.symbol or None,
        "date": parse_date(above.plan.issued) if above.plan.issued else None,
        "issuer": standing.issuer or None,
    }
    for name in _FACTS:
        own, theirs = getattr(said, name), facts[name]
        if name != "issuer" and own and theirs and _bare(own) != _bare(theirs):
            case.error(("parent_plan", name), "cap-tren-khac", _differs(case, name, own, theirs, above))
        facts[name] = own or theirs
    reporting = said.reporting or Reporting()
    days = {name: getattr(reporting, name) or getattr(standing, name) or None for name in ("half_year", "year")}
    subject = said.subject or _subject(above.plan.title)
    case.take_parent(said.model_copy(update={**facts, "subject": subject, "reporting": Reporting(**days)}))


def _bare(fact: object) -> object:
    """Return a fact without what says nothing: `07/KH-UBND` is `7/KH-UBND`."""
    return fact.lstrip("0") if isinstance(fact, str) else fact


def _differs(case: Case, name: str, own: object, theirs: object, above: Above) -> str:
    written = [each.written("ngan") if hasattr(each, "written") else str(each) for each in (own, theirs)]
    where = case.tree.place(("parent_plan", name)).line
    return (
        f"{_FACT_NAMES[name]} của kế hoạch cấp trên ghi ở dòng {where} là {written[0]}, còn trong {above.tree.file} là"
        f" {written[1]}; hãy bỏ dòng này, hoặc xin lại tệp đúng"
    )


def _subject(title: str) -> str:
    """Return a plan's title as a citation has it: `về việc triển khai thực hiện …`."""
    text = lower_first(title)
    return text if text.startswith("về ") else f"về việc {text}"
