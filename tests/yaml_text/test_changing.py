"""Changes of a YAML file's text: exact where they are made, byte for byte elsewhere, refused where not sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.yaml_text.change import Insert, Move, Put, Remove, meant, typed
from kegen.yaml_text.changing import change_bytes, change_text
from kegen.yaml_text.splice import Unspliceable
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree

TEXT = """\
# đầu
a: Sở    # một
b:   # trống
c:
  - x
  - y    # hai
  # giữa
  - {d: e, f: g}
h: >-
  chữ
  nữa

# trước i
i:
    j: k

    l: m
n: [o, p, q]
"""


def content(text):
    return parse_tree(SourceText("x", text, is_typed=False)).plain()


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Put(("a",), "Phòng"), "a: Sở ", "a: Phòng "),
        (Put(("b",), "x"), "b:   # trống", "b: x   # trống"),
        (Put(("b", "c"), "x"), "b:   # trống", "b: {c: x}   # trống"),
        (Put(("c", 0), "z"), "  - x", "  - z"),
        (Put(("c", 1), {"r": "s"}), "  - y ", "  - {r: s} "),
        (Put(("c", 2, "d"), "một, hai"), "{d: e,", '{d: "một, hai",'),
        (Put(("h",), "chữ khác"), ">-\n  chữ\n  nữa\n", "chữ khác\n"),
        (Put(("i", "r"), "s"), "    l: m\n", "    l: m\n    r: s\n"),
        (Put(("i", "r"), "s", after=("j",)), "    j: k\n", "    j: k\n    r: s\n"),
        (Put(("n",), ["r"]), "[o, p, q]", "[r]"),
        (Remove(("a",)), "a: Sở    # một", "# một"),
        (Remove(("i", "j")), "    j: k\n", ""),
        (Remove(("c", 1)), "  - y    # hai", "  # hai"),
        (Remove(("n", 0)), "[o, p", "[p"),
        (Remove(("n", 2)), ", q]", "]"),
        (Remove(("h",)), "h: >-\n  chữ\n  nữa\n", ""),
        (Insert(("c",), 0, "w"), "  - x\n", "  - w\n  - x\n"),
        (Insert(("c",), 2, "w"), "# hai\n", "# hai\n  - w\n"),
        (Insert(("n",), 1, "w"), "[o, p", "[o, w, p"),
        (Insert(("n",), 3, "w"), "q]", "q, w]"),
        (Insert(("s",), 0, "w"), "n: [o, p, q]\n", "n: [o, p, q]\ns: [w]\n"),
        (Move(("n",), 2, 0), "[o, p, q]", "[q, o, p]"),
        (Move(("c",), 0, 1), "  - x\n  - y    # hai\n", "  - y    # hai\n  - x\n"),
    ],
)
def test_a_change_is_made_where_it_belongs_and_nowhere_else(change, old, new):
    assert TEXT.count(old) == 1
    assert change_text(TEXT, [change]) == TEXT.replace(old, new)


def test_a_group_that_nothing_is_left_in_goes_too_and_its_comments_stay():
    text = "a: x\nb:\n  # lời\n  c: d   # thêm\n"
    assert change_text(text, [Remove(("b", "c"))]) == "a: x\n# lời\n# thêm\n"


def test_a_long_text_is_folded_and_a_text_behind_which_a_comment_stands_is_not():
    long = "chữ " * 40 + "hết"
    new = change_text(TEXT, [Put(("i", "j"), long), Put(("a",), long)])
    assert "    j: >-\n      chữ chữ" in new
    assert f"a: {long}    # một" in new
    assert max(map(len, new.split("\n")[2:])) <= 120


@pytest.mark.parametrize(
    ("text", "change", "line"),
    [
        ("a: &x Sở\nb: *x\n", Put(("a",), "P"), 1),
        ("a: &x Sở\nb: *x\n", Put(("b",), "P"), 2),
        ("a: &x {c: d}\nb: *x\n", Put(("b", "c"), "P"), 2),
        ("a:\n  - - x\n    - y\n", Remove(("a", 0, 0)), 2),
        ("a: {b: c, # lời\n  d: e}\n", Remove(("a", "b")), 1),
        ("a: x\nb: [\n", Put(("a",), "y"), 2),
        ("a: x\na: y\n", Put(("a",), "z"), 2),
        ("a: x\n", Put(("a", "b"), "y"), 1),
        ("a: [x]\n", Put(("a", "b"), "y"), 1),
        ("a: x\n", Remove(("b",)), 1),
        ("a: x\n", Remove(("a",)), 1),
        ("a: x\x0b\n", Put(("a",), "y"), 1),
    ],
)
def test_what_is_not_sure_is_refused_and_the_line_named(text, change, line):
    with pytest.raises(Unspliceable, match=rf"^ho-so\.yaml:{line}(:\d+)?: .*chưa ghi gì"):
        change_bytes(text.encode(), [change], "ho-so.yaml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding, end):
    data = TEXT.replace("\n", end).encode(encoding)
    new = change_bytes(data, [Put(("i", "j"), "z"), Insert(("c",), 1, "w")])
    expected = TEXT.replace("j: k", "j: z").replace("  - x\n", "  - x\n  - w\n")
    assert new == expected.replace("\n", end).encode(encoding)


def test_lines_of_other_letters_and_ends_stay_as_they_are():
    data = (
        "a: So\u031b\u0309\r\nb: x\u200by\nc: z".encode()
    )  # taken apart letters, a letter nobody sees, no last line end
    new = change_bytes(data, [Put(("d",), "w"), Put(("c",), "q")])
    assert new == "a: So\u031b\u0309\r\nb: x\u200by\nc: q\r\nd: w".encode()


KEYS = st.sampled_from(["a", "b", "khóa", "x: y", "- z", "#"])
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"]), max_size=30)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=5,
)
PATHS = st.sampled_from(
    [("a",), ("c", 0), ("c", 2), ("c", 2, "d"), ("h",), ("i",), ("i", "j"), ("n",), ("n", 1), ("moi", "khóa")]
)


@given(PATHS, VALUES)
def test_any_value_is_read_again_as_it_was_put(path, value):
    change = Put(path, typed(value))
    new = change_text(TEXT, [change])
    assert content(new) == meant(content(TEXT), change)
    assert all(line in new.split("\n") for line in ("# đầu", "# trước i", "  # giữa") if path[0] not in "ci")


@given(st.lists(st.tuples(st.sampled_from("ad"), st.integers(0, 3)), max_size=6))
def test_items_come_and_go_and_the_list_stays_a_list(steps):
    text = "l:\n- một\n- hai # lời\n- ba\n"
    for kind, at in steps:
        length = len(content(text)["l"])
        change = Insert(("l",), min(at, length), "thêm") if kind == "a" else Move(("l",), min(at, length - 1), 0)
        wanted = meant(content(text), change)
        text = change_text(text, [change])
        assert content(text) == wanted
    assert text.count("# lời") == 1
