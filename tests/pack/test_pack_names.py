"""Which pack a profile means."""

import pytest

from kegen.pack import read
from kegen.problem import KegenError


def test_a_profile_that_names_no_pack_means_the_only_one():
    assert read.pack_named(None) == "qd-534"


def test_a_pack_that_is_named_is_meant():
    assert read.pack_named("qd-999") == "qd-999"


def test_among_several_packs_one_must_be_named(monkeypatch):
    monkeypatch.setattr(read, "pack_names", lambda: ["qd-534", "qd-999"])
    with pytest.raises(KegenError, match="một trong qd-534, qd-999"):
        read.pack_named(None)
