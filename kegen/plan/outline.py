"""The outline of a plan: the pack's sections and items, then with what the profile changes in them.

Nothing is rendered here: an outline says what stands where, and whose words it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from kegen.pack.model import PackSection, PackTask
from kegen.plan.offices import Offices
from kegen.plan.unit import UnitLevel
from kegen.profile.annexes import FaceName, TableSpec
from kegen.profile.body import Grouping, Section, Task
from kegen.profile.scalars import Edited
from kegen.yaml_text.tree import Path

FIRST = "dau"
"""Where `after` puts a section or item before all others."""
_DIVISION_FIELDS = ("mark", "marks", "group_marks", "grouping", "office", "run_in", "footnotes", "emphasis")
_ITEM_FIELDS = (
    "brief",
    "edits",
    "footnotes",
    "mark",
    "emphasis",
    "table",
    "points",
    "helpers",
    "watcher",
    "deadline",
    "product",
    "target",
    "carries_out",
    "run_in",
)


@dataclass(eq=False)
class Item:
    """One item: its wording, the profile's own if `own`, else the pack's Jinja, and what is known of it."""

    id: str
    wording: str
    own: bool = False
    ordered: bool = False
    path: Path = ()
    edits: dict[str, str] = field(default_factory=dict)
    footnotes: dict[str, str] = field(default_factory=dict)
    mark: str | None = None
    """Its own mark; None for that of the list it stands in."""
    emphasis: dict[str, FaceName] = field(default_factory=dict)
    table: TableSpec | None = None
    points: tuple[str | tuple[str, ...], ...] = ()
    """Texts of their own below it; those of an inner tuple stand one step below the text before them."""
    brief: str = ""
    """The item in few words; "" for the first clause of its wording."""
    lead: str | None = None
    also_lead: tuple[str, ...] = ()
    """Further offices that lead it."""
    helpers: tuple[str, ...] = ()
    watcher: str | None = None
    deadline: str = ""
    product: str = ""
    target: str = ""
    source: str = ""
    carries_out: tuple[str, ...] = ()
    """Orders of the plan above, other than the one of its own id, that it carries out."""
    run_in: bool = False
    beside: str | None = None
    """The role of the office that it helps, if it does nothing else."""
    usual_lead: str | None = None
    """The role that leads it in the pack: a sentence that names its office names the one that leads it now."""
    own_fields: tuple[str, ...] = ()
    """The fields that the profile set: their text is data, no Jinja in it is run."""

    def change(self, task: Task, path: Path) -> None:
        """Change it as the profile says at the path."""
        self.path = path
        if task.wording is not None:
            self.wording, self.own = task.wording, True
        if task.wording is not None or task.edits:
            self.brief = ""
        if task.lead is not None:
            self.lead, self.also_lead = _first_and_others(task.lead)
        for name in _ITEM_FIELDS:
            if (value := getattr(task, name)) is not None:
                setattr(self, name, value)
        self.own_fields = (*self.own_fields, *(n for n in ("lead", *_ITEM_FIELDS) if getattr(task, n) is not None))


@dataclass(eq=False)
class Division:
    """A section: its title as Item.wording is, its items, then the divisions in it.

    Without title and office it is a group of items among divisions, which has no heading and no number.
    """

    id: str
    title: str = ""
    items: list[Item] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    own: bool = False
    path: Path = ()
    edits: dict[str, str] = field(default_factory=dict)
    office: str | None = None
    mark: str | None = None
    """The mark of its heading; None for the usual one of its depth."""
    marks: str | None = None
    group_marks: str | None = None
    grouping: Grouping | None = None
    run_in: str | None = None
    footnotes: dict[str, str] = field(default_factory=dict)
    emphasis: dict[str, FaceName] = field(default_factory=dict)
    own_fields: tuple[str, ...] = ()
    """The fields that the profile set, as those of an item."""

    def change(self, section: Section, path: Path) -> None:
        """Change it as the profile says at the path, its title replaced or some words of it."""
        self.path = path
        if isinstance(section.title, str):
            self.title, self.own = section.title, True
        elif isinstance(section.title, Edited):
            self.edits = section.title.edits
        if section.office is not None:
            self._hand_over(section.office)
        for name in _DIVISION_FIELDS:
            if (value := getattr(section, name)) is not None:
                setattr(self, name, value)
                self.own_fields = (*self.own_fields, name)

    @property
    def is_group(self) -> bool:
        """Whether it has no heading."""
        return not (self.title or self.office)

    def inside(self) -> Iterator[tuple[list[Division], Division]]:
        """Yield each division in it, however deep, with the list it stands in, in reading order."""
        for inner in self.divisions:
            yield self.divisions, inner
            yield from inner.inside()

    def height(self) -> int:
        """Return how many levels of headings it has, its own one of them."""
        return 1 + max((inner.height() for inner in self.divisions), default=0)

    def _hand_over(self, office: str) -> None:
        """Give what the section's office leads to another one."""
        for item in self.items:
            if item.lead == self.office or item.lead is None:
                item.lead = office


def _first_and_others(lead: str | Sequence[str] | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the office that leads, and the others that do where several are named."""
    leads = (lead,) if isinstance(lead, str) else tuple(lead or ())
    return (leads[0] if leads else None), leads[1:]


Placed = TypeVar("Placed", Division, Item)


class Omission(NamedTuple):
    """A section or item that the profile leaves out: the words it would have had, the pack's Jinja unless `own`."""

    id: str
    wording: str
    own: bool
    reason: str
    deadline: str = ""
    """That of an item, which its words may name."""


@dataclass(eq=False)
class Outline:
    """All divisions of a plan, the items at hand that it does not use, and what was left out."""

    divisions: list[Division] = field(default_factory=list)
    elsewhere: set[str] = field(default_factory=set)
    """The ids of the pack's items that units of other levels have."""
    spare: dict[str, Item] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    """The section that each item of the pack is for, and each order of the plan above, by their ids."""
    left_out: list[Omission] = field(default_factory=list)
    at_hand: dict[str, Division] = field(default_factory=dict)
    """Sections of the pack that a plan with an outline of its own may take by their ids, without their items."""
    excuses: dict[str, str] = field(default_factory=dict)
    """Why an order is not carried out, by its id."""

    def walk(self) -> Iterator[tuple[list[Division], Division]]:
        """Yield each division with the list it stands in, in reading order."""
        for division in self.divisions:
            yield self.divisions, division
            yield from division.inside()

    def division(self, name: str) -> tuple[list[Division], Division] | None:
        """Return the division of that id with the list it stands in, or None."""
        return next((pair for pair in self.walk() if pair[1].id == name), None)

    def walk_items(self) -> Iterator[tuple[Division, Item]]:
        """Yield each item with its division, in reading order."""
        for _, division in self.walk():
            for item in division.items:
                yield division, item

    def item(self, name: str) -> tuple[Division, Item] | None:
        """Return the item of that id with its division, or None."""
        return next((pair for pair in self.walk_items() if pair[1].id == name), None)

    def known(self) -> list[str]:
        """Return the ids of all items in the plan, and of those at hand for it."""
        return [*(item.id for _, item in self.walk_items()), *self.spare]

    def take(self, name: str) -> Item | None:
        """Return the item of that id, taken from where it stands, or None."""
        if found := self.item(name):
            found[0].items.remove(found[1])
            return found[1]
        return self.spare.pop(name, None)

    def without_helping_itself(self, offices: Offices) -> None:
        """Take out what tells an office to help itself, unless the profile speaks of it, and sections left empty."""
        for siblings, division in list(self.walk()):
            alone = [each for each in division.items if each.beside and not each.path and _is_alone(each, offices)]
            for item in alone:
                division.items.remove(item)
            if alone and not (division.items or division.divisions or division.path):
                siblings.remove(division)

    def put_aside(self) -> None:
        """Put all sections and items at hand: the plan has an outline of its own and takes what it names."""
        for division, item in list(self.walk_items()):
            division.items.remove(item)
            self.spare[item.id] = item
        for _, division in list(self.walk()):
            division.divisions = []
            self.at_hand[division.id] = division
        self.divisions = []

    def excuse(self, item: Item, reason: str) -> None:
        """Remember why the item, and all that it would have carried out, is not in the plan."""
        for name in (item.id, *item.carries_out):
            self.excuses.setdefault(name, reason)


def _is_alone(item: Item, offices: Offices) -> bool:
    """Whether the office that leads the item is the one that it is to help."""
    return bool(item.lead and item.beside) and offices.get(item.lead or "") == offices.get(item.beside or "")


def pack_outline(sections: Sequence[PackSection], level: UnitLevel, *, published: bool = False) -> Outline:
    """Return the outline that a pack's sections give a unit of the level; `published`: in published plans' words."""
    outline = Outline()
    outline.divisions = [d for each in sections if (d := _division(outline, each, level, published=published))]
    return outline


def _division(outline: Outline, section: PackSection, level: UnitLevel, *, published: bool) -> Division | None:
    """Return the section as units of the level have it, its other items put at hand; None where they have none."""
    applies = level.applies(section.levels)
    inner = (_division(outline, each, level, published=published) for each in section.sections)
    division = Division(
        section.id,
        level.choose(section.title) or "",
        divisions=[each for each in inner if each],
        office=section.office,
        mark=level.pick(section.mark),
        marks=level.pick(section.marks),
        group_marks=level.pick(section.group_marks),
        grouping=level.pick(section.grouping),
        run_in=section.run_in,
        footnotes=_footnotes(section, level),
        emphasis=section.emphasis or {},
    )
    for task in section.tasks:
        outline.homes.setdefault(task.id, section.id)
        item = _item(task.as_published() if published else task, section.office, level)
        is_here = applies and level.applies(task.levels)
        if not is_here:
            outline.elsewhere.add(item.id)
        if is_here and not task.optional:
            division.items.append(item)
        else:
            outline.spare[item.id] = item
    return division if applies else None


def _item(task: PackTask, office: str | None, level: UnitLevel) -> Item:
    """Return the task as an item of a section, which may be one office's own."""
    lead, also_lead = _first_and_others(level.pick(task.lead))
    return Item(
        task.id,
        level.choose(task.wording) or _any_wording(task),
        ordered=bool(lead or office),
        brief=level.choose(task.brief) or "",
        mark=level.pick(task.mark),
        lead=lead or office,
        also_lead=also_lead,
        usual_lead=lead or office,
        helpers=level.pick(task.helpers) or (),
        watcher=level.pick(task.watcher),
        deadline=level.choose(task.deadline) or "",
        product=level.choose(task.product) or "",
        target=task.target or "",
        source=task.source or "",
        carries_out=task.carries_out,
        run_in=level.pick(task.run_in) or False,
        footnotes=_footnotes(task, level),
        emphasis=task.emphasis or {},
        points=task.points or (),
        table=task.table,
        beside=task.beside,
    )


def _footnotes(part: PackSection | PackTask, level: UnitLevel) -> dict[str, str]:
    """Return the footnotes that units of the level have, by the words that they stand behind."""
    return {words: note for words, notes in (part.footnotes or {}).items() if (note := level.choose(notes))}


def _any_wording(task: PackTask) -> str:
    """The wording of another level: an item that this level may still ask for by its id."""
    return task.wording if isinstance(task.wording, str) else next(iter(task.wording.values()))


def put_after(siblings: list[Placed], one: Placed, after: str) -> bool:
    """Put one among its like after that of the id, or first; return False where none has the id."""
    ids: list[str] = [each.id for each in siblings]
    if after != FIRST and after not in ids:
        return False
    siblings.insert(0 if after == FIRST else ids.index(after) + 1, one)
    return True


def in_turn(wanted: dict[str, str]) -> list[str]:
    """Return what is to be moved, each after what it is to stand after."""
    return sorted(wanted, key=lambda name: _depth(wanted, name))


def _depth(wanted: dict[str, str], name: str) -> int:
    """How many moves go before this one; in a circle, as many as there are."""
    depth = 0
    while name in wanted and depth < len(wanted):
        name, depth = wanted[name], depth + 1
    return depth
