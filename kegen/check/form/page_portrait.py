"""Trang đứng (theo chiều dài khổ giấy).

Quy định: văn bản trình bày theo chiều dài của khổ A4; chỉ trang có bảng, biểu không làm thành phụ lục riêng mới có
thể nằm ngang.
Vì sao: trang ngang giữa văn bản khó đóng tập, khó lưu; chữ ký và nơi nhận ở trang ngang là sai vị trí.
Sai: trang đầu nằm ngang; một phần nằm ngang mà không có bảng nào.
Đúng: trang đứng; bảng rộng thì để ở phụ lục hoặc ở một phần (section) riêng nằm ngang.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.docx.model import Table

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.2"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the first section, and for tables in those that lie; an annex kept in a file of its own may lie."""
    for index, section in enumerate(paper.document.sections):
        if not section.page.is_landscape:
            continue
        if index == 0 and paper.is_administrative:
            yield Fault("khổ giấy, phần 1", "trang đầu của văn bản nằm ngang", "trang ngang", "trang đứng")
        elif not any(isinstance(block, Table) and block.section == index for block in paper.document.blocks):
            message = "trang nằm ngang mà không có bảng, biểu"
            yield Fault(f"khổ giấy, phần {index + 1}", message, "trang ngang", "trang đứng", severity="warning")
