"""Footnotes and what stands out: the sample note repeated for each, a paragraph's text printed piece by piece."""

from __future__ import annotations

import copy
import re

from lxml import etree

from kegen.template.package import Element, all_of, put_before, text_of, w

_SAMPLE = re.compile(r"\{\{\s*note\s*\}\}")
_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?P<formatting><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?<w:t(?: [^>]*)?>[^<]*?"
    r"(?P<tag>\{\{\s*(?P<of>\w+)\.(?:text|words)\s*(?P<case>\|\s*(?:upper|lower))?\s*\}\})",
    re.DOTALL,
)
_BEFORE_BOLD = re.compile(r"(?:<w:(?:rStyle|rFonts)\b[^>]*/>)*")
_BEHIND_RAISED = re.compile(r"<w:(?:rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b|<w1\d:")
_OVERRULED = re.compile(r"<w:(b|bCs|i|iCs|vertAlign)(?: [^>]*)?/>")
_BY = {
    **dict.fromkeys(("b", "bCs"), "piece.bold"),
    **dict.fromkeys(("i", "iCs"), "piece.italic"),
    "vertAlign": "piece.raised",
}


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
    """Break each `{{ p.text }}` where a note stands or it looks otherwise, in the formatting of its run."""
    if not reference:
        return source
    return _RUN.sub(lambda match: _with_pieces(match, reference), source)


def _with_pieces(match: re.Match[str], reference: str) -> str:
    formatting = match["formatting"] or ""
    again = f'<w:r>{formatting}<w:t xml:space="preserve">'
    text = f"{{{{ piece.text{match['case'] or ''} }}}}"
    other = f'</w:t></w:r><w:r>{_standing_out(formatting)}<w:t xml:space="preserve">{text}</w:t></w:r>{again}'
    note = "" if match["of"] == "cell" else f"{{% if piece.note %}}</w:t></w:r>{reference}{again}{{% endif %}}"
    loop = (
        f"{{% for piece in {match['of']}.pieces %}}{{% if piece.face %}}{other}{{% else %}}{text}{{% endif %}}{note}"
        "{% endfor %}"
    )
    either = f"{{% if {match['of']}.pieces %}}{loop}{{% else %}}{match['tag']}{{% endif %}}"
    return match[0][: match.start("tag") - match.start()] + either


def _standing_out(formatting: str) -> str:
    """Return a run's formatting with what a piece has beyond it, in the order of ECMA-376, part 1, 17.3.2.28."""
    inner = formatting.removeprefix("<w:rPr>").removesuffix("</w:rPr>") if formatting.endswith("</w:rPr>") else ""
    inner = _OVERRULED.sub(lambda found: f"{{% if not {_BY[found[1]]} %}}{found[0]}{{% endif %}}", inner)
    first = match.end() if (match := _BEFORE_BOLD.match(inner)) else 0
    late = match.start() if (match := _BEHIND_RAISED.search(inner, first)) else len(inner)
    return (
        f"<w:rPr>{inner[:first]}{{{{ piece.strokes }}}}{inner[first:late]}{{{{ piece.height }}}}{inner[late:]}</w:rPr>"
    )


def _drop(run: Element) -> None:
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)
