"""What a profile itself says, as parts of the form: where no plan can be made, or what has no place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.form.field import Field, Value, fields_of, text_field
from kegen.form.part import Part
from kegen.profile.body import Section, Task
from kegen.profile.model import Profile
from kegen.profile.unit import Department, ParentPlan, Signer, Unit
from kegen.yaml_text.nodes import Mapping, Scalar, Sequence
from kegen.yaml_text.tree import Path, Tree

_APART = ("parent_plan", "unit", "departments", "signer", "sections", "tasks")


def typed_parts(tree: Tree) -> Iterator[Part]:
    """Yield a part for each group of a profile, in the order of the whole form."""
    for model, key, title in ((ParentPlan, "parent_plan", "Kế hoạch cấp trên"), (Unit, "unit", "Đơn vị")):
        yield Part(key, title, (key,), fields=fields_of(model, (key,), tree), line=line_of(tree, (key,)))
    node = tree.node(("departments",))
    items = range(len(node.items)) if isinstance(node, Sequence) else range(0)
    offices = tuple(_office(("departments", index), tree) for index in items)
    yield Part("departments", "Các cơ quan và vai trò", ("departments",), parts=offices, actions=("add-item",))
    signer = fields_of(Signer, ("signer",), tree)
    yield Part("signer", "Người ký", ("signer",), fields=signer, line=line_of(tree, ("signer",)))
    yield Part("noi-dung", "Nội dung", ("sections",), parts=tuple(entries_of_outline(tree)))
    rest = [name for name in Profile.model_fields if name not in _APART]
    yield Part("khac", "Những phần khác", (), fields=fields_of(Profile, (), tree, only=rest))


def _office(path: Path, tree: Tree) -> Part:
    fields = fields_of(Department, path, tree)
    name, line = str(fields[0].value), line_of(tree, path)
    return Part(name, name, path, "own", fields=fields, actions=("remove-item", "move-item"), line=line)


def entries_of_outline(tree: Tree) -> Iterator[Part]:
    """Yield what the profile says of each section and item, by its id."""
    for group in ("sections", "tasks"):
        node = tree.node((group,))
        for entry in node.entries if isinstance(node, Mapping) else ():
            path: Path = (group, entry.key)
            fields = fields_of(Section, path, tree) if group == "sections" else task_fields(path, tree, {}, omit=True)
            line = line_of(tree, path)
            yield Part(entry.key, entry.key, path, "own", fields=fields, actions=("remove-item",), line=line)


def task_fields(path: Path, tree: Tree, usual: dict[str, Value], *, omit: bool = False) -> tuple[Field, ...]:
    """Return the fields of an item; those of one that is a sentence alone have that as its wording."""
    fields = fields_of(Task, path, tree, usual, None if omit else keys_but_omit(Task))
    if not isinstance(tree.node(path), Scalar):
        return fields
    info = fields[0]
    worded = text_field(path, tree, title=info.title, description=info.description)
    return (worded._replace(path=(*path, "wording"), example=info.example), *fields[1:])


def keys_but_omit(model: type[Section | Task]) -> Iterable[str]:
    """Return the keys of what is in the plan: why it is left out is none of them."""
    return [each for each in model.model_fields if each != "omit"]


def line_of(tree: Tree, path: Path) -> int:
    """Return the line of the key or item at the path, from 1; 0 where there is none."""
    return tree.key_place(path).line if tree.node(path) is not None else 0
