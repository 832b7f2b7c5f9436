"""What people give `kegen import`, `confirm` and `new` by mistake: one clear sentence, and nothing of theirs lost."""

import io
import os
import sys
import unicodedata

import pytest

from kegen.plan.saved import read_plan
from kegen.starting.confirming import open_plan, write_answers
from tests.importing.papers import paper
from tests.pdf_files.make import Text
from tests.pdf_files.plans import tagged, untagged
from tests.starting.parents import PARENT

WORK = ("*I. VIỆC", "- Sở Xây dựng chủ trì trồng cây.")
FILE = "tinh.plan.yaml"


@pytest.fixture
def here(folder, monkeypatch):
    """A folder with a saved plan, and nobody at the keyboard."""
    (folder / FILE).write_text(PARENT, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return folder


def held(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("thu-muc", "đây là thư mục"),
        ("thu-muc.docx", "đây là thư mục"),
        (FILE, f"kegen confirm {FILE}"),
        ("ho-so.yaml", "kegen resolve --profile ho-so.yaml"),
        ("a.txt", "kegen import đọc tệp .docx"),
        ("rong.pdf", "tệp rỗng"),
        ("rong.odt", "tệp rỗng"),
        ("ong.docx", "ống dẫn"),
        ("-", "kegen import đọc tệp .docx"),
        ("", "thiếu tệp cần đọc"),
    ],
)
def test_what_is_no_paper_is_one_sentence_and_is_not_waited_for(kegen, here, name, words):
    for each in ("thu-muc", "thu-muc.docx"):
        (here / each).mkdir()
    for each in ("ho-so.yaml", "a.txt", "rong.pdf", "rong.odt"):
        (here / each).write_bytes(b"" if "rong" in each else b"a: b\n")
    if hasattr(os, "mkfifo"):
        os.mkfifo(here / "ong.docx")
    elif name == "ong.docx":
        pytest.skip("no pipes in folders")
    before = held(here)
    run = kegen("import", name)
    assert (run.code, run.out) == (2, "")
    assert words in run.err
    assert held(here) == before


def test_a_name_with_blanks_and_letters_composed_otherwise_is_found(kegen, here):
    (here / unicodedata.normalize("NFD", "Kế hoạch số 1.docx")).write_bytes(paper(*WORK))
    assert kegen("import", unicodedata.normalize("NFC", "Kế hoạch số 1.docx")).code == 0
    assert kegen("import", unicodedata.normalize("NFD", "Kế hoạch số 1.docx")).out.startswith("Kế hoạch")


@pytest.mark.heavy
def test_a_file_of_a_hundred_megabytes_is_refused_at_once(kegen, here):
    for name, start in (("to.docx", b"PK\3\4"), ("to.pdf", b"%PDF-1.7\n"), ("to.rtf", b"{\\rtf1")):
        with (here / name).open("wb") as stream:
            stream.write(start)
            stream.truncate(100 << 20)
        run = kegen("import", name)
        assert run.code == 2
        assert "lớn hơn" in run.err or "dài quá" in run.err


def test_a_folder_that_cannot_be_written_to_is_told_and_the_paper_stays(kegen, here, monkeypatch):
    (here / "a.docx").write_bytes(paper(*WORK))

    def refuse(*_args, **_more):
        raise PermissionError(13, "no")

    before = held(here)
    monkeypatch.setattr("kegen.output.whole.write_new", refuse)
    for arguments in (
        ("import", "a.docx"),
        ("confirm", FILE, "--answer", "hoi-1=Sở Y tế"),
        ("new", "--parent", FILE, "--unit", "xã Nhữ Khê", "--yes"),
    ):
        run = kegen(*arguments)
        assert run.code == 1
        assert "máy không cho ghi vào thư mục này" in run.err
    assert held(here) == before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("scope: chua-ro", "scope: chua-roo", "hãy chọn: toan-dia-ban, tung-don-vi, chua-ro"),
        ("place: 'trang 1, đoạn 2'", "plase: x", "không có khóa “plase”, có phải là place?"),
        ("half_year: 05/6", "half_year: 35/6", "ngày 35/6 không có trên lịch"),
        ("unit_name:", "issued: 31/02/2026\nunit_name:", "tháng 2/2026 chỉ có 28 ngày"),
        ("kind: chu-tri", "kind: chu-try", "hãy chọn: van-ban, so-ngay, chu-tri"),
        ("id: hoi-2", "id: hoi-1", "đã có mục khác mang mã “hoi-1”"),
        ("- id: muc-2-y-5", "- id: muc-2-y-4", "đã có mục khác mang mã “muc-2-y-4”"),
        ("value: '60'", "value: sáu mươi", "“sáu mươi” không phải là số"),
        ("helpers: [Sở Nông nghiệp và Môi trường]", "helpers: Sở Y tế", "ở đây cần danh sách"),
        ("lead: UBND cấp xã", "lead: [UBND cấp xã]", "ở đây cần chữ"),
        ("tasks:\n", "tasks:\n  -\n", "mục bị bỏ trống"),
    ],
)
def test_a_plan_edited_wrongly_is_told_by_its_line_and_what_to_write(kegen, here, old, new, words):
    (here / FILE).write_text(PARENT.replace(old, new, 1), encoding="utf-8")
    before = held(here)
    for arguments in (("confirm", FILE, "--answer", "hoi-3=1/KH-UBND"),
                      ("new", "--parent", FILE, "--unit", "xã Nhữ Khê", "--yes")):  # fmt: skip
        run = kegen(*arguments)
        assert run.code in (1, 2)
        assert words in run.err
        assert f"{FILE}:" in run.err
    assert held(here) == before


def test_a_question_that_was_deleted_leaves_its_blank_visible(kegen, here):
    start, end = PARENT.index("  - id: hoi-1"), PARENT.index("  - id: hoi-2")
    (here / FILE).write_text(PARENT[:start] + PARENT[end:], encoding="utf-8")
    assert "không có câu hỏi “hoi-1”" in kegen("confirm", FILE, "--answer", "hoi-1=x").err
    assert "Chưa rõ cấp trên giao ai: 1 việc" in kegen("new", "--parent", FILE, "--unit", "xã Nhữ Khê", "--yes").out


def test_a_question_that_points_nowhere_is_told_and_nothing_is_written(kegen, here):
    (here / FILE).write_text(PARENT.replace("of: muc-2-y-4", "of: muc-9"), encoding="utf-8")
    before = held(here)
    run = kegen("confirm", FILE, "--answer", "hoi-1=Sở Y tế")
    assert run.code == 1
    assert "không chỉ vào chỗ nào trong tệp" in run.err
    assert held(here) == before


def test_a_plan_without_questions_has_nothing_to_confirm(kegen, here):
    (here / FILE).write_text(PARENT[: PARENT.index("\nasks:") + 1], encoding="utf-8")
    assert "không còn câu nào phải xác nhận" in kegen("confirm", FILE).out


@pytest.mark.parametrize("name", ["a.docx", "ho-so.yaml"])
def test_what_is_no_saved_plan_cannot_be_confirmed(kegen, here, name):
    (here / name).write_bytes(paper(*WORK))
    run = kegen("confirm", name)
    assert run.code == 2
    assert f"kegen import {name}" in run.err


def test_of_two_that_confirm_at_once_the_second_loses_nothing(here):
    first, second = open_plan(here / FILE), open_plan(here / FILE)
    write_answers(first, {"hoi-1": "Sở Y tế"})
    with pytest.raises(Exception, match="vừa được lưu ở chương trình khác"):
        write_answers(second, {"hoi-3": "176/KH-UBND"})
    assert [each.answer for each in read_plan(here / FILE).plan.asks] == ["Sở Y tế", "", ""]


def test_two_parents_are_one_too_many(kegen, here):
    run = kegen("new", "--parent", FILE, "--parent", "khac.plan.yaml", "--unit", "xã Nhữ Khê", "--yes")
    assert run.code == 2
    assert "--parent được ghi 2 lần" in run.err
    assert sorted(held(here)) == [FILE, "xa-a.yaml"]


@pytest.mark.parametrize("make", [tagged, untagged])
def test_a_signed_pdf_with_stamps_gives_number_and_day_and_asks_only_what_is_open(kegen, here, make):
    stamps = (Text(150, 114, "115", 11), Text(388, 115, "04", 11), Text(450, 115, "8", 11))
    (here / "a.pdf").write_bytes(make(*stamps, signed="D:20260804091500"))
    done = kegen("import", "a.pdf")
    assert done.code == 0
    plan = read_plan(here / "a.plan.yaml").plan
    assert (plan.standing.symbol, plan.issued) == ("115/KH-UBND", "2026-08-04")
    assert {each.field for each in plan.asks if each.kind == "so-ngay"} == set()
    told = "Đọc từ dấu đóng trên trang PDF, hãy đối chiếu với bản giấy: “Số: 115/KH-UBND”, “Lào Cai, ngày 04 tháng 8"
    assert told in done.out
    assert [each.field for each in plan.read if each.how == "dau"] == ["number", "issued"]


@pytest.mark.parametrize("make", [tagged, untagged])
def test_a_day_that_only_the_signature_tells_is_a_guess_that_a_person_must_confirm(kegen, here, make):
    (here / "a.pdf").write_bytes(make(Text(150, 114, "115", 11), signed="D:20260804091500"))
    kegen("import", "a.pdf")
    plan = read_plan(here / "a.plan.yaml").plan
    assert (plan.standing.symbol, plan.issued) == ("115/KH-UBND", "")
    assert [each.field for each in plan.read if each.how == "dau"] == ["number"]
    (ask,) = (each for each in plan.asks if each.kind == "so-ngay")
    assert (ask.field, ask.guess) == ("issued", "2026-08-04")
    assert kegen("confirm", "a.plan.yaml", "--answer", f"{ask.id}=04/8/2026").code == 0
    assert read_plan(here / "a.plan.yaml").plan.issued == "2026-08-04"


@pytest.mark.parametrize("make", [tagged, untagged])
def test_a_pdf_without_stamps_leaves_number_and_day_open(kegen, here, make):
    (here / "a.pdf").write_bytes(make())
    assert "dấu đóng" not in kegen("import", "a.pdf").out
    plan = read_plan(here / "a.plan.yaml").plan
    assert (plan.standing.symbol, plan.issued) == ("", "")
    assert {each.field for each in plan.asks if each.kind == "so-ngay"} == {"symbol", "issued"}
