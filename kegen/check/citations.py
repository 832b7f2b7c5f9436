"""The documents a paper cites: `Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về …` as values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kegen.check.citation_clause import DATE, ISSUER, SUBJECT, told_before
from kegen.check.citation_text import KIND_WORDS, Lead, date_of, issue_of, lead_of, same_body, short_name, subject_of
from kegen.check.document_numbers import NUMBER, Symbol, key_of, number_key, plain, symbol_in
from kegen.check.passages import Passage, Zone
from kegen.dates import PlanDate
from kegen.docx.lines import Line
from kegen.docx.model import Paragraph

_JUST_ITSELF = re.compile(r"(?:[\s,;]|(?<!\w)(?:và|hoặc|các|số)(?=\s))+$")
"""What leads from one document to the next and belongs to neither."""
_JOINT = re.compile(r"(?P<joint>[,;]\s*và|[,;]|(?<!\w)(?:và|hoặc))\s+(?:các\s+)?$")
_LONGEST_JOINT = 20
_JOINED = re.compile(r"(?:\s|,|;|và|cùng|các)*")
_CONCLUDED_BY = re.compile(r"(?:thông báo )?kết luận của|ý kiến(?: kết luận| chỉ đạo)? của", re.IGNORECASE)
"""How the subject of a notice tells whose it is."""
_IN_ALIAS = re.compile(r"\([^()]*(?:gọi|viết)\s+(?:tắt|chung|ngắn gọn)?\s*(?:là)?[^()]*$", re.IGNORECASE)
_LONGEST_ALIAS = 200
_LEADING = 60
_CARRIER = re.compile(rf"kèm theo\s+(?:{KIND_WORDS})?\s*(?:số\s*:?)?\s*$", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"Số\s*:?\s*(\d+[a-z]?\s?/\S+)", re.IGNORECASE)
_CONTENT: tuple[Zone, ...] = ("body", "table", "annex")


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
    key: str
    """The number for comparing."""
    symbol: Symbol
    """The number taken apart."""
    date_text: str
    """As written, `31/3/2026`; blanks may stand in it."""
    date: PlanDate | None
    """None where no date is said, or blanks, or one that does not exist."""
    issuer: str
    issuer_first: bool
    """Whether the issuer stands before the date."""
    subject: str
    """`về việc ban hành Kế hoạch …`, up to where the sentence leaves it."""
    short: str
    """What the text goes on to call it: `(sau đây gọi tắt là …)`."""
    is_alias: bool
    """Whether it stands in such a `(sau đây gọi tắt là …)`."""
    is_carrier: bool
    """Whether the words before say that it is what the paper comes with: `(Kèm theo Kế hoạch số …)`."""
    told_before: frozenset[str] = frozenset()
    """What the clause before tells of it: issuer, date, subject."""
    inside: Citation | None = None
    """The document in whose title it stands."""

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
    def text(self) -> str:
        """Its words, from beginning to end."""
        return self.passage.line.text[self.start : self.end]

    @property
    def name(self) -> str:
        """Kind and number as a later citation writes them."""
        return f"{self.kind[:1].upper()}{self.kind[1:]} số {self.number}" if self.kind else f"số {self.number}"

    @property
    def is_in_capitals(self) -> bool:
        """Whether the whole line is in capitals."""
        return self.passage.line.is_capital

    @property
    def is_law(self) -> bool:
        """Whether it is a law or an ordinance, which needs no number."""
        return self.kind.casefold() in {"luật", "bộ luật", "pháp lệnh"}

    @property
    def is_whole(self) -> bool:
        """Whether number, date, issuer and subject are all said."""
        return not {DATE, ISSUER, SUBJECT} & set(self.lacks)

    @property
    def is_sufficient(self) -> bool:
        """Whether it names date and issuer; only within another's title the subject may be left as that has it."""
        return self.is_whole or (self.inside is not None and not {DATE, ISSUER} & set(self.lacks))

    @property
    def lacks(self) -> tuple[str, ...]:
        """What a first citation needs and this one does not say."""
        needed = (
            ("loại văn bản", self.kind),
            (DATE, self.date_text),
            (ISSUER, self.issuer or _CONCLUDED_BY.match(self.subject)),
            (SUBJECT, self.subject),
        )
        return tuple(name for name, value in needed if not value and name not in self.told_before)

    def can_be(self, other: Citation) -> bool:
        """Whether it and a citation of the same number can mean one document, by issuer and date."""
        if self.issuer and other.issuer and not same_body(self.issuer, other.issuer):
            return False
        return self.date is None or other.date is None or self.date == other.date


def citations_in(passages: Iterable[Passage], number: Line | None, date: PlanDate | None) -> tuple[Citation, ...]:
    """Return every document that the passages cite, in reading order, but for the paper itself.

    `number` is the line with the paper's own number, `date` its own date.
    """
    found = _OWN_NUMBER.search(number.text) if number is not None else None
    own = number_key(found[1]) if found else ""
    cited: list[Citation] = []
    for passage in passages:
        if number is None or passage.zone != "head" or passage.paragraph is not number.paragraph:
            cited += [each for each in _read(passage, own, date) if each is not None]
    return tuple(cited)


def by_number(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    """Return the citations of the content by the key of their number, those that only give a short name left out."""
    found: dict[str, list[Citation]] = {}
    for each in citations:
        if each.zone in _CONTENT and not each.is_alias:
            found.setdefault(each.key, []).append(each)
    return found


def _read(passage: Passage, own: str, date: PlanDate | None) -> list[Citation | None]:
    """Return the documents a passage cites, None in the place of the paper itself."""
    found = _find(passage)
    cited: list[Citation | None] = []
    for index, (each, holder) in enumerate(found):
        whole = _cut(each, found[index + 1 :], index)
        inside = None if holder is None else cited[holder]
        cited.append(None if _is_own(whole, own, date) else whole._replace(inside=inside))
    return _shared(cited)


def _shared(cited: list[Citation | None]) -> list[Citation | None]:
    """Let a bare number have what the next one tells for both: `Báo cáo số 1/BC-SNV và Tờ trình số 2/TTr-SNV ngày`."""
    for index in range(len(cited) - 2, -1, -1):
        one, after = cited[index], cited[index + 1]
        if one is not None and after is not None and _goes_with(one, after):
            given = {DATE, ISSUER, SUBJECT} - set(after.lacks)
            cited[index] = one._replace(told_before=one.told_before | given)
    return cited


def _goes_with(one: Citation, after: Citation) -> bool:
    """Whether a citation is but its number, joined by `và` to one of the same body and year."""
    joint = one.passage.line.text[one.end : after.start]
    same = one.symbol.groups[-1:] == after.symbol.groups[-1:] and one.symbol.year == after.symbol.year
    return same and not (one.date_text or one.issuer or one.subject) and joint.strip() == "và"


def _is_own(cited: Citation, own: str, date: PlanDate | None) -> bool:
    """Whether the paper speaks of itself, or of what it comes with (`(Kèm theo Kế hoạch số …)`)."""
    if cited.zone in ("head", "annex") and cited.is_carrier:
        return True
    return cited.key == own and not cited.issuer and cited.date in (None, date)


class _Found(NamedTuple):
    """A document cited in a passage, and the index of the one in whose title it stands."""

    cited: Citation
    holder: int | None


def _find(passage: Passage) -> list[_Found]:
    text = plain(passage.line.text)
    found: list[_Found] = []
    for number in NUMBER.finditer(text):
        last = found[-1].cited if found else None
        lead = lead_of(text, number, Lead(last.kind, last.end) if last else Lead("", 0))
        if lead is not None:
            cited = _cited(passage, lead, number, last)
            found.append(_Found(cited, _holder(text, lead.start, found)))
    return found


def _cited(passage: Passage, lead: Lead, number: re.Match[str], last: Citation | None) -> Citation:
    text, symbol = number.string, symbol_in(number)
    key = key_of(symbol)
    issue = issue_of(text, number.end())
    subject, end = subject_of(text, issue)
    short = short_name(text, end, key)
    return Citation(
        passage,
        start=lead.start,
        end=short.end() if short else end,
        kind=lead.kind,
        number=passage.line.text[number.start() : number.end()],
        key=key,
        symbol=symbol,
        date_text=issue.date,
        date=date_of(issue.date),
        issuer=issue.issuer,
        issuer_first=issue.issuer_first,
        subject=subject,
        short=short[1].strip() if short else "",
        is_alias=_IN_ALIAS.search(text, max(0, lead.start - _LONGEST_ALIAS), lead.start) is not None,
        told_before=_told_before(text, lead.start, last),
        is_carrier=_CARRIER.search(passage.line.text, 0, number.start()) is not None,
    )


def _told_before(text: str, start: int, last: Citation | None) -> frozenset[str]:
    """Return what the words before tell; of a document listed after another, what they tell of that one too."""
    if last is None:
        return told_before(text, start, 0)
    if start >= last.end and _JOINED.fullmatch(text, last.end, start):
        return last.told_before & {ISSUER}
    return told_before(text, start, min(last.end, start))


def _holder(text: str, start: int, above: list[_Found]) -> int | None:
    """Return the index of the nearest document above whose title holds what begins at `start`."""
    if not above:
        return None
    last = above[-1]
    joint = _JOINT.search(text, max(last.cited.start, start - _LONGEST_JOINT), start)
    if joint:
        return last.holder if joint["joint"].startswith("và") else None
    outermost = max(index for index, each in enumerate(above) if each.holder is None)
    holders = (i for i in range(len(above) - 1, outermost - 1, -1) if above[i].cited.subject)
    return next((i for i in holders if start < above[i].cited.end), None)


def _cut(cited: Citation, after: list[_Found], index: int) -> Citation:
    """End a title where the next document outside of it begins; a holder of a lower index stands outside."""
    outside = (each.cited.start for each in after if each.holder is None or each.holder < index)
    end = next(outside, cited.end)
    if end >= cited.end:
        return cited
    end = cited.start + len(_JUST_ITSELF.sub("", cited.passage.line.text[cited.start : end]))
    return cited._replace(end=end, subject=cited.subject[: max(0, len(cited.subject) - (cited.end - end))])
