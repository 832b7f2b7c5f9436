"""`kegen explain`: what the id in square brackets behind a message means, and what to write instead."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from kegen.check.rules import all_rules, chosen
from kegen.cli.console import can_print_vietnamese, print_result
from kegen.cli.exit_codes import DONE
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option
from kegen.reporting.messages import message_groups, message_page
from kegen.reporting.pages import Page, page_text, rule_page
from kegen.vietnamese import nearest

_HELP = (
    "Giải thích mã trong ngoặc vuông cuối mỗi thông báo: nghĩa là gì, thế nào là sai, là đúng, căn cứ vào đâu. "
    "Không ghi mã thì liệt kê các mã."
)


def ids_of_messages(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the ids of messages and of rules."""
    return [CompletionItem(page.id, help=page.title) for page in _all_pages() if page.id.startswith(incomplete)]


@click.command(cls=VietnameseCommand, help=_HELP, short_help="Giải thích một mã thông báo, một quy tắc.")
@click.argument("ids", nargs=-1, metavar="[MÃ…]", shell_complete=ids_of_messages)
@format_option("text", "json")
def command(ids: tuple[str, ...], output_format: str) -> int:
    """Print the page of each id, or all ids of messages."""
    pages = list(dict.fromkeys(page for each in ids for page in _pages(each))) if ids else _all_pages()
    if output_format == "json":
        print_result(json.dumps(_record(pages), ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))
    else:
        print_result("\n\n".join(map(page_text, pages)) if ids else "\n".join(_list()))
    return DONE


def _pages(word: str) -> list[Page]:
    """Return the page of a message, or of the rules that the word names; raises a usage error, with the nearest."""
    name = word.strip("[] ").lower().replace("_", "-")
    if message := message_page(name):
        return [message]
    if rules := chosen([name]):
        return [rule_page(each) for each in rules]
    near = nearest(name, [page.id for page in _all_pages()])
    raise Misuse(f"{word}: không có mã này; {f'có phải là {near}?' if near else 'xem các mã bằng: kegen explain'}")


def _all_pages() -> list[Page]:
    messages = [page for group in message_groups() for page in group.pages]
    return [*messages, *map(rule_page, all_rules())]


def _list() -> Iterator[str]:
    groups = message_groups()
    wide = max(len(page.id) for group in groups for page in group.pages)
    for group in groups:
        yield f"{group.title} ({len(group.pages)} mã)"
        yield from (f"  {page.id:{wide}}  {page.title}" for page in group.pages)
        yield ""
    yield f"Các quy tắc kiểm tra văn bản ({len(all_rules())} mã): kegen rules"
    yield "Xem trang của một mã: kegen explain MÃ"


def _record(pages: list[Page]) -> dict[str, object]:
    """Return the pages as plain values."""
    return {
        "version": 1,
        "pages": [
            {
                "id": each.id,
                "title": each.title,
                "parts": [part._asdict() for part in (*each.facts, *each.parts)],
            }
            for each in pages
        ],
    }
