"""Papers in other styles than a plan's: directives, decisions, letters, a Party programme; orders anywhere."""

import pytest

from kegen.importing.framing import orders_of_its_own
from kegen.importing.leads import leads_in
from tests.importing.bodies import facts, rows
from tests.importing.papers import centred, line, plan


def leads(*lines):
    return {each.wording: each.lead for each in facts(*lines).tasks}


def test_a_directive_that_goes_office_by_office_loses_none_of_them():
    found = leads(
        "1. Công an tỉnh:",
        "a) Rà soát chung cư.",
        "2. Sở Y tế: Kiểm tra bệnh viện.",
        "3. Giao Sở Xây dựng:",
        "- Trồng biển báo.",
        "4. Yêu cầu Chủ tịch UBND các xã, phường:",
        "- Ký cam kết với các hộ.",
        "5. Đề nghị Liên đoàn Lao động tỉnh phối hợp tuyên truyền.",
        "6. Báo và Đài Phát thanh, Truyền hình tỉnh tăng thời lượng phát sóng.",
    )
    assert found == {
        "Rà soát chung cư.": "Công an tỉnh",
        "Sở Y tế: Kiểm tra bệnh viện.": "Sở Y tế",
        "Trồng biển báo.": "Sở Xây dựng",
        "Ký cam kết với các hộ.": "Chủ tịch UBND các xã, phường",
        "Đề nghị Liên đoàn Lao động tỉnh phối hợp tuyên truyền.": "Liên đoàn Lao động tỉnh",
        "Báo và Đài Phát thanh, Truyền hình tỉnh tăng thời lượng phát sóng.": "Báo và Đài Phát thanh, Truyền hình tỉnh",
    }


def test_a_heading_that_demands_in_general_is_background_still():
    assert facts("**I. MỤC ĐÍCH, YÊU CẦU", "**2. Yêu cầu", "- Rõ người, rõ việc.").tasks == ()


def test_an_order_before_the_first_heading_is_a_task_and_other_words_are_none():
    made = plan("Giao Sở Y tế làm đầu mối.", "Hạn hán kéo dài.", "*I. NHIỆM VỤ", "- Nạo vét kênh.", "- Tưới cây.")
    assert {each.wording: each.lead for each in made.tasks} == {
        "Giao Sở Y tế làm đầu mối.": "Sở Y tế",
        "Nạo vét kênh.": "",
        "Tưới cây.": "",
    }


def test_the_articles_that_only_enact_are_no_tasks():
    assert list(
        leads(
            "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.",
            "Điều 2. Giao Sở Xây dựng chủ trì thực hiện Kế hoạch.",
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
            "Điều 4. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.",
        )
    ) == ["Giao Sở Xây dựng chủ trì thực hiện Kế hoạch."]


def test_a_party_numbers_with_a_dash():
    found = rows(
        "**II- NHIỆM VỤ", "1- Đảng ủy UBND tỉnh lãnh đạo trồng cây.", "2- Các đảng ủy trực thuộc xây dựng kế hoạch."
    )
    assert [each.entry.mark for each in found] == ["II-", "1-", "2-"]
    assert set(leads("**II- NHIỆM VỤ", "1- Các đảng ủy trực thuộc xây dựng kế hoạch.").values()) == {
        "Các đảng ủy trực thuộc"
    }


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Thứ hai, các xã, phường kiện toàn đội trồng cây.", ("Các xã, phường",)),
        ("Nhiệm vụ 2: Sở Y tế mở lớp tập huấn.", ("Sở Y tế",)),
        ("Rà soát văn bản; Sở Tư pháp chủ trì, xong trong tháng 9/2026.", ("Sở Tư pháp",)),
        ("Công bố danh mục, do Sở Tư pháp thực hiện.", ("Sở Tư pháp",)),
        ("UBND tỉnh giao Sở Xây dựng chủ trì trồng cây.", ("Sở Xây dựng",)),
        ("Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát bệnh viện.", ("Sở Y tế",)),
        ("Các cơ quan được phân công tại mục II chịu trách nhiệm báo cáo.", ("Các cơ quan được phân công tại mục II",)),
        ("Cử cán bộ vào đoàn kiểm tra do Sở Y tế chủ trì.", ()),
        ("Triển khai các dự án do Sở Xây dựng thực hiện.", ()),
        ("Sở Xây dựng trồng cây ven đường.", ()),
        ("Sở Xây dựng trồng cây rồi báo cáo kết quả.", ("Sở Xây dựng",)),
        ("Sở Nông nghiệp và Môi trường báo cáo.", ("Sở Nông nghiệp và Môi trường",)),
        ("Báo và Đài Phát thanh tăng thời lượng phát sóng.", ("Báo và Đài Phát thanh",)),
    ],
)
def test_clauses_that_name_who_leads(text, lead):
    assert leads_in(text) == lead


@pytest.mark.parametrize(
    "text",
    [
        "Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này./.",
        "Yêu cầu các xã, phường báo cáo kết quả trước ngày 15/12/2026.",
        "Trên đây là Kế hoạch trồng cây. UBND tỉnh giao Sở Xây dựng tổng hợp kết quả.",
        "Thực hiện Công văn số 5/BXD, UBND tỉnh giao Sở Xây dựng tham mưu, hoàn thành trước ngày 30/6/2026.",
        "Đề nghị Tỉnh đoàn vận động đoàn viên trồng cây.",
    ],
)
def test_an_order_in_an_opening_or_closing_paragraph_is_one(text):
    assert orders_of_its_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "Yêu cầu các sở, ban, ngành, UBND các xã, phường nghiêm túc triển khai thực hiện Kế hoạch này./.",
        "Trên đây là Kế hoạch trồng cây năm 2026./.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các đơn vị báo cáo Sở Xây dựng.",
        "UBND xã yêu cầu Thủ trưởng các đơn vị, nghiêm túc triển khai thực hiện; nếu có vướng mắc thì báo cáo./.",
        "Nhận được Công văn này, yêu cầu các đơn vị triển khai thực hiện./.",
        "Xét đề nghị của Sở Xây dựng tại Tờ trình số 5/TTr-SXD.",
        "Thực hiện nhiệm vụ được giao, UBND tỉnh ban hành Kế hoạch như sau:",
        "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện:",
    ],
)
def test_what_only_urges_or_leads_on_is_no_order_of_its_own(text):
    assert not orders_of_its_own(text)


def test_no_name_runs_on_into_a_verb_that_is_not_known():
    made = facts("**II. NHIỆM VỤ", "1. Sở Xây dựng trực vườn ươm.", "- Tưới cây.")
    assert [(each.wording, each.lead) for each in made.tasks] == [("Sở Xây dựng trực vườn ươm.", ""), ("Tưới cây.", "")]
    assert [each.kind for each in made.asks] == ["chu-tri"]


def test_an_order_that_closes_a_paper_stays_where_it_stands_and_is_a_task():
    made = plan("*I. NHIỆM VỤ", "1. Sở Y tế trực cấp cứu.", "Giao Sở Xây dựng tổng hợp kết quả, báo cáo UBND tỉnh./.")
    (last,) = [each for each in made.tasks if each.lead == "Sở Xây dựng"]
    assert last.id in [each.id for each in (*made.body, *made.closing)]
    assert {each.field: each.how for each in last.read}["lead"] == "cau"


def test_a_letter_of_one_paragraph_orders_something():
    text = (
        "Thực hiện Công văn số 15/BXD-KT ngày 02/3/2026 của Bộ Xây dựng, UBND tỉnh giao Sở Xây dựng rà soát quy hoạch,"
        " hoàn thành trước ngày 30/6/2026./."
    )
    made = plan(text, opening=(), kind="", title="Về việc rà soát quy hoạch")
    assert [(each.lead, each.deadline) for each in made.tasks] == [("Sở Xây dựng", "hoàn thành trước ngày 30/6/2026")]


ATTACHED = "".join(
    [
        centred("KẾ HOẠCH"),
        centred("Trồng cây năm 2026"),
        centred("(Ban hành kèm theo Quyết định số 9/QĐ-UBND)", "<w:i/>"),
        *map(
            line,
            ("*I. CHỈ TIÊU", "- Trên 90% cây sống.", "*II. NHIỆM VỤ", "1. Sở Xây dựng trực vườn ươm.", "- Tưới cây."),
        ),
    ]
)
FORM = ATTACHED.replace("KẾ HOẠCH", "ĐỀ CƯƠNG BÁO CÁO")


def test_a_plan_that_comes_with_a_decision_is_read_as_a_plan():
    made = plan("Điều 1. Ban hành Kế hoạch trồng cây.", kind="QUYẾT ĐỊNH", opening=(), after=ATTACHED)
    assert [each.wording for each in made.tasks] == ["Sở Xây dựng trực vườn ươm.", "Tưới cây."]
    assert [(each.value, each.read[0].place) for each in made.targets] == [("90", "phụ lục 1, đoạn 2")]
    ids = {each.id for each in made.annexes[0].blocks}
    assert {each.id for each in made.tasks} <= ids
    assert all(each.id.startswith("phu-luc-1-") for each in made.tasks)


def test_the_outline_of_a_report_orders_nothing():
    made = plan("1. Sở Y tế báo cáo theo đề cương.", after=FORM)
    assert [each.lead for each in made.tasks] == ["Sở Y tế"]
    assert made.targets == ()


def test_how_often_one_office_reports_is_no_day_for_all():
    assert facts("**II. NHIỆM VỤ", "**1. Sở Xây dựng", "- Hằng quý báo cáo UBND tỉnh.").reporting == {}
    all_of_them = facts("**II. NHIỆM VỤ", "**1. Các sở, ngành", "- Hằng quý báo cáo UBND tỉnh.")
    assert all_of_them.reporting == {"quarter": "Hằng quý"}


def test_one_task_without_a_lead_is_quoted_and_several_are_counted():
    (one,) = facts("**II. NHIỆM VỤ", "- Trồng cây.").asks
    assert one.question == "Ai chủ trì “Trồng cây.”?"
    (several,) = facts("**II. NHIỆM VỤ", "- Trồng cây.", "- Tưới cây.").asks
    assert several.question == "Ai chủ trì 2 việc dưới “NHIỆM VỤ”?"


@pytest.mark.parametrize(
    ("lines", "guess"),
    [
        (("- Trên 90% cây sống.",), "tung-don-vi"),
        (("- Trồng ít nhất 500 ha rừng.",), "toan-dia-ban"),
        (("- Trên 90% cây sống.", "- Trồng ít nhất 500 ha rừng."), ""),
    ],
)
def test_the_guess_of_a_scope_is_what_is_likely_and_none_where_both_are(lines, guess):
    (asked,) = facts("**II. CHỈ TIÊU", *lines).asks
    assert (asked.kind, asked.guess) == ("pham-vi", guess)


@pytest.mark.parametrize("text", ["Tỷ lệ hộ nghèo giảm còn dưới 1,5%.", "Giảm tỷ lệ hộ nghèo xuống còn 2%."])
def test_what_comes_down_to_a_figure_may_be_no_more(text):
    assert facts("**II. CHỈ TIÊU", f"- {text}").targets[0].comparison == "<="
