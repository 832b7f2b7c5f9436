"""Điều, khoản được nhắc đến có trong văn bản.

Quy định: văn bản nhắc đến một điều, một khoản của chính mình (“- Như Điều 3;”, “tại Điều 5 Quyết định này”, “khoản 4
Mục II Kế hoạch này”) thì điều, khoản ấy phải có; quy chế, quy định ban hành kèm theo cũng vậy.
Vì sao: bỏ hoặc đánh lại một điều mà không sửa chỗ nhắc đến thì nơi nhận không biết ai phải thi hành.
Sai: quyết định có Điều 1, 2, 4 mà nơi nhận ghi “- Như Điều 3;”; “khoản 3 Điều 1 Quy chế này” mà Điều 1 có hai khoản.
Đúng: “- Như Điều 3;” khi Điều 3 ghi ai chịu trách nhiệm thi hành. Điều, khoản của văn bản khác thì không xét.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
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
_CLAUSE = re.compile(r"(?:điểm (?P<point>[a-zđ]),? )?khoản (?P<clause>\d{1,2}),? (?:của )?$")
_THIS = re.compile(
    r",? (?:của )?(?P<kind>Quyết định|Nghị quyết|Quy chế|Quy định|Nội quy|Điều lệ|Kế hoạch|Chương trình|Đề án"
    r"|Phương án) này\b"
)
_ALONE = re.compile(r"(?:(?:,| và) (?:khoản \d{1,2} )?Điều \d{1,3})*+(?:\s*(?:[.;,/)]|$)|\s(?!của\b)[^\W\d_A-Z])")
"""What follows an article that is named without its document."""
_LED = re.compile(r"(?:tại|theo|ở) (?:khoản \d{1,2},? )?(?:điểm [a-zđ],? )?$")
_OTHER = re.compile(
    r"luật|pháp lệnh|nghị định|thông tư|nghị quyết|quyết định số|quy chế số|sửa đổi|bổ sung|bãi bỏ|thay thế|hợp đồng"
    r"|hiến pháp|công ước|điều lệ|thể lệ|hương ước|quy ước|thỏa ước|quy trình|bản cam kết",
    re.IGNORECASE,
)
"""Words of a sentence, or a title, that may be about another document's articles."""
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=\D)")
_NEAR = 40
_FEWEST = 2
"""An article with fewer numbered khoản may have others that are not numbered."""


class _Known(NamedTuple):
    """The khoản under each article and under each Mục with a Roman number, and the letters under each khoản."""

    articles: dict[int, dict[int, set[str]]]
    sections: dict[int, dict[int, set[str]]]


class _Reference(NamedTuple):
    """A place that names an article, or a khoản of it, of the content it stands in."""

    item: Item
    text: str
    """As written, with the khoản before it and `Quyết định này` after it."""
    article: int
    """0 where it is a Mục with a Roman number."""
    section: int
    clause: int
    """The khoản, 0 for none."""
    point: str
    """The điểm of that khoản, "" for none."""


def check(paper: Paper) -> Outcome:
    """Look up each article, and each khoản, of its own that the paper refers to."""
    body = paper.parts.body
    articles = _known(body).articles
    listed = [(e, found) for e in recipients(paper.parts).entries for found in _AS_ARTICLE.finditer(e.text)]
    for entry, found in listed if articles else ():
        if int(found[1]) not in articles:
            message = f"nơi nhận ghi “{found[0]}” mà văn bản không có điều ấy"
            yield Fault(entry.line, message, found[0], _right(articles))
    is_amending = any(_OTHER.search(line.text) for line in paper.parts.title)
    contents = (body, *paper.parts.attached)
    own = [list(_references(each, is_amending=is_amending, is_attached=each is not body)) for each in contents]
    for content, references in zip(contents, own, strict=True):
        known = _known(content) if references else _Known({}, {})
        for each in references:
            yield from _missing(each, known)
    if not any(own) and not (listed and articles):
        yield Absent("văn bản không nhắc đến điều, khoản nào của chính mình")


def _known(items: Sequence[Item]) -> _Known:
    known = _Known({}, {})
    own: dict[int, set[str]] = {}
    points: set[str] = set()
    numbered = {id(each.item): each for each in numbered_items(items)}
    for item in items:
        each = numbered.get(id(item))
        if each is None:
            points.update(item.mark[:1] if item.rank == "diem" else "")
        elif each.rank in ("dieu", "muc"):
            parts = known.articles if each.rank == "dieu" else known.sections
            own, points = parts.setdefault(each.number[0], {}), set()
        elif each.rank == "khoan":
            points = own.setdefault(each.number[0], set())
    return known


def _references(items: Sequence[Item], *, is_amending: bool, is_attached: bool) -> Iterator[_Reference]:
    for item in items:
        if item.is_quoted or ("Điều " not in item.text and "khoản " not in item.text):
            continue
        for sentence in _SENTENCE.split(item.text):
            for found in _PART.finditer(sentence):
                if _is_own(sentence, found, is_amending=is_amending, is_attached=is_attached):
                    yield _reference(item, sentence, found)


def _reference(item: Item, sentence: str, found: re.Match[str]) -> _Reference:
    clause = _CLAUSE.search(sentence, max(found.start() - _NEAR, 0), found.start())
    this = _THIS.match(sentence, found.end())
    text = sentence[clause.start() if clause else found.start() : this.end() if this else found.end()]
    section = roman_value(found["section"]) if found["section"] else 0
    khoan, point = (int(clause["clause"]), clause["point"] or "") if clause else (0, "")
    return _Reference(item, text, int(found["article"] or 0), section, khoan, point)


def _is_own(sentence: str, found: re.Match[str], *, is_amending: bool, is_attached: bool) -> bool:
    """Whether it is a part of the content it stands in: it says so, or nothing in the sentence says otherwise."""
    this = _THIS.match(sentence, found.end())
    if this is not None:
        return not (is_attached and this["kind"] in ("Quyết định", "Nghị quyết"))
    is_led = _LED.search(sentence, max(found.start() - _NEAR, 0), found.start()) is not None
    is_alone = is_led and found["article"] is not None and _ALONE.match(sentence, found.end()) is not None
    return is_alone and not is_amending and _OTHER.search(sentence) is None


def _missing(each: _Reference, known: _Known) -> Iterator[Fault]:
    if each.article and known.articles and each.article not in known.articles:
        message = f"nhắc đến “{each.text}” mà văn bản không có điều ấy"
        yield Fault(each.item, message, each.text, _right(known.articles))
        return
    own = known.articles.get(each.article, {}) if each.article else known.sections.get(each.section, {})
    name = f"Điều {each.article}" if each.article else f"Mục {roman(each.section)}"
    points = own.get(each.clause, set())
    if each.clause and len(own) >= _FEWEST and each.clause not in own:
        message = f"nhắc đến “{each.text}” mà {name} không có khoản ấy"
        yield Fault(each.item, message, each.text, f"một khoản có trong {name} (khoản {min(own)} đến khoản {max(own)})")
    elif each.point and len(points) >= _FEWEST and each.point not in points:
        message = f"nhắc đến “{each.text}” mà khoản {each.clause} {name} không có điểm ấy"
        yield Fault(each.item, message, each.text, f"một điểm có trong khoản {each.clause} {name}")


def _right(articles: Collection[int]) -> str:
    return f"một điều có trong văn bản (Điều {min(articles)} đến Điều {max(articles)})"
