"""Dấu ở cuối đoạn.

Quy định: câu kết thúc bằng dấu chấm; một ý liệt kê kết thúc bằng dấu chấm phẩy, ý cuối bằng dấu chấm; đoạn dẫn vào phần
liệt kê kết thúc bằng dấu hai chấm.
Vì sao: đoạn không có dấu kết, hoặc kết bằng dấu phẩy, thường là đoạn bị xóa mất phần cuối hay ngắt nhầm.
Sai: “- Tổ chức rà soát hồ sơ của các phòng,”; đoạn văn dài hết ở “… theo quy định” không có dấu.
Đúng: “- Tổ chức rà soát hồ sơ của các phòng;”. Tiêu đề không có dấu kết. Văn bản không đặt dấu ở ý liệt kê nào thì
kegen không nhắc.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kegen.check.body import content, fills_a_line, is_centred
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item, Rank

CITE = "Quy tắc dấu câu tiếng Việt"
WEIGHT: Weight = "N"
_RANKS: tuple[Rank, ...] = ("doan", "gach", "cong", "diem", "khoan", "tiet", "dieu")
_ENDS = ".;:!?…/"
_SHARE = 0.75
"""Where fewer of a paper's paragraphs of a rank end with a mark, leaving it out is its way of writing."""
_FEWEST = 2
"""One of more than so many may be a slip."""
_FEW = 4
"""Where fewer are of a rank, all paragraphs are compared."""
_SHORT, _SHORTEST = 40, 25
_LISTED: tuple[Rank, ...] = ("gach", "cong", "diem", "khoan", "tiet")
_LONGEST_HEADING = 160
_BELOW: dict[Rank, tuple[Rank, ...]] = {
    "dieu": ("khoan", "diem", "gach", "doan"),
    "khoan": ("tiet", "diem", "gach", "cong"),
    "tiet": ("diem", "gach", "cong"),
    "diem": ("gach", "cong"),
    "gach": ("cong",),
}
"""What may stand under a heading of each rank."""
_SHOWN = 40


def check(paper: Paper) -> Outcome:
    """Look at the last sign of each paragraph that says something."""
    content_items = _content(paper)
    pairs = pairwise((*content_items, None))
    items = [(item, after) for item, after in pairs if item and item.rank in _RANKS and not _leads(item, after)]
    entries = frozenset(_entries(content_items))
    if not items:
        yield Absent("văn bản không có nội dung ngoài bảng")
    for rank in _RANKS:
        own = [(item, after) for item, after in items if item.rank == rank]
        yield from _commas(own)
        few = len(own) < _FEW
        like = [item for item, _ in (items if few else own)]
        yield from _without([item for item, _ in own], [item for item in like if _is_said(paper, item, entries)])


def _content(paper: Paper) -> list[Item]:
    bases = {id(item.paragraph) for item in paper.parts.bases}
    own = [item for item in content(paper) if id(item.paragraph) not in bases]
    others = (item for each in paper.parts.attached for item in each if not item.is_quoted and not is_centred(item))
    return [*own, *others]


def _leads(item: Item, after: Item | None) -> bool:
    """Whether it is the heading of what stands below it: `5. Đổi mới phương thức làm việc`, then `a)`."""
    below = after is not None and after.rank in _BELOW.get(item.rank, ())
    return below and _is_bare(item) and len(item.text) < _LONGEST_HEADING


def _commas(items: list[tuple[Item, Item | None]]) -> Iterator[Fault]:
    for item, after in items:
        goes_on = after is not None and after.rank == "doan" and after.text[:1].islower()
        if item.text.endswith(",") and not goes_on:
            yield Fault(item, "đoạn kết thúc bằng dấu phẩy", _end(item), "dấu chấm hoặc dấu chấm phẩy")


def _without(items: list[Item], sentences: list[Item]) -> Iterator[Fault]:
    """Yield the paragraphs without a mark, where nearly all of those that are like them have one."""
    if sum(_is_bare(item) for item in sentences) > max((1 - _SHARE) * len(sentences), len(sentences) > _FEWEST):
        return
    sayings = {id(item) for item in sentences}
    for item in (each for each in items if _is_bare(each) and id(each) in sayings):
        yield Fault(item, "đoạn không có dấu kết", _end(item), "dấu chấm, hoặc dấu chấm phẩy ở ý liệt kê")


def _is_bare(item: Item) -> bool:
    """Whether it ends without a mark, be it with a bracket or a quotation that closes in it."""
    text = item.text.rstrip(')”’"%')
    return text[-1:].isalnum() and not item.text.startswith(("(", "“"))


def _is_said(paper: Paper, item: Item, entries: frozenset[int]) -> bool:
    """Whether it is a sentence or an entry of a list, no heading."""
    if item.line.is_bold or item.line.is_capital or len(item.text) < (_SHORTEST if id(item) in entries else _SHORT):
        return False
    return item.text[-1:] in _ENDS or id(item) in entries or fills_a_line(paper, item)


def _entries(items: list[Item]) -> Iterator[int]:
    """Yield the entries that stand beside one that ends with a mark, with nothing under them that they could head."""
    for before, item, after in zip((None, *items), items, (*items[1:], None), strict=False):
        beside = [each for each in (before, after) if each is not None and each.rank == item.rank]
        heads = after is not None and after.rank != item.rank and after.rank not in ("muc", "dieu", "phan", "chuong")
        if item.rank in _LISTED and not heads and any(each.text[-1:] in _ENDS for each in beside):
            yield id(item)


def _end(item: Item) -> str:
    return f"…{item.text[-_SHOWN:]}" if len(item.text) > _SHOWN else item.text
