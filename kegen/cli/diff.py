"""`kegen diff`: what changed between two plans, whether profiles, saved plans or Word files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import click

from kegen.annotate.composed import composed
from kegen.annotate.plain import as_document
from kegen.cli.completing import files
from kegen.cli.console import can_print_vietnamese, complain, print_result, tell
from kegen.cli.exit_codes import DONE, UNUSABLE
from kegen.cli.input_files import Source, is_word_like
from kegen.cli.output_files import output_format_of, saved_lines, stem_of
from kegen.cli.plan_files import plan_of, profile_of
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.compare.change import Change, change_records
from kegen.compare.compare import compare_contents, redline
from kegen.compare.content import PlanContent, content_of_plan
from kegen.compare.of_document import content_of_document
from kegen.compare.text import change_lines
from kegen.output.guard import save
from kegen.output.seal import seal_copy
from kegen.pasting.ground import Ground, ground_of_profile
from kegen.pasting.make import paste_lines
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve
from kegen.problem import Invalid, KegenError
from kegen.profile.read import Loaded
from kegen.template.render import render

CHANGED: Final = 1
_SUFFIXES: Final = {"text": ".txt", "json": ".json", "docx": ".docx", "yaml": ".yaml"}
_HELP = (
    "Cho biết hai kế hoạch khác nhau ở đâu. "
    "CŨ, MỚI là hồ sơ (.yaml), kế hoạch đã lưu (.plan.yaml) hoặc tệp Word (.docx). "
    "Kết thúc với mã 0 khi giống nhau, 1 khi khác nhau, 2 khi không đọc được."
)


@click.command(cls=VietnameseCommand, help=_HELP)
@click.argument("files", nargs=-1, shell_complete=files, metavar="CŨ MỚI")
@format_option(
    *_SUFFIXES,
    default=None,
    about="text, json: in ra; docx: bản Word có đánh dấu thay đổi; yaml: in các khóa để dán vào hồ sơ của bản cũ. "
    "Không ghi thì theo đuôi của --output.",
)
@option("--output", metavar="TỆP", help="Tệp để ghi; docx mặc định là <mới>.thay-doi.docx tại đây.")
@option("--force", is_flag=True, help="Ghi đè cả tệp có sẵn; tệp cũ được giữ lại bên cạnh.")
def command(files: tuple[str, ...], output_format: str | None, output: str | None, *, force: bool) -> int:
    """Compare two plans."""
    if len(files) != 2:  # noqa: PLR2004 - the old and the new
        raise Misuse("cần đúng hai tệp, cũ rồi mới; ví dụ: kegen diff ban-cu.docx ban-moi.docx")
    output_format = output_format_of(output_format, output, _SUFFIXES)
    if output is not None and not output.lower().endswith(_SUFFIXES[output_format]):
        raise Misuse(f"--output {output}: dạng {output_format} được ghi ra tệp có đuôi {_SUFFIXES[output_format]}")
    try:
        old, new = (_side(each) for each in files)
        changes = _compared(old, new)
        if output_format == "docx":
            return _mark(old, new, changes, output, force=force)
        text = (
            "\n".join(paste_lines(old.ground, new.content))
            if output_format == "yaml"
            else _written(files, changes, output_format)
        )
        _deliver(text, files, output, force=force)
    except Invalid as error:
        tell(error.problems)
        return UNUSABLE
    except KegenError as error:
        complain(str(error))
        return UNUSABLE
    return CHANGED if changes else DONE


class _Side(NamedTuple):
    """One of the two: a plan, or the bytes of a Word file."""

    name: str
    plan: Plan | None
    data: bytes = b""
    profile: Loaded | None = None

    @property
    def content(self) -> PlanContent:
        if self.plan is not None:
            return content_of_plan(self.plan)
        return content_of_document(self.data, self.name)

    @property
    def ground(self) -> Ground:
        """What is known of it as what something is pasted into."""
        if self.plan is None or self.profile is None:
            return Ground(self.content, self.plan)
        return ground_of_profile(self.profile, self.plan)

    def document(self) -> bytes:
        """Return it as a Word file with precomposed letters, so that how they were typed is no change."""
        if self.plan is None:
            return composed(self.data if self.name.lower().endswith(".docx") else as_document(self.data))
        return render(self.plan)


def _side(name: str) -> _Side:
    if is_word_like(name):
        return _Side(name, None, Source(name).read())
    profile = profile_of(name)
    return _Side(name, resolve(profile) if profile else plan_of(name), profile=profile)


def _compared(old: _Side, new: _Side) -> tuple[Change, ...]:
    return compare_contents(old.content, new.content)


def _written(files: tuple[str, ...], changes: tuple[Change, ...], output_format: str) -> str:
    if output_format == "text":
        return "\n".join((f"{files[0]} → {files[1]}", *change_lines(changes)))
    report = {"version": 1, "old": files[0], "new": files[1], "changes": change_records(changes)}
    return json.dumps(report, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2)


def _deliver(text: str, files: tuple[str, ...], output: str | None, *, force: bool) -> None:
    if output is None:
        print_result(text)
    else:
        _save(Path(output), f"{text}\n".encode(), files, force=force)


def _save(target: Path, data: bytes, files: Iterable[str], *, force: bool) -> None:
    """Save what is made of the files, and tell where it is."""
    saved = save(target, data, force=force, like=[Path(file) for file in files])
    print_result("\n".join(saved_lines(saved)))


def _mark(old: _Side, new: _Side, changes: tuple[Change, ...], output: str | None, *, force: bool) -> int:
    """Write the new plan as a Word file with its changes marked."""
    if not changes:
        print_result("Không có gì thay đổi về nội dung, nên không ghi tệp nào.")
        return DONE
    date = (new.plan.issued if new.plan else "") or datetime.now(UTC).date().isoformat()
    target = Path(output or f"{stem_of(new.name).removesuffix('.docx')}.thay-doi.docx")
    marked = redline(old.document(), new.document(), date)
    papers = [side.data for side in (old, new) if side.plan is None]
    _save(target, seal_copy(marked, papers), (old.name, new.name), force=force)
    return CHANGED
