"""Nơi nhận: superiors, Party committee and council, every office that has a task, and the file (II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kegen.dates import BLANK
from kegen.plan.case import Case
from kegen.plan.model import Task
from kegen.plan.offices import Offices
from kegen.plan.wording import Wordsmith
from kegen.profile.body import RecipientChanges
from kegen.source.tree import Path
from kegen.vietnamese import fold, nearest, upper_first

_GROUP_NOUNS = ("cơ quan", "đơn vị", "phòng", "ban", "sở", "ngành")
_OWN_NOUNS = ("thôn", "tổ dân phố", "báo", "công an", "quân sự", "mặt trận")
"""Those who are no office of the unit: only an entry that says their own word names them."""


def make_recipients(case: Case, smith: Wordsmith, offices: Offices, tasks: Sequence[Task]) -> tuple[str, ...]:
    """Return the whole lines of Nơi nhận; notes an office with a task that a list of the profile's own forgets."""
    wanted = case.profile.recipients
    shipped = _shipped(case, smith)
    if isinstance(wanted, RecipientChanges):
        entries = _changed(case, shipped, wanted)
        entries += _owed(case, offices, tasks, entries)
    else:
        entries = [_listed(case, shipped, text, index) for index, text in enumerate(wanted)]
        for office in _owed(case, offices, tasks, entries):
            case.warn(
                ("recipients",),
                "noi-nhan-thieu",
                f"“{office}” có nhiệm vụ nhưng không có trong Nơi nhận; nên thêm một dòng",
            )
    return (*(f"- {entry.strip(' -;')};" for entry in entries), f"- Lưu: VT, {archive(case, offices)}.")


def archive(case: Case, offices: Offices) -> str:
    """Return what stands after `Lưu: VT,`: the drafting office, in short."""
    drafter = offices.get("dau-moi")
    said = case.profile.archive
    if said and re.match(r"(lưu|vt)\b", said, re.IGNORECASE):
        case.error(
            ("archive",), "dong-luu", "chữ “Lưu: VT,” do kegen ghi; hãy chỉ ghi phần sau đó, ví dụ archive: VHXH"
        )
    return (said and said.rstrip(".")) or (drafter and drafter.short) or BLANK


def _shipped(case: Case, smith: Wordsmith) -> dict[str, str]:
    chosen = {each.id: case.choose(each.text) for each in case.pack.recipients}
    return {name: smith.render(text) for name, text in chosen.items() if text}


def _changed(case: Case, shipped: dict[str, str], changes: RecipientChanges) -> list[str]:
    for index, name in enumerate(changes.drop):
        if name not in shipped:
            _unknown(case, name, shipped, ("recipients", "drop", index))
    for index, text in enumerate(changes.add):
        _check_own(case, shipped, text, ("recipients", "add", index))
    return [*(text for name, text in shipped.items() if name not in changes.drop), *changes.add]


def _listed(case: Case, shipped: dict[str, str], text: str, index: int) -> str:
    if text in shipped:
        return shipped[text]
    _check_own(case, shipped, text, ("recipients", index))
    return text


def _check_own(case: Case, shipped: dict[str, str], text: str, path: Path) -> None:
    if re.fullmatch(r"[a-z0-9-]+", text):
        _unknown(case, text, shipped, path)
    if re.match(r"luu\b", fold(text)):
        case.error(
            path,
            "dong-luu",
            "dòng Lưu do kegen ghi; hãy bỏ dòng này và ghi archive: chữ viết tắt đơn vị soạn thảo",
        )


def _unknown(case: Case, name: str, shipped: dict[str, str], path: Path) -> None:
    near = nearest(name, shipped)
    hint = f"có phải là “{near}”?" if near else f"các mã: {', '.join(shipped)}"
    case.error(path, "noi-nhan-la", f"mẫu không có nơi nhận “{name}”; {hint}")


def _owed(case: Case, offices: Offices, tasks: Sequence[Task], entries: list[str]) -> list[str]:
    """Return the offices with a task that no entry names or covers, each once."""
    covered = {fold(office.name) for role in _covered_roles(case, entries) if (office := offices.get(role))}
    owed: dict[str, str] = {}
    for name in dict.fromkeys(name for task in tasks for name in (task.lead, *task.helpers)):
        if fold(name) not in covered and not any(_names(entry, name) for entry in entries):
            owed[fold(name)] = upper_first(name)
    return list(owed.values())


def _covered_roles(case: Case, entries: list[str]) -> list[str]:
    """Return the roles of the pack's own entries that are in the list."""
    folded = [fold(entry) for entry in entries]
    roles: list[str] = []
    for each in case.pack.recipients:
        text = case.choose(each.text)
        if text and (fold(text) in folded or ("{" in text and _begins(folded, text))):
            roles += each.covers
    return roles


def _begins(folded: list[str], wording: str) -> bool:
    """Whether one of the entries begins as the wording does before its first variable."""
    start = fold(wording.split("{", maxsplit=1)[0])
    return any(entry.startswith(start) for entry in folded)


def _names(entry: str, office: str) -> bool:
    """Whether an entry names the office, or a group of offices that it belongs to."""
    if fold(office) in fold(entry):
        return True
    if entry[:4].lower() != "các ":
        return False
    entry, office = entry.lower(), office.lower()
    own = [noun for noun in _OWN_NOUNS if noun in office]
    return any(noun in entry for noun in own or _GROUP_NOUNS)
