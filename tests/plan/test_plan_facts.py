"""Targets, offices, tasks, annex and blanks of a plan."""

import pytest

from kegen.plan.layout import first_clause
from kegen.problem import Invalid
from tests.annexes import rows_of


def words(plan):
    return " ".join(p.text for p in plan.body)


def test_a_stricter_target_is_what_the_sentences_say(draft):
    plan = draft.xa("targets: {hop-truc-tuyen: {value: 70}, hop-quan-trong: {value: 1}}\n")
    assert "chiếm không ít hơn 70% tổng số" in words(plan)
    assert "không quá 1 ngày. Đổi mới" in words(plan)
    assert {t.id: t.value for t in plan.targets}["hop-truc-tuyen"] == "70"


@pytest.mark.parametrize("value", ["1/2", "0,5", "0.5", "1/4"])
def test_a_target_as_strict_or_stricter_is_taken_however_it_is_written(value, draft):
    assert draft.xa(f"targets: {{hop-quan-triet: {{value: '{value}'}}}}\n").warnings == ()


def test_a_target_can_be_added(draft):
    more = "targets: {ho-so: {name: Hồ sơ trực tuyến, comparison: '>=', value: 80, unit: '%'}}\n"
    assert draft.xa(more).targets[-1].name == "Hồ sơ trực tuyến"
    assert draft.ids(draft_text("targets: {ho-so: {name: Hồ sơ trực tuyến}}\n")) == ["chi-tieu-la"]


def draft_text(more):
    return (
        "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
        "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n" + more
    )


def test_a_role_not_said_is_held_by_the_levels_own_office(draft):
    plan = draft.xa("departments: [{name: Phòng Nội vụ, roles: [dau-moi]}]\n")
    leads = {task.id: task.lead for task in plan.tasks}
    assert leads["kl-tieu-chi"] == "Phòng Nội vụ"
    assert leads["hh-lich-hop"] == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"


def test_an_office_named_like_the_levels_own_has_its_roles_unless_given_away(draft):
    taken = "departments:\n  - {name: Phòng Tài chính, roles: [tai-chinh]}\n  - {name: Phòng Kinh tế}\n"
    assert draft.xa(taken).warnings == ()
    more = "tasks: {hh-thiet-bi: {lead: cong-nghe, helpers: [tai-chinh]}}\n"
    task = next(task for task in draft.xa(taken + more).tasks if task.id == "hh-thiet-bi")
    assert (task.lead, task.helpers) == ("Phòng Kinh tế", ("Phòng Tài chính",))


def test_a_group_is_held_by_all_that_say_so(draft):
    more = "departments:\n  - {name: thôn Một, roles: [thon]}\n  - {name: thôn Hai, roles: [thon]}\n"
    more += "tasks: {kl-giam-sat: {lead: thon}}\n"
    task = next(task for task in draft.xa(more).tasks if task.id == "kl-giam-sat")
    assert task.lead == "Thôn Một, thôn Hai"


def test_a_lead_is_never_its_own_helper_and_no_helper_stands_twice(draft):
    more = "tasks: {hh-lich-hop: {helpers: [van-phong, tu-phap, dau-moi, tuyen-truyen]}}\n"
    task = next(task for task in draft.xa(more).tasks if task.id == "hh-lich-hop")
    assert task.helpers == ("Phòng Văn hóa - Xã hội",)


def test_the_annex_has_a_row_a_task_and_is_mentioned(draft):
    plan = draft.xa("annex: có\nnumber: 9\ndate: 3/6/2026\n")
    assert [row.number for row in rows_of(plan)] == [str(n) for n in range(1, len(plan.tasks) + 1)]
    assert [row.id for row in rows_of(plan)] == [task.id for task in plan.tasks]
    assert [row.wording for row in rows_of(plan)] == [task.brief or task.wording for task in plan.tasks]
    assert plan.annexes[0].reference == (
        "(Kèm theo Kế hoạch số 09/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Nhữ Khê)"
    )
    assert len(plan.closing) == 1
    assert [p.kind for p in plan.body if "Phụ lục" in p.text] == ["doan"]


def test_the_annex_is_mentioned_before_the_tasks_and_under_no_office(draft):
    body = draft.xa("annex: có\n").body
    at = next(i for i, p in enumerate(body) if "Phụ lục" in p.text)
    assert (body[at - 1].text, body[at + 1].kind) == ("II. NHIỆM VỤ, GIẢI PHÁP", "khoan")


def test_the_annex_is_mentioned_where_the_only_tasks_stand(draft):
    sections = "sections: {nhiem-vu: {omit: x}, kinh-phi: {omit: x}}\n"
    body = draft.xa(f"annex: có\n{sections}").body
    at = next(i for i, p in enumerate(body) if "Phụ lục" in p.text)
    assert body[at - 1].text == "II. TỔ CHỨC THỰC HIỆN"


def test_the_annex_of_a_plan_in_published_words_is_mentioned_at_the_end(draft):
    closing = draft.xa("annex: có\nstyle: {wording: da-ban-hanh}\n").closing
    assert closing[0].text == "(Có Phụ lục Bảng phân công nhiệm vụ kèm theo)."


def rows(plan):
    return {row.id: row.wording for row in rows_of(plan)}


def test_the_annex_says_a_task_of_the_pack_in_few_words_and_cites_short(draft):
    briefs = rows(draft.xa("annex: có\n"))
    assert briefs["tt-quan-triet"] == "Tổ chức phổ biến, tuyên truyền, quán triệt nội dung Kết luận số 226-KL/TW"
    assert max(map(len, briefs.values())) <= 160


def test_the_annex_says_a_task_of_ones_own_words_by_its_first_clause(draft):
    more = "annex: có\ntasks: {hh-lich-hop: 'Lập lịch họp tuần (thứ Hai; thứ Sáu); gửi TP. Hà Nội. Câu hai.'}\n"
    assert rows(draft.xa(more))["hh-lich-hop"] == "Lập lịch họp tuần (thứ Hai; thứ Sáu)"


def test_the_annex_follows_what_the_profile_changes_in_a_sentence(draft):
    more = "annex: có\ntasks: {hh-ke-hoach: {edits: {10%: 15%}}}\n"
    assert "15% số lượng hội nghị" in rows(draft.xa(more))["hh-ke-hoach"]


def test_the_annex_says_a_task_as_the_profile_shortens_it(draft):
    assert rows(draft.xa("annex: có\ntasks: {hh-lich-hop: {brief: Lịch họp}}\n"))["hh-lich-hop"] == "Lịch họp"


CLAUSES = {
    "Một; hai.": "Một",
    "Một: Hai ba.": "Một",
    "Một hai. Ba bốn.": "Một hai",
    "Một hai.": "Một hai",
    "Theo TP. Hà Nội; hai.": "Theo TP. Hà Nội",
    "Theo Nghị định số 09/2019/NĐ-CP. Hai.": "Theo Nghị định số 09/2019/NĐ-CP",
    "Hạn 05.6; hai.": "Hạn 05.6",
    "Nêu “một; hai”, ba; bốn.": "Nêu “một; hai”, ba",
    "Nêu (một; hai.": "Nêu (một; hai.",
    "Không có dấu": "Không có dấu",
    "": "",
}


@pytest.mark.parametrize("text", CLAUSES)
def test_a_first_clause_ends_at_its_first_stop_outside_brackets(text):
    assert first_clause(text) == CLAUSES[text]


@pytest.mark.parametrize("unit", ["xa", "so"])
def test_the_annex_of_a_plan_below_the_province_names_who_does_what_with_whom_and_to_what_end(unit, draft):
    found = rows_of(getattr(draft, unit)("annex: có\n"))
    assert sum(not row.lead.startswith(("Các ", "Thủ trưởng ", "Trưởng ")) for row in found) >= 0.8 * len(found)
    assert sum(bool(row.helpers) for row in found) >= 0.8 * len(found)
    assert all(row.product for row in found)


def test_the_annex_shows_what_is_open(draft):
    assert "Kế hoạch số ……/KH-UBND ngày …… tháng …… năm 2026" in draft.xa("annex: có\n").annexes[0].reference


def test_without_the_annex_nothing_mentions_it(draft):
    plan = draft.xa()
    assert plan.annexes == ()
    assert len(plan.closing) == 1


WHOLE = """\
number: 114
date: 03/6/2026
signer: {position: CHỦ TỊCH, name: Nguyễn Văn An}
"""


def test_a_plan_with_every_fact_has_no_blank(draft):
    assert draft.xa(WHOLE).blanks == ()


@pytest.mark.parametrize(
    ("old", "new", "blank"),
    [
        ("number: 114\n", "", "số của kế hoạch"),
        ("date: 03/6/2026\n", "", "ngày, tháng ban hành"),
        ("date: 03/6/2026\n", "date: 2026\n", "ngày, tháng ban hành"),
        (", name: Nguyễn Văn An", "", "họ tên người ký"),
        ("number: 176/KH-UBND, ", "", "số của kế hoạch cấp trên"),
        ("number: 176/KH-UBND", "number: ……/KH-UBND", "số của kế hoạch cấp trên"),
        ("date: 04/5/2026", "date: 5/2026", "ngày của kế hoạch cấp trên"),
        ("number: 114\n", "number: 114\nbases: {proposal: {by: Phòng A, date: 02/6/2026}}\n", "số tờ trình"),
        ("number: 114\n", "number: 114\nbases: {proposal: {by: Phòng A, number: 1/TTr-A}}\n", "ngày tờ trình"),
        ("number: 114\n", "number: 114\ndepartments: [{name: Phòng A, roles: [dau-moi]}]\n", "chữ viết tắt đơn vị"),
    ],
)  # fmt: skip
def test_each_fact_not_known_is_one_blank_with_who_supplies_it(old, new, blank, draft):
    text = draft_text(WHOLE)
    assert text.count(old) == 1
    (only,) = draft(text.replace(old, new)).blanks
    assert only.what.startswith(blank)
    assert only.where
    assert only.who


@pytest.mark.parametrize(
    "name",
    ["Văn phòng HĐND và UBND", "Văn phòng HĐND - UBND xã", "Văn phòng HĐND & UBND xã Nhữ Khê", "Văn phòng"],
)
def test_an_office_that_the_profile_calls_otherwise_is_no_second_one(name, draft):
    plan = draft.xa(f"departments: [{{name: {name}, short: VP, roles: [van-phong]}}]\nannex: có\n")
    printed = "\n".join([*(p.text for p in plan.body), *(f"{row.lead} {row.helpers}" for row in rows_of(plan))])
    assert name in printed
    assert "Văn phòng Hội đồng" not in printed
    assert plan.warnings == ()


def test_an_office_without_roles_is_the_levels_own_under_its_short_name(draft):
    plan = draft.xa("departments:\n  - {name: Phòng Văn hóa và Xã hội}\n  - {name: Văn phòng HĐND và UBND}\n")
    leads = {task.id: task.lead for task in plan.tasks}
    assert (leads["hh-lich-hop"], leads["kl-tieu-chi"]) == ("Văn phòng HĐND và UBND", "Phòng Văn hóa và Xã hội")
    assert plan.recipients[-1] == "- Lưu: VT, VHXH."
    assert plan.warnings == ()


def test_another_office_with_one_of_its_roles_leaves_the_levels_own_the_others(draft):
    plan = draft.xa("departments: [{name: Văn phòng HĐND và UBND, roles: [van-phong, dau-moi]}]\n")
    leads = {task.id: task.lead for task in plan.tasks}
    assert (leads["kl-tieu-chi"], leads["tt-dai-chung"]) == ("Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội")


def test_an_office_that_is_nowhere_in_the_plan_is_told(draft):
    plan = draft.xa("departments: [{name: Đội Quản lý trật tự}]\n")
    assert [problem.id for problem in plan.warnings] == ["thua"]
    assert "hãy ghi roles" in plan.warnings[0].message
    assert (
        draft.xa(
            "departments: [{name: Đội Quản lý trật tự}]\ntasks: {hh-lich-hop: {lead: Đội Quản lý trật tự}}\n"
        ).warnings
        == ()
    )


def test_an_office_whose_role_has_nothing_to_do_in_the_plan_is_told(draft, pack):
    pack("sections:\n  - {id: m, title: M, tasks: [{id: y, wording: Y., lead: dau-moi}]}\n")
    xa = "directive: thu\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
    xa += "parent_plan: {number: 1/KH-UBND, date: 04/5/2026}\ndepartments: [{name: Đội cây, roles: [%s]}]\n"
    assert [problem.id for problem in draft(xa % "kinh-te").warnings] == ["thua"]
    assert draft(xa % "dau-moi").warnings == ()


def test_no_office_is_told_to_help_itself(draft):
    both = "departments: [{name: Văn phòng HĐND và UBND, short: VP, roles: [van-phong, dau-moi]}]\n"
    for plan in (draft.xa(both), draft.tinh("departments: [{name: Sở Nội vụ, roles: [van-phong, dau-moi]}]\n")):
        office = next(task.lead for task in plan.tasks if task.id == "kl-tieu-chi")
        assert not any(f"hợp với {office}" in p.text for p in plan.body)
        assert "tc-van-phong" not in {p.id for p in plan.body}
        assert all(task.helpers for task in plan.tasks if task.id in {"hh-quy-che", "kl-tieu-chi", "tc-theo-doi"})
    assert "tc-van-phong" in {p.id for p in draft.xa().body}
    assert "tc-van-phong" in {p.id for p in draft.xa(both + "tasks: {tc-phoi-hop: Làm việc khác.}\n").body}


def test_a_department_speaks_of_its_own_rooms(draft):
    plan = draft.so()
    words = " ".join(p.text for p in (*plan.body, *plan.closing))
    assert "đôn đốc các phòng, đơn vị" in words
    assert not any(f"{each} cơ quan, đơn vị" in words for each in ("các", "từng", "đứng đầu"))


@pytest.mark.parametrize("line", ["tasks: {hh-lich-hop: {omit: không}}", "sections: {kinh-phi: {omit: có}}"])
def test_a_reason_is_no_yes_or_no(line, draft):
    with pytest.raises(Invalid, match="chỗ này ghi lý do"):
        draft.xa(line + "\n")
    assert draft.xa("tasks: {hh-lich-hop: {omit: Có lịch riêng}}\n").left_out


def test_what_is_not_known_is_told_with_the_way_on(draft):
    with pytest.raises(Invalid, match=r"hãy thêm vào departments một dòng .name: Phòng Nội vụ"):
        draft.xa("tasks: {hh-lich-hop: {lead: Phòng Nội vụ}}\n")
    with pytest.raises(Invalid, match=r"tai-chinh \(cơ quan tham mưu kinh phí\)"):
        draft.xa("departments: [{name: Phòng Kinh tế, roles: [zzzz]}]\n")
    with pytest.raises(Invalid, match=r"below \(“các thôn”\)"):
        draft.xa("terms: {zzzz: các ấp}\n")
    with pytest.raises(Invalid, match="ví dụ tuyen-truyen"):
        draft.xa("departments: [{name: Phòng Kinh tế, roles: [tuyên truyền]}]\n")
    with pytest.raises(Invalid, match=r"giam-hoi-nghi: .value: 70"):
        draft.xa("targets: {giam-hoi-nghi: 15}\n")


def test_a_plan_that_names_no_office_warns(draft):
    assert [each.id for each in draft.xa("style: {grouping: phang}\n").warnings] == ["khong-ro-ai"]
    assert not draft.xa("style: {grouping: phang}\nannex: có\n").warnings
    assert not draft.xa("style: {grouping: phang, wording: da-ban-hanh}\n").warnings


def test_an_office_without_roles_may_be_named_by_its_first_words(draft):
    plan = draft.xa("departments:\n  - {name: Văn phòng, short: VP}\n  - {name: Phòng Kinh tế - Hạ tầng}\n")
    assert {task.lead for task in plan.tasks if task.id in {"hh-lich-hop", "vb-the-che"}} == {"Văn phòng"}
    assert next(task.lead for task in plan.tasks if task.id == "kp-du-toan") == "Phòng Kinh tế - Hạ tầng"
    assert plan.warnings == ()


def test_offices_have_no_numbers_of_sections(draft):
    with pytest.raises(Invalid, match=r"dấu nhóm “1\.” trùng"):
        draft.xa('style: {group_marks: "1."}\n')
    assert draft.xa("style: {group_marks: a)}\n").warnings == ()


def test_a_clause_of_a_thousand_abbreviations_is_read_once():
    assert first_clause("TM. " * 20_000 + "a; b") == "TM. " * 20_000 + "a"
