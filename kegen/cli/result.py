"""What became of each profile, as a person reads it and as a program does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from kegen.cli.console import can_print_vietnamese, complain, print_result, tell
from kegen.problem import Problem

if TYPE_CHECKING:
    from kegen.check.report import Report
    from kegen.output.guard import Outcome
    from kegen.plan.model import Blank, LeftOut

_OUTCOMES = {
    "new": "đã soạn",
    "same": "không có gì thay đổi",
    "redrafted": "đã soạn lại (bản trước chưa ai sửa)",
    "forced": "đã ghi đè",
}


class Result(NamedTuple):
    """What became of one profile: the file and what it leaves open, or what stood in the way."""

    profile: str
    code: int
    output: str = ""
    """The file, "" where none was made."""
    outcome: Outcome | None = None
    kept: str = ""
    """Where the older file was put, "" where none was kept."""
    blanks: tuple[Blank, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    obstacle: str = ""
    report: Report | None = None
    """What checking the draft came to, None where it was not checked."""


def tell_all(results: list[Result]) -> None:
    """Print on stderr what is wrong with any of them, each thing once."""
    tell(problem for result in results for problem in (*result.problems, *_found(result)))
    for obstacle in dict.fromkeys(result.obstacle for result in results if result.obstacle):
        complain(obstacle)


def _found(result: Result) -> tuple[Problem, ...]:
    if result.report is None or not result.report.findings:
        return ()
    from kegen.reporting.text import problems  # noqa: PLC0415 - most drafts need it not

    return problems(result.report)


def print_text(results: list[Result]) -> None:
    """Print what a person needs to know of each draft."""
    lines = [line for result in results for line in _lines(result)]
    if lines:
        print_result("\n".join(lines))


def _lines(result: Result) -> list[str]:
    """Return where the draft is, what is blank, what was left out."""
    if result.outcome is None:
        return []
    lines = [f"{result.output}: {_OUTCOMES[result.outcome]}"]
    if result.kept:
        lines.append(f"  tệp cũ được giữ tại {result.kept}")
    if result.report:
        lines.append(f"  {_checked(result.report)}")
    if result.blanks:
        lines.append(f"  còn {len(result.blanks)} chỗ trống:")
        lines += [f"    - {each.what} ({each.where}): {each.who}" for each in result.blanks]
    if result.left_out:
        lines.append("  đã bỏ, có lý do:")
        lines += [f"    - {each.id}: {each.reason}" for each in result.left_out]
    return lines


def _checked(report: Report) -> str:
    from kegen.reporting.summary import headline  # noqa: PLC0415 - a draft may go unchecked
    from kegen.vietnamese import lower_first  # noqa: PLC0415

    return f"đã kiểm tra: {lower_first(headline(report))}"


def print_json(results: list[Result]) -> None:
    """Print the same for a program, valid on any console."""
    import json  # noqa: PLC0415

    report = {"version": 1, "files": [_record(result) for result in results]}
    print_result(json.dumps(report, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))


def _record(result: Result) -> dict[str, object]:
    return {
        "profile": result.profile,
        "output": result.output or None,
        "outcome": result.outcome,
        "kept": result.kept or None,
        "blanks": [each._asdict() for each in result.blanks],
        "left_out": [each._asdict() for each in result.left_out],
        "problems": [
            {**each.place._asdict(), "id": each.id, "severity": str(each.severity), "message": each.message}
            for each in result.problems
        ],
        "obstacle": result.obstacle or None,
        "check": _check(result),
    }


def _check(result: Result) -> dict[str, Any] | None:
    if result.report is None:
        return None
    from kegen.reporting.records import verdicts_and_findings  # noqa: PLC0415

    return verdicts_and_findings(result.report)
