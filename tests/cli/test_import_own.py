"""`kegen import --own`: what it writes, what it prints, and how it ends."""

import json

import pytest

from kegen.docx.find import find_parts
from kegen.docx.read import read_document
from tests.importing.papers import HEAD, paper

WORK = ("*I. VIỆC", "- Sở Xây dựng chủ trì trồng cây.", "- Chăm cây.")


@pytest.fixture
def own(folder):
    """A folder with a plan of the unit's own."""
    (folder / "15-KH.docx").write_bytes(paper(*WORK))
    return folder


def test_it_writes_a_profile_whose_draft_says_the_same(kegen, own):
    run = kegen("import", "--own", "15-KH.docx")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("15-KH.yaml: đã ghi hồ sơ\n")
    assert "2 đoạn là lời của đơn vị" in run.out
    assert kegen("draft", "--profile", "15-KH.yaml", "--output", "lai.docx").code == 0
    parts = find_parts(read_document((own / "lai.docx").read_bytes()))
    said = [each.line.text for each in parts.body]
    assert said[-3:] == ["I. VIỆC", "- Sở Xây dựng chủ trì trồng cây.", "- Chăm cây./."]


def test_it_writes_over_nothing(kegen, own):
    kegen("import", "--own", "15-KH.docx")
    first = (own / "15-KH.yaml").read_bytes()
    run = kegen("import", "--own", "15-KH.docx")
    assert run.code == 2
    assert "không ghi đè" in run.err
    assert kegen("import", "--own", "15-KH.docx", "--force").code == 2
    assert (own / "15-KH.yaml").read_bytes() == first
    assert kegen("import", "--own", "15-KH.docx", "--output", "moi.yaml").code == 0


def test_the_plan_above_is_named_as_the_profile_sees_it(kegen, own):
    (own / "tren.docx").write_bytes(paper("*I. VIỆC", "- Ủy ban nhân dân cấp xã trồng cây."))
    assert kegen("import", "tren.docx").code == 0
    head = {**HEAD, "issuer": ("ỦY BAN NHÂN DÂN", "XÃ THẤT KHÊ"), "number": "Số: 9/KH-UBND"}
    (own / "xa.docx").write_bytes(paper(*WORK, head=head))
    assert kegen("import", "--own", "xa.docx", "--parent", "tren.plan.yaml").code == 0
    assert "plan: tren.plan.yaml" in (own / "xa.yaml").read_text(encoding="utf-8")


def test_a_plan_above_that_cannot_be_above_is_told(kegen, own):
    (own / "tren.docx").write_bytes(paper("*I. VIỆC", "- Ủy ban nhân dân cấp xã trồng cây."))
    kegen("import", "tren.docx")
    run = kegen("import", "--own", "15-KH.docx", "--parent", "tren.plan.yaml")
    assert "Hồ sơ chưa chứa được 1 điều" in run.out
    assert "KHÔNG ĐƯA VÀO ĐƯỢC, parent_plan.plan" in (own / "15-KH.yaml").read_text(encoding="utf-8")


def test_a_program_gets_the_same_as_json(kegen, own):  # noqa: ARG001 - the file is there
    record = json.loads(kegen("import", "--own", "15-KH.docx", "--format", "json").out)
    assert record["paragraphs"] == {"by_id": 0, "edited": 0, "total": 2}
    assert record["not_in_profile"] == record["errors"] == []


@pytest.mark.parametrize("wrong", [("--output", "a.plan.yaml"), ("--output", "a.docx"), ("--directive", "la-lung")])
def test_a_wrong_option_is_told_and_nothing_is_written(kegen, own, wrong):
    run = kegen("import", "--own", "15-KH.docx", *wrong)
    assert run.code != 0
    assert run.err
    assert "Traceback" not in run.err
    assert sorted(each.suffix for each in own.iterdir()) in ([".docx"], [".docx", ".yaml"])


def test_parent_and_directive_go_with_own_alone(kegen, own):  # noqa: ARG001 - the file is there
    assert kegen("import", "15-KH.docx", "--parent", "x.plan.yaml").code == 2
    assert "--own" in kegen("import", "15-KH.docx", "--directive", "chung").err
