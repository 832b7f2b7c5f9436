"""Marks: the hidden bookmark around each paragraph and table row of a draft, by which it is known again once edited.

A name says what the paragraph is, not where it stands: it stays when other parts of the plan change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias
from zlib import crc32

from markupsafe import Markup

from kegen.identity import MARKS
from kegen.plan.model import Annex, Paragraph, Plan, Table, TableRow

_PLAIN = re.compile(r"[a-z0-9-]{1,20}")
"""Ids that stand in a name as they are; the prefix, the annex and a number among equals take the rest of 40 letters."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LONGEST_TEXT = 60
"""So many letters of a text tell it from others; what is edited behind them leaves its mark as it is."""
_HEADINGS = frozenset(("muc", "khoan", "tiet"))
_FIRST_ID = 2_000_000
"""Beyond the ids of a template's own bookmarks and their copies."""
_TAGS = re.compile(r"\{\{ \w+\.(?:opens|closes) \}\}")
_RANGE = re.compile(rf'<w:bookmarkStart w:id="(\d+)" w:name="({MARKS}\w+)"/>(.*?)<w:bookmarkEnd w:id="\1"/>', re.DOTALL)

Marks: TypeAlias = Iterator[tuple[str, str]]
"""The elements at which each mark starts and ends, in the order of a draft."""


def heads_of(table: Table) -> tuple[TableRow, ...]:
    """Return the rows of a table's head as they are printed, that of the columns' titles last."""
    titles = TableRow(tuple(column.title for column in table.columns), emphases=tuple(c.spans for c in table.columns))
    return (*table.heads, titles) if any(titles.cells) else table.heads


def marks_in(plan: Plan) -> Marks:
    """Yield the elements at which each mark starts and ends (ECMA-376, part 1, 17.13.6), in the order of the draft.

    A row that says nothing has some here and no bookmark in the draft.
    """
    for number, name in enumerate(_names(plan), _FIRST_ID):
        start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        yield Markup(start), Markup(end)  # noqa: S704 - of our own


def without_tags(source: str) -> str:
    """Return the source of a part for drafts that are not marked: without the tags that print marks."""
    return _TAGS.sub("", source)


def once_each(text: str) -> str:
    """Return a filled part with each mark only where it stands first: a template may print a paragraph twice."""
    seen: set[str] = set()

    def first(match: re.Match[str]) -> str:
        if match[2] in seen:
            return match[3]
        seen.add(match[2])
        return match[0]

    return _RANGE.sub(first, text)


def _names(plan: Plan) -> Iterator[str]:
    """Yield the names: of equals, each after the first has a number."""
    counts: dict[str, int] = {}
    for key in chain(_keys((*plan.opening, *plan.body, *plan.closing)), *map(_keys_of_annex, plan.annexes)):
        count = counts[key] = counts.get(key, 0) + 1
        yield f"{MARKS}{key}" if count == 1 else f"{MARKS}{key}__{count}"


def _keys_of_annex(annex: Annex) -> Iterator[str]:
    own = f"p{_digest(annex.title)[:5]}_"
    return (own + key for key in _keys(annex.blocks))


def _keys(blocks: Iterable[Paragraph]) -> Iterator[str]:
    """Yield what each mark stands for: the id of an item, a section or a task, else the words it has."""
    heading = ""
    for block in blocks:
        if block.table:
            yield from (f"h_{_digest(*row.cells)}" for row in heads_of(block.table))
            yield from (f"r_{_key(row.task) if row.task else _digest(*row.cells)}" for row in block.table.rows)
        elif block.id:
            heading = block.id if block.kind in _HEADINGS else heading
            yield _key(block.id)
        else:
            yield f"t_{_digest(heading, block.text)}"


def _key(name: str) -> str:
    """Return an id in the letters that a bookmark may have."""
    return name.replace("-", "_") if _PLAIN.fullmatch(name) else f"i_{crc32(name.encode()):08x}"


def _digest(*texts: str) -> str:
    """Return a digest of the words, without what changes with what stands before: numbers and the marks of lists."""
    words = _WORDS.findall(" ".join(texts)[:_LONGEST_TEXT].lower())
    return f"{crc32(' '.join(words).encode()):08x}"
