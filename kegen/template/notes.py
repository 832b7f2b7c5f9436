"""Footnotes: the template's sample note is repeated for each note, its reference put where each stands."""

from __future__ import annotations

import copy
import re

from lxml import etree

from kegen.template.package import Element, all_of, put_before, text_of, w

_SAMPLE = re.compile(r"\{\{\s*note\s*\}\}")
_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?P<formatting><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?<w:t(?: [^>]*)?>[^<]*?"
    r"(?P<tag>\{\{\s*(?P<of>\w+)\.text\s*(?P<case>\|\s*(?:upper|lower))?\s*\}\})",
    re.DOTALL,
)


def first_number(root: Element) -> int:
    """Return what the ids of a plan's notes start behind: the largest id of the notes that stay."""
    staying = [note for note in all_of(root, "footnote") if not _SAMPLE.search(text_of(note))]
    return max((int(note.get(w("id"), 0)) for note in staying), default=0)


def repeat_sample(root: Element, behind: int) -> None:
    """Repeat the sample note, in the footnotes part, once for each note of the plan."""
    sample = next((note for note in all_of(root, "footnote") if _SAMPLE.search(text_of(note))), None)
    if sample is not None:
        sample.set(w("id"), f"{{{{ note_number + {behind} }}}}")
        put_before(sample, "{% for note_number, note in notes %}")
        sample.tail = "{% endfor %}" + (sample.tail or "")


def take_reference(root: Element, behind: int) -> str:
    """Remove every sample reference from the body; return its run, its id a Jinja value, or ""."""
    taken = ""
    for mark in all_of(root, "footnoteReference"):
        run = mark.getparent()
        if run is None:
            continue
        model = copy.deepcopy(run)
        model.tail = None
        for reference in all_of(model, "footnoteReference"):
            reference.set(w("id"), f"{{{{ piece.note + {behind} }}}}")
        taken = taken or _NAMESPACES.sub("", etree.tostring(model, encoding="unicode"))
        _drop(run)
    return taken


def put_references(source: str, reference: str) -> str:
    """Break each `{{ p.text }}` of the source where a note stands, in the formatting of its run."""
    if not reference:
        return source
    return _RUN.sub(lambda match: _with_pieces(match, reference), source)


def _with_pieces(match: re.Match[str], reference: str) -> str:
    again = f'</w:t></w:r>{reference}<w:r>{match["formatting"] or ""}<w:t xml:space="preserve">'
    pieces = f"{{% for piece in {match['of']}.pieces %}}{{{{ piece.text{match['case'] or ''} }}}}"
    loop = f"{pieces}{{% if piece.note %}}{again}{{% endif %}}{{% endfor %}}"
    return match[0][: match.start("tag") - match.start()] + loop


def _drop(run: Element) -> None:
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)
