"""What a pack says of some places alone: their own terms, what they do not have, and what is not known for sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.pack.model import ByLevel, Pack, PackDoubt, PackPlace
from kegen.plan.problems import ProfileProblems
from kegen.plan.unit import UnitLevel, UnitNames
from kegen.plan.wording import WordingRenderer
from kegen.problem import Severity
from kegen.profile.model import Profile
from kegen.vietnamese import fold


class LocalFacts(NamedTuple):
    """What is so in the unit's place."""

    terms: dict[str, ByLevel]
    """Wordings of the pack's terms there, instead of those of the level."""
    without: frozenset[str]
    """The recipients, by id, that there are none of there."""
    outside: frozenset[str]
    """The roles whose holder there is no office of the unit."""
    doubts: tuple[PackDoubt, ...]
    """What should be said by the profile, as it is not known for sure."""


def local_facts(pack: Pack, level: UnitLevel, names: UnitNames, unit: str) -> LocalFacts:
    """Return what the pack says of the unit's place."""
    here = [each for each in pack.places if _is_here(each, level, names.province, unit)]
    terms: dict[str, ByLevel] = {name: text for each in here for name, text in (each.terms or {}).items()}
    doubts = (*pack.doubts, *(doubt for each in here for doubt in each.doubts))
    return LocalFacts(
        terms,
        frozenset(name for each in here for name in each.without),
        frozenset(role for each in here for role in each.outside),
        tuple(each for each in doubts if level.applies(each.levels) and each.term not in terms),
    )


def note_doubts(
    local: LocalFacts, profile: Profile, printed: str, renderer: WordingRenderer, problems: ProfileProblems
) -> None:
    """Warn of what is not known for sure in the place, which the profile does not say and the plan prints.

    Nothing is doubtful yet of a place that is itself wrong.
    """
    if any(problem.severity is Severity.ERROR for problem in problems.found):
        return
    printed, own = printed.lower(), str(profile).lower()
    for each in _open_doubts(local.doubts, profile):
        words = renderer.words_of(each.term, each.role).lower()
        if words in printed and words not in own and (text := renderer.render(each.text)):
            problems.warn(("unit",), "chua-chac", text)


def _open_doubts(doubts: Iterable[PackDoubt], profile: Profile) -> Iterator[PackDoubt]:
    roles = {role for department in profile.departments for role in department.roles}
    yield from (each for each in doubts if each.term not in profile.terms and each.role not in roles)


def _is_here(place: PackPlace, level: UnitLevel, province: str, unit: str) -> bool:
    if not level.applies(place.levels) or fold(province) not in map(fold, place.provinces):
        return False
    return not place.units or fold(unit) in map(fold, place.units)
