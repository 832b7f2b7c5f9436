"""Căn cứ ghi đủ văn bản.

Quy định: mỗi căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu của văn bản; riêng
Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành.
Vì sao: căn cứ là chỗ dựa pháp lý; ghi thiếu thì không biết chắc là văn bản nào. Dự thảo chưa biết ngày thì để trống chỗ
ngày, tháng; quy tắc này không coi đó là thiếu.
Sai: Căn cứ Nghị định số 30/2020/NĐ-CP;
Đúng: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.citations import Citation
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.a"
WEIGHT: Weight = "M"
_BASE = re.compile(r"Căn cứ\s+(?:vào\s+|các\s+)?", re.IGNORECASE)
_NUMBERLESS = re.compile(
    r"Căn cứ\s+(?P<kind>Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Kết luận)\s+"
    r"(?!số\s*[:.…\s_]*/|(?:Hội nghị|Đại hội))(?=\w)"
)
_LAW = re.compile(r"Căn cứ\s+(?P<name>(?:Bộ luật|Luật|Pháp lệnh)\s[^;.]*)")
_DATED = re.compile(r"ngày|năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}")


def check(paper: Paper) -> Outcome:
    """Look at each base that names a document."""
    bases = paper.parts.bases
    if not bases:
        yield Absent("văn bản không có dòng “Căn cứ”")
        return
    cited: dict[int, list[Citation]] = {}
    for each in paper.citations:
        cited.setdefault(id(each.paragraph), []).append(each)
    for item in bases:
        yield from _base(item, cited.get(id(item.paragraph), []))


def _base(item: Item, cited: list[Citation]) -> Iterator[Fault]:
    text = item.line.text
    if (law := _LAW.match(text)) and not _DATED.search(law["name"]):
        message = "căn cứ Luật, Pháp lệnh không ghi ngày ban hành"
        yield Fault(item, message, law["name"], f"{law['name']} ngày … tháng … năm …", "warning")
    outer = [each for each in cited if each.inside is None and not each.is_alias and not each.is_law]
    if not outer and (bare := _NUMBERLESS.match(text)):
        message = f"căn cứ {bare['kind']} không ghi số, ký hiệu"
        yield Fault(item, message, text[:60], f"{bare['kind']} số … ngày … của … về …", "warning")
    for each in outer:
        if lacks := _lacks(text, each):
            # a clause before the number may name the body or the matter: only a date has but one place
            sure = "ngày ban hành" in lacks and _leads(text, each)
            message = f"căn cứ {each.name} thiếu {', '.join(lacks)}"
            yield Fault(item, message, text[each.start : each.end], _whole(each), "error" if sure else "warning")


def _leads(text: str, cited: Citation) -> bool:
    """Whether the document is what the base begins with."""
    begun = _BASE.match(text)
    return begun is not None and begun.end() == cited.start


def _lacks(text: str, cited: Citation) -> tuple[str, ...]:
    """Return what is not said: a proposal (`Theo đề nghị của … tại Tờ trình số …`) needs but its date."""
    lacks = cited.lacks
    return lacks if _BASE.match(text) else tuple(each for each in lacks if each == "ngày ban hành")


def _whole(cited: Citation) -> str:
    date, issuer = cited.date_text or "…", cited.issuer or "…"
    return f"{cited.name} ngày {date} của {issuer} {cited.subject or 'về …'}"
