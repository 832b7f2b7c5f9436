"""`kegen check`: which files are looked at, what is printed, what is written, how it ends."""

import io
import json
import os
import shutil
import signal
import sys
import unicodedata
import zipfile
from functools import lru_cache

import pytest

from tests.check.good import W, good, planted

from .conftest import GOOD
from .test_shell import kegen_in

pytestmark = pytest.mark.usefixtures("papers")


@lru_cache(maxsize=1)
def letter():
    """Return the good document on the wrong paper: two sections, so two errors."""
    return planted(_on_letter_paper)


def _on_letter_paper(root):
    for size in root.iter(f"{W}pgSz"):
        size.set(f"{W}w", "12240")
        size.set(f"{W}h", "15840")


@pytest.fixture
def papers(folder):
    """A folder with a good document, one on the wrong paper, and what is no document."""
    (folder / "good.docx").write_bytes(good())
    (folder / "letter.docx").write_bytes(letter())
    (folder / "empty.docx").write_bytes(b"")
    return folder


def files(run):
    return json.loads(run.out)["files"]


def test_a_good_document_has_no_error_and_says_what_was_looked_at(kegen):
    run = kegen("check", "good.docx")
    assert (run.code, run.err) == (0, "")
    assert "Không thấy lỗi trong " in run.out
    assert "Đúng thể thức" not in run.out


def test_an_error_is_told_with_what_is_there_what_is_needed_and_the_article(kegen):
    run = kegen("check", "letter.docx", "--select", "page-a4")
    assert run.code == 1
    for part in ("Lỗi (2)", "[page-a4]", "Hiện có: 216 x 279 mm", "Cần: 210 x 297 mm", "Theo: NĐ 30/2020/NĐ-CP"):
        assert part in run.out


def test_the_worst_of_many_files_is_how_it_ends_and_the_others_are_checked(kegen):
    run = kegen("check", "empty.docx", "letter.docx", "good.docx")
    assert run.code == 2
    assert run.err == "empty.docx: tệp rỗng, không có gì để đọc; hãy xin lại tệp\n"
    assert run.out.splitlines()[-1].startswith("3 tệp: 1 có lỗi, 1 không thấy lỗi")
    assert kegen("check", "letter.docx", "good.docx").code == 1


def test_a_folder_is_its_word_files_at_any_depth_sorted_without_lock_files(kegen, papers):
    (papers / "a" / "b").mkdir(parents=True)
    for name in ("a/b/z.DOCX", "a/~$z.docx", "~$good.docx", "a/.~lock.z.docx", "a/x.txt"):
        shutil.copy(papers / "good.docx", papers / name)
    (papers / "empty.docx").unlink()
    run = kegen("check", ".", "--format", "json", "--select", "page-a4")
    assert [each["file"] for each in files(run)] == ["a/b/z.DOCX", "good.docx", "letter.docx"]


@pytest.mark.parametrize("ending", ["docm", "dotx", "dotm", "DOC", "dot", "odt"])
def test_a_document_under_another_ending_is_checked_in_a_folder_as_when_it_is_named(kegen, papers, ending):
    (papers / "a").mkdir()
    shutil.copy(papers / "good.docx", papers / "a" / f"x.{ending}")
    for name in ("a", f"a/x.{ending}"):
        run = kegen("check", name, "--format", "json", "--select", "page-a4")
        assert (run.code, [each["file"] for each in files(run)]) == (0, [f"a/x.{ending}"])


@pytest.mark.parametrize(
    ("ending", "data", "why"),
    [
        ("rtf", b"{\\rtf1 x}", "là tệp RTF"),
        ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "đời cũ"),
        ("odt", b"x", "không phải"),
    ],
)
def test_what_in_a_folder_is_like_word_but_cannot_be_read_is_told_as_when_it_is_named(kegen, papers, ending, data, why):
    (papers / "a").mkdir()
    shutil.copy(papers / "good.docx", papers / "a" / "good.docx")
    (papers / "a" / f"x.{ending}").write_bytes(data)
    for name in ("a", f"a/x.{ending}"):
        run = kegen("check", name, "--select", "page-a4")
        assert run.code == 2
        assert run.err.startswith(f"a/x.{ending}: tệp ")
        assert why in run.err


@pytest.mark.parametrize("kind", ["ms-word.document.macroEnabled", "ms-word.template.macroEnabledTemplate"])
def test_a_copy_of_a_file_with_macros_is_a_plain_document_without_them(kegen, papers, kind):
    with zipfile.ZipFile(papers / "letter.docx") as old, zipfile.ZipFile(papers / "x.docm", "w") as new:
        for name in old.namelist():
            new.writestr(name, _with_macros(name, old.read(name), kind))
        new.writestr("word/vbaProject.bin", b"macro")
    assert kegen("check", "x.docm", "--annotate", "y.docx").code == 1
    with zipfile.ZipFile(papers / "y.docx") as made:
        assert "word/vbaProject.bin" not in made.namelist()
        assert not [name for name in made.namelist() if b"vba" in made.read(name) or b"macroEnabled" in made.read(name)]
    assert kegen("check", "y.docx", "--select", "page-a4").code == kegen("check", "x.docm", "--select", "page-a4").code


def _with_macros(name, content, kind):
    plain = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    if name == "[Content_Types].xml":
        override = b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        return content.replace(plain, f"vnd.{kind}.main+xml".encode()).replace(b"</Types>", override + b"</Types>")
    if name == "word/_rels/document.xml.rels":
        kind_of_link = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"
        link = b'<Relationship Id="rId900" Type="%s" Target="vbaProject.bin"/></Relationships>' % kind_of_link
        return content.replace(b"</Relationships>", link)
    return content


def test_a_file_named_twice_is_checked_once(kegen):
    run = kegen("check", "good.docx", "./good.docx", "--format", "json", "--select", "page-a4")
    assert len(files(run)) == 1


def test_a_folder_without_word_files_is_told(kegen, folder):
    (folder / "trong").mkdir()
    run = kegen("check", "trong")
    assert run.code == 2
    assert run.err.startswith("trong: không có tệp .docx nào")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("goood.docx", "có phải là good.docx?"),
        ("khong-co/x", "không có tệp này"),
        ("", "không có tệp này"),
        ("x" * 300 + ".docx", "không đọc được tệp này (mã lỗi"),
        ("a\0b.docx", "tên tệp không hợp lệ"),
        ("xa-a.yaml", "không phải là tệp Word (.docx)"),
    ],
)
def test_a_name_that_is_no_document_is_told_and_ends_with_2(kegen, name, told):
    run = kegen("check", name)
    assert run.code == 2
    assert run.err.startswith(name.replace("\0", "\\u0000"))
    assert told in run.err
    assert run.out == ""


class _Piped(io.TextIOWrapper):
    def __init__(self, data, terminal=False):
        super().__init__(io.BytesIO(data))
        self.isatty = lambda: terminal


def test_a_document_may_come_from_another_command(kegen, monkeypatch):
    monkeypatch.setattr(sys, "stdin", _Piped(letter()))
    run = kegen("check", "-", "--select", "page-a4", "--format", "json")
    assert run.code == 1
    assert files(run)[0]["file"] == "-"


@pytest.mark.parametrize("stdin", [None, _Piped(b"")])
def test_nothing_from_another_command_is_told(kegen, monkeypatch, stdin):
    monkeypatch.setattr(sys, "stdin", stdin)
    run = kegen("check", "-")
    assert run.code == 2
    assert run.err.startswith("-: ")


def test_what_comes_from_another_command_is_bounded(kegen, monkeypatch):
    monkeypatch.setattr("kegen.docx.package._MOST_FILE", 10)
    monkeypatch.setattr(sys, "stdin", _Piped(b"PK" * 100))
    assert "lớn hơn" in kegen("check", "-").err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "thiếu tệp cần kiểm tra; ví dụ: kegen check ke-hoach.docx"),
        (
            ("good.docx", "--select", "page-a5"),
            "--select page-a5: không có quy tắc nào mang mã này; có phải là page-a4?",
        ),
        (("good.docx", "--ignore", "page-a4,???"), "--ignore ???: không có quy tắc nào"),
        (("good.docx", "--select", " , "), "--select không có mã nào"),
        (("good.docx", "--select", "page-a4", "--ignore", "page-a4"), "không để lại quy tắc nào"),
        (("good.docx", "--mode", "final"), "hãy chọn: draft, issued"),
        (("good.docx", "--medium", "fax"), "hãy chọn: electronic, paper"),
        (("good.docx", "--format", "xml"), "hãy chọn: text, json, sarif"),
        (("good.docx", "letter.docx", "--annotate", "x.docx"), "--annotate chỉ dùng khi kiểm tra một tệp"),
        ((".", "--annotate", "x.docx"), "--annotate chỉ dùng khi kiểm tra một tệp"),
        ((".", "--profile", "xa-a.yaml"), "--profile chỉ dùng khi kiểm tra một tệp"),
        (("good.docx", "--annotate", "x.doc"), "phải có đuôi .docx"),
        (("good.docx", "--annotate", "./good.docx"), "đây chính là tệp đang đọc"),
        (("good.docx", "--parent", "letter.docx", "--annotate", "letter.docx", "--force"), "chính là tệp đang đọc"),
        (("good.docx", "--annotat", "x.docx"), "có phải là --annotate?"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_done(kegen, papers, arguments, told):
    before = {path: path.read_bytes() for path in papers.iterdir()}
    run = kegen("check", *arguments)
    assert (run.code, run.out) == (2, "")
    assert told in run.err
    assert {path: path.read_bytes() for path in papers.iterdir()} == before


def test_a_terminal_is_not_waited_for(kegen, monkeypatch):
    monkeypatch.setattr(sys, "stdin", _Piped(b"", terminal=True))
    assert "kegen check - < ke-hoach.docx" in kegen("check", "-").err


@pytest.mark.parametrize("given", [("--select", "page-a4,header"), ("--select", "header", "--select", "PAGE_A4")])
def test_rules_are_selected_by_id_or_the_beginning_of_it(kegen, given):
    rules = files(kegen("check", "good.docx", "--format", "json", *given))[0]["rules"]
    assert {"page-a4", "header-facts"} <= rules.keys()
    assert all(rule == "page-a4" or rule.startswith("header-") for rule in rules)


def test_an_ignored_rule_is_not_looked_at(kegen):
    run = kegen("check", "letter.docx", "--ignore", "page-a4", "--format", "json")
    assert "page-a4" not in files(run)[0]["rules"]


def test_json_tells_files_that_cannot_be_read_too(kegen):
    run = kegen("check", "letter.docx", "empty.docx", "--format", "json", "--select", "page-a4")
    letter, empty = files(run)
    assert letter["rules"] == {"page-a4": "fail"}
    assert letter["findings"][0]["expected"] == "210 x 297 mm (A4)"
    assert empty["error"].startswith("empty.docx: tệp rỗng")


def test_sarif_is_printed_whole(kegen):
    run = kegen("check", "letter.docx", "--format", "sarif", "--select", "page-a4")
    log = json.loads(run.out)
    assert log["version"] == "2.1.0"
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["page-a4"] * 2


def test_a_copy_with_remarks_is_written_and_the_file_stays(kegen, papers):
    before = (papers / "letter.docx").read_bytes()
    run = kegen("check", "letter.docx", "--select", "page-a4", "--annotate", "nhận xét.docx")
    assert run.code == 1
    assert "nhận xét.docx: đã ghi bản sao có 2 nhận xét bên lề" in run.out
    with zipfile.ZipFile(papers / "nhận xét.docx") as copy:
        assert "giấy không phải khổ A4" in copy.read("word/comments.xml").decode()
    assert (papers / "letter.docx").read_bytes() == before


def test_a_copy_nobody_edited_is_written_anew_and_one_that_was_is_kept(kegen, papers):
    wanted = ("check", "letter.docx", "--select", "page-a4", "--annotate", "copy.docx")
    assert [kegen(*wanted).code for _ in range(2)] == [1, 1]
    (papers / "copy.docx").write_bytes(b"mine")
    refused = kegen(*wanted)
    assert refused.code == 2
    assert "hãy chọn tên khác bằng --annotate, hoặc thêm --force" in refused.err
    assert (papers / "copy.docx").read_bytes() == b"mine"
    assert "bản cũ 1" in kegen(*wanted, "--force").out
    assert (papers / "copy (bản cũ 1).docx").read_bytes() == b"mine"


def test_a_copy_with_remarks_never_makes_way_for_a_draft(kegen, folder, papers):  # noqa: ARG001
    kegen("check", "letter.docx", "--annotate", "xa-a.docx")
    copy = (folder / "xa-a.docx").read_bytes()
    run = kegen("draft", "--profile", "xa-a.yaml", "--no-check")
    assert run.code == 1
    assert "bản sao có nhận xét hoặc có đánh dấu thay đổi" in run.err
    assert (folder / "xa-a.docx").read_bytes() == copy


def test_a_copy_of_a_document_that_has_changed_since_is_kept(kegen, papers):
    kegen("check", "letter.docx", "--annotate", "copy.docx")
    copy = (papers / "copy.docx").read_bytes()
    (papers / "letter.docx").write_bytes((papers / "good.docx").read_bytes())
    assert kegen("check", "letter.docx", "--annotate", "copy.docx").code == 2
    assert (papers / "copy.docx").read_bytes() == copy


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_a_copy_of_a_document_for_few_is_for_few(kegen, papers):
    (papers / "letter.docx").chmod(0o600)
    kegen("check", "letter.docx", "--annotate", "copy.docx")
    assert (papers / "copy.docx").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_a_pipe_in_a_folder_is_told_and_not_waited_for(kegen, papers):
    os.mkfifo(papers / "ong.docx")
    signal.alarm(20)
    try:
        run = kegen("check", ".")
    finally:
        signal.alarm(0)
    assert "ong.docx: đây là ống dẫn" in run.out + run.err


def test_a_document_is_found_by_its_name_however_its_letters_are_composed(kegen, papers):
    (papers / "good.docx").rename(papers / unicodedata.normalize("NFD", "Kế hoạch.docx"))
    assert kegen("check", "Kế hoạch.docx").code == 0


def test_a_document_with_a_comment_of_its_zip_can_be_copied(kegen, papers):
    with zipfile.ZipFile(papers / "letter.docx", "a") as archive:
        archive.comment = b"somebody's"
    assert kegen("check", "letter.docx", "--annotate", "copy.docx").code == 1
    assert zipfile.ZipFile(papers / "copy.docx").testzip() is None


def test_a_copy_that_cannot_be_written_hides_no_finding(kegen):
    run = kegen("check", "letter.docx", "--annotate", "khong-co/copy.docx")
    assert run.code == 2
    assert "[page-a4]" in run.out
    assert run.err.startswith("khong-co/copy.docx: không có thư mục này")


def test_a_profile_gives_the_facts_to_compare_with(kegen, papers):
    profile = GOOD.replace("Gia Kiệm", "Thống Nhất")
    (papers / "xa-b.yaml").write_text(profile, encoding="utf-8")
    kegen("draft", "--profile", "xa-a.yaml", "--no-check")
    same = files(kegen("check", "xa-a.docx", "--profile", "xa-a.yaml", "--format", "json"))[0]
    other = files(kegen("check", "xa-a.docx", "--profile", "xa-b.yaml", "--format", "json"))[0]
    assert same["rules"]["header-facts"] == "pass"
    assert other["rules"]["header-facts"] == "fail"


@pytest.mark.parametrize("text", ["unit: {}\n", "đây không phải hồ sơ"])
def test_a_profile_with_errors_ends_with_2_for_nothing_was_checked(kegen, papers, text):
    (papers / "xa-b.yaml").write_text(text, encoding="utf-8")
    run = kegen("check", "letter.docx", "--profile", "xa-b.yaml")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("xa-b.yaml")


@pytest.mark.parametrize(
    ("option", "file"), [("--profile", "khong-co"), ("--parent", "khong-co"), ("--parent", "empty.docx")]
)
def test_facts_that_cannot_be_read_are_told(kegen, option, file):
    run = kegen("check", "good.docx", option, file)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(file)


def test_a_document_above_may_be_given_for_many(kegen):
    assert kegen("check", "good.docx", "letter.docx", "--parent", "good.docx").code == 1


@pytest.mark.parametrize(("plain", "terminal", "coloured"), [("", True, True), ("", False, False), ("1", True, False)])
def test_colour_is_for_terminals_that_want_it(kegen, monkeypatch, plain, terminal, coloured):
    monkeypatch.setenv("NO_COLOR", plain)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    run = kegen("check", "letter.docx", "--select", "page-a4")
    assert ("\x1b[31m" in run.out) is coloured


@pytest.mark.heavy
@pytest.mark.parametrize("encoding", ["ascii", "cp1258"])
def test_a_console_without_vietnamese_letters_still_gets_the_report(papers, encoding):
    run = kegen_in(papers, "check", "letter.docx", "--select", "page-a4", PYTHONIOENCODING=encoding)
    assert run.returncode == 1
    assert b"Hi" in run.stdout
    assert b"216 x 279 mm" in run.stdout
    assert b"?" not in run.stdout
    assert run.stderr == b""
