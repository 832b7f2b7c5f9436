"""`kegen diff`: profiles, saved plans and Word files, in every pair."""

import json
import sys

import pytest

from kegen.docx.read import read_document

from .conftest import GOOD


@pytest.fixture
def pair(folder):
    """Two profiles of which the second has another signer."""
    (folder / "xa-b.yaml").write_text(GOOD.replace("Nguyễn Văn An", "Trần Thị Bình"), encoding="utf-8")
    return folder


def test_what_is_alike_ends_with_0(kegen):
    run = kegen("diff", "xa-a.yaml", "xa-a.yaml")
    assert (run.code, run.out) == (0, "xa-a.yaml → xa-a.yaml\nKhông có gì thay đổi về nội dung.\n")


@pytest.mark.parametrize("old", ["xa-a.yaml", "xa-a.plan.yaml", "xa-a.docx"])
@pytest.mark.parametrize("new", ["xa-b.yaml", "xa-b.plan.yaml", "xa-b.docx"])
@pytest.mark.usefixtures("pair")
def test_two_plans_of_any_kind_are_compared(kegen, old, new):
    for name in ("xa-a", "xa-b"):
        kegen("draft", "--profile", f"{name}.yaml", "--no-check")
        kegen("resolve", "--profile", f"{name}.yaml", "--output", f"{name}.plan.yaml")
    run = kegen("diff", old, new)
    assert run.code == 1
    assert "1 thay đổi (1 sửa)." in run.out
    assert "sửa chữ ký: “Nguyễn Văn An” → “Trần Thị Bình” (sau “… NHÂN DÂN, CHỦ TỊCH,”)" in run.out


@pytest.mark.usefixtures("pair")
def test_it_tells_a_program(kegen):
    run = kegen("diff", "xa-a.yaml", "xa-b.yaml", "--format", "json")
    report = json.loads(run.out)
    assert (report["old"], report["new"]) == ("xa-a.yaml", "xa-b.yaml")
    assert [(each["kind"], each["subject"]) for each in report["changes"]] == [("changed", "signature")]


def test_it_writes_what_it_tells(kegen, pair):
    run = kegen("diff", "xa-a.yaml", "xa-b.yaml", "--output", "khac.json")
    assert (run.code, run.out) == (1, "khac.json: đã ghi\n")
    assert json.loads((pair / "khac.json").read_text(encoding="utf-8"))["changes"]


def test_it_writes_what_to_paste_into_a_file_of_that_ending(kegen, pair):
    run = kegen("diff", "xa-a.yaml", "xa-b.yaml", "--output", "dan.yaml")
    assert (run.code, run.out) == (1, "dan.yaml: đã ghi\n")
    assert "\nsigner:\n  position: CHỦ TỊCH\n  name: Trần Thị Bình\n" in (pair / "dan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [("khong-co.yaml", "không tìm thấy hồ sơ này"), ("khong-co.docx", "khong-co.docx: "), ("hong.docx", "hong.docx: ")],
)
def test_what_cannot_be_read_ends_with_2(kegen, folder, name, text):
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    run = kegen("diff", "xa-a.yaml", name)
    assert (run.code, run.out) == (2, "")
    assert text in run.err


def test_a_wrong_profile_ends_with_2_and_its_line(kegen, folder):
    (folder / "xa-b.yaml").write_text(GOOD.replace("level: xa", "level: huyện"), encoding="utf-8")
    run = kegen("diff", "xa-a.yaml", "xa-b.yaml")
    assert run.code == 2
    assert run.err.startswith("xa-b.yaml:1:15: lỗi:")


@pytest.mark.parametrize("files", [[], ["xa-a.yaml"], ["xa-a.yaml"] * 3])
def test_it_takes_two_files(kegen, files):
    run = kegen("diff", *files)
    assert run.code == 2
    assert "cần đúng hai tệp" in run.err


def test_the_library_for_marked_copies_is_asked_for(kegen, pair, monkeypatch):
    monkeypatch.setitem(sys.modules, "python_redlines", None)
    run = kegen("diff", "xa-a.yaml", "xa-b.yaml", "--format", "docx")
    assert run.code == 2
    assert 'pip install "kegen[redline]"' in run.err
    assert not list(pair.glob("*.docx"))


def test_no_copy_is_marked_where_nothing_changed(kegen, folder):
    run = kegen("diff", "xa-a.yaml", "xa-a.yaml", "--format", "docx")
    assert (run.code, list(folder.glob("*.docx"))) == (0, [])


@pytest.mark.heavy
def test_a_copy_has_its_changes_marked_as_word_does(kegen, pair):
    pytest.importorskip("python_redlines_docxodus")
    run = kegen("diff", "xa-a.yaml", "xa-b.yaml", "--format", "docx")
    assert (run.code, run.out) == (1, "xa-b.thay-doi.docx: đã ghi\n")
    data = (pair / "xa-b.thay-doi.docx").read_bytes()
    assert read_document(data).changes
    kegen("diff", "xa-a.yaml", "xa-b.yaml", "--output", "b.docx")
    assert (pair / "b.docx").read_bytes() == data
