"""Styles with a smaller twin: `KH Tiêu ngữ` gives way to `KH Tiêu ngữ nhỏ` when the header is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.template.xml import all_of, w

if TYPE_CHECKING:
    from lxml import etree

_SMALLER = " nhỏ"


def choose_twins(root: etree._Element, styles: etree._Element) -> None:
    """Make the style of each paragraph that has a smaller twin depend on `header_small`."""
    twins = _twins(styles)
    for mark in all_of(root, "pStyle"):
        own = str(mark.get(w("val")))
        if own in twins:
            mark.set(w("val"), f"{{% if header_small %}}{twins[own]}{{% else %}}{own}{{% endif %}}")


def _twins(styles: etree._Element) -> dict[str, str]:
    """Return the id of the smaller twin by the id of the style; Word may change ids, never names."""
    ids = {}
    for style in all_of(styles, "style"):
        name = style.find(w("name"))
        if name is not None:
            ids[str(name.get(w("val")))] = str(style.get(w("styleId")))
    return {own: ids[name + _SMALLER] for name, own in ids.items() if name + _SMALLER in ids}
