"""Hết nội dung có “./.”.

Quy định: các mẫu của Nghị định đều kết thúc nội dung, và kết thúc mỗi phụ lục, bằng “./.”; không có câu nào quy định
riêng.
Vì sao: “./.” báo cho người đọc biết nội dung đã hết.
Sai: kết thúc bằng “.” hoặc “/.”; “./.” đứng một mình trên một dòng.
Đúng: … nghiêm túc tổ chức thực hiện./.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.docx.model import Paragraph, Table
from kegen.docx.parts import Annex, Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4, Mẫu 2.1"
WEIGHT: Weight = "T"
_END = "./."
_FORM = re.compile(r"^(?:\(|\*|Ghi chú|Nguồn)|…|\.{4,}|_{3,}|^[^\W\d_]+(?: [^\W\d_]+){0,4}$")
"""The end of a form to fill in, a note under a table, a name: no content that ends."""


def check(paper: Paper) -> Outcome:
    """Look at the last paragraph of the content, and of each annex that ends in text."""
    closing = paper.parts.closing
    if closing is None or not paper.is_administrative:
        yield Absent("văn bản không có nội dung ngoài bảng")
        return
    text = closing.line.text
    if text == _END:
        yield Fault(closing, "“./.” đứng một mình trên một dòng", text, "liền sau câu cuối", severity="warning")
    elif _table_ends(paper, closing):
        yield Unread("nội dung kết thúc bằng bảng, các mẫu không cho thấy “./.” đặt ở đâu")
    elif not re.search(r"(?<![./])\./\.$", text):
        yield Fault(
            closing, "nội dung không kết thúc bằng “./.”", f"…{text[-25:]}", f"…{text.rstrip(' ./;,')[-20:]}./."
        )
    for annex in paper.parts.annexes:
        yield from _annex_end(annex)


def _table_ends(paper: Paper, closing: Item) -> bool:
    """Whether a table of the content stands behind its last paragraph."""
    tables = {id(table) for table in paper.parts.tables}
    order = [id(block) for block in paper.parts.document.blocks]
    behind = order[order.index(id(closing.paragraph)) :] if id(closing.paragraph) in order else []
    return any(each in tables for each in behind)


def _annex_end(annex: Annex) -> Outcome:
    last = next((each for each in reversed(annex.blocks) if isinstance(each, Table) or not each.is_empty), None)
    if not isinstance(last, Paragraph):
        yield Unread("phụ lục kết thúc bằng bảng, các mẫu không cho thấy “./.” đặt ở đâu")
    elif not last.shown.endswith(_END) and not _FORM.search(last.shown):
        message = "phụ lục không kết thúc bằng “./.”"
        yield Fault(last, message, f"…{last.shown[-25:]}", _END, severity="warning")
