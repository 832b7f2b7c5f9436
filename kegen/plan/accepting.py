"""Warnings of a profile that it accepts itself, with a reason: told as accepted, and those that meet nothing too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kegen.plan.coverage import OPEN_ORDER
from kegen.plan.model import AcceptedProblem
from kegen.plan.problems import ProfileProblems
from kegen.problem import ACCEPTABLE_ERRORS, Problem, Severity
from kegen.profile.accepting import Acceptance

REFUSED = "khong-chap-nhan"
"""The id of what is told of an acceptance that cannot be."""


def accept(acceptances: Sequence[Acceptance], problems: ProfileProblems) -> tuple[AcceptedProblem, ...]:
    """Take out of the problems those that the profile accepts, and return them; notes what may not be accepted."""
    taken: dict[Problem, AcceptedProblem] = {}
    for index, each in enumerate(acceptances):
        for problem in _met(each, problems):
            if why := _why_not(problem):
                problems.error(("accept", index, "rule"), REFUSED, why)
            else:
                taken.setdefault(problem, AcceptedProblem(problem, each.reason, index))
    problems.found = [each for each in problems.found if each not in taken]
    return tuple(taken[each] for each in sorted(taken))


def _met(acceptance: Acceptance, problems: ProfileProblems) -> Iterable[Problem]:
    """Return the problems of this very profile that the acceptance is about."""
    own = [each for each in problems.found if each.place.file == problems.tree.file]
    return [each for each in own if acceptance.covers(each.id, each.message)]


def _why_not(problem: Problem) -> str:
    """Return why a problem cannot be accepted, with what to do; "" where it can."""
    if problem.id == OPEN_ORDER:
        return "việc cấp trên giao không bỏ bằng accept; hãy ghi ở tasks, mã việc: {omit: lý do}"
    if problem.severity is Severity.ERROR and problem.id not in ACCEPTABLE_ERRORS:
        return f"[{problem.id}] là lỗi nên không chấp nhận được; hãy sửa chỗ ấy và bỏ dòng này"
    return ""
