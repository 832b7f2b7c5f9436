"""What a profile changes in the sections of the outline: worded, left out, added, moved into and among others."""

from __future__ import annotations

from collections.abc import Mapping

from kegen.pack.model import DEEPEST
from kegen.plan.marks import NONE
from kegen.plan.outline import FIRST, Division, Omission, Outline, Placed, in_turn, put_after
from kegen.plan.problems import ProfileProblems
from kegen.profile.body import Section
from kegen.profile.scalars import AS_TYPED
from kegen.vietnamese import nearest
from kegen.yaml_text.tree import Path


class SectionEditor:
    """Changes the sections of an outline as a profile says; notes what cannot be done."""

    def __init__(self, outline: Outline, problems: ProfileProblems) -> None:
        self._outline, self._problems = outline, problems
        self._all = {division.id: division for _, division in outline.walk()}
        self._above = {inner.id: division for division in self._all.values() for inner in division.divisions}
        """What each division stands in, by its id."""

    def apply(self, sections: Mapping[str, Section]) -> None:
        """Change and add sections, then put each into the one it names, then leave out, then set the order.

        So it does not matter which of them the profile speaks of first.
        """
        for name, section in sections.items():
            if not section.omit:
                self._change_or_add(name, section)
        for name, section in sections.items():
            if section.into and not section.omit:
                self._enter(name, section.into)
        self._omit({name: section.omit for name, section in sections.items() if section.omit})
        self._move(sections)

    def _change_or_add(self, name: str, section: Section) -> None:
        path: Path = ("sections", name)
        division = self._all.get(name)
        if division is None and (taken := self._outline.at_hand.pop(name, None)):
            division = self._all[name] = taken
            self._outline.divisions.append(taken)
        if division:
            if section.silent and not self._problems.unreadable((*path, "omit")):
                message = f"chưa nói gì về mục “{name}”; muốn bỏ thì ghi omit: lý do"
                self._problems.key_error(path, "rong", message)
        elif isinstance(section.title, str) or section.office or _is_added_group(section):
            division = self._all[name] = Division(name)
            self._outline.divisions.append(division)
        else:
            self._note_unknown(name)
            return
        division.change(section, path)
        if division.is_group and section.mark not in {None, NONE, AS_TYPED}:
            message = f"mục “{name}” không có tiêu đề nên không có dấu; hãy ghi title, hoặc bỏ dòng này"
            self._problems.error((*path, "mark"), "thua", message)

    def _note_unknown(self, name: str) -> None:
        hint = f"{self.which(name)} Nếu là mục thêm, hãy ghi title và into"
        self._problems.key_error(("sections", name), "muc-la", f"mẫu của cấp này không có mục “{name}”; {hint}")

    def which(self, name: str) -> str:
        """Return which sections a name could have meant, for a message."""
        known = [*(division.id for _, division in self._outline.walk()), *self._outline.at_hand]
        near = nearest(name, known)
        return f"có phải là “{near}”?" if near else f"các mục: {', '.join(known)}."

    def _chain(self, division: Division) -> list[Division]:
        """Return a division and what it stands in, the innermost first."""
        chain = [division]
        while (above := self._above.get(chain[-1].id)) is not None:
            chain.append(above)
        return chain

    def _siblings(self, division: Division) -> list[Division]:
        above = self._above.get(division.id)
        return self._outline.divisions if above is None else above.divisions

    def _enter(self, name: str, into: str) -> None:
        """Move a division into the one of that id, at the end; notes where it cannot stand there."""
        division, home, path = self._all.get(name), self._all.get(into), ("sections", name, "into")
        if division is None:
            return
        if home is None:
            self._problems.error(path, "muc-la", f"không có mục “{into}”; {self.which(into)}")
        elif any(each is division for each in self._chain(home)):
            self._problems.error(path, "muc-vong", f"mục “{name}” không thể nằm trong chính nó; hãy sửa into")
        elif home.is_group:
            message = f"mục “{into}” không có tiêu đề nên không chứa mục khác; hãy ghi title cho mục ấy, hoặc sửa into"
            self._problems.error(path, "muc-khong-tieu-de", message)
        elif len(self._chain(home)) + division.height() > DEEPEST:
            self._problems.error(path, "muc-sau", f"mục “{name}” nằm sâu quá {DEEPEST} cấp; hãy bớt một cấp mục")
        elif self._above.get(name) is not home:
            self._siblings(division).remove(division)
            home.divisions.append(division)
            self._above[name] = home

    def _omit(self, reasons: Mapping[str, str]) -> None:
        for name, reason in reasons.items():
            if (division := self._all.get(name)) is None:
                self._note_unknown(name)
            else:
                self._check_inside(division, reasons)
                self._leave_out(division, reason)

    def _check_inside(self, division: Division, reasons: Mapping[str, str]) -> None:
        """Note a section that the profile speaks of and that goes with the one left out."""
        for _, inner in division.inside():
            if inner.path and inner.id not in reasons:
                message = (
                    f"mục “{inner.id}” nằm trong mục “{division.id}” đã bỏ nên không được in;"
                    " hãy ghi into: mục khác, hoặc bỏ các dòng này"
                )
                self._problems.key_error(inner.path, "muc-da-bo", message)

    def _leave_out(self, division: Division, reason: str) -> None:
        """Take a division out; its items stay at hand for another one."""
        self._siblings(division).remove(division)
        items = [item for each in (division, *(inner for _, inner in division.inside())) for item in each.items]
        self._outline.spare |= {item.id: item for item in items}
        for item in items:
            self._outline.excuse(item, reason)
        words, own, deadline = division.title, division.own, ""
        if division.is_group and items:
            words, own, deadline = items[0].wording, items[0].own, items[0].deadline
        words = words or (f"{{{{ office('{division.office}') }}}}" if division.office else division.id)
        self._outline.left_out.append(Omission(division.id, words, own, reason, deadline))

    def _move(self, sections: Mapping[str, Section]) -> None:
        """Put each section after the one it names, that one first."""
        wanted = {name: each.after for name, each in sections.items() if each.after and not each.omit}
        for name in in_turn(wanted):
            if placed := self._all.get(name):
                move_after(self._siblings(placed), placed, wanted[name], ("sections", name), self._problems)


def _is_added_group(section: Section) -> bool:
    """Whether a section without a title is meant as a group of items, not as one of the pack by a wrong name."""
    return section.tasks is not None and bool(section.into or section.after or section.mark)


def move_after(siblings: list[Placed], one: Placed, after: str, path: Path, problems: ProfileProblems) -> None:
    """Put one of the siblings after the one of that id, or first; notes an id that is not among them."""
    siblings.remove(one)
    if not put_after(siblings, one, after):
        ids: list[str] = [each.id for each in siblings]
        near = nearest(after, ids)
        hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join([FIRST, *ids])}"
        problems.error((*path, "after"), "cho-la", f"trong mục ấy không có “{after}”; {hint}")
        siblings.append(one)
