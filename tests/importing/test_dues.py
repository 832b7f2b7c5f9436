"""Deadlines of sentences, and words that are none."""

import pytest

from kegen.importing.dues import due_in, is_vague, vague_report


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Hoàn thành việc cắm mốc trước ngày 30/6/2026.", "trước ngày 30/6/2026"),
        ("Gửi danh sách về Sở chậm nhất là ngày 15/9/2026 để tổng hợp.", "chậm nhất là ngày 15/9/2026"),
        ("Lập đề án, xong trong quý II năm 2026.", "xong trong quý II năm 2026"),
        ("Xử lý dứt điểm trong Quý III/2026.", "trong Quý III/2026"),
        ("Trồng 20 ha rừng trong năm 2026.", "trong năm 2026"),
        ("Mở hai lớp tập huấn trong tháng 8/2026.", "trong tháng 8/2026"),
        ("Hằng tháng, đối chiếu số liệu với Thuế tỉnh.", "Hằng tháng"),
        ("Định kỳ hằng quý kiểm tra bến bãi.", "Định kỳ hằng quý"),
        ("Định kỳ 6 tháng (trước ngày 05/6) và hằng năm (trước ngày 05/12) gửi báo cáo.",
         "Định kỳ 6 tháng (trước ngày 05/6) và hằng năm (trước ngày 05/12)"),
        ("Đơn vị định kỳ hằng năm (trước ngày 10/12) báo cáo.", "định kỳ hằng năm (trước ngày 10/12)"),
        ("Gửi báo cáo trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng"),
        ("Tổ chức hội thi hằng năm.", "hằng năm"),
        ("Hoàn thành trước 01/10/2026; theo Quyết định số 12/QĐ-UBND ngày 03/3/2026.", "Hoàn thành trước 01/10/2026"),
    ],
)  # fmt: skip
def test_a_deadline_is_read_in_its_own_words(text, due):
    assert due_in(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "Cập nhật mỏ vào Quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050.",
        "Thực hiện Chương trình phòng, chống thiên tai đến năm 2030.",
        "Triển khai Quyết định số 12/QĐ-UBND ngày 03/3/2026 của UBND tỉnh.",
        "Rà soát các cơ sở đưa vào hoạt động trước ngày 01/7/2025.",
        "Xử lý nghiêm theo quy định của pháp luật.",
        "Bố trí kinh phí trong dự toán ngân sách hằng năm.",
        "Bổ sung tiêu chí xếp loại, khen thưởng hằng năm.",
        "Hội nghị chuyên môn không quá 1/2 ngày.",
        "Nghị định số 10/2026/NĐ-CP có hiệu lực từ ngày 01/3/2026.",
        "Kịp thời tháo gỡ vướng mắc.",
    ],
)
def test_titles_citations_budgets_and_the_past_set_no_deadline(text):
    assert due_in(text) == ""


@pytest.mark.parametrize(
    "words", ["Theo quy định", "Theo Kế hoạch số 5/KH-UBND ngày 02/3/2026", "Khi có yêu cầu", "Kịp thời"]
)
def test_words_that_no_calendar_holds_are_vague(words):
    assert is_vague(words)


@pytest.mark.parametrize(
    "words", ["", "Quý II/2026", "Thường xuyên", "30/9/2026", "Trước ngày 05 của tháng liền kề", "Hằng năm"]
)
def test_days_periods_and_lasting_work_are_not_vague(words):
    assert not is_vague(words)


def test_a_regular_report_without_a_day_is_vague():
    assert vague_report("Định kỳ tổng hợp, báo cáo UBND tỉnh theo quy định.")
    assert not vague_report("Định kỳ hằng quý báo cáo UBND tỉnh.")
    assert not vague_report("Báo cáo cấp có thẩm quyền xử lý.")
