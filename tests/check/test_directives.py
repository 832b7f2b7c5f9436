"""What rules know of packs, kept across runs: the same as what is drawn from them, and a strange cache is as none."""

import pytest

from kegen import cache
from kegen.check import directives


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch):
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(directives, "directives", directives.directives.__wrapped__)


def test_what_is_kept_is_what_was_drawn(monkeypatch):
    drawn = directives.directives()
    monkeypatch.setattr(directives, "_drawn", lambda: pytest.fail("drawn again"))
    assert directives.directives() == drawn
    assert directives.directive("") == drawn["qd-534"]
    assert any(each.ways for each in drawn["qd-534"].targets.values())
    assert drawn["qd-534"].documents


def test_a_pack_that_has_changed_is_drawn_from_again(monkeypatch):
    directives.directives()
    monkeypatch.setattr(directives, "stamps", lambda _: ["changed"])
    monkeypatch.setattr(directives, "_drawn", lambda: [("new", directives.Directive({}, {}))])
    assert set(directives.directives()) == {"new"}


@pytest.mark.parametrize("spoilt", [[], {"qd-534": 1}, {"qd-534": [{}]}, {"qd-534": [{"a": 1}, {}]}, "chữ"])
def test_a_strange_cache_is_as_good_as_none(spoilt, monkeypatch):
    drawn = directives.directives()
    monkeypatch.setattr(directives, "recall", lambda _: spoilt)
    assert directives.directives() == drawn
    assert cache.recall("directives") is None
