"""The sentences that a pack and the plan above have for a unit, as its plan would print them, by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kegen.importing.own_text import Data, OwnValues, Writer
from kegen.pack.find import FRAME, find_pack
from kegen.pack.model import Pack, PackSection
from kegen.pack.read import read_pack
from kegen.plan.model import Plan
from kegen.plan.of_text import plan_of_text
from kegen.plan.orders import orders_to
from kegen.plan.unit import UnitLevel
from kegen.problem import KegenError
from kegen.profile.unit import Unit
from kegen.shipped import pack_names
from kegen.vietnamese import fold

WORDINGS = ("theo-cap", "da-ban-hanh")
"""The words of the level, and those of the published plans."""
_ALL = "thu"
"""The section that holds all sentences while they are looked at."""


class Known(NamedTuple):
    """What a pack and the plan above have."""

    sentences: dict[str, str]
    titles: dict[str, str]
    """The titles of the pack's sections."""
    wording: str = ""


def pack_for(plan: Plan, above: str = "") -> str:
    """Return the pack of the directive that the chain cites by its number, else the frame of no directive.

    `above` is the pack of the plan above, which goes first where it comes with kegen.
    """
    if above in pack_names():
        return above
    numbers = {fold(link.number) for link in plan.standing.chain if link.number}
    for name in pack_names():
        pack = read_pack(find_pack(name)).pack
        own = {fold(pack.documents[each].number or "") for each in pack.chain[-1:]}
        if own & numbers:
            return name
    return FRAME


def documents_of(directive: str, file: Path) -> dict[str, str]:
    """Return the ids of the documents that the pack knows, by their numbers."""
    try:
        documents = read_pack(find_pack(directive, [file.parent])).pack.documents
    except KegenError:
        return {}
    return {fold(each.number): name for name, each in documents.items() if each.number}


def known_in(own: OwnValues, directive: str, file: Path, above: Plan | None) -> list[Known]:
    """Return what there is in each wording, the plan framed as `own` has it; nothing where the pack cannot be used."""
    try:
        pack = read_pack(find_pack(directive, [file.parent])).pack
        return [_known(own, pack, wording, file, above) for wording in WORDINGS]
    except KegenError:  # told when the profile itself is looked at
        return []


def _known(own: OwnValues, pack: Pack, wording: str, file: Path, above: Plan | None) -> Known:
    unit = own.values["unit"]
    sections = list(_sections(pack.sections, UnitLevel(unit["level"])))
    tasks = [task.id for section in sections for task in section.tasks if _applies(task.levels, unit)]
    names = [*tasks, *(name for name in _orders(unit, above) if name not in tasks)]
    asked: Data = {_ALL: {"title": "Thử", "mark": "khong", "marks": "khong", "tasks": names}}
    asked |= {each.id: {"mark": "khong"} for each in sections if each.title or each.office}
    values = own.values | {"outline": "rieng", "style": {"wording": wording, "grouping": "phang"}, "sections": asked}
    plan = plan_of_text("\n".join(line.text for line in Writer(OwnValues(values)).write()), file)
    texts: dict[str, list[str]] = {}
    for each in plan.body if plan else ():
        texts.setdefault(each.id, []).append(each.text)
    single = {name: found[0] for name, found in texts.items() if len(found) == 1 and found[0]}
    titles = {each.id: single[each.id] for each in sections if each.id in single}
    return Known({name: single[name] for name in names if name in single and name not in titles}, titles, wording)


def _sections(sections: tuple[PackSection, ...], level: UnitLevel) -> Iterator[PackSection]:
    """Yield the sections that units of the level have, however deep."""
    for each in sections:
        if level.applies(each.levels):
            yield each
            yield from _sections(each.sections, level)


def _applies(levels: tuple[str, ...] | None, unit: Data) -> bool:
    return UnitLevel(unit["level"]).applies(levels)  # type: ignore[arg-type]  # a pack's own levels


def _orders(unit: Data, above: Plan | None) -> list[str]:
    facts = {name: unit[name] for name in ("level", "name", "province") if name in unit}
    return list(orders_to(Unit.model_validate(facts), above)) if above else []
