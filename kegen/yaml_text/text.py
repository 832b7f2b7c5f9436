"""A file's bytes as one Unicode text: any encoding Notepad writes, one kind of line end, precomposed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kegen.files import stored
from kegen.problem import Invalid, KegenError, Place, Problem
from kegen.vietnamese import normalise

SIZE_LIMIT = 1 << 20
"""Bytes a file may have: a hundred times the longest profile, and still read in a blink."""
SAVED_SIZE_LIMIT = 3 << 20
"""Bytes of a plan that kegen wrote itself: some 150 pages."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_FOREIGN = (
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel kiểu cũ"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
)


_FORBIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""What XML 1.0 forbids (section 2.2), with the other control characters, which YAML forbids."""

_INVISIBLE = (
    "[\x85\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
_SEEMS_VISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\ufe0e\ufe0f\uffa0")
"""Those of them that a Unicode table takes for printable."""
_MOST_TOLD = 200


class SourceText(NamedTuple):
    """The text of a file, its lines as an editor shows them, and what its characters have wrong."""

    file: str
    text: str
    problems: tuple[Problem, ...] = ()
    is_typed: bool = True
    """Whether a person typed it: then its letters, blanks and quotes may be other than they look."""


def read_text(path: str | os.PathLike[str]) -> SourceText:
    """Read a file a person wrote.

    Raises KegenError where there is no such file or no text in it, Invalid where it is not in Unicode.
    """
    return decode_text(bytes_of(Path(path)), os.fspath(path))


def decode_text(data: bytes, file: str) -> SourceText:
    """Return the text that the bytes hold; `file` is the name to tell problems by."""
    for start, kind in _FOREIGN:
        if data.startswith(start):
            raise KegenError(f"{file}: đây là {kind}, không phải tệp văn bản YAML; hãy chọn tệp có đuôi .yaml")
    encoding, data = encoding_of(data)
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError as error:
        raise Invalid([_undecodable(data[: error.start], encoding, file)]) from None
    text = normalise(text.replace("\r\n", "\n").replace("\r", "\n"))
    return SourceText(file, clean(text), forbidden(text, file))


def bytes_of(path: Path, most: int = SIZE_LIMIT) -> bytes:
    """Return what a file a person wrote holds; raises KegenError where there is none, or too much."""
    try:
        with stored(path).open("rb") as stream:
            data = _within_limit(stream, most)
            if len(data) <= most:
                return data
    except FileNotFoundError:
        raise KegenError(f"{path}: không có tệp này; hãy kiểm tra lại tên tệp và thư mục") from None
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and os.path.isdir(path):  # noqa: PTH112 - no error for any name
            raise KegenError(f"{path}: đây là thư mục; hãy ghi tên một tệp .yaml trong thư mục đó") from None
        if isinstance(error, PermissionError):
            raise KegenError(
                f"{path}: máy không cho đọc tệp này; hãy đóng chương trình đang mở tệp hoặc xin quyền đọc"
            ) from None
        raise KegenError(
            f"{path}: không đọc được tệp này ({_reason(error)}); hãy chép tệp sang ổ đĩa khác rồi thử lại"
        ) from None
    usual = "; một hồ sơ chỉ vài chục dòng" if most == SIZE_LIMIT else ""
    raise KegenError(f"{path}: tệp lớn hơn {most >> 20} MB nên không đọc{usual}, hãy xem có chọn nhầm tệp không")


def _within_limit(stream: BinaryIO, most: int) -> bytes:
    """Return what the stream holds, a byte more than the limit where it holds more; room is made for what there is."""
    size = min(os.fstat(stream.fileno()).st_size, most)
    data = stream.read(size + 1)
    return data if len(data) <= size else data + stream.read(most + 1 - len(data))


def _reason(error: Exception) -> str:
    return f"mã lỗi {error.errno}" if isinstance(error, OSError) and error.errno else "tên tệp không hợp lệ"


def encoding_of(data: bytes) -> tuple[str, bytes]:
    """Return the encoding and the bytes without their mark; UTF-16 shows by its zero bytes too."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd * 4 > len(data) and not even:
        return "utf-16-le", data
    if even * 4 > len(data) and not odd:
        return "utf-16-be", data
    return "utf-8", data


def _undecodable(before: bytes, encoding: str, file: str) -> Problem:
    lines = normalise(before.decode(encoding, "replace")).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Problem(
        Place(file, len(lines), len(lines[-1]) + 1),
        "ma-chu",
        "chữ ở đây không phải mã Unicode (UTF-8); hãy mở tệp bằng Notepad, "
        "chọn Tệp → Lưu dưới dạng (Save as), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu; "
        "nếu chữ trong Notepad hiện sai (phông TCVN3 .VnTime, VNI) "
        "thì trước hết chuyển mã sang Unicode bằng Unikey (Ctrl + Shift + F6)",
    )


def forbidden(text: str, file: str) -> tuple[Problem, ...]:
    """Return a problem for each forbidden character."""
    if _is_plain(text):
        return ()
    problems = [
        Problem(
            Place(file, number, len(_invisible_out(line[: found.start()])) + 1),
            "ky-tu-cam",
            _message(found[0]),
        )
        for number, line in enumerate(text.split("\n"), 1)
        for found in re.finditer(_FORBIDDEN, line)
    ]
    return tuple(problems[:_MOST_TOLD])


def clean(text: str) -> str:
    """Return the text as YAML can read it: forbidden characters marked, invisible ones gone.

    Why: YAML takes U+2028 and its like, which arrive from web pages, for line ends, and no editor does.
    """
    return text if _is_plain(text) else re.sub(_FORBIDDEN, "\ufffd", _invisible_out(text))


def _is_plain(text: str) -> bool:
    """Whether all of it is surely to be seen, as nearly always: then nothing need be compiled to look for the rest."""
    return text.replace("\n", "").replace("\t", "").isprintable() and _SEEMS_VISIBLE.isdisjoint(text)


def _invisible_out(text: str) -> str:
    return re.sub(_INVISIBLE, lambda found: " " if found[0] in "\x85\u2028\u2029" else "", text)


def _message(character: str) -> str:
    if character == "\x0b":
        return "có dấu ngắt dòng của Word (Shift + Enter), tệp Word không nhận; hãy xóa đi và gõ lại dấu cách"
    code = f"U+{ord(character):04X}"
    return f"có ký tự điều khiển không nhìn thấy ({code}), tệp Word không nhận; hãy xóa đi và gõ lại chỗ này"
