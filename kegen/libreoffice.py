"""LibreOffice, where it is installed: a text of one kind made into another, with no harm to what a person has open."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_WINDOWS = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
SECONDS = 90
"""LibreOffice starts within ten; a file that takes longer is built to hurt, or something else is open."""
HOW_TO_INSTALL = "hãy cài LibreOffice (Debian, Ubuntu: gói libreoffice-writer; Windows: bộ cài tại libreoffice.org)"


class Missing(Exception):  # noqa: N818 - a state
    """LibreOffice is not installed."""


class TooSlow(Exception):  # noqa: N818 - the same
    """LibreOffice was stopped: it had taken longer than `SECONDS`."""


def program() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((str(each) for each in _WINDOWS if each.is_file()), None)


def converted(data: bytes, kind: str, wanted: str, *options: str) -> bytes:
    """Return a text made into another kind; raises Missing, TooSlow, or OSError where it cannot be.

    `kind` and `wanted` are how names of such files end, `.docx`; `options` go to LibreOffice as they are.
    """
    office = program()
    if office is None:
        raise Missing
    with tempfile.TemporaryDirectory(prefix="kegen-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"van-ban{kind}"
        source.write_bytes(data)
        profile = (source.parent / "profile").as_uri()  # its own: one that a person has open stays untouched
        command = [office, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        _run([*command, *options, "--convert-to", wanted[1:], "--outdir", folder, str(source)])
        return source.with_suffix(wanted).read_bytes()


def _run(command: list[str]) -> None:
    """Run LibreOffice and wait; what it has started ends with it, however the wait ends."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the program by its whole path, the file by a name of ours
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            _end(running)
            raise TooSlow from None
        except BaseException:
            _end(running)
            raise


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a program, with those that it started where the system has groups of processes (POSIX)."""
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
