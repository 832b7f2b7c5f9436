"""What a check came to, told: as text, JSON, SARIF, problems, remarks. The reports here are made by hand."""

import json
import re
from urllib.parse import unquote

import pytest

from kegen.check.files import check_bytes
from kegen.check.options import CheckOptions
from kegen.check.report import Finding, Location, Report, Verdict
from kegen.check.rule import Rule
from kegen.check.rules import all_rules
from kegen.docx.model import Place
from kegen.reporting.pages import list_text, page_text, rule_page
from kegen.reporting.records import report_record, sarif_record, uri_of
from kegen.reporting.summary import Unreadable, counted, folded, headline, short, tally
from kegen.reporting.text import problems, remarks, report_lines, report_text

from .good import good

PAGE = """\
Giấy khổ A4.

Quy định: giấy khổ A4
 (210 mm x 297 mm).
Vì sao: in ra thì lệch.
Sai: khổ Letter.

Đúng: khổ A4.
"""
RULES = (
    Rule("page-a4", "M", "NĐ 30, I.1", "Giấy khổ A4", PAGE, lambda _: iter(())),
    Rule("dots", "P", "Thông lệ", "Dấu chấm", "Dấu chấm.", lambda _: iter(())),
    Rule("stamp", "M", "NĐ 30, I.8", "Con dấu", "Con dấu.", lambda _: iter(())),
    Rule("annex", "O", "NĐ 30, III", "Phụ lục", "Phụ lục.", lambda _: iter(())),
)


def finding(rule="page-a4", severity="error", number=1, **changes):
    where = Location(
        f"trang 1, nội dung, đoạn {number} “Tổ chức tuyên truyền”", Place("word/document.xml", number), number
    )
    values = {
        "message": "giấy sai khổ",
        "where": where,
        "found": "216 x 279 mm",
        "expected": "A4",
        "cite": "NĐ 30, I.1",
    }
    return Finding(rule, severity, **{**values, **changes})


def report(*findings, **states):
    verdicts = {"page_a4": "pass", "dots": "pass"} | states
    whole = {name.replace("_", "-"): Verdict(state, WHY.get(state, "")) for name, state in verdicts.items()}
    return Report("a.docx", whole, findings)


WHY = {"not_evaluated": "không đọc được dấu từ tệp Word", "not_applicable": "không có phụ lục"}
MIXED = report(
    finding(),
    finding("dots", "warning", 2, message="thiếu dấu chấm", found="", expected="."),
    finding("annex", "info", 3),
    page_a4="fail",
    dots="fail",
    annex="not_applicable",
    stamp="not_evaluated",
)


def test_the_text_groups_findings_by_weight_each_complete():
    assert report_text([MIXED]).splitlines() == [
        "a.docx",
        "",
        "Lỗi (1)",
        "  trang 1, nội dung, đoạn 1 “Tổ chức tuyên truyền”",
        "    Giấy sai khổ [page-a4]",
        "    Hiện có: 216 x 279 mm",
        "    Cần: A4",
        "    Theo: NĐ 30, I.1",
        "",
        "Cảnh báo (1)",
        "  trang 1, nội dung, đoạn 2 “Tổ chức tuyên truyền”",
        "    Thiếu dấu chấm [dots]",
        "    Cần: .",
        "    Theo: NĐ 30, I.1",
        "",
        "Gợi ý (1)",
        "  trang 1, nội dung, đoạn 3 “Tổ chức tuyên truyền”",
        "    Giấy sai khổ [annex]",
        "    Hiện có: 216 x 279 mm",
        "    Cần: A4",
        "    Theo: NĐ 30, I.1",
        "",
        "Thấy 1 lỗi, 1 cảnh báo, 1 gợi ý trong 2 quy tắc đã xét; 1 quy tắc chưa xét được.",
        "4 quy tắc: 0 đạt, 2 có lỗi hoặc cảnh báo, 1 không áp dụng cho văn bản này, 1 chưa xét được.",
        "Chưa xét được:",
        "  - stamp: không đọc được dấu từ tệp Word",
    ]


def test_lines_say_what_they_are_for_a_terminal_to_colour():
    tones = {line.text: line.tone for line in report_lines([MIXED])}
    assert (tones["Lỗi (1)"], tones["Cảnh báo (1)"], tones["Gợi ý (1)"]) == ("error", "warning", "info")
    assert tones["    Giấy sai khổ [page-a4]"] == "plain"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (report(), "Không thấy lỗi trong 2 quy tắc đã xét"),
        (report(stamp="not_evaluated"), "Không thấy lỗi trong 2 quy tắc đã xét; 1 quy tắc chưa xét được"),
        (report(annex="not_applicable"), "Không thấy lỗi trong 2 quy tắc đã xét"),
        (report(finding("dots", "warning"), dots="fail"), "Không thấy lỗi trong 2 quy tắc đã xét, có 1 cảnh báo"),
        (report(finding(), page_a4="fail"), "Thấy 1 lỗi trong 2 quy tắc đã xét"),
        (report(page_a4="not_evaluated", dots="not_evaluated"), "Chưa xét được quy tắc nào trong 2 quy tắc"),
        (report(page_a4="not_applicable", dots="not_applicable"), "Không có quy tắc nào áp dụng"),
    ],
)
def test_the_summary_claims_no_more_than_was_looked_at(told, said):
    assert headline(told) == said


@pytest.mark.parametrize("states", [{}, {"stamp": "not_evaluated"}, {"annex": "not_applicable"}])
def test_no_document_is_ever_called_right(states):
    assert not re.search(r"đúng thể thức|hợp lệ|hoàn toàn đúng", report_text([report(**states)]).lower())


def test_the_counts_of_the_summary_add_up():
    numbers = list(map(int, re.findall(r"\d+", tally(MIXED))))
    assert numbers == [4, 0, 2, 1, 1]
    assert numbers[0] == sum(numbers[1:])


def test_rules_that_could_not_be_looked_at_for_one_reason_stand_together():
    text = report_text([report(stamp="not_evaluated", seal="not_evaluated")])
    assert "  - stamp, seal: không đọc được dấu từ tệp Word" in text


def test_equal_findings_are_one_line_that_counts_them_and_names_the_first_place():
    many = [finding(number=number) for number in range(14, 89)]
    (shown,) = folded(many)
    assert (shown.times, shown.folded) == (75, 0)
    text = report_text([report(*many, page_a4="fail")])
    assert "  75 đoạn, từ trang 1, nội dung, đoạn 14 “Tổ chức tuyên truyền”" in text.splitlines()
    assert text.count("Giấy sai khổ") == 1
    assert "Lỗi (75)" in text


def test_equal_findings_of_no_paragraph_are_counted_as_places():
    loose = [finding(where=Location(f"lề trái, phần {number}", None, 0)) for number in (1, 2)]
    assert [each.where for each in folded(loose)] == ["2 chỗ, từ lề trái, phần 1"]


def test_programs_and_margins_get_every_place_of_equal_findings():
    many = report(*(finding(number=number) for number in range(75)), page_a4="fail")
    (told,) = report_record([many])["files"]
    assert len({each["where"] for each in told["findings"]}) == 75
    places = [each["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for each in sarif(many)["results"]]
    assert len(set(places)) == 75
    assert [each.ordinal for each in remarks(many)] == list(range(75))


def test_different_findings_of_a_rule_are_folded_after_three():
    many = [finding(number=number, found=f"khổ {number // 2}") for number in range(2, 12)]
    shown = list(folded([*many, finding("dots", "warning")]))
    assert [(each.finding.rule, each.times, each.folded) for each in shown] == [
        ("page-a4", 2, 0),
        ("page-a4", 2, 0),
        ("page-a4", 2, 4),
        ("dots", 1, 0),
    ]
    text = report_text([report(*many, page_a4="fail")])
    assert text.count("Giấy sai khổ") == 3
    assert "… và 4 chỗ khác [page-a4]" in text
    assert "Lỗi (10)" in text


def test_three_of_a_rule_are_all_shown():
    assert [each.folded for each in folded([finding(found=str(number)) for number in range(3)])] == [0, 0, 0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("một hai", "một hai"),
        ("một\n hai\t ba", "một hai ba"),
        ("đỏ \x9b31m \u202e", "đỏ 31m"),
        ("bảy chữ một dòng dài", "bảy chữ…"),
        ("x" * 40, "x" * 10 + "…"),
        ("", ""),
    ],
)
def test_long_texts_are_shortened_and_none_steers_a_terminal(text, shown):
    assert short(text, 10) == shown


def test_no_findings_count_as_nothing():
    assert counted([]) == ""


def test_many_files_end_with_their_number():
    outcomes = [MIXED, report(), Unreadable("b.docx", "b.docx: tệp rỗng")]
    total = report_text(outcomes).splitlines()[-1]
    assert total == "3 tệp: 1 có lỗi, 1 không thấy lỗi trong những gì đã xét, 1 không đọc được."


def test_a_file_that_cannot_be_read_alone_has_no_text():
    assert report_text([Unreadable("b.docx", "b.docx: tệp rỗng")]) == ""


def test_json_has_exactly_its_shape():
    record = report_record([MIXED, Unreadable("b.docx", "b.docx: tệp rỗng")])
    assert record["version"] == 1
    told, broken = record["files"]
    assert told["rules"] == {"page-a4": "fail", "dots": "fail", "annex": "not_applicable", "stamp": "not_evaluated"}
    assert told["findings"][0] == {
        "rule": "page-a4",
        "severity": "error",
        "message": "giấy sai khổ",
        "where": "trang 1, nội dung, đoạn 1 “Tổ chức tuyên truyền”",
        "found": "216 x 279 mm",
        "expected": "A4",
        "cite": "NĐ 30, I.1",
    }
    assert set(told) == {"file", "rules", "findings"}
    assert broken == {"file": "b.docx", "error": "b.docx: tệp rỗng", "rules": {}, "findings": []}


def sarif(*outcomes):
    (run,) = json.loads(json.dumps(sarif_record(outcomes, RULES, "1.2.3")))["runs"]
    return run


def test_sarif_tells_each_rule_and_how_much_it_weighs():
    driver = sarif(MIXED)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("kegen", "1.2.3")
    first = driver["rules"][0]
    assert first["shortDescription"]["text"] == "Giấy khổ A4"
    assert first["fullDescription"]["text"] == "giấy khổ A4 (210 mm x 297 mm)."
    assert "Vì sao: in ra thì lệch." in first["help"]["text"]
    assert [rule["defaultConfiguration"]["level"] for rule in driver["rules"]] == ["error", "warning", "error", "note"]


def test_sarif_results_point_at_their_rule_file_and_place():
    run = sarif(MIXED)
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    (where,) = run["results"][0]["locations"]
    assert where["physicalLocation"]["artifactLocation"]["uri"] == "a.docx"
    (logical,) = where["logicalLocations"]
    assert logical["fullyQualifiedName"] == "word/document.xml/p[1]"
    assert "đoạn 1" in logical["name"]


def test_sarif_names_what_is_no_paragraph():
    spot = Location("khổ giấy, phần 1", None, 0)
    (result,) = sarif(report(finding(where=spot), page_a4="fail"))["results"]
    assert result["locations"][0]["logicalLocations"] == [{"name": "khổ giấy, phần 1"}]


def test_sarif_tells_what_could_not_be_looked_at():
    run = sarif(MIXED, Unreadable("b.docx", "b.docx: tệp rỗng"))
    (how,) = run["invocations"]
    assert not how["executionSuccessful"]
    note, error = how["toolExecutionNotifications"]
    assert (note["level"], note["associatedRule"]) == ("note", {"id": "stamp", "index": 2})
    assert (error["level"], error["message"]["text"]) == ("error", "b.docx: tệp rỗng")


def prints(*findings):
    return [each["partialFingerprints"]["kegenFinding/v1"] for each in sarif(report(*findings))["results"]]


def test_a_fingerprint_stays_when_text_is_added_above():
    spot = Location("trang 9, nội dung, đoạn 99 “Tổ chức tuyên truyền”", Place("word/document.xml", 99), 99)
    assert prints(finding()) == prints(finding(where=spot))


def test_fingerprints_tell_findings_apart():
    found = prints(finding(), finding(), finding(message="khác"), finding(found="khác"), finding("dots"))
    assert len(set(found)) == 5


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a.docx", "a.docx"),
        ("thư mục/kế hoạch 1.docx", "th%C6%B0%20m%E1%BB%A5c/k%E1%BA%BF%20ho%E1%BA%A1ch%201.docx"),
        ("a#b?c%d.docx", "a%23b%3Fc%25d.docx"),
        ("a:b.docx", "a%3Ab.docx"),
        ("/a b.docx", "file:///a%20b.docx"),
    ],
)
def test_a_file_name_becomes_a_whole_uri(file, uri):
    assert uri_of(file) == uri
    assert unquote(uri).endswith(file)


def test_a_name_of_strange_bytes_has_a_uri_too():
    assert uri_of("a\udcff.docx") == "a%FF.docx"


def test_problems_are_errors_and_warnings_with_their_file():
    first, second = problems(MIXED)
    told = "trang 1, nội dung, đoạn 1 “Tổ chức tuyên truyền”: giấy sai khổ; hiện có: 216 x 279 mm; cần: A4"
    assert str(first) == f"a.docx: lỗi: {told} [page-a4]"
    assert str(second).startswith("a.docx: cảnh báo: ")


def test_problems_are_folded_too():
    told = problems(report(*(finding(number=number, found=str(number)) for number in range(10)), page_a4="fail"))
    assert len(told) == 3
    assert told[-1].message.endswith("(và 7 chỗ khác)")
    (equal,) = problems(report(*(finding(number=number) for number in range(10)), page_a4="fail"))
    assert equal.message.startswith("10 đoạn, từ trang 1, nội dung, đoạn 0 ")


def test_a_remark_stands_at_its_paragraph_and_what_has_none_at_the_first():
    placed, loose = remarks(report(finding(number=7), finding(where=Location("lề trang", None, 0), cite="")))
    assert (placed.part, placed.ordinal) == ("word/document.xml", 7)
    assert placed.text == "Lỗi: giấy sai khổ [page-a4]\nHiện có: 216 x 279 mm\nCần: A4\nTheo: NĐ 30, I.1"
    assert loose.part == ""
    assert loose.text.startswith("Lỗi: lề trang: giấy sai khổ")


def test_the_page_of_a_rule_has_its_parts_weight_and_article():
    assert [part.head for part in rule_page(RULES[0]).parts] == ["Quy định", "Vì sao", "Sai", "Đúng"]
    assert page_text(rule_page(RULES[0])).splitlines()[:6] == [
        "page-a4: Giấy khổ A4",
        "",
        "Mức: bắt buộc (sai thì thường là lỗi)",
        "Theo: NĐ 30, I.1",
        "",
        "Quy định: giấy khổ A4 (210 mm x 297 mm).",
    ]


def test_the_list_of_rules_is_aligned_under_its_groups():
    assert list_text([("Thể thức", RULES[:2])]).splitlines()[:3] == [
        "Thể thức (2 quy tắc)",
        "  page-a4  bắt buộc   Giấy khổ A4",
        "  dots     thông lệ   Dấu chấm",
    ]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_the_page_of_every_rule_has_its_four_parts(rule):
    parts = {part.head: part.text for part in rule_page(rule).parts}
    assert {"Quy định", "Vì sao", "Sai", "Đúng"} <= parts.keys()
    assert all(parts.values())
    assert rule.title
    assert rule.cite


def test_a_whole_check_gives_every_rule_a_verdict():
    told = check_bytes(good(), "good.docx", all_rules(), CheckOptions())
    assert list(told.verdicts) == [rule.id for rule in all_rules()]
    assert headline(told).startswith("Không thấy lỗi trong ")


def test_the_same_document_is_told_the_same():
    runs = [check_bytes(good(), "good.docx", all_rules(), CheckOptions()) for _ in range(2)]
    assert report_text(runs[:1]) == report_text(runs[1:])
    assert len({json.dumps(sarif_record([each], all_rules(), "1")) for each in runs}) == 1


def test_of_very_many_findings_the_margin_has_the_first_and_how_many_there_are_more():
    found = remarks(report(*(finding(number=number) for number in range(1, 2_501))))
    assert len(found) == 1_001
    assert found[-1].text == "Và 1500 lỗi nữa không ghi vào lề; hãy sửa rồi kiểm tra lại."
    assert len(remarks(report(*(finding(number=number) for number in range(1, 1_001))))) == 1_000
