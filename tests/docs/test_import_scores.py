"""The scorer of `kegen import`, on a small plan that was made up: what is right counts, what is wrong is told."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from kegen.plan.model import (
    Annex,
    Column,
    Header,
    Link,
    Paragraph,
    Plan,
    PlanIdentity,
    Read,
    Signature,
    Source,
    Table,
    TableRow,
    Target,
    Task,
)

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / ".ci"))

from import_dates import dates_in  # noqa: E402 - scripts beside the checks, not a part of kegen
from import_fields import fields  # noqa: E402
from import_scores import Score, lower, totals  # noqa: E402
from import_truth import Truth, read_all  # noqa: E402
from same_text import mark_of, office  # noqa: E402

TRUTHS = read_all(ROOT / ".ci" / "truth")
MOST_WORDS = 4
DAY = "trước ngày 10/6/2026"
TASK = "muc-1-1-y-1"
ROW = "phu-luc-1-dong-2"
READ = (Read("lead", "đoạn 4", "tieu-de"),)
COLUMN = (Read("lead", "phụ lục 1, dòng 2, cột 2", "cot"),)
BODY = (
    Paragraph("muc", "I. NHIỆM VỤ", id="muc-1", depth=1, place="đoạn 2"),
    Paragraph("khoan", "1. Sở Cây xanh", id="muc-1-1", depth=2, place="đoạn 3"),
    Paragraph("doan", f"- Chủ trì, phối hợp với Sở Nước trồng 90% số cây {DAY}.", id=TASK, place="đoạn 4"),
    Paragraph("doan", "2. Các xã, phường chăm cây định kỳ.", id="muc-1-y-1", place="đoạn 5"),
)
TABLE = Table((Column("Việc"), Column("Chủ trì")), (TableRow(("Đếm cây", "Sở Nước"), ROW),))
PLAN = Plan(
    header=Header("", ("ỦY BAN NHÂN DÂN", "TỈNH MẪU"), "Số: 12/KH-UBND", "Mẫu, ngày 05 tháng 3 năm 2026"),
    kind="KẾ HOẠCH",
    title="Trồng cây",
    opening=(Paragraph("mo-dau", "Thực hiện Chỉ thị số 1/CT-BM, tỉnh ban hành kế hoạch:", place="đoạn 1"),),
    body=BODY,
    closing=(Paragraph("doan", "Trên đây là kế hoạch./.", place="đoạn 6"),),
    recipients=("- Sở Nước;", "- Lưu: VT."),
    signature=Signature(("CHỦ TỊCH",), "Nguyễn Văn Mẫu"),
    tasks=(
        Task(TASK, "", "Sở Cây xanh", ("Sở Nước",), DAY, "", "", "", read=READ),
        Task("muc-1-y-1", "", "các xã, phường", (), "định kỳ", "", "", "", read=(Read("lead", "đoạn 5", "cau"),)),
        Task(ROW, "", "Sở Nước", (), "", "", "", "", read=COLUMN),
    ),
    targets=(Target("ct-1", "cây", ">=", "90", "%", "2026", "toan-dia-ban", read=(Read("value", "đoạn 4", "cau"),)),),
    left_out=(),
    blanks=(),
    unit_name="",
    issued="2026-03-05",
    standing=PlanIdentity(level="tinh", chain=(Link("a", "Chỉ thị", "1/CT-BM", "", "Bộ Mẫu", ""),), year="10/12"),
    annexes=(Annex("Phụ lục", "VIỆC", "", (Paragraph("bang", "", table=TABLE),)),),
    source=Source("mau.docx", "", "docx"),
)
LETTERS = [each.text for part in (PLAN.opening, PLAN.body, PLAN.closing) for each in part]
BODY_TRUTH = [
    {"n": 1, "mark": "", "starts": "Thực hiện Chỉ thị"},
    {"n": 2, "mark": "I.", "starts": "NHIỆM VỤ", "depth": 1},
    {"n": 3, "mark": "1.", "starts": "Sở Cây xanh", "depth": 2, "under": 2},
    {
        "n": 4,
        "mark": "-",
        "starts": "Chủ trì, phối hợp",
        "under": 3,
        "task": True,
        "lead": ["Sở Cây xanh"],
        "how": ["tieu-de"],
        "helpers": ["Sở Nước"],
        "deadline": {"kind": "dated", "dates": ["2026-06-10"]},
    },
    {
        "n": 5,
        "mark": "2.",
        "starts": "Các xã, phường",
        "under": 2,
        "task": True,
        "lead": ["Các xã, phường"],
        "how": ["cau"],
        "deadline": {"kind": "periodic", "words": ["định kỳ"]},
        "communes": "leads",
    },
    {"n": 6, "mark": "", "starts": "Trên đây là"},
]
FACTS = {
    "header": {
        "parent": "",
        "issuer": ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"],
        "number": "12",
        "symbol": "KH-UBND",
        "place": "Mẫu",
        "date": ["5", "3", "2026"],
        "kind": "KẾ HOẠCH",
        "title": mark_of("Trồng cây"),
    },
    "chain": [{"kind": "Chỉ thị", "number": "1/CT-BM", "date": "", "issuer": "Bộ Mẫu"}],
    "above": "1/CT-BM",
    "reporting": {"half_year": [""], "year": ["10/12"]},
    "recipients": [mark_of("- Sở Nước;"), mark_of("- Lưu: VT.")],
    "signer": {"lines": ["CHỦ TỊCH"], "name": "Nguyễn Văn Mẫu"},
    "body": BODY_TRUTH,
    "targets": [{"n": 4, "compare": ">=", "value": "90", "unit": "%", "year": ["", "2026"], "scope": "toan-dia-ban"}],
    "annexes": [
        {
            "label": mark_of("Phụ lục"),
            "title": mark_of("VIỆC"),
            "reference": "",
            "orientation": "ngang",
            "rows": [
                {"row": 1, "cells": [mark_of("Việc"), mark_of("Chủ trì")]},
                {"row": 2, "cells": [mark_of("Đếm cây"), mark_of("Sở Nước")]},
            ],
            "tasks": [{"row": 2, "lead": ["Sở Nước"], "how": ["cot"]}],
        }
    ],
}


def scored(plan=PLAN, facts=FACTS):
    return {each.name: each for each in fields(plan, Truth("mau", "mau.docx", facts), LETTERS)}


def task(**changes):
    """Return the plan with its first task changed."""
    return PLAN._replace(tasks=(PLAN.tasks[0]._replace(**changes), *PLAN.tasks[1:]))


def test_a_plan_that_says_what_the_truth_says_is_right_in_every_field():
    found = scored()
    assert len(found) > 20
    assert not [(each.name, each.wanted, each.given) for each in found.values() if each.wanted != each.given]
    assert found["tasks"].right == 3
    assert found["annex cells"].right == 4


WRONG = {
    "outline": PLAN._replace(body=(BODY[0]._replace(kind="doan", depth=0), *BODY[1:])),
    "headings": PLAN._replace(body=(BODY[0], BODY[1]._replace(kind="doan", depth=0), *BODY[2:])),
    "paragraphs, letter for letter": PLAN._replace(body=(*BODY[:3], BODY[3]._replace(text=BODY[3].text[:-2] + "..."))),
    "tasks": PLAN._replace(tasks=PLAN.tasks[1:]),
    "leads stated": task(lead="Sở Nước"),
    "how the lead was read": task(read=(Read("lead", "đoạn 4", "cau"),)),
    "helpers": task(helpers=()),
    "deadlines, dated": task(deadline="trước ngày 11/6/2026"),
    "targets": PLAN._replace(targets=(PLAN.targets[0]._replace(value="80"),)),
    "targets: year": PLAN._replace(targets=(PLAN.targets[0]._replace(year="2030"),)),
    "targets: scope": PLAN._replace(targets=(PLAN.targets[0]._replace(scope="tung-don-vi"),)),
    "days of reports": PLAN._replace(standing=PLAN.standing._replace(half_year="05/6")),
    "header": PLAN._replace(header=PLAN.header._replace(number="Số: 13/KH-UBND")),
    "chain": PLAN._replace(
        standing=PLAN.standing._replace(chain=(PLAN.standing.chain[0]._replace(date="2026-01-01"),))
    ),
    "recipients": PLAN._replace(recipients=PLAN.recipients[1:]),
    "signer": PLAN._replace(signature=Signature(("PHÓ CHỦ TỊCH",), "Nguyễn Văn Mẫu")),
    "annexes": PLAN._replace(annexes=(PLAN.annexes[0]._replace(title="KHÁC"),)),
    "addressed to communes": PLAN._replace(
        tasks=(*PLAN.tasks[:1], PLAN.tasks[1]._replace(lead="Sở Nước"), PLAN.tasks[2])
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_read_wrongly_is_not_right(name):
    field = scored(WRONG[name])[name]
    assert field.right < max(field.given.total(), field.wanted.total())


def test_a_lead_that_nothing_states_is_no_stated_lead():
    field = scored(task(read=(Read("lead", "đoạn 4", "khong"),)))["leads stated"]
    assert (field.right, field.given.total(), field.wanted.total()) == (2, 2, 3)


def test_what_the_truth_leaves_open_is_not_scored():
    body = [*BODY_TRUTH[:3], {**BODY_TRUTH[3], "either": ["lead", "how"]}, *BODY_TRUTH[4:]]
    field = scored(task(lead="Sở Khác"), {**FACTS, "body": body})["leads stated"]
    assert (field.right, field.given.total(), field.wanted.total()) == (2, 2, 2)


def test_a_scope_that_is_asked_costs_recall_and_no_precision():
    field = scored(PLAN._replace(targets=(PLAN.targets[0]._replace(scope="chua-ro"),)))["targets: scope"]
    assert (field.given.total(), field.wanted.total()) == (0, 1)


def test_an_office_is_one_whatever_joins_and_shortens_its_name():
    assert office("Giao Sở Nước; Ủy ban nhân dân xã") == office("Sở Nước và UBND xã")
    assert office("Sở Nước") != office("Sở Cây xanh")


def test_dates_are_found_as_they_are_written():
    assert dates_in("chậm nhất ngày 15/01/2026, trong quý II năm 2026") == ["2026-01-15", "2026-Q2"]
    assert dates_in("trước ngày 05/6 và 05 tháng 12") == ["06-05", "12-05"]
    assert dates_in("thường xuyên") == []


def test_a_figure_that_falls_is_told_and_one_that_rises_is_not(tmp_path, monkeypatch):
    file = tmp_path / "scores.tsv"
    file.write_text("form\tdocument\tfield\tprecision\trecall\ndocx\tmau\ttasks\t0.900\t0.900\n", encoding="utf-8")
    monkeypatch.setattr("import_scores.STOOD", file)
    assert lower([Score("docx", "mau", "tasks", 8, 10, 10)])
    assert not lower([Score("docx", "mau", "tasks", 10, 10, 10)])
    assert totals([Score("docx", "a", "tasks", 1, 2, 3), Score("docx", "b", "tasks", 1, 1, 1)])[0][3:] == (2, 3, 4)


def test_there_is_truth_for_nine_plans_and_every_heading_stands_before_what_is_under_it():
    assert len(TRUTHS) == 9
    for truth in TRUTHS:
        assert [each["n"] for each in truth.body] == list(range(1, len(truth.body) + 1))
        depths = {each["n"]: each.get("depth", 0) for each in truth.body}
        assert all(depths[each["under"]] and each["under"] < each["n"] for each in truth.body if "under" in each)


def test_the_truth_quotes_no_sentence_of_others():
    starts = [each["starts"] for truth in TRUTHS for each in truth.body]
    starts += [each["words"] for truth in TRUTHS for each in truth.facts["targets"] if "words" in each]
    assert Counter(len(each.split()) <= MOST_WORDS for each in starts)[False] == 0
