"""The year of a target: that nearest to its figure, of the list it stands in, or of its heading."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.importing.entries import Entry

_YEAR = re.compile(r"năm\s+(20\d\d)(?!\d)", re.IGNORECASE)
OPENS_LIST = re.compile(r"năm\s+(20\d\d)[^:;.]{0,60}:\s")
"""`Phấn đấu trong năm 2026: …; …`: the year of all that is listed."""
OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi|từng|trung bình mỗi|bình quân mỗi)\s+năm\b|/năm\b", re.IGNORECASE)


class HeadingYear(NamedTuple):
    """The year of a heading and where that stands, "" for none."""

    year: str = ""
    place: str = ""


def heading_year(above: tuple[Entry, ...]) -> HeadingYear:
    """Return the last year that the nearest heading with one names."""
    years = ((each, _YEAR.findall(each.text)) for each in reversed(above))
    return next((HeadingYear(found[-1], each.place) for each, found in years if found), HeadingYear())


def year_near(clause: str, at: int) -> str:
    """Return the year that stands nearest to a place, but for those of documents that are cited."""
    found = [each for each in _YEAR.finditer(clause) if not _is_cited(clause, each.start())]
    return min(found, key=lambda each: abs(each.start() - at))[1] if found else ""


def _is_cited(clause: str, at: int) -> bool:
    near = clause[max(at - 90, 0) : at]
    cited = re.search(
        r"\b(?:theo|tại)\s+[^,;]*(?:kế hoạch|chương trình|nghị quyết|quyết định|luật|đề án)[^,;]*$", near, re.IGNORECASE
    )
    return cited is not None or re.search(r"tháng\s+\d{1,2}\s*$", near) is not None
