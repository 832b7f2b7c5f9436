"""What a run came to: tables for Excel and for programs (ket-qua.csv, ket-qua.json), and lines for a person."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kegen.cascade.province import ProvincePlan
from kegen.cascade.result import Status, UnitResult, result_to_json
from kegen.problem import Problem, Severity
from kegen.sheets.table import Column, Table, write_comma

STATUS_WORDS = {
    Status.DONE: "đã soạn",
    Status.UNCHANGED: "không có gì thay đổi",
    Status.EDITED: "bản Word đã sửa tay, giữ nguyên",
    Status.FAILED: "chưa soạn được",
    Status.UNDONE: "chưa tới lượt",
}
_HEADINGS = (
    *("Đơn vị", "Kết quả", "Chỗ trống", "Cảnh báo", "Lỗi", "Việc cấp trên giao chưa nhận"),
    *("Hồ sơ", "Bản Word", "Còn thiếu, còn sai", "Việc chưa nhận", "Kế hoạch cấp trên đổi thì đơn vị đổi"),
)
CSV, JSON = "ket-qua.csv", "ket-qua.json"
"""The files of the tables."""
_NAMED = 3
"""So many units are named where a change is the same for many."""


def tables(results: Sequence[UnitResult]) -> dict[str, bytes]:
    """Return both tables by the names of their files."""
    return {CSV: write_comma(_table(results)), JSON: json_text(results).encode()}


def csv_text(results: Iterable[UnitResult]) -> str:
    """Return one line a unit, its values separated by commas."""
    return write_comma(_table(results)).decode("utf-8-sig")


def json_text(results: Sequence[UnitResult]) -> str:
    """Return everything a program may ask for."""
    counts = _counts(results)
    summary = {str(status): counts[status] for status in Status}
    data = {"version": 1, "summary": summary, "units": [_to_json(each) for each in results]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _counts(results: Iterable[UnitResult]) -> Counter[Status]:
    return Counter(each.status for each in results)


def _to_json(result: UnitResult) -> dict[str, Any]:
    return {**result_to_json(result), "warnings": result.count(Severity.WARNING), "errors": result.errors}


def _table(results: Iterable[UnitResult]) -> Table:
    columns = tuple(Column(heading, 0) for heading in _HEADINGS)
    return Table("", "", columns, tuple(tuple(_cells(each)) for each in results))


def _cells(result: UnitResult) -> Iterator[str | int]:
    yield result.unit
    yield STATUS_WORDS[result.status]
    yield from (len(result.blanks), result.count(Severity.WARNING), result.errors, len(result.open))
    yield f"{result.profile}{' (đã sửa tay)' if result.own_profile else ''}"
    yield result.draft
    yield "\n".join(_faults(result))
    yield "\n".join(result.open)
    yield "\n".join(result.changes)


def _faults(result: UnitResult) -> Iterator[str]:
    if result.obstacle:
        yield result.obstacle
    yield from map(str, result.problems)
    for blank in result.blanks:
        yield f"còn trống {blank.what} ({blank.where}): {blank.who}"


def summary_lines(
    plan: ProvincePlan, results: Sequence[UnitResult], problems: Sequence[Problem], folder: Path
) -> Iterator[tuple[str, str]]:
    """Yield one line a unit, what a change of the plan does, and the sum, each line with its tone on a terminal."""
    for result in results:
        yield _unit_line(result), _tone(result)
    yield from ((line, "plain") for line in _changes(plan, results))
    yield "", "plain"
    yield _sum(plan, results, problems), "title"
    yield f"  kết quả từng đơn vị: {folder / CSV} (mở bằng Excel), {folder / JSON}", "plain"
    if any(each.status is Status.UNDONE for each in results):
        yield "  đã dừng theo yêu cầu, mọi tệp đã ghi đều trọn vẹn; chạy lại cùng lệnh này để làm tiếp", "warning"


def _unit_line(result: UnitResult) -> str:
    counted = (
        (len(result.blanks), "chỗ trống"),
        (result.count(Severity.WARNING), "cảnh báo"),
        (result.count(Severity.ERROR), "lỗi"),
        (len(result.open), "việc chưa nhận"),
    )
    counts = ", ".join(f"{count} {what}" for count, what in counted if count)
    own = " (hồ sơ đã sửa tay)" if result.own_profile else ""
    return f"{result.profile}{own}: {STATUS_WORDS[result.status]}{f'; {counts}' if counts else ''}"


def _tone(result: UnitResult) -> str:
    if result.errors:
        return "error"
    return "warning" if result.status in {Status.EDITED, Status.UNDONE} else "plain"


def _changes(plan: ProvincePlan, results: Iterable[UnitResult]) -> Iterator[str]:
    """Yield what the change of the plan above does, once for all units to which it does the same."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for result in results:
        if result.changes and result.status is not Status.UNCHANGED:
            alike.setdefault(result.changes, []).append(result.unit)
    if alike:
        yield from ("", f"Kế hoạch của {plan.title} đã đổi; điều ấy làm đổi kế hoạch của:")
    for changes, units in alike.items():
        rest = len(units) - _NAMED
        yield f"  {', '.join(units[:_NAMED])}{f' và {rest} đơn vị khác' if rest > 0 else ''}"
        yield from (f"    {change}" for change in changes)


def _sum(plan: ProvincePlan, results: Sequence[UnitResult], problems: Iterable[Problem]) -> str:
    counts = _counts(results)
    parts = ", ".join(f"{counts[status]} {STATUS_WORDS[status]}" for status in Status if counts[status])
    counted = (
        (sum(bool(each.errors) for each in results), "đơn vị có lỗi"),
        (sum(bool(each.open) for each in results), "đơn vị còn việc chưa nhận"),
        (sum(each.severity is Severity.ERROR for each in problems), "dòng của bảng có lỗi nên không được soạn"),
    )
    more = "".join(f"; {number} {what}" for number, what in counted if number)
    return f"{plan.title}, {len(results)} đơn vị: {parts or 'không có đơn vị nào'}{more}."
