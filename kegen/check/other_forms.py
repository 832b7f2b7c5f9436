"""Papers that NĐ 30/2020/NĐ-CP does not set the form of: legal normative acts, papers of the Party and of the Youth."""

from __future__ import annotations

import itertools
import re

from kegen.docx.find_header import NORMATIVE
from kegen.docx.lines import lines_of
from kegen.docx.parts import Parts
from kegen.vietnamese import fold

_NORMATIVE = frozenset(map(fold, NORMATIVE))
_ALSO_NORMATIVE = ("nghi-quyet", "quyet-dinh")
"""Kinds that are normative where their number has the year (Luật Ban hành văn bản quy phạm pháp luật)."""
_YEAR = re.compile(r"/\s*20\d\d\s*/")
_ISSUES_NO_NORM = re.compile(
    r"(so|phong|chi-cuc|truong|trung-tam|benh-vien|van-phong|cong-ty|hoi|doan|quy|ban-quan-ly)\b"
)
_PARTY = frozenset({"dang-cong-san-viet-nam"})
_YOUTH = re.compile(r"doan-(tncs|thanh-nien-cong-san)-(ho-chi-minh|hcm)")
_HEAD_LINES = 12


def other_form(parts: Parts) -> str:
    """Return in words what the paper is and whose form it follows, "" for one that this decree speaks of."""
    if _is_normative(parts):
        return "văn bản quy phạm pháp luật, theo thể thức của Luật Ban hành văn bản quy phạm pháp luật"
    head = list(itertools.islice(lines_of(parts.document.blocks[:_HEAD_LINES]), _HEAD_LINES))
    if parts.national_title is None and any(line.folded in _PARTY for line in head):
        return "văn bản của Đảng, theo thể thức của văn bản của Đảng"
    if parts.national_title is None and any(line.side != "left" and _YOUTH.fullmatch(line.folded) for line in head):
        return "văn bản của Đoàn Thanh niên, theo thể thức của văn bản của Đoàn"
    return ""


def _is_normative(parts: Parts) -> bool:
    kind = "" if parts.kind is None else parts.kind.folded
    if kind in _NORMATIVE:
        return True
    if kind not in _ALSO_NORMATIVE or parts.number is None or not _YEAR.search(parts.number.text):
        return False
    return not (parts.issuer and _ISSUES_NO_NORM.match(parts.issuer[0].folded))
