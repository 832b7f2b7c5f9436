"""The documents a paper cites: `Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về …` as values."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, cast

from kegen.check.citing_facts import date_of, said_of, short_name, subject_of
from kegen.check.citing_kinds import KIND_WORDS, Named, named
from kegen.check.citing_numbers import NUMBER, Symbol, number_key, plain, symbol_of
from kegen.check.notes import notes_of
from kegen.check.paper import Paper, Passage, Zone, lines, zones_of
from kegen.dates import PlanDate
from kegen.document.lines import Line
from kegen.document.model import Paragraph

_JUST_ITSELF = re.compile(r"(?:[\s,;]|(?<!\w)(?:và|hoặc|các|số)(?=\s))+$")
"""What leads from one document to the next and belongs to neither."""
_JOINT = re.compile(r"(?P<joint>[,;]\s*và|[,;]|(?<!\w)(?:và|hoặc))\s+(?:các\s+)?$")
_LONGEST_JOINT = 20
_IN_ALIAS = re.compile(r"\([^()]*(?:gọi|viết)\s+(?:tắt|chung|ngắn gọn)?\s*(?:là)?[^()]*$", re.IGNORECASE)
_LONGEST_ALIAS = 200
_LEADING = 60
_CARRIER = re.compile(rf"kèm theo\s+(?:{KIND_WORDS})?\s*(?:số\s*:?)?\s*$", re.IGNORECASE)
_OWN = re.compile(r"Số\s*:?\s*(\d+[a-z]?\s?/\S+)", re.IGNORECASE)


class Outline(NamedTuple):
    """All that is said of a cited document but the words of its subject; "" or None for what is not said there.

    What differs from unit to unit mostly stands in those words, so that a rule that goes by the outlines finds them the
    same in nearly every plan of a pack.
    """

    at: int
    """The index, among the paper's passages, of the one it stands in."""
    nth: int
    """The how manieth of the passage it is, from 0."""
    zone: Zone
    """Where in the paper it stands."""
    kind: str
    """As written: `Quyết định`."""
    number: str
    """As written: `534/QĐ-TTg`."""
    date_text: str
    """As written, `31/3/2026`; blanks may stand in it."""
    date: PlanDate | None
    """None where no date is said, or blanks, or one that does not exist."""
    issuer: str
    has_subject: bool
    inside: int | None
    """The index, among the paper's citations, of the document in whose title it stands; None for none."""
    is_alias: bool
    """Whether it stands in such a `(sau đây gọi tắt là …)`."""
    issuer_first: bool
    """Whether the issuer stands before the date."""
    is_carrier: bool
    """Whether the words before say that it is what the paper comes with: `(Kèm theo Kế hoạch số …)`."""

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
        return bool(self.date_text and self.issuer and self.has_subject)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What a first citation needs and this one does not say."""
        said = (("loại văn bản", self.kind), ("ngày ban hành", self.date_text))
        more = (("cơ quan ban hành", self.issuer), ("trích yếu", self.has_subject))
        return tuple(name for name, value in (*said, *more) if not value)


class Citation(NamedTuple):
    """A document as one place of the text cites it: its outline, and the words."""

    passage: Passage
    outline: Outline
    start: int
    """Where it begins in the text of the passage: at the kind, or at the number."""
    end: int
    """Where it ends: after subject and short name."""
    subject: str
    """`về việc ban hành Kế hoạch …`, up to where the sentence leaves it."""
    short: str
    """What the text goes on to call it: `(sau đây gọi tắt là …)`."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it stands in."""
        return self.passage.paragraph

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
    def kind(self) -> str:
        """As written: `Quyết định`."""
        return self.outline.kind

    @property
    def number(self) -> str:
        """As written: `534/QĐ-TTg`."""
        return self.outline.number

    @property
    def date(self) -> PlanDate | None:
        """Its date."""
        return self.outline.date

    @property
    def date_text(self) -> str:
        """Its date as written."""
        return self.outline.date_text

    @property
    def issuer(self) -> str:
        """Who issued it."""
        return self.outline.issuer

    @property
    def inside(self) -> int | None:
        """The index of the document in whose title it stands."""
        return self.outline.inside

    @property
    def key(self) -> str:
        """Its number for comparing."""
        return self.outline.key

    @property
    def symbol(self) -> Symbol:
        """Its number taken apart."""
        return self.outline.symbol

    @property
    def name(self) -> str:
        """Kind and number as a later citation writes them."""
        return self.outline.name


def citations_of(paper: Paper) -> tuple[Citation, ...]:
    """Return every document a paper cites, in reading order; its own number is no citation."""
    return tuple(_placed(paper, each) for each in outlines(paper))


def _placed(paper: Paper, outline: Outline) -> Citation:
    """Return the citation of an outline as that of its passage."""
    found: Citation = paper.notes[outline.at][_in_line][outline.nth]
    return found._replace(passage=paper.passages[outline.at], outline=outline)


def citation_of(paper: Paper, outline: Outline) -> Citation:
    """Return the citation that has the outline."""
    return paper.citations[outlines(paper).index(outline)]


class _Own(NamedTuple):
    """By what a paper's own number is told from those it cites."""

    line: int
    number: str
    date: PlanDate | None


def outlines(paper: Paper) -> tuple[Outline, ...]:
    """Return the outline of each of the paper's citations, in the same order."""
    own = _Own(paper.once(_own_line), paper.once(_own_number), paper.date)
    return _outlines(paper.told(lines, _outlined), paper.once(zones_of), own)


def cited_in(line: Line) -> tuple[Citation, ...]:
    """Return every document that a line cites, as if it stood in the body; a paper may not count some of them."""
    found: tuple[Citation, ...] = notes_of(line)[_in_line]
    return found


def _outlined(line: Line) -> tuple[Outline, ...]:
    return tuple(each.outline for each in cited_in(line))


_NUMBERED = re.compile(r"\d[a-zđ]?\s?[-/\u2010-\u2015\u2212]\s?(?:\d{4}\s?/\s?)?[A-ZĐ\u00d0]")


def _own_line(paper: Paper) -> int:
    """Return the place of the passage with the paper's own number, -1 for none."""
    number = paper.parts.number
    if number is None:
        return -1
    own = number.paragraph
    return next((at for at, (zone, line) in enumerate(paper.passages) if zone == "head" and line.paragraph is own), -1)


def _own_number(paper: Paper) -> str:
    line = paper.parts.number
    found = _OWN.search(line.text) if line is not None else None
    return number_key(found[1]) if found else ""


@lru_cache(maxsize=8)
def _outlines(told: tuple[tuple[Outline, ...], ...], zones: str, own: _Own) -> tuple[Outline, ...]:
    """Return the outlines of the lines as those of one paper, without those of the paper itself."""
    found: list[Outline] = []
    for at, (zone, cited) in enumerate(zip(zones.split(), told, strict=True)):
        if cited and at != own.line:
            above = len(found)
            found += [_moved(each, above)._replace(at=at, zone=cast("Zone", zone)) for each in cited]
    return _without(found, {i for i, each in enumerate(found) if _is_own(each, own)})


def _moved(outline: Outline, above: int) -> Outline:
    """Return an outline of a line with so many of the paper's above the line."""
    return outline if outline.inside is None else outline._replace(inside=above + outline.inside)


def _is_own(cited: Outline, own: _Own) -> bool:
    """Whether the paper speaks of itself, or of what it comes with (`(Kèm theo Kế hoạch số …)`)."""
    if cited.zone in ("head", "annex") and cited.is_carrier:
        return True
    return cited.key == own.number and not cited.issuer and cited.date in (None, own.date)


def _without(found: list[Outline], dropped: set[int]) -> tuple[Outline, ...]:
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
    outline = Outline(
        0,
        len(above),
        passage.zone,
        led.kind,
        passage.line.text[match.start() : match.end()],
        said.date,
        date_of(said.date),
        said.issuer,
        bool(subject),
        _inside(text, led.start, above),
        _IN_ALIAS.search(text, max(0, led.start - _LONGEST_ALIAS), led.start) is not None,
        said.issuer_first,
        _CARRIER.search(passage.line.text, 0, match.start()) is not None,
    )
    return Citation(
        passage, outline, led.start, short.end() if short else end, subject, short[1].strip() if short else ""
    )


def _inside(text: str, start: int, above: list[Citation]) -> int | None:
    """Return the index of the nearest document above whose title holds this one."""
    if not above:
        return None
    joint = _JOINT.search(text, max(above[-1].start, start - _LONGEST_JOINT), start)
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
    subject = cited.subject[: max(0, len(cited.subject) - (cited.end - end))]
    return cited._replace(end=end, subject=subject, outline=cited.outline._replace(has_subject=bool(subject)))
