"""The questions of a new profile on a page: all that can be asked by now, with what was answered, at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kegen.interview.fields import question_of
from kegen.interview.question import Ambiguous, Answers, Choice, Question
from kegen.profile.model import Profile
from kegen.starting.questions import day_as_typed, questions
from kegen.vietnamese import upper_first


class Asked(NamedTuple):
    """A question with what stands in its field, and what is wrong with that."""

    question: Question
    value: str = ""
    wrong: str = ""
    choices: tuple[Choice, ...] = ()
    """What may have been meant, of an answer that can mean several things."""


class Round(NamedTuple):
    """All questions so far, and the answers as they are settled; `is_whole` where nothing needed is missing."""

    asked: tuple[Asked, ...]
    answers: dict[str, str]
    is_whole: bool


def ask_all(typed: Mapping[str, str], parent: str) -> Round:
    """Return the questions after what was typed; `parent` is the file of the plan above, "" for none.

    A question whose answer is wrong, or missing and needed, is the last: those after it depend on it.
    """
    asked, answers = list[Asked](), {"parent": parent}
    for step in (*questions()[1:], _date, _number):
        question = step(answers)
        if question is None:
            continue
        each = _answered(question, typed)
        asked.append(each)
        if each.wrong or (not each.value and not question.may_stay_open):
            return Round(tuple(asked), answers, is_whole=False)
        answers[question.name] = question.settled(each.value) if each.value else ""
    return Round(tuple(asked), answers, is_whole=True)


def _date(_answers: Answers) -> Question:
    known = question_of("date", Profile, "date")
    return known._replace(text="Ngày ban hành, nếu đã có?", check=day_as_typed)


def _number(_answers: Answers) -> Question:
    return question_of("number", Profile, "number")._replace(text="Số của kế hoạch, nếu đã có?")


def _answered(question: Question, typed: Mapping[str, str]) -> Asked:
    """Return the question with its answer: what was typed, else what is usual."""
    usual = question.guess if question.is_sure else ""
    value = typed.get(question.name, usual).strip()
    try:
        return Asked(question, question.settled(value) if value else "")
    except Ambiguous as error:
        return Asked(question, value, upper_first(str(error)), error.choices)
    except ValueError as error:
        return Asked(question, value, upper_first(str(error)))
