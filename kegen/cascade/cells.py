"""One cell of a list of units: its text made even, and what keeps it from being used."""

from __future__ import annotations

import re

from kegen.look_alikes import odd_letters, settle, with_code
from kegen.vietnamese import normalise
from kegen.yaml_text.text import clean

_BLANKS = re.compile(r"[^\S\n]+")
_QUOTED = re.compile("[“”„\"«]([^“”„\"«»]*)[“”\"»]|[‘’']([^‘’']*)[’']")
_LITERAL = re.compile(r'="([^"]*)"')
_FORMULA_ERROR = re.compile(
    r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|"
    r"GETTING_DATA|#+)|Err:\d{3}"
)
UNSET = "="
"""What stands for a formula of which the file has no value: a list of text has the formula itself."""


def even(text: str) -> str:
    """Return the text precomposed, in Vietnamese letters, without quotation marks around all of it."""
    if not text:
        return ""
    lines = settle(clean(normalise(text.replace("\r\n", "\n").replace("\r", "\n"))))
    plain = _BLANKS.sub(" ", lines).strip()
    if literal := _LITERAL.fullmatch(plain):  # as exporters write 05, lest Excel take it for 5
        return literal[1].strip()
    return unquoted(plain)


def unquoted(text: str) -> str:
    """Return the text without the quotation marks that stand around all of it."""
    while found := _QUOTED.fullmatch(text):
        text = (found[1] or found[2] or "").strip()
    return text


def fault_in(text: str) -> str:
    """Return why a cell cannot be used, with what to do; "" where it can."""
    if text.startswith(UNSET):
        return "công thức chưa có giá trị, hãy mở bằng Excel và lưu lại"
    if _FORMULA_ERROR.fullmatch(text):
        return f"“{shown(text)}” là lỗi của bảng tính, không phải giá trị; hãy sửa ô này bằng Excel và lưu lại"
    if "\ufffd" in text:
        return "có ký tự không đọc được; hãy gõ lại ô này"
    for word, letter, _ in odd_letters(text):
        return f"“{shown(word)}” có chữ {with_code(letter)} trông giống chữ tiếng Việt mà không phải; hãy gõ lại ô này"
    return ""


def shown(text: str) -> str:
    """Return as much of a cell as a message can show, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 100 else f"{line[:100]}…"  # noqa: PLR2004 - about one line


def cell_name(index: int, row: int) -> str:
    """Return what Excel calls the cell of a column, from 0, and a row: `B2`."""
    letters = ""
    while index >= 0:
        letters, index = chr(ord("A") + index % 26) + letters, index // 26 - 1
    return f"{letters}{row}"
