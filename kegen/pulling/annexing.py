"""What was changed in annexes and tables, one thing at a time: head, rows, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kegen.form.edit import AddItem, RemoveItem
from kegen.pulling.pairing import Difference
from kegen.pulling.rows import (
    annex_of,
    annex_path,
    block_path,
    part_of,
    row_changed,
)
from kegen.pulling.sentences import worded
from kegen.pulling.site import NOTHING, Candidate, Site, put, steps_of
from kegen.pulling.whole_tables import told_at_length
from kegen.vietnamese import upper_first

_HEAD: dict[str, Literal["label", "title", "reference"]] = {
    "label": "label",
    "annex-title": "title",
    "reference": "reference",
}


def of_tables(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for one thing that differs in a table of the text or in an annex."""
    slot = part_of(site, difference).slot
    if slot in _HEAD:
        yield from _annex_head(site, difference, annex_of(site, difference))
    elif slot == "row":
        yield from row_changed(site, difference)
    elif slot == "text":
        yield from _paragraph(site, difference, annex_of(site, difference))


def _annex_head(site: Site, difference: Difference, annex: int) -> Iterator[Candidate]:
    key = _HEAD[part_of(site, difference).slot]
    text = site.file_part(difference).text if difference.theirs >= 0 else "khong"
    path = annex_path(site, annex)
    if path is not None:
        known = site.at((*path, key))
        if key == "title" and isinstance(known, str) and difference.ours >= 0:
            yield from worded(site, (*path, key), site.our_part(difference).text, text)
        yield put((*path, key), text)
    elif site.ours.made.profile.annex and annex == 0:
        value = upper_first(text.lower()) if key == "title" and text.isupper() else text
        yield from told_at_length(site, {key: value})


def _paragraph(site: Site, difference: Difference, annex: int) -> Iterator[Candidate]:
    """Yield the candidates for a paragraph above or below the table of an annex."""
    path = annex_path(site, annex)
    origin = site.origin(difference.ours) if difference.ours >= 0 else None
    if path is None:
        return
    if origin is not None:
        where = (*path, *block_path(site, origin.at, path))
        if site.at(where) is NOTHING:
            return
        if difference.how == "reworded":
            new = site.file_part(difference)
            yield from (put(where, text) for text in dict.fromkeys((new.text, new.text.removesuffix("./."))))
        elif difference.how == "removed":
            yield steps_of(RemoveItem(where))
    elif difference.how == "added":
        before = _block_before(site, difference.theirs, annex)
        block = block_path(site, before, path) if before >= 0 else ("above", -1)
        if len(block) == 2:  # noqa: PLR2004 - above or below, and which
            text = site.file_part(difference).text
            yield steps_of(AddItem((*path, block[0]), text, int(block[1]) + 1))
        else:
            yield steps_of(AddItem((*path, "below"), site.file_part(difference).text, 0))


def _block_before(site: Site, theirs: int, annex: int) -> int:
    for at in range(theirs - 1, -1, -1):
        ours = site.ours_of.get(at)
        origin = site.origin(ours) if ours is not None else None
        if origin is not None and site.theirs[at].annex == annex:
            return origin.at
    return -1
