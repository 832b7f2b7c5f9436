"""Tables of a plan from what a profile or a pack says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, count, groupby, zip_longest

from kegen.plan.cell_emphasis import Faces, stand_out
from kegen.plan.model import TWIPS_PER_MM, Column, Paragraph, Table, TableRow, Task
from kegen.plan.problems import ProfileProblems
from kegen.plan.task_table import TASK_COLUMNS, USUAL_COLUMNS, task_cells, task_table
from kegen.profile.annexes import ColumnSpec, RowSpec, TableSpec, TaskRowSpec, WideRowSpec
from kegen.profile.scalars import is_none
from kegen.vietnamese import nearest
from kegen.yaml_text.tree import Path

ABOVE = "^"
"""What a cell says that is one with the cell above."""


class TableMaker:
    """Makes tables that may say tasks of the plan; notes what cannot be made."""

    def __init__(self, tasks: Sequence[Task], problems: ProfileProblems) -> None:
        self._tasks = {task.id: task for task in tasks}
        self._problems = problems

    def make(self, spec: TableSpec, path: Path, words: Callable[[str], str] = str) -> Table:
        """Return the table, nothing standing out in it; `words` makes what is printed of a text of the spec."""
        columns = tuple(self._columns(spec, path, words))
        heads = [self._head(row, columns, (*path, "heads", at)) for at, row in enumerate(spec.heads)]
        rows = list(_merged(self._rows(spec, columns, path)))
        return Table(
            columns, tuple(_worded(each, words) for each in rows), tuple(_worded(each, words) for each in heads)
        )

    def block(self, spec: TableSpec, path: Path, words: Callable[[str], str], *, of_pack: bool) -> Paragraph:
        """Return the table as a paragraph of its own, with what stands out in its cells."""
        made = Paragraph("bang", "", table=self.make(spec, path, words))
        faces = Faces(spec.emphasis or {}, path, "bảng", of_pack)
        (block,) = stand_out([made], faces, self._problems, words)
        return block

    def _rows(self, spec: TableSpec, columns: tuple[Column, ...], path: Path) -> list[TableRow]:
        """Return the rows as they are given, else a row for each task."""
        numbers = count(1)
        if spec.rows:
            return [self._row(each, columns, numbers, (*path, "rows", at)) for at, each in enumerate(spec.rows)]
        if all(column.field in ("", "number") for column in columns):
            message = "bảng chưa có dòng nào; hãy ghi rows, mỗi dòng là danh sách các ô"
            self._problems.error((*path, "columns"), "bang-rong", message)
        return list(task_table(columns, tuple(self._tasks.values())).rows)

    def _columns(self, spec: TableSpec, path: Path, words: Callable[[str], str]) -> Iterator[Column]:
        for index, each in enumerate(spec.columns or USUAL_COLUMNS):
            own = each if isinstance(each, ColumnSpec) else None
            usual = TASK_COLUMNS.get(own.field or "" if own else str(each))
            if own is None:
                yield usual or Column(words(str(each)))
                continue
            if usual is None and own.title is None:
                message = "cột chưa có tên; hãy ghi title, hoặc field nếu cột lấy dữ liệu của nhiệm vụ"
                self._problems.error((*path, "columns", index), "cot-rong", message)
            column = usual or Column("")
            width = round(Fraction(own.width.replace(",", ".")) * TWIPS_PER_MM) if own.width else column.width
            title = "" if own.title and is_none(own.title) else words(own.title) if own.title else column.title
            yield Column(title, width, column.field)

    def _head(self, cells: Sequence[str], columns: Sequence[Column], path: Path) -> TableRow:
        """Return the row of the head with equal neighbours made one cell."""
        self._check_count(cells, columns, path)
        runs = [(text, len(list(run))) for text, run in groupby(cells)]
        pairs = [pair for text, size in runs for pair in ([(text, size)] if text else [("", 1)] * size)]
        return TableRow(tuple(text for text, _ in pairs), spans=tuple(size for _, size in pairs))

    def _row(self, row: RowSpec, columns: tuple[Column, ...], numbers: Iterator[int], path: Path) -> TableRow:
        if isinstance(row, str):
            return TableRow((row,))
        if isinstance(row, TaskRowSpec):
            return self._task_row(row, columns, numbers, path)
        if isinstance(row, WideRowSpec):
            return self._wide_row(row, columns, path)
        self._check_count(row, columns, path)
        is_open = [column.field == "number" and not cell for column, cell in zip(columns, row, strict=False)]
        number = str(next(numbers)) if any(is_open) else ""
        return TableRow(tuple(number if own else cell for own, cell in zip_longest(is_open, row, fillvalue="")))

    def _task_row(self, row: TaskRowSpec, columns: tuple[Column, ...], numbers: Iterator[int], path: Path) -> TableRow:
        """Return the row of a task, with the cells that the profile gives it."""
        task = self._tasks.get(row.task)
        if task is None:
            near = nearest(row.task, self._tasks)
            hint = f"có phải là “{near}”?" if near else "chỉ ghi mã của việc có cơ quan chủ trì (lead)"
            self._problems.error((*path, "task"), "nhiem-vu-la", f"kế hoạch không có nhiệm vụ “{row.task}”; {hint}")
            return TableRow(())
        cells = list(task_cells(columns, task, next(numbers)))
        named = {TASK_COLUMNS[name].field: name for name in TASK_COLUMNS}
        places = {column.title: at for at, column in enumerate(columns)}
        places |= {named[column.field]: at for at, column in enumerate(columns) if column.field}
        for name, text in row.cells.items():
            if name in places:
                cells[places[name]] = text
            else:
                near = nearest(name, places)
                hint = f"có phải là “{near}”?" if near else f"các cột: {', '.join(column.title for column in columns)}"
                self._problems.key_error((*path, "cells", name), "cot-la", f"bảng không có cột “{name}”; {hint}")
        return TableRow(tuple(cells), task.id)

    def _wide_row(self, row: WideRowSpec, columns: Sequence[Column], path: Path) -> TableRow:
        """Return a row whose cells take the columns that it says; notes where they do not fill the table."""
        spans = tuple(int(each) if each.isdecimal() else 0 for each in row.spans)
        if len(spans) == len(row.wide) and 0 not in spans and sum(spans) == len(columns):
            return TableRow(row.wide, spans=spans)
        message = (
            f"dòng có ô gộp phải ghi mỗi ô một số ở spans, cộng lại bằng {len(columns)} cột của bảng; hãy ghi lại spans"
        )
        self._problems.error((*path, "spans"), "so-o", message)
        return TableRow(row.wide)

    def _check_count(self, cells: Sequence[str], columns: Sequence[Column], path: Path) -> None:
        if len(cells) == len(columns):
            return
        message = (
            f"dòng này có {len(cells)} ô mà bảng có {len(columns)} cột; hãy ghi mỗi cột một ô, ô trống thì ghi"
            ' "", ô có dấu phẩy thì đặt trong ngoặc kép'
        )
        self._problems.error(path, "so-o", message)


def _merged(rows: Iterable[TableRow]) -> Iterator[TableRow]:
    """Yield the rows, each cell that is one with the cell above with the words of that cell."""
    above: dict[int, str] = {}
    for row in rows:
        spans = row.spans or (1,) * len(row.cells)
        starts = list(accumulate(spans, initial=0))[:-1]
        goes_on = tuple(at for at, text in enumerate(row.cells) if text == ABOVE and starts[at] in above)
        cells = tuple(above[starts[at]] if at in goes_on else text for at, text in enumerate(row.cells))
        above = dict(zip(starts, cells, strict=True))
        yield row._replace(cells=cells, goes_on=goes_on)


def _worded(row: TableRow, words: Callable[[str], str]) -> TableRow:
    """Return the row as it is printed; what it says of a task is so already."""
    return row if row.task else row._replace(cells=tuple(map(words, row.cells)))
