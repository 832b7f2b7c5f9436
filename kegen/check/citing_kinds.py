"""What stands before the number of a cited document: its kind, or the list whose kind goes for it too."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.check.citing_numbers import LAWS, Symbol, symbol_of

KIND_WORDS = (
    r"nghị định|quyết định|thông báo kết luận|thông báo|kết luận|nghị quyết liên tịch|nghị quyết|chỉ thị|kế hoạch|"
    r"công văn|công điện|tờ trình|thông tư liên tịch|thông tư|bộ luật|luật|pháp lệnh|hướng dẫn|quy định|quy chế|đề án|"
    r"dự án|phương án|chương trình hành động|chương trình|báo cáo|văn bản|thông tri|thông cáo|lệnh|giấy mời|biên bản"
)
"""The kinds of documents, as alternatives of a pattern."""
_KIND = re.compile(rf"(?<!\w)(?<!pháp )(?P<kind>{KIND_WORDS})(?:\s+số\s*:?)?\s*$", re.IGNORECASE)
_SO = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
_LAW_NAMES = {
    body: re.compile(rf"(?<!\w)(?P<kind>{'|'.join(kinds)})\s[^;:.()“”]{{2,120}}?(?:\s+số\s*:?)?\s*$", re.IGNORECASE)
    for body, kinds in LAWS.items()
}
_LEGISLATOR = re.compile(r"(?:PL-)?(QH|UBTVQH)\d")
_LISTED = re.compile(r"(?:,|;|và|và số|số|, số|; số|,? và số)\s*$", re.IGNORECASE)
_NEAR, _FAR = 60, 140
"""How many letters before a number a kind, and a law with its name, begin at most."""


class Named(NamedTuple):
    """How a number is led up to."""

    kind: str
    """As written, "" where no kind is said."""
    start: int
    """Where naming the document begins: at the kind, else at `số`, else at the number."""


def named(text: str, number: re.Match[str], last: Named) -> Named | None:
    """Return how the number is led up to, None where it is no document's.

    `last` is the kind of the document above in the same passage, and where that one ends.
    """
    found = _kind(text, number) or _law(text, number)
    if found is None and last.kind and _LISTED.fullmatch(text[last.start : number.start()].strip()):
        return Named(last.kind, number.start())
    return found or _bare(text, number)


def _kind(text: str, number: re.Match[str]) -> Named | None:
    found = _KIND.search(text, max(0, number.start() - _NEAR), number.start())
    return Named(found["kind"], found.start()) if found else None


def _law(text: str, number: re.Match[str]) -> Named | None:
    """Find a law that its name parts from its number: `Luật Tổ chức chính quyền địa phương số …`."""
    body = _LEGISLATOR.match(number["symbol"])
    start = max(0, number.start() - _FAR)
    found = _LAW_NAMES[body[1]].search(text, start, number.start()) if body else None
    return Named(found["kind"], found.start()) if found else None


def _bare(text: str, number: re.Match[str]) -> Named | None:
    """Return the place of a number that speaks for itself: by its code, or after `số` by its look."""
    said, symbol = _SO.search(text, max(0, number.start() - _NEAR), number.start()), symbol_of(number[0])
    if symbol is None or not _speaks(symbol, said=said is not None):
        return None
    return Named("", said.start() if said else number.start())


def _speaks(symbol: Symbol, *, said: bool) -> bool:
    known = symbol.code or (said and all(each.isupper() for each in symbol.groups))
    return symbol.is_law or bool(known and len(symbol.groups) > 1)
