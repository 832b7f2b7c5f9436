"""`kegen rules`: all rules, and the page of one."""

import json

import pytest

from kegen.check.rules import all_rules


def test_every_rule_is_listed_with_its_weight_and_title(kegen):
    run = kegen("rules")
    assert (run.code, run.err) == (0, "")
    for rule in all_rules():
        assert f"  {rule.id} " in run.out
        assert rule.title in run.out
    assert "bắt buộc" in run.out
    assert "Thể thức và kỹ thuật trình bày (" in run.out


def test_the_page_of_a_rule_says_what_why_and_by_which_article(kegen):
    out = kegen("rules", "page-a4").out
    assert out.startswith("page-a4: Giấy khổ A4\n")
    for part in ("Mức: bắt buộc", "Theo: NĐ 30/2020/NĐ-CP", "Quy định: ", "Vì sao: ", "Sai: ", "Đúng: "):
        assert part in out


@pytest.mark.parametrize("name", ["PAGE-A4", "page_a4"])
def test_capitals_and_underscores_do_not_matter(kegen, name):
    assert kegen("rules", name).out == kegen("rules", "page-a4").out


def test_the_beginning_of_ids_means_all_of_them(kegen):
    rules = json.loads(kegen("rules", "page", "--format", "json").out)["rules"]
    assert "page-a4" in {rule["id"] for rule in rules}
    assert all(rule["id"].startswith("page-") for rule in rules)


def test_an_unknown_id_is_told_with_the_nearest(kegen):
    run = kegen("rules", "page-a5")
    assert (run.code, run.out) == (2, "")
    assert "có phải là page-a4?" in run.err


def test_an_id_near_to_none_is_told_where_ids_are(kegen):
    assert "xem các mã bằng: kegen rules" in kegen("rules", "????").err


def test_json_has_all_rules_for_programs(kegen):
    record = json.loads(kegen("rules", "--format", "json").out)
    assert record["version"] == 1
    assert [rule["id"] for rule in record["rules"]] == [rule.id for rule in all_rules()]
    keys = {"id", "group", "weight", "weight_name", "severity", "title", "cite", "page"}
    assert all(set(rule) == keys for rule in record["rules"])
