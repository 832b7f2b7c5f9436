"""Blanks before a line that are no spaces: tabs, and the no-break spaces of web pages."""

from __future__ import annotations

import re

from kegen.source.slip import Slip

_FRONT = re.compile(r"[^\S\n]*(?:-[^\S\n]+)*")
_TAB = "đầu dòng có dấu Tab; hãy xóa đi và thụt vào bằng dấu cách (mỗi cấp hai dấu cách)"
_ODD = "đầu dòng có dấu cách lạ, thường do chép từ trang web hay Word; hãy xóa đi và gõ lại bằng dấu cách"


def blank_slip(text: str, tab_width: int) -> Slip | None:
    """Return the slip in the line's indentation, with the line as indented by spaces."""
    found = _FRONT.match(text)
    front = found[0] if found else ""
    odd = re.search(r"[^ -]", front)
    if not odd or not text.strip():
        return None
    spaces = re.sub(r"[^ -]", " ", front.replace("\t", " " * tab_width)) + text[len(front) :]
    tab = odd[0] == "\t"
    return Slip(odd.start(), "tab" if tab else "cach-la", _TAB if tab else _ODD, spaces)
