"""The shell round the commands: help, wrong use, consoles, and what a plain draft loads."""

import os
import subprocess
import sys

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


@pytest.mark.parametrize("command", ["draft", "resolve"])
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


def test_resolve_prints_the_plan_as_yaml(kegen, folder):
    from ruamel.yaml import YAML

    run = kegen("resolve", "--profile", "xa-a.yaml")
    plan = YAML(typ="safe").load(run.out)
    assert plan["header"]["issuer"] == ["ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"]
    assert plan["signature"]["name"] == "Nguyễn Văn A"
    assert kegen("resolve", "--profile", "xa-a.yaml", "--output", "a.plan.yaml").code == 0
    assert (folder / "a.plan.yaml").read_text(encoding="utf-8") == run.out


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


def test_colour_is_for_terminals_only(kegen):
    assert "\x1b" not in kegen("draft", "--profile", "khong-co").err


def test_a_plain_draft_loads_nothing_it_does_not_need(folder):
    kegen_in(folder, "draft", "--profile", "xa-a.yaml")
    code = (
        "import sys; from kegen.cli.shell import run; run(['draft', '--profile', 'xa-a.yaml', '--output', 'b.docx']);"
        "print([m for m in ('pydantic', 'docxtpl', 'docx', 'lxml', 'difflib') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
