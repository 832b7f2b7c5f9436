"""What stands where in the body, with which mark and in whose words."""

import pytest

from tests.annexes import rows_of

LICH_HOP = "Xây dựng lịch họp khoa học"
FLAT = "style: {grouping: phang}\n"
OWN = "tasks:\n  hh-moi: {section: hoi-hop, wording: Họp giao ban không quá 60 phút.}\n"


def starts(texts, most=14):
    return [text[:most] for text in texts]


def headings(plan, kind):
    return [p.text for p in plan.body if p.kind == kind]


def test_chapters_have_roman_numbers_and_capitals(draft):
    assert headings(draft.xa(), "muc") == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NHIỆM VỤ, GIẢI PHÁP",
        "III. KINH PHÍ THỰC HIỆN",
        "IV. TỔ CHỨC THỰC HIỆN",
    ]


MARKS = {
    "a)": ["a) ", "b) ", "c) ", "d) ", "đ) ", "e) ", "g) ", "h) ", "i) "],
    '"-"': ["- "] * 9,
    '"+"': ["+ "] * 9,
    "1.": [f"{n}. " for n in range(1, 10)],
}


@pytest.mark.parametrize("marks", MARKS)
def test_items_have_the_mark_chosen_in_vietnamese_order(marks, draft, section):
    items = "\n".join(f"      - Việc thứ {n} của mục này." for n in range(1, 10))
    plan = draft.xa(f"sections:\n  muc-dich:\n    marks: {marks}\n    tasks:\n{items}\n")
    assert [text.partition("Việc")[0] for text in section(plan, "1. Mục đích")] == MARKS[marks]


def test_items_can_have_no_mark(draft, section):
    plan = draft.xa("style: {marks: khong}\n")
    assert section(plan, "1. Mục đích")[0].startswith("Tổ chức quán triệt")


def test_a_lone_item_has_no_mark(draft, section):
    assert section(draft.xa(FLAT), "2. Tăng cường trách nhiệm")[0].startswith("Lãnh đạo, chỉ đạo")


def test_a_section_has_marks_of_its_own(draft, section):
    plan = draft.xa("sections: {yeu-cau: {marks: a)}}\n")
    assert [text[:2] for text in section(plan, "2. Yêu cầu")] == ["a)", "b)", "c)"]
    assert [text[:2] for text in section(plan, "1. Mục đích")] == ["- "] * 3


def test_the_marks_of_a_chapter_hold_for_its_sections(draft, section):
    plan = draft.xa("sections: {muc-dich-yeu-cau: {marks: a)}}\n")
    assert [text[:2] for text in section(plan, "1. Mục đích")] == ["a)", "b)", "c)"]


@pytest.mark.parametrize(("ending", "signs"), [("'.'", "..."), ("';'", ";;.")])
def test_items_end_as_chosen_and_the_last_with_a_full_stop(ending, signs, draft, section):
    plan = draft.xa(f"style: {{ending: {ending}}}\n")
    assert "".join(text[-1] for text in section(plan, "1. Mục đích")) == signs


def test_items_can_be_grouped_by_office(draft, section):
    texts = section(draft.xa("style: {grouping: theo-co-quan}\n"), "4. Đổi mới mạnh mẽ")
    assert texts[0] == "a) Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"
    assert texts[1].startswith("- Rà soát, tham mưu")
    assert texts[5] == "b) Thủ trưởng các cơ quan, đơn vị"
    assert len(texts) == 7


def test_an_office_has_one_group_in_a_section_however_its_items_stand(draft, section):
    more = "tasks: {hh-thoi-gian: {after: dau}, hh-ke-hoach: {lead: thu-truong}}\n"
    texts = section(draft.xa(more), "4. Đổi mới mạnh mẽ")
    assert starts([text for text in texts if text[1] == ")"], 6) == ["a) Thủ", "b) Văn"]
    assert starts(texts[1:3], 12) == ["- Thực hiện ", "- Chủ trì, p"]


@pytest.mark.parametrize("unit", ["xa", "so"])
def test_a_plan_below_the_province_says_of_each_task_who_does_it(unit, draft):
    plan = getattr(draft, unit)()
    leads = {task.id: task.lead for task in plan.tasks}
    at = next(i for i, p in enumerate(plan.body) if p.text.startswith("II. "))
    above = ""
    for paragraph in plan.body[at:]:
        above = "" if paragraph.kind in {"muc", "khoan"} else paragraph.text if paragraph.kind == "nhom" else above
        if paragraph.kind == "muc" and paragraph.text.startswith("III."):
            break
        lead = leads.get(paragraph.id, "")
        assert above.endswith(lead) or lead in paragraph.text, paragraph.text


def test_the_only_office_of_a_section_stands_in_its_sentences_and_not_in_a_line_of_its_own(draft, section):
    texts = section(draft.xa(), "1. Tổ chức tuyên truyền")
    assert starts(texts, 24) == ["- Phòng Văn hóa - Xã hội"] * 2


def test_the_office_can_stand_in_each_sentence(draft, section):
    texts = section(draft.xa("style: {grouping: trong-cau}\n"), "6. Tăng cường kỷ luật")
    assert texts[0].startswith("- Phòng Văn hóa - Xã hội chủ trì, phối hợp với")
    assert texts[-2].startswith("- Thủ trưởng các cơ quan, đơn vị lấy kết quả")


def test_a_lone_sentence_with_its_office_has_no_mark(draft, section):
    texts = section(draft.xa("style: {grouping: trong-cau}\n"), "2. Tăng cường trách nhiệm")
    assert starts(texts, 9) == ["Thủ trưởn"]


def test_an_item_of_no_office_stays_as_it_is_where_offices_stand_in_sentences(draft, section):
    texts = section(draft.xa("style: {grouping: trong-cau}\n" + OWN), "4. ")
    assert texts[-1] == "- Họp giao ban không quá 60 phút."


def test_the_office_can_stay_unsaid(draft, section):
    texts = section(draft.xa(FLAT), "6. Tăng cường kỷ luật")
    assert texts[0].startswith("- Chủ trì, phối hợp với")


def test_a_group_of_one_item_has_no_mark_in_it(draft, section):
    texts = section(draft.tinh(), "3. Đổi mới, nâng cao chất lượng")
    assert texts[-2] == "b) Sở Tư pháp"
    assert texts[-1].startswith("Kiểm soát chặt chẽ")


def test_roles_of_one_office_are_one_group(draft, section):
    more = "departments: [{name: Văn phòng UBND tỉnh, roles: [van-phong, tu-phap]}]\n"
    more += "tasks: {vb-chu-tri: {lead: van-phong}}\n"
    texts = section(draft.tinh(more), "3. Đổi mới, nâng cao chất lượng")
    assert [text for text in texts if text[1] == ")"] == [
        "a) Các sở, ban, ngành tỉnh, Ủy ban nhân dân cấp xã",
        "b) Văn phòng UBND tỉnh",
    ]


def test_items_of_no_office_take_no_letter_of_the_groups(draft, section):
    items = "[vb-the-che, Một ý chung của cả mục., vb-tham-dinh]"
    omit = "".join(f"  {t}: {{omit: x}}\n" for t in ("vb-quy-trinh", "vb-kiem-soat", "vb-uu-tien", "vb-chu-tri"))
    plan = draft.tinh(f"sections: {{ban-hanh-van-ban: {{tasks: {items}}}}}\ntasks:\n{omit}")
    assert starts(section(plan, "3. Đổi mới"), 5) == ["a) Cá", "Nâng ", "Một ý", "b) Sở", "Kiểm "]


def test_an_office_can_be_run_in(draft, section):
    plan = draft.tinh()
    text = next(text for text in section(plan, "5. Đổi mới phương thức") if text.startswith("c)"))
    assert text.startswith("c) Các sở, ban, ngành tỉnh, Ủy ban nhân dân cấp xã phấn đấu thực hiện")
    apart = section(draft.tinh("tasks: {pt-so-hoa: {run_in: không}}\n"), "5. Đổi mới phương thức")
    assert apart[0].startswith("a) Các sở")
    assert apart[3].startswith("- Phấn đấu thực hiện")


@pytest.mark.parametrize(("join", "start"), [('" "', " phối hợp với"), ('": "', ": Phối hợp với")])
def test_a_title_can_be_run_in(join, start, draft):
    plan = draft.xa(f"sections: {{tc-van-phong: {{run_in: {join}}}}}\n")
    last = plan.body[-1]
    assert last.kind == "khoan-lien"
    assert last.text.startswith(f"3. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã{start}")


def test_a_title_is_not_run_into_the_name_of_a_group(draft):
    plan = draft.tinh('sections: {hoi-hop: {run_in: ": "}}\n')
    text = next(p.text for p in plan.body if p.text.startswith("4. "))
    assert text.startswith("4. Đổi mới mạnh mẽ chế độ hội họp: Tham mưu")


def test_a_sentence_of_ones_own_that_is_left_out_is_told_as_it_stands(draft):
    more = "sections: {kinh-phi: {tasks: ['Câu {{ riêng }}.', kp-du-toan]}}\ntasks: {kinh-phi-1: {omit: Thừa}}\n"
    plan = draft.xa(more)
    assert [each[1:] for each in plan.left_out] == [("Câu {{ riêng }}.", "Thừa")]
    assert "Câu {{ riêng }}." not in [p.text for p in plan.body]


def test_a_section_can_be_left_out_with_a_reason(draft):
    plan = draft.xa("sections: {kinh-phi: {omit: Đã có trong dự toán}}\n")
    assert headings(plan, "muc")[-1] == "III. TỔ CHỨC THỰC HIỆN"
    assert [(each.what, each.reason) for each in plan.left_out] == [("KINH PHÍ THỰC HIỆN", "Đã có trong dự toán")]


def test_a_task_left_out_is_told_in_the_words_it_would_have_had(draft):
    plan = draft.xa("tasks: {hh-quy-che: {omit: Vừa sửa quy chế}}\nsections: {tc-van-phong: {omit: x}}\n")
    what = [each.what for each in plan.left_out]
    assert what[0] == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"
    assert what[1].startswith("Rà soát, tham mưu Ủy ban nhân dân xã sửa đổi")


def test_a_section_can_be_moved_within_its_chapter(draft):
    titles = headings(draft.xa("sections: {ky-luat: {after: dau}}\n"), "khoan")
    assert titles[2] == "1. Tăng cường kỷ luật, kỷ cương hành chính"
    titles = headings(draft.xa("sections: {ky-luat: {after: tuyen-truyen}}\n"), "khoan")
    assert titles[3] == "2. Tăng cường kỷ luật, kỷ cương hành chính"


def test_a_section_can_be_moved_into_another_chapter(draft):
    titles = headings(draft.xa("sections: {ky-luat: {into: to-chuc, after: dau}}\n"), "khoan")
    assert titles[7] == "1. Tăng cường kỷ luật, kỷ cương hành chính"


def test_a_section_can_be_added_with_its_own_sentences(draft, section):
    more = "sections: {giam-sat: {title: Giám sát, into: to-chuc, after: dau, tasks: [Ý một., Ý hai.]}}\n"
    plan = draft.xa(more)
    assert section(plan, "1. Giám sát") == ["- Ý một.", "- Ý hai."]
    assert "2. Các cơ quan chuyên môn, đơn vị thuộc Ủy ban nhân dân xã" in headings(plan, "khoan")


def test_a_section_can_be_added_for_one_office(draft, section):
    plan = draft.xa(FLAT + "sections: {tc-thon: {into: to-chuc, office: thon, tasks: [Dự họp đầy đủ.]}}\n")
    assert section(plan, "4. Các thôn trên địa bàn xã") == ["Dự họp đầy đủ."]
    assert plan.tasks[-1].lead == "Các thôn trên địa bàn xã"


def test_a_chapter_can_be_added(draft):
    plan = draft.xa("sections: {khen-thuong: {title: Khen thưởng, after: kinh-phi, tasks: [Khen kịp thời.]}}\n")
    assert headings(plan, "muc")[3:] == ["IV. KHEN THƯỞNG", "V. TỔ CHỨC THỰC HIỆN"]


def test_a_section_can_stand_after_one_that_is_written_below_it(draft):
    more = "sections:\n  hai: {title: Hai, into: to-chuc, after: mot, tasks: [B.]}\n"
    more += "  mot: {title: Một, into: to-chuc, after: dau, tasks: [A.]}\n"
    assert headings(draft.xa(more), "khoan")[8:10] == ["1. Một", "2. Hai"]


def test_sections_that_wait_for_each_other_are_told_or_placed(draft):
    more = "sections: {hoi-hop: {after: ky-luat}, ky-luat: {after: hoi-hop}}\n"
    assert len(headings(draft.xa(more), "khoan")) == 11


def test_a_title_can_be_worded_or_edited(draft):
    more = "sections:\n  hoi-hop: {title: Hội họp}\n  ky-luat: {title: {edits: {kỷ luật: nền nếp}}}\n"
    titles = headings(draft.xa(more), "khoan")
    assert "4. Hội họp" in titles
    assert "6. Tăng cường nền nếp, kỷ cương hành chính" in titles


def test_a_task_can_be_worded(draft, section):
    plan = draft.xa(FLAT + "tasks: {hh-lich-hop: Có lịch họp tuần.}\n")
    assert section(plan, "4. ")[1] == "- Có lịch họp tuần."
    assert "Có lịch họp tuần." in [task.wording for task in plan.tasks]


def test_words_of_a_task_can_be_changed(draft, section):
    plan = draft.xa(FLAT + "tasks: {hh-lich-hop: {edits: {lịch họp: lịch họp tuần, khoa học: gọn}}}\n")
    assert section(plan, "4. ")[1].startswith("- Xây dựng lịch họp tuần gọn, hợp lý")


def test_a_sentence_whose_first_words_are_changed_begins_with_a_capital(draft, section):
    plan = draft.xa(FLAT + "tasks: {hh-lich-hop: {edits: {Xây dựng lịch: lịch}}}\n")
    assert section(plan, "4. ")[1].startswith("- Lịch họp khoa học")


def test_a_task_can_be_added_and_put_in_its_place(draft, section):
    assert section(draft.xa(FLAT + OWN), "4. ")[-1] == "- Họp giao ban không quá 60 phút."
    plan = draft.xa(FLAT + OWN.replace("section: hoi-hop", "section: hoi-hop, after: dau"))
    assert section(plan, "4. ")[0] == "- Họp giao ban không quá 60 phút."


def test_a_task_can_stand_after_one_that_is_written_below_it(draft, section):
    more = "tasks:\n  hh-hai: {section: hoi-hop, after: hh-mot, wording: Hai.}\n"
    more += "  hh-mot: {section: hoi-hop, after: dau, wording: Một.}\n"
    assert section(draft.xa(more), "4. ")[:2] == ["- Một.", "- Hai."]


def test_a_task_can_be_moved_to_another_section(draft, section):
    plan = draft.xa(FLAT + "tasks: {hh-lich-hop: {section: ky-luat, after: dau}}\n")
    assert section(plan, "6. ")[0].startswith(f"- {LICH_HOP}")
    assert not [text for text in section(plan, "4. ") if LICH_HOP in text]


def test_a_task_of_a_section_left_out_can_stand_elsewhere(draft):
    more = "sections: {kinh-phi: {omit: Lồng ghép}}\ntasks: {kp-nguon: {section: to-chuc}}\n"
    plan = draft.xa(more)
    assert any(p.text.startswith("Kinh phí thực hiện Kế hoạch") for p in plan.body)


def test_a_list_of_items_is_all_there_is_in_its_order(draft, section):
    more = "sections: {muc-dich: {tasks: [md-doi-moi, Ý riêng của xã., md-quan-triet]}}\n"
    texts = section(draft.xa(more), "1. Mục đích")
    assert starts(texts, 10) == ["- Đẩy mạnh", "- Ý riêng ", "- Tổ chức "]


def test_an_optional_item_stands_only_where_it_is_asked_for(draft):
    def has(plan):
        return any("phòng họp không giấy" in p.text for p in plan.body)

    assert not has(draft.tinh())
    assert has(draft.tinh("tasks: {hh-khong-giay: {after: hh-lich-hop}}\n"))


def test_points_stand_under_their_item(draft, section):
    plan = draft.xa(FLAT + "tasks: {hh-lich-hop: {wording: 'Lịch họp gồm:', points: [Một., Hai.]}}\n")
    assert section(plan, "4. ")[1:4] == ["- Lịch họp gồm:", "+ Một.", "+ Hai."]


def test_a_change_for_the_whole_profile_reaches_every_sentence(draft):
    assert any("bảo đảm" in p.text for p in draft.xa().body)
    plan = draft.xa("replace: {bảo đảm: giữ cho, Bảo đảm: Giữ cho}\nannex: có\n")
    texts = [*(p.text for p in plan.body), *(row.wording for row in rows_of(plan))]
    assert not [text for text in texts if "bảo đảm" in text.lower()]


def test_a_term_reaches_every_sentence(draft):
    plan = draft.xa("terms: {committee: UBND, offices: các phòng}\n")
    words = " ".join(p.text for p in (*plan.opening, *plan.body, *plan.closing))
    assert "trách nhiệm của các phòng trong" in words
    assert "UBND xã Nhữ Khê ban hành" in words


DATA = [
    "{{ cite('qd-534') }}",
    "{% for a in b %}",
    "{{ 7 * 7 }}",
    "{#",
    "<w:p/>",
    "&amp;",
    "{{",
    "A & B < C > D \" E ' F",
]


@pytest.mark.parametrize("text", DATA)
def test_text_of_a_profile_is_data(text, draft):
    quoted = "'" + text.replace("'", "''") + "'"
    more = f"""\
departments:
  - {{name: {quoted}, roles: [dau-moi, thon]}}
terms: {{offices: {quoted}}}
replace: {{hợp lý: {quoted}}}
title: {quoted}
closing: {quoted}
sections:
  rieng: {{into: to-chuc, office: thon, tasks: [{quoted}]}}
  khac: {{title: {quoted}, into: to-chuc, tasks: [{quoted}]}}
tasks:
  hh-lich-hop: {{deadline: {quoted}, product: {quoted}, edits: {{khoa học: {quoted}}}}}
  kl-tieu-chi: {{wording: {quoted}, points: [{quoted}], footnotes: {{{quoted}: {quoted}}}}}
recipients: {{add: [{quoted}]}}
annex: có
"""
    plan = draft.xa(more)
    words = [p.text for p in (*plan.body, *plan.closing)]
    assert plan.title == text
    assert sum(text in each for each in words) >= 9
    assert f"- {text.strip(' -;')};" in plan.recipients
    row = next(row for row in rows_of(plan) if row.wording.startswith("Xây dựng lịch họp"))
    assert (row.deadline, row.product) == (text, text)
    assert next(p for p in plan.body if p.notes).notes[0].text == text
    assert "49" not in "".join(words)


def test_the_deadline_of_ones_own_stands_in_the_sentence_that_has_one(draft):
    plan = draft.tinh("tasks: {tc-ke-hoach: {deadline: 10/5/2026}}\n")
    assert any("hoàn thành trước 10/5/2026." in p.text for p in plan.body)
    assert not any("hoàn thành trước" in p.text for p in draft.tinh().body)


def test_reports_have_the_days_said(draft):
    plan = draft.xa("reporting: {half_year: 1/6, year: 01-12}\n")
    words = "(trước ngày 01/6), hằng năm (trước ngày 01/12) gửi Ủy ban nhân dân tỉnh (qua Sở Nội vụ)"
    assert any(words in p.text for p in plan.body)


FOOTNOTES = "tasks: {kp-nguon: {footnotes: {Kế hoạch: Chú một., Kinh phí: Chú hai.}}}\n"


def test_footnotes_stand_right_after_their_words_in_reading_order(draft):
    paragraph = next(p for p in draft.xa(FOOTNOTES).body if p.notes)
    assert [(paragraph.text[: n.offset].split("1. ")[1], n.text) for n in paragraph.notes] == [
        ("Kinh phí", "Chú hai."),
        ("Kinh phí thực hiện Kế hoạch", "Chú một."),
    ]


def test_a_footnote_keeps_its_place_where_the_title_is_run_in(draft):
    more = 'sections: {tc-van-phong: {run_in: ": "}}\ntasks: {tc-phoi-hop: {footnotes: {Phối hợp: Chú thích.}}}\n'
    paragraph = draft.xa(more).body[-1]
    assert paragraph.text[: paragraph.notes[0].offset].endswith("xã: Phối hợp")


@pytest.mark.parametrize("closing", ["Trên đây là Kế hoạch", "Trên đây là Kế hoạch.", "Trên đây là Kế hoạch./."])
def test_the_closing_ends_with_its_sign_once(closing, draft):
    assert draft.xa(f"closing: {closing}\n").closing[-1].text == "Trên đây là Kế hoạch./."
    assert draft.xa().closing[-1].text.endswith("xem xét, chỉ đạo./.")


@pytest.mark.heavy
def test_resolving_leaves_nothing_that_only_collecting_would_free(draft):
    import gc

    draft.xa()
    gc.collect()
    draft.xa()
    assert gc.collect() == 0
