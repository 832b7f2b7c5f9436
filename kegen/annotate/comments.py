"""The elements of comments: in their own part and where the main part refers to them (ECMA-376 Part 1, 17.13.4)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from kegen.annotate.package import Element, XmlPart, refused

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of Word's elements, as usual and in the strict form (ISO/IEC 29500-1 Annex A)."""
_AUTHOR, _INITIALS = "kegen", "kg"
_HIGHEST = 2**31 - 1
_SMALL = "16"
"""8 points, as Word's own style for the mark, so that it makes no line of small print taller."""
_FORBIDDEN = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 (2.2) has no way to write."""
_LINE_END = re.compile("\r\n?|\n")
_NUMBER = re.compile(r"-?[0-9]{1,10}\Z")
_NONE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{space}"/>'


def tags(*names: str) -> frozenset[str]:
    """Return the full names of Word's elements of these names, in both forms."""
    return frozenset(f"{{{space}}}{name}" for space in _SPACES for name in names)


_P_PR = tags("pPr")
_MARKS = tags("commentRangeStart", "commentRangeEnd", "commentReference", "comment")


def space_of(element: Element) -> str:
    """Return the namespace of the element, "" for none."""
    return str(element.tag)[1:].rpartition("}")[0]


def attribute(element: Element, name: str) -> str:
    """Return Word's attribute of that name, "" where the element has none."""
    return str(element.get(f"{{{space_of(element)}}}{name}", ""))


def mark(paragraph: Element, ids: Sequence[int]) -> None:
    """Put the marks of comments around what the paragraph holds: the last is the outermost, so that they nest.

    Word shows the comments in the order of their references.
    """
    space = space_of(paragraph)
    start = next((paragraph.index(each) + 1 for each in paragraph if each.tag in _P_PR), 0)
    paragraph[start:start] = [_word(space, "commentRangeStart", id=str(id_)) for id_ in reversed(ids)]
    for id_ in ids:
        reference = _word(space, "commentReference", id=str(id_))
        paragraph.extend([_word(space, "commentRangeEnd", id=str(id_)), _run(space, _small(space), reference)])


def with_comments(content: bytes | None, space: str, texts: Iterable[tuple[int, str]]) -> bytes:
    """Return the part with these comments, given by id, after those it has; None stands for a part not there yet."""
    part = XmlPart(_NONE.format(space=space).encode() if content is None else content)
    if part.root.tag not in tags("comments"):
        raise refused("có phần nhận xét không đúng cấu trúc")
    part.root.extend(_comment(space_of(part.root), id_, text) for id_, text in texts)
    return part.to_bytes()


def _comment(space: str, id_: int, text: str) -> Element:
    """Return one comment, a paragraph for each line; without a date, for nothing here knows the time."""
    paragraphs = [_paragraph(space, line) for line in _LINE_END.split(re.sub(_FORBIDDEN, "", text))]
    paragraphs[0].insert(0, _run(space, _small(space), _word(space, "annotationRef")))
    return _word(space, "comment", *paragraphs, id=str(id_), author=_AUTHOR, initials=_INITIALS)


def _paragraph(space: str, line: str) -> Element:
    contents = [content for text in line.split("\t") for content in (_word(space, "tab"), *_text(space, text))][1:]
    return _word(space, "p", *([_run(space, *contents)] if contents else []))


def _text(space: str, text: str) -> Iterator[Element]:
    if text:
        element = _word(space, "t")
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        element.text = text
        yield element


def _run(space: str, *contents: Element) -> Element:
    return _word(space, "r", *contents)


def _small(space: str) -> Element:
    return _word(space, "rPr", _word(space, "sz", val=_SMALL))


def _word(space: str, name: str, *contents: Element, **attributes: str) -> Element:
    """Return an element of Word's; where it is put in, it takes on the prefix used there."""
    own = {f"{{{space}}}{key}": value for key, value in attributes.items()}
    element = etree.Element(f"{{{space}}}{name}", own, nsmap={"w": space})
    element.extend(contents)
    return element


def ids_in(root: Element) -> frozenset[str]:
    """Return the ids of the comments in the part, or that it refers to."""
    return frozenset(attribute(each, "id") for each in root.iter(*_MARKS))


def fresh_ids(taken: Iterable[str], count: int) -> list[int]:
    """Return so many ids above the highest taken; where there is no room above (17.18.10), the lowest free ones."""
    numbers = {int(each) for each in taken if _NUMBER.match(each)}
    above = max(numbers, default=-1) + 1
    start = max(above, 0) if above + count <= _HIGHEST else 0
    return list(itertools.islice((number for number in itertools.count(start) if number not in numbers), count))
