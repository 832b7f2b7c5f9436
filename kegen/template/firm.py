"""Names, dates, numbers and references that no line may break inside: their blanks and hyphens are made firm.

A firm blank is U+00A0, a firm hyphen U+2011, which the form writes as Word's own `w:noBreakHyphen`: the text keeps its
length, letter by letter (docs/decisions/firm-blanks.md).
"""

from __future__ import annotations

import re

from kegen.font_widths import width_mm
from kegen.template.balance import TOGETHER
from kegen.vietnamese import LOWER, UPPER

FIRM = "\u00a0"
"""A blank that no line breaks at."""
_HYPHEN = "\u2011"

_PAPERS = "Quyết định|Nghị quyết|Nghị định|Kết luận|Kế hoạch|Chỉ thị|Thông tư|Công văn|Tờ trình"
_BODIES = "Ủy ban|Hội đồng|Chính phủ|Thủ tướng|Quốc hội|Chủ tịch|Bí thư|Trung ương|Đảng ủy|Mặt trận|Tổ quốc"
_SYLLABLE = rf"[{UPPER}](?:[{LOWER}]|[{UPPER}](?=[{LOWER}])|['’][{UPPER}]?)*(?!\w)"
"""A syllable of a name: Khê, A, H'leo, R'Lấp, KDang; none of a text in capitals."""
_CAPITAL = rf"(?!(?:{_PAPERS}|{_BODIES}|Văn phòng|Trung tâm|Giám đốc|Luật|Điều \d+)(?!\w)){_SYLLABLE}"
"""One that begins no word of its own, as in `Theo Kết luận`."""
_SMALL = (
    rf"(?!(?:và|của|về|này|đó|có|là|đã|được|theo|trong|các|tại|trên|cho|với|để|khi|thì|do|từ|đến|không|phải|sẽ|bị|nêu"
    rf"|gồm|hoặc|hay|những|một|vào|ra|ở|thuộc|còn|cũng)(?!\w))[{LOWER}]+(?!\w)"
)
"""A syllable that may go on a word of the one before it."""
_JOINT = "(?: [-–] | |-)"
_NAME = rf"{_CAPITAL}(?:{_JOINT}{_CAPITAL}){{0,7}}"
_UNIT = "(?i:xã|phường|đặc khu|tỉnh|thành phố|TP\\.?|thị trấn|huyện|quận|thôn|ấp|khu phố)"
_OFFICE = "Ban|Bộ|Sở|[Pp]hòng|Phó|Tổng|Cục|Vụ|Viện|Hội|Đoàn|Đảng|Luật"
"""Words after which the next capital begins a word of its own: Sở Nội vụ, but xã Nhữ Khê | tổ chức."""
_DAY, _NUMBER, _ROMAN = r"(?:…{1,8}|\d{1,2})", r"\d[\d.,/]*(?<=\d)", r"(?:\d+|[IVX]+)(?!\w)"
_MEASURE = rf"(?:[%‰]|{_SMALL}|{_CAPITAL})"
_PART = rf"(?:(?i:điểm) [a-zđ](?!\w)|(?i:khoản|điều) \d+|(?i:mục|chương|phần|phụ lục) {_ROMAN})"
_NUMBERS = (
    rf"(?:(?i:ngày) )?{_DAY} (?i:tháng) {_DAY}(?: (?i:năm) \d{{4}})?(?!\w)",
    r"(?i:ngày) \d[\d/]*",
    rf"(?:(?i:tháng) \d{{1,2}}|(?i:quý) {_ROMAN})(?:/\d{{4}}| (?i:năm) \d{{4}})?",
    r"(?i:năm) \d{4}(?: [-–] \d{4})?(?!\w)",
    rf"{_PART}(?: {_PART})*",
    rf"(?i:thứ|khóa|khoá|kỳ|mẫu|biểu) {_ROMAN}",
    r"(?i:số) \S{0,20}[\d…]\S*",
    rf"[≥≤<>=±~] {_NUMBER}(?: {_MEASURE})?",
    rf"{_NUMBER}%? [-–] {_NUMBER}%?(?: {_MEASURE})?",
    r"\d{1,4}(?: \d{3,4})+(?!\w)",
    rf"{_NUMBER} {_MEASURE}",
)
_NAMES = (
    rf"{_UNIT} (?:{_NAME}(?: \d{{1,2}}(?![\w/]|[.,]\d))?|\d+(?!\w)(?: {_NAME})?)",
    rf"(?i:ông|bà|đồng chí|đ/c) {_NAME}",
    rf"(?:{_OFFICE}) (?!Ủy ban|Hội đồng){_SYLLABLE}(?: {_SMALL}| {_SYLLABLE} {_SMALL})(?: [-–] {_SYLLABLE} {_SMALL})?",
    rf"{_CAPITAL}(?:{_JOINT}{_CAPITAL}){{1,7}}",
    rf"{_CAPITAL} {_SMALL} [-–] {_CAPITAL} {_SMALL}",
)
_WORDS = (
    rf"(?:{_PAPERS})(?= số )",
    rf"{_BODIES}|nhân dân|đặc khu|thành phố",
)
"""Of a long title of an office the words alone are whole: a line that ends before all of it would have wide gaps."""


def _any_of(*kinds: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.,’'-])(?:{'|'.join(kinds)})")


_IN_TEXT, _IN_CELL = _any_of(*_NUMBERS, *_NAMES, *_WORDS), _any_of(*_NUMBERS, *_NAMES)
_TOKEN = re.compile(r"(?<![\w/.])[\w/.]+(?:-[\w/.]+)+")
_TITLE_WORDS = re.compile(
    rf"(?:(?:(?:Ủy ban|Hội đồng) nhân dân|Thủ tướng Chính phủ|{'|'.join(sorted(TOGETHER))})(?!\w))".replace(
        " ", f"[ {FIRM}]"
    ),
    re.IGNORECASE,
)
_SMALLER = re.compile(r" (?=[\d%‰])")
_BEFORE_DASH = re.compile(r"(?<=\w) (?=[-–] )")
_UNIT_IN_CAPITALS = re.compile(r"(.*)\b(XÃ(?! HỘI)|PHƯỜNG|TỈNH|ĐẶC KHU|THÀNH PHỐ) (.+)", re.DOTALL)


def firm(text: str, longest: float, size: float) -> str:
    """Return the text, of the same length, that breaks inside no name, date or number up to so many mm wide."""
    return _firm(_IN_TEXT, text, longest, size)


def firm_cell(text: str, width: float, size: float) -> str:
    """Return the text of a narrow cell, in which words of two syllables may break: it would grow longer."""
    return _firm(_IN_CELL, text, width, size)


def _firm(kinds: re.Pattern[str], text: str, longest: float, size: float) -> str:
    def whole(found: re.Match[str]) -> str:
        fits = width_mm(found[0], size) <= longest
        return _whole(found[0]) if fits else _SMALLER.sub(FIRM, found[0])

    def token(found: re.Match[str]) -> str:
        return _whole(found[0]) if width_mm(found[0], size) <= longest else found[0]

    if text.isupper():
        text = firm_unit_name(text, longest, size)
    return _BEFORE_DASH.sub(FIRM, _TOKEN.sub(token, kinds.sub(whole, text)))


def firm_title(text: str, longest: float, size: float) -> str:
    """Return a title, whose lines are not stretched: offices and words of two syllables are as whole as names."""
    return _TITLE_WORDS.sub(lambda found: found[0].replace(" ", FIRM), firm(text, longest, size))


def firm_unit_name(line: str, longest: float, size: float) -> str:
    """Return a line in capitals with the name of the unit at its end made firm."""
    found = _UNIT_IN_CAPITALS.fullmatch(line)
    if found is None or width_mm(found[3], size, "bold") > longest:
        return line
    return f"{found[1]}{found[2]} {_whole(found[3])}"


def loosened(text: str) -> str:
    """Return the text with ordinary blanks and hyphens, where it has its lines already."""
    return text.replace(FIRM, " ").replace(_HYPHEN, "-")


def _whole(words: str) -> str:
    """Return the words with no place to break but behind a long dash, for which there is no firm one."""
    return words.replace("-", _HYPHEN).replace(" ", FIRM).replace(f"–{FIRM}", "– ")
