"""click in Vietnamese: its help pages, and what it says of a command line it does not understand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from kegen.vietnamese import nearest

_USAGE = "Cách dùng: "


class Misuse(click.UsageError):
    """A command line that cannot be meant; its message is kegen's own, Vietnamese and complete."""


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
        records = [record for each in self.get_params(ctx) if (record := each.get_help_record(ctx))]
        with formatter.section("Tùy chọn"):
            formatter.write_dl([(names, text.replace("[required]", "[bắt buộc]")) for names, text in records])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, described in Vietnamese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện trang này rồi thoát."
        return option


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
            raise Misuse(f"không có lệnh “{args[0]}”; {_near(args[0], self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)


def explained(error: click.UsageError) -> str:
    """Return what is wrong with the command line, in Vietnamese, with where to look."""
    path = error.ctx.command_path if error.ctx else "kegen"
    return f"{path}: {_said(error)}\nXem cách dùng: {path} --help"


def _said(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for each in error.ctx.command.params for name in each.opts] if error.ctx else []
        return f"không có tùy chọn {error.option_name}; {_near(error.option_name, known)}"
    if isinstance(error, click.MissingParameter):
        name = error.param.opts[0] if error.param else "tham số"
        return f"thiếu {name}; ví dụ: kegen draft --profile xa-nhu-khe.yaml"
    if isinstance(error, click.BadOptionUsage):
        return f"tùy chọn {error.option_name} cần một giá trị đi kèm"
    if isinstance(error, click.BadParameter) and error.param is not None:
        kind = error.param.type
        choices = ", ".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""
        return f"giá trị của {error.param.opts[0]} không dùng được" + (f"; hãy chọn: {choices}" if choices else "")
    if isinstance(error, Misuse):
        return error.message
    return "dòng lệnh có chữ thừa; mỗi tệp hồ sơ phải đi sau --profile"


def _near(word: str, known: Sequence[str]) -> str:
    near = nearest(word, known)
    return f"có phải là {near}?" if near else f"hãy chọn: {', '.join(known)}"
