"""What the commands print, on any console: one without Vietnamese letters gets them without their marks."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, TextIO

import click

from kegen.problem import KegenError, Problem, Severity, shown_problems

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_TONES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
    "info": {"fg": "cyan"},
}


_STEERS = re.compile("(?!\r\n)[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal, or turns the order of letters: controls but tabs and line ends, marks of direction."""


def harmless(text: str) -> str:
    r"""Return the text with what could steer a terminal written out (`\u001b`), as JSON writes it."""
    return _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def prepare_streams() -> None:
    """Let stdout and stderr print any text: in UTF-8 on a Windows console, else as far as their code page goes."""
    # A stream the caller closed is None: what is printed on it goes nowhere.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - till the process ends
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _prepare(stream)


def _prepare(stream: io.TextIOWrapper) -> None:
    if os.name == "nt" and stream.isatty():
        stream.reconfigure(encoding="utf-8")
    if stream.encoding.lower() == "utf-8":  # it has every letter
        stream.reconfigure(errors="replace")
        return
    stream.reconfigure(errors=handler_for(stream.encoding))


def print_result(text: str) -> None:
    """Print on stdout what the command came to; raises KegenError where a full disk or the like does not take it."""
    _print(harmless(text), print)


def print_lines(lines: Iterable[tuple[str, str]]) -> None:
    """Print lines on stdout, each with its tone (`title`, `error` …), which shows in colour on a terminal."""
    lines = tuple((harmless(text), tone) for text, tone in lines)
    if not lines:
        return
    if _has_colours(sys.stdout):  # click turns colours on in the consoles of Windows, too
        _print("\n".join(_toned(text, tone) for text, tone in lines), click.echo)
    else:
        _print("\n".join(text for text, _ in lines), print)


def _toned(text: str, tone: str) -> str:
    return click.style(text, **_TONES[tone]) if tone in _TONES and text else text


def _print(text: str, write: Callable[..., None]) -> None:
    try:
        write(text, file=sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        _silence(sys.stdout)
        raise KegenError(f"không in được kết quả (mã lỗi {error.errno}); hãy kiểm tra ổ đĩa nơi ghi kết quả") from None


def print_exactly(text: str) -> None:
    """Print on stdout text that a program or a file is to take whole: in UTF-8, but on a terminal of another kind."""
    text = text.removesuffix("\n")
    if sys.stdout.isatty():
        print_result(text)
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    _print(text, print)


def can_print_vietnamese(stream: TextIO) -> bool:
    """Whether the stream's encoding has the letters of Vietnamese."""
    try:
        "ệĐ“".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def tell(problems: Iterable[Problem]) -> None:
    """Print problems on stderr, sorted by place, each once; in colour on a terminal."""
    for problem in shown_problems(problems):
        _put(str(problem), _COLOURS[problem.severity])


def complain(message: str) -> None:
    """Print, on stderr, why a command stopped."""
    _put(message, _COLOURS[Severity.ERROR])


def explain_hint() -> None:
    """Print how to learn what an id means, for a person at a terminal; what a program reads stays as it was."""
    if sys.stdout.isatty():
        print_result("Chưa rõ một mã trong ngoặc vuông thì xem: kegen explain MÃ")


def _put(text: str, colour: str) -> None:
    try:
        # It also turns colours on in the consoles of Windows.
        click.echo(_coloured(harmless(text), colour), file=sys.stderr)
    except OSError:  # nobody reads it, and there is nowhere else to say so
        _silence(sys.stderr)


def _coloured(text: str, colour: str) -> str:
    if not _has_colours(sys.stderr):
        return text
    place, mark, rest = text.partition(": ")
    return click.style(place, bold=True) + mark + click.style(rest, fg=colour) if mark else click.style(text, fg=colour)


def _has_colours(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _silence(stream: TextIO) -> None:
    """Send what the stream still holds, and all that follows, nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SPELLED = str.maketrans(
    {"đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-", "−": "-"}
    | {"≥": ">=", "≤": "<=", "⁄": "/", "×": "x", "·": ".", "•": "-", "→": "->"}
)


def handler_for(encoding: str) -> str:
    """Return the name of the error handler that keeps text printable in the encoding."""
    name = f"kegen-{encoding}"
    codecs.register_error(name, lambda error: _replaced(error, encoding))
    return name


def _replaced(error: UnicodeError, encoding: str) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_nearest(letter, encoding) for letter in error.object[error.start : error.end]), error.end


def _nearest(letter: str, encoding: str) -> str:
    """Return the letter as cp1258 has it, its tone behind it; else without marks; `?` where it is no letter known."""
    for form in (_tone_apart(letter), _bare(letter)):
        try:
            form.encode(encoding)
        except UnicodeEncodeError:
            continue
        return form
    return "?"


def _tone_apart(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in marks if mark in _TONE_MARKS)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONE_MARKS)) + tones


def _bare(letter: str) -> str:
    marks = unicodedata.normalize("NFKD", letter.translate(_SPELLED))
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).translate(_SPELLED)
