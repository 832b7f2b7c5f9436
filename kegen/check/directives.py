"""What the packs that come with kegen say for rules to hold papers against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kegen.check.document_numbers import number_key
from kegen.check.figures import figures_in
from kegen.check.words import words
from kegen.dates import PlanDate
from kegen.pack.model import ByLevel, Pack, PackDocument, PackSection
from kegen.pack.read import pack_names, read_pack

_CALL = re.compile(r"\{\{\s*target\('([\w-]+)'\)\s*\}\}")
_OTHER = re.compile(r"\{[{%].*?[}%]\}")
_CITED = re.compile(r"\{\{\s*cite\(\s*['\"]([\w-]+)['\"].*?\}\}")
_JINJA = re.compile(r"\{\{.*?\}\}")
_ABOUT = re.compile(r"^(?:về\s+việc|về|v/v)\s+", re.IGNORECASE)
_LONG_TITLE = 7
"""A title of fewer words can be of many documents."""


class KnownDocument(NamedTuple):
    """A document whose facts are known."""

    kind: str
    number: str
    date: PlanDate
    issuer: str
    subject: str
    """What it is about, as far as plain words say it; documents it names in turn stand by kind and number."""

    @property
    def name(self) -> str:
        """Kind and number."""
        return f"{self.kind} số {self.number}"


class Ordered(NamedTuple):
    """A target as a directive sets it."""

    value: str | None
    clauses: frozenset[frozenset[str]]
    """The words of each clause that the pack's wordings put around the figure."""


class Directive(NamedTuple):
    """What one pack says."""

    targets: dict[str, Ordered]
    documents: dict[str, KnownDocument]
    """Those it cites, by the key of their number."""


def directive(name: str) -> Directive:
    """Return what the pack of that name says; "" means the only one."""
    known = directives()
    return known[name or next(iter(known))]


@cache
def directives() -> dict[str, Directive]:
    """Return what each pack says."""
    packs = {name: read_pack(name).pack for name in pack_names()}
    return {name: Directive(_targets(pack), dict(_documents(pack))) for name, pack in packs.items()}


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


def _documents(pack: Pack) -> Iterator[tuple[str, KnownDocument]]:
    for each in pack.documents.values():
        if each.number and each.date and each.issuer:
            known = KnownDocument(each.kind, each.number, each.date, each.issuer, _title(each, pack))
            yield number_key(each.number), known


def _title(document: PackDocument, pack: Pack) -> str:
    """Return the subject of a pack's document in plain words."""

    def named(found: re.Match[str]) -> str:
        other = pack.documents.get(found[1])
        return f"{other.kind} số {other.number}" if other and other.number else ""

    return _JINJA.sub("", _CITED.sub(named, document.subject or "")).strip()


def _targets(pack: Pack) -> dict[str, Ordered]:
    clauses: dict[str, set[frozenset[str]]] = {name: set() for name in pack.targets}
    for wording in _wordings(pack.sections):
        for target, measured in _clauses(pack, wording):
            clauses[target].add(measured)
    return {name: Ordered(each.value, frozenset(clauses[name])) for name, each in pack.targets.items()}


def _wordings(sections: Iterable[PackSection]) -> Iterator[str]:
    for section in sections:
        for task in section.tasks:
            published = _texts(task.published.wording) if task.published else ()
            yield from dict.fromkeys((*_texts(task.wording), *published))
        yield from _wordings(section.sections)


def _texts(wording: ByLevel) -> Iterable[str]:
    return [wording] if isinstance(wording, str) else wording.values()


def _clauses(pack: Pack, wording: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each target that a wording calls for, and the words of its clause."""
    called = [each[1] for each in _CALL.finditer(wording) if each[1] in pack.targets]
    text = " ".join(_OTHER.sub(" ", _CALL.sub(lambda call: _figure(pack, call[1]), wording)).split())
    for unit in {pack.targets[name].unit for name in called}:
        own = [name for name in called if pack.targets[name].unit == unit]
        figures = list(figures_in(text, unit))
        if len(figures) == len(own):
            yield from ((name, figure.measured) for name, figure in zip(own, figures, strict=True))


def _figure(pack: Pack, name: str) -> str:
    target = pack.targets.get(name)
    return f"{target.value} {target.unit}" if target else ""
