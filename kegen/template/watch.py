"""See which values a template prints, whatever filters it puts them through first."""

from __future__ import annotations

from jinja2 import Undefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

from kegen.template.fill import Environment

_NOT_PRINTED = (nodes.Test, nodes.Compare, nodes.TemplateData, nodes.Const)
_COUNTS = ("length", "count")


class Watching(Environment):
    """The environment in which a template is tried out: every text it prints is written down as it was before."""

    def __init__(self, undefined: type[Undefined]) -> None:
        super().__init__(undefined)
        self.seen: list[str] = []
        self.filters["seen"] = _seen

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """Return the tree of the source, each value that is printed put through `seen` first."""
        tree: nodes.Template = _Watched().visit(super().parse(source, name, filename))
        return tree


class _Watched(NodeTransformer):
    def generic_visit(self, node: nodes.Node, *args: object, **named: object) -> nodes.Node:
        super().generic_visit(node, *args, **named)
        if isinstance(node, nodes.Output):
            node.nodes = [_watched(each) for each in node.nodes]
        return node


def _watched(node: nodes.Expr) -> nodes.Expr:
    """Return the expression with each name in it that is printed, not only asked about, watched."""
    if isinstance(node, _NOT_PRINTED) or (isinstance(node, nodes.Filter) and node.name in _COUNTS):
        return node
    if isinstance(node, (nodes.Name, nodes.Getattr)) or _is_field(node):
        return nodes.Filter(node, "seen", [], [], None, None, lineno=node.lineno)
    if isinstance(node, nodes.Call):
        _watch_call(node)
    else:
        asked = node.test if isinstance(node, nodes.CondExpr) else None
        _watch_children(node, asked)
    return node


def _is_field(node: nodes.Expr) -> bool:
    """Return whether the expression is a field by its name, `row["task"]`."""
    return isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str)


def _watch_call(node: nodes.Call) -> None:
    """Watch what is called upon, `title` of `title.upper()`, and what the call is given."""
    if isinstance(node.node, nodes.Getattr):
        node.node.node = _watched(node.node.node)
    _watch_children(node, node.node)


def _watch_children(node: nodes.Node, but: nodes.Node | None) -> None:
    for name, value in node.iter_fields():
        if isinstance(value, list):
            setattr(node, name, [_watched_part(each) for each in value])
        elif value is not but:
            setattr(node, name, _watched_part(value))


def _watched_part(value: object) -> object:
    if isinstance(value, nodes.Expr):
        return _watched(value)
    if isinstance(value, nodes.Node):
        _watch_children(value, None)
    return value


@pass_context
def _seen(context: Context, value: object) -> object:
    if isinstance(context.environment, Watching):
        texts = value if isinstance(value, (list, tuple)) else [value]
        context.environment.seen.extend(text for text in texts if isinstance(text, str))
    return value
