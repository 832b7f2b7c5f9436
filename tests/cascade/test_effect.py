"""When the plan above changes: for each unit only what that does to it, its own words kept."""

import pytest

from .conftest import ORDERING
from .test_again import edit

pytestmark = pytest.mark.usefixtures("ordering")

STRICTER = ORDERING + 'targets: {hop-truc-tuyen: {value: "70"}}\n'


@pytest.fixture
def stricter(folder):
    """Make the province's target stricter."""

    def call():
        (folder / "tinh.yaml").write_text(STRICTER, encoding="utf-8")

    return call


def changed(result, unit):
    return [line for line in result.changes if f"[{unit}]" in line]


def test_a_stricter_target_of_the_province_is_told_to_every_unit(go, stricter):
    assert not any(each.changes for each in go().results)
    stricter()
    for each in go().results:
        assert len(changed(each, "hop-truc-tuyen")) == 1
        assert "60%" in changed(each, "hop-truc-tuyen")[0]
        assert "70%" in changed(each, "hop-truc-tuyen")[0]
        assert not any("kegen" in line for line in each.changes)


def test_what_a_unit_wrote_itself_is_kept_and_is_no_change(folder, go, stricter):
    go()
    own = folder / "ra" / "xa-lam-binh.yaml"
    edit(own, "# number: 114", 'targets: {hop-truc-tuyen: {value: "80"}}\nnumber: 9 #')
    text = own.read_bytes()
    stricter()
    nhu_khe, _, lam_binh = go().results
    assert changed(nhu_khe, "hop-truc-tuyen")
    assert not changed(lam_binh, "hop-truc-tuyen")
    assert not [line for line in lam_binh.changes if "số, ký hiệu: " in line]
    assert own.read_bytes() == text


def test_what_a_unit_wrote_that_no_longer_fits_is_told_as_an_error_with_the_change(folder, go, stricter):
    go()
    edit(folder / "ra" / "xa-lam-binh.yaml", "# number: 114", 'targets: {hop-truc-tuyen: {value: "65"}} #')
    go()
    draft = (folder / "ra" / "xa-lam-binh.docx").read_bytes()
    stricter()
    lam_binh = go().results[2]
    assert str(lam_binh.status) == "failed"
    assert lam_binh.errors
    assert any("70%" in line for line in lam_binh.changes)
    assert (folder / "ra" / "xa-lam-binh.docx").read_bytes() == draft


def test_an_edited_draft_is_kept_and_its_unit_told_what_to_change_by_hand(folder, go, stricter):
    go()
    file = folder / "ra" / "xa-nhu-khe.docx"
    file.write_bytes(file.read_bytes() + b"x")
    stricter()
    nhu_khe = go().results[0]
    assert str(nhu_khe.status) == "edited"
    assert changed(nhu_khe, "hop-truc-tuyen")


def test_a_unit_that_knows_the_plan_above_by_its_number_alone_has_no_change(folder, go, stricter):
    go()
    edit(
        folder / "ra" / "xa-lam-binh.yaml",
        "plan: tinh-tuyen-quang.plan.yaml",
        "{number: 176/KH-UBND, date: 04/5/2026} #",
    )
    stricter()
    assert [bool(each.changes) for each in go().results] == [True, True, False]


def test_the_change_told_is_from_the_plan_that_each_draft_carried_out(folder, go, stricter):
    go()
    (folder / "mot.csv").write_text("Tên;Người ký\nNhữ Khê;Nguyễn Trường Giang\n", encoding="utf-8")
    stricter()
    go(units="mot.csv")
    edit(folder / "tinh.yaml", '"70"', '"75"')
    nhu_khe, minh_xuan, _ = go().results
    assert "70%" in changed(nhu_khe, "hop-truc-tuyen")[0]
    assert "60%" in changed(minh_xuan, "hop-truc-tuyen")[0]
    kept = [each.name for each in (folder / "ra" / ".kegen-cascade").glob("*.plan.yaml")]
    assert len(kept) == 1  # what no draft carries out any more is not kept


def test_changes_are_told_once_for_all_units_to_which_they_are_the_same(kegen, stricter):
    arguments = ("cascade", "--profile", "tinh.yaml", "--output", "ra", "--units", "ds.csv", "--no-check")
    kegen(*arguments)
    stricter()
    out = kegen(*arguments).out
    assert out.count("Kế hoạch của tỉnh Tuyên Quang đã đổi") == 1
    assert out.count("[hop-truc-tuyen]: chỉ tiêu") == 2  # the office that leads is called otherwise in a phường
    assert "  xã Nhữ Khê, xã Lâm Bình\n" in out
    assert "  phường Minh Xuân\n" in out
    assert "Kế hoạch của tỉnh Tuyên Quang đã đổi" not in kegen(*arguments).out
