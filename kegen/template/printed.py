"""The texts of a draft one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.plan.model import Paragraph, Plan
from kegen.template.marks import heads_of


def texts_of(plan: Plan) -> Iterator[str]:
    """Yield head and end line by line, and each paragraph and row: what a pull tells edits by (`kegen.pulling`)."""
    header, signature = plan.header, plan.signature
    yield from (header.parent, " ".join(header.issuer), header.number, header.place_and_date, plan.kind, plan.title)
    yield from _blocks((*plan.opening, *plan.body, *plan.closing))
    yield from plan.recipients
    yield from (" ".join(signature.lines), signature.name)
    for annex in plan.annexes:
        yield from (annex.label, annex.title, annex.reference)
        yield from _blocks(annex.blocks)


def _blocks(blocks: Iterable[Paragraph]) -> Iterator[str]:
    for each in blocks:
        if each.table is None:
            yield each.text
            continue
        for row in (*heads_of(each.table), *each.table.rows):
            yield " ".join("" if at in row.goes_on else cell for at, cell in enumerate(row.cells))
