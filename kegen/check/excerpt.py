"""Some passages of a paper, for the rules that judge every passage by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from kegen.check.notes import Notes
from kegen.check.once import Once

if TYPE_CHECKING:
    from kegen.check.paper import Paper, Passage
    from kegen.check.way import Mode
    from kegen.dates import PlanDate
    from kegen.document.parts import Parts

T = TypeVar("T")


class Text(Protocol):
    """What says something: a paper, or some passages of it."""

    @property
    def passages(self) -> Sequence[Passage]:
        """Its paragraphs, in reading order."""

    @property
    def notes(self) -> Sequence[Notes]:
        """The notes of each passage's line, in the same order."""

    def once(self, work: Callable[[Self], T]) -> T:
        """Return what the work makes of it, done once however many rules ask."""


class Excerpt(Once):
    """Some passages of a paper and the little else that such a rule may ask for.

    `parts` tells whether a passage is one of the lines that name the issuer, the signer or the recipients; what is said
    of those of issuer and signer is never remembered, so that a rule may look at them together.
    """

    def __init__(self, paper: Paper, passages: Sequence[Passage], notes: Sequence[Notes]) -> None:
        super().__init__()
        self.passages = passages
        self.notes = notes
        self.mode: Mode = paper.mode
        self.date: PlanDate | None = paper.date
        self.parts: Parts = paper.parts
