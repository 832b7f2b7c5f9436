"""The XML of comments: in their own part and where the main part refers to them (ECMA-376 Part 1, 17.13.4)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from kegen.annotate.part import Part, inside
from kegen.annotate.refusal import refused
from kegen.annotate.scan import Element, scan

_AUTHOR, _INITIALS = "kegen", "kg"
_HIGHEST = 2**31 - 1
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) has no way to write."""
_LINE_END = re.compile("\r\n?|\n")
_NUMBER = re.compile(r"-?[0-9]{1,10}\Z")
_MARK = '<{w}:r{declared}><{w}:rPr><{w}:sz {w}:val="16"/></{w}:rPr>{inner}</{w}:r>'
"""Of 8 points, as Word's own style for the mark, so that it makes no line of small print taller."""
_NEW = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{space}">{inner}</w:comments>'


class _Spelling(NamedTuple):
    """How the elements to add are spelled beside others of that namespace."""

    prefix: str
    declaration: str
    """Where the namespace is only the default one: attributes need a prefix all the same (17.13.4.2: `w:id`)."""


def spelling(element: Element) -> _Spelling:
    """Return the spelling of what comes to stand in the element."""
    return _Spelling(element.prefix or "w", "" if element.prefix else f' xmlns:w="{element.space}"')


def opening(spelled: _Spelling, ids: Sequence[int]) -> str:
    """Return the marks at the start of a paragraph; the last comment is the outermost, so that marks nest."""
    w, declared = spelled
    return "".join(f'<{w}:commentRangeStart{declared} {w}:id="{id_}"/>' for id_ in reversed(ids))


def closing(spelled: _Spelling, ids: Sequence[int]) -> str:
    """Return the marks at the end of a paragraph; Word shows the comments in the order of these references."""
    w, declared = spelled
    tied = (
        f'<{w}:commentRangeEnd{declared} {w}:id="{id_}"/>'
        + _MARK.format(w=w, declared=declared, inner=f'<{w}:commentReference {w}:id="{id_}"/>')
        for id_ in ids
    )
    return "".join(tied)


def comment(spelled: _Spelling, id_: int, text: str) -> str:
    """Return one comment, a paragraph for each line; without a date, for nothing here knows the time."""
    w, declared = spelled
    marks = itertools.chain([_MARK.format(w=w, declared="", inner=f"<{w}:annotationRef/>")], itertools.repeat(""))
    lines = _LINE_END.split(_FORBIDDEN.sub("", text))
    paragraphs = "".join(f"<{w}:p>{mark}{_run(w, line)}</{w}:p>" for mark, line in zip(marks, lines, strict=False))
    said = f'{w}:id="{id_}" {w}:author="{_AUTHOR}" {w}:initials="{_INITIALS}"'
    return f"<{w}:comment{declared} {said}>{paragraphs}</{w}:comment>"


def _run(w: str, line: str) -> str:
    texts = (f'<{w}:t xml:space="preserve">{escape(each)}</{w}:t>' if each else "" for each in line.split("\t"))
    content = f"<{w}:tab/>".join(texts)
    return content and f"<{w}:r>{content}</{w}:r>"


def new_comments(space: str, texts: Iterable[tuple[int, str]]) -> bytes:
    """Return a part with these comments."""
    inner = "".join(comment(_Spelling("w", ""), id_, text) for id_, text in texts)
    return _NEW.format(space=space, inner=inner).encode()


def more_comments(part: Part, texts: Iterable[tuple[int, str]]) -> bytes:
    """Return the part with these comments after those it has."""
    root = _root(scan(part.data, {"w:comments"}))
    spelled = spelling(root)
    return part.with_added(inside(root, "", "".join(comment(spelled, id_, text) for id_, text in texts)))


def ids_in(part: Part) -> frozenset[str]:
    """Return the ids of the comments in the part."""
    return frozenset(each.attributes.get("w:id", "") for each in scan(part.data, {"w:comment"}))


def fresh_ids(taken: Iterable[str], count: int) -> list[int]:
    """Return so many ids above the highest taken; where there is no room above (17.18.10), the lowest free ones."""
    numbers = {int(each) for each in taken if _NUMBER.match(each)}
    above = max(numbers, default=-1) + 1
    start = max(above, 0) if above + count <= _HIGHEST else 0
    return list(itertools.islice((number for number in itertools.count(start) if number not in numbers), count))


def _root(found: list[Element]) -> Element:
    if not found or found[0].depth != 1:
        raise refused("có phần nhận xét không đúng cấu trúc")
    return found[0]
