"""Which value of the profile each paragraph of a draft prints, and where a value is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kegen.docx.model import Document, paragraphs_in, tidy
from kegen.pages.paragraph_html import key_of
from kegen.plan.model import Annex, Paragraph
from kegen.plan.outline import Outline
from kegen.plan.resolve import Resolution
from kegen.profile.annexes import AnnexSpec, TableSpec
from kegen.profile.body import Task
from kegen.vietnamese import fold
from kegen.yaml_text.tree import Path

_OPENING = frozenset({"parent_plan", "bases", "documents"})
"""Groups of a profile that show in the opening of a plan."""
Words = tuple[str, Path]
"""What a paragraph says, and the value that it prints."""


class Places(NamedTuple):
    """The paths of a profile by paragraph, and back; a paragraph goes by the key that it has on its page."""

    paths: Mapping[str, Path]

    def exactly(self, path: Path) -> str:
        """Return the first paragraph that prints the value, or some of it; "" for none."""
        return next((key for key, each in self.paths.items() if each[: len(path)] == path), "")

    def paragraph(self, path: Path) -> str:
        """Return the first paragraph that prints the value, or some of it, or that it is a part of; "" for none."""
        wanted: Path = ("bases",) if path[:1] and path[0] in _OPENING else path
        while wanted:
            if found := self.exactly(wanted):
                return found
            wanted = wanted[:-1]
        return ""


def places_of(document: Document, made: Resolution) -> Places:
    """Return the places of a draft that was made of the plan: its paragraphs are found by their words, in order."""
    expected = list(_words(made, _paths_of(made.outline)))
    known: dict[str, list[int]] = {}
    for at, (text, _) in enumerate(expected):
        known.setdefault(fold(text), []).append(at)
    found, reached = dict[str, Path](), -1
    for paragraph in paragraphs_in(document.blocks):
        orders = known.get(fold(paragraph.shown)) if not paragraph.is_empty else None
        if orders:
            at = next((order for order in orders if order > reached), orders[-1])
            reached = max(reached, at)
            found[key_of(paragraph.place)] = expected[at][1]
    return Places(found)


def _paths_of(outline: Outline) -> dict[str, Path]:
    """Return where a profile speaks, or would, of each section and item of the outline."""
    sections: dict[str, Path] = {division.id: ("sections", division.id) for _, division in outline.walk()}
    return sections | {item.id: item.path or ("tasks", item.id) for _, item in outline.walk_items()}


def _words(made: Resolution, paths: Mapping[str, Path]) -> Iterator[Words]:
    """Yield all that a draft prints, in order."""
    plan = made.plan
    yield from _at(("unit", "parent_body"), [plan.header.parent])
    yield from _at(("unit",), plan.header.issuer)
    yield from _at(("number",), [plan.header.number])
    yield from _at(("date",), [plan.header.place_and_date])
    yield from _at(("title",), [plan.kind, plan.title])
    yield from _at(("bases",), [each.text for each in plan.opening])
    yield from _body(made, paths)
    yield from _at(("closing",), [each.text for each in plan.closing])
    yield from _at(("recipients",), ["Nơi nhận:", *plan.recipients])
    yield from _at(("signer",), plan.signature.lines)
    yield from _at(("signer", "name"), [plan.signature.name])
    own = made.profile.annexes or ()
    first = len(plan.annexes) - len(own)
    for index, annex in enumerate(plan.annexes):
        at = index - first
        home: Path = ("annexes", at) if at >= 0 else ("annex",)
        yield from _at(home, [annex.label, annex.title, annex.reference])
        for suffix, spec, block in _parts(annex, own[at] if at >= 0 else ""):
            yield from _block(block, (*home, *suffix), paths, spec)


def _parts(annex: Annex, spec: AnnexSpec | str) -> Iterator[tuple[Path, TableSpec | None, Paragraph]]:
    """Yield what stands in an annex: where in the annex the profile has it, as what table, how it is printed."""
    if isinstance(spec, str):
        yield from (((), None, block) for block in annex.blocks)
        return
    above, below = ([((key, at), each) for at, each in enumerate(getattr(spec, key))] for key in ("above", "below"))
    own: list[tuple[Path, object]] = [((), spec)] if len(annex.blocks) > len(above) + len(below) else []
    for (suffix, each), block in zip((*above, *own, *below), annex.blocks, strict=False):
        yield suffix, each if isinstance(each, TableSpec) else None, block


def _at(path: Path, texts: Iterable[str]) -> Iterator[Words]:
    yield from ((tidy(text), path) for text in texts if text.strip())


def _body(made: Resolution, paths: Mapping[str, Path]) -> Iterator[Words]:
    """Yield what stands in the body, each with the path of its section or item."""
    for each in made.plan.body:
        task = made.profile.tasks.get(each.id)
        spec = task.table if isinstance(task, Task) else None
        own = paths.get(each.id, ("sections",))
        yield from _block(each, (*own, "table") if spec and each.table else own, paths, spec)


def _block(block: Paragraph, own: Path, paths: Mapping[str, Path], spec: TableSpec | None) -> Iterator[Words]:
    """Yield a paragraph, or the cells of its table: rows that the profile lists as `spec` are places of their own."""
    yield from _at(own, [block.text])
    if block.table is None:
        return
    yield from _at(own, [column.title for column in block.table.columns])
    for row in block.table.heads:
        yield from _at(own, row.cells)
    for at, row in enumerate(block.table.rows):
        listed: Path = (*own, "rows", at) if spec and spec.rows else own
        yield from _at(paths.get(row.task, listed), row.cells)
