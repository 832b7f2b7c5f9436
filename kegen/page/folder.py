"""The folder that the page shows: its profiles and received plans, by the names under which the page knows them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.summary import JSON as RESULTS
from kegen.page.live import Live
from kegen.page.watching import saved
from kegen.plan.saved import is_saved_plan
from kegen.problem import KegenError

_YAML = (".yaml", ".yml")


class Listed(NamedTuple):
    """The files of a folder that the page shows, by name."""

    profiles: tuple[Path, ...]
    plans: tuple[Path, ...]
    """Plans above that were read or sent (.plan.yaml)."""
    links: tuple[Path, ...] = ()
    """Links to files that lie elsewhere: the page opens none."""


class Folder:
    """A folder with the profiles in it that are open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: dict[Path, Live] = {}
        self._followed: set[Path] = set()
        """Folders whose files are watched, those of units in folders of their own too."""
        self._tasks: set[asyncio.Task[None]] = set()

    def listed(self) -> Listed:
        """Return what is there now; nothing where the folder cannot be read."""
        try:
            found = sorted(each for each in self.path.iterdir() if each.suffix.lower() in _YAML)
        except OSError:
            found = []
        found = [each for each in found if not each.name.startswith(".") and each.is_file()]
        links = tuple(each for each in found if self._leads_out(each))
        shown = [each for each in found if each not in links]
        plans = tuple(each for each in shown if is_saved_plan(each))
        return Listed(tuple(each for each in shown if each not in plans), plans, links)

    def profile(self, name: str) -> Path | None:
        """Return the profile of that name; None, whatever the name, for what is none of those in the folder.

        Those of a province's units, in a folder of their own, go by the names of both: `tinh-cac-don-vi~xa-a.yaml`.
        """
        own = next((each for each in self.listed().profiles if each.name == name), None)
        inner, _, file = name.partition("~")
        if own is not None or not file:
            return own
        place = next((each for each in self._inner() if each.name == inner), None)
        return next((each for each in Folder(place).listed().profiles if each.name == file), None) if place else None

    def _inner(self) -> list[Path]:
        """Return the folders in it that a run over a province has written."""
        try:
            found = [each for each in self.path.iterdir() if each.is_dir() and (each / RESULTS).is_file()]
        except OSError:
            return []
        return [each for each in found if not self._leads_out(each)]

    def _leads_out(self, path: Path) -> bool:
        """Whether it is a link to what lies elsewhere."""
        return path.is_symlink() and not path.resolve().is_relative_to(self.path.resolve())

    def plan(self, name: str) -> Path | None:
        """Return the saved plan of that name, likewise."""
        return next((each for each in self.listed().plans if each.name == name), None)

    def live(self, path: Path) -> Live:
        """Return the profile opened, the first time with a worker of its own."""
        if path not in self._open:
            live = self._open[path] = Live(path)
            self._begin(live.run())
            if path.parent not in self._followed:
                self._followed.add(path.parent)
                self._begin(self._follow(path.parent))
        return self._open[path]

    @property
    def readers(self) -> int:
        """How many tabs show a profile."""
        return sum(each.readers for each in self._open.values())

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _follow(self, place: Path) -> None:
        """Have the profiles of a folder drawn anew when they, or files that they take something from, are saved.

        One watch serves them all: each takes a thread, and threads are few.
        """
        async for changed in saved(place):
            names = {each.name for each in changed}
            for live in self._open.values():
                if live.path.parent == place and (names != {live.path.name} or _differs(live)):
                    live.ask()

    async def end(self) -> None:
        """End what is sent to the tabs."""
        for live in self._open.values():
            await live.end()

    def close(self) -> None:
        """End all workers."""
        for task in self._tasks:
            task.cancel()


def _differs(live: Live) -> bool:
    """Whether the file says something else than is shown; an edit of the page itself is drawn without being seen."""
    try:
        return live.drawing is None or live.desk.read()[1] != live.drawing.opened.version
    except KegenError:  # which drawing it will tell
        return True
