"""The results as tables: ket-qua.csv for Excel, ket-qua.json for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kegen.cascade.record import plain_result
from kegen.cascade.result import Result, Status
from kegen.output.whole import write_whole
from kegen.problem import Severity
from kegen.sheets.table import Column, Table, write_comma

STATUS = {
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


def write_tables(folder: Path, results: Sequence[Result]) -> None:
    """Write both tables; raises KegenError, having tried each, where one cannot be written."""
    try:
        write_whole(folder / "ket-qua.csv", write_comma(_table(results)))
    finally:
        write_whole(folder / "ket-qua.json", json_text(results).encode())


def csv_text(results: Iterable[Result]) -> str:
    """Return one line a unit, its values apart by commas."""
    return write_comma(_table(results)).decode("utf-8-sig")


def json_text(results: Sequence[Result], **more: object) -> str:
    """Return everything a program may ask for."""
    data = {"version": 1, **more, "summary": counts(results), "units": [_plain(each) for each in results]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def counts(results: Iterable[Result]) -> dict[str, int]:
    """Return how many units stand in each way."""
    found = Counter(each.status for each in results)
    return {str(status): found[status] for status in Status}


def _plain(result: Result) -> dict[str, Any]:
    totals = {"warnings": result.count(Severity.WARNING), "errors": result.errors}
    return {**(plain_result(result) or {}), **totals}


def _table(results: Iterable[Result]) -> Table:
    columns = tuple(Column(heading, 0) for heading in _HEADINGS)
    return Table("", "", columns, tuple(tuple(_cells(each)) for each in results))


def _cells(result: Result) -> Iterator[str | int]:
    yield result.unit
    yield STATUS[result.status]
    yield from (len(result.blanks), result.count(Severity.WARNING), result.errors, len(result.open))
    yield f"{result.profile}{' (đã sửa tay)' if result.own_profile else ''}"
    yield result.draft
    yield "\n".join(_lacks(result))
    yield "\n".join(result.open)
    yield "\n".join(result.changes)


def _lacks(result: Result) -> Iterator[str]:
    if result.obstacle:
        yield result.obstacle
    yield from map(str, result.problems)
    for blank in result.blanks:
        yield f"còn trống {blank.what} ({blank.where}): {blank.who}"
