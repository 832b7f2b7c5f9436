"""One check, whole process: how long it takes and how much memory, for each file given or in the folders given.

Run it with the Python that has kegen installed: `python bench/check.py FILE|FOLDER… [--runs N]`. It prints the median
and the worst of N runs (7 unless told) and the peak of the resident memory, and ends with 1 where a file breaks a bar.
What earlier checks found is forgotten before each run: the file is checked as one that was never seen.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from draft import ENVIRONMENT, forget_reports

SECONDS, MEGABYTES = 0.5, 150
"""What one file may take on a machine of today."""


def measured(file: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds and the peak megabytes of one check."""
    forget_reports(folder)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "kegen", "check", str(file), "--format", "json"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**ENVIRONMENT, "KEGEN_CACHE_DIR": str(folder / "cache")},
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{file}: cannot be checked")
    return seconds, used.ru_maxrss / 1024


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args(arguments)
    files = [file for path in chosen.paths for file in (sorted(path.glob("*.docx")) if path.is_dir() else [path])]
    broken = 0
    with tempfile.TemporaryDirectory() as name:
        for file in files:
            measured(file, Path(name))  # once to compile
            runs = [measured(file, Path(name)) for _ in range(chosen.runs)]
            seconds, memory = [each[0] for each in runs], max(each[1] for each in runs)
            median = statistics.median(seconds)
            broken += median > SECONDS or memory > MEGABYTES
            print(f"{file.name}: {median * 1000:.0f} ms (worst {max(seconds) * 1000:.0f}), {memory:.0f} MB")
    print(f"{len(files)} files, {broken} over {SECONDS} s or {MEGABYTES} MB")
    return 1 if broken or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
