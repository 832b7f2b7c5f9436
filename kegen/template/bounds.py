"""Bounds on what a template may have Jinja do: steps of loops, sizes of texts, each counted as it is filled.

Why counted: the sandbox keeps a template from Python's inside, not from `'a' * 3000000000` or loops without an end.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import TemplateRuntimeError, nodes
from jinja2.runtime import LoopContext, Macro
from jinja2.visitor import NodeTransformer

_MOST = 3_000_000
"""What one filling may cost; a large plan in the shipped form costs a tenth of it."""
_LARGEST = 2_000_000
"""Letters that one step may make."""
_LARGEST_BY_LETTER = 50_000
_LARGEST_BITS = 10_000
_A_CALL, _A_FILTER = 100, 10
_BY_LETTER = frozenset(("striptags", "unescape", "sum", "urlize", "wordwrap", "pprint", "xmlattr", "tojson", "title"))
"""Filters and methods that are slow, or take the square of their text in time."""
_NO_LARGER = frozenset(
    (
        "attr", "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length", "list", "map",
        "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
    )
)  # fmt: skip
"""Filters whose result is no larger than what they are given."""
_WIDE = re.compile(r"\d{4,}|%[^a-zA-Z%]*\*|:[^{}]*\{")
_TOO_MUCH = "bắt tính quá nhiều: vòng lặp hay macro không có điểm dừng, hoặc chữ được nhân lên quá lớn"
_TOO_LARGE = "tạo ra chữ hoặc số quá lớn"
_TOO_WIDE = "độ rộng trong chuỗi định dạng phải viết bằng số, nhỏ hơn 1000"


class TooMuchError(TemplateRuntimeError):
    """The template asks for more time or memory than any draft needs."""


class Meter:
    """What filling a template costs so far, in units of about the time of one step of a loop."""

    def __init__(self) -> None:
        self.spent = 0

    def spend(self, units: int) -> None:
        """Count the units; raises TooMuchError when they come to more than a draft may cost."""
        self.spent += units
        if self.spent > _MOST:
            raise TooMuchError(_TOO_MUCH)

    def weighed(self, value: object) -> object:
        """Return the value, its size counted."""
        self.spend(weight(value))
        return value

    def steps(self, items: Iterable[object], cost: int) -> Iterator[object]:
        """Yield the items, the cost of a step counted for each."""
        for item in items:
            self.spend(cost)
            yield item

    def metered(self, name: str, function: object) -> Callable[..., object]:
        """Return the filter or test with what it is given and what it makes counted."""
        if not callable(function):
            raise TypeError

        @wraps(function)
        def counted(*args: object, **named: object) -> object:
            args = tuple(map(listed, args))
            self.spend(_A_FILTER)
            if name not in ("length", "count"):
                self.before(name, (*args, *named.values()))
            return self.weighed(function(*args, **named))

        return counted

    def before(self, name: str, values: tuple[object, ...]) -> None:
        """Count what a filter or a method is given; raises TooMuchError if what it makes may be too large."""
        for value in values:
            self.weighed(value)
        if name in _BY_LETTER:
            letters = _letters(values)
            self.spend(letters)
            _hold(letters <= _LARGEST_BY_LETTER, _TOO_LARGE)
        if name in ("format", "format_map"):
            _look_at_widths(values)
        if name not in _NO_LARGER:
            _look_at_product(values)

    def operate(self, operator: str, left: object, right: object) -> None:
        """Count what an operator is given; raises TooMuchError if what it makes may be too large."""
        self.spend(weight(left) + weight(right))
        if operator == "*" and not (_is_number(left) and _is_number(right)):
            _hold(_letters(left) * _times(right) <= _LARGEST and _letters(right) * _times(left) <= _LARGEST, _TOO_LARGE)
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            _hold(left.bit_length() * right <= _LARGEST_BITS, _TOO_LARGE)
        elif operator == "%" and isinstance(left, str):
            _look_at_widths((left,))
            _look_at_product((left, 1000 if re.search(r"\d", left) else 1, _letters(right)))

    def call(self, function: object, values: tuple[object, ...]) -> None:
        """Count what is called; raises TooMuchError if what it makes may be too large.

        What a macro makes is counted as it is made.
        """
        self.spend(_A_CALL)
        if isinstance(function, Macro):
            return
        holder = getattr(inspect.unwrap(function), "__self__", None) if callable(function) else None
        if isinstance(holder, (str, bytes, int, float, list, tuple, dict)):
            self.before(getattr(function, "__name__", ""), (holder, *values))
        else:
            self.weighed(values)


def listed(value: object) -> object:
    """Return what a filter makes one by one as the list it comes to, all else as it is."""
    return list(value) if isinstance(value, Iterator) and not isinstance(value, LoopContext) else value


def weight(value: object) -> int:
    """Return the size of a value with all it holds; raises TooMuchError for a number of thousands of digits."""
    total, waiting = 0, [value]
    while waiting and total <= _MOST:  # a list may hold itself
        each = waiting.pop()
        total += 1
        if isinstance(each, (str, bytes)):
            total += len(each) // 8
        elif isinstance(each, int):
            _hold(each.bit_length() <= _LARGEST_BITS, _TOO_LARGE)
        elif isinstance(each, range):
            total += len(each)
        elif isinstance(each, (list, tuple, set, frozenset, dict)):
            waiting.extend(each)
            waiting.extend(each.values() if isinstance(each, dict) else ())
    return total


class Bounded(NodeTransformer):
    """Have each step of a loop, and each value that is built, go through the meter."""

    def generic_visit(self, node: nodes.Node, *args: object, **named: object) -> nodes.Node:
        """Return the node bounded, what is in it first."""
        super().generic_visit(node, *args, **named)
        bound = _BOUNDS.get(type(node))
        return bound(node) if bound else node


def _bound_loop(node: nodes.For) -> nodes.Node:
    """Count the steps, each at what it writes."""
    cost = nodes.Const(2 + sum(map(_written, node.body)) // 4)
    node.iter = nodes.Filter(node.iter, "steps", [cost], [], None, None, lineno=node.lineno)
    return node


def _bound_lookup(node: nodes.Getitem) -> nodes.Node:
    """Weigh a stretch that is taken, and what is looked up by."""
    if isinstance(node.arg, nodes.Slice):
        return _weighed(node)
    if not isinstance(node.arg, nodes.Const):
        node.arg = _weighed(node.arg)
    return node


def _bound_comparing(node: nodes.Compare) -> nodes.Node:
    """Weigh what is compared with anything but a word of the template."""
    for operand in node.ops:
        if operand.op in ("in", "notin") or not isinstance(operand.expr, nodes.Const):
            node.expr, operand.expr = _weighed(node.expr), _weighed(operand.expr)
    return node


def _bound_joining(node: nodes.Concat) -> nodes.Node:
    """Weigh what is put together, and what comes of it."""
    node.nodes = list(map(_weighed, node.nodes))
    return _weighed(node)


def _bound_building(node: nodes.Expr) -> nodes.Node:
    return node if getattr(node, "ctx", "load") == "store" else _weighed(node)


_BOUNDS: dict[type[nodes.Node], Callable[[Any], nodes.Node]] = {
    nodes.For: _bound_loop,
    nodes.Getitem: _bound_lookup,
    nodes.Compare: _bound_comparing,
    nodes.Concat: _bound_joining,
    nodes.List: _bound_building,
    nodes.Tuple: _bound_building,
    nodes.Dict: _bound_building,
}


def _weighed(node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, "weighed", [], [], None, None, lineno=node.lineno)


def _written(node: nodes.Node) -> int:
    """Return how many letters of its own a node may write once; a loop counts for itself."""
    if isinstance(node, nodes.TemplateData):
        return len(node.data)
    if isinstance(node, nodes.If):
        rest = sum(map(_written, node.else_))
        return max(sum(map(_written, node.body)), *map(_written, node.elif_), rest)
    return 0 if isinstance(node, nodes.For) else sum(map(_written, node.iter_child_nodes()))


def _hold(condition: bool, why: str) -> None:
    if not condition:
        raise TooMuchError(why)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float))


def _times(value: object) -> int:
    return max(value, 1) if isinstance(value, int) else 1


def _letters(value: object) -> int:
    """Return how many letters a value comes to when it is written, about."""
    if isinstance(value, (str, bytes)):
        return len(value)
    if isinstance(value, dict):
        return sum(map(_letters, (*value.keys(), *value.values())), 1)
    if isinstance(value, (list, tuple, set, frozenset)):
        return sum(map(_letters, value), 1)
    return len(value) if isinstance(value, range) else 1


def _look_at_widths(values: tuple[object, ...]) -> None:
    for text in values[:1] if isinstance(values[0], str) else values[1:2]:
        _hold(not _WIDE.search(str(text)), _TOO_WIDE)


def _look_at_product(values: tuple[object, ...]) -> None:
    """Hold what a filter or a method makes to what its text times its numbers and other texts may come to."""
    product = 1
    for at, value in enumerate(values):
        product *= max(1, _times(value) if at else 1, _letters(value))
        _hold(product <= _LARGEST, _TOO_LARGE)
