"""The body of a received plan as entries: each paragraph with its mark, the headings above it, and its place."""

from __future__ import annotations

from typing import NamedTuple

from kegen.check.headings import depth_of, under_headings
from kegen.docx.parts import Item, Parts


class Entry(NamedTuple):
    """A paragraph of the body."""

    id: str
    """`muc-2`, `muc-2-1` for headings, `muc-2-1-y-3` for the third item under one."""
    mark: str
    """Its number or list mark as printed: `II.`, `1.1.`, `a)`, `-`, "" for none."""
    text: str
    """Its words without the mark."""
    depth: int
    """How deep a heading it is, from 1; 0 for what is no heading."""
    above: tuple[Entry, ...]
    """The headings it stands under, the outermost first."""
    place: str
    """Where it stands, in words: `trang 3, đoạn 41`."""
    item: Item


def entries_of(parts: Parts) -> tuple[Entry, ...]:
    """Return the paragraphs of the body in reading order."""
    entries: list[Entry] = []
    by_item: dict[int, Entry] = {}
    counts: dict[str, int] = {}
    for order, (item, headings) in enumerate(under_headings(parts.body), 1):
        above = tuple(by_item[id(each)] for each in headings)
        is_heading = depth_of(item) is not None
        kind = "muc" if is_heading else "y"
        stem = f"{above[-1].id}-" if above else ""
        stem = stem if is_heading and above else f"{stem}{kind}-"
        counts[stem] = counts.get(stem, 0) + 1
        page = f"trang {item.paragraph.page}, " if item.paragraph.page else ""
        entry = Entry(
            id=f"{stem}{counts[stem]}",
            mark=item.mark,
            text=item.text,
            depth=len(above) + 1 if is_heading else 0,
            above=above,
            place=f"{page}đoạn {order}",
            item=item,
        )
        entries.append(entry)
        by_item[id(item)] = entry
    return tuple(entries)
