"""Numbers written in words, as amounts of money repeat them in brackets: `Một trăm năm mươi triệu`."""

from __future__ import annotations

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_DIGITS = {word: value for value, word in enumerate(_WORDS)} | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_TENS = ("mươi", "chục")
_POWERS = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_SILENT = frozenset({"lẻ", "linh", "chẵn"})


def number_in_words(text: str) -> int | None:
    """Return the number that the words say, None where they are no number."""
    total = group = 0
    digit: int | None = None
    for word in text.lower().replace(",", " ").split():
        if word in _DIGITS and digit is None:
            digit = _DIGITS[word]
        elif word == "trăm" and digit is not None:
            group, digit = group + digit * 100, None
        elif word in _TENS and digit is not None:
            group, digit = group + digit * 10, None
        elif word == "mười" and digit is None:
            group += 10
        elif word in _POWERS and (group or digit is not None):
            total, group, digit = total + (group + (digit or 0)) * _POWERS[word], 0, None
        elif word not in _SILENT:
            return None
    return total + group + (digit or 0) or None
