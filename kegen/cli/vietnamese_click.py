"""click in Vietnamese: help pages, what is wrong with a command line, and commands loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from kegen.cli.completing import files, names_file
from kegen.cli.console import print_result
from kegen.vietnamese import nearest


class Misuse(click.UsageError):
    """A command line that cannot be meant; its message is kegen's own, Vietnamese and complete."""


def refuse_repeats(given: Sequence[click.Parameter]) -> None:
    """Raise Misuse where an option that takes one value was given two: click would forget the first in silence."""
    for param in given:
        if given.count(param) > 1 and not param.multiple and not getattr(param, "is_flag", False):
            raise Misuse(f"{param.opts[0]} được ghi {given.count(param)} lần; chỉ nhận một giá trị")


def explained(error: click.UsageError) -> str:
    """Return what is wrong with the command line, with where to look."""
    path = error.ctx.command_path if error.ctx else "kegen"
    return f"{path}: {_explanation(error, path)}\nXem cách dùng: {path} --help"


def nearest_or_all(word: str, known: Sequence[str]) -> str:
    """Return the known word that was likely meant, as a question, or all of them to choose from."""
    near = nearest(word, known)
    return f"có phải là {near}?" if near else f"hãy chọn: {', '.join(known)}"


def _explanation(error: click.UsageError, path: str) -> str:
    if isinstance(error, Misuse):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return f"không có tùy chọn {error.option_name}; {_options_near(error.option_name, error.ctx)}"
    if isinstance(error, click.MissingParameter):
        return f"thiếu --profile; ví dụ: {path} --profile xa-nhu-khe.yaml"
    if isinstance(error, click.BadOptionUsage | click.BadParameter):
        return _wrong_value(error)
    if commands := _commands(error.ctx):
        return f"thiếu lệnh; hãy chọn: {commands}"
    return "dòng lệnh có chữ thừa; mỗi tệp hồ sơ phải đi sau --profile"


def _wrong_value(error: click.BadOptionUsage | click.BadParameter) -> str:
    if isinstance(error, click.BadOptionUsage):
        takes_none = any(each.is_flag for each in _options(error.ctx) if error.option_name in each.opts)
        return f"tùy chọn {error.option_name} " + ("không nhận giá trị" if takes_none else "cần một giá trị đi kèm")
    name = error.param.opts[0] if error.param else "tùy chọn"
    kind = error.param.type if error.param else None
    choices = f"; hãy chọn: {', '.join(map(str, kind.choices))}" if isinstance(kind, click.Choice) else ""
    return f"giá trị của {name} không dùng được{choices}"


def _options_near(word: str, ctx: click.Context | None) -> str:
    near = nearest_or_all(word, [name for each in _options(ctx) for name in each.opts])
    commands = _commands(ctx)
    return f"{near}; tùy chọn của một lệnh ({commands}) phải đứng sau tên lệnh" if commands else near


def _options(ctx: click.Context | None) -> list[click.Option]:
    return [each for each in ctx.command.get_params(ctx) if isinstance(each, click.Option)] if ctx else []


def _commands(ctx: click.Context | None) -> str:
    return ", ".join(ctx.command.list_commands(ctx)) if ctx and isinstance(ctx.command, click.Group) else ""


_USAGE = "Cách dùng: "


class VietnameseOption(click.Option):
    """An option whose help is printed as it is written, so that click need not load what would tidy it."""

    def __init__(self, *args: Any, help: str = "", **attributes: Any) -> None:  # noqa: A002, ANN401 - click's name
        super().__init__(*args, **attributes)
        self.help = help

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return what fits; files where the value is the name of one."""
        return super().shell_complete(ctx, incomplete) or (files(ctx, self, incomplete) if names_file(self) else [])


option = partial(click.option, cls=VietnameseOption)
"""Declares an option of a command."""


def format_option(
    *formats: str, default: str | None = "text", about: str = "Cách in kết quả."
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the decorator of `--format`, which a command takes as `output_format`."""
    return option(
        "--format",
        "output_format",
        type=click.Choice(list(formats)),
        default=default,
        metavar="|".join(formats),
        help=about,
    )


class VietnameseCommand(click.Command):
    """A command whose help page is Vietnamese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write `Cách dùng: kegen draft …`."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_USAGE)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line, in Vietnamese."""
        return [piece.replace("[OPTIONS]", "[TÙY CHỌN]") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under `Tùy chọn`."""
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        records = [record for each in options if (record := each.get_help_record(ctx))]
        with formatter.section("Tùy chọn"):
            formatter.write_dl([(names, text.replace("[required]", "[bắt buộc]")) for names, text in records])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, described in Vietnamese and printed as all else is."""
        names = self.get_help_option_names(ctx)
        about = "Hiện trang này rồi thoát."
        return VietnameseOption(names, is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help=about)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; an option that takes one value and gets two is told, where click would forget the first."""
        try:
            if not ctx.resilient_parsing:
                refuse_repeats(self.make_parser(ctx).parse_args(list(args))[2])
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


def _show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        print_result(ctx.get_help())
        ctx.exit()


class VietnameseGroup(VietnameseCommand, click.Group):
    """A group whose help page is Vietnamese, and whose commands are loaded when they are asked for."""

    def __init__(self, *args: Any, homes: dict[str, str] | None = None, **attributes: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **attributes)
        self._homes = homes or {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands' names."""
        return list(self._homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command by its name."""
        if cmd_name not in self._homes:
            return None
        command: click.Command = import_module(self._homes[cmd_name]).command
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the pieces of the usage line, in Vietnamese."""
        return ["[TÙY CHỌN]", "LỆNH …"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands under `Lệnh`."""
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, each.get_short_help_str(90)) for name, each in commands if each])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is told with the nearest."""
        if args and self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise Misuse(f"không có lệnh “{args[0]}”; {nearest_or_all(args[0], self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)
