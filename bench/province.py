"""A province: every commune drafted and checked by `kegen cascade`, against docxtpl in a loop; one plan against zlib.

Run it with the Python that has kegen installed: `python bench/province.py [PART ...] [--rounds N]`. Parts:

    cascade  one job and two, against as many docxtpl renders in one process; the times of each round side by side
    memory   the peak of one job for one province and for a list three times as long
    limit    filling and zipping one plan in a warm process, against deflating its text once
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from commands import ENVIRONMENT, plain

import kegen
from kegen.shipped import profiles_folder, templates_folder
from kegen.template.context import context

PROFILE = "mau-tinh.yaml"
COMMUNE = "mau-xa.yaml"


def cascade(jobs: int, folder: Path, profile: str = PROFILE) -> tuple[float, float, int]:
    """Return the seconds, the peak megabytes of the first process, and the number of drafts of a province."""
    output = folder / f"{Path(profile).stem}-{jobs}-{time.monotonic_ns()}"
    command = [sys.executable, "-m", "kegen", "cascade", "--profile", profile, "--output", str(output)]
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--jobs", str(jobs)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{command}: exit {os.waitstatus_to_exitcode(status)}")
    return seconds, used.ru_maxrss / 1024, len(list(output.glob("*.docx")))


def by_docxtpl(count: int, folder: Path) -> float:
    """Return the seconds that docxtpl takes to render and save so many plans in this process."""
    from docxtpl import DocxTemplate

    values = plain(context(kegen.resolve(kegen.load(profiles_folder() / COMMUNE))))
    start = time.perf_counter()
    for at in range(count):
        template = DocxTemplate(templates_folder() / "ke-hoach.docx")
        template.render(values, autoescape=True)
        template.save(folder / f"{at}.docx")
    return time.perf_counter() - start


def part_cascade(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, _, count = cascade(1, folder)
        rows = [(cascade(1, folder)[0], cascade(2, folder)[0], by_docxtpl(count, folder)) for _ in range(rounds)]
    one, two, bare = (statistics.median(row[at] for row in rows) for at in range(3))
    print(f"{count} communes with their check: one job {one:.1f} s, two {two:.1f} s; docxtpl alone {bare:.1f} s")
    print(f"one job / docxtpl: {statistics.median(row[0] / row[2] for row in rows):.2f} (bar 5)")
    print(f"one job / two jobs: {statistics.median(row[0] / row[1] for row in rows):.2f} (bar 1.5)")


def part_memory(_rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for times in (1, 3):
            for at in range(124 * times):
                text = (profiles_folder() / COMMUNE).read_text(encoding="utf-8")
                target = folder / f"{times}" / f"{at}.yaml"
                target.parent.mkdir(exist_ok=True)
                target.write_text(text, encoding="utf-8")
            command = [sys.executable, "-m", "kegen", "draft", "--jobs", "1", "--profile", str(folder / f"{times}")]
            process = subprocess.Popen(
                [*command, "--output", f"{folder}/out{times}/"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            _, _, used = os.wait4(process.pid, 0)
            print(f"{124 * times} drafts with their check, one job: peak {used.ru_maxrss / 1024:.0f} MB")


def part_limit(rounds: int) -> None:
    plan = kegen.resolve(kegen.load(profiles_folder() / COMMUNE))
    gc.disable()  # as kegen's commands have it
    for profile, what in (("", "a plan (bar 2)"), (COMMUNE, "one that edits can be pulled out of")):
        with zipfile.ZipFile(BytesIO(kegen.render(plan, profile=profile))) as archive:
            text = archive.read("word/document.xml")
        rows = []
        for _ in range(100 * rounds):
            start = time.perf_counter()
            zlib.compress(text, 6, -15)
            middle = time.perf_counter()
            kegen.render(plan, profile=profile)
            rows.append((middle - start, time.perf_counter() - middle))
        deflating, rendering = (statistics.median(row[at] for row in rows) * 1000 for at in (0, 1))
        ratio = statistics.median(row[1] / row[0] for row in rows)
        print(f"fill and zip {what}: {rendering:.2f} ms, deflating {deflating:.2f} ms ({len(text)} bytes): {ratio:.2f}")


PARTS = {"cascade": part_cascade, "memory": part_memory, "limit": part_limit}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", default=list(PARTS))
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args(arguments)
    for part in chosen.parts:
        PARTS[part](chosen.rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
