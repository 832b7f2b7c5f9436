"""Whole commands, as a user starts them, against a bare docxtpl script and against an empty Python.

Run it with the Python that has kegen: `python bench/commands.py [PROFILE] [--rounds N] [--file FILE.docx]`. The
commands take turns, round by round, and the ratios are taken within each round, so that a machine that drifts weighs on
all alike. It prints the median of each command and of each ratio, and ends with 1 where a bar of bench/README.md is
broken.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import kegen
from kegen.shipped import profiles_folder, templates_folder
from kegen.template.context import context

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As a user has it: both sides run compiled once, not anew each time."""

BARE = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    values = json.load(file)
template.render(values, autoescape=True)
template.save(sys.argv[3])
"""


def plain(value: object) -> object:
    """Return the template's values as plain ones, as a user of docxtpl has them."""
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def seconds(command: list[str], folder: Path) -> float:
    """Return how long the command took, whole process; one that fails ends the benchmark."""
    environment = {**ENVIRONMENT, "KEGEN_CACHE_DIR": str(folder / "cache")}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, env=environment)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command}: {done.stderr.decode()}")
    return taken


def commands(profile: Path, checked: Path | None, folder: Path) -> dict[str, list[str]]:
    """Return the commands to time; what they read is written into the folder."""
    template = str(templates_folder() / "ke-hoach.docx")
    values = plain(context(kegen.resolve(kegen.load(profile))))
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")
    own = shutil.which("kegen", path=str(Path(sys.executable).parent)) or "kegen"
    draft = [own, "draft", "--profile", str(profile), "--output", "ours.docx"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "kegen --version": [own, "--version"],
        "bare docxtpl": [sys.executable, "bare.py", template, "values.json", "bare.docx"],
        "kegen draft --no-check": [*draft, "--no-check"],
        "kegen draft": draft,
        "kegen check": [own, "check", str(checked or "ours.docx")],
    }


BARS = (
    ("kegen --version", "python -c pass", 8.0),
    ("kegen draft --no-check", "bare docxtpl", 2.2),
    ("kegen draft", "bare docxtpl", 3.5),
)
CHECK_SECONDS = 0.5


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("profile", nargs="?", default="mau-xa.yaml")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--file", type=Path, help="what to check instead of the draft")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        checked = chosen.file.resolve() if chosen.file else None
        timed = commands(profiles_folder() / chosen.profile, checked, folder)
        for command in timed.values():
            seconds(command, folder)  # once to compile, and to prepare template and pack
        rounds = [{words: seconds(each, folder) for words, each in timed.items()} for _ in range(chosen.rounds)]
    medians = {words: statistics.median(each[words] for each in rounds) for words in timed}
    for words, median in medians.items():
        print(f"{words}: {median * 1000:.0f} ms")
    broken = medians["kegen check"] > CHECK_SECONDS
    for ours, theirs, bar in BARS:
        ratio = statistics.median(each[ours] / each[theirs] for each in rounds)
        broken |= ratio > bar
        print(f"{ours} / {theirs}: {ratio:.2f} (bar {bar}), {chosen.rounds} rounds")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
