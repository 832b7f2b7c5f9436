"""The unit as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.country import PROVINCES
from kegen.gazetteer.units import units_of
from kegen.interview.question import Ambiguous
from kegen.starting.which_unit import (
    is_body,
    is_department,
    province_as_typed,
    starting_unit,
    unit_as_typed,
    unit_name_of,
)

TUYEN_QUANG = units_of("Tuyên Quang")


@pytest.mark.parametrize(
    "typed", ["xã Nhữ Khê", "Nhữ Khê", "  XÃ  NHỮ KHÊ ", "nhu khe", "UBND xã Nhữ Khê", "x. Nhữ Khê"]
)
def test_a_unit_is_found_as_it_is_typed(typed):
    assert unit_as_typed(typed, "Tuyên Quang") == "xã Nhữ Khê"


def test_every_unit_of_a_province_is_found_by_its_name():
    for unit in TUYEN_QUANG:
        start = starting_unit(unit_as_typed(unit_name_of(unit), "Tuyên Quang"), "Tuyên Quang")
        assert (start.name, start.province) == (unit.name, "Tuyên Quang")


def test_of_the_country_every_unit_is_found_with_its_province():
    for province in PROVINCES[:4]:
        for unit in units_of(province)[:5]:
            assert unit_as_typed(unit_name_of(unit, with_province=True)) == unit_name_of(unit, with_province=True)


def test_a_name_of_several_places_is_to_be_chosen():
    with pytest.raises(Ambiguous) as several:
        unit_as_typed("Tân An")
    assert "xã Tân An, Tuyên Quang" in [each.value for each in several.value.choices]


def test_a_province_that_is_no_more_is_told_with_what_it_became():
    with pytest.raises(ValueError, match="Hà Giang đã nhập vào Tuyên Quang"):
        province_as_typed("Hà Giang")


@given(st.text(max_size=40), st.sampled_from(["", "Tuyên Quang"]))
def test_whatever_is_typed_is_a_unit_or_is_told(text, province):
    try:
        answer = unit_as_typed(text, province)
    except ValueError:
        return
    assert starting_unit(answer, province).name


@given(st.sampled_from(TUYEN_QUANG), st.sampled_from(["", "xã ", "X. ", "ubnd xã "]), st.booleans())
def test_a_unit_typed_anyhow_is_never_taken_for_one_of_another_name(unit, before, capitals):
    typed = f"{before}{unit.name}"
    try:
        answer = unit_as_typed(typed.upper() if capitals else typed, "Tuyên Quang")
    except ValueError:
        return
    assert starting_unit(answer, "Tuyên Quang").name == unit.name


@pytest.mark.parametrize("name", ["Trường Sa", "Bản Máy"])
def test_a_commune_whose_name_begins_as_that_of_a_body_is_no_body(name):
    assert not is_body(name)
    assert not is_department(name)
    assert is_body("Trường Tiểu học Bản Máy")
    assert is_department("Ban Quản lý khu công nghiệp")
