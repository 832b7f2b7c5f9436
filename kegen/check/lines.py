"""Lines once found sound by the rules that judge every passage by itself: those rules need not see them again."""

from __future__ import annotations

from collections.abc import Sequence

from kegen.check.excerpt import Excerpt
from kegen.check.generations import Generations
from kegen.check.paper import Paper, Passage
from kegen.check.rule import Fault, Rule, Said, paragraph_of

_MOST = 8192
Key = tuple[object, ...]


class SoundLines:
    """What is remembered for one choice of rules, one mode and one date."""

    def __init__(self, rules: Sequence[Rule], paper: Paper) -> None:
        self._rules = rules
        self._sound: Generations[Key, bool] = Generations(_MOST)
        self._always = _said(rules, Excerpt(paper, ()))
        """What the rules say whatever the lines are: that they do not apply to a document of that date."""

    def said(self, paper: Paper) -> list[Said]:
        """Return what each rule says of the paper."""
        new = [(key, each) for key, each in _keyed(paper) if key is None or not self._sound.get(key)]
        if not new:
            return self._always
        said = _said(self._rules, Excerpt(paper, [each for _, each in new]))
        self._learn(new, said)
        return said

    def _learn(self, new: list[tuple[Key | None, Passage]], said: list[Said]) -> None:
        """Remember the lines that nothing was said of; where it is not clear which were meant, none of them."""
        told = [each for own, usual in zip(said, self._always, strict=True) if own != usual for each in own]
        places = [each.at if isinstance(each, Fault) else "" for each in told]
        wrong = {id(paragraph_of(each)) for each in places if not isinstance(each, str)}
        if any(isinstance(each, str) for each in places):
            return
        for key, each in new:
            if key is not None and id(each.paragraph) not in wrong:
                self._sound.keep(key, value=True)


def _said(rules: Sequence[Rule], excerpt: Excerpt) -> list[Said]:
    return [tuple(rule.check(excerpt)) for rule in rules]


def _keyed(paper: Paper) -> list[tuple[Key | None, Passage]]:
    """Return each passage after all that such a rule may read of it; None for lines that are judged together."""
    parts = paper.parts
    named = (*parts.issuer, *parts.parent, *parts.signature, *((parts.name,) if parts.name else ()))
    sent = (*parts.recipients, *((parts.addressee,) if parts.addressee else ()))
    together, sent_to = {id(each.paragraph) for each in named}, {id(each.paragraph) for each in sent}
    return [
        (None if id(each.paragraph) in together else _key(each, id(each.paragraph) in sent_to), each)
        for each in paper.passages
    ]


def _key(passage: Passage, is_sent_to: bool) -> Key:
    zone, line = passage
    return zone, is_sent_to, line.text, line.runs, line.paragraph.text
