"""The body of the plan before, taken again where this one's is made of the same.

Units of one level, in one province, differ in their names, and the pack's body hardly ever says those: most of a
thousand plans have one body. What it is made of is compared whole; nothing is left out for being unlikely to matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kegen.plan.layout import Layout
    from kegen.plan.model import Paragraph, Task
    from kegen.plan.outline import Outline


class Laid(NamedTuple):
    """A body as it was laid out: what it was made of besides its outline, and what it came to."""

    facts: tuple[object, ...]
    names: tuple[str, ...]
    """The names that its wordings read."""
    known: tuple[object, ...]
    """What they stood for."""
    paragraphs: tuple[Paragraph, ...]
    tasks: tuple[Task, ...]
    whole: frozenset[str]
    """The documents that it cites whole."""
    documents: dict[str, tuple[object, ...]]
    """What it says of each document, or would, if it mentioned it."""
    mentioned: tuple[str, ...]
    """The documents that the plan had mentioned at its end."""


Body = tuple[tuple["Paragraph", ...], tuple["Task", ...]]
"""Paragraphs, and what each office must do."""


def lay_out(layout: Layout, outline: Outline) -> Body:
    """Return the body, laid out or taken from the plan before: then it is the very same object."""
    if not layout.case.leaves_body:
        layout.lay_out(outline)
        return tuple(layout.paragraphs), tuple(layout.tasks)
    facts, last = _facts(layout), outline.laid
    if last and last.facts == facts and _reads_alike(layout, last):
        layout.citer.turn(list(last.mentioned))
        return last.paragraphs, last.tasks
    laid = outline.laid = _laid(layout, outline, facts)
    return (laid.paragraphs, laid.tasks) if laid else (tuple(layout.paragraphs), tuple(layout.tasks))


def _reads_alike(layout: Layout, last: Laid) -> bool:
    """Whether what the body read of names and documents is the same: by then it is known what that was."""
    return last.known == layout.smith.facts(last.names) and last.documents == layout.citer.facts(last.whole)


def _laid(layout: Layout, outline: Outline, facts: tuple[object, ...]) -> Laid | None:
    """Lay out the body; return it for the next plan, unless something was wrong: that is to be told each time."""
    problems = len(layout.case.problems)
    layout.smith.rendered.clear()
    layout.citer.cited_whole.clear()
    layout.lay_out(outline)
    if len(layout.case.problems) > problems:
        return None
    names, whole = layout.smith.names(), frozenset(layout.citer.cited_whole)
    return Laid(
        facts,
        names,
        layout.smith.facts(names),
        tuple(layout.paragraphs),
        tuple(layout.tasks),
        whole,
        layout.citer.facts(whole),
        layout.citer.mentioned,
    )


def _facts(layout: Layout) -> tuple[object, ...]:
    """Return what a body that is left to the pack is made of, besides its outline and the names that it reads."""
    case, citer, parent = layout.case, layout.citer, layout.case.profile.parent_plan
    above = (case.orders, case.above and case.above.plan.standing.chain, parent and parent.subject)
    return (layout.usual, layout.targets, layout.offices.facts, citer.mentioned, above)
