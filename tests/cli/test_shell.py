"""The shell round the commands: help, wrong use, consoles, and what a plain draft loads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import GOOD


def kegen_in(folder, *arguments, **environment):
    """Run kegen as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kegen", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)])
def test_help_is_vietnamese(kegen, arguments):
    run = kegen(*arguments)
    assert run.code == 0
    assert "Cách dùng: kegen" in run.out
    assert "Soạn kế hoạch từ hồ sơ" in run.out
    for word in ("Usage", "Options", "Commands", "Show"):
        assert word not in run.out


@pytest.mark.parametrize("command", ["draft", "resolve", "check", "rules"])
def test_each_command_has_its_help_page(kegen, command):
    run = kegen(command, "-h")
    assert run.code == 0
    assert "Tùy chọn" in run.out
    assert "required" not in run.out


def test_the_version_is_told(kegen):
    assert kegen("--version").out.startswith("kegen 0.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("drat",), "có phải là draft?"),
        (("draft",), "thiếu --profile"),
        (("resolve",), "ví dụ: kegen resolve --profile"),
        (("--",), "thiếu lệnh; hãy chọn: import, confirm, new, draft"),
        (("--profile", "xa-a.yaml", "draft"), "phải đứng sau tên lệnh"),
        (("draft", "--final=1"), "--final không nhận giá trị"),
        (("resolve", "--profile", "xa-a.yaml", "--profile", "mau-xa"), "--profile được ghi 2 lần"),
        (("draft", "--profil", "x"), "có phải là --profile?"),
        (("draft", "--profile"), "cần một giá trị"),
        (("draft", "--profile", "xa-a.yaml", "--format", "xml"), "hãy chọn: text, json"),
        (("draft", "--profile", "xa-a.yaml", "thừa"), "chữ thừa"),
        (("--profil",), "không có tùy chọn --profil"),
    ],
)
def test_wrong_use_is_told_in_vietnamese_and_ends_with_2(kegen, arguments, told):
    run = kegen(*arguments)
    assert run.code == 2
    assert told in run.err
    assert "--help" in run.err


@pytest.mark.heavy
@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1258"])
def test_a_console_without_vietnamese_letters_still_gets_the_news(folder, encoding):
    (folder / "xa-b.yaml").write_text(GOOD.replace("level: xa", "level: huyện"), encoding="utf-8")
    good = kegen_in(folder, "draft", "--profile", "xa-a.yaml", PYTHONIOENCODING=encoding)
    bad = kegen_in(folder, "draft", "--profile", "xa-b.yaml", PYTHONIOENCODING=encoding)
    assert (good.returncode, bad.returncode) == (0, 1)
    assert b"xa-a.docx" in good.stdout
    assert b"xa-b.yaml:1:15" in bad.stderr
    assert b"?" not in good.stdout
    assert b"Traceback" not in bad.stderr


@pytest.mark.heavy
def test_the_help_page_too_keeps_to_the_letters_of_the_console(folder):
    assert b"Cach dung: kegen [TUY CHON] LENH ..." in kegen_in(folder, "-h", PYTHONIOENCODING="ascii").stdout
    assert "Cách dùng: kegen" in kegen_in(folder, "-h", PYTHONIOENCODING="utf-8").stdout.decode()


@pytest.mark.heavy
@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1258", "utf-8"])
def test_json_is_whole_and_valid_on_any_console(folder, encoding):
    arguments = ("draft", "--profile", "mau-xa", "--format", "json")
    run = kegen_in(folder, *arguments, PYTHONIOENCODING=encoding)
    (file,) = json.loads(run.stdout.decode(encoding))["files"]
    assert "số của kế hoạch" in file["blanks"][0]["what"]


def test_a_reader_that_goes_away_is_no_fault(folder):
    command = f"{sys.executable} -m kegen resolve --profile xa-a.yaml; echo ended $? >&2"
    run = subprocess.run(["bash", "-c", f"({command}) | true"], cwd=folder, capture_output=True, check=True)
    assert run.stderr == b"ended 0\n"


@pytest.mark.heavy
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", ["-h", "draft --profile xa-a.yaml", "resolve --profile xa-a.yaml"])
def test_a_disk_too_full_for_the_results_is_told(folder, arguments):
    command = f"{sys.executable} -m kegen {arguments} > /dev/full"
    run = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False)
    assert run.returncode == 2
    assert run.stderr.decode().splitlines() == ["không in được kết quả (mã lỗi 28); hãy kiểm tra ổ đĩa nơi ghi kết quả"]


@pytest.mark.heavy
@pytest.mark.skipif(os.name == "nt", reason="no >&- on Windows")
def test_closed_streams_stop_no_draft(folder):
    command = f"{sys.executable} -m kegen draft --profile xa-a.yaml >&- 2>&-"
    run = subprocess.run(["bash", "-c", command], cwd=folder, check=False)
    assert run.returncode == 0
    assert (folder / "xa-a.docx").is_file()


def test_an_interrupted_run_says_so_shortly(kegen, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("kegen.cli.draft.find_profile", interrupted)
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert run.code == 130
    assert run.err.strip().startswith("Đã dừng theo yêu cầu")


def test_a_bug_keeps_its_traceback(kegen, monkeypatch):
    def bug(*_):
        raise FileNotFoundError("no file of a person's")

    monkeypatch.setattr("kegen.cli.draft.find_profile", bug)
    with pytest.raises(FileNotFoundError):
        kegen("draft", "--profile", "xa-a.yaml")


@pytest.mark.parametrize(("plain", "terminal", "coloured"), [("", True, True), ("", False, False), ("1", True, False)])
def test_colour_is_for_terminals_that_want_it(kegen, monkeypatch, plain, terminal, coloured):
    monkeypatch.setenv("NO_COLOR", plain)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    run = kegen("draft", "--profile", "khong-co")
    assert ("\x1b[31m" in run.err) is coloured


def test_a_plain_draft_loads_no_library_it_does_not_need(folder):
    kegen_in(folder, "draft", "--profile", "xa-a.yaml")
    heavy = ["docxtpl", "docx", "openpyxl", "icalendar", "python_redlines"]
    assert loaded(folder, ["draft", "--profile", "xa-a.yaml", "--output", "b.docx"], heavy) == "[]"


def loaded(folder, arguments, modules):
    """Return which of the modules a run loads."""
    code = f"import sys; from kegen.cli.shell import run; run({arguments})"
    code += f"; print([m for m in {modules} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()[-1]


def test_the_version_loads_next_to_nothing(folder):
    assert loaded(folder, ["--version"], ["pydantic", "docxtpl", "ruamel.yaml", "jinja2", "lxml"]) == "[]"


def test_what_the_disk_will_not_do_is_told_in_a_sentence(kegen, monkeypatch):
    def failing(*_):
        raise OSError(5, "Input/output error", "/o/xa.yaml")

    monkeypatch.setattr("kegen.cli.draft.find_profile", failing)
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert run.code == 2
    assert run.err.startswith("/o/xa.yaml: máy báo lỗi đọc, ghi tệp (mã lỗi 5)")


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_process_that_is_asked_to_end_leaves_nothing_half_written(folder, name):
    code = (
        "import os, signal, kegen.cli, sys; real = os.fsync;"
        f"os.fsync = lambda handle: os.kill(os.getpid(), signal.{name}) or real(handle);"
        "sys.argv[1:] = ['draft', '--profile', 'xa-a.yaml', '--no-check']; kegen.cli.main()"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 130
    assert "Đã dừng theo yêu cầu" in run.stderr
    assert [each.name for each in folder.iterdir()] == ["xa-a.yaml"]
