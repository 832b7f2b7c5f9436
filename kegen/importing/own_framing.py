"""What stands around the body of a plan that was read, as a profile says it: unit, bases, recipients, signer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kegen.dates import DateStyle, parse_date
from kegen.importing.own_looks import emphasis_of, footnotes_of
from kegen.importing.own_text import Data, OwnValues
from kegen.plan.citing import Cited
from kegen.plan.documents import PARENT, is_numbered
from kegen.plan.emphasis import present
from kegen.plan.model import KIND, Link, Paragraph, Plan, Signature
from kegen.plan.unit import body_kind
from kegen.profile.bases import CiteForm
from kegen.profile.scalars import AS_TYPED
from kegen.vietnamese import fold

_BLANK = "……"
_SYMBOL = re.compile(r"/\s*(?P<kind>[^-/]+)-(?P<body>.+)$")
_YEAR = re.compile(r"tháng\s*(?P<month>\d{1,2})?\s*năm\s*(?P<year>\d{4})", re.IGNORECASE)
_ENDING = re.compile(r"[;,.]$")
_FILE = re.compile(r"[-–]?\s*Lưu\s*:?\s*(?:VT|Văn thư)?\b[\s,;:-]*(?P<rest>.*?)[\s.;]*$", re.IGNORECASE)
_VERBS = ("Căn cứ", "Thực hiện", "Theo")


def frame(plan: Plan, own: OwnValues, parent: str, directive: str) -> None:
    """Set what stands above the bases; `parent`: the file of the plan above as it is to be named."""
    own.values["directive"] = directive
    own.values["unit"] = unit_data(plan, own)
    _parent(plan, own, parent)
    own.values["departments"] = []
    _signer(plan, own)
    _date(plan, own)
    own.values["title"] = plan.title or _BLANK


def unit_data(plan: Plan, own: OwnValues) -> Data:
    """Return the unit as far as header and text tell it."""
    standing, header = plan.standing, plan.header
    data: Data = {"level": standing.level or "don-vi", "name": standing.unit or " ".join(header.issuer) or _BLANK}
    if standing.province and data["level"] not in {"tinh", "thanh-pho"}:
        data["province"] = standing.province
    symbol = _SYMBOL.search(header.number)
    if symbol and symbol["body"] != "UBND":
        data["abbreviation"] = symbol["body"].strip()
    if header.parent:
        data["parent_body"] = header.parent
    if data["level"] == "don-vi":
        data |= _head_of_body(plan, data["name"])
        data.setdefault("parent_body", _BLANK)
        own.remark(
            ("unit",), "Cấp của đơn vị chưa rõ, kegen tạm ghi don-vi: xem lại level, parent_body, province, head."
        )
    return data


def _head_of_body(plan: Plan, name: str) -> Data:
    last = plan.signature.lines[-1].removeprefix("PHÓ ") if plan.signature.lines else _BLANK
    return {} if body_kind(name)[1] else {"head": last}


def _parent(plan: Plan, own: OwnValues, file: str) -> None:
    link = next((each for each in plan.standing.chain if each.id == PARENT), None)
    if file:
        own.values["parent_plan"] = {"plan": file}
        own.remark(("parent_plan",), f"Trong văn bản: {described(link)}." if link else "Văn bản không nêu rõ cấp trên.")
    elif link:
        own.values["parent_plan"] = link_data(link)
        own.remark(("parent_plan",), f"Văn bản mà kế hoạch này trực tiếp thực hiện, đọc ở {link.place}; xem lại.")
    else:
        own.remark(("parent_plan",), "Không rõ kế hoạch này trực tiếp thực hiện văn bản nào; có thì ghi parent_plan.")


def described(link: Link) -> str:
    """Return a document in a few words."""
    return " ".join(filter(None, (link.kind, link.number and f"số {link.number}", link.date and f"ngày {link.date}")))


def link_data(link: Link) -> Data:
    """Return the facts of a document, as a profile says them."""
    kind = "" if link.kind == KIND else link.kind
    facts = {"kind": kind, "number": link.number, "date": _day(link.date), "issuer": link.issuer}
    facts["subject"] = link.subject
    return {key: value for key, value in facts.items() if value}


def _day(iso: str) -> str:
    return parse_date(iso).written("ngan") if iso else ""


def _signer(plan: Plan, own: OwnValues) -> None:
    issued_by, signer = signer_data(plan.signature)
    if plan.standing.level not in {"so", "don-vi", ""}:
        own.values["issued_by"] = issued_by
    if signer:
        own.values["signer"] = signer
    else:
        own.remark(("signer",), "Không đọc được ai ký; ghi signer: {position: chức vụ, name: họ tên}.")


def signer_data(signature: Signature) -> tuple[str, Data]:
    """Return who issues the plan (`ubnd`, `chu-tich`) and who signs it as a profile says it, {} where nobody does."""
    lines = list(signature.lines)
    is_together = bool(lines) and fold(lines[0]).startswith("tm")
    issued_by = "ubnd" if is_together or not lines else "chu-tich"
    lines = lines[is_together:]
    if not lines:
        return issued_by, {}
    authority, _, rest = lines[0].partition(".")
    authority = authority.strip().upper()
    signer: Data = {"position": lines[-1] if len(lines) > 1 or authority not in {"Q", "KT"} else rest.strip()}
    if signature.name:
        signer["name"] = signature.name
    if authority in {"Q", "TL", "TUQ"}:
        signer["authority"] = authority
    return issued_by, signer


def _date(plan: Plan, own: OwnValues) -> None:
    number = plan.standing.symbol.partition("/")[0]
    if number:
        own.values["number"] = number
        own.remark(("number",), "Số của chính văn bản đã đọc: kế hoạch mới thì xóa dòng này đến khi Văn thư cấp số.")
    found = _YEAR.search(plan.header.place_and_date)
    if plan.issued:
        own.values["date"] = _day(plan.issued)
        own.remark(("date",), "Ngày của chính văn bản đã đọc: kế hoạch mới thì chỉ ghi năm đến khi ban hành.")
    elif found:
        own.values["date"] = f"{found['month']}/{found['year']}" if found["month"] else found["year"]
    else:
        own.remark(("date",), "Không đọc được năm ban hành; ghi date: năm, hoặc đủ ngày/tháng/năm.")


def bases_data(opening: Sequence[Paragraph], own: OwnValues, chain: Sequence[Link], known: Mapping[str, str]) -> Data:
    """Return the opening: lines that cite by ids where that gives the same words, else the words themselves.

    `known`: the ids of the pack's documents by their numbers. Without a chain nothing is cited by its id.
    """
    chain = [each._replace(id=known.get(fold(each.number), each.id)) for each in chain]
    data = _opening(opening, own, chain, known)
    return data | _emphasis(opening, own)


def _opening(opening: Sequence[Paragraph], own: OwnValues, chain: Sequence[Link], known: Mapping[str, str]) -> Data:
    texts = [each.text for each in opening if each.text]
    if not texts:
        own.remark(("bases",), "Không đọc được phần mở đầu.")
        return {"cite": [], "style": "thuc-hien", "enacting": _BLANK}
    *lines, enacting = texts
    if not lines:
        return _one_paragraph(enacting, own, chain, known)
    marks = {line[-1] for line in lines[:-1]}
    if len(marks) > 1 or not marks <= set(";,.") or lines[-1][-1] != ".":
        return {"lines": lines, "ending": AS_TYPED, "enacting": enacting}
    data: Data = {"lines": [_basis(_ENDING.sub("", line), own, chain, known) for line in lines]}
    if marks:
        data["ending"] = marks.pop()
    return data | {"layout": "rieng", "enacting": enacting}


def _one_paragraph(text: str, own: OwnValues, chain: Sequence[Link], known: Mapping[str, str]) -> Data:
    """Return an opening of one paragraph: its basis by id and the words that issue it, else all of it as it is."""
    for end, layout in ((",", "lien"), (".", "lien-cau")):
        start = 0
        while (start := text.find(f"{end} ", start + 1)) > 0:
            basis = _basis(text[:start], own, chain, known)
            if not isinstance(basis, str):
                return {"lines": [basis], "layout": layout, "enacting": text[start + 2 :]}
    return {"cite": [], "style": "thuc-hien", "layout": "rieng", "enacting": text}


def _basis(text: str, own: OwnValues, chain: Sequence[Link], known: Mapping[str, str]) -> Data | str:
    """Return the line of one document by its id, where it is cited in words that kegen would write, else the line."""
    verb = next((each for each in _VERBS if text.startswith(f"{each} ")), "")
    for link in chain if verb else ():
        for style, form, words in _citations(link):
            rest = text.removeprefix(f"{verb} {words}")
            if rest != text and (not rest or re.fullmatch(r" \([^()]*\)", rest)):
                _cite(link, style, form, own, known)
                after = {"after": rest.strip()} if rest else {}
                return {"verb": verb, "cite": [link.id]} | after
    return text


def _citations(link: Link) -> Iterator[tuple[DateStyle, CiteForm, str]]:
    """Yield how kegen cites a document, in each style and form."""
    if not (link.kind and link.number and link.date and link.issuer and link.subject):
        return
    styles: tuple[DateStyle, ...] = ("ngan", "dai")
    forms: tuple[CiteForm, ...] = ("du", "khong-ngay", "khong-trich-yeu", "ngan")
    for style in styles:
        for form in forms:
            date = parse_date(link.date)
            numbered = is_numbered(link.kind, link.number)
            cited = Cited(link.kind, link.number, date, link.issuer, lambda: link.subject, style, form, numbered)
            yield style, form, cited.whole()


def _cite(link: Link, style: DateStyle, form: CiteForm, own: OwnValues, known: Mapping[str, str]) -> None:
    """Add the document that a line cites, the plan above only with how it is cited."""
    facts: Data = {} if link.id == PARENT or link.id in known.values() else {"kind": link.kind} | link_data(link)
    facts |= ({"dates": style} if style == "dai" else {}) | ({"form": form} if form != "du" else {})
    if facts:
        own.values.setdefault("documents", {})[link.id] = facts


def _emphasis(opening: Sequence[Paragraph], own: OwnValues) -> Data:
    """Return what stands out in the opening, and its footnotes; a table has no place there."""
    data: Data = {"emphasis": {}, "footnotes": {}}
    for each in opening:
        others = [other.text for other in opening if other is not each]
        for name, (named, lost) in (("emphasis", emphasis_of(each)), ("footnotes", footnotes_of(each))):
            alone = {words: value for words, value in named.items() if not any(present(words, text) for text in others)}
            data[name] |= alone
            for words in (*lost, *(words for words in named if words not in alone)):
                own.leave(("bases",), _EMPHASIS[name], words)
        if each.table:
            cells = " | ".join(cell for row in each.table.rows for cell in row.cells)
            own.leave(("bases",), "bảng trong phần mở đầu", cells)
    return {name: named for name, named in data.items() if named}


_EMPHASIS = {"emphasis": "chữ in đậm, nghiêng trong phần mở đầu", "footnotes": "chú thích trong phần mở đầu"}


def archive_data(line: str) -> str | None:
    """Return where the line `Lưu` says that the plan is kept besides, as a profile says it; None for another line."""
    found = _FILE.fullmatch(line)
    return (found["rest"] or "khong") if found and fold(line.lstrip(" -–")).startswith("luu") else None


def end(plan: Plan, own: OwnValues) -> None:
    """Set recipients and the file, lines whole."""
    entries = []
    for each in plan.recipients:
        if archive := archive_data(each):
            own.values["archive"] = archive
        else:
            entries.append(each.strip(" -–;,."))
    own.values["recipients"] = [each for each in entries if each]
    if "archive" not in own.values:
        own.values["archive"] = "khong"
        own.remark(("archive",), "Văn bản không có dòng Lưu; kegen luôn in “- Lưu: VT”.")


def offices_of(names: Iterable[str], area: str) -> dict[str, str]:
    """Return what the profile calls each office that tasks name: one name however it is written, `xã` after it or not.

    `area` is the word for the unit itself.
    """
    called: dict[str, str] = {}
    return {name: called.setdefault(fold(name).removesuffix(f"-{area}"), name) for name in names}
