"""The body of a plan as entries, each under its heading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kegen.compare.facts import Entry

_PLAIN = 99
_END = "/."
"""The mark at the end of the content (`./.`): what has it, and is of no section, closes the whole."""


class Read(NamedTuple):
    """A paragraph as its source has it; `level` 1 … for a heading, 0 for any other."""

    id: str
    level: int
    mark: str
    text: str
    is_task: bool = False


class _Heading(NamedTuple):
    level: int
    mark: str
    place: int
    where: str


def entries_of(paragraphs: Iterable[Read]) -> tuple[Entry, ...]:
    """Return an entry for each paragraph that says something, with the heading it stands under."""
    entries: list[Entry] = []
    above: list[_Heading] = []
    for each in paragraphs:
        if not each.text:
            continue
        if not each.level and not each.id and each.text.endswith(_END):
            above = []
        above = [heading for heading in above if heading.level < (each.level or _PLAIN)]
        parent = above[-1] if above else None
        subject: Literal["section", "task", "item"] = "section" if each.level else "task" if each.is_task else "item"
        where = parent.where if parent else ""
        if each.level:
            marks = ".".join(mark for heading in above if (mark := heading.mark.strip(".)")))
            where = f"{marks}.{each.mark} {each.text}" if marks else f"{each.mark} {each.text}".strip()
            above.append(_Heading(each.level, each.mark, len(entries), where))
        entries.append(Entry(each.id, subject, each.text.removesuffix(_END), where, parent.place if parent else -1))
    return tuple(entries)
