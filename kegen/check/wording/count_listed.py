"""Số lượng ghi trong câu khớp với số mục kể ra.

Quy định: câu ghi “gồm 05 nhiệm vụ sau:” thì dưới đó có đúng năm nhiệm vụ; “chia làm 03 đợt” thì có đợt 1, 2, 3; số ghi
bằng chữ trong ngoặc bằng số ghi bằng chữ số.
Vì sao: thêm hay bớt một mục mà quên câu dẫn thì người đọc tưởng thiếu trang.
Sai: “gồm 05 nhiệm vụ sau:” rồi bốn gạch đầu dòng; “05 (bốn) thành viên”.
Đúng: “gồm 04 nhiệm vụ sau:”. Mục nào kể gộp nhiều người, nhiều đơn vị thì không đếm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item, Rank
from kegen.vietnamese import has_digit

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SPELLED = {word: number for number, word in enumerate(_WORDS, 1)} | {"tư": 4, "bẩy": 7}
_ONE = "|".join(_SPELLED)
_NOUN = (
    r"nhóm nhiệm vụ|nhóm giải pháp|nhóm|nhiệm vụ|nội dung|giải pháp|đợt|giai đoạn|bước|tiêu chí|chỉ tiêu|mục tiêu"
    r"|yêu cầu|nguyên tắc|phần|lĩnh vực|vấn đề|biện pháp|hình thức|hoạt động|dự án|mô hình|tiểu dự án|hợp phần|khâu"
    r"|thành viên|ông, bà|tổ(?! dân phố)|cụm"
)
_PEOPLE = ("thành viên", "ông, bà")
_PERSON = re.compile(r"\b(?:Ông|ông|Bà|bà|[Đđ]ồng chí|[Đđ]/c)(?= [^\W\d_a-z])")
_YEAR = r"(?<!hằng )(?<!hàng )(?<!trong )(?<!cuối )(?<!đầu )(?<!cả )(?<!mỗi )(?<!một )(?<!từng )(?<!các )"
"""`năm` after these words is a year, not five."""
_COUNT = re.compile(
    rf"\b(?<![\d/.,%])(?P<number>\d{{1,3}}|(?={_ONE}){_YEAR}(?:{_ONE}))\s+(?P<noun>{_NOUN})(?!\s+(?:đầu|thứ|cuối|\d))\b",
    re.IGNORECASE,
)
_SURE = re.compile(r"\b(?:gồm|bao gồm|chia (?:làm|thành)|sau|sau đây|cụ thể)\b", re.IGNORECASE)
_BOTH = re.compile(rf"\b(?<![\d/.,])(?P<number>\d{{1,2}})\s*\((?P<word>{_ONE})(?:\)|\s)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_LABELLED = ("đợt", "giai đoạn", "bước", "tổ", "cụm")
_LABEL = re.compile(
    r"(?<!\w)(đợt|giai đoạn|bước|tổ|cụm)\s+(\d|I{1,3}|IV|V)(?=\s*[:.(,;]|\s+(?:từ|trong|thực|phụ trách|gồm))",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_NUMBERED = re.compile(
    rf"\b(?<![\d/.,])(?:\d{{1,3}}|{_YEAR}(?:{_ONE}))\s+(?!(?:tháng|ngày|tuần|quý|năm|giờ|tỷ|triệu|nghìn)\b)"
    r"(?:nhóm|đột phá|[^\W\d_]+\s+[^\W\d_]+)",
    re.IGNORECASE,
)
_INLINE = re.compile(r"\((\d{1,2})\)\s+\w")
_DEPTH: tuple[Rank, ...] = ("phan", "chuong", "dieu", "muc", "khoan", "tiet", "diem", "gach", "cong", "doan")
_FEWEST = 2
_LONGEST_LIST = 100
_NAMED = re.compile(
    r"(?<![\d/.,])(?P<number>\d{1,2})\s+(?P<noun>thôn|bản|ấp|xã|phường|phòng|trường|hợp tác xã)(?:\s+[^\W\d_A-Z]+){0,3}"
    r"\s*(?:[:(]|gồm:?)\s*(?P<names>[^.;:()…\d]+)(?=[.;)])"
)
_PIECE = re.compile(r",\s*|\s+và\s+(?!UBND)")
_NAME = re.compile(r"(?:(?:thôn|bản|ấp|xã|phường|trường) )?[^\W\d_a-z]\S*(?: (?:[^\W\d_a-z]\S*|-|và UBND)){0,4}")
_ROOM = re.compile(r"(?:Phòng|Văn phòng) .{2,40}")
_IN_ANNEX = re.compile(r"phụ lục|bảng phân công", re.IGNORECASE)


class _Count(NamedTuple):
    """A number of things that a sentence announces."""

    number: int
    noun: str
    text: str
    end: int
    """Where it ends in the text."""
    is_sure: bool
    """Whether words such as `gồm` and `như sau` announce a list of just these things."""


def check(paper: Paper) -> Outcome:
    """Hold each count that announces a list against the list under it, in it, or in the annex."""
    quotes, body = Quotes(paper), paper.parts.body
    if not any(map(_counts_things, (each.text for each in body if _has_number(each.text)))):
        yield Absent("nội dung không ghi số lượng của mục nào kể ra")
        return
    for index, item in enumerate(body):
        yield from _spelled(item)
        counts = list(_counts(item.text))
        if len(counts) == 1:
            after = tuple(islice(body, index + 1, index + 1 + _LONGEST_LIST))
            yield from _labelled(item, counts[0], after, quotes) or _listed(item, counts[0], after, quotes)
            yield from _inline(item, counts[0])
        yield from _named(item)
    yield from _of_annex(paper, quotes)


def _has_number(text: str) -> bool:
    return has_digit(text) or not _SPELLED.keys().isdisjoint(text.lower().split())


def _counts_things(text: str) -> bool:
    return any(each.search(text) for each in (_COUNT, _BOTH, _NAMED))


def _spelled(item: Item) -> Iterator[Fault]:
    """A number in digits, and another in words in the brackets after it."""
    for found in _BOTH.finditer(item.text):
        number = _SPELLED[found["word"].lower()]
        if int(found["number"]) != number:
            message = "số ghi bằng chữ số và số ghi bằng chữ trong ngoặc khác nhau"
            yield Fault(item, message, found[0], f"cùng một số: {found['number']} hoặc {number}", "error")


def _counts(text: str) -> Iterator[_Count]:
    start = 0
    for sentence in _SENTENCE.split(text):
        sure = _SURE.search(sentence) is not None
        for found in _COUNT.finditer(sentence):
            number = _SPELLED.get(found["number"].lower()) or int(found["number"])
            if number >= _FEWEST:
                yield _Count(number, found["noun"].lower(), found[0], start + found.end(), sure)
        start += len(sentence) + 1


def _labelled(item: Item, count: _Count, after: Sequence[Item], quotes: Quotes) -> list[Fault]:
    """Hold `03 đợt` against `Đợt 1`, `Đợt 2` … in the same paragraph or at the beginning of those under it."""
    if count.noun not in _LABELLED:
        return []
    here = [_ordinal(each) for each in _LABEL.findall(item.text[count.end :]) if each[0].lower() == count.noun]
    below = [(each, found) for each in _under(item, after) if (found := _LABEL.match(each.text))]
    below = [(each, found) for each, found in below if found[1].lower() == count.noun]
    numbers = sorted({*here, *(_ordinal((found[1], found[2])) for _, found in below)})
    if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)) or len(numbers) == count.number:
        return []
    last = quotes.place((below[-1][0] if below else item).paragraph)
    message = f"ghi {count.text} nhưng kể {len(numbers)} {count.noun}, {count.noun} cuối ở {last}"
    return [Fault(item, message, count.text, f"{len(numbers):02} {count.noun}", "warning")]


def _ordinal(label: tuple[str, str]) -> int:
    return _ROMAN.get(label[1].upper()) or int(label[1])


def _under(item: Item, after: Sequence[Item]) -> Iterator[Item]:
    """Yield what stands under an item: all that follows up to the next one of its depth or above."""
    depth = _DEPTH.index(item.rank)
    yield from takewhile(lambda each: item.rank == "doan" or _DEPTH.index(each.rank) > depth, after)


def _listed(item: Item, count: _Count, after: Sequence[Item], quotes: Quotes) -> Iterator[Fault]:
    """Hold the count of a sentence that ends in a colon against the marks of the list under it."""
    if not item.text.endswith(":") or not after or _SENTENCE.search(item.text[count.end :]):
        return
    first = after[0]
    if first.rank in ("doan", "phan", "chuong", "muc", "dieu") or (
        item.rank != "doan" and _DEPTH.index(first.rank) <= _DEPTH.index(item.rank)
    ):
        return
    entries, possible = _entries(first, after)
    if count.number in possible or len(entries) < _FEWEST or len(entries) >= _LONGEST_LIST // 2:
        return
    if count.noun in _PEOPLE and not all(len(_PERSON.findall(each.text)) == 1 for each in entries):
        return
    if any(each.noun == count.noun for entry in entries for each in _counts(entry.text)):
        return
    if _NUMBERED.search(_SENTENCE.split(item.text)[-1].replace(count.text, " ", 1)):
        return
    message = f"ghi {count.text} nhưng kể {len(entries)}, mục cuối là {quotes.place(entries[-1].paragraph)}"
    yield Fault(item, message, count.text, f"{len(entries):02} {count.noun}", "warning" if count.is_sure else "info")


def _entries(first: Item, after: Sequence[Item]) -> tuple[list[Item], set[int]]:
    """Return the entries of the list, and how many there are wherever plain text may already have ended it."""
    depth = _DEPTH.index(first.rank)
    entries: list[Item] = []
    possible: set[int] = set()
    begins = re.compile(r"(?:1|a|I|\d+\.1)\W*$")
    for each in after:
        if each.rank == "doan":
            possible.add(len(entries))
        elif _DEPTH.index(each.rank) < depth or (each.rank == first.rank and entries and begins.match(each.mark)):
            break
        elif each.rank == first.rank:
            entries.append(each)
    return entries, {*possible, len(entries)}


def _inline(item: Item, count: _Count) -> Iterator[Fault]:
    """Hold the count against `(1) … (2) …` after it in the same paragraph."""
    numbers = [int(each) for each in _INLINE.findall(item.text[count.end :])]
    if len(numbers) >= _FEWEST and numbers == list(range(1, len(numbers) + 1)) and len(numbers) != count.number:
        message = f"ghi {count.text} nhưng kể đến ({len(numbers)})"
        yield Fault(item, message, count.text, f"{len(numbers):02} {count.noun}", "warning")


def _named(item: Item) -> Iterator[Fault]:
    """Hold `04 thôn: Nà Mìu, Pò Mạ` against the names after it."""
    for found in _NAMED.finditer(item.text):
        names = _PIECE.split(found["names"].strip())
        pattern = _ROOM if found["noun"] == "phòng" else _NAME
        if " như" not in found[0] and all(map(pattern.fullmatch, names)) and len(names) != int(found["number"]):
            text = f"{found['number']} {found['noun']}"
            message = f"ghi {text} nhưng nêu tên {len(names)}"
            yield Fault(item, message, found[0], f"{len(names):02} {found['noun']}", "warning")


def _of_annex(paper: Paper, quotes: Quotes) -> Iterator[Fault]:
    """Hold `Phụ lục gồm 30 nhiệm vụ` against the rows of the only table of tasks."""
    rows = paper.task_rows
    if len(rows) <= _FEWEST or len({each.table for each in rows}) > 1:
        return
    for item in paper.parts.body:
        counts = [each for each in _counts(item.text) if each.noun == "nhiệm vụ"]
        if len(counts) == 1 and _IN_ANNEX.search(item.text) and counts[0].number != len(rows):
            message = (
                f"ghi {counts[0].text}, bảng phân công có {len(rows)} dòng, dòng cuối là {quotes.place(rows[-1].at)}"
            )
            yield Fault(item, message, counts[0].text, f"{len(rows)} nhiệm vụ", "info")
