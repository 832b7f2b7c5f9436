"""Footnotes, and the remarks that people left in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.blocks import read_blocks
from kegen.document.model import Comment, Note
from kegen.document.xml import W

if TYPE_CHECKING:
    from kegen.document.package import Relationship
    from kegen.document.reading import Reading

_SPECIAL = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_footnotes(reading: Reading, related: dict[str, Relationship]) -> tuple[Note, ...]:
    """Return the footnotes and endnotes, without the lines Word keeps among them to set them off."""
    notes: list[Note] = []
    for kind in ("footnote", "endnote"):
        target = next((each for each in related.values() if each.kind == f"{kind}s" and not each.outside), None)
        root = None if target is None else reading.package.tree(target.target)
        if target is None or root is None:
            continue
        reading.enter(target.target, root)
        for element in root.iterchildren(W + kind):
            id = element.get(W + "id", "")  # noqa: A001 - the word of the standard
            if element.get(W + "type") not in _SPECIAL and id.lstrip("-").isdigit():
                notes.append(Note(int(id), read_blocks(reading, element)))
    return tuple(notes)


def read_comments(reading: Reading, related: dict[str, Relationship]) -> tuple[Comment, ...]:
    """Return the comments in the order of their part."""
    root = reading.part(related, "comments")
    found = () if root is None else root.iterchildren(W + "comment")
    return tuple(
        Comment(each.get(W + "author", ""), "".join(t.text or "" for t in each.iter(W + "t"))) for each in found
    )
