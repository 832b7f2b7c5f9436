"""Thời hạn chưa qua khi văn bản ban hành.

Quy định: thời hạn giao việc không sớm hơn ngày ban hành văn bản.
Vì sao: hạn đã qua thì không ai kịp làm; thường là chép từ kế hoạch năm trước hoặc ban hành muộn mà quên sửa.
Sai: kế hoạch ngày 04/8/2026 giao “hoàn thành trước ngày 30/6/2026”, bảng phân công ghi “Quý II năm 2026”.
Đúng: thời hạn sau ngày 04/8/2026. Ngày của việc đã qua (“hồ sơ nhận trước ngày 01/7/2025”) không phải thời hạn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, At, Fault, Outcome, Severity, Weight
from kegen.dates import PlanDate
from kegen.deadlines import DAY, Day, read_deadline
from kegen.docx.model import Paragraph
from kegen.vietnamese import has_digit

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_LIMIT = r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|đến hết|hạn cuối)(?:\s+(?:là|vào|trong|ngày|hết|cuối|trước))*\s+"
_WHEN = re.compile(
    rf"\b(?:{_LIMIT}(?P<day>{DAY})"
    rf"|(?:{_LIMIT}|(?:hoàn thành|xong|thực hiện|sơ kết|tổng kết)\s+(?:trước|trong|vào|hết)?\s*)"
    r"(?P<period>quý\s+(?:IV|I{1,3}|[1-4])(?:\s*/\s*|\s+năm\s+)\d{4}|tháng\s+\d{1,2}(?:\s*/\s*|\s+năm\s+)\d{4}))",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"\b(hoàn thành|xong|gửi|báo cáo|nộp|trình|tham mưu|thời hạn|thời gian)\b", re.IGNORECASE)
_BEGINS_ORDER = re.compile(
    r"[\W\d_]*(?:ban hành|rà soát|xây dựng|tổ chức|triển khai|sơ kết|tổng kết|kiểm tra|phổ biến|quán triệt|lập)\b",
    re.IGNORECASE,
)
"""Verbs that order where a sentence begins with them; further on they may tell of what was."""
_CONCLUDES = re.compile(r"kết luận|phân công|ý kiến chỉ đạo|giao nhiệm vụ", re.IGNORECASE)
"""A notice of this orders what is to be done."""
_LATEST = re.compile(r"chậm nhất|muộn nhất|không muộn hơn|hạn cuối|hoàn thành|xong", re.IGNORECASE)
_NEAR = 200
"""So many letters away at most stands what is due."""
_CLAUSE = re.compile(r"[,;:(]")
_NO_ORDER = re.compile(
    r"\b(đã|theo (?:công văn|yêu cầu|quy định|kế hoạch|quyết định|văn bản)|tại (?:công văn|kế hoạch|quyết định|văn bản)"
    r"|trường hợp|nếu|được|ban hành trước|gửi đến|trễ hạn|phát sinh|tồn đọng|có hiệu lực|hiệu lực"
    r"|kể từ|từ trước|sinh|hồ sơ (?:tiếp )?nhận|thời điểm|số liệu|tính đến|chốt"
    r"|có (?:quyết định|hồ sơ|giấy|hợp đồng|đơn)|mà (?!không|chưa)"
    r"|(?:đăng ký|được cấp|tuyển dụng|thụ lý|nghỉ hưu) trước"
    r"|năm học|quá hạn|chưa|không kịp|đối với các|qua)\b",
    re.IGNORECASE,
)
"""Words of what was, of a condition or another paper's deadline."""


def check(paper: Paper) -> Outcome:
    """Hold each dated deadline of a plan, a decision or a letter against the paper's own date."""
    own, line = paper.date, paper.parts.place_and_date
    if own is None or line is None:
        yield Absent("văn bản chưa có ngày tháng")
        return
    concludes = any(_CONCLUDES.search(line.text) for line in paper.parts.title)
    if paper.code in ("BC", "BB", "TTr") or (paper.code == "TB" and not concludes):
        yield Absent("loại văn bản này kể lại việc đã qua")
        return
    quotes = Quotes(paper)
    for at, text, day, severity in _due(paper):
        if _is_before(day, own):
            message = f"thời hạn đã qua khi văn bản ban hành: {quotes.place(line.paragraph)}"
            yield Fault(at, message, text, "thời hạn sau ngày ban hành", severity)


def _due(paper: Paper) -> Iterator[tuple[At, str, Day, Severity]]:
    """Yield the deadlines that the content sets, then those of the tables of tasks."""
    for row in paper.task_rows:
        due = read_deadline(row.due)
        if due is not None and due.days and not due.every and not due.always and all(each.year for each in due.days):
            yield row.due_at or row.at, row.due, due.days[-1], "warning"
    for item in paper.parts.body:
        own = paper.facts is not None and paper.is_plan
        yield from _in_text(item.paragraph, item.line.text, is_sure=paper.is_plan, is_own=own)


def _in_text(at: Paragraph, text: str, *, is_sure: bool, is_own: bool) -> Iterator[tuple[At, str, Day, Severity]]:
    """Yield the deadlines of a text; in the plan that a profile makes each limit of time is one."""
    for sentence in _SENTENCE.split(text) if has_digit(text) else ():
        dated = list(_WHEN.finditer(sentence))
        if not dated or _NO_ORDER.search(sentence):
            continue
        for found in dated:
            due = read_deadline(found["day"] or found["period"])
            if (is_own or _is_ordered(sentence, found)) and due is not None and len(due.days) == 1 and due.days[0].year:
                yield at, found[0], due.days[0], "warning" if is_sure else "info"


def _is_ordered(sentence: str, found: re.Match[str]) -> bool:
    """Whether the day limits what is to be done: the words before it say what, or those after one that begins."""
    clause = _CLAUSE.split(sentence[max(found.start() - _NEAR, 0) : found.start()])[-1]
    if _LATEST.match(found[0]) or _ORDERS.search(clause) or _BEGINS_ORDER.match(sentence):
        return True
    return not clause.strip(" -+–") and _ORDERS.search(sentence, found.end(), found.end() + _NEAR) is not None


def _is_before(day: Day, own: PlanDate) -> bool:
    """Whether a deadline is surely over on the paper's day, of which month and day may be blank."""
    mine = (own.year, own.month or 1, own.day or 1)
    return (day.year, day.month, day.day) < mine
