"""The outline of a plan as parts of the form: its sections, and in each what is taken, left out and offered."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.form.adding import Choices
from kegen.form.content import Contents
from kegen.form.field import Value, fields_of
from kegen.form.part import Action, FormPart, State
from kegen.form.typed_parts import entries_of_outline, keys_but_omit, line_of, task_content
from kegen.interview.question import Choice
from kegen.pack.model import PackSection
from kegen.plan.marks import without_mark
from kegen.plan.model import LeftOut, Paragraph, Task
from kegen.plan.outline import Division, Item
from kegen.plan.resolve import Resolution
from kegen.profile.body import Section
from kegen.profile.body import Task as TaskEntry
from kegen.yaml_text.tree import Path, Tree

_SHORT = 80
"""Letters of a sentence that stand for it in a heading."""
_OFFICE_KEYS = ("lead", "helpers", "watcher", "office")


class OutlineParts:
    """Makes the parts of one plan's outline."""

    def __init__(self, made: Resolution, tree: Tree) -> None:
        self._made, self._tree = made, tree
        self._printed: dict[str, Paragraph] = {}
        for each in made.plan.body:
            self._printed.setdefault(each.id, each)
        self._tasks: dict[str, Task] = {each.id: each for each in made.plan.tasks}
        self._left_out = {each.id: each for each in made.plan.left_out}
        self._titles = dict(_titles(made.pack.sections))
        self._optional = set(_optional(made.pack.sections))
        self._contents = Contents(tree, {**dict.fromkeys(_OFFICE_KEYS, _offices(made)), **choices_of(made)})

    def parts(self) -> tuple[FormPart, ...]:
        """Return a part for each main section, and one for each section that is left out."""
        divisions = tuple(self._division(each) for each in self._made.outline.divisions)
        homes = self._made.outline.homes
        gone = [each for name, each in self._left_out.items() if name not in homes and self._is_section(name)]
        shown = (*divisions, *(self._gone(each, "sections") for each in gone))
        known = {each.path for part in shown for each in part.walk()}
        return (*shown, *(each for each in entries_of_outline(self._tree) if each.path not in known))

    def _is_section(self, name: str) -> bool:
        return self._tree.node(("sections", name, "omit")) is not None

    def _division(self, division: Division) -> FormPart:
        path: Path = ("sections", division.id)
        printed = self._printed.get(division.id)
        heading = without_mark(printed.text) if printed and division.title else ""
        own = division.id not in self._titles
        items = tuple(self._item(each) for each in division.items)
        gone = tuple(self._gone(each, "tasks") for each in self._of(division.id))
        offered = tuple(self._offered(each) for each in self._at_hand(division.id))
        usual: dict[str, Value] = {"title": heading, "office": division.office or ""}
        part = FormPart(
            id=division.id,
            title=printed.text if printed and not division.is_group else "",
            path=path,
            state="own" if own else "typed" if self._tree.node(path) else "usual",
            parts=(*items, *gone, *offered, *map(self._division, division.divisions)),
            actions=("remove-item", "add-task", "add-section") if own else ("omit", "add-task", "add-section"),
            line=line_of(self._tree, path),
        )
        return self._contents.of(Section, path, usual, keys_but_omit(Section)).within(part)

    def _item(self, item: Item) -> FormPart:
        sentence = self._sentence(item)
        path: Path = item.path or ("tasks", item.id)
        listed = path[0] == "sections"
        is_own = item.id not in self._made.outline.homes
        state: State = "own" if is_own else "typed" if self._tree.node(path) else "usual"
        actions: tuple[Action, ...] = ("remove-item", *(("move-item",) if listed else ())) if is_own else ("omit",)
        part = FormPart(
            id=item.id,
            title=_short(sentence),
            path=path,
            state=state,
            text=sentence,
            actions=actions,
            line=line_of(self._tree, path),
        )
        return task_content(self._contents, path, self._facts(item, sentence)).within(part)

    def _facts(self, item: Item, sentence: str) -> dict[str, Value]:
        """Return what the draft takes of the item where the profile says nothing."""
        task = self._tasks.get(item.id)
        if task is None:
            return {"wording": sentence}
        return {
            "wording": sentence,
            "brief": task.brief,
            "lead": "; ".join(task.leads),
            "helpers": task.helpers,
            "watcher": task.watcher,
            "deadline": task.deadline,
            "product": task.product,
            "target": task.target,
        }

    def _sentence(self, item: Item) -> str:
        if task := self._tasks.get(item.id):
            return task.wording
        printed = self._printed.get(item.id)
        return without_mark(printed.text) if printed else ""

    def _of(self, section: str) -> list[LeftOut]:
        homes = self._made.outline.homes
        return [each for name, each in self._left_out.items() if homes.get(name) == section]

    def _at_hand(self, section: str) -> list[str]:
        homes = self._made.outline.homes
        return [name for name in self._made.offered if homes.get(name) == section and name not in self._left_out]

    def _gone(self, left: LeftOut, group: str) -> FormPart:
        path: Path = (group, left.id)
        model = Section if group == "sections" else TaskEntry
        fields = fields_of(model, path, self._tree, only=["omit"])
        home = self._made.outline.homes.get(left.id, "") if left.id in self._optional else ""
        return FormPart(
            left.id,
            _short(left.what),
            path,
            "left-out",
            left.what,
            home,
            fields,
            (),
            ("take",),
            line_of(self._tree, path),
        )

    def _offered(self, name: str) -> FormPart:
        words, home = self._made.offered[name], self._made.outline.homes.get(name, "")
        return FormPart(name, _short(words), ("tasks", name), "offered", words, home, actions=("take", "omit"))


def choices_of(made: Resolution) -> Choices:
    """Return what rows of tables may name: the tasks of the plan."""
    return {"task": tuple(Choice(each.id, _short(each.wording)) for each in made.plan.tasks)}


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _SHORT else sentence[:_SHORT].rsplit(" ", 1)[0] + " …"


def _titles(sections: tuple[PackSection, ...]) -> Iterator[tuple[str, PackSection]]:
    for each in sections:
        yield each.id, each
        yield from _titles(each.sections)


def _optional(sections: tuple[PackSection, ...]) -> Iterator[str]:
    for _, section in _titles(sections):
        yield from (task.id for task in section.tasks if task.optional)


def _offices(made: Resolution) -> tuple[Choice, ...]:
    """Return who may be given work: each role with who holds it, then the offices that hold none."""
    holders = {role: office for role in made.pack.roles if (office := made.offices.get(role))}
    names = {office.name for office in holders.values()}
    others = [each.name for each in made.profile.departments if each.name not in names]
    return (*(Choice(role, office.name) for role, office in holders.items()), *map(Choice, others))
