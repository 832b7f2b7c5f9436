"""Check what the pack says the published plans attest: the item's words stand in each plan it names, in order."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import LCSseq

from kegen.pack.model import PackTask
from kegen.pack.read import read_pack_folder
from kegen.shipped import templates_folder

LEVELS = {"phuong": "cap-xa", "xa": "cap-xa", "tinh": "cap-tinh"}
ENOUGH = 0.7
"""Share of the item's words that stand in one paragraph, in order: the lowest true claim has 0.73, and a paragraph on
another matter of the same plan 0.69 at most."""


def wordings(task: PackTask, plan: str) -> Iterator[str]:
    """Yield the wordings that a plan of that level may have."""
    level = plan.partition("-")[0]
    if isinstance(task.wording, str):
        yield task.wording
    else:
        yield from (text for key, text in task.wording.items() if key in {level, LEVELS[level], "khac"})


def words(text: str) -> list[str]:
    """Return the words of a text, Jinja, marks and punctuation left out."""
    return re.findall(r"[\w/%]+", re.sub(r"{[{%].*?[%}]}", " ", text).lower())


def scores(task: PackTask, plan: str, paragraphs: list[str]) -> list[float]:
    """Return, best first, how much of the item stands in each paragraph of the plan."""
    found = (
        LCSseq.similarity(own, words(each)) / len(own)
        for own in map(words, wordings(task, plan))
        for each in paragraphs
    )
    return sorted(found, reverse=True)


def main(published: str) -> int:
    pack = read_pack_folder(templates_folder() / "qd-534").pack
    plans = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in Path(published).glob("*.txt")}
    tasks = [t for outer in pack.sections for section in (outer, *outer.sections) for t in section.tasks]
    claims = [(task, plan) for task in tasks for plan in task.attested]
    false = [(t.id, plan, round(s, 2)) for t, plan in claims if (s := scores(t, plan, plans[plan])[0]) < ENOUGH]
    lonely = [t.id for t in tasks if len(t.attested) == 1 or not (t.attested or t.source or t.optional)]
    for each in (*false, *lonely):
        print("not attested:", each)
    print(
        f"{len(claims)} claims looked at, {len(false)} false; {len(tasks)} items, {len(lonely)} with one plan or none"
    )
    return 1 if false or lonely or not claims else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
