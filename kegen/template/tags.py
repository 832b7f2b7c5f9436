"""Make a template's tags whole before docxtpl reads them: none in deleted text, none across a tracked change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.template.package import Element, all_of, w

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PRINTED = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)
_DELETED = ("del", "moveFrom")
_STAND_INS = {"%": "\ufdd0", "}": "\ufdd1"}
"""Signs inside a tag at which docxtpl would end a `{%p … %}`, and what no text has, to stand for them meanwhile."""
_TO_STAND_IN = str.maketrans(_STAND_INS)
_BACK = str.maketrans({stand_in: sign for sign, stand_in in _STAND_INS.items()})


def drop_deleted_tags(root: Element) -> None:
    """Remove each tracked deletion that holds a piece of a tag or a note's number: it is not in the document."""
    for name in _DELETED:
        for deletion in all_of(root, name):
            if deletion.getparent() is not None and _has_pieces(deletion):
                _remove(deletion)


def flatten_elsewhere(root: Element) -> None:
    """Let each value printed where no text runs, as in a field or a shape's description, be one plain line."""
    for element in root.iter(w("*"), "{*}*"):
        for name, value in element.items():
            if "{{" in value:
                element.set(name, _flat(value))
        if element.tag != w("t") and element.text and "{{" in element.text:
            element.text = _flat(element.text)


def join_tags(root: Element) -> None:
    """Put each tag that lies in more than one run of a tracked change, a link … into the first of its runs."""
    for paragraph in all_of(root, "p"):
        texts = [t for t in paragraph.iter(w("t")) if next(t.iterancestors(w("p"))) is paragraph]
        joined = "".join(t.text or "" for t in texts)
        for match in reversed(list(_TAG.finditer(joined))) if "{" in joined else ():
            _settle(texts, match)


def restored(source: str) -> str:
    """Return the source with the signs that `join_tags` hid from docxtpl."""
    return source.translate(_BACK)


def _has_pieces(deletion: Element) -> bool:
    text = "".join(deletion.itertext())
    return "{" in text or "}" in text or next(deletion.iter(w("footnoteReference")), None) is not None


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _flat(text: str) -> str:
    return _PRINTED.sub(r"{{ (\1)|flat }}", text)


def _settle(texts: list[Element], match: re.Match[str]) -> None:
    """Put the tag into its first run if its runs stand in different elements; hide the signs docxtpl ends it at."""
    inner = match[0][2:-2]
    hidden = match[0][:2] + inner.translate(_TO_STAND_IN) + match[0][-2:] if match[0][1] == "%" else match[0]
    pieces = list(_pieces(texts, match.start(), match.end()))
    homes = {piece.getparent().getparent() for piece, _, _ in pieces}
    if len(homes) == 1 and hidden == match[0]:
        return
    for at, (piece, start, end) in enumerate(pieces):
        text = piece.text or ""
        piece.text = text[:start] + ("" if at else hidden) + text[end:]


def _pieces(texts: list[Element], start: int, end: int) -> Iterator[tuple[Element, int, int]]:
    """Yield each text that holds some of the joined text from start to end, and from where to where in it."""
    at = 0
    for t in texts:
        size = len(t.text or "")
        if at < end and at + size > start:
            yield t, max(start - at, 0), min(end - at, size)
        at += size
