"""From the tree that Jinja makes of a source to a program, where the little language has what the source uses."""

from __future__ import annotations

from typing import NoReturn

from jinja2 import nodes
from jinja2.nodes import Expr, Impossible, Node

from kegen.jinja.filler import filler
from kegen.jinja.program import FACTS, Program, Value, is_constant, is_path
from kegen.jinja.values import Foreign

_OPERATORS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
_PAIRS: dict[type[Expr], str] = {nodes.And: "and", nodes.Or: "or", nodes.Add: "add"}
_FEW = 3
_CONTAINERS = frozenset(name for kind in (list, dict, set, str, type) for name in dir(kind)) - {"title"}
"""Attributes that Jinja's sandbox looks at twice; `title` is the name of a text as often as a method."""


class Beyond(Exception):  # noqa: N818 - a state, not an error: Jinja itself then fills the source
    """The source uses something that the little language lacks."""


def reduced(tree: nodes.Template) -> Program | None:
    """Return the program of a source, None where it uses what the language lacks: Jinja itself must fill it."""
    built_in = frozenset(tree.environment.globals if tree.environment else ())
    try:
        program = _Reducer(built_in).program(tree.body)
        filler(program, str)
    except (Beyond, Foreign, RecursionError):  # foreign: too deep
        return None
    return program


class _Reducer:
    """Reduces one source; `_loops` tells of each loop around, the innermost last, whether its facts were asked for."""

    def __init__(self, built_in: frozenset[str]) -> None:
        self._built_in = built_in
        self._loops: list[bool] = []

    def program(self, body: list[Node]) -> Program:
        steps: Program = []
        for node in body:
            for step in self._steps(node):
                if isinstance(step, str) and steps and isinstance(steps[-1], str):
                    steps[-1] += step
                else:
                    steps.append(step)
        return steps

    def _steps(self, node: Node) -> Program:
        if isinstance(node, nodes.Output):
            return [self._printed(child) for child in node.nodes]
        if isinstance(node, nodes.If):
            branches = [[self._value(each.test), self.program(each.body)] for each in (node, *node.elif_)]
            return [_cased(branches, self.program(node.else_))]
        if isinstance(node, nodes.For):
            return [self._loop(node)]
        return _beyond()

    def _printed(self, node: Expr) -> str | Value:
        if isinstance(node, nodes.TemplateData):
            return node.data
        try:
            node.as_const()  # Jinja prints what never changes once, when it compiles, by rules of its own
        except Impossible:
            return ["put", self._value(node)]
        return _beyond()

    def _loop(self, node: nodes.For) -> Value:
        names = [each.name for each in _targets(node.target)]
        if node.else_ or node.test or node.recursive or "loop" in names or not all(map(is_path, names)):
            return _beyond()
        items = self._path(node.iter)
        self._loops.append(False)
        body = self.program(node.body)
        return ["for", names, items, body, self._loops.pop()]

    def _value(self, node: Node | None) -> Value:
        if isinstance(node, nodes.Const) and is_constant(node.value):
            return ["const", node.value]
        if isinstance(node, nodes.Name | nodes.Getattr):
            return ["path", self._path(node)]
        if isinstance(node, nodes.Call):
            return self._call(node)
        return self._compound(node)

    def _compound(self, node: Node | None) -> Value:
        if isinstance(node, nodes.CondExpr) and node.expr2:
            return ["choose", *map(self._value, (node.test, node.expr1, node.expr2))]
        if isinstance(node, nodes.Not):
            return ["not", self._value(node.node)]
        if isinstance(node, nodes.BinExpr) and type(node) in _PAIRS:
            return [_PAIRS[type(node)], self._value(node.left), self._value(node.right)]
        if isinstance(node, nodes.Compare) and len(node.ops) == 1:
            return self._comparison(self._value(node.expr), node.ops[0])
        return _beyond()

    def _path(self, node: Node) -> str:
        path = _written(node)
        name, _, rest = path.partition(".")
        if not is_path(path) or name in self._built_in or _CONTAINERS & set(rest.split(".")):
            return _beyond()
        if name == "loop":
            if not self._loops or rest not in FACTS:
                return _beyond()
            self._loops[-1] = True
        return path

    def _call(self, node: nodes.Call) -> Value:
        if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            return _beyond()
        given = {each.key: _constant(each.value) for each in node.kwargs}
        return ["call", self._path(node.node), [_constant(each) for each in node.args], given]

    def _comparison(self, left: Value, operand: nodes.Operand) -> Value:
        if operand.op in _OPERATORS:
            return ["compare", _OPERATORS[operand.op], left, self._value(operand.expr)]
        if isinstance(operand.expr, nodes.Tuple | nodes.List) and operand.expr.items:
            return ["among", left, [_constant(each) for each in operand.expr.items], operand.op == "in"]
        return _beyond()


def _cased(branches: list[Value], otherwise: Program) -> Value:
    """Return the choice; the comparisons of one path with texts at its end, if there are a few, as a case."""
    asked = [_asked(test) for test, _ in branches]
    start = len(branches)
    while start and asked[-1] and asked[start - 1] == asked[-1]:
        start -= 1
    if len(branches) - start < _FEW:
        return ["if", branches, otherwise]
    programs = {test[3][1]: program for test, program in reversed(branches[start:])}  # of two alike the first counts
    case = ["case", asked[-1], programs, otherwise]
    return ["if", branches[:start], [case]] if start else case


def _asked(test: Value) -> str | None:
    """Return the path that the test compares with a text, None for another test."""
    is_question = test[:2] == ["compare", "=="] and test[2][0] == "path" and test[3][0] == "const"
    return test[2][1] if is_question and isinstance(test[3][1], str) else None


def _targets(node: Node) -> list[nodes.Name]:
    names = list[Node](node.items) if isinstance(node, nodes.Tuple) else [node]
    found = [each for each in names if isinstance(each, nodes.Name)]
    return found if len(found) == len(names) else _beyond()


def _written(node: Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else _beyond()


def _constant(node: Expr) -> str | int | None:
    if isinstance(node, nodes.Const) and is_constant(node.value):
        value: str | int | None = node.value
        return value
    return _beyond()


def _beyond() -> NoReturn:
    raise Beyond
