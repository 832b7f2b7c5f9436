"""Say where in a document something is, so that a person finds it and a program can mark it."""

from __future__ import annotations

from kegen.check.paper import Paper, Zone
from kegen.check.report import Spot
from kegen.check.rule import At
from kegen.document.lines import line_of
from kegen.document.model import Paragraph

_NAMES: dict[Zone, str] = {
    "head": "phần đầu",
    "body": "nội dung",
    "table": "bảng",
    "end": "nơi nhận và chữ ký",
    "annex": "phụ lục",
    "margin": "đầu trang, chân trang",
    "note": "chú thích",
    "box": "khung chữ",
}
_WORDS = 8


class Spots:
    """Knows every paragraph of one paper."""

    def __init__(self, paper: Paper) -> None:
        self._known = {id(each.paragraph): (order, each) for order, each in enumerate(paper.passages, 1)}

    def spot(self, at: At) -> Spot:
        """Return where it is."""
        if isinstance(at, str):
            return Spot(at, None, 0)
        paragraph = at if isinstance(at, Paragraph) else at.paragraph
        order, passage = self._known.get(id(paragraph), (0, None))
        page = f"trang {paragraph.page}, " if paragraph.page else ""
        if passage is None:
            return Spot(f"{page}một đoạn trống", paragraph.place, order)
        words = first_words(line_of(paragraph).text)
        return Spot(f"{page}{_NAMES[passage.zone]}, đoạn {order} “{words}”", paragraph.place, order)


def first_words(text: str, count: int = _WORDS) -> str:
    """Return the first words of a text, and a sign where more follow."""
    words = text.split()
    return " ".join(words[:count]) + ("…" if len(words) > count else "")
