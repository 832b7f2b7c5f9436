"""What is remembered changes nothing: a paper judged after many others has the report it has when judged first."""

import json
import os
import pickle
import subprocess
import sys
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kegen
from kegen.check.asking import Answers, Asked, Numbers
from kegen.check.citations import outlines
from kegen.check.judge import judge, judge_all
from kegen.check.memory import memory_of
from kegen.check.once import Lasting
from kegen.check.paper import Paper, items, lines
from kegen.check.planned import planned_for
from kegen.check.rule import Absent, Fault, Rule
from kegen.check.rules import all_rules
from kegen.check.way import Facts
from kegen.document.read import read_document
from kegen.shipped import profiles_folder
from tests.check.good import good, insert_after, office, planted, remove, set_paragraph, set_runs, set_text

BODY = "Phối hợp với Phòng Văn hóa - Xã hội"
CLOSING = "Ủy ban nhân dân xã yêu cầu"
RULES = all_rules()

EDITS = (
    (set_text(BODY, "Phối hợp với Phòng GD&ĐT huyện Yên Sơn;"),),
    (set_text(BODY, "Theo dõi hàng năm, ngày 31/02/2026 và Uỷ ban nhân dân phường Long Thành."),),
    (set_text(BODY, "Thực hiện Quyết định số 534/QĐ-TTg ngày 31/8/2026 của Chính phủ, [tên đơn vị] ,v.v"),),
    (set_text(BODY, "Giao Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì thực hiện trước ngày 25/12."),),
    (set_text(BODY, "tối thiểu 10% số cuộc họp trực tuyến; sử lý công việc trên địa bàn xã Thiên Tân."),),
    (set_runs(BODY, rFonts="Arial"), set_paragraph(BODY, "jc", val="left")),
    (set_runs(BODY, sz="30", color="FF0000"),),
    (set_text("KẾ HOẠCH", "Kế hoạch"),),
    (set_text("XÃ GIA KIỆM", "HUYỆN GIA KIỆM"),),
    (set_text("Độc lập", "Độc lập – Tự do – Hạnh phúc"),),
    (insert_after(BODY, "LƯU HÀNH NỘI BỘ"), insert_after(BODY, "Rà soát. các cuộc họp")),
    (remove(BODY),),
    (remove(CLOSING),),
    (office("SỞ NỘI VỤ", "UBND TỈNH ĐỒNG NAI"),),
    (office("TRƯỜNG THPT HUYỆN A", ""),),
    (),
)


@lru_cache(maxsize=1)
def drafts():
    """Return the drafts of the profiles that come with kegen, each with its facts."""
    made = []
    for path in sorted(profiles_folder().glob("*.yaml")):
        loaded = kegen.load(path)
        plan = kegen.resolve(loaded)
        made.append((kegen.render(plan), Facts(loaded.profile, plan)))
    return made


@lru_cache(maxsize=len(EDITS))
def edited(index):
    return read_document(planted(*EDITS[index]))


def ways():
    """Return how each document is judged: name, bytes, and what else goes to Paper."""
    for index, (data, facts) in enumerate(drafts()):
        yield f"draft {index}", data, {"facts": facts}
        yield f"draft {index} alone", data, {"mode": "issued", "medium": "paper"}
    for index, edits in enumerate(EDITS):
        yield f"planted {index}", planted(*edits), {}
        yield f"planted {index}, issued", planted(*edits), {"mode": "issued"}


def told(report):
    """Return a report as plain values."""
    return json.loads(json.dumps([report.verdicts, report.findings]))


def warm(cases):
    return {name: told(judge(Paper(read_document(data), **how), RULES)) for name, data, how in cases}


def together(cases, size):
    found = {}
    for start in range(0, len(cases), size):
        some = cases[start : start + size]
        papers = [Paper(read_document(data), **how) for _, data, how in some]
        reports = judge_all(papers, RULES, [name for name, _, _ in some])
        found |= {report.file: told(report) for report in reports}
    return found


COLD = """
import json, os, pickle, sys
from kegen.check.judge import judge
from kegen.check.paper import Paper, items, lines
from kegen.check.rules import all_rules
from kegen.document.read import read_document
rules = all_rules()
for name, data, how in pickle.load(sys.stdin.buffer):
    if child := os.fork():
        os.waitpid(child, 0)
        continue
    report = judge(Paper(read_document(data), **how), rules)
    print(json.dumps([name, [report.verdicts, report.findings]]), flush=True)
    os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process for each document is too slow without fork")
def test_a_warm_process_says_what_a_cold_one_says_in_whatever_order():
    cases = list(ways())
    command = [sys.executable, "-c", COLD]
    run = subprocess.run(command, input=pickle.dumps(cases), capture_output=True, check=True)
    cold = dict(json.loads(line) for line in run.stdout.splitlines())
    assert len(cold) == len(cases)
    assert sum(len(findings) for _, findings in cold.values()) > 100
    assert warm(cases) == cold
    assert warm(reversed(cases)) == cold
    for size in (3, 16, len(cases)):
        memory_of.cache_clear()
        assert together(cases, size) == cold
    assert together(cases[::-1], 16) == cold


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.sampled_from(["draft", "issued"])), max_size=6))
def test_what_was_judged_before_does_not_matter(before):
    for index, mode in before:
        judge(Paper(edited(index), mode=mode), RULES)
    for index, mode in before[:2]:
        after = judge(Paper(edited(index), mode=mode), RULES)
        memory_of.cache_clear()
        assert judge(Paper(edited(index), mode=mode), RULES) == after


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.sampled_from(["draft", "issued"])), min_size=1, max_size=8),
    st.integers(0, len(EDITS) - 1),
)
def test_papers_judged_together_have_the_reports_of_each_alone(some, before):
    memory_of.cache_clear()
    alone = [judge(Paper(edited(index), mode=mode), RULES) for index, mode in some]
    for first in (None, before):
        memory_of.cache_clear()
        if first is not None:
            judge(Paper(edited(first)), RULES)
        assert judge_all([Paper(edited(index), mode=mode) for index, mode in some], RULES, [""] * len(some)) == alone
    same = Paper(edited(before))
    assert judge_all([same, same, same], RULES, [""] * 3) == [judge(Paper(edited(before)), RULES)] * 3


def test_each_rule_goes_through_all_papers_before_the_next_does():
    seen = []

    def rule(name, *, by_line):
        def check(about):
            seen.extend((name, each.line.text) for each in about.passages if each.line.text.startswith("Câu "))
            yield from ()

        return Rule(name, "N", "", "", "", check, by_line=by_line)

    papers = [Paper(read_document(planted(set_text(BODY, f"Câu {number}.")))) for number in range(4)]
    judge_all(papers, [rule(name, by_line=True) for name in "ab"], [""] * 4)
    assert seen == [(name, "Câu 0.") for name in "ab"] + [(name, f"Câu {n}.") for name in "ab" for n in (1, 2, 3)]


def test_a_rule_is_not_asked_again_about_what_it_was_silent_on():
    seen = []

    def check(paper):
        seen.append(paper.parts.motto.text)
        yield Absent("không có gì")

    rule = Rule("motto", "M", "", "", "", check)
    changed = planted(set_text("Độc lập", "Độc lập, Tự do, Hạnh phúc"))
    reports = [
        judge(Paper(read_document(data)), [rule])
        for data in (good(), planted(set_text(BODY, "Khác hẳn.")), changed, changed)
    ]
    assert seen == ["Độc lập - Tự do - Hạnh phúc", "Độc lập, Tự do, Hạnh phúc"]
    assert {each.verdicts["motto"] for each in reports} == {("not_applicable", "không có gì")}


def test_a_rule_with_something_to_say_looks_at_every_paper():
    seen = []

    def check(paper):
        seen.append(paper.mode)
        yield Fault(paper.parts.motto, "sai")

    rule = Rule("motto", "M", "", "", "", check)
    assert [judge(Paper(read_document(good())), [rule]).count("error") for _ in range(3)] == [1, 1, 1]
    assert seen == ["draft"] * 3


def test_a_line_found_sound_is_not_seen_again_and_a_faulty_one_is():
    seen = []

    def check(excerpt):
        for passage in excerpt.passages:
            if passage.zone == "body":
                seen.append(passage.line.text)
                if "zzz" in passage.line.text.split():
                    yield Fault(passage.line, "có chữ lạ")

    rule = Rule("line", "N", "", "", "", check, by_line=True)
    wrong = planted(set_text(BODY, "Câu này zzz ở đây."))
    reports = [judge(Paper(read_document(data)), [rule]) for data in (good(), wrong, wrong, good())]
    assert [each.count("warning") for each in reports] == [0, 1, 1, 0]
    assert seen.count("Câu này zzz ở đây.") == 2
    assert len(seen) == len(set(seen)) + 1


def test_the_names_of_what_was_asked_are_noted_and_long_answers_have_no_number():
    paper, names = Paper(read_document(good())), {}
    asked = Asked(paper, names)
    assert asked.parts.motto is paper.parts.motto
    assert asked.mode == "draft"
    assert list(names) == ["parts.motto", "mode"]
    numbers = Numbers()
    one, other = (Answers(Paper(read_document(good())), numbers) for _ in range(2))
    assert one.to(("parts.motto", "mode")) == other.to(("parts.motto", "mode")) is not None
    assert one.to(("parts.motto",)) != one.to(("parts.national_title",))
    assert one.to(("parts.body",)) is None
    assert one.to(("facts",)) == one.to(("parent",)) is not None


def test_what_is_told_of_each_item_is_asked_once_of_the_same_item_and_compared_between_papers():
    asked, judged = [], []

    def is_long(item):
        asked.append(item.text)
        return len(item.text) > 300

    def check(paper):
        judged.append(sum(paper.told(items, is_long)))
        yield Absent("không có gì")

    rule = Rule("told", "N", "", "", "", check)
    short, long = (planted(set_text(BODY, text)) for text in ("Câu khác.", "Dài " * 100))
    for data in (good(), short, good(), long, long):
        assert judge(Paper(read_document(data)), [rule]).verdicts["told"] == ("not_applicable", "không có gì")
    assert len(asked) == len(set(asked))
    assert len(judged) == 2
    assert judged[1] == judged[0] + 1


def test_only_the_other_lines_of_the_next_paper_are_asked_about_and_a_line_more_is_another_answer():
    asked, judged = [], []

    def is_loud(line):
        asked.append(line.text)
        return line.text.isupper()

    def check(paper):
        judged.append(paper.told(lines, is_loud))
        yield Absent("không có gì")

    rule = Rule("told", "N", "", "", "", check)
    first, other = good(), planted(set_text(BODY, "Câu chưa gặp bao giờ."))
    more, fewer = planted(insert_after(BODY, "Một câu nữa, chưa gặp.")), planted(remove(BODY))
    for data in (first, other, first, more, fewer, more, fewer):
        judge(Paper(read_document(data)), [rule])
    assert asked.count("Câu chưa gặp bao giờ.") == asked.count("Một câu nữa, chưa gặp.") == 1
    usual = len(judged[0])
    assert [len(each) for each in judged] == [usual, usual + 1, usual - 1]


def test_papers_that_differ_in_the_subject_of_a_citation_have_the_same_outlines():
    whole = "Thực hiện Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về việc ban hành Kế hoạch của {}"
    one, other, changed = (
        Paper(read_document(planted(set_text(BODY, text))))
        for text in (whole.format("xã A"), whole.format("xã Bình Minh"), whole.format("xã A").replace("31/3", "30/3"))
    )
    assert outlines(one) == outlines(other) != outlines(changed)
    assert [each.outline for each in one.citations] == list(outlines(one))
    assert [each.subject for each in one.citations] != [each.subject for each in other.citations]


def test_plans_that_say_and_assign_the_same_are_one_and_one_word_more_is_another():
    (data, facts), *_ = drafts()
    plan = facts.plan
    other = plan._replace(tasks=(plan.tasks[0]._replace(lead="Văn phòng khác"), *plan.tasks[1:]))
    same, again, changed = (
        planned_for(Paper(read_document(data), facts=facts._replace(plan=each)))
        for each in (plan, plan._replace(title="Khác"), other)
    )
    assert same is again is not changed
    assert changed.tasks[0].lead == "Văn phòng khác"
    assert planned_for(Paper(read_document(data))) is None


def test_plans_that_take_turns_stay_the_objects_they_were():
    (data, facts), *_ = drafts()
    paper, plan = read_document(data), facts.plan
    tasks = [(plan.tasks[0]._replace(lead=f"Phòng {at}"), *plan.tasks[1:]) for at in range(4)]
    plans = [plan._replace(tasks=each) for each in (*tasks, *tasks)]
    turns = [planned_for(Paper(paper, facts=facts._replace(plan=each))) for each in plans]
    assert all(one is other for one, other in zip(turns[:4], turns[4:], strict=True))
    assert len({id(each) for each in turns}) == len(tasks)


def test_a_rule_held_against_a_lasting_object_looks_again_at_another_one():
    shared, seen = {True: Lasting(), False: Lasting()}, []

    def which(paper):
        return shared[paper.mode == "draft"]

    def check(paper):
        seen.append(paper.once(which))
        yield Absent("không có gì")

    rule = Rule("lasting", "N", "", "", "", check)
    for mode in ("draft", "draft", "issued", "draft"):
        judge(Paper(read_document(good()), mode=mode), [rule])
    assert seen == [shared[True], shared[False]]


def test_a_paper_that_follows_another_tells_the_same_as_alone():
    texts = ("Câu một.", "Câu hai dài hơn.", "Câu một.")
    documents = [good(), *(planted(set_text(BODY, text)) for text in texts), planted(remove(BODY)), good()]
    papers = [Paper(read_document(data)) for data in documents]
    for before in (None, *papers):
        for paper in papers:
            paper.follow(before)
            for of in (lines, items):
                assert paper.told(of, len_of) == Paper(paper.document).told(of, len_of)


def len_of(about):
    return len(about.text)


def test_a_paper_judged_again_after_others_is_held_against_the_last_of_them():
    papers = [Paper(edited(index)) for index in (0, 1, 2, 14)]
    alone = []
    for index in (0, 1, 2, 14):
        memory_of.cache_clear()
        alone.append(judge(Paper(edited(index)), RULES))
    for order in ((0, 1, 2, 3, 0, 2, 2, 1), (3, 0, 1, 0, 3, 2)):
        assert [judge(papers[at], RULES) for at in order] == [alone[at] for at in order]


def test_a_paper_tells_of_its_lines_and_items_in_order():
    paper = Paper(read_document(good()))
    assert paper.told(lines, lambda line: line.text) == tuple(each.line.text for each in paper.passages)
    assert paper.told(items, lambda item: item.rank) == tuple(each.rank for each in paper.parts.body)


def test_plain_makings_are_compared_and_others_only_by_whether_they_are_nothing():
    numbers = Numbers()
    one, other = (Answers(Paper(read_document(good())), numbers) for _ in range(2))
    flag, word, listed = (lambda paper: paper.is_plan), (lambda paper: paper.code), (lambda _: [1])
    several = lambda paper: (paper.code, (1, None), paper.date)  # noqa: E731
    assert one.to((flag, word, several)) == other.to((flag, word, several)) is not None
    assert one.to((flag,)) != one.to((lambda paper: not paper.is_plan,))
    assert one.to((listed,)) is one.to((lambda paper: (1, paper.parts.motto),)) is None
    assert one.to((lambda _: [],)) == other.to((lambda _: {},)) is not None
