"""A truth file as records: what a person read in one plan, by the numbers of its paragraphs and rows.

A field that `either` names could be decided either way by a reader of good faith; nothing is scored there. Where
several values are right they stand in a list. Words of others stand in no truth file: `same_text.mark_of` names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

Key = int | tuple[str, int, int]
"""A task: the paragraph of the body that orders it, or ("row", annex, row) where only an annex does."""


class TruthTask(NamedTuple):
    """A task and what is stated of it."""

    key: Key
    facts: dict[str, Any]

    def is_open(self, field: str) -> bool:
        """Whether either answer is right."""
        return field in self.facts.get("either", ())


class Truth(NamedTuple):
    """One document."""

    name: str
    document: str
    facts: dict[str, Any]

    @property
    def body(self) -> list[dict[str, Any]]:
        """The paragraphs of the body."""
        return list(self.facts["body"])

    @property
    def annexes(self) -> list[dict[str, Any]]:
        """The annexes."""
        return list(self.facts["annexes"])

    def tasks(self) -> Iterator[TruthTask]:
        """Yield the tasks of the body, then those that only an annex orders."""
        yield from (TruthTask(each["n"], each) for each in self.body if each.get("task"))
        for number, annex in enumerate(self.annexes, 1):
            for each in annex["tasks"]:
                if "same" not in each:
                    yield TruthTask(("row", number, each["row"]), each)

    def open_tasks(self) -> set[Key]:
        """Return what may be taken for a task or not."""
        found: set[Key] = {each["n"] for each in self.body if "task" in each.get("either", ())}
        for number, annex in enumerate(self.annexes, 1):
            found |= {("row", number, each["row"]) for each in annex["tasks"] if "task" in each.get("either", ())}
        return found

    def rows_of_tasks(self) -> Iterator[tuple[int, int, list[int]]]:
        """Yield each annex, row, and the paragraphs that order the same, where that is sure."""
        for number, annex in enumerate(self.annexes, 1):
            for each in annex["tasks"]:
                if "same" in each and "same" not in each.get("either", ()):
                    yield number, each["row"], list(each["same"])


def read_truth(path: Path) -> Truth:
    """Return what the file holds."""
    facts = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return Truth(path.stem, facts["document"], facts)


def read_all(folder: Path) -> list[Truth]:
    """Return the truth of every document."""
    return [read_truth(path) for path in sorted(folder.glob("*.yaml"))]
