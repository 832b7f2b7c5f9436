"""Characters that no document can carry, and those that nobody sees."""

from __future__ import annotations

import re

from kegen.problem import Place, Problem

_FORBIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""What XML 1.0 forbids (section 2.2), with the other control characters, which YAML forbids."""

_INVISIBLE = "[\x85\u2028\u2029\u200b\u2060\ufeff]"
_MOST_TOLD = 200


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
    return text.replace("\n", "").replace("\t", "").isprintable()


def _invisible_out(text: str) -> str:
    return re.sub(_INVISIBLE, lambda found: " " if found[0] in "\x85\u2028\u2029" else "", text)


def _message(character: str) -> str:
    if character == "\x0b":
        return "có dấu ngắt dòng của Word (Shift + Enter), tệp Word không nhận; hãy xóa đi và gõ lại dấu cách"
    code = f"U+{ord(character):04X}"
    return f"có ký tự điều khiển không nhìn thấy ({code}), tệp Word không nhận; hãy xóa đi và gõ lại chỗ này"
