"""Where a plan stands: its unit, its symbol and the chain of documents above it."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.plan.case import Case
from kegen.plan.citing import Citer
from kegen.plan.documents import PARENT, upper_links
from kegen.plan.model import Header, Link, Standing
from kegen.plan.timing import Days
from kegen.plan.unit import UnitNames, issuer_of


def make_standing(case: Case, names: UnitNames, header: Header, citer: Citer, reporting: Days) -> Standing:
    """Return what a plan under this one must know of it."""
    half_year, year = reporting
    return Standing(
        directive=case.directive,
        level=case.level,
        unit=case.profile.unit.name,
        province=names.province,
        symbol=header.number.removeprefix("Số: ") if case.profile.number else "",
        issuer=issuer_of(case, names),
        chain=tuple(_chain(case, citer)),
        half_year=half_year or "",
        year=year or "",
    )


def _chain(case: Case, citer: Citer) -> Iterator[Link]:
    upper = [link.id for link in upper_links(case)]
    for name in dict.fromkeys((*(upper or case.pack.chain), PARENT)):
        if said := citer.documents.get(name):
            with citer.separate_text():
                subject = said.subject()
            yield Link(name, said.kind, said.number or "", said.date.iso() if said.date else "", said.issuer, subject)
