"""One profile open on the page: drawn anew whenever its file changes, by one worker, for every browser tab."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final, get_args

from kegen.form.desk import Desk
from kegen.form.form import make_form
from kegen.form.opened import Opened
from kegen.page.drawing import Drawing, checked, draw
from kegen.page.notes import Kind, finding_notes, plan_notes, problem_notes
from kegen.page.view import View, form_pieces, note_pieces, page_pieces, places_fact, source_pieces
from kegen.problem import KegenError, Place, Problem

_BEAT: Final = 15.0
"""Seconds after which a connection that has nothing new is shown to be alive."""


_MOST_TABS: Final = 32
"""Tabs that are sent what is new; of more, which nobody has in view, the oldest get nothing until they ask anew."""


class Live:
    """The profile and what is shown of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.desk = Desk(path)
        self.view = View()
        self.drawing: Drawing | None = None
        """As the file last was, once it was read."""
        self._tabs: list[object] = []
        """Those that show it, the newest last."""
        self._turn = 0
        self._ended = False
        self._asked = asyncio.Event()
        self._shown = asyncio.Condition()
        self._asked.set()

    @property
    def readers(self) -> int:
        """How many tabs show it."""
        return len(self._tabs)

    def ask(self) -> int:
        """Have it drawn anew; return the number of the drawing, which those after it exceed."""
        self._turn += 1
        self._asked.set()
        return self._turn

    async def run(self) -> None:
        """Draw it for the tabs whenever that is asked for; what is newer than a drawing under way ends that."""
        while True:
            await self._asked.wait()
            async with self._shown:
                await self._shown.wait_for(lambda: self._tabs)
            self._asked.clear()
            steps = self._steps()
            while (view := await asyncio.to_thread(next, steps, None)) is not None:
                async with self._shown:
                    self.view = view
                    self._shown.notify_all()
                if self._asked.is_set():
                    break

    async def news(self) -> AsyncIterator[dict[str, Any] | None]:
        """Yield what a tab must change, at once and whenever there is something; None as a sign of life."""
        known: dict[str, str] = {}
        async with self._shown:
            self._tabs.append(tab := object())
            self._shown.notify_all()
        seen: View | None = None
        due = self._turn  # what is older, or half drawn anew, is not what a tab begins with
        try:
            while not self._ended and tab in self._tabs[-_MOST_TABS:]:
                if self.view is seen and not await self._change(seen):
                    yield None
                elif self.view is not seen:
                    seen = self.view
                    if seen.facts.get("turn", 0) >= due:
                        yield seen.news(known)
        finally:
            self._tabs.remove(tab)

    def drawn(self) -> Drawing:
        """Return it as its file now is; raises KegenError for one that cannot be read."""
        data, version = self.desk.read()
        if self.drawing is None or self._asked.is_set() or self.drawing.opened.version != version:
            return draw(data, self.path)
        return self.drawing

    async def end(self) -> None:
        """End what is sent to the tabs."""
        async with self._shown:
            self._ended = True
            self._shown.notify_all()

    async def _change(self, seen: View) -> bool:
        """Wait for another view, and tell whether there is one before the next sign of life is due."""
        async with self._shown:
            try:
                async with asyncio.timeout(_BEAT):
                    await self._shown.wait_for(lambda: self._ended or self.view is not seen)
            except TimeoutError:
                return False
        return True

    def _steps(self) -> Iterator[View]:
        """Yield the view as more and more of it is new: pages, then notes, then the form."""
        view, turn = self.view, self._turn
        try:
            data, _ = self.desk.read()
            drawing = draw(data, self.path)
        except KegenError as error:
            problem = Problem(Place(str(self.path)), "khong-doc-duoc", str(error))
            drawing = Drawing(Opened(self.path, "", problems=(problem,)))
        self.drawing = drawing
        view = view.with_facts(broken=drawing.is_broken, undo=self.desk.can_undo, redo=self.desk.can_redo)
        yield from self._good(view, drawing, turn) if not drawing.is_broken else self._broken(view, drawing, turn)

    def _good(self, view: View, drawing: Drawing, turn: int) -> Iterator[View]:
        pages, outline = page_pieces(drawing)
        view = view.with_group(pages=pages, outline=outline, problems={}).with_facts(places=places_fact(drawing))
        yield view
        made, tree, report = drawing.opened.made, drawing.opened.tree, checked(drawing)
        if made is not None and tree is not None and report is not None:
            notes = (*plan_notes(made, tree, drawing.places), *finding_notes(report, drawing.places, tree))
            view = view.with_group(notes=note_pieces(notes, drawing)).with_facts(counts=_counts(notes))
            yield view
        yield _with_form(view, drawing, turn)

    def _broken(self, view: View, drawing: Drawing, turn: int) -> Iterator[View]:
        """Yield the problems; the last good pages stay."""
        notes = tuple(problem_notes(drawing.opened.problems, drawing.opened.made, drawing.opened.tree, drawing.places))
        view = view.with_group(problems=note_pieces(notes, drawing), notes={}).with_facts(counts=_counts(notes))
        yield view
        yield _with_form(view, drawing, turn)


def _with_form(view: View, drawing: Drawing, turn: int) -> View:
    """Return the view with form and text of the file; the version is that of the form, which edits are made on."""
    form = form_pieces(make_form(drawing.opened), drawing.places)
    view = view.with_group(source=source_pieces(drawing)).with_facts(version=drawing.opened.version, turn=turn)
    return view.with_group(form=form)


def _counts(notes: tuple[Any, ...]) -> dict[str, int]:
    kinds = [each.kind for each in notes]
    return {kind: kinds.count(kind) for kind in get_args(Kind)}
