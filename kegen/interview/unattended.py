"""Questions answered by what the command line gives: nobody is there to be asked, so nothing waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kegen.interview.question import Move, Question
from kegen.problem import KegenError


class Unattended:
    """Answers with what was given, else with what is usual, else leaves the question open."""

    def __init__(self, given: Mapping[str, str], say: Callable[[str], None] = lambda _text: None) -> None:
        self._given, self._say = given, say

    def ask(self, question: Question, number: int) -> str | Move:  # noqa: ARG002 - nobody counts
        """Return the answer; raises KegenError where one is wrong, or missing and needed."""
        return given_answer(question, self._given) or self._usual(question)

    def note(self, text: str) -> None:
        """Say it."""
        self._say(text)

    def _usual(self, question: Question) -> str:
        if question.guess and question.is_sure:
            return question.settled(question.guess)
        if question.may_stay_open:
            return ""
        example = f", ví dụ: --{question.name} {_quoted(question.example)}" if question.example else ""
        raise KegenError(f"thiếu --{question.name} ({question.text}){example}")


def given_answer(question: Question, given: Mapping[str, str]) -> str:
    """Return what the command line says to the question, "" for nothing; raises KegenError where that is wrong."""
    text = given.get(question.name, "")
    try:
        return question.settled(text) if text else ""
    except ValueError as wrong:
        raise KegenError(f"--{question.name}: {wrong}") from None


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
