"""Orders in the paragraphs that open or close a paper: `Giao Sở Nội vụ theo dõi …`; what only urges is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kegen.importing.dues import due_in
from kegen.importing.entries import Entry
from kegen.importing.offices import begins_with_office, opening_offices
from kegen.importing.pieces import Piece
from kegen.importing.tasks import Sorted

_SENTENCE = re.compile(r"(?<=[.;])\s+")
_GIVES = re.compile(
    r"(?<!được )(?<!\w)(?P<how>giao|phân công|yêu cầu|đề nghị)\s+(?:cho\s+)?(?:đồng chí\s+)?", re.IGNORECASE
)
_TROUBLE = re.compile(r"khó khăn|vướng mắc|phát sinh", re.IGNORECASE)
"""What is reported if anything goes wrong orders nothing of its own."""
_URGES = re.compile(
    r"[\s,]*(?:(?:nghiêm túc|nghiêm|khẩn trương|tích cực|chủ động|quan tâm|tập trung|kịp thời|phối hợp|tổ chức|chỉ đạo"
    r"|triển khai|thực hiện|thi hành|chấp hành|quán triệt|tốt|đầy đủ|có hiệu quả|hiệu quả|đồng bộ|đúng|và|các|những"
    r"|nội dung|nhiệm vụ|của|tại|theo|t/h)[\s,]*)+(?:(?:kế hoạch|chỉ thị|quyết định|công văn|chương trình|nghị quyết"
    r"|văn bản|nêu|trên|này)(?!\w).*)?[\s./;]*",
    re.IGNORECASE | re.DOTALL,
)
"""What follows the addressee where a plan is only to be carried out as a whole."""
_PARTS = ("mo-dau", "ket")


def framing_rows(opening: Iterable[Piece], closing: Iterable[Piece]) -> tuple[tuple[Sorted, ...], tuple[Sorted, ...]]:
    """Return the paragraphs that open a paper, and those that close it, each with its part in the plan."""
    before, after = (tuple(_rows(pieces, name)) for pieces, name in zip((opening, closing), _PARTS, strict=True))
    return before, after


def framing_id(name: str, number: int) -> str:
    """Return the id of a paragraph that orders something: `mo-dau-2`, `ket-1`."""
    return f"{name}-{number}"


def _rows(pieces: Iterable[Piece], name: str) -> Iterator[Sorted]:
    for number, piece in enumerate(pieces, 1):
        if piece.item is None or piece.is_basis or piece.is_over:
            continue
        entry = Entry(framing_id(name, number), piece.mark.text, piece.own, 0, (), piece.place, piece.item)
        yield Sorted(entry, "task" if orders_of_its_own(piece.own) else "other", ())


def orders_of_its_own(text: str) -> bool:
    """Whether a paragraph orders more than that the plan be carried out."""
    return not text.endswith(":") and any(map(_orders, _SENTENCE.split(text)))


def _orders(sentence: str) -> bool:
    if _TROUBLE.search(sentence):
        return False
    given = [each for each in _GIVES.finditer(sentence) if begins_with_office(sentence, each.end())]
    if not given:
        return opening_offices(sentence) is not None and _GIVES.search(sentence) is None and bool(due_in(sentence))
    return any(_says_what(sentence, each) for each in given)


def _says_what(sentence: str, given: re.Match[str]) -> bool:
    """Whether more follows an addressee than that it should do as the plan says."""
    if due_in(sentence[given.end() :]):
        return True
    named = opening_offices(sentence, given.end())
    if named is None:
        return given["how"].lower() in ("giao", "phân công")
    return _URGES.fullmatch(sentence, named.end) is None
