"""`kegen import`: what it writes, what it prints, and how it ends."""

import json

import pytest

from kegen.plan.saved import read_plan
from tests.importing.papers import HEAD, paper

WORK = ("*I. VIỆC", "- Sở Xây dựng chủ trì trồng cây.")
BLANK = {**HEAD, "number": "Số:     /KH-UBND"}


@pytest.fixture
def received(folder):
    """A folder with one plan as it arrived."""
    (folder / "15-KH.docx").write_bytes(paper(*WORK, head=BLANK))
    return folder


def test_it_writes_the_plan_beside_the_file_and_tells_what_to_confirm(kegen, received):
    run = kegen("import", "15-KH.docx")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("15-KH.plan.yaml: đã ghi\n  Ủy ban nhân dân tỉnh Lạng Sơn: Trồng cây phân tán năm 2026\n")
    assert "Điều kegen chưa chắc (1):\n  1. Số, ký hiệu của văn bản này là gì?\n     “Số: /KH-UBND”" in run.out
    assert run.out.endswith("kegen confirm 15-KH.plan.yaml\n")
    plan = read_plan(received / "15-KH.plan.yaml").plan
    assert plan.source.file == "15-KH.docx"
    assert plan.standing.symbol == ""


def test_it_tells_when_nothing_is_to_be_confirmed(kegen, folder):
    (folder / "a.docx").write_bytes(paper(*WORK))
    assert kegen("import", "a.docx").out.endswith("Không có điều gì phải xác nhận.\n")


def test_a_program_gets_the_same_as_json(kegen, received):  # noqa: ARG001 - the file is there
    record = json.loads(kegen("import", "15-KH.docx", "--format", "json").out)
    assert record["output"] == "15-KH.plan.yaml"
    assert record["counts"]["đề mục"] == 1
    assert [each["id"] for each in record["asks"]] == ["so-ngay-standing-symbol"]


def test_what_a_person_put_right_is_not_written_over(kegen, received):
    kegen("import", "15-KH.docx")
    target = received / "15-KH.plan.yaml"
    target.write_text(target.read_text(encoding="utf-8").replace("trồng cây.", "trồng cây gỗ."), encoding="utf-8")
    edited = target.read_bytes()
    run = kegen("import", "15-KH.docx")
    assert run.code == 1
    assert "--force" in run.err
    assert target.read_bytes() == edited
    forced = kegen("import", "15-KH.docx", "--force")
    assert forced.code == 0
    assert "tệp cũ được giữ tại" in forced.out


def test_a_second_run_changes_nothing(kegen, received):  # noqa: ARG001 - the file is there
    kegen("import", "15-KH.docx")
    assert kegen("import", "15-KH.docx").out.startswith("15-KH.plan.yaml: không có gì thay đổi\n")


def test_the_plan_goes_where_it_is_wanted(kegen, received):
    assert kegen("import", "15-KH.docx", "--output", "tinh.plan.yaml").code == 0
    assert (received / "tinh.plan.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "thiếu tệp cần đọc"),
        (("a.docx", "b.docx"), "mỗi lần một tệp"),
        (("15-KH.docx", "--output", "a.yaml"), ".plan.yaml"),
        (("khong-co.docx",), "khong-co.docx"),
        (("xa-a.txt",), "kegen import đọc tệp .docx"),
        (("xa-a.yaml",), "kegen resolve"),
        (("hong.docx",), "hong.docx"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_writes_nothing(kegen, received, arguments, why):
    (received / "hong.docx").write_bytes(b"PK\3\4 hong")
    before = sorted(received.iterdir())
    run = kegen("import", *arguments)
    assert (run.code, run.out) == (2, "")
    assert why in run.err
    assert "Traceback" not in run.err
    assert sorted(received.iterdir()) == before
