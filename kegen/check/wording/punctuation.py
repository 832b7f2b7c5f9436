"""Dấu câu và khoảng trắng.

Quy định: dấu phẩy, chấm, chấm phẩy, hai chấm đi liền chữ trước và cách chữ sau một khoảng trắng; trong ngoặc không có
khoảng trắng sát ngoặc; không có hai khoảng trắng liền nhau giữa câu.
Vì sao: khoảng trắng thừa làm dấu câu rơi xuống đầu dòng sau, dòng canh đều bị giãn; dấu thừa là lỗi gõ.
Sai: “cơ quan , đơn vị”, “cơ quan,đơn vị”, “thực hiện,.”, “( nếu có )”.
Đúng: “cơ quan, đơn vị”, “thực hiện.”, “(nếu có)”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Fault, Outcome, Weight
from kegen.check.words import before
from kegen.vietnamese import LOWER, UPPER, has_digit

CITE = "Quy tắc chính tả, dấu câu tiếng Việt"
WEIGHT: Weight = "N"
_ZONES = ("body", "annex", "table", "note")
_NO_BLANK = re.compile(r"[,;](?=[^\W\d_]{2})(?<=[^\W\d_]{2}.)")
_NEXT_SENTENCE = re.compile(rf"\.(?<=[{LOWER}]{{3}}\.)(?=[{UPPER}][{LOWER}]+ )")
"""A sentence that begins right at the full stop of the one before."""
_AFTER_COLON = re.compile(rf":(?<=[^\W\d_]{{2}}:)(?=[{UPPER}][{LOWER}])")
_GROUPS = re.compile(r"(?<![\d.,/])\d{1,3}(?:\.\d{3})*\.\d{1,2}(?:\.\d{3})+(?= (?:đồng|triệu|tỷ|người|hộ)\b)")
"""A number whose stops do not part it by three digits."""
_TWO_MARKS = re.compile(r"[,;.](?:(?<=[,;])(?:[,;]|\.(?![.\w]))|(?<=[\w”)%]\.)(?:[,;]|\.(?![./…])))")
_IN_BRACKETS = re.compile(r"\( \w+|\w+ \)")
_BLANK_BEFORE = re.compile(r"[^\W_][ \u00a0]{1,2}[,;](?![,;])|[^\W\d_]{2} :(?= |$)|[^\W\d_]{2} \.(?= [^\W\d_]|$)")
_TWO_BLANKS = re.compile(r"[^\W_]+[,;.]?[ \u00a0]{2,4}(?=[^\W_])")
_LONG = 60
_ABBREVIATION = re.compile(r"(?:\b[A-ZĐ]\w{0,3}|v\.v|[Tt]r|tp|tx|đ/c)$")


def check(paper: Paper) -> Outcome:
    """Look at the marks and blanks of every paragraph of text; each kind of slip is told once a paragraph."""
    for passage in paper.passages:
        if passage.zone in _ZONES:
            yield from _marks(passage)
            yield from _blanks(passage)


def _marks(passage: Passage) -> Iterator[Fault]:
    text = passage.line.text
    if found := _NO_BLANK.search(text) or _NEXT_SENTENCE.search(text) or _AFTER_COLON.search(text):
        yield _fault(passage, "thiếu khoảng trắng sau dấu câu", text, found, "một khoảng trắng sau dấu câu")
    if found := _GROUPS.search(text) if has_digit(text) else None:
        yield _fault(passage, "dấu chấm ngăn hàng nghìn đặt sai", text, found, "mỗi nhóm ba chữ số")
    found = next((each for each in _TWO_MARKS.finditer(text) if not _is_short_form(text, each)), None)
    if found is not None:
        yield _fault(passage, "hai dấu câu liền nhau", text, found, "một dấu câu")


def _blanks(passage: Passage) -> Iterator[Fault]:
    raw = passage.line.raw
    if ("( " in raw or " )" in raw) and (found := _IN_BRACKETS.search(raw)):
        yield _fault(passage, "khoảng trắng sát ngoặc", raw, found, "ngoặc liền chữ bên trong")
    if (" ," in raw or " ;" in raw or " :" in raw or " ." in raw) and (found := _BLANK_BEFORE.search(raw)):
        yield _fault(passage, "khoảng trắng trước dấu câu", raw, found, "dấu câu liền chữ trước")
    if "  " in raw and len(raw) > _LONG and (found := _TWO_BLANKS.search(raw)):
        yield _fault(passage, "hai khoảng trắng liền nhau", raw, found, "một khoảng trắng")


def _fault(passage: Passage, what: str, text: str, found: re.Match[str], right: str) -> Fault:
    around = text[max(found.start() - 10, 0) : found.end() + 10].strip()
    return Fault(passage.line, what, f"…{around}…", right)


def _is_short_form(text: str, found: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation: `TP.;`, `v.v.,`."""
    if found[0] == ".." and found.end() == len(text):
        return text.endswith("v..")
    return found[0][0] == "." and _ABBREVIATION.search(before(text, found.start())) is not None
