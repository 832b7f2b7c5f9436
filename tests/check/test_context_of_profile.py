"""What a profile makes known to the check, where it names the plan above by its file."""

import pytest

import kegen
from kegen.check.options import context_of

PROVINCE = "unit: {level: tinh, name: Tuyên Quang}\nnumber: 176\ndate: 04/5/2026\n"
UNITS = {
    "xa": "{level: xa, name: Nhữ Khê, province: Tuyên Quang}",
    "so": "{level: so, name: Sở Y tế, abbreviation: SYT, province: Tuyên Quang}",
}


@pytest.mark.parametrize(("level", "day"), [("xa", "05/6"), ("so", None)])
def test_a_department_is_not_held_to_the_days_of_those_under_it(level, day, tmp_path):
    (tmp_path / "tinh.yaml").write_text(PROVINCE, "utf-8")
    own = tmp_path / "don-vi.yaml"
    own.write_text(f"unit: {UNITS[level]}\nparent_plan: {{profile: tinh.yaml}}\n", "utf-8")
    loaded = kegen.load(own)
    assert context_of(loaded.profile, kegen.resolve(loaded)).profile.reporting.half_year == day
