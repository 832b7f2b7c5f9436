"""Work on many things at once: processes of kegen's own, each with a pipe, given a few things at a time.

Why not `concurrent.futures`: there one process that the system kills breaks the whole pool, and what was in its hands
is not told.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from kegen.cascade.process import Process
from kegen.cascade.worker import attempt, tidy
from kegen.problem import KegenError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

FEW = 50
"""Fewer things than this are done sooner in one process than others are started."""
AT_ONCE = 16
"""So many things are worked on together, at the most."""
_FALSE_STARTS = 3


class Done(NamedTuple, Generic[R]):
    """What became of one thing, by its place in the row: a result, or the traceback of a bug, or a dead process."""

    at: int
    result: R | None = None
    bug: str = ""


def why_lost(done: Done[Any]) -> str:
    """Return, in Vietnamese, why there is no result."""
    if done.bug:
        return f"lỗi của chính kegen; hãy gửi những dòng sau cho người phát triển kegen:\n{done.bug}"
    return "máy đã dừng tiến trình soạn việc này hai lần (có thể thiếu bộ nhớ); hãy chạy lại, thêm --jobs 1"


def all_cores() -> int:
    """Return how many processes this machine runs side by side."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_through(
    things: Sequence[T],
    work: Callable[[Sequence[T]], Sequence[R]],
    jobs: int,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Done[R]]:
    """Yield what the work makes of each thing, as it is done; once stopped, only what was in hand.

    The work is given a few things at a time and makes a result of each. It and the things must be fit for sending to
    another process. Raises KegenError where none can be started.
    """
    if jobs == 1 or len(things) < FEW:
        yield from _here(things, work, stopped)
        return
    pool = _Pool(things, work, min(jobs, len(things)), stopped)
    try:
        yield from pool.run()
    finally:
        pool.close()


def _here(
    things: Sequence[T], work: Callable[[Sequence[T]], Sequence[R]], stopped: Callable[[], bool]
) -> Iterator[Done[R]]:
    for start in range(0, len(things), AT_ONCE):
        if stopped():
            return
        for at, found in enumerate(attempt(work, things[start : start + AT_ONCE]), start):
            yield Done(at, *found)
            tidy(at + 1)


class _Pool(Generic[T, R]):
    def __init__(
        self,
        things: Sequence[T],
        work: Callable[[Sequence[T]], Sequence[R]],
        jobs: int,
        stopped: Callable[[], bool],
    ) -> None:
        self._things, self._work, self._stopped = things, work, stopped
        self._queue = deque(range(len(things)))
        self._batch = max(1, min(AT_ONCE, len(things) // (4 * jobs)))
        self._suspects: set[int] = set()
        """What a process had in hand when it died: each is tried once more, alone."""
        self._false_starts = 0
        self._workers: list[Process] = []
        while len(self._workers) < jobs and self._start():
            pass
        self._must_have_one()

    def run(self) -> Iterator[Done[R]]:
        """Yield results until all is done, or until stopped and nothing is in hand."""
        from multiprocessing.connection import wait  # noqa: PLC0415

        while any(each.hand for each in self._workers) or (self._queue and not self._stopped()):
            by_pipe: dict[Connection[Any, Any], Process] = {each.pipe: each for each in self._workers}
            for pipe in wait(list(by_pipe)):
                worker = by_pipe[pipe]  # type: ignore[index]  # only its own pipes come back
                yield from self._hear(worker)

    def close(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.let_go()
        for worker in self._workers:
            worker.end()

    def _hear(self, worker: Process) -> Iterator[Done[R]]:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            message = None
        if message is None:  # no process is started while an error is at hand: its copy would tell it with its own
            yield from self._replace(worker)
            return
        worker.ready = True
        yield from [Done(worker.hand.popleft(), *found) for found in message]
        self._feed(worker)

    def _feed(self, worker: Process) -> None:
        """Give it so much that the next lot lies ready when one is done."""
        while len(worker.hand) <= self._lot() and self._give(worker):
            pass

    def _lot(self) -> int:
        """Return how many to give at once: towards the end fewer, so that all processes end at one time."""
        return min(self._batch, max(1, len(self._queue) // (2 * len(self._workers))))

    def _give(self, worker: Process) -> bool:
        """Give it the next few things, a suspect alone; return whether there were any to give."""
        if self._stopped() or not self._suspects.isdisjoint(worker.hand):
            return False
        fresh: list[int] = []
        lot = self._lot()
        while self._queue and len(fresh) < lot:
            if self._queue[0] in self._suspects:
                fresh += [] if fresh or worker.hand else [self._queue.popleft()]
                break
            fresh.append(self._queue.popleft())
        worker.hand += fresh
        if fresh:
            self._send(worker, fresh)
        return bool(fresh)

    def _send(self, worker: Process, fresh: list[int]) -> None:
        try:
            worker.pipe.send([self._things[index] for index in fresh])
        except OSError:
            return  # it died: the next thing heard from it is its end

    def _replace(self, dead: Process) -> Iterator[Done[R]]:
        """Put a fresh process in the place of a dead one; what it had in hand is tried once more."""
        dead.end()
        self._workers.remove(dead)
        self._false_starts += not dead.ready
        hand = list(dead.hand)
        if self._suspects.issuperset(hand) and hand:
            yield Done(hand.pop())
        self._suspects.update(hand)
        self._queue.extendleft(reversed(hand))
        if self._queue and not self._stopped():
            self._start()
            self._must_have_one()
            for each in self._workers:  # one that has done all it had says nothing more by itself
                if each.ready:
                    self._feed(each)

    def _start(self) -> bool:
        """Start one more process; return whether the system gave one: where it does not, those that there are do."""
        if self._false_starts >= _FALSE_STARTS:
            return False
        try:
            self._workers.append(Process(self._work))
        except OSError:
            return False
        return True

    def _must_have_one(self) -> None:
        if not self._workers:
            raise KegenError("máy không mở được tiến trình phụ để soạn song song; hãy chạy lại với --jobs 1")
