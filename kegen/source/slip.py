"""Something in a line that YAML cannot take, with the line as it was probably meant."""

from __future__ import annotations

from typing import NamedTuple

NO_KEY = "thiếu tên khóa trước dấu hai chấm; hãy ghi theo dạng “khóa: giá trị”"


class Slip(NamedTuple):
    """What is wrong from a column (from 0) on, and the text that stands for the line meanwhile."""

    column: int
    id: str
    message: str
    meant: str
