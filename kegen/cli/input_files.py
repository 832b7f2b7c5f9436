"""The files `kegen check` is to look at: as named, in folders, or from stdin."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from kegen.cli.vietnamese_click import Misuse
from kegen.files import is_special, stored
from kegen.problem import KegenError
from kegen.reporting.summary import Unreadable
from kegen.vietnamese import nearest

STDIN: Final = "-"
_WORD_LIKE: Final = (
    *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot"),
    *(".rtf", ".odt", ".ott", ".fodt", ".wps", ".wpd"),
)
"""How files end that Word opens as texts: of a folder each is looked at, and told where it cannot be."""
_LOCKS: Final = ("~$", ".~lock.")
"""What the names of the files begin with that Word and LibreOffice put beside what is open."""
_MOST: Final = (64 << 20) + 1
"""One byte more than the reader of documents takes: it then says that the file is too large."""


def is_word_like(name: str) -> bool:
    """Whether the name ends as that of a text for Word."""
    return name.lower().endswith(_WORD_LIKE)


class Source(NamedTuple):
    """A file to look at, by the name it is spoken of."""

    file: str

    def read(self) -> bytes:
        """Return its bytes, as many as are of use; raises KegenError where they cannot be had."""
        if self.file == STDIN:
            return _from_stdin()
        try:
            with open(_spelled(self.file), "rb") as stream:  # noqa: PTH123 - a Path would drop what makes a name strange
                return stream.read(_MOST)
        except (OSError, ValueError) as error:
            raise KegenError(f"{self.file}: {_why(self.file, error)}") from None


def _spelled(file: str) -> str:
    """Return the name as the disk spells it; what no other spelling brings to light stays to the letter."""
    return file if os.path.lexists(file) else str(stored(Path(file))) if file else file


def sources_of(names: tuple[str, ...]) -> list[Source | Unreadable]:
    """Return what the names stand for, each file once; a folder stands for the Word files in it, at any depth."""
    if not names:
        raise Misuse("thiếu tệp cần kiểm tra; ví dụ: kegen check ke-hoach.docx")
    if STDIN in names and sys.stdin is not None and sys.stdin.isatty():
        raise Misuse("dấu - nghĩa là đọc tệp từ lệnh trước; ví dụ: kegen check - < ke-hoach.docx")
    found: dict[str, Source | Unreadable] = {}
    for name in names:
        is_folder = name != STDIN and os.path.isdir(name)  # noqa: PTH112 - no error for any name
        for each in _of_folder(name) if is_folder else [Source(name)]:
            found.setdefault(os.path.normpath(each.file) if each.file else "", each)
    return list(found.values())


def _of_folder(folder: str) -> list[Source | Unreadable]:
    closed: list[OSError] = []
    found: list[Source | Unreadable] = [_in_folder(str(path)) for path in sorted(_documents(folder, closed))]
    found += [
        Unreadable(each.filename, f"{each.filename}: máy không cho mở thư mục này; hãy xin quyền đọc")
        for each in closed
    ]
    if not found:
        why = f"{folder}: không có tệp .docx nào trong thư mục này; hãy xem lại tên thư mục"
        return [Unreadable(folder, why)]
    return found


def _in_folder(file: str) -> Source | Unreadable:
    """Return a file of a folder to look at; nobody has asked to wait for a pipe or a device."""
    if is_special(file):
        return Unreadable(file, f"{file}: đây là ống dẫn hoặc thiết bị, không phải tệp thường, nên không đọc")
    return Source(file)


def _documents(folder: str, closed: list[OSError]) -> Iterator[Path]:
    """Yield the Word files of a folder, and those that are like them."""
    for place, _, names in os.walk(folder, onerror=closed.append):
        yield from (Path(place, name) for name in names if is_word_like(name) and not name.startswith(_LOCKS))


def _from_stdin() -> bytes:
    try:
        return sys.stdin.buffer.read(_MOST)
    except (OSError, AttributeError, ValueError):  # closed by the caller
        raise KegenError(f"{STDIN}: không đọc được tệp từ lệnh trước; hãy ghi tên tệp thay cho dấu -") from None


def _why(file: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"không có tệp này; {_near(file) or 'hãy kiểm tra lại tên tệp và thư mục'}"
    if os.path.isdir(file):  # noqa: PTH112 - no error for any name
        return "đây là thư mục; hãy ghi tên một tệp trong thư mục đó"
    if isinstance(error, PermissionError):
        return "máy không cho đọc tệp này; hãy đóng chương trình đang mở tệp hoặc xin quyền đọc"
    number = getattr(error, "errno", None)
    return (
        f"không đọc được tệp này ({f'mã lỗi {number}' if number else 'tên tệp không hợp lệ'}); hãy chép sang nơi khác"
    )


def _near(file: str) -> str:
    """Return the Word file beside it that was likely meant, as a question, "" for none."""
    path = Path(file)
    try:
        near = nearest(path.name, [each.name for each in path.parent.iterdir() if each.suffix.lower() == ".docx"])
    except OSError:
        return ""
    return f"có phải là {path.with_name(near)}?" if near else ""
