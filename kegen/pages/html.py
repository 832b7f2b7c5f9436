"""HTML in small: elements with their styles as numbers in points, all text escaped."""

from __future__ import annotations

from html import escape

_TWIPS = 20
"""Twips in a point."""


def style(**lengths: float) -> str:
    """Return a `style` attribute: each length, in twips, as the custom property of its name in points."""
    return f' style="{";".join(f"--{name}:{points(length)}" for name, length in lengths.items())}"'


def points(length: float) -> str:
    """Return a length in twips as points, with no more digits than it needs."""
    return f"{length / _TWIPS:.2f}".rstrip("0").rstrip(".")


def text(words: str) -> str:
    """Return words as HTML in which no blank collapses."""
    while "  " in words:
        words = words.replace("  ", "\u00a0 ")
    if words.startswith(" "):
        words = "\u00a0" + words[1:]
    return escape(words.replace("\u2011", "-"))
