"""click in Vietnamese: its help pages, and commands loaded when they are asked for."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

import click

from kegen.cli.console import print_result
from kegen.cli.misuse import Misuse, nearest_or_all, refuse_repeats

_USAGE = "Cách dùng: "


class VietnameseOption(click.Option):
    """An option whose help is printed as it is written, so that click need not load what would tidy it."""

    def __init__(self, *args: Any, help: str = "", **attributes: Any) -> None:  # noqa: A002, ANN401 - click's name
        super().__init__(*args, **attributes)
        self.help = help


option = partial(click.option, cls=VietnameseOption)
"""Declares an option of a command."""


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
        return _help_option(tuple(self.get_help_option_names(ctx)))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; an option that takes one value and gets two is told, where click would forget the first."""
        try:
            if not ctx.resilient_parsing:
                refuse_repeats(self.make_parser(ctx).parse_args(list(args))[2])
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


@cache
def _help_option(names: tuple[str, ...]) -> click.Option:
    about = "Hiện trang này rồi thoát."
    return VietnameseOption(names, is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help=about)


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
        from importlib import import_module  # noqa: PLC0415

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
        if args and self.get_command(ctx, args[0]) is None:
            raise Misuse(f"không có lệnh “{args[0]}”; {nearest_or_all(args[0], self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)
