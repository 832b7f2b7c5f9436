"""Offices and words that differ by place: the place's own, the profile's first, a warning where nobody knows."""

import pytest

PARENT = "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"


def unit(level, name, province):
    return f"unit: {{level: {level}, name: {name}, province: {province}}}\n{PARENT}"


def leads(plan):
    return {name for task in plan.tasks for name in (task.lead, *task.helpers)}


def everything(plan):
    return "\n".join([*(p.text for p in (*plan.opening, *plan.body, *plan.closing)), *plan.recipients, *leads(plan)])


@pytest.mark.parametrize(
    ("level", "name", "province", "office"),
    [
        ("phuong", "Lê Chân", "Hải Phòng", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("dac-khu", "Phú Quốc", "An Giang", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("dac-khu", "Côn Đảo", "Hồ Chí Minh", "Phòng Kinh tế"),
        ("dac-khu", "Kiên Hải", "An Giang", "Phòng Kinh tế"),
        ("xa", "Nhữ Khê", "Tuyên Quang", "Phòng Kinh tế"),
    ],
)
def test_the_economic_office_is_that_of_the_kind_of_unit_and_of_the_place(level, name, province, office, draft):
    plan = draft(unit(level, name, province) + "tasks: {hh-lich-hop: {lead: tai-chinh}}\n")
    assert office in leads(plan)


def test_a_ward_of_ha_noi_has_a_point_of_the_citys_centre_with_a_line_of_its_own(draft):
    plan = draft(unit("phuong", "Hoàng Liệt", "Hà Nội"))
    assert "Điểm Phục vụ hành chính công phường Hoàng Liệt" in leads(plan)
    assert "Trung tâm Phục vụ" not in everything(plan)
    assert "- Điểm Phục vụ hành chính công phường Hoàng Liệt;" in plan.recipients
    assert "Trung tâm Phục vụ hành chính công" in leads(draft(unit("phuong", "Lê Chân", "Hải Phòng")))


@pytest.mark.parametrize(
    ("level", "name", "province", "line"),
    [
        ("xa", "Củ Chi", "Hồ Chí Minh", "Các ấp trên địa bàn xã"),
        ("phuong", "Sài Gòn", "Hồ Chí Minh", "Các khu phố trên địa bàn phường"),
        ("dac-khu", "Côn Đảo", "Hồ Chí Minh", "Các khu dân cư trên địa bàn đặc khu"),
        ("xa", "Tri Tôn", "An Giang", "Các ấp trên địa bàn xã"),
        ("xa", "Nhữ Khê", "Tuyên Quang", "Các thôn trên địa bàn xã"),
        ("phuong", "Lê Chân", "Hải Phòng", "Các tổ dân phố trên địa bàn phường"),
    ],
)
def test_what_is_below_is_called_as_the_place_calls_it(level, name, province, line, draft):
    plan = draft(unit(level, name, province))
    assert f"- {line};" in plan.recipients
    assert plan.warnings == ()


def test_what_is_below_is_told_to_be_checked_where_no_source_says_how_it_is_called(draft):
    told = draft(
        unit("xa", "Đồng Văn", "Tuyên Quang").replace("Tuyên Quang", "Đồng Nai").replace("Đồng Văn", "Phú Nghĩa")
    )
    assert [each.id for each in told.warnings] == ["chua-chac"]
    assert "terms: {below: các ấp}" in told.warnings[0].message


@pytest.mark.parametrize(
    "more",
    [
        "terms: {below: các ấp}\n",
        "departments: [{name: các ấp trên địa bàn xã, roles: [thon]}]\n",
        "recipients: {drop: [cap-duoi]}\n",
    ],
)
def test_who_says_it_or_does_not_print_it_is_told_nothing(more, draft):
    assert draft(unit("xa", "Phú Nghĩa", "Đồng Nai") + more).warnings == ()


def test_the_profiles_word_for_what_is_below_is_used_everywhere(draft):
    section = "sections: {tc-thon: {into: to-chuc, office: thon, tasks: [Dự họp.]}}\n"
    plan = draft.xa("terms: {below: các ấp}\n" + section)
    assert "- Các ấp trên địa bàn xã;" in plan.recipients
    assert "4. Các ấp trên địa bàn xã" in everything(plan)
    assert "thôn trên" not in everything(plan)
    assert plan.tasks[-1].lead == "Các ấp trên địa bàn xã"


def test_the_profiles_office_for_what_is_below_is_used_in_the_recipients_too(draft):
    plan = draft.xa("departments: [{name: các bản trên địa bàn xã, roles: [thon]}]\n")
    assert [each for each in plan.recipients if "địa bàn xã" in each] == ["- Các bản trên địa bàn xã;"]


@pytest.mark.parametrize("group", ["Các khu phố", "Các khóm và tổ dân phố", "Các ấp, khu phố"])
def test_a_group_of_the_own_word_covers_those_below(group, draft):
    section = "sections: {tc-thon: {into: to-chuc, office: thon, tasks: [Dự họp.]}}\n"
    word = group.split()[-1] if group == "Các khu phố" else "khóm" if "khóm" in group else "khu phố"
    word = "khu phố" if "khu phố" in group else word
    listed = f"terms: {{below: các {word}}}\nrecipients: [co-quan, {group!r}]\n"
    assert draft.xa(section + listed).warnings == ()


def test_cap_is_no_hamlet(draft):
    section = "sections: {tc-thon: {into: to-chuc, office: thon, tasks: [Dự họp.]}}\n"
    listed = "terms: {below: các ấp}\nrecipients: [co-quan, Các cơ quan cấp trên]\n"
    assert [each.id for each in draft.xa(section + listed).warnings] == ["noi-nhan-thieu"]


@pytest.mark.parametrize(("name", "province"), [("Cồn Cỏ", "Quảng Trị"), ("Bạch Long Vĩ", "Hải Phòng")])
def test_a_special_zone_without_a_council_has_none_among_its_recipients_or_offices(name, province, draft):
    own = (
        "departments: [{name: Văn phòng Ủy ban nhân dân đặc khu, roles: [van-phong]}]\nterms: {below: các khu dân cư}\n"
    )
    plan = draft(unit("dac-khu", name, province))
    assert not any("HĐND" in each for each in plan.recipients)
    assert "Hội đồng nhân dân" not in "\n".join(leads(plan))
    assert "chua-chac" in {each.id for each in plan.warnings}
    assert draft(unit("dac-khu", name, province) + own).warnings == ()


def test_a_special_zone_with_a_council_keeps_it(draft):
    plan = draft(unit("dac-khu", "Cát Hải", "Hải Phòng"))
    assert "- Thường trực HĐND đặc khu (để b/c);" in plan.recipients


def test_a_province_with_special_zones_speaks_to_them_too(draft):
    assert "- UBND các xã, phường, đặc khu;" in draft("unit: {level: tinh, name: Quảng Trị}\n").recipients
    assert "- UBND các xã, phường;" in draft("unit: {level: tinh, name: Tuyên Quang}\n").recipients


def test_a_province_with_a_tourism_department_is_told_to_name_its_culture_department(draft):
    told = draft("unit: {level: tinh, name: Ninh Bình}\n").warnings
    assert [each.id for each in told] == ["chua-chac"]
    own = "departments: [{name: Sở Văn hóa và Thể thao, roles: [tuyen-truyen]}]\n"
    assert draft("unit: {level: tinh, name: Ninh Bình}\n" + own).warnings == ()


def test_a_city_that_has_put_off_its_joint_newspaper_and_broadcaster_is_told_to_name_those_it_has(draft):
    culture = "{name: Sở Văn hóa và Thể thao, roles: [tuyen-truyen]}"
    city = "unit: {level: thanh-pho, name: Hồ Chí Minh}\ndepartments: ["
    told = draft(f"{city}{culture}]\n").warnings
    assert [each.id for each in told] == ["chua-chac"]
    assert "Báo Sài Gòn Giải Phóng" in told[0].message
    press = '{name: "Báo Sài Gòn Giải Phóng, Đài Phát thanh và Truyền hình thành phố", roles: [bao-dai]}'
    assert draft(f"{city}{culture}, {press}]\n").warnings == ()
    assert draft("unit: {level: thanh-pho, name: Cần Thơ}\n").warnings == ()


def test_the_profiles_report_to_reaches_the_recipients(draft):
    plan = draft.xa("terms: {report_to: Văn phòng Ủy ban nhân dân}\n")
    assert "- Văn phòng Ủy ban nhân dân (để b/c);" in plan.recipients


def test_a_term_that_nothing_uses_is_told(draft):
    assert [each.id for each in draft.so("terms: {below: các ấp}\n").warnings] == ["tu-thua"]
    assert draft.so("terms: {offices: các phòng của Sở}\n").warnings == ()
