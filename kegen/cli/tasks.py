"""`kegen tasks`: who does what by when, as lines, a sheet, or a calendar."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

import click

from kegen.cli.completing import profiles
from kegen.cli.console import can_print_vietnamese, complain, print_result, tell
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.output_files import output_format_of, saved_lines, stem_of
from kegen.cli.plan_files import plan_of
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.output.guard import save
from kegen.plan.model import Plan
from kegen.problem import KegenError
from kegen.sheets.calendar import Unplaced, made_on, occasions_of, write_calendar
from kegen.sheets.table import write_comma
from kegen.sheets.tasks import plan_line, task_lines, task_records, tasks_table
from kegen.sheets.workbook import write_workbook

_SUFFIXES: Final = {"text": ".txt", "json": ".json", "xlsx": ".xlsx", "csv": ".csv", "ics": ".ics"}
_PRINTED: Final = ("text", "json")


@click.command(cls=VietnameseCommand, help="Bảng phân công nhiệm vụ: in ra, ghi thành bảng tính hoặc lịch thời hạn.")
@option(
    "--profile",
    required=True,
    shell_complete=profiles,
    metavar="TỆP",
    help="Hồ sơ (.yaml) hoặc kế hoạch đã lưu (.plan.yaml).",
)
@format_option(
    *_SUFFIXES,
    default=None,
    about="text, json: in ra; xlsx: Excel; csv: bảng chữ; ics: lịch. Không ghi thì theo đuôi của --output.",
)
@option("--output", metavar="TỆP", help="Tệp để ghi; xlsx, csv, ics mặc định là <hồ sơ>.<đuôi> tại đây.")
@option("--force", is_flag=True, help="Ghi đè cả tệp đã được sửa; tệp cũ được giữ lại bên cạnh.")
def command(profile: str, output_format: str | None, output: str | None, *, force: bool) -> int:
    """Print the tasks, or write them."""
    output_format = output_format_of(output_format, output, _SUFFIXES)
    if output is not None and not output.lower().endswith(_SUFFIXES[output_format]):
        raise Misuse(f"--output {output}: dạng {output_format} được ghi ra tệp có đuôi {_SUFFIXES[output_format]}")
    plan = plan_of(profile)
    tell(plan.warnings)
    if output is None and output_format in _PRINTED:
        print_result(_written(plan, output_format, plain=not can_print_vietnamese(sys.stdout)))
        return DONE
    target = Path(output or f"{stem_of(profile)}{_SUFFIXES[output_format]}")
    return _save(plan, output_format, target, Path(profile), force=force)


def _written(plan: Plan, output_format: str, *, plain: bool) -> str:
    if output_format == "text":
        return "\n".join((plan_line(plan), *task_lines(plan)))
    report = {"version": 1, "plan": plan_line(plan), "tasks": task_records(plan)}
    return json.dumps(report, ensure_ascii=plain, indent=2)


def _save(plan: Plan, output_format: str, target: Path, profile: Path, *, force: bool) -> int:
    unplaced: tuple[Unplaced, ...] = ()
    if output_format == "ics":
        data, unplaced = _calendar(plan)
    else:
        data = _data(plan, output_format)
    try:
        saved = save(target, data, force=force, like=[profile])
    except KegenError as error:
        complain(str(error))
        return PROBLEMS
    print_result("\n".join((*saved_lines(saved), *_left_out(unplaced, len(plan.tasks)))))
    return DONE


def _data(plan: Plan, output_format: str) -> bytes:
    if output_format in _PRINTED:
        return f"{_written(plan, output_format, plain=False)}\n".encode()
    if output_format == "csv":
        return write_comma(tasks_table(plan))
    return write_workbook(tasks_table(plan), plan.issued)


def _calendar(plan: Plan) -> tuple[bytes, tuple[Unplaced, ...]]:
    occasions = occasions_of(plan)
    return write_calendar(plan_line(plan), made_on(plan), occasions.entries), occasions.unplaced


def _left_out(unplaced: tuple[Unplaced, ...], count: int) -> list[str]:
    """Return what the calendar does not have, by reason."""
    reasons: dict[str, list[str]] = {}
    for each in unplaced:
        reasons.setdefault(each.reason, []).append(each.task.id)
    lines = [f"    - {reason} ({len(ids)}): {', '.join(ids)}" for reason, ids in reasons.items()]
    return [f"  {len(unplaced)} trong {count} nhiệm vụ không đưa vào lịch:", *lines] if lines else []
