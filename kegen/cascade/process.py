"""A process of the pool's: how it is started, what it has in hand, how it ends."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from kegen.cascade.copies import disown, own
from kegen.cascade.worker import serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_PATIENCE = 10
"""So many seconds a process may take to end; far more than a few drafts do."""


def start_method() -> Literal["fork", "spawn"]:
    """Return how processes are started: as copies of this one, ready at once, where that is safe; else from nothing.

    A copy has one thread: what another thread had locked would stay locked in it. On macOS what the system itself loads
    may have threads.
    """
    try:
        alone = sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - names will do
    except OSError:
        alone = False
    return "fork" if alone else "spawn"


class Process:
    """A process, the pipe to it, and what it has in hand."""

    def __init__(self, work: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
        """Start it; raises OSError where the system gives no more processes."""
        import multiprocessing  # noqa: PLC0415 - a few drafts need no processes

        context: Any = multiprocessing.get_context(start_method())
        self.pipe: Connection[Any, Any]
        self.pipe, theirs = context.Pipe()
        self.hand: deque[int] = deque()
        self.ready = False
        self._process = context.Process(target=serve, args=(theirs, work), daemon=True)
        own(self.pipe, self.pipe.close)  # a pipe ends when nobody has its other end
        try:
            with _no_interrupts():
                self._process.start()
        except OSError:
            self.let_go()
            raise
        theirs.close()

    def let_go(self) -> None:
        """Close the pipe to it, at which it ends."""
        disown(self.pipe)
        self.pipe.close()

    def end(self) -> None:
        """Let it end with what it is doing."""
        self.let_go()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _no_interrupts() -> Any:  # noqa: ANN401 - a context
    """Keep Ctrl-C from a process that is being started: it is the first process that minds it."""
    import signal  # noqa: PLC0415
    from contextlib import contextmanager, nullcontext  # noqa: PLC0415

    if not hasattr(signal, "pthread_sigmask"):
        return nullcontext()

    @contextmanager
    def masked() -> Iterator[None]:
        old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, old)

    return masked()
