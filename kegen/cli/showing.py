"""Printing what a check came to, in the form asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kegen.cli.console import can_print_vietnamese, complain, print_lines, print_result

if TYPE_CHECKING:
    from kegen.check.rule import Rule
    from kegen.reporting.summary import Outcome


def show(outcomes: Sequence[Outcome], rules: Sequence[Rule], form: str) -> None:
    """Print the outcomes on stdout; on stderr, whatever the form, what could not be looked at."""
    from kegen.reporting.summary import Unreadable  # noqa: PLC0415 - loaded when the command line has proved sound

    for outcome in outcomes:
        if isinstance(outcome, Unreadable):
            complain(outcome.why)
    if form == "text":
        _print_text(outcomes)
    else:
        print_result(_json(outcomes, rules, form))


def _print_text(outcomes: Sequence[Outcome]) -> None:
    from kegen.reporting.text import report_lines  # noqa: PLC0415

    print_lines(report_lines(outcomes))


def _json(outcomes: Sequence[Outcome], rules: Sequence[Rule], form: str) -> str:
    import json  # noqa: PLC0415

    from kegen import __version__  # noqa: PLC0415
    from kegen.reporting.records import report_record, sarif_record  # noqa: PLC0415

    record = report_record(outcomes) if form == "json" else sarif_record(outcomes, rules, __version__)
    return json.dumps(record, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2)
