"""The form of a profile as values, made from its models, in the order in which an officer knows things."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.dates import PlanDate
from kegen.form.adding import department_adding
from kegen.form.content import Contents
from kegen.form.field import Field, Value, fields_of, text_field, with_choices
from kegen.form.opened import Opened
from kegen.form.outline_parts import OutlineParts, choices_of
from kegen.form.part import Form, FormPart, with_problems
from kegen.form.placing import path_at
from kegen.form.typed_parts import line_of, typed_parts
from kegen.interview.question import Choice
from kegen.plan.resolve import Resolution
from kegen.problem import Problem
from kegen.profile.bases import Bases
from kegen.profile.body import RecipientChanges, Style
from kegen.profile.model import Profile
from kegen.profile.unit import Department, ParentPlan, Reporting, Signer, Unit
from kegen.yaml_text.fields import Expected
from kegen.yaml_text.model import InputModel
from kegen.yaml_text.nodes import Sequence
from kegen.yaml_text.tree import Path, Tree

_REST = ("outline", "closing", "closing_emphasis", "terms", "replace", "documents", "targets", "accept")
"""Keys of the whole profile that stand at the end, for who knows them."""


def make_form(opened: Opened) -> Form:
    """Return the form of a profile that was opened, in that state of its file.

    One that has problems is shown as far as it can be read: where no plan can be made, its own words, to be put right;
    one that is no YAML has none but these.
    """
    tree, made, problems = opened.tree, opened.made, opened.problems
    if tree is None:
        return Form(str(opened.path), opened.version, (), problems)
    parts, paths = (typed_parts(tree), {}) if made is None else (_parts(made, tree), made.paths)
    form = Form(tree.file, opened.version, tuple(parts))
    return with_problems(form, lambda each: paths.get(each) or _path_here(tree, each), problems)


def _path_here(tree: Tree, problem: Problem) -> Path | None:
    """Return the path of the value that a problem is told at, None for one of another file."""
    return path_at(tree, problem.place) if problem.place.file == tree.file else None


def _parts(made: Resolution, tree: Tree) -> Iterable[FormPart]:
    """Yield the parts: facts that an officer has at hand, then the paper from its first section to its annexes."""
    yield _parent(made, tree)
    yield _record(Unit, "unit", "Đơn vị", tree, _unit(made))
    yield _offices(made, tree)
    yield _signer(made, tree)
    top: dict[str, Value] = {"title": made.plan.title, "date": made.plan.issued}
    yield FormPart("so-ngay", "Số, ngày, trích yếu", (), fields=_top(tree, ("number", "date", "title"), top))
    yield FormPart(
        "noi-dung", "Nội dung", ("sections",), parts=OutlineParts(made, tree).parts(), actions=("add-section",)
    )
    yield _recipients(made, tree)
    yield _annexes(made, tree)
    yield _rest(made, tree)


def _record(model: type[InputModel], key: str, title: str, tree: Tree, usual: dict[str, Value]) -> FormPart:
    part = FormPart(key, title, (key,), line=line_of(tree, (key,)))
    return Contents(tree).of(model, (key,), usual).within(part)


def _top(tree: Tree, names: Iterable[str], usual: dict[str, Value] | None = None) -> tuple[Field, ...]:
    return fields_of(Profile, (), tree, usual, only=names)


def _values_of(record: InputModel | None) -> dict[str, Value]:
    """Return the texts of a record by key: what the draft takes, wherever it comes from."""
    values = ((name, getattr(record, name)) for name in type(record).model_fields) if record else ()
    return {name: _shown(value) for name, value in values if isinstance(value, str | tuple | PlanDate)}


def _shown(value: object) -> Value:
    if isinstance(value, tuple):
        return tuple(str(each) for each in value if isinstance(each, str))
    return value.iso() if isinstance(value, PlanDate) else str(value)


def _parent(made: Resolution, tree: Tree) -> FormPart:
    directive = _top(tree, ["directive"], {"directive": made.plan.standing.directive})
    part = _record(ParentPlan, "parent_plan", "Kế hoạch cấp trên", tree, _values_of(made.profile.parent_plan))
    return part._replace(fields=(*directive, *part.fields))


def _unit(made: Resolution) -> dict[str, Value]:
    header = made.plan.header
    place = header.place_and_date.rpartition(", ngày")[0]
    return {"place": place, "parent_body": header.parent, **_values_of(made.profile.unit)}


def _offices(made: Resolution, tree: Tree) -> FormPart:
    roles = {"roles": tuple(Choice(name, role.title) for name, role in made.pack.roles.items())}
    node = tree.node(("departments",))
    typed = [
        FormPart(
            id=f"departments-{index + 1}",
            title=each.name if (each := _at(made.profile.departments, index)) else "",
            path=("departments", index),
            state="own",
            fields=with_choices(fields_of(Department, ("departments", index), tree), roles),
            actions=("remove-item", "move-item"),
            line=line_of(tree, ("departments", index)),
        )
        for index in range(len(node.items) if isinstance(node, Sequence) else 0)
    ]
    names = {each.name for each in made.profile.departments}
    usual = [
        FormPart(f"usual-{index + 1}", office.name, (), "usual", _duties(made, office))
        for index, office in enumerate(made.usual_offices)
        if office.name not in names and any(_holds(made, role, office) for role in office.roles)
    ]
    parts = (*typed, *usual)
    return FormPart("departments", "Các cơ quan và vai trò", ("departments",), parts=parts, adds=(department_adding(),))


def _at(departments: tuple[Department, ...], index: int) -> Department | None:
    return departments[index] if index < len(departments) else None


def _holds(made: Resolution, role: str, office: Department) -> bool:
    holder = made.offices.get(role)
    return bool(holder and holder.name == office.name)


def _duties(made: Resolution, office: Department) -> str:
    """Return the roles that the office holds, in words."""
    return "; ".join(made.pack.roles[role].title for role in office.roles if _holds(made, role, office))


def _signer(made: Resolution, tree: Tree) -> FormPart:
    issuer = _top(tree, ["issued_by"], {"issued_by": made.issued_by})
    part = _record(Signer, "signer", "Người ký", tree, {})
    return part._replace(fields=(*part.fields, *issuer))


def _recipients(made: Resolution, tree: Tree) -> FormPart:
    path: Path = ("recipients",)
    node = tree.node(path)
    own = path if isinstance(node, Sequence) else (*path, "add")
    listed = tree.node(own)
    texts = range(len(listed.items)) if isinstance(listed, Sequence) else ()
    lines = [each.removeprefix("- ").rstrip(";.") for each in made.plan.recipients]
    usual = [
        FormPart(name, each.line, (*path, "drop", name), "usual", each.line, actions=("drop-recipient",))
        for name, each in made.recipients.items()
        if own != path and each.line in lines
    ]
    typed = [_recipient((*own, index), tree) for index in texts]
    known = {each.title for each in (*usual, *typed)}
    owed = [FormPart("", each, (), "usual", each) for each in lines[:-1] if own != path and each not in known]
    fields = (
        *(fields_of(RecipientChanges, path, tree, only=["drop"]) if own != path else ()),
        *_top(tree, ["archive"], {"archive": lines[-1].removeprefix("Lưu: VT").lstrip(", ") if lines else ""}),
    )
    return FormPart("recipients", "Nơi nhận", path, "", "", "", fields, (*usual, *typed, *owed), ("add-recipient",))


def _recipient(path: Path, tree: Tree) -> FormPart:
    field = text_field(path, tree, title="Nơi nhận", description="Mã của mẫu hoặc tên nơi nhận.")
    text = str(field.value)
    return FormPart("", text, path, "own", text, fields=(field,), actions=("remove-item", "move-item"), line=field.line)


def _annexes(made: Resolution, tree: Tree) -> FormPart:
    """Return the part of the annexes: the short way, then each of the profile's list with all that is in it."""
    packed = tuple(Choice(each.id, each.title or each.id) for each in made.pack.annexes)
    contents = Contents(tree, {"annexes": packed, **choices_of(made)})
    part = FormPart("annexes", "Phụ lục", ("annexes",), fields=_top(tree, ["annex"]), line=line_of(tree, ("annexes",)))
    part = contents.listed(Expected((Profile,)).into("annexes"), ("annexes",), part)
    return part._replace(inner=(), parts=part.inner)


def _rest(made: Resolution, tree: Tree) -> FormPart:
    """Return the part of what few profiles change: opening, style, reports, targets, words."""
    usual = made.usual
    parts = (
        _record(Bases, "bases", "Căn cứ, lời ban hành", tree, _values_of(usual.bases)),
        _record(Style, "style", "Cách trình bày", tree, _values_of(usual.style)),
        _record(Reporting, "reporting", "Hạn báo cáo", tree, _values_of(usual.reporting)),
    )
    closing = made.plan.closing[-1].text.removesuffix("./.") if made.plan.closing else ""
    part = FormPart("khac", "Những phần khác", (), parts=parts)
    return Contents(tree).of(Profile, (), {"closing": closing}, _REST).within(part)
