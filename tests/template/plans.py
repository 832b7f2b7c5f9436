"""A good plan, to be changed fact by fact with `replace`."""

from typing import Any

from kegen.plan.model import Annex, Header, Note, Paragraph, Plan, Signature, Table, TableRow
from kegen.plan.task_table import TASK_COLUMNS, USUAL_COLUMNS

BODY = (
    Paragraph("muc", "I. MỤC ĐÍCH, YÊU CẦU"),
    Paragraph("khoan", "1. Mục đích"),
    Paragraph("doan", "- Tổ chức thực hiện kịp thời, thống nhất các nhiệm vụ được giao trên địa bàn xã."),
    Paragraph("khoan-lien", "2. Các cơ quan xác định rõ người, rõ việc, rõ thời hạn, rõ sản phẩm."),
    Paragraph("muc", "II. NHIỆM VỤ"),
    Paragraph("nhom", "a) Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
    Paragraph("doan", "- Chủ trì rà soát các cuộc họp định kỳ, báo cáo trước ngày 05/6 và 05/12."),
)


def replace(value: Any, **changes: Any) -> Any:
    """The value with some of its facts changed."""
    return value._replace(**changes)


def good_plan() -> Plan:
    return Plan(
        header=Header("", ("ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"), "Số: 114/KH-UBND", "Gia Kiệm, ngày 03 tháng 6 năm 2026"),
        kind="KẾ HOẠCH",
        title="Đổi mới phương thức làm việc, nâng cao hiệu quả các cuộc họp trên địa bàn xã Gia Kiệm",
        opening=(
            Paragraph("can-cu", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025."),
            Paragraph("mo-dau", "Ủy ban nhân dân xã Gia Kiệm ban hành Kế hoạch như sau:"),
        ),
        body=BODY,
        closing=(Paragraph("doan", "Trên đây là Kế hoạch của Ủy ban nhân dân xã, đề nghị các cơ quan thực hiện./."),),
        recipients=(
            "- UBND thành phố Đồng Nai (báo cáo);",
            "- TT. Đảng ủy, TT. HĐND xã;",
            "- Lưu: VT, VHXH.",
        ),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An"),
        tasks=(),
        targets=(),
        left_out=(),
        blanks=(),
        unit_name="Ủy ban nhân dân xã Gia Kiệm",
        issued="2026-06-03",
    )


TASK = (
    "Rà soát, cắt giảm các cuộc họp định kỳ không cần thiết",
    "Văn phòng HĐND và UBND",
    "Các phòng",
    "Quý III/2026",
    "Báo cáo",
)


def good_annex(rows: int = 3) -> Annex:
    columns = tuple(TASK_COLUMNS[name] for name in USUAL_COLUMNS)
    table = Table(columns, tuple(TableRow((str(n), *TASK)) for n in range(1, rows + 1)))
    return Annex(
        "Phụ lục",
        "BẢNG PHÂN CÔNG NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 114/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm)",
        (Paragraph("bang", "", table=table),),
    )


def with_text(text: str, notes: tuple[Note, ...] = ()) -> Plan:
    """Return the good plan with one more body paragraph, the last of the body."""
    plan = good_plan()
    return replace(plan, body=(*plan.body, Paragraph("doan", text, notes)))
