"""What of a plan is compared: the same values, whatever it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kegen.compare.tables import own_cells, rows_apart, tabled_tasks
from kegen.plan.model import Covered, LeftOut, Link, Paragraph, Plan, Target, Task

_MARK = re.compile(r"(?:[IVXLC]+\.|\d+(?:\.\d+)*\.|[a-zđ]{1,2}\)|[-+–•])(?=\s)")
_PLAIN = 99
_END = "/."
"""The mark at the end of the content (`./.`): what has it, and is of no section, closes the whole."""


class ContentLine(NamedTuple):
    """A paragraph, or a line of a list, without its number or mark."""

    id: str
    subject: Literal["base", "section", "task", "item", "note", "recipient", "other"]
    text: str
    where: str = ""
    section: int = -1
    """The place of the heading it stands under, among the entries of the body; -1 for none."""


class PlanContent(NamedTuple):
    """A plan to compare; None for what its source does not tell."""

    singles: dict[str, str]
    """Number, date, issuer, title, signature and title of the annex, by subject."""
    bases: tuple[ContentLine, ...]
    body: tuple[ContentLine, ...]
    notes: tuple[ContentLine, ...]
    recipients: tuple[ContentLine, ...]
    tasks: tuple[Task, ...] | None
    targets: tuple[Target, ...] | None
    chain: tuple[Link, ...] | None
    left_out: tuple[LeftOut, ...] = ()
    coverage: tuple[Covered, ...] = ()
    """Orders of the plan above; none where that plan is not known."""
    others: tuple[ContentLine, ...] | None = None
    """What a Word file says beside all this."""
    cells: tuple[ContentLine, ...] | None = None
    """What a plan's tables say of its tasks in cells of their own; None for a Word file, whose tables are its tasks."""


class SourceParagraph(NamedTuple):
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


def body_lines(paragraphs: Iterable[SourceParagraph]) -> tuple[ContentLine, ...]:
    """Return an entry for each paragraph that says something, with the heading it stands under."""
    entries: list[ContentLine] = []
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
        entries.append(
            ContentLine(each.id, subject, each.text.removesuffix(_END), where, parent.place if parent else -1)
        )
    return tuple(entries)


def content_of_plan(plan: Plan) -> PlanContent:
    """Return what is compared of the plan."""
    whole = (*plan.opening, *plan.body, *plan.closing)
    bases = tuple(ContentLine("", "base", bare(each.text)) for each in plan.opening if each.kind == "can-cu")
    return PlanContent(
        singles={
            "number": plan.header.number,
            "date": plan.header.place_and_date,
            "issuer": " ".join((plan.header.parent, *plan.header.issuer)).strip(),
            "title": f"{plan.kind} {plan.title}",
            "signature": signed(plan.signature.lines, plan.signature.name),
            "annex": "; ".join(f"{each.label} {each.title}".strip() for each in plan.annexes),
        },
        bases=bases,
        body=body_lines((*_paragraphs(plan, whole), *_rest(plan))),
        notes=tuple(ContentLine("", "note", note.text) for each in (*whole, *_annexed(plan)) for note in each.notes),
        recipients=recipients_of(plan.recipients),
        tasks=tabled_tasks(plan),
        targets=plan.targets,
        chain=plan.standing.chain,
        left_out=plan.left_out,
        coverage=plan.coverage,
        cells=tuple(ContentLine("", "other", text, task.brief or task.wording) for task, text in own_cells(plan)),
    )


def _paragraphs(plan: Plan, whole: tuple[Paragraph, ...]) -> Iterator[SourceParagraph]:
    tasks = {each.id for each in plan.tasks}
    for each in whole:
        if each.kind != "can-cu":
            mark, text = parted(each.text)
            yield SourceParagraph(each.id, each.rank, mark, text, each.id in tasks)


def _annexed(plan: Plan) -> Iterator[Paragraph]:
    """Yield the paragraphs of the annexes."""
    yield from (block for annex in plan.annexes for block in annex.blocks)


def _rest(plan: Plan) -> Iterator[SourceParagraph]:
    """Yield what stands in tables, a row at a time, that tells no task, and in the annexes outside tables."""
    yield from (SourceParagraph("", 0, "", text) for text in rows_apart(plan))
    yield from (SourceParagraph("", 0, "", each.text.strip()) for each in _annexed(plan))


def parted(text: str) -> tuple[str, str]:
    """Return the number or mark that a paragraph starts with, and the rest."""
    found = _MARK.match(text.strip())
    return (found[0], text.strip()[found.end() :].strip()) if found else ("", text.strip())


def bare(text: str) -> str:
    """Return a line of a list without its mark, and without the comma or stop that its place in the list gives it."""
    return parted(text)[1].rstrip(" ;,./")


def signed(lines: tuple[str, ...], name: str) -> str:
    """Return who signs as one text; a name still to be filled in is none."""
    return ", ".join((*lines, *((name,) if re.search(r"\w", name) else ())))


def recipients_of(lines: tuple[str, ...]) -> tuple[ContentLine, ...]:
    """Return the lines under `Nơi nhận:` as entries."""
    return tuple(ContentLine("", "recipient", text) for each in lines if (text := bare(each)))
