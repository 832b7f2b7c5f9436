"""The parts of a starting profile: offices by domain, deadlines, own words, the share that is copied."""

import pytest

import kegen as library
from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import chosen
from kegen.dates import PlanDate
from kegen.docx.read import read_document
from kegen.plan.model import Target
from kegen.plan.saved import parse_plan
from kegen.plan.targets import state_target
from kegen.plan.words_of_above import as_sentence, foreign_words
from kegen.starting.addressees import without_addressee
from kegen.starting.deadline import Moved, earlier, moved_day
from kegen.starting.headings import heading_lines, origins_of
from kegen.starting.offices import StartingOffice, guess_office, usual_offices
from kegen.starting.share import copied_share

from .parents import PARENT


def test_a_day_that_moves_moves_in_the_sentence_too_or_stays():
    since = PlanDate(2026, 5, 4)
    deadline = "trước ngày 30/6/2026"
    assert moved_day(deadline, "Gửi danh mục trước ngày 30/6/2026.", since) == Moved("30/6/2026", "23/6/2026")
    assert moved_day(deadline, "Lập danh mục.", since) == Moved("30/6/2026", "23/6/2026")
    assert moved_day(deadline, "Gửi danh mục trước ngày 30 tháng 6 năm 2026.", since) == Moved()
    assert moved_day("Hằng quý", "Lập danh mục.", since) == Moved()


def test_a_target_says_its_year_once():
    target = Target("t", "hộ dân phân loại rác trong năm 2026", ">=", "70", "%", year="2026")
    assert state_target(target) == "Bảo đảm ít nhất 70% hộ dân phân loại rác trong năm 2026."
    assert state_target(target._replace(name="hộ dân phân loại rác")).endswith("rác (đến năm 2026).")


@pytest.mark.parametrize(
    "sentence",
    [
        "Các sở, ban, ngành, UBND cấp xã, các doanh nghiệp nhà nước rà soát.",
        "UBND các xã, Công an tỉnh rà soát.",
        "UBND cấp xã và các trường học rà soát.",
    ],
)
def test_a_name_is_never_cut_in_its_middle(sentence):
    assert without_addressee(sentence) == ""


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
    assert without_addressee("UBND các xã, phường ban hành quy chế.") == "Ban hành quy chế."
    assert without_addressee("Các sở, ban, ngành tỉnh, UBND cấp xã tổ chức rà soát.") == "Tổ chức rà soát."
    assert without_addressee("Các sở, ngành của tỉnh và UBND cấp xã rà soát.") == "Rà soát."
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


ANNEXED = """\
annexes:
- label: Phụ lục I
  title: DANH MỤC
  reference: ''
  blocks:
  - {kind: doan, text: Việc một., id: viec-1, place: trang 9}
  - kind: bang
    text: ''
    table:
      columns: [{title: Nhiệm vụ}, {title: Hạn}]
      rows:
      - {cells: [Nhóm A]}
      - {cells: [Việc hai, ''], task: viec-2}
      - {cells: [Nhóm B]}
      - {cells: [Việc ba, ''], task: viec-3}
"""


def test_what_stands_in_an_annex_is_under_its_title_and_the_line_of_its_group():
    found = origins_of(parse_plan((PARENT + ANNEXED).encode(), "a").plan)
    title = "Phụ lục I. DANH MỤC"
    assert found["viec-1"] == ((title,), "trang 9")
    assert found["viec-2"].headings == (title, "Nhóm A")
    assert found["viec-3"].headings == (title, "Nhóm B")
    assert found["muc-2-y-1"] == (("II. NHIỆM VỤ",), "trang 2, đoạn 5")


@pytest.mark.parametrize(
    ("headings", "lines"),
    [
        ([(), ()], [[], []]),
        ([("I", "1"), ("I", "1")], [["I", "1"], []]),
        ([("I", "1"), ("I", "2")], [["I", "1"], ["2"]]),
        ([("I", "1"), ("I",)], [["I", "1"], ["I"]]),
        ([("I", "1"), ("II", "1")], [["I", "1"], ["II", "1"]]),
        ([("I",), (), ("I",)], [["I"], [], ["I"]]),
    ],
)
def test_a_heading_is_said_where_it_is_another_than_before(headings, lines):
    assert list(heading_lines(headings, " ")) == [[f" # --- {each} ---" for each in own] for own in lines]


TABLED = """\
unit: {level: %s, name: %s, province: Tuyên Quang}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
departments: [{name: Văn phòng, roles: [dau-moi]}]
signer: {position: CHỦ TỊCH}
sections:
  so-lieu: {title: Số liệu ban đầu}
tasks:
  kem-bang:
    section: so-lieu
    wording: %s
    table:
      columns: [Nội dung, Số lượng]
      rows: [["Giữ sạch ngõ xóm, trồng hoa ven đường và phân loại rác tại nhà mỗi ngày", "%s hộ"]]
"""


def test_new_tells_the_same_share_as_the_rule_of_the_checker(tmp_path):
    plans = []
    for name, facts in {
        "tinh": ("tinh", "Tuyên Quang", "Tỉnh rà soát lại từng địa bàn theo số liệu dưới đây.", 9),
        "xa": ("xa", "Nhữ Khê", "Xã rà soát lại từng địa bàn theo số liệu dưới đây.", 3),
    }.items():
        (tmp_path / f"{name}.yaml").write_text(TABLED % facts, encoding="utf-8")
        plans.append(library.resolve(library.load(tmp_path / f"{name}.yaml")))
    above, own = plans
    drafted = [read_document(library.render(plan)) for plan in plans]
    (found,) = judge(Paper(drafted[1], above=drafted[0]), chosen(["verbatim-share"])).findings
    assert found.message.startswith(f"{copied_share(own, above)}% ")
