"""`kegen draft`: profiles in, Word files out, and what is still open in each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from kegen.cascade.drafting import DraftOptions, DraftResult, draft
from kegen.cli.exit_codes import DONE, INTERRUPTED, PROBLEMS, UNUSABLE
from kegen.cli.jobs import jobs_option
from kegen.cli.output_files import profiles_of, targets_of
from kegen.cli.progress import Progress, Stop
from kegen.cli.result import Result, print_json, print_text, tell_all
from kegen.cli.vietnamese_click import VietnameseCommand, option
from kegen.problem import KegenError
from kegen.profile.find import find_profile

_MANY = 50
"""So many profiles are drafted side by side, and how far the run has got is shown."""


@click.command(cls=VietnameseCommand, help="Soạn kế hoạch từ hồ sơ YAML ra tệp Word (.docx).")
@option(
    "--profile",
    "profiles",
    multiple=True,
    required=True,
    metavar="TỆP|THƯ MỤC",
    help="Hồ sơ của đơn vị (.yaml), hoặc thư mục có các hồ sơ; ghi nhiều lần để soạn nhiều kế hoạch.",
)
@option("--output", metavar="TỆP|THƯ MỤC", help="Tệp .docx hoặc thư mục để ghi; mặc định là <hồ sơ>.docx tại đây.")
@option("--template", metavar="TỆP", help="Mẫu Word của đơn vị thay cho mẫu kèm theo kegen.")
@option("--final", is_flag=True, help="Bản chính thức: từ chối khi còn chỗ trống.")
@option("--force", is_flag=True, help="Ghi đè cả tệp đã được sửa; tệp cũ được giữ lại bên cạnh.")
@option("--no-check", "unchecked", is_flag=True, help="Không kiểm tra thể thức bản vừa soạn.")
@jobs_option
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    help="Cách in kết quả.",
)
def command(
    profiles: tuple[str, ...],
    output: str | None,
    template: str | None,
    jobs: int | None,
    form: str,
    **chosen: Any,  # noqa: ANN401
) -> int:
    """Draft every profile; one that fails stops no other."""
    names = profiles_of(profiles)
    tasks = list(zip(names, map(str, targets_of(names, output)), strict=True))
    many = len(tasks) >= _MANY
    options = DraftOptions(None if template is None else Path(template), **chosen, lasting=not many)
    results = _draft_many(options, tasks, jobs) if many else [_draft(options, task) for task in tasks]
    tell_all(results)
    (print_json if form == "json" else print_text)(results)
    return INTERRUPTED if len(results) < len(tasks) else max(result.code for result in results)


Task = tuple[str, str]
"""A profile as it was named, and where its draft goes."""

_CODES = {"": DONE, "wrong": PROBLEMS, "unreadable": UNUSABLE, "edited": PROBLEMS, "unsaved": PROBLEMS}


def _draft(options: DraftOptions, task: Task) -> Result:
    """Draft a profile; an old file that is in the way is a problem found, not a wrong use."""
    name, target = task
    try:
        profile = find_profile(name)
    except KegenError as error:
        return Result(name, UNUSABLE, obstacle=str(error))
    return _result(name, draft(profile, Path(target), options))


def _result(name: str, drafted: DraftResult) -> Result:
    """Return what the user is to know of the draft, without what only making it needed."""
    plan, report, saved = drafted.plan, drafted.report, drafted.saved
    return Result(
        name,
        _CODES[drafted.stop] or (PROBLEMS if report and report.count("error") else DONE),
        str(saved.path) if saved else "",
        saved.outcome if saved else None,
        str(saved.kept or "") if saved else "",
        plan.blanks if plan else (),
        plan.left_out if plan else (),
        drafted.problems,
        drafted.obstacle,
        report,
    )


def _draft_many(options: DraftOptions, tasks: Sequence[Task], jobs: int | None) -> list[Result]:
    """Draft them side by side; once stopped, only those that were in hand. Results are in the profiles' order."""
    from kegen.cascade.pool import all_cores, work_through  # noqa: PLC0415 - a few drafts need no processes

    progress, results = Progress("hồ sơ"), {}
    with Stop().heeded() as stop:
        works = work_through(tasks, partial(_draft, options), jobs or all_cores(), stop)
        for count, done in enumerate(works, 1):
            name, _ = tasks[done.at]
            results[done.at] = done.result or Result(name, PROBLEMS, obstacle=f"{name}: {done.why_lost}")
            progress(count, len(tasks))
    progress.end()
    return [results[each] for each in sorted(results)]
