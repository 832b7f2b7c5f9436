"""Tên văn bản cụ thể.

Quy định: viết hoa chữ cái đầu của tên loại văn bản và chữ cái đầu của tên văn bản khi nói đến một văn bản cụ thể:
Luật Tổ chức Quốc hội.
Vì sao: “quyết định số 534/QĐ-TTg” là một văn bản cụ thể, không phải nói chung.
Sai: theo quyết định số 534/QĐ-TTg; luật Đất đai; Luật Tổ chức Chính quyền địa phương.
Đúng: theo Quyết định số 534/QĐ-TTg; Luật Đất đai; Luật Tổ chức chính quyền địa phương.
"""

from __future__ import annotations

import re

from kegen.check.capitals import around, word_before, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.vietnamese import UPPER

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, V.6"
WEIGHT: Weight = "M"
_NUMBERED = re.compile(
    r"(nghị định|quyết định|thông tư|nghị quyết|chỉ thị|kết luận|kế hoạch|công văn"
    r"|tờ trình|hướng dẫn|công điện) số \d+[/-]\S+"
)
_LAW = re.compile(
    r"(luật|pháp lệnh) "
    rf"(?=(?:Tổ chức|Đất đai|Ban hành|Hình sự|Dân sự|Đầu tư|[{UPPER}]\w+ [{UPPER}]))"
)
_TOO_MANY = re.compile(r"Luật (?:Tổ chức Chính quyền|Ban hành Văn bản|Phòng, Chống|Giao dịch Điện tử)\b")


def check(paper: Paper) -> Outcome:
    """Look for kinds in small letters before a number or a name, and for capitals the name of a law does not have."""
    for passage, found in words_in(paper, _NUMBERED):
        if found[1] == "kết luận" and word_before(found) == "báo":
            continue  # a notice of a conclusion is one kind
        right = found[0][:1].upper() + found[0][1:]
        yield Fault(passage.line, f"tên loại “{found[1]}” của một văn bản cụ thể viết thường", around(found), right)
    for passage, found in words_in(paper, _LAW):
        if word_before(found) in ("pháp", "bộ"):
            continue
        right = found[1][:1].upper() + found[1][1:]
        message = f"“{found[1]}” của một văn bản cụ thể viết thường"
        yield Fault(passage.line, message, around(found), right, severity="warning")
    for passage, found in words_in(paper, _TOO_MANY):
        words = found[0].split()
        right = " ".join([*words[:3], *(word.lower() for word in words[3:])])
        message = "tên luật viết hoa thừa chữ"
        yield Fault(passage.line, message, found[0], right, severity="warning")
