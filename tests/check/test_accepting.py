"""Findings that a profile accepts leave the findings and are told apart; errors stay."""

from pathlib import Path

import pytest

from kegen.check.accepting import accept, unmet
from kegen.check.report import Finding, Location, Report, Verdict
from kegen.check.rules import all_rules
from kegen.plan.resolve import resolve_leniently
from kegen.profile.accepting import Acceptance
from kegen.profile.read import load
from kegen.reporting.records import report_record, sarif_record
from kegen.reporting.summary import headline
from kegen.reporting.text import hints_on_units, report_text

GOOD = (Path(__file__).parent / "good.yaml").read_text("utf-8")


def finding(rule="bullets", severity="warning", message="dấu đầu ý lẫn lộn", found="- +"):
    return Finding(rule, severity, message, Location("nội dung, đoạn 3", None, 3), found, "một dấu", "NĐ 30")


def report(*findings):
    return Report("a.docx", {each.rule: Verdict("fail") for each in findings}, findings)


def test_a_warning_and_a_hint_are_accepted_with_the_reason():
    told = report(finding(), finding(severity="info", message="khác"), finding("dd-zero"))
    settled = accept(told, [Acceptance(rule="bullets", reason="Theo mẫu của tỉnh")])
    assert [each.rule for each in settled.findings] == ["dd-zero"]
    assert [each.reason for each in settled.accepted] == ["Theo mẫu của tỉnh"] * 2
    assert (settled.verdicts["bullets"].state, settled.verdicts["dd-zero"].state) == ("pass", "fail")


def test_only_what_has_the_words_is_accepted():
    told = report(finding(), finding(found="* +"))
    settled = accept(told, [Acceptance(rule="bullets", words="* +", reason="Theo mẫu")])
    assert [each.found for each in settled.findings] == ["- +"]
    assert settled.verdicts["bullets"].state == "fail"


@pytest.mark.parametrize(("rule", "left"), [("page-a4", 1), ("cite-known", 1), ("unit-exists", 0), ("unit-kind", 0)])
def test_an_error_is_accepted_only_where_a_list_may_be_behind(rule, left):
    settled = accept(report(finding(rule, "error")), [Acceptance(rule=rule, reason="Thử")])
    assert len(settled.findings) == left


def test_without_acceptances_a_report_stays_as_it_is():
    told = report(finding())
    assert accept(told, []) is told


@pytest.mark.parametrize(
    ("rule", "findings", "words"),
    [
        ("bullets", [finding()], None),
        ("bullets", [finding(severity="error")], "là lỗi của văn bản nên không chấp nhận được"),
        ("dd-zero", [finding(), finding("dd-zero", found="x")], None),
        ("bulets", [finding("dd-zero")], "có phải là “bullets”?"),
        ("noi-nhan-thieu", [finding("dd-zero")], "không còn cảnh báo [noi-nhan-thieu]"),
        ("page-a4", [finding("dd-zero")], None),
    ],
)
def test_an_acceptance_that_meets_nothing_is_told_at_its_line(rule, findings, words, tmp_path):
    path = tmp_path / "xa.yaml"
    path.write_text(f"{GOOD}\naccept:\n  - {{rule: {rule}, reason: Thử}}\n", "utf-8")
    loaded = load(path)
    settled = accept(report(*findings), loaded.profile.accept)
    problems = list(unmet(loaded, resolve_leniently(loaded), settled))
    assert [each.place.line for each in problems] == ([] if words is None else [len(GOOD.splitlines()) + 3])
    assert words is None or words in problems[0].message


def test_a_rule_that_finds_nothing_any_more_is_told(tmp_path):
    path = tmp_path / "xa.yaml"
    path.write_text(f"{GOOD}\naccept: [{{rule: bullets, reason: Thử}}]\n", "utf-8")
    loaded = load(path)
    clean = Report("a.docx", {"bullets": Verdict("pass")}, ())
    assert [each.id for each in unmet(loaded, resolve_leniently(loaded), clean)] == ["chap-nhan-thua"]


def test_every_report_tells_what_is_accepted_and_why():
    settled = accept(report(finding(), finding("dd-zero")), [Acceptance(rule="bullets", reason="Theo mẫu")])
    assert "1 chỗ hồ sơ đã chấp nhận" in headline(settled)
    text = report_text([settled])
    assert "Đã chấp nhận, có lý do (1)\n  nội dung, đoạn 3: dấu đầu ý lẫn lộn [bullets]; lý do: Theo mẫu" in text
    (file,) = report_record([settled])["files"]
    assert [(each["rule"], each["reason"]) for each in file["accepted"]] == [("bullets", "Theo mẫu")]
    (run,) = sarif_record([settled], all_rules(), "1")["runs"]
    suppressed = {each["ruleId"]: each.get("suppressions") for each in run["results"]}
    assert suppressed == {"dd-zero": None, "bullets": [{"kind": "external", "justification": "Theo mẫu"}]}


def test_hints_on_units_are_for_whoever_drafts_and_other_hints_are_not():
    hints = list(
        hints_on_units(report(finding("unit-exists", "info", "Hà Nội không có xã A"), finding(severity="info")))
    )
    assert hints == ["nội dung, đoạn 3: Hà Nội không có xã A; một dấu [unit-exists]"]
