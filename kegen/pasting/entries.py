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


def entries_of(content: PlanContent, offices: Collection[str], *, has_ids: bool) -> list[Entry]:
    """Return the entries; `offices`: names that a heading of a Word file has where it is no section."""
    names = {fold(each) for each in offices}
    tasks = {each.id: each for each in content.tasks or () if each.id}
    places: dict[int, int] = {}
    """Where each heading stands among the entries; of an office, the heading that it stands under."""
    offices_at: dict[int, str] = {}
    found: list[Entry] = []
    for at, line in enumerate(content.body):
        home = places.get(line.section, -1)
        if line.subject == "section" and (not line.id if has_ids else fold(line.text) in names):
            places[at], offices_at[at] = home, line.text
            continue
        lead = offices_at.get(line.section, "")
        bare = line.text
        if (task := tasks.get(line.id)) and (words := _behind_office(line.text, task)):
            lead, bare = "; ".join(task.leads), words
        places[at] = len(found)
        found.append(Entry(line._replace(section=home), bare, lead))
    return found


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
