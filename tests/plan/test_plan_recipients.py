"""Nơi nhận follows from the tasks: superiors, every office that has one, and the file (NĐ 30, Phụ lục I, II.9)."""

import pytest


def test_the_lines_begin_and_end_as_the_decree_asks(draft):
    *lines, last = draft.xa().recipients
    assert all(line.startswith("- ") and line.endswith(";") for line in lines)
    assert last == "- Lưu: VT, VHXH."


def test_an_office_with_a_task_that_no_line_covers_gets_one(draft):
    more = "departments: [{name: Công an xã}]\ntasks: {kl-kiem-tra: {lead: Công an xã}}\n"
    assert "- Công an xã;" in draft.xa(more).recipients
    assert "- Công an xã;" not in draft.xa().recipients


def test_a_helper_gets_one_too(draft):
    more = "departments: [{name: Ban Chỉ huy Quân sự xã}]\ntasks: {kl-kiem-tra: {helpers: [Ban Chỉ huy Quân sự xã]}}\n"
    assert "- Ban Chỉ huy Quân sự xã;" in draft.xa(more).recipients


def test_an_office_whose_line_is_dropped_gets_its_own_if_it_has_a_task(draft):
    more = "sections: {tc-thon: {into: to-chuc, office: thon, tasks: [Dự họp.]}}\nrecipients: {drop: [cap-duoi]}\n"
    assert "- Các thôn trên địa bàn xã;" in draft.xa(more).recipients
    assert not any("thôn" in line for line in draft.xa("recipients: {drop: [cap-duoi]}\n").recipients)


def test_lines_are_added_before_the_file(draft):
    assert draft.xa("recipients: {add: [Trường Tiểu học A]}\n").recipients[-2] == "- Trường Tiểu học A;"


def test_a_list_of_ones_own_takes_ids_and_words(draft):
    plan = draft.xa("recipients: [cap-tren, co-quan, Trạm Y tế xã]\n")
    assert plan.recipients == (
        "- UBND tỉnh (để b/c);",
        "- Các cơ quan, đơn vị thuộc UBND xã;",
        "- Trạm Y tế xã;",
        "- Lưu: VT, VHXH.",
    )


def test_a_list_that_forgets_an_office_with_a_task_is_warned_of_and_no_other(draft):
    thon = "sections: {tc-thon: {into: to-chuc, office: thon, tasks: [Dự họp.]}}\n"
    (warning,) = draft.xa(f"{thon}recipients: [co-quan]\n").warnings
    assert warning.id == "noi-nhan-thieu"
    assert "thôn" in warning.message
    assert draft.xa(f"{thon}recipients: [co-quan, cap-duoi]\n").warnings == ()
    assert draft.xa("recipients: [co-quan]\n").warnings == ()


@pytest.mark.parametrize(("said", "line"), [("VHXH", "VHXH"), ("VHXH.", "VHXH"), ("N.V.A, VHXH", "N.V.A, VHXH")])
def test_the_file_line_has_the_archive_said(said, line, draft):
    assert draft.xa(f"archive: {said}\n").recipients[-1] == f"- Lưu: VT, {line}."


def test_the_file_line_has_the_drafting_office_in_short_else_a_blank(draft):
    office = "departments: [{name: Phòng Nội vụ, short: KT, roles: [dau-moi]}]\n"
    assert draft.xa(office).recipients[-1] == "- Lưu: VT, KT."
    assert draft.xa(office.replace("short: KT, ", "")).recipients[-1] == "- Lưu: VT, ……."
