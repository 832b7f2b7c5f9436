"""Ngoặc mở và đóng đủ đôi.

Quy định: dấu ngoặc đơn, ngoặc vuông, ngoặc kép mở ra thì có dấu đóng; câu trích qua nhiều đoạn thì đóng ở đoạn cuối.
Vì sao: thiếu dấu đóng thì không rõ chỗ trích, chỗ giải thích hết ở đâu; thường do xóa một phần câu.
Sai: “(sau đây gọi tắt là Kế hoạch để thực hiện”; “phong trào “Bình dân học vụ số được triển khai”.
Đúng: “(sau đây gọi tắt là Kế hoạch) để thực hiện”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kegen.check.capitals import about
from kegen.check.paper import Paper
from kegen.check.passages import Passage, Zone
from kegen.check.rule import Fault, Outcome, Weight

CITE = "Quy tắc chính tả, dấu câu tiếng Việt"
WEIGHT: Weight = "N"
_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«"}
_MARK = re.compile(
    r"(?:^|(?<=[\s;,:(“])|(?<=[a-zđ]/)|(?<=\d\.)|(?<=\)-))(?:[a-zđA-ZĐ]{1,2}|\d{1,3}(?:\.\d{1,2})*|[ivxIVX]{1,5}|\*{1,3})\s?\)"
)
"""What a list or a point is marked by: `a)`, `1)`."""
_SIGNS = re.compile(r"[()\[\]“”«»]")
_ZONES: tuple[Zone, ...] = ("head", "body", "annex", "table", "note")
_FAR = 40
"""A quotation goes on over this many paragraphs at most."""
_Signs = dict[str, int]
"""Signs without their other half, and where the first of each stands in its paragraph."""


def check(paper: Paper) -> Outcome:
    """Pair the brackets of each paragraph, then what is left of them with the paragraphs after and before."""
    passages = [each for each in paper.passages if each.zone in _ZONES]
    left = [_unpaired(each.line.text) for each in passages]
    for index, signs in enumerate(left):
        for sign, start in signs.items():
            if not _is_met(sign, left, index):
                yield _fault(passages[index], sign, start)
    yield from _straight(passages)


def _unpaired(text: str) -> _Signs:
    """Return the signs that have no other half in their own paragraph."""
    if _SIGNS.search(text) is None:
        return {}
    skipped = {found.end() - 1 for found in _MARK.finditer(text) if "(" not in found[0]}
    opened: dict[str, list[int]] = {sign: [] for sign in _PAIRS.values()}
    closed: _Signs = {}
    for found in _SIGNS.finditer(text):
        sign, start = found[0], found.start()
        if sign in opened:
            opened[sign].append(start)
        elif opened[_PAIRS[sign]]:
            opened[_PAIRS[sign]].pop()
        elif start not in skipped:
            closed.setdefault(sign, start)
    return closed | {sign: starts[0] for sign, starts in opened.items() if starts}


def _is_met(sign: str, left: Sequence[_Signs], index: int) -> bool:
    """Whether a paragraph near by has the other half."""
    if sign in _PAIRS:
        return any(_PAIRS[sign] in signs for signs in left[max(index - _FAR, 0) : index])
    closing = next(close for close, opening in _PAIRS.items() if opening == sign)
    return any(closing in signs for signs in left[index + 1 : index + _FAR])


def _fault(passage: Passage, sign: str, start: int) -> Fault:
    text = passage.line.text
    what = "đóng mà không có dấu mở" if sign in _PAIRS else "mở mà không có dấu đóng"
    other = _PAIRS.get(sign) or next(close for close, opening in _PAIRS.items() if opening == sign)
    return Fault(
        passage.line, f"dấu {sign} {what}", about(text, start, start + 1), f"thêm dấu {other}, hoặc bỏ dấu {sign}"
    )


def _straight(passages: Sequence[Passage]) -> Iterator[Fault]:
    """Yield the one paragraph of the paper whose straight quotation marks are odd; two may hold one quotation."""
    odd = [each for each in passages if each.line.text.count('"') % 2 and "“" not in each.line.text]
    if len(odd) == 1:
        text = odd[0].line.text
        start = text.rfind('"')
        yield Fault(odd[0].line, 'dấu " lẻ, không đủ đôi', about(text, start, start + 1), 'đủ hai dấu ", hoặc “ và ”')
