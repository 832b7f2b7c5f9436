"""The list of rules is whole, each rule has its page, and each is named by a test."""

import re
from pathlib import Path

import pytest

from kegen.check.rules import GROUPS, all_rules
from kegen.template.firm import firm, loosened
from tests.check.good import good, good_draft, planted, report, set_text

HERE = Path(__file__).parent
RULES = all_rules()
TESTS = "\n".join(
    path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py") if path.name != Path(__file__).name
)
PAGE = re.compile(r"[^\n]+\.\n\nQuy định: .+\nVì sao: .+\nSai: .+\nĐúng: .+", re.DOTALL)


@pytest.mark.parametrize(("folder", "_title", "names"), GROUPS)
def test_the_list_names_every_module_of_the_folder_once(folder, _title, names):
    modules = {path.stem for path in (HERE.parents[1] / "kegen" / "check" / folder).glob("[a-z]*.py")}
    assert len(modules) >= 8
    assert sorted(names) == sorted(modules)


def test_ids_are_unique_and_many():
    assert len({rule.id for rule in RULES}) == len(RULES) >= 120


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_its_page_its_article_and_a_test(rule):
    assert PAGE.fullmatch(rule.page), "title, Quy định, Vì sao, Sai, Đúng"
    assert rule.cite
    assert rule.weight in "MTOPN"
    assert f'"{rule.id}"' in TESTS, "no test names it"


def test_only_what_the_decree_demands_or_shows_is_an_error_by_itself():
    from kegen.check.rule import USUAL

    assert {weight for weight, severity in USUAL.items() if severity == "error"} == {"M", "T"}


def told(data):
    return sorted((each.rule, each.severity, each.message) for each in report(data).findings)


def test_a_draft_with_firm_blanks_and_hyphens_is_judged_as_one_that_was_typed():
    assert good_draft() != good()
    assert told(good_draft()) == told(good())


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (
            "Thực hiện Kế hoạch số 176",
            "Thực hiện Kết luận 226-KL/TW của xã Thiện Tân ngày 31 tháng 2 năm 2026; như sau:",
        ),
        (
            "2. Phòng Văn hóa - Xã hội",
            "2. phòng Văn hoá - Xã Hội, Phó chủ tịch tỉnh Hà Giang 10 % và Nghị định 09/2019/NĐ-CP",
        ),
        (
            "Triển khai thực hiện Quyết định",
            "Triển khai Quyết định số 534/QD-TTg trên địa bàn xã Mẫu Sơn huyện Lộc Bình",
        ),
    ],
)
def test_a_defect_between_firm_blanks_is_told_as_between_typed_ones(start, text):
    typed, firm_one = planted(set_text(start, text)), planted(set_text(start, firm(text, 96, 14)))
    assert typed != firm_one
    assert told(typed) != told(good())
    plain = [(rule, severity, loosened(message)) for rule, severity, message in told(firm_one)]
    assert sorted(plain) == told(typed)
