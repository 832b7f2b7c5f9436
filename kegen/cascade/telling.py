"""What a run came to, as a person reads it: one line a unit, then the sum."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kegen.cascade.result import Result, Status
from kegen.cascade.run import Cascade
from kegen.cascade.table import STATUS, counts
from kegen.problem import Severity

_NAMED = 3
"""So many units are named where a change is the same for many."""


def lines(done: Cascade, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield lines, each with its tone."""
    for result in done.results:
        yield _unit(result), _tone(result)
    yield from ((line, "plain") for line in _changes(done))
    yield "", "plain"
    yield _sum(done), "title"
    yield f"  kết quả từng đơn vị: {folder / 'ket-qua.csv'} (mở bằng Excel), {folder / 'ket-qua.json'}", "plain"
    if any(each.status is Status.UNDONE for each in done.results):
        yield "  đã dừng theo yêu cầu, mọi tệp đã ghi đều trọn vẹn; chạy lại cùng lệnh này để làm tiếp", "warning"


def _unit(result: Result) -> str:
    counted = (
        (len(result.blanks), "chỗ trống"),
        (result.count(Severity.WARNING), "cảnh báo"),
        (result.count(Severity.ERROR), "lỗi"),
        (len(result.open), "việc chưa nhận"),
    )
    told = ", ".join(f"{count} {what}" for count, what in counted if count)
    own = " (hồ sơ đã sửa tay)" if result.own_profile else ""
    return f"{result.profile}{own}: {STATUS[result.status]}{f'; {told}' if told else ''}"


def _tone(result: Result) -> str:
    if result.errors:
        return "error"
    return "warning" if result.status in {Status.EDITED, Status.UNDONE} else "plain"


def _changes(done: Cascade) -> Iterator[str]:
    """Yield what the change of the plan above does, once for all units to which it does the same."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for result in done.results:
        if result.changes and result.status is not Status.UNCHANGED:
            alike.setdefault(result.changes, []).append(result.unit)
    if alike:
        yield from ("", f"Kế hoạch của {done.above.title} đã đổi; điều ấy làm đổi kế hoạch của:")
    for changes, units in alike.items():
        rest = len(units) - _NAMED
        yield f"  {', '.join(units[:_NAMED])}{f' và {rest} đơn vị khác' if rest > 0 else ''}"
        yield from (f"    {change}" for change in changes)


def _sum(done: Cascade) -> str:
    count = counts(done.results)
    parts = ", ".join(f"{count[status]} {STATUS[status]}" for status in Status if count[status])
    wrong = sum(bool(each.errors) for each in done.results)
    open_ = sum(bool(each.open) for each in done.results)
    rows = sum(each.severity is Severity.ERROR for each in done.problems)
    counted = (
        (wrong, "đơn vị có lỗi"),
        (open_, "đơn vị còn việc chưa nhận"),
        (rows, "dòng của bảng có lỗi nên không được soạn"),
    )
    more = "".join(f"; {number} {what}" for number, what in counted if number)
    return f"{done.above.title}, {len(done.results)} đơn vị: {parts or 'không có đơn vị nào'}{more}."
