"""The shipped profiles: each becomes a plan; of two, the whole plan is kept as text under `golden/`.

After a change that is meant to show, `KEGEN_RENEW=1 pytest tests/plan/test_plan_shipped.py` writes the goldens anew;
read the difference in git before you keep it.
"""

import os
from pathlib import Path

import pytest

import kegen
from kegen.shipped import profiles_folder

GOLDEN = Path(__file__).parent / "golden"
PROFILES = {path.stem: path for path in sorted(profiles_folder().glob("*.yaml"))}
SHORT = [name for name in PROFILES if name.startswith("mau-")]
KEPT = ["mau-xa", "mau-so", "mau-tinh", "tinh-bac-ninh"]


def outline(plan):
    """Return the plan as text, a line a paragraph or fact."""
    lines = [*filter(None, [plan.header.parent]), *plan.header.issuer, plan.header.number, plan.header.place_and_date]
    lines += ["", plan.kind, plan.title, ""]
    lines += [f"[{p.kind}] {p.text}" for p in (*plan.opening, *plan.body, *plan.closing)]
    lines += ["", "Nơi nhận:", *plan.recipients, "", *plan.signature.lines, plan.signature.name, ""]
    lines += [f"nhiệm vụ {t.id}: {t.lead} | {'; '.join(t.helpers)} | {t.deadline} | {t.product}" for t in plan.tasks]
    lines += [f"bỏ {each.id}: {each.reason}" for each in plan.left_out]
    lines += [f"còn trống: {each.what} ({each.where}): {each.who}" for each in plan.blanks]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def test_there_is_a_short_profile_of_every_level_and_all_published_plans():
    assert len(SHORT) == 6
    assert len(PROFILES) - len(SHORT) >= 5


@pytest.mark.parametrize("name", PROFILES)
def test_a_shipped_profile_becomes_a_plan(name):
    plan = kegen.resolve(kegen.load(PROFILES[name]))
    assert {warning.id for warning in plan.warnings} <= {"noi-nhan-thieu"}


@pytest.mark.parametrize("name", SHORT)
def test_a_short_profile_is_short_and_there_is_nothing_to_tell_of_it(name):
    assert len(PROFILES[name].read_text("utf-8").splitlines()) <= 20
    assert kegen.resolve(kegen.load(PROFILES[name])).warnings == ()


@pytest.mark.parametrize("name", PROFILES)
def test_the_same_profile_becomes_the_same_plan(name):
    first, second = (kegen.resolve(kegen.load(PROFILES[name])) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", KEPT)
def test_the_plan_is_as_it_was_kept(name):
    path = GOLDEN / f"{name}.txt"
    text = outline(kegen.resolve(kegen.load(PROFILES[name])))
    if os.environ.get("KEGEN_RENEW"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode(), "see this module's docstring for renewing"
