"""Texts of other programs (.odt, .rtf, .doc) made into .docx by LibreOffice, where it is installed."""

from __future__ import annotations

from kegen.docx.refusals import refusal
from kegen.libreoffice import HOW_TO_INSTALL, SECONDS, Missing, TooSlow, converted
from kegen.problem import KegenError

_FILTERS = {
    ".doc": "MS Word 97",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".fodt": "OpenDocument Text Flat XML",
}
"""How LibreOffice is to read each kind: left to itself it takes what is broken for plain text."""
_MOST_BYTES = 64 << 20


def as_docx(data: bytes, name: str, kind: str) -> bytes:
    """Return a text of another program as a .docx; raises KegenError where LibreOffice is not there or cannot.

    `kind` is how the name of such a file ends.
    """
    if len(data) > _MOST_BYTES:
        raise refusal(name, f"lớn hơn {_MOST_BYTES >> 20} MiB", "hãy giảm cỡ các ảnh trong tệp rồi lưu lại")
    try:
        return converted(data, kind, ".docx", f"--infilter={_FILTERS[kind]}")
    except Missing:
        raise KegenError(
            f"{name}: cần LibreOffice để đọc tệp này mà máy chưa cài; {HOW_TO_INSTALL},"
            " hoặc mở tệp trong Word rồi lưu thành .docx"
        ) from None
    except TooSlow:
        why = f"LibreOffice đọc quá {SECONDS} giây nên đã dừng"
    except OSError:
        why = "LibreOffice không đọc được tệp"
    raise KegenError(f"{name}: {why}; hãy mở tệp trong Word rồi lưu thành .docx")
