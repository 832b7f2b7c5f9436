"""The body of a main part without what its paragraphs say: read once for all files that have it the same."""

from __future__ import annotations

from typing import NamedTuple

from kegen.document.layout import Laid, lay_out
from kegen.document.sheets import Sheet, sheets_in
from kegen.document.styles import Styles
from kegen.document.xml import Element, W


class Frame(NamedTuple):
    """How the paragraphs of a body stand, and on what paper."""

    ordinals: dict[Element, int]
    """All paragraphs, counted as they stand in the file."""
    layout: tuple[Laid, ...]
    sheets: tuple[Sheet, ...]
    knows_pages: bool
    """Whether Word left in it where it broke the pages."""


def frame_of(body: Element, styles: Styles) -> Frame:
    """Return the frame of a body."""
    return Frame(
        ordinals=ordinals_in(body),
        layout=lay_out(styles, body),
        sheets=sheets_in(body),
        knows_pages=next(body.iter(W + "lastRenderedPageBreak"), None) is not None,
    )


def ordinals_in(root: Element) -> dict[Element, int]:
    """Return the paragraphs of a part, counted; that keeps them alive too: lxml would make new ones on each visit."""
    return {each: index for index, each in enumerate(root.iter(W + "p"))}
