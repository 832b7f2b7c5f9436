"""Offices as sentences name them: where the name ends, how a list is split, who is none of the Committee."""

import pytest

from kegen.importing.offices import is_group, only_offices, opening_offices, split_offices


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh", "Sở Y tế"),
        ("Các sở, ban, ngành tỉnh tiếp tục rà soát", "Các sở, ban, ngành tỉnh"),
        ("Các cơ quan, đơn vị tổ chức quán triệt", "Các cơ quan, đơn vị"),
        ("Sở Giáo dục và Đào tạo đưa nội dung", "Sở Giáo dục và Đào tạo"),
        ("Cơ quan chủ trì soạn thảo chịu trách nhiệm", "Cơ quan chủ trì soạn thảo"),
        (
            "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh mời nhà đầu tư",
            "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh",
        ),
        ("Văn phòng đăng ký đất đai tỉnh cập nhật hồ sơ", "Văn phòng đăng ký đất đai tỉnh"),
        ("Ban Quản lý dự án đầu tư xây dựng tỉnh lập hồ sơ", "Ban Quản lý dự án đầu tư xây dựng tỉnh"),
        ("Các tổ chức chính trị - xã hội vận động đoàn viên", "Các tổ chức chính trị - xã hội"),
        ("Trạm Y tế xã và Trường THCS Hoa Sen kiểm tra bếp ăn", "Trạm Y tế xã và Trường THCS Hoa Sen"),
        ("UBND các xã, phường có trách nhiệm bố trí", "UBND các xã, phường"),
        ("Các cơ quan, đơn vị, nghiêm túc trồng cây", "Các cơ quan, đơn vị"),
        ("Các sở, ban, ngành, địa phương chủ động trồng cây", "Các sở, ban, ngành, địa phương"),
        ("Ban hành kế hoạch thực hiện", None),
        ("Báo cáo kết quả thực hiện", None),
        ("Phòng, chống cháy rừng thực hiện", None),
        ("Đoàn kết nội bộ thực hiện tốt", None),
        ("Hội nghị triển khai tổ chức trong quý I", None),
        ("Bộ máy hành chính thực hiện tinh gọn", None),
        ("Lãnh đạo, chỉ đạo thực hiện", None),
        ("Tăng cường kiểm tra", None),
    ],
)
def test_the_name_ends_where_what_is_done_begins(text, name):
    found = opening_offices(text)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    "text",
    [
        "Công an tỉnh",
        "Các sở, ban, ngành, địa phương",
        "Sở Nông nghiệp và Môi trường, Sở Dân tộc và Tôn giáo",
        "Giám đốc các Sở; Chủ tịch UBND các xã, phường:",
        "SỞ NỘI VỤ",
        "Hội Nông dân tỉnh, Tỉnh đoàn",
        "Chi cục Quản lý thị trường.",
    ],
)
def test_a_heading_may_be_offices_only(text):
    assert only_offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Công tác tuyên truyền",
        "Phòng, chống bạo lực gia đình",
        "BAN HÀNH VĂN BẢN",
        "Sở Y tế kiểm tra các bệnh viện",
        "Hội nghị sơ kết",
        "Đầu tư hạ tầng",
    ],
)
def test_other_headings_are_no_offices(text):
    assert not only_offices(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các sở, ban, ngành và UBND các xã, phường", ("Các sở, ban, ngành", "UBND các xã, phường")),
        ("Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh", ("Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh")),
        (
            "Văn phòng UBND tỉnh; các cơ quan, đơn vị, địa phương",
            ("Văn phòng UBND tỉnh", "Các cơ quan, đơn vị, địa phương"),
        ),
        ("Văn phòng HĐND và UBND xã", ("Văn phòng HĐND và UBND xã",)),
        ("Các sở, ban, ngành, địa phương", ("Các sở, ban, ngành, địa phương",)),
        ("Các sở, Ủy ban nhân dân (UBND) cấp xã", ("Các sở", "Ủy ban nhân dân cấp xã")),
        ("Văn phòng (bộ phận một cửa)", ("Văn phòng (bộ phận một cửa)",)),
        ("Sở Tài chính\nSở Nội vụ", ("Sở Tài chính", "Sở Nội vụ")),
        ("", ()),
    ],
)
def test_a_list_is_split_at_names_and_a_group_stays_one(text, names):
    assert split_offices(text) == names


def test_a_group_is_told_from_an_office():
    assert is_group("Các sở, ban, ngành")
    assert is_group("UBND các xã, phường")
    assert not is_group("Sở Nội vụ")
    assert not is_group("UBND tỉnh")
