"""The documents a plan cites: the pack's, the plan above with its chain, and those the profile adds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kegen.dates import BLANK, DateStyle, parse_date
from kegen.pack.model import PackDocument
from kegen.plan.citing import UNNUMBERED, Cited, Citer
from kegen.plan.model import KIND, Link
from kegen.plan.problems import ProfileProblems
from kegen.plan.wording import WordingRenderer
from kegen.problem import Severity
from kegen.profile.bases import Document
from kegen.profile.model import Profile
from kegen.profile.scalars import Edited, is_none
from kegen.profile.unit import ParentPlan
from kegen.vietnamese import nearest, upper_first
from kegen.yaml_text.tree import Path

PARENT = "cap-tren"
"""The id under which a profile cites the plan of the level above."""

_SHORTLY = "sau đây gọi tắt là"
_AS_KNOWN = Document()
_FACTS = ("kind", "number", "date", "issuer")

_PROGRAMMES = (
    "Chương trình",
    "Đề án",
    "Chiến lược",
    "Quy hoạch",
    "Dự án",
    "Phương án",
    "Quy chế",
    "Điều lệ",
)
"""Kinds that may have no number of their own, as another document issues them: cited by name where none is given."""
_SIGNS = {"Kế hoạch": "KH", "Chỉ thị": "CT", "Quyết định": "QĐ", "Nghị quyết": "NQ", "Chương trình": "CTr"}
_SIGNS |= {"Kết luận": "KL", "Thông báo": "TB", "Hướng dẫn": "HD", "Đề án": "ĐA"}
"""The sign of a kind of paper in its symbol (NĐ 30, Phụ lục III; Hướng dẫn 36-HD/VPTW of the Party)."""
_PARTY = r"\b(?:Tỉnh ủy|Thành ủy|Đảng ủy)\b"
_COMMITTEE = r"^(?:UBND|Ủy ban nhân dân)\b"

_SYMBOL = re.compile(r"(?:\d[\w/]*|…+|\.+)?\s*[-/]?[\w/&-]*[A-ZĐ][\w/&-]*")


class ParentDocument(NamedTuple):
    """The plan above as a document: what is known of it, and what to take for an issuer and a subject not known."""

    plan: ParentPlan
    issuer: str
    subject: str
    """A wording of the pack."""


def links_above(chain: Iterable[Link]) -> list[Link]:
    """Return the chain of the plan above, its own parent as `cap-tren-2`, that one's as `cap-tren-3`."""
    return [link._replace(id=_further(link.id)) for link in chain]


def _further(name: str) -> str:
    if name == PARENT:
        return f"{PARENT}-2"
    start, _, number = name.rpartition("-")
    return f"{PARENT}-{int(number) + 1}" if start == PARENT and number.isdecimal() else name


def links_of(names: Iterable[str], citer: Citer) -> Iterator[Link]:
    """Yield the documents of those ids as links of the plan's chain, each once."""
    for name in dict.fromkeys(names):
        if document := citer.documents.get(name):
            with citer.separate_text():
                subject = document.subject()
            date = document.date.iso() if document.date else ""
            yield Link(name, document.kind, document.number or "", date, document.issuer, subject)


class DocumentGatherer:
    """Gathers what a plan may cite, in the style of dates of the plan; notes what the profile says wrongly of it."""

    def __init__(
        self, own: Mapping[str, Document], style: DateStyle, renderer: WordingRenderer, problems: ProfileProblems
    ) -> None:
        self._own, self._style, self._renderer, self._problems = own, style, renderer, problems

    def gather(
        self, packed: Mapping[str, PackDocument], links: Sequence[Link], parent: ParentDocument | None
    ) -> dict[str, Cited]:
        """Return every document by id: the pack's, the profile's, those of the chain above, and the plan above."""
        known = self._known(packed, links, parent)
        return {name: self._with_short_name(name, each) for name, each in known.items()}

    def _known(
        self, packed: Mapping[str, PackDocument], links: Sequence[Link], parent: ParentDocument | None
    ) -> dict[str, Cited]:
        documents = {name: self._packed(name, each) for name, each in packed.items()}
        for name, own in self._own.items():
            if name not in documents and name not in {PARENT, *(link.id for link in links)}:
                documents |= self._added(name, own, [*packed, PARENT])
        for link in links:
            if link.id not in documents:
                documents[link.id] = self._linked(link)
        if parent:
            documents[PARENT] = self._parent(parent)
        return documents

    def _with_short_name(self, name: str, document: Cited) -> Cited:
        """Return the document with the short name that the profile gives it."""
        own = self._own.get(name, _AS_KNOWN)
        if own.defined_as and not own.short_name:
            message = "chưa có tên gọi tắt; hãy ghi thêm short_name: tên gọi tắt, hoặc bỏ dòng này"
            self._problems.error(("documents", name, "defined_as"), "thieu", message)
        if own.short_name is None:
            return document
        short = "" if is_none(own.short_name) else own.short_name
        return document._replace(short_name=short, defined_as=_defining(own.defined_as))

    def _packed(self, name: str, document: PackDocument) -> Cited:
        own = self._own_form(name)
        return Cited(
            document.kind,
            document.number,
            document.date,
            self._renderer.render(document.issuer or ""),
            self._subject(own.subject, document.subject or "", ("documents", name, "subject")),
            own.dates or self._style,
            own.form or "du",
            document.number is not None,
            document.short_name or "",
            _defining(document.defined_as),
        )

    def _linked(self, link: Link) -> Cited:
        own = self._own_form(link.id)
        subject = own.subject if isinstance(own.subject, str) else link.subject
        return Cited(
            link.kind,
            link.number or None,
            parse_date(link.date) if link.date else None,
            link.issuer,
            lambda: subject,
            own.dates or self._style,
            own.form or "du",
            is_numbered(link.kind, link.number),
        )

    def _added(self, name: str, own: Document, known: list[str]) -> dict[str, Cited]:
        numbered = is_numbered(own.kind or "", own.number)
        if own.kind is None or (own.number is None and numbered):
            self._note_unknown(name, known)
            return {}
        subject = own.subject if isinstance(own.subject, str) else ""
        facts = {"date": own.date, "issuer": own.issuer, "subject": subject} if numbered else {"subject": subject}
        for field in (field for field, value in facts.items() if not value):
            message = f"văn bản “{name}” thiếu {field}; hãy ghi thêm dòng {field}"
            self._problems.key_error(("documents", name), "thieu", message)
        check_symbol(own.number, ("documents", name, "number"), "09-NQ/TU", self._problems)
        cited = Cited(
            own.kind,
            own.number,
            own.date,
            own.issuer or "",
            lambda: subject,
            own.dates or self._style,
            own.form or "du",
            numbered,
        )
        return {name: cited}

    def _parent(self, parent: ParentDocument) -> Cited:
        plan, own = parent.plan, self._own.get(PARENT, _AS_KNOWN)
        kind, issuer = upper_first(plan.kind or KIND), plan.issuer or parent.issuer
        hint = "của kế hoạch cấp trên ghi ở parent_plan; hãy chuyển dòng này lên đó"
        self._refuse_facts(PARENT, own, (*_FACTS, "subject"), hint)
        check_symbol(plan.number, ("parent_plan", "number"), "176/KH-UBND", self._problems)
        return Cited(
            kind,
            plan.number or _blank_symbol(kind, issuer),
            plan.date,
            issuer,
            self._subject(plan.subject, parent.subject, ("parent_plan", "subject")),
            own.dates or self._style,
            own.form or "du",
            is_numbered(kind, plan.number),
        )

    def _own_form(self, name: str) -> Document:
        """Return how the profile wants a document cited whose facts are known; notes facts that it gives."""
        own = self._own.get(name, _AS_KNOWN)
        hint = f"của “{name}” đã có trong bộ mẫu; hãy bỏ dòng này để mọi nơi viện dẫn như nhau"
        self._refuse_facts(name, own, _FACTS, hint)
        return own

    def _refuse_facts(self, name: str, own: Document, fields: Iterable[str], hint: str) -> None:
        for field in fields:
            if getattr(own, field) is not None:
                self._problems.error(("documents", name, field), "so-lieu-bo-mau", f"{field} {hint}")

    def _subject(self, own: str | Edited | None, wording: str, path: Path) -> Callable[[], str]:
        if isinstance(own, str):
            return lambda: own
        edits = own.edits if own else {}
        return lambda: self._renderer.edit(self._renderer.render(wording), edits, path)

    def _note_unknown(self, name: str, known: list[str]) -> None:
        near = nearest(name, known)
        hint = f"có phải là “{near}”? nếu là văn bản thêm, " if near else ""
        self._problems.key_error(
            ("documents", name),
            "van-ban-la",
            f"bộ mẫu không có văn bản “{name}”; {hint}hãy ghi đủ kind, number, date, issuer, subject",
        )


def called(link: Link) -> str:
    """Return what a question calls a document of the chain: kind and number, else its name."""
    return f"{link.kind} số {link.number}".strip() if link.number else f"{link.kind} {link.subject}".strip()


def _defining(words: str | None) -> str:
    """Return the words that give a short name, "" where own words of the plan do."""
    return "" if words and is_none(words) else words or _SHORTLY


def is_numbered(kind: str, number: str | None) -> bool:
    """Whether a document of that kind is cited by its number, which is a blank where it is not known."""
    return kind not in UNNUMBERED and (bool(number) or kind not in _PROGRAMMES)


def _blank_symbol(kind: str, issuer: str) -> str:
    """Return a blank for the number of the plan above, with the symbol that kind and issuer have, where it is sure."""
    sign = _SIGNS.get(kind)
    if sign and re.search(_PARTY, issuer, re.IGNORECASE):
        return f"{BLANK}-{sign}/{'ĐU' if 'đảng ủy' in issuer.lower() else 'TU'}"
    return f"{BLANK}/{sign}-UBND" if sign and re.search(_COMMITTEE, issuer) else BLANK


def check_symbol(number: str | None, path: Path, example: str, problems: ProfileProblems) -> None:
    """Note a number and symbol that no document has."""
    if number and (re.search(r"\s", number) or not _SYMBOL.fullmatch(number) or not re.search(r"[/-]", number)):
        problems.error(
            path,
            "sai-so-ky-hieu",
            f"“{number}” không đúng dạng số, ký hiệu (không có dấu cách, có “/” hoặc “-”);"
            f" hãy viết, ví dụ number: {example}",
        )


_FACT = re.compile(r"\d+(?:/\d{4})?[-/][A-ZĐ][\w/-]*|\d{1,2}/\d{1,2}/\d{4}")
"""A number with its symbol, or a date."""


def note_changed_facts(
    replacing: Mapping[str, str], packed: Mapping[str, PackDocument], problems: ProfileProblems
) -> None:
    """Note changes of words that give a document of the pack another number or date."""
    known = {each.number for each in packed.values()} | {
        each.date.written("ngan") for each in packed.values() if each.date
    }
    for old, new in replacing.items():
        changed = [each for each in _FACT.findall(old) if each in known and each not in new]
        if changed and _FACT.search(new):
            message = f"“{changed[0]}” là số, ngày của văn bản trong bộ mẫu, không đổi bằng replace; hãy bỏ dòng này"
            problems.key_error(("replace", old), "so-lieu-bo-mau", message)


def note_uncited(
    profile: Profile, packed: Collection[str], printed: str, problems: ProfileProblems, *, above_is_usual: bool
) -> None:
    """Note documents of the profile's own, and a plan above where none is usual, that nothing in the plan names."""
    if any(problem.severity is Severity.ERROR for problem in problems.found):
        return
    for name, each in profile.documents.items():
        if name not in packed and each.number and each.number not in printed:
            message = f"không câu nào viện dẫn {each.number}; hãy thêm {name} vào bases.cite, hoặc bỏ dòng này"
            problems.key_warn(("documents", name), "thua", message)
    number = profile.parent_plan.number if profile.parent_plan else None
    if number and not above_is_usual and number not in printed:
        message = f"không câu nào viện dẫn {number}; hãy thêm {PARENT} vào bases.cite, hoặc bỏ parent_plan"
        problems.key_warn(("parent_plan",), "thua", message)
