"""How far a long run has got, on stderr: a bar on a terminal, a line now and then elsewhere; Ctrl-C; `--jobs`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

import click

from kegen.cli.vietnamese_click import Misuse, option

_LINES = 10


class Stop:
    """Whether the user has asked to stop: once to finish what is in hand, twice to drop even that."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        """Whether no more work is to be begun."""
        return self.asked

    @contextmanager
    def heeded(self) -> Iterator[Stop]:
        """Take Ctrl-C, and what asks a process to end, as the wish to stop, for as long as this lasts."""
        old = {number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield self
        finally:
            for number, handler in old.items():
                signal.signal(number, handler)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


class Progress:
    """Hears after each thing how many are done, and shows what is left."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._bar: Any = None
        self._terminal = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Show it, where there is enough to do to be worth a word."""
        if self._terminal:
            self._move(done, total)
        elif total >= _LINES and done < total and done * _LINES // total > (done - 1) * _LINES // total:
            _put(f"đã soạn {done}/{total} {self._what}, còn {total - done}")

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._bar is not None:
            self._bar.render_finish()

    def _move(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = click.progressbar(length=total, show_pos=True, show_percent=False, file=sys.stderr)
        self._bar.label = f"Đang soạn, còn {total - done} {self._what}"
        with suppress(OSError):
            self._bar.update(done - self._bar.pos)


def _put(text: str) -> None:
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def _checked(_ctx: click.Context, _param: click.Parameter, count: int | None) -> int | None:
    if count is not None and count < 1:
        raise Misuse(f"--jobs {count}: hãy ghi số tiến trình từ 1 trở lên, hoặc bỏ --jobs để dùng mọi lõi của máy")
    return count


jobs_option = option(
    "--jobs",
    type=int,
    metavar="N",
    callback=_checked,
    help="Số tiến trình cùng soạn khi có nhiều đơn vị; mặc định là số lõi của máy.",
)
