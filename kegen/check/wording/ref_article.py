"""Điều, khoản được nhắc đến có trong văn bản.

Quy định: văn bản nhắc đến một điều, một khoản của chính mình (“- Như Điều 3;”, “tại Điều 5 Quyết định này”, “khoản 4
Mục II Kế hoạch này”) thì điều, khoản ấy phải có; quy chế, quy định ban hành kèm theo cũng vậy.
Vì sao: bỏ hoặc đánh lại một điều mà không sửa chỗ nhắc đến thì nơi nhận không biết ai phải thi hành.
Sai: quyết định có Điều 1, 2, 4 mà nơi nhận ghi “- Như Điều 3;”; “khoản 3 Điều 1 Quy chế này” mà Điều 1 có hai khoản.
Đúng: “- Như Điều 3;” khi Điều 3 ghi ai chịu trách nhiệm thi hành. Điều, khoản của văn bản khác thì không xét.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kegen.check.numbering import numbered_items
from kegen.check.paper import Paper
from kegen.check.recipients import recipients
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item
from kegen.vietnamese import roman, roman_value

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_AS_ARTICLE = re.compile(r"[Nn]hư (?:[Kk]hoản \d+,? )?[Đđ]iều (\d{1,3})\b")
_PART = re.compile(r"(?:Điều (?P<article>\d{1,3})|[Mm]ục (?P<section>[IVX]{1,5}))(?![\w/]|\.\d)")
_CLAUSE = re.compile(r"khoản (\d{1,2}),? (?:của )?$")
_THIS = re.compile(
    r",? (?:của )?(?P<kind>Quyết định|Nghị quyết|Quy chế|Quy định|Nội quy|Điều lệ|Kế hoạch|Chương trình|Đề án"
    r"|Phương án) này\b"
)
_ALONE = re.compile(r"\s*(?:[.;,/)]|$)|\s(?!của\b)[a-zđà-ỹ]")
"""What follows an article that is named without its document."""
_LED = re.compile(r"(?:tại|theo|ở) (?:khoản \d{1,2},? )?(?:điểm [a-zđ],? )?$")
_OTHER = re.compile(
    r"luật|pháp lệnh|nghị định|thông tư|nghị quyết|quyết định số|quy chế số|sửa đổi|bổ sung|bãi bỏ|thay thế|hợp đồng"
    r"|hiến pháp|công ước|điều lệ",
    re.IGNORECASE,
)
"""Words of a sentence, or a title, that may be about another document's articles."""
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=\D)")
_NEAR = 40
_FEWEST = 2
"""An article with fewer numbered khoản may have others that are not numbered."""


class _Known(NamedTuple):
    """The numbers of the khoản under each article and under each Mục with a Roman number."""

    articles: dict[int, set[int]]
    sections: dict[int, set[int]]


def check(paper: Paper) -> Outcome:
    """Look up each article, and each khoản, of its own that the paper refers to."""
    known = _known(paper.parts.body)
    others = [_known(each) for each in paper.attached]
    if not any((*each.articles, *each.sections) for each in (known, *others)):
        yield Absent("nội dung không có điều, mục")
        return
    for entry in recipients(paper.parts).entries if known.articles else ():
        for found in _AS_ARTICLE.finditer(entry.text):
            if int(found[1]) not in known.articles:
                message = f"nơi nhận ghi “{found[0]}” mà văn bản không có điều ấy"
                yield Fault(entry.line, message, found[0], _right(known.articles))
    is_amending = any(_OTHER.search(line.text) for line in paper.parts.title)
    for content, own in ((paper.parts.body, known), *zip(paper.attached, others, strict=True)):
        for item in content:
            if not item.is_quoted:
                yield from _in_item(item, own, is_amending=is_amending, is_attached=content is not paper.parts.body)


def _known(items: Sequence[Item]) -> _Known:
    known = _Known({}, {})
    own: set[int] = set()
    for each in numbered_items(items):
        if each.rank == "dieu":
            own = known.articles.setdefault(each.number[0], set())
        elif each.rank == "muc":
            own = known.sections.setdefault(each.number[0], set())
        elif each.rank == "khoan":
            own.add(each.number[0])
    return known


def _in_item(item: Item, known: _Known, *, is_amending: bool, is_attached: bool) -> Iterator[Fault]:
    text = item.text
    if "Điều " not in text and "khoản " not in text:
        return
    for sentence in _SENTENCE.split(text):
        for found in _PART.finditer(sentence):
            if _is_own(sentence, found, is_amending=is_amending, is_attached=is_attached):
                yield from _missing(item, sentence, found, known)


def _is_own(sentence: str, found: re.Match[str], *, is_amending: bool, is_attached: bool) -> bool:
    """Whether it is a part of the content it stands in: it says so, or nothing in the sentence says otherwise."""
    this = _THIS.match(sentence, found.end())
    if this is not None:
        return not (is_attached and this["kind"] in ("Quyết định", "Nghị quyết"))
    is_led = _LED.search(sentence, max(found.start() - _NEAR, 0), found.start()) is not None
    is_alone = is_led and found["article"] is not None and _ALONE.match(sentence, found.end()) is not None
    return is_alone and not is_amending and _OTHER.search(sentence) is None


def _missing(item: Item, sentence: str, found: re.Match[str], known: _Known) -> Iterator[Fault]:
    number = int(found["article"]) if found["article"] else roman_value(found["section"])
    parts = known.articles if found["article"] else known.sections
    clause = _CLAUSE.search(sentence, max(found.start() - _NEAR, 0), found.start())
    if found["article"] and parts and number not in parts:
        yield Fault(item, f"nhắc đến “{found[0]}” mà văn bản không có điều ấy", found[0], _right(parts))
    elif clause is not None and len(own := parts.get(number, set())) >= _FEWEST and int(clause[1]) not in own:
        text = f"khoản {clause[1]} {found[0]}"
        name = f"Điều {number}" if found["article"] else f"Mục {roman(number)}"
        message = f"nhắc đến “{text}” mà {name} không có khoản ấy"
        yield Fault(item, message, text, f"một khoản có trong {name} (khoản {min(own)} đến khoản {max(own)})")


def _right(articles: dict[int, set[int]]) -> str:
    return f"một điều có trong văn bản (Điều {min(articles)} đến Điều {max(articles)})"
