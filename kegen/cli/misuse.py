"""A command line that cannot be meant: what is wrong with it, in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence

import click

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
    return f"{path}: {_said(error, path)}\nXem cách dùng: {path} --help"


def nearest_or_all(word: str, known: Sequence[str]) -> str:
    """Return the known word that was likely meant, as a question, or all of them to choose from."""
    near = nearest(word, known)
    return f"có phải là {near}?" if near else f"hãy chọn: {', '.join(known)}"


def _said(error: click.UsageError, path: str) -> str:
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
