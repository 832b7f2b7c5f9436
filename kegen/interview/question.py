"""A question as data: what is asked, what explains it, what is taken where nothing is said, and how to go through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, Protocol

from kegen.vietnamese import fold

Answers = Mapping[str, str]
"""What was answered, by the name of the question; "" for what is left open."""


def as_typed(text: str) -> str:
    """Return the answer with its blanks made single."""
    return " ".join(text.split())


class Choice(NamedTuple):
    """One of several answers: what is written, and how a person reads it."""

    value: str
    words: str = ""

    @property
    def shown(self) -> str:
        """How a list of choices has it."""
        return self.words or self.value


class Ambiguous(ValueError):  # noqa: N818 - a state of the answer
    """The answer can mean several things: which, to choose from."""

    def __init__(self, message: str, choices: Iterable[str]) -> None:
        super().__init__(message)
        self.choices = tuple(Choice(each) for each in choices)


class Question(NamedTuple):
    """One question."""

    name: str
    """Also the name of the option that answers it: `unit` for `--unit`."""
    text: str
    explanation: str = ""
    example: str = ""
    quote: tuple[str, ...] = ()
    """Lines shown above it: the sentence it is about, and where that stands."""
    guess: str = ""
    """What Enter takes, once it was shown."""
    is_sure: bool = False
    """Whether the guess is the usual value and no guess: an unattended run takes it."""
    choices: tuple[Choice, ...] = ()
    only_choices: bool = False
    may_stay_open: bool = True
    check: Callable[[str], str] = as_typed
    """Returns the answer as it is to be written; raises ValueError, saying what is wrong with it."""

    def settled(self, text: str) -> str:
        """Return what an answer comes to, a number or the words of a choice too; raises ValueError for a wrong one."""
        text = as_typed(text)
        if text.isdecimal() and 0 < int(text[:6]) <= len(self.choices):
            return self.check(self.choices[int(text) - 1].value)
        for each in self.choices:
            if fold(text) in {fold(each.value), fold(each.shown)}:
                return self.check(each.value)
        if self.only_choices and self.choices:
            listed = ", ".join(f"{number}. {each.shown}" for number, each in enumerate(self.choices, 1))
            raise ValueError(f"“{text[:40]}” không có trong các lựa chọn; hãy chọn: {listed}")
        return self.check(text)


class Move(Enum):
    """What a person wants instead of answering."""

    BACK = "back"
    STOP = "stop"


class Asker(Protocol):
    """Whoever answers: a person at a terminal, or what the command line gives."""

    def ask(self, question: Question, number: int) -> str | Move:
        """Return the answer, settled; "" where it is left open."""

    def note(self, text: str) -> None:
        """Show a line that asks nothing."""


Step = Callable[[Answers], Question | None]
"""Makes the next question of what was answered so far, None where there is nothing to ask."""


class Interview(NamedTuple):
    """What an interview came to."""

    answers: dict[str, str]
    stopped: bool = False
    """Whether the person ended it before its end."""


def go_through(steps: Sequence[Step], asker: Asker, answers: dict[str, str] | None = None) -> Interview:
    """Ask one question after another; who goes back is asked the former one anew.

    The answers are put into those given, so that they are there also where asking is broken off.
    """
    answers = {} if answers is None else answers
    asked: list[tuple[int, str]] = []
    at = 0
    while at < len(steps):
        question = steps[at](answers)
        if question is None:
            at += 1
            continue
        reply = asker.ask(question, len(asked) + 1)
        if reply is Move.STOP:
            return Interview(answers, stopped=True)
        if reply is Move.BACK:
            at = _back(asked, answers, at, asker)
            continue
        answers[question.name] = str(reply)
        asked.append((at, question.name))
        at += 1
    return Interview(answers)


def _back(asked: list[tuple[int, str]], answers: dict[str, str], at: int, asker: Asker) -> int:
    """Take back the last answer; return where to go on."""
    if not asked:
        asker.note("Đây là câu hỏi đầu tiên, không lùi được nữa.")
        return at
    at, name = asked.pop()
    del answers[name]
    return at
