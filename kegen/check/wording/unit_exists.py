"""Tên xã, phường có trong danh mục.

Quy định: tên xã, phường viết đúng danh mục đơn vị hành chính từ 01/7/2025, đúng từng dấu, trong tỉnh của văn bản hoặc
trong tỉnh ghi kèm.
Vì sao: sai một dấu là thành tên đơn vị khác hoặc đơn vị không có; văn bản gửi không tới, tra không ra.
Sai: “xã Thiên Tân” ở tỉnh Lạng Sơn; tên xã đã sắp xếp mà không ghi “cũ”.
Đúng: “xã Thiện Tân”; “xã Tân Lập (cũ)”; nêu xã của tỉnh khác thì ghi kèm tên tỉnh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.historical_context import names_institution
from kegen.check.paper import Paper
from kegen.check.places import in_two_tiers, is_heading_line, province_of
from kegen.check.rule import Absent, Fault, Outcome, Severity, Unread, Weight
from kegen.check.unit_mentions import WORD_OF, Mention, communes, prefixes, province_after
from kegen.country import PROVINCES
from kegen.gazetteer.units import Unit, find_units, nearest_unit
from kegen.vietnamese import fold

CITE = "Quyết định số 19/2025/QĐ-TTg (danh mục đơn vị hành chính)"
WEIGHT: Weight = "N"
_SPELLED_MANY_WAYS = re.compile(
    r"\b(?:Đ[ăắaâ]k|Dak|Ea|Ia|Ya|Kon|Krông|Krong|Chư|Cư|Plei|Kdang|K?bang|Đạ|Đam)\b|[’'wWzZfFjJ]", re.IGNORECASE
)
_KINDS = ("xa", "phuong", "")
_SOME = "tên xã, phường theo danh mục của tỉnh"


def check(paper: Paper) -> Outcome:
    """Look each xã and phường up in the province it is said, or taken, to lie in."""
    applies = in_two_tiers(paper.date)
    named = [each for each in paper.mentions if each.named.kind in _KINDS]
    if not named:
        yield Absent("văn bản không nêu tên xã, phường nào")
    elif not applies:
        yield Unread("không rõ ngày của văn bản") if applies is None else Absent("văn bản có trước ngày 01/7/2025")
    else:
        own = province_of(paper)
        if own is None:
            yield Unread("không rõ văn bản của tỉnh, thành phố nào")
        for each in named:
            yield from _look_up(each, own, is_heading=is_heading_line(each.passage))


def _look_up(mention: Mention, own: str | None, *, is_heading: bool) -> Iterator[Fault]:
    in_province = province_after(mention)
    province = in_province or own
    if province is None or province not in PROVINCES or communes(mention.named.name, province) or _is_excused(mention):
        return
    name = _name(mention)
    near = nearest_unit(name, province)
    if near is not None and fold(near.name) != fold(name):
        near = None
    elsewhere = () if near else find_units(name)
    if elsewhere and in_province is None:
        yield _elsewhere(mention, name, province, elsewhere)
    elif near or " " in name:
        sure = near is not None and is_heading and _is_sure(name)
        yield _fault(mention, name, province, near, "error" if sure else "warning")


def _is_sure(name: str) -> bool:
    """Whether no unit anywhere bears the name and its spelling is not one that lists differ on."""
    return not find_units(name) and _SPELLED_MANY_WAYS.search(name) is None


def _is_excused(mention: Mention) -> bool:
    if mention.after.startswith((", huyện", ", quận", ", thị xã", ", thành phố", ", TP", " (huyện")):
        return True
    return mention.is_of_the_past or names_institution(mention.before)


def _name(mention: Mention) -> str:
    """Return what of the words is most likely the name: a unit elsewhere, else the words before a number."""
    words = mention.named.name
    whole = next((each for each in prefixes(words) if find_units(each)), words)
    return whole.title() if whole.isupper() else whole


def _fault(mention: Mention, name: str, province: str, near: Unit | None, severity: Severity) -> Fault:
    word = WORD_OF[mention.named.kind] if mention.named.kind else "xã, phường"
    right = f"{word} {near.name}" if near else _SOME
    message = f"{province} không có {word} {name}"
    return Fault(mention.passage.line, message, f"{word} {name}", right, severity)


def _elsewhere(mention: Mention, name: str, province: str, units: tuple[Unit, ...]) -> Fault:
    word = WORD_OF[mention.named.kind] if mention.named.kind else "xã, phường"
    where = ", ".join(dict.fromkeys(unit.province for unit in units))
    message = f"{province} không có {word} {name}; tên này có ở {where}"
    return Fault(mention.passage.line, message, f"{word} {name}", "ghi kèm tên tỉnh, thành phố", "info")
