"""The parts of a starting profile: offices by domain, deadlines, own words, the share that is copied."""

import pytest

from kegen.dates import PlanDate
from kegen.plan.own_words import as_sentence, foreign_words, without_addressee
from kegen.plan.saved import parse_plan
from kegen.starting.deadline import earlier
from kegen.starting.offices import StartingOffice, guess_office, usual_offices
from kegen.starting.share import copied_share

from .parents import PARENT


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Rà soát rác thải ở chợ.", "Phòng Kinh tế"),
        ("Vận động học sinh đến trường.", "Phòng Văn hóa - Xã hội"),
        ("Nâng tỷ lệ hồ sơ thủ tục hành chính nộp qua dịch vụ công trực tuyến.", "Trung tâm Phục vụ hành chính công"),
        ("Đánh giá kết quả.", None),
    ],
)
def test_an_office_is_guessed_by_the_words_of_its_domain(text, office):
    guess = guess_office(text, usual_offices("xa"))
    assert (guess and guess.office.name) == office


def test_an_own_office_of_the_same_kind_has_the_usual_domains():
    (office,) = usual_offices("xa", [StartingOffice("Phòng Kinh tế và Hạ tầng")])
    assert guess_office("Nông nghiệp.", [office]).office is office


@pytest.mark.parametrize(
    ("deadline", "own"),
    [
        ("30/9/2026", "23/9/2026"),
        ("trước ngày 05/6/2026", "trước ngày 29/5/2026"),
        ("Quý III/2026", "Quý III/2026"),
        ("theo quy định", "theo quy định"),
        ("31/9/2026", "31/9/2026"),
        ("05/5/2026", "05/5/2026"),
    ],
)
def test_an_own_deadline_is_earlier_where_there_is_a_day_and_time_for_it(deadline, own):
    assert earlier(deadline, PlanDate(2026, 5, 4)) == own


def test_a_sentence_that_speaks_to_all_communes_is_seen():
    assert foreign_words("Các địa phương và Sở Y tế rà soát trên địa bàn tỉnh.") == (
        "Các địa phương",
        "Sở Y tế",
        "trên địa bàn tỉnh",
    )
    assert foreign_words("Rà soát ở từng thôn.") == ()


def test_addressees_at_the_head_are_taken_off_and_only_there():
    assert without_addressee("Giao UBND các xã, phường: lập danh mục.") == "Lập danh mục."
    assert without_addressee("Sở Y tế hướng dẫn UBND các xã.") == ""
    assert without_addressee("Giao Sở Y tế hướng dẫn UBND các xã.", "Sở Y tế") == "Hướng dẫn UBND các xã."
    assert without_addressee("Các sở, ngành và các cơ quan chức năng chủ động tuần tra.") == "Chủ động tuần tra."
    assert without_addressee("Các sở, ngành và các cơ quan khoa học tuần tra.") == ""
    assert without_addressee("Sở Y tế học đường hướng dẫn các xã.", "Sở Y tế") == ""
    assert without_addressee("Các sở, ngành và UBND các xã, phường nêu gương.") == "Nêu gương."
    assert without_addressee("Các cơ quan, đơn vị, địa phương tổ chức học tập.") == "Tổ chức học tập."


def test_no_longer_name_is_cut_at_the_head_of_a_sentence():
    assert without_addressee("Các cơ quan báo chí đưa tin.") == ""
    assert without_addressee("Các đơn vị sự nghiệp công lập rà soát biên chế.") == ""
    assert without_addressee("Các cơ quan quản lý nhà nước tăng cường kiểm tra.") == ""
    assert foreign_words("Các cơ quan báo chí đưa tin.") == ("Các cơ quan",)


def test_words_of_a_paragraph_or_a_cell_become_a_sentence():
    assert as_sentence("Bố trí kinh phí./.") == "Bố trí kinh phí."
    assert as_sentence("Lập danh mục") == "Lập danh mục."
    assert as_sentence("Lập danh mục.") == "Lập danh mục."


def test_a_plan_of_the_words_above_is_copied_whole_and_one_of_its_own_is_not():
    plan = parse_plan(PARENT.encode(), "a").plan
    other = plan._replace(body=tuple(each._replace(text="Việc của xã.") for each in plan.body))
    assert copied_share(plan, plan) > 80
    assert copied_share(other, plan) == 0
