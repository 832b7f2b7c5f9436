"""What a prepared template can print, so that a draft in it leaves nothing out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kegen.plan.model import Annex, Table

TASK_FIELDS = ("number", "wording", "lead", "helpers", "deadline", "product")
"""What a template of old prints of each task, in the order of its names: `row.number`, `row.task` …"""


def prints_annexes(sources: Iterable[str]) -> bool:
    """Whether a template prints annexes of any number and form, not the table of tasks alone."""
    return any(re.search(r"\bannexes\b", source) for source in sources)


def prints_tables(sources: Iterable[str]) -> bool:
    """Whether a template prints tables of the body."""
    return any(".table" in source for source in sources)


def is_usual(annex: Annex) -> bool:
    """Whether the annex is a table of tasks and nothing else, in usual columns: what a template of old can print."""
    tables = [each.table for each in annex.blocks if each.table]
    return len(annex.blocks) == 1 and len(tables) == 1 and all(_is_plain(each) for each in tables)


def _is_plain(table: Table) -> bool:
    own = [column.field for column in table.columns]
    cells = all(len(row.cells) == len(own) and not row.spans for row in table.rows)
    return "wording" in own and set(own) <= set(TASK_FIELDS) and cells and not table.heads
