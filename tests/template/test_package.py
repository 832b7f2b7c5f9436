"""The .docx as a file: the same bytes each time, its properties, accepted by Microsoft's own validator."""

import io
import json
import os
import subprocess
import zipfile

import pytest
from docx import Document

from kegen.identity import CUSTOM_PART
from kegen.plan.model import Note, Paragraph, Span
from kegen.shipped import templates_folder
from kegen.template import render as module
from kegen.template.render import render

from .plans import good_annex, good_plan, replace, with_text
from .reading import names
from .test_annexes import UPRIGHT

VALIDATOR = os.environ.get("KEGEN_OOXML_VALIDATOR", "")


def test_the_same_plan_gives_the_same_bytes():
    first = render(good_plan())
    module._prepared.cache_clear()
    assert render(good_plan()) == first


def test_another_plan_gives_other_bytes():
    assert render(with_text("khác")) != render(good_plan())


def test_no_time_but_1980_is_in_the_file():
    with zipfile.ZipFile(io.BytesIO(render(good_plan()))) as z:
        assert {info.date_time for info in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_content_types_come_first_and_no_name_twice():
    found = names(render(good_plan()))
    assert found[0] == "[Content_Types].xml"
    assert len(found) == len(set(found))


def test_the_parts_stand_in_the_templates_order():
    template = names((templates_folder() / "ke-hoach.docx").read_bytes())
    first = ["[Content_Types].xml", "_rels/.rels"]
    assert names(render(good_plan())) == [*first, *(name for name in template if name not in first), CUSTOM_PART]


def test_a_draft_is_lean():
    assert len(render(good_plan())) < 12_000


def test_the_properties_tell_title_author_language_and_date():
    plan = good_plan()
    told = Document(io.BytesIO(render(plan))).core_properties
    assert told.title == f"KẾ HOẠCH {plan.title}"
    assert (told.subject, told.author, told.language) == (plan.title, plan.unit_name, "vi-VN")
    assert told.created.isoformat() == told.modified.isoformat() == "2026-06-03T00:00:00+00:00"


def test_a_title_of_two_lines_with_a_firm_hyphen_is_one_line_of_the_properties():
    draft = render(replace(good_plan(), title="Thực hiện\nKết luận số 226\u2011KL/TW"))
    assert Document(io.BytesIO(draft)).core_properties.subject == "Thực hiện Kết luận số 226-KL/TW"


def test_without_a_date_of_issue_the_properties_hold_none():
    draft = render(replace(good_plan(), issued=""))
    with zipfile.ZipFile(io.BytesIO(draft)) as z:
        assert b"dcterms:created" not in z.read("docProps/core.xml")


EVERY_FORM = replace(
    good_plan(),
    body=(
        *good_plan().body,
        Paragraph("doan", "50 m2 a.", (Note(2, "b"),), spans=(Span(4, 1, "tren"),)),
        *UPRIGHT.blocks,
    ),
    closing=(),
    annexes=(UPRIGHT, good_annex(), UPRIGHT),
)


@pytest.mark.validator
@pytest.mark.skipif(not VALIDATOR, reason="KEGEN_OOXML_VALIDATOR không đặt")
@pytest.mark.parametrize(
    "plan",
    [good_plan(), with_text("a\n\tb"), replace(good_plan(), annexes=(good_annex(30),)), EVERY_FORM],
    ids=["ngan", "dong", "phu-luc", "moi-dang"],
)
def test_the_validator_finds_no_error(plan, tmp_path):
    file = tmp_path / "draft.docx"
    file.write_bytes(render(plan))
    done = subprocess.run([VALIDATOR, str(file)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []
