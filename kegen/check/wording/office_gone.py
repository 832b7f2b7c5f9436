"""Bộ, sở đã sắp xếp lại từ 01/3/2025.

Quy định: từ 01/3/2025 không còn sáu bộ (Kế hoạch và Đầu tư; Giao thông vận tải; Thông tin và Truyền thông; Tài nguyên
và Môi trường; Nông nghiệp và Phát triển nông thôn; Lao động - Thương binh và Xã hội) và các sở cùng tên.
Vì sao: giao việc, gửi văn bản cho cơ quan không còn thì không ai làm; thường do chép từ văn bản các năm trước.
Sai: kế hoạch năm 2026 “giao Sở Kế hoạch và Đầu tư tham mưu”.
Đúng: “giao Sở Tài chính tham mưu”. Nhắc đến văn bản cũ của bộ, sở ấy, hoặc ghi “trước đây”, “cũ”, thì không sao.
"""

from __future__ import annotations

import re

from kegen.check.historical_context import is_of_the_past
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.dates import PlanDate
from kegen.gazetteer.departments import taken_over_by

CITE = "Nghị quyết số 176/2025/QH15 (cơ cấu tổ chức của Chính phủ); Nghị định số 45/2025/NĐ-CP"
WEIGHT: Weight = "N"
_SINCE = PlanDate(2025, 3, 1)
_IN_SHORT = {
    "KHĐT": "Kế hoạch và Đầu tư",
    "GTVT": "Giao thông vận tải",
    "TTTT": "Thông tin và Truyền thông",
    "TNMT": "Tài nguyên và Môi trường",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "LĐTBXH": "Lao động - Thương binh và Xã hội",
}
_NAMED = re.compile(
    r"(?P<kind>Bộ|Sở) (?P<field>Kế hoạch và Đầu tư|Giao thông [Vv]ận tải|Thông tin và Truyền thông"
    r"|Tài nguyên và Môi trường|Nông nghiệp và Phát triển [Nn]ông thôn|Lao động ?[-–,]? ?Thương binh và Xã hội"
    r"|(?P<short>KH ?& ?ĐT|GTVT|TT ?& ?TT|TN ?& ?MT|NN ?& ?PTNT|LĐTB ?& ?XH))(?!\w)"
)


def check(paper: Paper) -> Outcome:
    """Look for offices that were merged into others before the paper's day; each is told once."""
    named = [(each, found) for each in paper.passages for found in _NAMED.finditer(each.line.text)]
    if not named or paper.date is None or paper.date.before(_SINCE):
        yield Absent("văn bản không nêu bộ, sở nào đã sắp xếp lại")
        return
    names: set[str] = set()
    for passage, found in named:
        name = " ".join(found[0].split())
        if name not in names and not is_of_the_past(found.string, found.start()):
            names.add(name)
            yield Fault(passage.line, f"“{name}” không còn từ {_SINCE.written('ngan')}", found[0], _right(found))


def _right(found: re.Match[str]) -> str:
    """Return the office that took over: ministries were merged as departments were."""
    short = re.sub(r"[ &]", "", found["short"] or "")
    field = _IN_SHORT.get(short) or found["field"].replace(",", " -")
    return (taken_over_by(f"Sở {field}") or "cơ quan nhận việc").replace("Sở", found["kind"], 1)
