"""The documents a paper cites: `Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về …` as values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kegen.check.citing_names import name_end
from kegen.check.citing_numbers import LAWS, NUMBER, Symbol, number_key, plain_dashes, symbol_of
from kegen.dates import PlanDate, parse_date
from kegen.document.model import Paragraph

if TYPE_CHECKING:
    from kegen.check.paper import Paper, Passage

_KINDS = (
    r"nghị định|quyết định|thông báo kết luận|thông báo|kết luận|nghị quyết liên tịch|nghị quyết|chỉ thị|kế hoạch|"
    r"công văn|công điện|tờ trình|thông tư liên tịch|thông tư|bộ luật|luật|pháp lệnh|hướng dẫn|quy định|quy chế|đề án|"
    r"dự án|phương án|chương trình hành động|chương trình|báo cáo|văn bản|thông tri|lệnh|giấy mời"
)
_KIND = re.compile(rf"(?<!\w)(?P<kind>{_KINDS})(?P<so>\s+số\s*:?)?\s*$", re.IGNORECASE)
_SO = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
_LAW_NAME = re.compile(r"(?<!\w)(?P<kind>bộ luật|luật|pháp lệnh)\s[^;:.()“”]{2,120}?(?:\s+số\s*:?)?\s*$", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|;|và|và số|số|, số|; số|,? và số)\s*$", re.IGNORECASE)
_BLANK = r"[.…_\s]{0,12}"
_DATE = re.compile(
    r"[,;]?\s*(?:ban hành\s+)?(?:ngày\s+)?(?P<date>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)"
    rf"|(?:\d{{1,2}}|{_BLANK})\s+tháng\s+(?:\d{{1,2}}|{_BLANK})[\s,]+(?:năm\s+)?\d{{4}}"
    rf"|[\d.…_]{{1,12}}/[\d.…_]{{1,12}}/\d{{4}})",
    re.IGNORECASE,
)
_OF = re.compile(r"(?P<comma>,?)\s*của\s+(?=\w)")
_SAID = re.compile(r",?\s+(?=[^\W\d_])")
_NO_SUBJECT = re.compile(
    r"(?:và|để|của|được|thì|là|có|đã|tại|theo|với|cho|đến|trên|trong|từ|nhưng|hoặc|hay|này|nêu|do|gồm|bao gồm|ngày|"
    r"nhằm|còn|đang|sẽ|phải|thuộc|xác định|yêu cầu|chỉ đạo|góp phần|bảo đảm|đảm bảo|như)(?!\w)"
)
_ENDS = re.compile(r";|\.(?=\s|$)|\./|[)”\"]|:|\s*\((?:sau đây|gọi|viết)")
_JOINT = re.compile(r"(?P<joint>[,;]\s*và|[,;]|(?<!\w)(?:và|hoặc))\s+(?:các\s+)?$")
_ENACTS = re.compile(
    r",\s+(?:Ủy ban|Uỷ ban|UBND|Chủ tịch|Hội đồng|HĐND|Sở|Ban|Bộ|Phòng|Giám đốc|Lãnh đạo)\s[^,;]{0,120}?"
    r"(?:ban hành|xây dựng|yêu cầu|đề nghị|thông báo)(?!\w)"
)
_ALIAS = re.compile(
    r"\s*\(\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung|ngắn gọn)?\s*(?:là)?\s*:?\s*([^)]+)\)"
)
_IN_ALIAS = re.compile(r"\([^()]*(?:gọi|viết)\s+(?:tắt|chung|ngắn gọn)?\s*(?:là)?[^()]*$", re.IGNORECASE)
_CARRIER = re.compile(rf"kèm theo\s+(?:{_KINDS})?\s*(?:số\s*:?)?\s*$", re.IGNORECASE)
_OWN = re.compile(r"Số\s*:?\s*(\d+[a-z]?/\S+)", re.IGNORECASE)


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
    for passage in paper.passages:
        if _NUMBERED.search(passage.line.text) and not _is_head_line(paper, passage):
            found += _in_passage(passage, len(found))
    return _without(found, {i for i, each in enumerate(found) if _is_own(paper, each, own)})


_NUMBERED = re.compile(r"\d[a-zđ]?[-/\u2010-\u2015\u2212]\s?(?:\d{4}/)?[A-ZĐ]")


def _is_head_line(paper: Paper, passage: Passage) -> bool:
    number = paper.parts.number
    return number is not None and passage.zone == "head" and passage.paragraph is number.paragraph


def _own_number(paper: Paper) -> str:
    line = paper.parts.number
    found = _OWN.search(line.text) if line is not None else None
    return number_key(found[1]) if found else ""


def _is_own(paper: Paper, cited: Citation, own: str) -> bool:
    """Whether the paper speaks of itself, or of what it comes with (`(Kèm theo Kế hoạch số …)`)."""
    if cited.passage.zone in ("head", "annex") and _CARRIER.search(cited.passage.line.text, 0, _number_at(cited)):
        return True
    return cited.key == own and not cited.issuer and cited.date in (None, paper.date)


def _number_at(cited: Citation) -> int:
    return plain_dashes(cited.passage.line.text).index(plain_dashes(cited.number), cited.start)


def _without(found: list[Citation], dropped: set[int]) -> tuple[Citation, ...]:
    """Return the others, the places of those they stand in counted anew."""
    if not dropped:
        return tuple(found)
    kept = [i for i in range(len(found)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    moved = (found[i] for i in kept)
    return tuple(each._replace(inside=None if each.inside is None else place.get(each.inside)) for each in moved)


class _Said(NamedTuple):
    """What follows the number."""

    date: str
    issuer: str
    issuer_first: bool
    end: int


def _in_passage(passage: Passage, before: int) -> list[Citation]:
    """Return the citations of one passage; `before` of the paper's stand above."""
    text = plain_dashes(passage.line.text)
    found: list[Citation] = []
    for match in NUMBER.finditer(text):
        kind, start = _kind(text, match, found)
        symbol = symbol_of(match[0])
        if symbol is None or (start < 0 and not (symbol.code and len(symbol.groups) > 1) and not symbol.is_law):
            continue
        start = match.start() if start < 0 else start
        found.append(_cited(passage, text, found, before, (kind, start, match)))
    return [_cut(each, found, before) for each in found]


def _kind(text: str, match: re.Match[str], above: list[Citation]) -> tuple[str, int]:
    """Return the kind before a number and where it begins; "" and -1 where only a bare number stands."""
    head = text[max(0, match.start() - 60) : match.start()]
    shift = match.start() - len(head)
    if named := _KIND.search(head):
        return named["kind"], shift + named.start()
    if (symbol_law := re.match(r"QH|UBTVQH", match["symbol"])) and (law := _law(text, match.start(), symbol_law[0])):
        return law
    if above and _LISTED.fullmatch(text[above[-1].end : match.start()].strip() or "-") and above[-1].kind:
        return above[-1].kind, match.start()
    said = _SO.search(head)
    return "", (shift + said.start() if said else -1)


def _law(text: str, end: int, body: str) -> tuple[str, int] | None:
    found = _LAW_NAME.search(text[max(0, end - 140) : end])
    if found is None or found["kind"].casefold() not in LAWS[body]:
        return None
    return found["kind"], max(0, end - 140) + found.start()


def _cited(
    passage: Passage, text: str, above: list[Citation], before: int, at: tuple[str, int, re.Match[str]]
) -> Citation:
    kind, start, match = at
    said = _said(text, match.end())
    subject, end = _subject(text, said)
    alias = _alias(text, end, number_key(match[0]))
    return Citation(
        passage,
        start,
        alias.end() if alias else end,
        kind,
        passage.line.text[match.start() : match.end()],
        said.date,
        _date(said.date),
        said.issuer,
        subject,
        alias[1].strip() if alias else "",
        _inside(text, start, above, before),
        _IN_ALIAS.search(text, 0, start) is not None,
        said.issuer_first,
    )


def _alias(text: str, start: int, key: str) -> re.Match[str] | None:
    """Find the short name the text goes on with; one with a number is only that document's."""
    found = _ALIAS.match(text, start)
    number = NUMBER.search(found[1]) if found else None
    return None if number is not None and number_key(number[0]) != key else found


def _said(text: str, end: int) -> _Said:
    """Read date and issuer after the number, in either order."""
    date, at = _dated(text, end)
    issuer, after = _issued(text, at, dated=bool(date))
    if not date and issuer:
        late, at = _dated(text, after)
        return _Said(late, issuer, bool(late), at if late else after)
    return _Said(date, issuer, issuer_first=False, end=after if issuer else at)


def _dated(text: str, start: int) -> tuple[str, int]:
    found = _DATE.match(text, start)
    return (found["date"].strip(), found.end()) if found else ("", start)


def _issued(text: str, start: int, *, dated: bool) -> tuple[str, int]:
    found = _OF.match(text, start)
    if found and found["comma"] and not dated:
        return "", start
    end = name_end(text, found.end()) if found else start
    return (text[found.end() : end], end) if found and end > found.end() else ("", start)


def _subject(text: str, said: _Said) -> tuple[str, int]:
    """Return the subject that follows, up to the end of its clause, and where it ends."""
    found = _SAID.match(text, said.end)
    if found is None or _NO_SUBJECT.match(text, found.end()) or not (said.date or said.issuer or _about(text, found)):
        return "", said.end
    if "," in found[0] and not _about(text, found):
        return "", said.end
    stops = (_ENDS.search(text, found.end()), _ENACTS.search(text, found.end()))
    end = min((stop.start() for stop in stops if stop), default=len(text))
    return text[found.end() : end].strip(), end


_ABOUT = re.compile(r"(?:về|v/v|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bãi bỏ)(?!\w)", re.IGNORECASE)


def _about(text: str, before: re.Match[str]) -> bool:
    return _ABOUT.match(text, before.end()) is not None


def _inside(text: str, start: int, above: list[Citation], before: int) -> int | None:
    """Return the index of the nearest document above whose title holds this one."""
    if not above:
        return None
    joint = _JOINT.search(text, above[-1].start, start)
    if joint:
        return above[-1].inside if joint["joint"].startswith("và") else None
    outermost = max(index for index, each in enumerate(above) if each.inside is None)
    holders = (i for i in range(len(above) - 1, outermost - 1, -1) if above[i].subject and start < above[i].end)
    holder = next(holders, None)
    return None if holder is None else before + holder


def _cut(cited: Citation, all_here: list[Citation], before: int) -> Citation:
    """End a title where the next document outside of it begins."""
    index = all_here.index(cited)
    outside = (each.start for each in all_here[index + 1 :] if not _is_within(each, index, all_here, before))
    end = min((*outside, cited.end))
    if end == cited.end:
        return cited
    kept = cited.subject[: max(0, len(cited.subject) - (cited.end - end))].rstrip(" ,;")
    return cited._replace(end=end, subject=kept)


def _is_within(each: Citation, index: int, all_here: list[Citation], before: int) -> bool:
    holder = each.inside
    while holder is not None:
        if holder == before + index:
            return True
        holder = all_here[holder - before].inside
    return False


def _date(text: str) -> PlanDate | None:
    try:
        return parse_date(re.sub(r"\s*([/.-])\s*", r"\1", text)) if text else None
    except ValueError:
        return None
