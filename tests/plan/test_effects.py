"""What a profile says works wherever it should, or is refused with the way out: nothing is taken in vain."""

from itertools import pairwise

import pytest

from kegen.plan.model import printed_text
from kegen.sheets.tasks import tasks_table
from tests.annexes import rows_of

UNIT = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
MEETINGS = "hh-ke-hoach"


def printed(plan):
    return "\n".join(printed_text(plan))


def sentence(plan, name):
    return " ".join(each.text for each in plan.body if each.id == name)


def values(plan):
    return {each.id: each.value for each in plan.targets}


@pytest.mark.parametrize(
    ("more", "old", "new"),
    [
        ("bases: {short_names: có}\n", "sau đây gọi tắt là", "dưới đây gọi tắt là"),
        ("", "Thực hiện Kế hoạch số", "Triển khai Kế hoạch số"),
        ("bases: {style: can-cu}\n", "Căn cứ Kế hoạch", "Căn cứ theo Kế hoạch"),
        ("", "để b/c", "báo cáo"),
        ("", "Thường xuyên", "Liên tục"),
        ("", "các cơ quan chuyên môn", "các phòng chuyên môn"),
        ("annex: có\nstyle: {wording: da-ban-hanh}\n", "Bảng phân công nhiệm vụ", "Danh mục nhiệm vụ"),
        ("annex: có\n", "Kèm theo Kế hoạch", "Ban hành kèm theo Kế hoạch"),
        ("", "Kế hoạch tổ chức hội nghị", "Chương trình hội nghị"),
    ],
)
def test_a_change_of_the_whole_profile_reaches_every_printed_place(more, old, new, draft):
    assert old in printed(draft.xa(more))
    plan = draft.xa(f"{more}replace: {{{old!r}: {new!r}}}\n")
    assert new in printed(plan)
    assert old not in printed(plan).replace(new, "")
    assert plan.recipients[-1].startswith("- Lưu: VT")


def test_a_change_of_an_offices_name_adds_no_recipient(draft):
    plan = draft.xa("replace: {Văn phòng Hội đồng nhân dân: VP Hội đồng nhân dân, chuyên môn: nghiệp vụ}\n")
    assert len(plan.recipients) == len(draft.xa().recipients)


def test_a_change_leaves_the_profiles_own_words_alone(draft):
    plan = draft.xa(
        'bases: {enacting: "Xã thực hiện Kế hoạch như sau:"}\nreplace: {thực hiện Kế hoạch: triển khai Kế hoạch}\n'
    )
    assert plan.opening[-1].text.endswith(", Xã thực hiện Kế hoạch như sau:")


@pytest.mark.parametrize(
    ("more", "way"),
    [
        ("replace: {ỦY BAN NHÂN DÂN: UBND}\n", "unit, number, date, signer"),
        ("replace: {họp giao ban: họp tuần}\ntasks: {hh-lich-hop: Tổ chức họp giao ban.}\n", "lời riêng của hồ sơ"),
        ("replace: {chữ không có: x}\n", "hãy bỏ dòng này"),
        ("replace: {văn hoá công vụ: văn hóa công sở}\n", "có phải là “văn hóa công vụ”"),
        ("replace: {hôi nghi: cuộc họp}\n", "có phải là “hội nghị”"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused_with_the_way_out(more, way, draft):
    with pytest.raises(Exception, match=way):
        draft.xa(more)


def test_words_are_changed_where_they_are_whole(draft):
    text = printed(draft.xa("replace: {thôn: bản, xã: bản làng}\n"))
    assert "- Các bản trên địa bàn bản làng;" in text
    assert "công nghệ thông tin" in text
    assert "kinh tế - xã hội" not in text  # here the word is whole, as the officer is to see
    assert "bảng" not in text


@pytest.mark.parametrize(
    ("task", "edits"),
    [("tt-dai-chung", "{thôn: ấp}"), ("vb-quy-trinh", "{5%: 9%}"), ("hh-thoi-gian", "{5 ngày: 4 ngày}")],
)
def test_a_change_of_half_a_word_or_number_is_refused(task, edits, draft):
    assert draft.ids(f"{UNIT}tasks: {{{task}: {{edits: {edits}}}}}\n") == ["sua-khong-thay"]


def test_half_a_word_is_changed_nowhere_in_the_plan(draft):
    with pytest.raises(Exception, match="chữ “thôn”; hãy bỏ dòng này"):
        draft.so("replace: {thôn: bản}\n")


def test_two_words_may_be_exchanged(draft):
    text = printed(draft.xa("replace: {hội nghị: cuộc họp, cuộc họp: hội nghị}\n"))
    assert "ưu tiên các hội nghị trực tuyến" in text
    assert "Cuộc họp quán triệt không quá" in text


@pytest.mark.parametrize("more", ["replace: {họp: họp}", "tasks: {hh-lich-hop: {edits: {lịch họp: lịch họp}}}"])
def test_a_change_of_words_for_the_same_is_refused(more, draft):
    assert draft.ids(f"{UNIT}{more}\n") == ["sai-gia-tri"]


@pytest.mark.parametrize(
    "more", ["replace: {(trừ văn bản mật): ''}\n", "tasks: {pt-van-ban-dien-tu: {edits: {(trừ văn bản mật): ''}}}\n"]
)
def test_words_taken_out_leave_no_gap(more, draft):
    assert sentence(draft.xa(more), "pt-van-ban-dien-tu").endswith("dưới dạng điện tử.")


def test_a_term_that_no_sentence_asks_for_is_told_though_its_words_stand_there(draft):
    assert [each.id for each in draft.xa("terms: {meetings_of: xã}\n").warnings] == ["tu-thua"]
    assert draft.xa("terms: {regulation_of: xã}\n").warnings == ()


@pytest.mark.parametrize(
    "more",
    [
        "terms: {below: các thôn, bản}",
        "tasks: {hh-lich-hop: {footnotes: {lịch họp: Theo Quy chế, mẫu 1}}}",
        "tasks: {hh-lich-hop: Xây dựng lịch họp, lịch công tác.}",
        "targets: {giam-van-ban: {value: 15,5}}",
        "accept: [{rule: noi-nhan-thieu, reason: Đã xem, giữ}]",
    ],
)
def test_half_of_a_value_that_a_comma_in_braces_cuts_off_is_told(more, draft):
    with pytest.raises(Exception, match="mỗi dấu phẩy mở một khóa mới"):
        draft.xa(f"{more}\n")


def test_a_key_left_empty_for_later_is_as_not_given(draft):
    assert draft.xa("terms:\n  below:\nreporting: {half_year: , year: 05/12}\n").warnings == ()


@pytest.mark.parametrize("style", ['{marks: "1."}', "{marks: a)}", '{marks: "-", group_marks: "-"}', "{marks: +}"])
def test_the_same_number_or_mark_never_stands_at_two_depths(style, draft):
    plan = draft.xa(f"style: {style}\n")
    for above, below in pairwise(each for each in plan.body if each.text[:2] in {"1.", "a)", "- ", "+ "}):
        if above.kind in {"khoan", "nhom"} and below.kind == "doan":
            assert above.text[:2] != below.text[:2]


@pytest.mark.parametrize(
    "edit", ["{10%: 15%}", '{"10 %": "15 %"}', "{giảm 10% số lượng hội nghị: giảm mạnh 15% số lượng hội nghị}"]
)
def test_an_edit_of_a_targets_figure_changes_the_target_everywhere(edit, draft):
    plan = draft.xa(f"annex: có\ntasks: {{{MEETINGS}: {{edits: {edit}}}}}\n")
    assert plan.warnings == ()
    assert values(plan)["giam-hoi-nghi"] == "15"
    assert "15% số lượng hội nghị" in sentence(plan, MEETINGS)
    assert "tinh giản 15% số lượng hội nghị" in sentence(plan, "yc-bam-sat")
    assert any("≥ 15%" in str(row) and "hội nghị" in str(row) for row in tasks_table(plan).rows)
    assert "10%" not in printed(plan)
    assert any("15% số lượng hội nghị" in row.wording for row in rows_of(plan))


def test_a_change_of_the_whole_profile_that_is_a_targets_figure_changes_the_target(draft):
    plan = draft.xa("replace: {10%: 12%}\n")
    assert values(plan)["giam-hoi-nghi"] == "12"
    assert "10%" not in printed(plan)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (f"tasks: {{{MEETINGS}: {{edits: {{10%: 5%}}}}}}\n", "chi-tieu-long"),
        (f"tasks: {{{MEETINGS}: {{edits: {{10%: 12%}}}}, yc-bam-sat: {{edits: {{10%: 13%}}}}}}\n", "chi-tieu-khac"),
        (
            f"targets: {{giam-hoi-nghi: {{value: 20}}}}\ntasks: {{{MEETINGS}: {{edits: {{20%: 25%}}}}}}\n",
            "chi-tieu-khac",
        ),
    ],
)
def test_an_edit_that_contradicts_what_is_ordered_or_said_elsewhere_is_refused(more, found, draft):
    assert found in draft.ids(UNIT + more)


def test_an_edit_that_takes_a_figure_out_or_is_of_no_target_changes_no_target(draft):
    plan = draft.xa(
        "tasks: {vb-quy-trinh: {edits: {tối thiểu 15% số lượng: số lượng}}, hh-thoi-gian: {edits: {Không: không}}}\n"
    )
    assert values(plan) == values(draft.xa())


def test_a_target_left_out_is_listed_with_its_reason_and_no_longer_a_target(draft):
    cut = '{edits: {"tinh giản 10% số lượng hội nghị hằng năm; ": ""}}'
    more = f"tasks: {{yc-bam-sat: {cut}, {MEETINGS}: {{omit: Không tổ chức hội nghị}}}}\n"
    plan = draft.xa(more + "targets: {giam-hoi-nghi: {omit: Không tổ chức hội nghị}}\n")
    assert plan.warnings == ()
    assert [(each.id, each.reason) for each in plan.left_out][-1] == ("giam-hoi-nghi", "Không tổ chức hội nghị")
    assert "giam-hoi-nghi" not in values(plan)


def test_a_target_left_out_that_is_still_stated_is_told(draft):
    told = draft.xa("targets: {giam-hoi-nghi: {omit: Không tổ chức hội nghị}}\n").warnings
    assert [each.id for each in told] == ["chi-tieu-con"]
    assert MEETINGS in told[0].message


@pytest.mark.parametrize(
    ("marks", "first", "second"),
    [("'-'", "+ ", "+ "), ("+", "- ", "- "), ("a)", "- ", "- "), ("1.", "a) ", "b) "), ("khong", "- ", "- ")],
)
def test_points_have_the_mark_below_that_of_their_item(marks, first, second, draft):
    plan = draft.xa(
        f"sections: {{hoi-hop: {{marks: {marks}}}}}\ntasks: {{hh-lich-hop: {{points: [Ý một., + Ý hai.]}}}}\n"
    )
    points = [each.text for each in plan.body if each.id == "hh-lich-hop"][1:]
    assert points == [f"{first}Ý một.", f"{second}Ý hai."]


def test_a_sentence_names_the_office_that_leads_it_now(draft):
    plan = draft.tinh("tasks: {tt-quan-triet: {lead: van-phong}}\n")
    assert "Văn phòng Ủy ban nhân dân tỉnh khẩn trương" in sentence(plan, "tt-quan-triet")


def test_what_a_sections_office_leads_is_led_by_the_office_that_the_profile_gives_it(draft):
    plan = draft.xa("sections: {tc-van-phong: {office: Phòng Kinh tế}}\n")
    assert next(task.lead for task in plan.tasks if task.id == "tc-phoi-hop") == "Phòng Kinh tế"


@pytest.mark.parametrize("field", ["deadline: 30/9/2026", "product: Báo cáo", "helpers: [van-phong]"])
def test_what_belongs_to_a_task_is_told_to_be_in_vain_where_nobody_leads(field, draft):
    assert [each.id for each in draft.xa(f"tasks: {{md-doi-moi: {{{field}}}}}\n").warnings] == ["thua"]
    assert draft.xa(f"tasks: {{md-doi-moi: {{{field}, lead: dau-moi}}}}\n").warnings == ()


@pytest.mark.parametrize(
    "more",
    [
        "tasks: {hh-lich-hop: {omit: Không họp, deadline: 30/9/2026}}\n",
        "sections: {hoi-hop: {omit: Không họp, marks: +}}\n",
        "tasks: {tc-don-doc: {deadline: 10/6/2026}}\n",
        "bases: {cite: [], proposal: {by: Phòng Kinh tế, number: 1/TTr-KT, date: 05/5/2026}}\n",
    ],
)
def test_what_would_have_no_effect_is_refused(more, draft):
    assert draft.ids(UNIT + more) == ["thua"]


NQ_57 = "nq-57: {kind: Nghị quyết, number: 57-NQ/TW, date: 22/12/2024, issuer: Bộ Chính trị, subject: về chuyển đổi số}"


def test_a_document_that_nothing_cites_is_told(draft):
    told = draft.xa(f"documents: {{{NQ_57}}}\n").warnings
    assert [(each.id, "bases.cite" in each.message) for each in told] == [("thua", True)]
    assert draft.xa(f"documents: {{{NQ_57}}}\nbases: {{cite: [cap-tren, nq-57]}}\n").warnings == ()
    assert draft.xa("documents: {kl-226: {dates: dai}}\n").warnings == ()


def test_a_plan_above_that_a_province_does_not_cite_is_told(draft):
    facts = "kind: Chỉ thị, number: 12-CT/TU, date: 10/4/2026, issuer: Ban Thường vụ Tỉnh ủy, subject: về A"
    above = f"parent_plan: {{{facts}}}\n"
    assert [each.id for each in draft.tinh(above).warnings] == ["thua"]
    assert draft.tinh(f"{above}bases: {{cite: [qd-534, cap-tren]}}\n").warnings == ()


@pytest.mark.parametrize("number", ["114/QĐ-UBND", "114/KH-SNV", "114/UBND"])
def test_a_number_with_the_symbol_of_another_document_is_refused(number, draft):
    assert draft.ids(f"{UNIT}number: {number}\n") == ["sai-so"]


@pytest.mark.parametrize("number", ["114", "114/KH-UBND", "114/kh-ubnd"])
def test_a_number_may_be_given_with_the_plans_own_symbol(number, draft):
    assert draft.xa(f"number: {number}\n").header.number == "Số: 114/KH-UBND"


def test_a_place_begins_with_a_capital(draft):
    plan = draft(UNIT.replace("province: Tuyên Quang", "province: Tuyên Quang, place: xã Nhữ Khê"))
    assert plan.header.place_and_date.startswith("Xã Nhữ Khê, ")


def test_a_sentence_that_nobody_leads_behind_those_of_an_office_is_told(draft):
    own = "tasks: {moi: {section: hoi-hop, wording: Rà soát các cuộc họp."
    assert [each.id for each in draft.xa(f"{own}}}}}\n").warnings] == ["khong-ro-ai"]
    assert draft.xa(f"{own}, lead: van-phong}}}}\n").warnings == ()
    assert draft.xa(f"{own}, after: dau}}}}\n").warnings == ()


def test_a_lead_named_among_its_helpers_is_told(draft):
    own = "tasks: {hh-lich-hop: {lead: dau-moi, helpers: "
    assert [each.id for each in draft.xa(f"{own}[dau-moi, van-phong]}}}}\n").warnings] == ["thua"]
    assert draft.xa(f"{own}[van-phong]}}}}\n").warnings == ()


def test_a_department_does_not_choose_who_issues_its_plan(draft):
    so = "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn}\n" + UNIT.splitlines()[1]
    assert draft.ids(so + "\nissued_by: chu-tich\n") == ["thua"]


def test_a_change_reaches_the_head_of_a_sentence_too(draft):
    text = printed(draft.xa("style: {wording: da-ban-hanh}\nreplace: {đảm bảo: bảo đảm}\n"))
    assert "đảm bảo" in printed(draft.xa("style: {wording: da-ban-hanh}\n"))
    assert "đảm bảo" not in text
    assert "Đảm bảo" not in text
    assert "Bảo đảm 100% văn bản" in text


@pytest.mark.parametrize("typed", ["- Rà soát các cuộc họp.", "+ Rà soát các cuộc họp.", "Rà soát các cuộc họp."])
def test_a_dash_typed_before_a_sentence_is_not_printed_twice(typed, draft):
    plan = draft.xa(f"tasks: {{moi: {{section: hoi-hop, lead: van-phong, wording: {typed!r}}}}}\n")
    assert sentence(plan, "moi") == "- Rà soát các cuộc họp."
    assert next(task for task in plan.tasks if task.id == "moi").wording == "Rà soát các cuộc họp."


@pytest.mark.parametrize(
    "change", ["{226-KL/TW: 226/KL-TW}", "{31/3/2026: 31/4/2026}", "{số 534/QĐ-TTg: số 543/QĐ-TTg}"]
)
def test_the_number_and_date_of_a_document_of_the_pack_are_not_changed(change, draft):
    assert draft.ids(f"{UNIT}replace: {change}\n") == ["so-lieu-bo-mau"]


def test_a_document_of_the_pack_may_be_called_otherwise(draft):
    text = printed(draft.xa("replace: {thực hiện Kết luận số 226-KL/TW: thực hiện Kết luận 226}\n"))
    assert "trong tổ chức thực hiện Kết luận 226." in text
