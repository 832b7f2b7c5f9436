"""What the plan above orders all units of a kind to do and the pack has no item for: starting profiles take it up."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kegen.cascade.above import Above
from kegen.cascade.members import Member
from kegen.cascade.starting import starting_profile
from kegen.gazetteer.units import UnitKind
from kegen.plan.model import Covered
from kegen.plan.resolve import examine
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.source.fit import read_record
from kegen.source.text import decode_text
from kegen.source.tree import parse_tree

_NOBODY = "Kegen"
"""A name that no plan speaks to: what it finds open is open to every unit of the kind."""


class Openings:
    """The openings of a cascade, each kind of unit looked at once; the plan above lies in the folder."""

    def __init__(self, folder: Path, above: Above) -> None:
        self._folder, self._above = folder, above

    @lru_cache(maxsize=8)  # noqa: B019 - they live as long as their run
    def of(self, kind: UnitKind) -> tuple[Covered, ...]:
        """Return what a plan of that kind of unit leaves open if its profile says nothing of it."""
        member = Member("", kind, _NOBODY, self._above.province)
        file = self._folder / f"{kind}.yaml"
        tree = parse_tree(decode_text(starting_profile(member, kind, self._above).encode(), str(file)))
        profile = read_record(Profile, tree).value
        coverage = examine(Loaded(file, profile, tree)).coverage if profile else ()
        return tuple(each for each in coverage if each.state == "open" and each.order.kind == "task")
