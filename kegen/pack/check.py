"""What a pack's parts say of each other: ids twice, names of things it does not have, Jinja that cannot run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import TemplateSyntaxError
from jinja2 import nodes as jinja

from kegen.pack.check_outline import check_outline
from kegen.pack.model import Leads, LevelKey, Pack, PackDoubt, PackPlace, PackSection, PackTask
from kegen.pack.wordings import ENVIRONMENT, wordings
from kegen.problem import Problem
from kegen.profile.annexes import TableSpec, TaskRowSpec
from kegen.profile.bases import BasisLine
from kegen.vietnamese import nearest
from kegen.yaml_text.nodes import Scalar
from kegen.yaml_text.tree import Path, Tree

FACTS = frozenset(
    {"level", "tier", "area", "unit", "province_area", "province_unit", "year", "half_year", "year_end", "issuer"}
    | {"parent_body", "parent_kind", "parent_issuer"}
    | {"deadline", "due", "soon", "units_half_year", "units_year_end"}
    | {"month", "quarter", "event", "units_month", "units_quarter", "units_event"}
)
"""What a wording may name beside the pack's terms: facts of the unit and its plan.

The item's own are `deadline`, and `due`, the deadline as a sentence goes on with it.
"""

PARENT = "cap-tren"
Mention = tuple[Path, str, str]
"""Where a name is used, what kind of thing it names, and the name."""

_LONGEST_SHOWN = 60
_WORDS = {"cite": "văn bản", "office": "vai trò", "target": "chỉ tiêu", "task": "nhiệm vụ"}
_WORDS |= {"term": "từ", "section": "mục", "recipient": "nơi nhận"}
_FUNCTIONS = ("cite", "office", "target")
"""What a wording may call."""


def check_pack(pack: Pack, tree: Tree) -> Iterator[Problem]:
    """Yield what is wrong between the parts of a pack, each part being right by itself."""
    known = {"cite": {*pack.documents, PARENT}, "office": set(pack.roles), "target": set(pack.targets)}
    known |= {"term": set(pack.terms), "recipient": {each.id for each in pack.recipients}}
    known["task"] = {each.id for _, each in _walk(pack) if isinstance(each, PackTask)}
    known["section"] = {each.id for _, each in _walk(pack) if isinstance(each, PackSection)}
    yield from _twice(tree, ((path, each.id) for path, each in _walk(pack) if isinstance(each, PackSection)))
    yield from _twice(tree, ((path, each.id) for path, each in _walk(pack) if isinstance(each, PackTask)))
    yield from _twice(tree, ((("recipients", i), each.id) for i, each in enumerate(pack.recipients)))
    yield from _twice(tree, ((("annexes", i), each.id) for i, each in enumerate(pack.annexes)))
    for path, kind, name in _mentions(pack):
        if name not in known[kind]:
            yield tree.problem(path, "ten-la", _unknown(_WORDS[kind], name, known[kind]))
    yield from check_outline(pack, tree)
    yield from _incomplete(pack, tree)
    yield from _unfilled(pack, tree)
    names = {*FACTS, *pack.terms, *_FUNCTIONS}
    for scalar in dict.fromkeys(wordings(tree.root)):
        yield from _slips(scalar, names, known)


def _walk(pack: Pack) -> Iterator[tuple[Path, PackSection | PackTask]]:
    sections: list[tuple[Path, PackSection]] = [(("sections", i), each) for i, each in enumerate(pack.sections)]
    for path, section in sections:
        yield path, section
        yield from (((*path, "tasks", i), task) for i, task in enumerate(section.tasks))
        sections += [((*path, "sections", i), inner) for i, inner in enumerate(section.sections)]


def _twice(tree: Tree, ids: Iterable[tuple[Path, str]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, name in ids:
        if name in seen:
            yield tree.problem((*path, "id"), "ma-trung", f"mã “{name}” đã dùng ở trên; hãy đặt mã khác")
        seen.add(name)


def _mentions(pack: Pack) -> Iterator[Mention]:
    for path, part in _walk(pack):
        yield from _of_section(path, part) if isinstance(part, PackSection) else _of_task(path, part)
    for index, recipient in enumerate(pack.recipients):
        yield from (((("recipients", index, "covers", i)), "office", role) for i, role in enumerate(recipient.covers))
    for index, place in enumerate(pack.places):
        yield from _of_place(("places", index), place)
    yield from _of_doubts((), pack.doubts)
    for index, annex in enumerate(pack.annexes):
        tables = [(name, each) for name in ("above", "below") for each in enumerate(getattr(annex, name))]
        yield from _of_table(("annexes", index), annex)
        for name, (at, each) in tables:
            yield from () if isinstance(each, str) else _of_table(("annexes", index, name, at), each)
    for level, defaults in pack.levels.items():
        for index, department in enumerate(defaults.departments):
            path = ("levels", level, "departments", index, "roles")
            yield from (((*path, i), "office", role) for i, role in enumerate(department.roles))
        yield from ((("levels", level, "bases", "cite", i), "cite", d) for i, d in enumerate(defaults.bases.cite or ()))
        for index, line in enumerate(defaults.bases.lines or ()):
            path = ("levels", level, "bases", "lines", index, "cite")
            cited = line.cite if isinstance(line, BasisLine) else ()
            yield from (((*path, i), "cite", d) for i, d in enumerate(cited))
        yield from ((("levels", level, "carries_out", i), "task", t) for i, t in enumerate(defaults.carries_out))
    yield from ((("chain", i), "cite", name) for i, name in enumerate(pack.chain))
    yield from _of_orders(pack)


def _of_orders(pack: Pack) -> Iterator[Mention]:
    """Yield the sections and the task that what the plan above orders goes to."""
    places = (
        (("orders_into",), "section", pack.orders_into),
        (("start", "tasks"), "section", pack.start.tasks),
        (("start", "targets"), "section", pack.start.targets),
        (("start", "reporter"), "task", pack.start.reporter),
    )
    yield from ((path, kind, name) for path, kind, name in places if name)


def _of_place(path: Path, place: PackPlace) -> Iterator[Mention]:
    yield from (((*path, "terms", name), "term", name) for name in place.terms or ())
    yield from (((*path, "without", i), "recipient", name) for i, name in enumerate(place.without))
    yield from (((*path, "outside", i), "office", role) for i, role in enumerate(place.outside))
    yield from _of_doubts(path, place.doubts)


def _of_doubts(path: Path, doubts: Iterable[PackDoubt]) -> Iterator[Mention]:
    for index, doubt in enumerate(doubts):
        for kind, name in (("term", doubt.term), ("office", doubt.role)):
            if name:
                yield (*path, "doubts", index), kind, name


def _of_section(path: Path, section: PackSection) -> Iterator[Mention]:
    if section.office:
        yield (*path, "office"), "office", section.office


def _of_task(path: Path, task: PackTask) -> Iterator[Mention]:
    yield from _leads((*path, "lead"), task.lead)
    if task.published:
        yield from _leads((*path, "published", "lead"), task.published.lead)
    for level, helpers in (task.helpers if isinstance(task.helpers, dict) else {None: task.helpers}).items():
        at = (*path, "helpers", *([level] if level else []))
        yield from (((*at, i), "office", role) for i, role in enumerate(helpers))
    yield from (((*path, "carries_out", i), "task", name) for i, name in enumerate(task.carries_out))
    yield from _leads((*path, "watcher"), task.watcher)
    yield from _of_table((*path, "table"), task.table) if task.table else ()
    if task.beside:
        yield (*path, "beside"), "office", task.beside
    if task.target:
        yield (*path, "target"), "target", task.target


def _of_table(path: Path, table: TableSpec) -> Iterator[Mention]:
    for index, row in enumerate(table.rows):
        if isinstance(row, TaskRowSpec):
            yield (*path, "rows", index, "task"), "task", row.task


def _leads(path: Path, lead: Leads | Mapping[LevelKey, Leads] | Mapping[LevelKey, str] | None) -> Iterator[Mention]:
    if isinstance(lead, str):
        yield path, "office", lead
    elif isinstance(lead, tuple):
        yield from (((*path, index), "office", role) for index, role in enumerate(lead))
    elif lead:
        for level, roles in lead.items():
            yield from _leads((*path, level), roles)


def _incomplete(pack: Pack, tree: Tree) -> Iterator[Problem]:
    """A document with a number is cited whole at first: its date, issuer and subject are needed."""
    for name, document in pack.documents.items():
        lacking = [field for field in ("date", "issuer", "subject") if getattr(document, field) is None]
        if document.number and lacking:
            place = tree.key_place(("documents", name))
            yield Problem(
                place, "thieu", f"văn bản “{name}” thiếu {', '.join(lacking)}; hãy ghi đủ để viện dẫn lần đầu"
            )
    is_frame = not (pack.chain or pack.documents)  # of no directive: plans cite what their profiles say
    if not (is_frame or any(name in pack.documents and pack.documents[name].date for name in pack.chain)):
        yield tree.problem(("chain",), "thieu", "chain chưa có văn bản nào có ngày; hãy ghi mã văn bản chỉ đạo")


_AS_WRITTEN = (
    ("documents", "kind", "number", "short_name", "defined_as"),
    ("targets", "name", "unit", "words", "year"),
    ("roles", "title"),
)
"""What is printed as it stands: the key of records by their ids, then the fields of a record."""


def _unfilled(pack: Pack, tree: Tree) -> Iterator[Problem]:
    """Note Jinja where nothing fills it in."""
    for key, *fields in _AS_WRITTEN:
        for name, record in getattr(pack, key).items():
            for field in (each for each in fields if re.search(r"\{[{%]", str(getattr(record, each)))):
                message = f"{field} in ra như đã ghi, không điền được chữ trong {{{{ }}}}; hãy ghi hẳn chữ cần in"
                yield tree.problem((key, name, field), "jinja", message)


def _slips(scalar: Scalar, names: set[str], known: dict[str, set[str]]) -> Iterator[Problem]:
    try:
        parsed = ENVIRONMENT.parse(scalar.text or "")
    except TemplateSyntaxError as slip:
        message = f"câu “{_shown(scalar)}” sai cú pháp Jinja ({slip.message}); hãy xem lại các dấu {{{{ }}}} và {{% %}}"
        yield Problem(scalar.place, "jinja", message)
        return
    for name in sorted({each.name for each in parsed.find_all(jinja.Name)} - names):
        yield Problem(scalar.place, "ten-la", f"câu “{_shown(scalar)}”: {_unknown('từ', name, names)}")
    for call in parsed.find_all(jinja.Call):
        kind = getattr(call.node, "name", "")
        arguments = [each.value for each in call.args if isinstance(each, jinja.Const)]
        for name in arguments if kind in _FUNCTIONS else ():
            if name not in known[kind]:
                unknown = _unknown(_WORDS[kind], str(name), known[kind])
                yield Problem(scalar.place, "ten-la", f"câu “{_shown(scalar)}”: {unknown}")


def _shown(scalar: Scalar) -> str:
    text = " ".join((scalar.text or "").split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    near = nearest(name, sorted(known))
    hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(sorted(known))}"
    return f"bộ mẫu không có {what} “{name}”; {hint}"
