"""What a pack says that papers can be held against: its documents and its targets, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kegen.check.directive_facts import Directive, KnownDocument, Ordered
from kegen.check.document_numbers import number_key
from kegen.check.figures import figures_in
from kegen.pack.model import ByLevel, Pack, PackDocument, PackSection

_CALL = re.compile(r"\{\{\s*target\('([\w-]+)'\)\s*\}\}")
_OTHER = re.compile(r"\{[{%].*?[}%]\}")
_CITED = re.compile(r"\{\{\s*cite\(\s*['\"]([\w-]+)['\"].*?\}\}")
_JINJA = re.compile(r"\{\{.*?\}\}")


def facts_of(pack: Pack) -> Directive:
    """Return what the pack says."""
    return Directive(_targets(pack), dict(_documents(pack)))


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
    called = [each[1] for each in _CALL.finditer(wording) if each[1] in pack.targets and pack.targets[each[1]].unit]
    text = " ".join(_OTHER.sub(" ", _CALL.sub(lambda call: _figure(pack, call[1]), wording)).split())
    for unit in {unit for name in called if (unit := pack.targets[name].unit)}:
        own = [name for name in called if pack.targets[name].unit == unit]
        figures = list(figures_in(text, unit))
        if len(figures) == len(own):
            yield from ((name, figure.measured) for name, figure in zip(own, figures, strict=True))


def _figure(pack: Pack, name: str) -> str:
    target = pack.targets.get(name)
    return f"{target.value} {target.unit}" if target and target.value else ""
