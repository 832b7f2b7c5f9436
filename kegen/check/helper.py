"""The far end of `aside`: loads all that a check needs, then judges the one thing it is asked, or ends in silence."""

from __future__ import annotations

import os
from _pickle import dumps, load
from _signal import SIG_IGN, SIGINT, signal  # type: ignore[import-not-found]  # all that `signal` takes from it
from typing import TYPE_CHECKING, Final

from kegen.patterns import keep_new, take_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kegen.check.report import Report
    from kegen.check.rule import Rule
    from kegen.check.way import Way

_STREAMS: Final = (0, 1, 2)


def serve(asked: int, answered: int) -> None:
    """Answer what comes down the pipe; end, without a word, when nobody is at the other end."""
    signal(SIGINT, SIG_IGN)  # it is the first process that minds it
    nowhere = os.open(os.devnull, os.O_RDWR)
    for each in _STREAMS:  # whoever reads what the first process prints is not to wait for this one
        os.dup2(nowhere, each)
    answer = _answer(asked)
    with open(answered, "wb") as pipe:
        pipe.write(answer)


def _answer(asked: int) -> bytes:
    known = take_up("check")
    _load_all()  # compiled patterns come first
    with open(asked, "rb") as pipe:
        data, rules, way = load(pipe)
    report = _judged(data, rules, way)
    keep_new("check", known)
    return dumps(report)


def _judged(data: bytes, rules: Sequence[Rule], way: Way) -> Report:
    from kegen.check.files import Question, paper_of  # noqa: PLC0415 - loaded by now
    from kegen.check.judge import judge_only  # noqa: PLC0415

    return judge_only(paper_of(Question(data, "", way)), rules)


def _load_all() -> None:
    """Load what reads and judges, and what the facts are made of, before there is anything to judge."""
    import kegen.check.files  # noqa: PLC0415
    import kegen.check.judge  # noqa: PLC0415
    import kegen.document.read  # noqa: PLC0415
    import kegen.plan.model  # noqa: PLC0415
    import kegen.profile.model  # noqa: F401, PLC0415
    from kegen.check.directives import directives  # noqa: PLC0415
    from kegen.check.rules import all_rules  # noqa: PLC0415

    all_rules()
    directives()
