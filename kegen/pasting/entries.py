"""The body as a profile sees it: no headings that name an office, no office before a sentence, but who leads it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kegen.compare.content import ContentLine, PlanContent
from kegen.plan.model import Task
from kegen.vietnamese import fold, lower_first, upper_first


class Entry(NamedTuple):
    """An entry of the body; `line` is under the heading that it stands under without those of offices."""

    line: ContentLine
    bare: str
    """Its words without the office that leads it."""
    lead: str
    """The office that a heading, or the head of the sentence, says to lead it; "" for none."""


def entries_of(content: PlanContent, offices: Collection[str], other: PlanContent) -> list[Entry]:
    """Return the entries; `offices`: names that a heading of a Word file has where it is no section of the other."""
    names = {fold(each) for each in offices}
    has_ids = any(each.id for each in content.body)
    sections = {_heading(other, each) for each in other.body if each.id and each.subject == "section"}
    tasks = {each.id: each for each in content.tasks or () if each.id}
    places: dict[int, int] = {}
    """Where each heading stands among the entries; of an office, the heading that it stands under."""
    offices_at: dict[int, str] = {}
    found: list[Entry] = []
    for at, line in enumerate(content.body):
        home = places.get(line.section, -1)
        is_office = not line.id if has_ids else fold(line.text) in names and _heading(content, line) not in sections
        if line.subject == "section" and is_office:
            places[at], offices_at[at] = home, line.text
            continue
        lead = offices_at.get(line.section, "")
        bare = line.text
        if (task := tasks.get(line.id)) and (words := _behind_office(line.text, task)):
            lead, bare = "; ".join(task.leads), words
        places[at] = len(found)
        found.append(Entry(line._replace(section=home), bare, lead))
    return found


def _heading(content: PlanContent, line: ContentLine) -> tuple[str, str]:
    """Return what tells a heading from others: its words and those of the heading above it."""
    return fold(line.text), fold(content.body[line.section].text) if line.section >= 0 else ""


def _behind_office(text: str, task: Task) -> str:
    """Return the words of a sentence behind the office that leads it; "" where it does not begin with that."""
    office = f"{upper_first(', '.join(task.leads))} "
    rest = upper_first(text.removeprefix(office))
    is_named = text.startswith(office) and fold(rest).rstrip("-.;") == fold(task.wording).rstrip("-.;")
    return rest if is_named else ""


def without_office(text: str, offices: Sequence[str]) -> tuple[str, str]:
    """Return the office that a sentence begins with, and the rest; "" and all of it where it begins with none."""
    for office in sorted(offices, key=len, reverse=True):
        rest = text.removeprefix(f"{upper_first(office)} ")
        if rest != text and rest == lower_first(rest):
            return office, upper_first(rest)
    return "", text
