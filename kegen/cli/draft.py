"""`kegen draft`: profiles in, Word files out, and what is still open in each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kegen.cli.completing import profiles
from kegen.cli.console import can_print_vietnamese, complain, explain_hint, print_result, tell
from kegen.cli.exit_codes import DONE, INTERRUPTED, PROBLEMS, UNUSABLE
from kegen.cli.output_files import profiles_of, targets_of
from kegen.cli.progress import Progress, Stop, jobs_option
from kegen.cli.vietnamese_click import VietnameseCommand, format_option, option
from kegen.drafting.draft import DraftOptions, DraftResult, draft
from kegen.files import is_special
from kegen.output.guard import Outcome
from kegen.output.temporary import sweep
from kegen.plan.coverage import OPEN_ORDER
from kegen.plan.model import AcceptedProblem, Blank, LeftOut
from kegen.problem import KegenError, Problem, Severity
from kegen.profile.read import find_profile
from kegen.vietnamese import lower_first

if TYPE_CHECKING:
    from kegen.check.report import Report

_MANY = 50
"""So many profiles are drafted side by side, and how far the run has got is shown."""


@click.command(cls=VietnameseCommand, help="Soạn kế hoạch từ hồ sơ YAML ra tệp Word (.docx).")
@option(
    "--profile",
    "profiles",
    multiple=True,
    required=True,
    metavar="TỆP|THƯ MỤC",
    shell_complete=profiles,
    help="Hồ sơ của đơn vị (.yaml), hoặc thư mục có các hồ sơ; ghi nhiều lần để soạn nhiều kế hoạch.",
)
@option("--output", metavar="TỆP|THƯ MỤC", help="Tệp .docx hoặc thư mục để ghi; mặc định là <hồ sơ>.docx tại đây.")
@option("--template", metavar="TỆP", help="Mẫu Word của đơn vị thay cho mẫu kèm theo kegen.")
@option("--final", is_flag=True, help="Bản chính thức: từ chối khi còn chỗ trống.")
@option("--force", is_flag=True, help="Ghi đè cả tệp đã được sửa; tệp cũ được giữ lại bên cạnh.")
@option("--no-check", "unchecked", is_flag=True, help="Không kiểm tra thể thức bản vừa soạn.")
@jobs_option
@format_option("text", "json")
def command(
    profiles: tuple[str, ...],
    output: str | None,
    template: str | None,
    jobs: int | None,
    output_format: str,
    **chosen: Any,  # noqa: ANN401
) -> int:
    """Draft every profile; one that fails stops no other."""
    names = profiles_of(profiles)
    targets, named = targets_of(names, output), frozenset(profiles)
    tasks = [(name, str(target), name in named) for name, target in zip(names, targets, strict=True)]
    many = len(tasks) >= _MANY
    options = DraftOptions(None if template is None else Path(template), **chosen, lasting=not many)
    work = partial(_draft, options)
    results = _draft_many(work, tasks, jobs) if many else [work(task) for task in tasks]
    tell_all(results)
    (print_json if output_format == "json" else print_text)(results)
    return INTERRUPTED if len(results) < len(tasks) else max(result.code for result in results)


Task = tuple[str, str, bool]
"""A profile by its name, where its draft goes, and whether the user named it, not only its folder."""

_CODES = {"": DONE, "wrong": PROBLEMS, "unreadable": UNUSABLE, "edited": PROBLEMS, "unsaved": PROBLEMS}


def _draft(options: DraftOptions, task: Task) -> ProfileOutcome:
    """Draft a profile; an old file that is in the way is a problem found, not a wrong use."""
    name, target, is_named = task
    if not is_named and is_special(name):  # found in a folder, and nobody has asked to wait for it
        why = f"{name}: đây là ống dẫn hoặc thiết bị, không phải tệp thường, nên không đọc"
        return ProfileOutcome(name, UNUSABLE, obstacle=why)
    try:
        profile = find_profile(name)
    except KegenError as error:
        return ProfileOutcome(name, UNUSABLE, obstacle=str(error))
    return _result(name, draft(profile, Path(target), options))


def _result(name: str, drafted: DraftResult) -> ProfileOutcome:
    """Return what the user is to know of the draft, without what only making it needed."""
    plan, report, saved = drafted.plan, drafted.report, drafted.saved
    return ProfileOutcome(
        name,
        _CODES[drafted.stop] or (PROBLEMS if report and report.count("error") else DONE),
        str(saved.path) if saved else "",
        saved.outcome if saved else None,
        str(saved.backup or "") if saved else "",
        plan.blanks if plan else (),
        plan.left_out if plan else (),
        drafted.problems,
        drafted.obstacle,
        report,
        plan.accepted if plan else (),
    )


def _draft_many(
    work: Callable[[Task], ProfileOutcome], tasks: Sequence[Task], jobs: int | None
) -> list[ProfileOutcome]:
    """Draft them side by side; once stopped, only those that were in hand. Results are in the profiles' order."""
    from kegen.drafting.pool import all_cores, work_through  # noqa: PLC0415 - most runs draft a few

    for folder in {Path(target).parent for _, target, _ in tasks}:
        sweep(folder)
    progress, results = Progress("hồ sơ"), {}
    with Stop().heeded() as stop:
        works = work_through(tasks, work, jobs or all_cores(), stop)
        for count, done in enumerate(works, 1):
            name = tasks[done.at][0]
            results[done.at] = done.result or ProfileOutcome(name, PROBLEMS, obstacle=f"{name}: {done.why_lost}")
            progress(count, len(tasks))
    progress.end()
    return [results[each] for each in sorted(results)]


_SETTLED_OTHERWISE = {OPEN_ORDER, "chap-nhan-thua", "chua-kiem-tra"}
"""Warnings that are no matter of accepting."""
_SAVED = {
    "new": "đã soạn",
    "same": "không có gì thay đổi",
    "redrafted": "đã soạn lại (bản trước chưa ai sửa)",
    "forced": "đã ghi đè",
}


class ProfileOutcome(NamedTuple):
    """What became of one profile: the file and what it leaves open, or what stood in the way."""

    profile: str
    code: int
    output: str = ""
    """The file, "" where none was made."""
    outcome: Outcome | None = None
    backup: str = ""
    """Where the older file was put, "" where none was kept."""
    blanks: tuple[Blank, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    obstacle: str = ""
    report: Report | None = None
    """What checking the draft came to, None where it was not checked."""
    accepted: tuple[AcceptedProblem, ...] = ()
    """What the profile accepts of its own problems."""


def tell_all(results: list[ProfileOutcome]) -> None:
    """Print on stderr what is wrong with any of them, each thing once."""
    tell(problem for result in results for problem in (*result.problems, *_found(result)))
    for obstacle in dict.fromkeys(result.obstacle for result in results if result.obstacle):
        complain(obstacle)


def _found(result: ProfileOutcome) -> tuple[Problem, ...]:
    if result.report is None or not result.report.findings:
        return ()
    from kegen.reporting.text import problems  # noqa: PLC0415 - a draft may go unchecked

    return problems(result.report)


def print_text(results: list[ProfileOutcome]) -> None:
    """Print what a person needs to know of each draft."""
    lines = [line for result in results for line in _lines(result)]
    if lines:
        print_result("\n".join(lines))
    if any(result.problems or _found(result) for result in results):
        explain_hint()


def _lines(result: ProfileOutcome) -> list[str]:
    """Return where the draft is, what is blank, what was left out."""
    if result.outcome is None:
        return []
    lines = [f"{result.output}: {_SAVED[result.outcome]}"]
    if result.backup:
        lines.append(f"  tệp cũ được giữ tại {result.backup}")
    if result.report:
        lines.append(f"  {_checked(result.report)}")
    if result.blanks:
        lines.append(f"  còn {len(result.blanks)} chỗ trống:")
        lines += [f"    - {each.what} ({each.where}): {each.who}" for each in result.blanks]
    if result.left_out:
        lines.append("  đã bỏ, có lý do:")
        lines += [f"    - {each.id}: {each.reason}" for each in result.left_out]
    return [*lines, *_of_check(result)]


def _of_check(result: ProfileOutcome) -> Iterator[str]:
    """Yield what the profile accepts, what is to be seen of units, and how a warning is accepted where there is one."""
    accepted, hints = [_accepted(each) for each in result.accepted], list[str]()
    if result.report:
        from kegen.reporting.text import accepted_lines, hints_on_units  # noqa: PLC0415 - a draft may go unchecked

        accepted += accepted_lines(result.report.accepted)
        hints += hints_on_units(result.report)
    for title, each in (("đã chấp nhận, có lý do:", accepted), ("gợi ý về tên đơn vị:", hints)):
        if each:
            yield f"  {title}"
            yield from (f"    - {line}" for line in each)
    warnings = {each.id for each in (*result.problems, *_found(result)) if each.severity is Severity.WARNING}
    if warnings - _SETTLED_OTHERWISE:
        yield "  cảnh báo đã xem mà giữ nguyên thì ghi vào hồ sơ, accept: [{rule: mã cảnh báo, reason: lý do}]"


def _accepted(each: AcceptedProblem) -> str:
    """Return what was wrong, without what there was to do about it, and why it is accepted."""
    return f"{each.problem.message.partition('; ')[0]} [{each.problem.id}]; lý do: {each.reason}"


def _checked(report: Report) -> str:
    from kegen.reporting.summary import headline  # noqa: PLC0415 - the same

    return f"đã kiểm tra: {lower_first(headline(report))}"


def print_json(results: list[ProfileOutcome]) -> None:
    """Print the same for a program, valid on any console."""
    report = {"version": 1, "files": [_record(result) for result in results]}
    print_result(json.dumps(report, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))


def _record(result: ProfileOutcome) -> dict[str, object]:
    return {
        "profile": result.profile,
        "output": result.output or None,
        "outcome": result.outcome,
        "kept": result.backup or None,
        "blanks": [each._asdict() for each in result.blanks],
        "left_out": [each._asdict() for each in result.left_out],
        "problems": [
            {**each.place._asdict(), "id": each.id, "severity": str(each.severity), "message": each.message}
            for each in result.problems
        ],
        "accepted": [
            {"id": each.problem.id, "message": each.problem.message, "reason": each.reason} for each in result.accepted
        ],
        "obstacle": result.obstacle or None,
        "check": _check(result),
    }


def _check(result: ProfileOutcome) -> dict[str, Any] | None:
    if result.report is None:
        return None
    from kegen.reporting.records import verdicts_and_findings  # noqa: PLC0415 - the same

    return verdicts_and_findings(result.report)
