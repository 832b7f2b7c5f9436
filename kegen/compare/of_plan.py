"""What is compared of a Plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.compare.body import Read, entries_of
from kegen.compare.facts import Entry, Facts
from kegen.plan.model import Paragraph, Plan

_MARK = re.compile(r"(?:[IVXLC]+\.|\d+(?:\.\d+)*\.|[a-zđ]{1,2}\)|[-+–•])(?=\s)")
_LEVELS = {"muc": 1, "khoan": 2, "nhom": 3}


def facts_of_plan(plan: Plan) -> Facts:
    """Return the plan's facts."""
    whole = (*plan.opening, *plan.body, *plan.closing)
    bases = tuple(Entry("", "base", bare(each.text)) for each in plan.opening if each.kind == "can-cu")
    return Facts(
        singles={
            "number": plan.header.number,
            "date": plan.header.place_and_date,
            "issuer": " ".join((plan.header.parent, *plan.header.issuer)).strip(),
            "title": f"{plan.kind} {plan.title}",
            "signature": signed(plan.signature.lines, plan.signature.name),
            "annex": f"{plan.annex.label} {plan.annex.title}" if plan.annex else "",
        },
        bases=bases,
        body=entries_of(_paragraphs(plan, whole)),
        notes=tuple(Entry("", "note", note.text) for each in whole for note in each.notes),
        recipients=recipients_of(plan.recipients),
        tasks=plan.tasks,
        targets=plan.targets,
        chain=plan.standing.chain,
        left_out=plan.left_out,
        coverage=plan.coverage,
    )


def _paragraphs(plan: Plan, whole: tuple[Paragraph, ...]) -> Iterator[Read]:
    tasks = {each.id for each in plan.tasks}
    for each in whole:
        if each.kind != "can-cu":
            mark, text = parted(each.text)
            yield Read(each.id, _LEVELS.get(each.kind, 0), mark, text, each.id in tasks)


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


def recipients_of(lines: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the lines under `Nơi nhận:` as entries."""
    return tuple(Entry("", "recipient", text) for each in lines if (text := bare(each)))
