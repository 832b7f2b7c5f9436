"""One draft, whole process, against a bare docxtpl script that renders the same template with the same values.

Run it with the Python that has kegen installed: `python bench/draft.py [PROFILE] [RUNS]`. It prints the median of each
and the median of the ratios taken round by round, so that a drifting machine weighs on all alike: once for drafting
alone, which is what the bare script does, and once with the check of the draft.
"""

from __future__ import annotations

import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import kegen
from kegen.check.kept import _KEY as REPORTS
from kegen.shipped import profiles_folder, templates_folder
from kegen.template.context import context

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As a user has it: both sides run compiled once, not anew each time."""

BARE = """
import pickle, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], "rb") as file:
    values = pickle.load(file)
template.render(values, autoescape=True)
template.save(sys.argv[3])
"""


def plain(value: object) -> object:
    """Return the template's values as plain ones, so that the bare script need not import kegen."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


def seconds(command: list[str], folder: Path) -> float:
    """Return how long the command took, whole process."""
    start = time.perf_counter()
    environment = {**ENVIRONMENT, "KEGEN_CACHE_DIR": str(folder / "cache")}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def forget_reports(folder: Path) -> None:
    """Remove what earlier checks found: the draft of each round is checked as one that was never seen."""
    for file in (folder / "cache").glob(f"{REPORTS}*.json"):
        file.unlink()


def main(profile: str = "xa-nhu-khe.yaml", runs: str = "15") -> None:
    path = profiles_folder() / profile
    values = plain(context(kegen.resolve(kegen.load(path))))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        (folder / "values.pickle").write_bytes(pickle.dumps(values))
        template = str(templates_folder() / "ke-hoach.docx")
        bare = [sys.executable, "bare.py", template, "values.pickle", "bare.docx"]
        command = shutil.which("kegen", path=str(Path(sys.executable).parent)) or "kegen"
        checked = [command, "draft", "--profile", str(path), "--output", "ours.docx"]
        alone = [*checked, "--no-check"]
        for command in (bare, alone, checked):
            seconds(command, folder)
        rounds = []
        for _ in range(int(runs)):
            forget_reports(folder)
            rounds.append([seconds(each, folder) for each in (alone, checked, bare)])
    for index, name in enumerate(("kegen draft --no-check", "kegen draft")):
        ours, theirs = (statistics.median(each[column] for each in rounds) for column in (index, 2))
        ratio = statistics.median(each[index] / each[2] for each in rounds)
        print(f"{name} {ours * 1000:.0f} ms, bare docxtpl {theirs * 1000:.0f} ms: ratio {ratio:.2f}, {runs} rounds")


if __name__ == "__main__":
    main(*sys.argv[1:])
