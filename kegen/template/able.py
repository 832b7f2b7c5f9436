"""What a prepared template can print, so that a draft in it leaves nothing out."""

from __future__ import annotations

import re
from collections.abc import Iterable


def prints_annexes(sources: Iterable[str]) -> bool:
    """Whether a template prints annexes of any number and form, not the table of tasks alone."""
    return any(re.search(r"\bannexes\b", source) for source in sources)


def prints_tables(sources: Iterable[str]) -> bool:
    """Whether a template prints tables of the body."""
    return any(".table" in source for source in sources)
