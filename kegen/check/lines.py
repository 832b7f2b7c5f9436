"""Lines once found sound by the rules that judge every passage by itself: those rules need not see them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kegen.check.excerpt import Excerpt
from kegen.check.notes import Notes
from kegen.check.paper import Paper, Passage, Zone
from kegen.check.roles import NO_ROLE, Roles, roles_in
from kegen.check.rule import Fault, Rule, Said, paragraph_of
from kegen.document.recent import Recent
from kegen.named_tuple import NamedTuple

_MOST = 8192
Place = tuple[Zone, Roles]
Key = tuple[object, ...]


class New(NamedTuple):
    """A line to be judged: its number down the paper, where it stands, and what it is remembered by."""

    at: int
    passage: Passage
    notes: Notes
    place: Place
    key: Key


class Before(NamedTuple):
    """The paper judged before: its lines, and which of them were not found sound."""

    notes: list[Notes]
    places: list[Place]
    wanting: list[int]


class SoundLines:
    """What is remembered for one choice of rules, one mode, one date and one kind of issuer."""

    def __init__(self, rules: Sequence[Rule], paper: Paper, *, is_of_institution: bool) -> None:
        self._rules, self._is_of_institution = rules, is_of_institution
        self._sound: Recent[Key, bool] = Recent(_MOST)
        self._places = lambda _: set[Place]()
        """The work that notes with each line where it was found sound: a line met again need not be compared."""
        self._before: Before | None = None
        (self._always,) = self._judged([paper], [[]])
        """What the rules say whatever the lines are: that they do not apply to a document of that date."""

    def said(self, papers: Sequence[Paper]) -> list[list[Said]]:
        """Return what each rule says of each paper.

        Every rule goes through all papers before the next rule does: what it works with is then at hand.
        """
        before, drawn = self._before, []
        for paper in papers:
            roles, notes = roles_in(paper.parts), paper.notes
            places = [(zone, roles.get(id(line.paragraph), NO_ROLE)) for zone, line in paper.passages]
            drawn.append(list(self._new(paper, places, before)))
            before = Before(notes, places, [each.at for each in drawn[-1]])
        judged = self._judged(papers, drawn)
        for new, said in zip(drawn, judged, strict=True):
            self._learn(new, said)
        if before is not None:
            wanting = [each.at for each in drawn[-1] if each.place not in each.notes[self._places]]
            self._before = before._replace(wanting=wanting)
        return judged

    def _judged(self, papers: Sequence[Paper], drawn: Sequence[Sequence[New]]) -> list[list[Said]]:
        excerpts = [self._excerpt(paper, new) for paper, new in zip(papers, drawn, strict=True)]
        by_rule = [[tuple(rule.check(each)) for each in excerpts] for rule in self._rules]
        return [list(said) for said in zip(*by_rule, strict=True)] if by_rule else [[] for _ in papers]

    def _excerpt(self, paper: Paper, new: Sequence[New]) -> Excerpt:
        lines = [(each.passage, each.notes, each.place[1]) for each in new]
        return Excerpt(paper, lines, is_of_institution=self._is_of_institution)

    def _new(self, paper: Paper, places: list[Place], before: Before | None) -> Iterator[New]:
        """Yield the lines not known to be sound after all that such a rule may read of them."""
        for at in _doubtful(paper.notes, places, before):
            passage, notes, place = paper.passages[at], paper.notes[at], places[at]
            if place not in notes[self._places]:
                line = passage.line
                key = (place, line.text, line.runs, line.paragraph.text)
                if self._sound.get(key):
                    notes[self._places].add(place)
                else:
                    yield New(at, passage, notes, place, key)

    def _learn(self, new: list[New], said: list[Said]) -> None:
        """Remember the lines that nothing was said of; where it is not clear which were meant, none of them."""
        told = [each for own, usual in zip(said, self._always, strict=True) if own != usual for each in own]
        places = [each.at if isinstance(each, Fault) else "" for each in told]
        wrong = {id(paragraph_of(each)) for each in places if not isinstance(each, str)}
        if any(isinstance(each, str) for each in places):
            return
        for each in new:
            if id(each.passage.paragraph) not in wrong:
                self._sound.put(each.key, True)
                each.notes[self._places].add(each.place)


def _doubtful(notes: list[Notes], places: list[Place], before: Before | None) -> Iterable[int]:
    """Return which lines are not the very same as in the paper before, or were not sound there."""
    if before is None or len(before.notes) != len(notes):
        return range(len(notes))
    both = zip(notes, before.notes, places, before.places, strict=True)
    others = [at for at, (own, old, place, stood) in enumerate(both) if own is not old or place != stood]
    return sorted({*others, *before.wanting})
