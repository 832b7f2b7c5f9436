"""Văn bản viện dẫn khớp với hồ sơ và với văn bản của cấp trên.

Quy định: văn bản viện dẫn ghi đúng số, ký hiệu, ngày ban hành và cơ quan ban hành của chính văn bản ấy.
Vì sao: số một đằng, ngày một nẻo thì không ai tìm được văn bản gốc; chỗ sai thường do chép từ kế hoạch khác.
Sai: hồ sơ ghi Kế hoạch số 176/KH-UBND ngày 04/5/2026, văn bản ghi “Kế hoạch số 176/KH-UBND ngày 14/5/2026”.
Đúng: ghi “ngày 04/5/2026” ở mọi chỗ viện dẫn có ngày.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.check.citation_text import same_body
from kegen.check.citations import Citation
from kegen.check.document_numbers import number_key
from kegen.check.options import CheckContext
from kegen.check.paper import Paper
from kegen.check.rule import NEITHER, Absent, Fault, Outcome, Weight
from kegen.country import official_name
from kegen.dates import PlanDate

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b"
WEIGHT: Weight = "N"
_NUMBER = re.compile(r"Số\s*:?\s*(\d+/\S+)", re.IGNORECASE)


class Known(NamedTuple):
    """A document whose facts are known from outside; None or "" for what is not."""

    number: str
    date: PlanDate | None
    issuer: str
    whence: str
    is_sure: bool = True
    """Whether the issuer was said, not only supposed."""


def check(paper: Paper) -> Outcome:
    """Hold the date and issuer of each citation whose number is known against what is known."""
    if paper.facts is None and paper.parent is None:
        yield NEITHER
        return
    known = {number_key(each.number): each for each in _known(paper)}
    if not known:
        yield Absent("hồ sơ và văn bản cấp trên không cho biết số của văn bản nào")
        return
    for each in paper.citations:
        if document := known.get(each.key):
            yield from _differences(each, document)
    yield from _renumbered(paper, known.values())


def _known(paper: Paper) -> Iterator[Known]:
    """Yield what the parent's own head says, then what the profile says, which counts for more."""
    if paper.parent is not None:
        yield from _headed(paper.parent)
    if paper.facts is not None:
        yield from _profiled(paper.facts)


def _headed(parent: Paper) -> Iterator[Known]:
    line = parent.parts.number
    number = _NUMBER.search(line.text) if line else None
    if number is not None:
        issuer = " ".join(each.text for each in parent.parts.issuer)
        yield Known(number[1], parent.date, issuer, "văn bản cấp trên kèm theo")


def _profiled(facts: CheckContext) -> Iterator[Known]:
    """Yield the documents that only the profile knows: those of the pack hold for every profile."""
    parent, unit, proposal = facts.profile.parent_plan, facts.profile.unit, facts.profile.bases.proposal
    whence = "hồ sơ của đơn vị"
    for each in facts.profile.documents.values():
        if each.number:
            yield Known(each.number, each.date, each.issuer or "", whence)
    if proposal and proposal.number:
        yield Known(proposal.number, proposal.date, proposal.by, whence)
    if parent and parent.number:
        province = official_name(unit.province or "") or unit.province or ""
        usual = unit.parent_body if unit.level == "don-vi" else f"Ủy ban nhân dân {province}"
        issuer = parent.issuer or usual or ""
        yield Known(parent.number, parent.date, issuer, whence, parent.issuer is not None)


def _differences(cited: Citation, known: Known) -> Iterator[Fault]:
    """Yield what differs; where date and issuer both do, another body's document of the same number is meant."""
    date, issuer = _other_date(cited, known), _other_issuer(cited, known)
    if date and issuer:
        return
    if date and cited.date and known.date:
        sure = bool(cited.issuer) and cited.date.year == known.date.year
        message = f"ngày của {cited.name} khác {known.whence}"
        found, expected = cited.date.written("ngan"), known.date.written("ngan")
        yield Fault(cited.paragraph, message, found, expected, "error" if sure else "warning")
    if issuer:
        sure = known.is_sure and cited.date is not None and known.date is not None
        message = f"cơ quan ban hành {cited.name} khác {known.whence}"
        yield Fault(cited.paragraph, message, cited.issuer, known.issuer, "error" if sure else "warning")


def _other_date(cited: Citation, known: Known) -> bool:
    return cited.date is not None and known.date is not None and _differs(cited.date, known.date)


def _other_issuer(cited: Citation, known: Known) -> bool:
    return bool(cited.issuer and known.issuer.strip()) and not same_body(cited.issuer, known.issuer)


def _differs(one: PlanDate, other: PlanDate) -> bool:
    return any(a and b and a != b for a, b in zip(one, other, strict=True))


def _renumbered(paper: Paper, known: Iterable[Known]) -> Iterator[Fault]:
    """A known document cited nowhere, and one of its date, issuer and symbol cited under another number."""
    cited = {each.key for each in paper.citations}
    for document in known:
        if document.date is None or not document.date.whole or number_key(document.number) in cited:
            continue
        for each in paper.citations:
            if each.date == document.date and each.issuer and _is_like(each, document):
                message = f"số của {each.kind} khác {document.whence}"
                yield Fault(each.paragraph, message, each.number, document.number, "warning")


def _is_like(cited: Citation, document: Known) -> bool:
    symbols = {number_key(number).partition("/")[2] for number in (cited.number, document.number)}
    return len(symbols) == 1 and same_body(cited.issuer, document.issuer)
