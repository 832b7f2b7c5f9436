"""The tree: everything as typed, everything with its place, and nothing unbounded."""

import pytest

from kegen.problem import Invalid, Place, Problem, Severity
from kegen.yaml_text.compose import NODE_LIMIT
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree

PROFILE = """\
# hồ sơ
unit: {level: xa, name: Nhữ Khê}
departments:
  - name: "Phòng Văn hóa"
    roles: [dau-moi]
note: |
  dòng: một
  dòng hai
empty:
"""


def tree_of(text):
    return parse_tree(decode_text(text.encode(), "f"))


def problems_of(text):
    try:
        return tree_of(text).problems
    except Invalid as error:
        return error.problems


def ids_of(text):
    return [(p.place.line, p.place.column, p.id) for p in sorted(problems_of(text))]


@pytest.mark.parametrize(
    "typed", ["08", "012", "2026-02-30", "yes", "1_000", "=", "05/3/2026", "0x1F", "1.50", "12:30", ".5"]
)
def test_a_scalar_stays_as_typed(typed):
    assert tree_of(f"a: {typed}").plain() == {"a": typed}


@pytest.mark.parametrize(
    ("typed", "value"),
    [("", None), ("~", None), ("null", None), ('""', ""), ("'~'", "~"), ('"null"', "null")],
)
def test_only_a_bare_empty_value_is_none(typed, value):
    assert tree_of(f"a: {typed}").plain() == {"a": value}


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("unit",), (2, 7), (2, 1)),
        (("unit", "name"), (2, 25), (2, 19)),
        (("departments", 0), (4, 5), (4, 5)),
        (("departments", 0, "name"), (4, 11), (4, 5)),
        (("departments", 0, "roles", 0), (5, 13), (5, 13)),
        (("departments", 0, "roles", 7), (5, 12), (5, 5)),
        (("unit", "province", "x"), (2, 7), (2, 1)),
        (("departments", "name"), (4, 3), (3, 1)),
        (("unit", 0), (2, 7), (2, 1)),
        ((), (2, 1), (2, 1)),
    ],
)
def test_every_path_has_a_place_its_own_or_the_nearest_above(path, value, key):
    tree = tree_of(PROFILE)
    assert tree.place(path) == Place("f", *value)
    assert tree.key_place(path) == Place("f", *key)


def test_a_node_is_found_by_its_path_or_is_none():
    tree = tree_of(PROFILE)
    assert tree.node(("departments", 0, "name")).text == "Phòng Văn hóa"
    assert tree.node(("departments", 3)) is None
    assert tree.node(()) is tree.root


def test_a_problem_is_born_with_the_place_of_its_path():
    expected = Problem(Place("f", 2, 25), "ten", "sai", Severity.WARNING)
    assert tree_of(PROFILE).problem(("unit", "name"), "ten", "sai", Severity.WARNING) == expected


def test_an_alias_repeats_a_node_and_a_merge_lends_its_keys():
    tree = tree_of("a: &x {p: 1, q: 2}\nb: *x\nc:\n  <<: *x\n  q: 3\nd:\n  <<: [*x, {q: 9, r: 4}]\n")
    assert tree.problems == ()
    assert tree.plain()["b"] == {"p": "1", "q": "2"}
    assert tree.plain()["c"] == {"p": "1", "q": "3"}
    assert tree.plain()["d"] == {"p": "1", "q": "2", "r": "4"}


def test_a_yaml_bomb_is_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert "qua-lon" in [p.id for p in problems_of("\n".join(lines))]


def test_a_long_file_is_read_up_to_the_limit_and_no_further():
    assert problems_of("a: [" + "x, " * (NODE_LIMIT - 10) + "]") == ()
    assert [p.id for p in problems_of("a: [" + "x, " * NODE_LIMIT + "]")] == ["qua-lon"]


@pytest.mark.parametrize(
    "deep",
    [
        "a: " + "[" * 40_000,
        "a: " + "{b: " * 40_000,
        "- " * 40_000,
        "? " * 40_000,
        "a: " + "[[], " * 40_000,
        "a: " + "['[', \"]\", {}, " * 20_000,
        "- " * 60 + "a",
        "\n".join("  " * n + "- a:" for n in range(600)),
    ],
)
def test_nesting_without_end_is_refused(deep):
    assert [p.id for p in problems_of(deep)] == ["qua-lon"]


def test_a_name_given_twice_is_told_where_it_is_given_again():
    assert ids_of("a: &x b\nc: *x\nd: &x e\nf: *x") == [(3, 4, "neo")]
    assert ids_of("".join(f"a{n}: &{chr(97 + n)} b\nb{n}: *{chr(97 + n)}\n" for n in range(26)) + "c: &b x") == [
        (53, 4, "neo")
    ]


def test_aliases_of_nothing_are_told_each_and_what_else_is_wrong():
    assert ids_of("a: *x\nb: [*y, c]\n*z : d\na: e") == [
        (1, 4, "bi-danh"), (2, 5, "bi-danh"), (3, 1, "bi-danh"), (4, 1, "trung-khoa"),
    ]  # fmt: skip


def test_more_aliases_of_nothing_than_anybody_writes_still_end_in_a_problem():
    assert ids_of("a: [" + "*x, " * 1000 + "]")


def test_what_is_wrong_above_a_slip_that_stops_the_reading_is_told_too():
    assert ids_of("a: 1\na: 2\nb: {c: d: e}") == [(2, 1, "trung-khoa"), (3, 9, "cu-phap")]


def test_fifty_levels_are_enough_for_anybody_and_taken():
    assert problems_of("a: " + "[" * 48 + "]" * 48) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\na: 2", [(2, 1, "trung-khoa")]),
        ("é: 1\ne\u0301: 2", [(2, 1, "trung-khoa")]),
        ("a: {b: 1, b: 2, b: 3}", [(1, 11, "trung-khoa"), (1, 17, "trung-khoa")]),
        ("a: b\n---\nc: d", [(2, 1, "hai-ho-so")]),
        ("---\na: b\n", []),
        ("a: !!python/object:os.system x", [(1, 4, "the-yaml")]),
        ("a: !x [b]", [(1, 4, "the-yaml")]),
        ("a: *x", [(1, 4, "bi-danh")]),
        ("a: &x [*x]", [(1, 8, "bi-danh")]),
        ("a: &x b", [(1, 4, "neo")]),
        ("a: &x b\nc: *x", []),
        ("<<: b", [(1, 5, "gop-khoa")]),
        ("a: {{ ten }}", [(1, 4, "khoa-phuc")]),
        ("? [a]\n: b", [(1, 1, "khoa-phuc")]),
        ('"": b', [(1, 1, "khoa-trong")]),
        ('a: "\\0\\x1b"', [(1, 4, "ky-tu-cam")] * 2),
        ("", [(0, 0, "trong")]),
        ("# chỉ có chú thích\n", [(0, 0, "trong")]),
        ("chỉ có chữ", [(1, 1, "sai-kieu")]),
        ("- a\n- b", [(1, 1, "sai-kieu")]),
    ],
)
def test_what_yaml_allows_and_a_profile_does_not_is_told(text, found):
    assert ids_of(text) == found


def test_a_duplicate_key_is_told_with_both_its_lines():
    (problem,) = problems_of("a: 1\nb: 2\na: 3")
    assert "dòng 1 và dòng 3" in problem.message


def test_characters_and_keys_are_told_together():
    assert ids_of("a: \x01\na: 2") == [(1, 4, "ky-tu-cam"), (2, 1, "trung-khoa")]
