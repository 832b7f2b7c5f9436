"""Sót tên đơn vị khác.

Quy định: những chỗ văn bản tự nói về mình (trích yếu, “trên địa bàn xã …”, “UBND xã … ban hành”, dòng “Kèm theo …”,
dòng ký) nêu đúng đơn vị ban hành, đúng tỉnh của đơn vị ấy.
Vì sao: soạn từ bản của đơn vị khác rất dễ sót tên đơn vị ấy; người ký khó thấy vì câu chữ vẫn xuôi.
Sai: văn bản của xã Gia Kiệm ghi “trên địa bàn xã Thiện Tân” ở trích yếu hay trong bài, hoặc “trên địa bàn phường”.
Đúng: “trên địa bàn xã Gia Kiệm”, “trên địa bàn xã”. Nêu đơn vị khác để giao việc, phối hợp thì không sao.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from kegen.check.historical_context import Context, names_institution
from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.places import Own, own_units
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.unit_mentions import COMMUNES, WORD_OF, Kind, Mention, Named, province_named
from kegen.country import PROVINCES
from kegen.gazetteer.units import find_units
from kegen.vietnamese import fold

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_COMMITTEE = r"(?:UBND|[UỦ][ỷy] ban nhân dân|[UỦ]Y BAN NHÂN DÂN)"
_SELF_BEFORE = re.compile(
    rf"(?:^{_COMMITTEE}|^- (?:(?:Thường trực|TT\.?) ?)?(?:Đảng ủy|HĐND|(?:UB)?MTTQ(?: Việt Nam)?)"
    rf"|(?:cơ quan|đơn vị)[\w ,]* thuộc (?:{_COMMITTEE}))\s$"
)
_ISSUES = re.compile(
    r"\s*(?:ban hành|xây dựng) (?:[Kk]ế hoạch|[Qq]uyết định|[Cc]hương trình|[Pp]hương án|[Tt]hông báo)"
    r"|\s*kính (?:trình|đề nghị|mong|báo cáo)"
)
_AREA_BEFORE = re.compile(r"(?:[Tt]rên|[Tt]rong(?: toàn)?) địa bàn\s$")
_COMMITTEE_BEFORE = re.compile(rf"{_COMMITTEE}\s$")
_NEAR = 24
"""More letters than these two take."""
_BODY_BEFORE = re.compile(
    rf"(?P<body>{_COMMITTEE}|HĐND|[Hh]ội đồng nhân dân|Đảng ủy|Đảng bộ|MTTQ(?: Việt Nam)?|Mặt trận Tổ quốc"
    r"(?: Việt Nam)?"
    r"|Công an|Ban Chỉ huy [Qq]uân sự|[Nn]hân dân|[Tt]oàn|[Hh]ành chính công|Văn hóa - Xã hội|Phòng Kinh tế"
    r")\s$"
)
_NEAR_CLAUSE = 200
"""How many letters before a unit the clause it stands in begins, at most."""
_NEAR_BODY = 40
"""More letters than the name of such a body takes."""
_WITH_OTHERS = re.compile(
    r"phối hợp|đề nghị|giáp|lân cận|liên xã|kết nghĩa|giao lưu|học tập|kinh nghiệm|trao đổi|cùng (?:với )?|mời"
    r"|tiếp nhận|bàn giao|chuyển|hỗ trợ|với |giữa|gửi|tại (?:Tờ trình|Văn bản|Báo cáo|Công văn)",
    re.IGNORECASE,
)
"""What a paper does with other units."""
_OF_OTHERS = re.compile(
    r"(?:[Kk]ế hoạch|[Qq]uyết định|[Cc]ông văn|[Tt]ờ trình|[Bb]áo cáo|[Vv]ăn bản|[Nn]ghị quyết|[Cc]hỉ thị|[Đđ]ề án"
    r"|[Pp]hương án|[Tt]hông báo|[Cc]hương trình)[^.;]{0,80} của $"
)
"""A document of another unit's body."""
_PROVINCE_BEFORE = re.compile(rf"(?:{_COMMITTEE}|HĐND|[Hh]ội đồng nhân dân|[Tt]rên địa bàn|Công an|Đảng bộ)\s$")
_LONGEST_SELF, _LONGEST_CITED = 400, 3_000
"""How many letters before a unit the paper may name itself, and another document, at most."""
_ANNEX = re.compile(r"\(?\s*(?:Ban hành |Đính )?[Kk]èm theo\b")
_NUMBER = re.compile(r"[Ss]ố\s*:?\s*(\d*)[\s.…_]*/")
_ENDS = r"(?=[,;.:)/]| \(| (?P<next>[^\W\d_])|$)"
"""What follows the word of a kind: no name, where `next` is no capital."""
_BARE = re.compile(rf"(?:[Tt]rên địa bàn|\b{_COMMITTEE}|[ĐđD]ảng ủy|HĐND) (xã|phường|đặc khu|tỉnh|thành phố){_ENDS}")
_BODY_OF = re.compile(
    r"(?:[Tt]oàn|[Cc]ông an|[Bb]an [Cc]hỉ huy [Qq]uân sự|[Tt]rạm [Yy] tế|MTTQ|Mặt trận Tổ quốc Việt Nam|chỉ tiêu của"
    r"|cán bộ, công chức|Trưởng các phòng, ban,? (?:ngành )?của) (xã|phường|đặc khu)" + _ENDS
)
"""Bodies of a commune by its kind alone."""
_CITED = re.compile(rf"\bcủa (?P<body>{_COMMITTEE}|HĐND|Đảng ủy|Tỉnh ủy)[\w ]*")
_LIST = re.compile(
    rf"^\s*(?:,|/|và|hoặc|;)\s*(?:{_COMMITTEE} )?(?:xã|phường|đặc khu|tỉnh|thành phố|các)\b"
    r"|^ (?:lân cận|giáp ranh|bạn|khác)"
)
_LISTED = re.compile(rf"\b{_COMMITTEE} (?:xã|phường|đặc khu) [^,;.:]{{1,40}}(?:,| và) {_COMMITTEE} $")
"""Committees of several units, one after the other, work together."""
_KIND_OF: dict[str, Kind] = {word: kind for kind, word in WORD_OF.items()}


def check(paper: Paper) -> Outcome:
    """Look for units other than the issuer's where the paper speaks of itself."""
    own = own_units(paper)
    if not own:
        yield Absent("phần đầu không nêu tên xã, phường, tỉnh nào")
        return
    for mention in paper.mentions:
        same = _other_than(own, mention.named)
        if same is not None and (where := _speaks_of_itself(paper, mention)):
            yield _fault(mention, same, is_sure=where == "annex" and _is_of_this_paper(paper, mention))
    yield from _other_province(paper, own)
    for passage in paper.passages:
        if passage.zone != "head":
            yield from _bare(passage, own[0])


def _other_than(own: tuple[Own, ...], named: Named) -> Own | None:
    """Return the own unit on whose level another one is named, None where it is the same or of another level."""
    same = next((one for one in own if _same_level(one.kind, named.kind)), None)
    return same if same is not None and _is_other(same, named) else None


def _same_level(one: Kind, other: Kind) -> bool:
    return other != "" and (one in COMMUNES) == (other in COMMUNES)


def _is_other(own: Own, named: Named) -> bool:
    if own.name.lower() == named.name.lower():
        return False
    mine, theirs = fold(own.name), fold(named.name)
    return not (theirs == mine or theirs.startswith(f"{mine}-") or mine.startswith(f"{theirs}-"))


def _speaks_of_itself(paper: Paper, mention: Mention) -> Literal["annex", "text", ""]:
    """Return where the paper speaks of itself: in the line of an annex, in its text; "" where it does not."""
    if _is_in_title(paper, mention):
        return "" if _is_excused(mention) else "text"
    if mention.named.listed or mention.passage.zone in ("head", "table"):
        return ""
    if any(line.paragraph is mention.passage.paragraph for annex in paper.parts.annexes for line in annex.reference):
        return "annex" if _ANNEX.match(mention.text) else ""
    if not _reads_as_own(mention) or mention.is_of_the_past or _is_cited(mention):
        return ""
    return "text"


def _is_in_title(paper: Paper, mention: Mention) -> bool:
    """Whether it stands in the title, under the kind or under the number."""
    lines = (*paper.parts.title, *paper.parts.letter_subject)
    return any(line.paragraph is mention.passage.paragraph for line in lines)


def _is_excused(mention: Mention) -> bool:
    """Whether another unit may well be named there: one of the past, a works or school, one that is worked with."""
    excused = mention.named.listed or mention.is_of_the_past or names_institution(mention.before)
    return (
        excused
        or _WITH_OTHERS.search(mention.before[-_NEAR_CLAUSE:]) is not None
        or _LIST.match(mention.after) is not None
        or _LISTED.search(mention.before[-_NEAR_CLAUSE:]) is not None
    )


def _reads_as_own(mention: Mention) -> bool:
    """Whether the words around name the unit as the paper's own."""
    before = mention.before
    near = max(len(before) - _NEAR, 0)
    if _AREA_BEFORE.search(before, near):
        return True
    issues = _COMMITTEE_BEFORE.search(before, near) and _ISSUES.match(mention.after)
    if issues or _SELF_BEFORE.search(before, max(len(before) - _LONGEST_SELF, 0)):
        return True
    return _is_own_body(mention)


def _is_own_body(mention: Mention) -> bool:
    """Whether a body of a commune is given something to do as the paper's own bodies are, not asked to help."""
    if mention.named.kind not in COMMUNES or (mention.passage.zone == "end" and mention.before.startswith("- ")):
        return False
    near = mention.before[-_NEAR_CLAUSE:]
    found = _BODY_BEFORE.search(near, max(len(near) - _NEAR_BODY, 0))
    return found is not None and not _OF_OTHERS.search(near, 0, found.start()) and not _is_excused(mention)


def _other_province(paper: Paper, own: tuple[Own, ...]) -> Iterator[Fault]:
    """Yield the bodies of a province that the issuing commune does not lie in, by the list of communes."""
    if any(each.kind not in COMMUNES for each in own) or paper.facts is not None:
        return
    mine = {unit.province for each in own for unit in find_units(each.name)}
    for mention in paper.mentions if mine else ():
        name = province_named(mention.named.name) if mention.named.kind not in (*COMMUNES, "") else None
        near = max(len(mention.before) - _NEAR_BODY, 0)
        if name not in PROVINCES or name in mine or not _PROVINCE_BEFORE.search(mention.before, near):
            continue
        if not _is_excused(mention):
            where = " hoặc ".join(sorted(mine))
            message = f"nêu {name} trong văn bản của đơn vị thuộc {where}"
            yield Fault(
                mention.passage.line, message, mention.text[max(mention.named.start - 20, 0) : mention.named.end], where
            )


def _is_of_this_paper(paper: Paper, mention: Mention) -> bool:
    """Whether the line of an annex names this very paper: its kind, and its number, given or blank."""
    number = paper.parts.number
    own = _NUMBER.search(number.text if number else "")
    named = _NUMBER.search(mention.before)
    same = own is not None and named is not None and own[1].lstrip("0") == named[1].lstrip("0")
    return same and bool(paper.parts.kind_name) and paper.parts.kind_name.lower() in mention.before.lower()


def _is_cited(mention: Mention) -> bool:
    """Whether the text names the same unit's body as the issuer of another document."""
    before, name = mention.before, f" {mention.named.name}"
    near = max(len(before) - _LONGEST_CITED, 0)
    return any(0 <= before.find(name, each.end("body")) <= each.end() for each in _CITED.finditer(before, near))


def _fault(mention: Mention, own: Own, *, is_sure: bool) -> Fault:
    name = own.name.title() if own.name.isupper() else own.name
    found = f"{WORD_OF[mention.named.kind]} {mention.named.name}"
    mine = f"{WORD_OF[own.kind]} {name}"
    message = f"còn sót tên {found} trong văn bản của {mine}"
    return Fault(mention.passage.line, message, found, mine, "error" if is_sure else "warning")


def _bare(passage: Passage, own: Own) -> Iterator[Fault]:
    """Yield where the paper calls its own unit by another kind: `trên địa bàn phường` in a paper of a xã."""
    text = passage.line.text
    context = Context(text)
    of_body = _BODY_OF.finditer(text) if own.kind in COMMUNES else ()
    for found in (*_BARE.finditer(text), *of_body):
        kind = _KIND_OF[found[1]]
        if found["next"] and found["next"].isupper():
            continue  # a name
        if kind == own.kind or not _same_level(kind, own.kind) or _LIST.match(text[found.end() :]):
            continue
        if not context.is_of_the_past(found.start()):
            message = f"văn bản của {WORD_OF[own.kind]} mà ghi “{found[0]}”"
            yield Fault(passage.line, message, found[0], found[0].replace(found[1], WORD_OF[own.kind]))
            break
