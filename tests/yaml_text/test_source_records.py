"""What a person writes in a file, as models: frozen, nothing unknown in them, and read as far as they fit."""

from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, Field, ValidationError

from kegen.profile.model import Profile
from kegen.profile.scalars import Flag
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.model import InputModel
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree


def read_colour(text):
    if text not in {"xanh", "đỏ"}:
        raise ValueError("màu lạ")
    return text


Colour = Annotated[str, AfterValidator(read_colour)]


class Leaf(InputModel):
    colour: Colour = Field(title="Màu", description="Màu lá.", examples=["xanh"])
    dry: Flag = Field(default=False, title="Khô", description="Đã khô.", examples=["có"])


class Tree_(InputModel):  # noqa: N801 - a tree of the garden, not of YAML
    name: str = Field(title="Tên", description="Tên cây.", examples=["đa"])
    kind: Literal["cao", "thấp"] | None = Field(default=None, title="Loại", description="Loại.", examples=["cao"])
    leaves: tuple[Leaf, ...] = Field(default=(), title="Lá", description="Lá.", examples=["[]"])
    notes: dict[str, Leaf | Colour] = Field(default={}, title="Ghi", description="Ghi.", examples=["{}"])


def read(text):
    return read_record(Tree_, parse_tree(SourceText("a.yaml", text)))


def test_the_values_of_a_sound_file_are_a_model():
    tree = read("name: đa\nleaves: [{colour: xanh, dry: có}]\nnotes: {a: đỏ}\n").value
    assert (tree.name, tree.kind, tree.leaves[0].dry, tree.notes["a"]) == ("đa", None, True, "đỏ")


@pytest.mark.parametrize("text", ["lạ: x\n", "kind: cao\n", "name: [đa]\n"])
def test_values_that_do_not_fit_are_refused(text):
    assert read(text).problems


def test_a_model_is_frozen_and_changed_only_in_a_copy():
    leaf = Leaf(colour="xanh")
    with pytest.raises(ValidationError):
        leaf.colour = "đỏ"
    assert (leaf.colour, leaf.model_copy(update={"colour": "đỏ"}).colour) == ("xanh", "đỏ")


def test_a_model_is_silent_only_while_nothing_is_said():
    assert Leaf.model_construct(colour="xanh").silent is False
    assert Profile.model_fields["bases"].default.silent


@pytest.mark.parametrize("values", [{"colour": "xanh", "size": 3}, {}])
def test_a_model_takes_no_unknown_field_and_lacks_none(values):
    with pytest.raises(ValidationError):
        Leaf(**values)


def test_a_file_that_does_not_fit_gives_its_problems_and_the_rest_of_it():
    result = read("name: đa\nkind: vừa\nleaves:\n  - {colour: tím}\n  - {colour: xanh}\n")
    assert [(str(p.place), p.id) for p in result.problems] == [
        ("a.yaml:2:7", "sai-gia-tri"),
        ("a.yaml:4:14", "sai-gia-tri"),
    ]
    assert result.value is not None
    assert result.value.name == "đa"


def test_a_sound_file_gives_no_problem():
    result = read("name: đa\n")
    assert result.problems == ()
    assert result.value.name == "đa"
