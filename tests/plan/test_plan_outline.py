"""Headings at any depth, in packs and profiles, and the marks of headings and items."""

import pytest

from kegen.pack.model import DEEPEST
from kegen.plan.saved import dump, parse_plan
from kegen.problem import Invalid

DEEP = """\
sections:
  - id: mot
    title: Một
    sections:
      - id: hai
        title: Hai
        sections:
          - id: ba
            title: Ba
            sections:
              - id: bon
                title: Bốn
                sections:
                  - {id: nam, title: Năm, tasks: [{id: n-y, wording: Ý sâu nhất.}, {id: n-z, wording: Ý nữa.}]}
          - {id: ba-hai, title: Ba hai, tasks: [{id: b-y, wording: Ý.}]}
"""
XA = "directive: thu\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
XA += "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
OWN = """\
sections:
  m: {title: Một, tasks: [A., B.]}
  m-1: {title: Con, into: m, tasks: [A1., B1.]}
  m-1-1: {title: Cháu, into: m-1, tasks: [A2., B2.]}
  m-1-1-1: {title: Chắt, into: m-1-1, tasks: [A3., B3.]}
  m-1-1-1-1: {title: Chút, into: m-1-1-1, tasks: [A4., B4.]}
"""


@pytest.fixture
def texts(draft, pack):
    """Give the body of a commune's plan under a pack without sections, with the lines added to the profile."""
    pack("title: Thử\n")
    return lambda more: [p.text for p in draft(XA + more).body]


@pytest.fixture
def ids(draft, pack):
    pack("title: Thử\n")
    return lambda more: draft.ids(XA + more)


def test_a_pack_of_any_depth_is_in_the_draft_whole(draft, pack):
    pack(DEEP)
    plan = draft(XA)
    expected = [
        ("muc", 0, "I. MỘT"),
        ("khoan", 0, "1. Hai"),
        ("tiet", 3, "1.1. Ba"),
        ("tiet", 4, "a) Bốn"),
        ("tiet", 5, "- Năm"),
        ("doan", 0, "+ Ý sâu nhất."),
        ("doan", 0, "+ Ý nữa."),
        ("tiet", 3, "1.2. Ba hai"),
        ("doan", 0, "Ý."),
    ]
    assert [(p.kind, p.depth, p.text) for p in plan.body] == expected
    assert parse_plan(dump(plan).encode(), "x").plan.body == plan.body


def test_a_profile_can_nest_sections_to_any_depth(texts):
    assert texts(OWN) == [
        *("I. MỘT", "- A.", "- B.", "1. Con", "- A1.", "- B1.", "1.1. Cháu", "- A2.", "- B2."),
        *("a) Chắt", "- A3.", "- B3.", "- Chút", "+ A4.", "+ B4."),
    ]


def test_sections_may_be_written_in_any_order(texts):
    head, *lines = OWN.splitlines(keepends=True)
    assert texts(head + "".join(reversed(lines))) == texts(OWN)


def test_a_deep_section_can_be_moved_reworded_and_left_out(draft, pack):
    pack(DEEP)
    plan = draft(XA + "sections: {ba: {omit: Không có}, ba-hai: {title: Khác, into: mot}, hai: {tasks: [H.]}}\n")
    assert [p.text for p in plan.body[-2:]] == ["2. Khác", "Ý."]
    assert [each[0] for each in plan.left_out] == ["ba"]
    moved = draft(XA + "sections: {ba-hai: {after: dau}}\n")
    assert [p.text for p in moved.body if p.kind == "tiet"][:2] == ["1.1. Ba hai", "1.2. Ba"]


def test_an_item_can_be_put_into_a_deep_section(draft, pack):
    pack(DEEP)
    plan = draft(XA + "tasks: {moi: {section: nam, after: n-y, wording: Ý mới.}}\n")
    assert [p.text for p in plan.body[5:8]] == ["+ Ý sâu nhất.", "+ Ý mới.", "+ Ý nữa."]


MARKED = {
    "I.": ["I. Hai", "II. Ba"],
    "A.": ["A. Hai", "B. Ba"],
    "1.": ["1. Hai", "2. Ba"],
    "1.1.": ["1.1. Hai", "1.2. Ba"],
    "a)": ["a) Hai", "b) Ba"],
    '"-"': ["- Hai", "- Ba"],
    '"+"': ["+ Hai", "+ Ba"],
    "khong": ["Hai", "Ba"],
    "nhu-viet": ["Hai", "Ba"],
}


@pytest.mark.parametrize("mark", MARKED)
def test_a_heading_has_the_mark_that_the_profile_gives(mark, texts):
    inner = "".join(
        f"  {n}: {{title: {t}, into: m, mark: {mark}, tasks: [Y.]}}\n" for n, t in (("b", "Hai"), ("c", "Ba"))
    )
    body = texts("sections:\n  m: {title: Một}\n" + inner)
    assert [text for text in body if text.endswith(("Hai", "Ba"))] == MARKED[mark]


def test_numbers_run_among_siblings_with_the_same_mark(texts):
    more = "sections:\n  m: {title: Đầu}\n"
    marks = ("1.", "a)", "1.", "khong", "a)", "1.")
    more += "".join(f"  m-{i}: {{title: T, into: m, mark: {mark}, tasks: [Y.]}}\n" for i, mark in enumerate(marks))
    heads = [text for text in texts(more) if text.endswith("T")]
    assert heads == ["1. T", "a) T", "2. T", "T", "b) T", "3. T"]


def test_a_title_as_typed_is_printed_so(draft, pack):
    pack("sections:\n  - {id: m, title: 'Phần 2a: các việc', mark: nhu-viet, tasks: [{id: y, wording: Ý.}]}\n")
    assert draft(XA).body[0].text == "Phần 2a: các việc"
    assert draft(XA).body[0].kind == "muc"


def test_an_outermost_heading_with_the_mark_of_a_deeper_one_has_no_capitals(texts):
    assert texts("sections: {m: {title: Một, mark: 1., tasks: [Y.]}}\n")[0] == "1. Một"


def test_a_pack_gives_marks_too(draft, pack):
    pack(
        "sections:\n  - {id: m, title: Một, mark: A.,\n"
        "     tasks: [{id: y, wording: 'Ý:', mark: khong}, {id: z, wording: Z.}]}\n"
    )
    assert [p.text for p in draft(XA).body] == ["A. MỘT", "Ý:", "- Z."]


def test_marks_can_be_mixed_within_a_section(texts):
    more = "sections: {m: {title: M, marks: a), tasks: ['Gồm:', Một., Hai., Chung., Ba.]}}\n"
    more += "tasks: {m-1: {mark: khong}, m-4: {mark: khong}}\nstyle: {ending: ';'}\n"
    assert texts(more)[1:] == ["Gồm:", "a) Một;", "b) Hai.", "Chung.", "c) Ba."]


def test_items_as_typed_are_printed_exactly_so(draft, pack):
    pack("title: Thử\n")
    more = "sections: {m: {title: M, marks: nhu-viet, tasks: ['1.1. một, hai', 'c) ba;', '+ bốn', 'năm:']}}\n"
    more += "style: {ending: ';', grouping: theo-co-quan}\ntasks: {m-2: {lead: kinh-te, points: ['- sáu', [bảy]]}}\n"
    plan = draft(XA + more)
    assert [p.text for p in plan.body[1:]] == ["1.1. một, hai", "c) ba;", "- sáu", "bảy", "+ bốn", "năm:"]
    assert [task.wording for task in plan.tasks] == ["ba;"]


def test_items_of_a_pack_as_typed_are_printed_exactly_so(draft, pack):
    pack("sections:\n  - {id: m, title: M, marks: nhu-viet, tasks: [{id: y, wording: a) việc;}]}\n")
    assert draft(XA).body[1].text == "a) việc;"


def test_a_group_without_a_title_stands_among_sections(texts):
    more = "sections:\n  m: {title: M}\n  m-1: {title: Một, into: m, tasks: [A.]}\n"
    more += "  m-n: {into: m, tasks: [Chung., Riêng.]}\n  m-2: {title: Hai, into: m, tasks: [B.]}\n"
    more += "  cuoi: {after: m, tasks: [Cuối.]}\n"
    assert texts(more) == ["I. M", "1. Một", "A.", "- Chung.", "- Riêng.", "2. Hai", "B.", "Cuối."]


def test_a_group_of_a_pack_stands_among_its_sections(draft, pack):
    pack(
        "sections:\n  - {id: g, tasks: [{id: y, wording: Mở.}]}\n  - {id: m, title: M, tasks: [{id: z, wording: Z.}]}\n"
    )
    plan = draft(XA)
    assert [p.text for p in plan.body] == ["Mở.", "I. M", "Z."]
    assert draft(XA + "sections: {g: {omit: Thừa}}\n").left_out == (("g", "Mở.", "Thừa"),)


def test_points_may_have_points(texts):
    more = "sections: {m: {title: M, tasks: [A., B.]}}\ntasks: {m-1: {points: [Một., [Một a., Một b.], Hai.]}}\n"
    assert texts(more)[1:] == ["- A.", "+ Một.", "- Một a.", "- Một b.", "+ Hai.", "- B."]


def test_a_section_of_any_depth_can_be_run_in_and_keeps_what_is_in_it(texts):
    more = "sections:\n  m: {title: Một, run_in: ': ', tasks: [Việc.]}\n"
    more += "  m-1: {title: Con, into: m, run_in: ' ', tasks: [Làm.]}\n  m-1-1: {title: Cháu, into: m-1, tasks: [X.]}\n"
    assert texts(more) == ["I. MỘT: Việc.", "1. Con làm.", "1.1. Cháu", "X."]


def test_so_many_sections_have_numbers_as_few_have(texts):
    more = "sections:\n  m: {title: M}\n" + "".join(f"  s{i}: {{title: T, into: m, tasks: [Y.]}}\n" for i in range(600))
    assert texts(more)[-2] == "600. T"


def nested(levels):
    lines = ["sections:", "  s0: {title: T, tasks: [Y.]}"]
    return "\n".join([*lines, *(f"  s{i}: {{title: T, into: s{i - 1}, tasks: [Y.]}}" for i in range(1, levels))]) + "\n"


def test_what_stands_too_deep_is_told(texts, ids):
    assert len(texts(nested(DEEPEST))) == 2 * DEEPEST
    assert ids(nested(DEEPEST + 1)) == ["muc-sau"]


WRONG = {
    "a section in itself": ("m: {title: M, into: m, tasks: [Y.]}", ["muc-vong"]),
    "sections in each other": (
        "a: {title: A, into: b, tasks: [Y.]}\n  b: {title: B, into: a, tasks: [Y.]}",
        ["muc-vong"],
    ),
    "a section in nothing": ("m: {title: M, into: la, tasks: [Y.]}", ["muc-la"]),
    "a section in a group": (
        "g: {mark: khong, tasks: [Y.]}\n  m: {title: M, into: g, tasks: [Y.]}",
        ["muc-khong-tieu-de"],
    ),
    "a group with a number": ("g: {mark: 1., tasks: [Y.]}", ["thua"]),
    "a wrong mark": ("m: {title: M, mark: 1), tasks: [Y.]}", ["sai-gia-tri"]),
    "a section by a wrong name": ("m: {title: M, tasks: [Y.]}\n  n: {tasks: [Z.]}", ["muc-la"]),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_section_that_cannot_stand_so_is_told(case, ids):
    lines, expected = WRONG[case]
    assert ids(f"sections:\n  {lines}\n") == expected


def test_what_goes_with_a_section_left_out_is_told(draft, pack):
    pack(DEEP)
    assert draft.ids(XA + "sections: {ba: {omit: x}, bon: {title: Khác}}\n") == ["muc-da-bo"]
    both = draft(XA + "sections: {ba: {omit: x}, bon: {omit: y}}\n")
    assert [each[0] for each in both.left_out] == ["ba", "bon"]
    kept = draft(XA + "sections: {ba: {omit: x}, bon: {into: hai}}\n")
    assert "1.2. Bốn" in [p.text for p in kept.body]


SLIPS = {
    "a section without title that holds others": (
        "sections:\n  - {id: g, sections: [{id: m, title: M, tasks: [{id: y, wording: Y.}]}]}\n",
        "muc-khong-tieu-de",
    ),
    "a title for other levels only": (
        "sections:\n  - {id: m, title: {so: M}, tasks: [{id: y, wording: Y.}]}\n",
        "thieu",
    ),
    "words for other levels only": ("sections:\n  - {id: m, title: M, tasks: [{id: y, wording: {so: Y.}}]}\n", "thieu"),
    "a deadline of no task": (
        "sections:\n  - {id: m, title: M, tasks: [{id: y, wording: Y., deadline: 10/5/2026}]}\n",
        "thua",
    ),
    "a role nobody knows, as watcher": (
        "sections:\n  - {id: m, title: M, tasks: [{id: y, wording: Y., lead: dau-moi, watcher: la}]}\n",
        "ten-la",
    ),
    "a role nobody knows, as second lead": (
        "sections:\n  - {id: m, title: M, tasks: [{id: y, wording: Y., lead: [dau-moi, la]}]}\n",
        "ten-la",
    ),
    "a target that says nothing": ("targets: {t: {name: T, value: '5', source: x}}\n", "thieu"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_of_a_pack_that_a_draft_would_not_show_is_told(slip, pack):
    lines, expected = SLIPS[slip]
    with pytest.raises(Invalid) as refused:
        pack(lines)
    assert [problem.id for problem in refused.value.problems] == [expected]


def test_an_item_whose_words_name_its_deadline_can_be_left_out(draft):
    plan = draft.tinh("style: {wording: da-ban-hanh}\ntasks: {tc-ke-hoach: {omit: Đã có kế hoạch riêng}}\n")
    (left,) = (each for each in plan.left_out if each.id == "tc-ke-hoach")
    assert left.what.startswith("Căn cứ Kế hoạch này, khẩn trương xây dựng")
    assert not any(each.id == "tc-ke-hoach" for each in plan.body)


@pytest.mark.parametrize(
    "more",
    [
        "tasks: {pt-don-doc: {lead: van-phong}}\n",
        "sections: {yeu-cau: {tasks: [yc-bam-sat, yc-gan-ket, yc-nguoi-dung-dau, pt-don-doc]}}\n",
    ],
)
def test_an_item_that_the_pack_has_for_another_level_is_told(more, draft):
    assert [each.id for each in draft.xa(more).warnings] == ["cap-khac"]


@pytest.mark.parametrize(
    "more",
    [
        "tasks: {pt-don-doc: {section: phuong-thuc, wording: Đôn đốc các cơ quan báo cáo., lead: van-phong}}\n",
        "style: {wording: da-ban-hanh}\ntasks: {pt-don-doc: {lead: van-phong}}\n",
        "tasks: {hh-khong-giay: {section: hoi-hop}}\n",
    ],
)
def test_an_item_in_the_units_own_words_or_at_hand_for_its_level_is_told_nothing(more, draft):
    assert draft.xa(more).warnings == ()


def test_an_empty_section_with_a_name_like_one_of_the_packs_asks_whether_that_is_meant(draft):
    with pytest.raises(Exception, match="có phải là mục “hoi-hop”"):
        draft.xa("sections: {hoihop: {title: Họp}}\n")


def test_an_item_of_another_level_that_the_plan_above_orders_is_the_units_own_work(tmp_path, draft):
    (tmp_path / "tinh.yaml").write_text(
        "unit: {level: tinh, name: Tuyên Quang}\ndate: 04/5/2026\nnumber: 176\n", "utf-8"
    )
    unit = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {profile: tinh.yaml}\n"
    taken = "tasks: {kl-chiu-trach-nhiem: {section: ky-luat, lead: thu-truong}}\n"
    assert "cap-khac" not in {each.id for each in draft(unit + taken).warnings}
    assert "cap-khac" in {each.id for each in draft.xa(taken).warnings}
