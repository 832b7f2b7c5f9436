"""Values are put into a YAML text at their place, and nothing else in it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.vietnamese import normalise
from kegen.yaml_text.splice import Unspliceable, splice
from kegen.yaml_text.text import SourceText, clean
from kegen.yaml_text.tree import parse_tree

TEXT = """\
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


def content(text):
    return parse_tree(SourceText("x", text, is_typed=False)).plain()


def test_a_new_key_stands_under_the_others_of_its_record_and_comments_stay():
    new = splice(TEXT, {("tasks", 0, "lead"): "UBND các xã, phường"})
    assert new == TEXT.replace("# việc một\n", '# việc một\n    lead: "UBND các xã, phường"\n')


def test_an_empty_value_is_filled_before_its_comment():
    assert "    lead: Sở Tài chính          # còn trống\n" in splice(TEXT, {("tasks", 1, "lead"): "Sở Tài chính"})


def test_a_value_in_braces_is_replaced_and_one_is_added_there():
    new = splice(TEXT, {("tasks", 2, "lead"): "Sở Y tế", ("tasks", 2, "deadline"): "30/6/2026"})
    assert content(new)["tasks"][2] == {"id": "c", "lead": "Sở Y tế", "deadline": "30/6/2026"}


def test_a_list_in_brackets_is_replaced():
    new = splice(TEXT, {("tasks", 1, "helpers"): ("Sở Y tế", "Công an tỉnh")})
    assert content(new)["tasks"][1]["helpers"] == ["Sở Y tế", "Công an tỉnh"]


def test_several_values_go_in_at_once():
    values = {("tasks", 0, "lead"): "A", ("tasks", 0, "deadline"): "B", ("standing", "symbol"): "176/KH-UBND"}
    new = content(splice(TEXT, values))
    assert (new["tasks"][0]["lead"], new["tasks"][0]["deadline"]) == ("A", "B")
    assert new["standing"] == {"level": "tinh", "symbol": "176/KH-UBND"}


@pytest.mark.parametrize(
    "path",
    [("tasks", 9, "lead"), ("tasks", 0, "wording"), ("tasks",), ("nothing", "lead"), ("tasks", 1, "id", "x")],
)
def test_what_cannot_be_put_there_for_sure_is_refused(path):
    with pytest.raises(Unspliceable):
        splice(TEXT, {path: "x"}, "a.plan.yaml")


def test_a_text_with_an_anchor_that_would_change_elsewhere_is_refused():
    with pytest.raises(Unspliceable):
        splice("a: &one Sở\nb: *one\n", {("a",): "Phòng"})


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"]), min_size=1))
def test_any_words_come_back_as_they_were_given(words):
    assert content(splice(TEXT, {("tasks", 0, "lead"): words}))["tasks"][0]["lead"] == clean(normalise(words))


LISTED = "tasks:\n- id: a\n  also_lead:\n  - Sở Y tế\n  - 'Sở Tài\n    chính'\n  lead: X\n"


def test_a_list_with_an_item_a_line_is_replaced():
    new = splice(LISTED, {("tasks", 0, "also_lead"): ("Công an tỉnh",), ("tasks", 0, "lead"): "Y"})
    assert new == "tasks:\n- id: a\n  also_lead: [Công an tỉnh]\n  lead: Y\n"


@pytest.mark.parametrize("beside", ["# cũ", "{b: c}", "- d"])
def test_a_list_with_more_than_words_is_not_replaced(beside):
    text = LISTED.replace("  - Sở Y tế\n", f"  - {beside}\n    Sở Y tế\n" if beside[0] == "#" else f"  - {beside}\n")
    with pytest.raises(Unspliceable):
        splice(text, {("tasks", 0, "also_lead"): ("Công an tỉnh",)})


def test_a_comment_behind_an_item_is_not_lost():
    for old, new in (("Sở Y tế\n", "Sở Y tế  # cũ\n"), ("also_lead:\n", "also_lead: # cũ\n")):
        with pytest.raises(Unspliceable):
            splice(LISTED.replace(old, new), {("tasks", 0, "also_lead"): ("Công an tỉnh",)})
