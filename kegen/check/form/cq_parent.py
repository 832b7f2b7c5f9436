"""Tên cơ quan chủ quản.

Quy định: có cơ quan chủ quản trực tiếp thì ghi phía trên tên cơ quan ban hành, ở địa phương thì kèm
tên tỉnh, thành phố hoặc xã, phường, đặc khu.
Vì sao: nhiều sở, phòng cùng tên; thiếu dòng trên thì không biết của tỉnh, xã nào.
Sai: chỉ ghi SỞ NỘI VỤ, hoặc ỦY BAN NHÂN DÂN / PHÒNG KINH TẾ không kèm tên xã.
Đúng: UBND TỈNH LÀO CAI / SỞ NỘI VỤ; UBND XÃ GIA KIỆM / PHÒNG KINH TẾ.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2.a"
WEIGHT: Weight = "M"
_UNDER_A_COMMITTEE = re.compile(r"(so|phong|chi-cuc)-(?!.*viet-nam$|giao-dich).*")
_NAMELESS = re.compile(r"(ubnd|uy-ban-nhan-dan)(-(tinh|thanh-pho|xa|phuong))?")
_JOINT = re.compile(
    r"\w\s*[-–]\s*(?:SỞ|PHÒNG|BAN|ỦY BAN|UỶ BAN|UBND|CÔNG AN|HỘI|ĐOÀN|LIÊN ĐOÀN|TÒA ÁN|VIỆN|CHI CỤC|CỤC)\s"
)
"""Two bodies in one line issue a joint paper."""
_BOTH = re.compile(r"\b(tinh|thanh-pho|xa|phuong)-")


def check(paper: Paper) -> Outcome:
    """Look for the body above a department, and for its place."""
    issuer, parent = paper.parts.issuer, paper.parts.parent
    if not issuer:
        yield Absent("không thấy tên cơ quan ban hành")
    elif parent:
        text = "-".join(line.folded for line in parent)
        if _NAMELESS.fullmatch(text):
            yield Fault(
                parent[0], "cơ quan chủ quản không kèm tên địa phương", parent[0].text, "UBND TỈNH … hoặc UBND XÃ …"
            )
    elif _JOINT.search(issuer[0].text) or "lien-tich" in fold(paper.parts.kind_name):
        yield Absent("văn bản liên tịch ghi tên các cơ quan cùng ban hành")
    elif _UNDER_A_COMMITTEE.fullmatch(issuer[0].folded) and not _BOTH.search(issuer[0].folded):
        message = "phía trên tên cơ quan ban hành không có cơ quan chủ quản"
        yield Fault(issuer[0], message, issuer[0].text, f"UBND … (dòng trên) / {issuer[0].text}")
    elif not issuer[0].folded.startswith(("uy-ban", "hoi-dong", "ubnd", "hdnd")):
        yield Unread("không rõ cơ quan này có cơ quan chủ quản hay không")
    else:
        yield Absent("Ủy ban nhân dân, Hội đồng nhân dân không phải ghi cơ quan chủ quản")
