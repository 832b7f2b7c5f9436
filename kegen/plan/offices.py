"""Which office holds which role: the profile's departments first, the level's own offices for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kegen.pack.model import Role
from kegen.plan.problems import ProfileProblems
from kegen.profile.unit import Department
from kegen.vietnamese import fold, nearest
from kegen.yaml_text.tree import Path

DRAFTER = "dau-moi"
"""The role of the office that drafts the plan."""


class Office(NamedTuple):
    """An office or a group of offices, as running text names it."""

    name: str
    short: str | None = None


class Offices:
    """The offices of one plan, by role or by name."""

    def __init__(
        self,
        holders: dict[str, Office],
        listed: Sequence[Office],
        roles: Mapping[str, Role],
        problems: ProfileProblems,
    ) -> None:
        self._holders, self._roles, self._problems = holders, roles, problems
        self._named = {fold(word): office for office in listed for word in (office.name, office.short) if word}

    def get(self, role: str) -> Office | None:
        """Return the office of that role, or of that name or short name, or None."""
        return self._holders.get(role) or self._named.get(fold(role))

    def title(self, role: str) -> str:
        """Return the name of the office of that role, the role's own title where nobody holds it."""
        office = self.get(role)
        return office.name if office else self._roles[role].title if role in self._roles else role

    def find(self, role: str, path: Path) -> Office | None:
        """Return the office of the role the profile names at the path; notes a role that nobody holds."""
        office = self.get(role)
        if office is None:
            self._problems.error(path, "vai-tro-trong", self._nobody(role))
        return office

    def _nobody(self, role: str) -> str:
        if role in self._roles:
            return (
                f"chưa cơ quan nào giữ vai trò “{role}” ({self._roles[role].title}); hãy thêm vào departments một dòng"
                f" {{name: Tên cơ quan, roles: [{role}]}}"
            )
        near = nearest(role, [*self._roles, *(office.name for office in self._named.values())])
        hint = f"có phải là “{near}”?" if near else "các vai trò: " + ", ".join(self._roles)
        return f"không có vai trò hay cơ quan “{role}”; {hint}"


def assign_offices(
    departments: Sequence[Department],
    usual: Sequence[Department],
    roles: Mapping[str, Role],
    problems: ProfileProblems,
) -> Offices:
    """Return who holds what; notes unknown roles and roles for one office that two hold.

    `departments` are the profile's, `usual` those of the level, which hold the roles that the profile gives to none.
    """
    _check_twice(departments, problems)
    holders = _Holders(roles, problems)
    given = {role for department in departments for role in department.roles}
    for index, department in enumerate(departments):
        office = Office(department.name, department.short)
        for position, role in enumerate(_roles_of(department, usual, given)):
            holders.add(role, office, ("departments", index, "roles", position))
    for department in usual:
        for role in department.roles:
            holders.found.setdefault(role, Office(department.name, department.short))
    listed = [Office(each.name, each.short) for each in (*departments, *usual)]
    return Offices(holders.found, listed, roles, problems)


def _roles_of(department: Department, usual: Sequence[Department], given: set[str]) -> tuple[str, ...]:
    """The roles written; where none are, those of the level's own office of that name that no other is given."""
    same = (each.roles for each in usual if fold(each.name) == fold(department.name))
    return department.roles or tuple(role for role in next(same, ()) if role not in given)


class _Holders:
    """The offices by the roles that the profile gives them."""

    def __init__(self, roles: Mapping[str, Role], problems: ProfileProblems) -> None:
        self._roles, self._problems = roles, problems
        self.found: dict[str, Office] = {}

    def add(self, role: str, office: Office, path: Path) -> None:
        """Give the role to the office, beside others if more may hold it; notes a role that it cannot have."""
        holder = self.found.get(role)
        if role not in self._roles:
            near = nearest(role, self._roles)
            hint = f"có phải là “{near}”?" if near else "các vai trò: " + ", ".join(self._roles)
            self._problems.error(path, "vai-tro-la", f"không có vai trò “{role}”; {hint}")
        elif holder is None:
            self.found[role] = office
        elif self._roles[role].single:
            hint = f"đã có “{holder.name}”; hãy bỏ “{role}” ở một trong hai"
            self._problems.error(path, "vai-tro-trung", f"vai trò “{role}” chỉ giao một cơ quan, {hint}")
        elif office.name in holder.name:
            message = f"vai trò “{role}” của “{office.name}” ghi hai lần; hãy bỏ một chữ “{role}”"
            self._problems.error(path, "vai-tro-trung", message)
        else:
            self.found[role] = Office(f"{holder.name}, {office.name}")


def _check_twice(departments: Sequence[Department], problems: ProfileProblems) -> None:
    seen: dict[str, str] = {}
    for index, department in enumerate(departments):
        name = fold(department.name)
        if name in seen:
            problems.error(
                ("departments", index, "name"),
                "co-quan-trung",
                f"“{department.name}” đã có ở trên (“{seen[name]}”); hãy gộp thành một dòng",
            )
        seen[name] = department.name
