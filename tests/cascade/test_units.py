"""Which units there are, what their files are called, and what their starting profiles say."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.cascade.province import ListedOffice, ProvinceUnit, file_stems, slug, units_of_province
from kegen.cascade.starting_profile import starting_profile
from kegen.country import PROVINCES
from kegen.dates import PlanDate
from kegen.gazetteer.units import units_of
from kegen.look_alikes import settle
from kegen.profile.read import load
from kegen.vietnamese import normalise
from kegen.yaml_text.text import SourceText, clean
from kegen.yaml_text.tree import parse_tree
from kegen.yaml_text.writing import scalar


def named(name, province):
    return next(each for each in units_of_province(province, None) if each.name == name)


def test_a_province_has_every_unit_of_the_country_s_list():
    assert sum(len(units_of_province(each, None)) for each in PROVINCES) == 3321


@pytest.mark.parametrize(
    ("on", "kind"), [(PlanDate(2026, 5, 4), "xa"), (PlanDate(2026, 9, 20), "phuong"), (None, "phuong")]
)
def test_a_unit_is_of_the_kind_it_is_on_the_date_or_lately(on, kind):
    changed = [unit for unit in units_of("Bắc Ninh") if unit.kind == "xa"]
    kinds = {each.code: each.kind for each in units_of_province("Bắc Ninh", on)}
    became = [unit.code for unit in changed if kinds[unit.code] == "phuong"]
    assert bool(became) is (kind == "phuong")


def test_a_kind_that_is_not_known_on_a_late_date_is_the_latest_known():
    assert units_of_province("Tuyên Quang", PlanDate(2030, 1, 1)) == units_of_province("Tuyên Quang", None)


def test_a_unit_named_after_a_person_keeps_its_word_in_the_place_name():
    assert named("Lê Chân", "Hải Phòng").place == "Phường Lê Chân"
    assert named("Nhữ Khê", "Tuyên Quang").place == ""


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("xa", "Nhữ Khê", "xa-nhu-khe"),
        ("xa", "Cư M’gar", "xa-cu-mgar"),
        ("xa", "Đắk Tô", "xa-dak-to"),
        ("dac-khu", "Côn Đảo", "dac-khu-con-dao"),
        ("phuong", "1 Bảo Lộc", "phuong-1-bao-loc"),
    ],
)
def test_a_slug_is_plain(kind, name, expected):
    assert slug(kind, name) == expected


def test_every_unit_has_a_file_name_of_its_own_that_any_disk_takes():
    for province in PROVINCES:
        stems = file_stems(units_of_province(province, None), {})
        assert not [stem for stem, count in Counter(stems.values()).items() if count > 1]
        assert not [stem for stem in stems.values() if not re.fullmatch(r"(xa|phuong|dac-khu)(-[a-z0-9]+)+", stem)]


def test_two_units_of_one_slug_have_their_code_and_an_older_name_stays():
    units = units_of_province("Đồng Tháp", None)
    twins = [each for each in units if slug(each.kind, each.name) == "xa-tan-thanh"]
    stems = file_stems(units, {twins[0].code: "xa-tan-thanh"})
    assert len(twins) == 2
    assert [stems[each.code] for each in twins] == ["xa-tan-thanh", f"xa-tan-thanh-{twins[1].code}"]


@given(
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1)
    .map(settle)
    .map(normalise)
    .map(clean)
    .filter(str.strip)
)
def test_any_text_comes_back_from_yaml_as_it_was(text):
    tree = parse_tree(SourceText("x", f"a: {scalar(text)}\n"))
    assert tree.plain() == {"a": text}


@pytest.mark.parametrize(
    "text", ["null", "Null", "~", "yes", "08", "1e3", "a: b", "a #b", "- a", "'", "Ea H’Leo", "0x1F", "2026-01-01"]
)
def test_a_text_that_yaml_would_take_otherwise_is_quoted(text):
    assert parse_tree(SourceText("x", f"a: {scalar(text)}\n")).plain() == {"a": text}


def read(folder, text):
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    return load(folder / "x.yaml")


def test_every_starting_profile_of_the_country_can_be_read(folder, above):
    for province in PROVINCES:
        units = units_of_province(province, None)
        stems = file_stems(units, {})
        for unit in units[::5]:
            loaded = read(folder, starting_profile(unit, stems[unit.code], above))
            assert not loaded.problems
            read_back = loaded.profile.unit
            assert (read_back.level, read_back.name, read_back.province) == (unit.kind, unit.name, province)
            assert loaded.profile.parent_plan.plan == "tinh-tuyen-quang.plan.yaml"
            assert loaded.profile.signer.position == "CHỦ TỊCH"


def test_what_is_known_of_a_unit_is_in_its_profile(folder, above):
    office = ListedOffice("Phòng Kinh tế, Hạ tầng và Đô thị", "KT&HT", ("dau-moi", "tai-chinh"))
    member = named("Nhữ Khê", "Tuyên Quang")._replace(
        position="PHÓ CHỦ TỊCH",
        signer="Lò Thị ’Bé: “A”",
        number="114",
        date="03/6/2026",
        offices=(office,),
        place="Nhữ Khê",
    )
    profile = read(folder, starting_profile(member, "xa-nhu-khe", above)).profile
    assert (profile.signer.position, profile.signer.name) == ("PHÓ CHỦ TỊCH", "Lò Thị ’Bé: “A”")
    assert (profile.number, profile.date) == ("114", PlanDate(2026, 6, 3))
    (department,) = profile.departments
    assert (department.name, department.short, department.roles) == tuple(office)


def test_comments_tell_what_to_do_with_what_is_not_known(above):
    text = starting_profile(ProvinceUnit("1", "xa", "A", "Tuyên Quang"), "xa-a", above)
    for line in ("  # name: Nguyễn Văn A", "# departments:", "# number: 114", "kegen draft --profile xa-a.yaml"):
        assert line in text
