"""Đủ các thành phần thể thức chính.

Quy định: văn bản hành chính có Quốc hiệu và Tiêu ngữ; tên cơ quan ban hành; số, ký hiệu; địa danh và thời gian; tên
loại và trích yếu; nội dung; chức vụ, họ tên người có thẩm quyền; dấu, chữ ký số; nơi nhận.
Vì sao: thiếu một thành phần là văn bản chưa đúng thể thức. Con dấu, chữ ký thì không đọc được từ tệp Word. Văn bản quy
phạm pháp luật, văn bản của Đảng, của Đoàn có thể thức riêng: kegen nói một lần và không xét theo Nghị định này.
Sai: không có nơi nhận; không có trích yếu.
Đúng: đủ các thành phần như Mẫu 1.4.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Điều 8 khoản 2"
WEIGHT: Weight = "M"
_UNTITLED = frozenset({"", "GGT", "GNP", "GUQ", "PG", "PC", "PB"})
"""Letters, kinds the decree does not list, and those whose forms have nothing under the kind (Mẫu 1.8, 1.10)."""


def check(paper: Paper) -> Outcome:
    """Look for each part; the one rule that tells of a part that is not there."""
    if paper.other_form:
        what, _, whose = paper.other_form.partition(", ")
        message = f"{what}: không xét thể thức theo Nghị định này"
        yield Fault("toàn văn bản", message, what, whose, "info")
        return
    if not paper.is_administrative:
        message = "tệp không có phần đầu của một văn bản hành chính, có thể là phụ lục để riêng"
        yield Fault("toàn văn bản", message, "không có Quốc hiệu, Tiêu ngữ, số", "văn bản đủ thành phần", "warning")
        return
    parts = paper.parts
    for name in _missing(paper):
        yield Fault("toàn văn bản", f"không thấy {name}", "không có", f"có {name}")
    if paper.mode == "issued" and parts.name is None and parts.signature:
        yield Fault(parts.signature[-1], "không thấy họ tên người ký", "không có", "họ và tên người ký")


def _missing(paper: Paper) -> list[str]:
    parts = paper.parts
    found: tuple[tuple[str, object], ...] = (
        ("Quốc hiệu", parts.national_title),
        ("Tiêu ngữ", parts.motto),
        ("tên cơ quan ban hành", parts.issuer),
        ("số, ký hiệu", parts.number),
        ("địa danh và thời gian", parts.place_and_date),
        ("tên loại và trích yếu", parts.kind or parts.letter_subject or parts.addressee),
        ("trích yếu dưới tên loại", parts.title or paper.code in _UNTITLED),
        ("nội dung", parts.body or parts.tables),
        ("quyền hạn, chức vụ người ký", parts.signature),
        ("nơi nhận", parts.recipients_label),
    )
    return [name for name, part in found if not part]
