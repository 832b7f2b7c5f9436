"""Footnotes, and the remarks that people left in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from kegen.document.blocks import read_blocks
from kegen.document.model import Comment, Note
from kegen.document.xml import Element, W

if TYPE_CHECKING:
    from kegen.document.reading import Reading

_SPECIAL = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_footnotes(reading: Reading) -> tuple[Note, ...]:
    """Return the footnotes and endnotes, without the lines Word keeps among them to set them off."""
    return (*_notes(reading, "footnotes", _footnotes), *_notes(reading, "endnotes", _endnotes))


def _notes(reading: Reading, kind: str, read: Callable[[Reading, Element], tuple[Note, ...]]) -> tuple[Note, ...]:
    target = reading.target(kind)
    return () if target is None else reading.whole(target, read) or ()


def _footnotes(reading: Reading, root: Element) -> tuple[Note, ...]:
    return tuple(_of(reading, root.iterchildren(W + "footnote")))


def _endnotes(reading: Reading, root: Element) -> tuple[Note, ...]:
    return tuple(_of(reading, root.iterchildren(W + "endnote")))


def _of(reading: Reading, elements: Iterable[Element]) -> Iterator[Note]:
    for element in elements:
        id = element.get(W + "id", "")  # noqa: A001 - the word of the standard
        if element.get(W + "type") not in _SPECIAL and id.lstrip("-").isdigit():
            yield Note(int(id), read_blocks(reading, element))


def read_comments(reading: Reading) -> tuple[Comment, ...]:
    """Return the comments in the order of their part."""
    target = reading.target("comments")
    return () if target is None else reading.whole(target, _comments) or ()


def _comments(_: Reading, root: Element) -> tuple[Comment, ...]:
    return tuple(
        Comment(each.get(W + "author", ""), "".join(t.text or "" for t in each.iter(W + "t")))
        for each in root.iterchildren(W + "comment")
    )
