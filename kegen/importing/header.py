"""The head of a received plan: number and date taken apart, kind and title, who issues it, what is asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kegen.check.citation_text import date_of
from kegen.dates import PlanDate
from kegen.docx.lines import Line
from kegen.docx.parts import Parts
from kegen.importing.asking import Quote, ask
from kegen.importing.issuer import Issuer, issuer_of
from kegen.plan.model import Ask, Header, How, PlanIdentity, Read

_NUMBER = re.compile(r"(?:số|so)\s*:?\s*(?P<number>[^/]*?)\s*/\s*(?P<symbol>.*)", re.IGNORECASE | re.DOTALL)
_BLANKS = " .…_-\u00a0\t"
_BLANK_NUMBER = " " * 8
_DATE = re.compile(
    r"(?P<place>.*?),?\s*ngày\s*(?P<day>\d{1,2})?\D*?tháng\s*(?P<month>\d{1,2})?\D*?năm\s*(?P<year>\d{4})?\D*",
    re.IGNORECASE | re.DOTALL,
)
_SHORT_DATE = re.compile(
    r"(?P<place>.*?),?\s*ngày\s*(?P<date>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})", re.IGNORECASE
)
_CHAIRMAN = re.compile(
    r"Chủ tịch (?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)[^,;.]{0,80}? (?:ban hành|xây dựng)", re.IGNORECASE
)
_SHORT_SUBJECT = re.compile(r"v/v\s*:?\s*", re.IGNORECASE)


class Head(NamedTuple):
    """What the head of a plan says."""

    header: Header
    kind: str
    """As printed: `KẾ HOẠCH`; "" for a letter."""
    title: str
    date: PlanDate | None
    identity: PlanIdentity
    unit_name: str
    read: tuple[Read, ...]
    asks: tuple[Ask, ...]


def head_of(parts: Parts, texts: Sequence[str]) -> Head:
    """Return the head of a plan; `texts` are its running words, which spell names that stand in capitals there."""
    number, symbol = _numbered(parts.number)
    place, date = _dated(parts.place_and_date)
    issuer = issuer_of(_joined(parts.parent), [each.text for each in parts.issuer], texts)
    kind = parts.kind_name
    name = "" if kind in ("", "KẾ HOẠCH") else kind.capitalize()
    identity = PlanIdentity(
        level=issuer.level,
        unit=issuer.unit,
        province=issuer.province,
        symbol=f"{number}/{symbol}" if number and symbol else "",
        issuer=f"Chủ tịch {issuer.called}" if _by_chairman(issuer, texts) else issuer.called,
        kind=name if kind else "Công văn" if parts.number else "",
    )
    return Head(
        Header(
            _joined(parts.parent).upper(),
            tuple(each.text.upper() for each in parts.issuer),
            f"Số: {_BLANK_NUMBER}/{symbol}" if symbol and not number else _text(parts.number),
            f"{place}, {date.line()}" if date and place and not date.whole else _text(parts.place_and_date),
        ),
        kind,
        _title(parts),
        date,
        identity,
        issuer.called,
        tuple(_places(parts, number, date)),
        (*_blanks(parts, number, date), *_unsure(parts, issuer)),
    )


def _text(line: Line | None) -> str:
    return line.text if line else ""


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(each.text for each in lines)


def _title(parts: Parts) -> str:
    """Return the title under the kind; of a letter its subject, `V/v` spelt out."""
    if parts.title or not parts.letter_subject:
        return _joined(parts.title)
    subject = _joined(parts.letter_subject)
    return _SHORT_SUBJECT.sub("Về việc ", subject, count=1) if _SHORT_SUBJECT.match(subject) else subject


def _numbered(line: Line | None) -> tuple[str, str]:
    """Return number and symbol of `Số: 114/KH-UBND`, "" for a number left blank."""
    found = None if line is None else _NUMBER.fullmatch(line.text)
    if found is None:
        return "", ""
    return found["number"].strip(_BLANKS), re.sub(r"\s*([-–/])\s*", r"\1", found["symbol"].strip())


def _dated(line: Line | None) -> tuple[str, PlanDate | None]:
    """Return place and date of `Nhữ Khê, ngày 03 tháng 6 năm 2026`, days and months left blank as 0."""
    if line is None:
        return "", None
    if short := _SHORT_DATE.fullmatch(line.text):
        return short["place"].strip(), date_of(short["date"])
    found = _DATE.fullmatch(line.text)
    if found is None or not found["year"]:
        return "", None
    day, month, year = (int(found[name] or 0) for name in ("day", "month", "year"))
    if day and month:
        return found["place"].strip(), date_of(f"{day}/{month}/{year}")
    return found["place"].strip(), PlanDate(year, month if month in range(1, 13) else 0, 0)


def _by_chairman(issuer: Issuer, texts: Sequence[str]) -> bool:
    """Whether the enacting sentence says that the Chairman alone issues the plan."""
    is_committee = issuer.called.startswith("Ủy ban nhân dân")
    return is_committee and any(_CHAIRMAN.search(text) for text in texts[:_OPENING])


_OPENING = 12
"""The sentence that issues a plan is among this many paragraphs."""


def _places(parts: Parts, number: str, date: PlanDate | None) -> Iterator[Read]:
    facts: tuple[tuple[str, Line | None, How], ...] = (
        ("issuer", parts.issuer[0] if parts.issuer else None, "tieu-de"),
        ("number", parts.number if number else None, "nhan"),
        ("issued", parts.place_and_date if date and date.whole else None, "nhan"),
        (
            "title",
            parts.title[0] if parts.title else parts.letter_subject[0] if parts.letter_subject else None,
            "tieu-de",
        ),
    )
    for field, line, how in facts:
        yield Read(field, "" if line is None else _place(line), "khong" if line is None else how)


def _place(line: Line) -> str:
    page = line.paragraph.page
    return f"{f'trang {page}, ' if page else ''}phần đầu văn bản"


def _blanks(parts: Parts, number: str, date: PlanDate | None) -> Iterator[Ask]:
    """Yield what is asked of a number or a date that the file leaves blank, or does not have."""
    if not number:
        yield ask("so-ngay", "standing", "symbol", "Số, ký hiệu của văn bản này là gì?", _quote(parts.number))
    if date is None or not date.whole:
        yield ask("so-ngay", "standing", "issued", "Văn bản này ban hành ngày nào?", _quote(parts.place_and_date))


def _quote(line: Line | None) -> Quote:
    return Quote(line.text, _place(line)) if line else Quote()


def _unsure(parts: Parts, issuer: Issuer) -> Iterator[Ask]:
    """Yield what is asked of the issuer where no list and no running text has its name."""
    lines = (*parts.parent, *parts.issuer)
    at = Quote(_joined(lines), _place(lines[0])) if lines else Quote()
    if issuer.choices or (issuer.level and not issuer.province):
        question = f"{issuer.called or 'Cơ quan ban hành'} thuộc tỉnh, thành phố nào?"
        yield ask("khac", "standing", "province", question, at)._replace(choices=issuer.choices)
    if not issuer.is_sure and not issuer.choices:
        question = "Tên cơ quan ban hành viết trong câu như thế nào?"
        yield ask("khac", "standing", "issuer", question, at)
    if not parts.kind and not parts.letter_subject:
        yield ask("khac", "standing", "kind", "Văn bản này là loại gì (Kế hoạch, Chỉ thị, Công văn …)?", Quote())
    if not (parts.title or parts.letter_subject):
        yield ask("khac", "standing", "title", "Trích yếu của văn bản này là gì?", Quote())
