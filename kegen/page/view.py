"""What the browser shows of a profile: pieces of HTML with names, in order, of which only changed ones are sent."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from kegen.form.field import Field
from kegen.form.part import Form, FormPart
from kegen.page.drawing import Drawing
from kegen.page.notes import Note
from kegen.page.places import Places
from kegen.page.templates import digest_of, joined, render_html

Pieces = Mapping[str, str]
"""Pieces of HTML by name, in the order in which they stand."""
_MAIN = frozenset(
    ("wording", "title", "lead", "helpers", "deadline", "product", "omit", "office", "name", "short", "roles")
)
"""Fields of sections, items and offices that most people need; the others are folded away."""
_FOLDED_GROUPS = frozenset(("sections", "tasks", "documents", "targets", "annexes"))


class View(NamedTuple):
    """All that is shown: pieces by the place on the page that holds them, and facts for its script."""

    groups: Mapping[str, Pieces] = {}
    facts: Mapping[str, Any] = {}

    def with_group(self, **groups: Pieces) -> View:
        """Return the view with other pieces in some places."""
        return self._replace(groups={**self.groups, **groups})

    def with_facts(self, **facts: Any) -> View:  # noqa: ANN401 - what JSON has
        """Return the view with other facts."""
        return self._replace(facts={**self.facts, **facts})

    def news(self, known: dict[str, str]) -> dict[str, Any]:
        """Return what a browser needs that has the pieces `known`, by digest; notes there what it then has."""
        changed = {}
        for pieces in self.groups.values():
            for name, html in pieces.items():
                digest = digest_of(html)
                if known.get(name) != digest:
                    changed[name], known[name] = html, digest
        order = {place: list(pieces) for place, pieces in self.groups.items()}
        for name in known.keys() - {each for names in order.values() for each in names}:
            del known[name]
        return {"order": order, "changed": changed, "facts": self.facts}


def page_pieces(drawing: Drawing) -> tuple[Pieces, Pieces]:
    """Return the pages, and their outline."""
    if drawing.pages is None:
        return {}, {}
    pages = {f"page-{page.position}": page.html for page in drawing.pages.pages}
    return pages, {"outline": render_html("outline.html", outline=drawing.pages.outline)}


def places_fact(drawing: Drawing) -> dict[str, tuple[str, int]]:
    """Return the path and the line in the profile of each paragraph."""
    tree = drawing.opened.tree
    return {
        key: (joined(path), tree.key_place(path).line if tree and tree.node(path) is not None else 0)
        for key, path in drawing.places.paths.items()
    }


def note_pieces(notes: Iterable[Note], drawing: Drawing) -> Pieces:
    """Return the notes, those of no paragraph first, the others down the pages."""
    pages = drawing.pages.pages if drawing.pages else ()
    order = {key: at for at, key in enumerate(key for page in pages for key in page.paragraphs)}
    listed = sorted(dict.fromkeys(notes), key=lambda each: order.get(each.paragraph, -1))
    return {f"note-{digest_of(repr(each))}": render_html("note.html", note=each) for each in listed}


def source_pieces(drawing: Drawing) -> Pieces:
    """Return the text of the profile, a line each."""
    marked = {each.place.line for each in drawing.opened.problems if each.place.file == str(drawing.opened.path)}
    return {"source": render_html("source.html", lines=drawing.opened.text.splitlines(), marked=marked)}


def form_pieces(form: Form, places: Places) -> Pieces:
    """Return the form, a piece for each part: those inside another follow it."""
    found: dict[str, str] = {}
    if form.problems:
        found["form-problems"] = render_html("problems.html", problems=form.problems)
    anchors = {joined(path[:length]) for path in places.paths.values() for length in range(1, len(path) + 1)}
    for part in form.parts:
        _add(found, part, 0, anchors)
    return found


def _add(found: dict[str, str], part: FormPart, depth: int, anchors: Collection[str]) -> None:
    name = f"part-{digest_of(joined(part.path) + '|' + part.id)}"
    while name in found:
        name += "-2"
    found[name] = render_html("part.html", part=part, depth=depth, key=name, main_fields=_main_fields, anchors=anchors)
    for inner in part.parts:
        _add(found, inner, depth + 1, anchors)


def _main_fields(part: FormPart) -> Callable[[Field], bool]:
    """Return which fields of the part are shown at once; cells of tables, and texts of lists, all are."""
    is_folded = bool(part.path) and part.path[0] in _FOLDED_GROUPS
    return lambda field: (
        not is_folded
        or field.path[-1] in _MAIN
        or isinstance(field.path[-1], int)
        or field.is_typed
        or bool(field.problems)
    )
