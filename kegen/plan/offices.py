"""Which office holds which role: the profile's departments first, the level's own offices for the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kegen.pack.model import Role
from kegen.plan.problems import ProfileProblems
from kegen.problem import Severity
from kegen.profile.unit import Department
from kegen.vietnamese import fold, lower_first, nearest
from kegen.yaml_text.tree import Path

DRAFTER = "dau-moi"
"""The role of the office that drafts the plan."""
EVERYONE = "tat-ca"
"""The role of all offices together, who help where an office would be its own helper."""


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
        usual_names: Mapping[str, Office],
        roles: Mapping[str, Role],
        problems: ProfileProblems,
    ) -> None:
        self._holders, self._roles, self._problems = holders, roles, problems
        self._named = {fold(word): office for office in listed for word in (office.name, office.short) if word}
        self._named = {**usual_names, **self._named}

    def get(self, role: str) -> Office | None:
        """Return the office of that role, or of that name or short name, or None."""
        return self._holders.get(role) or self._named.get(fold(role))

    def has_role(self, name: str) -> bool:
        """Whether the office of that name holds a role, alone or with others."""
        return any(name in office.name for office in self._holders.values())

    def role_of(self, name: str) -> str:
        """Return a role that the office of that name holds, "" for none."""
        known = (*self._roles, *self._holders)
        held_by = {role: office for role in known if (office := self._holders.get(role))}
        return next((role for role, office in held_by.items() if fold(office.name) == fold(name)), "")

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
        hint = f"có phải là “{near}”?" if near else _list(self._roles)
        if role != role.lower():
            asked = f"có phải là “{near}”? Nếu là cơ quan khác" if near else "nếu có cơ quan này"
            hint = f"{asked}, hãy thêm vào departments một dòng {{name: {role}}}"
        return f"không có vai trò hay cơ quan “{role}”; {hint}"


def assign_offices(
    departments: Sequence[Department],
    usual: Sequence[Department],
    unit: Sequence[str],
    roles: Mapping[str, Role],
    problems: ProfileProblems,
) -> Offices:
    """Return who holds what; notes unknown roles and roles for one office that two hold.

    `departments` are the profile's, `usual` those of the level, which hold the roles that the profile gives to none:
    one that the profile calls otherwise, under the profile's name. `unit`: its names that an office's may end in.
    """
    _check_twice(departments, problems)
    holders, same = _Holders(roles, problems), _SameOffices(usual, unit)
    given = {role for department in departments for role in department.roles}
    called: dict[str, Office] = {}
    for index, department in enumerate(departments):
        named, meant = same.of_name(department), same.of(department)
        office = Office(department.name, department.short or (named.short if named else None))
        own = department.roles or tuple(role for role in (named.roles if named else ()) if role not in given)
        for position, role in enumerate(own):
            holders.add(role, office, ("departments", index, "roles", position))
        if meant:
            called.setdefault(meant.name, office)
    listed = [Office(each.name, each.short) for each in departments]
    for department in usual:
        office = called.get(department.name, Office(department.name, department.short))
        listed.append(office)
        for role in department.roles:
            holders.found.setdefault(role, office)
    names = {fold(each.name): office for each, office in zip(usual, listed[len(departments) :], strict=True)}
    return Offices(holders.found, listed, names, roles, problems)


_SPELLED_OUT = {"hdnd": "hoi dong nhan dan", "ubnd": "uy ban nhan dan", "va": ""}
"""Words of an office's name that one profile writes and another does not, folded."""


class _SameOffices:
    """Finds the level's own office that the profile speaks of under a name of its own."""

    def __init__(self, usual: Sequence[Department], unit: Sequence[str]) -> None:
        self._endings = [_words(name) for name in unit]
        self._usual = [(each, self._core(each.name)) for each in usual]

    def of_name(self, department: Department) -> Department | None:
        """Return the one of that name, spelled out or not; without roles, of those first words: `Văn phòng`."""
        core = self._core(department.name)
        same = [each for each, words in self._usual if words == core]
        if not (same or department.roles) and len(core) >= _HEAD:
            same = [each for each, words in self._usual if words[: len(core)] == core or core[: len(words)] == words]
        return same[0] if len(same) == 1 else None

    def of(self, department: Department) -> Department | None:
        """Return the one of that name, else the one with a role of its own whose name begins alike."""
        head = self._core(department.name)[:_HEAD]
        alike = (
            each
            for each, words in self._usual
            if words[:_HEAD] == head and not set(each.roles).isdisjoint(department.roles)
        )
        return self.of_name(department) or next(alike, None)

    def _core(self, name: str) -> list[str]:
        """Return the words of an office's name without those of the unit at its end."""
        words = _words(name)
        for ending in self._endings:
            if len(ending) < len(words) and words[-len(ending) :] == ending:
                return words[: -len(ending)]
        return words


_HEAD = 2
"""So many words at the head of a name say what kind of office it is: `Văn phòng`, `Phòng Kinh tế`."""


def _words(name: str) -> list[str]:
    return " ".join(_SPELLED_OUT.get(word, word) for word in re.findall(r"[a-z0-9]+", fold(name))).split()


def note_idle(departments: Sequence[Department], offices: Offices, printed: str, problems: ProfileProblems) -> None:
    """Note the offices of the profile that are nowhere in the plan; of one with a role, where all else is right."""
    printed, names = printed.lower(), [fold(each.name) for each in departments]
    is_sound = all(problem.severity is Severity.WARNING for problem in problems.found)
    for index, each in enumerate(departments):
        in_print = any(name and name.lower() in printed for name in (each.name, each.short))
        if names.count(names[index]) > 1 or in_print:
            continue
        if each.roles and is_sound:
            message = f"“{each.name}” giữ vai trò mà không nhiệm vụ nào giao cho; hãy giao việc, hoặc bỏ dòng này"
            problems.warn(("departments", index), "thua", message)
        elif not each.roles and not offices.has_role(each.name):
            message = (
                f"“{each.name}” không giữ vai trò nào và không nhiệm vụ nào giao cho, nên không có trong kế hoạch;"
                " hãy ghi roles cho cơ quan này, hoặc bỏ dòng này"
            )
            problems.warn(("departments", index), "thua", message)


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
            hint = f"có phải là “{near}”?" if near else _list(self._roles)
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


def _list(roles: Mapping[str, Role]) -> str:
    """Return the roles with their titles, for one who knows the office and not our word for it."""
    return "các vai trò: " + ", ".join(f"{name} ({lower_first(role.title)})" for name, role in roles.items())


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
