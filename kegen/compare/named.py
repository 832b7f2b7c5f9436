"""What has an id and is told as one text: documents above, orders, targets."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.compare.change import Change, Subject
from kegen.compare.lists import changed
from kegen.compare.words import is_same
from kegen.dates import parse_date
from kegen.plan.model import Covered, Link, Target
from kegen.sheets.coverage import STATES


def compare_named(subject: Subject, old: dict[str, str] | None, new: dict[str, str] | None) -> Iterator[Change]:
    """Yield what changed among things that have an id."""
    if old is None or new is None:
        return
    for id_ in dict.fromkeys((*new, *old)):
        before, after = old.get(id_, ""), new.get(id_, "")
        if not is_same(before, after):
            yield changed(subject, id_, "", before, after)


def named_links(links: tuple[Link, ...] | None) -> dict[str, str] | None:
    """Return the documents of the chain by id, each as a sentence cites it."""
    return None if links is None else {each.id: _link_text(each) for each in links}


def _link_text(link: Link) -> str:
    date = f"ngày {parse_date(link.date).written('ngan')}" if link.date else ""
    number = f"số {link.number}" if link.number else ""
    issuer = f"của {link.issuer}" if link.issuer else ""
    return " ".join(filter(None, (link.kind, number, date, issuer, link.subject)))


def named_orders(coverage: tuple[Covered, ...]) -> dict[str, str] | None:
    """Return the orders of the plan above by id, with what becomes of each; None where that plan is not known."""
    return {f"{each.order.kind}:{each.order.id}": _order_text(each) for each in coverage} or None


def _order_text(covered: Covered) -> str:
    order = covered.order
    facts = (order.lead, order.deadline and f"hạn: {order.deadline}", order.product)
    said = "; ".join(each for each in facts if each)
    return f"{STATES[covered.state]}: {order.wording}" + (f" [{said}]" if said else "")


def named_targets(targets: tuple[Target, ...] | None) -> dict[str, str] | None:
    """Return the targets by id, each with its measure."""
    return None if targets is None else {each.id: _target_text(each) for each in targets}


def _target_text(target: Target) -> str:
    space = "" if target.unit == "%" else " "
    return f"{target.name}: {target.comparison} {target.value}{space}{target.unit}"
