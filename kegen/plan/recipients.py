"""Nơi nhận: superiors, Party committee and council, every office that has a task, and the file (II.9)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from kegen.dates import BLANK
from kegen.pack.model import PackRecipient
from kegen.plan.model import Task
from kegen.plan.offices import Office, Offices
from kegen.plan.places import LocalFacts
from kegen.plan.problems import ProfileProblems
from kegen.plan.unit import UnitLevel
from kegen.plan.wording import WordingRenderer
from kegen.profile.body import RecipientChanges
from kegen.profile.scalars import is_none
from kegen.vietnamese import fold, nearest, upper_first
from kegen.yaml_text.tree import Path

_GROUP_NOUNS = ("cơ quan", "đơn vị", "phòng", "ban", "sở", "ngành")
_OWN_NOUNS = (
    *("thôn", "làng", "ấp", "bản", "buôn", "bon", "xóm", "tổ dân phố", "khu phố", "khối phố", "khóm", "khu vực"),
    *("khu dân cư", "tiểu khu", "điểm phục vụ", "báo", "công an", "quân sự", "mặt trận"),
)
"""Those who are no office of the unit: only an entry that says their own word names them."""


class UsualRecipient(NamedTuple):
    """A recipient of the pack as the level has it: its line, the wording that made it, the offices that it covers."""

    line: str
    wording: str
    covers: tuple[str, ...]


def usual_recipients(
    packed: Sequence[PackRecipient], level: UnitLevel, local: LocalFacts, offices: Offices, renderer: WordingRenderer
) -> dict[str, UsualRecipient]:
    """Return the pack's recipients of plans of the level in the unit's place, by id."""
    found = {}
    for each in packed:
        wording = level.choose(each.text)
        if wording and each.id not in local.without:
            holders = (offices.get(role) for role in each.covers if role not in local.outside)
            covers = tuple(renderer.reworded(office.name) for office in holders if office)
            if line := upper_first(renderer.reworded(renderer.render(wording))):
                found[each.id] = UsualRecipient(line, wording, covers)
    return found


def make_recipients(
    wanted: RecipientChanges | tuple[str, ...],
    usual: Mapping[str, UsualRecipient],
    tasks: Sequence[Task],
    problems: ProfileProblems,
) -> list[str]:
    """Return the recipients without the file; notes an office with a task that a list of the profile's own forgets."""
    if isinstance(wanted, RecipientChanges):
        entries = _changed(usual, wanted, problems)
        return entries + _owed(usual, tasks, entries)
    entries = [_listed(usual, text, ("recipients", index), problems) for index, text in enumerate(wanted)]
    for office in _owed(usual, tasks, entries):
        message = f"“{office}” có nhiệm vụ nhưng không có trong Nơi nhận; hãy thêm vào recipients dòng “{office}”"
        problems.warn(("recipients",), "noi-nhan-thieu", message)
    return entries


def recipient_lines(entries: Sequence[str], archive: str) -> tuple[str, ...]:
    """Return the whole lines of Nơi nhận, the file as the last."""
    file = f"VT, {archive}" if archive else "VT"
    return (*(f"- {entry.strip(' -;')};" for entry in entries), f"- Lưu: {file}.")


def archive_of(written: str | None, drafter: Office | None, problems: ProfileProblems) -> str:
    """Return what stands after `Lưu: VT,`: as the profile says, "" for nothing, else the drafting office in short."""
    if written and is_none(written):
        return ""
    if written and re.match(r"(lưu|vt)\b", written, re.IGNORECASE):
        message = "chữ “Lưu: VT,” do kegen ghi; hãy chỉ ghi phần sau đó, ví dụ archive: VHXH"
        problems.error(("archive",), "dong-luu", message)
    return (written and written.rstrip(".")) or (drafter and drafter.short) or BLANK


def _changed(usual: Mapping[str, UsualRecipient], changes: RecipientChanges, problems: ProfileProblems) -> list[str]:
    for index, name in enumerate(changes.drop):
        if name not in usual:
            _note_unknown(name, usual, ("recipients", "drop", index), problems)
    for index, text in enumerate(changes.add):
        _check_own(text, usual, ("recipients", "add", index), problems)
    return [*(each.line for name, each in usual.items() if name not in changes.drop), *changes.add]


def _listed(usual: Mapping[str, UsualRecipient], text: str, path: Path, problems: ProfileProblems) -> str:
    if text in usual:
        return usual[text].line
    _check_own(text, usual, path, problems)
    return text


def _check_own(text: str, usual: Collection[str], path: Path, problems: ProfileProblems) -> None:
    if re.fullmatch(r"[a-z0-9-]+", text):
        _note_unknown(text, usual, path, problems)
    if re.match(r"luu\b", fold(text)):
        message = "dòng Lưu do kegen ghi; hãy bỏ dòng này và ghi archive: chữ viết tắt đơn vị soạn thảo"
        problems.error(path, "dong-luu", message)


def _note_unknown(name: str, usual: Collection[str], path: Path, problems: ProfileProblems) -> None:
    near = nearest(name, usual)
    hint = f"có phải là “{near}”?" if near else f"các mã: {', '.join(usual)}"
    problems.error(path, "noi-nhan-la", f"mẫu không có nơi nhận “{name}”; {hint}")


def _owed(usual: Mapping[str, UsualRecipient], tasks: Sequence[Task], entries: Sequence[str]) -> list[str]:
    """Return the offices with a task that no entry names or covers, each once."""
    covered = {fold(name) for name in _covered(usual, entries)}
    owed: dict[str, str] = {}
    for name in dict.fromkeys(name for task in tasks for name in (*task.leads, *task.helpers, task.watcher) if name):
        if fold(name) not in covered and not any(_names(entry, name) for entry in entries):
            owed[fold(name)] = upper_first(name)
    return list(owed.values())


def _covered(usual: Mapping[str, UsualRecipient], entries: Sequence[str]) -> list[str]:
    """Return the offices that the pack's own entries in the list cover."""
    folded = [fold(entry) for entry in entries]
    names: list[str] = []
    for each in usual.values():
        if fold(each.line) in folded or _begins(folded, each.wording):
            names += each.covers
    return names


def _begins(folded: list[str], wording: str) -> bool:
    """Whether one of the entries begins as the wording does before its first variable, if it has one."""
    start = fold(wording.partition("{")[0])
    return "{" in wording and bool(start) and any(entry.startswith(start) for entry in folded)


_LEADERS = {"Chủ tịch ": ("Chủ tịch",), "Giám đốc Sở": ("Lãnh đạo Sở", "Giám đốc")}
"""How entries name the head of the unit, among its leaders."""


def _names(entry: str, office: str) -> bool:
    """Whether an entry names the office, or a group of offices that it belongs to."""
    if fold(office) in fold(entry):
        return True
    if any(office.startswith(head) and entry.startswith(entries) for head, entries in _LEADERS.items()):
        return True
    if entry[:4].lower() != "các ":
        return False
    entry, office = entry.lower(), office.lower()
    own = [noun for noun in _OWN_NOUNS if _has(office, noun)]
    return any(_has(entry, noun) for noun in own or _GROUP_NOUNS)


def _has(text: str, words: str) -> bool:
    """Whether the text has the words whole: `cấp` has no `ấp`."""
    return bool(re.search(rf"\b{words}\b", text))
