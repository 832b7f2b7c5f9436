"""Phụ lục, mục, biểu, mẫu được dẫn đến thì phải có.

Quy định: văn bản dẫn đến phụ lục, mục, bảng, biểu, mẫu nào của chính nó thì có phụ lục, mục, bảng, biểu, mẫu ấy.
Vì sao: bỏ một phần mà quên chỗ dẫn, hoặc chép từ văn bản khác, thì người đọc tìm không thấy.
Sai: “chi tiết tại Phụ lục III kèm theo” mà chỉ có Phụ lục I và II; “Như Mục VI” mà văn bản có năm mục.
Đúng: dẫn đúng số, hoặc bổ sung phần còn thiếu. Phụ lục, mẫu của văn bản khác (ghi rõ văn bản nào) thì không xét.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.check.annexes import number_of
from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.docx.model import Paragraph

CITE = "Tính nhất quán của văn bản; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1"
WEIGHT: Weight = "N"
_ROMAN = r"(?-i:[IVX]{1,5})"
_ONE = rf"(?:{_ROMAN}|\d{{1,2}})"
_NUMBERS = rf"(?:số\s+)?({_ONE}(?:\s*(?:,|;|và|-|–|đến)\s*(?:phụ lục\s+|mục\s+)?{_ONE})*)(?![\w/.]\w|\w)"
_REFERENCES = {
    "Phụ lục": re.compile(rf"(?<!\w)phụ lục\s+{_NUMBERS}", re.IGNORECASE),
    "Mục": re.compile(
        r"(?<!\w)mục\s+((?-i:[IVX]{1,5})(?:\s*(?:,|và)\s*(?:mục\s+)?(?-i:[IVX]{1,5}))*)(?![\w/]|\.\w)", re.IGNORECASE
    ),
    "Bảng": re.compile(r"(?<!\w)bảng\s+(?:số\s+)?(\d{1,2})(?![\w/]|\.\d)", re.IGNORECASE),
    "Biểu": re.compile(r"(?<!\w)biểu(?:\s+mẫu)?\s+(?:số\s+)?(\d{1,2})(?![\w/]|\.\d)", re.IGNORECASE),
    "Mẫu": re.compile(r"(?<!\w)mẫu\s+(?:số\s+)?(\d{1,2})(?![\w/]|\.\d)", re.IGNORECASE),
}
_EACH = re.compile(r"(?-i:[IVX]{1,5})|\d{1,2}")
_RANGE = re.compile(r"(?:-|–|đến)", re.IGNORECASE)
_LABELS = {
    "Bảng": re.compile(r"\(?bảng\s+(?:số\s+)?(\d{1,2})(?![\w/]|\.\d)", re.IGNORECASE),
    "Biểu": re.compile(r"\(?biểu(?:\s+mẫu)?\s+(?:số\s+)?(\d{1,2})(?![\w/]|\.\d)", re.IGNORECASE),
    "Mẫu": re.compile(r"\(?mẫu\s+(?:số\s+)?(\d{1,2})(?![\w/]|\.\d)", re.IGNORECASE),
}
_OTHER = re.compile(
    r"\b(?:luật|bộ luật|nghị định|thông tư|nghị quyết|quyết định|kế hoạch|chỉ thị|kết luận|công văn|quy chế"
    r"|quy định tại|điều lệ|chương trình|đề án|hướng dẫn|quy hoạch|hợp đồng|công ước|tiêu chuẩn"
    r"|quy chuẩn|chương"
    r"|điều|phần|nói trên)\b",
    re.IGNORECASE,
)
"""Whatever else of these the sentence names may be what the part belongs to."""
_OWN = re.compile(
    r"(?:kế hoạch|quyết định|văn bản|công văn|quy chế|chương trình|đề án|phương án|hướng dẫn|thông báo) này"
    r"|kèm theo\s*[).;,]|kèm theo$|đính kèm\s*[).;,]|đính kèm$|nêu trên",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_a-z]|[(\-+])")
_REFERRING = re.compile(r"như|tại|theo|xem|thuộc|ở|có|của|nêu|quy định|các|chi tiết", re.IGNORECASE)
_NEAR = 250
"""Letters of a sentence, on each side of a reference, that may say whose part it is."""
_ROMANS = ("Phụ lục", "Mục")
"""Kinds with Roman numbers."""
_VALUES = {"I": 1, "V": 5, "X": 10}


class _Reference(NamedTuple):
    """A place that names a part by its number, and the sentence it stands in."""

    passage: Passage
    sentence: str
    found: re.Match[str]
    kind: str


class _Known(NamedTuple):
    """The numbers that parts of one kind have, and where the last of them is."""

    numbers: dict[int, Paragraph]

    def listed(self, kind: str) -> str:
        """Return what there is: `Phụ lục I, II`."""
        roman = kind in _ROMANS
        return ", ".join(_written(each) if roman else str(each) for each in sorted(self.numbers))


def check(paper: Paper) -> Outcome:
    """Hold each reference to a part of the paper itself against the parts that there are."""
    known = {kind: _Known(numbers) for kind, numbers in _parts(paper).items()}
    quotes, any_reference = Quotes(paper), False
    for passage in paper.passages:
        if passage.zone in ("head", "margin", "note", "box"):
            continue
        low = passage.line.text.casefold()
        named = [(kind, pattern) for kind, pattern in _REFERENCES.items() if kind.casefold() in low]
        for sentence in _SENTENCE.split(passage.line.text) if named else ():
            for kind, pattern in named:
                for found in pattern.finditer(sentence):
                    any_reference = True
                    yield from _missing(_Reference(passage, sentence, found, kind), known[kind], quotes)
    if not any_reference:
        yield Absent("văn bản không dẫn đến phụ lục, mục, bảng, biểu, mẫu nào theo số")


def _missing(each: _Reference, known: _Known, quotes: Quotes) -> Iterator[Fault]:
    """A reference to a number beside those there are, by words that make it the paper's own."""
    severity, kind = _severity(each), each.kind
    lacking = [number for number in _numbers(each.found[1]) if number not in known.numbers]
    if severity is None or not lacking or not known.numbers:
        return
    last = known.numbers[max(known.numbers)]
    number = _written(lacking[0]) if kind in _ROMANS else str(lacking[0])
    message = (
        f"dẫn đến {kind} {number}, trong tệp chỉ có {kind} {known.listed(kind)}; cuối cùng là {quotes.place(last)}"
    )
    yield Fault(each.passage.line, message, each.found[0], f"đúng số, hoặc bổ sung {kind} {number}", severity)


def _severity(each: _Reference) -> Severity | None:
    """Return how surely a reference means a part of the paper itself, None for a label or another paper's part."""
    start, end = each.found.span()
    near = each.sentence[max(0, start - _NEAR) : end + _NEAR]
    before = each.sentence[max(0, start - _NEAR) : start].rstrip(" (-+–")
    zone = each.passage.zone
    if zone == "annex" or not start:
        return None
    after = each.sentence[end : end + _NEAR]
    own = _OWN.search(after)
    if own is not None and not _OTHER.search(after[: own.start()]):
        return "warning"
    if _OTHER.search(_OWN.sub(" ", near)) or not _REFERRING.search(before):
        return None
    if zone == "end":
        return "warning" if each.kind == "Mục" else None
    return "info"


def _parts(paper: Paper) -> dict[str, dict[int, Paragraph]]:
    """Return the annexes, sections, tables and forms that there are, by kind and number."""
    found: dict[str, dict[int, Paragraph]] = {kind: {} for kind in _REFERENCES}
    for index, annex in enumerate(paper.parts.annexes):
        number = number_of(annex)
        found["Phụ lục"][
            _value(number) if (number and number.upper() != number.lower()) or number.isdigit() else index + 1
        ] = annex.label.paragraph
    for item in paper.parts.body:
        if item.rank in ("muc", "phan", "chuong"):
            for each in _EACH.findall(item.mark):
                found["Mục"].setdefault(_value(each), item.paragraph)
    for passage in paper.passages:
        for kind, pattern in _LABELS.items():
            if label := pattern.match(passage.line.text):
                found[kind].setdefault(int(label[1]), passage.paragraph)
    return found


def _numbers(text: str) -> list[int]:
    """Return the numbers of `I, II và IV` or `I đến III`."""
    values = [_value(each) for each in _EACH.findall(text)]
    if _RANGE.search(text) and len(values) == 2:  # noqa: PLR2004 - from and to
        return list(range(values[0], values[1] + 1))
    return values


def _value(number: str) -> int:
    """Return a Roman or Arabic number, or the place of a letter, as a number."""
    if number.isdigit():
        return int(number)
    digits = [_VALUES.get(each, 0) for each in number.upper()]
    if 0 in digits:
        return ord(number[0].upper()) - ord("A") + 1
    return sum(-one if one < other else one for one, other in zip(digits, [*digits[1:], 0], strict=True))


def _written(number: int) -> str:
    """Return a number of up to thirty-nine in Roman digits."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
