"""Facts that stand on a line of their own behind a label: `Đơn vị chủ trì: Sở Y tế`, `Thời gian: quý II/2026`."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

LabelField = Literal["lead", "helpers", "watcher", "deadline", "product", "wording", ""]
"""Which fact of a task a label gives; "" for what is no fact of a task (`Địa điểm:`)."""

_WHO = r"(?:(?:các )?(?:cơ quan|đơn vị|sở|ngành|bộ phận|phòng|tổ chức|nơi|cán bộ|người|trách nhiệm)[^:;.]{0,25}? )?"
_OF_TIME = "thực hiện|hoàn thành|triển khai|trình|xong|và tiến độ|báo cáo|dự kiến|ban hành|hoàn thành dự kiến"
_ELSE = (
    "địa điểm|thành phần|đối tượng|phạm vi|(?:nguồn )?kinh phí|hình thức|số lượng|quy mô|ghi chú|địa bàn"
    "|thời gian(?: và)? địa điểm|thời gian thực hiện (?:kế hoạch|chương trình|đề án|chỉ thị)"
)
_FORMS: tuple[tuple[LabelField, str], ...] = (
    ("helpers", rf"{_WHO}phối hợp(?: [^:;.]{{0,25}})?"),
    ("watcher", rf"{_WHO}(?:theo dõi|đôn đốc|giám sát)(?: ?[^:;.]{{0,30}})?"),
    ("lead", rf"{_WHO}(?:chủ trì|chịu trách nhiệm|đầu mối)(?: ?[^:;.]{{0,25}})?|phân công(?: thực hiện)?"),
    (
        "lead",
        r"(?:cơ quan|đơn vị|sở|phòng|bộ phận|người|trách nhiệm)(?:, ?(?:cơ quan|đơn vị))? (?:được giao )?thực hiện",
    ),
    (
        "deadline",
        rf"(?:thời gian|thời hạn|tiến độ|hạn|lộ trình|thời điểm)(?: (?:{_OF_TIME}))*",
    ),
    ("product", r"(?:sản phẩm|kết quả|đầu ra)(?: (?:đầu ra|đạt được|cần đạt|thực hiện|dự kiến|hoàn thành|phải đạt))*"),
    (
        "wording",
        r"(?:nội dung|nhiệm vụ|công việc|hoạt động)(?: (?:thực hiện|công việc|nhiệm vụ|hoạt động|chính|cụ thể))*",
    ),
    (
        "",
        rf"(?:{_ELSE})(?: [^:;.]{{0,25}})?",
    ),
)
_LABELS = tuple((field, re.compile(rf"(?:{form}) ?: ?", re.IGNORECASE)) for field, form in _FORMS)
_CUT = re.compile(r"[;.,]\s+")
_LONGEST = 310
_IN_BRACKETS = re.compile(r"\s*\(([^()]{5,300})\)[.;]?$")


class Label(NamedTuple):
    """A label, and what stands behind it."""

    field: LabelField
    text: str


def labels_in(text: str) -> tuple[Label, ...]:
    """Return the labels of a line that begins with one, several on one line (`Chủ trì: A; phối hợp: B`) each."""
    text = text.strip(" ()")
    if _label_at(text, 0) is None:
        return ()
    starts = [0, *(found.end() for found in _CUT.finditer(text))]
    found = [(at, label) for at in starts if (label := _label_at(text, at)) is not None]
    ends = [at for at, _ in found[1:]] + [len(text)]
    return tuple(
        Label(field, text[start:end].strip(" .;,")) for (_, (field, start)), end in zip(found, ends, strict=True)
    )


def split_brackets(text: str) -> tuple[str, tuple[Label, ...]]:
    """Return a sentence, and the labels that stand in brackets at its end: `… (Đơn vị chủ trì: Sở Y tế)`."""
    found = _IN_BRACKETS.search(text[-_LONGEST:])
    labels = labels_in(found[1]) if found else ()
    if not found or not labels:
        return text, ()
    return text[: max(len(text) - _LONGEST, 0) + found.start()], labels


def _label_at(text: str, at: int) -> tuple[LabelField, int] | None:
    """Return the field of the label at a place and where its value begins, None for other words."""
    found = ((field, match) for field, form in reversed(_LABELS) if (match := form.match(text, at)))
    return next(((field, match.end()) for field, match in found), None)
