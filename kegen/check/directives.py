"""What the packs that come with kegen say for rules to hold papers against."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from kegen.cache import keep, key_of, recall
from kegen.check.directive_facts import Directive, KnownDocument, Ordered
from kegen.check.options import CheckContext
from kegen.check.words import words
from kegen.dates import PlanDate
from kegen.pack.find import FoundPack, find_pack, pack_files, shipped_pack
from kegen.problem import KegenError
from kegen.shipped import pack_names

_ABOUT = re.compile(r"^(?:về\s+việc|về|v/v)\s+", re.IGNORECASE)
_LONG_TITLE = 7
"""A title of fewer words can be of many documents."""


def directive_of(facts: CheckContext) -> Directive:
    """Return what the pack says that the plan was made with; nothing where it is not there any more."""
    name = facts.plan.standing.directive
    if name in directives():
        return directives()[name]
    try:
        return _of_pack(find_pack(name, [facts.folder] if facts.folder else []))
    except KegenError:
        return Directive({}, {})


@cache
def directives() -> dict[str, Directive]:
    """Return what each shipped pack says."""
    return {name: _of_pack(found) for name in pack_names() if (found := shipped_pack(name))}


def _of_pack(found: FoundPack) -> Directive:
    """Return what a pack says, as an earlier run found it if nothing has changed since."""
    own = Path(__file__).parent
    makers = [own / "directive_facts.py", own / "pack_facts.py", own / "figures.py", own.parent / "pack"]
    key = key_of("directive", [file.read_bytes() for file in pack_files(found.path)], makers)
    with suppress(ValueError, TypeError, KeyError, AttributeError):  # whatever shape the cache holds
        return _from_plain(recall(key))
    from kegen.check.pack_facts import facts_of  # noqa: PLC0415 - it loads pydantic
    from kegen.pack.read import read_pack  # noqa: PLC0415 - the same

    facts = facts_of(read_pack(found).pack)
    keep(key, _to_plain(facts))
    return facts


def _to_plain(directive: Directive) -> dict[str, object]:
    targets = {
        name: [each.value, sorted(sorted(clause) for clause in each.clauses)]
        for name, each in directive.targets.items()
    }
    return {"targets": targets, "documents": {key: list(each) for key, each in directive.documents.items()}}


def _from_plain(stored: Any) -> Directive:  # noqa: ANN401 - whatever JSON holds
    targets = {
        name: Ordered(value, frozenset(map(frozenset, clauses))) for name, (value, clauses) in stored["targets"].items()
    }
    documents = {
        key: KnownDocument(str(kind), str(number), PlanDate(*map(int, date)), str(issuer), str(subject))
        for key, (kind, number, date, issuer, subject) in stored["documents"].items()
    }
    return Directive(targets, documents)


def known_documents() -> dict[str, KnownDocument]:
    """Return the documents that the packs cite by the key of their number."""
    return {key: each for pack in directives().values() for key, each in pack.documents.items()}


def words_of_subject(subject: str) -> tuple[str, ...]:
    """Return the words of a subject for comparing, `về`, `về việc` before them left out."""
    return words(_ABOUT.sub("", subject))


def same_title(one: str, other: str) -> bool:
    """Whether two subjects surely are of one document: the shorter, if long enough, is how the longer begins."""
    a, b = words_of_subject(one), words_of_subject(other)
    shorter = min(len(a), len(b))
    return shorter >= _LONG_TITLE and a[:shorter] == b[:shorter]
