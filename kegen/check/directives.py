"""What the packs that come with kegen say for rules to hold papers against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kegen.check.citing_numbers import number_key
from kegen.check.figures import figures_in
from kegen.dates import PlanDate

if TYPE_CHECKING:
    from kegen.pack.model import ByLevel, Pack, PackDocument, PackSection

_CALL = re.compile(r"\{\{\s*target\('([\w-]+)'\)\s*\}\}")
_OTHER = re.compile(r"\{[{%].*?[}%]\}")
_CITED = re.compile(r"\{\{\s*cite\(\s*['\"]([\w-]+)['\"].*?\}\}")
_JINJA = re.compile(r"\{\{.*?\}\}")


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
    ways: list[list[str]]
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
    return dict(_drawn())


def _drawn() -> Iterator[tuple[str, Directive]]:
    from kegen.pack.read import pack_names, read_pack  # noqa: PLC0415 - few rules ask

    for name in pack_names():
        pack = read_pack(name).pack
        yield name, Directive(_targets(pack), dict(_documents(pack)))


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
    ways: dict[str, set[tuple[str, ...]]] = {name: set() for name in pack.targets}
    for wording in _wordings(pack.sections):
        for target, measured in _told(pack, wording):
            ways[target].add(tuple(sorted(measured)))
    return {name: Ordered(each.value, [list(way) for way in sorted(ways[name])]) for name, each in pack.targets.items()}


def _wordings(sections: Iterable[PackSection]) -> Iterator[str]:
    for section in sections:
        for task in section.tasks:
            yield from dict.fromkeys(_texts(task.wording))
        yield from _wordings(section.sections)


def _texts(wording: ByLevel) -> Iterable[str]:
    return [wording] if isinstance(wording, str) else wording.values()


def _told(pack: Pack, wording: str) -> Iterator[tuple[str, frozenset[str]]]:
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
