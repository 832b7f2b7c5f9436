"""A draft as PDF, and as a picture a page, made by LibreOffice of the very file."""

from __future__ import annotations

import struct
import zlib

from kegen.extras import extra
from kegen.libreoffice import HOW_TO_INSTALL, SECONDS, Missing, TooSlow, converted
from kegen.problem import KegenError

_POINTS_PER_INCH = 72
_DOTS_PER_INCH = 110
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR = (8, 2, 0, 0, 0)
"""Eight bits of red, green and blue, compressed, not interlaced (PNG, third edition, 11.2.1)."""


def as_pdf(docx: bytes, name: str) -> bytes:
    """Return a Word file as PDF; raises KegenError, with the name given, where LibreOffice is not there or cannot."""
    try:
        return converted(docx, ".docx", ".pdf")
    except Missing:
        raise KegenError(
            f"{name}: cần LibreOffice để ghi tệp này mà máy chưa cài; {HOW_TO_INSTALL},"
            " hoặc dùng --format html rồi in ra PDF từ trình duyệt"
        ) from None
    except TooSlow:
        why = f"LibreOffice làm quá {SECONDS} giây nên đã dừng"
    except OSError:
        why = "LibreOffice không ghi được tệp"
    raise KegenError(f"{name}: {why}; hãy đóng LibreOffice đang mở rồi chạy lại, hoặc dùng --format html")


def as_pictures(pdf: bytes) -> list[bytes]:
    """Return a PNG of each page of a PDF; raises KegenError where the library is missing."""
    with extra("pdf", "ghi ảnh PNG"):
        import pypdfium2  # noqa: PLC0415 - heavy, and not every user has it
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(page) for page in document]
    finally:
        document.close()


def _picture(page: object) -> bytes:
    bitmap = page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, rev_byteorder=True)  # type: ignore[attr-defined]
    data, used = bytes(bitmap.buffer), bitmap.width * bitmap.n_channels
    rows = (data[at * bitmap.stride : at * bitmap.stride + used] for at in range(bitmap.height))
    return png(bitmap.width, bitmap.height, b"".join(b"\0" + row for row in rows))


def png(width: int, height: int, rows: bytes) -> bytes:
    """Return a PNG of rows of red, green and blue, each led by a zero."""
    head = struct.pack(">2I5B", width, height, *_TRUE_COLOUR)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
