"""Bodies that take part in a plan and that no People's Committee gives orders to."""

from __future__ import annotations

import re

_OUTSIDE = re.compile(
    r"(?:Tỉnh ủy|Tỉnh uỷ|Thành ủy|Đảng ủy|Đảng uỷ|Ban Thường vụ|Cấp ủy|Chi bộ|Ban (?:Tuyên giáo|Tổ chức|Nội chính"
    r"|Dân vận)|Ban (?:Xây dựng Đảng|Kinh tế Trung ương)|Ủy ban Kiểm tra|Uỷ ban Kiểm tra|(?:Ủy ban |Uỷ ban |Ủy Ban "
    r"|UB)?(?:MTTQ|Mặt trận)|Liên đoàn Lao động|Hội |Đoàn |Tỉnh đoàn|Thành đoàn|Liên minh|Liên hiệp|Tòa án|Toà án"
    r"|TAND|Viện [Kk]iểm sát|VKSND|Thi hành án|Bộ |Quốc hội|Hội đồng nhân dân|HĐND|Đoàn đại biểu"
    r"|[Cc]ác (?:tổ chức chính trị|đoàn thể|tổ chức đoàn thể|hội|cơ quan Trung ương|bộ|Bộ)|Cục (?!Thống kê)|Tổng cục"
    r"|Ngân hàng Nhà nước|Chính phủ|Thủ tướng)"
)
_OWN_AFTER_ALL = re.compile(r"(?:Bộ (?:[Cc]hỉ huy|phận|đội Biên phòng tỉnh)|Hội đồng (?!nhân dân))")


def is_outside(office: str) -> bool:
    """Whether an office is none of a People's Committee: it is asked (`đề nghị … phối hợp`), not ordered.

    The Party, the Front and its bodies, courts, procuracies (Hiến pháp 2013, Điều 4, 9, 102, 107) and central bodies.
    """
    return _OUTSIDE.match(office) is not None and _OWN_AFTER_ALL.match(office) is None
