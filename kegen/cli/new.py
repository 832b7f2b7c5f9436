"""`kegen new`: a unit's starting profile, asked for in Vietnamese one thing at a time, or made of options alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from kegen.cli.completing import packs
from kegen.cli.confirm import confirm
from kegen.cli.console import complain, print_lines, print_result, tell
from kegen.cli.exit_codes import DONE, INTERRUPTED, PROBLEMS
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, option
from kegen.interview.console import HELP, Console
from kegen.interview.question import Answers, Asker, Choice, Question, Step, go_through
from kegen.interview.unattended import Unattended
from kegen.output.guard import Edited, save
from kegen.plan.coverage import OPEN_ORDER
from kegen.plan.model import Plan
from kegen.problem import KegenError, Severity
from kegen.starting.closing import closing_lines
from kegen.starting.confirming import open_plan
from kegen.starting.editor import put_schema
from kegen.starting.make import Made, make_profile
from kegen.starting.new_file import free_path, named_from
from kegen.starting.offices import StartingOffice
from kegen.starting.profile import Starting
from kegen.starting.questions import day_as_typed, office_as_typed, plan_above, questions, starting

_HELP = (
    "Tạo hồ sơ mới: hỏi từng điều một, câu nào cũng có tùy chọn cùng tên nên chạy được cả khi không có ai trả lời. "
    "Việc cấp trên giao đơn vị được ghi sẵn trong hồ sơ; tệp đang có không bao giờ bị ghi đè."
)
_YES, _NO = "có", "không"


@click.command(
    cls=VietnameseCommand, help=_HELP, short_help="Tạo hồ sơ mới: hỏi từng điều, ghi sẵn việc cấp trên giao."
)
@option("--parent", metavar="TỆP", help="Kế hoạch cấp trên (.plan.yaml) do kegen import hay kegen resolve ghi.")
@option(
    "--directive",
    shell_complete=packs,
    metavar="TÊN",
    help="Bộ mẫu, khi không có tệp cấp trên hoặc muốn khác bộ mẫu của cấp trên.",
)
@option("--province", metavar="TÊN", help="Tỉnh, thành phố mà đơn vị trực thuộc, khi cấp trên chưa cho biết.")
@option("--unit", metavar="TÊN", help='Đơn vị ban hành, ví dụ "xã Nhữ Khê".')
@option("--abbreviation", metavar="CHỮ", help="Chữ viết tắt của sở, ban trong ký hiệu văn bản.")
@option("--parent-body", metavar="TÊN", help="Cơ quan chủ quản của chi cục, trung tâm, trường … (đơn vị trực thuộc).")
@option("--parent-number", metavar="SỐ", help="Số, ký hiệu của kế hoạch cấp trên, khi không có tệp.")
@option("--parent-date", metavar="NGÀY", help="Ngày của kế hoạch cấp trên, khi không có tệp.")
@option("--office", multiple=True, metavar="TÊN", help='Cơ quan, ví dụ "Phòng Kinh tế (KT): tai-chinh"; ghi nhiều lần.')
@option("--drafter", metavar="TÊN", help="Cơ quan đầu mối, soạn kế hoạch.")
@option("--position", metavar="CHỨC VỤ", help="Chức vụ người ký.")
@option("--signer", metavar="HỌ TÊN", help="Họ và tên người ký.")
@option("--number", metavar="SỐ", help="Số của kế hoạch, nếu đã có.")
@option("--date", metavar="NGÀY", help="Ngày ban hành, nếu đã có.")
@option("--confirm", "confirming", is_flag=True, help="Hỏi luôn những chỗ chưa chắc của kế hoạch cấp trên.")
@option("--output", metavar="TỆP", help="Tên hồ sơ (.yaml); mặc định theo tên đơn vị, ví dụ xa-nhu-khe.yaml.")
@option("--yes", is_flag=True, help="Không hỏi: điều không ghi thì theo mặc định, hoặc để ngỏ.")
def command(*, office: tuple[str, ...], output: str | None, yes: bool, confirming: bool, **given: Any) -> int:  # noqa: ANN401
    """Ask, write the profile, and say what came of it."""
    alone = yes or not sys.stdin.isatty()
    if confirming and alone:
        raise Misuse("--confirm cần người trả lời; chạy không người thì dùng kegen confirm TỆP --answer MÃ=TRẢ LỜI")
    _check_output(output)
    offices = _offices(office)
    options = {name.replace("_", "-"): text for name, text in given.items() if text}
    date = _date(options)
    try:
        answers = _answers(options, offices, alone=alone, confirming=confirming)
    except (click.Abort, KeyboardInterrupt):
        answers = None
    if answers is None:
        complain("Đã dừng; chưa ghi tệp nào.")
        return INTERRUPTED
    unit = starting(answers | {"date": date}, offices)._replace(number=options.get("number", ""), date=date)
    unit = unit._replace(directive=options.get("directive", unit.directive))
    return _write(unit, plan_above(answers), answers.get("parent", ""), output)


def _answers(
    options: dict[str, str], offices: tuple[StartingOffice, ...], *, alone: bool, confirming: bool
) -> dict[str, str] | None:
    """Return the answers, None where the person stopped before the end."""
    asker: Asker = Unattended(options) if alone else Console(print_result, options)
    steps = questions(offices)
    if not alone:
        print_result(f"Tạo hồ sơ mới. {HELP}")
        steps = [steps[0], *_confirming(asked=confirming), *steps[1:]]
    interview = go_through(steps, asker)
    return None if interview.stopped else interview.answers


def _confirming(*, asked: bool) -> list[Step]:
    """Return the steps that ask what is not sure of the plan above, at once if that was asked for."""

    def ask_whether(answers: Answers) -> Question | None:
        count = len(open_plan(Path(answers["parent"])).open) if answers.get("parent") else 0
        if asked or not count:
            return None
        text = f"Kế hoạch cấp trên còn {count} chỗ kegen chưa chắc; trả lời luôn bây giờ?"
        explanation = "Trả lời sau cũng được, bằng kegen confirm; chỗ chưa trả lời để ngỏ trong kế hoạch của đơn vị."
        choices = (Choice(_YES), Choice(_NO))
        return Question("confirm", text, explanation, choices=choices, only_choices=True, guess=_YES, is_sure=True)

    def ask_them(answers: Answers) -> None:
        if answers.get("parent") and (asked or answers.get("confirm") == _YES):
            confirm(open_plan(Path(answers["parent"])))

    return [ask_whether, ask_them]


def _offices(typed: tuple[str, ...]) -> tuple[StartingOffice, ...]:
    try:
        return tuple(map(office_as_typed, typed))
    except ValueError as wrong:
        raise KegenError(f"--office: {wrong}") from None


def _date(options: dict[str, str]) -> str:
    try:
        return day_as_typed(options.get("date", ""))
    except ValueError as wrong:
        raise KegenError(f"--date: {wrong}") from None


def _check_output(output: str | None) -> None:
    if output is not None and not output.lower().endswith((".yaml", ".yml")):
        raise Misuse(f"--output {output}: hồ sơ phải có đuôi .yaml, ví dụ xa-nhu-khe.yaml")
    if output is not None and os.path.lexists(output):
        raise KegenError(f"--output {output}: đã có tệp này, kegen new không ghi đè; hãy chọn tên khác")


def _write(unit: Starting, above: Plan | None, parent: str, output: str | None) -> int:
    path = Path(output) if output else free_path(unit, Path())
    if parent:
        unit = unit._replace(parent=named_from(Path(parent), path.parent))
    made = make_profile(unit, path, above)
    try:
        save(path, made.text.encode(), like=[Path(parent)] if parent else [])
    except Edited:
        complain(f"{path}: đã có tệp này, kegen new không ghi đè; hãy chọn tên khác bằng --output")
        return PROBLEMS
    except KegenError as error:
        complain(str(error))
        return PROBLEMS
    put_schema(path.parent)
    return _end(path, made, above)


def _end(path: Path, made: Made, above: Plan | None) -> int:
    warnings = made.plan.warnings if made.plan else ()
    tell(each for each in warnings if each.id != OPEN_ORDER)
    print_lines(closing_lines(path, made, above))
    return PROBLEMS if any(each.severity is Severity.ERROR for each in warnings) else DONE
