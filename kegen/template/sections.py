"""The annex's own section: there with the annex, gone without it, and the page right in both cases.

In Word the last section's page stands at the end of the body, every other one in the last paragraph of its
section. Without the annex the main section becomes the last one, so its page must move to the end.
"""

from __future__ import annotations

import copy
import re

from kegen.template.package import Element, put_before, text_of, w

_IF_ANNEX = re.compile(r"\{%p\s*if annex\s.*?%\}")
_IF, _ELSE, _END = "{% if annex %}", "{% else %}", "{% endif %}"


def make_annex_section(root: Element) -> None:
    """Tie the section break before the annex, and the annex's page, to `annex`."""
    body = root.find(w("body"))
    opening = None if body is None else _opening(body)
    if body is None or opening is None:
        return
    holder = _holder(opening)
    last = body.find(w("sectPr"))
    if holder is None or last is None:
        return
    page = _page(holder)
    _choose_last_page(last, copy.deepcopy(page))
    if holder is opening:
        _strip_tag(holder)
    if holder is opening or holder is opening.getprevious():
        put_before(page, _IF)
        page.tail = _END + (page.tail or "")


def _opening(body: Element) -> Element | None:
    return next((p for p in body.iterchildren(w("p")) if _IF_ANNEX.search(text_of(p) + " ")), None)


def _holder(opening: Element) -> Element | None:
    """Return the paragraph with the section break: the tag's own, the one before, or the first behind."""
    before = opening.getprevious()
    near = [opening, *([] if before is None else [before]), *opening.itersiblings(w("p"))]
    return next((p for p in near if p.find(f"{w('pPr')}/{w('sectPr')}") is not None), None)


def _page(holder: Element) -> Element:
    page = holder.find(f"{w('pPr')}/{w('sectPr')}")
    if page is None:
        raise AssertionError  # the holder was chosen for having one
    return page


def _choose_last_page(last: Element, main: Element) -> None:
    put_before(last, _IF)
    last.addnext(main)
    last.tail, main.tail = _ELSE, _END


def _strip_tag(holder: Element) -> None:
    """Turn the paragraph with the tag into a bare one that carries the break; the tag goes behind it."""
    for child in list(holder):
        if child.tag != w("pPr"):
            holder.remove(child)
    holder.tail = _IF + (holder.tail or "")
