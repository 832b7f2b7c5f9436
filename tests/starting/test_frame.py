"""A new profile under a plan that was received, in the frame pack: what an officer would not let pass."""

import pytest

import kegen as library
from kegen.plan.resolve import resolve_leniently
from kegen.plan.saved import parse_plan
from kegen.starting.by_the_plan import carried_out_by_the_plan
from kegen.starting.year import year_line

from .parents import PARENT

RECEIVED = PARENT.replace("  directive: qd-534\n", "").replace(
    "targets:\n",
    """\
  - id: muc-3-y-1
    wording: Các sở, ngành và UBND các xã, phường căn cứ Kế hoạch này xây dựng kế hoạch triển khai thực hiện.
    lead: Các sở, ngành; UBND các xã, phường
    deadline: trước ngày 15/7/2026
  - id: muc-3-y-2
    wording: 'Các sở, ngành, địa phương định kỳ hằng năm báo cáo kết quả thực hiện Kế hoạch này về UBND tỉnh./.'
    lead: Các sở, ngành, địa phương
  - id: muc-3-y-3
    wording: Các cơ quan, đơn vị, địa phương tổ chức rà soát hồ sơ vi phạm
    lead: Các cơ quan, đơn vị, địa phương
    helpers: [Công an tỉnh]
targets:
  - {id: rac, name: hộ dân phân loại rác tại nguồn, comparison: '>=', value: '70', unit: '%', scope: tung-don-vi}
""",
)
FILE = "tinh.plan.yaml"


@pytest.fixture
def profile(kegen, folder):
    """Return the text of the profile of a unit under the plan, and the plan that it comes to."""

    def made(*options, unit="xã Nhữ Khê", text=RECEIVED):
        (folder / FILE).write_text(text, encoding="utf-8")
        (folder / "x.yaml").unlink(missing_ok=True)
        done = kegen("new", "--parent", FILE, "--unit", unit, "--yes", "--output", "x.yaml", *options)
        assert done.code == 0, done.err
        return (folder / "x.yaml").read_text("utf-8"), library.resolve(library.load("x.yaml"))

    return made


def rows(plan):
    return {each.order.id: each for each in plan.coverage}


def test_offices_addressed_at_the_head_are_taken_off_before_an_office_of_the_unit_leads(profile):
    _, plan = profile()
    text = next(each.text for each in plan.body if each.id == "muc-3-y-3")
    assert text == "- Công an xã tổ chức rà soát hồ sơ vi phạm."


def test_deadlines_and_products_stand_in_the_table_of_tasks(profile):
    _, plan = profile()
    (annex,) = plan.annexes
    cells = [cell for block in annex.blocks if block.table for row in block.table.rows for cell in row.cells]
    assert {"trước ngày 23/9/2026", "Danh mục"} <= set(cells)


def test_an_order_to_issue_a_plan_is_left_out_with_its_reason_and_one_to_report_is_taken_up(profile):
    text, plan = profile()
    issuing, reporting = rows(plan)["muc-3-y-1"], rows(plan)["muc-3-y-2"]
    assert (issuing.state, issuing.reason) == ("left-out", "ban hành Kế hoạch này là thực hiện việc cấp trên giao")
    assert (reporting.state, [each.id for each in reporting.answers]) == ("taken", ["tc-tong-hop"])
    assert "Hạn của cấp trên: trước ngày 15/7/2026." in text


@pytest.mark.parametrize(
    ("order", "way"),
    [
        ("UBND các xã xây dựng kế hoạch thực hiện Kế hoạch này. Báo cáo kết quả hằng năm.", "issuing"),
        ("Định kỳ hằng quý báo cáo kết quả thực hiện Chỉ thị này.", "reporting"),
        ("Xây dựng kế hoạch giải ngân chi tiết.", ""),
        ("Xây dựng kế hoạch thực hiện Kế hoạch này; tổ chức tuyên truyền.", ""),
        ("Báo cáo kết quả kiểm tra an toàn.", ""),
    ],
)
def test_only_an_order_that_holds_nothing_else_is_carried_out_by_the_plan_itself(order, way):
    assert carried_out_by_the_plan(order) == way


def test_targets_of_each_unit_stand_as_sentences_under_a_heading_of_their_own(profile):
    _, plan = profile()
    texts = [each.text for each in plan.body]
    at = texts.index("3. Chỉ tiêu")
    assert "- Bảo đảm ít nhất 70% hộ dân phân loại rác tại nguồn." in texts[at:]
    assert rows(plan)["rac"].state == "taken"


def test_words_of_the_level_above_are_warned_of_until_they_are_written_anew(profile, folder):
    text, plan = profile()
    (warned,) = (each.message for each in plan.warnings if each.id == "loi-cap-tren")
    assert warned.startswith("việc “muc-2-y-1” còn nguyên lời cấp trên, có “trên địa bàn tỉnh”: không phải lời của")
    (folder / "x.yaml").write_text(text.replace("trên địa bàn tỉnh, lập", "ở các thôn, lập"), "utf-8")
    assert "loi-cap-tren" not in {each.id for each in library.resolve(library.load("x.yaml")).warnings}


def test_a_target_in_the_words_of_the_level_above_is_warned_of(profile):
    across = RECEIVED.replace("name: hộ dân phân", "name: hộ dân trên địa bàn tỉnh phân")
    messages = [each.message for each in profile(text=across)[1].warnings if each.id == "loi-cap-tren"]
    assert [each.partition(":")[0] for each in messages if "chi-tieu-rac" in each] == [
        "việc “chi-tieu-rac” còn nguyên lời cấp trên, có “trên địa bàn tỉnh”"
    ]


PERSONAL = "trực tiếp chỉ đạo việc kiểm tra và chịu trách nhiệm trước UBND tỉnh"


@pytest.mark.parametrize(("unit", "head"), [("xã Nhữ Khê", "Chủ tịch Ủy ban nhân dân xã"), ("Sở Y tế", "Giám đốc Sở")])
def test_what_the_head_of_a_unit_answers_for_is_handed_to_no_office(profile, unit, head):
    leads = "Giám đốc các sở; Chủ tịch UBND các xã, phường"
    personal = RECEIVED.replace("tổ chức rà soát hồ sơ vi phạm", PERSONAL).replace(
        "lead: Các cơ quan, đơn vị, địa phương", f"lead: {leads}"
    )
    text, plan = profile(unit=unit, text=personal)
    (task,) = [each for each in plan.tasks if each.id == "muc-3-y-3"]
    assert task.lead == head
    assert "cấp trên giao đích danh người đứng đầu, xem lại" in text
    shared = RECEIVED.replace("tổ chức rà soát hồ sơ vi phạm", PERSONAL)
    assert "đích danh" not in profile(unit=unit, text=shared)[0]


def test_a_department_may_speak_of_the_whole_province(profile):
    text, plan = profile(unit="Sở Y tế")
    assert "loi-cap-tren" not in {each.id for each in plan.warnings}
    assert "PHẢI VIẾT LẠI" not in text


def test_a_body_under_another_has_its_own_name_symbol_and_head(profile):
    _, plan = profile("--parent-body", "UBND xã Nhữ Khê", "--position", "TRƯỞNG TRẠM", unit="Trạm Y tế xã Nhữ Khê")
    assert (plan.header.parent, plan.header.issuer) == ("UBND XÃ NHỮ KHÊ", ("TRẠM Y TẾ XÃ NHỮ KHÊ",))
    assert plan.header.number.endswith("/KH-TYT")
    assert plan.signature.lines[-1] == "TRƯỞNG TRẠM"


def test_the_body_above_is_asked_for_and_not_supposed(kegen):
    done = kegen("new", "--parent", FILE, "--unit", "Chi cục Kiểm lâm", "--yes")
    assert done.code == 2
    assert "thiếu --parent-body" in done.err


def test_the_blank_for_the_number_keeps_the_symbol_that_the_plan_above_prints(profile):
    _, plan = profile()
    assert "Kế hoạch số ……/KH-UBND" in plan.title
    other = RECEIVED.replace("'Số:        /KH-UBND'", "'Số:        /KH-BCĐ'")
    assert "Kế hoạch số ……/KH-BCĐ" in profile(text=other)[1].title


def test_a_plan_under_one_of_december_is_of_the_next_year():
    plan = parse_plan(RECEIVED.encode(), "a").plan
    december = plan.header._replace(place_and_date="Tuyên Quang, ngày     tháng 12 năm 2026")
    assert year_line(plan) == "date: 2026"
    assert year_line(plan._replace(header=december)) == "date: 2027"
    assert year_line(plan._replace(issued="2026-12-30")) == "date: 2027"
    assert year_line(plan._replace(issued="2026-05-04")) == ""


FRAME = """\
directive: chung
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
parent_plan: {kind: Chỉ thị, number: 11-CT/TU, date: 04/01/2026, issuer: Tỉnh ủy, subject: về x, reporting: %s}
"""


@pytest.mark.parametrize(
    ("days", "own"),
    [
        ("{}", "định kỳ 6 tháng, hằng năm gửi"),
        ("{year: 10/12}", "định kỳ hằng năm (trước ngày 10/12) gửi"),
        ("{year: 10/12, event: đột xuất}", "định kỳ hằng năm (trước ngày 10/12) và đột xuất gửi"),
        ("{event: khi có yêu cầu}", "định kỳ hằng năm và đột xuất khi có yêu cầu gửi"),
        ("{month: ngày 20 hằng tháng}", "định kỳ hằng tháng (ngày 20 hằng tháng) gửi"),
        ("{quarter: hằng quý, half_year: 05/6}", "định kỳ hằng quý, 6 tháng (trước ngày 05/6), hằng năm gửi"),
    ],
)
def test_the_frame_names_the_reports_that_the_level_above_sets_and_no_others(folder, days, own):
    (folder / "x.yaml").write_text(FRAME % days, "utf-8")
    plan = resolve_leniently(library.load(folder / "x.yaml"))
    assert own in next(each.text for each in plan.body if each.id == "tc-tong-hop")


@pytest.mark.parametrize(("date", "level"), [("03/6/2026", "xa"), ("01/10/2026", "phuong")])
def test_the_unit_is_of_the_kind_that_it_is_on_the_day_of_the_plan(kegen, folder, date, level):
    done = kegen(
        *("new", "--unit", "Bố Hạ", "--province", "Bắc Ninh", "--directive", "chung", "--yes", "--date", date),
        *("--output", "x.yaml"),
    )
    assert f"  level: {level}\n" in (folder / "x.yaml").read_text("utf-8"), done.err
