"""The units of commune level: which there are, how a name finds one, what kind it is on a date."""

import json
import os
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from kegen.country import CITIES_SINCE, PROVINCES
from kegen.dates import PlanDate
from kegen.gazetteer import make_units
from kegen.gazetteer.kinds import change_of, complete_to, kind_on, latest_kind
from kegen.gazetteer.named import keeps_unit_word, named_after
from kegen.gazetteer.units import find_units, nearest_unit, units_of

FOLDER = Path(make_units.__file__).parent
UNITS = [unit for province in PROVINCES for unit in units_of(province)]
WHEEL = os.environ.get("KEGEN_UNITS_WHEEL")


def unit(name, province):
    (found,) = find_units(name, province)
    return found


def test_there_are_3321_units_in_34_provinces():
    assert Counter(each.kind for each in UNITS) == {"xa": 2621, "phuong": 687, "dac-khu": 13}
    assert len({each.province for each in UNITS}) == len(PROVINCES) == 34
    assert len({each.code for each in UNITS}) == 3321


def test_names_are_precomposed_and_bare():
    for each in UNITS:
        assert each.name == unicodedata.normalize("NFC", each.name).strip()
        assert not each.name.startswith(("Xã ", "Phường ", "Đặc khu ")), each


def test_every_unit_is_found_by_its_name_and_province():
    assert all(find_units(each.name, each.province) == (each,) for each in UNITS)


def test_a_name_needs_its_province():
    several = Counter(each.name for each in UNITS)
    assert sum(count > 1 for count in several.values()) == 314
    assert len(find_units("Trần Phú")) == 4
    assert find_units("Trần Phú", "Hà Tĩnh")[0].kind == "phuong"


def test_an_earlier_province_has_no_units():
    assert units_of("Hà Giang") == find_units("Thiện Tân", "Hà Giang") == ()
    assert nearest_unit("Thiện Tân", "Hà Giang") is None


@pytest.mark.parametrize(
    ("typed", "province", "name"),
    [
        ("hiệp hoà", "Bắc Ninh", "Hiệp Hòa"),
        ("THỦY NGUYÊN", "Hải Phòng", "Thủy Nguyên"),
        ("Thuỷ Nguyên", "Hải Phòng", "Thủy Nguyên"),
        (unicodedata.normalize("NFD", "Thiện Tân"), "Lạng Sơn", "Thiện Tân"),
        ("Thiện\u00a0 Tân", "Lạng Sơn", "Thiện Tân"),
        ("Chân Mây – Lăng Cô", "Huế", "Chân Mây - Lăng Cô"),
        ("Chân Mây-Lăng Cô", "Huế", "Chân Mây - Lăng Cô"),
        ("Ea H'leo", "Đắk Lắk", "Ea H’Leo"),
        ("Ea Hʼleo", "Đắk Lắk", "Ea H’Leo"),
        ("Ba Đình", "hà nội", "Ba Đình"),
        ("Hạc Thành", "thanh hoá", "Hạc Thành"),
    ],
)
def test_spellings_of_one_name_are_one(typed, province, name):
    assert [each.name for each in find_units(typed, province)] == [name]
    assert name in {each.name for each in find_units(typed)}


@pytest.mark.parametrize(
    ("typed", "province"),
    [
        ("Thiên Tân", "Lạng Sơn"),
        ("Thien Tan", "Lạng Sơn"),
        ("Dong Nai", "Đồng Nai"),
        ("Hiệp Hóa", "Bắc Ninh"),
        ("", "Huế"),
    ],
)
def test_another_tone_mark_is_another_name(typed, province):
    assert find_units(typed, province) == find_units(typed) == ()


def test_a_slip_is_told_the_name_meant():
    meant = nearest_unit("Thiên Tân", "Lạng Sơn")
    assert meant is not None
    assert (meant.name, meant.code, meant.kind) == ("Thiện Tân", "06436", "xa")
    assert nearest_unit("Thiện Tâm", "Lạng Sơn") == meant
    assert nearest_unit("Nhu Khe", "Tuyên Quang") == unit("Nhữ Khê", "Tuyên Quang")


def test_the_right_name_is_its_own_nearest():
    assert all(nearest_unit(each.name, each.province) == each for each in units_of("Thái Nguyên"))


def test_of_two_names_with_the_same_letters_the_nearer_in_tone_is_meant():
    assert {each.name for each in units_of("Thái Nguyên")} >= {"Văn Lang", "Văn Lăng"}
    assert nearest_unit("Vắn Lăng", "Thái Nguyên") == unit("Văn Lăng", "Thái Nguyên")
    assert nearest_unit("Vặn Lang", "Thái Nguyên") == unit("Văn Lang", "Thái Nguyên")


def test_a_name_like_no_other_has_no_nearest():
    assert nearest_unit("Xyz", "Lạng Sơn") is None


@pytest.mark.parametrize(
    ("name", "province", "eve", "day"),
    [
        ("Long Thành", "Đồng Nai", PlanDate(2026, 4, 29), PlanDate(2026, 4, 30)),
        ("Yên Phong", "Bắc Ninh", PlanDate(2026, 9, 19), PlanDate(2026, 9, 20)),
    ],
)
def test_a_commune_is_a_ward_from_the_day_the_resolution_says(name, province, eve, day):
    changed = unit(name, province)
    assert kind_on(changed, PlanDate(2025, 7, 1)) == kind_on(changed, eve) == "xa"
    assert kind_on(changed, day) == kind_on(changed, PlanDate(2027)) == latest_kind(changed) == "phuong"
    assert kind_on(changed, PlanDate(2026)) is kind_on(changed, PlanDate(day.year, day.month)) is None


def test_other_units_stay_what_they_are():
    ward, zone, commune = unit("Lê Chân", "Hải Phòng"), unit("Cô Tô", "Quảng Ninh"), unit("Thiện Tân", "Lạng Sơn")
    for on in (PlanDate(2025, 7, 1), PlanDate(2026, 5), PlanDate(2026, 9, 20), complete_to()):
        assert [kind_on(each, on) for each in (ward, zone, commune)] == ["phuong", "dac-khu", "xa"]


def test_whether_a_commune_is_one_still_is_not_known_after_the_last_list():
    commune, ward = unit("Thiện Tân", "Lạng Sơn"), unit("Lê Chân", "Hải Phòng")
    for on in (PlanDate(2026), PlanDate(2026, 10), PlanDate(2026, 10, 3), PlanDate(2027, 1, 1)):
        assert kind_on(commune, on) is None
        assert kind_on(ward, on) == "phuong"
    assert latest_kind(commune) == "xa"


def test_before_the_reform_no_kind_is_known():
    assert {kind_on(each, PlanDate(2025, 6, 30)) for each in UNITS} == {None}


def test_the_kinds_add_up_to_what_the_statistics_office_counted():
    on = PlanDate(2026, 9, 20)
    assert Counter(kind_on(each, on) for each in UNITS) == {"xa": 2599, "phuong": 709, "dac-khu": 13}
    assert Counter(map(latest_kind, UNITS)) == {"xa": 2599, "phuong": 709, "dac-khu": 13}
    dong_nai = Counter(kind_on(each, PlanDate(2026, 4, 30)) for each in units_of("Đồng Nai"))
    assert dong_nai == {"phuong": 33, "xa": 62}


def test_a_change_names_units_that_are_there_and_a_source():
    by_code = {each.code: each for each in UNITS}
    for change in json.loads((FOLDER / "changes.json").read_text(encoding="utf-8"))["changes"]:
        assert change["sources"]
        for code, name in change["units"].items():
            assert (by_code[code].name, by_code[code].province) == (name, change["province"])
            assert by_code[code].kind == "xa"
            assert change_of(by_code[code]).since == CITIES_SINCE[change["province"]]


@pytest.mark.parametrize(
    ("name", "province", "keeps"),
    [
        ("Lê Chân", "Hải Phòng", True),
        ("Điện Biên Phủ", "Điện Biên", True),
        ("1 Bảo Lộc", "Lâm Đồng", True),
        ("Nhữ Khê", "Tuyên Quang", None),
        ("Hà Giang 1", "Tuyên Quang", None),
        ("Quang Trung", "Thanh Hóa", None),
    ],
)
def test_units_named_after_a_person_a_number_or_an_event_keep_their_word(name, province, keeps):
    assert keeps_unit_word(unit(name, province)) is keeps


def test_every_reviewed_name_is_that_of_a_unit_and_says_why():
    named = json.loads((FOLDER / "named.json").read_text(encoding="utf-8"))
    assert not set(named["persons"]) & set(named["events"])
    for name, why in (named["persons"] | named["events"]).items():
        assert why
        assert [each.name for each in find_units(name)] == [name] * len(find_units(name))
        assert {named_after(each) for each in find_units(name)} == {why}


@pytest.mark.skipif(not WHEEL, reason="KEGEN_UNITS_WHEEL names no wheel of vietnamadminunits 1.0.4")
def test_the_list_is_what_the_wheel_gives(capsys):
    assert make_units.main(["--check", str(WHEEL)]) == 0
    assert capsys.readouterr().out == "units.jsonl: đúng\n"


def test_the_script_asks_for_its_wheel(capsys):
    assert make_units.main([]) == 2
    assert "vietnamadminunits" in capsys.readouterr().err


def test_the_script_writes_each_unit_with_its_key_and_refuses_a_list_that_lacks_one():
    words = {"xa": "Xã", "phuong": "Phường", "dac-khu": "Đặc khu"}
    rows = [(each.province, f"{words[each.kind]} {each.name}", each.code) for each in UNITS]
    assert make_units.units_lines(rows) == make_units.OUTPUT.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="3320 codes"):
        make_units.units_lines(rows[1:])
