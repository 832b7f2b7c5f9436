"""The form shows all that a profile says and may say, what the draft takes, and each problem at its field."""

import json

import pytest

from kegen.form.form import make_form
from kegen.form.opened import open_profile
from tests.form.random_edits import leaves, shipped, tree_of

TEXT = """\
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
departments:
  - {name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi]}
signer: {position: CHỦ TỊCH}
tasks:
  hh-lich-hop: Họp đúng giờ.
  hh-thoi-gian: {omit: Không họp}
  them-viec: {section: hoi-hop, lead: van-phong, wording: Việc thêm.}
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    return form_of(TEXT, tmp_path_factory.mktemp("form"))


def form_of(text, folder):
    return make_form(open_profile(text.encode(), folder / "x.yaml"))


def field(form, name):
    return next(each for each in form.fields() if each.name == name)


def part(form, name):
    return next(each for each in form.walk() if each.id == name)


def test_the_parts_come_as_an_officer_knows_things(form):
    order = [each.id for each in form.parts]
    assert order == [
        "parent_plan",
        "unit",
        "departments",
        "signer",
        "so-ngay",
        "noi-dung",
        "recipients",
        "annexes",
        "khac",
    ]


def test_a_field_has_the_words_of_the_reference_page_and_its_line(form):
    name = field(form, "unit.name")
    assert (name.title, name.example, name.value, name.is_typed, name.line) == (
        "Tên đơn vị",
        "Nhữ Khê",
        "Nhữ Khê",
        True,
        1,
    )
    assert name.is_required
    assert [each.value for each in field(form, "unit.level").choices][:2] == ["tinh", "thanh-pho"]
    assert [each.value for each in field(form, "annex").choices] == ["có", "không"]


def test_what_the_draft_takes_is_told_apart_from_what_was_typed(form):
    title, lead = field(form, "title"), field(form, "tasks.hh-quy-che.lead")
    assert title.value.startswith("Triển khai thực hiện")
    assert (title.is_typed, title.line) == (False, 0)
    assert (lead.value, lead.is_typed) == ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", False)
    assert field(form, "tasks.them-viec.lead").value == "van-phong"
    assert field(form, "archive").value == "VHXH"


@pytest.mark.parametrize(
    ("name", "state", "action"),
    [
        ("hh-quy-che", "usual", "omit"),
        ("hh-lich-hop", "typed", "omit"),
        ("hh-thoi-gian", "left-out", "take"),
        ("hh-phat-bieu", "offered", "take"),
        ("them-viec", "own", "remove-item"),
        ("hoi-hop", "usual", "add-task"),
    ],
)
def test_each_item_says_what_it_is_in_the_plan_and_what_may_be_done(form, name, state, action):
    found = part(form, name)
    assert found.state == state
    assert action in found.actions


def test_what_is_offered_says_its_words_and_its_section(form):
    offered = part(form, "hh-phat-bieu")
    assert offered.section == "hoi-hop"
    assert "{" not in offered.text
    assert part(form, "hh-thoi-gian").fields[0].value == "Không họp"


def test_a_sentence_alone_is_the_wording_of_its_task(form):
    wording = field(form, "tasks.hh-lich-hop.wording")
    assert (wording.value, wording.is_typed, wording.line) == ("Họp đúng giờ.", True, 7)


def test_recipients_are_lines_that_can_be_dropped_or_taken_out(tmp_path):
    form = form_of(TEXT + "recipients: {add: [Công an xã]}\n", tmp_path)
    parts = part(form, "recipients").parts
    assert {each.actions for each in parts} == {("drop-recipient",), ("remove-item", "move-item")}
    assert [each.text for each in parts if each.state == "own"] == ["Công an xã"]


@pytest.mark.parametrize(
    ("old", "new", "where", "name"),
    [
        (
            "number: 176/KH-UBND, date: 04/5/2026",
            "number: 176/KH-UBND, date: 34/5/2026",
            "parent_plan.date",
            "sai-gia-tri",
        ),
        ("lead: van-phong", "lead: van-phon", "tasks.them-viec.lead", "vai-tro-trong"),
        ("section: hoi-hop", "section: hoi-hap", "tasks.them-viec.section", "muc-la"),
        ("roles: [dau-moi]", "roles: [dau-mui]", "departments.1.roles", "vai-tro-la"),
        ("level: xa", "level: xaa", "unit.level", "sai-gia-tri"),
    ],
)
def test_a_problem_stands_at_its_field(old, new, where, name, tmp_path):
    form = form_of(TEXT.replace(old, new), tmp_path)
    told = [(each.name, problem.id) for each in form.fields() for problem in each.problems]
    told += [(each.id, problem.id) for each in form.walk() for problem in each.problems]
    told += [("", each.id) for each in form.problems]
    assert any(where.startswith(place) and id_ == name for place, id_ in told if place) or ("", name) in told
    if form.parts:
        assert (where, name) in told


def test_a_profile_that_cannot_be_read_has_its_problems_alone(tmp_path):
    form = form_of("chỉ có chữ\n", tmp_path)
    assert form.parts == ()
    assert form.problems


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_nothing_that_a_shipped_profile_says_is_out_of_its_form(path):
    form = make_form(open_profile(path.read_bytes(), path))
    known = {each.path for each in form.fields()}
    shown = known | {each[:-1] for each in known if each[-1] == "wording"}
    for leaf in leaves(tree_of(path.read_bytes()).plain()):
        assert any(leaf[:end] in shown for end in range(1, len(leaf) + 1)), leaf
    assert json.dumps(form.parts, ensure_ascii=False)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [("level: xa", "level: xaa", "unit.level"), ("signer:", "directive: khong-co\nsigner:", "directive")],
)
def test_where_no_plan_can_be_made_the_words_stay_to_be_put_right(old, new, where, tmp_path):
    form = form_of(TEXT.replace(old, new), tmp_path)
    assert field(form, where).problems
    assert field(form, "tasks.hh-lich-hop.wording").value == "Họp đúng giờ."
    assert field(form, "departments.1.name").value == "Phòng Văn hóa - Xã hội"
