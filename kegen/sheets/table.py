"""A table of plain values, whoever reads it in the end."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal["", "good", "warning", "error"]
"""What a row is marked as: "" not at all."""


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
