"""Rules that hold a document against its profile and the parent's document."""

from functools import lru_cache
from pathlib import Path

import pytest

import kegen
from kegen.check.deadlines import deadlines_in
from kegen.check.figures import figures_in
from kegen.check.judge import judge
from kegen.check.offices import covers, is_office, named_in
from kegen.check.options import CheckContext
from kegen.check.paper import Paper
from kegen.check.rules import all_rules, chosen
from kegen.dates import PlanDate
from kegen.docx.read import read_document
from kegen.profile.bases import Document
from kegen.profile.body import Target, Task
from kegen.profile.unit import Reporting
from tests.check.good import W, errors, good, planted, set_text, text_of, whole

HERE = Path(__file__)
PROFILES = sorted((HERE.parents[2] / "profiles").glob("*.yaml"))
AGREEMENT = tuple(rule for rule in all_rules() if ".agreement." in rule.check.__module__)
MEETINGS = "- Xây dựng kế hoạch tổ chức hội nghị hằng năm"
LENGTHS = "- Thực hiện nghiêm quy định về thời gian họp"
ONLINE = f"{MEETINGS}, đảm bảo chỉ tiêu giảm 10% số lượng hội nghị và tỷ lệ họp trực tuyến đạt tối thiểu "


@lru_cache(maxsize=1)
def facts():
    """Return what good.yaml makes known."""
    return facts_with()


def facts_with(**changes):
    """Return what good.yaml makes known, some of its profile's fields changed."""
    loaded = kegen.load(HERE.with_name("good.yaml"))
    loaded = loaded._replace(profile=loaded.profile.model_copy(update=changes))
    return CheckContext(loaded.profile, kegen.resolve(loaded))


def findings(data, rule, above=None, known=None):
    """Return what one rule finds, with a profile and a parent where they are given."""
    paper = Paper(read_document(data), facts=known, above=above and read_document(above))
    return judge(paper, chosen([rule])).findings


def severities(data, rule, **how):
    return [each.severity for each in findings(data, rule, **how)]


# --- all rules ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", AGREEMENT, ids=lambda rule: rule.id)
def test_the_good_document_agrees_with_its_profile_and_with_itself_as_parent(rule):
    assert [each for each in findings(good(), rule.id, above=good(), known=facts()) if each.severity != "info"] == []


NEED_NOTHING = {"task-lead", "recipient-missing", "recipient-reason"}


@pytest.mark.parametrize("rule", [rule for rule in AGREEMENT if rule.id not in NEED_NOTHING], ids=lambda rule: rule.id)
def test_without_profile_and_parent_a_rule_does_not_apply_and_says_why(rule):
    verdict = judge(Paper(read_document(good())), [rule]).verdicts[rule.id]
    assert verdict.state == "not_applicable"
    assert "--p" in verdict.why


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_the_draft_of_a_shipped_profile_agrees_with_it(path):
    loaded = kegen.load(path)
    plan = kegen.resolve(loaded)
    paper = Paper(read_document(kegen.render(plan)), facts=CheckContext(loaded.profile, plan))
    told = judge(paper, AGREEMENT).findings
    assert [each for each in told if each.severity == "error"] == []
    assert {each.rule for each in told} <= {"target-lost", "recipient-missing"}


# --- header-facts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "text", "severity"),
    [
        ("XÃ GIA KIỆM", "XÃ GIA TÂN", "error"),
        ("Số: ", "Số: 115/KH-UBND", "error"),
        ("Số: ", "Số: 114/KH-VP", "warning"),
        ("Gia Kiệm, ngày", "Gia Tân, ngày 03 tháng 6 năm 2026", "error"),
        ("Gia Kiệm, ngày", "Gia Kiệm, ngày 04 tháng 6 năm 2026", "error"),
        ("Nguyễn Văn An", "Nguyễn Văn Anh", "error"),
        ("KT. CHỦ TỊCH", "CHỦ TỊCH", "warning"),
    ],
)
def test_a_head_or_signature_other_than_the_profiles_is_told(start, text, severity):
    assert severities(planted(set_text(start, text)), "header-facts", known=facts()) == [severity]


def test_another_title_of_the_signer_is_told():
    data = planted(set_text("PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG"))
    assert severities(data, "header-facts", known=facts()) == ["error"]


@pytest.mark.parametrize(
    ("start", "text"),
    [
        ("Số: ", "Số:        /KH-UBND"),
        ("Gia Kiệm, ngày", "Gia Kiệm, ngày      tháng 6 năm 2026"),
        ("Gia Kiệm, ngày", "xã Gia Kiệm, ngày 03 tháng 6 năm 2026"),
        ("Nguyễn Văn An", "TS. Nguyễn Văn An"),
        ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN"),
        ("XÃ GIA KIỆM", "XÃ GIA KIỆM TỈNH ĐỒNG NAI"),
    ],
)
def test_what_is_blank_or_only_spelled_otherwise_is_no_difference(start, text):
    assert findings(planted(set_text(start, text)), "header-facts", known=facts()) == ()


def test_what_the_profile_leaves_open_is_not_compared():
    assert findings(good(), "header-facts", known=facts_with(number=None, date=None, signer=None)) == ()


# --- chain-facts -------------------------------------------------------------------------------------------------

OPENING = "Thực hiện Kế hoạch số"
CITING = f"{OPENING} {{}} ngày {{}} của {{}} về triển khai thực hiện Quyết định số 534/QĐ-TTg."
CITY = "Ủy ban nhân dân thành phố Đồng Nai"


def _citing(number="176/KH-UBND", date="04/5/2026", issuer=CITY):
    return planted(set_text(OPENING, CITING.format(number, date, issuer)))


@pytest.mark.parametrize(
    ("cited", "severity"),
    [
        ({"date": "14/5/2026"}, "error"),
        ({"date": "04 tháng 6 năm 2026"}, "error"),
        ({"date": "04/5/2025"}, "warning"),
        ({"number": "167/KH-UBND"}, "warning"),
        ({"issuer": "Sở Nội vụ"}, "warning"),
    ],
)
def test_the_parent_plan_cited_with_other_facts_than_the_profiles_is_told(cited, severity):
    assert severities(_citing(**cited), "chain-facts", known=facts()) == [severity]


@pytest.mark.parametrize(
    "cited",
    [
        {},
        {"date": "04 tháng 5 năm 2026"},
        {"issuer": "UBND thành phố"},
        {"issuer": "Uỷ ban nhân dân tỉnh Đồng Nai"},
        {"issuer": "Chủ tịch UBND thành phố Đồng Nai"},
        {"number": "12/KH-SNV", "issuer": "Sở Nội vụ"},
        {"date": "12/02/2026", "issuer": "Ủy ban nhân dân xã Gia Tân"},
    ],
)
def test_the_parent_plan_cited_otherwise_but_rightly_passes(cited):
    assert findings(_citing(**cited), "chain-facts", known=facts()) == ()


@pytest.mark.parametrize("province", ["TP. Đồng Nai", "tỉnh Đồng Nai", "ĐỒNG NAI", "UBND thành phố Đồng Nai"])
def test_the_issuer_is_that_of_the_province_however_the_profile_names_it(province):
    known = facts_with(unit=facts().profile.unit.model_copy(update={"province": province}))
    assert findings(_citing(), "chain-facts", known=known) == ()
    assert severities(_citing(issuer="UBND thành phố Huế"), "chain-facts", known=known) == ["warning"]


def test_an_issuer_that_the_profile_names_is_held_to_be_right():
    known = facts_with(parent_plan=facts().profile.parent_plan.model_copy(update={"issuer": "UBND thành phố Đồng Nai"}))
    assert severities(_citing(issuer="UBND thành phố Huế"), "chain-facts", known=known) == ["error"]
    assert severities(_citing(issuer="UBND thành phố"), "chain-facts", known=known) == []


def test_a_document_that_the_profile_adds_is_known_too():
    added = Document(
        kind="Nghị quyết", number="09-NQ/TU", date=PlanDate(2026, 1, 30), issuer="Thành ủy", subject="về x"
    )
    known = facts_with(documents={"nq-09": added})
    data = planted(set_text(MEETINGS, "- Thực hiện Nghị quyết số 09-NQ/TU ngày 31/01/2026 của Thành ủy về x."))
    assert severities(data, "chain-facts", known=known) == ["error"]


def test_the_parents_own_head_says_its_number_date_and_issuer():
    head = [set_text("Số: ", "Số: 176/KH-UBND"), set_text("XÃ GIA KIỆM", "THÀNH PHỐ ĐỒNG NAI")]
    right = planted(*head, set_text("Gia Kiệm, ngày", "Đồng Nai, ngày 04 tháng 5 năm 2026"))
    wrong = planted(*head, set_text("Gia Kiệm, ngày", "Đồng Nai, ngày 05 tháng 5 năm 2026"))
    assert severities(good(), "chain-facts", above=right) == []
    assert severities(good(), "chain-facts", above=wrong) == ["error"]


# --- target-lax, target-lost -------------------------------------------------------------------------------------

LAX = [
    (f"{ONLINE}50%.", "error"),
    (f"{ONLINE}50 %.", "error"),
    (f"{MEETINGS}, bảo đảm tối thiểu 50% số cuộc họp trực tuyến.", "error"),
    (f"{MEETINGS}, số lượng hội nghị trực tuyến không quá 60%.", "warning"),
    (f"{MEETINGS}, tinh giản 5% số lượng hội nghị.", "error"),
    (f"{LENGTHS}: Hội nghị quán triệt không quá 1 ngày.", "error"),
    (f"{LENGTHS}: Hội nghị quán triệt không quá một ngày; hội nghị chuyên môn không quá 01 ngày.", "error"),
    (f"{LENGTHS}: Hội nghị chuyên môn: không quá 02 ngày.", "error"),
    (f"{LENGTHS}: các hội nghị quan trọng cần thảo luận không quá 2,5 ngày.", "error"),
    (f"{LENGTHS}: 90% văn bản trao đổi giữa các cơ quan hành chính nhà nước dưới dạng điện tử.", "error"),
    (f"{LENGTHS}: xử lý thủ tục hành chính trên môi trường số và số hoá văn bản đạt từ 90% trở lên.", "error"),
    (f"{MEETINGS}, đạt 50% phòng họp trực tuyến.", "warning"),
]


@pytest.mark.parametrize(("text", "severity"), LAX)
def test_a_target_laxer_than_the_directives_is_told(text, severity):
    data = planted(set_text(text[:30], text))
    assert severities(data, "target-lax", known=facts()) == [severity]


@pytest.mark.parametrize(
    "text",
    [
        f"{ONLINE}60%.",
        f"{ONLINE}70%.",
        f"{ONLINE}sáu mươi phần trăm.",
        f"{MEETINGS}, tăng 10% số cuộc họp trực tuyến.",
        f"{MEETINGS}; quý III họp trực tuyến đạt 40%.",
        f"{MEETINGS}; năm 2025 tỷ lệ họp trực tuyến đạt 45%.",
        f"{MEETINGS}; tỷ lệ họp trực tuyến đạt từ 50% đến 60%.",
        f"{MEETINGS}; tỷ lệ họp trực tuyến dưới 50% thì không xét thi đua.",
        f"{MEETINGS}; trường hợp tỷ lệ họp trực tuyến đạt 50% thì nhắc nhở.",
        f"{LENGTHS}: dưới 90% văn bản trao đổi giữa các cơ quan hành chính nhà nước dưới dạng điện tử thì phê bình.",
        f"{LENGTHS}: hội nghị chuyên môn trên 1 ngày do Chủ tịch quyết định.",
        f"{MEETINGS}, giảm 5% chi phí hội nghị.",
        f"{MEETINGS}, phấn đấu 80% hồ sơ thủ tục hành chính tiếp nhận trực tuyến.",
        f"{MEETINGS}, 50% công chức được tập huấn kỹ năng số.",
        f"{LENGTHS}: Hội nghị quán triệt không quá ½ ngày; hội nghị chuyên môn nửa ngày.",
        f"{LENGTHS}: gửi tài liệu trước hội nghị 03 ngày.",
    ],
)
def test_a_target_kept_and_a_figure_of_something_else_pass(text):
    assert findings(planted(set_text(text[:30], text)), "target-lax", known=facts()) == ()


def test_laxer_than_the_profiles_own_stricter_target_is_a_warning():
    known = facts_with(targets={"hop-truc-tuyen": Target(value="70")})
    told = findings(good(), "target-lax", known=known)
    assert {each.severity for each in told} == {"warning"}
    assert all("hồ sơ" in each.message and "70%" in each.expected for each in told)


@pytest.mark.parametrize(
    ("theirs", "severity"),
    [
        (f"{MEETINGS}; số buổi tiếp công dân trực tuyến của lãnh đạo đạt ít nhất 40%.", "error"),
        (f"{MEETINGS}; số buổi tiếp công dân trực tuyến hằng tuần của lãnh đạo đạt ít nhất 40%.", "warning"),
    ],
)
def test_a_figure_laxer_than_the_parents_in_the_same_words_is_told(theirs, severity):
    ours = f"{MEETINGS}; số buổi tiếp công dân trực tuyến của lãnh đạo đạt ít nhất 30%."
    above = planted(set_text(MEETINGS, theirs))
    assert severities(planted(set_text(MEETINGS, ours)), "target-lax", above=above) == [severity]


def test_a_figure_of_the_whole_area_is_not_demanded_of_a_unit():
    ours = f"{MEETINGS}; số buổi tiếp công dân trực tuyến của lãnh đạo đạt ít nhất 30%."
    theirs = (
        ours.replace("số buổi", "toàn tỉnh, số buổi").replace("30%", "40%").replace("của lãnh", "toàn tỉnh của lãnh")
    )
    above = planted(set_text(MEETINGS, theirs))
    assert findings(planted(set_text(MEETINGS, ours)), "target-lax", above=above) == ()


PRESS = {"name": "Tỷ lệ thôn có sân bóng", "comparison": ">=", "unit": "%"}
BY_YEAR = {"san-2026": Target(value="20", year="2026", **PRESS), "san-2030": Target(value="50", year="2030", **PRESS)}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("năm 2030 tỷ lệ thôn có sân bóng đạt 50%", []),
        ("năm 2030 tỷ lệ thôn có sân bóng đạt 40%", ["warning"]),
        ("năm 2026 tỷ lệ thôn có sân bóng đạt 20%", []),
        ("năm 2026 tỷ lệ thôn có sân bóng đạt 10%", ["warning"]),
    ],
)
def test_a_target_is_compared_year_by_year(text, severity):
    known = facts_with(targets=BY_YEAR)
    assert severities(planted(set_text(MEETINGS, f"{MEETINGS}; {text}.")), "target-lax", known=known) == severity


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        (Target(words="Mọi thôn có sân bóng"), []),
        (Target(value="20", scope="chua-ro", **PRESS), ["info"]),
        (Target(value="20", **PRESS), ["warning"]),
    ],
)
def test_a_target_in_words_is_not_looked_for_as_a_number(target, severity):
    assert severities(good(), "target-lost", known=facts_with(targets={"san": target})) == severity


def test_one_laxer_figure_is_told_once_where_profile_and_parent_both_say_more():
    data = planted(set_text(MEETINGS, f"{ONLINE}50%."))
    assert len(findings(data, "target-lax", above=good(), known=facts())) == 1


def test_a_target_edited_out_is_told():
    start = "- Đảm bảo 100% văn bản trao đổi"
    other = "Tăng cường trao đổi văn bản điện tử."
    data = planted(set_text(start, f"- {other}"), _in_annex(start[2:], other), data=whole())
    told = findings(data, "target-lost", known=facts())
    assert [(each.severity, "100%" in each.expected) for each in told] == [("warning", True)]


def test_a_target_with_another_value_is_not_lost():
    assert findings(planted(set_text(MEETINGS, f"{ONLINE}50%.")), "target-lost", known=facts()) == ()


def _in_annex(start, text):
    """Set the text of a paragraph in the last table."""

    def edit(root):
        table = list(root.iter(f"{W}tbl"))[-1]
        set_text(start, text)(table)

    return edit


# --- deadline-late -----------------------------------------------------------------------------------------------

REPORTS = "- Chủ trì, theo dõi, đôn đốc các cơ quan, đơn vị triển khai"
REPORTING = (
    f"{REPORTS} thực hiện Kế hoạch; báo cáo kết quả định kỳ 6 tháng (trước ngày {{}}), hằng năm (trước ngày {{}})."
)


def _reporting(half, year):
    return planted(set_text(REPORTS, REPORTING.format(half, year)))


@pytest.mark.parametrize(
    ("half", "year", "told"),
    [
        ("05/6", "05/12", 0),
        ("01 tháng 6", "30/11", 0),
        ("15/6", "05/12", 1),
        ("06 tháng 6", "06 tháng 12", 2),
    ],
)
def test_reports_due_later_than_the_parent_wants_are_errors(half, year, told):
    above = _reporting("05/6", "05/12")
    assert severities(_reporting(half, year), "deadline-late", above=above) == ["error"] * told


@pytest.mark.parametrize(
    "text",
    [
        "báo cáo kết quả trước ngày 10/6 và 15/12 hằng năm",
        "báo cáo 6 tháng trước ngày 10/6, báo cáo năm chậm nhất ngày 15/12",
    ],
)
def test_the_profile_too_says_when_the_parent_wants_its_reports(text):
    parent = facts().profile.parent_plan
    reporting = Reporting(half_year="10/6", year="10/12")
    known = facts_with(parent_plan=parent.model_copy(update={"reporting": reporting}))
    data = planted(set_text(REPORTS, f"{REPORTS} thực hiện Kế hoạch; {text}."))
    told = findings(data, "deadline-late", known=known)
    assert [(each.severity, "báo cáo năm" in each.message) for each in told] == [("error", True)]


def test_a_report_due_later_than_the_profile_says_is_a_warning():
    known = facts_with(reporting=Reporting(half_year="05/6", year="05/12"))
    assert set(severities(_reporting("15/6", "15/12"), "deadline-late", known=known)) == {"warning"}
    assert severities(_reporting("05/6", "01/12"), "deadline-late", known=known) == []


def test_a_deed_of_the_profile_due_later_in_the_text_is_a_warning():
    task = Task(wording="Rà soát quy chế làm việc của các phòng trước ngày 30/6/2026.")
    known = facts_with(tasks={"tc-phoi-hop": task})
    text = "Rà soát quy chế làm việc của các phòng trước ngày {}/2026."
    start = "Phối hợp với Phòng Văn hóa - Xã hội trong việc"
    late, kept = (planted(set_text(start, text.format(day))) for day in ("31/7", "30/6"))
    assert severities(late, "deadline-late", known=known) == ["warning"]
    assert severities(kept, "deadline-late", known=known) == []


@pytest.mark.parametrize(
    ("text", "severities_"),
    [
        ("Rà soát quy chế làm việc của các phòng, hoàn thành trước ngày 15/7/2026.", ["error"]),
        ("Rà soát quy chế làm việc của các phòng, hoàn thành trước ngày 30/6/2026.", []),
        ("Rà soát, sửa đổi quy chế làm việc của các phòng, hoàn thành trước ngày 15/7/2026.", ["warning"]),
        ("Tập huấn kỹ năng số cho công chức, hoàn thành trước ngày 15/7/2026.", []),
        ("Báo cáo kết quả rà soát trước ngày 15/6.", []),
    ],
)
def test_a_deed_in_the_parents_words_due_later_is_told(text, severities_):
    above = planted(set_text(REPORTS, "- Rà soát quy chế làm việc của các phòng, hoàn thành trước ngày 30/6/2026."))
    assert severities(planted(set_text(REPORTS, f"- {text}")), "deadline-late", above=above) == severities_


def test_a_plan_issued_after_the_day_the_parent_set_is_a_warning():
    above = planted(set_text(REPORTS, "- Khẩn trương ban hành Kế hoạch thực hiện; hoàn thành trước 10/5/2026."))
    told = findings(good(), "deadline-late", above=above)
    assert [(each.severity, each.found) for each in told] == [("warning", "03/6/2026")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Định kỳ 06 tháng (trước ngày 05/6) và hằng năm (trước ngày 05/12) gửi báo cáo", ["half_year", "year"]),
        ("báo cáo trước ngày 10 tháng 6 và 10 tháng 12", ["half_year", "year"]),
        ("hằng năm, trước ngày 10/6 báo cáo", [""]),
        ("báo cáo trước ngày 15 hằng tháng", []),
        ("họp 6 tháng trước ngày 10/6", [""]),
    ],
)
def test_a_deadline_is_of_a_report_only_where_the_text_says_so(text, periods):
    assert [each.period for each in deadlines_in(text)] == periods


# --- task-lead ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "- Giao Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì rà soát quy chế.",
        "- Phòng Kinh tế, Phòng Văn hóa - Xã hội đồng chủ trì rà soát quy chế.",
        "- Rà soát quy chế. Cơ quan chủ trì: Phòng Kinh tế; Phòng Văn hóa - Xã hội; phối hợp: các thôn.",
    ],
)
def test_two_leads_of_one_task_are_told(text):
    data = planted(set_text(MEETINGS, text))
    assert severities(data, "task-lead") == ["warning"]
    assert "task-lead" not in errors(data)


@pytest.mark.parametrize(
    "text",
    [
        "- Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội và Công an xã rà soát quy chế.",
        "- Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã chủ trì rà soát quy chế.",
        "- Phòng Kinh tế, Hạ tầng và Đô thị chủ trì rà soát quy chế.",
        "- Phối hợp với Phòng Kinh tế, Công an xã chủ trì rà soát quy chế.",
        "- Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì các cuộc họp của mình.",
        "- Các cơ quan, đơn vị chủ trì rà soát quy chế.",
        "- Cơ quan chủ trì: Phòng Kinh tế; cơ quan phối hợp: Phòng Văn hóa - Xã hội; Công an xã.",
    ],
)
def test_one_lead_passes_whatever_its_name(text):
    assert findings(planted(set_text(MEETINGS, text)), "task-lead") == ()


def test_two_offices_in_the_heading_over_a_task_to_lead_are_told():
    data = planted(set_text("2. Phòng Văn hóa - Xã hội", "2. Phòng Văn hóa - Xã hội, Phòng Kinh tế"))
    assert [each.found for each in findings(data, "task-lead")] == ["Phòng Văn hóa - Xã hội; Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("lead", "told"),
    [("Phòng Kinh tế; Công an xã", 1), ("", 1), ("Phòng Kinh tế", 0), ("Các sở, ban, ngành; UBND các xã", 0)],
)
def test_a_row_of_the_annex_has_one_lead(lead, told):
    data = planted(_lead_of_first_row(lead))
    assert severities(data, "task-lead") == ["warning"] * told


def test_a_cell_that_goes_on_with_the_one_above_is_not_empty():
    data = planted(_lead_of_first_row(""), _merged)
    assert findings(data, "task-lead") == ()


def _lead_cell(root):
    table = list(root.iter(f"{W}tbl"))[-1]
    row = next(row for row in table.iter(f"{W}tr") if text_of(row.find(f"{W}tc")).strip().startswith("1"))
    return list(row.iter(f"{W}tc"))[2]


def _lead_of_first_row(text):
    def edit(root):
        cell = _lead_cell(root)
        set_text(text_of(next(cell.iter(f"{W}p"))).strip(), text)(cell)

    return edit


def _merged(root):
    cell = _lead_cell(root)
    cell.find(f"{W}tcPr").append(cell.makeelement(f"{W}vMerge"))


def test_two_leads_that_the_profile_itself_names_are_only_a_hint():
    known = facts_with(tasks={"hh-ke-hoach": Task(lead=("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"))})
    both = "- Giao Phòng Văn hóa - Xã hội và Phòng Kinh tế chủ trì rà soát quy chế."
    other = "- Giao Công an xã và Phòng Kinh tế chủ trì rà soát quy chế."
    assert severities(planted(set_text(MEETINGS, both)), "task-lead", known=known) == ["info"]
    assert severities(planted(set_text(MEETINGS, other)), "task-lead", known=known) == ["warning"]


def test_a_lead_edited_out_of_its_heading_and_its_row_is_told():
    def other(root):
        table = list(root.iter(f"{W}tbl"))[-1]
        for row in table.iter(f"{W}tr"):
            for p in row.iter(f"{W}p"):
                if text_of(p).strip() == "Phòng Văn hóa - Xã hội":
                    set_text("Phòng Văn hóa - Xã hội", "Phòng Kinh tế")(p.getparent())

    heading = set_text("2. Phòng Văn hóa - Xã hội", "2. Phòng Kinh tế")
    told = findings(planted(heading, other, data=whole()), "task-lead", known=facts())
    assert {(each.severity, each.expected) for each in told} == {("warning", "Phòng Văn hóa - Xã hội")}
    assert findings(planted(heading, data=whole()), "task-lead", known=facts()) == ()


# --- recipients --------------------------------------------------------------------------------------------------

COLLECTIVE = "- Các cơ quan, đơn vị thuộc UBND xã"


def test_an_office_with_work_that_nobody_sends_the_plan_to_is_told():
    data = planted(set_text(COLLECTIVE, "- Phòng Văn hóa - Xã hội;"))
    alone = [each.expected for each in findings(data, "recipient-missing")]
    assert alone == ["- Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã;"]
    known = [each.expected for each in findings(data, "recipient-missing", known=facts())]
    assert "- Trung tâm Phục vụ hành chính công;" in known
    assert "recipient-missing" not in errors(data)


@pytest.mark.parametrize("line", ["- Như mục IV;", "- Các phòng, ban, ngành của xã;", "- Các cơ quan trong xã;"])
def test_a_collective_line_covers_every_office(line):
    data = planted(set_text(COLLECTIVE, line))
    assert findings(data, "recipient-missing", known=facts()) == ()


@pytest.mark.parametrize(
    ("line", "office", "covered"),
    [
        ("- CVP.HĐND và UBND xã;", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", True),
        ("- Phòng Văn hoá - Xã hội;", "Phòng Văn hóa - Xã hội xã", True),
        ("- UBND các xã, phường;", "UBND cấp xã", True),
        ("- Các Sở, ban, ngành;", "Công an tỉnh", True),
        ("- VHXH;", "Phòng Văn hóa - Xã hội", True),
        ("- Các phòng chuyên môn;", "Chi cục Quản lý thị trường", False),
        ("- Các cơ quan, đơn vị thuộc UBND xã;", "các thôn trên địa bàn xã", False),
        ("- UBND tỉnh (để b/c);", "Văn phòng UBND tỉnh", False),
    ],
)
def test_a_line_covers_an_office_it_names_or_whose_kind_it_names(line, office, covered):
    assert covers(line, office, "VHXH") is covered


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- Hạt Kiểm lâm;", ["warning"]),
        ("- Hạt Kiểm lâm (để phối hợp);", []),
        ("- Phòng Văn hoá - Xã hội;", []),
        ("- Thường trực Đảng ủy;", []),
        ("- Đài Truyền thanh xã;", []),
    ],
)
def test_a_recipient_that_the_text_knows_nothing_of_is_told(line, told):
    data = planted(set_text("- Trang Thông tin điện tử xã", line))
    assert severities(data, "recipient-reason", known=facts()) == told
    assert severities(data, "recipient-reason") == ["info" for _ in told]


def test_an_office_of_the_profile_needs_no_mention_in_the_text():
    data = planted(set_text("- Trang Thông tin điện tử xã", "- Ban Chỉ huy Quân sự xã;"))
    assert severities(data, "recipient-reason") == ["info"]
    assert severities(data, "recipient-reason", known=facts()) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh", ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"]),
        ("Văn phòng HĐND & UBND xã", ["Văn phòng HĐND & UBND xã"]),
        ("Phòng Kinh tế; Đội Quản lý trật tự", ["Phòng Kinh tế", "Đội Quản lý trật tự"]),
    ],
)
def test_offices_listed_together_are_told_apart(text, names):
    assert is_office(text)
    assert list(named_in(text)) == names


# --- verbatim-share ----------------------------------------------------------------------------------------------


def test_a_copy_of_the_parent_is_told_as_information_with_its_longest_passages():
    told = findings(good(), "verbatim-share", above=good())
    assert [each.severity for each in told] == ["info"]
    assert int(told[0].message.partition("%")[0]) > 95
    assert told[0].found.count("chữ)") == 3


def test_what_only_one_has_is_not_copied():
    def other(root):
        for p in list(root.iter(f"{W}p")):
            for t in p.iter(f"{W}t"):
                t.text = " ".join(f"x{word}" for word in (t.text or "").split())

    assert findings(good(), "verbatim-share", above=planted(other)) == ()


def test_the_share_counts_words_in_long_runs_only():
    def short(root):
        for t in root.iter(f"{W}t"):
            parts = (t.text or "").split(" ")
            t.text = " ".join("riêng" if i % 7 == 6 else part for i, part in enumerate(parts))

    assert findings(good(), "verbatim-share", above=planted(short)) == ()


def test_a_letter_whose_small_form_is_two_signs_stops_no_comparison():
    data = planted(
        set_text("Phối hợp với Phòng Văn hóa - Xã hội", "Rà soát, thống kê, cập nhật İ vào số liệu của các thôn.")
    )
    (told,) = findings(data, "verbatim-share", above=data)
    assert told.severity == "info"


# --- figures -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("đạt tối thiểu 60%", "%", [(60, ">=")]),
        ("đạt từ 95% trở lên", "%", [(95, ">=")]),
        ("không dưới 95 phần trăm", "%", [(95, ">=")]),
        ("không quá 1,5 ngày", "ngày", [(1.5, "<=")]),
        ("không quá nửa ngày", "ngày", [(0.5, "<=")]),
        ("trước ngày 15/6", "ngày", []),
        ("giảm 10% số hội nghị và tỷ lệ trực tuyến đạt 60%", "%", [(10, ""), (60, "")]),
        ("từ 50% đến 60%", "%", []),
    ],
)
def test_a_figure_is_read_with_its_bound(text, unit, said):
    assert [(each.value, each.bound) for each in figures_in(text, unit)] == said
