"""The case in hand while a plan is resolved: the profile, its pack, and the problems met so far."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from kegen.dates import PlanDate
from kegen.pack.model import ByLevel, LevelDefaults, LevelKey, Pack
from kegen.plan.model import Order
from kegen.problem import Problem, Severity
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.profile.unit import Level, ParentPlan
from kegen.source.tree import Path, Tree

if TYPE_CHECKING:
    from kegen.plan.above import Above

T = TypeVar("T")

TIERS: dict[Level, LevelKey] = {
    "tinh": "cap-tinh",
    "thanh-pho": "cap-tinh",
    "xa": "cap-xa",
    "phuong": "cap-xa",
    "dac-khu": "cap-xa",
    "so": "so",
}
"""The tier of each level: what levels of one tier share, a pack says once."""


class Case:
    """Everything the steps of resolving share; problems are gathered, never raised one by one."""

    def __init__(self, loaded: Loaded, pack: Pack, directive: str) -> None:
        self.loaded = loaded
        self.pack = pack
        self.directive = directive
        """The name of the pack."""
        self.problems: list[Problem] = []
        self.above: Above | None = None
        """The plan above, where the profile names its file."""
        self.above_is_lost = False
        """Whether the profile names that file in vain: what it may have held is not known."""
        self.orders: dict[str, Order] = {}
        """What that plan orders this unit to do, by id."""

    @property
    def profile(self) -> Profile:
        """The profile as written."""
        return self.loaded.profile

    @property
    def tree(self) -> Tree:
        """The places of the profile's words."""
        return self.loaded.tree

    @cached_property
    def level(self) -> Level:
        """The unit's level."""
        return self.profile.unit.level

    @cached_property
    def tier(self) -> LevelKey:
        """The tier of the unit's level."""
        return TIERS[self.level]

    @cached_property
    def _keys(self) -> tuple[LevelKey, ...]:
        return (self.level, self.tier, "khac")

    @cached_property
    def defaults(self) -> LevelDefaults:
        """What the pack says of plans of this level."""
        return self.at_level(self.pack.levels) or LevelDefaults()

    @cached_property
    def leaves_body(self) -> bool:
        """Whether the profile leaves the body to the pack: its sections, its items and their words."""
        said = self.profile
        return not (said.sections or said.tasks or said.replace or said.documents)

    @property
    def year(self) -> int:
        """The year of the plan: its own date's, or the parent's, or that of the last link of the chain."""
        parent = self.profile.parent_plan
        for date in (self.profile.date, parent and parent.date):
            if date:
                return date.year
        return self.directive_date.year

    @property
    def directive_date(self) -> PlanDate:
        """The date of the last link of the chain: no plan under it is earlier."""
        dates = [self.pack.documents[link].date for link in self.pack.chain]
        return max(date for date in dates if date)

    def at_level(self, choices: Mapping[LevelKey, T]) -> T | None:
        """Return what is said for this level, else for its tier, else for every other; None if nothing is."""
        return next((choices[key] for key in self._keys if key in choices), None)

    def choose(self, text: ByLevel | None) -> str | None:
        """Return a wording of the pack for this level."""
        return text if text is None or isinstance(text, str) else self.at_level(text)

    def applies(self, levels: tuple[LevelKey, ...] | None) -> bool:
        """Whether something said for those levels (None: all) is said for this one."""
        return levels is None or bool({self.level, self.tier} & set(levels))

    def told(self, path: Path) -> bool:
        """Whether reading has already noted what is wrong with the value at the path."""
        node = self.tree.node(path)
        return node is not None and any(problem.place == node.place for problem in self.loaded.problems)

    def take_parent(self, parent: ParentPlan) -> None:
        """Take the plan above as the profile's own words and that plan's together tell of it."""
        self.loaded = self.loaded._replace(profile=self.profile.model_copy(update={"parent_plan": parent}))

    def error(self, path: Path, name: str, message: str) -> None:
        """Note an error at the value of that path in the profile."""
        self.problems.append(self.tree.problem(path, name, message))

    def warn(self, path: Path, name: str, message: str) -> None:
        """Note a warning there."""
        self.problems.append(self.tree.problem(path, name, message, Severity.WARNING))

    def key_error(self, path: Path, name: str, message: str) -> None:
        """Note an error at the key of that path."""
        self.problems.append(Problem(self.tree.key_place(path), name, message))
