"""What a shell offers while one types a command of kegen: files, profiles, packs.

Nothing here may fail or print: what is offered stands in the middle of a line that somebody is typing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from kegen.shipped import pack_names, profiles_folder

_OF_FILES = ("TỆP", "THƯ MỤC")
"""What the values of options are called that name a file."""


def names_file(param: click.Parameter) -> bool:
    """Whether a value of the option or argument is the name of a file or a folder."""
    return any(word in str(param.metavar) for word in _OF_FILES)


def files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Leave it to the shell to offer files."""
    return [CompletionItem(incomplete, type="file")]


def profiles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the profiles of the folder that is named so far and those that come with kegen; files where none begins so.

    A saved plan is offered too: several commands take one in a profile's place.
    """
    folder, _, begun = incomplete.rpartition("/")
    near = [f"{folder}/{name}" if folder else name for name in _yaml_in(folder or ".") if name.startswith(begun)]
    shipped = [name for name in _yaml_in(profiles_folder()) if name.startswith(incomplete) and name not in near]
    offered: list[CompletionItem[str]] = [CompletionItem(each) for each in near]
    offered += [CompletionItem(each, help="kèm theo kegen") for each in shipped]
    return offered or files(ctx, param, incomplete)


def shells(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the shells that kegen has a script for."""
    return [CompletionItem(each) for each in ("powershell", "bash", "zsh") if each.startswith(incomplete)]


def packs(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the packs that come with kegen."""
    return [CompletionItem(each) for each in pack_names() if each.startswith(incomplete)]


def _yaml_in(folder: str | Path) -> Iterator[str]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone are wanted
    except (OSError, ValueError):
        return
    yield from (name for name in names if name.lower().endswith((".yaml", ".yml")) and not name.startswith("."))
