"""The number and symbol of a cited document, taken apart: `534/QĐ-TTg`, `226-KL/TW`, `30/2020/NĐ-CP`."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.docx.find_header import KINDS

LAWS = {"QH": ("bộ luật", "luật", "nghị quyết"), "UBTVQH": ("pháp lệnh", "nghị quyết")}
"""What the National Assembly and its Standing Committee issue."""
_LAW = re.compile(r"(QH|UBTVQH)\d{1,2}[A-Z]?")
CODES = {
    **{kind.lower(): (code,) for kind, code in KINDS.items()},
    "nghị định": ("NĐ",),
    "thông tư": ("TT", "TTLT"),
    "thông tư liên tịch": ("TTLT",),
    "nghị quyết": ("NQ", "NQLT"),
    "kết luận": ("KL",),
    "quy định": ("QyĐ", "QĐ", "QĐi"),
    "chương trình": ("CTr", "CTHĐ", "CTrHĐ", "QĐ"),
    "quy chế": ("QC", "QĐ"),
    "đề án": ("ĐA", "QĐ"),
    "dự án": ("DA", "QĐ"),
    "phương án": ("PA", "QĐ"),
    "lệnh": ("L",),
    "thông tri": ("TT",),
}
"""The codes each kind of document can bear, those of rules of law and of the Party's documents with them."""
KNOWN_CODES = frozenset(code for codes in CODES.values() for code in codes) | {"CV", "QC", "NQLT", "TTLT", "PL", "BCT"}


_SIGNS = tuple(zip("\u2010\u2011\u2012\u2013\u2014\u2212\u00d0", "------Đ", strict=True))
_CODE = "|".join(sorted(KNOWN_CODES, key=lambda code: (-len(code), code)))
NUMBER = re.compile(
    r"(?P<own>\d(?<![\w/.:,&-]\d)\d{0,4}[a-zđ]?)"
    rf"(?:(?P<joint>[-/])|\s?(?P<loose>[-/])\s?(?=(?:{_CODE})\s?[-/]))(?:(?P<year>\d{{4}})\s?/\s?)?"
    r"(?P<symbol>[A-ZĐ][\w&]*(?:\s?[-/]\s?(?=[A-ZĐ]{2})[A-ZĐ][\w&]*)?(?:[-/][A-ZĐa-z][\w&]*)*)(?![\w&])"
)
"""A number whose symbol begins with a capital, in the signs of `plain`; blanks round its dashes are slips."""
_SLIPS = {"qd": "qđ", "nd": "nđ", "cd": "cđ"}
"""Codes that lost the stroke of their đ."""


def plain(text: str) -> str:
    """Return the text, letter for letter, with one kind of dash and one kind of Đ."""
    for sign, usual in _SIGNS:
        if sign in text:
            text = text.replace(sign, usual)
    return text


class Symbol(NamedTuple):
    """A number taken apart."""

    own: str
    """The digits, and a letter where it has one: `534`."""
    year: str
    """`2020` of `30/2020/NĐ-CP`, "" for none."""
    groups: tuple[str, ...]
    """`QĐ`, `TTg`."""
    is_party: bool
    """Whether a hyphen stands after the digits, as the Party writes it."""

    @property
    def code(self) -> str:
        """The group that names a kind of document, "" where it names none."""
        return self.groups[0] if self.groups[0] in KNOWN_CODES else ""

    @property
    def is_law(self) -> bool:
        """Whether the National Assembly or its Standing Committee issued it."""
        return _LAW.fullmatch(self.groups[0]) is not None

    @property
    def is_unique(self) -> bool:
        """Whether one number names one document for good: its year is in it, or a body of the centre issued it."""
        return bool(self.year) or (self.is_party and self.groups[-1] == "TW")

    @property
    def written(self) -> str:
        """The number put together again as it is to be written."""
        if self.is_party:
            return f"{self.own}-{self.groups[0]}/{'-'.join(self.groups[1:])}".rstrip("/")
        return f"{self.own}/{self.year}{'/' if self.year else ''}{'-'.join(self.groups)}"


def symbol_in(found: re.Match[str]) -> Symbol:
    """Return a number that NUMBER found, taken apart."""
    groups = tuple(each.strip() for each in re.split(r"[-/]", found["symbol"]))
    return Symbol(found["own"], found["year"] or "", groups, "-" in (found["joint"], found["loose"]))


def key_of(symbol: Symbol) -> str:
    """Return a form of a number for comparing: `226-KL/TW`, `226/KL-TW` and `226 - KL/TƯ` are one."""
    letters = re.sub(r"tư$", "tw", "".join(symbol.groups).casefold())
    letters = _SLIPS.get(letters[:2], letters[:2]) + letters[2:]
    return "/".join(each for each in (symbol.own.lstrip("0"), symbol.year, letters) if each)


def number_key(number: str) -> str:
    """Return the key of a number; of what is no number of a document, the text itself for comparing."""
    found = NUMBER.fullmatch(plain(number))
    return key_of(symbol_in(found)) if found is not None else plain(number).casefold().lstrip("0")
