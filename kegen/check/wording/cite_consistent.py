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

from kegen.check.citation_text import same_body
from kegen.check.citations import Citation
from kegen.check.directives import known_documents, words_of_subject
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_FIRST = 10
_FEWEST = 5
_SHARE = 0.3
_LONG = 8
_Spelling = tuple[str, str, str]
_DIGITS = 3
"""Numbers of fewer digits are near one another by chance."""


def check(paper: Paper) -> Outcome:
    """Hold the citations of one number against the first that says the most, then those of other numbers."""
    by_number: dict[str, list[Citation]] = {}
    for each in paper.citations:
        by_number.setdefault(each.key, []).append(each)
    models = {key: _model(cited) for key, cited in by_number.items()}
    if not any(each.date or each.issuer or each.subject for each in models.values()):
        yield Absent("không có viện dẫn nào ghi ngày hoặc cơ quan")
    known = known_documents()
    others = [key for key in models if key not in known]  # of the known ones rule cite-known says what is right
    for key in others:
        for each in by_number[key]:
            if each is not models[key]:
                yield from _differences(each, models[key])
    yield from _two_numbers([models[key] for key in others])
    yield from _slips(list(models.values()))


def _model(cited: list[Citation]) -> Citation:
    """Return the citation to go by: of the date most of them give, the one that lacks least."""
    dates = Counter(each.date for each in cited if each.date)
    usual = max(dates, key=dates.__getitem__, default=None)
    return min((each for each in cited if each.date == usual), key=lambda each: len(each.lacks), default=cited[0])


def _differences(cited: Citation, model: Citation) -> Iterator[Fault]:
    one_issuer = not (cited.issuer and model.issuer) or same_body(cited.issuer, model.issuer)
    if cited.date and model.date and cited.date != model.date:
        if one_issuer:
            yield _other_date(cited, model)
    elif not one_issuer and cited.date:
        message = f"{cited.name} được viện dẫn với hai cơ quan ban hành"
        yield Fault(cited.paragraph, message, cited.issuer, model.issuer)
    elif one_issuer and cited.subject and model.subject and _is_plainly_other(cited.subject, model.subject):
        message = f"{cited.name} được viện dẫn với hai trích yếu"
        yield Fault(cited.paragraph, message, cited.subject[:80], model.subject[:80])


def _other_date(cited: Citation, model: Citation) -> Fault:
    sure = bool(cited.issuer and model.issuer and cited.date and model.date and cited.date.year == model.date.year)
    message = f"{cited.name} được viện dẫn với hai ngày khác nhau"
    return Fault(cited.paragraph, message, cited.date_text, model.date_text, "error" if sure else "warning")


def _is_plainly_other(one: str, other: str) -> bool:
    a, b = words_of_subject(one)[:_FIRST], frozenset(words_of_subject(other))
    return len(a) >= _FEWEST <= len(b) and sum(word in b for word in a) / len(a) < _SHARE


def _two_numbers(models: Iterable[Citation]) -> Iterator[Fault]:
    """Yield documents of one kind, day, body and title with two numbers."""
    seen: dict[tuple[object, ...], Citation] = {}
    for each in models:
        title = words_of_subject(each.subject)[:_LONG]
        if each.date and each.date.whole and each.issuer and len(title) == _LONG:
            first = seen.setdefault((each.kind.casefold(), each.date, each.issuer.casefold(), title), each)
            if first is not each:
                message = f"{each.name} và {first.name} cùng ngày, cùng cơ quan, cùng trích yếu"
                yield Fault(each.paragraph, message, each.number, first.number)


def _slips(models: list[Citation]) -> Iterator[Fault]:
    """Yield documents only ever mentioned by a number that is nearly that of one cited whole."""
    whole = [each for each in models if each.date and each.issuer]
    like: dict[_Spelling, list[int]] = {}
    for index, each in enumerate(whole):
        for spelling in _spellings(each):
            like.setdefault(spelling, []).append(index)
    for each in models:
        if each.kind and not each.date_text and not each.subject:
            places = sorted({index for spelling in _spellings(each) for index in like.get(spelling, ())})
            near = next((whole[index] for index in places if _is_slip(each, whole[index])), None)
            if near is not None:
                message = f"{each.name} có thể là gõ nhầm của {near.name}"
                yield Fault(each.paragraph, message, each.number, near.number)


def _spellings(cited: Citation) -> set[_Spelling]:
    """Return what two numbers that hardly differ share: the number, its digits in order, or all of them but one."""
    own = cited.symbol.own
    spelled = {own, "".join(sorted(own)), *(own[:i] + own[i + 1 :] for i in range(len(own)))}
    return {(cited.kind.casefold(), cited.key.split("/")[-1], each) for each in spelled}


def _is_slip(one: Citation, other: Citation) -> bool:
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
