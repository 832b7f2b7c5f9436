"""Một chỉ tiêu có một con số ở mọi chỗ.

Quy định: cùng một chỉ tiêu, cùng năm, cùng phạm vi thì mọi chỗ trong văn bản, kể cả phụ lục, ghi cùng một con số.
Vì sao: sửa một chỗ mà quên chỗ khác thì không ai biết phải đạt mức nào.
Sai: mục I ghi “giảm 10% số lượng hội nghị”, mục II ghi “giảm 15% số lượng hội nghị”.
Đúng: hai chỗ cùng ghi 10%. Khác năm, khác cơ quan, khác giai đoạn thì là chỉ tiêu khác, không đối chiếu.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kegen.check.figures import measured_in
from kegen.check.offices import is_group, is_office
from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.stated import Stated, stated
from kegen.check.words import key_set

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_FEWEST = {"%": 2}
_FEWEST_OTHER = 3
"""So many words at least must say what is measured: two for a percentage, three for a number of things."""
_SUBJECTS = key_set(
    "các sở ban ngành ủy ban nhân dân ubnd cấp xã phường đặc khu tỉnh thành phố phòng thuộc tục tham mưu"
    " sử dụng triển khai khai nghiêm túc lần chuyên môn nâng lên tiếp duy trì giữ chủ phối hợp với liên"
)
"""Words that rather say who is to do it than what is measured."""
_LED = re.compile(
    r"\W*(?:Giao |Yêu cầu |Các )?(?:Phòng|Sở|Ban|Văn phòng|Trung tâm|Trạm|Công an|Hội|Đoàn|UBND|Ủy ban|Trường)"
    r"\b[^,;:]{0,80}?\s(?:chủ trì|tham mưu|phối hợp|thực hiện|triển khai|tổ chức|bảo đảm|đảm bảo|phấn đấu|theo dõi"
    r"|duy trì|hướng dẫn|có trách nhiệm|chịu trách nhiệm|mở|bố trí|hỗ trợ)"
)
"""The office that a sentence begins with, up to what it does."""
_FEWEST_OF_THING = 4
_PART = re.compile(
    r"(?i:thôn|bản|ấp|khóm|khu phố|tổ dân phố|xã|phường|đặc khu|tỉnh) [A-ZĐ\d]|mỗi|từng|thêm|trong đó|riêng|còn lại"
)
"""Words that make a figure one of a part."""
_SHORT_LEAD = 8
_MOST_VALUES = 2
_YEAR = re.compile(r"(?<![/\d.-])(?:19|20)\d\d(?![\d/])")


class _Key(NamedTuple):
    """What makes two figures figures of one thing."""

    unit: str
    measured: frozenset[str]
    years: frozenset[str]
    scope: frozenset[str]


def check(paper: Paper) -> Outcome:
    """Gather the figures of one measure, and tell those that are not as the others."""
    usual = _usual_years(paper)
    figures = [each for each in stated(paper) if len(each.measured) >= _FEWEST.get(each.unit, _FEWEST_OTHER)]
    if not figures:
        yield Absent("nội dung không có chỉ tiêu bằng số")
        return
    quotes = Quotes(paper)
    by_key: dict[_Key, list[Stated]] = {}
    by_core: dict[_Key, list[Stated]] = {}
    by_thing: dict[_Key, list[Stated]] = {}
    for each in figures:
        own = each.years or usual
        by_key.setdefault(_Key(each.unit, each.measured, own, each.scope), []).append(each)
        core = (measured_in(_LED.sub("", each.text, count=1)) if _LED.match(each.text) else each.measured) - _SUBJECTS
        if len(core) >= _FEWEST.get(each.unit, _FEWEST_OTHER):
            by_core.setdefault(_Key(each.unit, core, own, each.scope), []).append(each)
        if thing := _thing(each):
            by_thing.setdefault(_Key(each.unit, thing, own, each.scope), []).append(each._replace(measured=thing))
    groups = (
        *((each, False) for each in by_key.values()),
        *((each, True) for each in (*by_core.values(), *filter(_of_one_office, by_thing.values()))),
    )
    reported: set[tuple[int, str]] = set()
    for group, is_core in groups:
        for fault, other in _differing(group, quotes, is_core=is_core, is_report=paper.code == "BC"):
            if (id(other.at), other.text) not in reported:
                reported.add((id(other.at), other.text))
                yield fault


def _thing(figure: Stated) -> frozenset[str]:
    """Return the words that say what there is so much of: those after the figure, or from `tỷ lệ` up to a percentage.

    None where other words of the clause name a place or a part of it.
    """
    start, end = _figure_span(figure)
    head, tail = figure.text[:start], figure.text[end:]
    if figure.unit == "%":
        rate = head.lower().rfind("tỷ lệ")
        head, tail = (head[:rate], head[rate:]) if rate >= 0 else (head, "")
    thing = measured_in(tail)
    fewest = _FEWEST_OF_THING - (figure.unit == "%")
    return thing if len(thing) >= fewest and not _PART.search(head) else frozenset()


def _figure_span(figure: Stated) -> tuple[int, int]:
    found = re.search(rf"\d[\d.,]*\s*{re.escape(figure.unit)}", figure.text, re.IGNORECASE)
    return found.span() if found else (0, 0)


def _led_by(figure: Stated) -> str:
    """Return the office that the clause begins with, "" for none."""
    found = _LED.match(figure.text)
    return " ".join(found[0].split()[:4]) if found else ""


def _of_one_office(group: Sequence[Stated]) -> bool:
    """Whether no two offices are each given so much."""
    return len({office for each in group if (office := _led_by(each))}) <= 1


def _usual_years(paper: Paper) -> frozenset[str]:
    """Return the years that the title names, else the year of the paper."""
    titled = frozenset(_YEAR.findall(" ".join(line.text for line in paper.parts.title)))
    own = frozenset({str(paper.date.year)}) if paper.date else frozenset()
    return titled or own


def _differing(
    group: Sequence[Stated], quotes: Quotes, *, is_core: bool, is_report: bool
) -> Iterator[tuple[Fault, Stated]]:
    """Yield the figures that are not as most of their group, unless they may well stand for several things."""
    values = Counter(each.value for each in group)
    if not 1 < len(values) <= _MOST_VALUES or _in_one_place(group):
        return
    most = max(values, key=values.__getitem__)
    model = next(each for each in group if each.value == most)
    for each in group:
        if each.value != most and (severity := _severity(each, group, most)):
            unsure: Severity = "info" if is_core or is_report else severity
            place = quotes.quoted(model.at, model.text)
            yield (
                Fault(each.at, f"hai con số cho một chỉ tiêu; {place}", each.text.strip(), model.text.strip(), unsure),
                each,
            )


def _in_one_place(group: Iterable[Stated]) -> bool:
    """Whether one paragraph states several values itself: steps, classes, or a least and a wish."""
    seen: dict[int, float] = {}
    return any(seen.setdefault(id(each.at), each.value) != each.value for each in group)


def _severity(figure: Stated, group: Iterable[Stated], most: float) -> Severity | None:
    """Return how sure it is that a figure and those of the usual value mean one thing, None for not at all."""
    found = {_likeness(figure, each) for each in group if each.value == most}
    return "warning" if "warning" in found else "info" if "info" in found else None


def _likeness(one: Stated, other: Stated) -> Severity | None:
    if not (one.measured <= other.measured or other.measured <= one.measured):
        return None
    if (one.in_table and other.in_table) or (one.lead and other.lead and one.lead != other.lead):
        return None
    if _office_over(one) and _office_over(other) and _office_over(one) != _office_over(other):
        return None
    doubtful = any(0 < len(each.lead) < _SHORT_LEAD for each in (one, other))
    if not one.in_table and not other.in_table and _are_parallel(one, other):
        doubtful = True
    return "info" if doubtful else "warning"


def _are_parallel(one: Stated, other: Stated) -> bool:
    """Whether both stand in one part of the paper under different headings, which may each be about something else."""
    if not one.above or not other.above:
        return False
    return one.above[0] is other.above[0] and one.above[-1] is not other.above[-1]


def _office_over(figure: Stated) -> str:
    """Return the innermost heading that names an office, "" for none."""
    names = (each.text for each in reversed(figure.above))
    return next((each for each in names if is_office(each) or is_group(each)), "")
