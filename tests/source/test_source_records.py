"""Records: the quick reading and pydantic's take the same files, and say the same of them."""

from typing import Annotated, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kegen.profile.model import Profile
from kegen.source.build import Unfit, build
from kegen.source.fit import read_record
from kegen.source.flag import Flag
from kegen.source.model import model_of
from kegen.source.record import FromText, Record, said
from kegen.source.text import SourceText
from kegen.source.tree import parse_tree


def read_colour(text):
    if text not in {"xanh", "đỏ"}:
        raise ValueError("màu lạ")
    return text


Colour = Annotated[str, FromText(read_colour)]


class Leaf(Record):
    colour: Colour = said(title="Màu", description="Màu lá.", examples=["xanh"])
    dry: Flag = said(default=False, title="Khô", description="Đã khô.", examples=["có"])


class Tree_(Record):  # noqa: N801 - a tree of the garden, not of YAML
    name: str = said(title="Tên", description="Tên cây.", examples=["đa"])
    kind: Literal["cao", "thấp"] | None = said(default=None, title="Loại", description="Loại.", examples=["cao"])
    leaves: tuple[Leaf, ...] = said(default=(), title="Lá", description="Lá.", examples=["[]"])
    notes: dict[str, Leaf | Colour] = said(default={}, title="Ghi", description="Ghi.", examples=["{}"])


WORDS = st.sampled_from(["xanh", "đỏ", "tím", "có", "không", "cao", "thấp", "đa", ""])
KEYS = st.sampled_from(["name", "kind", "leaves", "notes", "colour", "dry", "lạ"])
VALUES = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
LEAVES = st.fixed_dictionaries({"colour": WORDS}, optional={"dry": WORDS, "lạ": WORDS})
TREES = st.fixed_dictionaries(
    {"name": WORDS | VALUES},
    optional={
        "kind": WORDS | VALUES,
        "leaves": st.lists(LEAVES | VALUES, max_size=3) | VALUES,
        "notes": st.dictionaries(WORDS, LEAVES | WORDS | VALUES, max_size=3) | VALUES,
    },
)


def plain(value):
    """The value as dicts and lists, so that a record and a pydantic model can be compared."""
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in value.fields}
    if hasattr(value, "model_fields_set"):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple | list) else value


def fits(values):
    try:
        build(Tree_, values)
    except ValueError:
        return False
    return True


@settings(max_examples=400, deadline=None)
@given(TREES | VALUES)
def test_the_quick_reading_takes_what_pydantic_takes(values):
    try:
        slow = plain(model_of(Tree_).model_validate(values))
    except ValidationError:
        assert not fits(values)
    else:
        assert plain(build(Tree_, values)) == slow


def test_the_values_of_a_sound_file_are_a_record():
    tree = build(Tree_, {"name": "đa", "leaves": [{"colour": "xanh", "dry": "có"}], "notes": {"a": "đỏ"}})
    assert (tree.name, tree.kind, tree.leaves[0].dry, tree.notes["a"]) == ("đa", None, True, "đỏ")


@pytest.mark.parametrize("values", [{}, {"name": "đa", "lạ": "x"}, [], None, {"name": ["đa"]}])
def test_values_that_do_not_fit_are_refused(values):
    with pytest.raises(Unfit):
        build(Tree_, values)


def test_a_record_is_frozen_and_changed_only_in_a_copy():
    leaf = Leaf(colour="xanh")
    with pytest.raises(AttributeError):
        leaf.colour = "đỏ"
    assert (leaf.colour, leaf.changed(colour="đỏ").colour) == ("xanh", "đỏ")


def test_a_record_is_silent_only_while_nothing_is_said():
    assert Leaf(colour="xanh").silent is False
    assert Profile.fields["bases"].default.silent


@pytest.mark.parametrize("values", [{"colour": "xanh", "size": 3}, {}])
def test_a_record_takes_no_unknown_field_and_lacks_none(values):
    with pytest.raises(TypeError):
        Leaf(**values)


def test_a_file_that_does_not_fit_gives_its_problems_and_the_rest_of_it():
    tree = parse_tree(SourceText("a.yaml", "name: đa\nkind: vừa\nleaves:\n  - {colour: tím}\n  - {colour: xanh}\n"))
    read = read_record(Tree_, tree)
    assert [(str(p.place), p.id) for p in read.problems] == [
        ("a.yaml:2:7", "sai-gia-tri"),
        ("a.yaml:4:14", "sai-gia-tri"),
    ]
    assert read.value is not None
    assert read.value.name == "đa"


def test_a_sound_file_gives_no_problem():
    read = read_record(Tree_, parse_tree(SourceText("a.yaml", "name: đa\n")))
    assert read.problems == ()
    assert read.value.name == "đa"
