"""Reports kept across runs: recalled for the very same check, and for no other."""

import itertools

import pytest

from kegen import cache
from kegen.check import files, kept
from kegen.check.files import Question, check_all, check_bytes, check_once
from kegen.check.rules import all_rules, chosen
from kegen.check.way import Way
from kegen.problem import KegenError
from tests.check.good import good, planted, set_text

WAY = Way()
WRONG = planted(set_text("Độc lập", "Độc lập – Tự do – Hạnh phúc"))


@pytest.fixture(autouse=True)
def judged(tmp_path, monkeypatch):
    """Give each test a cache of its own, and count what is judged."""
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path))
    count = []

    def counted(*given):
        count.append(given[1])
        return check_bytes(*given)

    monkeypatch.setattr(files, "check_bytes", counted)
    monkeypatch.setattr(files, "_first", itertools.repeat(object()))
    return count


@pytest.mark.parametrize("data", [good(), WRONG], ids=["good", "wrong"])
def test_the_same_file_is_judged_once_and_told_the_same_under_its_own_name(data, judged):
    first, second = (check_once(data, name, chosen(), WAY) for name in ("a.docx", "b.docx"))
    assert judged == ["a.docx"]
    assert second == first._replace(file="b.docx")
    assert second == check_bytes(data, "b.docx", chosen(), WAY)


def test_another_file_other_rules_and_another_way_are_judged(judged):
    check_once(good(), "a", chosen(), WAY)
    check_once(WRONG, "b", chosen(), WAY)
    check_once(good(), "c", chosen(ignore=["tn"]), WAY)
    check_once(good(), "d", chosen(), Way("issued"))
    check_once(good(), "e", chosen(), Way(medium="paper"))
    check_once(good(), "f", chosen(), WAY)
    assert judged == ["a", "b", "c", "d", "e"]


def test_rules_of_ones_own_are_not_kept(judged):
    rules = [each for each in all_rules() if each.id == "tn-text"]
    reports = [check_once(WRONG, "a", rules, WAY) for _ in range(2)]
    assert judged == ["a", "a"]
    assert reports[0] == reports[1]


def test_when_a_file_that_judges_has_changed_all_is_judged_again(judged, monkeypatch):
    check_once(good(), "a", chosen(), WAY)
    stamps = list(kept.stamps(kept._JUDGING))
    assert any("misspelt.tsv" in each for each in stamps)
    assert any("pack.yaml" in each for each in stamps)
    monkeypatch.setattr(kept, "stamps", lambda _: [*stamps[1:], "changed"])
    check_once(good(), "b", chosen(), WAY)
    assert judged == ["a", "b"]


@pytest.mark.parametrize(
    "spoilt",
    ["không phải JSON", [], {"stamp": 1}, {"stamp": "{stamp}", "reports": 3}, {"stamp": "{stamp}", "reports": "{all}"}],
)
def test_a_cache_that_is_broken_or_foreign_is_as_good_as_none(spoilt, judged):
    check_once(good(), "a", chosen(), WAY)
    known = cache.recall("reports")
    if isinstance(spoilt, dict) and "reports" in spoilt:
        spoilt = {"stamp": known["stamp"], "reports": spoilt["reports"]}
        if spoilt["reports"] == "{all}":
            spoilt["reports"] = {key: [{"tn-text": 1}, [["x"]]] for key in known["reports"]}
    cache.keep("reports", spoilt)
    assert check_once(good(), "b", chosen(), WAY) == check_bytes(good(), "b", chosen(), WAY)
    assert judged == ["a", "b"]


def test_only_the_first_file_of_a_run_is_looked_for_among_those_kept(judged, monkeypatch):
    monkeypatch.setattr(files, "_first", iter((True,)))
    for name in ("a", "b"):
        check_once(good(), name, chosen(), WAY)
    assert judged == ["a", "b"]


def test_only_the_last_few_reports_are_kept(judged):
    for number in range(kept._MOST + 3):
        check_once(planted(set_text("Độc lập", f"Độc lập {number}")), str(number), chosen(["tn-text"]), WAY)
    assert len(cache.recall("reports")["reports"]) == kept._MOST
    assert len(judged) == kept._MOST + 3


def test_rules_are_loaded_only_when_one_is_looked_at():
    rules = chosen(["tn"], ["tn-line"])
    assert "_rules" not in vars(rules)
    assert rules.ids == ("tn-text", "tn-style")
    assert len(rules) == 2
    assert "_rules" not in vars(rules)
    assert [rules[0].id, *(each.id for each in rules[1:])] == [each.id for each in rules]


def test_files_checked_together_have_their_own_reports_and_one_that_cannot_be_read_says_why():
    files = {"good.docx": good(), "no.docx": b"PK, but no archive", "wrong.docx": WRONG}
    found = check_all([Question(data, file, WAY) for file, data in files.items()], chosen())
    alone = [check_bytes(files[file], file, chosen(), WAY) for file in ("good.docx", "wrong.docx")]
    assert [found[0], found[2]] == alone
    assert str(found[1]).startswith("no.docx: ")
    assert check_all([Question(b"no", "a.docx", WAY)] * 2, chosen())[1].args == found_alone("a.docx")
    assert check_all([], chosen()) == []


def found_alone(file):
    with pytest.raises(KegenError) as error:
        check_bytes(b"no", file, chosen(), WAY)
    return error.value.args
