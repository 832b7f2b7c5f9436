"""Two plans in, every change between them out, in the order one reads the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import get_args

from kegen.compare.change import Change, Subject
from kegen.compare.duties import compare_tasks
from kegen.compare.facts import Facts
from kegen.compare.lists import changed, compare_lists
from kegen.compare.named import compare_named, named_links, named_orders, named_targets
from kegen.compare.of_plan import facts_of_plan
from kegen.compare.words import is_same
from kegen.plan.model import Plan


def compare(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Return what changed from the old plan to the new."""
    return compare_facts(facts_of_plan(old), facts_of_plan(new))


def compare_facts(old: Facts, new: Facts) -> tuple[Change, ...]:
    """Return what changed, as far as both sides tell of it."""
    body = tuple(compare_lists(old.body, new.body))
    changes = chain(
        _singles(old, new),
        compare_lists(old.bases, new.bases),
        compare_named("chain", named_links(old.chain), named_links(new.chain)),
        compare_named("target", named_targets(old.targets), named_targets(new.targets)),
        compare_named("order", named_orders(old.coverage), named_orders(new.coverage)),
        body,
        compare_tasks(old, new, body),
        _left_out(old, new),
        compare_lists(old.notes, new.notes),
        compare_lists(old.recipients, new.recipients),
    )
    return tuple(_with_reasons(changes, new))


def _singles(old: Facts, new: Facts) -> Iterator[Change]:
    for subject in get_args(Subject):
        before, after = old.singles.get(subject, ""), new.singles.get(subject, "")
        if not is_same(before, after):
            yield changed(subject, "", "", before, after)


def _left_out(old: Facts, new: Facts) -> Iterator[Change]:
    """Yield reasons that changed; what is gone now, or back, is told with its words."""
    sides = ({each.id: each.reason for each in side.left_out} for side in (old, new))
    yield from (each for each in compare_named("left-out", *sides) if each.kind == "changed")


def _with_reasons(changes: Iterable[Change], new: Facts) -> Iterator[Change]:
    reasons = {each.id: each.reason for each in new.left_out}
    for each in changes:
        yield each._replace(reason=reasons.get(each.id, "")) if each.kind == "removed" and each.id else each
