"""The fonts of the theme, and which of them Word takes for Vietnamese text."""

from __future__ import annotations

from typing import NamedTuple

from kegen.document.xml import A, Element, W


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
