"""One profile drafted: read, resolved, rendered, saved, checked; whatever stands in the way is a value."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from kegen.output.guard import Edited, Saved, save
from kegen.plan.resolve import resolve
from kegen.problem import Invalid, KegenError, Place, Problem, Severity
from kegen.profile.read import Loaded, load
from kegen.template.render import render

if TYPE_CHECKING:
    from kegen.check.report import Report
    from kegen.plan.model import Plan

_TOLD = ("recipient-missing",)
"""Rules whose faults resolving the profile tells, with the line to change."""

Stop = Literal["", "wrong", "unreadable", "edited", "unsaved"]
"""Why there is no new draft: the profile has errors; it, or the template, cannot be used; somebody's edits are in the
draft that is there; it cannot be written. "" where there is one."""


class Way(NamedTuple):
    """How drafts are to be made."""

    template: Path | None = None
    final: bool = False
    force: bool = False
    unchecked: bool = False
    lasting: bool = True
    """Whether each draft is to be on the disk before the next is begun."""


class Drafted(NamedTuple):
    """What became of one profile: the plan and the file, or what stood in the way."""

    stop: Stop = ""
    loaded: Loaded | None = None
    plan: Plan | None = None
    saved: Saved | None = None
    problems: tuple[Problem, ...] = ()
    obstacle: str = ""
    report: Report | None = None
    """What checking the draft came to, None where it was not checked."""


def draft(path: Path, target: Path, way: Way) -> Drafted:
    """Draft the profile into the target and check it; no error a person can mend is raised."""
    drafted = Drafted()
    try:
        loaded = load(path)
        drafted = Drafted("", loaded)
        plan = resolve(loaded)
        drafted = Drafted("", loaded, plan, problems=plan.warnings)
        if way.final and (unsettled := tuple(_unsettled(path, plan))):
            return drafted._replace(stop="wrong", problems=(*plan.warnings, *unsettled))
        data = render(plan, way.template)
    except Invalid as error:
        return drafted._replace(stop="wrong", problems=error.problems)
    except KegenError as error:
        return drafted._replace(stop="unreadable", obstacle=str(error))
    drafted = _save(drafted, target, data, way)
    return drafted if way.unchecked or drafted.saved is None else _check(drafted, loaded, plan, data, way)


def _unsettled(path: Path, plan: Plan) -> Iterator[Problem]:
    """Yield what a final draft must not leave: blanks, and orders of the plan above that nothing is said of."""
    from kegen.plan.coverage import OPEN_ORDER  # noqa: PLC0415 - most drafts are not final

    for each in plan.blanks:
        message = f"còn trống {each.what} ({each.where}); người cung cấp: {each.who}"
        yield Problem(Place(str(path)), "con-trong", message)
    yield from (each._replace(severity=Severity.ERROR) for each in plan.warnings if each.id == OPEN_ORDER)


def _save(drafted: Drafted, target: Path, data: bytes, way: Way) -> Drafted:
    try:
        _make_folder(target)
        return drafted._replace(saved=save(target, data, force=way.force, lasting=way.lasting))
    except Edited as error:
        return drafted._replace(stop="edited", obstacle=str(error))
    except KegenError as error:
        return drafted._replace(stop="unsaved", obstacle=str(error))


def _make_folder(target: Path) -> None:
    if os.path.isdir(target.parent):  # noqa: PTH112 - no error for a name too long
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        return  # a file: saving tells
    except OSError as error:
        from kegen.output.reasons import unwritable  # noqa: PLC0415

        raise unwritable(target, error) from None


def _check(drafted: Drafted, loaded: Loaded, plan: Plan, data: bytes, way: Way) -> Drafted:
    """Check what was saved; it stays, whatever is found."""
    from kegen.check.files import check_bytes  # noqa: PLC0415 - a draft may go unchecked
    from kegen.check.rules import chosen  # noqa: PLC0415
    from kegen.check.way import Way as Judging  # noqa: PLC0415
    from kegen.check.way import facts_of  # noqa: PLC0415

    file = str(drafted.saved.path) if drafted.saved else ""
    judging = Judging("issued" if way.final else "draft", facts=facts_of(loaded.profile, plan))
    try:
        return drafted._replace(report=check_bytes(data, file, chosen(ignore=_TOLD), judging))
    except KegenError as error:
        why = str(error).removeprefix(f"{file}: ")  # a template of one's own may hold what is not read
        problem = Problem(Place(file), "chua-kiem-tra", f"chưa kiểm tra được: {why}", Severity.WARNING)
        return drafted._replace(problems=(*drafted.problems, problem))
