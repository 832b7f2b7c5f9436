"""The number and symbol of a cited document, taken apart: `534/QĐ-TTg`, `226-KL/TW`, `30/2020/NĐ-CP`."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.document.find_header import KINDS

_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212", "------")
NUMBER = re.compile(
    r"(?<![\w/.:,&-])(?P<own>\d{1,5}[a-zđ]?)(?P<party>-|/)(?:(?P<year>\d{4})/)?"
    r"(?P<symbol>[A-ZĐ][\w&]*(?:[-/][A-ZĐa-z][\w&]*)*)(?![\w&])"
)
"""A number whose symbol begins with a capital; dashes are those of `plain_dashes`."""

LAWS = {"QH": ("luật", "bộ luật", "nghị quyết"), "UBTVQH": ("pháp lệnh", "nghị quyết")}
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


def plain_dashes(text: str) -> str:
    """Return the text, letter for letter, with one kind of dash."""
    return text.translate(_DASHES)


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


def symbol_of(number: str) -> Symbol | None:
    """Return a number taken apart, None for what is no number of a document."""
    found = NUMBER.fullmatch(plain_dashes(number))
    if found is None:
        return None
    return Symbol(found["own"], found["year"] or "", tuple(re.split(r"[-/]", found["symbol"])), found["party"] == "-")


def number_key(number: str) -> str:
    """Return a form of a number for comparing: one kind of dash, no case, no leading zero."""
    return plain_dashes(number).casefold().lstrip("0")
