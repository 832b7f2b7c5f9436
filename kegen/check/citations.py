"""The documents a paper cites: `Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về …` as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kegen.check.citing_facts import date_of, said_of, short_name, subject_of
from kegen.check.citing_kinds import KIND_WORDS, Named, named
from kegen.check.citing_numbers import NUMBER, Symbol, number_key, plain, symbol_of
from kegen.check.notes import notes_of
from kegen.check.paper import Passage
from kegen.dates import PlanDate
from kegen.document.lines import Line
from kegen.document.model import Paragraph

if TYPE_CHECKING:
    from kegen.check.paper import Paper, Zone

_JUST_ITSELF = re.compile(r"(?:[\s,;]|(?<!\w)(?:và|hoặc|các|số)(?=\s))+$")
"""What leads from one document to the next and belongs to neither."""
_JOINT = re.compile(r"(?P<joint>[,;]\s*và|[,;]|(?<!\w)(?:và|hoặc))\s+(?:các\s+)?$")
_IN_ALIAS = re.compile(r"\([^()]*(?:gọi|viết)\s+(?:tắt|chung|ngắn gọn)?\s*(?:là)?[^()]*$", re.IGNORECASE)
_LONGEST_ALIAS = 200
_LEADING = 60
_CARRIER = re.compile(rf"kèm theo\s+(?:{KIND_WORDS})?\s*(?:số\s*:?)?\s*$", re.IGNORECASE)
_OWN = re.compile(r"Số\s*:?\s*(\d+[a-z]?\s?/\S+)", re.IGNORECASE)


class Citation(NamedTuple):
    """A document as one place of the text cites it; "" or None for what is not said there."""

    passage: Passage
    start: int
    """Where it begins in the text of the passage: at the kind, or at the number."""
    end: int
    """Where it ends: after subject and short name."""
    kind: str
    """As written: `Quyết định`."""
    number: str
    """As written: `534/QĐ-TTg`."""
    date_text: str
    """As written, `31/3/2026`; blanks may stand in it."""
    date: PlanDate | None
    """None where no date is said, or blanks, or one that does not exist."""
    issuer: str
    subject: str
    """`về việc ban hành Kế hoạch …`, up to where the sentence leaves it."""
    short: str
    """What the text goes on to call it: `(sau đây gọi tắt là …)`."""
    inside: int | None
    """The index, among the paper's citations, of the document in whose title it stands; None for none."""
    is_alias: bool
    """Whether it stands in such a `(sau đây gọi tắt là …)`."""
    issuer_first: bool
    """Whether the issuer stands before the date."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it stands in."""
        return self.passage.paragraph

    @property
    def zone(self) -> Zone:
        """Where in the paper it stands."""
        return self.passage.zone

    @property
    def before(self) -> str:
        """The words that lead to it, as far as any rule looks."""
        return self.passage.line.text[max(0, self.start - _LEADING) : self.start]

    @property
    def said(self) -> str:
        """What the text says of it, from beginning to end."""
        return self.passage.line.text[self.start : self.end]

    @property
    def is_shouted(self) -> bool:
        """Whether the whole line is in capitals."""
        return self.passage.line.is_capital

    @property
    def facts(self) -> tuple[object, ...]:
        """All that a rule on citations may go by: the passage itself only says where a fault is."""
        return (self.zone, self.before, self.said, self.is_shouted, *self[1:])

    @property
    def key(self) -> str:
        """Its number for comparing."""
        return number_key(self.number)

    @property
    def symbol(self) -> Symbol:
        """Its number taken apart."""
        found = symbol_of(self.number)
        if found is None:
            raise ValueError(self.number)
        return found

    @property
    def name(self) -> str:
        """Kind and number as a later citation writes them."""
        return f"{self.kind[:1].upper()}{self.kind[1:]} số {self.number}" if self.kind else f"số {self.number}"

    @property
    def is_law(self) -> bool:
        """Whether it is a law or an ordinance, which needs no number."""
        return self.kind.casefold() in {"luật", "bộ luật", "pháp lệnh"}

    @property
    def is_whole(self) -> bool:
        """Whether number, date, issuer and subject are all said."""
        return bool(self.date_text and self.issuer and self.subject)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What a first citation needs and this one does not say."""
        said = (("loại văn bản", self.kind), ("ngày ban hành", self.date_text))
        more = (("cơ quan ban hành", self.issuer), ("trích yếu", self.subject))
        return tuple(name for name, value in (*said, *more) if not value)


def citations_of(paper: Paper) -> tuple[Citation, ...]:
    """Return every document a paper cites, in reading order; its own number is no citation."""
    own = _own_number(paper)
    found: list[Citation] = []
    for passage, notes in zip(paper.passages, paper.notes, strict=True):
        cited = notes[_in_line]
        if cited and not _is_head_line(paper, passage):
            found += _placed(cited, passage, len(found))
    return _without(found, {i for i, each in enumerate(found) if _is_own(paper, each, own)})


def cited_in(line: Line) -> tuple[Citation, ...]:
    """Return every document that a line cites, as if it stood in the body; a paper may not count some of them."""
    found: tuple[Citation, ...] = notes_of(line)[_in_line]
    return found


_NUMBERED = re.compile(r"\d[a-zđ]?\s?[-/\u2010-\u2015\u2212]\s?(?:\d{4}\s?/\s?)?[A-ZĐ\u00d0]")


def _is_head_line(paper: Paper, passage: Passage) -> bool:
    number = paper.parts.number
    return number is not None and passage.zone == "head" and passage.paragraph is number.paragraph


def _own_number(paper: Paper) -> str:
    line = paper.parts.number
    found = _OWN.search(line.text) if line is not None else None
    return number_key(found[1]) if found else ""


def _is_own(paper: Paper, cited: Citation, own: str) -> bool:
    """Whether the paper speaks of itself, or of what it comes with (`(Kèm theo Kế hoạch số …)`)."""
    if cited.passage.zone in ("head", "annex") and _is_carrier(cited.passage.line.text, cited.number, cited.start):
        return True
    return cited.key == own and not cited.issuer and cited.date in (None, paper.date)


@lru_cache(maxsize=1024)
def _is_carrier(text: str, number: str, start: int) -> bool:
    return _CARRIER.search(text, 0, plain(text).index(plain(number), start)) is not None


def _without(found: list[Citation], dropped: set[int]) -> tuple[Citation, ...]:
    """Return the others, the places of those they stand in counted anew."""
    if not dropped:
        return tuple(found)
    kept = [i for i in range(len(found)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    moved = (found[i] for i in kept)
    return tuple(each._replace(inside=None if each.inside is None else place.get(each.inside)) for each in moved)


def _in_line(line: Line) -> tuple[Citation, ...]:
    """Return the citations of one line, as if it stood in the body."""
    return tuple(_read(Passage("body", line))) if _NUMBERED.search(line.text) else ()


def _placed(cited: tuple[Citation, ...], passage: Passage, before: int) -> Iterator[Citation]:
    """Yield the citations as those of the passage; `before` of the paper's stand above."""
    for each in cited:
        own = Citation(passage, *each[1:])
        yield own if each.inside is None else own._replace(inside=before + each.inside)


def _read(passage: Passage) -> list[Citation]:
    text = plain(passage.line.text)
    found: list[Citation] = []
    for match in NUMBER.finditer(text):
        last = Named(found[-1].kind, found[-1].end) if found else Named("", 0)
        led = named(text, match, last)
        if led is not None:
            found.append(_cited(passage, led, match, found))
    return [_cut(each, found[index + 1 :], index) for index, each in enumerate(found)]


def _cited(passage: Passage, led: Named, match: re.Match[str], above: list[Citation]) -> Citation:
    text = match.string
    said = said_of(text, match.end())
    subject, end = subject_of(text, said)
    short = short_name(text, end, number_key(match[0]))
    return Citation(
        passage,
        led.start,
        short.end() if short else end,
        led.kind,
        passage.line.text[match.start() : match.end()],
        said.date,
        date_of(said.date),
        said.issuer,
        subject,
        short[1].strip() if short else "",
        _inside(text, led.start, above),
        _IN_ALIAS.search(text, max(0, led.start - _LONGEST_ALIAS), led.start) is not None,
        said.issuer_first,
    )


def _inside(text: str, start: int, above: list[Citation]) -> int | None:
    """Return the index of the nearest document above whose title holds this one."""
    if not above:
        return None
    joint = _JOINT.search(text, above[-1].start, start)
    if joint:
        return above[-1].inside if joint["joint"].startswith("và") else None
    outermost = max(index for index, each in enumerate(above) if each.inside is None)
    holders = (i for i in range(len(above) - 1, outermost - 1, -1) if above[i].subject and start < above[i].end)
    return next(holders, None)


def _cut(cited: Citation, after: list[Citation], index: int) -> Citation:
    """End a title where the next document outside of it begins; a holder of a lower index stands outside."""
    end = next((each.start for each in after if each.inside is None or each.inside < index), cited.end)
    if end >= cited.end:
        return cited
    end = cited.start + len(_JUST_ITSELF.sub("", cited.passage.line.text[cited.start : end]))
    return cited._replace(end=end, subject=cited.subject[: max(0, len(cited.subject) - (cited.end - end))])
