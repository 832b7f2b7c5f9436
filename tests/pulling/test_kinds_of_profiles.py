"""Profiles made of a unit's own plan, and of a plan above that was received, take edits as others do."""

import io
from pathlib import Path

import pytest
from docx import Document

from kegen.cli.shell import run
from kegen.docx.identity import digests_in
from kegen.docx.read import read_document
from kegen.form.opened import open_profile
from kegen.identity import digest_of
from kegen.importing.own_tables import annex_data
from kegen.pulling.parts import content_of
from kegen.pulling.pull import Draft, pull
from kegen.shipped import profiles_folder
from kegen.template.render import render

from .drafts import put

EXAMPLE = Path(__file__).parents[2] / "docs" / "vi-du" / "ke-hoach-tinh.docx"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A profile read from a unit's own plan: all its words are its own."""
    monkeypatch.chdir(tmp_path)
    assert run(["draft", "--profile", str(profiles_folder() / "xa-thien-tan.yaml"), "--output", "cu.docx"]) == 0
    assert run(["import", "--own", "cu.docx", "--output", "xa.yaml"]) == 0
    return tmp_path / "xa.yaml"


@pytest.fixture
def below(tmp_path, monkeypatch):
    """A profile under a plan that was received."""
    monkeypatch.chdir(tmp_path)
    assert run(["import", str(EXAMPLE), "--output", "tinh.plan.yaml"]) == 0
    assert run(["new", "--parent", "tinh.plan.yaml", "--unit", "xã Khánh Khê", "--yes", "--output", "xa.yaml"]) == 0
    return tmp_path / "xa.yaml"


@pytest.mark.parametrize("kind", ["own", "below"])
def test_words_paragraphs_and_order_are_taken(kind, request):
    path = request.getfixturevalue(kind)
    data = path.read_bytes()
    document = Document(io.BytesIO(render(open_profile(data, path).made.plan, profile=path.name)))
    texts = [each for each in document.paragraphs if each.style.name == "KH Đoạn" and len(each.text) > 60]
    put(texts[0], texts[0].text.replace(" ", " rất ", 1) if texts[0].text[0] != "-" else f"- Rất {texts[0].text[2:]}")
    texts[1]._p.getparent().remove(texts[1]._p)
    memory = io.BytesIO()
    document.save(memory)
    edited = memory.getvalue()
    pulled = pull(data, path, Draft(read_document(edited, with_marks=True), digests_in(edited)))
    assert {each.how for each in pulled.taken} == {"reworded", "removed"}
    assert pulled.left == ()
    drafted = render(open_profile(pulled.data, path).made.plan, profile=path.name)
    said = {each.bare for each in content_of(read_document(drafted, with_marks=True)).parts}
    assert {each.bare for each in content_of(read_document(edited, with_marks=True)).parts} == said


@pytest.mark.parametrize("file", sorted(profiles_folder().glob("*.yaml")), ids=lambda file: file.stem)
def test_each_text_of_a_draft_nobody_edited_is_known_for_what_it_was(file):
    draft = render(open_profile(file.read_bytes(), file).made.plan, profile=file.name)
    said = {digest_of(each.bare): each.text for each in content_of(read_document(draft, with_marks=True)).parts}
    assert [text for digest, text in said.items() if digest not in digests_in(draft)] == []
    assert digest_of("Một câu không có trong bản soạn") not in digests_in(draft)


def test_widths_of_columns_stay_the_millimetres_that_the_profile_says(tmp_path):
    columns = "[{title: Việc, width: '37,5'}, {title: Nơi làm, width: 60}, Ghi chú]"
    path = tmp_path / "xa.yaml"
    annex = f"annexes:\n- {{title: Danh mục, orientation: doc, columns: {columns}, rows: [[a, b, c]]}}\n"
    path.write_text((profiles_folder() / "mau-xa.yaml").read_text(encoding="utf-8") + annex, encoding="utf-8")
    (made,) = open_profile(path.read_bytes(), path).made.plan.annexes
    data = annex_data(made, {})
    assert [each.get("width") if isinstance(each, dict) else None for each in data["columns"]] == ["37,5", "60", None]
