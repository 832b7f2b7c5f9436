"""What is asked of an imported plan can be answered, whatever it is about, and reaches every field it is about."""

import pytest

from kegen.importing.plan_file import plan_text
from kegen.plan.saved import read_plan
from kegen.starting.asked import concerned
from kegen.starting.confirming import open_plan, question, write_answers
from tests.importing.papers import HEAD, plan

BODY = (
    "*I. CHỈ TIÊU",
    "- Trên 90% quầy hàng đạt chuẩn; 80% hộ đăng ký.",
    "*II. NHIỆM VỤ",
    "*1. Truyền thông",
    "- Sở Y tế kiểm tra phim.",
    "- In tờ rơi.",
    "- Dán áp phích.",
    "- Sở Y tế định kỳ tổng hợp, báo cáo UBND tỉnh theo quy định.",
    "*2. Kiểm tra",
    "- Sở Y tế, Sở Công Thương chủ trì kiểm tra chợ.",
    "- Trồng hoa.",
)
ANSWERS = {"date": "04/5/2026", "issued": "04/5/2026", "half_year": "05/6", "year": "05/12", "scope": "2"}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "tinh.plan.yaml"
    path.write_text(plan_text(plan(*BODY, head={**HEAD, "number": "Số:   /KH-UBND"})), encoding="utf-8")
    return path


def answered(file, field, text):
    """Answer the first question about the field; return the question and the plan then."""
    opened = open_plan(file)
    ask = next(each for each in opened.open if each.field == field)
    write_answers(opened, {ask.id: question(ask, opened.plan).settled(text)})
    return ask, read_plan(file).plan


def test_every_question_of_an_imported_plan_can_be_answered(file):
    opened = open_plan(file)
    assert {each.kind for each in opened.open} >= {"chu-tri", "pham-vi", "so-ngay", "thoi-han"}
    given = {each.id: question(each, opened.plan).settled(ANSWERS.get(each.field, "Sở Y tế")) for each in opened.open}
    write_answers(opened, given)
    assert open_plan(file).open == ()


def test_an_answer_reaches_every_task_under_the_heading(file):
    ask, plan = answered(file, "lead", "Sở Văn hóa")
    about = concerned(ask, [each.id for each in plan.tasks])
    assert len(about) == 2
    assert {each.lead for each in plan.tasks if each.id in about} == {"Sở Văn hóa"}
    assert {each.lead for each in plan.tasks if each.id not in about} == {"Sở Y tế", ""}


def test_an_answer_reaches_every_target_it_names(file):
    assert {each.scope for each in answered(file, "scope", "2")[1].targets} == {"tung-don-vi"}


def test_what_a_person_put_right_by_hand_stays(file):
    text = file.read_text(encoding="utf-8")
    first = next(each for each in read_plan(file).plan.tasks if not each.lead)
    own = text.replace(f"- id: {first.id}\n  wording", f"- id: {first.id}\n  lead: Báo\n  wording")
    own = own.replace("\n  lead: ''\n", "\n", 1)
    file.write_text(own, encoding="utf-8")
    assert sorted(each.lead for each in answered(file, "lead", "Sở Văn hóa")[1].tasks)[1:3] == ["Báo", "Sở Văn hóa"]


@pytest.mark.parametrize(
    ("text", "lead", "others"),
    [
        ("Sở Công Thương", "Sở Công Thương", ("Sở Y tế",)),
        ("Sở Y tế", "Sở Y tế", ("Sở Công Thương",)),
        ("Công an tỉnh; Sở Y tế", "Công an tỉnh", ("Sở Y tế",)),
    ],
)
def test_of_several_that_lead_none_is_lost_by_choosing_one(file, text, lead, others):
    opened = open_plan(file)
    ask = next(each for each in opened.open if each.choices == ("Sở Y tế", "Sở Công Thương"))
    write_answers(opened, {ask.id: question(ask, opened.plan).settled(text)})
    (task,) = (each for each in read_plan(file).plan.tasks if each.id == ask.of)
    assert (task.lead, task.also_lead) == (lead, others)
