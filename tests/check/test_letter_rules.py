"""What only a letter has, and the two lines in capitals of a decision."""

import pytest

from tests.check.good import good
from tests.check.papers import ARTICLES, decision, left, letter, mid, told


@pytest.mark.parametrize("rule", ["cv-subject", "kg-style", "nn-as-above", "ty-no-period"])
@pytest.mark.parametrize("paper", [letter(), decision()])
def test_a_right_letter_and_what_is_none_are_not_told_of(rule, paper):
    assert told(paper, rule) == []


@pytest.mark.parametrize(
    ("subject", "messages"),
    [
        (mid("V/v báo cáo công tác văn thư", 26, bold=False), []),
        (mid("Báo cáo công tác văn thư", 24, bold=False), ["trích yếu công văn không bắt đầu bằng “V/v”"]),
        (mid("Về việc báo cáo", 24, bold=False), ["trích yếu công văn không bắt đầu bằng “V/v”"]),
        (mid("V/v báo cáo", 24), ["trích yếu công văn in đậm"]),
        (mid("V/v báo cáo", 24, bold=False, italic=True), ["trích yếu công văn in nghiêng"]),
        (mid("V/v báo cáo", 32, bold=False), ["trích yếu công văn có cỡ chữ 16"]),
        (left("V/v báo cáo", 24), ["trích yếu công văn không canh giữa"]),
        ("", ["công văn không có trích yếu dưới số, ký hiệu"]),
    ],
)
def test_the_subject_of_a_letter(subject, messages):
    assert told(letter(subject=subject), "cv-subject") == messages


def test_a_subject_without_its_word_has_no_full_stop_either():
    assert told(letter(subject=mid("Báo cáo công tác văn thư.", 24, bold=False)), "ty-no-period")


def listed(*lines, **look):
    return "".join(mid(each, bold=False, **look) for each in ("Kính gửi:", *lines))


@pytest.mark.parametrize(
    ("addressee", "messages"),
    [
        (listed("- Sở Nội vụ;", "- Sở Tài chính."), []),
        (listed("- Các sở: Nội vụ, Tài chính,", "Xây dựng;", "- UBND các xã."), []),
        (mid("Kính gửi Sở Nội vụ.", bold=False), ["sau “Kính gửi” không có dấu hai chấm"]),
        (mid("Kính gửi: Sở Nội vụ."), ["phần “Kính gửi” in đậm"]),
        (mid("Kính gửi: Sở Nội vụ.", 22, bold=False), ["phần “Kính gửi” có cỡ chữ 11"]),
        (listed("Sở Nội vụ;", "Sở Tài chính."), ["nơi nhận dưới “Kính gửi” không có gạch đầu dòng (-)"]),
        (listed("- Sở Nội vụ", "- Sở Tài chính."), ["cuối dòng nơi nhận dưới “Kính gửi” không có dấu chấm phẩy"]),
        (listed("- Sở Nội vụ;", "- Sở Tài chính;"), ["dòng cuối của phần “Kính gửi” không có dấu chấm"]),
        (listed("- Sở Nội vụ."), ["gửi một nơi mà “Kính gửi” và tên nơi nhận ở hai dòng"]),
        ("", ["công văn không có phần “Kính gửi”"]),
    ],
)
def test_whom_a_letter_is_sent_to(addressee, messages):
    assert told(letter(addressee=addressee), "kg-style") == messages


@pytest.mark.parametrize(
    ("recipients", "count"),
    [(("- Lưu: VT.",), 1), (("- Như kính gửi;", "- Lưu: VT."), 0), (("- UBND xã;", "- Lưu: VT."), 1)],
)
def test_a_letter_goes_to_those_above(recipients, count):
    assert len(told(letter(recipients=recipients), "nn-as-above")) == count


def test_a_plan_has_no_letter_parts():
    assert told(good(), "nn-as-above", mode="draft") == told(good(), "cv-subject", mode="draft") == []


# --- decisions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "start"),
    [
        ({}, None),
        ({"authority": ""}, "dưới trích yếu của quyết định không có dòng thẩm quyền"),
        ({"decides": ""}, "trước Điều 1 không có dòng “QUYẾT ĐỊNH:”"),
        ({"authority": left("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU SƠN", 28)}, "dòng thẩm quyền ban hành không đậm"),
        ({"signature": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")}, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU SƠN ban hành mà ký"),
    ],
)
def test_who_decides_stands_above_the_bases(changed, start):
    messages = told(decision(**changed), "qd-authority")
    assert len(messages) == (start is not None)
    assert all(each.startswith(start) for each in messages)


@pytest.mark.parametrize(
    ("title", "count"),
    [("**Điều 2.** Đối tượng áp dụng", 1), ("**Điều 2. Đối tượng áp dụng**", 0), ("**Điều 2.** Rà soát hồ sơ.", 0)],
)
def test_the_title_of_an_article_is_bold_whole(title, count):
    articles = (ARTICLES[0], title, "Tổ công tác giúp Chủ tịch rà soát hồ sơ.", ARTICLES[2])
    assert len(told(decision(articles=articles), "dieu-style")) == count


@pytest.mark.parametrize(
    ("third", "recipients", "count"),
    [("3", "- Như Điều 3;", 0), ("4", "- Như Điều 3;", 1), ("3", "- Như Điều 5;", 1)],
)
def test_an_article_referred_to_is_there(third, recipients, count):
    articles = (*ARTICLES[:2], ARTICLES[2].replace("3", third))
    paper = decision(articles=articles, recipients=(recipients, "- Lưu: VT."))
    assert len(told(paper, "ref-article")) == count


def test_an_article_of_this_decision_named_in_it_is_there():
    articles = (*ARTICLES[:2], "**Điều 3.** Thực hiện theo Điều 7 Quyết định này và Điều 9 Luật Lưu trữ./.")
    assert told(decision(articles=articles), "ref-article") == [
        "nhắc đến “Điều 7 Quyết định này” mà văn bản không có điều ấy"
    ]


@pytest.mark.parametrize(
    ("year", "count"),
    [("19 tháng 6 năm 2015", 1), ("16 tháng 6 năm 2025", 0), ("19 tháng 6 năm 2025", 1), ("16/6/2025", 0)],
)
def test_a_basis_that_was_replaced_is_told(year, count):
    bases = (f"Căn cứ Luật Tổ chức chính quyền địa phương ngày {year}.",)
    assert len(told(decision(bases=bases), "cite-replaced")) == count


# --- numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (("1. Một.", "2. Hai.", "3. Ba."), []),
        (("1. Một.", "2. Hai.", "4. Bốn."), ["khoản 4. không theo thứ tự"]),
        (("1. Một.", "2. Hai.", "2. Hai nữa."), ["khoản 2. không theo thứ tự"]),
        (("1. Một.", "2. Gồm:", "1. Trong hai.", "2. Trong hai.", "3. Ba."), []),
        (("1. Một.", "2. Hai.", "1. Lại một."), ["khoản 1. đánh lại từ đầu mà phía trên không có đề mục mới"]),
        (("1. Một.", "1.1. Ý.", "1.2. Ý.", "2. Hai.", "2.1. Ý."), []),
        (("1. Một.", "1.1. Ý.", "1.3. Ý.", "1.3. Ý."), ["số 1.3. không theo thứ tự"] * 2),
        (("1. Một.", "1.1. Ý.", "2. Hai.", "1.2. Ý."), ["số 1.2. nằm dưới khoản 2."]),
        (("1. Một.", "1.1. Ý.", "1.1.1. Nhỏ.", "1.1.2. Nhỏ.", "1.2. Ý.", "1.2.1. Nhỏ."), []),
        (("1. Một.", "1.1. Ý.", "1.1.1. Nhỏ.", "1.1.3. Nhỏ."), ["số 1.1.3. không theo thứ tự"]),
        (("1. Luật quy định:", "“4. Một.", "7. Hai.”.", "2. Hai."), []),
        (("I. MỘT", "1. Ý.", "II. HAI", "1. Ý.", "IV. BỐN"), ["mục IV. không theo thứ tự"]),
    ],
)
def test_numbers_run_at_every_level(body, messages):
    assert told(letter(body=(*body, "Hết./.")), "struct-plan") == messages


@pytest.mark.parametrize(("last", "count"), [("3", 0), ("4", 1), ("2", 1)])
def test_articles_run_through_the_document(last, count):
    articles = (*ARTICLES[:2], ARTICLES[2].replace("3", last))
    assert len(told(decision(articles=articles), "struct-plan")) == count


def test_a_law_that_amends_another_has_a_day_of_its_own():
    base = "Căn cứ Luật sửa đổi, bổ sung Luật Ban hành văn bản quy phạm pháp luật ngày 25 tháng 6 năm 2025."
    assert told(decision(bases=(base,)), "cite-replaced") == []


@pytest.mark.parametrize(
    ("law", "count"),
    [
        ("Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015", 1),
        ("Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025", 0),
        ("Luật Phòng cháy và chữa cháy ngày 29 tháng 6 năm 2001", 1),
        ("Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ ngày 29 tháng 11 năm 2024", 0),
    ],
)
def test_a_law_of_before_is_told_by_its_year(law, count):
    assert len(told(decision(bases=(f"Căn cứ {law}.",)), "cite-replaced")) == count
