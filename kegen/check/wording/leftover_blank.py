"""Chỗ để điền còn sót.

Quy định: văn bản ban hành không còn chữ giữ chỗ của mẫu: […], xxx, ???, <tên đơn vị>, {{ … }}, “Nguyễn Văn A”.
Vì sao: chữ giữ chỗ là việc chưa làm xong; ban hành rồi mới thấy thì phải đính chính.
Sai: “Giao [tên đơn vị] chủ trì”, “Ông …, Phó Chủ tịch”, “tỷ lệ xx%”, “xem Lỗi! Không tìm thấy nguồn tham chiếu”.
Đúng: điền đủ hoặc bỏ câu ấy. Chỗ trống bằng dấu chấm cho số, ngày ở bản dự thảo và trong biểu mẫu của phụ lục thì không
tính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.historical_context import is_quoted
from kegen.check.paper import Paper
from kegen.check.passages import Zone
from kegen.check.rule import Fault, Outcome, Severity, Weight
from kegen.check.unit_mentions import WORD_OF
from kegen.check.whole_text import Find, WholeText

CITE = "Tính hoàn chỉnh của văn bản"
WEIGHT: Weight = "N"
_FILL = r"(?:tên|họ|điền|nhập|ghi|địa danh|chức|nội dung|cơ quan|đơn vị|thời|số liệu|bổ sung|cập nhật|ký hiệu|trích)"
_Patterns = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
"""Each pattern after the letters without which it finds nothing."""
_MACHINE: _Patterns = (
    (("{{", "{%", "${"), re.compile(r"\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\$\{[^}\n]{1,60}\}")),
    (("«",), re.compile(r"«\w*_\w*»")),
    (("#",), re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!)")),
    (("orem ipsum",), re.compile(r"[Ll]orem ipsum")),
    (("Error!", "Lỗi!"), re.compile(r"(?:Error|Lỗi)! [A-ZKĐ][\w ]+\.")),
    (
        ("here to enter", "vào đây để nhập"),
        re.compile(r"(?:Click|Tap|Bấm|Nhấn|Gõ)[\w ]{0,20} (?:here|vào đây) (?:to|để) \w+"),
    ),
)
"""What programs leave behind."""
_PLACES: _Patterns = (
    (("[",), re.compile(rf"\[[ .…_\-?*xX]*\]|\[(?i:{_FILL})[^\[\]\n]{{0,80}}\]")),
    (("xx",), re.compile(r"(?<![\w.])x{3,}(?!\w)|(?<!\w)(?:\d\d|x{1,2}/)xx(?!\w)|(?<!\w)xx(?= ?%)")),
    (("??",), re.compile(r"\?{3,}|(?<![^\W_])\?\?")),
    (("<",), re.compile(rf"<<\w*_\w*>>|<{{1,2}}(?i:{_FILL})[^<>\n]{{0,60}}>{{1,2}}")),
)
"""What officers put where something is still to be written; in an annex it may be a form for others."""
_DOTTED: _Patterns = (
    (
        ("...", "…"),
        re.compile(
            r"(?:\.{3}|…) ?\(?(?:tên|họ và tên|họ tên|điền|nhập|ghi rõ|địa danh|chức danh|chức vụ|cơ quan|đơn vị)"
            r"[^.…\n;:]{0,40}\)? ?(?:\.{3}|…)"
        ),
    ),
    (
        ("...", "…", "___"),
        re.compile(
            r"\b(?:[Ôô]ng|[Bb]à|[Ôô]ng/[Bb]à|[Đđ]ồng chí|[Đđ]/c)\s?:?\s?(?:\(?bà\)?\s?)?"
            r"(?:…+|\.{3,}|_{3,})(?= ?[,;:-])"
        ),
    ),
)
"""What is to be written between dots, and a person whose name is."""
_LIKELY: _Patterns = (
    (("XXX",), re.compile(r"(?<![\w.])X{3,}(?!\w)")),
    (("XX/", "xx/"), re.compile(r"(?<=[Ss]ố )(?:XX|xx)(?=/)")),
    (("ABC",), re.compile(r"(?:xã|phường|tỉnh|thôn|UBND|Sở|[Pp]hòng|[Cc]ơ quan|[Đđ]ơn vị|[Ôô]ng|[Bb]à) ABC\b")),
    (("TODO", "TBD"), re.compile(r"\b(?:TODO|TBD)\b")),
    (("[",), re.compile(r"\[[^\W\d_][^\[\]\n]{1,80}\]")),
    (("<",), re.compile(r"(?<!<)<{1,2}[^\W\d_][^<>@/:\n]{1,60}>{1,2}")),
    (
        (" sau)", " lại)", "(chờ "),
        re.compile(
            r"\((?:(?:bổ sung|cập nhật|điền) sau|(?:kiểm tra|xem) lại|chờ (?:bổ sung|số liệu|ý kiến)[^()\n]{0,40})\)"
        ),
    ),
)
_NOBODY = re.compile(r"(?:Nguyễn|Trần|Lê) (?:Văn|Thị) [A-Z](?!\w)")
_ROMAN = re.compile(r"(?:thứ|khóa|khoá|kỷ|lần|[Pp]hần|[Cc]hương|[Mm]ục|[Pp]hụ lục)\s+$")
_TEXT: tuple[Zone, ...] = ("head", "body", "end", "margin", "note", "box")
"""Where dotted blanks are no form to be filled in by others."""


def check(paper: Paper) -> Outcome:
    """Look for what templates leave to be filled in; an issued paper must have none."""
    usual: Severity = "error" if paper.mode == "issued" else "warning"
    for each in (*_found(paper.text, _MACHINE), *_signer(paper)):
        yield _fault(each, usual)
    places: set[tuple[int, int]] = set()
    for each in _to_fill_in(paper.text):
        places.add((each.passage.order, each.start))
        yield _fault(each, "warning" if each.passage.zone in ("annex", "table") else usual)
    for each in _found(paper.text, _LIKELY):
        if (each.passage.order, each.start) not in places and not _is_roman(each):
            yield _fault(each, "warning")
    yield from _letters(paper)


def _to_fill_in(whole: WholeText) -> Iterator[Find]:
    for each in _found(whole, _PLACES):
        if not (each.text[0] == "[" and is_quoted(each.passage.line.text, each.start)):
            yield each
    yield from (each for each in _found(whole, _DOTTED) if each.passage.zone in _TEXT)


def _signer(paper: Paper) -> Iterator[Find]:
    for passage in paper.passages:
        if "name" in passage.roles and (found := _NOBODY.search(passage.line.text)):
            yield Find(found[0], passage, found.start())


def _letters(paper: Paper) -> Iterator[Fault]:
    """Yield the units that are only a letter: `xã A`."""
    for mention in paper.mentions:
        name = mention.named.name
        if len(name) == 1 and not mention.after.startswith((".", "’", "'")):
            message = f"còn tên giữ chỗ “{WORD_OF.get(mention.named.kind, 'xã, phường')} {name}”"
            yield Fault(mention.passage.line, message, name, "tên thật của đơn vị", "warning")


def _found(whole: WholeText, patterns: _Patterns) -> Iterator[Find]:
    for keys, pattern in patterns:
        if any(key in whole.text for key in keys):
            yield from whole.all(pattern)


def _is_roman(find: Find) -> bool:
    """Whether XXX is a number: `Đại hội lần thứ XXX`."""
    return find.text.isupper() and _ROMAN.search(find.passage.line.text[: find.start]) is not None


def _fault(find: Find, severity: Severity) -> Fault:
    message = f"còn chữ giữ chỗ “{find.text}”"
    return Fault(find.passage.line, message, find.text, "nội dung thật, hoặc bỏ câu này", severity)
