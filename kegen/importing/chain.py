"""The documents that a received plan stands on and carries out, as its opening names them, the highest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kegen.check.citation_text import KIND_WORDS, date_of
from kegen.check.citations import Citation, citations_in
from kegen.check.passages import Passage
from kegen.dates import PlanDate
from kegen.docx.parts import Parts
from kegen.importing.asking import Quote, ask
from kegen.importing.offices import without_short_names
from kegen.importing.pieces import Piece
from kegen.plan.documents import PARENT, called
from kegen.plan.model import Ask, Link
from kegen.vietnamese import fold, lower_first, upper_first

_CARRIES = re.compile(
    r"(?:^|[.;,]\s+)(?:nhằm |để )?(?:triển khai |tổ chức |tiếp tục )*(?:Thực hiện|thực hiện)\s", re.IGNORECASE
)
_PROPOSES = re.compile(r"(?:xét|theo) (?:đề nghị|tờ trình)|sau khi|trên cơ sở (?:ý kiến|kết quả)", re.IGNORECASE)
_ENDS_CLAUSE = re.compile(r"[.;](?:\s|$)")
_DAY = r"\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4}"
_LAW = re.compile(
    r"Căn cứ\s+(?:vào\s+)?(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<subject>[^;]{1,300}?)"
    rf"(?:,?\s+(?:được ban hành )?ngày\s+(?P<date>{_DAY}))?"
    r"(?=\s*[;.,]\s*(?:$|Căn cứ)|,\s+(?:Luật|Bộ luật)\s)"
)
_BODIES = r"(?:Ủy ban|Uỷ ban|UBND|Chủ tịch|Hội đồng|HĐND|Sở|Ban|Bộ|Phòng|Giám đốc|Trường)"
_UNNUMBERED = re.compile(
    rf"(?:thực hiện|căn cứ|triển khai)\s+(?:các\s+)?(?P<kind>chiến lược|{KIND_WORDS})\s+(?P<subject>.{{1,400}}?)"
    rf"(?:\s+(?:ngày\s+(?P<date>{_DAY})\s*)?(?:của\s+(?P<issuer>[^,;]{{1,120}}?))?)?"
    rf"(?=\s*\(|\s*;|\.\s*$|\.\s+[A-ZĐ]|,\s+{_BODIES}\s)",
    re.IGNORECASE,
)
_NEAR, _FAR = 300, 6000
"""How many letters before a document its clause, and the list that it stands in, begin at most."""
_MOST = 40
"""No opening names more documents without a number."""
_OTHERS = frozenset({"báo cáo", "văn bản", "lệnh", "giấy mời", "biên bản", "kế hoạch công tác"})
_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})


class Chain(NamedTuple):
    """The documents above a plan."""

    links: tuple[Link, ...]
    asks: tuple[Ask, ...]


class _Found(NamedTuple):
    link: Link
    at: tuple[int, int]
    """The paragraph and the place in it."""
    carried: bool
    """Whether the plan says that it carries it out."""
    inside: bool
    """Whether only the title of another names it."""


def chain_of(parts: Parts, opening: Sequence[Piece], date: PlanDate | None) -> Chain:
    """Return the documents that the opening names; the one that the plan carries out is the last."""
    found: list[_Found] = []
    for index, piece in enumerate(opening):
        if piece.item is not None:
            passage = Passage("body", piece.item.line)
            found += _in_order(citations_in([passage], parts.number, date), index, piece)
            found += _without_number(piece, index, found)
    distinct = _distinct(sorted(found, key=lambda each: each.at))
    parent = _parent(distinct)
    ordered = [each for each in distinct if each is not parent] + ([parent] if parent else [])
    links = tuple(_named([each.link for each in ordered], has_parent=parent is not None))
    return Chain(links, tuple(_asks(ordered, links, parent, opening)))


def _in_order(cited: Iterable[Citation], index: int, piece: Piece) -> Iterator[_Found]:
    """Yield the documents cited in a paragraph, those that a title names before the one whose title it is."""
    for each in cited:
        if each.is_alias or each.is_carrier or _is_proposal(piece.text, each.start):
            continue
        outermost = each
        depth = 0
        while outermost.inside is not None:
            outermost, depth = outermost.inside, depth + 1
        carried = depth == 0 and _is_carried(piece.text, each.start)
        yield _Found(_link(each, piece), (index, 10 * outermost.start - depth), carried, depth > 0)


def _is_proposal(text: str, start: int) -> bool:
    """Whether the clause before tells who proposed the plan, or what came before it."""
    return _PROPOSES.search(_ENDS_CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]) is not None


def _is_carried(text: str, start: int) -> bool:
    """Whether the document stands in a list that `Thực hiện` begins, not one that `Căn cứ` does."""
    near = text[max(0, start - _FAR) : start + 1]
    carries = max((each.end() for each in _CARRIES.finditer(near)), default=-1)
    return carries > max(near.rfind("Căn cứ "), near.rfind("căn cứ "))


def _link(cited: Citation, piece: Piece) -> Link:
    date = cited.date.iso() if cited.date else ""
    kind = upper_first(cited.kind)
    return Link("", kind, cited.number, date, without_short_names(cited.issuer), _subject(cited), piece.place)


def _subject(cited: Citation) -> str:
    """Return what a document is about, `ban hành` before it included; of a law its name."""
    if cited.is_law and not cited.subject:
        words = cited.text.removeprefix(cited.kind).partition(cited.number)[0]
        return words.strip().removesuffix("số").strip()
    before, found, _ = cited.text.rpartition(cited.subject) if cited.subject else ("", "", "")
    return f"ban hành {cited.subject}" if found and before.rstrip().endswith(" ban hành") else cited.subject


def _without_number(piece: Piece, index: int, known: Sequence[_Found]) -> Iterator[_Found]:
    """Yield laws by their names and programmes that the opening names without a number."""
    text = piece.text
    for pattern in (_LAW, _UNNUMBERED):
        for found in islice(pattern.finditer(text), _MOST):
            kind = found["kind"].lower()
            if (pattern is _UNNUMBERED and kind in _LAWS | _OTHERS) or re.search(r"\d+[\w.]*[/-]", found["subject"]):
                continue
            groups = found.groupdict()
            date = date_of(groups.get("date") or "")
            day, issuer = date.iso() if date else "", without_short_names(groups.get("issuer") or "")
            link = Link("", upper_first(found["kind"]), "", day, issuer, found["subject"].strip(), piece.place)
            carried = pattern is _UNNUMBERED and _is_carried(text, found.start("kind"))
            if not _is_proposal(text, found.start("kind")) and not _repeats(link, known):
                yield _Found(link, (index, 10 * found.start("kind")), carried, inside=False)


def _repeats(link: Link, known: Sequence[_Found]) -> bool:
    """Whether the words name again what is cited by its number: `thực hiện Kết luận số …`."""
    return any(fold(link.subject) in fold(each.link.subject) for each in known)


def _distinct(found: Sequence[_Found]) -> list[_Found]:
    """Return each document once, where it stands first, with what any mention tells of it."""
    by_name: dict[str, _Found] = {}
    for each in found:
        link = each.link
        name = fold(link.number) or fold(f"{link.kind} {link.subject}")
        if name not in by_name:
            by_name[name] = each
        else:
            first = by_name[name]
            by_name[name] = first._replace(
                link=_fuller(first.link, link),
                carried=first.carried or each.carried,
                inside=first.inside and each.inside,
            )
    return list(by_name.values())


def _fuller(first: Link, other: Link) -> Link:
    return first._replace(
        kind=first.kind or other.kind,
        date=first.date or other.date,
        issuer=first.issuer or other.issuer,
        subject=first.subject or other.subject,
    )


def _parent(found: Sequence[_Found]) -> _Found | None:
    """Return the document that the plan carries out: the last of those it says so of."""
    return next((each for each in reversed(found) if each.carried), None)


def _named(links: Sequence[Link], *, has_parent: bool) -> Iterator[Link]:
    """Yield the links with their ids: `nq-76`, `cap-tren` for the last where the plan carries it out."""
    taken: dict[str, int] = {}
    for index, link in enumerate(links):
        name = PARENT if has_parent and index == len(links) - 1 else _id(link)
        taken[name] = taken.get(name, 0) + 1
        yield link._replace(id=name if taken[name] == 1 else f"{name}-lan-{taken[name]}")


def _id(link: Link) -> str:
    initials = "".join(word[0] for word in fold(link.kind).split("-") if word) or "vb"
    number = re.match(r"\d+", link.number)
    return f"{initials}-{number[0] if number else 'khong-so'}"


def _asks(
    found: Sequence[_Found], links: Sequence[Link], parent: _Found | None, opening: Sequence[Piece]
) -> Iterator[Ask]:
    """Yield what must be confirmed of the chain: which document is carried out, and facts that the text lacks."""
    texts = {piece.place: piece.text for piece in opening}
    if parent is None or sum(each.carried for each in found) > 1:
        first = next((piece.place for piece in opening if piece.item), "")
        place = parent.link.place if parent else first
        question = "Văn bản này trực tiếp thực hiện văn bản nào của cấp trên?"
        asked = ask("van-ban", "standing", "", question, Quote(texts.get(place, ""), place))
        guess = called(links[-1]) if parent else ""
        yield asked._replace(guess=guess, choices=tuple(called(each) for each in links))
    for each, link in zip(found, links, strict=True):
        if not each.inside:
            yield from _lacks(link, Quote(texts.get(link.place, ""), link.place))


def _lacks(link: Link, at: Quote) -> Iterator[Ask]:
    """Yield what is asked of one document: a law needs neither number nor issuer."""
    name = called(link)
    is_law = link.kind.lower() in _LAWS
    if not link.number and not is_law:
        yield ask("van-ban", link.id, "number", f"Số, ký hiệu của {lower_first(name)} là gì?", at)
    if not link.date and not (is_law and link.number):
        yield ask("van-ban", link.id, "date", f"{upper_first(name)} ban hành ngày nào?", at)
    if not link.issuer and not is_law:
        yield ask("van-ban", link.id, "issuer", f"Cơ quan nào ban hành {lower_first(name)}?", at)
