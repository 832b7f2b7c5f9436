"""From printed text to the words of a profile: without what kegen itself prints around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from kegen.importing.own_edits import edits_between
from kegen.plan.marks import without_mark
from kegen.profile.scalars import AS_TYPED
from kegen.pulling.parts import plain
from kegen.vietnamese import upper_first

_ENDS = " ;.,/"
_KINDS = ((r"-$", "-"), (r"\+$", "+"), (r"[a-zđ]{1,2}\)$", "a)"), (r"\d+\.$", "1."), (r"$", "khong"))


def mark_of(text: str) -> str:
    """Return the number or list mark that a text begins with, "" for none."""
    return text[: len(text) - len(without_mark(text))].strip()


def mark_kind(text: str) -> str:
    """Return the mark of an item as a profile names it; `nhu-viet` for one that no profile has a name for."""
    mark = mark_of(text)
    return next((kind for pattern, kind in _KINDS if re.match(pattern, mark)), AS_TYPED)


def sentence(text: str) -> str:
    """Return the words of an item as a profile has them: no mark before it, a full stop for what ends it in a list."""
    words = without_mark(text).strip()
    if words.endswith("./."):
        return words[:-2]
    return f"{words[:-1]}." if words.endswith(";") else words


def carried_over(old: str, new: str, source: str) -> Iterator[str]:
    """Yield what the source, printed as the old text, may be for the new one to be printed: likely ones first."""
    whole = plain(source)
    for known in dict.fromkeys((whole, whole.rstrip(_ENDS))):
        at = old.lower().find(known.lower()) if known else -1
        if at < 0:
            continue
        before, behind = old[:at], old[at + len(known) :]
        words = new.removeprefix(before) if new.startswith(before) else without_mark(new)
        words = words.removesuffix(behind) if behind else words
        words = words.strip()
        tail = whole[len(known) :]
        if tail and words and words[-1] not in ".;:,!?)”":
            words += tail
        if words:
            yield upper_first(words) if at and known[:1].isupper() else words
    yield sentence(new)


def recased(printed: str, source: str) -> str:
    """Return a heading that is printed in capitals as its source writes it: words it had in their own letters."""
    own, new = (source.lower() if source.isupper() else source).split(), printed.split()
    made: list[str] = []
    for how, i, j, a, b in SequenceMatcher(None, [each.upper() for each in own], new, autojunk=False).get_opcodes():
        made += own[i:j] if how == "equal" else [each.lower() for each in new[a:b]]
    return upper_first(" ".join(made))


def changed_edits(old: str, new: str, existing: Mapping[str, str]) -> dict[str, str] | None:
    """Return the edits that a sentence is to have, those that it has already among them; None where none will do.

    A change inside words that an edit brought in changes that edit; an edit that then changes nothing goes.
    """
    pairs = edits_between(old, new)
    if pairs is None:
        return None
    edits = dict(existing)
    for before, after in pairs.items():
        holder = next((key for key, words in edits.items() if key in existing and before in plain(words)), None)
        if holder is None:
            edits[before] = after
        else:
            edits[holder] = plain(edits[holder]).replace(before, after)
    return {key: words for key, words in edits.items() if key != words}


def length_of(edits: Mapping[str, str]) -> int:
    """Return how many letters a person has to read of the edits."""
    return sum(len(key) + len(words) for key, words in edits.items())
