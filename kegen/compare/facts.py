"""What of a plan is compared: the same values, whatever it was read from."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kegen.plan.model import Covered, LeftOut, Link, Target, Task


class Entry(NamedTuple):
    """A paragraph, or a line of a list, without its number or mark."""

    id: str
    subject: Literal["base", "section", "task", "item", "note", "recipient"]
    text: str
    where: str = ""
    section: int = -1
    """The place of the heading it stands under, among the entries of the body; -1 for none."""


class Facts(NamedTuple):
    """A plan to compare; None for what its source does not tell."""

    singles: dict[str, str]
    """Number, date, issuer, title, signature and title of the annex, by subject."""
    bases: tuple[Entry, ...]
    body: tuple[Entry, ...]
    notes: tuple[Entry, ...]
    recipients: tuple[Entry, ...]
    tasks: tuple[Task, ...] | None
    targets: tuple[Target, ...] | None
    chain: tuple[Link, ...] | None
    left_out: tuple[LeftOut, ...] = ()
    coverage: tuple[Covered, ...] = ()
    """Orders of the plan above; none where that plan is not known."""
