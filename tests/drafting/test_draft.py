"""Several profiles drafted one after the other: each has what it has alone."""

import pytest

from kegen.drafting.draft import DraftOptions, draft

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


def outcome(drafted):
    return drafted.stop, drafted.problems, drafted.obstacle, drafted.plan, drafted.report


def drafted_in(tasks, options):
    drafts = [outcome(draft(path, target, options)) for path, target in tasks]
    files = {target: target.read_bytes() for _, target in tasks if target.is_file()}
    for target in files:
        target.unlink()
    return drafts, files


@pytest.mark.parametrize(
    "options",
    [DraftOptions(lasting=False), DraftOptions(lasting=False, unchecked=True), DraftOptions(lasting=False, final=True)],
)
def test_a_profile_drafted_after_others_has_what_it_has_before_them(tasks, options):
    drafts, files = drafted_in(tasks, options)
    backwards, same_files = drafted_in(tasks[::-1], options)
    assert backwards == drafts[::-1]
    assert same_files == files
    assert drafts[1][0] == "wrong"
    assert (drafts[0][-1] is None) == (options.unchecked or options.final)


def test_a_draft_with_somebody_s_edits_is_left_and_the_others_are_made(tasks):
    tasks[2][1].write_bytes(b"mine")
    drafts = [draft(path, target, DraftOptions(lasting=False)) for path, target in tasks]
    assert [each.stop for each in drafts] == ["", "wrong", "edited", "wrong", "", "unreadable"]
    assert tasks[2][1].read_bytes() == b"mine"
    assert [target.is_file() for _, target in tasks] == [True, False, True, False, True, False]
