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
    assert len(text.splitlines()) == len(PARENT.splitlines()) + 4


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
