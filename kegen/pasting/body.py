"""Sections, items and their points: what a profile says of them where the new plan has them otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from kegen.compare.change import is_same
from kegen.compare.content import ContentLine, PlanContent
from kegen.compare.lists import moves
from kegen.importing.own_edits import LEAST_ALIKE, alike, edits_between
from kegen.pasting.apart import paste_apart
from kegen.pasting.bodies import Bodies
from kegen.pasting.facts import facts_data, facts_of
from kegen.pasting.ground import Ground
from kegen.pasting.paste import REASON, Paste
from kegen.sheets.coverage import shortened
from kegen.vietnamese import fold
from kegen.yaml_text.nodes import Plain


class BodyPaster:
    """Puts what differs in the body into a paste; `by_words`: ids of which a few edits did not do."""

    def __init__(self, ground: Ground, new: PlanContent, paste: Paste, by_words: frozenset[str]) -> None:
        self._ground, self._content, self._paste, self._by_words = ground, new, paste, by_words
        self.bodies = Bodies(ground, new)
        self._old, self._new = self.bodies.old, self.bodies.new

    def run(self) -> None:
        """Put all in, in reading order."""
        bodies = self.bodies
        self._tell_points()
        for j, entry in enumerate(self._new):
            i = bodies.mates.get(j)
            if j in bodies.points or not bodies.name(j):
                continue
            if i is None:
                self._added(j, entry)
            elif bodies.sentence[i] == i:
                if not bodies.says_the_same(i, j):
                    self._changed(i, j)
                self._lead(i, j)
        for j, _ in moves(self._old, self._new, bodies.found):
            if bodies.sentence[bodies.mates[j]] == bodies.mates[j] and bodies.name(j):
                self._moved(j)
        for i in bodies.found.removed:
            if bodies.name_of_old(i):
                self._removed(i)
        paste_apart(bodies, self._ground, self._paste)

    def _remark_place(self, path: tuple[str, str], *names: str) -> None:
        """Say which sections and items those are that a place names and nobody knows by an id."""
        for name in names:
            if words := self.bodies.stand_ins.get(name):
                self._paste.remark(path, f"{name} là mã của “{shortened(words)}”")

    def _remark(self, name: str, entry: ContentLine, what: str) -> None:
        """Say what the values of an id are about; of one that is not known, which paragraph it is."""
        group = "sections" if entry.subject == "section" else "tasks"
        if name in self.bodies.stand_ins:
            kind = "mục" if group == "sections" else "ý"
            what = f"{what}. Đổi {name} thành mã mà hồ sơ dùng cho {kind} “{entry.text}”"
        self._paste.remark((group, name), f"{entry.where}: {what}" if entry.where else what)

    # Changes --------------------------------------------------------------------------------------------------------

    def _changed(self, i: int, j: int) -> None:
        old, new, name = self._old[i], self._new[j], self.bodies.name(j)
        if new.subject == "section":
            self._paste.put(("sections", name, "title"), new.text)
            self._remark(name, old, "sửa tiêu đề")
        else:
            before, after = self.bodies.olds[i].bare, self.bodies.news[j].bare
            by_words = name in self._by_words or self._is_own(name) or alike(before, after) < LEAST_ALIKE
            edits = None if by_words else edits_between(before, after)
            for words, others in (edits or {}).items():
                self._paste.put(("tasks", name, "edits", words), others)
            if not edits:
                self._reword(name, after)
            self._remark(name, old, "sửa chữ" if edits else "viết lại")

    def _lead(self, i: int, j: int) -> None:
        """Put who leads it where only the body says so: a table of tasks says it better."""
        name, before, lead = self.bodies.name(j), self.bodies.olds[i].lead, self.bodies.news[j].lead
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
        self._paste.put(("tasks", name, "wording"), _stopped(text))

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

    def _list_of(self, name: str) -> str:
        """Return the section whose list of items in the profile names the item, "" for none."""
        sections = self._ground.loaded.profile.sections if self._ground.loaded else {}
        return next((each for each, section in sections.items() if name in (section.tasks or ())), "")

    def _tell_points(self) -> None:
        """Put the points under each sentence where they are not the same."""
        for j, i in self.bodies.mates.items():
            if not self.bodies.name(j) or self.bodies.sentence[i] != i or self._old[i].subject == "section":
                continue
            before = [self._old[k].text for k, first in self.bodies.sentence.items() if first == i and k != i]
            inside = self.bodies.points_of(i, j)
            self.bodies.points |= set(inside)
            after = [self._new[k].text for k in inside]
            if before != after and not (len(before) == len(after) and all(map(is_same, before, after))):
                points: list[Plain] = [*after]
                self._paste.put(("tasks", self.bodies.name(j), "points"), points)
                self._remark(self.bodies.name(j), self._old[i], "các ý nhỏ")

    def _moved(self, j: int) -> None:
        name, entry = self.bodies.name(j), self._new[j]
        section, before = self.bodies.place(j)
        group, home = ("sections", "into") if entry.subject == "section" else ("tasks", "section")
        if section:
            self._paste.put((group, name, home), section)
        self._paste.put((group, name, "after"), before)
        self._remark_place((group, name), section, before)
        self._remark(name, self._old[self.bodies.mates[j]], "chuyển chỗ")

    def _added(self, j: int, entry: ContentLine) -> None:
        name = self.bodies.name(j)
        section, before = self.bodies.place(j)
        group = "sections" if entry.subject == "section" else "tasks"
        if name and self._ground.has((group, name, "omit")):
            self._paste.delete((group, name), f"{group}: {name} (không còn bỏ {entry.text})")
        elif entry.subject == "section":
            values: dict[str, Plain] = {"title": entry.text, **({"into": section} if section else {}), "after": before}
            self._put_all(("sections", name), values)
            self._paste.remark(("sections", name), f"thêm mục{_behind(self._new, j)}")
            self._remark_place((group, name), section, before)
        elif section:
            offered = self._ground.made.offered.get(name) if self._ground.made else None
            taken = offered is not None and is_same(offered, self.bodies.news[j].bare)
            values = {} if taken else {"wording": _stopped(self.bodies.news[j].bare)}
            values |= {"section": section, "after": before}
            if not taken:
                values |= facts_data(self._ground, self._facts(j), self._paste)
            inside = self.bodies.points_of_new(j)
            self.bodies.points |= set(inside)
            points: list[Plain] = [self._new[k].text for k in inside]
            self._put_all(("tasks", name), values | ({"points": points} if points else {}))
            self._paste.remark(("tasks", name), f"{entry.where}: thêm ý{_behind(self._new, j)}")
            self._remark_place((group, name), section, before)
        else:
            self._paste.unkeyed.append(f"Thêm{_at(entry)}: {entry.text}")

    def _facts(self, j: int) -> dict[str, tuple[str, ...]]:
        """Return the facts of the new plan's task that an entry is, none where it is no task."""
        entry = self.bodies.news[j]
        words = fold(entry.bare).rstrip("-.;")
        for each in self._content.tasks or ():
            if (each.id and each.id == entry.line.id) or fold(each.wording).rstrip("-.;") == words:
                return facts_of(each, self._content)
        return {"lead": tuple(entry.lead.split("; "))} if entry.lead and self._content.tasks is None else {}

    def _put_all(self, path: tuple[str, str], values: dict[str, Plain]) -> None:
        for key, value in values.items():
            self._paste.put((*path, key), value)

    def _removed(self, i: int) -> None:
        entry, name = self._old[i], self.bodies.name_of_old(i)
        if self.bodies.sentence[i] != i:
            if self.bodies.sentence[i] in self.bodies.found.removed:
                return
            if not any(self.bodies.sentence[i] == mate for mate in self.bodies.mates.values()):
                self._paste.unkeyed.append(f"Bỏ{_at(entry)}: {entry.text}")
            return
        is_inside = (
            entry.section >= 0 and entry.section in self.bodies.found.removed and bool(self._old[entry.section].id)
        )
        group = "sections" if entry.subject == "section" else "tasks"
        item = self._ground.item(name) if group == "tasks" else None
        listed = self._list_of(name) if item is not None and item.own else ""
        if item is not None and item.own and item.path[:1] == ("sections",):
            self._relist(str(item.path[1]), item.wording, None)
        elif listed:
            self._relist(listed, name, None)
            self._paste.delete(("tasks", name), f"tasks: {name} (bỏ ý: {entry.text})")
        elif item is not None and item.path[:1] == ("tasks",) and self._is_added(name):
            self._paste.delete(("tasks", name), f"tasks: {name} (bỏ ý thêm: {entry.text})")
        elif group == "sections" and self._is_added_section(name):
            self._paste.delete(("sections", name), f"sections: {name} (bỏ mục thêm: {entry.text})")
        elif not is_inside:  # else its section goes
            reason = next((each.reason for each in self._content.left_out if each.id == name), REASON)
            if self._ground.loaded:
                self._paste.delete((group, name), f"{group}: {name} (các dòng cũ: đã bỏ thì chỉ ghi omit)")
            self._paste.put((group, name, "omit"), reason)
            self._remark(name, entry, f"bỏ: {entry.text}" if name not in self.bodies.stand_ins else "bỏ")

    def _is_added(self, name: str) -> bool:
        """Whether the item is the profile's own: without the profile's lines nobody knows it."""
        return self._in_profile(name, "section") and self._ground.made is not None and name not in self._homes()

    def _homes(self) -> dict[str, str]:
        return self._ground.made.outline.homes if self._ground.made else {}

    def _is_added_section(self, name: str) -> bool:
        found = self._ground.made.outline.division(name) if self._ground.made else None
        own = self._ground.loaded.profile.sections.get(name) if self._ground.loaded else None
        return found is not None and own is not None and found[1].own and (own.into or own.after) is not None


def _behind(entries: Sequence[ContentLine], j: int) -> str:
    return f", ngay sau “{shortened(entries[j - 1].text)}”" if j else ", đầu văn bản"


def _stopped(text: str) -> str:
    """Return a sentence with a stop at its end, of which its place in a list makes a `;`."""
    return f"{text[:-1]}." if text.endswith(";") else text


def _at(entry: ContentLine) -> str:
    return f" ở {entry.where}" if entry.where else ""
