"""Documents are cited whole once and by kind and number after that, over the whole plan (NĐ 30, Phụ lục I, II.6.b)."""

import re

import pytest

from kegen.dates import PlanDate, parse_date
from kegen.plan.citing import Cited, Citer

QD = "Quyết định số 534/QĐ-TTg"
WHOLE = f"{QD} ngày 31/3/2026 của Thủ tướng Chính phủ về việc ban hành Kế hoạch thực hiện"
NQ = "documents: {nq-57: {kind: Nghị quyết, number: 57-NQ/TW, date: 22/12/2024, issuer: Bộ Chính trị, subject: về A}}\n"


def text_of(plan):
    return "\n".join(p.text for p in (*plan.opening, *plan.body, *plan.closing))


def cited(**facts):
    given = {"kind": "Nghị định", "number": "09/2019/NĐ-CP", "date": PlanDate(2019, 1, 24), "issuer": "Chính phủ"}
    return Cited(**{**given, "subject": lambda: "về báo cáo", "dates": "ngan"} | facts)


@pytest.mark.parametrize("unit", ["xa", "tinh", "so"])
def test_each_document_is_cited_whole_once_and_before_any_short_mention(unit, draft):
    text = text_of(getattr(draft, unit)())
    numbers = set(re.findall(r"số (\d[\w/-]*[A-ZĐ]\w*(?:[-/]\w+)*)", text))
    assert len(numbers) >= 4
    for number in numbers:
        first, *later = [m.end() for m in re.finditer(re.escape(number), text)]
        assert re.match(r" ngày \d", text[first:]), number
        assert not [at for at in later if re.match(r" ngày \d", text[at:])], number


def test_the_title_is_a_text_of_its_own(draft):
    plan = draft.xa()
    assert WHOLE in plan.title
    assert WHOLE in plan.opening[0].text


def test_a_later_mention_is_kind_and_number(draft):
    assert "của Thủ tướng Chính phủ tại Quyết định số 534/QĐ-TTg; xác" in text_of(draft.xa())


def test_a_mention_in_words_of_ones_own_counts(draft):
    plan = draft.xa("tasks: {md-quan-triet: Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.}\n")
    assert "Nghị quyết số 76/NQ-CP và" in text_of(plan)


def test_a_number_that_only_ends_like_another_does_not_count(draft):
    plan = draft.xa("tasks: {md-quan-triet: Theo Nghị quyết số 176/NQ-CP của Chính phủ.}\n")
    assert "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về" in text_of(plan)


def test_a_mention_that_the_profile_takes_out_does_not_count(draft):
    whole = "Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ quy định"
    assert whole in text_of(draft.tinh())
    text = text_of(draft.tinh("tasks: {pt-bao-cao: {edits: {Nghị định số 09/2019/NĐ-CP: pháp luật}}}\n"))
    assert text.count("09/2019/NĐ-CP") == 1
    assert whole in text


def test_what_the_subject_of_the_plan_above_cites_is_cited(draft):
    own = "{number: 176/KH-UBND, date: 04/5/2026, subject: về thực hiện Quyết định số 534/QĐ-TTg ngày 31/3/2026}"
    text = text_of(draft(f"unit: {{level: xa, name: Nhữ Khê, province: Tuyên Quang}}\nparent_plan: {own}\n"))
    assert WHOLE not in text
    assert text.count("534/QĐ-TTg ngày 31/3/2026") == 1


FORMS = {
    "du": f"{WHOLE} Kết luận số 226-KL/TW ngày 11/12/2025",
    "khong-ngay": f"{QD} về việc ban hành",
    "khong-trich-yeu": f"{QD} ngày 31/3/2026 của Thủ tướng Chính phủ.",
    "ngan": f"{QD}.",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_the_first_mention_is_chosen(form, draft):
    plan = draft.tinh(f"documents: {{qd-534: {{form: {form}}}}}\n")
    assert f"Thực hiện {FORMS[form]}" in plan.opening[0].text


STYLES = {
    ("04/5/2026", "ngan"): "04/5/2026",
    ("4/5/2026", "dai"): "04 tháng 5 năm 2026",
    ("2026-02-09", "ngan"): "09/02/2026",
    ("09/01/2026", "dai"): "09 tháng 01 năm 2026",
    ("31-12-2026", "ngan"): "31/12/2026",
    ("ngày 3 tháng 10 năm 2026", "dai"): "03 tháng 10 năm 2026",
    ("5/2026", "ngan"): "……/5/2026",
    ("2026", "dai"): "…… tháng …… năm 2026",
}


@pytest.mark.parametrize(("written", "style"), STYLES)
def test_a_date_has_a_zero_before_days_below_10_and_months_1_and_2(written, style):
    assert parse_date(written).written(style) == STYLES[written, style]


@pytest.mark.parametrize(("style", "date"), [("ngan", "31/3/2026"), ("dai", "31 tháng 3 năm 2026")])
def test_the_style_of_dates_holds_for_the_whole_plan(style, date, draft):
    plan = draft.xa(f"style: {{dates: {style}}}\n")
    assert f"{QD} ngày {date}" in plan.title
    other = {"ngan": r"ngày \d+ tháng", "dai": r"ngày \d+/\d+/\d{4}"}[style]
    assert not re.search(other, text_of(plan))


def test_one_document_can_have_a_style_of_its_own(draft):
    plan = draft.xa("documents: {kl-226: {dates: dai}}\n")
    assert "ngày 31/3/2026" in plan.title
    assert "ngày 11 tháng 12 năm 2025" in plan.title


def test_an_unknown_number_and_date_stay_visible(draft):
    opening = draft("unit: {level: xa, name: A Lưới 1, province: Huế}\nparent_plan: {issuer: UBND thành phố}\n").opening
    assert opening[0].text.startswith("Thực hiện Kế hoạch số ……/KH-UBND ngày ……/……/…… của UBND thành phố về")


def test_a_law_is_cited_by_name_with_its_date_and_without_number(draft):
    law = "documents: {luat: {kind: Luật, subject: Tổ chức chính quyền địa phương, date: 16/6/2025, dates: dai}}\n"
    plan = draft.xa(law + "bases: {style: can-cu, cite: [luat, cap-tren]}\n")
    assert plan.opening[0].text == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"


def test_a_law_without_a_date_is_its_name():
    assert (
        cited(kind="Luật", number=None, date=None, subject=lambda: "Lưu trữ", numbered=False).whole() == "Luật Lưu trữ"
    )


def test_an_added_document_is_cited_like_any_other(draft):
    plan = draft.xa(NQ + "bases: {cite: [nq-57, cap-tren]}\n")
    assert plan.opening[0].text.startswith("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về A, Kế")


def test_documents_whose_subjects_cite_each_other_come_to_an_end():
    citer = Citer({})
    citer.documents |= {
        "a": cited(number="1/A", subject=lambda: f"về {citer.cite('b')}"),
        "b": cited(number="2/B", subject=lambda: f"về {citer.cite('a')}"),
    }
    assert citer.cite("a").count("1/A") == 2
    assert citer.cite("b") == "Nghị định số 2/B"


def test_a_later_mention_may_add_the_issuer_that_the_first_one_says_anyway():
    citer = Citer({"nd": cited()})
    first, second = citer.cite("nd", later="của Chính phủ"), citer.cite("nd", later="của Chính phủ")
    assert first.count("của Chính phủ") == 1
    assert second == "Nghị định số 09/2019/NĐ-CP của Chính phủ"
