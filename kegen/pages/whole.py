"""All pages of a draft in one HTML file that needs nothing else: for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kegen.pages.html import text
from kegen.pages.pages import OutlineEntry, Pages

_HERE = Path(__file__).parent
_GENERATOR = '<meta name="generator" content="kegen preview">'
_HEAD = f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n{_GENERATOR}\n'
"""How such a file begins; a program in which somebody edits it writes another head."""


def pages_css() -> str:
    """Return the style sheet of the pages: whatever shows them needs it."""
    return (_HERE / "pages.css").read_text(encoding="utf-8")


def whole_html(pages: Pages, title: str) -> str:
    """Return the HTML document of all pages with the outline beside them; `title` is plain text."""
    css = pages_css() + (_HERE / "whole.css").read_text(encoding="utf-8")
    sections = "\n".join(page.html for page in pages.pages)
    return (
        f"{_HEAD}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{css}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#trang-1">Đến trang đầu</a>\n<div class="beside">\n{outline_html(pages.outline)}\n'
        f'<main class="pages" aria-label="Các trang của văn bản">\n{sections}\n</main>\n</div>\n</body>\n</html>\n'
    )


def is_whole_html(data: bytes) -> bool:
    """Whether a file is one that `whole_html` made."""
    return data.startswith(_HEAD.encode("utf-8"))


def outline_html(outline: Iterable[OutlineEntry]) -> str:
    """Return the headings as a list of links to their paragraphs; folded on a small screen, where the pages come first.

    There are two, of which one is shown: without a script, none can be open on one screen and folded on the other.
    """
    entries = "".join(
        f'<li class="level-{each.level}"><a href="#p{each.paragraph}">{text(each.text)}</a></li>' for each in outline
    )
    folded = f"<details><summary>Mục lục</summary><ol>{entries}</ol></details>"
    return (
        f'<nav class="outline if-wide" aria-label="Mục lục"><p>Mục lục</p><ol>{entries}</ol></nav>\n'
        f'<nav class="outline if-narrow" aria-label="Mục lục">{folded}</nav>'
    )
