"""`kegen import`: a plan as it was received in, the plan as YAML out, and what a person must confirm of it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kegen.cli.completing import files, packs
from kegen.cli.console import can_print_vietnamese, complain, print_lines, print_result
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.import_own import OwnOptions, import_own
from kegen.cli.input_files import Source
from kegen.cli.output_files import saved_lines
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.files import is_special, stored
from kegen.importing.document import Received, check_kind, received
from kegen.importing.plan_file import plan_text
from kegen.importing.read import read_plan, told_by_stamps
from kegen.output.guard import Saved, save
from kegen.plan.model import Ask, Plan
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError

_HELP = (
    "Đọc kế hoạch, chỉ thị, công văn của cấp trên (.docx, .pdf, .odt, .rtf, .doc) thành TÊN.plan.yaml, "
    "và cho biết điều gì phải xác nhận; tệp nhận được không bị sửa. Với --own: đọc kế hoạch của chính đơn vị thành hồ "
    "sơ TÊN.yaml để soạn tiếp."
)
_LONGEST = 160
"""More of a sentence says no more to a person who has the paper."""


@click.command(cls=VietnameseCommand, help=_HELP, short_help="Đọc kế hoạch nhận được (Word, PDF) thành tệp .plan.yaml.")
@click.argument("files", nargs=-1, shell_complete=files, metavar="TỆP")
@option("--own", is_flag=True, help="Tệp là kế hoạch của chính đơn vị: ghi thành hồ sơ (.yaml) để soạn tiếp.")
@option("--parent", metavar="TỆP", help="Cùng --own: tệp .plan.yaml của kế hoạch cấp trên.")
@option(
    "--directive",
    shell_complete=packs,
    metavar="TÊN",
    help="Cùng --own: bộ mẫu để tìm câu; không ghi thì theo văn bản được viện dẫn.",
)
@option(
    "--output",
    metavar="TỆP",
    help="Tệp để ghi; không có thì ghi TÊN.plan.yaml (với --own: TÊN.yaml) cạnh tệp đã đọc.",
)
@option("--force", is_flag=True, help="Ghi đè cả tệp có sẵn; tệp cũ được giữ lại bên cạnh.")
@format_option("text", "json")
def command(  # noqa: PLR0913 - one for each option
    *,
    files: tuple[str, ...],
    own: bool,
    parent: str | None,
    directive: str | None,
    output: str | None,
    force: bool,
    output_format: str,
) -> int:
    """Read the file, write the plan, print what must be confirmed; a unit's own becomes a profile."""
    path = _only(files)
    if own:
        return import_own(path, OwnOptions(output, parent, directive or "", output_format == "json"), force=force)
    if parent or directive:
        raise Misuse("--parent, --directive chỉ đi cùng --own; kế hoạch cấp trên thì chỉ cần: kegen import TỆP")
    _check_there(path)
    target = _target(path, output)
    found = received(Source(str(path)).read(), path)
    plan = read_plan(found.document, found.source, found.signed, found.stamped)
    try:
        saved = save(target, plan_text(plan).encode(), force=force, like=[path])
    except KegenError as error:
        complain(str(error))
        return PROBLEMS
    if output_format == "json":
        record = _record(plan, saved, found)
        print_result(json.dumps(record, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))
    else:
        print_lines(_lines(plan, saved, found))
    return DONE


def _only(files: tuple[str, ...]) -> Path:
    if not any(files):
        raise Misuse("thiếu tệp cần đọc; ví dụ: kegen import 176-KH-UBND.docx")
    if len(files) > 1:
        raise Misuse(f"kegen import đọc mỗi lần một tệp, ở đây có {len(files)} tệp; hãy chạy riêng từng tệp")
    return Path(files[0])


def _check_there(path: Path) -> None:
    """Raise KegenError for what is no file of a kind that can be read, before it is waited for or read."""
    if os.path.isdir(path):  # noqa: PTH112 - no error for any name
        raise KegenError(f"{path}: đây là thư mục; kegen import đọc mỗi lần một tệp, hãy ghi tên tệp trong thư mục đó")
    check_kind(path)
    if is_special(stored(path)):
        raise KegenError(f"{path}: đây là ống dẫn hoặc thiết bị, không phải tệp thường; hãy lưu thành tệp rồi chạy lại")


def _target(path: Path, output: str | None) -> Path:
    """Return where the plan goes: beside the file that it was read from, where nothing else is said."""
    if output is None:
        return path.with_name(f"{path.stem}{SUFFIX}")
    if not output.lower().endswith(SUFFIX):
        raise Misuse(f"--output {output}: kế hoạch được ghi ra tệp có đuôi {SUFFIX}, ví dụ tinh.plan.yaml")
    return Path(output)


def _lines(plan: Plan, saved: Saved, found: Received) -> Iterator[tuple[str, str]]:
    first, *rest = saved_lines(saved)
    yield first, "title"
    yield from ((each, "") for each in rest)
    yield f"  {plan.unit_name or 'Không rõ cơ quan ban hành'}: {plan.title}", ""
    yield f"  Đã đọc: {', '.join(f'{count} {name}' for name, count in _counts(plan).items())}", ""
    yield from ((f"  {each}", "warning") for each in told_by_stamps(plan))
    yield from ((f"  Không đưa vào kế hoạch: {each}", "warning") for each in found.left)
    if not plan.asks:
        yield "Không có điều gì phải xác nhận.", ""
        return
    yield f"Điều kegen chưa chắc ({len(plan.asks)}):", "title"
    for number, ask in enumerate(plan.asks, 1):
        yield from _asked(number, ask)
    yield f"Trả lời từng câu: kegen confirm {saved.path}", ""


def _asked(number: int, ask: Ask) -> Iterator[tuple[str, str]]:
    guess = f" (kegen đoán: {ask.guess})" if ask.guess else ""
    yield f"  {number}. {ask.question}{guess}", "warning"
    shown = ask.sentence if len(ask.sentence) <= _LONGEST else f"{ask.sentence[:_LONGEST].rstrip()}…"
    where = " ".join(filter(None, (f"“{shown}”" if shown else "", f"({ask.place})" if ask.place else "")))
    if where:
        yield f"     {where}", ""


def _counts(plan: Plan) -> dict[str, int]:
    """Return how many of each were read, what there is none of left out."""
    tables = [each.table for part in (plan.body, *(a.blocks for a in plan.annexes)) for each in part if each.table]
    counts = {
        "đề mục": sum(each.kind in ("muc", "khoan", "tiet", "nhom") for each in plan.body),
        "đoạn": sum(not each.table for each in plan.body),
        "văn bản căn cứ": len(plan.standing.chain),
        "nhiệm vụ": len(plan.tasks),
        "chỉ tiêu": len(plan.targets),
        "phụ lục": len(plan.annexes),
        "dòng trong bảng": sum(len(each.rows) for each in tables),
        "nơi nhận": len(plan.recipients),
    }
    return {name: count for name, count in counts.items() if count}


def _record(plan: Plan, saved: Saved, found: Received) -> dict[str, Any]:
    return {
        "version": 1,
        "file": found.source.file,
        "output": str(saved.path),
        "outcome": saved.outcome.value,
        "issuer": plan.standing.issuer,
        "symbol": plan.standing.symbol,
        "issued": plan.issued,
        "title": plan.title,
        "counts": _counts(plan),
        "stamped": [each.field for each in plan.read if each.how == "dau"],
        "left": list(found.left),
        "asks": [each._asdict() for each in plan.asks],
    }
