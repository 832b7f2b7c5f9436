"""`kegen draft`: profiles in, Word files out, and what is still open in each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kegen.cli.endings import DONE, PROBLEMS, UNUSABLE
from kegen.cli.result import Result, print_json, print_text, tell_all
from kegen.cli.speech import VietnameseCommand
from kegen.cli.targets import targets_of
from kegen.problem import Invalid, KegenError, Place, Problem, Severity
from kegen.profile.find import find_profile

if TYPE_CHECKING:
    from kegen.plan.model import Plan
    from kegen.profile.model import Profile


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
@click.option("--no-check", "unchecked", is_flag=True, help="Không kiểm tra thể thức bản vừa soạn.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    help="Cách in kết quả.",
)
def command(profiles: tuple[str, ...], output: str | None, form: str, **chosen: Any) -> int:  # noqa: ANN401
    """Draft every profile; one that fails stops no other."""
    choices = Choices(**chosen)
    targets = targets_of(profiles, output)
    results = [_draft(profile, target, choices) for profile, target in zip(profiles, targets, strict=True)]
    tell_all(results)
    (print_json if form == "json" else print_text)(results)
    return max(result.code for result in results)


class Choices(NamedTuple):
    """How drafts are to be made: the options that are not on one profile."""

    template: str | None
    final: bool
    force: bool
    unchecked: bool


_TOLD = ("recipient-missing",)
"""Rules whose faults resolving the profile tells, with the line to change."""


def _draft(profile: str, target: Path, choices: Choices) -> Result:
    import kegen  # noqa: PLC0415 - loaded when the command line has proved sound

    try:
        path = find_profile(profile)
        loaded = kegen.load(path)
        plan = kegen.resolve(loaded)
        if choices.final and plan.blanks:
            return Result(profile, PROBLEMS, plan, problems=(*plan.warnings, *_open(path, plan)))
        data = kegen.render(plan, None if choices.template is None else Path(choices.template))
    except Invalid as error:
        return Result(profile, PROBLEMS, problems=error.problems)
    except KegenError as error:
        return Result(profile, UNUSABLE, obstacle=str(error))
    result = _save(Result(profile, DONE, plan, problems=plan.warnings), target, data, force=choices.force)
    return result if choices.unchecked else _check(result, data, loaded.profile, final=choices.final)


def _open(path: Path, plan: Plan) -> list[Problem]:
    return [
        Problem(Place(str(path)), "con-trong", f"còn trống {each.what} ({each.where}); người cung cấp: {each.who}")
        for each in plan.blanks
    ]


def _save(result: Result, target: Path, data: bytes, *, force: bool) -> Result:
    """Write the draft; what stands in its way there is a problem found, not a wrong use."""
    from kegen.output.guard import save  # noqa: PLC0415

    try:
        _make_folder(target)
        return result._replace(saved=save(target, data, force=force))
    except KegenError as error:
        return result._replace(code=PROBLEMS, obstacle=str(error))


def _check(result: Result, data: bytes, profile: Profile, *, final: bool) -> Result:
    """Check the draft that was saved; it stays, whatever is found."""
    if result.plan is None or result.saved is None:
        return result
    from kegen.check.files import check_once  # noqa: PLC0415 - a draft may go unchecked
    from kegen.check.rules import chosen  # noqa: PLC0415
    from kegen.check.way import Facts, Way  # noqa: PLC0415

    file = str(result.saved.path)
    way = Way("issued" if final else "draft", facts=Facts(profile, result.plan))
    try:
        report = check_once(data, file, chosen(ignore=_TOLD), way)
    except KegenError as error:  # a template of one's own may hold what is not read
        why = str(error).removeprefix(f"{file}: ")
        problem = Problem(Place(file), "chua-kiem-tra", f"chưa kiểm tra được: {why}", Severity.WARNING)
        return result._replace(problems=(*result.problems, problem))
    return result._replace(report=report, code=PROBLEMS if report.count("error") else result.code)


def _make_folder(target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        return  # a file: saving tells
    except OSError as error:
        from kegen.output.reasons import unwritable  # noqa: PLC0415

        raise unwritable(target, error) from None
