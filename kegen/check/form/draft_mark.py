"""Dấu vết soạn thảo còn sót.

Quy định: Nghị định 30/2020/NĐ-CP không có quy định nào về dấu DỰ THẢO; bản ban hành thì không còn dấu vết của lúc soạn.
Vì sao: chữ DỰ THẢO, số và ngày còn để trống, nhận xét và thay đổi chưa chấp nhận sẽ theo tệp ra ngoài cơ quan. Khi kiểm
tra bản dự thảo thì những thứ này được phép có.
Sai: bản ban hành còn khung DỰ THẢO, còn “Tờ trình số ……/TTr-SNV”, còn nhận xét bên lề.
Đúng: xóa khung, điền đủ, xóa nhận xét, chấp nhận hoặc bỏ hết thay đổi (trong Word: Xem lại - Review).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.model import tidy

CITE = "Thông lệ; NĐ 30/2020/NĐ-CP không quy định dấu DỰ THẢO"
WEIGHT: Weight = "N"
_DRAFT = re.compile(r"\(?dự thảo(?:\s+(?:lần|thứ|ngày|số|bản)|\s*[\d./()–-]+)*\)?", re.IGNORECASE)
_DOTS = r"(?:…+|\.{3,}|_{2,})"
_BLANK = re.compile(
    rf"\b(?:số|ngày|tháng|năm)\s*:?\s*{_DOTS}\s*(?:/|tháng\b|năm\b)|{_DOTS}\s*/\s*{_DOTS}|\bnăm 20{_DOTS}"
    r"|\bsố\s*:?\s*(?-i:/[A-ZĐ][A-Za-zĐđ]{1,5}-[A-ZĐ])|\bngày tháng (?:\d+ )?năm \d{4}",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"(?<!v\.v)(?:…{2,}|…\.{2,}|\.{6,}|_{4,})"
    r"|(?<![,;] )(?<![,;v])(?:…|\.{3,}) ?(?:%|phần trăm"
    r"|(?:nghìn|triệu|tỷ|đồng|hộ|người|thôn|hồ sơ|km|ha)\b)"
)
_SIGNS = ("…", "...", "__", "số /", "số/", "số: /", "ngày tháng")
"""A paragraph without one of these has no blank."""
_CARRIES = re.compile(r"\W*(ban-hanh-|phe-duyet-|dinh-)?kem-theo-")
"""How the line begins that says which document an annex comes with (Phụ lục I, Phần I, III.1.c leaves it blank)."""
_HAS_LETTER = re.compile(r"[^\W\d_]")
_CONTENT = ("body", "table", "note", "end")


def check(paper: Paper) -> Outcome:
    """Look for what is left of the drafting; words that hold a place are told by a rule of wording."""
    if paper.mode == "draft":
        yield Absent("bản dự thảo được có dấu DỰ THẢO, chỗ trống, nhận xét")
        return
    for passage in paper.passages:
        yield from _draft_marks(passage)
        if not _may_be_blank(paper, passage):
            yield from _blanks(passage)
    yield from _traces(paper)


def _may_be_blank(paper: Paper, passage: Passage) -> bool:
    """Whether blanks are no trace: in a form kept by itself, and where an annex of an electronic paper names it."""
    carries = paper.medium == "electronic" and _CARRIES.match(passage.line.folded) is not None
    return carries or not paper.is_administrative


def _draft_marks(passage: Passage) -> Iterator[Fault]:
    if passage.zone not in ("head", "box", "margin"):
        return
    for piece in "".join(run.shown for run in passage.line.runs).splitlines():
        mark = tidy(piece)
        if _DRAFT.fullmatch(mark):
            yield Fault(passage.line, "bản ban hành còn dấu dự thảo", mark, "xóa dấu này", "error")


def _blanks(passage: Passage) -> Iterator[Fault]:
    line = passage.line
    if passage.zone not in _CONTENT or not any(sign in line.text for sign in _SIGNS):
        return
    if not _HAS_LETTER.search(line.text):
        return
    sure = _BLANK.search(line.text)
    found = sure or _PERHAPS.search(line.text)
    if found is not None:
        message = "bản ban hành còn chỗ để trống"
        yield Fault(line, message, found[0], "điền đủ", "error" if sure and passage.zone != "table" else "warning")


def _traces(paper: Paper) -> Iterator[Fault]:
    comments, changes = len(paper.document.comments), len(paper.document.changes)
    if comments:
        yield Fault("nhận xét", "tệp còn nhận xét (Comment)", f"{comments} nhận xét", "xóa hết nhận xét", "error")
    if changes:
        message = "tệp còn thay đổi chưa chấp nhận (Track Changes)"
        yield Fault("thay đổi theo dõi", message, f"{changes} thay đổi", "chấp nhận hoặc bỏ hết thay đổi", "error")
