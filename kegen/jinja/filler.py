"""A program filled with values: its steps as functions that write, without Jinja."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kegen.jinja.program import DEPTH_LIMIT, is_path
from kegen.jinja.values import Foreign, Get, Scope, checked, getter, path_getter

Fill = Callable[[dict[str, Any]], str]
Show = Callable[[Any], str]
_Write = Callable[[str], object]
_Step = Callable[[Scope, _Write], object]


class _Scope:
    """The names that are known; they are its attributes."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.__dict__ = names


class _Loop:
    """What a template may ask of the turn a loop is at."""

    def __init__(self, at: int, length: int) -> None:
        self.index0, self.index, self.length = at, at + 1, length
        self.first, self.last = at == 0, at == length - 1


def filler(program: Any, show: Show) -> Fill:  # noqa: ANN401 - whatever JSON holds
    """Return the function that fills the program with values by name; raises Foreign where it is no program.

    That function raises AttributeError for a name or attribute that is not there.
    """
    step = _program(program, show, 0)

    def fill(values: dict[str, Any]) -> str:
        out: list[str] = []
        step(_Scope(values), out.append)
        return "".join(out)

    return fill


def _program(steps: Any, show: Show, depth: int) -> _Step:  # noqa: ANN401
    checked(steps, isinstance(steps, list) and depth < DEPTH_LIMIT)
    made = tuple(_steps(steps, show, depth + 1))
    if len(made) == 1:
        return made[0]

    def run(scope: Scope, write: _Write) -> None:
        for step in made:
            step(scope, write)

    return run


def _steps(steps: list[Any], show: Show, depth: int) -> Iterable[_Step]:
    """Yield the steps as functions; texts and values printed one after another are one."""
    pairs: list[tuple[str, Get]] = []
    text = ""
    for step in steps:
        if isinstance(step, str):
            text += step
            continue
        kind, *parts = checked(step, isinstance(step, list) and bool(step))
        if kind == "put":
            (value,) = checked(parts, len(parts) == 1)
            pairs.append((text, getter(value, depth)))
        else:
            yield from _line(pairs, text, show)
            yield _branching(kind, parts, show, depth)
            pairs = []
        text = ""
    yield from _line(pairs, text, show)


def _branching(kind: object, parts: list[Any], show: Show, depth: int) -> _Step:
    if kind == "if":
        branches, otherwise = checked(parts, len(parts) == 2)  # noqa: PLR2004 - as program.py says
        return _if(branches, otherwise, show, depth)
    if kind == "case":
        path, programs, otherwise = checked(parts, len(parts) == 3)  # noqa: PLR2004 - the same
        checked(programs, isinstance(programs, dict))
        ways = {text: _program(steps, show, depth) for text, steps in programs.items()}
        return _case(path_getter(path), ways, _program(otherwise, show, depth))
    names, path, steps, facts = checked(parts, kind == "for" and len(parts) == 4)  # noqa: PLR2004
    checked(names, isinstance(names, list) and bool(names) and all(map(is_path, names)))
    return _for(names, path_getter(path), _program(steps, show, depth), facts)


def _line(pairs: list[tuple[str, Get]], end: str, show: Show) -> Iterable[_Step]:
    def step(scope: Scope, write: _Write) -> None:
        for text, get in pairs:
            write(text)
            write(show(get(scope)))
        write(end)

    if pairs:
        yield step
    elif end:
        yield lambda _, write: write(end)


def _if(branches: Any, otherwise: Any, show: Show, depth: int) -> _Step:  # noqa: ANN401
    checked(branches, isinstance(branches, list) and all(isinstance(b, list) and len(b) == 2 for b in branches))  # noqa: PLR2004
    ways = [(getter(test, depth), _program(steps, show, depth)) for test, steps in branches]
    last = _program(otherwise, show, depth)

    def step(scope: Scope, write: _Write) -> None:
        for holds, run in ways:
            if holds(scope):
                run(scope, write)
                return
        last(scope, write)

    return step


def _case(get: Get, ways: dict[str, _Step], last: _Step) -> _Step:
    def step(scope: Scope, write: _Write) -> None:
        text = get(scope)
        run = ways.get(text, last) if isinstance(text, str) else last
        run(scope, write)

    return step


def _for(names: list[str], items: Get, run: _Step, facts: object) -> _Step:
    name, *others = names

    def step(scope: Scope, write: _Write) -> None:
        turns: Iterable[Any] = items(scope)
        inner = {**scope.__dict__}
        new_scope = _Scope(inner)
        if facts:
            turns = _counted(turns, inner)
        for item in turns:
            if others:
                inner.update(zip(names, item, strict=True))
            else:
                inner[name] = item
            run(new_scope, write)

    return step


def _counted(items: Iterable[Any], names: dict[str, Any]) -> Iterable[Any]:
    """Yield the items, the facts of each turn among the names."""
    every = list(items)
    for at, item in enumerate(every):
        names["loop"] = _Loop(at, len(every))
        yield item


def filler_or(program: Any, show: Show, by_jinja: Fill) -> Fill:  # noqa: ANN401 - whatever JSON holds
    """Return the function that fills the program, and leaves to Jinja what it cannot fill.

    That is a source beyond the little language (no program), one that was kept and spoilt, and a name that is not
    there: Jinja has the words for it.
    """
    try:
        quick = filler(program, show)
    except Foreign:
        return by_jinja

    def fill(values: dict[str, Any]) -> str:
        try:
            return quick(values)
        except AttributeError:
            return by_jinja(values)

    return fill
