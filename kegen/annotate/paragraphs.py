"""The paragraphs of the main part, and which of them can bear a comment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kegen.annotate.refusal import refused
from kegen.annotate.scan import Element, scan

_BARRED = frozenset({"w:txbxContent", "w:drawing", "w:pict", "w:object", "mc:Fallback"})
"""Word takes no comments in text boxes, and reads no `Fallback` where it understands the `Choice` (Part 3, 7.6)."""
_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})
_WANTED = frozenset({"w:document", "w:p", "w:pPr", "w:tc", "w:vMerge"}) | _BARRED | _MARKS
_NONE = -1


class Body(NamedTuple):
    """What of the main part matters to comments."""

    root: Element
    paragraphs: tuple[Element, ...]
    """All of them, in document order."""
    starts: tuple[int, ...]
    """Where the content of each begins: after its properties."""
    homes: tuple[int, ...]
    """For each the paragraph that bears its comments: itself, or one of the body around or before it."""
    ids: frozenset[str]
    """The comments it refers to."""

    @property
    def first(self) -> int:
        """The first paragraph that can bear a comment."""
        return min(self.homes)


def read_body(data: bytes) -> Body:
    """Return the paragraphs of the main part; raises KegenError where none can bear a comment."""
    elements = scan(data, _WANTED)
    if not elements or elements[0].name != "w:document":
        raise refused("không có phần nội dung của một văn bản Word")
    indexes = [index for index, each in enumerate(elements) if each.name == "w:p"]
    properties = {each.parent: each.end for each in elements if _is_properties(each, elements)}
    return Body(
        root=elements[0],
        paragraphs=tuple(elements[index] for index in indexes),
        starts=tuple(properties.get(index, elements[index].inner) for index in indexes),
        homes=_homes(elements),
        ids=frozenset(each.attributes.get("w:id", "") for each in elements if each.name in _MARKS),
    )


def _is_properties(element: Element, elements: list[Element]) -> bool:
    """Whether it is the `w:pPr` of a paragraph, not the former one that a tracked change keeps (17.13.5.29)."""
    around = elements[element.parent]
    return element.name == "w:pPr" and around.name == "w:p" and element.depth == around.depth + 1


def _is_covered(element: Element, elements: list[Element]) -> bool:
    """Whether it says of a cell that the one above stretches over it (17.4.84), so that nothing in it is shown."""
    if element.name != "w:vMerge" or element.attributes.get("w:val") == "restart":
        return False
    around = elements[element.parent]
    return around.name == "w:tc" and element.depth == around.depth + 2


def _homes(elements: list[Element]) -> tuple[int, ...]:
    """Return for each paragraph the outermost one around it, else the one of the body before it, else the first."""
    homes: list[int] = []
    last = _NONE
    for home in _own_homes(elements):
        last = max(last, home)
        homes.append(last if home == _NONE else home)
    if last == _NONE:
        raise refused("không có đoạn văn nào để gắn nhận xét")
    first = min(home for home in homes if home != _NONE)
    return tuple(first if home == _NONE else home for home in homes)


def _own_homes(elements: list[Element]) -> Iterator[int]:
    """Yield for each paragraph itself or the outermost one around it, -1 where neither can bear a comment."""
    around: list[tuple[int, bool]] = []
    count = 0
    for each in elements:
        home, is_barred = around[each.parent] if each.parent >= 0 else (_NONE, False)
        is_barred = is_barred or each.name in _BARRED
        if _is_covered(each, elements):
            around[each.parent] = (home, True)
        if each.name == "w:p":
            home = count if home == _NONE and not is_barred else home
            count += 1
            yield home
        around.append((home, is_barred))
