"""Names, dates, numbers and references that no line may break inside: their blanks and hyphens are made firm.

A firm blank is U+00A0, a firm hyphen U+2011, which the form writes as Word's own `w:noBreakHyphen`: the text keeps its
length, letter by letter (docs/decisions/firm-blanks.md). A text is read once, word by word: what began (a date, a name)
says whether the next word goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kegen.font_widths import width_mm
from kegen.template.balance import TOGETHER

FIRM = "\u00a0"
"""A blank that no line breaks at."""
_HYPHEN = "\u2011"
_DASHES = ("-", "–")

_PARTS = ("khoản", "điều", "mục", "chương", "phần")
_BEFORE_NUMBER = (*_PARTS, "ngày", "tháng", "năm", "số", "quý", "lục", "thứ", "khóa", "khoá", "kỳ", "mẫu", "biểu")
_GOES_ON = {
    "ngày": ("tháng",),
    "tháng": ("năm",),
    "quý": ("năm",),
    "kỳ": ("tháng",),
    **dict.fromkeys((*_PARTS, "điểm"), _PARTS),
}
"""What goes on a date or a reference, by the word its last number stands behind."""
_UNITS = (
    *("xã", "phường", "phố", "khu", "tỉnh", "huyện", "quận", "trấn", "tp", "tp."),
    *("thôn", "ấp", "buôn", "làng", "khóm"),
)
_OFFICES = ("Ban", "Bộ", "Sở", "phòng", "Phòng", "Phó", "Tổng", "Cục", "Vụ", "Viện", "Hội", "Đoàn", "Đảng", "Luật")
"""Words after which a capital begins a word of two syllables: Sở Nội vụ, but xã Nhữ Khê | tổ chức."""
_WORDS = frozenset(
    (
        "Ủy ban", "Hội đồng", "nhân dân", "Chính phủ", "Thủ tướng", "Quốc hội", "Chủ tịch", "Bí thư", "Trung ương",
        "Đảng ủy", "Mặt trận", "Tổ quốc", "Văn phòng", "văn phòng", "đặc khu", "thành phố", "Đặc khu", "Thành phố",
        "đồng chí", "Đồng chí", "phụ lục", "Phụ lục",
    )
)  # fmt: skip
"""Of a long title of an office these alone are whole: a line that ends before all of it would have wide gaps."""
_PAPERS = frozenset(
    ("Quyết định", "Nghị quyết", "Nghị định", "Kết luận", "Kế hoạch", "Chỉ thị", "Thông tư", "Công văn", "Tờ trình")
)
_OWN = _WORDS | _PAPERS
"""What begins a word of its own behind a capital, and is no name: `Theo Kết luận`."""
_IN_TITLES = _WORDS | TOGETHER | {"ban nhân", "đồng nhân", "tướng Chính"}
_NO_MEASURE = frozenset(
    (
        "và", "của", "về", "này", "đó", "có", "là", "đã", "được", "theo", "trong", "các", "tại", "trên", "cho", "với",
        "để", "khi", "thì", "do", "từ", "đến", "không", "phải", "sẽ", "bị", "nêu", "gồm", "hoặc", "hay", "những", "vào",
        "một", "ra", "ở", "thuộc", "còn", "cũng", "hằng", "hàng", "mỗi",
    )
)  # fmt: skip
_OF_SEVERAL = re.compile(r"\b(?:Sở|Phòng) [^\W\d_a-z]\w* \w+(?:, [^\W\d_a-z]\w* \w+)* và [^\W\d_a-z]\w* \w+")
"""An office named after several matters: Sở Văn hóa, Thể thao và Du lịch."""
_NUMBER = re.compile(r"…+|\d[\d.,/]*(?:-\d[\d.,/]*)?")
_ROMAN = re.compile(r"[IVX]+(?:/\d{4})?")
_UNIT_IN_CAPITALS = re.compile(r"(.*)\b(XÃ(?! HỘI)|PHƯỜNG|TỈNH|ĐẶC KHU|THÀNH PHỐ) (.+)", re.DOTALL)
_OPENING, _CLOSING = '(“"[‘', '.,;:)”"]’!?'


class _Began(NamedTuple):
    """What a word begins or goes on with, and the word by which it began."""

    kind: str
    by: str = ""


class _Place(NamedTuple):
    """A word without the marks around it, and the word behind it."""

    word: str
    next: str


_LEADERS = {
    **{each.partition(" ")[0]: _Began("word") for each in _WORDS if each.islower()},
    **{word: _Began("before number", word) for word in (*_BEFORE_NUMBER, "điểm")},
    **dict.fromkeys("≥≤<>=±~", _Began("before number", "")),
    **dict.fromkeys(_UNITS, _Began("unit")),
    **dict.fromkeys(("ông", "bà", "chí", "đ/c", "tt."), _Began("capital")),
    **dict.fromkeys(_OFFICES, _Began("office")),
}
"""What begins with a word, a word in small letters above all."""


@lru_cache(maxsize=4096)  # the plans of a province share most of their sentences
def firm(text: str, longest: float, size: float, together: frozenset[str] = _WORDS) -> str:
    """Return the text, of the same length, that breaks inside no name, date or number up to so many mm wide."""
    if text.isupper():
        text = firm_unit_name(text, longest, size)
    words = text.split(" ")
    ties = list(_ties(words, together))
    return "".join(_joined(words, ties, longest, size)) if any(ties) or "-" in text else text


def firm_title(text: str, longest: float, size: float) -> str:
    """Return a title, whose lines are not stretched: offices and words of two syllables are as whole as names."""
    return firm(_OF_SEVERAL.sub(lambda found: _fitting(found[0], longest, size), text), longest, size, _IN_TITLES)


def _fitting(name: str, longest: float, size: float) -> str:
    """Return a name as one word, where a line has room for it."""
    return name.replace(" ", FIRM) if width_mm(name, size, "bold") <= longest else name


def firm_unit_name(line: str, longest: float, size: float) -> str:
    """Return a line in capitals with the name of the unit at its end made firm."""
    found = _UNIT_IN_CAPITALS.fullmatch(line)
    if found is None or width_mm(found[3], size, "bold") > longest:
        return line
    return f"{found[1]}{found[2]} {_whole(found[3])}"


def loosened(text: str) -> str:
    """Return the text with ordinary blanks and hyphens, where it has its lines already."""
    return text.replace(FIRM, " ").replace(_HYPHEN, "-")


def _ties(words: list[str], together: frozenset[str]) -> Iterator[bool]:
    """Yield of each blank whether no line may break there."""
    began = _begin(words[0])
    for before, word, behind in zip(words, words[1:], (*words[2:], ""), strict=False):
        if began is None and word not in _DASHES and together is _WORDS:
            yield False
            began = _begin(word)
            continue
        bare, place = before.lstrip(_OPENING), _Place(word.rstrip(_CLOSING), behind.rstrip(_CLOSING))
        closed = bare[-1:] in _CLOSING and bare.lower() not in _LEADERS
        going = _go_on(began, place) if began and not closed and place.word else None
        tied = going is not None and before != "–"
        yield tied or (not closed and _is_one_word(bare, place, together))
        began = going or _begin(word)


def _begin(word: str) -> _Began | None:
    """Return what a word may begin."""
    word = word.lstrip(_OPENING)
    if word in _LEADERS or not word or word.islower():
        return _LEADERS.get(word)
    if word[0].isdigit() or word[0] == "…":
        return _Began("number") if _NUMBER.fullmatch(word) else None
    return _LEADERS.get(word.lower()) or (_Began("capital") if _is_syllable(word) else None)


def _go_on(began: _Began, place: _Place) -> _Began | None:
    """Return what the word goes on with, None where a line may break before it."""
    if place.word in _DASHES:
        return _Began("dash", began.kind)
    return _STEPS[began.kind](began.by, place) if began.kind in _STEPS else None


def _behind_leader(by: str, place: _Place) -> _Began | None:
    """Go on behind `ngày`, `số`, `Điều`, `≥`: with a number, a Roman one, the letter of a point."""
    word = place.word
    if by == "điểm":
        return _Began("reference", by) if len(word) == 1 else None
    if word[0].isdigit() or word[0] == "…" or (by == "số" and any(map(str.isdigit, word))):
        return _Began("reference", by) if by else _Began("number")
    return _Began("reference", by) if by and _ROMAN.fullmatch(word) else None


def _behind_reference(by: str, place: _Place) -> _Began | None:
    """Go on behind the number of a date or a reference: 05 | tháng 12, khoản 2 | Điều 8."""
    low = place.word.lower()
    return _Began("before number", low) if low in _GOES_ON.get(by, ()) else None


def _behind_number(_: str, place: _Place) -> _Began | None:
    """Go on behind an amount: 10 %, 1,5 ngày, 0912 345, and 05 tháng 12."""
    word = place.word
    if word == "tháng" and (place.next[:1].isdigit() or place.next[:1] == "…"):
        return _Began("before number", word)
    if word.isdigit():
        return _Began("number") if len(word) in (3, 4) else None
    is_measure = word[0] in "%‰" or (word.replace("/", "").isalpha() and not word.isupper() and word not in _NO_MEASURE)
    return _Began("whole") if is_measure else None


def _behind_unit(_: str, place: _Place) -> _Began | None:
    if place.word[0].isdigit():
        return _Began("named")
    return _Began("named") if _goes_on_name(place) else None


def _behind_named(_: str, place: _Place) -> _Began | None:
    """Go on with the name of a unit: Nhữ | Khê, Đam Rông | 3."""
    if place.word.isdigit() and len(place.word) == 1:
        return _Began("whole")
    return _Began("named") if _goes_on_name(place) else None


def _behind_capital(_: str, place: _Place) -> _Began | None:
    return _Began("capital") if _goes_on_name(place) else None


def _behind_office(_: str, place: _Place) -> _Began | None:
    is_body = place.word in ("Ủy", "Hội") and place.next in ("ban", "đồng")
    return _Began("of office") if _is_syllable(place.word) and not is_body else None


def _in_office(_: str, place: _Place) -> _Began | None:
    """Go on with a word of an office's name: Nội | vụ, Bí | thư."""
    word = place.word
    if word.isalpha() and word.islower() and word not in _NO_MEASURE:
        return _Began("office whole")
    return _Began("of office") if _goes_on_name(place) else None


def _behind_dash(kind: str, place: _Place) -> _Began | None:
    """Go on behind a dash: Văn Miếu - Quốc Tử Giám, Văn hóa - Xã hội, 2021 - 2030."""
    if place.word[0].isdigit():
        return _Began("number") if kind in ("number", "reference") else None
    if not _is_syllable(place.word):
        return None
    return {"named": _Began("named"), "capital": _Began("capital"), "office whole": _Began("of office")}.get(kind)


_STEPS: dict[str, Callable[[str, _Place], _Began | None]] = {
    "before number": _behind_leader,
    "reference": _behind_reference,
    "number": _behind_number,
    "unit": _behind_unit,
    "named": _behind_named,
    "capital": _behind_capital,
    "office": _behind_office,
    "of office": _in_office,
    "dash": _behind_dash,
}


def _goes_on_name(place: _Place) -> bool:
    return _is_syllable(place.word) and f"{place.word} {place.next}" not in _OWN


def _is_syllable(word: str) -> bool:
    """Whether a word may be a syllable of a name: Khê, A, H'leo, KDang; none of a text in capitals, no symbol."""
    letters = word.replace("'", "").replace("’", "").replace("-", "")
    return word[:1].isupper() and letters.isalpha() and (len(letters) == 1 or not letters.isupper())


def _is_one_word(before: str, place: _Place, together: frozenset[str]) -> bool:
    """Whether two syllables are of a word that stays whole; a kind of paper is one before its number."""
    pair = f"{before} {place.word}"
    if pair in together or (together is not _WORDS and pair.lower() in together):
        return True
    return (before[-1:].isalnum() and place.word in _DASHES) or (pair in _PAPERS and place.next == "số")


def _joined(words: list[str], ties: list[bool], longest: float, size: float) -> Iterator[str]:
    """Yield the words and the blanks between them; of what is too long only numbers keep to the word before."""
    start = 0
    for end, tie in enumerate((*ties, False), 1):
        if not tie:
            run = " ".join(words[start:end])
            if start + 1 < end or (len(run) > 1 and "-" in run):
                fits = width_mm(run, size) <= longest
                run = _whole(run) if fits else _loose(words[start:end], longest, size)
            yield run if end == len(words) else f"{run} "
            start = end


def _loose(words: list[str], longest: float, size: float) -> str:
    """Return words that are too wide together for their line, each hyphen firm and each number with what leads it."""
    run = words[0]
    for word in words[1:]:
        run += (FIRM if word[:1].isdigit() or word in _DASHES else " ") + word
    return " ".join(_whole(each) if width_mm(each, size) <= longest else each for each in run.split(" "))


def _whole(words: str) -> str:
    """Return the words with no place to break but behind a long dash, for which there is no firm one."""
    return words.replace("-", _HYPHEN).replace(" ", FIRM).replace(f"–{FIRM}", "– ")
