"""One profile drafted: read, resolved, rendered, saved, checked; whatever stands in the way is a value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from kegen.files import as_typed
from kegen.output.guard import Edited, EditedDraft, Saved, save
from kegen.output.whole import disk_error, unwritable
from kegen.plan.coverage import OPEN_ORDER
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve
from kegen.problem import Invalid, KegenError, Place, Problem, Severity
from kegen.profile.read import Loaded, load
from kegen.template.render import render

if TYPE_CHECKING:
    from kegen.check.report import Report

StopReason = Literal["", "wrong", "unreadable", "edited", "unsaved"]
"""Why there is no new draft: the profile has errors; it, or the template, cannot be used; somebody's edits are in the
draft that is there; it cannot be written. "" where there is one."""


class DraftOptions(NamedTuple):
    """How drafts are to be made."""

    template: Path | None = None
    final: bool = False
    force: bool = False
    unchecked: bool = False
    lasting: bool = True
    """Whether each draft is to be on the disk before the next is begun."""


class DraftResult(NamedTuple):
    """What became of one profile: the plan and the file, or what stood in the way."""

    stop: StopReason = ""
    loaded: Loaded | None = None
    plan: Plan | None = None
    saved: Saved | None = None
    problems: tuple[Problem, ...] = ()
    obstacle: str = ""
    report: Report | None = None
    """What checking the draft came to, None where it was not checked."""


def draft(path: Path, target: Path, options: DraftOptions) -> DraftResult:
    """Draft the profile into the target and check it; no error a person can mend is raised."""
    try:
        return _draft(path, target, options)
    except OSError as error:
        return DraftResult("unsaved", obstacle=str(disk_error(error, target)))


def _draft(path: Path, target: Path, options: DraftOptions) -> DraftResult:
    result = DraftResult()
    try:
        loaded = load(path)
        result = DraftResult("", loaded)
        plan = resolve(loaded)
        result = DraftResult("", loaded, plan, problems=plan.warnings)
        if options.final and (unsettled := tuple(_unsettled(path, plan))):
            return result._replace(stop="wrong", problems=(*plan.warnings, *unsettled))
        data = render(plan, options.template, profile=path.name)
    except Invalid as error:
        return result._replace(stop="wrong", problems=error.problems)
    except KegenError as error:
        return result._replace(stop="unreadable", obstacle=str(error))
    result = _save(result, path, target, data, options)
    if options.unchecked or result.saved is None:
        return result
    report, unread = _check(data, str(result.saved.path), loaded, plan, options)
    return result._replace(report=report, problems=(*result.problems, *unread))


def _unsettled(path: Path, plan: Plan) -> Iterator[Problem]:
    """Yield what a final draft must not leave: blanks, and orders of the plan above that nothing answers."""
    for each in plan.blanks:
        message = f"còn trống {each.what} ({each.where}); người cung cấp: {each.who}"
        yield Problem(Place(str(path)), "con-trong", message)
    yield from (each._replace(severity=Severity.ERROR) for each in plan.warnings if each.id == OPEN_ORDER)


def _save(result: DraftResult, profile: Path, target: Path, data: bytes, options: DraftOptions) -> DraftResult:
    try:
        _make_folder(target)
        like = [profile, *filter(None, [options.template])]
        saved = save(target, data, force=options.force, lasting=options.lasting, like=like)
        return result._replace(saved=saved)
    except EditedDraft as error:
        pull = f"muốn giữ các chỗ sửa thì đưa vào hồ sơ: kegen pull {as_typed(target)} --profile {as_typed(profile)}"
        return result._replace(stop="edited", obstacle=f"{error.what}; {pull}; rồi {error.advice}")
    except Edited as error:
        return result._replace(stop="edited", obstacle=str(error))
    except KegenError as error:
        return result._replace(stop="unsaved", obstacle=str(error))


def _make_folder(target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        return  # a file in its place, which saving reports
    except OSError as error:
        raise unwritable(target, error) from None


def _check(
    data: bytes, file: str, loaded: Loaded, plan: Plan, options: DraftOptions
) -> tuple[Report | None, tuple[Problem, ...]]:
    """Check what was saved; a draft that cannot be read, as a template of one's own may make it, is a warning."""
    from kegen.check.files import check_draft  # noqa: PLC0415 - loading the rules is half of an unchecked draft

    try:
        report = check_draft(data, file, loaded, plan, final=options.final)
        return report, tuple(_unmet(loaded, plan, report))
    except KegenError as error:
        why = str(error).removeprefix(f"{file}: ")
        return None, (Problem(Place(file), "chua-kiem-tra", f"chưa kiểm tra được: {why}", Severity.WARNING),)


def _unmet(loaded: Loaded, plan: Plan, report: Report) -> Iterator[Problem]:
    """Yield a warning for each acceptance of the profile that nothing meets any more."""
    if loaded.profile.accept:
        from kegen.check.accepting import unmet  # noqa: PLC0415 - the same

        yield from unmet(loaded, plan, report)
