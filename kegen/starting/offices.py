"""The offices that the law gives a unit of commune level, and which of them a task is for by its domain.

Nghị định 150/2025/NĐ-CP and Nghị định 118/2025/NĐ-CP: what each specialised office of a commune helps with. A domain is
a guess from words, never more: who writes the plan confirms it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class StartingOffice(NamedTuple):
    """An office of the unit, and the words of the domains that it sees to."""

    name: str
    short: str = ""
    roles: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


class Guess(NamedTuple):
    """The office that a task is likely for, and the word that says so, "" where the plan above names the head."""

    office: StartingOffice
    word: str


_OFFICE = (
    *("văn thư", "lưu trữ", "tư pháp", "hộ tịch", "chứng thực", "phổ biến giáo dục pháp luật", "pháp chế"),
    *("quy chế làm việc", "chương trình công tác", "tiếp công dân", "khiếu nại", "hội nghị", "cuộc họp"),
    *("chế độ báo cáo", "văn bản quy phạm", "kiểm soát thủ tục hành chính"),
)
_ECONOMY = (
    *("ngân sách", "kinh phí", "tài chính", "đầu tư công", "đầu tư", "quy hoạch", "giao thông", "đất đai"),
    *("môi trường", "khoáng sản", "nông nghiệp", "nông thôn mới", "lâm nghiệp", "rừng", "thủy lợi", "thủy sản"),
    *("chăn nuôi", "trồng trọt", "thương mại", "công nghiệp", "doanh nghiệp", "hợp tác xã", "hộ kinh doanh", "thuế"),
    *("vật liệu xây dựng", "trật tự xây dựng", "quy hoạch xây dựng", "đầu tư xây dựng", "sở xây dựng", "công thương"),
    *("tài nguyên", "nước sạch", "rác thải", "chất thải", "thiên tai", "hạ tầng", "nhà ở", "đô thị", "năng lượng"),
)
_CULTURE = (
    *("cán bộ, công chức", "công chức", "biên chế", "tổ chức bộ máy", "cải cách hành chính", "thi đua", "khen thưởng"),
    *("lao động", "việc làm", "người có công", "bảo trợ xã hội", "an sinh xã hội", "giảm nghèo", "trẻ em"),
    *("bình đẳng giới", "giáo dục", "trường học", "học sinh", "đào tạo", "y tế", "trạm y tế", "dân số"),
    *("an toàn thực phẩm", "dịch bệnh", "văn hóa", "thể thao", "du lịch", "gia đình", "dân tộc", "tôn giáo"),
    *(
        "nội vụ",
        "khoa học",
        "tuyên truyền",
        "truyền thông",
        "chuyển đổi số",
        "công nghệ",
        "đổi mới sáng tạo",
        "thanh niên",
    ),
)
_SERVICE = (
    *("dịch vụ công trực tuyến", "một cửa", "giải quyết thủ tục hành chính", "hồ sơ thủ tục hành chính"),
    *("tiếp nhận và trả kết quả", "phục vụ hành chính công"),
)
_POLICE = (
    *("công an", "tội phạm", "an ninh, trật tự", "an ninh trật tự", "ma túy", "cư trú", "phòng cháy"),
    *("tố giác", "khởi tố", "trấn áp", "xuất nhập cảnh"),
)
_MILITARY = ("quân sự", "quốc phòng", "dân quân", "nghĩa vụ quân sự", "biên phòng")
_WORDS = {"xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}


def usual_offices(level: str, own: Sequence[StartingOffice] = ()) -> tuple[StartingOffice, ...]:
    """Return the offices that the law gives units of the level, none where it leaves them to the province.

    Those of a list of the unit's own count instead, with the domains of the usual ones that begin alike.
    """
    if level not in _WORDS:
        return tuple(own)
    economy = "Phòng Kinh tế, Hạ tầng và Đô thị" if level == "phuong" else "Phòng Kinh tế"
    usual = (
        StartingOffice(f"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {_WORDS[level]}", "VP", (), _OFFICE),
        StartingOffice(economy, "KT", (), _ECONOMY),
        StartingOffice("Phòng Văn hóa - Xã hội", "VHXH", (), _CULTURE),
        StartingOffice("Trung tâm Phục vụ hành chính công", "TTPVHCC", (), _SERVICE),
        StartingOffice(f"Công an {_WORDS[level]}", "CA", (), _POLICE),
        StartingOffice(f"Ban Chỉ huy quân sự {_WORDS[level]}", "BCHQS", (), _MILITARY),
    )
    return tuple(_with_domains(each, usual) for each in own) or usual


def _with_domains(office: StartingOffice, usual: Iterable[StartingOffice]) -> StartingOffice:
    head = _head(office.name)
    return office._replace(domains=next((each.domains for each in usual if _head(each.name) == head), ()))


def _head(name: str) -> list[str]:
    return re.findall(r"\w+", name.lower())[:2]


def guess_for(text: str, others: Iterable[str], offices: Sequence[StartingOffice]) -> Guess | None:
    """Return the office likely for a task: of the domain of who else leads it or helps, else of what it speaks of."""
    return guess_office("; ".join(others), offices) or guess_office(text, offices)


def guess_office(text: str, offices: Iterable[StartingOffice]) -> Guess | None:
    """Return the office whose domains the text speaks of most, the more telling words first; None where none or two."""
    text = text.lower()
    found: Counter[StartingOffice] = Counter()
    words: dict[StartingOffice, str] = {}
    for office in offices:
        for word in office.domains:
            if re.search(rf"\b{re.escape(word)}\b", text):
                found[office] += len(word.split())
                words.setdefault(office, word)
    (best, most), (_, next_most) = [*found.most_common(2), (None, 0), (None, 0)][:2]
    return Guess(best, words[best]) if best and most > next_most else None
