"""Lengths with their unit in the type: a number of EMU that can be asked for mm, pt or twips."""

from __future__ import annotations

_EMU_PER_TWIP = 635
_EMU_PER_POINT = 12_700
_EMU_PER_MM = 36_000


class Length(int):
    """A length in English Metric Units (ECMA-376 Part 1, 20.1.2.1): 36,000 a mm, 12,700 a pt, 635 a twip."""

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self / _EMU_PER_MM

    @property
    def pt(self) -> float:
        """The length in points."""
        return self / _EMU_PER_POINT

    @property
    def twips(self) -> float:
        """The length in twentieths of a point."""
        return self / _EMU_PER_TWIP


ZERO = Length(0)
_PER_UNIT = {"mm": 36_000, "cm": 360_000, "in": 914_400, "pt": 12_700, "pc": 152_400, "pi": 152_400, "px": 9_525}


def twips(count: float) -> Length:
    """Return the length of that many twips."""
    return Length(round(count * _EMU_PER_TWIP))


def mm(count: float) -> Length:
    """Return the length of that many millimetres."""
    return Length(round(count * _EMU_PER_MM))


def points(count: float) -> Length:
    """Return the length of that many points."""
    return Length(round(count * _EMU_PER_POINT))


def read_length(text: str | None, per_unit: int = _EMU_PER_TWIP) -> Length | None:
    """Read `720` (in units of `per_unit` EMU), `12.7mm` or `36pt` (22.9.2.15); None for no length."""
    if not text:
        return None
    number, factor = text.strip(), per_unit
    if number[-2:] in _PER_UNIT:
        number, factor = number[:-2], _PER_UNIT[number[-2:]]
    try:
        return Length(round(float(number) * factor))
    except (ValueError, OverflowError):
        return None
