"""What a profile itself says, as parts of the form: where no plan can be made, or what has no place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.form.adding import department_adding
from kegen.form.content import Content, Contents
from kegen.form.field import Value, fields_of, text_field
from kegen.form.part import FormPart
from kegen.profile.body import Section, Task
from kegen.profile.model import Profile
from kegen.profile.unit import Department, ParentPlan, Signer, Unit
from kegen.yaml_text.nodes import Mapping, Scalar, Sequence
from kegen.yaml_text.tree import Path, Tree

_APART = ("parent_plan", "unit", "departments", "signer", "sections", "tasks")


def typed_parts(tree: Tree) -> Iterator[FormPart]:
    """Yield a part for each group of a profile, in the order of the whole form."""
    contents = Contents(tree)
    for model, key, title in ((ParentPlan, "parent_plan", "Kế hoạch cấp trên"), (Unit, "unit", "Đơn vị")):
        yield contents.of(model, (key,)).within(FormPart(key, title, (key,), line=line_of(tree, (key,))))
    node = tree.node(("departments",))
    items = range(len(node.items)) if isinstance(node, Sequence) else range(0)
    offices = tuple(_office(("departments", index), tree) for index in items)
    adds = (department_adding(),)
    yield FormPart("departments", "Các cơ quan và vai trò", ("departments",), parts=offices, adds=adds)
    signer = fields_of(Signer, ("signer",), tree)
    yield FormPart("signer", "Người ký", ("signer",), fields=signer, line=line_of(tree, ("signer",)))
    yield FormPart("noi-dung", "Nội dung", ("sections",), parts=tuple(entries_of_outline(tree)))
    rest = [name for name in Profile.model_fields if name not in _APART]
    yield contents.of(Profile, (), only=rest).within(FormPart("khac", "Những phần khác", ()))


def _office(path: Path, tree: Tree) -> FormPart:
    fields = fields_of(Department, path, tree)
    name, line = str(fields[0].value), line_of(tree, path)
    return FormPart(name, name, path, "own", fields=fields, actions=("remove-item", "move-item"), line=line)


def entries_of_outline(tree: Tree) -> Iterator[FormPart]:
    """Yield what the profile says of each section and item, by its id."""
    contents = Contents(tree)
    for group in ("sections", "tasks"):
        node = tree.node((group,))
        for entry in node.entries if isinstance(node, Mapping) else ():
            path: Path = (group, entry.key)
            is_section = group == "sections"
            content = contents.of(Section, path) if is_section else task_content(contents, path, {}, omit=True)
            line = line_of(tree, path)
            yield content.within(FormPart(entry.key, entry.key, path, "own", actions=("remove-item",), line=line))


def task_content(contents: Contents, path: Path, usual: dict[str, Value], *, omit: bool = False) -> Content:
    """Return what an item holds; one that is a sentence alone has that as its wording."""
    content = contents.of(Task, path, usual, None if omit else keys_but_omit(Task))
    if not isinstance(contents.tree.node(path), Scalar):
        return content
    info = content.fields[0]
    worded = text_field(path, contents.tree, title=info.title, description=info.description)
    worded = worded._replace(path=(*path, "wording"), example=info.example)
    return content._replace(fields=(worded, *content.fields[1:]))


def keys_but_omit(model: type[Section | Task]) -> Iterable[str]:
    """Return the keys of what is in the plan: why it is left out is none of them."""
    return [each for each in model.model_fields if each != "omit"]


def line_of(tree: Tree, path: Path) -> int:
    """Return the line of the key or item at the path, from 1; 0 where there is none."""
    return tree.key_place(path).line if tree.node(path) is not None else 0
