"""What the commands print, on any console: one without Vietnamese letters gets them without their marks."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from typing import TYPE_CHECKING, TextIO

from kegen.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}
_PLAIN = str.maketrans("đĐ“”‘’–—…≥≤·×", "dD\"\"''--.><.x")


def prepare_streams() -> None:
    """Let stdout and stderr print any text: in UTF-8 on a Windows console, else as far as their code page goes."""
    codecs.register_error("kegen-plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            on_windows_console = os.name == "nt" and stream.isatty()
            stream.reconfigure(encoding="utf-8" if on_windows_console else None, errors="kegen-plain")


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Replace letters that a code page lacks: marks dropped, then the rest as `?`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_PLAIN)
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(c if c.isascii() else "?" for c in bare), error.end


def can_print_vietnamese(stream: TextIO) -> bool:
    """Whether the stream's encoding has the letters of Vietnamese."""
    try:
        "ệĐ“".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def tell(problems: Iterable[Problem]) -> None:
    """Print problems on stderr, sorted by place, each once; in colour on a terminal."""
    for problem in sorted(set(problems)):
        print(_coloured(str(problem), _COLOURS[problem.severity]), file=sys.stderr)


def complain(message: str) -> None:
    """Print, on stderr, why a command stopped."""
    print(_coloured(message, _COLOURS[Severity.ERROR]), file=sys.stderr)


def _coloured(text: str, colour: str) -> str:
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        return text
    place, mark, rest = text.partition(": ")
    return f"\x1b[1m{place}\x1b[0m{mark}\x1b[{colour}m{rest}\x1b[0m" if rest else f"\x1b[{colour}m{text}\x1b[0m"
