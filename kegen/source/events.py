"""The YAML parser: libyaml where it is installed, ruamel in pure Python where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Event = Any
"""One of the parser's events, which carry no types."""


class SyntaxSlip(Exception):  # noqa: N818 - told to the composer, never to a person
    """Where the parser gave up, and what it said; lines and columns from 1."""

    def __init__(self, said: str, at: tuple[int, int], since: tuple[int, int]) -> None:
        super().__init__(said)
        self.said = said
        self.line, self.column = at
        self.since_line, self.since_column = since


def parse_events(text: str) -> Iterator[Event]:
    """Yield the parser's events; raises SyntaxSlip at the first thing that is no YAML."""
    parser = _parser(text)
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - brought in by either parser

    try:
        yield from iter(parser.get_event, None)
    except (YAMLError, ValueError) as error:
        raise _slip(error) from None


def _parser(text: str) -> Any:  # noqa: ANN401
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found]  # noqa: PLC0415 - 25 ms
    except ImportError:
        from ruamel.yaml import YAML  # noqa: PLC0415

        return _PurePython(YAML(typ="safe", pure=True).parse(text))
    return CParser(text)


class _PurePython:
    """Events of the pure parser in the manner of libyaml's."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events

    def get_event(self) -> Event | None:
        return next(self._events, None)


def _slip(error: Any) -> SyntaxSlip:  # noqa: ANN401
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or error}"
    if mark is None:
        return SyntaxSlip(said, (1, 1), (1, 1))
    since = getattr(error, "context_mark", None) or mark
    return SyntaxSlip(said, (mark.line + 1, mark.column + 1), (since.line + 1, since.column + 1))
