"""The reference page of kegen's messages, made of what `kegen explain` prints."""

from __future__ import annotations

from collections.abc import Iterator

from check_rules import plain

from kegen.reporting.messages import message_groups
from kegen.reporting.pages import Page

INTRODUCTION = """\
Trang này được làm ra từ mã nguồn (`python docs/make_docs.py`); `kegen explain MÃ` in cùng lời này.

Mã là chữ trong ngoặc vuông ở cuối mỗi thông báo về hồ sơ, bộ mẫu, bảng đơn vị, kế hoạch nhận được. Mã của các quy tắc
kiểm tra văn bản Word ở trang [rules.md](rules.md).
"""


def messages_page() -> str:
    """Return the page: under the title of each group its messages."""
    lines = ["# Các thông báo của kegen", "", INTRODUCTION]
    for group in message_groups():
        lines += [f"## {group.title}", ""]
        lines += [line for page in group.pages for line in _page(page)]
    return "\n".join(lines)


def _page(page: Page) -> Iterator[str]:
    yield from (f"### {page.id}", "", f"{plain(page.title)}.", "")
    yield from (f"- {part.head}: {_with_code(part.text)}" for part in page.parts)
    yield ""


def _with_code(text: str) -> str:
    """Return the text for Markdown, what is between back ticks as it stands."""
    pieces = text.split("`")
    return "`".join(each if at % 2 else plain(each) for at, each in enumerate(pieces))
