"""Numbers and marks: of headings by their depth, of items in a list, and those that an officer typed."""

from __future__ import annotations

import re
from collections import Counter

from kegen.profile.scalars import AS_TYPED
from kegen.vietnamese import point_letter, roman

NONE = "khong"
_BY_DEPTH = ("I.", "1.", "1.1.", "a)")
_CAPITALS = ("I.", "A.", NONE)
_BELOW = {"1.": "a)", "a)": "-", "-": "+"}
_TYPED = r"(?:[IVXLC]+\.|[A-ZĐ]\.|\d+(?:\.\d+)*\.|\d+(?:\.\d+)+|\d+\)|[a-zđ]{1,2}\)|[-+–•])\s+"
_TYPED_POINT = re.compile(r"[-+•]\s+")


class Numbering:
    """Numbers siblings one after another; each kind of mark runs for itself."""

    def __init__(self, above: str = "") -> None:
        self._above = above
        self._counts: Counter[str] = Counter()

    def next(self, mark: str) -> str:
        """Return the mark of the next sibling as it is printed, with the blank after it; "" for none."""
        self._counts[mark] += 1
        return _printed(mark, self._counts[mark], self._above)

    def figure(self, mark: str) -> str:
        """Return the number of the last sibling with that mark, as `1.1.` goes on with it: `2`, `2.1`."""
        if mark == "1.1.":
            return _joined(self._above, self._counts[mark])
        return str(self._counts[mark]) if mark in {"I.", "A.", "1."} else self._above


def _printed(mark: str, number: int, above: str) -> str:
    if mark in {NONE, AS_TYPED}:
        return ""
    if mark in {"A.", "a)"}:
        letter = point_letter(number - 1)
        return f"{letter.upper()}. " if mark == "A." else f"{letter}) "
    if mark == "I.":
        return f"{roman(number)}. "
    if mark in {"1.", "1.1."}:
        return f"{number if mark == '1.' else _joined(above, number)}. "
    return f"{mark} "


def _joined(above: str, number: int) -> str:
    return f"{above}.{number}" if above else str(number)


def heading_mark(depth: int) -> str:
    """Return the mark that headings of a depth, from 1, usually have (NĐ 30, Phụ lục I, II.5)."""
    return _BY_DEPTH[depth - 1] if depth <= len(_BY_DEPTH) else "-"


def is_in_capitals(depth: int, mark: str) -> bool:
    """Whether a heading is printed in capitals: an outermost one, but where its mark is that of a deeper one."""
    return depth == 1 and mark in _CAPITALS


def below(mark: str) -> str:
    """Return the mark one step below a mark that would else stand over itself."""
    return _BELOW.get(mark, mark)


def point_mark(printed: str, index: int) -> str:
    """Return the mark of a point, one step below that of its item (Phụ lục I, II.5: khoản, điểm, then dashes)."""
    if re.match(r"\d", printed):
        return f"{point_letter(index)}) "
    return "+ " if printed.startswith("-") else "- "


def without_point_mark(text: str) -> str:
    """Return a point without the dash that an officer types before it: the plan writes its own."""
    return _TYPED_POINT.sub("", text) if _TYPED_POINT.match(text) else text


def without_mark(text: str) -> str:
    """Return a text that was typed with its number or mark without it."""
    found = re.match(_TYPED, text)
    return text[found.end() :] if found else text
