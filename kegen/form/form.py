"""The form of a profile as values, made from its models, in the order in which an officer knows things."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.form.field import Field, Value, fields_of, text_field, with_choices
from kegen.form.opened import Opened
from kegen.form.outline_parts import OutlineParts
from kegen.form.part import Form, Part, with_problems
from kegen.form.placing import path_at
from kegen.form.typed_parts import line_of, typed_parts
from kegen.interview.question import Choice
from kegen.plan.resolve import Examined
from kegen.problem import Problem
from kegen.profile.annexes import AnnexSpec
from kegen.profile.bases import Bases, Document
from kegen.profile.body import RecipientChanges, Style, Target
from kegen.profile.model import Profile
from kegen.profile.unit import Department, ParentPlan, Reporting, Signer, Unit
from kegen.yaml_text.model import InputModel
from kegen.yaml_text.nodes import Mapping, Scalar, Sequence
from kegen.yaml_text.tree import Path, Tree

_REST = ("outline", "closing", "terms", "replace", "accept")
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


def _parts(made: Examined, tree: Tree) -> Iterable[Part]:
    """Yield the parts: facts that an officer has at hand, then the paper from its first section to its annexes."""
    yield _parent(made, tree)
    yield Part(
        "unit", "Đơn vị", ("unit",), fields=_record(Unit, "unit", tree, _unit(made)), line=line_of(tree, ("unit",))
    )
    yield _offices(made, tree)
    yield _signer(made, tree)
    top: dict[str, Value] = {"title": made.plan.title, "date": made.plan.issued}
    yield Part("so-ngay", "Số, ngày, trích yếu", (), fields=_top(tree, ("number", "date", "title"), top))
    yield Part("noi-dung", "Nội dung", ("sections",), parts=OutlineParts(made, tree).parts(), actions=("add-section",))
    yield _recipients(made, tree)
    yield _annexes(tree)
    yield _rest(made, tree)


def _record(model: type[InputModel], key: str, tree: Tree, usual: dict[str, Value]) -> tuple[Field, ...]:
    return fields_of(model, (key,), tree, usual)


def _top(tree: Tree, names: Iterable[str], usual: dict[str, Value] | None = None) -> tuple[Field, ...]:
    return fields_of(Profile, (), tree, usual, only=names)


def _said(record: InputModel | None) -> dict[str, Value]:
    """Return the texts of a record by key: what the draft takes, wherever it comes from."""
    values = ((name, getattr(record, name)) for name in type(record).model_fields) if record else ()
    return {name: _shown(value) for name, value in values if isinstance(value, str | tuple) or hasattr(value, "iso")}


def _shown(value: object) -> Value:
    if isinstance(value, tuple):
        return tuple(str(each) for each in value if isinstance(each, str))
    return value if isinstance(value, str) else str(getattr(value, "iso")())  # noqa: B009 - a date


def _parent(made: Examined, tree: Tree) -> Part:
    directive = _top(tree, ["directive"], {"directive": made.plan.standing.directive})
    fields = _record(ParentPlan, "parent_plan", tree, _said(made.profile.parent_plan))
    line = line_of(tree, ("parent_plan",))
    return Part("parent_plan", "Kế hoạch cấp trên", ("parent_plan",), fields=(*directive, *fields), line=line)


def _unit(made: Examined) -> dict[str, Value]:
    header = made.plan.header
    place = header.place_and_date.rpartition(", ngày")[0]
    return {"place": place, "parent_body": header.parent, **_said(made.profile.unit)}


def _offices(made: Examined, tree: Tree) -> Part:
    roles = {"roles": tuple(Choice(name, role.title) for name, role in made.pack.roles.items())}
    node = tree.node(("departments",))
    typed = [
        Part(
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
        Part(f"usual-{index + 1}", office.name, (), "usual", _duties(made, office))
        for index, office in enumerate(made.usual_offices)
        if office.name not in names and any(_holds(made, role, office) for role in office.roles)
    ]
    return Part(
        "departments", "Các cơ quan và vai trò", ("departments",), parts=(*typed, *usual), actions=("add-item",)
    )


def _at(departments: tuple[Department, ...], index: int) -> Department | None:
    return departments[index] if index < len(departments) else None


def _holds(made: Examined, role: str, office: Department) -> bool:
    holder = made.offices.get(role)
    return bool(holder and holder.name == office.name)


def _duties(made: Examined, office: Department) -> str:
    """Return the roles that the office holds, in words."""
    return "; ".join(made.pack.roles[role].title for role in office.roles if _holds(made, role, office))


def _signer(made: Examined, tree: Tree) -> Part:
    issuer = _top(tree, ["issued_by"], {"issued_by": made.issued_by})
    fields = (*_record(Signer, "signer", tree, {}), *issuer)
    return Part("signer", "Người ký", ("signer",), fields=fields, line=line_of(tree, ("signer",)))


def _recipients(made: Examined, tree: Tree) -> Part:
    path: Path = ("recipients",)
    node = tree.node(path)
    own = path if isinstance(node, Sequence) else (*path, "add")
    listed = tree.node(own)
    texts = range(len(listed.items)) if isinstance(listed, Sequence) else ()
    lines = [each.removeprefix("- ").rstrip(";.") for each in made.plan.recipients]
    usual = [
        Part(name, each.line, (*path, "drop", name), "usual", each.line, actions=("drop-recipient",))
        for name, each in made.recipients.items()
        if own != path and each.line in lines
    ]
    typed = [_recipient((*own, index), tree) for index in texts]
    told = {each.title for each in (*usual, *typed)}
    owed = [Part("", each, (), "usual", each) for each in lines[:-1] if own != path and each not in told]
    fields = (
        *(fields_of(RecipientChanges, path, tree, only=["drop"]) if own != path else ()),
        *_top(tree, ["archive"], {"archive": lines[-1].removeprefix("Lưu: VT").lstrip(", ") if lines else ""}),
    )
    return Part("recipients", "Nơi nhận", path, "", "", "", fields, (*usual, *typed, *owed), ("add-recipient",))


def _recipient(path: Path, tree: Tree) -> Part:
    field = text_field(path, tree, title="Nơi nhận", description="Mã của mẫu hoặc tên nơi nhận.")
    text = str(field.value)
    return Part("", text, path, "own", text, fields=(field,), actions=("remove-item", "move-item"), line=field.line)


def _annexes(tree: Tree) -> Part:
    node = tree.node(("annexes",))
    parts = tuple(
        _annex(index, item, tree) for index, item in enumerate(node.items if isinstance(node, Sequence) else ())
    )
    return Part("annexes", "Phụ lục", ("annexes",), "", "", "", _top(tree, ["annex"]), parts, ("add-item",))


def _annex(index: int, item: object, tree: Tree) -> Part:
    path: Path = ("annexes", index)
    fields = (
        (text_field(path, tree, title="Phụ lục của mẫu"),)
        if isinstance(item, Scalar)
        else fields_of(AnnexSpec, path, tree)
    )
    title = next((str(each.value) for each in fields if each.path[-1] in {"title", index} and each.value), "Phụ lục")
    return Part(
        f"annexes-{index + 1}",
        title,
        path,
        "own",
        "",
        "",
        fields,
        (),
        ("remove-item", "move-item"),
        line_of(tree, path),
    )


def _rest(made: Examined, tree: Tree) -> Part:
    """Return the part of what few profiles change: opening, style, reports, targets, words."""
    records: list[tuple[type[InputModel], str, str]] = [
        (Bases, "bases", "Căn cứ, lời ban hành"),
        (Style, "style", "Cách trình bày"),
        (Reporting, "reporting", "Hạn báo cáo"),
    ]
    usual = {
        "style": _said(made.usual.style),
        "bases": _said(made.usual.bases),
        "reporting": _said(made.usual.reporting),
    }
    parts = [
        Part(key, title, (key,), fields=_record(model, key, tree, usual[key]), line=line_of(tree, (key,)))
        for model, key, title in records
    ]
    named: list[tuple[type[InputModel], str, str]] = [
        (Document, "documents", "Văn bản viện dẫn"),
        (Target, "targets", "Chỉ tiêu"),
    ]
    for model, key, title in named:
        node = tree.node((key,))
        names = [each.key for each in node.entries] if isinstance(node, Mapping) else []
        inner = tuple(
            Part(
                name,
                name,
                (key, name),
                "own",
                fields=fields_of(model, (key, name), tree),
                line=line_of(tree, (key, name)),
            )
            for name in names
        )
        parts.append(Part(key, title, (key,), parts=inner))
    closing = made.plan.closing[-1].text.removesuffix("./.") if made.plan.closing else ""
    return Part("khac", "Những phần khác", (), fields=_top(tree, _REST, {"closing": closing}), parts=tuple(parts))
