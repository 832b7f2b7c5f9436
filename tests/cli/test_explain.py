"""`kegen explain`: any id that kegen prints, rules included; what is not known is told with the nearest."""

import json
import sys

import pytest

from kegen.check.rules import all_rules
from kegen.reporting.messages import message_groups

IDS = [page.id for group in message_groups() for page in group.pages]


def test_every_message_is_listed_under_its_group(kegen):
    run = kegen("explain")
    assert (run.code, run.err) == (0, "")
    assert all(f"  {each} " in run.out for each in IDS)
    assert f"({len(all_rules())} mã): kegen rules" in run.out


def test_a_message_is_explained_with_wrong_right_and_the_decree(kegen):
    out = kegen("explain", "hoc-vi").out
    assert out.startswith("hoc-vi: Học hàm, học vị trước họ tên\n")
    for part in ("\nNghĩa là gì: ", "\nSai: ", "\nĐúng: ", "\nCăn cứ: Nghị định 30/2020/NĐ-CP"):
        assert part in out


@pytest.mark.parametrize("name", ["page-a4", "pageno"])
def test_a_rule_is_explained_as_its_page_is_printed_elsewhere(kegen, name):
    assert kegen("explain", name).out == kegen("rules", name).out


@pytest.mark.parametrize("name", ["[hoc-vi]", "HOC_VI"])
def test_an_id_may_be_copied_with_its_brackets(kegen, name):
    assert kegen("explain", name).out == kegen("explain", "hoc-vi").out


def test_a_question_of_a_received_plan_is_explained_by_its_kind(kegen):
    assert kegen("explain", "so-ngay-standing-issued").out.startswith("so-ngay: ")


@pytest.mark.parametrize(("name", "near"), [("thieuu", "thieu"), ("page-a5", "page-a4"), ("hoc-vị", "hoc-vi")])
def test_an_unknown_id_is_told_with_the_nearest(kegen, name, near):
    run = kegen("explain", name)
    assert (run.code, run.out) == (2, "")
    assert f"có phải là {near}?" in run.err


def test_an_id_near_to_none_is_told_where_ids_are(kegen):
    assert "xem các mã bằng: kegen explain" in kegen("explain", "????").err


def test_json_has_the_pages_for_programs(kegen):
    record = json.loads(kegen("explain", "thieu", "page-a4", "--format", "json").out)
    assert record["version"] == 1
    assert [each["id"] for each in record["pages"]] == ["thieu", "page-a4"]
    assert record["pages"][0]["parts"][0]["head"] == "Nghĩa là gì"
    every = json.loads(kegen("explain", "--format", "json").out)["pages"]
    assert len(every) == len(IDS) + len(all_rules())


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_person_who_sees_ids_is_told_once_how_to_learn_what_they_mean(kegen, folder, monkeypatch, is_terminal):
    (folder / "sai.yaml").write_text("unit: {level: huyện}\n", encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert kegen("draft", "--profile", "sai.yaml").out.count("kegen explain MÃ") == is_terminal
    good = kegen("draft", "--profile", "xa-a.yaml")
    assert good.out.count("kegen explain MÃ") == (is_terminal and "[" in good.err)
