"""The words around the number of a cited document: the kind before it, date, issuer and subject after it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.check.document_numbers import LAWS, NUMBER, Symbol, number_key, symbol_in
from kegen.check.words import key_set, spelled
from kegen.dates import PlanDate, parse_date

KIND_WORDS = (
    r"nghị định|quyết định|thông báo kết luận|thông báo|kết luận|nghị quyết liên tịch|nghị quyết|chỉ thị|kế hoạch|"
    r"công văn|công điện|tờ trình|thông tư liên tịch|thông tư|bộ luật|luật|pháp lệnh|hướng dẫn|quy định|quy chế|đề án|"
    r"dự án|phương án|chương trình hành động|chương trình|báo cáo|văn bản|thông tri|thông cáo|lệnh|giấy mời|biên bản"
)
"""The kinds of documents, as alternatives of a pattern."""
_KIND = re.compile(rf"(?<!\w)(?<!pháp )(?P<kind>{KIND_WORDS})(?:\s+số\s*:?)?\s*$", re.IGNORECASE)
_SO = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
_LAW_NAMES = {
    body: re.compile(rf"(?<!\w)(?P<kind>{'|'.join(kinds)})\s[^;:.()“”]{{2,120}}?(?:\s+số\s*:?)?\s*$", re.IGNORECASE)
    for body, kinds in LAWS.items()
}
_LEGISLATOR = re.compile(r"(?:PL-)?(QH|UBTVQH)\d")
_LISTED = re.compile(r"(?:,|;|và|và số|số|, số|; số|,? và số)\s*$", re.IGNORECASE)
_NEAR, _FAR = 60, 140
"""How many letters before a number a kind, and a law with its name, begin at most."""


class Lead(NamedTuple):
    """How a number is led up to."""

    kind: str
    """As written, "" where no kind is said."""
    start: int
    """Where naming the document begins: at the kind, else at `số`, else at the number."""


def lead_of(text: str, number: re.Match[str], last: Lead) -> Lead | None:
    """Return how the number is led up to, None where it is no document's.

    `last` is the kind of the document above in the same passage, and where that one ends.
    """
    found = _kind(text, number) or _law(text, number)
    if found is None and last.kind and _LISTED.fullmatch(text[last.start : number.start()].strip()):
        return Lead(last.kind, number.start())
    return found or _bare(text, number)


def _kind(text: str, number: re.Match[str]) -> Lead | None:
    found = _KIND.search(text, max(0, number.start() - _NEAR), number.start())
    return Lead(found["kind"], found.start()) if found else None


def _law(text: str, number: re.Match[str]) -> Lead | None:
    """Find a law that its name parts from its number: `Luật Tổ chức chính quyền địa phương số …`."""
    body = _LEGISLATOR.match(number["symbol"])
    start = max(0, number.start() - _FAR)
    found = _LAW_NAMES[body[1]].search(text, start, number.start()) if body else None
    return Lead(found["kind"], found.start()) if found else None


def _bare(text: str, number: re.Match[str]) -> Lead | None:
    """Return the place of a number that speaks for itself: by its code, or after `số` by its look."""
    word = _SO.search(text, max(0, number.start() - _NEAR), number.start())
    if not _speaks(symbol_in(number), after_word=word is not None):
        return None
    return Lead("", word.start() if word else number.start())


def _speaks(symbol: Symbol, *, after_word: bool) -> bool:
    known = symbol.code or (after_word and all(each.isupper() for each in symbol.groups))
    return symbol.is_law or bool(known and len(symbol.groups) > 1)


_BLANK = r"[.…_\s]{0,12}"
_DATE = re.compile(
    r"[,;]?\s*\(?(?:được\s+)?(?:ký\s+)?(?:ban hành\s+)?(?:ngày\s+)?"
    r"(?P<date>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)"
    rf"|(?:\d{{1,2}}|{_BLANK})\s+tháng\s+(?:\d{{1,2}}|{_BLANK})[\s,]+(?:năm\s+)?\d{{4}}"
    rf"|[\d.…_]{{1,12}}/[\d.…_]{{1,12}}/\d{{4}})(?:(?<=\d)\))?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?P<comma>,?)\s*(?:(?:của|do|được)\s+(?=\w)|(?=Hội nghị lần thứ))")
_BY_DEED = re.compile(r"\s+(?:ký\s+)?(?:ban hành|ký)(?!\w)(?!\s+ngày)")
"""What follows the issuer after `do`, `được`."""
_BEFORE_SUBJECT = re.compile(r",?\s+(?=[^\W\d_])|\s*:?\s+[“\"]\s*(?=[^\W\d_])")
_NO_SUBJECT = re.compile(
    r"(?:và|để|của|được|thì|là|có|đã|tại|theo|với|cho|đến|trên|trong|từ|nhưng|hoặc|hay|này|nêu|do|gồm|bao gồm|ngày|"
    r"nhằm|còn|đang|sẽ|phải|thuộc|xác định|yêu cầu|chỉ đạo|góp phần|bảo đảm|đảm bảo|như)(?!\w)"
)
_ENDS_CLAUSE = re.compile(r"[;:)”\".(](?:(?<=[;:)”\"])|(?<=\.)(?=\s|/|$)|(?<=\()(?=sau đây|gọi|viết))")
_ABOUT = re.compile(
    r"(?:về|v/v|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bãi bỏ|đề nghị|xin ý kiến|thành lập|công bố)(?!\w)",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r",\s+(?:Ủy ban|Uỷ ban|UBND|Chủ tịch|Hội đồng|HĐND|Sở|Ban|Bộ|Phòng|Giám đốc|Lãnh đạo)\s[^,;]{0,120}?"
    r"(?:ban hành|xây dựng|yêu cầu|đề nghị|thông báo)(?!\w)"
)
_ALIAS = re.compile(
    r"\s*\(\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung|ngắn gọn)?\s*(?:là)?\s*:?\s*([^)]+)\)"
)
_LONGEST = 2000
"""No title has more letters."""


class Issue(NamedTuple):
    """Date and issuer, as they follow the number."""

    date: str
    """As written, "" for none."""
    issuer: str
    issuer_first: bool
    end: int
    """Where it ends."""


def short_name(text: str, start: int, key: str) -> re.Match[str] | None:
    """Find the short name the text goes on with; one with a number is only that document's."""
    found = _ALIAS.match(text, start)
    number = NUMBER.search(found[1]) if found else None
    return None if number is not None and number_key(number[0]) != key else found


def issue_of(text: str, end: int) -> Issue:
    """Read date and issuer after the number, in either order."""
    date, at = _dated(text, end)
    issuer, after = _issued(text, at, dated=bool(date))
    if not date and issuer:
        late, at = _dated(text, after)
        return Issue(late, issuer, bool(late), at if late else after)
    return Issue(date, issuer, issuer_first=False, end=after if issuer else at)


def _dated(text: str, start: int) -> tuple[str, int]:
    found = _DATE.match(text, start)
    return (found["date"].strip(), found.end()) if found else ("", start)


def _issued(text: str, start: int, *, dated: bool) -> tuple[str, int]:
    found = _BY.match(text, start)
    if found and found["comma"] and not dated:
        return "", start
    end = name_end(text, found.end()) if found else start
    if not found or end <= found.end():
        return "", start
    deed = _BY_DEED.match(text, end)
    return text[found.end() : end], deed.end() if deed else end


def subject_of(text: str, issue: Issue) -> tuple[str, int]:
    """Return the subject that follows, up to the end of its clause, and where it ends."""
    found = _BEFORE_SUBJECT.match(text, issue.end)
    if found is None or _NO_SUBJECT.match(text, found.end()) or not (issue.date or issue.issuer or _about(text, found)):
        return "", issue.end
    if "," in found[0] and not _about(text, found):
        return "", issue.end
    longest = min(len(text), found.end() + _LONGEST)
    stops = (each.search(text, found.end(), longest) for each in (_ENDS_CLAUSE, _ENACTS))
    end = min((stop.start() for stop in stops if stop), default=longest)
    if end < longest and text.startswith(" (", end - 1):
        end -= 1
    return text[found.end() : end].strip(), end


def _about(text: str, before: re.Match[str]) -> bool:
    return _ABOUT.match(text, before.end()) is not None


def date_of(text: str) -> PlanDate | None:
    """Return the date as written, None for blanks and for one that does not exist."""
    try:
        return parse_date(re.sub(r"\s*([/.-])\s*", r"\1", text)) if text else None
    except ValueError:
        return None


_IN_NAMES = key_set(
    "ban nhân dân thành phố tỉnh xã phường huyện quận đặc khu đồng tướng phủ hội bí thư trị ương vụ ủy thường trực tịch"
    " trưởng đốc phòng chính sự thôn nông"
)
"""Small words in the names of bodies."""
_TOKEN = re.compile(r"\S+")
_OTHER = (
    r"về|v/v|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|tiếp tục|thực hiện|triển khai|công bố|thành lập|khóa|khoá|"
    r"tại|tăng cường|chấn chỉnh|đẩy mạnh|đã|để|theo|trên|trong|là|do|có|nghị định|quyết định|kết luận|nghị quyết|"
    r"chỉ thị|kế hoạch|công văn|công điện|tờ trình|thông tư|thông báo|đề án|chương trình|báo cáo|luật|pháp lệnh|các|"
    r"ngày|xác định|yêu cầu"
)
_ENDS_NAME = re.compile(rf"(?:{_OTHER})(?!\w)", re.IGNORECASE)
_SHORT = re.compile(r"\(([A-ZĐ&]{2,})\)")
_LIST = re.compile(r"(?:[Bb]ộ|[Ss]ở|[Pp]hòng|[Bb]an) \w+ \w+,")
_ITEM = re.compile(r" [A-ZĐÂĂÊÔƠƯ]\w+(?: \w+){0,3} và [A-ZĐÂĂÊÔƠƯ]")
_SESSION = re.compile(
    r"Hội nghị (?:lần thứ [\w ]{2,12}? |Trung ương \d+ )?(?:của )?Ban Chấp hành Trung ương(?: Đảng)?(?:,? khóa [IVX]+)?"
)
_ALSO = re.compile(r" (?:Ban Bí thư(?= về)|Bộ Chính trị(?= về)|Chủ nhiệm )")
"""Who may issue together with, or under a second title of, the one before the comma."""
_LEVEL = key_set("tỉnh thành phố")


def name_end(text: str, start: int) -> int:
    """Return where the name of a body that begins at `start` ends; `start` itself where none begins there."""
    if session := _SESSION.match(text, start):
        return session.end()
    end, capital = start, False
    for token in _TOKEN.finditer(text, start):
        word = token[0].rstrip(",;.:)”\"'/")
        if _SHORT.fullmatch(token[0]):
            end = token.end()
            continue
        if not word or _ENDS_NAME.match(text, token.start()) or not _goes_on(text, token, word, after_capital=capital):
            break
        end, capital = token.start() + len(word), word[:1].isupper() and not word[1:2].isupper()
        if len(word) < len(token[0]) and not (_is_list(text, start, token.end()) or _ALSO.match(text, token.end())):
            break
    return end


def _goes_on(text: str, token: re.Match[str], word: str, *, after_capital: bool) -> bool:
    """Whether the word belongs to the name: a capital, the second syllable after one, a small word of names."""
    if word == "và":
        return text[token.end() + 1 : token.end() + 2].isupper() and _ENDS_NAME.match(text, token.end() + 1) is None
    return word[:1].isupper() or after_capital or key_set(word) <= _IN_NAMES


def _is_list(text: str, start: int, comma: int) -> bool:
    """Whether a comma goes on with a name such as `Sở Văn hóa, Thể thao và Du lịch`."""
    return (
        _LIST.fullmatch(text, start, comma) is not None
        and _ITEM.match(text, comma) is not None
        and _ENDS_NAME.match(text, comma + 1) is None
    )


def same_body(one: str, other: str) -> bool:
    """Whether two names can be of one body: one says no more than the other, `tỉnh` or `thành phố` aside."""
    a, b = (frozenset(spelled(name).split()) - _LEVEL for name in (one, other))
    return a <= b or b <= a


def begins_like(one: str, other: str) -> bool:
    """Whether one name is the other or its beginning: `Thủ tướng` is `Thủ tướng Chính phủ`, `Chính phủ` is not."""
    a, b = spelled(one), spelled(other)
    return a.startswith(b) or b.startswith(a)
