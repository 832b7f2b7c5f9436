"""What the server answers to an edit: that it is in the file, that the file is another, or why it is not written."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, NamedTuple

from starlette.responses import JSONResponse

from kegen.form.desk import Conflict, NotWritten, Outcome, Written
from kegen.page.templates import render_html
from kegen.vietnamese import upper_first

_AROUND = 2
"""Lines shown before and after those that differ."""


class Pair(NamedTuple):
    """A line of two texts side by side; 0 where one of them has none."""

    kind: Literal["same", "other", "gap"]
    left_line: int = 0
    left: str = ""
    right_line: int = 0
    right: str = ""


def answer_to(outcome: Outcome, turn: int = 0) -> JSONResponse:
    """Return the answer; nothing that was typed is missing from it. `turn`: the first drawing that shows the edit."""
    if isinstance(outcome, Written):
        backup = f"Bản kia được giữ tại {outcome.backup.name}." if outcome.backup else ""
        return JSONResponse({"version": outcome.version, "message": backup, "turn": turn})
    if isinstance(outcome, NotWritten):
        problems = [upper_first(each.message) for each in outcome.problems]
        return JSONResponse({"why": upper_first(outcome.why), "problems": problems}, 422)
    return JSONResponse(_conflict(outcome), 409)


def _conflict(outcome: Conflict) -> dict[str, object]:
    pairs = beside(outcome.theirs, outcome.mine) if outcome.mine is not None else ()
    html = render_html("conflict.html", pairs=pairs, theirs=outcome.theirs, has_mine=outcome.mine is not None)
    return {"version": outcome.version, "mine": outcome.mine, "html": html, "again": outcome.edit is not None}


def beside(theirs: str, mine: str) -> tuple[Pair, ...]:
    """Return the lines in which two texts differ, side by side, with some lines around them."""
    left, right = theirs.splitlines(), mine.splitlines()
    found = list[Pair]()
    for group in SequenceMatcher(None, left, right, autojunk=False).get_grouped_opcodes(_AROUND):
        if found:
            found.append(Pair("gap"))
        for kind, a, a_end, b, b_end in group:
            ours = zip_longest(_numbered(left, a, a_end), _numbered(right, b, b_end), fillvalue=(0, ""))
            found += [Pair("same" if kind == "equal" else "other", *one, *other) for one, other in ours]
    return tuple(found)


def _numbered(lines: list[str], start: int, end: int) -> Iterator[tuple[int, str]]:
    return enumerate(lines[start:end], start + 1)
