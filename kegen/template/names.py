"""The names a template may use; one that kegen does not know is told, with the nearest it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from jinja2 import nodes

from kegen.plan.model import Kind
from kegen.template.lines import LINES
from kegen.vietnamese import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Shape = Any
"""What hangs on a name: a dict of attributes, a list with the shape of its items, None for plain text."""

_ROWS: Shape = [dict.fromkeys(("number", "task", "lead", "helpers", "deadline", "product"))]
_PIECES: Shape = [dict.fromkeys(("text", "note"))]
NAMES: dict[str, Shape] = {
    **dict.fromkeys(("parent", "number", "place_and_date", "kind", "title", "signer")),
    **dict.fromkeys(("header_small", "date_wide")),
    **dict.fromkeys(("document_title", "document_subject", "document_author", "document_date")),
    **dict.fromkeys(LINES.values()),
    **{name: [None] for name in ("issuer", "recipients", "authority", "notes")},
    "body": [{"kind": None, "text": None, "last": None, "pieces": _PIECES}],
    "annex": {"label": None, "title": None, "reference": None, "rows": _ROWS},
}
"""Every name a template may use, and what may follow it."""
_KINDS: tuple[str, ...] = get_args(Kind)
_BUILT_IN = frozenset(
    ("range", "dict", "lipsum", "cycler", "joiner", "namespace", "loop", "caller", "varargs", "kwargs")
)


def unknown_names(tree: nodes.Template) -> Iterator[str]:
    """Yield a message for each name, attribute and kind of paragraph that kegen does not know."""
    return _visit(tree, {**NAMES, **dict.fromkeys(_BUILT_IN), **dict.fromkeys(_own_names(tree))})


def _visit(node: nodes.Node, scope: dict[str, Shape]) -> Iterator[str]:
    yield from _told(node, scope)
    scope = _inner(node, scope)
    for child in node.iter_child_nodes():
        yield from _visit(child, scope)


def _told(node: nodes.Node, scope: dict[str, Shape]) -> Iterator[str]:
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
