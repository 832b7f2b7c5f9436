"""The documents a plan cites: the pack's, the plan above, and those the profile adds; one record each."""

from __future__ import annotations

import re
from collections.abc import Callable

from kegen.dates import DateStyle, parse_date
from kegen.pack.model import PackDocument
from kegen.plan.case import Case
from kegen.plan.citing import Cited
from kegen.plan.model import Link
from kegen.plan.unit import UnitNames
from kegen.plan.wording import Wordsmith
from kegen.profile.bases import Document
from kegen.profile.wording import Edited
from kegen.source.tree import Path
from kegen.vietnamese import nearest

PARENT = "cap-tren"
"""The id under which a profile cites the plan of the level above."""

_UNSAID = Document()

_UNNUMBERED = ("Luật", "Bộ luật", "Pháp lệnh")
"""Kinds cited by name, without number and issuer (NĐ 30, Phụ lục I, II.6.a)."""

_SYMBOL = re.compile(r"(?:\d[\w/]*|…+|\.+)?\s*[-/]?[\w/&-]*[A-ZĐ][\w/&-]*")


def gather_documents(case: Case, names: UnitNames, smith: Wordsmith) -> dict[str, Cited]:
    """Return every document by id; notes wrong ones."""
    style: DateStyle = case.profile.style.dates or case.defaults.style.dates or "ngan"
    documents = {name: _packed(case, smith, name, said, style) for name, said in case.pack.documents.items()}
    for name, own in case.profile.documents.items():
        if name not in documents and name not in {PARENT, *(link.id for link in upper_links(case))}:
            documents |= _added(case, name, own, style)
    for link in upper_links(case):
        if link.id not in documents:
            documents[link.id] = _linked(case, link, style)
    if case.profile.parent_plan:
        documents[PARENT] = _parent(case, names, smith, style)
    return documents


def upper_links(case: Case) -> list[Link]:
    """Return the chain of the plan above, its own parent as `cap-tren-2`, that one's as `cap-tren-3`."""
    chain = case.above.plan.standing.chain if case.above else ()
    return [link._replace(id=_further(link.id)) for link in chain]


def _further(name: str) -> str:
    if name == PARENT:
        return f"{PARENT}-2"
    start, _, number = name.rpartition("-")
    return f"{PARENT}-{int(number) + 1}" if start == PARENT and number.isdecimal() else name


def _linked(case: Case, link: Link, style: DateStyle) -> Cited:
    own = case.profile.documents.get(link.id, _UNSAID)
    _refuse_facts(case, link.id, own)
    date = parse_date(link.date) if link.date else None
    subject = own.subject if isinstance(own.subject, str) else link.subject
    numbered = link.kind not in _UNNUMBERED
    return Cited(
        link.kind,
        link.number or None,
        date,
        link.issuer,
        lambda: subject,
        own.dates or style,
        own.form or "du",
        numbered,
    )


def _packed(case: Case, smith: Wordsmith, name: str, said: PackDocument, style: DateStyle) -> Cited:
    own = case.profile.documents.get(name, _UNSAID)
    _refuse_facts(case, name, own)
    return Cited(
        said.kind,
        said.number,
        said.date,
        said.issuer or "",
        _subject(smith, own.subject, said.subject or "", ("documents", name, "subject")),
        own.dates or style,
        own.form or "du",
        said.number is not None,
    )


def _refuse_facts(case: Case, name: str, own: Document) -> None:
    for field in ("kind", "number", "date", "issuer"):
        if getattr(own, field) is not None:
            case.error(
                ("documents", name, field),
                "so-lieu-bo-mau",
                f"{field} của “{name}” đã có trong bộ mẫu; hãy bỏ dòng này để mọi nơi viện dẫn như nhau",
            )


def _refuse_parent_facts(case: Case, own: Document) -> None:
    for field in ("kind", "number", "date", "issuer", "subject"):
        if getattr(own, field) is not None:
            case.error(
                ("documents", PARENT, field),
                "so-lieu-bo-mau",
                f"{field} của kế hoạch cấp trên ghi ở parent_plan; hãy chuyển dòng này lên đó",
            )


def _subject(smith: Wordsmith, own: str | Edited | None, wording: str, path: Path) -> Callable[[], str]:
    if isinstance(own, str):
        return lambda: own
    edits = own.edits if own else {}
    return lambda: smith.edit(smith.render(wording), edits, path)


def _added(case: Case, name: str, own: Document, style: DateStyle) -> dict[str, Cited]:
    numbered = own.kind not in _UNNUMBERED
    if own.kind is None or (own.number is None and numbered):
        near = nearest(name, [*case.pack.documents, PARENT])
        hint = f"có phải là “{near}”? nếu là văn bản thêm, " if near else ""
        case.key_error(
            ("documents", name),
            "van-ban-la",
            f"bộ mẫu không có văn bản “{name}”; {hint}hãy ghi đủ kind, number, date, issuer, subject",
        )
        return {}
    subject = own.subject if isinstance(own.subject, str) else ""
    said = {"date": own.date, "issuer": own.issuer, "subject": subject} if numbered else {"subject": subject}
    for field in (field for field, value in said.items() if not value):
        case.key_error(("documents", name), "thieu", f"văn bản “{name}” thiếu {field}; hãy ghi thêm dòng {field}")
    check_symbol(case, own.number, ("documents", name, "number"))
    cited = Cited(
        own.kind,
        own.number,
        own.date,
        own.issuer or "",
        lambda: subject,
        own.dates or style,
        own.form or "du",
        numbered,
    )
    return {name: cited}


def _parent(case: Case, names: UnitNames, smith: Wordsmith, style: DateStyle) -> Cited:
    said = case.profile.parent_plan
    assert said is not None  # noqa: S101 - the caller looked
    own = case.profile.documents.get(PARENT, _UNSAID)
    _refuse_parent_facts(case, own)
    check_symbol(case, said.number, ("parent_plan", "number"), "176/KH-UBND")
    wording = case.choose(case.pack.parent_subject) or ""
    return Cited(
        "Kế hoạch",
        said.number or "……/KH-UBND",
        said.date,
        said.issuer or f"Ủy ban nhân dân {names.parent_province}",
        _subject(smith, said.subject, wording, ("parent_plan", "subject")),
        own.dates or style,
        own.form or "du",
    )


def check_symbol(case: Case, number: str | None, path: Path, example: str = "09-NQ/TU") -> None:
    """Note a number and symbol that no document has."""
    if number and (re.search(r"\s", number) or not _SYMBOL.fullmatch(number) or not re.search(r"[/-]", number)):
        case.error(
            path,
            "sai-so-ky-hieu",
            f"“{number}” không đúng dạng số, ký hiệu (không có dấu cách, có “/” hoặc “-”); ví dụ: {example}",
        )
