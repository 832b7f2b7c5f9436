"""Thứ tự các nơi nhận.

Quy định: Nghị định chỉ kể các nhóm nơi nhận (để thực hiện; để kiểm tra, giám sát, báo cáo, trao đổi, để biết; để lưu),
không bắt buộc thứ tự giữa hai nhóm đầu.
Vì sao: theo thông lệ, “Như trên”, “Như Điều …” đứng đầu và các nơi nhận để báo cáo xếp liền nhau. Làm khác không trái
Nghị định, chỉ khó dò.
Sai: - Sở Nội vụ (để b/c); - Các phòng; - UBND tỉnh (để b/c); (các nơi để báo cáo không liền nhau).
Đúng: - UBND tỉnh (để b/c); - Sở Nội vụ (để b/c); - Các phòng; - Lưu: VT, VP.
"""

from __future__ import annotations

import itertools
import re

from kegen.check.paper import Paper
from kegen.check.recipients import NO_RECIPIENTS, recipients
from kegen.check.rule import Fault, Outcome, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.a"
WEIGHT: Weight = "P"
_REPORTED = re.compile(r"\((?:để\s+)?(?:b/c|báo cáo|bc)\)", re.IGNORECASE)
_AS = re.compile(r"nhu-(tren|kinh-gui|dieu|muc|phan)\b.*")


def check(paper: Paper) -> Outcome:
    """Look for `Như …` in the middle, and for a superior far below the others."""
    entries = [each for each in recipients(paper.parts).entries if not each.is_archive]
    if not entries:
        yield NO_RECIPIENTS
    for each in entries[1:]:
        if _AS.fullmatch(fold(each.text)):
            yield Fault(each.line, "nơi nhận “Như …” thường đứng đầu", each.line.text, "dòng đầu của nơi nhận")
    reported = [index for index, each in enumerate(entries) if _REPORTED.search(each.text)]
    for before, after in itertools.pairwise(reported):
        if after > before + 1:
            line = entries[after].line
            message = "nơi nhận để báo cáo thường xếp liền nhau"
            yield Fault(line, message, line.text, f"xếp liền sau “{entries[before].line.text}”")
