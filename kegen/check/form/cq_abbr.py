"""Chữ viết tắt tên cơ quan trong ký hiệu.

Quy định: chữ viết tắt tên cơ quan, đơn vị do người đứng đầu cơ quan quy định, ngắn gọn, dễ hiểu.
Vì sao: chép tệp của cơ quan khác hay sót ký hiệu của cơ quan ấy.
Sai: Ủy ban nhân dân xã mà ký hiệu là KH-SNV; sở mà ký hiệu là KH-UBND.
Đúng: Ủy ban nhân dân: UBND; Hội đồng nhân dân: HĐND; sở: S và chữ viết tắt của sở (SNV, SCT).
"""

from __future__ import annotations

import re

from kegen.check.head import number_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3.b"
WEIGHT: Weight = "M"
_DEPARTMENT = re.compile(r"(so|phong|chi-cuc|trung-tam|truong)-(?!.*(ubnd|uy-ban)).*")
_OWN = {"uy-ban-nhan-dan": "UBND", "ubnd": "UBND", "hoi-dong-nhan-dan": "HĐND", "hdnd": "HĐND"}


def check(paper: Paper) -> Outcome:
    """Hold the group of the issuing body against the issuer; only committees and councils have a fixed one."""
    line = number_line(paper)
    issuer = paper.parts.issuer[0].folded if paper.parts.issuer else ""
    if line is None or not issuer or not line.groups:
        yield Absent("không thấy ký hiệu hoặc tên cơ quan ban hành")
        return
    own = next((code for name, code in _OWN.items() if issuer.startswith(name)), None)
    if own is not None:
        if not any(own in group for group in line.groups):
            yield Fault(line.line, f"ký hiệu không có chữ viết tắt {own} của cơ quan ban hành", f"/{line.symbol}", own)
    elif "UBND" in line.groups and _DEPARTMENT.fullmatch(issuer):
        message = "ký hiệu là của Ủy ban nhân dân, không phải của cơ quan ban hành"
        yield Fault(line.line, message, f"/{line.symbol}", f"chữ viết tắt của {paper.parts.issuer[0].text}")
    else:
        yield Unread("chữ viết tắt do người đứng đầu cơ quan quy định, tệp không cho biết")
