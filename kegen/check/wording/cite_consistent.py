"""Một văn bản được viện dẫn thống nhất.

Quy định: một văn bản thì mọi chỗ viện dẫn ghi cùng ngày, cùng cơ quan, cùng trích yếu, cùng số.
Vì sao: hai chỗ khác nhau thì ít nhất một chỗ sai, người đọc không biết theo chỗ nào. Số bắt đầu lại mỗi năm, nên khác
năm có thể là hai văn bản; khi ấy chỉ nhắc.
Sai: trên ghi “Kế hoạch số 176/KH-UBND ngày 04/5/2026 của UBND tỉnh”, dưới ghi “… ngày 14/5/2026 của UBND tỉnh”.
Đúng: hai chỗ cùng ghi ngày 04/5/2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.check.citations import Citation
from kegen.check.citing_names import same_body
from kegen.check.known_documents import about, known_documents
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_FIRST = 10
_FEWEST = 5
_SHARE = 0.3
_LONG = 8


def check(paper: Paper) -> Outcome:
    """Hold the citations of one number against the first that says the most, then those of other numbers."""
    by_number: dict[str, list[Citation]] = {}
    known = known_documents() if paper.citations else {}
    for each in paper.citations:
        if each.key in known:
            continue  # rule cite-known says what is right, here one could only say that two places differ
        if each.date or each.issuer or each.subject:
            by_number.setdefault(each.key, []).append(each)
    if not by_number:
        yield Absent("không có viện dẫn nào ghi ngày hoặc cơ quan, ngoài các văn bản kegen biết sẵn")
    for cited in by_number.values():
        model = _model(cited)
        for each in cited:
            yield from _differences(each, model)
    yield from _two_numbers(_model(cited) for cited in by_number.values())


def _model(cited: list[Citation]) -> Citation:
    """Return the citation to go by: of the date most of them give, the one that lacks least."""
    dates = [each.date for each in cited if each.date]
    usual = max(dates, key=dates.count, default=None)
    return min((each for each in cited if each.date == usual), key=lambda each: len(each.lacks), default=cited[0])


def _differences(cited: Citation, model: Citation) -> Iterator[Fault]:
    one_issuer = not (cited.issuer and model.issuer) or same_body(cited.issuer, model.issuer)
    if cited.date and model.date and cited.date != model.date:
        if one_issuer:
            yield _other_date(cited, model)
    elif not one_issuer and cited.date:
        message = f"{cited.name} được viện dẫn với hai cơ quan ban hành"
        yield Fault(cited.paragraph, message, cited.issuer, model.issuer)
    elif one_issuer and _plainly_other(cited.subject, model.subject):
        message = f"{cited.name} được viện dẫn với hai trích yếu"
        yield Fault(cited.paragraph, message, cited.subject[:80], model.subject[:80])


def _other_date(cited: Citation, model: Citation) -> Fault:
    sure = bool(cited.issuer and model.issuer and cited.date and model.date and cited.date.year == model.date.year)
    message = f"{cited.name} được viện dẫn với hai ngày khác nhau"
    return Fault(cited.paragraph, message, cited.date_text, model.date_text, "error" if sure else "warning")


def _plainly_other(one: str, other: str) -> bool:
    a, b = about(one)[:_FIRST], frozenset(about(other))
    return len(a) >= _FEWEST <= len(b) and sum(word in b for word in a) / len(a) < _SHARE


def _two_numbers(models: Iterable[Citation]) -> Iterator[Fault]:
    """Yield documents of one kind, day, body and title with two numbers."""
    seen: dict[tuple[object, ...], Citation] = {}
    for each in models:
        title = about(each.subject)[:_LONG]
        if not (each.date and each.date.whole and each.issuer and len(title) == _LONG):
            continue
        key = (each.kind.casefold(), each.date, each.issuer.casefold(), title)
        first = seen.setdefault(key, each)
        if first is not each:
            message = f"{each.name} và {first.name} cùng ngày, cùng cơ quan, cùng trích yếu"
            yield Fault(each.paragraph, message, each.number, first.number)
