"""`kegen doctor`: whether this machine has what kegen needs, and what to do where it has not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

import click

from kegen import __version__
from kegen.cli.console import can_print_vietnamese, print_lines, print_result
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.vietnamese_click import VietnameseCommand, format_option
from kegen.doctor.examine import examine
from kegen.doctor.finding import STATES, Finding, State

_HELP = (
    "Xem máy này có đủ những gì kegen cần: Python, thư viện, bộ mẫu, mẫu Word, quyền ghi, phông chữ, LibreOffice, "
    "trình duyệt; thiếu gì thì nói phải làm gì. Không sửa gì trên máy."
)
_TONES: dict[State, str] = {"good": "", "note": "warning", "bad": "error"}


@click.command(cls=VietnameseCommand, help=_HELP, short_help="Xem máy này có đủ những gì kegen cần, thiếu thì làm gì.")
@format_option("text", "json")
def command(output_format: str) -> int:
    """Look at everything and print a line for each; the code is 1 where something is broken that kegen needs."""
    findings = tuple(examine())
    if output_format == "json":
        record = {"version": 1, "kegen": __version__, "findings": [each._asdict() for each in findings]}
        print_result(json.dumps(record, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))
    else:
        print_lines(_lines(findings))
    return PROBLEMS if any(each.state == "bad" for each in findings) else DONE


def _lines(findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    wide = max(map(len, STATES.values()))
    for each in findings:
        advice = f"; {each.advice}" if each.advice else ""
        yield f"{STATES[each.state]:{wide}}  {each.name}: {each.found}{advice}", _TONES[each.state]
    yield _summary(findings), "title"


def _summary(findings: Sequence[Finding]) -> str:
    count = {state: sum(each.state == state for each in findings) for state in STATES}
    if count["bad"]:
        return f"kegen {__version__}: {count['bad']} chỗ hỏng phải sửa trước khi soạn."
    rest = f"; {count['note']} chỗ lưu ý, chỉ cần khi dùng đến" if count["note"] else ""
    return f"kegen {__version__}: máy này soạn được kế hoạch{rest}."
