"""Texts of other programs (.odt, .rtf, .doc) made into .docx by LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from kegen.docx.refusals import refusal
from kegen.problem import KegenError

_PROGRAMS = ("soffice", "libreoffice")
_WINDOWS = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_FILTERS = {
    ".doc": "MS Word 97",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".fodt": "OpenDocument Text Flat XML",
}
"""How LibreOffice is to read each kind: left to itself it takes what is broken for plain text."""
_MOST_BYTES = 64 << 20
_SECONDS = 90
"""LibreOffice starts within ten; a file that takes longer is built to hurt, or something else is open."""


def as_docx(data: bytes, name: str, kind: str) -> bytes:
    """Return a text of another program as a .docx; raises KegenError where LibreOffice is not there or cannot.

    `kind` is how the name of such a file ends.
    """
    if len(data) > _MOST_BYTES:
        raise refusal(name, f"lớn hơn {_MOST_BYTES >> 20} MiB", "hãy giảm cỡ các ảnh trong tệp rồi lưu lại")
    program = find_libreoffice()
    if program is None:
        raise KegenError(
            f"{name}: cần LibreOffice để đọc tệp này mà máy chưa cài; hãy cài LibreOffice (gói libreoffice-writer),"
            " hoặc mở tệp trong Word rồi lưu thành .docx"
        )
    with tempfile.TemporaryDirectory(prefix="kegen-", ignore_cleanup_errors=True) as folder:
        return _converted(program, data, name, Path(folder) / f"van-ban{kind}")


def find_libreoffice() -> str | None:
    """Return the program by its whole path, None where it is not installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((str(each) for each in _WINDOWS if each.is_file()), None)


def _converted(program: str, data: bytes, name: str, source: Path) -> bytes:
    """Convert in a folder of its own, with a profile of its own: one that a person has open stays untouched."""
    source.write_bytes(data)
    profile = (source.parent / "profile").as_uri()
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", "docx"]
    command += [f"--infilter={_FILTERS[source.suffix]}"]
    try:
        _run([*command, "--outdir", str(source.parent), str(source)])
        return source.with_suffix(".docx").read_bytes()
    except subprocess.TimeoutExpired:
        why = f"LibreOffice đọc quá {_SECONDS} giây nên đã dừng"
    except OSError:
        why = "LibreOffice không đọc được tệp"
    raise KegenError(f"{name}: {why}; hãy mở tệp trong Word rồi lưu thành .docx")


def _run(command: list[str]) -> None:
    """Run LibreOffice and wait; what it has started ends with it, however the wait ends."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the program by its whole path, the file by a name of ours
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as running:
        try:
            running.wait(_SECONDS)
        except BaseException:
            _end(running)
            raise


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a program, with those that it started where the system has groups of processes (POSIX)."""
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
