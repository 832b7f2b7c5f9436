"""Letters that a console's code page lacks, printed as near as it can: tones as marks of their own, or no marks."""

from __future__ import annotations

import codecs
import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SPELLED = str.maketrans(
    {"đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-", "−": "-"}
    | {"≥": ">=", "≤": "<=", "⁄": "/", "×": "x", "·": ".", "•": "-", "→": "->"}
)


def handler_for(encoding: str) -> str:
    """Return the name of the error handler that keeps text printable in the encoding."""
    name = f"kegen-{encoding}"
    codecs.register_error(name, lambda error: _replaced(error, encoding))
    return name


def _replaced(error: UnicodeError, encoding: str) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_nearest(letter, encoding) for letter in error.object[error.start : error.end]), error.end


def _nearest(letter: str, encoding: str) -> str:
    """Return the letter as cp1258 has it, its tone behind it; else without marks; `?` where it is no letter known."""
    for form in (_tone_apart(letter), _bare(letter)):
        try:
            form.encode(encoding)
        except UnicodeEncodeError:
            continue
        return form
    return "?"


def _tone_apart(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in marks if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)) + tones


def _bare(letter: str) -> str:
    marks = unicodedata.normalize("NFKD", letter.translate(_SPELLED))
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).translate(_SPELLED)
