"""`kegen resolve`: the plan as YAML, printed or written, and never over somebody's file."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kegen.plan.saved import dump
from kegen.template.template_check import trial_plan

from .conftest import GOOD
from .test_shell import kegen_in


def read(text):
    return YAML(typ="safe").load(text)


def test_it_prints_the_plan_as_yaml(kegen):
    run = kegen("resolve", "--profile", "xa-a.yaml")
    plan = read(run.out)
    assert plan["header"]["issuer"] == ["ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"]
    assert plan["signature"]["name"] == "Nguyễn Văn An"
    assert plan["tasks"][0]["lead"]


def test_it_writes_what_it_prints(kegen, folder):
    printed = kegen("resolve", "--profile", "xa-a.yaml").out
    run = kegen("resolve", "--profile", "xa-a.yaml", "--output", "a.plan.yaml")
    assert (run.code, run.out) == (0, "a.plan.yaml: đã ghi\n")
    assert (folder / "a.plan.yaml").read_text(encoding="utf-8") == printed


def test_a_plan_it_wrote_is_written_anew(kegen):
    assert [kegen("resolve", "--profile", "xa-a.yaml", "--output", "a.yaml").code for _ in range(2)] == [0, 0]


def test_a_plan_that_somebody_edited_is_kept_beside_the_new_one_and_told(kegen, folder):
    kegen("resolve", "--profile", "xa-a.yaml", "--output", "a.plan.yaml")
    edited = (folder / "a.plan.yaml").read_bytes() + "# ghi chú của tôi\n".encode()
    (folder / "a.plan.yaml").write_bytes(edited)
    run = kegen("resolve", "--profile", "xa-a.yaml", "--output", "a.plan.yaml")
    assert (run.code, run.out) == (0, "a.plan.yaml: đã ghi\n  tệp cũ được giữ tại a (bản cũ 1).plan.yaml\n")
    assert (folder / "a (bản cũ 1).plan.yaml").read_bytes() == edited


def test_a_file_that_cannot_be_read_is_not_written_over(kegen, folder, monkeypatch):
    (folder / "toi.yaml").write_bytes(b"mine")

    def fail(path):
        if path.name == "toi.yaml":
            raise PermissionError(13, "not yours")
        return real(path)

    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", fail)
    assert kegen("resolve", "--profile", "xa-a.yaml", "--output", "toi.yaml").code == 1
    assert real(folder / "toi.yaml") == b"mine"


def test_it_never_writes_over_the_profile(kegen, folder):
    run = kegen("resolve", "--profile", "xa-a.yaml", "--output", "xa-a.yaml")
    assert run.code == 1
    assert "không ghi đè" in run.err
    assert (folder / "xa-a.yaml").read_text(encoding="utf-8") == GOOD


def test_it_never_writes_over_a_draft(kegen, folder):
    kegen("draft", "--profile", "xa-a.yaml")
    draft = (folder / "xa-a.docx").read_bytes()
    assert kegen("resolve", "--profile", "xa-a.yaml", "--output", "xa-a.docx").code == 2
    assert (folder / "xa-a.docx").read_bytes() == draft


def test_a_place_where_no_file_can_be_is_told(kegen):
    run = kegen("resolve", "--profile", "xa-a.yaml", "--output", "khong-co/a.yaml")
    assert run.code == 1
    assert run.err.startswith("khong-co/a.yaml: không có thư mục này")


def test_a_wrong_profile_is_told_and_prints_nothing(kegen, folder):
    (folder / "xa-b.yaml").write_text(GOOD.replace("level: xa", "level: huyện"), encoding="utf-8")
    run = kegen("resolve", "--profile", "xa-b.yaml")
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("xa-b.yaml:1:15: lỗi:")


def test_what_goes_to_a_file_is_utf_8_whatever_the_console(folder):
    run = kegen_in(folder, "resolve", "--profile", "xa-a.yaml", PYTHONIOENCODING="cp437")
    assert read(run.stdout.decode())["kind"] == "KẾ HOẠCH"


@pytest.mark.parametrize(
    "title", ["a  b " * 60, "dòng một\ndòng hai \n", "“a”: 'b' # c", " đầu và cuối ", "a\tb", "- a", "có"]
)
def test_any_text_is_read_back_as_it_was(title):
    text = dump(trial_plan()._replace(title=title))
    assert read(text)["title"] == title
    assert not any(line.endswith(" ") for line in text.splitlines())
