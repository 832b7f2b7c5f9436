"""A process of the pool's: how it is started, what it has in hand, how it ends."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

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
    threads = sys.modules["threading"].active_count() if "threading" in sys.modules else 1
    return "fork" if sys.platform == "linux" and threads == 1 else "spawn"


class Process:
    """A process, the pipe to it, and what it has in hand."""

    def __init__(self, work: Callable[[Sequence[Any]], Sequence[Any]], beside: Sequence[Process]) -> None:
        """Start it, beside others: a copy of this process must let go of the pipes to them, else they never end."""
        import multiprocessing  # noqa: PLC0415 - a few drafts need no processes

        method = start_method()
        context: Any = multiprocessing.get_context(method)
        self.pipe: Connection[Any, Any]
        self.pipe, theirs = context.Pipe()
        self.hand: deque[int] = deque()
        self.ready = False
        ours = [self.pipe, *(each.pipe for each in beside)] if method == "fork" else []
        self._process = context.Process(target=serve, args=(theirs, work, ours), daemon=True)
        with _no_interrupts():
            self._process.start()
        theirs.close()

    def end(self) -> None:
        """Let it end with what it is doing."""
        self.pipe.close()
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
