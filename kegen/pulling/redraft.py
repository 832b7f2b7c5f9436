"""The profile drafted again: the parts of its draft, and what of the plan each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple

from kegen.docx.read import read_document
from kegen.form.opened import Opened, open_profile
from kegen.plan.model import Paragraph, Plan, TableRow
from kegen.plan.resolve import Resolution
from kegen.problem import Invalid, Severity
from kegen.pulling.parts import Part, content_of
from kegen.pulling.spelling import plain
from kegen.template.render import render
from kegen.yaml_text.tree import Tree

Zone = Literal["opening", "body", "closing", "annex"]


class PlanPlace(NamedTuple):
    """What of the plan a part is."""

    zone: Zone
    at: int
    """Which paragraph of the opening, the body, the closing, or which block of the annex."""
    paragraph: Paragraph
    nth: int = 0
    """Which of the paragraphs of its item, tables left out: 0 for the sentence, then its points."""
    row: int = -1
    """Which row of the table, -1 for a row of its head and for what is no row."""

    @property
    def id(self) -> str:
        """The item or section whose words these are, "" for none."""
        return self.paragraph.id

    @property
    def table_row(self) -> TableRow | None:
        """The row of the plan's table, None for a head or what is no row."""
        return self.paragraph.table.rows[self.row] if self.paragraph.table and self.row >= 0 else None


class Redraft(NamedTuple):
    """A profile drafted again."""

    data: bytes
    """The profile."""
    opened: Opened
    parts: tuple[Part, ...]
    origins: tuple[PlanPlace | None, ...]
    """What each part is; None for one of the head or the end, and for what the template itself says."""

    @property
    def made(self) -> Resolution:
        """The plan with what it was made of."""
        if self.opened.made is None:
            raise TypeError
        return self.opened.made

    @property
    def tree(self) -> Tree:
        """The profile's text as a tree."""
        if self.opened.tree is None:
            raise TypeError
        return self.opened.tree


def planned(data: bytes, path: Path) -> tuple[Opened, Plan]:
    """Return the profile of these bytes, opened, and its plan; raises Invalid with what is wrong with it."""
    opened = open_profile(data, path)
    errors = [each for each in opened.problems if each.severity is Severity.ERROR]
    if opened.made is None or errors:
        raise Invalid(errors or opened.problems)
    return opened, opened.made.plan


def redraft(data: bytes, path: Path, template: Path | None) -> Redraft:
    """Draft the profile of these bytes, as if they stood in the file.

    Raises Invalid with what is wrong with the profile, KegenError where it, or the template, cannot be used.
    """
    opened, plan = planned(data, path)
    drafted = render(plan, template, profile=path.name)
    parts = content_of(read_document(drafted, str(path), with_marks=True)).parts
    return Redraft(data, opened, parts, tuple(_origins(plan, parts)))


def _origins(plan: Plan, parts: Sequence[Part]) -> Iterator[PlanPlace | None]:
    """Yield what each part is: as they come where there are as many, else by their words."""
    found: dict[int, PlanPlace] = {}
    for annex in range(-1, len(plan.annexes)):
        places = [at for at, each in enumerate(parts) if each.annex == annex and each.slot in ("text", "row")]
        own = list(_of_plan(plan) if annex < 0 else _of_blocks("annex", plan.annexes[annex].blocks))
        if len(places) == len(own):
            found |= dict(zip(places, own, strict=True))
            continue
        texts = [parts[at].text for at in places]
        matcher = SequenceMatcher(None, [_text_of(each) for each in own], texts, autojunk=False)
        for a, b, size in matcher.get_matching_blocks():
            found |= {places[b + step]: own[a + step] for step in range(size)}
    yield from (found.get(at) for at in range(len(parts)))


def _of_plan(plan: Plan) -> Iterator[PlanPlace]:
    yield from _of_blocks("opening", plan.opening)
    yield from _of_blocks("body", plan.body)
    yield from _of_blocks("closing", plan.closing)


def _of_blocks(zone: Zone, blocks: Sequence[Paragraph]) -> Iterator[PlanPlace]:
    seen: dict[str, int] = {}
    for at, each in enumerate(blocks):
        if each.table is None:
            yield PlanPlace(zone, at, each, seen.get(each.id, 0))
            seen[each.id] = seen.get(each.id, 0) + 1
            continue
        titles = any(column.title for column in each.table.columns)
        yield from (PlanPlace(zone, at, each) for _ in range(len(each.table.heads) + titles))
        yield from (PlanPlace(zone, at, each, row=row) for row in range(len(each.table.rows)))


def _text_of(origin: PlanPlace) -> str:
    row = origin.table_row
    if row is None:
        return plain(origin.paragraph.text)
    return " | ".join("" if at in row.goes_on else plain(each) for at, each in enumerate(row.cells))
