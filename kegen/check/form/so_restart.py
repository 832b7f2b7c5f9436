"""Số bắt đầu lại từ 01 mỗi năm.

Quy định: số của văn bản lấy liên tục từ số 01 ngày 01 tháng 01 đến ngày 31 tháng 12 hằng năm, mỗi văn bản một số
riêng.
Vì sao: hai văn bản cùng số, ký hiệu trong một năm thì không phân biệt được khi viện dẫn.
Sai: hai kế hoạch cùng số 114/KH-UBND trong năm 2026.
Đúng: Văn thư cấp số theo sổ đăng ký hoặc Hệ thống.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Outcome, Unread, Weight

CITE = "NĐ 30/2020/NĐ-CP, Điều 15 khoản 1"
WEIGHT: Weight = "M"


def check(_paper: Paper) -> Outcome:
    """One file knows nothing of the other papers of the year."""
    yield Unread("phải đối chiếu với sổ đăng ký văn bản đi, không đọc được từ tệp")
