"""Fill Jinja sources with values: in a sandbox and within bounds, everything escaped, an unknown name an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import StrictUndefined, Template, Undefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup, escape

from kegen.template.bounds import Bounded, Meter, listed, weight
from kegen.template.ids import Ids

NOT_IN_XML = r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]"
"""What XML 1.0 cannot hold, and the carriage return, which it would turn into a line feed."""
_ELEMENTS = {
    "\n": Markup('</w:t><w:br/><w:t xml:space="preserve">'),
    "\t": Markup('</w:t><w:tab/><w:t xml:space="preserve">'),
    "\u2011": Markup('</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'),
}


def show(value: object) -> object:
    """Return the value as it stands inside a `w:t`: breaks and tabs as elements, without what XML cannot hold.

    Jinja itself escapes what is returned as plain text.
    """
    if hasattr(value, "__html__"):
        return value
    text = str(value)
    if text.isprintable() or text.replace("\u00a0", " ").isprintable():  # as nearly all texts are
        return Markup(str.replace(escape(text), "\u2011", _ELEMENTS["\u2011"])) if "\u2011" in text else text  # noqa: S704
    shown = escape(re.sub(NOT_IN_XML, "", text))
    for sign, element in _ELEMENTS.items():
        shown = shown.replace(sign, element)
    return shown


def flat(value: object) -> str:
    """Return the value as one plain line, for where no text runs: a field, an attribute, a formula."""
    return re.sub(r"[\t\n\u00a0]+", " ", re.sub(NOT_IN_XML, "", str(value)).replace("\u2011", "-"))


class _Namespace(Namespace):
    """Jinja's namespace, which does not print what it holds: it may hold itself."""

    def __repr__(self) -> str:
        return "namespace"


class Environment(SandboxedEnvironment):
    """Jinja's sandbox with bounds, without its long look at each field of a named tuple, as safe as it is plain."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, undefined: type[Undefined] = StrictUndefined) -> None:
        # Constants are not looked for: a template is compiled once, and that takes longer than it saves.
        super().__init__(
            autoescape=True, undefined=undefined, finalize=self._shown, keep_trailing_newline=True, optimized=False
        )
        self.meter, self.ids = Meter(), Ids()
        self.globals["namespace"] = _Namespace
        del self.globals["lipsum"]
        meter = self.meter.metered
        self.filters = {name: meter(name, self.filters[name]) for name in self.filters} | _FILTERS
        self.tests = {name: meter(name, self.tests[name]) for name in self.tests}

    def bounded(self, source: str) -> Template:
        """Return the source as a template that is filled within bounds."""
        tree: nodes.Template = Bounded().visit(self.parse(source))
        tree.set_environment(self)
        return self.from_string(tree)

    def restart(self) -> None:
        """Begin a document: nothing counted, no number given out."""
        self.meter.spent, self.ids = 0, Ids()

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a named tuple's field, else what the sandbox lets through."""
        if isinstance(obj, tuple) and attribute in getattr(obj, "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Return what the operator makes, within bounds."""
        self.meter.operate(operator, left, right)
        return self.meter.weighed(super().call_binop(context, operator, left, right))

    def call(self, context: Context, function: object, /, *args: object, **named: object) -> object:
        """Return what the function makes, within bounds."""
        args = tuple(map(listed, args))
        self.meter.call(function, (*args, *named.values()))
        return self.meter.weighed(super().call(context, function, *args, **named))

    def _shown(self, value: object) -> object:
        if not isinstance(value, str):
            self.meter.spend(weight(value))
        shown = show(value)
        self.meter.spend(len(shown if isinstance(shown, str) else str(shown)) // 4)
        return shown


@pass_context
def _weighed(context: Context, value: object) -> object:
    return _of(context).meter.weighed(value)


@pass_context
def _steps(context: Context, items: Iterable[object], cost: int) -> Iterator[object]:
    return _of(context).meter.steps(items, cost)


@pass_context
def _own_number(context: Context, number: int, kind: str) -> int:
    return _of(context).ids.own_number(number, kind)


@pass_context
def _last_number(context: Context, number: int, kind: str) -> int:
    return _of(context).ids.last_number(number, kind)


@pass_context
def _own_name(context: Context, name: str) -> str:
    return _of(context).ids.own_name(name)


def _of(context: Context) -> Environment:
    if not isinstance(context.environment, Environment):
        raise TypeError
    return context.environment


_FILTERS = {
    "flat": flat, "weighed": _weighed, "steps": _steps,
    "own_number": _own_number, "last_number": _last_number, "own_name": _own_name,
}  # fmt: skip
"""Filters that kegen puts into a template."""


def environment(undefined: type[Undefined] = StrictUndefined) -> Environment:
    """Return the environment in which templates are read and filled."""
    return Environment(undefined)
