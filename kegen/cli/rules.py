"""`kegen rules`: all rules of `kegen check`, or the page of one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kegen.cli.console import can_print_vietnamese, print_result
from kegen.cli.endings import DONE
from kegen.cli.selection import known_id
from kegen.cli.speech import VietnameseCommand, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kegen.check.rule import Rule

    Groups = Sequence[tuple[str, Sequence[Rule]]]


@click.command(cls=VietnameseCommand, help="Liệt kê các quy tắc kiểm tra, hoặc in trang của từng quy tắc theo mã.")
@click.argument("ids", nargs=-1, metavar="[MÃ…]")
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    help="Cách in kết quả.",
)
def command(ids: tuple[str, ...], form: str) -> int:
    """Print the rules, or those asked for."""
    groups = _asked_for(ids)
    print_result(_json(groups) if form == "json" else _pages(groups) if ids else _list(groups))
    return DONE


def _asked_for(ids: tuple[str, ...]) -> Groups:
    from kegen.check.rules import chosen, grouped  # noqa: PLC0415 - loaded when the command line has proved sound

    if not ids:
        return grouped()
    asked = chosen([known_id(each) for each in ids])
    groups = ((title, [rule for rule in rules if rule in asked]) for title, rules in grouped())
    return [(title, rules) for title, rules in groups if rules]


def _list(groups: Groups) -> str:
    from kegen.reporting.pages import list_text  # noqa: PLC0415

    return list_text(groups)


def _pages(groups: Groups) -> str:
    from kegen.reporting.pages import page_text  # noqa: PLC0415

    return "\n\n".join(page_text(rule) for _, rules in groups for rule in rules)


def _json(groups: Groups) -> str:
    import json  # noqa: PLC0415

    from kegen.reporting.pages import rule_record  # noqa: PLC0415

    rules = [{**rule_record(rule), "group": title} for title, own in groups for rule in own]
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2)
