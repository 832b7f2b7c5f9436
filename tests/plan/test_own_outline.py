"""`outline: rieng` and the other ways to say things as they stand: nothing of the pack is taken that is not named."""

import pytest

from kegen.plan.of_text import plan_of_text
from kegen.problem import Severity

HEAD = """\
directive: qd-534
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026, issuer: UBND tỉnh}
date: 03/6/2026
"""
OWN = "sections: {viec: {title: Việc riêng, tasks: [hh-lich-hop, Trồng cây ven đường.]}}\n"


def plan_of(text, folder):
    return plan_of_text(HEAD + text, folder / "a.yaml")


def errors(plan):
    return [each.id for each in plan.warnings if each.severity is Severity.ERROR]


def headings(plan):
    return [each.text for each in plan.body if each.kind in {"muc", "khoan", "tiet"}]


def test_an_outline_of_ones_own_has_only_what_the_profile_says(tmp_path):
    plan = plan_of(f"outline: rieng\n{OWN}", tmp_path)
    assert errors(plan) == []
    assert headings(plan) == ["I. VIỆC RIÊNG"]
    assert [each.id for each in plan.body] == ["viec", "hh-lich-hop", "viec-2"]
    assert plan.left_out == ()


@pytest.mark.parametrize("said", ["", "outline: mau\n"])
def test_without_it_the_sections_of_the_pack_stand_around(said, tmp_path):
    plan = plan_of(said + OWN, tmp_path)
    assert len(headings(plan)) > 1
    assert headings(plan)[-1].endswith("VIỆC RIÊNG")


def test_a_section_of_the_pack_can_be_taken_by_its_id_without_its_items(tmp_path):
    plan = plan_of("outline: rieng\nsections: {muc-dich: {mark: khong, tasks: [Trồng cây.]}}\n", tmp_path)
    assert errors(plan) == []
    assert [each.text for each in plan.body] == ["MỤC ĐÍCH", "Trồng cây."]
    wrong = plan_of("outline: rieng\nsections: {muc-dichh: {mark: khong}}\n", tmp_path)
    assert errors(wrong) == ["muc-la"]


def test_it_follows_no_habit_of_the_level_in_grouping(tmp_path):
    tasks = "tasks: {a: {section: viec, wording: Trồng cây., lead: van-phong}}\n"
    own, usual = (plan_of(f"{said}{OWN}{tasks}", tmp_path) for said in ("outline: rieng\n", ""))
    assert "nhom" not in {each.kind for each in own.body}
    assert len(usual.body) > len(own.body)


def test_what_the_plan_above_orders_is_still_open(tmp_path):
    (tmp_path / "tinh.yaml").write_text(
        "directive: qd-534\nunit: {level: tinh, name: Tuyên Quang}\ndate: 04/5/2026\nnumber: 176\n", encoding="utf-8"
    )
    above = HEAD.replace(
        "parent_plan: {number: 176/KH-UBND, date: 04/5/2026, issuer: UBND tỉnh}", "parent_plan: {profile: tinh.yaml}"
    )
    plan = plan_of_text(f"{above}outline: rieng\n{OWN}", tmp_path / "a.yaml")
    assert any(each.state == "open" for each in plan.coverage)


def test_opening_lines_as_typed_have_their_own_endings(tmp_path):
    text = "bases: {lines: ['Căn cứ Luật A,', 'Thực hiện B:'], ending: nhu-viet, enacting: 'UBND ban hành:'}\n"
    plan = plan_of(text, tmp_path)
    assert [each.text for each in plan.opening] == ["Căn cứ Luật A,", "Thực hiện B:", "UBND ban hành:"]
    mixed = "bases: {lines: [{verb: Căn cứ, cite: [cap-tren]}], ending: nhu-viet, enacting: 'UBND ban hành:'}\n"
    assert errors(plan_of(mixed, tmp_path)) == ["thua"]


def test_words_of_the_opening_stand_out_and_have_footnotes(tmp_path):
    text = "bases: {enacting: 'UBND xã ban hành:', emphasis: {'ban hành:': dam}, footnotes: {UBND xã: Lời chú.}}\n"
    last = plan_of(text, tmp_path).opening[-1]
    assert [last.text[a : a + b] for a, b, _ in last.spans] == ["ban hành:"]
    assert [note.text for note in last.notes] == ["Lời chú."]
    assert errors(plan_of(text.replace("{'ban hành:'", "{'không có'"), tmp_path)) == ["nhan-manh-khong-cho"]


def table_of(rows, tmp_path, more=""):
    spec = f"{{columns: [A, B, C], rows: {rows}{more}}}"
    return plan_of(
        f"outline: rieng\nsections: {{viec: {{title: V, tasks: [b]}}}}\ntasks: {{b: {{table: {spec}}}}}\n", tmp_path
    )


def test_a_cell_can_be_one_with_the_cell_above(tmp_path):
    plan = table_of('[[a, b, c], ["^", d, "^"]]', tmp_path)
    last = plan.body[-1].table.rows[-1]
    assert (last.cells, last.goes_on) == (("a", "d", "c"), (0, 2))
    first = table_of('[["^", b, c]]', tmp_path).body[-1].table.rows[0]
    assert (first.cells, first.goes_on) == (("^", "b", "c"), ())


def test_cells_can_take_several_columns(tmp_path):
    plan = table_of("[{wide: [Cộng, c], spans: ['2', '1']}]", tmp_path)
    assert errors(plan) == []
    assert plan.body[-1].table.rows[0].spans == (2, 1)
    assert errors(table_of("[{wide: [Cộng, c], spans: ['2', '2']}]", tmp_path)) == ["so-o"]


def test_the_file_line_may_name_nobody(tmp_path):
    assert plan_of("archive: khong\n", tmp_path).recipients[-1] == "- Lưu: VT."
    assert plan_of("archive: VHXH\n", tmp_path).recipients[-1] == "- Lưu: VT, VHXH."


def test_an_annex_may_have_neither_label_nor_reference(tmp_path):
    annex = "annexes: [{label: khong, title: Danh mục, reference: khong, columns: [A], rows: [[a]]}]\n"
    made = plan_of(annex, tmp_path).annexes[0]
    assert (made.label, made.title, made.reference) == ("", "DANH MỤC", "")
    usual = plan_of("annexes: [{title: Danh mục, columns: [A], rows: [[a]]}]\n", tmp_path).annexes[0]
    assert usual.label == "Phụ lục"
    assert usual.reference.startswith("(Kèm theo")
