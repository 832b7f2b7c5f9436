"""Slips of YAML itself: each told where it is, with what to write, and the rest of the file still read."""

import pytest

from kegen.problem import Invalid
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree

SLIPS = {
    "a colon in a value": ("a: b: c", [(1, 5, "hai-cham")], {"a": "b: c"}),
    "a colon at the end of a value": ("a: b:", [(1, 5, "hai-cham")], {"a": "b:"}),
    "a colon in a list's sentence": (
        "a:\n- Thực hiện: gồm: x", [(2, 17, "hai-cham")], {"a": ["Thực hiện: gồm: x"]},
    ),
    "a colon in a value's second line": ("a: b\n  là thế: c\nd: e", [(2, 3, "hai-cham")], None),
    "a tab": ("a:\n\tb: c", [(2, 1, "tab")], {"a": {"b": "c"}}),
    "a tab among spaces": ("a:\n    b: c\n\td: e", [(3, 1, "tab")], {"a": {"b": "c", "d": "e"}}),
    "a tab after a list mark": ("a:\n-\tb: c", [(2, 2, "tab")], {"a": [{"b": "c"}]}),
    "a tab in a block of text": ("a: |\n\tb\nc: d", [(2, 1, "tab")], {"a": "b\n", "c": "d"}),
    "no-break spaces": ("a:\n\u00a0\u00a0b: c\n  d: e", [(2, 1, "cach-la")], {"a": {"b": "c", "d": "e"}}),
    "a no-break space after the colon": ("a:\u00a0b\nc: d", [(1, 2, "thieu-cach")], {"a": "b", "c": "d"}),
    "a double quote left open": ('a: "b\nc: d', [(1, 4, "ngoac-ho")], {"a": "b", "c": "d"}),
    "a single quote left open": ("a: 'b\nc: d", [(1, 4, "ngoac-ho")], {"a": "b", "c": "d"}),
    "quotes within quotes": ('a: "Phòng "Một cửa""', [(1, 4, "can-ngoac")], {"a": 'Phòng "Một cửa"'}),
    "words after a quote": ('a: "b" c', [(1, 4, "can-ngoac")], {"a": '"b" c'}),
    "a path of Windows in quotes": ('a: "C:\\xyz"', [(1, 7, "dau-nguoc")], {"a": "C:\\xyz"}),
    "a bracket left open": ("a: [b, c\nd: e", [(1, 4, "ngoac-ho")], {"a": ["b", "c"], "d": "e"}),
    "a brace left open": ("a: {b: c\nd: e", [(1, 4, "ngoac-ho")], {"a": {"b": "c"}, "d": "e"}),
    "words after a bracket": ("a: [b] c", [(1, 4, "can-ngoac")], {"a": "[b] c"}),
    "a colon in braces": ("a: {b: c: d}", [(1, 9, "cu-phap")], None),
    "a dash": ("a: - b", [(1, 4, "can-ngoac")], {"a": "- b"}),
    "an at sign": ("a: @b", [(1, 4, "can-ngoac")], {"a": "@b"}),
    "a back quote": ("a: `b`", [(1, 4, "can-ngoac")], {"a": "`b`"}),
    "a per cent sign": ("a: %b", [(1, 4, "can-ngoac")], {"a": "%b"}),
    "an asterisk": ("a: * b", [(1, 4, "can-ngoac")], {"a": "* b"}),
    "an ampersand": ("a: & b", [(1, 4, "can-ngoac")], {"a": "& b"}),
    "an exclamation mark": ("a: !<b", [(1, 4, "can-ngoac")], {"a": "!<b"}),
    "a greater-than sign": ("a: > 60 %", [(1, 4, "can-ngoac")], {"a": "> 60 %"}),
    "a greater-or-equal sign": ("a: >= 5", [(1, 4, "can-ngoac")], {"a": ">= 5"}),
    "a comma": ("a: , b", [(1, 4, "can-ngoac")], {"a": ", b"}),
    "a Jinja tag": ("a: {{ b }} c", [(1, 4, "can-ngoac")], {"a": "{{ b }} c"}),
    "no space after the colon": ("level:xa\nname: X", [(1, 6, "thieu-cach")], {"level": "xa", "name": "X"}),
    "no colon": ("a: b\nname X\nc: d", [(2, 1, "thieu-hai-cham")], {"a": "b", "name": "X", "c": "d"}),
    "no key": ("a: b\n: c", [(2, 1, "khoa-trong")], {"a": "b"}),
    "too deep": ("a: b\n  c: d", [(2, 3, "thut-le")], {"a": "b", "c": "d"}),
    "not deep enough": ("a:\n  b: c\n d: e", [(3, 2, "thut-le")], {"a": {"b": "c", "d": "e"}}),
    "under the list mark": ("a:\n  - b: c\n  d: e", [(3, 3, "thut-le")], {"a": [{"b": "c", "d": "e"}]}),
}  # fmt: skip


def read(text):
    try:
        tree = parse_tree(decode_text(text.encode(), "f"))
    except Invalid as error:
        return error.problems, None
    return tuple(sorted(tree.problems)), tree.plain()


def seen(problems):
    return [(p.place.line, p.place.column, p.id) for p in problems]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_in_its_place_and_the_rest_is_read(name):
    text, found, content = SLIPS[name]
    problems, plain = read(text)
    assert seen(problems) == found
    if content is not None:
        assert plain == content


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_in_vietnamese_with_what_to_do(name):
    problems, _ = read(SLIPS[name][0])
    for problem in problems:
        assert "hãy " in problem.message
        assert not {"expected", "found", "scanning", "context"} & set(problem.message.split())


def test_every_slip_of_a_file_is_told_in_one_go():
    text = "a: b: c\nd: @e\n\tf: g\nh: 'i\nk:l\nm: n\nm: o\n"
    problems, _ = read(text)
    assert [(p.place.line, p.id) for p in problems] == [
        (1, "hai-cham"), (2, "can-ngoac"), (3, "tab"), (3, "thut-le"), (4, "ngoac-ho"),
        (5, "thieu-cach"), (7, "trung-khoa"),
    ]  # fmt: skip


def test_places_after_a_tab_are_the_person_s_own():
    problems, _ = read("a:\n\tb: c\n\tb: d\n\te: f: g")
    assert seen(problems) == [
        (2, 1, "tab"),
        (3, 1, "tab"),
        (3, 2, "trung-khoa"),
        (4, 1, "tab"),
        (4, 6, "hai-cham"),
    ]


@pytest.mark.parametrize(
    "fine",
    [
        "t: |\n  x: y: z\n  @a\nq: ",
        't: "x\n  y: z: w"\nq: ',
        "t: {a: b,\n  c: d}\nq: ",
        "t:\n- a\n- b\nq: ",
        "t: # x: y: z\nq: ",
        "t: it's - a * b & c ! d % e\nq: ",
        "t: http://x.vn/a\nq: ",
        "t: b\n  c\nq: ",
        "t: b\n\t\nq: ",
    ],
)
def test_sound_lines_are_not_blamed_for_a_slip_elsewhere(fine):
    problems, _ = read(fine + "a: b")
    assert [p.id for p in problems] == ["hai-cham"]


def test_a_blank_line_of_tabs_is_nobody_s_problem():
    assert read("a: b\n\t\nc: d\n") == ((), {"a": "b", "c": "d"})


def test_what_nobody_foresaw_still_gets_a_vietnamese_sentence():
    problems, plain = read("a: b\n- c")
    assert plain is None
    assert seen(problems) == [(2, 1, "cu-phap")]
