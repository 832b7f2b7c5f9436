"""A table of plain values, and the table as text, its values apart by commas (.csv)."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Literal, NamedTuple

Tone = Literal["", "good", "warning", "error"]
"""What a row is marked as: "" not at all."""
_BOM = "\ufeff"
_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b\u2060\ufeff]*[=+\-@＝＋－＠]")
"""What a spreadsheet takes for the start of a formula, in the wide letters of Asian keyboards too."""


class Column(NamedTuple):
    """A column: its heading, and how many letters wide it is on paper."""

    heading: str
    width: int


class Table(NamedTuple):
    """A table: its title, a line under it, columns and rows."""

    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int, ...], ...]
    tones: tuple[Tone, ...] = ()
    """One for each row, or none at all."""


def write_comma(table: Table) -> bytes:
    """Return headings and rows in UTF-8, with the mark that lets Excel know it; no value is run as a formula."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([_harmless(each.heading) for each in table.columns])
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return (_BOM + stream.getvalue()).encode("utf-8")


def _harmless(value: str | int) -> str | int:
    """Return the value with an apostrophe before it where it would be run."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
