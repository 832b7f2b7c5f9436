"""Sections, items and their points: what a profile says of them where the new plan has them otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kegen.compare.change import is_same
from kegen.compare.content import ContentLine, PlanContent
from kegen.compare.lists import moves
from kegen.compare.match import Matched, match
from kegen.importing.own_edits import LEAST_ALIKE, alike, edits_between
from kegen.pasting.entries import Entry, entries_of, without_office
from kegen.pasting.facts import facts_data, facts_of
from kegen.pasting.ground import Ground
from kegen.pasting.paste import REASON, Paste
from kegen.plan.model import Task
from kegen.plan.outline import FIRST
from kegen.sheets.coverage import shortened
from kegen.vietnamese import fold
from kegen.yaml_text.nodes import Plain

_LONGEST_NAME = 40


class BodyPaster:
    """Puts what differs in the body into a paste; `by_words`: ids of which a few edits did not do."""

    def __init__(self, ground: Ground, new: PlanContent, paste: Paste, by_words: frozenset[str]) -> None:
        self._ground, self._content, self._paste, self._by_words = ground, new, paste, by_words
        offices = self._offices = ground.office_names(new.tasks or ())
        olds = entries_of(ground.content, offices, new)
        news = entries_of(new, offices, ground.content)
        self._old, self._new = [each.line for each in olds], [each.line for each in news]
        self._found: Matched = match(self._old, self._new)
        self._mates = {j: i for i, j in self._found.pairs}
        self._olds = olds
        self._news = [self._as_ended(j, self._as_before(j, each)) for j, each in enumerate(news)]
        self._sentence = _sentences(self._old)
        self._names: dict[int, str] = {}
        """The ids of entries of the new plan."""
        self._unknown: dict[str, str] = {}
        """The ids that stand for those nobody knows, by the words of their entries."""
        self._points: set[int] = set()
        """Entries of the new plan that are told as points of an item."""

    def run(self) -> None:
        """Put all in, in reading order."""
        for j in range(len(self._new)):
            self._names[j] = self._name(j)
        self._tell_points()
        for j, entry in enumerate(self._new):
            i = self._mates.get(j)
            if j in self._points:
                continue
            if i is None:
                self._added(j, entry)
            elif self._sentence[i] == i:
                if not self._says_the_same(i, j):
                    self._changed(i, j)
                self._lead(i, j)
        for j, _ in moves(self._old, self._new, self._found):
            if self._sentence[self._mates[j]] == self._mates[j]:
                self._moved(j)
        for i in self._found.removed:
            self._removed(i)

    def _as_before(self, j: int, entry: Entry) -> Entry:
        """Return an entry without the office at its head, if it has one there as it had before."""
        i = self._mates.get(j)
        lead, bare = without_office(entry.line.text, self._offices)
        if i is None:
            had = any(
                fold(each.wording).rstrip("-.;") == fold(bare).rstrip("-.;") for each in self._content.tasks or ()
            )
        else:
            had = self._olds[i].bare != self._olds[i].line.text
        return entry._replace(bare=bare, lead=lead) if had and lead and entry.bare == entry.line.text else entry

    def _as_ended(self, j: int, entry: Entry) -> Entry:
        """Return an entry with the mark at its end that it had: its place in the list gives it `;` or a stop."""
        i = self._mates.get(j)
        before = self._olds[i].bare if i is not None else ""
        is_mark = bool(before and entry.bare) and before[-1] in ".;" and entry.bare[-1] in ".;"
        return entry._replace(bare=entry.bare[:-1] + before[-1]) if is_mark else entry

    def _says_the_same(self, i: int, j: int) -> bool:
        """Whether the words are the same, with the office before them or above them."""
        before, after = self._olds[i].bare, self._news[j].bare
        pairs = (
            (before, after),
            (without_office(before, self._offices)[1], after),
            (before, without_office(after, self._offices)[1]),
        )
        return any(is_same(one, other) for one, other in pairs)

    # Ids ------------------------------------------------------------------------------------------------------------

    def _name(self, j: int) -> str:
        i = self._mates.get(j)
        if i is not None:
            return self.name_of_old(i)
        taken = {each.id for each in self._old} | set(self._names.values())
        if self._new[j].id and self._new[j].id not in taken:
            return self._new[j].id
        if self._new[j].section < 0:
            return ""
        words = "-".join(re.findall(r"[a-z0-9]+", fold(self._new[j].text)))[:_LONGEST_NAME].strip("-")
        name = words if words[:1].isalpha() else f"them-{words}".strip("-")
        return next(
            each for each in (name, *(f"{name}-{n}" for n in range(2, len(self._new) + 9))) if each not in taken
        )

    def name_of_old(self, i: int) -> str:
        """Return the id of an entry of the old plan; of a Word file one that stands for it."""
        entry = self._old[i]
        if entry.id or self._ground.plan is not None or (entry.section < 0 and entry.subject != "section"):
            return entry.id
        kind = "muc" if entry.subject == "section" else "y"
        return self._unknown.setdefault(f"{kind} {fold(entry.text)}", f"ma-{kind}-{len(self._unknown) + 1}")

    def name_of_task(self, task: Task) -> str:
        """Return the id of a task of the old plan, of a Word file one that stands for it."""
        if task.id or self._ground.plan is not None:
            return task.id
        words = fold(task.wording).rstrip("-.;")
        found = next((i for i, each in enumerate(self._old) if fold(each.text).rstrip("-.;") == words), None)
        name = self.name_of_old(found) if found is not None else ""
        name = name or self._unknown.setdefault(f"y {words}", f"ma-y-{len(self._unknown) + 1}")
        self._paste.remark(("tasks", name), f"Đổi {name} thành mã mà hồ sơ dùng cho ý “{task.wording}”")
        return name

    def _home(self, j: int) -> int:
        """Return the heading, one that a profile can name, that an entry stands under; -1 for none."""
        at = self._new[j].section
        while at >= 0 and not self._names[at]:
            at = self._new[at].section
        return at

    def _place(self, j: int) -> tuple[str, str]:
        """Return the section an entry stands in, and what it stands behind there."""
        home, is_section = self._home(j), self._new[j].subject == "section"
        before = FIRST
        for k in range(j):
            same_kind = (self._new[k].subject == "section") == is_section
            if same_kind and self._home(k) == home and self._names[k] and k not in self._points:
                before = self._names[k]
        return (self._names[home] if home >= 0 else ""), before

    def _remark_place(self, path: tuple[str, str], *names: str) -> None:
        """Say which sections and items those are that a place names and nobody knows by an id."""
        words = {self.name_of_old(i): each.text for i, each in enumerate(self._old)}
        for name in names:
            if name in self._unknown.values():
                self._paste.remark(path, f"{name} là mã của “{shortened(words[name])}”")

    def _remark(self, name: str, entry: ContentLine, what: str) -> None:
        """Say what the values of an id are about; of one that is not known, which paragraph it is."""
        group = "sections" if entry.subject == "section" else "tasks"
        if name in self._unknown.values():
            kind = "mục" if group == "sections" else "ý"
            what = f"{what}. Đổi {name} thành mã mà hồ sơ dùng cho {kind} “{entry.text}”"
        self._paste.remark((group, name), f"{entry.where}: {what}" if entry.where else what)

    # Changes --------------------------------------------------------------------------------------------------------

    def _changed(self, i: int, j: int) -> None:
        old, new, name = self._old[i], self._new[j], self._names[j]
        if not name:
            self._around(old, new)
        elif new.subject == "section":
            self._paste.put(("sections", name, "title"), new.text)
            self._remark(name, old, "sửa tiêu đề")
        else:
            before, after = self._olds[i].bare, self._news[j].bare
            by_words = name in self._by_words or self._is_own(name) or alike(before, after) < LEAST_ALIKE
            edits = None if by_words else edits_between(before, after)
            for words, others in (edits or {}).items():
                self._paste.put(("tasks", name, "edits", words), others)
            if not edits:
                self._reword(name, after)
            self._remark(name, old, "sửa chữ" if edits else "viết lại")

    def _lead(self, i: int, j: int) -> None:
        """Put who leads it where only the body says so: a table of tasks says it better."""
        name, before, lead = self._names[j], self._olds[i].lead, self._news[j].lead
        if name and self._is_new_task(i, j):
            for key, value in facts_data(self._ground, self._facts(j), self._paste).items():
                self._paste.put(("tasks", name, key), value)
            self._remark(name, self._old[i], "giao cơ quan chủ trì")
        if self._content.tasks is not None or not (name and before and lead) or fold(before) == fold(lead):
            return
        for key, value in facts_data(self._ground, {"lead": tuple(lead.split("; "))}, self._paste).items():
            self._paste.put(("tasks", name, key), value)
        self._remark(name, self._old[i], f"chủ trì: “{before}” → “{lead}”")

    def _is_new_task(self, i: int, j: int) -> bool:
        """Whether an entry that was no task is one in the new plan."""
        was, now = self._old[i].subject, self._new[j].subject
        return self._ground.content.tasks is not None and (was, now) == ("item", "task")

    def _reword(self, name: str, text: str) -> None:
        item = self._ground.item(name)
        self._paste.take(("tasks", name, "edits"))
        if item is not None and item.path[:1] == ("sections",):
            self._relist(str(item.path[1]), item.wording, text)
            return
        if item is not None and item.edits and self._ground.loaded and self._in_profile(name, "edits"):
            self._paste.delete(("tasks", name, "edits"), f"tasks: {name}: edits (lời đã viết lại)")
        self._paste.put(("tasks", name, "wording"), text)

    def _in_profile(self, name: str, key: str) -> bool:
        own = self._ground.loaded.profile.tasks.get(name) if self._ground.loaded else None
        return own is not None and not isinstance(own, str) and getattr(own, key) is not None

    def _is_own(self, name: str) -> bool:
        item = self._ground.item(name)
        return item is not None and item.own

    def _relist(self, section: str, old: str, new: str | None) -> None:
        """Put the list of a section's items with one sentence of it replaced, or gone."""
        path = ("sections", section, "tasks")
        listed = self._ground.loaded.profile.sections[section].tasks if self._ground.loaded else ()
        known = self._paste.values.get(path, list(listed or ()))
        items = known if isinstance(known, list) else []
        self._paste.put(path, [each if each != old else new for each in items if each != old or new is not None])
        self._paste.remark(path[:2], "cả danh sách các ý của mục, đã sửa")

    def _tell_points(self) -> None:
        """Put the points under each sentence where they are not the same."""
        for j, i in self._mates.items():
            if not self._names[j] or self._sentence[i] != i or self._old[i].subject == "section":
                continue
            before = [self._old[k].text for k, first in self._sentence.items() if first == i and k != i]
            inside = self._points_of(i, j)
            self._points |= set(inside)
            after = [self._new[k].text for k in inside]
            if before != after and not (len(before) == len(after) and all(map(is_same, before, after))):
                points: list[Plain] = [*after]
                self._paste.put(("tasks", self._names[j], "points"), points)
                self._remark(self._names[j], self._old[i], "các ý nhỏ")

    def _points_of(self, i: int, j: int) -> list[int]:
        """Return the entries of the new plan that are points of the sentence: up to the last that is known as one."""
        known = [
            k
            for k in range(j + 1, len(self._new))
            if (self._new[k].id and self._new[k].id == self._new[j].id and self._new[k].subject != "section")
            or ((mate := self._mates.get(k)) is not None and mate != i and self._sentence[mate] == i)
        ]
        last = max(known, default=j)
        return [k for k in range(j + 1, last + 1) if k in known or k not in self._mates]

    def _points_of_new(self, j: int) -> list[int]:
        """Return the points of a sentence that is new; they are told with it."""
        first = _sentences(self._new)
        points = [k for k in range(j + 1, len(self._new)) if first[k] == j and k not in self._mates]
        self._points |= set(points)
        return points

    def _moved(self, j: int) -> None:
        name, entry = self._names[j], self._new[j]
        if not name:
            self._paste.told.append(f"Chuyển chỗ{_at(entry)}: {entry.text}")
            return
        section, before = self._place(j)
        group, home = ("sections", "into") if entry.subject == "section" else ("tasks", "section")
        if section:
            self._paste.put((group, name, home), section)
        self._paste.put((group, name, "after"), before)
        self._remark_place((group, name), section, before)
        self._remark(name, self._old[self._mates[j]], "chuyển chỗ")

    def _added(self, j: int, entry: ContentLine) -> None:
        name = self._names[j]
        section, before = self._place(j)
        group = "sections" if entry.subject == "section" else "tasks"
        if name and self._ground.has((group, name, "omit")):
            self._paste.delete((group, name), f"{group}: {name} (không còn bỏ {entry.text})")
        elif entry.subject == "section" and name:
            values: dict[str, Plain] = {"title": entry.text, **({"into": section} if section else {}), "after": before}
            self._put_all(("sections", name), values)
            self._paste.remark(("sections", name), f"thêm mục{_behind(self._new, j)}")
            self._remark_place((group, name), section, before)
        elif entry.subject != "section" and name and section:
            offered = self._ground.made.offered.get(name) if self._ground.made else None
            taken = offered is not None and is_same(offered, self._news[j].bare)
            values = {} if taken else {"wording": self._news[j].bare}
            values |= {"section": section, "after": before}
            if not taken:
                values |= facts_data(self._ground, self._facts(j), self._paste)
            points: list[Plain] = [self._new[k].text for k in self._points_of_new(j)]
            self._put_all(("tasks", name), values | ({"points": points} if points else {}))
            self._paste.remark(("tasks", name), f"{entry.where}: thêm ý{_behind(self._new, j)}")
            self._remark_place((group, name), section, before)
        elif entry.section < 0 and (gone := self._instead(j)):
            self._around(gone, entry)
        else:
            self._paste.told.append(f"Thêm{_at(entry)}: {entry.text}")

    def _facts(self, j: int) -> dict[str, tuple[str, ...]]:
        """Return the facts of the new plan's task that an entry is, none where it is no task."""
        entry = self._news[j]
        words = fold(entry.bare).rstrip("-.;")
        for each in self._content.tasks or ():
            if (each.id and each.id == entry.line.id) or fold(each.wording).rstrip("-.;") == words:
                return facts_of(each, self._content)
        return {"lead": tuple(entry.lead.split("; "))} if entry.lead and self._content.tasks is None else {}

    def _put_all(self, path: tuple[str, str], values: dict[str, Plain]) -> None:
        for key, value in values.items():
            self._paste.put((*path, key), value)

    def _removed(self, i: int) -> None:
        entry, name = self._old[i], self.name_of_old(i)
        if self._sentence[i] != i:
            if self._sentence[i] in self._found.removed:
                return
            if not any(self._sentence[i] == mate for mate in self._mates.values()):
                self._paste.told.append(f"Bỏ{_at(entry)}: {entry.text}")
            return
        is_inside = entry.section >= 0 and entry.section in self._found.removed and bool(self._old[entry.section].id)
        if not name:
            if self._key_around(entry) not in self._paste.values:
                self._paste.told.append(f"Bỏ{_at(entry)}: {entry.text}")
            return
        group = "sections" if entry.subject == "section" else "tasks"
        item = self._ground.item(name) if group == "tasks" else None
        if item is not None and item.own and item.path[:1] == ("sections",):
            self._relist(str(item.path[1]), item.wording, None)
        elif item is not None and item.path[:1] == ("tasks",) and self._is_added(name):
            self._paste.delete(("tasks", name), f"tasks: {name} (bỏ ý thêm: {entry.text})")
        elif group == "sections" and self._is_added_section(name):
            self._paste.delete(("sections", name), f"sections: {name} (bỏ mục thêm: {entry.text})")
        elif not is_inside:  # else its section goes
            reason = next((each.reason for each in self._content.left_out if each.id == name), REASON)
            self._paste.delete((group, name), f"{group}: {name} (các dòng cũ: đã bỏ thì chỉ ghi omit)")
            self._paste.put((group, name, "omit"), reason)
            self._remark(name, entry, f"bỏ: {entry.text}" if name not in self._unknown.values() else "bỏ")

    def _is_added(self, name: str) -> bool:
        """Whether the item is the profile's own: without the profile's lines nobody knows it."""
        return self._in_profile(name, "section") and self._ground.made is not None and name not in self._homes()

    def _homes(self) -> dict[str, str]:
        return self._ground.made.outline.homes if self._ground.made else {}

    def _is_added_section(self, name: str) -> bool:
        found = self._ground.made.outline.division(name) if self._ground.made else None
        own = self._ground.loaded.profile.sections.get(name) if self._ground.loaded else None
        return found is not None and own is not None and found[1].own and (own.into or own.after) is not None

    def _around(self, old: ContentLine, new: ContentLine) -> None:
        """Put what stands before the first section or behind the last one."""
        key = self._key_around(old)
        if key:
            self._paste.put(key, new.text, f"{_AROUND[key]}, bản cũ: {old.text}")
        else:
            self._paste.told.append(f"Sửa{_at(new)}: {old.text} → {new.text}")

    def _key_around(self, old: ContentLine) -> tuple[str, ...]:
        """Return the key of a paragraph of the old plan that is of no section; none where there is none."""
        plan = self._ground.plan
        closing = [each.text.removesuffix("/.").strip() for each in plan.closing] if plan else []
        opening = [each.text for each in plan.opening if each.kind == "mo-dau"] if plan else []
        is_last = plan is None and old.section < 0 and old is self._old[-1]
        if any(is_same(old.text, each) for each in closing) or is_last:
            return ("closing",)
        return ("bases", "enacting") if any(is_same(old.text, each) for each in opening) else ()

    def _instead(self, j: int) -> ContentLine | None:
        """Return the paragraph of no section in whose place another one stands; none where none went."""
        headings = [at for at, each in enumerate(self._new) if each.subject == "section"]
        is_closing = bool(headings) and j > headings[-1]
        for each in (self._old[i] for i in self._found.removed if self._old[i].section < 0):
            key = self._key_around(each)
            if key and (key == ("closing",)) == is_closing and key not in self._paste.values:
                return each
        return None


_AROUND = {("closing",): "Lời kết", ("bases", "enacting"): "Lời ban hành"}


def _sentences(entries: Sequence[ContentLine]) -> dict[int, int]:
    """Return for each entry the one that it belongs to: a point to the sentence of its item, any other to itself."""
    first: dict[tuple[str, bool], int] = {}
    return {
        at: first.setdefault((each.id, each.subject == "section"), at) if each.id else at
        for at, each in enumerate(entries)
    }


def _behind(entries: Sequence[ContentLine], j: int) -> str:
    return f", ngay sau “{shortened(entries[j - 1].text)}”" if j else ", đầu văn bản"


def _at(entry: ContentLine) -> str:
    return f" ở {entry.where}" if entry.where else ""
