"""A body taken from the plan before is the body that would have been laid out."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kegen.plan import laid, outline
from kegen.plan.resolve import examine
from kegen.profile.read import load

XA = """\
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
"""
TINH = "unit: {level: tinh, name: An Giang}\n"
SO = "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn}\n" + XA.splitlines()[1] + "\n"
ABOVE = """\
unit: {level: tinh, name: Tuyên Quang}
number: 176
date: 04/5/2026
tasks:
  tt-quan-triet: {deadline: 01/6/2026, lead: tat-ca}
  tc-nhom-mang: {section: tc-thu-truong, wording: Rà soát các nhóm., lead: tat-ca, deadline: 30/9/2026}
"""
UNDER = XA.partition("parent_plan")[0]
UNITS = (
    UNDER + "parent_plan: {profile: tinh.yaml}\n",
    UNDER + "parent_plan: {profile: tinh-som.yaml}\n",
    UNDER.replace("Nhữ Khê", "Tân Trào") + "parent_plan: {profile: tinh.yaml}\n",
    XA,
    XA.replace("Nhữ Khê", "Thiện Tân").replace("Tuyên Quang", "Lạng Sơn"),
    XA.replace("xa", "phuong").replace("Tuyên Quang", "Hải Phòng"),
    XA.replace("xa", "dac-khu").replace("04/5/2026", "2027"),
    XA.replace("date:", "subject: về thực hiện Quyết định số 534/QĐ-TTg, date:"),
    XA.replace("date:", "subject: {edits: {triển khai: khai triển}}, date:"),
    TINH,
    TINH.replace("tinh, name: An Giang", "thanh-pho, name: Huế"),
    SO,
)
LINES = (
    "date: 05/6/2026\n",
    "annex: có\n",
    "reporting: {half_year: 05/6, year: 05/12}\n",
    'style: {marks: "+"}\n',
    "style: {dates: dai}\n",
    "style: {ending: ;}\n",
    "terms: {committee: UBND}\n",
    'terms: {authority: "{{ committee }} {{ area }}"}\n',
    "terms: {authority: Lãnh đạo xã}\n",
    "terms: {unknown: A}\n",
    'targets: {hop-truc-tuyen: {value: "70"}}\n',
    "departments: [{name: Phòng Văn hóa, roles: [dau-moi]}]\n",
    "departments: [{name: Phòng Văn hóa, roles: [van-phong]}]\n",
    "departments: [{name: Phòng Văn hóa, roles: [dau-moi, dau-moi]}]\n",
    "bases: {cite: [kl-226, qd-534, nd-09]}\n",
    "bases: {enacting: Thực hiện Nghị định số 42/2022/NĐ-CP như sau}\n",
    "documents: {nd-09: {form: ngan}}\n",
    "replace: {thực hiện: thi hành}\n",
    "replace: {không có chữ này: A}\n",
    "sections: {kinh-phi: {omit: Đã lồng ghép}}\n",
    "tasks: {hh-lich-hop: Xây dựng lịch họp tuần.}\n",
)


@pytest.fixture
def resolved(tmp_path):
    (tmp_path / "tinh.yaml").write_text(ABOVE, "utf-8")
    (tmp_path / "tinh-som.yaml").write_text(ABOVE.replace("01/6/2026", "31/5/2026"), "utf-8")

    def resolve(text):
        path = tmp_path / "don-vi.yaml"
        path.write_text(text, "utf-8")
        return examine(load(path))

    return resolve


def alone(text, resolved):
    """Return the plan as a fresh process makes it."""
    outline._OUTLINES.clear()
    return resolved(text)


profiles = st.builds(
    lambda unit, lines: unit + "".join({line.partition(":")[0]: line for line in lines}.values()),
    st.sampled_from(UNITS),
    st.lists(st.sampled_from(LINES), max_size=2),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(profiles, min_size=2, max_size=8))
def test_a_plan_is_the_same_after_any_others(resolved, texts):
    expected = [alone(text, resolved) for text in texts]
    outline._OUTLINES.clear()
    assert [resolved(text) for text in texts] == expected


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("unit", [XA, TINH, SO, UNITS[0]])
def test_a_plan_is_the_same_after_one_that_differs_in_a_line(resolved, unit, line):
    plain, changed = alone(unit, resolved), alone(unit + line, resolved)
    outline._OUTLINES.clear()
    assert [resolved(text) for text in (unit, unit + line, unit)] == [plain, changed, plain]


@pytest.mark.parametrize("unit", [XA, UNITS[0]])
def test_units_of_one_level_and_province_share_a_body(resolved, monkeypatch, unit):
    first = alone(unit, resolved)
    with monkeypatch.context() as patched:
        patched.setattr(laid, "_laid", None)
        second = resolved(unit.replace("Nhữ Khê", "Tân Trào"))
    assert first.title != second.title
    assert all(a is b for a, b in zip(first.body, second.body, strict=True))


def test_what_a_shared_body_mentions_is_mentioned(resolved, monkeypatch):
    mentioned = []

    def lay_out(layout, outline):
        found = laid.lay_out(layout, outline)
        mentioned.append(layout.citer.mentioned)
        return found

    monkeypatch.setattr("kegen.plan.resolve.lay_out", lay_out)
    alone(XA, resolved)
    resolved(XA)
    assert len(mentioned[0]) > 4
    assert mentioned[0] == mentioned[1]


def test_what_is_wrong_in_a_body_is_told_each_time(resolved, monkeypatch):
    monkeypatch.setattr(laid, "_facts", lambda _: ())
    text = TINH + "sections: {}\ndepartments: []\n"
    monkeypatch.setattr("kegen.plan.offices.Offices.get", lambda *_: None)
    told = alone(text, resolved).warnings
    assert told
    assert resolved(text).warnings == told
