"""Opening, body and closing of a received plan's content."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.docx.parts import Parts
from kegen.importing.pieces import Piece, headings_among, pieces_of

_ENACTS = re.compile(r"(?:như sau|sau đây|nội dung sau|cụ thể|sau)\s*:$|^QUYẾT ĐỊNH\s*:?$|^QUYẾT NGHỊ\s*:?$")
"""How the sentence ends that issues a plan."""
_OPENS = re.compile(r"(?:Thực hiện|Căn cứ|Triển khai|Xét|Theo|Tiếp theo|Sau khi|Trên cơ sở|Để|Nhằm)\s")
_CLOSES = re.compile(
    r"Trên đây là|(?:Trong )?[Qq]uá trình|Nhận được|Yêu cầu|Đề nghị|Kế hoạch này"
    r"|(?:Ủy ban|Uỷ ban|UBND|Chủ tịch|Lãnh đạo|Giám đốc|Sở|Ban|Bộ|Trường|Trung tâm|Phòng|Chi cục)\s[^.;]{0,120}?"
    r"(?:yêu cầu|đề nghị)\s"
)
_LEADS_ON = re.compile(r"(?:^|\s)(?:của|và|về|việc|số|ngày|theo|trên|tại|với|trong|các|năm|tháng|đến|đối|cho|,)$")
"""How a line of a title ends that is not the last."""
_REFERS = re.compile(r"\(.{0,160}(?:Phụ lục|phụ lục|kèm theo|đính kèm).{0,80}\)\s*\.?(?:/\.)?$")
_LONGEST_OPENING = 12
_LONGEST_CLOSING = 4


class Content(NamedTuple):
    """The content of a plan."""

    title: tuple[Piece, ...]
    """Lines of the title that the file has among those of the content."""
    opening: tuple[Piece, ...]
    body: tuple[Piece, ...]
    is_heading: tuple[bool, ...]
    """Which pieces of the body are headings."""
    closing: tuple[Piece, ...]


def content_of(parts: Parts) -> Content:
    """Return opening, body and closing; nothing of the content is left out."""
    pieces = pieces_of(parts)
    title, pieces = _rest_of_title(parts, pieces)
    is_heading = headings_among(pieces)
    start = _end_of_opening(pieces, is_heading)
    end = max(start, _start_of_closing(pieces, is_heading))
    return Content(title, pieces[:start], pieces[start:end], is_heading[start:end], pieces[end:])


def _rest_of_title(parts: Parts, pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Split off the bold lines that go on with the title, where the file does not have it in the middle of the page."""
    above = parts.title[-1].text if parts.title else ""
    count = 0
    while above and count < len(pieces) and _goes_on(above, pieces[count]):
        above = pieces[count].text
        count += 1
    return pieces[:count], pieces[count:]


def _goes_on(above: str, piece: Piece) -> bool:
    if piece.item is None or piece.is_over or piece.mark.series or not piece.is_bold:
        return False
    return piece.text[:1].islower() or _LEADS_ON.search(above) is not None


def _end_of_opening(pieces: tuple[Piece, ...], is_heading: tuple[bool, ...]) -> int:
    """Return where the body begins: under the enacting sentence, else at the first heading or mark, or after bases."""
    last_basis = max((index for index, each in enumerate(pieces) if each.is_basis or each.is_over), default=-1)
    for index, piece in enumerate(pieces[: last_basis + 1 + _LONGEST_OPENING]):
        if index <= last_basis:
            continue
        if _ENACTS.search(piece.text) and not piece.mark.series:
            return index + 1
        if piece.table is not None or is_heading[index] or piece.mark.series:
            return index
    opens = last_basis + 1
    while opens < len(pieces) and pieces[opens].item and _OPENS.match(pieces[opens].text):
        opens += 1
    return opens


def _start_of_closing(pieces: tuple[Piece, ...], is_heading: tuple[bool, ...]) -> int:
    """Return where the closing begins, the number of pieces where there is none."""
    start = len(pieces)
    while start > 1 and len(pieces) - start < _LONGEST_CLOSING and _may_close(pieces, start - 1, is_heading):
        start -= 1
    return start


def _may_close(pieces: tuple[Piece, ...], index: int, is_heading: tuple[bool, ...]) -> bool:
    piece, above = pieces[index], pieces[index - 1]
    if piece.item is None or piece.mark.series or is_heading[index] or piece.item.is_quoted:
        return False
    is_last = index == len(pieces) - 1
    if not is_last and _REFERS.match(piece.text):
        return True
    if is_heading[index - 1] and not piece.text.startswith("Trên đây là"):
        return False
    if _CLOSES.match(piece.text):
        return True
    return is_last and above.mark.series not in ("", "dieu") and above.text.endswith(".")
