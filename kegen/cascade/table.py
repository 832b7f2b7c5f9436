"""The results as tables: ket-qua.csv for Excel, ket-qua.json for programs."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from kegen.cascade.record import plain_result
from kegen.cascade.result import Result, Status
from kegen.output.whole import write_whole
from kegen.problem import Severity

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
_ACTIVE = tuple("=+-@\t\r")


def write_tables(folder: Path, results: Sequence[Result]) -> None:
    """Write both tables; raises KegenError, having tried each, where one cannot be written."""
    try:
        write_whole(folder / "ket-qua.csv", ("\ufeff" + csv_text(results)).encode())
    finally:
        write_whole(folder / "ket-qua.json", json_text(results).encode())


def csv_text(results: Iterable[Result]) -> str:
    """Return one line a unit; nothing in it is a formula to a spreadsheet."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for result in results:
        writer.writerow([_inert(cell) for cell in _cells(result)])
    return stream.getvalue()


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


def _cells(result: Result) -> Iterator[str]:
    yield result.unit
    yield STATUS[result.status]
    yield from map(str, (len(result.blanks), result.count(Severity.WARNING), result.errors, len(result.open)))
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


def _inert(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_ACTIVE) else cell
