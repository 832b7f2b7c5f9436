"""One change between two plans, as a value, and how one text became another, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from kegen.vietnamese import normalise

Kind = Literal["added", "removed", "changed", "moved"]
Subject = Literal[
    "number",
    "date",
    "issuer",
    "title",
    "base",
    "chain",
    "target",
    "order",
    "task",
    "lead",
    "helpers",
    "deadline",
    "product",
    "task-target",
    "left-out",
    "section",
    "item",
    "row",
    "note",
    "recipient",
    "signature",
    "annex",
    "other",
]
"""What changed: a fact of the head or the end, a legal basis, a document of the chain above, an order of the plan
above and whether it is taken up, a target, a task or one of its facts, why something was left out, a heading, a
paragraph that is no task, a row of a table, a footnote, a line of recipients, anything else that a Word file says."""
_WORD = re.compile(r"\s*(?:\w+(?:[/.,-]\w+)*%?|[^\w\s])")
_LONG = 2000
"""Words beyond which those that stand everywhere are passed over, to keep the time in bounds."""
_ALONE = 2
"""Words that stayed between changes, too few to be told apart from them."""
_Run = tuple[bool, int, int, int, int]
"""Whether the words stayed, and where they stand in the old text and in the new."""


class Piece(NamedTuple):
    """Words in a row that stayed, went or came."""

    how: Literal["same", "removed", "added"]
    text: str


class Change(NamedTuple):
    """One thing that is not as it was."""

    kind: Kind
    subject: Subject
    id: str
    """The id of the task, section, target or document; "" where it has none."""
    where: str
    """The section it stands in now (`II.3. Đổi mới …`), or stood in; "" outside the body."""
    old: str
    """As it was, "" for what was added; of what moved, the place where it stood."""
    new: str
    pieces: tuple[Piece, ...] = ()
    """Old and new text word by word; of what moved, its words; () for what was added or removed, which is all words."""
    reason: str = ""
    """Why it is no longer there, where the plan says so."""


def changed(subject: Subject, id_: str, where: str, before: str, after: str) -> Change:
    """Return the change from one text to another, of which one may be empty."""
    kind: Kind = "added" if not before else "removed" if not after else "changed"
    pieces = pieces_of(before, after) if kind == "changed" else ()
    return Change(kind, subject, id_, where, before, after, pieces)


def is_same(one: str, other: str) -> bool:
    """Whether the texts are one but for blanks and how their letters are composed."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(normalise(text).split())


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Return what stayed, went and came: same and removed joined are the old text, same and added the new one."""
    before, after = (_WORD.findall(_plain(text)) for text in (old, new))
    ones, others = ([each.strip() for each in words] for words in (before, after))
    matcher = SequenceMatcher(None, ones, others, autojunk=len(others) > _LONG)
    pieces: list[Piece] = []
    for is_same_run, i, j, k, m in _runs(matcher.get_opcodes()):
        if is_same_run:
            pieces.append(Piece("same", "".join(after[k:m])))
            continue
        pieces += [Piece("removed", "".join(before[i:j]))] if j > i else []
        pieces += [Piece("added", "".join(after[k:m]))] if m > k else []
    return tuple(pieces)


def _runs(codes: Sequence[tuple[str, int, int, int, int]]) -> list[_Run]:
    """Return the runs of words; a word or two that stayed, alone between changes, count as changed with them."""
    runs: list[_Run] = []
    for index, (how, i, j, k, m) in enumerate(codes):
        is_alone = 0 < index < len(codes) - 1 and j - i <= _ALONE
        stays = how == "equal" and not is_alone
        if runs and runs[-1][0] == stays:
            runs[-1] = (stays, runs[-1][1], j, runs[-1][3], m)
        else:
            runs.append((stays, i, j, k, m))
    return runs


def change_records(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """Return the changes, whole, as plain values."""
    return [{**each._asdict(), "pieces": [piece._asdict() for piece in each.pieces]} for each in changes]
