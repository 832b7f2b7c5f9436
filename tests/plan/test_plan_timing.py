"""Deadlines lie ahead of the day of issue, and the offices report before their unit does."""

import pytest

import kegen
from kegen.dates import PlanDate
from kegen.deadlines import is_past
from kegen.plan.timing import by, soon, working_year
from kegen.problem import Invalid
from kegen.sheets.calendar import occasions_of


def deadline(plan, name):
    return next(task.deadline for task in plan.tasks if task.id == name)


def wording(plan, name):
    return next(task.wording for task in plan.tasks if task.id == name)


@pytest.mark.parametrize(
    ("date", "due"),
    [
        (PlanDate(2026, 5, 7), "Quý II năm 2026"),
        (PlanDate(2026, 6, 15), "Quý II năm 2026"),
        (PlanDate(2026, 6, 16), "Quý III năm 2026"),
        (PlanDate(2026, 6), "Quý III năm 2026"),
        (PlanDate(2026, 8, 4), "Quý III năm 2026"),
        (PlanDate(2026, 12, 20), "Quý I năm 2027"),
        (PlanDate(2026), "Trong 30 ngày kể từ ngày ban hành Kế hoạch"),
    ],
)
def test_what_is_due_at_once_is_due_in_a_quarter_that_lies_ahead(date, due):
    assert soon(date) == due


@pytest.mark.parametrize("date", ["02/6/2026", "04/8/2026", "30/9/2026", "31/12/2026", "6/2026", "2026"])
def test_no_default_is_past_on_the_day_of_issue(date, draft):
    plan = draft.xa(f"date: {date}\n")
    assert plan.warnings == ()
    issued = kegen.dates.parse_date(date)
    assert not [task.id for task in plan.tasks if is_past(task.deadline, issued)]
    if plan.issued:
        assert all(entry.first.isoformat() >= plan.issued for entry in occasions_of(plan).entries)


@pytest.mark.parametrize(
    "due",
    [
        *("Quý II năm 2026", "30/6/2026", "trước 30/6", "Quý II", "10/5/2026 và 20/12/2026", "Tháng 7 năm 2026"),
        *(
            "năm 2025",
            "2025",
            "Nửa đầu năm 2026",
            "Giai đoạn 2021 - 2025",
            "Tuần 1 tháng 7 năm 2026",
            "Q2/2026",
            "T6/2026",
        ),
        *("Quý II năm nay", "Sơ kết tháng 6/2026, tổng kết tháng 12/2026", "6 tháng đầu năm"),
    ],
)
def test_a_deadline_that_is_past_when_the_plan_is_signed_is_told_with_its_line(due, draft):
    told = draft.xa(f"date: 04/8/2026\ntasks:\n  hh-lich-hop:\n    deadline: {due}\n").warnings
    assert [(each.id, each.place.line) for each in told] == [("han-da-qua", 6)]


@pytest.mark.parametrize(
    "due",
    [
        "04/8/2026",
        "Quý III năm 2026",
        "Trước 05/6 và 05/12 hằng năm",
        "Thường xuyên",
        "từ ngày 10/5/2026 đến 30/9/2026",
        "2026",
        "Nửa cuối năm 2026",
        "Giai đoạn 2021 - 2030",
        "Tuần 1 tháng 9 năm 2026",
        "Q3/2026",
        "Quý III năm nay",
        "Năm học 2026 - 2027",
    ],
)
def test_a_deadline_that_lies_ahead_or_comes_back_is_not_told(due, draft):
    assert draft.xa(f"date: 04/8/2026\ntasks: {{hh-lich-hop: {{deadline: {due}}}}}\n").warnings == ()


def test_a_deadline_before_the_plan_above_is_past_while_the_own_day_is_not_known(draft):
    assert [each.id for each in draft.xa("tasks: {hh-lich-hop: {deadline: 30/4/2026}}\n").warnings] == ["han-da-qua"]
    assert draft.xa("tasks: {hh-lich-hop: {deadline: 30/6/2026}}\n").warnings == ()


def test_a_deadline_that_a_change_of_words_puts_into_the_past_is_told_once(draft):
    left_out = ", ".join(f"{name}: {{omit: Không có}}" for name in ("kl-kiem-tra", "tc-trien-khai"))
    own = f"tasks: {{{left_out}}}\nsections: {{tc-don-vi: {{omit: Không có}}}}\n"
    (told,) = draft.xa(f"date: 04/8/2026\nreplace: {{Thường xuyên: Quý II năm 2026}}\n{own}").warnings
    assert (told.id, told.place.line) == ("han-da-qua", 4)
    assert draft.xa("date: 04/8/2026\nreplace: {Thường xuyên: Quý IV năm 2026}\n").warnings == ()


def test_a_deadline_of_an_own_pack_that_is_past_is_told_with_what_to_write(draft, pack):
    pack("sections:\n  - {id: m, title: M, tasks: [{id: y, wording: Y., lead: tat-ca, deadline: 30/6/2026}]}\n")
    unit = KNOWN.replace("unit:", "directive: thu\nunit:")
    (told,) = (each for each in draft(f"{unit}date: 04/8/2026\n").warnings if each.id == "han-da-qua")
    assert "tasks: {y: {deadline: hạn mới}}" in told.message
    assert "han-da-qua" not in {each.id for each in draft(f"{unit}date: 04/6/2026\n").warnings}


def test_a_day_that_no_calendar_has_is_told(draft):
    def told(due):
        return [each.id for each in draft.xa(f"tasks: {{hh-lich-hop: {{deadline: {due}}}}}\n").warnings]

    assert [told(due) for due in ("31/6/2027", "29/02/2027", "30/6/2027")] == [["ngay-khong-co"], ["ngay-khong-co"], []]


def test_a_target_for_a_year_that_is_over_is_told(draft):
    def told(year):
        target = f"targets: {{hs: {{name: Hồ sơ trực tuyến, value: 70, unit: '%', comparison: '>=', year: {year}}}}}\n"
        return [
            each.id for each in draft.xa(f"date: 04/8/2026\n{target}tasks: {{hh-lich-hop: {{target: hs}}}}\n").warnings
        ]

    assert [told(year) for year in (2025, 2026, 2030)] == [["han-da-qua"], [], []]


def test_an_order_whose_deadline_is_past_is_told_and_its_deadline_not_taken(tmp_path, draft):
    above = "unit: {level: tinh, name: Tuyên Quang}\ndate: 04/5/2026\nnumber: 176\n"
    (tmp_path / "tinh.yaml").write_text(above, "utf-8")
    own = (
        "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {profile: tinh.yaml}\ndate: 04/8/2026\n"
    )
    plan = draft(own)
    assert deadline(plan, "tt-quan-triet") == "Quý III năm 2026"
    assert [each.id for each in plan.warnings if "tt-quan-triet" in each.message] == ["han-da-qua"]


KNOWN = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
KNOWN += "parent_plan: {number: 176/KH-UBND, date: 04/5/2026, reporting: {half_year: 05/6, year: 05/12}}\n"


def test_both_reports_are_dated_when_the_day_of_the_plan_above_is_known_the_offices_first(draft):
    plan = draft(KNOWN)
    assert "trước ngày 05/6), hằng năm (trước ngày 05/12)" in wording(plan, "tc-don-doc")
    assert "báo cáo 6 tháng (trước ngày 29/5), hằng năm (trước ngày 28/11) gửi Phòng Văn hóa - Xã hội" in wording(
        plan, "tc-trien-khai"
    )
    assert deadline(plan, "tc-trien-khai") == "Thường xuyên; báo cáo trước 29/5 và 28/11 hằng năm"
    assert "(nếu có)" not in wording(plan, "tc-trien-khai")


def test_while_no_day_is_known_the_offices_still_report_before_their_unit(draft):
    assert "chậm nhất 07 ngày trước hạn báo cáo của xã, gửi Phòng" in wording(draft.xa(), "tc-trien-khai")
    assert "trước hạn báo cáo của Sở, gửi Văn phòng Sở" in wording(draft.so(), "tc-trien-khai")


def test_the_own_days_go_first_and_those_of_the_offices_follow_them(draft):
    plan = draft(KNOWN + "reporting: {half_year: 01/6, units: {year: 20/11}}\n")
    assert deadline(plan, "tc-don-doc") == "Trước 01/6 và 05/12 hằng năm"
    assert deadline(plan, "tc-trien-khai") == "Thường xuyên; báo cáo trước 25/5 và 20/11 hằng năm"


def test_one_known_day_dates_its_own_report_alone(draft):
    plan = draft.xa("reporting: {half_year: 05/6}\n")
    assert deadline(plan, "tc-don-doc") == "Trước 05/6 hằng năm và báo cáo năm"
    assert "6 tháng (trước ngày 29/5), hằng năm gửi" in wording(plan, "tc-trien-khai")


@pytest.mark.parametrize(
    ("reporting", "found"),
    [
        ("{half_year: 05/6, units: {half_year: 05/6}}", ["han-muon"]),
        ("{half_year: 05/6, units: {half_year: 10/6}}", ["han-muon"]),
        ("{units: {half_year: 01/6}}", ["thieu"]),
        ("{half_year: 05/6, units: {half_year: 20/12}}", ["han-muon"]),
    ],
)
def test_days_of_the_offices_that_leave_no_time_are_refused(reporting, found, draft):
    parent = (
        "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
    )
    assert draft.ids(parent + f"reporting: {reporting}\n") == found


@pytest.mark.parametrize(
    ("above", "own", "found"),
    [
        ("20/12", "15/01", ["han-muon"]),
        ("10/01", "15/01", ["han-muon"]),
        ("10/01", "28/12", []),
        ("10/01", "05/01", []),
        ("05/12", "30/11", []),
    ],
)
def test_a_report_on_the_year_may_be_due_in_the_next(above, own, found, draft):
    text = KNOWN.replace("year: 05/12", f"year: {above}") + f"reporting: {{year: {own}}}\n"
    assert (draft.ids(text) if found else [each.id for each in draft(text).warnings]) == found


@pytest.mark.parametrize(
    ("reporting", "lines"),
    [
        ("half_year: 05/12, year: 05/6", 2),
        ("half_year: 05/6, year: 05/6", 1),
        ("half_year: 15/02", 1),
        ("half_year: 15/7, year: 10/01", 0),
    ],
)
def test_reports_of_the_half_year_and_of_the_year_that_were_exchanged_are_told(reporting, lines, draft):
    told = draft.xa(f"reporting: {{{reporting}}}\n").warnings
    assert [each.id for each in told] == ["ky-bao-cao"] * lines


@pytest.mark.parametrize(
    ("more", "way"),
    [
        ("tasks: {tc-don-doc: {edits: {05/6: 01/6}}}", "reporting: {half_year: …}"),
        ("tasks: {tc-trien-khai: {edits: {trước ngày 29/5: trước ngày 10/6}}}", "reporting: {units: {half_year: …}}"),
        ("replace: {05/12: 01/12}", "reporting: {year: …}"),
        ("tasks: {tc-trien-khai: {deadline: Trước 20/6 hằng năm}}", "reporting: {half_year: …, year: …}"),
    ],
)
def test_the_day_of_a_report_is_not_changed_in_one_place_alone(more, way, draft):
    assert draft.ids(f"{KNOWN}{more}\n") == ["thua"]
    with pytest.raises(Invalid) as refused:
        draft(f"{KNOWN}{more}\n")
    assert way in str(refused.value)


def test_words_beside_the_day_of_a_report_may_be_changed(draft):
    plan = draft(KNOWN + 'tasks: {tc-don-doc: {edits: {"trước ngày 05/6": chậm nhất ngày 05/6}}}\n')
    assert "6 tháng (chậm nhất ngày 05/6)" in wording(plan, "tc-don-doc")


def test_over_new_years_eve_the_offices_still_report_earlier(draft):
    plan = draft.xa("reporting: {year: 05/01, units: {half_year: 25/5}, half_year: 05/6}\n")
    assert "hằng năm (trước ngày 29/12)" in wording(plan, "tc-trien-khai")


def test_at_province_level_the_days_are_those_of_the_units_already(draft):
    assert draft.ids("unit: {level: tinh, name: Tuyên Quang}\nreporting: {units: {year: 20/11}}\n") == ["thua"]


@pytest.mark.parametrize(
    ("date", "year"),
    [
        (PlanDate(2026), 2026),
        (PlanDate(2026, 11, 25), 2026),
        (PlanDate(2026, 12, 1), 2026),
        (PlanDate(2026, 12, 20), 2027),
        (PlanDate(2026, 12), 2027),
    ],
)
def test_work_of_the_year_is_for_the_next_where_hardly_any_of_it_is_left(date, year):
    assert working_year(date) == year


def test_a_plan_of_the_end_of_december_gives_its_offices_the_next_year(draft):
    plan = draft.xa("date: 28/12/2026\n")
    assert any("ngay trong năm 2027" in p.text for p in plan.body)
    assert {task.deadline for task in plan.tasks if "Năm" in task.deadline} == {"Năm 2027", "Năm 2027 và hằng năm"}
    assert any("ngay trong năm 2026" in p.text for p in draft.xa("date: 20/8/2026\n").body)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("10/5/2026", "trước 10/5/2026"),
        ("Ngày 10/5/2026", "trước ngày 10/5/2026"),
        ("Trước 10/5/2026", "trước 10/5/2026"),
        ("Quý III năm 2026", "trong quý III năm 2026"),
        ("Trong 30 ngày kể từ ngày ban hành Kế hoạch", "trong 30 ngày kể từ ngày ban hành Kế hoạch"),
    ],
)
def test_a_sentence_goes_on_with_its_deadline(deadline, words, draft):
    assert by(deadline) == words
    plan = draft.tinh(f"tasks: {{tc-ke-hoach: {{deadline: {deadline}}}}}\n")
    assert any(p.text.endswith(f"hoàn thành {words}.") for p in plan.body)


def test_a_province_says_by_when_its_units_have_their_plans(draft):
    plan = draft.tinh("date: 04/8/2026\n")
    assert any(p.text.endswith("hoàn thành trong quý III năm 2026.") for p in plan.body)
    assert next(task for task in plan.tasks if task.id == "tc-ke-hoach").deadline == "Quý III năm 2026"
    published = draft.tinh("style: {wording: da-ban-hanh}\n")
    assert not next(task for task in published.tasks if task.id == "tc-ke-hoach").deadline
