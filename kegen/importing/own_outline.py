"""The body of a plan that was read as sections and items of a profile: as typed, or by the pack's ids with edits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kegen.importing.own_looks import emphasis_of, footnotes_of
from kegen.importing.own_tables import table_data
from kegen.importing.own_text import Data, OwnValues
from kegen.pack.model import DEEPEST
from kegen.plan.marks import Numbering
from kegen.plan.model import Paragraph, Task
from kegen.profile.scalars import AS_TYPED
from kegen.yaml_text.tree import Path

_HEADINGS = frozenset({"muc", "khoan", "tiet", "nhom"})
_DASHES = re.compile(r"([-+]) (?=\S)")
_PAGE_WIDTH = 160
_NONE = "khong"
_USUAL_MARKS = ("-", "+", "a)", "1.")
_FEWEST = 2
"""One item alone has no mark unless it is typed."""


@dataclass
class OwnItem:
    """A paragraph or a table below a heading."""

    paragraph: Paragraph
    known: str = ""
    """The id of the pack's sentence that it is, "" for own words."""
    edits: dict[str, str] = field(default_factory=dict)
    prefix: str = ""
    """The mark, with its blank, that kegen writes before it."""

    @property
    def name(self) -> str:
        """What its entry is called: no name that kegen gives an item of a list, as a heading's own would be."""
        own = f"{self.paragraph.id}-y" if self.paragraph.kind in _HEADINGS else self.paragraph.id
        return self.known or own

    @property
    def bare(self) -> str:
        """Its words without that mark."""
        return self.paragraph.text.removeprefix(self.prefix)


@dataclass
class OwnSection:
    """A heading with what stands right under it; without a heading, what goes on with the section `into`."""

    id: str
    into: str = ""
    heading: Paragraph | None = None
    items: list[OwnItem] = field(default_factory=list)

    marks: str = AS_TYPED
    """The mark that all its items have, one after another; else that they are as typed."""

    def settle_marks(self) -> None:
        """Take the marks that kegen would write itself off the items."""
        items = [each for each in self.items if not each.paragraph.table]
        for mark in _USUAL_MARKS if len(items) >= _FEWEST else ():
            numbering = Numbering()
            prefixes = [numbering.next(mark) for _ in items]
            if all(each.paragraph.text.startswith(own) for each, own in zip(items, prefixes, strict=True)):
                self.marks = mark
                for each, own in zip(items, prefixes, strict=True):
                    each.prefix = own
                return
        for each in items:
            found = _DASHES.match(each.paragraph.text)
            each.prefix = found[0] if found else ""


class OutlineReader:
    """Sorts the paragraphs of a body into sections."""

    def __init__(self, body: Sequence[Paragraph]) -> None:
        self._body = body
        self._depths: dict[str, int] = {}
        self.sections: list[OwnSection] = []

    def read(self) -> list[OwnSection]:
        """Return the sections in the order of the body."""
        for at, each in enumerate(self._body):
            if each.kind in _HEADINGS and self._leads(at):
                self._open(each)
            elif each.table:
                self._table(each)
            else:
                self._add(each)
        for section in self.sections:
            section.settle_marks()
        return self.sections

    def go_on(self, paragraphs: Sequence[Paragraph]) -> None:
        """Add paragraphs that stand behind the whole body."""
        if paragraphs:
            self.sections.append(self._group(""))
            self.sections[-1].items += [OwnItem(each) for each in paragraphs]

    def _leads(self, at: int) -> bool:
        """Whether something stands under the heading: what leads nothing is an item."""
        name, following = self._body[at].id, self._body[at + 1 : at + 2]
        depth = self._depths.get(self._home(name), 0) + 1
        is_over = bool(following) and (bool(following[0].table) or following[0].id.startswith(f"{name}-"))
        return is_over and depth <= DEEPEST and not self._body[at].table

    def _home(self, name: str) -> str:
        """Return the section that a paragraph of the body stands in, "" for none."""
        while name and "-" in name:
            name = name.rpartition("-")[0]
            if name in self._depths:
                return name
        return ""

    def _open(self, heading: Paragraph) -> None:
        home = self._home(heading.id)
        self._depths[heading.id] = self._depths.get(home, 0) + 1
        self.sections.append(OwnSection(heading.id, home, heading))

    def _add(self, paragraph: Paragraph) -> None:
        home = self._home(paragraph.id)
        last = self.sections[-1] if self.sections else None
        if last is None or (last.id if last.heading else last.into) != home:
            self.sections.append(self._group(home))
        self.sections[-1].items.append(OwnItem(paragraph))

    def _table(self, table: Paragraph) -> None:
        if not self.sections:
            self.sections.append(self._group(""))
        self.sections[-1].items.append(OwnItem(table))

    def _group(self, home: str) -> OwnSection:
        stem = home or "phan"
        number = 1 + sum(each.heading is None and each.into == home for each in self.sections)
        return OwnSection(f"{stem}-tiep-{number}" if home else f"phan-{number}", home)


def items_of(sections: Sequence[OwnSection]) -> Iterator[tuple[OwnSection, OwnItem]]:
    """Yield all items with their sections in the order of the body."""
    for section in sections:
        yield from ((section, each) for each in section.items)


class OutlineWriter:
    """Writes sections and items into the values of a profile."""

    def __init__(
        self, own: OwnValues, tasks: Mapping[str, Task], names: Mapping[str, str], offices: Mapping[str, str]
    ) -> None:
        """`names`: what sections are called in the profile, where the pack has them; `offices`, each office."""
        self._own, self._tasks, self._names, self._offices = own, tasks, names, offices
        self.called: dict[str, str] = {}
        """What the tasks of the plan that are items here are called in the profile, by their ids."""

    def write(self, sections: Sequence[OwnSection]) -> None:
        """Write `sections` and `tasks`."""
        repeated = Counter(each.paragraph.text for _, each in items_of(sections))
        self._repeated = {text for text, count in repeated.items() if count > 1}
        self.entries: Data = {}
        self._own.values["sections"] = {self._name(each.id): self._section(each) for each in sections}
        if self.entries:
            self._own.values["tasks"] = self.entries

    def _name(self, section: str) -> str:
        return self._names.get(section, section)

    def _section(self, section: OwnSection) -> Data:
        path: Path = ("sections", self._name(section.id))
        data: Data = {}
        if section.heading:
            data = {"title": section.heading.text, "mark": AS_TYPED, **self._emphasis(section.heading, path)}
        else:
            data = {"mark": AS_TYPED}
        if section.into:
            data["into"] = self._name(section.into)
        if section.items:
            marks = section.marks
            data |= {"marks": marks, "tasks": [self._item(each, marks) for each in section.items]}
        return data

    def _item(self, item: OwnItem, marks: str) -> str:
        """Return what a section lists of an item: its words, or the id of its entry under `tasks`."""
        paragraph = item.paragraph
        if paragraph.table:
            self.entries[paragraph.id] = {"table": table_data(paragraph.table, _PAGE_WIDTH, self.called)}
            return paragraph.id
        name = item.name
        facts = self._facts(paragraph.id, name) | self._emphasis(paragraph, ("tasks", name))
        if item.known:
            return self._by_id(item, marks, facts)
        wording = paragraph.text if marks == AS_TYPED else item.bare
        is_bare = not facts and ("tasks", name) not in self._own.remarks
        if is_bare and " " in wording and paragraph.text not in self._repeated:
            return wording
        self.entries[name] = {"wording": wording, **facts}
        return name

    def _by_id(self, item: OwnItem, marks: str, facts: Data) -> str:
        data: Data = {"mark": item.prefix.strip() or _NONE} if marks == AS_TYPED else {}
        data |= {"edits": item.edits} if item.edits else {}
        if data | facts:  # what was read of one without a value stands with the other remarks
            self.entries[item.known] = data | facts
        return item.known

    def _facts(self, task_id: str, name: str) -> Data:
        """Return what was read of a task beside its words; what belongs to nobody's task stands as a remark."""
        task = self._tasks.get(task_id)
        if task is None:
            return {}
        leads = [self._offices.get(each, each) for each in task.leads]
        facts: Data = {
            "lead": leads[0] if len(leads) == 1 else leads,
            "helpers": [self._offices.get(each, each) for each in task.helpers],
            "watcher": self._offices.get(task.watcher, task.watcher),
            "deadline": task.deadline,
            "product": task.product,
        }
        facts = {key: value for key, value in facts.items() if value}
        if leads:
            self.called[task_id] = name
            return facts
        for key, value in facts.items():
            written = "; ".join(value) if isinstance(value, list) else value
            self._own.remark(("tasks", name), f"Đọc được {_CALLED[key]} nhưng chưa rõ ai chủ trì: {written}")
        return {}

    def _emphasis(self, paragraph: Paragraph, path: Path) -> Data:
        """Return what stands out in a paragraph and its footnotes."""
        faces, plain = emphasis_of(paragraph)
        notes, lost = footnotes_of(paragraph)
        for words in plain:
            self._own.leave(path, "chữ in đậm, nghiêng hay chỉ số", words)
        for note in lost:
            self._own.leave(path, "chú thích chân trang", note)
        data: Data = {"emphasis": faces} if faces else {}
        return data | ({"footnotes": notes} if notes else {})


_CALLED = {
    "helpers": "cơ quan phối hợp",
    "watcher": "cơ quan theo dõi",
    "deadline": "thời hạn",
    "product": "sản phẩm",
}
