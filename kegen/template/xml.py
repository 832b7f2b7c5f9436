"""Names of WordprocessingML elements, and the few questions asked of its trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return _WORD + name


def all_of(root: etree._Element, name: str) -> list[etree._Element]:
    """Return every WordprocessingML element of the name below the root, in order."""
    return list(root.iter(w(name)))


def text_of(element: etree._Element) -> str:
    """Return the text of an element's runs, joined."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def ancestors(element: etree._Element, ending: str) -> Iterator[etree._Element]:
    """Yield the ancestors whose name without its namespace is the given one, nearest first."""
    return (a for a in element.iterancestors() if etree.QName(a).localname == ending)


def keep_blanks(root: etree._Element) -> None:
    """Make every run keep the blanks at its ends and between its words."""
    for t in all_of(root, "t"):
        t.set(_XML_SPACE, "preserve")


def put_before(element: etree._Element, text: str) -> None:
    """Put text before the element, behind whatever stands there."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
