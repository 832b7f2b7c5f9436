"""`kegen cascade`: a province's plan in, a starting profile and a Word file for every unit under it out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kegen.cascade.folder import FolderError
from kegen.cascade.result import Status
from kegen.cascade.run import Cascade, Request, cascade
from kegen.cascade.summary import csv_text, json_text, summary_lines
from kegen.cli.completing import profiles
from kegen.cli.console import complain, print_exactly, print_lines, tell
from kegen.cli.exit_codes import DONE, INTERRUPTED, PROBLEMS
from kegen.cli.progress import Progress, Stop, jobs_option
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.drafting.draft import DraftOptions
from kegen.drafting.pool import all_cores
from kegen.problem import Severity
from kegen.profile.read import find_profile

_HELP = (
    "Soạn cho cả tỉnh: từ kế hoạch của tỉnh, ghi hồ sơ và bản Word của mọi xã, phường, đặc khu vào một thư mục. "
    "Chạy lại thì chỉ làm phần chưa xong hoặc đã đổi; hồ sơ và bản Word đã sửa tay không bị ghi đè."
)


@click.command(
    cls=VietnameseCommand, help=_HELP, short_help="Soạn cho cả tỉnh: hồ sơ và bản Word của mọi xã, phường, đặc khu."
)
@option(
    "--profile",
    required=True,
    shell_complete=profiles,
    metavar="TỆP",
    help="Hồ sơ của tỉnh, thành phố (.yaml), hoặc kế hoạch đã ghi (.plan.yaml).",
)
@option("--output", metavar="THƯ MỤC", help="Thư mục để ghi; chưa có thì được tạo.")
@option(
    "--units",
    metavar="TỆP",
    help="Bảng các đơn vị (.csv, .xlsx): tên, người ký, số, ngày…; không ghi thì soạn cho tất cả.",
)
@jobs_option
@option("--template", metavar="TỆP", help="Mẫu Word của đơn vị thay cho mẫu kèm theo kegen.")
@option("--no-check", "unchecked", is_flag=True, help="Không kiểm tra thể thức các bản vừa soạn.")
@format_option("text", "json", "csv")
def command(*, output: str | None, template: str | None, unchecked: bool, output_format: str, **chosen: Any) -> int:  # noqa: ANN401
    """Run the cascade, showing how far it is, and print what came of it."""
    if not output:
        raise Misuse("thiếu --output; hãy ghi tên một thư mục, ví dụ: --output tuyen-quang")
    options = DraftOptions(Path(template) if template else None, unchecked=unchecked, lasting=False)
    request = _request(Path(output), options, **chosen)
    progress = Progress("đơn vị")
    with Stop().heeded() as stop:
        try:
            done = cascade(request, stop, progress)
        except FolderError as error:
            complain(str(error))
            return PROBLEMS
        finally:
            progress.end()
    _tell(done)
    _print(done, Path(output), output_format)
    return _ending(done)


def _request(output: Path, options: DraftOptions, profile: str, units: str | None, jobs: int | None) -> Request:
    return Request(find_profile(profile), output, Path(units) if units else None, jobs or all_cores(), options)


def _tell(done: Cascade) -> None:
    """Print on stderr what is wrong; warnings of units are in the tables, where they can be read one by one."""
    tell(done.problems)
    tell(each for result in done.results for each in result.problems if each.severity is Severity.ERROR)
    for obstacle in dict.fromkeys(result.obstacle for result in done.results if result.obstacle):
        complain(obstacle)
    for obstacle in done.obstacles:
        complain(obstacle)


def _print(done: Cascade, folder: Path, output_format: str) -> None:
    if output_format == "text":
        print_lines(summary_lines(done.above, done.results, done.problems, folder))
    else:
        print_exactly(csv_text(done.results) if output_format == "csv" else json_text(done.results))


def _ending(done: Cascade) -> int:
    if any(each.status is Status.UNDONE for each in done.results):
        return INTERRUPTED
    wrong_list = any(each.severity is Severity.ERROR for each in done.problems)
    return PROBLEMS if wrong_list or done.obstacles or any(each.errors for each in done.results) else DONE
