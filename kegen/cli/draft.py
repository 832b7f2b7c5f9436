"""`kegen draft`: profiles in, Word files out, and what is still open in each."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kegen.cli.console import can_print_vietnamese, complain, tell
from kegen.cli.speech import Misuse, VietnameseCommand
from kegen.problem import Invalid, KegenError, Place, Problem
from kegen.profile.find import find_profile

if TYPE_CHECKING:
    from kegen.output.guard import Saved
    from kegen.plan.model import Plan

_OUTCOMES = {
    "new": "đã soạn",
    "same": "không có gì thay đổi",
    "redrafted": "đã soạn lại (bản trước chưa ai sửa)",
    "forced": "đã ghi đè",
}


@dataclass(eq=False, repr=False)
class Result:
    """What became of one profile: the plan and the file, or what stood in the way."""

    profile: str
    plan: Plan | None = None
    saved: Saved | None = None
    problems: tuple[Problem, ...] = ()
    obstacle: str = ""

    @property
    def code(self) -> int:
        """0 done, 1 problems found, 2 input that cannot be read or a file that cannot be written."""
        return 0 if self.saved else 1 if self.problems else 2


@click.command(cls=VietnameseCommand, help="Soạn kế hoạch từ hồ sơ YAML ra tệp Word (.docx).")
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    required=True,
    metavar="TỆP",
    help="Hồ sơ của đơn vị (.yaml); ghi nhiều lần để soạn nhiều kế hoạch.",
)
@click.option(
    "--output", metavar="TỆP|THƯ MỤC", help="Tệp .docx hoặc thư mục để ghi; mặc định là <hồ sơ>.docx tại đây."
)
@click.option("--template", metavar="TỆP", help="Mẫu Word của đơn vị thay cho mẫu kèm theo kegen.")
@click.option("--final", is_flag=True, help="Bản chính thức: từ chối khi còn chỗ trống.")
@click.option("--force", is_flag=True, help="Ghi đè cả tệp đã được sửa; tệp cũ được giữ lại bên cạnh.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    help="Cách in kết quả.",
)
def command(profiles: tuple[str, ...], output: str | None, form: str, **choices: Any) -> int:  # noqa: ANN401
    """Draft every profile; one that fails stops no other."""
    targets = _targets(profiles, output)
    results = [_draft(profile, target, **choices) for profile, target in zip(profiles, targets, strict=True)]
    for result in results:
        _tell(result)
    if form == "json":
        _print_json(results)
    else:
        for line in (line for result in results for line in _lines(result)):
            print(line)
    return max(result.code for result in results)


def _targets(profiles: tuple[str, ...], output: str | None) -> list[Path]:
    """Return where each draft goes; raises a usage error where that cannot be."""
    names = [f"{Path(profile).name.removesuffix('.yaml').removesuffix('.yml')}.docx" for profile in profiles]
    if output is None:
        targets = [Path(name) for name in names]
    elif Path(output).is_dir() or output.endswith(("/", os.sep)):
        targets = [Path(output) / name for name in names]
    elif len(profiles) > 1:
        raise Misuse(f"--output {output} là một tệp nhưng có {len(profiles)} hồ sơ; hãy ghi tên một thư mục")
    elif not output.lower().endswith(".docx"):
        raise Misuse(f"--output {output}: tệp kế hoạch phải có đuôi .docx, hoặc là một thư mục đã có")
    else:
        targets = [Path(output)]
    twice = {target for target in targets if targets.count(target) > 1}
    if twice:
        raise Misuse(f"hai hồ sơ cùng soạn ra {', '.join(map(str, twice))}; hãy chạy riêng từng hồ sơ")
    return targets


def _draft(profile: str, target: Path, *, template: str | None, final: bool, force: bool) -> Result:
    import kegen  # noqa: PLC0415 - loaded when the command line has proved sound
    from kegen.output.guard import save  # noqa: PLC0415

    try:
        plan = kegen.resolve(kegen.load(find_profile(profile)))
        if final and plan.blanks:
            return Result(profile, problems=(*_open(profile, plan),))
        target.parent.mkdir(parents=True, exist_ok=True)
        saved = save(target, kegen.render(plan, Path(template) if template else None), force=force)
    except Invalid as error:
        return Result(profile, problems=error.problems)
    except (KegenError, OSError) as error:
        return Result(profile, obstacle=str(error))
    return Result(profile, plan, saved, plan.warnings)


def _open(profile: str, plan: Plan) -> list[Problem]:
    return [
        Problem(Place(profile), "con-trong", f"còn trống {each.what} ({each.where}); người cung cấp: {each.who}")
        for each in plan.blanks
    ]


def _tell(result: Result) -> None:
    tell(result.problems)
    if result.obstacle:
        complain(result.obstacle)


def _lines(result: Result) -> list[str]:
    """What a person needs to know of a draft: where it is, what is blank, what was left out."""
    plan, saved = result.plan, result.saved
    if plan is None or saved is None:
        return []
    lines = [f"{saved.path}: {_OUTCOMES[saved.outcome]}"]
    if saved.kept:
        lines.append(f"  tệp cũ được giữ tại {saved.kept}")
    if plan.blanks:
        lines.append(f"  còn {len(plan.blanks)} chỗ trống:")
        lines += [f"    - {each.what} ({each.where}): {each.who}" for each in plan.blanks]
    if plan.left_out:
        lines.append("  đã bỏ, có lý do:")
        lines += [f"    - {each.id}: {each.reason}" for each in plan.left_out]
    return lines


def _print_json(results: list[Result]) -> None:
    import json  # noqa: PLC0415

    report = {"version": 1, "files": [_record(result) for result in results]}
    print(json.dumps(report, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))


def _record(result: Result) -> dict[str, object]:
    plan, saved = result.plan, result.saved
    return {
        "profile": result.profile,
        "output": str(saved.path) if saved else None,
        "outcome": str(saved.outcome) if saved else None,
        "kept": str(saved.kept) if saved and saved.kept else None,
        "blanks": [each._asdict() for each in plan.blanks] if plan else [],
        "left_out": [each._asdict() for each in plan.left_out] if plan else [],
        "problems": [
            {**each.place._asdict(), "id": each.id, "severity": str(each.severity), "message": each.message}
            for each in result.problems
        ],
        "obstacle": result.obstacle or None,
    }
