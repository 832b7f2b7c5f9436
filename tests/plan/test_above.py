"""The plan above as data: its file found, held to be the right one, its facts, targets and deadlines taken over."""

import pytest

import kegen
from kegen.plan.resolve import resolve_leniently
from kegen.plan.saved import dump
from kegen.problem import Invalid

TINH = """\
unit: {level: tinh, name: Tuyên Quang}
number: 176
date: 04/5/2026
targets: {hop-truc-tuyen: {value: "70"}, ho-so-mang: {name: Hồ sơ trên mạng, comparison: ">=", value: "80", unit: "%"}}
tasks:
  tc-nhom-mang:
    section: tc-thu-truong
    wording: Rà soát các nhóm trao đổi công việc trên mạng xã hội.
    lead: tat-ca
    deadline: 30/9/2026
    product: Báo cáo rà soát
"""
XA = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
SO = "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Tuyên Quang}\n"
CHI_CUC = "unit: {level: so, name: Chi cục Giá, abbreviation: CCG, province: Tuyên Quang, parent_body: Sở Tài chính}\n"


class Family:
    """Profiles in one folder, by name."""

    def __init__(self, folder):
        self.folder = folder

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def save(self, name, text):
        """Save the plan of a profile as its officer hands it down."""
        return self.write(name, dump(kegen.resolve(kegen.load(self.write("nguon.yaml", text)))))

    def plan(self, text):
        return kegen.resolve(kegen.load(self.write("don-vi.yaml", text)))

    def problems(self, text):
        with pytest.raises(Invalid) as refused:
            self.plan(text)
        return [each for each in refused.value.problems if each.severity == "error"]

    def ids(self, text):
        return [problem.id for problem in self.problems(text)]


@pytest.fixture
def family(tmp_path):
    return Family(tmp_path)


@pytest.fixture(params=["plan", "profile"])
def parent(family, request):
    """Give the line that names the province's plan, as a saved plan and as a profile."""
    if request.param == "plan":
        family.save("tinh.plan.yaml", TINH)
        return "parent_plan: {plan: tinh.plan.yaml}\n"
    family.write("tinh.yaml", TINH)
    return "parent_plan: {profile: tinh.yaml}\n"


def test_the_facts_of_the_plan_above_are_cited_from_its_file(family, parent):
    text = family.plan(XA + parent).opening[0].text
    assert text.startswith(
        "Thực hiện Kế hoạch số 176/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân tỉnh Tuyên Quang về việc triển khai thực"
    )


def test_a_subject_of_ones_own_is_kept(family, parent):
    text = family.plan(XA + parent.replace("}", ", subject: về công việc}")).opening[0].text
    assert "tỉnh Tuyên Quang về công việc, Ủy ban nhân dân" in text


def test_facts_that_the_file_leaves_open_may_be_said(family):
    family.save("tinh.plan.yaml", "unit: {level: tinh, name: Tuyên Quang}\n")
    plan = family.plan(XA + "parent_plan: {plan: tinh.plan.yaml, number: 9/KH-UBND, date: 05/5/2026}\n")
    assert "số 9/KH-UBND ngày 05/5/2026" in plan.opening[0].text


def test_facts_that_say_the_same_otherwise_do_not_differ(family, parent):
    plan = family.plan(XA + parent.replace("}", ", number: 0176/KH-UBND, date: 4/5/2026}"))
    assert "số 0176/KH-UBND ngày 04/5/2026" in plan.opening[0].text


def test_facts_that_differ_from_the_file_are_told_with_both(family, parent):
    (problem,) = family.problems(XA + parent.replace("}", ", number: 177/KH-UBND}"))
    assert problem.id == "cap-tren-khac"
    assert "177/KH-UBND" in problem.message
    assert "176/KH-UBND" in problem.message


def test_the_date_of_the_plan_above_counts_as_if_it_were_said(family, parent):
    assert family.ids(XA + parent + "date: 01/5/2026\n") == ["ngay-nguoc"]


def test_targets_of_the_plan_above_are_this_plan_s_too(family, parent):
    targets = {each.id: each.value for each in family.plan(XA + parent).targets}
    assert targets["hop-truc-tuyen"] == "70"
    assert targets["ho-so-mang"] == "80"


def test_a_stricter_target_is_kept(family, parent):
    targets = family.plan(XA + parent + 'targets: {hop-truc-tuyen: {value: "75"}}\n').targets
    assert {each.value for each in targets if each.id == "hop-truc-tuyen"} == {"75"}


def test_a_target_laxer_than_the_plan_above_is_told_with_both_lines(family, parent):
    (problem,) = family.problems(XA + parent + 'targets: {hop-truc-tuyen: {value: "65"}}\n')
    assert problem.id == "chi-tieu-long"
    assert "dòng 3" in problem.message
    assert "tinh.yaml:4:" in problem.message or "tinh.plan.yaml:" in problem.message


def test_a_task_of_the_plan_above_can_be_taken_up_in_its_own_words(family, parent):
    plan = family.plan(XA + parent + "tasks: {tc-nhom-mang: {section: phuong-thuc}}\n")
    (task,) = (each for each in plan.tasks if each.id == "tc-nhom-mang")
    assert task.wording == "Rà soát các nhóm trao đổi công việc trên mạng xã hội."
    assert (task.lead, task.deadline, task.product) == ("Phòng Văn hóa - Xã hội", "30/9/2026", "Báo cáo rà soát")


def test_words_of_the_plan_above_are_data(family):
    family.write("tinh.yaml", TINH.replace("wording: Rà soát", "wording: Rà soát {{ 7 * 7 }} {% if"))
    plan = family.plan(
        XA + "parent_plan: {profile: tinh.yaml}\ntasks: {tc-nhom-mang: {omit: 'Xã không có {{ 1 }} nhóm nào'}}\n"
    )
    assert [each.what for each in plan.left_out] == [
        "Rà soát {{ 7 * 7 }} {% if các nhóm trao đổi công việc trên mạng xã hội."
    ]


def test_a_deadline_later_than_that_of_the_plan_above_is_told_with_both(family, parent):
    own = "tasks: {tc-nhom-mang: {section: phuong-thuc, deadline: 31/12/2026}}\n"
    (problem,) = family.problems(XA + parent + own)
    assert problem.id == "han-muon"
    assert "“31/12/2026” ở dòng 3" in problem.message
    assert "“30/9/2026”" in problem.message


@pytest.mark.parametrize("deadline", ["30/9/2026", "15/8/2026", "Quý III/2026"])
def test_an_earlier_deadline_is_kept(family, parent, deadline):
    own = f"tasks: {{tc-nhom-mang: {{section: phuong-thuc, deadline: {deadline}}}}}\n"
    assert deadline in {each.deadline for each in family.plan(XA + parent + own).tasks}


def test_a_deadline_is_held_against_every_order_that_an_item_carries_out(family, parent):
    own = "tasks: {xa-mot: {section: phuong-thuc, wording: Việc., carries_out: [tc-nhom-mang], deadline: 31/12/2026}}\n"
    assert family.ids(XA + parent + own) == ["han-muon"]


def test_reports_are_due_when_the_plan_above_wants_them(family):
    family.write("tinh.yaml", TINH + "reporting: {half_year: 01/6, year: 01/12}\n")
    plan = family.plan(XA + "parent_plan: {profile: tinh.yaml}\n")
    assert (plan.standing.half_year, plan.standing.year) == ("01/6", "01/12")
    late = XA + "parent_plan: {profile: tinh.yaml}\nreporting: {half_year: 02/6}\n"
    assert family.ids(late) == ["han-muon"]


def test_an_order_that_does_not_exist_cannot_be_carried_out(family, parent):
    own = "tasks: {xa-mot: {section: phuong-thuc, wording: Việc., carries_out: [tc-nhom-man]}}\n"
    (problem,) = family.problems(XA + parent + own)
    assert problem.id == "viec-la"
    assert "tc-nhom-mang" in problem.message


def test_both_a_plan_and_a_profile_are_one_too_many(family):
    assert "thua" in family.ids(XA + "parent_plan: {plan: a.plan.yaml, profile: a.yaml}\n")


def test_a_file_that_is_not_there_is_told_with_the_nearest(family):
    family.save("tinh-tq.plan.yaml", TINH)
    (problem,) = family.problems(XA + "parent_plan: {plan: tinh-tp.plan.yaml}\n")
    assert problem.id == "khong-co-tep"
    assert "có phải là “tinh-tq.plan.yaml”" in problem.message
    assert problem.place.line == 2


def test_a_lost_file_is_told_once_and_not_again_by_what_it_held(family):
    own = "parent_plan: {plan: mat.plan.yaml}\ntasks: {tc-nhom-mang: {section: phuong-thuc}}\n"
    assert family.ids(XA + own) == ["khong-co-tep"]


def test_what_is_wrong_above_is_told_at_its_own_place(family):
    family.write("tinh.yaml", TINH.replace("04/5/2026", "40/5/2026"))
    problems = family.problems(XA + "parent_plan: {profile: tinh.yaml}\n")
    assert {problem.place.file.rpartition("/")[2] for problem in problems} == {"tinh.yaml", "don-vi.yaml"}
    assert "cap-tren-loi" in {problem.id for problem in problems}


def test_a_profile_is_no_saved_plan(family):
    family.write("tinh.yaml", TINH)
    assert set(family.ids(XA + "parent_plan: {plan: tinh.yaml}\n")) == {"khong-la-ke-hoach", "cap-tren-loi"}


@pytest.mark.parametrize("name", ["a" * 5000, "..", "/dev/zero", "tep-\u202e.yaml"])
def test_a_name_that_no_file_can_have_is_told(family, name):
    assert "khong-co-tep" in family.ids(XA + f'parent_plan: {{plan: "{name}"}}\n')


def test_a_file_too_large_is_not_read(family):
    family.write("tinh.plan.yaml", "header: x\n" + "# a\n" * 800_000)
    (problem,) = family.problems(XA + "parent_plan: {plan: tinh.plan.yaml}\n")
    assert "lớn hơn 3 MB" in problem.message


def test_a_folder_is_no_plan(family):
    (family.folder / "tinh.plan.yaml").mkdir()
    assert family.ids(XA + "parent_plan: {plan: tinh.plan.yaml}\n") == ["khong-co-tep"]


def test_profiles_that_take_each_other_as_the_plan_above_are_told(family):
    family.write("a.yaml", SO + "parent_plan: {profile: b.yaml}\n")
    family.write("b.yaml", SO + "parent_plan: {profile: don-vi.yaml}\n")
    problems = family.problems(SO + "parent_plan: {profile: a.yaml}\n")
    assert any(each.id == "vong-lap" and "a.yaml → b.yaml → don-vi.yaml" in each.message for each in problems) or any(
        each.id == "vong-lap" and "don-vi.yaml → a.yaml → b.yaml → don-vi.yaml" in each.message for each in problems
    )


def test_a_plan_of_another_province_is_refused(family, parent):
    (problem,) = family.problems("unit: {level: xa, name: Thiện Tân, province: Lạng Sơn}\n" + parent)
    assert problem.id == "cap-tren-tinh-khac"


def test_a_commune_is_under_no_other_commune(family):
    family.save("xa.plan.yaml", XA + "parent_plan: {number: 1/KH-UBND, date: 04/5/2026}\n")
    assert family.ids(XA.replace("Nhữ Khê", "Yên Sơn") + "parent_plan: {plan: xa.plan.yaml}\n") == ["cap-tren-sai-cap"]


def test_a_province_is_under_no_other_plan(family, parent):
    assert family.ids(TINH + parent) == ["cap-tren-sai-cap"]


def test_a_department_is_under_its_province_and_its_own_units_under_it(family, parent):
    family.write("so.yaml", SO + parent + "number: 12\ndate: 10/5/2026\n")
    plan = family.plan(CHI_CUC + "parent_plan: {profile: so.yaml}\n")
    assert [link.number for link in plan.standing.chain] == ["226-KL/TW", "534/QĐ-TTg", "176/KH-UBND", "12/KH-STC"]
    opening = plan.opening[0].text
    assert opening.index("176/KH-UBND") < opening.index("12/KH-STC")


def test_documents_of_the_plan_above_are_cited_at_any_depth_by_their_ids(family, parent):
    family.write("so.yaml", SO + parent + "number: 12\ndate: 10/5/2026\n")
    own = "parent_plan: {profile: so.yaml}\nbases: {cite: [qd-534, cap-tren-2, cap-tren]}\n"
    numbers = ("534/QĐ-TTg", "176/KH-UBND", "12/KH-STC")
    opening = family.plan(CHI_CUC + own).opening[0].text
    places = [opening.index(number) for number in numbers]
    assert places == sorted(places)


def test_a_plan_that_cannot_be_drafted_can_still_be_examined(family, parent):
    loaded = kegen.load(family.write("don-vi.yaml", XA + parent + 'targets: {hop-truc-tuyen: {value: "65"}}\n'))
    plan = resolve_leniently(loaded)
    assert "chi-tieu-long" in {each.id for each in plan.warnings}
    assert plan.coverage
