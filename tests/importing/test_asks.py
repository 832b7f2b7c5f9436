"""What a person is asked: the most consequential first, equal questions once, nothing taken in silence."""

from kegen.starting.asked import concerned
from tests.importing.bodies import annex, facts

BODY = (
    "**II. NHIỆM VỤ",
    "**1. Truyền thông",
    "- Làm phim.",
    "- In tờ rơi.",
    "**2. Kiểm tra",
    "- Sở Y tế, Sở Công Thương kiểm tra chợ.",
    "- Trên 90% quầy hàng đạt chuẩn.",
)


def test_questions_come_in_order_of_weight():
    made = facts(*BODY)
    kinds = [each.kind for each in made.asks]
    assert kinds == ["chu-tri", "chu-tri", "chu-tri", "pham-vi"]
    assert len({each.id for each in made.asks}) == len(made.asks)


def test_tasks_under_one_heading_without_an_office_are_one_question_about_the_heading():
    made = facts(*BODY)
    (ask,) = [each for each in made.asks if each.of == "muc-1-1"]
    assert ask.field == "lead"
    assert concerned(ask, [each.id for each in made.tasks]) == ("muc-1-1-y-1", "muc-1-1-y-2")


def test_every_task_without_a_lead_and_every_unclear_scope_is_asked():
    made = facts(*BODY)
    ids = [each.id for each in made.tasks]
    asked = {name for ask in made.asks if ask.kind == "chu-tri" for name in concerned(ask, ids)}
    assert {each.id for each in made.tasks if not each.lead or each.also_lead} <= asked
    unclear = {each.id for each in made.targets if each.scope == "chua-ro"}
    assert unclear == {name for ask in made.asks if ask.kind == "pham-vi" for name in ask.of.split()}


def test_several_leads_are_choices_and_the_first_is_the_guess():
    (ask,) = [each for each in facts(*BODY).asks if each.choices and each.kind == "chu-tri"]
    assert (ask.guess, ask.choices) == ("Sở Y tế", ("Sở Y tế", "Sở Công Thương"))


def test_groups_that_lead_together_are_not_asked():
    made = facts("**II. NHIỆM VỤ", "- Các sở, ban, ngành và UBND các xã căn cứ nhiệm vụ bố trí người trực.")
    assert [each.kind for each in made.asks if each.kind == "chu-tri"] == []
    assert made.tasks[0].also_lead == ("UBND các xã",)


def test_what_is_known_is_not_asked():
    assert facts("**II. NHIỆM VỤ", "- Sở Y tế kiểm tra chợ.").asks == ()


def test_each_question_says_of_what_and_where():
    for ask in facts(*BODY).asks:
        assert ask.question.endswith("?")
        assert ask.of
        assert ask.place


def test_a_question_has_the_same_id_whatever_is_asked_before_it():
    alone = {each.question: each.id for each in facts(*BODY).asks}
    later = {each.question: each.id for each in facts(*BODY, "**3. Khác", "- Báo cáo định kỳ.", "- Trồng cây.").asks}
    assert alone.items() <= later.items()
    assert set(alone.values()) == {
        "chu-tri-muc-1-1-lead",
        "chu-tri-muc-1-2-y-1-lead",
        "chu-tri-muc-1-2-y-2-lead",
        "pham-vi-muc-1-2-y-2-ct-1-scope",
    }


def test_a_question_about_some_of_a_headings_tasks_is_named_by_the_first_and_the_last():
    made = facts("**II. NHIỆM VỤ", "- Làm phim.", "- Sở Y tế kiểm tra chợ.", "- In tờ rơi.")
    assert [each.id for each in made.asks] == ["chu-tri-muc-1-y-1-den-muc-1-y-3-lead"]


def test_a_report_without_a_day_is_asked_though_the_task_has_another_deadline():
    line = "- Các xã báo cáo kết quả định kỳ cho UBND tỉnh. Ban hành kế hoạch chậm nhất ngày 15/01/2027."
    (ask,) = [each for each in facts("**II. NHIỆM VỤ", line).asks if each.kind == "thoi-han"]
    assert (ask.of, ask.field) == ("muc-1-y-1", "")
    assert "“báo cáo kết quả định kỳ”" in ask.question
    dated = "- Các xã báo cáo kết quả định kỳ trước ngày 15/6/2027. Trồng cây chậm nhất ngày 15/01/2027."
    assert not facts("**II. NHIỆM VỤ", dated).asks


def test_what_the_column_of_leads_says_without_an_office_is_the_guess():
    titles = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn")
    wording = "Trồng cây bóng mát ven các tuyến đường liên xã"
    row = ("1", wording, "Theo phân công tại Quyết định số 5/QĐ-UBND", "Quý II")
    made = facts("**II. NHIỆM VỤ", f"1. {wording}.", "2. Tưới cây.", annexes=(annex(titles, row),))
    assert [(each.of, each.guess) for each in made.asks if each.kind == "chu-tri"] == [
        ("muc-1-y-1", "Theo phân công tại Quyết định số 5/QĐ-UBND"),
        ("muc-1-y-2", ""),
    ]
