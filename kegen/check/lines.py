"""Lines once found sound by the rules that judge every passage by itself: those rules need not see them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.check.excerpt import Excerpt
from kegen.check.paper import Paper, Passage
from kegen.check.rule import Fault, Rule, Said, paragraph_of
from kegen.document.model import Paragraph
from kegen.document.parts import Parts
from kegen.document.recent import Recent

_MOST, _MOST_SEEN = 8192, 2048
Key = tuple[object, ...]


class SoundLines:
    """What is remembered for one choice of rules, one mode and one date."""

    def __init__(self, rules: Sequence[Rule], paper: Paper) -> None:
        self._rules = rules
        self._sound: Recent[Key, bool] = Recent(_MOST)
        self._seen: Recent[int, tuple[Paragraph, str, str]] = Recent(_MOST_SEEN)
        self._always = _said(rules, Excerpt(paper, ()))
        """What the rules say whatever the lines are: that they do not apply to a document of that date."""

    def said(self, paper: Paper) -> list[Said]:
        """Return what each rule says of the paper."""
        new = list(self._new(paper))
        if not new:
            return self._always
        said = _said(self._rules, Excerpt(paper, [each for _, each in new]))
        self._learn(new, said)
        return said

    def _new(self, paper: Paper) -> Iterator[tuple[Key | None, Passage]]:
        """Yield the lines not known to be sound after all that such a rule may read of them; None to be looked at anew.

        A reader that makes the very same paragraph of the same lines spares comparing them.
        """
        roles = _roles(paper.parts)
        for passage in paper.passages:
            zone, line = passage
            paragraph = line.paragraph
            role, seen = roles.get(id(paragraph), ""), self._seen.get(id(paragraph))
            if role == _NAMED:
                yield None, passage
            elif seen is None or seen[0] is not paragraph or seen[1:] != (zone, role):
                key = (zone, role, line.text, line.runs, paragraph.text)
                if self._sound.get(key):
                    self._seen.put(id(paragraph), (paragraph, zone, role))
                else:
                    yield key, passage

    def _learn(self, new: list[tuple[Key | None, Passage]], said: list[Said]) -> None:
        """Remember the lines that nothing was said of; where it is not clear which were meant, none of them."""
        told = [each for own, usual in zip(said, self._always, strict=True) if own != usual for each in own]
        places = [each.at if isinstance(each, Fault) else "" for each in told]
        wrong = {id(paragraph_of(each)) for each in places if not isinstance(each, str)}
        if any(isinstance(each, str) for each in places):
            return
        for key, each in new:
            if key is not None and id(each.paragraph) not in wrong:
                self._sound.put(key, True)


def _said(rules: Sequence[Rule], excerpt: Excerpt) -> list[Said]:
    return [tuple(rule.check(excerpt)) for rule in rules]


_NAMED, _SENT_TO = "named", "sent to"


def _roles(parts: Parts) -> dict[int, str]:
    """Return, by the identity of the paragraph, which lines name issuer and signer, and which the recipients."""
    sent = (*parts.recipients, *((parts.addressee,) if parts.addressee else ()))
    named = (*parts.issuer, *parts.parent, *parts.signature, *((parts.name,) if parts.name else ()))
    roles = {id(each.paragraph): _SENT_TO for each in sent}
    return roles | {id(each.paragraph): _NAMED for each in named}
