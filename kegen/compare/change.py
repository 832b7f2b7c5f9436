"""One change between two plans, as a value."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["added", "removed", "changed", "moved"]
Subject = Literal[
    "number",
    "date",
    "issuer",
    "title",
    "base",
    "chain",
    "target",
    "order",
    "task",
    "lead",
    "helpers",
    "deadline",
    "product",
    "task-target",
    "left-out",
    "section",
    "item",
    "note",
    "recipient",
    "signature",
    "annex",
]
"""What changed: a fact of the head or the end, a legal basis, a document of the chain above, an order of the plan
above and whether it is taken up, a target, a task or one of its facts, why something was left out, a heading, a
paragraph that is no task, a footnote, a line of recipients."""


class Piece(NamedTuple):
    """Words in a row that stayed, went or came."""

    how: Literal["same", "removed", "added"]
    text: str


class Change(NamedTuple):
    """One thing that is not as it was."""

    kind: Kind
    subject: Subject
    id: str
    """The id of the task, section, target or document; "" where it has none."""
    where: str
    """The section it stands in now (`II.3. Đổi mới …`), or stood in; "" outside the body."""
    old: str
    """As it was, "" for what was added; of what moved, the place where it stood."""
    new: str
    pieces: tuple[Piece, ...] = ()
    """Old and new text word by word; of what moved, its words; () for what was added or removed, which is all words."""
    reason: str = ""
    """Why it is no longer there, where the plan says so."""
