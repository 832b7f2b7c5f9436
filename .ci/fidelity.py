"""Compare the drafts of the five published plans with the plans as issued, and weigh each profile's own words."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FIDELITY = 0.995
OWN_WORDS = {
    "phuong-le-chan": 0.30,
    "tinh-bac-ninh": 0.40,
    "tinh-an-giang": 0.50,
    "xa-nhu-khe": 0.65,
    "xa-thien-tan": 0.85,
}


def measure(shared: Path, drafts: Path, profiles: Path, name: str) -> tuple[float, float]:
    """Return fidelity and own words of one plan, as the shared measure prints them."""
    files = [str(drafts / f"{name}.docx"), str(shared / "published" / f"{name}.txt")]
    tool = [sys.executable, str(shared / "tools" / "fidelity.py")]
    run = subprocess.run(
        [*tool, *files, "--profile", str(profiles / f"{name}.yaml")], capture_output=True, text=True, check=True
    )
    print(run.stdout.strip())
    found = re.search(r"fidelity ([\d.]+).*own words ([\d.]+)", run.stdout)
    if found is None:
        raise SystemExit(f"{name}: no measure in {run.stdout!r}")
    return float(found[1]), float(found[2])


def main(shared: str, drafts: str, profiles: str) -> int:
    failed = 0
    for name, bar in OWN_WORDS.items():
        fidelity, own = measure(Path(shared), Path(drafts), Path(profiles), name)
        failed += fidelity < FIDELITY or own > bar
    print(f"{len(OWN_WORDS)} plans looked at, {failed} below the bar")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
