"""The reference page of kegen's commands, made of what `kegen LỆNH --help` prints."""

from __future__ import annotations

from collections.abc import Iterator

import click
from check_rules import plain

from kegen.cli.shell import kegen

INTRODUCTION = """\
Trang này được làm ra từ mã nguồn (`python docs/make_docs.py`), theo thứ tự của `kegen --help`; `kegen LỆNH --help` in
cùng lời này.

Chữ HOA là chỗ phải thay: `TỆP` là tên một tệp. Tùy chọn đứng sau tên lệnh, thứ tự nào cũng được; tên tệp có dấu cách
thì đặt trong ngoặc kép.
"""


def commands_page() -> str:
    """Return the page: a list of the commands, then each with its usage, its help and its options."""
    whole = click.Context(kegen, info_name="kegen", **kegen.context_settings)
    commands = {name: kegen.get_command(whole, name) for name in kegen.list_commands(whole)}
    known = {name: command for name, command in commands.items() if command}
    lines = ["# Các lệnh", "", INTRODUCTION, "| lệnh | để |", "|---|---|"]
    lines += [
        f"| [`kegen {name}`](#kegen-{name}) | {plain(each.get_short_help_str(90))} |" for name, each in known.items()
    ]
    for name, each in known.items():
        lines += ["", *_command(each, click.Context(each, whole, info_name=name))]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield from (f"## {ctx.command_path}", "", plain(command.help or ""), "")
    yield from (f"    {ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}", "")
    options = (each for each in command.get_params(ctx) if isinstance(each, click.Option))
    for names, text in (record for each in options if (record := each.get_help_record(ctx))):
        yield f"- `{names}`: {plain(text.replace('[required]', '(bắt buộc)'))}"
