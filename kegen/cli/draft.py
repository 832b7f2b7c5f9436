"""`kegen draft`: profiles in, Word files out, and what is still open in each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kegen.cli.exit_codes import DONE, INTERRUPTED, PROBLEMS, UNUSABLE
from kegen.cli.jobs import jobs_option
from kegen.cli.output_files import profiles_of, targets_of
from kegen.cli.result import Result, print_json, print_text, tell_all
from kegen.cli.vietnamese_click import VietnameseCommand, option
from kegen.problem import KegenError
from kegen.profile.find import find_profile

if TYPE_CHECKING:
    from kegen.cascade.drafting import Drafted, Way
    from kegen.cascade.pool import Done

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
    **way: Any,  # noqa: ANN401
) -> int:
    """Draft every profile; one that fails stops no other."""
    names = profiles_of(profiles)
    tasks = list(zip(names, map(str, targets_of(names, output)), strict=True))
    choices = {"template": None if template is None else Path(template), **way}
    results = _draft(choices, tasks) if len(tasks) < _MANY else _draft_many(choices, tasks, jobs)
    tell_all(results)
    (print_json if form == "json" else print_text)(results)
    return INTERRUPTED if len(results) < len(tasks) else max(result.code for result in results)


Choices = dict[str, Any]
"""How drafts are to be made: the options that are not on one profile, as `Way` names them."""
Task = tuple[str, str]
"""A profile as it was named, and where its draft goes."""

_CODES = {"": DONE, "wrong": PROBLEMS, "unreadable": UNUSABLE, "edited": PROBLEMS, "unsaved": PROBLEMS}


def _draft(choices: Choices, tasks: Sequence[Task]) -> list[Result]:
    """Draft some profiles; an old file that is in the way is a problem found, not a wrong use."""
    from kegen.cascade.drafting import Way  # noqa: PLC0415 - loaded when the command line has proved sound

    way = Way(**choices)
    return [_drafted(way, *task) for task in tasks]


def _drafted(way: Way, name: str, target: str) -> Result:
    from kegen.cascade.drafting import draft  # noqa: PLC0415

    try:
        profile = find_profile(name)
    except KegenError as error:
        return Result(name, UNUSABLE, obstacle=str(error))
    return _told(name, draft(profile, Path(target), way))


def _told(name: str, drafted: Drafted) -> Result:
    """Return what is to be told of the draft, without what only making it needed."""
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


def _draft_many(choices: Choices, tasks: Sequence[Task], jobs: int | None) -> list[Result]:
    """Draft them side by side; once stopped, only those that were in hand. Results are in the profiles' order."""
    from kegen.cascade.pool import all_cores, work_through  # noqa: PLC0415 - a few drafts need no processes
    from kegen.cli.progress import Progress, Stop  # noqa: PLC0415

    progress, results, choices = Progress("hồ sơ"), {}, {**choices, "lasting": False}
    with Stop().heeded() as stop:
        works = work_through(tasks, partial(_draft, choices), jobs or all_cores(), stop)
        for count, done in enumerate(works, 1):
            results[done.at] = done.result or _lost(tasks[done.at][0], done)
            progress(count, len(tasks))
    progress.end()
    return [results[each] for each in sorted(results)]


def _lost(name: str, done: Done[Result]) -> Result:
    from kegen.cascade.pool import why_lost  # noqa: PLC0415

    return Result(name, PROBLEMS, obstacle=f"{name}: {why_lost(done)}")
