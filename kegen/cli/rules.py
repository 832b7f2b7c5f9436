"""`kegen rules`: all rules of `kegen check`, or the page of one; and rules chosen by id, for `kegen check` too."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from kegen.check.rule import Rule
from kegen.check.rules import all_rules, chosen, grouped
from kegen.cli.console import can_print_vietnamese, print_result
from kegen.cli.exit_codes import DONE
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option
from kegen.reporting.pages import list_text, page_text, rule_page, rule_record
from kegen.vietnamese import nearest

Groups = Sequence[tuple[str, Sequence[Rule]]]
"""Rules under the title of their group."""


def ids_of_rules(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the ids of rules; behind a comma those that go on a list."""
    done, comma, begun = incomplete.rpartition(",")
    found = [rule for rule in all_rules() if rule.id.startswith(begun)]
    return [CompletionItem(f"{done}{comma}{rule.id}", help=rule.title) for rule in found]


@click.command(cls=VietnameseCommand, help="Liệt kê các quy tắc kiểm tra, hoặc in trang của từng quy tắc theo mã.")
@click.argument("ids", nargs=-1, metavar="[MÃ…]", shell_complete=ids_of_rules)
@format_option("text", "json")
def command(ids: tuple[str, ...], output_format: str) -> int:
    """Print the rules, or those asked for."""
    groups = _asked_for(ids)
    print_result(_json(groups) if output_format == "json" else _pages(groups) if ids else list_text(groups))
    return DONE


def _asked_for(ids: tuple[str, ...]) -> Groups:
    if not ids:
        return grouped()
    asked = chosen([known_id(each) for each in ids])
    groups = ((title, [rule for rule in rules if rule in asked]) for title, rules in grouped())
    return [(title, rules) for title, rules in groups if rules]


def _pages(groups: Groups) -> str:
    return "\n\n".join(page_text(rule_page(rule)) for _, rules in groups for rule in rules)


def _json(groups: Groups) -> str:
    rules = [{**rule_record(rule), "group": title} for title, own in groups for rule in own]
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2)


def selected(select: tuple[str, ...], ignore: tuple[str, ...]) -> Sequence[Rule]:
    """Return the rules that are selected and not ignored; raises a usage error for an id that names none."""
    rules = chosen(_ids("--select", select), _ids("--ignore", ignore))
    if not rules:
        raise Misuse("--select và --ignore không để lại quy tắc nào; hãy bớt mã ở --ignore")
    return rules


def _ids(option: str, given: tuple[str, ...]) -> list[str]:
    ids = [known_id(word.strip(), option) for text in given for word in text.split(",") if word.strip()]
    if given and not ids:
        raise Misuse(f"{option} không có mã nào; xem các mã bằng: kegen rules")
    return ids


def known_id(word: str, option: str = "") -> str:
    """Return the id as it is written, or the beginning of ids; raises a usage error, with the nearest, for neither."""
    name = word.lower().replace("_", "-")
    if chosen([name]):
        return name
    near = nearest(name, [rule.id for rule in all_rules()])
    hint = f"có phải là {near}?" if near else "xem các mã bằng: kegen rules"
    raise Misuse(f"{option} {word}: không có quy tắc nào mang mã này; {hint}".lstrip())
