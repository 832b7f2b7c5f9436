"""`kegen import --own`: a unit's own plan in, a profile out that drafts to the same text."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from kegen.cli.console import can_print_vietnamese, complain, print_lines, print_result, tell
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.input_files import Source
from kegen.cli.vietnamese_click import Misuse
from kegen.importing.document import Received, received
from kegen.importing.own import Owned, OwnMaker
from kegen.importing.read import read_plan, told_by_stamps
from kegen.output.guard import Edited, Saved, save
from kegen.plan.model import Plan
from kegen.plan.saved import read_plan as read_saved
from kegen.problem import KegenError
from kegen.starting.editor import put_schema

_SUFFIXES = (".yaml", ".yml")


class OwnOptions(NamedTuple):
    """What was asked for."""

    output: str | None
    parent: str | None
    directive: str
    as_json: bool


def import_own(path: Path, options: OwnOptions, *, force: bool) -> int:
    """Read the plan, write the profile, print what of it is not sure or not in it."""
    target = _target(path, options.output)
    if force:
        raise Misuse("--own không ghi đè hồ sơ có sẵn nên không nhận --force; hãy chọn tên khác bằng --output")
    if os.path.lexists(target):
        raise KegenError(f"{target}: đã có tệp này, kegen import --own không ghi đè; hãy chọn tên khác bằng --output")
    found = received(Source(str(path)).read(), path)
    plan = read_plan(found.document, found.source, found.signed, found.stamped)
    above = _above(options.parent, target)
    owned = OwnMaker(plan, target, options.directive, above).make()
    saved = _save(target, owned, [path, *([Path(options.parent)] if options.parent else [])])
    put_schema(target.parent)
    tell(owned.errors)
    if owned.obstacle:
        complain(owned.obstacle)
    if options.as_json:
        record = _record(plan, owned, saved, found)
        print_result(json.dumps(record, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))
    else:
        print_lines(_lines(plan, owned, saved, found))
    return PROBLEMS if owned.errors or owned.plan is None else DONE


def _target(path: Path, output: str | None) -> Path:
    """Return where the profile goes: beside the file that it was read from, where nothing else is said."""
    if output is None:
        return path.with_suffix(".yaml") if path.name else path
    if not output.lower().endswith(_SUFFIXES) or output.lower().endswith(".plan.yaml"):
        raise Misuse(f"--output {output}: hồ sơ được ghi ra tệp có đuôi .yaml, ví dụ xa-nhu-khe.yaml")
    return Path(output)


def _above(parent: str | None, target: Path) -> tuple[str, Plan] | None:
    """Return the plan above with its file as the profile is to name it."""
    if parent is None:
        return None
    plan = read_saved(Path(parent)).plan
    try:
        return PurePath(os.path.relpath(parent, target.parent)).as_posix(), plan
    except ValueError:  # another drive of Windows
        return str(Path(parent).resolve()), plan


def _save(target: Path, owned: Owned, like: list[Path]) -> Saved:
    try:
        return save(target, owned.text.encode(), like=like)
    except Edited:
        message = "đã có tệp này, kegen import --own không ghi đè; hãy chọn tên khác bằng --output"
        raise KegenError(f"{target}: {message}") from None


def _lines(plan: Plan, owned: Owned, saved: Saved, found: Received) -> Iterator[tuple[str, str]]:
    yield f"{saved.path}: đã ghi hồ sơ", "title"
    yield f"  {plan.unit_name or 'Không rõ cơ quan ban hành'}: {plan.title}", ""
    share = owned.share
    yield f"  {share.total} đoạn dưới các đề mục: {share.by_id} đoạn gọi bằng mã của bộ mẫu hoặc của cấp trên", ""
    yield f"    ({share.edited} đoạn có sửa chữ), {share.total - share.by_id} đoạn là lời của đơn vị", ""
    yield from ((f"  {each}", "warning") for each in told_by_stamps(plan))
    yield from ((f"  Không đọc được: {each}", "warning") for each in found.left)
    if owned.left:
        yield f"Hồ sơ chưa chứa được {len(owned.left)} điều, còn nguyên trong chú thích (KHÔNG ĐƯA VÀO ĐƯỢC):", "title"
        yield from ((f"  - {each}", "warning") for each in owned.left)
    if plan.asks:
        yield f"Điều kegen chưa chắc ({len(plan.asks)}) ghi ở dòng “# Chưa chắc” tại chỗ của nó.", ""
    yield f"Soạn lại: kegen draft --profile {saved.path}", ""


def _record(plan: Plan, owned: Owned, saved: Saved, found: Received) -> dict[str, Any]:
    return {
        "version": 1,
        "file": found.source.file,
        "output": str(saved.path),
        "issuer": plan.standing.issuer,
        "title": plan.title,
        "paragraphs": owned.share._asdict(),
        "not_read": list(found.left),
        "not_in_profile": list(owned.left),
        "asks": [each._asdict() for each in plan.asks],
        "errors": [str(each) for each in owned.errors],
    }
