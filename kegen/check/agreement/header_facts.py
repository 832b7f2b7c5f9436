"""Phần đầu và người ký khớp với hồ sơ của đơn vị.

Quy định: tên cơ quan, số, ký hiệu, địa danh, ngày tháng năm và người ký là của chính văn bản này.
Vì sao: soạn từ văn bản cũ hoặc từ văn bản của đơn vị khác rất dễ để sót tên, số, ngày hay người ký của văn bản gốc.
Sai: hồ sơ ghi xã Nhữ Khê, phần đầu văn bản vẫn là “XÃ THIỆN TÂN”.
Đúng: phần đầu và chữ ký ghi như hồ sơ; chỗ nào hồ sơ hoặc văn bản còn để trống thì không so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.options import CheckContext
from kegen.check.paper import Paper
from kegen.check.rule import NO_PROFILE, Fault, Outcome, Weight
from kegen.check.words import says, spelled, words
from kegen.dates import PlanDate
from kegen.docx.lines import Line

CITE = "NĐ 30/2020/NĐ-CP, Điều 8 (các thành phần thể thức chính)"
WEIGHT: Weight = "N"
_NUMBER = re.compile(r"Số\s*:?\s*(\d*)[\s.…_]*/\s*(\S*)", re.IGNORECASE)
_AUTHORITY = re.compile(r"\s*(TM|KT|TL|TUQ|Q)\s*[./]", re.IGNORECASE)
_OWN_SEAT = ("xa", "phuong", "dac-khu")
"""Levels whose place on the date line is the unit itself; others may sit in a place of another name."""

_PROVINCE = tuple(spelled(word).lstrip() for word in ("tỉnh", "thành phố"))


def check(paper: Paper) -> Outcome:
    """Hold the head and the signature against the profile; what is blank in either is passed over."""
    if paper.facts is None:
        yield NO_PROFILE
        return
    yield from _issuer(paper, paper.facts)
    if paper.is_plan:
        yield from _number(paper, paper.facts)
        yield from _place(paper, paper.facts)
        yield from _date(paper, paper.facts.profile.date)
    yield from _name(paper, paper.facts)
    yield from _title(paper, paper.facts)


def _issuer(paper: Paper, facts: CheckContext) -> Iterator[Fault]:
    header, parts = facts.plan.header, paper.parts
    written = " ".join(line.text for line in (*parts.parent, *parts.issuer))
    named = " ".join(header.issuer)
    if parts.issuer and not _names(written, named):
        yield _differs(parts.issuer[-1], "tên cơ quan ban hành", " ".join(each.text for each in parts.issuer), named)
    elif parts.parent and header.parent and not _alike(parts.parent, header.parent):
        yield _differs(parts.parent[0], "tên cơ quan chủ quản", " ".join(x.text for x in parts.parent), header.parent)


def _names(written: str, named: str) -> bool:
    """Whether the lines end with the name, or with the name and the province it lies in."""
    if written == named:
        return True
    _, own, after = spelled(written).partition(spelled(named))
    return bool(own) and (not after or after.startswith(_PROVINCE))


def _alike(lines: tuple[Line, ...], name: str) -> bool:
    return spelled(" ".join(line.text for line in lines)) == spelled(name)


def _number(paper: Paper, facts: CheckContext) -> Iterator[Fault]:
    line = paper.parts.number
    own, theirs = (_NUMBER.search(text) for text in (line.text if line else "", facts.plan.header.number))
    if line is None or own is None or theirs is None:
        return
    if own[1] and theirs[1] and int(own[1]) != int(theirs[1]):
        yield _differs(line, "số của văn bản", own[1], theirs[1])
    if own[2] and "…" not in theirs[2] and own[2] != theirs[2] and words(own[2]) != words(theirs[2]):
        yield _differs(line, "ký hiệu của văn bản", own[2], theirs[2])._replace(severity="warning")


def _place(paper: Paper, facts: CheckContext) -> Iterator[Fault]:
    line, unit = paper.parts.place_and_date, facts.profile.unit
    written = (line.text if line else "", facts.plan.header.place_and_date)
    own, theirs = (text.partition(", ngày")[0] for text in written)
    if line is None or not any(map(str.isalpha, own)) or "ngày" in own:
        return
    if own == theirs or says(own, theirs) or says(theirs, own):
        return
    sure = unit.place is not None or unit.level in _OWN_SEAT
    yield _differs(line, "địa danh", own, theirs)._replace(severity="error" if sure else "warning")


def _date(paper: Paper, known: PlanDate | None) -> Iterator[Fault]:
    line, own = paper.parts.place_and_date, paper.date
    if line is None or own is None or known is None:
        return
    if any(a and b and a != b for a, b in zip(own, known, strict=True)):
        yield _differs(line, "ngày ban hành", own.line(), known.line())


def _name(paper: Paper, facts: CheckContext) -> Iterator[Fault]:
    line, signer = paper.parts.name, facts.profile.signer
    if line is None or signer is None or not signer.name:
        return
    if not spelled(line.text).endswith(spelled(signer.name)):
        yield _differs(line, "họ tên người ký", line.text, signer.name)


def _title(paper: Paper, facts: CheckContext) -> Iterator[Fault]:
    lines, signer = paper.parts.signature, facts.profile.signer
    if not lines or signer is None:
        return
    own, theirs = lines[-1].text, facts.plan.signature.lines
    if not spelled(_bare(own)).startswith(spelled(_bare(theirs[-1]))):
        yield _differs(lines[-1], "chức vụ người ký", own, theirs[-1])
    elif (given := _authorities(line.text for line in lines)) != (wanted := _authorities(theirs)):
        found, expected = (", ".join(each) or "không ghi" for each in (given, wanted))
        yield _differs(lines[0], "quyền hạn người ký", found, expected)._replace(severity="warning")


def _bare(title: str) -> str:
    """Return a title without the authority before it."""
    return _AUTHORITY.sub("", title, count=1)


def _authorities(lines: Iterator[str] | tuple[str, ...]) -> list[str]:
    return [f"{found[1].upper()}." for line in lines if (found := _AUTHORITY.match(line))]


def _differs(line: Line, what: str, found: str, expected: str) -> Fault:
    return Fault(line, f"{what} khác hồ sơ của đơn vị", found, expected, "error")
