"""Kinds of scalar a profile holds: each reads text as typed and says in Vietnamese what is wrong with it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticKnownError

from kegen.dates import PlanDate, month_digits, parse_date
from kegen.vietnamese import fold
from kegen.yaml_text.model import InputModel
from kegen.yaml_text.quotes import unquoted
from kegen.yaml_text.sample import flow, shown

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 200
MARKS = ("-", "+", "a)", "1.", "khong")
AS_TYPED = "nhu-viet"
"""What prints an item or a heading as it was typed, its own mark included."""
ITEM_MARKS = (*MARKS, AS_TYPED)
HEADING_MARKS = ("I.", "A.", "1.", "1.1.", "a)", "-", "+", "khong", AS_TYPED)
_FLAGS = {
    "co": True, "true": True, "yes": True, "x": True, "dung": True,
    "khong": False, "false": False, "no": False, "sai": False,
}  # fmt: skip


def check_text(text: str) -> str:
    """Return the text with its blanks made single; refuse one that says nothing."""
    text = " ".join(text.split())
    if not text:
        raise ValueError("chưa có chữ nào; hãy ghi nội dung, hoặc bỏ cả dòng này")
    return text


def check_cell(text: str) -> str:
    """Return the text of a cell, which may say nothing or have several lines, with its blanks made single."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def check_name(text: str) -> str:
    """Return a name; refuse one in quotes, and one so long that something else was pasted in its place."""
    if (inner := unquoted(text)) is not None:
        raise ValueError(f"tên không đặt trong dấu ngoặc, vì dấu ấy sẽ bị in ra; hãy ghi: {flow(shown(inner))}")
    if len(text) > LONGEST_NAME:
        raise ValueError(
            f"“{shown(text)}” dài {len(text)} ký tự, quá dài cho một tên (nhiều nhất {LONGEST_NAME}); "
            "hãy xem có dán nhầm đoạn văn khác vào đây không, rồi chỉ ghi tên"
        )
    return text


def check_slug(text: str) -> str:
    """Return an id: small letters without marks, digits, hyphens."""
    text = text.strip(" ")
    if not _SLUG.fullmatch(text):
        near = "-".join(re.findall(r"[a-z0-9]+", fold(text)))
        near = near if _SLUG.fullmatch(near) else "dau-moi"
        raise ValueError(
            f"mã “{shown(text)}” phải viết bằng chữ thường không dấu, chữ số và dấu “-”, ví dụ {shown(near)}"
        )
    return text


def check_pack_name(text: str) -> str:
    """Return the name of a pack, an id, or the path to one."""
    return " ".join(text.split()) if re.search(r"[/\\]|\.ya?ml$", text.strip()) else check_slug(text)


def check_mark(text: str) -> str:
    """Return a mark that offices may have."""
    return _known_mark(text, MARKS)


def check_item_mark(text: str) -> str:
    """Return a mark that items may have."""
    return _known_mark(text, ITEM_MARKS)


def check_heading_mark(text: str) -> str:
    """Return a mark that headings may have."""
    return _known_mark(text, HEADING_MARKS)


def _known_mark(text: str, known: tuple[str, ...]) -> str:
    """Return a mark that is known; a dash or a plus sign is quoted in the message, as YAML wants it."""
    if text not in known:
        marks = ", ".join(f'"{each}"' if each in "-+" else each for each in known)
        raise ValueError(f"dấu “{shown(text)}” chưa dùng được; hãy chọn một trong: {marks}")
    return text


def check_edits(edits: object) -> object:
    """Return changes of words; refuse one that changes nothing, or lacks words, as a comma in braces leaves it."""
    pairs = edits.items() if isinstance(edits, dict) else ()
    if any(not str(old).strip() for old, _ in pairs):
        raise ValueError("có dòng chưa ghi chữ cũ; hãy viết “chữ cũ”: “chữ mới”, chữ cũ là chữ có trong câu mẫu")
    for old in (key for key, new in pairs if new is None):
        raise ValueError(
            f'“{shown(old)}” chưa có chữ thay; hãy viết “chữ cũ”: “chữ mới”, xóa thì ghi "";'
            " chữ có dấu phẩy hay dấu hai chấm thì đặt trong ngoặc kép"
        )
    for old in (key for key, new in pairs if new == key):
        raise ValueError(f"“{shown(old)}” được thay bằng chính nó; hãy ghi chữ mới, hoặc bỏ dòng này")
    return edits


def check_day(text: str) -> str:
    """Return a day of the year as `05/6`: day with a zero below 10, month with one for 1 and 2 only."""
    match = re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})", text.strip())
    if not match:
        raise ValueError(f"“{shown(text)}” không phải là ngày trong năm; hãy viết ngày/tháng, ví dụ 05/6")
    try:
        date = parse_date(f"{match[1]}/{match[2]}/2028")  # a leap year, so that 29/02 is a day
    except ValueError:
        raise ValueError(f"ngày {text.strip()} không có trên lịch; hãy viết ngày/tháng, ví dụ 05/6") from None
    return f"{date.day:02}/{month_digits(date.month)}"


def check_number(text: str) -> str:
    """Return a number as Vietnamese writes it: `60`, `1,5`, `1/2`."""
    if not re.fullmatch(r"\d{1,9}([.,]\d{1,9})?|\d{1,9}/[1-9]\d{0,8}", text.strip()):
        raise ValueError(f"“{shown(text)}” không phải là số; hãy chỉ ghi con số, ví dụ 60 hoặc 1,5")
    return text.strip().replace(".", ",")


def read_date(value: object) -> PlanDate:
    """Return the date that a text stands for; a date stays as it is."""
    if isinstance(value, PlanDate):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    return parse_date(value)


def is_flag(text: str) -> bool:
    """Whether a text says yes or no and nothing else."""
    return fold(text) in _FLAGS


def is_none(text: str) -> bool:
    """Whether a text says `không`: that there is to be nothing."""
    return fold(text) == "khong"


def read_flag(value: object) -> bool:
    """Return the truth that `có`, `không`, `true`, `false`, `yes` or `no` stands for."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and is_flag(value):
        return _FLAGS[fold(value)]
    raise ValueError("chỗ này chỉ nhận “có” hoặc “không”")


_YES_OR_NO = {"co", "khong", "true", "false", "yes", "no"}


def check_reason(text: str) -> str:
    """Return a reason; refuse `có` and `không`, which say whether, not why."""
    if fold(text) in _YES_OR_NO:
        raise ValueError(
            f"chỗ này ghi lý do, không ghi “{shown(text)}”; hãy ghi vì sao, hoặc xóa dòng này nếu không bỏ gì"
        )
    return text


Text = Annotated[str, AfterValidator(check_text)]
Cell = Annotated[str, AfterValidator(check_cell)]
Reason = Annotated[Text, AfterValidator(check_reason)]
Name = Annotated[Text, AfterValidator(check_name)]
Slug = Annotated[str, AfterValidator(check_slug)]
PackName = Annotated[str, AfterValidator(check_pack_name)]
Day = Annotated[str, AfterValidator(check_day)]
Number = Annotated[str, AfterValidator(check_number)]
Mark = Annotated[str, AfterValidator(check_mark)]
ItemMark = Annotated[str, AfterValidator(check_item_mark)]
HeadingMark = Annotated[str, AfterValidator(check_heading_mark)]
DateText = Annotated[PlanDate, PlainValidator(read_date)]
Flag = Annotated[bool, BeforeValidator(read_flag)]


Edits = Annotated[dict[str, str], BeforeValidator(check_edits)]


class Edited(InputModel):
    """A wording of the pack with some of its words changed."""

    edits: Edits = Field(
        title="Sửa chữ",
        description="Mỗi dòng là “chữ cũ”: “chữ mới”; phần còn lại của câu giữ nguyên theo mẫu.",
        examples=['{"các phòng ban": "các cơ quan"}'],
    )


Wording = Text | Edited
