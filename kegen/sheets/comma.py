"""A table as text, its values apart by commas: the headings, then the rows."""

from __future__ import annotations

import csv
import re
from io import StringIO

from kegen.sheets.table import Table

_BOM = "\ufeff"
_RUN = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b\u2060\ufeff]*[=+\-@＝＋－＠]")
"""What a spreadsheet takes for the start of a formula, in the wide letters of Asian keyboards too."""


def write_comma(table: Table) -> bytes:
    """Return the table in UTF-8 with a mark that lets Excel know it; what it would run as a formula stays text."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([_harmless(each.heading) for each in table.columns])
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return (_BOM + stream.getvalue()).encode("utf-8")


def _harmless(value: str | int) -> str | int:
    """Return the value with an apostrophe before it where it would be run."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if _RUN.match(value) else value
