"""Which value of the profile each paragraph of a draft prints, and where a value is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kegen.docx.model import Document, paragraphs_in, tidy
from kegen.pages.paragraph_html import key_of
from kegen.plan.model import Paragraph, Plan
from kegen.plan.outline import Outline
from kegen.plan.resolve import Examined
from kegen.vietnamese import fold
from kegen.yaml_text.tree import Path

_OPENING = frozenset({"parent_plan", "bases", "documents"})
"""Groups of a profile that show in the opening of a plan."""
Words = tuple[str, Path]
"""What a paragraph says, and the value that it prints."""


class Places(NamedTuple):
    """The paths of a profile by paragraph, and back; a paragraph goes by the key that it has on its page."""

    paths: Mapping[str, Path]

    def paragraph(self, path: Path) -> str:
        """Return the first paragraph that prints the value, or some of it, or that it is a part of; "" for none."""
        wanted: Path = ("bases",) if path[:1] and path[0] in _OPENING else path
        while wanted:
            for key, each in self.paths.items():
                if each[: len(wanted)] == wanted:
                    return key
            wanted = wanted[:-1]
        return ""


def places_of(document: Document, made: Examined) -> Places:
    """Return the places of a draft that was made of the plan: its paragraphs are found by their words, in order."""
    expected = list(_words(made.plan, _paths_of(made.outline)))
    known: dict[str, list[int]] = {}
    for at, (text, _) in enumerate(expected):
        known.setdefault(fold(text), []).append(at)
    found, reached = dict[str, Path](), -1
    for paragraph in paragraphs_in(document.blocks):
        spots = known.get(fold(paragraph.shown)) if not paragraph.is_empty else None
        if spots:
            at = next((spot for spot in spots if spot > reached), spots[-1])
            reached = max(reached, at)
            found[key_of(paragraph.place)] = expected[at][1]
    return Places(found)


def _paths_of(outline: Outline) -> dict[str, Path]:
    """Return where a profile speaks, or would, of each section and item of the outline."""
    sections: dict[str, Path] = {division.id: ("sections", division.id) for _, division in outline.walk()}
    return sections | {item.id: item.path or ("tasks", item.id) for _, item in outline.walk_items()}


def _words(plan: Plan, paths: Mapping[str, Path]) -> Iterator[Words]:
    """Yield all that a draft prints, in order."""
    yield from _at(("unit", "parent_body"), [plan.header.parent])
    yield from _at(("unit",), plan.header.issuer)
    yield from _at(("number",), [plan.header.number])
    yield from _at(("date",), [plan.header.place_and_date])
    yield from _at(("title",), [plan.kind, plan.title])
    yield from _at(("bases",), [each.text for each in plan.opening])
    yield from _blocks(plan.body, ("sections",), paths)
    yield from _blocks(plan.closing, ("closing",), paths)
    yield from _at(("recipients",), ["Nơi nhận:", *plan.recipients])
    yield from _at(("signer",), plan.signature.lines)
    yield from _at(("signer", "name"), [plan.signature.name])
    for index, annex in enumerate(plan.annexes):
        home: Path = ("annexes", index)
        yield from _at(home, [annex.label, annex.title, annex.reference])
        yield from _blocks(annex.blocks, home, paths)


def _at(path: Path, texts: Iterable[str]) -> Iterator[Words]:
    yield from ((tidy(text), path) for text in texts if text.strip())


def _blocks(blocks: Iterable[Paragraph], home: Path, paths: Mapping[str, Path]) -> Iterator[Words]:
    """Yield paragraphs and the cells of tables, each with the path of its section or item, else that of its home."""
    for each in blocks:
        own = paths.get(each.id, home)
        yield from _at(own, [each.text])
        if each.table:
            yield from _at(own, [column.title for column in each.table.columns])
            for row in (*each.table.heads, *each.table.rows):
                yield from _at(paths.get(row.task, own), row.cells)
