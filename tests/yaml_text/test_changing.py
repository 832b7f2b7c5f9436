"""Changes of a YAML file's text: exact where they are made, byte for byte elsewhere, refused where not sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.vietnamese import normalise
from kegen.yaml_text import changing
from kegen.yaml_text.change import Insert, Move, Put, Remove, Unspliceable, meant, typed
from kegen.yaml_text.changing import change_bytes
from kegen.yaml_text.text import SourceText, clean, decode_text
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


def changed(text, *changes):
    return change_bytes(text.encode(), changes, "ho-so.yaml").decode()


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
    assert changed(TEXT, change) == TEXT.replace(old, new)


def test_a_group_that_nothing_is_left_in_goes_too_and_its_comments_stay():
    text = "a: x\nb:\n  # lời\n  c: d   # thêm\n"
    assert changed(text, Remove(("b", "c"))) == "a: x\n# lời\n# thêm\n"


def test_a_long_text_is_folded_and_a_text_behind_which_a_comment_stands_is_not():
    long = "chữ " * 40 + "hết"
    new = changed(TEXT, Put(("i", "j"), long), Put(("a",), long))
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
    new = changed(TEXT, change)
    assert content(new) == meant(content(TEXT), [change])
    assert all(line in new.split("\n") for line in ("# đầu", "# trước i", "  # giữa") if path[0] not in "ci")


@given(st.lists(st.tuples(st.sampled_from("ad"), st.integers(0, 3)), max_size=6))
def test_items_come_and_go_and_the_list_stays_a_list(steps):
    text = "l:\n- một\n- hai # lời\n- ba\n"
    for kind, at in steps:
        length = len(content(text)["l"])
        change = Insert(("l",), min(at, length), "thêm") if kind == "a" else Move(("l",), min(at, length - 1), 0)
        wanted = meant(content(text), [change])
        text = changed(text, change)
        assert content(text) == wanted
    assert text.count("# lời") == 1


ANSWERED = """\
# việc của tỉnh
tasks:
  - id: a          # việc một
    wording: >-
      Rà soát
      quy chế.
    # chưa rõ ai chủ trì
  - id: b
    lead:          # còn trống
    helpers: [Sở Y tế]
  - {id: c, lead: Sở Nội vụ}
standing:
  level: tinh
"""


def test_a_new_key_stands_under_the_others_of_its_record_and_comments_stay():
    new = changed(ANSWERED, Put(("tasks", 0, "lead"), "UBND các xã, phường"))
    assert new == ANSWERED.replace("quy chế.\n", 'quy chế.\n    lead: "UBND các xã, phường"\n')


def test_an_empty_value_is_filled_before_its_comment():
    new = changed(ANSWERED, Put(("tasks", 1, "lead"), "Sở Tài chính"))
    assert "    lead: Sở Tài chính          # còn trống\n" in new


def test_a_value_in_braces_is_replaced_and_one_is_added_there():
    new = changed(ANSWERED, Put(("tasks", 2, "lead"), "Sở Y tế"), Put(("tasks", 2, "deadline"), "30/6/2026"))
    assert "  - {id: c, lead: Sở Y tế, deadline: 30/6/2026}\n" in new


def test_several_values_go_in_at_once():
    values = {("tasks", 0, "lead"): "A", ("tasks", 0, "deadline"): "B", ("standing", "symbol"): "176/KH-UBND"}
    new = content(changed(ANSWERED, *(Put(path, value) for path, value in values.items())))
    assert (new["tasks"][0]["lead"], new["tasks"][0]["deadline"]) == ("A", "B")
    assert new["standing"] == {"level": "tinh", "symbol": "176/KH-UBND"}


def test_a_task_that_is_not_there_gets_no_value():
    with pytest.raises(Unspliceable, match=r"^ho-so\.yaml:\d+: .*“tasks\.10\.lead”"):
        changed(ANSWERED, Put(("tasks", 0, "lead"), "A"), Put(("tasks", 9, "lead"), "x"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"]), min_size=1))
def test_any_words_come_back_as_they_were_given(words):
    new = content(changed(ANSWERED, Put(("tasks", 0, "lead"), words)))
    assert new["tasks"][0]["lead"] == typed(clean(normalise(words)))


LISTED = "tasks:\n- id: a\n  also_lead:\n  - Sở Y tế\n  - 'Sở Tài\n    chính'\n  lead: X\n"


def test_a_list_with_an_item_a_line_is_replaced_by_one():
    new = changed(LISTED, Put(("tasks", 0, "also_lead"), ["Công an tỉnh"]), Put(("tasks", 0, "lead"), "Y"))
    assert new == "tasks:\n- id: a\n  also_lead:\n  - Công an tỉnh\n  lead: Y\n"


@pytest.mark.parametrize(("old", "new"), [("Sở Y tế\n", "Sở Y tế  # cũ\n"), ("also_lead:\n", "also_lead: # cũ\n")])
def test_a_comment_beside_an_item_that_is_replaced_is_not_lost(old, new):
    text = changed(LISTED.replace(old, new), Put(("tasks", 0, "also_lead"), ["Công an tỉnh"]))
    assert content(text)["tasks"][0]["also_lead"] == ["Công an tỉnh"]
    assert "# cũ\n" in text


STEPS = st.one_of(
    st.builds(Put, PATHS, TEXTS.map(typed)),
    st.builds(Put, st.sampled_from([("moi", "a"), ("moi", "b"), ("k",), ("c", 2, "k"), ("i", "k")]), TEXTS.map(typed)),
    st.builds(Insert, st.sampled_from([("c",), ("n",), ("moi2",)]), st.integers(0, 1), TEXTS.map(typed)),
)


@given(st.lists(STEPS, max_size=6))
def test_changes_made_together_mean_what_they_mean_one_after_another(steps):
    def outcome(make):
        try:
            return content(make())
        except Unspliceable:
            return None

    def one_by_one():
        text = TEXT
        for each in steps:
            text = changed(text, each)
        return text

    assert outcome(lambda: changed(TEXT, *steps)) == outcome(one_by_one)


def test_many_answers_to_a_long_plan_do_not_take_a_pass_each(monkeypatch):
    text = "tasks:\n" + "".join(f"- id: viec-{at}\n  wording: Việc {at}.\n  read:\n  - field: x\n" for at in range(60))
    changes = [Put(("tasks", at, "lead"), "Sở Y tế") for at in range(60)]
    changes += [Insert(("tasks", at, "read"), 1, {"field": "lead", "how": "nguoi"}) for at in range(60)]
    passes = []
    monkeypatch.setattr(changing, "decode_text", lambda *given: passes.append(1) or decode_text(*given))
    new = content(changed(text, *changes))
    assert [each["lead"] for each in new["tasks"]] == ["Sở Y tế"] * 60
    assert {len(each["read"]) for each in new["tasks"]} == {2}
    assert len(passes) == 1


def test_a_value_that_was_put_stays_as_it_was_given_whatever_is_put_into_it_later():
    group = {"tasks": ["một"]}
    changes = [Put(("muc",), group), Insert(("muc", "tasks"), 1, "hai")]
    assert meant({}, changes) == {"muc": {"tasks": ["một", "hai"]}}
    assert group == {"tasks": ["một"]}
