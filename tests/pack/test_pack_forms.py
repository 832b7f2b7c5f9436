"""What a pack may give beside sentences: footnotes, words that stand out, tables."""

import pytest

import kegen
from kegen.pack.find import find_pack
from kegen.pack.model import PackTask
from kegen.pack.read import read_pack

UNIT = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
TASK = {
    "id": "hh-thu",
    "wording": "Phòng họp của {{ unit }} không quá 50 m2, như sau:",
    "footnotes": {"50 m2": "Theo định mức của {{ unit }}."},
    "emphasis": {"m[2]": "tren", "như sau": "dam"},
    "table": {"columns": ["Mức", "Nơi"], "rows": [["10%", "{{ unit }}"]]},
}


@pytest.fixture
def plan(tmp_path, monkeypatch):
    """Resolve a profile under the shipped pack with one more task, in its section on meetings."""

    def resolved(more=""):
        loaded = read_pack(find_pack("qd-534"))
        sections = tuple(_with_task(each) for each in loaded.pack.sections)
        pack = loaded.pack.model_copy(update={"sections": sections})
        monkeypatch.setattr("kegen.plan.which_pack.read_pack", lambda _: loaded._replace(pack=pack))
        path = tmp_path / "a.yaml"
        path.write_text(UNIT + more, "utf-8")
        return kegen.resolve(kegen.load(path))

    return resolved


def _with_task(section):
    if section.id == "hoi-hop":
        return section.model_copy(update={"tasks": (*section.tasks, PackTask.model_validate(TASK))})
    return section.model_copy(update={"sections": tuple(map(_with_task, section.sections))})


def of_task(plan):
    return [each for each in plan.body if each.id == "hh-thu"]


def test_a_sentence_has_its_note_its_words_that_stand_out_and_its_table(plan):
    sentence, table = of_task(plan())
    assert "xã Nhữ Khê" in sentence.text
    (note,) = sentence.notes
    assert sentence.text[: note.offset].endswith("50 m2")
    assert "{" not in note.text
    assert {sentence.text[span.start :][: span.length] for span in sentence.spans} == {"2", "như sau"}
    assert [row.cells for row in table.table.rows] == [("10%", "xã Nhữ Khê")]


def test_a_profile_that_takes_the_words_away_is_told(plan):
    changed = plan("tasks: {hh-thu: {edits: {50 m2: 60 mét vuông}}}\n")
    assert {each.id for each in changed.warnings} == {"mat-cho"}
    assert of_task(changed)[0].notes == ()
