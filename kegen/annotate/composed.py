"""A Word file with each letter and its marks as one sign (NFC), so that two files can be compared sign by sign."""

from __future__ import annotations

import unicodedata
from itertools import pairwise, takewhile

from kegen.annotate.comments import tags
from kegen.annotate.package import Archive, Element, XmlPart
from kegen.problem import KegenError

_PARAGRAPH, _TEXT = tags("p"), tags("t", "delText")


def composed(data: bytes) -> bytes:
    """Return the file with its texts precomposed; one that is so, or that is no sound file, stays to the byte."""
    try:
        archive = Archive(data)
        parts = {name: _composed_part(archive.read(name) or b"") for name in archive.names if name.endswith(".xml")}
        changed = {name: content for name, content in parts.items() if content is not None}
        return archive.changed(changed) if changed else data
    except KegenError:
        return data


def _composed_part(content: bytes) -> bytes | None:
    """Return the part with its texts precomposed, None where they are."""
    part = XmlPart(content)
    changes = [_compose(list(each.iter(*_TEXT))) for each in part.root.iter(*_PARAGRAPH)]
    return part.to_bytes() if any(changes) else None


def _compose(texts: list[Element]) -> bool:
    """Compose the texts of a paragraph, marks at the start of one with the letter before them; whether any changed."""
    before = [each.text or "" for each in texts]
    for last, each in pairwise(texts):
        marks = "".join(takewhile(unicodedata.combining, each.text or ""))
        if marks and last.text and last.tag == each.tag:
            last.text, each.text = last.text + marks, (each.text or "")[len(marks) :]
    for each in texts:
        each.text = unicodedata.normalize("NFC", each.text or "")
    return before != [each.text for each in texts]
