"""Questions asked at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping

import click

from kegen.interview.question import Ambiguous, Move, Question
from kegen.interview.unattended import given_answer
from kegen.vietnamese import fold

HELP = "Gõ câu trả lời rồi Enter; ? để xem giải thích, < để lùi lại, “bỏ qua” để ngỏ, “dừng” để thôi."
_WIDTH = 100
_SKIP, _STOP = {"bo-qua", "de-ngo"}, {"dung", "thoi"}


class Console:
    """Asks a person; what the command line gives is not asked."""

    def __init__(self, say: Callable[[str], None], given: Mapping[str, str] | None = None) -> None:
        self._say, self._given = say, given or {}

    def ask(self, question: Question, number: int) -> str | Move:
        """Ask until there is an answer, or the person goes back or stops."""
        if answer := given_answer(question, self._given):
            return answer
        self._say("")
        for line in lines_of(question, number):
            self._say(line)
        while True:
            try:
                reply = self._reply(question, click.prompt("", default="", show_default=False, prompt_suffix="> "))
            except Ambiguous as several:
                question = self._choose(question, several)
                continue
            if reply is not None:
                return reply

    def note(self, text: str) -> None:
        """Print it."""
        self._say(text)

    def _reply(self, question: Question, typed: str) -> str | Move | None:
        """Return what was meant, None where it must be asked again."""
        typed = " ".join(typed.split())
        if typed in {"?", "？"}:
            self._explain(question)
            return None
        if typed == "<":
            return Move.BACK
        if fold(typed) in _STOP:
            return Move.STOP
        if fold(typed) in _SKIP or not (typed or question.guess):
            return self._open(question)
        try:
            return question.settled(typed or question.guess)
        except Ambiguous:
            raise
        except ValueError as wrong:
            self._say(f"  Chưa dùng được: {wrong}")
            return None

    def _choose(self, question: Question, several: Ambiguous) -> Question:
        """Return the question with what may be meant to choose from."""
        self._say("  Có nhiều nơi tên ấy; hãy gõ số, hoặc gõ rõ hơn:")
        for number, each in enumerate(several.choices, 1):
            self._say(f"  {number}. {each.shown}")
        return question._replace(choices=several.choices)

    def _explain(self, question: Question) -> None:
        for line in (*_wrapped(question.explanation or "Không có giải thích thêm."), *_example(question)):
            self._say(line)
        self._say(f"  {HELP}")

    def _open(self, question: Question) -> str | None:
        if question.may_stay_open:
            return ""
        self._say("  Câu này cần có câu trả lời; gõ ? để xem giải thích, “dừng” để thôi (chưa ghi gì).")
        return None


def lines_of(question: Question, number: int) -> Iterator[str]:
    """Yield the question as it is printed: what it is about, the question, an example, choices, what Enter takes."""
    for each in question.quote:
        yield from _wrapped(each)
    yield f"{number}. {question.text}"
    if not question.quote:
        yield from _wrapped(question.explanation)
        yield from _example(question)
    yield from (f"  {index}. {each.shown}" for index, each in enumerate(question.choices, 1))
    if question.guess:
        words = next((each.shown for each in question.choices if each.value == question.guess), question.guess)
        yield f"  Enter: {words}" if question.is_sure else f"  kegen đoán: {words} (Enter nếu đúng)"
    elif question.may_stay_open:
        yield "  Enter: để ngỏ"


def _example(question: Question) -> Iterator[str]:
    if question.example:
        yield f"  Ví dụ: {question.example}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
