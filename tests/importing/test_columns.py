"""Columns of tables by their titles."""

import pytest

from kegen.importing.columns import fields_of


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        (("TT", "Nội dung", "Cơ quan chủ trì, phối hợp"), ("number", "wording", "lead")),
        (("Đơn vị", "Cơ quan chủ trì"), ("", "lead")),
        (("Công việc", "Cơ quan", "Lộ trình"), ("wording", "lead", "deadline")),
        (("Kinh phí thực hiện nhiệm vụ", "Đơn vị tính", "Ghi chú"), ("", "", "")),
        (("Sản phẩm", "Kết quả"), ("product", "")),
    ],
)
def test_a_title_tells_the_field_and_no_two_columns_have_one(titles, fields):
    assert fields_of(titles) == fields
