"""What rules know of packs."""

import json
import shutil

import pytest

import kegen
from kegen.check import directives
from kegen.check.options import CheckContext
from kegen.pack.find import find_pack
from kegen.shipped import templates_folder


def test_what_a_pack_orders_and_cites_is_known():
    known = directives.directives()["qd-534"]
    assert any(each.clauses for each in known.targets.values())
    assert known.documents


def test_a_pack_beside_the_profile_is_known_by_the_folder_and_one_that_is_gone_says_nothing(tmp_path):
    shutil.copytree(templates_folder() / "qd-534", tmp_path / "kh-xyz", ignore=lambda *_: ["README.md"])
    main = tmp_path / "kh-xyz" / "pack.yaml"
    text = main.read_text("utf-8").replace('comparison: ">=", value: "60"', 'comparison: ">=", value: "61"')
    main.write_text(text, "utf-8")
    path = tmp_path / "xa.yaml"
    unit = (
        "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {number: 1/KH-UBND, date: 04/5/2026}\n"
    )
    path.write_text(f"directive: kh-xyz\n{unit}", "utf-8")
    loaded = kegen.load(path)
    facts = CheckContext(loaded.profile, kegen.resolve(loaded), tmp_path)
    assert directives.directive_of(facts).targets["hop-truc-tuyen"].value == "61"
    assert directives.directive_of(facts._replace(folder=None)).targets == {}


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
