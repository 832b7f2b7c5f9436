"""kegen's quick `NamedTuple` makes classes that do what `typing`'s do."""

from __future__ import annotations

import copy
import inspect
import pickle
import sys
import types
import typing
from pathlib import Path
from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen import named_tuple

T = TypeVar("T")
BASES = {"own": named_tuple.NamedTuple, "typing": typing.NamedTuple}


def spots(base):
    class Spot(base):
        """A place on a page."""

        x: int
        y: int = 2
        name: str = ""

        SHIFT = 10

        def moved(self):
            return self._replace(x=self.x + self.SHIFT)

        @property
        def both(self):
            return self.x, self.y

        def __str__(self):
            return f"{self.name}@{self.x}"

    return Spot


SPOTS = {name: spots(base) for name, base in BASES.items()}
both = pytest.mark.parametrize("Spot", SPOTS.values(), ids=SPOTS)


class Turned(Generic[T], named_tuple.NamedTuple):  # noqa: PYI059 - it may stand there too
    only: T


def made(base, name, body):
    return types.new_class(
        name, (base,), exec_body=lambda own: own.update({"__module__": __name__, "__qualname__": name, **body})
    )


class Kept(named_tuple.NamedTuple):
    name: str
    more: tuple[str, ...] = ()


class Pair(named_tuple.NamedTuple, Generic[T]):
    first: T
    second: T


@both
def test_a_tuple_is_made_by_place_by_name_and_by_default(Spot):  # noqa: N803
    assert Spot(1) == Spot(1, 2) == Spot(x=1, name="") == Spot._make([1, 2, ""]) == (1, 2, "")
    assert (Spot(1).x, Spot(1).y, Spot(1, 5).both, Spot(1).moved()) == (1, 2, (1, 5), (11, 2, ""))
    x, y, name = Spot(1, 2, "a")
    assert (x, y, name, hash(Spot(1))) == (1, 2, "a", hash((1, 2, "")))


@both
def test_a_tuple_tells_its_fields(Spot):  # noqa: N803
    assert Spot._fields == Spot.__match_args__ == ("x", "y", "name")
    assert Spot._field_defaults == {"y": 2, "name": ""}
    assert Spot(1)._asdict() == {"x": 1, "y": 2, "name": ""}
    assert (repr(Spot(1)), str(Spot(1, 2, "a"))) == ("Spot(x=1, y=2, name='')", "a@1")
    assert Spot.__doc__ == "A place on a page."
    assert list(inspect.signature(Spot).parameters) == ["x", "y", "name"]
    assert Spot.__new__.__qualname__.endswith("Spot.__new__")
    assert list(inspect.signature(Spot).parameters.values())[1].default == 2
    assert inspect.get_annotations(Spot.__new__).keys() == {"x", "y", "name"}
    assert Spot.__annotations__.keys() == {"x", "y", "name"}


@both
def test_a_tuple_fits_a_pattern(Spot):  # noqa: N803
    match Spot(1, 5):
        case Spot(x, y=5):
            assert x == 1
        case _:
            pytest.fail("no match")


@both
@pytest.mark.parametrize(
    "wrong",
    [
        lambda spot: spot(),
        lambda spot: spot(1, 2, "", 4),
        lambda spot: spot(1, z=2),
        lambda spot: spot(1, x=2),
        lambda spot: spot._make([1]),
        lambda spot: spot(1)._replace(z=2),
        lambda spot: setattr(spot(1), "x", 2),
        lambda spot: setattr(spot(1), "z", 2),
    ],
)
def test_what_is_no_such_tuple_is_refused(Spot, wrong):  # noqa: N803
    with pytest.raises((TypeError, ValueError, AttributeError)):
        wrong(Spot)


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_a_field_without_a_default_follows_none_with_one(base):
    with pytest.raises(TypeError):
        made(base, "Wrong", {"__annotations__": {"a": int, "b": int}, "a": 1})


def test_a_tuple_can_be_copied_and_sent():
    kept = Kept("Nhữ Khê", ("một",))
    sent = pickle.loads(pickle.dumps(kept))  # noqa: S301 - its own
    assert sent == copy.copy(kept) == copy.deepcopy(kept) == kept
    assert type(sent) is type(copy.copy(kept)) is Kept


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace came with 3.13")
@both
def test_a_copy_can_have_others_of_its_fields(Spot):  # noqa: N803
    assert copy.replace(Spot(1), y=3) == (1, 3, "")


def test_a_tuple_can_be_generic():
    assert Turned[int](1) == (1,)
    assert Pair[int](1, 2) == Pair(1, 2) == (1, 2)
    assert isinstance(Pair(1, 2), Generic)


def test_a_class_of_tuples_is_an_ordinary_class():
    class Longer(Kept):
        def shout(self):
            return self.name.upper()

    assert type(Kept) is type
    assert issubclass(Kept, tuple)
    assert (Longer("a").shout(), Longer("a")._replace(name="b").shout()) == ("A", "B")


def test_modules_of_named_tuples_have_annotations_as_text():
    files = [
        file for file in Path(named_tuple.__file__).parent.rglob("*.py") if "(NamedTuple" in file.read_text("utf-8")
    ]
    assert len(files) > 100
    assert [file for file in files if "\nfrom __future__ import annotations\n" not in file.read_text("utf-8")] == []
    with pytest.raises(TypeError, match="__future__"):
        types.new_class("Empty", (named_tuple.NamedTuple,))


@given(st.lists(st.integers(), max_size=30), st.integers(0, 30))
def test_tuples_of_any_length_are_alike(values, defaults):
    names = [f"f{at}" for at in range(len(values))]
    given_defaults = dict(list(zip(names, values, strict=True))[len(values) - min(defaults, len(values)) :])
    body = {"__annotations__": dict.fromkeys(names, int), **given_defaults}
    own, theirs = (made(base, "Row", body) for base in BASES.values())
    needed = values[: len(values) - len(given_defaults)]
    assert own(*needed) == theirs(*needed) == tuple(values)
    assert repr(own(*needed)) == repr(theirs(*values))
    assert own(**dict(zip(names, values, strict=True)))._asdict() == theirs(*values)._asdict()
