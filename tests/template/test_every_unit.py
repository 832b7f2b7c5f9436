"""The page fits every unit: a sample of what `bench/pages.py` holds against the form, the widest among it."""

import importlib.util
from pathlib import Path

import pytest

from kegen.template.context import header_values
from kegen.template.firm import firm

from .plans import good_plan, replace

FILE = Path(__file__).parents[2] / "bench" / "pages.py"
SPEC = importlib.util.spec_from_file_location("bench_pages", FILE)
pages = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(pages)


def sample():
    """Every 97th header, and those of the widest."""
    found = list(pages.headers())
    return [*found[::97], *sorted(found, key=lambda each: -pages.width_of(each[1]))[:100]]


def test_the_header_of_every_unit_stays_between_the_margins_its_texts_apart_and_its_name_whole():
    assert [(unit, header, fault) for unit, header in sample() for fault in pages.header_faults(unit, header)] == []


def test_no_text_breaks_inside_the_name_of_a_unit():
    units = (*pages.communes(), *pages.provinces())
    assert len(units) == 3321 + 34
    for unit in units:
        text = f"Ủy ban nhân dân {unit.called} tổ chức"
        assert [*pages.text_faults(text, firm(text, 96, 14), (unit.called,))] == []
        assert firm(text, 96, 14).endswith(f"{unit.name[-1]} tổ chức")


def test_the_judge_sees_a_header_that_does_not_fit():
    unit = pages.Unit("phuong", "Lê Chân", "Hải Phòng")
    header = good_plan().header
    for facts, fault in (
        ({"number": "Số: 114/KH-" + "UBND" * 9}, "number"),
        ({"place_and_date": "Phường " * 12 + "ngày 03 tháng 6 năm 2026"}, "date"),
        ({"issuer": ("ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ" + "N" * 30)}, "names"),
        ({"issuer": ("ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ", "CHÂN")}, "the name is broken"),
    ):
        assert fault in " ".join(pages.header_faults(unit, replace(header, **facts)))


@pytest.mark.parametrize("text", ["ngày 31 tháng 3 năm 2026", "số 226-KL/TW", "xã Nhữ Khê", "≥ 10 %", "Điều 5"])
def test_the_judge_sees_where_a_text_may_break(text):
    assert [*pages.text_faults(text, text, ("xã Nhữ Khê",))]


def test_the_small_header_is_for_names_and_dates_that_need_it():
    header = good_plan().header
    assert not header_values(header)["header_small"]
    assert header_values(replace(header, place_and_date="Đinh Trang Thượng, ngày 28 tháng 12 năm 2026"))["header_small"]
