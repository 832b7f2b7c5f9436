"""A received plan, read into a Plan: structure here, what it orders in `facts`; nothing of its words is left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kegen.docx.find import find_parts
from kegen.docx.model import Document
from kegen.importing.annexes import annexes_of
from kegen.importing.asking import in_order
from kegen.importing.chain import chain_of
from kegen.importing.content import Content, content_of
from kegen.importing.ending import asks_of_end, places_of_end, recipient_lines, signature_of
from kegen.importing.entries import Entry, entries_in
from kegen.importing.facts import Around, facts_of
from kegen.importing.framing import framing_id, framing_rows
from kegen.importing.header import head_of
from kegen.importing.paragraphs import (
    Notes,
    body_paragraph,
    closing_paragraph,
    notes_of,
    opening_paragraph,
    table_paragraph,
)
from kegen.importing.pieces import Piece
from kegen.importing.refusing import check_readable
from kegen.importing.tasks import sort_entries
from kegen.plan.model import Annex, Ask, Paragraph, Plan, PlanIdentity, Read, Source, Task
from kegen.vietnamese import normalise
from kegen.yaml_text.text import clean


def read_plan(document: Document, source: Source, signed: str = "", stamped: Collection[str] = ()) -> Plan:
    """Return the plan that a document holds.

    `signed` is the day of its digital signature, a guess for its date; `stamped` are the facts that stamps give.

    Raises KegenError, in Vietnamese, for a scan, an old encoding, and what has no words of a plan.
    """
    parts = find_parts(document)
    check_readable(parts, source.file)
    content = content_of(parts)
    entries, notes = entries_in(content), notes_of(document)
    title = " ".join(each.text for each in content.title)
    head = head_of(parts, [each.text for each in (*content.opening, *content.body, *content.closing) if each.item])
    head = head._replace(read=tuple(_from_stamp(each, stamped) for each in head.read))
    chain = chain_of(parts, content.opening, head.date)
    attached = annexes_of(parts, notes)
    identity = head.identity._replace(chain=chain.links)
    body = _body(content, entries, notes)
    tables = tuple(Annex("", "", "", (each,)) for each in body if each.table)
    before, after = framing_rows(content.opening, content.closing)
    around = Around(before, (*after, *(row for each in attached for row in sort_entries(each.entries))))
    facts = facts_of(entries, (*tables, *(each.annex for each in attached)), around)
    linked = {each.id: each for annex in facts.annexes[: len(tables)] for each in annex.blocks}
    plan = Plan(
        header=head.header,
        kind=head.kind,
        title=f"{head.title} {title}".strip(),
        opening=_with_ids(_framing(content.opening, notes, "bang-dau", opens=True), "mo-dau", facts.tasks),
        body=tuple(linked.get(each.id, each) if each.table else each for each in body),
        closing=_with_ids(_framing(content.closing, notes, "bang-cuoi", opens=False), "ket", facts.tasks),
        recipients=recipient_lines(parts),
        signature=signature_of(parts),
        tasks=facts.tasks,
        targets=facts.targets,
        left_out=(),
        blanks=(),
        unit_name=head.unit_name,
        issued=head.date.iso() if head.date else "",
        standing=_reporting(identity, facts.reporting),
        annexes=facts.annexes[len(tables) :],
        source=source,
        read=(*head.read, *facts.read, *places_of_end(parts)),
        asks=in_order((*chain.asks, *facts.asks, *_guessed(head.asks, signed), *asks_of_end(parts))),
    )
    return Plan(*map(_cleaned, plan))


def _from_stamp(read: Read, stamped: Collection[str]) -> Read:
    """Return where a fact of the head was read; of one that a stamp gives, that it does."""
    return read._replace(how="dau") if read.field in stamped and read.how != "khong" else read


def told_by_stamps(plan: Plan) -> tuple[str, ...]:
    """Return the sentence that tells a person which facts stamps give: a stamp may lie where it should not."""
    printed = {"number": plan.header.number, "issued": plan.header.place_and_date}
    found = [f"“{printed[each.field]}”" for each in plan.read if each.how == "dau" and each.field in printed]
    return (f"Đọc từ dấu đóng trên trang PDF, hãy đối chiếu với bản giấy: {', '.join(found)}",) if found else ()


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - a tree of named tuples, tuples and text
    """Return a value without the signs that nobody sees and no file of text may hold."""
    if isinstance(value, str):
        return normalise(clean(value))
    if hasattr(value, "_fields"):
        return type(value)(*map(_cleaned, value))
    return tuple(map(_cleaned, value)) if isinstance(value, tuple) else value


def _reporting(identity: PlanIdentity, days: Mapping[str, str]) -> PlanIdentity:
    """Return what a plan is with the days of reports that it sets."""
    half_year, year, month, quarter, event = (
        days.get(each, "") for each in ("half_year", "year", "month", "quarter", "event")
    )
    return identity._replace(half_year=half_year, year=year, month=month, quarter=quarter, event=event)


def _guessed(asks: Sequence[Ask], signed: str) -> list[Ask]:
    """Return the questions, the one on the date with the day of the signature as a guess."""
    return [each._replace(guess=each.guess or signed) if each.field == "issued" else each for each in asks]


def _framing(pieces: Sequence[Piece], notes: Notes, name: str, *, opens: bool) -> list[Paragraph]:
    """Return the paragraphs that open or close a plan, tables among them."""
    make = opening_paragraph if opens else closing_paragraph
    return [
        make(each, notes) if each.item else table_paragraph(each, f"{name}-{index}")
        for index, each in enumerate(pieces, 1)
    ]


def _with_ids(paragraphs: Sequence[Paragraph], name: str, tasks: Sequence[Task]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that open or close a plan, each that orders something with the id of its task."""
    ids = {each.id for each in tasks}
    return tuple(
        each._replace(id=framing_id(name, number)) if framing_id(name, number) in ids else each
        for number, each in enumerate(paragraphs, 1)
    )


def _body(content: Content, entries: tuple[Entry, ...], notes: Notes) -> list[Paragraph]:
    """Return the body, each table where it stands between the paragraphs."""
    found: list[Paragraph] = []
    following = iter(entries)
    tables = 0
    for piece in content.body:
        if piece.item is None:
            tables += 1
            found.append(table_paragraph(piece, f"bang-{tables}"))
        else:
            found.append(body_paragraph(piece, next(following), notes))
    return found
