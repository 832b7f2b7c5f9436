"""A file is read by its kind; what cannot be read is one sentence that says what to do."""

import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kegen import libreoffice
from kegen.docx.read import read_document
from kegen.importing import libreoffice as importing_libreoffice
from kegen.importing.document import received
from kegen.importing.plan_file import plan_text
from kegen.importing.read import read_plan
from kegen.plan.model import Source
from kegen.problem import KegenError
from kegen.template.render import render
from tests.docx_files.make import docx
from tests.docx_files.test_hostile import REFUSED
from tests.importing.papers import END, body_of, centred, line, paper, row, sides, table
from tests.pdf_files.make import Text
from tests.pdf_files.plans import untagged
from tests.template.plans import good_plan

WORK = ("*I. VIỆC", "*1. Cây", "- Trồng cây.", "2. Tưới cây.")


def test_a_word_file_is_read_with_macros_or_without(tmp_path):
    for name in ("a.docx", "a.DOCM"):
        found = received(paper(*WORK), tmp_path / name)
        assert found.source.how == "docx"
        assert len(found.source.sha256) == 64


def test_stamps_outside_the_text_of_a_pdf_are_told():
    found = received(
        untagged(Text(330, 500, "Đã ký: Nguyễn Văn A", 8), signed="D:20260804153000+07'00'"), Path("a.pdf")
    )
    assert found.left == ("trang 1 có chữ đóng thêm: “Đã ký: Nguyễn Văn A”",)
    assert found.signed == "2026-08-04"


def test_a_kind_that_is_no_text_is_told():
    with pytest.raises(KegenError, match=r"kegen import đọc tệp \.docx"):
        received(b"x", Path("bang.xlsx"))


def test_without_libreoffice_the_package_is_named(monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(KegenError, match="libreoffice-writer"):
        received(b"{\\rtf1}", Path("cu.rtf"))


def test_libreoffice_that_does_not_end_is_stopped(monkeypatch, tmp_path):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setattr(libreoffice, "program", lambda: str(slow))
    monkeypatch.setattr(libreoffice, "SECONDS", 0.2)
    with pytest.raises(KegenError, match="đã dừng"):
        received(b"{\\rtf1}", Path("cu.rtf"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows không có nhóm tiến trình")
def test_what_libreoffice_has_started_ends_with_it_and_nothing_is_left(monkeypatch, tmp_path):
    slow, scratch = tmp_path / "soffice", tmp_path / "tam"
    scratch.mkdir()
    slow.write_text(f"#!/bin/sh\nsleep 30 &\necho $! > {tmp_path}/so\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setattr(libreoffice, "program", lambda: str(slow))
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    with pytest.raises(KegenError, match="đã dừng"):
        received(b"{\\rtf1}", Path("cu.rtf"))
    assert is_over(int((tmp_path / "so").read_text()))
    assert list(scratch.iterdir()) == []


def is_over(number):
    """Whether a process is no more, or waits for nothing but to be counted."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize(
    ("data", "name", "how"),
    [(paper(*WORK), "la.pdf", "docx"), (paper(*WORK), "la.doc", "docx"), (untagged(), "la.docx", "pdf")],
)
def test_a_file_under_a_wrong_name_is_read_by_what_it_is(data, name, how):
    assert received(data, Path(name)).source.how == how


@pytest.mark.parametrize("kind", ["docx", "pdf", "odt", "rtf", "doc"])
@pytest.mark.parametrize(("data", "why"), [(b"", "rỗng"), (b"<html>Xin</html>", "HTML"), (b"Xin", "không phải")])
def test_what_is_no_text_of_that_kind_is_refused_before_libreoffice_makes_letters_of_it(kind, data, why, monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: pytest.fail("LibreOffice was asked"))
    with pytest.raises(KegenError, match=why):
        received(data, Path(f"a.{kind}"))


def test_a_file_too_large_for_a_plan_never_reaches_libreoffice(monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: pytest.fail("LibreOffice was asked"))
    monkeypatch.setattr(importing_libreoffice, "_MOST_BYTES", 10)
    with pytest.raises(KegenError, match="lớn hơn"):
        received(b"{\\rtf1 " + b"x" * 20, Path("a.rtf"))


@pytest.fixture(scope="module")
def draft():
    return render(good_plan())


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["odt", "rtf", "doc", "fodt"])
def test_a_plan_comes_through_libreoffice_as_it_is_in_word(draft, kind, tmp_path):
    (tmp_path / "a.docx").write_bytes(draft)
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True)
    source = Source("a", "", "")
    data = (tmp_path / f"a.{kind}").read_bytes()
    found = read_plan(received(data, Path(f"a.{kind}")).document, source)
    wanted = read_plan(received(draft, Path("a.docx")).document, source)
    assert [each.text for each in found.body] == [each.text for each in wanted.body]
    for name in ("header", "recipients", "signature", "tasks", "targets"):
        assert getattr(found, name) == getattr(wanted, name), name
    with pytest.raises(KegenError, match="LibreOffice không đọc được"):
        received(data[: len(data) // 50], Path(f"a.{kind}"))


def test_libreoffice_that_writes_nothing_is_told(monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: "/bin/true")
    with pytest.raises(KegenError, match="không đọc được tệp"):
        received(b"{\\rtf1}", Path("cu.rtf"))


@pytest.mark.libreoffice
def test_a_text_of_another_program_is_read_through_libreoffice(tmp_path):
    words = "Uy ban nhan dan tinh Lang Son ban hanh Ke hoach trong cay"
    found = received(f"{{\\rtf1\\ansi {words}}}".encode(), tmp_path / "a.rtf")
    assert next(block.text for block in found.document.blocks) == words
    assert found.source.how == "rtf"


@pytest.mark.heavy
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_one_sentence(name):
    data, _ = REFUSED[name]
    with pytest.raises(KegenError) as error:
        read_plan(received(data, Path("la.docx")).document, Source("la.docx", "0", "docx"))
    assert "\n" not in str(error.value)


ODD = (
    "",
    "I.",
    "- ",
    "Phụ lục",
    "Nơi nhận:",
    "Căn cứ",
    "Số: /",
    "ngày tháng năm",
    "KT.",
    "((",
    "1.1.1.1.1.1.",
    "a)",
    "\u200b",
    "Thực hiện ",
)
BLOCKS = (
    *WORK,
    *map(line, WORK),
    table(row("TT", "Việc"), row("1", "Trồng")),
    table(row("")),
    centred("PHỤ LỤC"),
    sides(*END),
)


def mixed(seed):
    """Return a plan whose parts stand in any order, any of them odd, doubled or missing."""
    dice = random.Random(seed)
    pieces = [dice.choice((*BLOCKS, *ODD, body_of(*WORK).split("<w:sectPr>")[0])) for _ in range(dice.randint(0, 25))]
    return docx("".join(each if each.startswith("<w:") else line(each) for each in pieces))


def damaged(seed):
    """Return a plan with some bytes of its text swapped for others."""
    dice = random.Random(seed)
    text = list(body_of(*WORK))
    for _ in range(dice.randint(1, 4)):
        text[dice.randrange(len(text))] = dice.choice('<>/"& w:0')
    return docx("".join(text))


def outcome(data):
    """Return what the reader came to: the plan's file, or why there is none."""
    try:
        return plan_text(read_plan(read_document(data), Source("x", "0", "docx")))
    except KegenError as error:
        return str(error)


@pytest.mark.heavy
@pytest.mark.parametrize("make", [mixed, damaged])
def test_no_odd_file_brings_the_reader_down(make):
    outcomes = [outcome(make(seed)) for seed in range(120)]
    assert all(outcomes)
    assert any(each.startswith("#") for each in outcomes)
