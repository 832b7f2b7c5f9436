"""One process that judges many plans alike: how long a further one takes, against the first.

Run it with the Python that has kegen installed: `python bench/judge.py [PROFILE…] [--plans N]`. Of each profile it
makes plans for other units of its province and kind, reads them back, and prints the first and the median time.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import kegen
from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.check.way import Facts
from kegen.document.read import read_document
from kegen.gazetteer.units import units_of
from kegen.problem import KegenError
from kegen.shipped import profiles_folder


def papers(profile: str, most: int, folder: Path) -> Iterator[Paper]:
    """Yield the paper of each unit, its parts found."""
    path = profiles_folder() / profile
    text, unit = path.read_text(encoding="utf-8"), kegen.load(path).profile.unit
    alike = [each for each in units_of(unit.province or "") if each.kind == unit.level]
    for each in alike[:most]:
        own = folder / f"{each.code}.yaml"
        own.write_text(text.replace(unit.name, each.name), encoding="utf-8")
        try:
            loaded = kegen.load(own)
            plan = kegen.resolve(loaded)
        except KegenError:
            continue  # a place that the profile names goes with its own unit only
        paper = Paper(read_document(kegen.render(plan)), facts=Facts(loaded.profile, plan))
        paper.passages  # noqa: B018 - found before the clock runs
        yield paper


def milliseconds(paper: Paper) -> float:
    """Return how long judging takes, in time of the processor."""
    rules = all_rules()
    start = time.process_time()
    judge(paper, rules)
    return (time.process_time() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("profiles", nargs="*", default=["mau-xa.yaml", "phuong-le-chan.yaml"])
    parser.add_argument("--plans", type=int, default=60)
    chosen = parser.parse_args()
    for profile in chosen.profiles:
        with tempfile.TemporaryDirectory() as folder:
            first, *others = [milliseconds(each) for each in papers(profile, chosen.plans, Path(folder))]
        print(f"{profile}: first {first:.1f} ms, then {statistics.median(others):.2f} ms, {len(others)} plans")


if __name__ == "__main__":
    main()
