"""Deadlines as sentences set them: a day, a month, a quarter, a year's end, or how often; and words that set none."""

from __future__ import annotations

import re

from kegen.deadlines import DAY, read_deadline

_EACH = r"(?:hằng|hàng|mỗi|từng)"
_QUARTER = r"quý\s+(?:IV|I{1,3}|[1-4])(?:\s*(?:/|-|năm)?\s*\d{4})?(?!\w)"
_MONTH = r"tháng\s+\d{1,2}(?:\s*/\s*\d{4}|\s+năm\s+\d{4})(?!\d)"
_YEAR = r"năm\s+\d{4}(?!\d)"
_BEFORE = (
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|hạn cuối|đến hết|đến trước|xong|hoàn thành|kết thúc)(?:\s+(?:là|vào"
    r"|trong|trước|hết|đến|ngày|việc))*"
)
_DATED = re.compile(
    rf"(?P<due>(?:{_BEFORE}|trong|vào)\s+(?:ngày\s+)?(?:{DAY}(?:\s*(?:,|và"
    rf"|hoặc)\s*(?:trước\s+)?(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)*(?:\s+{_EACH}\s+năm)?|{_QUARTER}|{_MONTH}"
    rf"|{_YEAR}))|(?P<day>(?:{_BEFORE}\s+)?ngày\s+\d{{1,2}}\s+(?:của\s+)?(?:{_EACH}\s+tháng|tháng\s+(?:cuối|đầu|sau"
    rf"|liền kề)[^,;.)]{{0,25}}))"
    rf"|(?P<first>(?:trong\s+|vào\s+)?(?:06|6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{{4}})?)",
    re.IGNORECASE,
)
_PERIODIC = re.compile(
    rf"(?:[Đđ]ịnh kỳ\s+)?(?:{_EACH}|(?<=ịnh kỳ )(?:một)?)\s*(?:(?:06|6|sáu)\s+tháng|tuần|tháng|quý|năm|ngày)(?:(?:,|;"
    rf"|\s+và|\s+hoặc)\s*(?:{_EACH}\s+)?(?:(?:06|6|sáu)\s+tháng|tháng|quý|năm)(?=[\s,;.)]))*(?:\s+một lần|/lần)?"
    r"|[Đđ]ịnh kỳ\s+(?:\d{1,2}\s+(?:tháng|ngày|năm)(?:\s+(?:một|1|01)\s+lần)?|tuần|tháng|quý|năm)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:kế hoạch|dự toán|chỉ số|ngân sách|chương trình|nghị quyết|trung hạn,)[^,;.]{0,60}$",
    re.IGNORECASE,
)
"""Words before `hằng năm` of which it says what kind they are, not when something is due."""
_CITED = re.compile(
    r"(?:số\s+[\w/.-]+|Luật|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Kết luận|Kế hoạch|Công văn"
    r"|Văn bản)[^;.]{0,60}$"
)
_SPAN = re.compile(
    r"(?:giai đoạn|thời kỳ|tầm nhìn|định hướng|quy hoạch|chiến lược|chương trình[^,;.]{0,80}|đề án[^,;.]{0,80}"
    r"|kế hoạch[^,;.]{0,80}|mục tiêu[^,;.]{0,40})\s*(?:đến\s*|đến hết\s*|trong\s*|\d{4}\s*[-–]\s*\d{4},?\s*)?$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:ban hành|công bố|tổ chức|tiến hành|kiểm tra|rà soát|cập nhật)\s[^,;.]{0,70}$", re.IGNORECASE)
"""What is done each year where `hằng năm` stands at the end of its clause."""
_NEXT = re.compile(
    rf"\)?\s*(?:,|;|và)\s*(?:{_EACH}|định kỳ)\s+(?:(?:06|6|sáu)\s+tháng|tháng|quý|năm)\s*\(?\s*", re.IGNORECASE
)
_PAST = re.compile(
    r"(?:có hiệu lực|hiệu lực thi hành|được ban hành|đã|kể từ|từ|sau|đưa vào hoạt động|so với|phát sinh|tính đến"
    r"|thành lập)"
    r"[^,;.]{0,40}$",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"theo\s", re.IGNORECASE)
_TELLS = re.compile(r"\d{1,2}/\d{1,2}|tháng\s+\d|quý|năm\s+\d{4}|thường xuyên", re.IGNORECASE)
_REPORTS = re.compile(r"[Đđ]ịnh kỳ[^.;]{0,150}?báo cáo|báo cáo[^.;]{0,150}?định kỳ")
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_NEAR = 100
_LONGEST = 120


def due_in(text: str) -> str:
    """Return the deadline that a sentence sets, in its own words, "" where it sets none.

    A date first, else how often; neither the date of a document that is cited, nor the years of a title.
    """
    dated = next((each for each in _DATED.finditer(text) if _is_due(text, each)), None)
    if dated:
        return _whole(text, dated)
    periodic = next((each for each in _PERIODIC.finditer(text) if _is_period(text, each)), None)
    return periodic[0].strip() if periodic else ""


def is_vague(deadline: str) -> bool:
    """Whether words that stand where a deadline should set none that a calendar could hold: `Theo quy định`."""
    if not deadline or read_deadline(deadline) is not None or due_in(deadline):
        return False
    return _VAGUE.match(deadline) is not None or _TELLS.search(deadline) is None


def vague_report(text: str) -> str:
    """Return the words of the sentence that orders a report again and again without saying when, "" for none."""
    for sentence in _SENTENCE.split(text):
        if (found := _REPORTS.search(sentence)) and not due_in(sentence):
            return found[0]
    return ""


def _is_due(text: str, found: re.Match[str]) -> bool:
    before = text[max(found.start() - _NEAR, 0) : found.start()]
    words = found[0].lower()
    if _PAST.search(before) and not re.match(r"trước|chậm|muộn|không|hạn|xong|hoàn thành|kết thúc", words):
        return False
    if re.match(r"trước", words) and re.search(r"(?:đến|từ|kể từ|thành lập|xây dựng|hoạt động|phát sinh)\s*$", before):
        return False
    if re.search(r"có hiệu lực", text[found.end() : found.end() + 40]):
        return False
    if re.match(r"(?:trong|vào|đến hết|đến trước|hết)\s+năm", words):
        return not (_SPAN.search(before) or _CITED.search(before))
    return True


def _whole(text: str, found: re.Match[str]) -> str:
    """Return a deadline with how often it comes, and the further ones of its row: `6 tháng (…) và hằng năm (…)`."""
    start, end = found.span()
    often = list(_PERIODIC.finditer(text, max(start - _LONGEST, 0), start))
    if not often or not re.fullmatch(r"\s*\(?\s*", text[often[-1].end() : start]):
        return found[0].strip()
    start = often[-1].start()
    while (period := _NEXT.match(text, end)) and (dated := _DATED.match(text, period.end())):
        end = dated.end()
    closing = text[end : end + 1] if text.count("(", start, end) > text.count(")", start, end) else ""
    return (text[start:end] + closing).strip()


def _is_period(text: str, found: re.Match[str]) -> bool:
    """Whether `hằng năm` says how often something is to be done, not which plan, budget or award is meant."""
    if found[0].lower().startswith("định kỳ"):
        return True
    before = text[max(found.start() - _NEAR, 0) : found.start()]
    if re.search(r"\bbáo cáo[^.;]*$", before, re.IGNORECASE):
        return True
    if _NAMES.search(before) or re.search(r"(?:trung bình|bình quân)\s*$", before):
        return False
    return re.search(r"(?:^|[.;,:(])\s*$", before) is not None or _DONE.search(before) is not None
