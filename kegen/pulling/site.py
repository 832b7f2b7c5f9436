"""The place where a difference is put into the profile: our draft, the file, what is paired, what the profile says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, NamedTuple

from kegen.form.edit import AddItem, ClearField, Edit, MoveItem, Omit, RemoveItem, SetField
from kegen.plan.outline import Division, Item
from kegen.pulling.pairing import Difference, Pairs
from kegen.pulling.parts import Part
from kegen.pulling.redraft import PlanPlace, Redraft
from kegen.yaml_text.change import Change, Insert, Move, Remove
from kegen.yaml_text.tree import Path

Step = Edit | Change
NOTHING = object()


class Candidate(NamedTuple):
    """Changes of the profile that may bring the draft to say what the file says."""

    steps: tuple[Step, ...]
    is_loose: bool = False
    """Whether it may stand somewhere else than in the file, where nothing else can be had."""


class Site:
    """The draft as the profile makes it now, the file and how they pair, with what makers of candidates look up."""

    def __init__(self, ours: Redraft, theirs: Sequence[Part], pairs: Pairs, reason: str) -> None:
        self.ours, self.theirs, self.pairs, self.reason = ours, theirs, pairs, reason
        self.content: Any = ours.tree.plain()
        self.outline = ours.made.outline
        self.ours_of = pairs.ours_of
        self.removed = {each.ours for each in pairs.differences if each.how == "removed"}
        self.moved = {each.ours for each in pairs.differences if each.how == "moved"}
        self._items = {item.id: (division, item) for division, item in self.outline.walk_items()}
        self._divisions = {division.id: division for _, division in self.outline.walk()}
        self._above = {inner.id: each for each in self._divisions.values() for inner in each.divisions}
        self._ids = {*self.group("tasks"), *self.group("sections"), *self._items, *self._divisions}
        self._ids |= {*self.outline.spare, *self.outline.at_hand}
        self._numbers: dict[str, Iterator[int]] = {}

    def at(self, path: Path) -> Any:  # noqa: ANN401 - any part of a file
        """Return what the profile has at the path, NOTHING where that is nothing."""
        value = self.content
        for part in path:
            try:
                value = value[part]
            except (LookupError, TypeError):
                return NOTHING
        return value

    def group(self, *path: str | int) -> dict[str, Any]:
        """Return the group at the path, an empty one where there is none."""
        found = self.at(path)
        return found if isinstance(found, dict) else {}

    def items(self, *path: str | int) -> list[Any] | None:
        """Return the list at the path, None where there is none."""
        found = self.at(path)
        return found if isinstance(found, list) else None

    def origin(self, ours: int) -> PlanPlace | None:
        """Return what of the plan our part is."""
        return self.ours.origins[ours] if ours >= 0 else None

    def item(self, name: str) -> tuple[Division, Item] | None:
        """Return the item of that id with the division it stands in."""
        return self._items.get(name)

    def division(self, name: str) -> Division | None:
        """Return the division of that id."""
        return self._divisions.get(name)

    def above(self, division: Division) -> list[Division]:
        """Return a division and those it stands in, the innermost first."""
        chain = [division]
        while (outer := self._above.get(chain[-1].id)) is not None:
            chain.append(outer)
        return chain

    def siblings(self, division: Division) -> list[Division]:
        """Return the divisions that stand beside one, itself among them."""
        outer = self._above.get(division.id)
        return self.outline.divisions if outer is None else outer.divisions

    def is_of_pack(self, item: Item) -> bool:
        """Whether pack or plan above have it, so that it is there unless the profile leaves it out."""
        return item.id in self.outline.homes

    def listed_at(self, division: Division, item: Item) -> int | None:
        """Return the item's place in the list that the profile gives the division, None where it has none there."""
        listed = self.items("sections", division.id, "tasks")
        if listed is None:
            return None
        if item.path[:3] == ("sections", division.id, "tasks"):
            return int(item.path[3])
        return listed.index(item.id) if item.id in listed else None

    def new_id(self, stem: str) -> str:
        """Return an id that nothing has yet."""
        numbers = self._numbers.setdefault(stem, count(1))
        return next(name for name in (f"{stem}-{number}" for number in numbers) if name not in self._ids)

    def file_part(self, difference: Difference) -> Part:
        """Return the part of the file that the difference is about."""
        return self.theirs[difference.theirs]

    def our_part(self, difference: Difference) -> Part:
        """Return our part that the difference is about."""
        return self.ours.parts[difference.ours]


def path_of(step: Step) -> Path:
    """Return the path that a step is about."""
    if isinstance(step, Omit):
        return (step.group, step.id)
    path = getattr(step, "path", None)
    return path if isinstance(path, tuple) else ("recipients",)


def turn_of(candidate: Candidate) -> tuple[int, str, int, int]:
    """Return when a candidate is made among others: what shifts places of a list last, from the end of the list."""
    for step in candidate.steps:
        if isinstance(step, RemoveItem | Remove) and isinstance(step.path[-1], int):
            return 1, str(step.path[:-1]), -step.path[-1], 0
        if isinstance(step, Insert):
            return 1, str(step.path), -step.at, 1
        if isinstance(step, AddItem) and step.at is not None:
            return 1, str(step.path), -step.at, 1
        if isinstance(step, MoveItem | Move):
            return 2, str(step.path), 0, 0
    return 0, "", 0, 0


def put(path: Path, value: Any) -> Candidate:  # noqa: ANN401 - any value of a file
    """Return the candidate that sets one field."""
    return Candidate((SetField(path, value),))


def steps_of(*steps: Step | None) -> Candidate:
    """Return the candidate of several steps, those that are None left out."""
    return Candidate(tuple(each for each in steps if each is not None))


def cleared(site: Site, *paths: Path) -> list[Step]:
    """Return the steps that clear what the profile has at the paths."""
    return [ClearField(path) for path in paths if site.at(path) is not NOTHING]
