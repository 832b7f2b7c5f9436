"""A document under check: its parts, its date, what it cites and names, and what is known of it from outside."""

from __future__ import annotations

import re
from functools import cached_property

from kegen.check.annex_tasks import Match, TaskRow, matches, task_rows
from kegen.check.citations import Citation, citations_in
from kegen.check.goals import Claim, claims_in
from kegen.check.options import CheckContext, Medium, Mode
from kegen.check.other_forms import other_form
from kegen.check.passages import Passage, Zone, passages_of
from kegen.check.unit_mentions import Mention, mentions_in
from kegen.check.whole_text import WholeText
from kegen.dates import PlanDate, parse_date
from kegen.docx.find import find_parts
from kegen.docx.find_header import KINDS
from kegen.docx.model import Document
from kegen.docx.parts import Parts
from kegen.vietnamese import fold, has_digit

_YEAR = re.compile(r"ngày\s*(\d{1,2})?\D*tháng\s*(\d{1,2})?\D*năm\s*(\d{4})")
_RUNNING: tuple[Zone, ...] = ("body", "table", "annex", "note", "end")
"""Zones of running text."""


class Paper:
    """A document under check."""

    def __init__(
        self,
        document: Document,
        *,
        mode: Mode = "draft",
        medium: Medium = "electronic",
        facts: CheckContext | None = None,
        above: Document | None = None,
    ) -> None:
        self.document = document
        self.mode = mode
        self.medium = medium
        self.facts = facts
        self.above = above
        """The document of the level above, where it is given."""

    @cached_property
    def parts(self) -> Parts:
        """Its parts."""
        return find_parts(self.document)

    @cached_property
    def parent(self) -> Paper | None:
        """The document of the level above as a paper of its own, None where it is not given."""
        return None if self.above is None else Paper(self.above)

    @property
    def code(self) -> str:
        """The code of its kind (`KH`), "" for a letter or a kind the decree does not list."""
        name = fold(self.parts.kind_name)
        return next(
            (code for kind, code in KINDS.items() if name == fold(kind) or name.startswith(fold(kind) + "-")), ""
        )

    @property
    def is_plan(self) -> bool:
        """Whether it is a KẾ HOẠCH."""
        return self.code == "KH"

    @property
    def is_administrative(self) -> bool:
        """Whether it has the head of a document; else it may be an annex kept in a file of its own, or anything."""
        parts = self.parts
        return bool(parts.national_title or parts.motto or parts.number)

    @cached_property
    def other_form(self) -> str:
        """What it is and whose form it follows where that is not this decree's; "" for an administrative paper."""
        return other_form(self.parts)

    @property
    def date(self) -> PlanDate | None:
        """Its date as far as its date line tells, None without one."""
        line = self.parts.place_and_date
        found = None if line is None else _YEAR.search(line.text)
        if found is None:
            return None
        day, month, year = (int(each or 0) for each in found.groups())
        try:
            return parse_date(f"{day}/{month}/{year}") if day and month else PlanDate(year, month)
        except ValueError:
            return PlanDate(year)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph that says something, in reading order: body, then margins and footnotes."""
        return tuple(passages_of(self.parts))

    @cached_property
    def running(self) -> WholeText:
        """Its running text: neither the head nor the margins, no line all in capitals."""
        return WholeText(tuple(each for each in self.passages if each.zone in _RUNNING and not each.line.is_capital))

    @cached_property
    def figured(self) -> tuple[Passage, ...]:
        """The passages that have a digit: dates, spans and sums stand nowhere else."""
        return tuple(each for each in self.passages if has_digit(each.line.text))

    @cached_property
    def text(self) -> WholeText:
        """All that its passages say as one text."""
        return WholeText(self.passages)

    @cached_property
    def by_paragraph(self) -> dict[int, Passage]:
        """Its passages by the identity of their paragraphs."""
        return {id(each.paragraph): each for each in self.passages}

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every document it cites, in reading order."""
        return citations_in(self.passages, self.parts.number, self.date)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every figure that states one of the targets of the profile's plan; none without a profile."""
        return () if self.facts is None else tuple(claims_in(self.passages, self.facts, self.date))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every unit of government it names, in reading order."""
        return tuple(mention for passage in self.passages for mention in mentions_in(passage))

    @cached_property
    def task_rows(self) -> tuple[TaskRow, ...]:
        """Every row of its tables that assigns a task."""
        return tuple(task_rows(self.parts))

    @cached_property
    def task_matches(self) -> tuple[Match, ...]:
        """Each of these rows with the paragraph of the content that it is most like."""
        return matches(self.parts, self.task_rows)
