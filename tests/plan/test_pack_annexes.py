"""Annexes, run-in headings and points that a pack has; what of it a profile lists; what is not lost in silence."""

import pytest

import kegen
from kegen.plan.resolve import resolve_leniently
from kegen.problem import Invalid

PARENT = "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
UNIT = f"directive: thu\nunit: {{level: xa, name: Nhữ Khê, province: Tuyên Quang}}\n{PARENT}"
TREES = """\
annexes:
  - {id: pl-cay, title: "Cây của {{ area }}", columns: [Cây, Số], rows: [[Lim, "{{ unit }}"]]}
  - {id: pl-dat, levels: [so], title: Đất, above: [Đất của sở.]}
sections:
  - id: cay
    title: Trồng cây
    run_in: ": "
    tasks: [{id: c-lim, wording: "Trồng lim {{ due }}.", lead: dau-moi, deadline: 30/6/2026, points: ["Ở {{ area }};"]}]
"""


@pytest.fixture
def under(pack, tmp_path):
    """Resolve a commune's profile with more lines under the small pack with annexes."""
    pack(TREES)

    def resolved(more="", unit=UNIT):
        (tmp_path / "a.yaml").write_text(unit + more, "utf-8")
        return resolve_leniently(kegen.load(tmp_path / "a.yaml"))

    return resolved


def test_a_plan_has_the_annexes_that_its_pack_has_for_the_level(under):
    plan = under()
    assert [(each.label, each.title) for each in plan.annexes] == [("Phụ lục", "CÂY CỦA XÃ")]
    assert plan.annexes[0].blocks[0].table.rows[0].cells == ("Lim", "xã Nhữ Khê")
    assert "Phụ lục Cây của xã kèm theo" in plan.closing[0].text


def test_a_heading_goes_on_with_its_sentence_and_points_are_filled_in(under):
    assert [each.text for each in under().body] == ["I. TRỒNG CÂY: Trồng lim trước 30/6/2026.", "- Ở xã;"]


def test_a_task_in_few_words_ends_before_what_leads_on_to_points(under):
    (task,) = under("tasks: {c-lim: {wording: 'Trồng lim hằng năm, trong đó:', points: [a, b]}}\n").tasks
    assert task.brief == "Trồng lim hằng năm"


def test_a_list_of_a_profile_names_annexes_of_the_pack_and_its_own(under):
    plan = under("annexes: [{title: Của xã, above: [Một câu.]}, pl-cay, pl-dat]\n")
    assert [each.title for each in plan.annexes] == ["CỦA XÃ", "CÂY CỦA XÃ", "ĐẤT"]
    assert plan.warnings == ()


@pytest.mark.parametrize(
    ("listed", "told"), [("[{title: A, above: [B.]}]", "thieu-phu-luc"), ("[pl-cay, pl-cai]", "phu-luc-la")]
)
def test_an_annex_that_is_left_out_or_unknown_is_told(listed, told, under):
    assert [each.id for each in under(f"annexes: {listed}\n").warnings] == [told]


def test_a_report_that_the_plan_above_wants_each_month_is_not_lost_in_silence(under):
    asked = UNIT.replace("04/5/2026", "04/5/2026, reporting: {month: ngày 20 hằng tháng}")
    assert [each.id for each in under(unit=asked).warnings] == ["thieu-bao-cao"]
    assert under("tasks: {b: {section: cay, wording: Báo cáo trước ngày 20 hằng tháng.}}\n", asked).warnings == ()


def test_the_frame_tells_all_reports_that_the_plan_above_wants(draft):
    asked = UNIT.replace("directive: thu", "directive: chung").replace("176/KH-UBND", "176/KH-UBND, subject: về cây")
    reports = "reporting: {month: ngày 20 hằng tháng, quarter: ngày 15 tháng cuối quý, event: khi có bão}"
    body = draft(asked.replace("04/5/2026", f"04/5/2026, {reports}")).body
    told = next(each.text for each in body if each.id == "tc-tong-hop")
    assert "hằng tháng (ngày 20 hằng tháng), hằng quý (ngày 15 tháng cuối quý) và đột xuất khi có bão gửi" in told
    assert "6 tháng" not in told
    assert "6 tháng" in next(each.text for each in draft(asked).body if each.id == "tc-tong-hop")


def test_the_issuer_of_a_document_is_filled_in(pack, draft):
    documents = (
        "documents: {nq: {kind: Nghị quyết, number: 5/NQ-HĐND, date: 02/3/2026, subject: về cây, source: x,"
        ' issuer: "Hội đồng nhân dân {{ province_unit }}"}}\nchain: [nq]\n'
    )
    pack(documents + TREES)
    assert "của Hội đồng nhân dân tỉnh Tuyên Quang về cây" in draft(UNIT).opening[0].text


def test_jinja_where_nothing_fills_it_in_is_told(pack):
    with pytest.raises(Invalid) as refused:
        pack('targets: {t: {name: "Cây của {{ area }}", words: xanh, source: x}}\n' + TREES)
    assert [each.id for each in refused.value.problems] == ["jinja"]


def test_what_stands_out_in_an_annex_of_the_pack_is_filled_in(pack, under):
    pack(TREES.replace('"{{ unit }}"]]}', '"{{ unit }}"]], emphasis: {"của {{ area }}": dam, "{{ unit }}": nghieng}}'))
    plan = under()
    (row,) = plan.annexes[0].blocks[0].table.rows
    assert [[(each.start, each.length, each.face) for each in spans] for spans in row.emphases] == [
        [],
        [(0, len("xã Nhữ Khê"), "nghieng")],
    ]
    assert [each.id for each in plan.warnings] == ["mat-cho"]


def test_words_that_a_profile_took_out_of_a_table_of_the_pack_no_longer_stand_out(pack, under):
    table = "table: {columns: [A, B], rows: [[Lim, Gỗ]], emphasis: {Lim: dam}}"
    pack(TREES.replace("lead: dau-moi,", f"lead: dau-moi, {table},"))
    (found,) = (each.table for each in under().body if each.table)
    assert [bool(each) for each in found.rows[0].emphases] == [True, False]
    own = "tasks: {c-lim: {table: {columns: [A, B], rows: [[Xoan, Gỗ]]}}}\n"
    (found,) = (each.table for each in under(own).body if each.table)
    assert found.rows[0].emphases == ()
    assert not [each for each in under(own).warnings if each.id == "mat-cho"]
