"""By what right a document is signed: `TM.`, `KT.`, `Q.`, `TL.`, `TUQ.` and the titles after them (NĐ 30, Điều 13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity
from kegen.docx.find_signature_block import TITLES
from kegen.docx.lines import Line
from kegen.docx.parts import Parts
from kegen.vietnamese import fold

Short = Literal["", "TM", "KT", "Q", "TL", "TUQ"]
NO_SIGNATURE = Absent("không thấy quyền hạn, chức vụ của người ký")

_SHORT: tuple[tuple[Short, re.Pattern[str]], ...] = (
    ("TUQ", re.compile(r"T\s?[./]?\s?U\s?[./]?\s?Q(?:\s*[./:]+\s*|\s+)")),
    ("TM", re.compile(r"T\s?[./]?\s?M(?:\s*[./:]+\s*|\s+)")),
    ("KT", re.compile(r"K\s?[./]?\s?T(?:\s*[./:]+\s*|\s+)")),
    ("TL", re.compile(r"T\s?[./]?\s?L(?:\s*[./:]+\s*|\s+)")),
    ("Q", re.compile(r"Q\s*[./:]+\s*")),
)
_HEAD = re.compile(
    r"(chu-tich|(tong-)?giam-doc|thu-tuong|bo-truong|tong-cuc-truong|cuc-truong|chi-cuc-truong|vu-truong|truong-phong"
    r"|chanh-van-phong|chanh-thanh-tra|hieu-truong|vien-truong|truong-ban|chu-nhiem|bi-thu|doi-truong|tram-truong)\b.*"
)
_DEPUTY = ("PHÓ ", "THỨ TRƯỞNG", "P.")
_UNFILLED = ("quyen-han", "chuc-vu")
_COMMITTEE = ("uy-ban-nhan-dan", "ubnd")
_COLLECTIVE = (*_COMMITTEE, "hoi-dong-nhan-dan")
_CHAIRMAN_ISSUES = re.compile(
    r"chủ tịch (?:[uủ][yỷ] ban nhân dân|ubnd)\s+([^.;:]{2,60}?),?\s+ban hành\s+kế hoạch", re.IGNORECASE
)
_OPENING = 8
"""The sentence that says who issues a plan is among this many paragraphs."""
_MOST_SYLLABLES = 6


class Signed(NamedTuple):
    """One line over the name: the right it invokes, if any, and the body or title it names."""

    short: Short
    title: str
    """In capitals, whatever the line has."""
    line: Line

    @property
    def is_head(self) -> bool:
        """Whether the title is that of the head of a body."""
        return _HEAD.fullmatch(fold(self.title)) is not None

    @property
    def is_deputy(self) -> bool:
        """Whether the title is that of a deputy."""
        return self.title.startswith(_DEPUTY)


def has_title(parts: Parts) -> bool:
    """Whether a line over the name is surely one of authority or title."""
    return any(_signed(line).short or TITLES.search(line.folded) for line in parts.signature)


def signed_lines(parts: Parts) -> tuple[Signed, ...]:
    """Return the lines of authority and title; none where a form only holds their place."""
    if any(line.folded.startswith(_UNFILLED) for line in parts.signature):
        return ()
    return tuple(_signed(line) for line in parts.signature)


def _signed(line: Line) -> Signed:
    for short, pattern in _SHORT:
        found = pattern.match(line.text)
        if found is not None:
            return Signed(short, line.text[found.end() :].upper(), line)
    return Signed("", line.text.upper(), line)


def own_title_follows(signed: Sequence[Signed], index: int, parts: Parts) -> bool:
    """Whether a title stands between the line and the name; so where the name does not look like one."""
    return index + 1 < len(signed) or parts.name is None or not is_personal_name(parts.name.text)


def delegation_faults(paper: Paper, short: Short, how: str, own_title: str, weight: Severity | None = None) -> Outcome:
    """Yield what is wrong with the lines of TL. or TUQ.: a body for a title, no title of the signer under it.

    `how` is the manner of signing in words, `own_title` what stands under the line; `weight` is that of a body for a
    title. Absent where nobody signs so.
    """
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
    elif not any(each.short == short for each in signed):
        yield Absent(f"văn bản không ký {how}")
    for index, each in enumerate(signed):
        if each.short != short:
            continue
        text = each.line.text
        if fold(each.title).startswith(_COLLECTIVE):
            yield Fault(each.line, f"“{short}.” đặt trước tên tập thể", text, f"{short}. CHỦ TỊCH", weight)
        if not own_title_follows(signed, index, paper.parts):
            message = f"dưới dòng “{short}.” không có chức vụ người ký"
            yield Fault(each.line, message, text, f"{text} / {own_title}")


def is_personal_name(text: str) -> bool:
    """Whether a text looks like the name of a person: a few syllables, each with a capital."""
    syllables = text.split()
    return 1 < len(syllables) <= _MOST_SYLLABLES and all(
        each[:1].isupper() and not each.isupper() and each[-1:].isalpha() for each in syllables
    )


def is_committee(paper: Paper) -> bool:
    """Whether a people's committee issues the document."""
    return _issuer(paper).startswith(_COMMITTEE)


def chairman_issues(paper: Paper) -> bool:
    """Whether the document says that the chairman alone, not the committee, issues it."""
    issuer = _issuer(paper)
    if issuer.startswith("chu-tich"):
        return True
    opening = (*paper.parts.bases, *paper.parts.body[:_OPENING])
    found = (_CHAIRMAN_ISSUES.search(item.line.text) for item in opening)
    return any(each is not None and fold(each[1]) in issuer for each in found)


def _issuer(paper: Paper) -> str:
    return "-".join(line.folded for line in paper.parts.issuer)
