"""The far end of the pool's pipes: a process that works through what it is given until its pipe ends."""

from __future__ import annotations

import gc
import signal
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_TIDY_EVERY = 50

T = TypeVar("T")
R = TypeVar("R")


def serve(pipe: Connection[Any, Any], work: Callable[[Any], Any]) -> None:
    """Answer each thing of each batch; end, without a word, when nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    try:
        pipe.send(None)  # ready
        count = 0
        while True:
            for thing in pipe.recv():
                pipe.send(attempt(work, thing))
                count += 1
                tidy(count)
    except (EOFError, OSError):
        return


def attempt(work: Callable[[T], R], thing: T) -> tuple[R | None, str]:
    """Return the result, or the traceback of what went wrong: no one thing stops the others."""
    try:
        return work(thing), ""
    except Exception:  # noqa: BLE001 - told by whoever asked
        return None, traceback.format_exc()


def tidy(count: int) -> None:
    """Free, now and then, what things left behind, where nothing else does; what is kept is not looked at again."""
    if count % _TIDY_EVERY == 0 and not gc.isenabled():
        gc.collect()
        gc.freeze()
