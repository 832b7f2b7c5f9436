"""`kegen confirm`: what kegen was not sure of in a plan that it read, asked one by one and written into its file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kegen.cli.completing import files
from kegen.cli.console import complain, print_result
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, option
from kegen.interview.console import HELP, Console
from kegen.interview.question import go_through
from kegen.plan.model import Ask, Plan
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError
from kegen.starting.confirming import Opened, ask_named, open_plan, question, quoted, steps, write_answers

_HELP = (
    "Xác nhận những chỗ kegen import chưa chắc: hỏi từng câu, ghi câu trả lời vào đúng chỗ trong tệp .plan.yaml; "
    "dừng lúc nào cũng được, câu đã trả lời vẫn được ghi."
)


@click.command(cls=VietnameseCommand, help=_HELP, short_help="Trả lời những câu mà kegen import chưa chắc.")
@click.argument("files", nargs=-1, shell_complete=files, metavar="TỆP")
@option(
    "--answer", multiple=True, metavar="MÃ=TRẢ LỜI", help="Trả lời luôn câu có mã ấy (xem --list); ghi được nhiều lần."
)
@option("--list", "listing", is_flag=True, help="Chỉ in các câu hỏi, câu nào đã trả lời, câu nào còn ngỏ.")
def command(files: tuple[str, ...], answer: tuple[str, ...], *, listing: bool) -> int:
    """Ask, or take the answers given, and write them."""
    if len(files) != 1:
        raise Misuse(f"cần đúng một tệp; ví dụ: kegen confirm 176-KH-UBND{SUFFIX}")
    opened = open_plan(Path(files[0]))
    if listing:
        print_result("\n".join(_listed(opened)))
        return DONE
    if answer:
        return _write(opened, _given(opened, answer))
    if opened.open and not sys.stdin.isatty():
        print_result("\n".join(_listed(opened)))
        return PROBLEMS
    return confirm(opened)


def confirm(opened: Opened) -> int:
    """Ask everything that is open, and write what was answered, also where the person stopped before the end."""
    if not opened.open:
        print_result(f"{opened.path}: không còn câu nào phải xác nhận.")
        return DONE
    print_result(f"{opened.path}: {len(opened.open)} câu cần xác nhận.\n{HELP}")
    answers = ask_all(opened)
    return _write(opened, answers)


def ask_all(opened: Opened) -> dict[str, str]:
    """Return the answers of a person; Ctrl-C ends the questions and loses none of them."""
    asker = Console(print_result)
    answered: dict[str, str] = {}
    try:
        go_through(steps(opened), asker, answered)
    except (click.Abort, KeyboardInterrupt):
        print_result("")
    return {name: each for name, each in answered.items() if each}


def _given(opened: Opened, pairs: tuple[str, ...]) -> dict[str, str]:
    """Return the answers of the command line; raises Misuse or KegenError where one is none."""
    answers: dict[str, str] = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign or not text.strip():
            raise Misuse(f'--answer {pair}: hãy ghi MÃ=TRẢ LỜI, ví dụ: --answer "chu-tri-muc-2-lead=Sở Nội vụ"')
        if name.strip() in answers:
            raise Misuse(f"--answer: câu “{name.strip()}” được trả lời hai lần")
        try:
            answers[name.strip()] = question(ask_named(opened.plan, name.strip()), opened.plan).settled(text)
        except ValueError as wrong:
            raise KegenError(f"--answer {name.strip()}: {wrong}") from None
    return answers


def _write(opened: Opened, answers: dict[str, str]) -> int:
    """Write the answers, if there are any, and print what is still open."""
    try:
        if answers:
            write_answers(opened, answers)
    except KegenError as error:
        complain(str(error))
        return PROBLEMS
    left = [each for each in opened.open if each.id not in answers]
    done = f"đã ghi {len(answers)} câu trả lời" if answers else "chưa ghi gì"
    rest = f"; còn {len(left)} câu để ngỏ, chạy lại kegen confirm {opened.path} để trả lời tiếp" if left else ""
    print_result(f"{opened.path}: {done}{rest}.")
    return DONE


def _listed(opened: Opened) -> list[str]:
    lines = [f"{opened.path}: {len(opened.plan.asks)} câu hỏi, còn {len(opened.open)} câu để ngỏ."]
    return [*lines, *(line for each in opened.plan.asks for line in _line(each, opened.plan))]


def _line(ask: Ask, plan: Plan) -> list[str]:
    state = f"đã trả lời: {ask.answer}" if ask.answer else f"kegen đoán: {ask.guess}" if ask.guess else "để ngỏ"
    choices = [f"    chọn: {'; '.join(ask.choices)}"] if ask.choices and not ask.answer else []
    return [f"  {ask.id}: {ask.question} [{state}]", *(f"    {each}" for each in quoted(ask, plan)), *choices]
