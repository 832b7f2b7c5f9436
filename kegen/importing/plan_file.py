"""The file that a received plan is written to: the plan as YAML, with what each part is and how to put it right."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import Any

from kegen.plan.model import Plan
from kegen.plan.saved import dump, parse_plan
from kegen.problem import Invalid, KegenError
from kegen.yaml_text.compose import SAVED_NODE_LIMIT, past_bounds, too_many
from kegen.yaml_text.text import SAVED_SIZE_LIMIT

_FIRST = ("source", "asks")
"""What a person looks for first stands first."""
_HEAD = """\
# Kế hoạch của cấp trên do kegen import đọc từ tệp ghi ở source.
# Sửa được bằng tay: chỉ đổi chữ sau dấu hai chấm, giữ nguyên tên khóa và mức thụt dòng; chỗ trống là điều văn bản
# không ghi, kegen không tự điền. Soạn kế hoạch của mình: kegen new --parent TỆP-NÀY.
"""
_COMMENTS = {
    "source": "Tệp đã đọc: tên, mã SHA-256, cách đọc.",
    "asks": (
        "Điều kegen chưa chắc, quan trọng nhất trước. Trả lời: kegen confirm TỆP-NÀY hỏi từng câu và ghi vào đúng chỗ;"
        " hoặc tự sửa: ghi câu trả lời vào answer, và vào trường field của mục of ở dưới (of là id của nhiệm vụ, chỉ"
        " tiêu, văn bản; standing là chính văn bản này). Câu chưa trả lời thì chỗ ấy để trống trong mọi bản soạn sau."
    ),
    "header": "Phần đầu văn bản, như in ra; số hoặc ngày chưa có thì để khoảng trống.",
    "kind": "Tên loại văn bản.",
    "title": "Trích yếu.",
    "opening": (
        "Phần mở đầu, từng đoạn. place: nơi đã đọc; spans: chữ đậm (dam), nghiêng (nghieng), nâng (tren), hạ (duoi),"
        " tính từ ký tự thứ start; notes: chú thích cuối trang."
    ),
    "body": (
        "Nội dung, từng đoạn theo thứ tự. kind: muc (I.), khoan (1.), tiet (1.1., a)), nhom (tên cơ quan), khoan-lien"
        " (đoạn đánh số), doan, bang (bảng); depth: cấp của đề mục khi khác kind; id: để nhiệm vụ và câu hỏi chỉ tới."
    ),
    "closing": "Phần kết.",
    "recipients": "Nơi nhận, từng dòng như in ra.",
    "signature": "Quyền hạn, chức vụ, họ tên người ký.",
    "tasks": (
        "Nhiệm vụ được giao: chủ trì (lead), cùng chủ trì (also_lead), phối hợp (helpers), theo dõi (watcher), hạn"
        " (deadline), sản phẩm (product). read cho biết đọc ở đâu, bằng cách nào: tieu-de (đề mục), cau (trong câu),"
        " nhan (nhãn), cot (cột bảng), khong (không ghi ở đâu, phải hỏi). Không phải nhiệm vụ thì xóa cả mục."
    ),
    "targets": (
        "Chỉ tiêu. comparison: '>=', '<=', '='; scope: toan-dia-ban (cả địa bàn cùng đạt), tung-don-vi (từng đơn vị),"
        " chua-ro; words: chỉ tiêu bằng lời, không có số."
    ),
    "unit_name": "Cơ quan ban hành, như gọi trong câu.",
    "issued": "Ngày ban hành (năm-tháng-ngày).",
    "standing": (
        "Văn bản này là văn bản nào: cấp, đơn vị, số ký hiệu; chain: các văn bản phía trên, văn bản trực tiếp thực hiện"
        " ở cuối; half_year, year, month, quarter, event: hạn báo cáo."
    ),
    "annexes": "Phụ lục: tên, bảng, dòng. Dòng nói lại một nhiệm vụ thì có task: id của nhiệm vụ ấy.",
    "read": (
        "Nơi đã đọc số, ngày, nơi nhận, người ký; dau: đọc từ dấu đóng trên trang PDF, hãy đối chiếu với bản giấy;"
        " khong: không có trong văn bản."
    ),
}
_WIDTH = 116
_TOO_LONG = "văn bản quá dài để ghi thành một tệp kế hoạch; hãy tách phụ lục ra tệp riêng rồi chạy lại"
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


def plan_text(plan: Plan) -> str:
    """Return the plan as YAML with comments; raises KegenError where it would not be read back as it is."""
    if values_in(plan) > SAVED_NODE_LIMIT:
        raise _too_long(plan)
    parts = _parts(dump(plan))
    order = [*(name for name in _FIRST if name in parts), *(name for name in parts if name not in _FIRST)]
    text = "\n".join((_HEAD, *(f"{_comment(name)}{parts[name]}" for name in order)))
    _check(plan, text)
    return text


def _parts(text: str) -> dict[str, str]:
    """Return the lines of each key of the first level, in order."""
    starts = [found.start() for found in _KEY.finditer(text)]
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return {piece.partition(":")[0]: piece for piece in pieces}


def _comment(name: str) -> str:
    lines = wrap(_COMMENTS.get(name, ""), _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "".join(f"# {line}\n" for line in lines)


def _name(plan: Plan) -> str:
    return plan.source.file if plan.source else "tệp"


def _too_long(plan: Plan) -> KegenError:
    return KegenError(f"{_name(plan)}: {_TOO_LONG}")


def values_in(value: Any) -> int:  # noqa: ANN401 - a tree of named tuples, tuples and text
    """Return how many values are in a plan, which has no fewer nodes as YAML."""
    return sum(map(values_in, value)) if isinstance(value, tuple) else int(value not in ("", None))


def _check(plan: Plan, text: str) -> None:
    name = _name(plan)
    if len(text.encode()) > SAVED_SIZE_LIMIT or past_bounds(text, SAVED_NODE_LIMIT):
        raise _too_long(plan)
    try:
        same = parse_plan(text.encode(), name).plan == plan
    except Invalid as error:
        why = error.problems[0].message
        own = (
            _TOO_LONG if why == too_many(SAVED_NODE_LIMIT) else f"không ghi được văn bản này thành tệp kế hoạch ({why})"
        )
        raise KegenError(f"{name}: {own}") from None
    if not same:
        raise KegenError(f"{name}: văn bản này không ghi lại được đúng từng chữ; hãy gửi tệp cho người làm kegen")
