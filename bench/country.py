"""The plans of all communes of the country, drafted; against docxtpl, against the size of the work, against zlib.

Run it with the Python that has kegen installed: `python bench/country.py [PART ...] [--units N] [--docxtpl N]`. Parts:

    speed    drafts a second, with and without the check, against docxtpl on the same template with the same values
    growth   drafts a second and peak memory of 100, 1,000 and all units, each in a process of its own
    limit    rendering and zipping one plan against deflating its text once
    jobs     two processes against one: the command as users run it, and without the check

Files go to the folder TMPDIR names; in memory (TMPDIR=/dev/shm) the disk, which is the same for all, is not measured.
Each part compares what it measures within one run, turn by turn, so that a machine that drifts weighs on all alike.
Times are of the clock and, in brackets, of the processor: on a machine with other work the latter is the steadier.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import kegen
from kegen.cascade.drafting import Way, draft_all
from kegen.cascade.members import members_of
from kegen.cascade.pool import Done, work_through
from kegen.cascade.worker import tidy
from kegen.country import PROVINCES
from kegen.shipped import templates_folder
from kegen.template.context import context

TEMPLATE = templates_folder() / "ke-hoach.docx"
ROUNDS = 10
PROFILE = """\
directive: qd-534
unit:
  level: {kind}
  name: "{name}"
  province: {province}
  place: "{place}"
parent_plan:
  number: 176/KH-UBND
  date: 04/5/2026
departments:
  - name: Phòng Văn hóa - Xã hội
    short: VHXH
    roles: [dau-moi, tuyen-truyen]
signer:
  position: CHỦ TỊCH
"""
"""As profiles/mau-xa.yaml has it, without its comments."""


class Clock:
    """Seconds of the clock and of the processor, added up."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0
        self.count = 0

    def time(self, work: Callable[[Any], object], things: Sequence[Any]) -> None:
        """Do the work on each thing; the rubbish is taken out inside the time, just as a worker does."""

        def all_of_them() -> None:
            for count, thing in enumerate(things, 1):
                work(thing)
                tidy(count)

        self.run(all_of_them, len(things))

    def run(self, work: Callable[[], object], count: int) -> None:
        """Do the work, which is so many things."""
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        self.count += count

    @property
    def each(self) -> tuple[float, float]:
        """Milliseconds a thing."""
        return self.wall / self.count * 1000, self.cpu / self.count * 1000


def write_profiles(folder: Path, count: int) -> list[Path]:
    """Write the starting profiles of so many units, taken evenly from the list of the country."""
    units = [unit for province in PROVINCES for unit in members_of(province, None)]
    chosen = [units[at * len(units) // count] for at in range(count)]
    for unit in chosen:
        said = unit._replace(place=unit.place or unit.name)._asdict()
        (folder / f"{unit.code}.yaml").write_text(PROFILE.format(**said), encoding="utf-8")
    return [folder / f"{unit.code}.yaml" for unit in chosen]


def tasks_of(folder: Path, count: int) -> list[tuple[Path, Path]]:
    return [(path, path.with_suffix(".docx")) for path in write_profiles(folder, count)]


def drafted(way: Way, tasks: Sequence[tuple[Path, Path]]) -> list[bool]:
    """Draft some; whatever goes wrong ends the benchmark."""
    for task, done in zip(tasks, draft_all(tasks, way), strict=True):
        found = done.report.count("error") if done.report else 0
        if done.stop or found:
            raise SystemExit(f"{task[0]}: {done.stop} {done.problems} {found}")
    return [True] * len(tasks)


def finish(works: Iterable[Done[bool]]) -> None:
    if lost := [done for done in works if not done.result]:
        raise SystemExit(f"{len(lost)} were not drafted: {lost[0].bug}")


def draft_through(way: Way, tasks: Sequence[tuple[Path, Path]]) -> None:
    """Draft them as one process of kegen's does."""
    finish(work_through(tasks, partial(drafted, way), 1))


def settle() -> None:
    """Leave rubbish alone while something is timed, as kegen's workers do, and what is there already for good."""
    gc.collect()
    gc.freeze()
    gc.disable()


def plain(value: object) -> object:
    """Return the template's values as plain ones, as a user of docxtpl has them."""
    if hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def by_docxtpl(task: tuple[dict[str, Any], Path]) -> None:
    from docxtpl import DocxTemplate

    gc.enable()  # as whoever writes such a loop has it
    template = DocxTemplate(TEMPLATE)
    template.render(task[0], autoescape=True)
    template.save(task[1])
    gc.disable()


def parts_of(things: list[Any], count: int) -> Iterator[list[Any]]:
    size = -(-len(things) // count)
    yield from (things[at : at + size] for at in range(0, len(things), size))


def speed(units: int, renders: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        tasks = tasks_of(Path(name), units)
        plans = (kegen.resolve(kegen.load(path)) for path, _ in tasks[:renders])
        values = [(plain(context(plan)), Path(name) / f"bare-{at}.docx") for at, plan in enumerate(plans)]
        ways = {"alone": Way(unchecked=True, lasting=False), "checked": Way(lasting=False)}
        clocks = {name: Clock() for name in ("docxtpl", *ways)}
        for each in ways.values():
            drafted(each, tasks[:1])
        by_docxtpl(values[0])
        settle()
        for some, bare in zip(parts_of(tasks, ROUNDS), parts_of(values, ROUNDS), strict=True):
            clocks["docxtpl"].time(by_docxtpl, bare)
            for words, way in ways.items():
                for _, target in some:
                    target.unlink(missing_ok=True)
                clocks[words].run(partial(draft_through, way, some), len(some))
    bare_wall, bare_cpu = clocks["docxtpl"].each
    print(f"docxtpl: {bare_wall:.2f} ms ({bare_cpu:.2f}) a document, {renders} of them")
    for name, words in (("alone", "without the check"), ("checked", "with the check")):
        wall, cpu = clocks[name].each
        print(
            f"kegen {words}: {wall:.2f} ms ({cpu:.2f}) a document, {units} of them:"
            f" {bare_wall / wall:.1f} times as fast ({bare_cpu / cpu:.1f})"
        )


def growth(units: int, checked: bool) -> None:
    for count in sorted({100, 1000, units}):
        command = [sys.executable, __file__, "grown", "--units", str(count), *(["--checked"] if checked else [])]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"{count} units: {found['wall']:.0f} a second ({found['cpu']:.0f}), {found['memory']:.0f} MB")


def grown(units: int, checked: bool) -> None:
    """Draft so many in this process alone, the first ones beforehand."""
    with tempfile.TemporaryDirectory() as name:
        tasks = tasks_of(Path(name), units)
        work = partial(drafted, Way(unchecked=not checked, lasting=False))
        draft_through(Way(unchecked=not checked, lasting=False), tasks[:20])
        for _, target in tasks[:20]:
            target.unlink()
        settle()
        wall, cpu = time.perf_counter(), time.process_time()
        finish(work_through(tasks, work, 1))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps({"wall": units / wall, "cpu": units / cpu, "memory": peak()}))


def peak() -> float:
    """Return the most megabytes this process has had; Linux's other figure counts what its parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def limit(rounds: int = 400) -> None:
    with tempfile.TemporaryDirectory() as name:
        plan = kegen.resolve(kegen.load(write_profiles(Path(name), 1)[0]))
    with zipfile.ZipFile(BytesIO(kegen.render(plan))) as archive:
        text = archive.read("word/document.xml")
    rows = []
    for _ in range(rounds):
        start = time.perf_counter()
        zlib.compress(text, 6, -15)
        middle = time.perf_counter()
        kegen.render(plan)
        rows.append((middle - start, time.perf_counter() - middle))
    deflating, rendering = (statistics.median(row[at] for row in rows) * 1000 for at in (0, 1))
    ratio = statistics.median(row[1] / row[0] for row in rows)
    print(f"render and zip {rendering:.2f} ms, deflating {len(text)} bytes {deflating:.2f} ms: ratio {ratio:.2f}")


def jobs(units: int) -> None:
    """Time the command itself, turn by turn."""
    with tempfile.TemporaryDirectory() as name:
        write_profiles(Path(name), units)
        for words, options in (("with", ()), ("without", ("--no-check",))):
            rows = [[by_command(Path(name), count, options) for count in (1, 2)] for _ in range(3)]
            one, two = (statistics.median(row[at] for row in rows) for at in (0, 1))
            ratio = statistics.median(row[0] / row[1] for row in rows)
            print(
                f"{units} units {words} the check: one process {one:.1f} s, two {two:.1f} s: {ratio:.2f} times as fast"
            )


def by_command(profiles: Path, count: int, options: Sequence[str]) -> float:
    """Return the seconds that `kegen draft` takes for the folder, every draft new."""
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, "-m", "kegen", "draft", "--profile", str(profiles), "--output", output]
        command += ["--jobs", str(count), *options]
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", default=["speed", "growth", "limit", "jobs"])
    parser.add_argument("--units", type=int, default=3321)
    parser.add_argument("--docxtpl", type=int, default=200)
    parser.add_argument("--checked", action="store_true", help="growth: with the check")
    chosen = parser.parse_args(arguments)
    parts = {
        "speed": partial(speed, chosen.units, chosen.docxtpl),
        "growth": partial(growth, chosen.units, chosen.checked),
        "grown": partial(grown, chosen.units, chosen.checked),
        "limit": limit,
        "jobs": partial(jobs, chosen.units),
    }
    for part in chosen.parts:
        parts[part]()


if __name__ == "__main__":
    main(sys.argv[1:])
