"""Check the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kegen.check.aside import answer
from kegen.check.kept import kept_report
from kegen.check.way import Way
from kegen.patterns import keep_new, take_up

if TYPE_CHECKING:
    from kegen.check.report import Report
    from kegen.check.rule import Rule


def check_bytes(data: bytes, file: str, rules: Sequence[Rule], way: Way) -> Report:
    """Return what the rules say of a .docx; raises KegenError, in Vietnamese, where the bytes cannot be read."""
    from kegen.check.judge import judge  # noqa: PLC0415 - a report that was kept needs none of the reader
    from kegen.check.paper import Paper  # noqa: PLC0415
    from kegen.document.read import read_document  # noqa: PLC0415

    return judge(Paper(read_document(data, file), **way._asdict()), rules, file)


_first = iter((True,))


def check_once(data: bytes, file: str, rules: Sequence[Rule], way: Way) -> Report:
    """Return the same; the first file of a run that an earlier run checked in the very same way is not checked again.

    Only the first: what comes after it is quick with what is loaded by then, and thousands need not be kept.
    """
    kept = kept_report(data, rules, way) if next(_first, False) else None
    if kept is None:
        return check_bytes(data, file, rules, way)
    report = kept.recalled(file)
    if report is None:
        report = _check_first(data, file, rules, way)
        kept.keep(report)
    return report


def _check_first(data: bytes, file: str, rules: Sequence[Rule], way: Way) -> Report:
    """Return what was found aside, else check here with the patterns that an earlier run compiled."""
    if found := answer(data):
        return found._replace(file=file)
    patterns = take_up()
    report = check_bytes(data, file, rules, way)
    keep_new(patterns)
    return report
