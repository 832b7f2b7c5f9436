"""What goes wrong when a template is filled, in a sentence: Jinja and Python raise many kinds of errors for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers import expat

from kegen.problem import Invalid, KegenError, Place, Problem

_LONGEST = 200
_DEEP = "các thẻ lồng nhau quá sâu, hoặc một macro gọi lại chính nó không dừng"


@contextmanager
def explained(file: str) -> Iterator[None]:
    """Turn whatever filling the template raises into Invalid, which names the template."""
    try:
        yield
    except KegenError:
        raise
    except Exception as error:  # what a template's expressions raise has no end
        message = f"mẫu không điền được ({_reason(error)}); hãy xem lại các thẻ Jinja"
        raise Invalid([Problem(Place(file), "mau-cu-phap", message)]) from error


def require_whole(name: str, text: str, file: str) -> None:
    """Raise Invalid unless the filled part is XML that Word opens."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(text.encode(), True)
    except expat.ExpatError as error:
        before = text.encode().split(b"\n")[error.lineno - 1][: error.offset].decode(errors="ignore")
        near = " ".join(re.sub(r"<[^>]*>", " ", before).split())[-60:]
        message = (
            f"mẫu điền xong thì hỏng (phần {name}, ngay sau “{near}”); hãy xem lại chỗ đặt thẻ: "
            "thẻ {{ … }} chỉ đặt trong chữ thường của văn bản, {%p … %} và {%tr … %} mỗi thẻ một đoạn, một hàng riêng"
        )
        raise Invalid([Problem(Place(file), "mau-cu-phap", message)]) from error


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return _DEEP
    if isinstance(error, MemoryError):
        return "cần nhiều bộ nhớ hơn máy có"
    reason = str(error) or type(error).__name__
    return reason if len(reason) <= _LONGEST else f"{reason[:_LONGEST]}…"
