"""Texts of other programs (.odt, .rtf, .doc) made into .docx by LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from kegen.problem import KegenError

_PROGRAMS = ("soffice", "libreoffice")
_WINDOWS = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_SECONDS = 90
"""LibreOffice starts within ten; a file that takes longer is built to hurt, or something else is open."""


def as_docx(data: bytes, name: str) -> bytes:
    """Return a text of another program as a .docx; raises KegenError where LibreOffice is not there or cannot."""
    program = _program()
    if program is None:
        raise KegenError(
            f"{name}: cần LibreOffice để đọc tệp này mà máy chưa cài; hãy cài LibreOffice (gói libreoffice-writer),"
            " hoặc mở tệp trong Word rồi lưu thành .docx"
        )
    with tempfile.TemporaryDirectory(prefix="kegen-", ignore_cleanup_errors=True) as folder:
        return _converted(program, data, name, Path(folder))


def _program() -> str | None:
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((str(each) for each in _WINDOWS if each.is_file()), None)


def _converted(program: str, data: bytes, name: str, folder: Path) -> bytes:
    """Convert in a folder of its own, with a profile of its own: one that a person has open stays untouched."""
    source = folder / f"van-ban{Path(name).suffix.lower()}"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", "docx"]
    try:
        subprocess.run(  # noqa: S603 - the program by its whole path, the file by a name of ours
            [*command, "--outdir", str(folder), str(source)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        return (folder / "van-ban.docx").read_bytes()
    except subprocess.TimeoutExpired:
        why = f"LibreOffice đọc quá {_SECONDS} giây nên đã dừng"
    except OSError:
        why = "LibreOffice không đọc được tệp"
    raise KegenError(f"{name}: {why}; hãy mở tệp trong Word rồi lưu thành .docx")
