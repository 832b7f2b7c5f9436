"""The annexes' own sections: there with an annex, gone without one, and the page right in every case.

In Word the last section's page stands at the end of the body, every other one in the last paragraph of its
section. A template has two pages: that of the main text, which upright annexes take too, and the last one.
"""

from __future__ import annotations

import copy
import re

from kegen.template.package import Element, put_before, text_of, w

_OPENING = re.compile(r"\{%p\s*(?:if annex\s.*?|for (?P<each>\w+) in annexes\s*)%\}")
_BLOCK = re.compile(r"\{%p\s*(?P<end>end)?(?:if|for)\b")
_ELSE, _END = "{% else %}", "{% endif %}"


def make_annex_section(root: Element) -> str:
    """Tie the section breaks before and between annexes, and their pages; return what a loop calls each, or ""."""
    body = root.find(w("body"))
    opening = None if body is None else _opening(body)
    if body is None or opening is None:
        return ""
    found = _OPENING.search(text_of(opening) + " ")
    each = found["each"] if found else None
    holder, last = _holder(opening), body.find(w("sectPr"))
    if holder is None or last is None:
        return each or ""
    if each and holder not in (opening, opening.getprevious()):
        opening.addprevious(holder)  # the break before the first annex is none of the loop's
    main, lying = copy.deepcopy(_page(holder)), copy.deepcopy(last)
    if each:
        _break_between(opening, main, lying, each)
    is_last_lying = "annexes and annexes[-1].orientation != 'doc'" if each else "annex"
    _choose(last, copy.deepcopy(main), is_last_lying)
    _tie_break(opening, holder, f"{{% for {each} in annexes %}}" if each else "{% if annex %}", each)
    return each or ""


def _tie_break(opening: Element, holder: Element, tag: str, each: str | None) -> None:
    """Let the break before the first annex be there with one, the tag that opens the annexes behind it."""
    page = _page(holder)
    if holder is opening:
        _strip_tag(holder, tag)
    if holder is opening or holder is opening.getprevious():
        put_before(page, "{% if annexes %}" if each else "{% if annex %}")
        page.tail = _END + (page.tail or "")


def _break_between(opening: Element, main: Element, lying: Element, each: str) -> None:
    """Put each annex's page into its last paragraph, but for that of the last one."""
    closing = _closing(opening)
    if closing is None:
        return
    end = closing.getprevious()
    if end is None or end is opening or end.tag != w("p") or text_of(end):
        end = closing.makeelement(w("p"))
        closing.addprevious(end)
    properties = end.find(w("pPr"))
    if properties is None:
        properties = end.makeelement(w("pPr"))
        end.insert(0, properties)
    properties.append(lying)
    put_before(lying, "{% if not loop.last %}")
    other = copy.deepcopy(main)
    _choose(lying, other, f"{each}.orientation != 'doc'")
    other.tail = f"{_END}{_END}"


def _opening(body: Element) -> Element | None:
    return next((p for p in body.iterchildren(w("p")) if _OPENING.search(text_of(p) + " ")), None)


def _closing(opening: Element) -> Element | None:
    """Return the paragraph with the tag that ends what the opening one begins."""
    depth = 0
    for p in (opening, *opening.itersiblings(w("p"))):
        for found in _BLOCK.finditer(text_of(p)):
            depth += -1 if found["end"] else 1
        if depth == 0:
            return p
    return None


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


def _choose(page: Element, other: Element, condition: str) -> None:
    """Put the other page beside the page: the page where the condition holds, else the other."""
    put_before(page, f"{{% if {condition} %}}")
    page.addnext(other)
    page.tail, other.tail = _ELSE, _END


def _strip_tag(holder: Element, tag: str) -> None:
    """Turn the paragraph with the tag into a bare one that carries the break; the tag goes behind it."""
    for child in list(holder):
        if child.tag != w("pPr"):
            holder.remove(child)
    holder.tail = tag + (holder.tail or "")
