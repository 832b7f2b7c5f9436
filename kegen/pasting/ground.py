"""What is known of the old plan: its content, and of a profile all that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kegen.compare.content import PlanContent, content_of_plan
from kegen.form.opened import open_profile
from kegen.plan.model import Plan, Task
from kegen.plan.outline import Item
from kegen.plan.resolve import Resolution
from kegen.problem import KegenError, Problem, Severity
from kegen.profile.read import Loaded
from kegen.yaml_text.change import Change
from kegen.yaml_text.changing import change_bytes
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.text import bytes_of
from kegen.yaml_text.tree import Path


class Ground(NamedTuple):
    """The old plan, as a profile, a saved plan or a Word file tells it."""

    content: PlanContent
    plan: Plan | None = None
    """None for a Word file."""
    loaded: Loaded | None = None
    """The profile, None for anything else."""
    made: Resolution | None = None
    data: bytes = b""
    """The bytes of the profile."""
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the profile from being drafted."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    def has(self, path: Path) -> bool:
        """Whether the profile has something at the path."""
        return self.loaded is not None and self.loaded.tree.node(path) is not None

    def item(self, name: str) -> Item | None:
        """Return the item of that id as the profile makes it, None where no profile tells."""
        found = self.made.outline.item(name) if self.made else None
        return found[1] if found else None

    def office(self, name: str) -> str:
        """Return how a profile names the office of that name: by its role where it has one, "" for an unknown one."""
        if self.made is None:
            return name
        offices = self.made.offices
        return offices.role_of(name) or (name if offices.get(name) else "")

    def office_names(self, tasks: Iterable[Task]) -> list[str]:
        """Return the names of offices that the old plan knows, and of those that lead the tasks of another one."""
        leads = (name for each in (*(self.content.tasks or ()), *tasks) for name in each.leads)
        roles = self.made.pack.roles if self.made else ()
        holders = [office.name for role in roles if self.made and (office := self.made.offices.get(role))]
        return list(dict.fromkeys([*leads, *holders]))

    def departments(self) -> list[Plain]:
        """Return the profile's offices as they stand there."""
        own = self.loaded.profile.departments if self.loaded else ()
        return [each.model_dump(mode="json", exclude_defaults=True) for each in own]

    def with_changes(self, changes: Sequence[Change]) -> Ground:
        """Return what the profile comes to with the changes made; raises KegenError where it comes to nothing."""
        if self.loaded is None:
            raise AssertionError
        data = change_bytes(self.data, changes, str(self.loaded.path))
        opened = open_profile(data, self.loaded.path)
        if opened.made is None or opened.loaded is None:
            raise KegenError("; ".join(each.message for each in opened.problems))
        plan = opened.made.plan
        return Ground(content_of_plan(plan), plan, opened.loaded, opened.made, data, opened.problems)


def ground_of_profile(loaded: Loaded, plan: Plan) -> Ground:
    """Return what a profile tells, of which the plan was drafted; raises KegenError where it can no longer be read."""
    return Ground(content_of_plan(plan), plan, loaded, None, bytes_of(loaded.path)).with_changes(())
