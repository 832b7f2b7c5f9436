"""The bodies of two plans held against each other: which entry is which, what each is called, where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kegen.compare.change import is_same
from kegen.compare.content import ContentLine, PlanContent
from kegen.compare.match import Matched, match
from kegen.pasting.entries import Entry, entries_of, without_office
from kegen.pasting.ground import Ground
from kegen.plan.model import Task
from kegen.plan.outline import FIRST
from kegen.vietnamese import fold

_LONGEST_NAME = 40


class Bodies:
    """The entries of the old body and the new; `i` is a place in the old one, `j` in the new."""

    def __init__(self, ground: Ground, new: PlanContent) -> None:
        self._content, self._has_ids = new, ground.plan is not None
        self._offices = ground.office_names(new.tasks or ())
        self.olds = entries_of(ground.content, self._offices, new)
        news = entries_of(new, self._offices, ground.content)
        self.old, self.new = [each.line for each in self.olds], [each.line for each in news]
        self.found: Matched = match(self.old, self.new)
        self.mates = {j: i for i, j in self.found.pairs}
        """The place in the old body of each entry of the new one that is there too."""
        self.news = [self._as_ended(j, self._as_before(j, each)) for j, each in enumerate(news)]
        self.sentence = sentences(self.old)
        self.points: set[int] = set()
        """Entries of the new body that are told as points of an item."""
        self.stand_ins: dict[str, str] = {}
        """The words of entries whose ids nobody knows, by the ids that stand for them."""
        self._given: dict[int, str] = {}

    def _as_before(self, j: int, entry: Entry) -> Entry:
        """Return an entry without the office at its head, if it has one there as it had before."""
        i = self.mates.get(j)
        lead, bare = without_office(entry.line.text, self._offices)
        if i is None:
            words = fold(bare).rstrip("-.;")
            had = any(fold(each.wording).rstrip("-.;") == words for each in self._content.tasks or ())
        else:
            had = self.olds[i].bare != self.olds[i].line.text
        return entry._replace(bare=bare, lead=lead) if had and lead and entry.bare == entry.line.text else entry

    def _as_ended(self, j: int, entry: Entry) -> Entry:
        """Return an entry with the mark at its end that it had: its place in the list gives it `;` or a stop."""
        i = self.mates.get(j)
        before = self.olds[i].bare if i is not None else ""
        is_mark = bool(before and entry.bare) and before[-1] in ".;" and entry.bare[-1] in ".;"
        return entry._replace(bare=entry.bare[:-1] + before[-1]) if is_mark else entry

    def says_the_same(self, i: int, j: int) -> bool:
        """Whether the words are the same, with the office before them or above them."""
        before, after = self.olds[i].bare, self.news[j].bare
        pairs = (
            (before, after),
            (without_office(before, self._offices)[1], after),
            (before, without_office(after, self._offices)[1]),
        )
        return any(is_same(one, other) for one, other in pairs)

    def name(self, j: int) -> str:
        """Return the id of an entry of the new body; "" for one of no section, and what a table or an annex says."""
        if j in self.mates:
            return self.name_of_old(self.mates[j])
        if j not in self._given:
            self._given[j] = self._new_name(j)
        return self._given[j]

    def _new_name(self, j: int) -> str:
        taken = {each.id for each in self.old} | set(self._given.values())
        if self.new[j].id and self.new[j].id not in taken:
            return self.new[j].id
        if self.new[j].section < 0 and self.new[j].subject != "section":
            return ""
        words = "-".join(re.findall(r"[a-z0-9]+", fold(self.new[j].text)))[:_LONGEST_NAME].strip("-")
        name = words if words[:1].isalpha() else f"them-{words}".strip("-")
        names = (name, *(f"{name}-{count}" for count in range(2, len(taken) + 3)))
        return next(each for each in names if each not in taken)

    def name_of_old(self, i: int) -> str:
        """Return the id of an entry of the old body; of a Word file one that stands for it."""
        entry = self.old[i]
        if entry.id or self._has_ids or (entry.section < 0 and entry.subject != "section"):
            return entry.id
        return self._stand_in("muc" if entry.subject == "section" else "y", entry.text)

    def name_of_task(self, task: Task) -> str:
        """Return the id of a task of the old plan; of a Word file one that stands for it."""
        if task.id or self._has_ids:
            return task.id
        words = fold(task.wording).rstrip("-.;")
        found = next((i for i, each in enumerate(self.old) if fold(each.text).rstrip("-.;") == words), None)
        return (self.name_of_old(found) if found is not None else "") or self._stand_in("y", task.wording)

    def _stand_in(self, kind: str, text: str) -> str:
        known = (name for name, words in self.stand_ins.items() if words == text and name.startswith(f"ma-{kind}-"))
        name = next(known, f"ma-{kind}-{len(self.stand_ins) + 1}")
        self.stand_ins[name] = text
        return name

    def place(self, j: int) -> tuple[str, str]:
        """Return the section an entry stands in, and what it stands behind there."""
        home, is_section = self.new[j].section, self.new[j].subject == "section"
        before = next((k for k in range(j - 1, -1, -1) if self._is_beside(k, home, is_section=is_section)), None)
        return (self.name(home) if home >= 0 else ""), (FIRST if before is None else self.name(before))

    def _is_beside(self, k: int, home: int, *, is_section: bool) -> bool:
        each = self.new[k]
        return each.section == home and (each.subject == "section") == is_section and k not in self.points

    def points_of_new(self, j: int) -> list[int]:
        """Return the points of a sentence that is new; they are told with it."""
        first = sentences(self.new)
        return [k for k in range(j + 1, len(self.new)) if first[k] == j and k not in self.mates]

    def points_of(self, i: int, j: int) -> list[int]:
        """Return the entries of the new plan that are points of the sentence: up to the last that is known as one."""
        known = [
            k
            for k in range(j + 1, len(self.new))
            if (self.new[k].id and self.new[k].id == self.new[j].id and self.new[k].subject != "section")
            or ((mate := self.mates.get(k)) is not None and mate != i and self.sentence[mate] == i)
        ]
        last = max(known, default=j)
        return [k for k in range(j + 1, last + 1) if k in known or k not in self.mates]


def sentences(entries: Sequence[ContentLine]) -> dict[int, int]:
    """Return for each entry the one that it belongs to: a point to the sentence of its item, any other to itself."""
    first: dict[tuple[str, bool], int] = {}
    return {
        at: first.setdefault((each.id, each.subject == "section"), at) if each.id else at
        for at, each in enumerate(entries)
    }
