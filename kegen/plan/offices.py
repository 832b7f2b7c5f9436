"""Which office holds which role: the profile's departments first, the level's own offices for the rest."""

from __future__ import annotations

from typing import NamedTuple

from kegen.plan.case import Case
from kegen.profile.unit import Department
from kegen.source.tree import Path
from kegen.vietnamese import fold, nearest


class Office(NamedTuple):
    """An office or a group of offices, as running text names it."""

    name: str
    short: str | None = None


class Offices:
    """The offices of one plan, by role or by name."""

    def __init__(self, holders: dict[str, Office], listed: tuple[Office, ...]) -> None:
        self._holders = holders
        self._named = {fold(word): office for office in listed for word in (office.name, office.short) if word}

    def get(self, role: str) -> Office | None:
        """Return the office of that role, or of that name or short name, or None."""
        return self._holders.get(role) or self._named.get(fold(role))

    def known(self) -> list[str]:
        """Return every role that is held."""
        return sorted(self._holders)

    def find(self, case: Case, role: str, path: Path) -> Office | None:
        """Return the office of the role the profile names at the path; notes a role that nobody holds."""
        office = self.get(role)
        if office is None:
            case.error(path, "vai-tro-trong", self._nobody(case, role))
        return office

    def _nobody(self, case: Case, role: str) -> str:
        if role in case.pack.roles:
            title = case.pack.roles[role].title
            return (
                f"chưa cơ quan nào giữ vai trò “{role}” ({title}); hãy thêm vào departments một dòng"
                f" {{name: Tên cơ quan, roles: [{role}]}}"
            )
        near = nearest(role, [*case.pack.roles, *(office.name for office in self._named.values())])
        hint = f"có phải là “{near}”?" if near else "các vai trò: " + ", ".join(case.pack.roles)
        return f"không có vai trò hay cơ quan “{role}”; {hint}"


def assign_offices(case: Case, defaults: tuple[Department, ...]) -> Offices:
    """Return who holds what; notes unknown roles and roles for one office that two hold."""
    holders: dict[str, Office] = {}
    _check_twice(case)
    given = {role for department in case.profile.departments for role in department.roles}
    for index, department in enumerate(case.profile.departments):
        office = Office(department.name, department.short)
        for position, role in enumerate(_roles(department, defaults, given)):
            _hold(case, holders, role, office, ("departments", index, "roles", position))
    for department in defaults:
        for role in department.roles:
            holders.setdefault(role, Office(department.name, department.short))
    listed = (*case.profile.departments, *defaults)
    return Offices(holders, tuple(Office(each.name, each.short) for each in listed))


def _roles(department: Department, defaults: tuple[Department, ...], given: set[str]) -> tuple[str, ...]:
    """The roles written; where none are, those of the level's own office of that name that no other is given."""
    same = (each.roles for each in defaults if fold(each.name) == fold(department.name))
    return department.roles or tuple(role for role in next(same, ()) if role not in given)


def _hold(case: Case, holders: dict[str, Office], role: str, office: Office, path: Path) -> None:
    known = case.pack.roles
    if role not in known:
        near = nearest(role, known)
        hint = f"có phải là “{near}”?" if near else "các vai trò: " + ", ".join(known)
        case.error(path, "vai-tro-la", f"không có vai trò “{role}”; {hint}")
    elif role in holders and known[role].single:
        case.error(
            path,
            "vai-tro-trung",
            f"vai trò “{role}” chỉ giao một cơ quan, đã có “{holders[role].name}”; hãy bỏ “{role}” ở một trong hai",
        )
    elif role in holders and office.name in holders[role].name:
        case.error(path, "vai-tro-trung", f"vai trò “{role}” của “{office.name}” ghi hai lần; hãy bỏ một chữ “{role}”")
    elif role in holders:
        holders[role] = Office(f"{holders[role].name}, {office.name}")
    else:
        holders[role] = office


def _check_twice(case: Case) -> None:
    seen: dict[str, str] = {}
    for index, department in enumerate(case.profile.departments):
        name = fold(department.name)
        if name in seen:
            case.error(
                ("departments", index, "name"),
                "co-quan-trung",
                f"“{department.name}” đã có ở trên (“{seen[name]}”); hãy gộp thành một dòng",
            )
        seen[name] = department.name
