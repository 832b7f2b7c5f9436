"""What share of a plan is copied word for word from the plan above, which the directives themselves forbid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.check.copying import copied
from kegen.plan.model import Paragraph, Plan, table_text


def copied_share(plan: Plan, above: Plan) -> int:
    """Return how many per cent of the words are copied, as the rule `verbatim-share` counts in the drafted plan."""
    return copied(_content(plan), (*_content(above), *_annexes(above))).percent


def _content(plan: Plan) -> Iterator[str]:
    return _texts((*plan.opening, *plan.body, *plan.closing))


def _annexes(plan: Plan) -> Iterator[str]:
    for annex in plan.annexes:
        yield annex.title
        yield from _texts(annex.blocks)


def _texts(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Yield the words of paragraphs and of their tables; footnotes do not count."""
    for each in paragraphs:
        yield each.text
        yield from table_text(each.table) if each.table else ()
