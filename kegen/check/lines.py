"""Lines once found sound by the rules that judge every passage by itself: those rules need not see them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kegen.check.excerpt import Excerpt
from kegen.check.notes import Notes
from kegen.check.paper import Paper, Passage, Zone
from kegen.check.rule import Fault, Rule, Said, paragraph_of
from kegen.document.parts import Parts
from kegen.document.recent import Recent

_MOST = 8192
Key = tuple[object, ...]


class New(NamedTuple):
    """A line to be judged, and what it is remembered by: where it stands, and all else; None for not at all."""

    passage: Passage
    notes: Notes
    place: tuple[Zone, str]
    key: Key | None


class SoundLines:
    """What is remembered for one choice of rules, one mode and one date."""

    def __init__(self, rules: Sequence[Rule], paper: Paper) -> None:
        self._rules = rules
        self._sound: Recent[Key, bool] = Recent(_MOST)
        self._places = lambda _: set[tuple[Zone, str]]()
        """The work that notes with each line where it was found sound: a line met again need not be compared."""
        self._always = _said(rules, Excerpt(paper, (), ()))
        """What the rules say whatever the lines are: that they do not apply to a document of that date."""

    def said(self, paper: Paper) -> list[Said]:
        """Return what each rule says of the paper."""
        new = list(self._new(paper))
        if not new:
            return self._always
        said = _said(self._rules, Excerpt(paper, [each.passage for each in new], [each.notes for each in new]))
        self._learn(new, said)
        return said

    def _new(self, paper: Paper) -> Iterator[New]:
        """Yield the lines not known to be sound after all that such a rule may read of them."""
        roles, places = _roles(paper.parts), self._places
        for passage, notes in zip(paper.passages, paper.notes, strict=True):
            zone, line = passage
            place = zone, roles.get(id(line.paragraph), "")
            if place[1] == _NAMED:
                yield New(passage, notes, place, None)
            elif place not in notes[places]:
                key = (place, line.text, line.runs, line.paragraph.text)
                if self._sound.get(key):
                    notes[places].add(place)
                else:
                    yield New(passage, notes, place, key)

    def _learn(self, new: list[New], said: list[Said]) -> None:
        """Remember the lines that nothing was said of; where it is not clear which were meant, none of them."""
        told = [each for own, usual in zip(said, self._always, strict=True) if own != usual for each in own]
        places = [each.at if isinstance(each, Fault) else "" for each in told]
        wrong = {id(paragraph_of(each)) for each in places if not isinstance(each, str)}
        if any(isinstance(each, str) for each in places):
            return
        for each in new:
            if each.key is not None and id(each.passage.paragraph) not in wrong:
                self._sound.put(each.key, True)
                each.notes[self._places].add(each.place)


def _said(rules: Sequence[Rule], excerpt: Excerpt) -> list[Said]:
    return [tuple(rule.check(excerpt)) for rule in rules]


_NAMED, _SENT_TO = "named", "sent to"


def _roles(parts: Parts) -> dict[int, str]:
    """Return, by the identity of the paragraph, which lines name issuer and signer, and which the recipients."""
    sent = (*parts.recipients, *((parts.addressee,) if parts.addressee else ()))
    named = (*parts.issuer, *parts.parent, *parts.signature, *((parts.name,) if parts.name else ()))
    roles = {id(each.paragraph): _SENT_TO for each in sent}
    return roles | {id(each.paragraph): _NAMED for each in named}
