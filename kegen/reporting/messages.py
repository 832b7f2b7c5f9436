"""What the ids of kegen's messages mean, those of the checker's rules apart: `messages.md` beside, read into pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kegen.reporting.pages import Page, parts_of

_FILE = Path(__file__).with_name("messages.md")
_GROUP = re.compile(r"^# (.+)\n", re.MULTILINE)
_MESSAGE = re.compile(r"^## ([a-z0-9-]+): (.+)\n", re.MULTILINE)


class MessageGroup(NamedTuple):
    """Messages about one thing, by the title of that."""

    title: str
    pages: tuple[Page, ...]


def message_groups() -> tuple[MessageGroup, ...]:
    """Return every message under the title of its group."""
    _, *pieces = _GROUP.split(_FILE.read_text(encoding="utf-8"))
    return tuple(
        MessageGroup(title, tuple(_pages(text))) for title, text in zip(pieces[::2], pieces[1::2], strict=True)
    )


def _pages(text: str) -> list[Page]:
    _, *pieces = _MESSAGE.split(text)
    return [
        Page(name, title, (), parts_of(page))
        for name, title, page in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    ]


def message_page(name: str) -> Page | None:
    """Return the page of the id; that of a question's kind for `so-ngay-standing-issued`, `hoi-3`; None for neither."""
    groups = message_groups()
    exact = next((page for group in groups for page in group.pages if page.id == name), None)
    return exact or next((page for page in groups[-1].pages if name.startswith(f"{page.id}-")), None)
