"""`--annotate`: a copy of the file with what was found in its margin, never over anything of somebody's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kegen.annotate.annotate import annotate
from kegen.check.report import Report
from kegen.cli.console import complain, print_result
from kegen.cli.exit_codes import DONE, UNUSABLE
from kegen.cli.vietnamese_click import Misuse
from kegen.output.guard import Saved, save
from kegen.output.seal import seal_copy
from kegen.problem import KegenError
from kegen.reporting.text import remarks


def copy_to(target: str, inputs: Iterable[str | None], *, force: bool) -> Copy:
    """Return the copy to write; raises a usage error where it cannot be one, or would take the place of an input."""
    if not target.lower().endswith(".docx"):
        raise Misuse(f"--annotate {target}: bản có nhận xét là tệp Word; tên tệp phải có đuôi .docx")
    inputs = tuple(inputs)
    for file in inputs:
        if file is not None and _is_same(target, file):
            raise Misuse(
                f"--annotate {target}: đây chính là tệp đang đọc; hãy ghi ra tên khác, tệp gốc được giữ nguyên"
            )
    return Copy(Path(target), [Path(file) for file in inputs if file is not None], force=force)


class Copy:
    """A copy with remarks: where it goes, and what became of it."""

    def __init__(self, target: Path, inputs: Sequence[Path], *, force: bool) -> None:
        self._target, self._inputs, self._force = target, inputs, force
        self._saved: Saved | None = None
        self._obstacle = ""
        self._count = 0

    def write(self, data: bytes, report: Report) -> None:
        """Write the file with a remark for each finding; what stands in the way is told later."""
        found = remarks(report)
        try:
            marked = annotate(data, found)
            self._saved = save(self._target, seal_copy(marked, [data]), force=self._force, like=self._inputs)
        except KegenError as error:
            self._obstacle = str(error).replace("--output", "--annotate")  # which saving calls it by
        self._count = len(found)

    def tell(self, output_format: str) -> int:
        """Print where the copy is, or why there is none; return the code to end with."""
        if self._obstacle:
            complain(self._obstacle)
            return UNUSABLE
        if self._saved and output_format == "text":
            print_result("\n".join(self._lines(self._saved)))
        return DONE

    def _lines(self, saved: Saved) -> list[str]:
        backup = [f"  tệp cũ được giữ tại {saved.backup}"] if saved.backup else []
        what = f"có {self._count} nhận xét bên lề" if self._count else "không có nhận xét nào"
        return [f"{saved.path}: đã ghi bản sao {what}", *backup]


def _is_same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return False
