"""How a question about a received plan is made, and the order in which all are asked: the most consequential first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kegen.plan.model import Ask, AskKind

_ORDER: tuple[AskKind, ...] = ("van-ban", "chu-tri", "pham-vi", "thoi-han", "so-ngay", "khac")
"""From what the whole plan hangs on to what one line does."""


class Quote(NamedTuple):
    """Words of the plan and where they stand."""

    sentence: str = ""
    place: str = ""


def ask(kind: AskKind, of: str, field: str, question: str, at: Quote) -> Ask:
    """Return a question; without a field its answer is only kept beside it.

    Its id tells whose fact it is (`chu-tri-muc-2-lead`), so that it is the same when the file is read again.
    """
    return Ask("-".join(filter(None, (kind, _span(of), field))), kind, of, field, question, at.sentence, at.place)


def _span(of: str) -> str:
    """Return one word for the records that a question is about: of several the first and the last."""
    first, *others = of.split() or [""]
    return f"{first}-den-{others[-1]}" if others else first


def in_order(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """Return the questions, the most consequential first, each id once."""
    by_id: dict[str, Ask] = {}
    for each in asks:
        by_id.setdefault(each.id, each)
    return tuple(sorted(by_id.values(), key=lambda each: _ORDER.index(each.kind)))
