"""Try a template out before its first draft: every name known, every text of a plan printed, whole XML out.

Why by trial: a name may stand in a template and yet never be printed, behind a condition or a kind of
paragraph nobody asks for. A plan of marks is filled in, and each mark must come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from jinja2 import ChainableUndefined, StrictUndefined, Template, TemplateSyntaxError, nodes

from kegen.plan.model import Annex, Column, Header, Kind, Note, Paragraph, Plan, Signature, Table, TableRow
from kegen.problem import Invalid, Place, Problem
from kegen.template.capabilities import TASK_FIELDS, prints_annexes, prints_tables
from kegen.template.context import context
from kegen.template.failures import explained, require_whole
from kegen.template.fill import Environment, environment
from kegen.template.lines import LINES
from kegen.template.watch import Watching
from kegen.vietnamese import nearest

_MARKS = {
    "kgParent": "parent", "kgIssuer": "issuer", "kgNumber": "number", "kgPlace": "place_and_date",
    "kgKind": "kind",
    "kgTitle": "title", "kgRecipient": "recipients", "kgAuthority": "authority", "kgSigner": "signer",
    "kgLabel": "annex.label", "kgAnnex": "annex.title", "kgReference": "annex.reference",
    "kgTask": "row.task",
    "kgLead": "row.lead", "kgHelpers": "row.helpers", "kgDeadline": "row.deadline",
    "kgProduct": "row.product",
    "kgNote": "note",
}  # fmt: skip
"""What the trial plan says, and the name a template prints it by."""
_MARKS_OF_CELLS = dict.fromkeys(("kgTask", "kgLead", "kgHelpers", "kgDeadline", "kgProduct"), "cell.words")
_MARKS_OF_ANNEXES = {**_MARKS, **_MARKS_OF_CELLS, "kgHead": "cell.words", "kgGroup": "cell.words"}
"""The same of a template that prints annexes of any form."""
_MOST_TAGS = 5_000
Shape = Any
"""What hangs on a name: a dict of attributes, a list with the shape of its items, None for plain text."""

_MARK: Shape = dict.fromkeys(("opens", "closes"))
_ROWS: Shape = [dict.fromkeys(("number", "task", "lead", "helpers", "deadline", "product")) | _MARK]
_PIECES: Shape = [dict.fromkeys(("text", "note", "face", "bold", "italic", "raised", "strokes", "height"))]
_CELL: Shape = {**dict.fromkeys(("words", "span", "width", "look", "keep", "merge")), "pieces": _PIECES, **_MARK}
_CELLS: Shape = [{"cells": [_CELL], **_MARK}]
_TABLE: Shape = {"width": None, "widths": [None], "heads": _CELLS, "rows": _CELLS}
_LINES: Shape = [{**dict.fromkeys(("kind", "text", "last", "ends")), "pieces": _PIECES, "table": _TABLE, **_MARK}]
_ANNEX: Shape = {
    **dict.fromkeys(("label", "title", "reference", "orientation", "line")), "rows": _ROWS, "blocks": _LINES
}  # fmt: skip
NAMES: dict[str, Shape] = {
    **dict.fromkeys(("parent", "number", "place_and_date", "kind", "title", "signer")),
    **dict.fromkeys(("header_small", "date_wide", "date_widest")),
    **dict.fromkeys(("document_title", "document_subject", "document_author", "document_date")),
    **dict.fromkeys(LINES.values()),
    **{name: [None] for name in ("issuer", "recipients", "authority", "notes")},
    "body": _LINES,
    "annex": _ANNEX,
    "annexes": [_ANNEX],
}
"""Every name a template may use, and what may follow it."""
_KINDS: tuple[str, ...] = get_args(Kind)
_BUILT_IN = frozenset(("range", "dict", "cycler", "joiner", "namespace", "loop", "caller", "varargs", "kwargs"))


def trial_plan() -> Plan:
    """Return a plan whose every text is a mark of its own."""
    kinds: tuple[Kind, ...] = get_args(Kind)
    own = Table((Column("kgColumn"),), (TableRow(("kgCell",)),))
    texts = (Paragraph(kind, f"kgBody{at}.", table=own if kind == "bang" else None) for at, kind in enumerate(kinds))
    return Plan(
        header=Header("kgParent", ("kgIssuer",), "kgNumber", "kgPlace"), kind="kgKind", title="kgTitle",
        opening=(), body=tuple(texts), closing=(Paragraph("doan", "kgLast.", (Note(2, "kgNote"),)),),
        recipients=("kgRecipient",), signature=Signature(("kgAuthority",), "kgSigner"),
        annexes=(trial_annex(),),
        tasks=(), targets=(), left_out=(), blanks=(), unit_name="kgUnit", issued="",
    )  # fmt: skip


def trial_annex() -> Annex:
    """Return an annex with a table of one task and a paragraph."""
    columns = tuple(Column(name, field=name) for name in TASK_FIELDS)
    row = TableRow(("1", "kgTask", "kgLead", "kgHelpers", "kgDeadline", "kgProduct"), "kg")
    heads = (TableRow(("kgHead",), spans=(len(columns),)),)
    table = Table(columns, (TableRow(("kgGroup",)), row), heads)
    text = Paragraph("doan", "kgOfAnnex.")
    return Annex("kgLabel", "kgAnnex", "kgReference", (Paragraph("bang", "", table=table), text))


def problems_of(sources: Mapping[str, str], unknown_lines: tuple[str, ...], file: str) -> list[Problem]:
    """Return everything wrong with the sources of a template."""
    place = Place(file)
    if sum(map(_size, sources.values())) > _MOST_TAGS:
        return [Problem(place, "mau-cu-phap", "mẫu có quá 5.000 thẻ; hãy dùng vòng lặp thay cho các thẻ lặp lại")]
    lines = [Problem(place, "mau-ten-la", f"mẫu có đường kẻ tên lạ “{name}”") for name in unknown_lines]
    try:
        trees = map(environment().parse, sources.values())
        unknown = [Problem(place, "mau-ten-la", text) for tree in trees for text in unknown_names(tree)]
        reader = Watching(ChainableUndefined if unknown else StrictUndefined)  # what is told already is not told twice
        templates = {name: reader.bounded(source) for name, source in sources.items()}
    except TemplateSyntaxError:
        return [Problem(place, "mau-cu-phap", text) for text in _spoilt(sources)]
    return [*unknown, *lines, *_tried(reader, templates, sources, place)]


def _size(source: str) -> int:
    """Return how many tags the source has."""
    return source.count("{{") + source.count("{%")


def _spoilt(sources: Mapping[str, str]) -> Iterator[str]:
    for source in sources.values():
        text = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)  # so that a line of the error is a paragraph
        try:
            environment().bounded(text)
        except TemplateSyntaxError as error:
            line = text.split("\n")[error.lineno - 1]
            words = re.sub(r"<[^>]*>", "", line).strip() or "…"
            yield f"thẻ Jinja viết sai ở gần “{words[:80]}” ({error.message}); hãy xem lại thẻ mở, thẻ đóng"


def _tried(
    reader: Watching, templates: Mapping[str, Template], sources: Mapping[str, str], place: Place
) -> Iterator[Problem]:
    """Yield what goes wrong when the templates, made of the sources, are filled."""
    full = trial_plan()
    bare = full._replace(header=full.header._replace(parent=""), closing=(), annexes=())
    try:
        printed = "".join(_filled(reader, templates, full, place.file))
        list(_filled(reader, templates, bare, place.file))
    except Invalid as error:
        yield from error.problems
    else:
        seen = "\n".join(reader.seen)
        missing = dict.fromkeys(_missing(sources, printed, seen.casefold()))
        yield from (Problem(place, "mau-thieu-ten", text) for text in missing)


def _filled(reader: Environment, templates: Mapping[str, Template], plan: Plan, file: str) -> Iterator[str]:
    values = context(plan, marked=True)
    reader.restart()
    for name, template in templates.items():
        with explained(file):
            text = template.render(values)
        require_whole(name, text, file)
        yield text


def _missing(sources: Mapping[str, str], printed: str, seen: str) -> Iterator[str]:
    """Yield what the template does not print, neither as it is nor put through a filter."""
    text = re.sub(r"<[^>]*>", "", printed).casefold() + seen
    has_annexes = prints_annexes(sources.values())
    marks = {**(_MARKS_OF_ANNEXES if has_annexes else _MARKS)}
    marks |= {"kgCell": "cell.words"} if prints_tables(sources.values()) else {}
    yield from (f"mẫu thiếu {{{{ {name} }}}}" for mark, name in marks.items() if mark.casefold() not in text)
    if has_annexes and "kgofannex." not in text:
        yield "mẫu không in đoạn văn trong phụ lục: thiếu {{ p.text }} trong vòng lặp qua annex.blocks"
    for at, kind in enumerate(get_args(Kind)):
        if kind != "bang" and f"kgbody{at}." not in text:
            yield f"mẫu không in đoạn loại “{kind}”: thiếu nhánh có {{{{ p.text }}}} cho loại đó"
    if "kglast." not in text:
        yield "mẫu không in đoạn cuối (p.last) của nội dung"
    if "<w:footnoteReference" not in printed:
        yield "mẫu thiếu số chú thích mẫu đặt ngay sau một {{ p.text }} trong thân văn bản"


def unknown_names(tree: nodes.Template) -> Iterator[str]:
    """Yield a message for each name, attribute and kind of paragraph that kegen does not know."""
    return _visit(tree, {**NAMES, **dict.fromkeys(_BUILT_IN), **dict.fromkeys(_own_names(tree))})


def _visit(node: nodes.Node, scope: dict[str, Shape]) -> Iterator[str]:
    yield from _unknown(node, scope)
    scope = _inner(node, scope)
    for child in node.iter_child_nodes():
        yield from _visit(child, scope)


def _unknown(node: nodes.Node, scope: dict[str, Shape]) -> Iterator[str]:
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in scope:
        yield f"mẫu dùng tên lạ “{node.name}”{_perhaps(node.name, scope)}"
    elif isinstance(node, nodes.Getattr):
        known = _shape(node.node, scope)
        if isinstance(known, dict) and node.attr not in known:
            yield f"mẫu dùng tên lạ “{_written(node)}”{_perhaps(node.attr, known)}"
    elif isinstance(node, nodes.Compare) and isinstance(node.expr, nodes.Getattr) and node.expr.attr == "kind":
        words = {const.value for const in node.find_all(nodes.Const)} - set(_KINDS)
        yield from (f"mẫu hỏi loại đoạn lạ “{word}”{_perhaps(str(word), _KINDS)}" for word in sorted(map(str, words)))


def _inner(node: nodes.Node, scope: dict[str, Shape]) -> dict[str, Shape]:
    """Return the scope with the names a loop sets: its items have the shape of what it goes through."""
    if not isinstance(node, nodes.For):
        return scope
    items = _shape(node.iter, scope)
    inner = items[0] if isinstance(items, list) and isinstance(node.target, nodes.Name) else None
    return {**scope, **dict.fromkeys(_stored(node.target), inner)}


def _own_names(tree: nodes.Template) -> set[str]:
    """Return the names the template itself defines, by `set`, `with` or `macro`."""
    kinds = (nodes.Assign, nodes.AssignBlock, nodes.With, nodes.Macro)
    makers = list(tree.find_all(kinds))
    return {maker.name for maker in makers if isinstance(maker, nodes.Macro)}.union(*map(_stored, makers))


def _stored(node: nodes.Node) -> set[str]:
    names = [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)
    return {name.name for name in names if name.ctx in ("store", "param")}


def _shape(node: nodes.Node, scope: dict[str, Shape]) -> Shape:
    if isinstance(node, nodes.Name):
        return scope.get(node.name)
    if isinstance(node, nodes.Getattr):
        holder = _shape(node.node, scope)
        return holder.get(node.attr) if isinstance(holder, dict) else None
    return None


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def _perhaps(word: str, known: Iterable[str]) -> str:
    guess = nearest(word, (name for name in known if name not in _BUILT_IN))
    return f"; có phải “{guess}”?" if guess else ""
