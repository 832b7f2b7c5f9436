"""Chỉ tiêu không lỏng hơn chỉ tiêu cấp trên giao.

Quy định: chỉ tiêu của đơn vị bằng hoặc chặt hơn chỉ tiêu trong văn bản chỉ đạo, kế hoạch của cấp trên và hồ sơ.
Vì sao: con số bị sửa hoặc gõ nhầm làm kế hoạch của đơn vị trái với chỉ đạo mà nó triển khai.
Sai: cấp trên giao họp trực tuyến ít nhất 60%, văn bản ghi “tối thiểu 50% số cuộc họp trực tuyến”.
Đúng: ghi “tối thiểu 60%”, hoặc một mức cao hơn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.figures import Figure, amount, figures_in, is_laxer, likeness
from kegen.check.goals import SAYING, is_milestone, ordered_value, wanted, year_of
from kegen.check.paper import Paper
from kegen.check.rule import NEITHER, Fault, Outcome, Severity, Weight
from kegen.check.words import key_set
from kegen.docx.model import Paragraph

CITE = "Văn bản chỉ đạo và kế hoạch của cấp trên"
WEIGHT: Weight = "N"
_UNITS = ("%", "ngày", "giờ", "phút")
_FEW, _MANY = 2, 4
"""With so many words alike the same thing is measured: when all are, and when most are."""
_ALIKE = 0.8
_WHOLE = 100
_LOWER = key_set("giảm")
_OF_WHOLE_AREA = re.compile(r"\b(?:toàn (?:tỉnh|thành phố|quốc|địa bàn)|cả nước)\b", re.IGNORECASE)
"""A figure that the whole area reaches together is not demanded of each unit in it."""


def check(paper: Paper) -> Outcome:
    """Hold each figure that belongs to a target against the directive's, the profile's and the parent's."""
    if paper.facts is None and paper.parent is None:
        yield NEITHER
        return
    known: set[tuple[int, int]] = set()
    for place, fault in _against_plan(paper):
        known.add(place)
        yield fault
    if paper.parent is not None:
        yield from (fault for place, fault in _against_parent(paper, paper.parent) if place not in known)


def _against_plan(paper: Paper) -> Iterator[tuple[tuple[int, int], Fault]]:
    for claim in paper.claims:
        target, figure, paragraph = claim.target, claim.figure, claim.passage.paragraph
        if claim.is_hint or not is_laxer(figure, target.comparison, amount(target.value)):
            continue
        ordered = ordered_value(paper.facts, target.id)
        breaks = ordered is not None and is_laxer(figure, target.comparison, amount(ordered))
        whose = "văn bản chỉ đạo" if breaks else "hồ sơ của đơn vị"
        severity: Severity = "error" if breaks and claim.is_sure else "warning"
        yield _place(paragraph, figure), _laxer(paragraph, figure, whose, wanted(target), severity)


def _against_parent(paper: Paper, parent: Paper) -> Iterator[tuple[tuple[int, int], Fault]]:
    asked = [
        (unit, figure)
        for unit, _, figure in _figures(parent)
        if _comparison(figure) and not _OF_WHOLE_AREA.search(figure.clause)
    ]
    for unit, paragraph, figure in _figures(paper):
        same = [each for own, each in asked if own == unit and _is_same(figure, each)]
        if same and all(_is_less(figure, each) for each in same):
            least = next((each for each in same if each.measured == figure.measured), same[0])
            severity: Severity = "error" if least.measured == figure.measured else "warning"
            fault = _laxer(paragraph, figure, "văn bản cấp trên", f"{least.text} ({least.clause})", severity)
            yield _place(paragraph, figure), fault


def _is_less(figure: Figure, asked: Figure) -> bool:
    comparison = _comparison(asked)
    return not figure.opposes(comparison) and is_laxer(figure, comparison, asked.value)


def _figures(paper: Paper) -> Iterator[tuple[str, Paragraph, Figure]]:
    year = year_of(paper.date)
    for passage in paper.passages:
        if passage.zone in SAYING:
            for unit in _UNITS:
                for figure in figures_in(passage.line.text, unit):
                    if not is_milestone(figure, year):
                        yield unit, passage.paragraph, figure


def _is_same(figure: Figure, other: Figure) -> bool:
    if figure.measured == other.measured:
        return len(figure.measured) >= _FEW
    return len(figure.measured) >= _MANY and likeness(figure.measured, other.measured).score >= _ALIKE


def _comparison(figure: Figure) -> str:
    """Return how the parent's figure is meant; "" where that is not sure."""
    lowers = figure.measured >= _LOWER
    return figure.bound or (">=" if lowers or figure.value == _WHOLE else "")


def _place(paragraph: Paragraph, figure: Figure) -> tuple[int, int]:
    return id(paragraph), figure.start


def _laxer(paragraph: Paragraph, figure: Figure, whose: str, wish: str, severity: Severity) -> Fault:
    return Fault(paragraph, f"“{figure.text}” lỏng hơn chỉ tiêu của {whose}", figure.clause, wish, severity)
