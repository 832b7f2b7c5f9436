"""Which font each letter of a run takes: one for ASCII, one for all others (ECMA-376 Part 1, 17.3.2.26)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kegen.document.lines import Line
from kegen.document.model import Run

_OLD = re.compile(r"(?i)^\.vn|^vn(time|arial|exotic|avant|book|century|comm|cour|tekno|univers|3d|black|memo)|^vni[- ]")


@lru_cache(maxsize=64)
def is_of_old_encoding(font: str) -> bool:
    """Whether the font is one of TCVN3 or VNI, whose letters are no Unicode."""
    return _OLD.search(font) is not None


def fonts_of(line: Line) -> tuple[tuple[str, str], ...]:
    """Return font and text of each run of a line that shows letters; "" for a font the file does not tell."""
    return tuple([(font, run.text.strip()) for run in line.runs for font in _fonts(run)])


def _fonts(run: Run) -> Iterator[str]:
    if any(c.isascii() and not c.isspace() for c in run.text):
        yield run.face.font
    if any(c.isalpha() and not c.isascii() for c in run.text):
        yield run.face.font_other
