"""Find the head of a document: everything above its content, in whatever way it is laid out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kegen.docx.lines import Line
from kegen.docx.underlines import typed
from kegen.vietnamese import fold

KINDS = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ", "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA", "BÁO CÁO": "BC", "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT", "GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC", "PHIẾU BÁO": "PB",
}  # fmt: skip
"""Each kind of document and its code in the number (NĐ 30/2020/NĐ-CP, Phụ lục III, Mục I)."""
NORMATIVE = (
    "HIẾN PHÁP", "BỘ LUẬT", "LUẬT", "PHÁP LỆNH", "LỆNH", "NGHỊ ĐỊNH", "THÔNG TƯ", "THÔNG TƯ LIÊN TỊCH",
    "NGHỊ QUYẾT LIÊN TỊCH",
)  # fmt: skip
"""The kinds that only legal normative acts have."""
_KINDS = frozenset(fold(each) for each in (*KINDS, *NORMATIVE, "TÊN LOẠI VĂN BẢN"))
_KIND_AND_MORE = tuple(f"{kind}{sign}" for kind in map(fold, KINDS) for sign in "-:")
_FARTHEST = 60
"""The head of a document is over within this many lines."""
_MARKS = re.compile(r"du-thao.*|mat|tuyet-mat|toi-mat|hoa-toc.*|thuong-khan|khan|luu-hanh-noi-bo|xem-xong-tra-lai")
_FARTHEST_OF_LETTER = 25
"""That of a letter, which has no kind under it, within this many."""
_LONGEST_KIND = 60
_LONGEST_OWN = 120
"""A paragraph of the whole width that is neither centred nor bold and has more letters is running text."""
_LONGEST_NUMBER = 80
_LONGEST_DATE = 90


class Header(NamedTuple):
    """The lines of the head by what they are, and all lines that it takes."""

    national_title: Line | None
    motto: Line | None
    parent: tuple[Line, ...]
    issuer: tuple[Line, ...]
    number: Line | None
    place_and_date: Line | None
    letter_subject: tuple[Line, ...]
    kind: Line | None
    title: tuple[Line, ...]
    taken: tuple[Line, ...]


def find_header(lines: Iterable[Line]) -> Header:
    """Return the head of a document from its first lines."""
    top = _above_content(list(itertools.islice(lines, _FARTHEST)))
    at = next((index for index, each in enumerate(top) if _is_kind(each)), None)
    at = _unlisted_kind(top) if at is None else at
    above = top[: _end_without_kind(top) if at is None else at]
    title = () if at is None else _title(top[at + 1 :])
    carried = 0 if at is None else _carried(top[at + 1 + len(title) :])
    head = [line for line in above if line.box is None or not _is_mark(line)]
    if not any(_is_national_title(each) or _is_motto(each) or _is_number(each) for each in head):
        head = []  # no administrative document: its first lines are no issuer's
    number = _first(head, _is_number)
    subject = _subject(head, number)
    parent, issuer = _split(_named(head, number, subject))
    return Header(
        national_title=_first(head, _is_national_title),
        motto=_first(head, _is_motto),
        parent=parent,
        issuer=issuer,
        number=number,
        place_and_date=_first(head, _is_date),
        letter_subject=subject,
        kind=None if at is None else top[at],
        title=title,
        taken=tuple(above if at is None else top[: at + 1 + len(title) + carried]),
    )


def _above_content(lines: list[Line]) -> list[Line]:
    """Return the lines that may be of the head: those above `Kính gửi`, the first base and the first long paragraph."""
    end = next((index for index, each in enumerate(lines) if _is_content(each)), len(lines))
    return lines[:end]


def _is_content(line: Line) -> bool:
    """Whether no head has such a line: running text, or what opens the content."""
    if line.box is not None:
        return False
    if line.folded.startswith("kinh-gui"):
        return True
    is_own = line.side == "whole" and not line.width and line.paragraph.format.alignment != "center"
    return is_own and (line.folded.startswith("can-cu-") or (len(line.text) > _LONGEST_OWN and not line.is_bold))


def _first(lines: Sequence[Line], is_wanted: Callable[[Line], bool]) -> Line | None:
    return next((each for each in lines if is_wanted(each)), None)


def _is_national_title(line: Line) -> bool:
    """Whether it is the Quốc hiệu, spelt out or short."""
    return line.folded.startswith(("cong-hoa-xa-hoi", "cong-hoa-xhcn", "chxhcn"))


def _is_motto(line: Line) -> bool:
    """Whether it is the Tiêu ngữ."""
    folded = line.folded
    return "doc-lap" in folded and "hanh-phuc" in folded and len(line.text) < _LONGEST_KIND


def _is_mark(line: Line) -> bool:
    """Whether it is a mark such as `DỰ THẢO` or `KHẨN`."""
    return _MARKS.fullmatch(line.folded) is not None


def _names_kind(line: Line) -> bool:
    """Whether it begins with the name of a kind of document."""
    folded = line.folded
    return folded.rstrip(".:") in _KINDS or folded.startswith(_KIND_AND_MORE)


def _is_kind(line: Line) -> bool:
    if line.side == "whole" and line.paragraph.format.alignment == "center" and line.folded in _KINDS:
        return True  # `Kế hoạch` in small letters is the kind too
    return (
        line.is_capital
        and line.side != "left"
        and len(line.text) < _LONGEST_KIND
        and _names_kind(line)
        and line.box is None
    )


def _unlisted_kind(top: Sequence[Line]) -> int | None:
    """Return where a kind stands that the decree does not list, `DANH SÁCH`, `KẾT LUẬN THANH TRA`, None for none."""
    if not (any(map(_is_number, top)) and any(map(_is_national_title, top))):
        return None
    end = _end_without_kind(top)
    at = next((index for index in range(end, len(top)) if not _is_mark(top[index])), None)
    return at if at is not None and _may_be_kind(top[at]) else None


def _may_be_kind(line: Line) -> bool:
    """Whether a line stands as the name of a kind does: alone in the middle, in bold capitals."""
    is_alone = line.side == "whole" and line.box is None and line.paragraph.format.alignment == "center"
    is_short = len(line.text) < _LONGEST_KIND and not line.folded.startswith("phu-luc")
    return is_alone and is_short and line.is_capital and line.is_bold


_CARRIER = re.compile(r"\W*(ban-hanh-|phe-duyet-|dinh-)?kem-theo-")
_MOST_CARRYING = 4
"""The words that say which document a paper comes with take this many lines at most."""
_NUMBER = re.compile(r"(?:số|so)\s*:?\s*[\w.…_ -]{0,16}/.*", re.IGNORECASE)
_DATE = re.compile(r".*\bngay\b.*\bthang\b.*")
_SUBJECT = ("v/v", "ve-viec")
"""How the subject of a letter begins."""
_OWN_DATE = r"[^\W\d_][^\d,;:.]{1,40},?\s*ngày[\d\s.…]*tháng[\d\s.…]*năm[\d\s.…]*"
"""The line of place and date by its own words alone: nothing else says what it is."""
_SHORT_DATE = re.compile(r"[^\W\d_][^\d,;:]{1,40},\s*ngày\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")


def _is_number(line: Line) -> bool:
    """Whether it is the line with number and symbol."""
    return len(line.text) < _LONGEST_NUMBER and _NUMBER.fullmatch(line.text) is not None and "ngay" not in line.folded


def _is_date(line: Line) -> bool:
    """Whether it is the line with place and date."""
    if _SHORT_DATE.fullmatch(line.text) is not None:
        return True
    if len(line.text) >= _LONGEST_DATE or _DATE.fullmatch(line.folded) is None or line.folded.startswith("can-cu"):
        return False
    if line.folded.startswith(_SUBJECT):
        return False
    is_free = line.side == "whole" and not line.width and line.paragraph.format.alignment in ("left", "both")
    is_free = is_free or line.side == "left"
    return not is_free or re.fullmatch(_OWN_DATE, line.text, re.IGNORECASE) is not None


def _end_without_kind(top: Sequence[Line]) -> int:
    """Return where the head of a letter ends: after the last line that only a head has, and its subject."""
    own = [
        i
        for i, each in enumerate(top[:_FARTHEST_OF_LETTER])
        if _is_number(each)
        or _is_date(each)
        or _is_motto(each)
        or each.folded.startswith(("cong-hoa-xa-hoi", "v-v-", "v/v", "ve-viec"))
    ]
    last = own[-1] + 1 if own else 0
    while last < len(top) and top[last].side == "left" and top[last].paragraph == top[last - 1].paragraph:
        last += 1
    return last


def _subject(head: Sequence[Line], number: Line | None) -> tuple[Line, ...]:
    start = next((i for i, each in enumerate(head) if each.folded.startswith(_SUBJECT) and number is not None), None)
    if start is None:
        return ()
    side = head[start].side
    own = [head[start]]
    for each in head[start + 1 :]:
        if each.side != side or _is_date(each) or _is_number(each):
            break
        own.append(each)
    return tuple(own)


def _named(head: Sequence[Line], number: Line | None, subject: Sequence[Line]) -> list[Line]:
    """Return the lines that name the issuing body and the one above it."""
    found = []
    for each in head:
        if each is number or (number is not None and each.side == number.side and each.row > number.row):
            break
        is_other = (
            each.side == "right"
            or _is_motto(each)
            or _is_national_title(each)
            or _is_date(each)
            or _is_mark(each)
            or each in subject
            or typed(each) is not None
            or each.folded.startswith("mau-")
        )
        if not is_other and (each.side == "left" or each.is_capital):
            found.append(each)
    return found


_COMMITTEE = re.compile(r"(uy-ban-nhan-dan|hoi-dong-nhan-dan|ubnd|hdnd)(-.+)?")
_PLACE = re.compile(r"(tinh|thanh-pho|xa|phuong|dac-khu)-")
_OWN_BODY = re.compile(
    r"(so|phong|ban|truong|trung-tam|chi-cuc|cuc|van-phong|thanh-tra|doan|vien|benh-vien|quy|tram|dang-uy|cong-an|hoi)\b.*"
)


def _split(named: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Split the parent body off the issuer: by what the lines say, else by which are bold."""
    for index, each in enumerate(named[1:], 1):
        above = [line.folded for line in named[:index]]
        is_whole = len(above) > 1 or "-" in _COMMITTEE.sub(lambda m: m[2] or "", above[0])
        goes_on = above[-1].endswith(("-va", "-ve")) or _PLACE.fullmatch(f"{above[-1]}-")  # PHƯỜNG / TRƯƠNG QUANG TRỌNG
        if _OWN_BODY.fullmatch(each.folded) and is_whole and not goes_on:
            return tuple(named[:index]), tuple(named[index:])
    if len(named) > 1 and _is_committee_over_committee(named):
        return tuple(named[:1]), tuple(named[1:])
    light = next((i for i, each in enumerate(named) if each.is_bold), 0)
    if light == 1 and _COMMITTEE.fullmatch(named[0].folded) and _PLACE.match(named[1].folded):
        light = 0  # one name in two lines, of which an officer made only the second bold
    return tuple(named[:light]), tuple(named[light:])


def _is_committee_over_committee(named: Sequence[Line]) -> bool:
    first, second = (_COMMITTEE.fullmatch(each.folded) for each in named[:2])
    return first is not None and second is not None and bool(first[2])


def _title(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines of the title right under the kind: centred, or bold and without a full stop."""
    found: list[Line] = []
    for each in lines:
        if typed(each) is not None or each.side != "whole" or each.box is not None:
            if found:
                break
            continue
        centred = each.paragraph.format.alignment == "center"
        if not centred and not (each.is_bold and each.text[-1:] not in ".;:"):
            break
        if found and (each.is_capital or each.folded.startswith(("can-cu-", "kinh-gui"))):
            break
        if _is_carrier(each):
            break
        if found and (each.block > found[-1].block + 1 or not centred) and not (centred and each.is_bold):
            break
        found.append(each)
    return tuple(found)


def _is_carrier(line: Line) -> bool:
    """Whether it says which document the paper comes with: `(Ban hành kèm theo Quyết định số …)`."""
    return _CARRIER.match(line.folded) is not None


def _carried(lines: Sequence[Line]) -> int:
    """Return how many of the lines under a title say which document the paper comes with, from `(` to `)`."""
    if not lines or not _is_carrier(lines[0]):
        return 0
    ends = (index for index, each in enumerate(lines[:_MOST_CARRYING], 1) if each.text.rstrip(".").endswith(")"))
    return next(ends, 1)
