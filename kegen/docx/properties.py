"""The formatting that one `w:rPr` or `w:pPr` states, nothing of what it inherits; the fonts that a theme name means."""

from __future__ import annotations

from typing import Any, NamedTuple

from kegen.docx.lengths import ZERO, Length, read_length
from kegen.docx.model import Border, TabStop
from kegen.docx.xml import A, Element, W, is_on, whole_number

Stated = dict[str, Any]
"""Fields of Face, or of ParagraphFormat and Spacing, by name: those that are stated."""

TOGGLES = {
    "b": "bold",
    "i": "italic",
    "caps": "caps",
    "smallCaps": "small_caps",
    "strike": "strike",
    "vanish": "hidden",
}
"""The properties that style levels turn on and off in turn (17.7.3)."""
_EMU_PER_HALF = 6350
"""Sizes are told in half points (17.3.2.38)."""
_LARGEST_SIZE = 1638
"""In points: Word sets no larger characters."""


class Theme(NamedTuple):
    """The theme's font for headings (major) and for body text (minor); "" where the file does not say."""

    major: str = ""
    minor: str = ""

    def font(self, name: str) -> str:
        """Return the font that a theme name such as `minorHAnsi` (ST_Theme, 17.18.96) stands for."""
        return self.major if name.startswith("major") else self.minor


def read_theme(root: Element | None, settings: Element | None) -> Theme:
    """Return the fonts of a theme part for the language the settings name.

    Why the language: under `w:themeFontLang` vi-VN Word takes the theme's face for the script Viet, mostly Times
    New Roman, where the theme's own latin face is Cambria or Calibri.
    """
    if root is None:
        return Theme()
    language = None if settings is None else settings.find(W + "themeFontLang")
    is_vietnamese = language is not None and language.get(W + "val", "").lower().startswith("vi")
    return Theme(*(_face(root, which, is_vietnamese=is_vietnamese) for which in ("majorFont", "minorFont")))


def _face(root: Element, which: str, *, is_vietnamese: bool) -> str:
    fonts = root.find(f".//{A}{which}")
    if fonts is None:
        return ""
    latin = fonts.find(A + "latin")
    face = "" if latin is None else latin.get("typeface", "")
    if not is_vietnamese:
        return face
    own = next(
        (each.get("typeface", "") for each in fonts.iterchildren(A + "font") if each.get("script") == "Viet"), ""
    )
    return own or face


def stated_characters(element: Element | None, theme: Theme) -> Stated:
    """Return what a `w:rPr` (17.3.2.28) states."""
    stated: Stated = {}
    for child in () if element is None else element:
        name = child.tag.rpartition("}")[2]
        if name in TOGGLES:
            stated[TOGGLES[name]] = is_on(child)
        elif name in _CHARACTERS:
            _CHARACTERS[name](stated, child, theme)
    return stated


def _fonts(stated: Stated, child: Element, theme: Theme) -> None:
    for slot, field in (("ascii", "font"), ("hAnsi", "font_other")):
        themed, named = child.get(f"{W}{slot}Theme"), child.get(W + slot)
        if themed:  # a theme name beside a plain one wins (17.3.2.26)
            stated[field] = theme.font(themed)
        elif named:
            stated[field] = named


def _size(stated: Stated, child: Element, _: Theme) -> None:
    size = read_length(child.get(W + "val"), _EMU_PER_HALF)
    if size is not None and 0 < size.pt <= _LARGEST_SIZE:
        stated["size"] = size.pt


def _underline(stated: Stated, child: Element, _: Theme) -> None:
    stated["underline"] = child.get(W + "val", "single") != "none"


def _colour(stated: Stated, child: Element, _: Theme) -> None:
    stated["colour"] = child.get(W + "val") or "auto"


def _highlight(stated: Stated, child: Element, _: Theme) -> None:
    kind = child.get(W + "val", "none")
    stated["highlight"] = "" if kind == "none" else kind


def _raised(stated: Stated, child: Element, _: Theme) -> None:
    kind = child.get(W + "val", "baseline")
    stated["raised"] = kind if kind in ("superscript", "subscript") else ""


def _character_spacing(stated: Stated, child: Element, _: Theme) -> None:
    length = read_length(child.get(W + "val"))
    if length is not None:
        stated["spacing"] = length.pt


def _scale(stated: Stated, child: Element, _: Theme) -> None:
    share = whole_number(child.get(W + "val", "").removesuffix("%"))
    if share is not None and 0 < share <= _WIDEST:
        stated["scale"] = share / 100


_WIDEST = 600
"""Word stretches characters to six times their width at most (17.18.95)."""
_CHARACTERS = {
    "spacing": _character_spacing,
    "w": _scale,
    "rFonts": _fonts,
    "sz": _size,
    "u": _underline,
    "color": _colour,
    "highlight": _highlight,
    "vertAlign": _raised,
}


_ALIGNMENTS = {
    **{kind: kind for kind in ("left", "center", "right", "both", "distribute")},
    "start": "left",
    "end": "right",
    "numTab": "left",
    "thaiDistribute": "distribute",
    **dict.fromkeys(("lowKashida", "mediumKashida", "highKashida"), "both"),
}
"""The kinds of alignment (ST_Jc, 17.18.44); what is none of them states nothing."""
_LINE_RULES = frozenset({"auto", "exact", "atLeast"})
_BODY_LEVEL = 9


def stated_paragraph(element: Element | None) -> Stated:
    """Return what a `w:pPr` (17.3.1.26) states."""
    stated: Stated = {}
    for child in () if element is None else element:
        read = _PARAGRAPH.get(child.tag.rpartition("}")[2])
        if read is not None:
            read(stated, child)
    return stated


def _alignment(stated: Stated, child: Element) -> None:
    kind = _ALIGNMENTS.get(child.get(W + "val", "left"))
    if kind is not None:
        stated["alignment"] = kind


def indents(child: Element) -> Stated:
    """Return what a `w:ind` (17.3.1.12) states; a hanging indent is a negative first line."""
    stated: Stated = {}
    for field, names in (("left", ("left", "start")), ("right", ("right", "end")), ("first_line", ("firstLine",))):
        lengths = (read_length(child.get(W + name)) for name in names)
        length = next((each for each in lengths if each is not None), None)
        if length is not None:
            stated[field] = length
    hanging = read_length(child.get(W + "hanging"))
    if hanging is not None:  # beside a firstLine, it wins (17.3.1.12)
        stated["first_line"] = Length(-hanging)
    return stated


def _indents(stated: Stated, child: Element) -> None:
    stated.update(indents(child))


def _spacing(stated: Stated, child: Element) -> None:
    for field in ("before", "after"):
        if child.get(f"{W}{field}Autospacing", "0").lower() in ("1", "true", "on"):
            stated[field] = read_length("14pt")  # what Word gives a paragraph of HTML
        elif (length := read_length(child.get(W + field))) is not None:
            stated[field] = length
    line, rule = read_length(child.get(W + "line")), child.get(W + "lineRule")
    if line is not None:
        stated["line"] = line.twips
        stated["rule"] = rule if rule in _LINE_RULES else "auto"
    elif rule in _LINE_RULES:
        stated["rule"] = rule


def _contextual(stated: Stated, child: Element) -> None:
    stated["contextual"] = is_on(child)


def read_border(element: Element) -> Border | None:
    """Return one edge of a border, None for none (`nil`, `none`)."""
    kind = element.get(W + "val", "none")
    if kind in ("nil", "none"):
        return None
    eighths = read_length(element.get(W + "sz"), _EMU_PER_POINT) or ZERO  # of a point (17.3.4)
    return Border(kind, element.get(W + "color", "auto"), Length(round(eighths / 8)))


_EMU_PER_POINT = 12_700


def _borders(stated: Stated, child: Element) -> None:
    for edge in ("top", "bottom"):
        if (found := child.find(W + edge)) is not None:
            stated[edge] = read_border(found)


def _tabs(stated: Stated, child: Element) -> None:
    stated["tabs"] = {stop.at: stop for tab in child.iterchildren(W + "tab") if (stop := _tab_stop(tab)) is not None}


def _tab_stop(tab: Element) -> TabStop | None:
    kind, leader = tab.get(W + "val", "left"), tab.get(W + "leader", _NO_LEADER)
    at = read_length(tab.get(W + "pos"))
    return None if at is None else TabStop(at, _TAB_KINDS.get(kind, kind), "" if leader == _NO_LEADER else leader)


_TAB_KINDS = {"start": "left", "end": "right", "num": "left"}
_NO_LEADER = "none"
_NO_TAB = "clear"
"""What takes away a stop that is inherited."""


def over(inherited: Stated, own: Stated) -> Stated:
    """Return what a level states over what it inherits; stops of tabs come together (17.3.1.38)."""
    stated = {**inherited, **own}
    if "tabs" in inherited and "tabs" in own:
        stated["tabs"] = {**inherited["tabs"], **own["tabs"]}
    return stated


def tab_stops(stated: Stated) -> tuple[TabStop, ...]:
    """Return the stops that are left of those stated, from left to right."""
    stops = stated.get("tabs", {})
    return tuple(stops[at] for at in sorted(stops) if stops[at].kind != _NO_TAB)


def _break_before(stated: Stated, child: Element) -> None:
    stated["page_break_before"] = is_on(child)


def _keep_next(stated: Stated, child: Element) -> None:
    stated["keep_next"] = is_on(child)


def _keep_lines(stated: Stated, child: Element) -> None:
    stated["keep_lines"] = is_on(child)


def _widow_control(stated: Stated, child: Element) -> None:
    stated["widow_control"] = is_on(child)


def _outline(stated: Stated, child: Element) -> None:
    level = whole_number(child.get(W + "val"))
    stated["outline_level"] = _BODY_LEVEL if level is None or level < 0 else level


def _frame(stated: Stated, child: Element) -> None:
    stated["frame"] = child.get(W + "xAlign") or ("offset" if child.get(W + "x") else "left")


_PARAGRAPH = {
    "jc": _alignment,
    "ind": _indents,
    "spacing": _spacing,
    "contextualSpacing": _contextual,
    "pBdr": _borders,
    "tabs": _tabs,
    "pageBreakBefore": _break_before,
    "keepNext": _keep_next,
    "keepLines": _keep_lines,
    "widowControl": _widow_control,
    "framePr": _frame,
    "outlineLvl": _outline,
}
