"""The quotes that Word and Zalo make of straight ones: YAML takes them for part of the value."""

from __future__ import annotations

import re

from kegen.yaml_text.sample import flow, quoted, shown

_DOUBLE = '“”„‟«»″〝〞"'
_SINGLE = "‘’‚‛‹›′'"
_APOSTROPHE = r"(?<=\w)[’'](?=\w)"
_LONE = "“”„‟«»"


def unquoted(text: str) -> str | None:
    """Return what stands between the quotes that a text is wholly in, None where it is not."""
    for signs in (_DOUBLE, _SINGLE):
        if len(text) > 1 and text[0] in signs and text[-1] in signs and _is_whole(text[1:-1], signs):
            return text[1:-1].strip()
    return None


def _is_whole(inner: str, signs: str) -> bool:
    """Whether no quote ends between the outer two."""
    depth = 0
    for sign in re.sub(_APOSTROPHE, "", inner) if signs is _SINGLE else inner:
        depth += (sign in "“«‘‹") - (sign in "”»’›")
        if depth < 0:
            return False
    return depth == 0


def slip_of_quotes(text: str) -> tuple[str, str] | None:
    """Return what is wrong with the quotes of a value without straight ones, and what it was meant to say."""
    inner = unquoted(text)
    if inner is not None:
        whole = quoted(shown(text)) if '"' not in text else f"'{shown(text)}'"
        message = (
            f"dấu {text[0]} {text[-1]} quanh giá trị là chữ của giá trị và sẽ bị in ra; hãy bỏ đi, ghi: "
            f"{flow(shown(inner))}; nếu muốn in cả dấu ấy thì đặt thêm trong ngoặc kép thẳng: {whole}"
        )
        return message, inner
    lone = [sign for sign in text if sign in _LONE]
    if len(lone) == 1 and lone[0] in (text[0], text[-1]):
        message = (
            f"dấu {lone[0]} ở đây không có dấu kia đi cùng; nếu nó đóng mở giá trị thì hãy dùng ngoặc kép thẳng: "
            f'"…", nhất là khi giá trị có dấu phẩy hay dấu hai chấm'
        )
        return message, text.strip(_LONE).strip()
    return None
