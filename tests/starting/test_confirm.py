"""`kegen confirm`: answers go into the question's record and into the field that it is about, all else stays."""

from pathlib import Path

import pytest

from kegen.plan.saved import read_plan
from kegen.starting.confirming import open_plan, write_answers

from .parents import PARENT

FILE = "tinh.plan.yaml"


def plan():
    return read_plan(Path(FILE)).plan


def test_answers_are_written_where_they_belong_and_the_layout_stays(kegen, folder):
    done = kegen("confirm", FILE, typed=["1", "2", "176/KH-UBND"])
    assert done.code == 0
    tasks = {each.id: each for each in plan().tasks}
    targets = {each.id: each for each in plan().targets}
    assert tasks["muc-2-y-4"].lead == "UBND các xã, phường"
    assert targets["vuon-mau"].scope == "tung-don-vi"
    assert plan().standing.symbol == "176/KH-UBND"
    assert [each.answer for each in plan().asks] == ["UBND các xã, phường", "tung-don-vi", "176/KH-UBND"]
    text = (folder / FILE).read_text("utf-8")
    assert text.startswith("# kegen import ghi; những chỗ chưa chắc ở asks\n")
    assert len(text.splitlines()) == len(PARENT.splitlines()) + 6


def test_each_question_shows_its_sentence_place_and_guess(kegen):
    printed = kegen("confirm", FILE, typed=["bỏ qua", "?", "bỏ qua", "bỏ qua"]).out
    assert "“Có 7 vườn mẫu.”" in printed
    assert "(trang 1, đoạn 3)" in printed
    assert "kegen đoán: của cả địa bàn (từng đơn vị không phải đạt riêng) (Enter nếu đúng)" in printed
    assert "từng xã không phải đạt riêng; của từng đơn vị" in printed


def test_what_is_left_open_stays_open(kegen, folder):
    kegen("confirm", FILE, typed=["bỏ qua", "bỏ qua", "bỏ qua"])
    assert (folder / FILE).read_text("utf-8") == PARENT


@pytest.mark.parametrize("rest", [["dừng"], []])
def test_who_stops_or_leaves_keeps_what_was_answered(kegen, rest):
    done = kegen("confirm", FILE, typed=["Sở Xây dựng", *rest])
    assert [each.answer for each in plan().asks] == ["Sở Xây dựng", "", ""]
    assert "còn 2 câu để ngỏ" in done.out


def test_going_back_replaces_an_answer(kegen):
    kegen("confirm", FILE, typed=["1", "<", "2", "", "dừng"])
    assert [each.answer for each in plan().asks] == ["Sở Xây dựng", "toan-dia-ban", ""]


def test_answers_of_the_command_line_are_written_without_asking(kegen):
    done = kegen(
        "confirm",
        FILE,
        "--answer",
        "hoi-1=Sở Xây dựng; Sở Y tế",
        "--answer",
        "hoi-2=của từng đơn vị (đơn vị nào cũng phải đạt)",
    )
    assert done.code == 0
    (task,) = (each for each in plan().tasks if each.id == "muc-2-y-4")
    assert (task.lead, task.also_lead) == ("Sở Xây dựng", ("Sở Y tế",))
    assert plan().targets[2].scope == "tung-don-vi"


@pytest.mark.parametrize("answer", ["hoi-9=x", "hoi-2=cả hai", "hoi-1", "hoi-1= "])
def test_a_wrong_answer_writes_nothing(kegen, folder, answer):
    done = kegen("confirm", FILE, "--answer", "hoi-3=1/KH-UBND", "--answer", answer)
    assert done.code == 2
    assert (folder / FILE).read_text("utf-8") == PARENT


def test_without_anybody_to_ask_the_questions_are_listed(kegen, folder):
    done = kegen("confirm", FILE)
    assert done.code == 1
    assert "hoi-1: Ai chủ trì việc này? [để ngỏ]" in done.out
    assert (folder / FILE).read_text("utf-8") == PARENT


def test_a_file_saved_meanwhile_is_not_written_over(folder):
    opened = open_plan(folder / FILE)
    (folder / FILE).write_text(PARENT + "# ghi chú\n", encoding="utf-8")
    with pytest.raises(Exception, match="vừa được lưu"):
        write_answers(opened, {"hoi-1": "Sở Y tế"})
    assert (folder / FILE).read_text("utf-8").endswith("# ghi chú\n")


def test_line_ends_of_windows_stay(folder):
    (folder / FILE).write_bytes(PARENT.replace("\n", "\r\n").encode())
    write_answers(open_plan(folder / FILE), {"hoi-1": "Sở Y tế"})
    data = (folder / FILE).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > PARENT.count("\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encoding_and_every_line_that_no_answer_is_about_stay(folder, encoding):
    taken_apart = "kind: KE\u0302\u0301 HOẠCH\r\n# ghi chú\n"
    text = PARENT.replace("kind: KẾ HOẠCH\n", taken_apart)
    (folder / FILE).write_bytes(text.encode(encoding))
    write_answers(open_plan(folder / FILE), {"hoi-1": "Sở Y tế"})
    new = (folder / FILE).read_bytes()
    assert new[:2] == text.encode(encoding)[:2]
    lines = new.decode(encoding).splitlines(keepends=True)
    assert [each for each in text.splitlines(keepends=True) if each not in lines] == []
    assert [each.answer for each in plan().asks] == ["Sở Y tế", "", ""]


BOTH = PARENT.replace("scope: tung-don-vi}", "scope: chua-ro}").replace("of: vuon-mau", "of: ho-tham-gia vuon-mau")


@pytest.mark.parametrize("arguments", [(), ("--list",)])
def test_a_question_on_several_records_lists_all_that_its_answer_is_for(kegen, folder, arguments):
    (folder / FILE).write_text(BOTH, encoding="utf-8")
    printed = kegen("confirm", FILE, *arguments, typed=["bỏ qua"] * 3).out
    listed = [line.strip() for line in printed.splitlines()]
    at = next(at for at, line in enumerate(listed) if line.startswith("Câu trả lời ghi chung cho 2 chỉ tiêu sau"))
    first = next(at for at, line in enumerate(listed) if line.startswith("- Hộ dân tham gia: ít nhất 60%"))
    assert listed[first + 1] == "- Vườn mẫu: ít nhất 7 vườn"
    assert at < first
    kegen("confirm", FILE, "--answer", "hoi-2=tung-don-vi")
    assert [each.scope for each in plan().targets] == ["tung-don-vi", "toan-dia-ban", "tung-don-vi"]


def test_a_target_that_a_person_put_right_in_the_file_is_not_among_them(kegen, folder):
    text = BOTH.replace("year: '2026', scope: chua-ro", "year: '2026', scope: toan-dia-ban")
    (folder / FILE).write_text(text.replace("    guess: toan-dia-ban\n", ""), encoding="utf-8")
    assert "ghi chung" not in kegen("confirm", FILE, "--list").out
    kegen("confirm", FILE, "--answer", "hoi-2=tung-don-vi")
    assert [each.scope for each in plan().targets] == ["toan-dia-ban", "toan-dia-ban", "tung-don-vi"]


MANY = """\
header: {parent: "", issuer: [ỦY BAN NHÂN DÂN], number: "", place_and_date: ""}
signature: {lines: [], name: ""}
kind: KẾ HOẠCH
title: Trồng hoa
tasks:
  - id: muc-1-y-1
    wording: Trồng hoa ven đường.
    read:
    - field: lead
      how: khong
  - id: muc-1-y-2
    wording: Chăm hoa.
  - id: muc-2-y-1
    wording: Tưới hoa.
    lead: Sở Xây dựng
    also_lead:
    - UBND cấp xã
    read: [{field: lead, place: dòng 2, how: cot}]
unit_name: Ủy ban nhân dân tỉnh Tuyên Quang
standing:
  level: tinh
  chain:
  - {id: nq-1, kind: Nghị quyết, number: 1/NQ-CP, date: 2026-01-02, issuer: Chính phủ, subject: về hoa}
  - {id: cap-tren, kind: Chỉ thị, number: 2/CT-TTg, date: 2026-01-03, issuer: Thủ tướng Chính phủ, subject: về cây}
read:
- field: number
  how: khong
asks:
  - {id: a, kind: van-ban, of: standing, question: 'Thực hiện văn bản nào?', sentence: x, place: y,
     choices: [Nghị quyết số 1/NQ-CP, Chỉ thị số 2/CT-TTg]}
  - {id: b, kind: chu-tri, of: muc-1, field: lead, question: 'Ai?', sentence: x, place: y}
  - {id: c, kind: thoi-han, of: muc-1-y-1 muc-2-y-1, field: deadline, question: 'Khi nào?', sentence: x, place: y}
  - {id: e, kind: thoi-han, of: standing, field: year, question: 'Khi nào?', sentence: x, place: y}
  - {id: f, kind: so-ngay, of: standing, field: symbol, question: 'Số?', sentence: x, place: y}
  - {id: g, kind: thoi-han, of: standing, field: half_year, question: 'Khi nào?', sentence: x, place: y}
  - {id: d, kind: chu-tri, of: muc-2-y-1, field: lead, question: 'Ai chính?', sentence: x, place: y,
     choices: [Sở Xây dựng, UBND cấp xã]}
"""


@pytest.fixture
def many(folder, kegen):
    """Answer questions of a plan with several records to each."""
    (folder / FILE).write_text(MANY, encoding="utf-8")

    def answered(*pairs):
        options = [each for pair in pairs for each in ("--answer", pair)]
        assert kegen("confirm", FILE, *options).code == 0
        return plan()

    return answered


def test_an_answer_goes_into_every_record_that_the_question_names_or_that_stands_under_its_heading(many):
    tasks = {each.id: each for each in many("b=Sở Nội vụ", "c=quý III").tasks}
    assert [each.lead for each in tasks.values()] == ["Sở Nội vụ", "Sở Nội vụ", "Sở Xây dựng"]
    assert [each.deadline for each in tasks.values()] == ["quý III", "", "quý III"]


def test_the_record_says_that_a_person_said_it(many):
    tasks = many("b=Sở Nội vụ", "c=quý III").tasks
    assert [{(each.field, each.how) for each in task.read} for task in tasks] == [
        {("lead", "nguoi"), ("deadline", "nguoi")},
        {("lead", "nguoi")},
        {("lead", "cot"), ("deadline", "nguoi")},
    ]


def test_answers_of_all_kinds_go_into_the_file_together(many):
    known = many("b=Sở Nội vụ", "c=quý III", "f=9/KH-UBND", "e=15/11", "g=05/6").read
    assert [(each.field, each.how) for each in known] == [
        ("number", "nguoi"),
        ("year", "nguoi"),
        ("half_year", "nguoi"),
    ]


def test_who_is_not_the_first_lead_still_leads_with_it(many):
    (*_, task) = many("d=UBND cấp xã").tasks
    assert task.leads == ("UBND cấp xã", "Sở Xây dựng")


def test_the_document_that_the_plan_carries_out_is_cited_under_that_id(many):
    chain = many("a=Nghị quyết số 1/NQ-CP").standing.chain
    assert [(each.id, each.number) for each in chain] == [("cap-tren", "1/NQ-CP"), ("nq-1", "2/CT-TTg")]


def test_a_guess_of_that_document_that_is_right_changes_nothing(many):
    chain = many("a=Chỉ thị số 2/CT-TTg").standing.chain
    assert [each.id for each in chain] == ["nq-1", "cap-tren"]
