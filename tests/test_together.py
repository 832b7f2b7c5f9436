"""Some things are worked on together, the others stay in their places."""

import pytest

from kegen.together import together


def test_what_has_ended_stays_in_its_place():
    asked = []
    found = together([1, "a", 2, "b", 3], lambda left: asked.append(left) or [10 * each for each in left], str)
    assert (found, asked) == ([10, "a", 20, "b", 30], [[1, 2, 3]])


def test_the_work_is_not_called_for_nothing():
    assert together(["a"], lambda _: pytest.fail("called"), str) == ["a"]
    assert together([], lambda _: pytest.fail("called"), str) == []
