"""Chữ ký số của cơ quan.

Quy định: hình ảnh dấu của cơ quan màu đỏ, bằng kích thước thực tế của dấu, .png nền trong suốt, trùm khoảng 1/3 hình
ảnh chữ ký số của người có thẩm quyền về bên trái.
Vì sao: dấu do Văn thư đặt khi ban hành; tệp Word soạn thảo thì chưa có để xem.
Sai: chèn sẵn ảnh con dấu vào tệp soạn thảo.
Đúng: để trống; Văn thư ký số của cơ quan khi ban hành.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Unread, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.8.a"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Tell that the seal is set when the document is issued."""
    if paper.medium == "electronic":
        yield Unread("tệp Word chưa có chữ ký số của cơ quan; hãy xem trên bản đã ký")
    else:
        yield Absent("văn bản giấy đóng dấu, không ký số")
