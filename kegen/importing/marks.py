"""The number or list mark that a paragraph begins with: which series it goes on, and as which of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.vietnamese import POINT_LETTERS, roman_value

_LONGEST_PART = 120
"""A longer paragraph only speaks of a Phần or Chương."""
_TIET = 20
_ORDER = {
    "phan": 0, "chuong": 10, "muc": 20, "chu-hoa": 30, "la-ma": 40, "chu-in": 40, "dieu": 45, "so": 50, "chu": 80,
    "ngoac": 85, "-": 90, "•": 92, "*": 93, "+": 95, "": 100,
}  # fmt: skip
"""How deep each series of marks stands as a rule: `Phần I`, `Chương I`, `Mục 1`, `A.`, `I.`, a line in capitals,
`Điều 1`, `1.`, `1.1.` and farther in (51, 52 …), `a)`, `(1)`, `-`, `•`, `*`, `+`, no mark."""
_PATTERNS = (
    ("phan", re.compile(r"(?i)(Phần\s+(?:thứ\s+\w+|[IVXLC]+|\d{1,2}))(?=[\s.:]|$)[.:]?\s*")),
    ("chuong", re.compile(r"(?i)(Chương\s+[IVXLC\d]+)(?=[\s.:]|$)[.:]?\s*")),
    ("muc", re.compile(r"(Mục\s+(?:[IVXLC]+|\d{1,2}))(?:[.:]\s*|$)")),
    ("dieu", re.compile(r"(Điều\s+\d{1,3}[.:])\s*")),
    ("tiet", re.compile(r"((?:[IVXLC]+|[A-H]|\d{1,2})(?:\.\d{1,2}){1,5}[.)]?)(?:\s+|$)(?![/%])")),
    ("la-ma", re.compile(r"([IVXLC]{1,7}\s?[.)/])\s*(?=\D|$)|([IVXLC]{1,7}\s?[-–:])\s+(?=\D)")),
    ("chu-hoa", re.compile(r"([A-HĐ]\s?[.)/])\s+(?=\w)|([A-HĐ]\s?[-–])\s+(?=\w)")),
    ("so", re.compile(r"(\d{1,2}\s?[.)])(?!\d)\s*|(\d{1,2}\s?/)\s+|(\d{1,2}[-–])\s+(?=[^\W\d])")),
    ("chu", re.compile(r"([a-zđ]{1,2}\s?\))\s*|([a-zđ]\s?[./])\s+")),
    ("ngoac", re.compile(r"(\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\))\s*")),
    ("-", re.compile(r"([-–—−])\s*")),
    ("•", re.compile(r"([•▪●■□○◦➢✓→·\ue000-\uf8ff])\s*|(o)\s+(?=[A-ZĐ])")),
    ("*", re.compile(r"(\*)\s*")),
    ("+", re.compile(r"(\+)\s*")),
)
"""Each series and how a mark of it looks, and what parts it from the words."""
_AMBIGUOUS = frozenset("CDILVX")
"""Letters that are Roman numbers too."""


class Mark(NamedTuple):
    """A mark taken apart; `series` is "" where there is none."""

    series: str
    text: str
    """As printed, `II.`."""
    length: int
    """How many characters of the paragraph it takes, with the blank after it."""
    number: int
    """Which of its series it is, from 1; 0 where it does not count (`-`)."""


def order_of(series: str) -> int:
    """Return how deep marks of a series stand as a rule."""
    if series.startswith("tiet-"):
        return _ORDER["so"] + int(series.removeprefix("tiet-"))
    return _ORDER[series]


NO_MARK = Mark("", "", 0, 0)


def mark_of(text: str) -> Mark:
    """Return the mark that a paragraph begins with."""
    for series, pattern in _PATTERNS:
        found = pattern.match(text)
        if found is not None and not (series in ("phan", "chuong", "muc") and len(text) > _LONGEST_PART):
            mark = next(each for each in found.groups() if each)
            depth = min(mark.strip(".)").count("."), _TIET)
            return Mark(f"tiet-{depth}" if series == "tiet" else series, mark, found.end(), _number(series, mark))
    return NO_MARK


def as_letter(mark: Mark) -> Mark | None:
    """Return a Roman number as the capital letter that it can be as well: `C.` after `B.`."""
    letter = mark.text[:1]
    if mark.series != "la-ma" or letter not in _AMBIGUOUS or mark.text[1:2].isalpha():
        return None
    return mark._replace(series="chu-hoa", number=ord(letter) - ord("A") + 1)


def _number(series: str, mark: str) -> int:
    word = re.sub(r"[^\w]", " ", mark).split()[-1:]
    last = word[0] if word else ""
    if series in ("-", "•", "*", "+"):
        return 0
    if last.isdecimal():
        return int(last)
    if series in ("la-ma", "phan", "chuong", "muc"):
        return roman_value(last)
    if series == "chu-hoa":
        return 1 if not last.isascii() else ord(last) - ord("A") + 1
    return POINT_LETTERS.find(last) + 1
