"""The far end of the pool's pipes: a process that works through what it is given until its pipe ends."""

from __future__ import annotations

import gc
import os
import signal
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_TIDY_EVERY = 50

T = TypeVar("T")
R = TypeVar("R")


def serve(pipe: Connection[Any, Any], work: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
    """Answer each thing of each batch; end, without a word, when nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a copy would go on to do what the first process does then
    gc.disable()
    gc.freeze()  # what a copy was given is not looked at: looking would copy the memory it is in
    try:
        pipe.send([])  # ready
        count = 0
        while True:
            found = attempt(work, pipe.recv())
            pipe.send(found)
            count += len(found)
            tidy(count, len(found))
    except (EOFError, OSError):
        os._exit(0)  # nothing is open: the system takes the memory back faster than Python does, object by object


def attempt(work: Callable[[Sequence[T]], Sequence[R]], things: Sequence[T]) -> list[tuple[R | None, str]]:
    """Return the result of each, or the traceback of what went wrong with it: no one thing stops the others."""
    try:
        return [(result, "") for result in work(things)]
    except Exception:  # noqa: BLE001 - told by whoever asked
        if len(things) == 1:
            return [(None, traceback.format_exc())]
    return [found for thing in things for found in attempt(work, [thing])]


def tidy(count: int, more: int = 1) -> None:
    """Free, now and then, what things left behind, where nothing else does; what is kept is not looked at again.

    So many things are done, the last few of them since this was asked before.
    """
    if count // _TIDY_EVERY > (count - more) // _TIDY_EVERY and not gc.isenabled():
        gc.collect()
        gc.freeze()
