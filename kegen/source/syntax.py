"""What the YAML parser said, in the words of somebody who never heard of YAML."""

from __future__ import annotations

import re

from kegen.problem import Place, Problem
from kegen.source.compose import SyntaxSlip

_QUOTE = "nếu là nội dung thì đặt cả giá trị trong ngoặc kép"
_AT_START = {
    r"quoted scalar; .*end of stream": ("dấu ngoặc kép mở ở đây chưa đóng; hãy thêm dấu ngoặc kép vào cuối giá trị"),
    r"could not find expected ':'": (
        "dòng này thiếu dấu hai chấm và dấu cách sau khóa; hãy ghi theo dạng “khóa: giá trị”"
    ),
    r"block scalar": f"sau dấu “|” hay “>” phải xuống dòng và thụt vào; {_QUOTE}",
}
"""For what is told where the thing begins that the parser was reading."""

_AT_END = {
    r"escape|hexdecimal": "dấu “\\” trong ngoặc kép có nghĩa riêng; hãy dùng ngoặc đơn, ví dụ: 'C:\\hoso'",
    r"flow (sequence|mapping)": (
        "trong ngoặc [ ] hay { } ở đây thiếu dấu phẩy hay dấu đóng ngoặc; "
        "hãy thêm vào, hoặc nếu là dấu của nội dung thì đặt nội dung trong ngoặc kép"
    ),
    r"mapping values": (
        f"dấu hai chấm ở đây không đúng chỗ; {_QUOTE}, nếu là khóa thì cho thẳng hàng với khóa phía trên"
    ),
    r"sequence entries|block collection|expected '-'": (
        "danh sách ở đây chưa đúng; hãy ghi mỗi mục một dòng, dấu “-” của các mục thẳng hàng nhau"
    ),
    r"block mapping": (
        "dòng này không thẳng hàng với khóa nào phía trên, hoặc còn chữ thừa sau giá trị; "
        "hãy sửa thụt lề cho thẳng hàng, hoặc đặt cả giá trị trong ngoặc kép"
    ),
    r"anchor|alias|tag|cannot start|node content|mapping keys": (f"ký hiệu ở đây có nghĩa riêng trong YAML; {_QUOTE}"),
    r"directive|document start": "dòng này không thuộc hồ sơ nào; hãy bỏ các dòng bắt đầu bằng “%” hay “...”",
}
"""For what is told where the parser gave up."""

_ANYTHING = "không đọc được từ chỗ này; hãy xem lại dòng này và dòng ngay trên: dấu hai chấm, thụt lề, dấu ngoặc"


def problem_of_slip(slip: SyntaxSlip, file: str, shifts: dict[int, int]) -> Problem:
    """Return the problem that made the parser give up; `shifts`: see Mending."""
    for pattern, message in _AT_START.items():
        if re.search(pattern, slip.message):
            return _problem(file, slip.since_line, slip.since_column, shifts, message)
    found = (message for pattern, message in _AT_END.items() if re.search(pattern, slip.message))
    return _problem(file, slip.line, slip.column, shifts, next(found, _ANYTHING))


def _problem(file: str, line: int, column: int, shifts: dict[int, int], message: str) -> Problem:
    return Problem(Place(file, line, max(1, column - shifts.get(line, 0))), "cu-phap", message)
