"""The outline of a plan: the pack's sections and items, with what the profile leaves out, moves, words and adds.

Nothing is rendered here: an outline says what stands where, and whose words it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

from kegen.pack.model import Pack, PackSection, PackTask
from kegen.plan.case import Case
from kegen.plan.model import LeftOut
from kegen.profile.body import Grouping, Task
from kegen.profile.wording import Edited
from kegen.source.tree import Path

if TYPE_CHECKING:
    from kegen.plan.laid import Laid

T = TypeVar("T", "Division", "Item")

FIRST = "dau"
"""Where `after` puts a section or item before all others."""


_NONE: dict[str, str] = {}
"""What fields hold is never changed in place, but for what has to be given at the start: it is one's own."""


@dataclass_transform(eq_default=False)
class _Fields:
    """Fields that a profile may change, made by place or by name as those of a dataclass, in a tenth of the time.

    Whether all are there, and none too many, is for the type checker: only this package makes them.
    """

    def __init__(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 - each field has its own type
        self.__dict__.update(zip(type(self).__annotations__, values, strict=False), **named)


class Item(_Fields):
    """One item: its wording, the profile's own if `own`, else the pack's Jinja, and what is known of it."""

    id: str
    wording: str
    own: bool = False
    ordered: bool = False
    path: Path = ()
    edits: dict[str, str] = _NONE
    footnotes: dict[str, str] = _NONE
    points: tuple[str, ...] = ()
    lead: str | None = None
    helpers: tuple[str, ...] = ()
    deadline: str = ""
    product: str = ""
    target: str = ""
    source: str = ""
    carries_out: tuple[str, ...] = ()
    """Orders of the plan above, other than the one of its own id, that it carries out."""
    run_in: bool = False
    said: tuple[str, ...] = ()
    """The fields that the profile set: its text is data, no Jinja in it is run."""


class Division(_Fields):
    """A section: its title as Item.wording is, its items, or the divisions in it."""

    id: str
    title: str
    items: list[Item]
    divisions: list[Division]
    own: bool = False
    path: Path = ()
    edits: dict[str, str] = _NONE
    office: str | None = None
    marks: str | None = None
    group_marks: str | None = None
    grouping: Grouping | None = None
    run_in: str | None = None


class Outline(_Fields):
    """All divisions of a plan, the items of the pack that are at hand but not used, and what was left out."""

    divisions: list[Division]
    spare: dict[str, Item]
    left_out: list[LeftOut]
    excuses: dict[str, str]
    """Why an order is not carried out, by its id."""
    laid: Laid | None = None
    """The last body made of it."""

    def walk(self) -> Iterator[tuple[list[Division], Division]]:
        """Yield each division with the list it stands in."""
        for division in self.divisions:
            yield self.divisions, division
            for inner in division.divisions:
                yield division.divisions, inner

    def division(self, name: str) -> tuple[list[Division], Division] | None:
        """Return the division of that id with the list it stands in, or None."""
        return next((pair for pair in self.walk() if pair[1].id == name), None)

    def item(self, name: str) -> tuple[Division, Item] | None:
        """Return the item of that id with its division, or None."""
        return next(((d, i) for _, d in self.walk() for i in d.items if i.id == name), None)

    def excuse(self, item: Item, reason: str) -> None:
        """Remember why the item, and all that it would have carried out, is not in the plan."""
        for name in (item.id, *item.carries_out):
            self.excuses.setdefault(name, reason)

    def take(self, name: str) -> Item | None:
        """Return the item of that id, taken from where it stands, or None."""
        if found := self.item(name):
            found[0].items.remove(found[1])
            return found[1]
        return self.spare.pop(name, None)


_OUTLINES: dict[tuple[int, str], Outline] = {}
"""What packs give units of each level: the same for all units of a level, so made once."""
_MOST_KEPT = 32


def pack_outline(case: Case) -> Outline:
    """Return the outline that the pack gives a unit of this level: that of all its units where nothing changes it."""
    key = (id(case.pack), case.level)
    if key not in _OUTLINES:
        if len(_OUTLINES) == _MOST_KEPT:
            _OUTLINES.clear()
        _OUTLINES[key] = _of_pack(case)
    shipped = _OUTLINES[key]
    return shipped if case.leaves_body else _changeable(shipped)


def _changeable(shipped: Outline) -> Outline:
    """Return a copy that can be changed without changing it."""
    spare = {name: _twin(each) for name, each in shipped.spare.items()}
    return Outline([_copy_of(each) for each in shipped.divisions], spare, [], {})


def _of_pack(case: Case) -> Outline:
    outline = Outline([], {}, [], {})
    outline.divisions = [d for s in case.pack.sections if (d := _division(case, outline, s))]
    return outline


def _copy_of(division: Division) -> Division:
    copy = _twin(division)
    copy.items = [_twin(each) for each in division.items]
    copy.divisions = [_copy_of(each) for each in division.divisions]
    return copy


def _twin(one: T) -> T:
    """Return one like it that can be changed without changing it; what its fields hold is never changed in place."""
    twin = object.__new__(type(one))
    twin.__dict__.update(one.__dict__)
    return twin


def _division(case: Case, outline: Outline, section: PackSection) -> Division | None:
    applies = case.applies(section.levels)
    marks = section.marks if section.marks is None or isinstance(section.marks, str) else case.at_level(section.marks)
    division = Division(
        section.id,
        case.choose(section.title) or "",
        [],
        [d for s in section.sections if (d := _division(case, outline, s))],
        office=section.office,
        marks=marks,
        grouping=section.grouping,
    )
    for task in section.tasks:
        item = _item(case, section, task)
        if item and applies and case.applies(task.levels) and not task.optional:
            division.items.append(item)
        elif item:
            outline.spare[item.id] = item
    return division if applies else None


def _item(case: Case, section: PackSection, task: PackTask) -> Item | None:
    wording = case.choose(task.wording) or _any_wording(task)
    lead = task.lead if task.lead is None or isinstance(task.lead, str) else case.at_level(task.lead)
    return Item(
        task.id,
        wording,
        ordered=bool(lead or section.office),
        lead=lead or section.office,
        helpers=task.helpers,
        deadline=case.choose(task.deadline) or "",
        product=case.choose(task.product) or "",
        target=task.target or "",
        source=task.source or "",
        carries_out=task.carries_out,
        run_in=task.run_in,
    )


def _any_wording(task: PackTask) -> str:
    """The wording of another level: an item that this level may still ask for by its id."""
    return task.wording if isinstance(task.wording, str) else next(iter(task.wording.values()))


def apply_task(item: Item, own: Task | str, path: Path) -> None:
    """Change an item as the profile says."""
    item.path = path
    if isinstance(own, str):
        own = Task(wording=own)
    if own.wording is not None:
        item.wording, item.own = own.wording, True
    for name in (
        "edits",
        "footnotes",
        "points",
        "lead",
        "helpers",
        "deadline",
        "product",
        "target",
        "carries_out",
        "run_in",
    ):
        value = getattr(own, name)
        if value is not None:
            setattr(item, name, value)
            item.said = (*item.said, name)


def retitle(division: Division, title: Edited | str | None) -> None:
    """Give a division the profile's title, or its changes to the pack's."""
    if isinstance(title, str):
        division.title, division.own = title, True
    elif title:
        division.edits = title.edits
