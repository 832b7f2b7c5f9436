"""Một văn bản được viện dẫn thống nhất.

Quy định: một văn bản thì mọi chỗ viện dẫn ghi cùng ngày, cùng cơ quan, cùng trích yếu, cùng số.
Vì sao: hai chỗ khác nhau thì ít nhất một chỗ sai, người đọc không biết theo chỗ nào. Số bắt đầu lại mỗi năm, nên khác
năm có thể là hai văn bản; khi ấy chỉ nhắc. Số nhắc tắt mà chỉ lệch một chữ số với văn bản đã viện dẫn đủ thì kegen
cũng nhắc, vì thường là gõ đảo hay gõ thiếu.
Sai: trên ghi “Kế hoạch số 176/KH-UBND ngày 04/5/2026 của UBND tỉnh”, dưới ghi “… ngày 14/5/2026 của UBND tỉnh”; trên
ghi “Quyết định số 534/QĐ-TTg”, dưới ghi “Quyết định số 543/QĐ-TTg”.
Đúng: hai chỗ cùng ghi ngày 04/5/2026, cùng ghi số 534.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import ne

from kegen.check.citations import Citation, Outline, citation_of, outlines
from kegen.check.citing_names import same_body
from kegen.check.known_documents import about, known_documents
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.model import Paragraph

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_FIRST = 10
_FEWEST = 5
_SHARE = 0.3
_LONG = 8
_DIGITS = 3
"""Numbers of fewer digits are near one another by chance."""


def check(paper: Paper) -> Outcome:
    """Hold the citations of one number against the first that says the most, then those of other numbers."""
    by_number: dict[str, list[Outline]] = {}
    for each in outlines(paper):
        by_number.setdefault(each.key, []).append(each)
    models = {key: _model(cited) for key, cited in by_number.items()}
    if not any(each.date or each.issuer or each.has_subject for each in models.values()):
        yield Absent("không có viện dẫn nào ghi ngày hoặc cơ quan")
    known = known_documents() if models else {}
    others = [key for key in models if key not in known]  # of the known ones rule cite-known says what is right
    for key in others:
        for each in by_number[key]:
            if each is not models[key]:
                yield from _differences(paper, each, models[key])
    yield from _two_numbers(paper, [models[key] for key in others])
    yield from _slips(paper, list(models.values()))


def _model(cited: list[Outline]) -> Outline:
    """Return the citation to go by: of the date most of them give, the one that lacks least."""
    dates = [each.date for each in cited if each.date]
    usual = max(dates, key=dates.count, default=None)
    return min((each for each in cited if each.date == usual), key=lambda each: len(each.lacks), default=cited[0])


def _differences(paper: Paper, cited: Outline, model: Outline) -> Iterator[Fault]:
    at = paper.passages[cited.at].paragraph
    one_issuer = not (cited.issuer and model.issuer) or same_body(cited.issuer, model.issuer)
    if cited.date and model.date and cited.date != model.date:
        if one_issuer:
            yield _other_date(at, cited, model)
    elif not one_issuer and cited.date:
        message = f"{cited.name} được viện dẫn với hai cơ quan ban hành"
        yield Fault(at, message, cited.issuer, model.issuer)
    elif one_issuer and cited.has_subject and model.has_subject:
        own, usual = (citation_of(paper, each).subject for each in (cited, model))
        if _plainly_other(own, usual):
            message = f"{cited.name} được viện dẫn với hai trích yếu"
            yield Fault(at, message, own[:80], usual[:80])


def _other_date(at: Paragraph, cited: Outline, model: Outline) -> Fault:
    sure = bool(cited.issuer and model.issuer and cited.date and model.date and cited.date.year == model.date.year)
    message = f"{cited.name} được viện dẫn với hai ngày khác nhau"
    return Fault(at, message, cited.date_text, model.date_text, "error" if sure else "warning")


def _plainly_other(one: str, other: str) -> bool:
    a, b = about(one)[:_FIRST], frozenset(about(other))
    return len(a) >= _FEWEST <= len(b) and sum(word in b for word in a) / len(a) < _SHARE


def _two_numbers(paper: Paper, models: Iterable[Outline]) -> Iterator[Fault]:
    """Yield documents of one kind, day, body and title with two numbers."""
    dated = [(_issue(each), each) for each in models if each.date and each.date.whole and each.issuer]
    often = Counter(issue for issue, _ in dated)
    seen: dict[tuple[object, ...], Citation] = {}
    for issue, each in ((issue, citation_of(paper, each)) for issue, each in dated if often[issue] > 1):
        title = about(each.subject)[:_LONG]
        first = seen.setdefault((issue, title), each) if len(title) == _LONG else each
        if first is not each:
            message = f"{each.name} và {first.name} cùng ngày, cùng cơ quan, cùng trích yếu"
            yield Fault(each.paragraph, message, each.number, first.number)


def _issue(cited: Outline) -> tuple[object, ...]:
    return cited.kind.casefold(), cited.date, cited.issuer.casefold()


def _slips(paper: Paper, models: list[Outline]) -> Iterator[Fault]:
    """Yield documents only ever mentioned by a number that is nearly that of one cited whole."""
    whole = [each for each in models if each.date and each.issuer]
    for each in models:
        if each.kind and not each.date_text and not each.has_subject:
            near = next((other for other in whole if _is_slip(each, other)), None)
            if near is not None:
                message = f"{each.name} có thể là gõ nhầm của {near.name}"
                yield Fault(paper.passages[each.at].paragraph, message, each.number, near.number)


def _is_slip(one: Outline, other: Outline) -> bool:
    """Whether two numbers differ in their digits only, and hardly."""
    a, b = one.symbol, other.symbol
    same = one.kind.casefold() == other.kind.casefold() and one.key.split("/")[-1] == other.key.split("/")[-1]
    if not same or (one.issuer and not same_body(one.issuer, other.issuer)):
        return False
    if a.year != b.year:
        return a.own == b.own and bool(a.year and b.year) and sum(map(ne, a.year, b.year)) == 1
    return _is_swapped(a.own, b.own) or _lacks_one(a.own, b.own) or _lacks_one(b.own, a.own)


def _is_swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits of three or more changed places."""
    return len(one) >= _DIGITS and any(
        one[:i] + one[i + 1] + one[i] + one[i + 2 :] == other != one for i in range(len(one) - 1)
    )


def _lacks_one(short: str, long: str) -> bool:
    return len(short) >= _DIGITS and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
