"""Check what the pack says the published plans attest: the item's words stand in each plan it names, in order.

`python .ci/attested.py FOLDER`, with one .txt a plan, a paragraph a line. Ends with 1 and a list where a claim is
false, where an item claims a single plan, or where one names neither plans nor another source.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from kegen.pack.model import Pack, PackSection, PackTask
from kegen.pack.read import read_pack_folder
from kegen.shipped import templates_folder

TIERS = {"tinh": "cap-tinh", "thanh-pho": "cap-tinh", "xa": "cap-xa", "phuong": "cap-xa", "dac-khu": "cap-xa"}
RUN = 3
"""Words in a row that count as the item's: two alike by chance (`thực hiện`, `cơ quan`) stand in every paragraph."""
ENOUGH = 0.6
"""Share of the item's words that stand in one paragraph, in such runs. The lowest claim has 0.64. A paragraph on
another matter has 0.48 at most; one that says nearly the same in other words (a report, a follow-up) has up to 0.70,
so no bar parts the two: a claim just above this one is worth reading."""
PLAIN = 0.8
"""A plan with that much of an item, yet not named for it, is told, and is no failure."""


def wording(task: PackTask, plan: str) -> str | None:
    """Return the item's wording, as the published plans have it, at the level of the plan; None where it has none."""
    task = task.as_published()
    level = plan.partition("-")[0]
    keys = (level, TIERS.get(level, ""), "khac")
    if isinstance(task.wording, str):
        return task.wording
    return next((task.wording[key] for key in keys if key in task.wording), None)  # type: ignore[index]


def words(text: str) -> list[str]:
    """Return the words of a text, Jinja, marks and punctuation left out."""
    return re.findall(r"[\w/%]+", re.sub(r"{[{%].*?[%}]}", " ", text).lower())


def shared(own: list[str], paragraph: list[str]) -> float:
    """Return how much of the item stands in the paragraph."""
    blocks = SequenceMatcher(None, own, paragraph, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN) / len(own)


def score(task: PackTask, plan: str, paragraphs: list[list[str]]) -> float:
    """Return how much of the item stands in the paragraph of the plan that has most of it."""
    text = wording(task, plan)
    return max((shared(words(text), each) for each in paragraphs), default=0.0) if text else 0.0


def tasks_of(sections: tuple[PackSection, ...]) -> Iterator[PackTask]:
    for section in sections:
        yield from section.tasks
        yield from tasks_of(section.sections)


def false_claims(pack: Pack, plans: dict[str, list[list[str]]]) -> Iterator[str]:
    """Yield what is claimed and is not so."""
    for task in tasks_of(pack.sections):
        for plan in task.attested:
            if plan not in plans:
                yield f"{task.id}: no published plan {plan}"
            elif (found := score(task, plan, plans[plan])) < ENOUGH:
                yield f"{task.id}: only {found:.2f} of it in {plan}"
        if len(set(task.attested)) == 1 or not (task.attested or task.source):
            yield f"{task.id}: names {len(task.attested)} plans and no other source"


def unclaimed(pack: Pack, plans: dict[str, list[list[str]]]) -> Iterator[str]:
    """Yield the plans that plainly have an item and are not named for it."""
    for task in tasks_of(pack.sections):
        for plan in plans.keys() - set(task.attested):
            if (found := score(task, plan, plans[plan])) >= PLAIN:
                yield f"{task.id}: {found:.2f} of it in {plan}"


def main(published: str) -> int:
    pack = read_pack_folder(templates_folder() / "qd-534").pack
    plans = {
        path.stem: [words(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted(Path(published).glob("*.txt"))
    }
    false = list(false_claims(pack, plans))
    for each in sorted(unclaimed(pack, plans)):
        print("could be claimed:", each)
    for each in false:
        print("not attested:", each)
    tasks = list(tasks_of(pack.sections))
    claims = sum(len(task.attested) for task in tasks)
    print(f"{claims} claims of {len(tasks)} items looked at in {len(plans)} plans, {len(false)} false")
    return 1 if false or not claims else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
