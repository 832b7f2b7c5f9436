"""Cơ quan ban hành ứng với ký hiệu.

Quy định: chữ viết tắt tên cơ quan trong ký hiệu là của cơ quan ban hành: …/QH15 của Quốc hội, …/UBTVQH15 của Ủy ban
Thường vụ Quốc hội, …/NĐ-CP của Chính phủ, …/QĐ-TTg của Thủ tướng Chính phủ; năm trong số là năm ban hành.
Vì sao: ký hiệu đúng mà cơ quan sai (hay ngược lại) là chép lẫn hai văn bản; sai thẩm quyền ban hành là lỗi nặng.
Sai: Nghị quyết số 202/2025/QH15 của Ủy ban Thường vụ Quốc hội; Nghị định số 30/2020/NĐ-CP của Thủ tướng Chính phủ;
Nghị định số 30/2020/NĐ-CP ngày 05/3/2021.
Đúng: Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội; Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.citations import Citation
from kegen.check.directives import known_documents
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.words import spelled

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3; Luật Ban hành văn bản quy phạm pháp luật"
WEIGHT: Weight = "N"
_PARTY = "cơ quan của Đảng"
_BODIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ủy ban Thường vụ Quốc hội", ("ủy ban thường vụ quốc hội",)),
    ("Quốc hội", ("quốc hội",)),
    ("Thủ tướng Chính phủ", ("thủ tướng", "phó thủ tướng")),
    ("Chính phủ", ("chính phủ",)),
    ("Văn phòng Chính phủ", ("văn phòng chính phủ",)),
    ("Thanh tra Chính phủ", ("thanh tra chính phủ", "tổng thanh tra chính phủ")),
    ("Hội đồng nhân dân", ("hội đồng nhân dân", "thường trực hội đồng nhân dân")),
    ("Ủy ban nhân dân", ("ủy ban nhân dân", "chủ tịch ủy ban nhân dân", "phó chủ tịch ủy ban nhân dân")),
    (_PARTY, ("ban bí thư", "bộ chính trị", "ban chấp hành", "ban thường vụ", "tỉnh ủy", "thành ủy", "đảng ủy")),
)
"""Bodies by the words that the issuer begins with."""
_MINISTRIES = {
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BYT": "Bộ Y tế",
    "BXD": "Bộ Xây dựng",
    "BCT": "Bộ Công Thương",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BTP": "Bộ Tư pháp",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BGTVT": "Bộ Giao thông vận tải",
}
"""Ministries by the abbreviation in their symbols, those before 2025 with them."""
_DEPARTMENTS = {
    "SNV": "Sở Nội vụ",
    "STC": "Sở Tài chính",
    "SXD": "Sở Xây dựng",
    "SCT": "Sở Công Thương",
    "STP": "Sở Tư pháp",
    "SYT": "Sở Y tế",
    "SGDĐT": "Sở Giáo dục và Đào tạo",
    "SNNMT": "Sở Nông nghiệp và Môi trường",
    "SKHCN": "Sở Khoa học và Công nghệ",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
    "SDTTG": "Sở Dân tộc và Tôn giáo",
}
"""Departments by the abbreviation in their symbols."""
_OF_PARTY = re.compile(r"(?:VP|UBKT|B[A-ZĐ]{2,5})(?:TU|TW|ĐU)")
"""Bodies of the Party's committees."""
_MINISTRY = re.compile(r"(?:Thứ trưởng |Bộ trưởng )?(Bộ (?!trưởng|Chính trị)[A-ZĐ].*)")
_LAW = re.compile(r"(QH|UBTVQH)\d{1,2}[A-Z]?")
_JOINT = frozenset({"TTLT", "NQLT"})
_OF_SYMBOL = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "TTCP": "Thanh tra Chính phủ",
    "HĐND": "Hội đồng nhân dân",
    "UBND": "Ủy ban nhân dân",
    "TW": _PARTY,
    "TƯ": _PARTY,
    "TU": _PARTY,
    "ĐU": _PARTY,
    **_MINISTRIES,
    **_DEPARTMENTS,
}
_LAW_BODIES = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}
_OF_KIND = {
    "nghị định": frozenset({"Chính phủ"}),
    "luật": frozenset({"Quốc hội"}),
    "bộ luật": frozenset({"Quốc hội"}),
    "pháp lệnh": frozenset({"Ủy ban Thường vụ Quốc hội"}),
}
"""Kinds that one body alone issues."""


def check(paper: Paper) -> Outcome:
    """Hold the issuer of each citation against its symbol and its kind, its date against the year in its number."""
    known = known_documents()  # of which rule cite-known says what is right
    cited = [each for each in paper.citations if (each.issuer or each.symbol.year) and each.key not in known]
    if not cited:
        yield Absent("văn bản không có viện dẫn nào ghi cơ quan ban hành")
    for each in cited:
        yield from _issuer(each)
        yield from _year(each)


def _issuer(cited: Citation) -> Iterator[Fault]:
    named = _body(cited.issuer)
    if not named:
        return
    by_symbol = _by_symbol(cited)
    allowed = _OF_KIND.get(cited.kind.casefold(), frozenset((by_symbol,)))
    right = by_symbol or min(allowed)
    if right and named != right and not _may_write_for(named, right):
        message = f"{cited.name}: ký hiệu là của {right} mà ghi cơ quan ban hành khác"
        yield Fault(cited.paragraph, message, cited.issuer, right, "error" if by_symbol else "warning")


def _may_write_for(named: str, right: str) -> bool:
    """Whether one body may stand for the other: a ministry called in another way than its symbol's list has it."""
    return named.startswith("Bộ ") and right.startswith("Bộ ") and spelled(named)[:12] == spelled(right)[:12]


def _by_symbol(cited: Citation) -> str:
    """Return the body that the symbol is of, "" where it is not known."""
    groups = cited.symbol.groups
    if not _JOINT.isdisjoint(groups):
        return ""  # of several bodies, each with a group of its own
    law = next((found for each in groups if (found := _LAW.fullmatch(each))), None)
    if law is not None:
        return _LAW_BODIES[law[1]]
    if len(groups) <= 1:
        return ""
    group = groups[0] if cited.kind.casefold() == "công văn" else groups[-1]
    return _PARTY if _OF_PARTY.fullmatch(group) else _OF_SYMBOL.get(group, "")


def _body(issuer: str) -> str:
    """Return which body the issuer surely is, "" where it is not known."""
    ministry = _MINISTRY.match(issuer)
    if ministry is not None:
        return next((name for name in _MINISTRIES.values() if spelled(ministry[1]).startswith(spelled(name))), "")
    words = spelled(issuer)
    department = next((name for name in _DEPARTMENTS.values() if words.startswith(spelled(name))), "")
    return department or next(
        (name for name, begins in _BODIES if any(words.startswith(spelled(each)) for each in begins)), ""
    )


def _year(cited: Citation) -> Iterator[Fault]:
    """Yield the citation whose date lies in another year than its number has."""
    year, date = cited.symbol.year, cited.date
    if year and date is not None and str(date.year) != year:
        message = f"{cited.name}: năm trong số khác năm của ngày ban hành"
        yield Fault(cited.paragraph, message, cited.date_text, f"ngày trong năm {year}")
