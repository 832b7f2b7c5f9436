"""Which bodies a plan asks and does not order."""

import pytest

from kegen.starting.outside import is_outside


@pytest.mark.parametrize(
    "office",
    ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Hội Nông dân xã", "Tòa án nhân dân tỉnh", "Tỉnh ủy", "Bộ Công an",
     "Viện Kiểm sát nhân dân tỉnh", "Các tổ chức chính trị - xã hội", "Các cơ quan Trung ương trên địa bàn"],
)  # fmt: skip
def test_some_are_asked_and_not_ordered(office):
    assert is_outside(office)


@pytest.mark.parametrize(
    "office",
    [
        "Sở Y tế",
        "UBND các xã",
        "Bộ Chỉ huy quân sự tỉnh",
        "Bộ phận một cửa",
        "Công an tỉnh",
        "Các sở, ban, ngành",
        "Văn phòng UBND tỉnh",
    ],
)
def test_others_are_the_committees_own(office):
    assert not is_outside(office)
