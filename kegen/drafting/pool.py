"""Work on many things, in this process or side by side in others, each result yielded as soon as it is there."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Thread
from typing import Generic, NamedTuple, TypeVar

from kegen.problem import KegenError

T = TypeVar("T")
R = TypeVar("R")

FEW = 50
"""Fewer things than this are done sooner in one process than others are started."""
_MOST_PROCESSES = 61
"""Windows waits for no more."""


class Done(NamedTuple, Generic[R]):
    """What became of one thing, by its index: a result, or the traceback of a bug, or neither where processes died."""

    at: int
    result: R | None = None
    bug: str = ""

    @property
    def why_lost(self) -> str:
        """Why there is no result, in Vietnamese."""
        if self.bug:
            return f"lỗi của chính kegen; hãy gửi những dòng sau cho người phát triển kegen:\n{self.bug}"
        return "máy đã dừng tiến trình soạn việc này hai lần (có thể thiếu bộ nhớ); hãy chạy lại, thêm --jobs 1"


def all_cores() -> int:
    """Return how many processes this machine runs side by side."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_through(
    things: Sequence[T],
    work: Callable[[T], R],
    jobs: int,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Done[R]]:
    """Yield what the work makes of each thing, as it is done; once stopped, only what is in hand is finished.

    Work, things and results must be fit for pickling. Raises KegenError where no process can be started.
    """
    if jobs == 1 or len(things) < FEW:
        for at, thing in enumerate(things):
            if stopped():
                return
            yield Done(at, *_attempt(work, thing))
    else:
        yield from _SideBySide(things, work, min(jobs, len(things), _MOST_PROCESSES), stopped).run()


def _attempt(work: Callable[[T], R], thing: T) -> tuple[R | None, str]:
    """Return the result, or the traceback of the bug that kept it from being made."""
    try:
        return work(thing), ""
    except Exception:  # noqa: BLE001 - told by whoever asked
        return None, traceback.format_exc()
    finally:
        gc.collect(0)  # a command pauses the collector, and filling a template leaves a circle of its values


class _SideBySide(Generic[T, R]):
    """A pool of processes, and a fresh one whenever a process of it has died."""

    def __init__(self, things: Sequence[T], work: Callable[[T], R], jobs: int, stopped: Callable[[], bool]) -> None:
        self._things, self._work, self._jobs, self._stopped = things, work, jobs, stopped

    def run(self) -> Iterator[Done[R]]:
        """Yield every result; what was in hand when a process died is tried once more, each thing by itself."""
        waiting = deque(range(len(self._things)))
        while waiting and not self._stopped():
            with _started(self._jobs) as pool:
                suspects = deque((yield from self._work_off(pool, waiting, 2 * self._jobs)))
            while suspects and not self._stopped():
                with _started(1) as pool:
                    _check_begun(pool, self._work)
                    deadly = yield from self._work_off(pool, suspects, 1)
                yield from (Done(at) for at in deadly)

    def _work_off(
        self, pool: ProcessPoolExecutor, waiting: deque[int], most: int
    ) -> Generator[Done[R], None, list[int]]:
        """Yield results, with so many things at most in hand; return what was in hand when a process died."""
        in_hand: dict[Future[tuple[R | None, str]], int] = {}
        lost: list[int] = []
        while True:
            while waiting and not lost and len(in_hand) < most and not self._stopped():
                at = waiting.popleft()
                try:
                    in_hand[pool.submit(_attempt, self._work, self._things[at])] = at
                except BrokenProcessPool:
                    lost.append(at)
            if not in_hand:
                return lost
            for future in wait(in_hand, return_when=FIRST_COMPLETED).done:
                at = in_hand.pop(future)
                if isinstance(error := future.exception(), BrokenProcessPool):
                    lost.append(at)
                elif error:
                    yield Done(at, bug="".join(traceback.format_exception(error)))
                else:
                    yield Done(at, *future.result())


@contextmanager
def _started(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Start so many processes, or as many as the system gives; raises KegenError where that is none."""
    pool = _start(jobs)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _start(jobs: int) -> ProcessPoolExecutor:
    while jobs:
        begun = 0
        pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin)
        try:
            with _interrupts_held():
                while begun < jobs:
                    pool.submit(os.getpid)  # each thing that finds no process idle starts one
                    begun += 1
        except OSError:
            pool.shutdown(cancel_futures=True)
            jobs = begun
        else:
            return pool
    raise _none_started()


def _check_begun(pool: ProcessPoolExecutor, work: Callable[..., object]) -> None:
    """Raise KegenError where a process dies of loading the work, before it is given a thing."""
    try:
        pool.submit(callable, work).result()
    except BrokenProcessPool:
        raise _none_started() from None


def _none_started() -> KegenError:
    return KegenError("máy không mở được tiến trình phụ để soạn song song; hãy chạy lại với --jobs 1")


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C from processes that are being started: it is the first process that minds it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)


def _begin() -> None:
    """Make this process leave Ctrl-C to the first one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
