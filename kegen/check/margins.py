"""Margins of the page against the spans of the decree (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kegen.check.paper import Paper
from kegen.check.rule import Fault
from kegen.document.lengths import Length, mm

Edge = Literal["top", "bottom", "left", "right"]
_NAMES: dict[Edge, str] = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}
_TOLERANCE = mm(0.5)
"""Word stores 15 mm as 850 or 851 twips; the decree's own annex is a fraction of a millimetre off."""


def margin_faults(paper: Paper, edge: Edge, least: float, most: float) -> Iterator[Fault]:
    """Yield a fault for each upright section whose margin is out of the span in mm."""
    for number, section in enumerate(paper.document.sections, 1):
        page = section.page
        width: Length = getattr(page, edge)
        if edge == "left":
            width = Length(width + page.gutter)
        if page.is_landscape or mm(least) - _TOLERANCE <= width <= mm(most) + _TOLERANCE:
            continue
        name = _NAMES[edge]
        found = f"{width.mm:.1f}".replace(".", ",").removesuffix(",0")
        where = f"{name}, phần {number}"
        yield Fault(where, f"{name} rộng {found} mm", f"{found} mm", f"từ {least:g} đến {most:g} mm")
