"""Several profiles drafted together: each has what it has alone."""

import pytest

from kegen.cascade.drafting import Way, draft, draft_all

XA = "directive: qd-534\nunit: {{level: xa, name: {name}, province: Tuyên Quang, place: {name}}}\n"
TEXTS = {
    "nhu-khe": XA.format(name="Nhữ Khê") + "parent_plan: {number: 135/KH-UBND, date: 23/4/2026}\n",
    "sai": XA.format(name="Nhữ Khê") + "parent_plan: {number: 135/KH-UBND, date: 31/2/2026}\n",
    "yen-son": XA.format(name="Yên Sơn") + "parent_plan: {number: 135/KH-UBND, date: 23/4/2026}\n",
    "hong": "unit: [",
    "hung-duc": XA.format(name="Hùng Đức") + "parent_plan: {number: 135/KH-UBND, date: 23/4/2026}\n",
}


@pytest.fixture
def tasks(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [(tmp_path / f"{name}.yaml", tmp_path / f"{name}.docx") for name in (*TEXTS, "khong-co")]


def told(drafted):
    return drafted.stop, drafted.problems, drafted.obstacle, drafted.plan, drafted.report


@pytest.mark.parametrize(
    "way", [Way(lasting=False), Way(lasting=False, unchecked=True), Way(lasting=False, final=True)]
)
def test_profiles_drafted_together_have_what_each_has_alone(tasks, way):
    alone = []
    for path, target in tasks:
        alone.append(told(draft(path, target, way)))
        target.unlink(missing_ok=True)
    assert [told(each) for each in draft_all(tasks, way)] == alone
    assert [each[0] for each in alone][1] == "wrong"
    assert (alone[0][-1] is None) == (way.unchecked or way.final)


def test_a_draft_with_somebody_s_edits_is_left_and_the_others_are_made(tasks):
    tasks[2][1].write_bytes(b"mine")
    drafts = draft_all(tasks, Way(lasting=False))
    assert [each.stop for each in drafts] == ["", "wrong", "edited", "wrong", "", "unreadable"]
    assert tasks[2][1].read_bytes() == b"mine"
    assert [target.is_file() for _, target in tasks] == [True, False, True, False, True, False]
