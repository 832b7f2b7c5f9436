"""What a rule is and what it can say. A rule is one module: its docstring is its page, `check` looks at a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from kegen.check.paper import Paper
from kegen.docx.lines import Line
from kegen.docx.model import Paragraph
from kegen.docx.parts import Item

Weight = Literal["M", "T", "O", "P", "N"]
"""Where a rule comes from: `M` the decree demands it, `T` a form of the decree shows it, `O` the decree leaves it open,
`P` practice only, `N` no rule of form: consistency of what is said."""
Severity = Literal["error", "warning", "info"]
USUAL: dict[Weight, Severity] = {"M": "error", "T": "error", "O": "info", "P": "warning", "N": "warning"}
"""How much a fault weighs where the rule does not say."""

At = Line | Paragraph | Item | str
"""Where a fault is: a line, a paragraph, an item of the body, or the name of what is no paragraph (`lề trang`)."""


class Fault(NamedTuple):
    """One thing wrong: where, one sentence on what, and what is there against what should be."""

    at: At
    message: str
    found: str = ""
    expected: str = ""
    severity: Severity | None = None
    """None takes the usual one for the rule's weight."""


class Absent(NamedTuple):
    """The rule's subject is not in the document, so the rule does not apply; `why` is a clause in Vietnamese."""

    why: str


class Unread(NamedTuple):
    """The file cannot tell whether the rule is kept; `why` is a clause in Vietnamese."""

    why: str


NO_PROFILE = Absent("không có hồ sơ của đơn vị (--profile) để đối chiếu")
NO_PARENT = Absent("không có văn bản của cấp trên (--parent) để đối chiếu")
NEITHER = Absent("không có hồ sơ của đơn vị (--profile) hay văn bản của cấp trên (--parent) để đối chiếu")

RuleOutcome = Fault | Absent | Unread
Outcome = Iterator[RuleOutcome]


class Rule(NamedTuple):
    """One rule: its id, where it comes from, the article, and its page."""

    id: str
    weight: Weight
    cite: str
    title: str
    page: str
    check: Callable[[Paper], Outcome]
