"""Targets as sentences set them: how much of what, by which year, of the whole area or of each unit, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kegen.importing.entries import Entry
from kegen.importing.figures import Figure, figures_in
from kegen.importing.leads import Found, leads_above
from kegen.importing.scopes import Measured, Settled, scope_of
from kegen.importing.target_names import name_of, shortened
from kegen.importing.target_years import OFTEN, OPENS_LIST, HeadingYear, heading_year, year_near
from kegen.importing.tasks import Sorted
from kegen.plan.model import How, Read, Target
from kegen.vietnamese import fold

_STOP = re.compile(r"(?<=[.;!?])\s+(?=[^\W_a-z])|(?<=;)\s+")
_IN_WORDS = re.compile(r"(?:Có|Không|Hoàn thành|Đạt|Đưa|Chấm dứt|100|Mỗi|Giữ|Duy trì)\b")
_GENERAL = re.compile(r"muc-tieu-(?:chung|tong-quat)|muc-dich|tong-quat")


def targets_of(rows: tuple[Sorted, ...], leads: Mapping[str, Found]) -> Iterator[Target]:
    """Yield the targets that the entries set, in reading order; `leads` are who is to do a task, by its id."""
    counted = {
        row.above[-1].id for row in rows if row.role == "target" and row.above and list(figures_in(row.entry.text))
    }
    for row in rows:
        if row.role in ("target", "task", "lead-in") or (row.topic == "background" and row.role == "other"):
            is_of_year = row.topic == "targets" and not OFTEN.match(row.entry.text)
            around = _Around(
                row.entry.place,
                leads.get(row.entry.id) or leads_above(row.above),
                tuple(each for each in row.above if each.depth),
                heading_year(row.above) if is_of_year else HeadingYear(),
            )
            found = _in_text(row.entry.text, around, in_words=_may_be_words(row, counted))
            yield from (each._replace(id=f"{row.entry.id}-ct-{number}") for number, each in enumerate(found, 1))


def figure_targets(text: str, place: str, leads: Found) -> tuple[Target, ...]:
    """Return the targets with a number that a cell of a table sets; their ids are to be set."""
    return tuple(_in_text(text, _Around(place, leads, how="cot"), in_words=False))


class _Around(NamedTuple):
    """What is known of a text that sets targets."""

    place: str
    reached_by: Found
    """Who is to do what it orders, or whom its heading speaks to."""
    headings: tuple[Entry, ...] = ()
    heading_year: HeadingYear = HeadingYear()
    how: How = "cau"


def _may_be_words(row: Sorted, counted: set[str]) -> bool:
    """Whether a sentence without a figure is a target here: beside others that have one, or by how it begins."""
    if row.role != "target" or not row.above or any(_GENERAL.search(fold(each.text)) for each in row.above):
        return False
    return row.above[-1].id in counted or _IN_WORDS.match(row.entry.text) is not None


def _in_text(text: str, around: _Around, *, in_words: bool) -> Iterator[Target]:
    listed = ""
    for sentence in _STOP.split(text):
        figures = list(figures_in(sentence))
        opened = OPENS_LIST.search(sentence)
        listed = opened[1] if opened else listed
        for each in figures:
            yield _target(each, sentence, listed, around)
        if not figures and in_words and not sentence.strip().startswith("("):
            yield _worded(sentence, listed, around)
        listed = "" if sentence.rstrip().endswith(".") else listed


def _worded(sentence: str, listed: str, around: _Around) -> Target:
    own = year_near(sentence, len(sentence))
    year = own or listed or around.heading_year.year
    at = Read("words", around.place, around.how)
    settled = scope_of(Measured(sentence), at, around.reached_by, around.headings)
    text = sentence.strip(" .;")
    reads = (at, *_year_read(own or listed, year, around), *_scope_read(settled))
    return Target("", shortened(text), "", "", "", year, settled.scope, text, reads)


def _target(figure: Figure, sentence: str, listed: str, around: _Around) -> Target:
    """Return the target of a figure; `listed` is the year of the list it stands in, "" for none."""
    clause = sentence[figure.start : figure.end]
    value = figure.value
    own = year_near(clause, figure.found.start("value") - figure.start)
    often = OFTEN.search(clause) or OFTEN.match(sentence)
    year = own or listed or ("" if often else around.heading_year.year)
    at = Read("value", around.place, around.how)
    measured = Measured(clause, value, figure.is_share, figure.is_limit_of_time)
    settled = scope_of(measured, at, around.reached_by, around.headings)
    reads = (at, *_year_read(own or listed, year, around), *_scope_read(settled))
    return Target("", name_of(sentence, figure), figure.comparison, value, figure.unit, year, settled.scope, "", reads)


def _scope_read(settled: Settled) -> tuple[Read, ...]:
    return (settled.read,) if settled.read else ()


def _year_read(written: str, year: str, around: _Around) -> tuple[Read, ...]:
    """Return where a year was read: in the sentence that says it, else in the heading."""
    if written:
        return (Read("year", around.place, around.how),)
    return (Read("year", around.heading_year.place, "tieu-de"),) if year else ()
