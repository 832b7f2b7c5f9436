"""What was kept is text from outside: a program that is none is refused, and Jinja fills the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.jinja.filler import filler, filler_or
from kegen.jinja.values import Foreign


def deep(count):
    value = ["path", "a"]
    for _ in range(count):
        value = ["not", value]
    return [["put", value]]


def deep_steps(count):
    steps = []
    for _ in range(count):
        steps = [["if", [[["const", 1], steps]], []]]
    return steps


FOREIGN = [
    None, 1, "text", {}, [None], [1], [[]], [["put"]], [["put", None]], [["put", []]], [["put", ["path"]]],
    [["put", ["path", "a.__class__"]]], [["put", ["path", "_a"]]], [["put", ["path", ""]]], [["put", ["path", "a..b"]]],
    [["put", ["path", "a b"]]], [["put", ["path", 1]]], [["put", ["path", "a", "b"]]], [["put", ["eval", "1"]]],
    [["put", [["path"], "a"]]], [["put", ["call", "a.__init__", [], {}]]], [["put", ["call", "a", [[]], {}]]],
    [["put", ["call", "a", [], []]]], [["put", ["call", "a", [], {"x": []}]]], [["put", ["const", []]]],
    [["put", ["const", 1.5]]], [["put", ["compare", "is", ["const", 1], ["const", 1]]]],
    [["put", ["compare", ["=="], ["const", 1], ["const", 1]]]], [["put", ["compare", "==", ["const", 1], "x"]]],
    [["put", ["among", ["const", 1], "ab", True]]], [["put", ["among", ["const", 1], [[]], True]]],
    [["put", ["and", ["const", 1]]]], [["if", [], []], ["exec"]], [["if", [[["const", 1]]], []]], [["if", "ab", []]],
    [["case", "a", []]],
    [["case", "a", {}]], [["case", "a", {"b": 1}, []]], [["case", "__a", {}, []]], [["case", "a", [], []]],
    [["if", []]], [["for", [], "a", [], False]], [["for", ["__a"], "a", [], False]],
    [["for", ["a"], ["path", "a"], [], False]],
    [["for", "a", "a", [], False]], [["for", ["a"], "a", None, False]], [["while", 1, []]], deep(60), deep_steps(60),
]  # fmt: skip


@pytest.mark.parametrize("program", FOREIGN, ids=lambda program: repr(program)[:40])
def test_what_is_no_program_is_refused(program):
    with pytest.raises(Foreign):
        filler(program, str)
    assert filler_or(program, str, lambda _: "by Jinja")({"a": 1}) == "by Jinja"


json = st.recursive(
    st.one_of(st.none(), st.integers(), st.floats(), st.sampled_from(["put", "if", "for", "path", "a", "=="])),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
)  # fmt: skip


@given(json)
def test_any_json_is_a_program_or_refused(program):
    try:
        fill = filler(program, str)
    except Foreign:
        return
    assert callable(fill)


def test_nothing_of_pythons_own_is_reached_through_a_name():
    with pytest.raises(AttributeError):
        filler([["put", ["path", "mro"]]], str)({})
