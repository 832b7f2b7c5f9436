"""Some passages of a paper, for the rules that judge every passage by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from kegen.check.notes import Notes
from kegen.check.once import Once
from kegen.check.roles import NO_ROLE, Roles, is_of_institution, roles_in

if TYPE_CHECKING:
    from kegen.check.paper import Paper, Passage
    from kegen.check.way import Mode
    from kegen.dates import PlanDate

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
    """Some passages of a paper and the little else that such a rule may ask for."""

    def __init__(self, paper: Paper, lines: Sequence[tuple[Passage, Notes, Roles]], *, is_of_institution: bool) -> None:
        super().__init__()
        self.passages = [passage for passage, _, _ in lines]
        self.notes = [notes for _, notes, _ in lines]
        self.roles = [roles for _, _, roles in lines]
        """Whether they name the issuer, the signer or the recipients, in the same order."""
        self.is_of_institution = is_of_institution
        """Whether the issuer is a school or the like."""
        self.mode: Mode = paper.mode
        self.date: PlanDate | None = paper.date


def excerpt_of(paper: Paper) -> Excerpt:
    """Return all passages of the paper."""
    roles = roles_in(paper.parts)
    own = [roles.get(id(passage.paragraph), NO_ROLE) for passage in paper.passages]
    lines = list(zip(paper.passages, paper.notes, own, strict=True))
    return Excerpt(paper, lines, is_of_institution=is_of_institution(paper.parts))
