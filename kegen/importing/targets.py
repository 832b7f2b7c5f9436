"""Targets as sentences set them: how much of what, by which year, of the whole area or of each unit, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kegen.importing.entries import Entry
from kegen.importing.tasks import Sorted
from kegen.plan.model import How, Read, Scope, Target
from kegen.vietnamese import fold

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:,\d+|\.\d{1,2}(?!\d)|/\d{1,2}(?![\d/]))?"
_LEAST = (
    r"tối thiểu|ít nhất|không ít hơn|không dưới|không thấp hơn|từ trên|trên|hơn|từ|≥|>=|>|đạt từ|vượt|tăng thêm"
    r"|tăng ít nhất"
)
_MOST = r"tối đa|nhiều nhất|không quá|không vượt quá|không nhiều hơn|dưới|≤|<=|<"
_LINK = r"(?:\s*(?:là|đạt|được|còn|có|mức))?\s*"
_PERCENT = re.compile(
    rf"(?:(?P<bound>{_LEAST}|{_MOST}){_LINK})?(?<![\d/.,-])(?P<value>{_NUMBER})\s?(?:%"
    rf"|phần trăm\b)(?P<more>\s*trở (?:lên|xuống))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?:(?P<bound>{_LEAST}|{_MOST}){_LINK}|(?P<bare>(?:phấn đấu|mỗi [\w ]{{2,30}}?|đạt|xây dựng|tổ chức"
    rf"|có)\s+(?:được |có |đạt |thêm |xây dựng |tổ chức )*))"
    rf"(?<![\d/.,-])(?P<value>{_NUMBER})\s+(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)(?P<tail>[^,;.]{{0,80}}?\btrở (?:lên"
    rf"|xuống))?",
    re.IGNORECASE,
)
_BOUND = re.compile(rf"(?<!\w)(?P<bound>{_LEAST}|{_MOST}){_LINK}\Z", re.IGNORECASE)
_NEAR = 30
_PAIRS = frozenset(
    fold(each)
    for each in [
        "mô hình",
        "sản phẩm",
        "doanh nghiệp",
        "hợp tác",
        "hội nghị",
        "sáng kiến",
        "cơ sở",
        "đơn vị",
        "công trình",
        "dự án",
        "nhiệm vụ",
        "thủ tục",
        "chuyên đề",
        "chuyên mục",
        "chương trình",
        "kế hoạch",
        "phong trào",
        "trung tâm",
        "khu công",
        "tổ công",
        "lượt người",
        "tin bài",
        "học sinh",
        "lao động",
        "cán bộ",
        "công chức",
        "điểm phần",
        "giải pháp",
        "cửa hàng",
        "trạm y",
        "văn bản",
        "cụm công",
        "phòng họp",
        "tàu cá",
        "ngày làm",
        "lớp tập",
        "cuộc kiểm",
        "tiêu chí",
        "chỉ tiêu",
        "dịch vụ",
        "tuyến đường",
        "xã phường",
        "thôn bản",
        "giường bệnh",
        "cuộc họp",
        "câu lạc",
    ]
)
_TIMES = frozenset({"ngay", "gio", "phut", "tuan", "thang", "nam", "buoi", "quy"})
_NO_UNIT = frozenset(
    fold(each)
    for each in [
        "đồng",
        "triệu",
        "tỷ",
        "tỉ",
        "nghìn",
        "ngàn",
        "năm",
        "tháng",
        "quý",
        "tuần",
        "khóa",
        "kỳ",
        "điều",
        "khoản",
        "điểm",
        "mục",
        "phụ",
        "và",
        "đến",
        "hoặc",
        "trở",
        "của",
        "là",
        "usd",
        "vnđ",
    ]
)
_LIMIT = re.compile(r"tối đa|không quá|không vượt quá|dưới|≤|<", re.IGNORECASE)
_TERM = re.compile(
    r"(?:trong thời hạn|thời hạn|trong vòng|chậm nhất|muộn nhất|kể từ|sau|trước|trong thời gian)\s*(?:là\s*)?$",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"(?:số|điều|khoản|điểm|mục|phụ lục|khóa|kỳ họp thứ|lần thứ|tổ|khu phố|quốc lộ|ngày|tháng|năm|nhóm|giai đoạn"
    r"|cấp độ)\s*$",
    re.IGNORECASE,
)
_NO_GOAL = re.compile(
    r"\b(?:đã (?!được)|hiện có|hiện nay|hiện tại|mới đạt|nếu|trường hợp|năm trước đạt|tính đến|bao gồm|gồm|được hưởng"
    r"|mức hỗ trợ|hỗ trợ (?:tối đa|không quá)|kinh phí|thuế suất|lãi suất|mức phạt)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"(?:giảm|tăng|cắt giảm|tinh giản|tiết kiệm|rút ngắn)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_FALLS = re.compile(r"tiết kiệm|giảm|tinh giản|rút ngắn", re.IGNORECASE)
_STOP = re.compile(r"(?<=[.;!?])\s+(?=[A-ZĐÀ-Ỹ\d])|(?<=;)\s+")
_JOINT = re.compile(r"[,;:]\s+|\s(?:và|trong đó|riêng)\s")
_YEAR = re.compile(r"năm\s+(20\d\d)(?!\d)", re.IGNORECASE)
_OPENS_LIST = re.compile(r"năm\s+(20\d\d)[^:;.]{0,60}:\s")
"""`Phấn đấu trong năm 2026: …; …`: the year of all that is listed."""
_ENDS_IN_YEAR = re.compile(r"năm\s+20\d\d\Z", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi|từng|trung bình mỗi|bình quân mỗi)\s+năm\b|/năm\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:toàn|cả) (?:tỉnh|thành phố|quốc|xã|phường|ngành|địa bàn)\b|\btrên địa bàn(?: (?:tỉnh|thành phố|xã|phường"
    r"|toàn|cả))\b"
    r"|\bcủa (?:tỉnh|thành phố)\b|\btoàn bộ (?:tỉnh|địa bàn)\b",
    re.IGNORECASE,
)
_UNIT_NAMES = (
    r"(?:cơ quan|đơn vị|địa phương|sở|ngành|xã|phường|đặc khu|thôn|bản|tổ dân phố|trường|cơ sở giáo dục|nhà trường"
    r"|UBND|trạm y tế|doanh nghiệp|chi bộ|phòng)"
)
_EACH = re.compile(rf"\b(?:mỗi|từng) {_UNIT_NAMES}\b|\b(?:cơ quan|đơn vị|địa phương) mình\b", re.IGNORECASE)
_SHARE = re.compile(rf"(?:%|phần trăm)\s*(?:trở lên\s*)?(?:(?:tổng )?số |các |tổng số )*{_UNIT_NAMES}\b", re.IGNORECASE)
_FILL = re.compile(
    r"^(?:(?:và|riêng|trong đó|phấn đấu|bảo đảm|đảm bảo|đến (?:hết )?năm \d{4}|trong năm \d{4}|năm \d{4}|hằng năm"
    r"|hàng năm)[,:]?\s*)+",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(
    r"(?:\s*(?:đạt|được|là|chiếm|có|đạt được|phấn đấu|bảo đảm|đảm bảo|đạt tỷ lệ|ở mức|từ|nguyên tắc))+\s*$",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"(?:Có|Không|Hoàn thành|Đạt|Đưa|Chấm dứt|100|Mỗi|Giữ|Duy trì)\b")
_GENERAL = re.compile(r"muc-tieu-(?:chung|tong-quat)|muc-dich|tong-quat")
_LONGEST_NAME = 250


class _Figure(NamedTuple):
    """A figure of a sentence, and the clause it stands in."""

    found: re.Match[str]
    comparison: str
    unit: str
    start: int
    """Where its clause begins and ends in the sentence."""
    end: int


def targets_of(rows: tuple[Sorted, ...]) -> Iterator[Target]:
    """Yield the targets that the entries set, in reading order."""
    counted = {
        row.above[-1].id for row in rows if row.role == "target" and row.above and list(_figures(row.entry.text))
    }
    for row in rows:
        if row.role in ("target", "task", "lead-in") or (row.topic == "background" and row.role == "other"):
            yield from _numbered(row, _in_entry(row, in_words=_may_be_words(row, counted)))


def figure_targets(text: str, place: str, how: How) -> tuple[Target, ...]:
    """Return the targets with a number that a text sets; their ids are to be set."""
    read = Read("value", place, how)
    return tuple(
        _target(each, sentence, ("", ""), read) for sentence in _STOP.split(text) for each in _figures(sentence)
    )


def _numbered(row: Sorted, targets: Iterator[Target]) -> Iterator[Target]:
    for number, target in enumerate(targets, 1):
        yield target._replace(id=f"{row.entry.id}-ct-{number}")


def _may_be_words(row: Sorted, counted: set[str]) -> bool:
    """Whether a sentence without a figure is a target here: beside others that have one, or by how it begins."""
    if row.role != "target" or not row.above or any(_GENERAL.search(fold(each.text)) for each in row.above):
        return False
    return row.above[-1].id in counted or _IN_WORDS.match(row.entry.text) is not None


def _in_entry(row: Sorted, *, in_words: bool) -> Iterator[Target]:
    entry = row.entry
    year = _heading_year(row.above) if row.topic == "targets" and not _OFTEN.match(entry.text) else ""
    listed = ""
    for sentence in _STOP.split(entry.text):
        figures = list(_figures(sentence))
        opened = _OPENS_LIST.search(sentence)
        listed = opened[1] if opened else listed
        for each in figures:
            yield _target(each, sentence, (listed, year), Read("value", entry.place, "cau"))
        if not figures and in_words and not sentence.strip().startswith("("):
            yield _worded(sentence, listed or year, entry)
        listed = "" if sentence.rstrip().endswith(".") else listed


def _worded(sentence: str, year: str, entry: Entry) -> Target:
    own = _year_near(sentence, len(sentence))
    scope = scope_of(sentence, "")
    read = (Read("words", entry.place, "cau"), *_year_read(own, year, entry.place))
    text = sentence.strip(" .;")
    return Target("", text[:_LONGEST_NAME], "", "", "", own or year, scope, text, read)


def _target(figure: _Figure, sentence: str, years: tuple[str, str], read: Read) -> Target:
    """Return a target; `years` are that of the list it stands in and that of the heading, "" for none."""
    clause = sentence[figure.start : figure.end]
    at = figure.found.start("value") - figure.start
    own = _year_near(clause, at)
    often = _OFTEN.search(clause) or _OFTEN.match(sentence)
    year = own or years[0] or ("" if often else years[1])
    reads = (read, *_year_read(own, year, read.place))
    value = figure.found["value"]
    name = _name(sentence, figure)
    return Target("", name, figure.comparison, value, figure.unit, year, scope_of(clause, value), "", reads)


def _year_read(own: str, year: str, place: str) -> tuple[Read, ...]:
    return (Read("year", place, "cau" if own else "tieu-de"),) if year else ()


def scope_of(clause: str, value: str) -> Scope:
    """Return whether a clause speaks of the whole area or of each unit, `chua-ro` where no word of it says so."""
    share = _SHARE.search(clause) is not None
    if _EACH.search(clause) or (share and value == "100"):
        return "tung-don-vi"
    return "toan-dia-ban" if share or _WHOLE.search(clause) else "chua-ro"


def _heading_year(above: tuple[Entry, ...]) -> str:
    years = (_YEAR.findall(each.text) for each in reversed(above))
    return next((found[-1] for found in years if found), "")


def _year_near(clause: str, at: int) -> str:
    """Return the year that stands nearest to a place, but for those of documents that are cited."""
    found = [each for each in _YEAR.finditer(clause) if not _is_cited(clause, each.start())]
    return min(found, key=lambda each: abs(each.start() - at))[1] if found else ""


def _is_cited(clause: str, at: int) -> bool:
    near = clause[max(at - 90, 0) : at]
    cited = re.search(
        r"\b(?:theo|tại)\s+[^,;]*(?:kế hoạch|chương trình|nghị quyết|quyết định|luật|đề án)[^,;]*$", near, re.IGNORECASE
    )
    return cited is not None or re.search(r"tháng\s+\d{1,2}\s*$", near) is not None


def _figures(sentence: str) -> Iterator[_Figure]:
    """Yield the figures of a sentence that are targets, each with its clause."""
    found = sorted(
        [each for each in _PERCENT.finditer(sentence) if _is_goal(sentence, each)]
        + [each for each in _COUNTED.finditer(sentence) if _is_counted(sentence, each)],
        key=lambda each: each.start("value"),
    )
    found = [each for at, each in enumerate(found) if at == 0 or each.start("value") != found[at - 1].start("value")]
    starts = [
        0,
        *(_clause_start(sentence, one.end(), other.start()) for one, other in pairwise(found)),
    ]
    for at, each in enumerate(found):
        end = starts[at + 1] if at + 1 < len(found) else len(sentence)
        yield _Figure(each, _comparison(sentence, each), _unit(each), starts[at], end)


def _clause_start(sentence: str, after: int, before: int) -> int:
    """Return where the clause of a figure begins after that of the figure before it."""
    joints = [each for each in _JOINT.finditer(sentence, after, before + 1) if each.end() <= before]
    strong = [each for each in joints if each[0].startswith(";")]
    if strong:
        return strong[-1].start() + 1
    while (
        len(joints) > 1
        and joints[-1][0][0] == ","
        and _ENDS_IN_YEAR.search(sentence, max(joints[-1].start() - _NEAR, 0), joints[-1].start())
    ):
        joints.pop()
    return joints[-1].start() + 1 if joints else before


def _is_goal(sentence: str, found: re.Match[str]) -> bool:
    before = sentence[max(found.start() - 60, 0) : found.start("value")]
    after = sentence[found.end() : found.end() + 25]
    if _NO_GOAL.search(before) or re.match(r"\s*(?:thì\b|vốn điều lệ|kinh phí|giá trị hợp đồng|mức lương)", after):
        return False
    return float(_plain(found["value"])) <= _MOST_PERCENT


_MOST_PERCENT, _WHOLE_SHARE = 1000.0, 100.0


def _plain(value: str) -> str:
    return value.replace(".", "").replace(",", ".").partition("/")[0]


def _is_counted(sentence: str, found: re.Match[str]) -> bool:
    before = sentence[max(found.start() - 60, 0) : found.start()]
    first = fold(found["unit"].split()[0])
    if first in _NO_UNIT or _CITES.search(before) or _NO_GOAL.search(before) or _TERM.search(before):
        return False
    bound = _bound(sentence, found)
    if re.fullmatch(r"(?:đạt )?(?:từ|trên|hơn|vượt)", bound.lower()) and not (
        found["tail"] or _promises(sentence, found)
    ):
        return False
    if first in _TIMES:
        return bool(_LIMIT.fullmatch(bound)) and not re.search(
            r"\b(?:kể từ|sau khi|từ khi)\b", sentence[found.end() : found.end() + 40]
        )
    return bool(bound) or _promises(sentence, found)


def _promises(sentence: str, found: re.Match[str]) -> bool:
    """Whether a plain number is a goal by the words around it: `phấn đấu có 05 mô hình`, `mỗi xã có 01 tổ`."""
    words = sentence[max(found.start() - 80, 0) : found.end() + 60].lower()
    return (
        re.search(
            r"phấn đấu|mỗi (?:xã|phường|năm|đơn vị|cơ quan|địa phương|thôn)|hằng năm|hàng năm|đến năm|chỉ tiêu", words
        )
        is not None
    )


def _bound_start(sentence: str, found: re.Match[str]) -> int:
    """Return where the words begin that bound a figure from below or above, its own place where there are none."""
    at = found.start("value")
    words = _BOUND.search(sentence, max(at - _NEAR, 0), at)
    return words.start("bound") if words else at


def _bound(sentence: str, found: re.Match[str]) -> str:
    words = _BOUND.search(sentence, _bound_start(sentence, found), found.start("value"))
    return words["bound"] if words else ""


def _comparison(sentence: str, found: re.Match[str]) -> str:
    """Return how the figure bounds what it measures; a bare share below the whole is the least that is wanted."""
    groups = found.groupdict()
    tail = (groups.get("more") or groups.get("tail") or "").lower()
    bound = _bound(sentence, found).lower()
    if tail.endswith("xuống") or re.fullmatch(_MOST, bound):
        falls = _FALLS.search(sentence[max(found.start() - 20, 0) : found.start()])
        return ">=" if falls and bound not in ("tối đa", "không quá") else "<="
    if tail.endswith("lên") or bound:
        return ">="
    is_share = "unit" not in groups
    changes = _CHANGES.search(sentence[max(found.start() - 30, 0) : found.start()])
    return ">=" if changes or (is_share and float(_plain(found["value"])) < _WHOLE_SHARE) else "="


def _unit(found: re.Match[str]) -> str:
    words = found.groupdict().get("unit")
    if not words:
        return "%"
    return words if fold(words) in {each.replace(" ", "-") for each in _PAIRS} else words.split()[0]


def _name(sentence: str, figure: _Figure) -> str:
    """Return what is measured: the clause without its figure."""
    found = figure.found
    at = _bound_start(sentence, found)
    head_words = sentence[figure.start : at].strip(" ,;:")
    head = _LAST_WORDS.sub("", _FILL.sub("", head_words))
    head = head.rpartition(": ")[2]
    end = found.end("unit" if fold(figure.unit) in _TIMES else "value") if figure.unit != "%" else found.end()
    tail = sentence[end : figure.end].strip(" .;,")
    tail = re.sub(r"^(?:trở lên|trở xuống)\s*|\s*(?:trở lên|trở xuống)$", "", tail)
    if tail and not _LAST_WORDS.sub("", _FILL.sub("", re.split(r"[,;:]\s", f" {head_words}")[-1])).strip():
        head = ""  # what stands before `đảm bảo 100% …` is another clause
    name = " ".join(f"{head} {tail}".split()).strip(" ,;:.")
    return (name[:_LONGEST_NAME] or sentence.strip(" .;")[:_LONGEST_NAME]).strip()
