"""A check made ready aside: a second process loads reader and rules while this one drafts, then judges the draft.

It is a second way to the same report and never the only one: where there is no such process, where it dies, is late or
says what cannot be, there is no answer, and the check is made here. See docs/decisions/xet-ben-canh.md.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kegen.check.report import Report
    from kegen.check.rule import Rule
    from kegen.check.way import Way

_PATIENCE: Final = 5.0
"""So many seconds are waited for a step of the second process; far more than any takes."""
_PIECE: Final = 1 << 16
_LAST_STREAM: Final = 2
_KILLED: Final = 9
"""As everywhere with `fork`; to load `signal` takes longer than the rest of the end."""


class Helper:
    """The second process and the pipes to it; each pipe ends when the process at its other end does."""

    def __init__(self, process: int, questions: int, answers: int) -> None:
        self._process, self._questions, self._answers = process, questions, answers
        self._asked = b""

    def ask(self, data: bytes, rules: Sequence[Rule], way: Way) -> None:
        """Have it judge the bytes; nobody waits for it yet."""
        try:
            from _pickle import dumps  # noqa: PLC0415 - all that `pickle` takes from it, loaded in a third of the time

            self._send(dumps((data, rules, way)))
        except Exception:  # noqa: BLE001 - whatever is wrong, the check is made here
            return
        self._asked = data

    def answer(self, data: bytes) -> Report | None:
        """Return what came of the bytes that were asked about, None where that is not to be had."""
        from kegen.check.report import Report  # noqa: PLC0415 - for few runs

        if self._asked is not data:
            return None
        try:
            from _pickle import loads  # noqa: PLC0415

            report = loads(self._receive())
        except Exception:  # noqa: BLE001 - the same
            return None
        return report if isinstance(report, Report) else None

    def end(self) -> None:
        """End it, whatever it is doing."""
        with suppress(OSError):  # where children are not waited for, it may have gone
            os.kill(self._process, _KILLED)
            os.waitpid(self._process, 0)

    def _send(self, question: bytes) -> None:
        os.set_blocking(self._questions, False)
        rest = memoryview(question)
        while rest:
            _wait(writable=[self._questions])
            rest = rest[os.write(self._questions, rest) :]
        os.close(self._questions)

    def _receive(self) -> bytes:
        pieces = [b""]
        while not pieces[1:] or pieces[-1]:
            _wait(readable=[self._answers])
            pieces.append(os.read(self._answers, _PIECE))
        return b"".join(pieces)


def _wait(readable: Sequence[int] = (), writable: Sequence[int] = ()) -> None:
    """Wait until the pipe can be used; raises TimeoutError."""
    from select import select  # noqa: PLC0415

    if not any(select(readable, writable, (), _PATIENCE)):
        raise TimeoutError


_helpers: list[Helper] = []
"""The one that there is, or none."""


def start() -> None:
    """Start the second process, where the machine has a core for it; nothing may be open or under way yet."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1:
        return
    pipes: list[int] = []
    process = None
    with suppress(OSError):
        for _ in range(2):
            pipes += os.pipe()
        if min(pipes) > _LAST_STREAM:  # else what is printed on a stream that the caller closed would go down a pipe
            process = os.fork()
    if process == 0:
        _be_helper(*pipes)
    for each in pipes if process is None else pipes[::3]:
        os.close(each)
    if process is not None:
        _helpers.append(Helper(process, *pipes[1:3]))


def _be_helper(asked: int, questions: int, answers: int, answered: int) -> None:
    """Never return: what the second process does is done when it has answered."""
    try:
        os.close(questions)
        os.close(answers)
        from kegen.check.helper import serve  # noqa: PLC0415 - this process does not draft

        serve(asked, answered)
    finally:
        os._exit(0)


def ask(data: bytes, rules: Sequence[Rule], way: Way) -> None:
    """Have the second process, if there is one, judge the bytes."""
    for each in _helpers:
        each.ask(data, rules, way)


def answer(data: bytes) -> Report | None:
    """Return what it made of the bytes, None where there is no answer."""
    return next((each.answer(data) for each in _helpers), None)


def end() -> None:
    """End it, if there is one: a process that outlives this one would hold up whoever waits for all of them."""
    while _helpers:
        _helpers.pop().end()
