"""Check the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kegen.check.aside import answer
from kegen.check.kept import kept_report
from kegen.check.way import Way
from kegen.named_tuple import NamedTuple
from kegen.patterns import keep_new, take_up
from kegen.problem import KegenError
from kegen.together import together

if TYPE_CHECKING:
    from kegen.check.paper import Paper
    from kegen.check.report import Report
    from kegen.check.rule import Rule

T = TypeVar("T")


class Question(NamedTuple):
    """A file to be checked: its bytes, its name, and how it is to be judged."""

    data: bytes
    file: str
    way: Way


def check_bytes(data: bytes, file: str, rules: Sequence[Rule], way: Way) -> Report:
    """Return what the rules say of a .docx; raises KegenError, in Vietnamese, where the bytes cannot be read."""
    from kegen.check.judge import judge  # noqa: PLC0415 - a report that was kept needs none of the reader

    return judge(paper_of(Question(data, file, way)), rules, file)


def paper_of(question: Question) -> Paper:
    """Return the file as the rules see it; raises KegenError, as above."""
    from kegen.check.paper import Paper  # noqa: PLC0415
    from kegen.document.read import read_document  # noqa: PLC0415

    return Paper(read_document(question.data, question.file), **question.way._asdict())


_first = iter((True,))


def check_once(data: bytes, file: str, rules: Sequence[Rule], way: Way) -> Report:
    """Return the same; the first file of a run that an earlier run checked in the very same way is not checked again.

    Only the first: what comes after it is quick with what is loaded by then, and thousands need not be kept.
    """
    kept = kept_report(data, rules, way) if next(_first, False) else None
    if kept is None:
        return check_bytes(data, file, rules, way)
    report = kept.recalled(file)
    if report is None:
        report = _check_first(data, file, rules, way)
        kept.keep(report)
    return report


def _check_first(data: bytes, file: str, rules: Sequence[Rule], way: Way) -> Report:
    """Return what was found aside, else check here with the patterns that an earlier run compiled."""
    if found := answer(data):
        return found._replace(file=file)
    patterns = take_up("check")
    report = check_bytes(data, file, rules, way)
    keep_new("check", patterns)
    return report


def check_all(questions: Sequence[Question], rules: Sequence[Rule]) -> list[Report | KegenError]:
    """Return what the rules say of each file, or why it cannot be read; several together are judged in less time."""
    if len(questions) == 1:
        data, file, way = questions[0]
        return [_or_why(lambda: check_once(data, file, rules, way))]
    if next(_first, False):
        take_up("check")
    return together([_or_why(partial(_read, each)) for each in questions], partial(_judged, rules), KegenError)


def _read(question: Question) -> tuple[Paper, str]:
    return paper_of(question), question.file


def _judged(rules: Sequence[Rule], read: Sequence[tuple[Paper, str]]) -> list[Report]:
    from kegen.check.judge import judge_all  # noqa: PLC0415 - the same

    return judge_all([paper for paper, _ in read], rules, [file for _, file in read])


def _or_why(work: Callable[[], T]) -> T | KegenError:
    try:
        return work()
    except KegenError as error:
        return error
