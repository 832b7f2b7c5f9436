"""What rules know of packs."""

import json

import pytest

from kegen.check import directives
from kegen.pack.find import find_pack


def test_what_a_pack_orders_and_cites_is_known():
    known = directives.directives()["qd-534"]
    assert any(each.clauses for each in known.targets.values())
    assert known.documents


@pytest.fixture
def stored(monkeypatch, tmp_path):
    """Return a function that sets what the cache holds, and the facts as the pack has them."""
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path))
    found = find_pack("qd-534")
    whole = directives._of_pack(found)

    def told(value):
        monkeypatch.setattr(directives, "recall", lambda _: value)
        return directives._of_pack(found)

    return told, whole


def test_what_the_cache_holds_of_a_pack_comes_back_as_it_was(stored):
    told, whole = stored
    assert told(json.loads(json.dumps(directives._to_plain(whole)))) == whole


@pytest.mark.parametrize("value", [None, [], {}, {"targets": [], "documents": []}, {"targets": {"a": 1}}, "x", 7])
def test_a_cache_that_holds_something_else_is_as_good_as_none(stored, value):
    told, whole = stored
    assert told(value) == whole
