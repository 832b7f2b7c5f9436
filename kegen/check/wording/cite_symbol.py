"""Ký hiệu của văn bản viện dẫn.

Quy định: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan; chữ viết tắt tên loại ứng với tên loại đứng
trước số. Văn bản của Nhà nước dùng dấu gạch chéo giữa số và ký hiệu (534/QĐ-TTg), văn bản của Đảng dùng gạch ngang
(226-KL/TW); giữa các chữ không có dấu cách.
Vì sao: sai một chữ hay một dấu thì không tra được văn bản. Lỗi hay gặp khi chép từ bản quét: CD thay cho CĐ, K-L thay
cho KL.
Sai: Kết luận số 226-K-L/TW; Kết luận số 226/KL-TW; Công điện số 968/CD-TTg; Quyết định số 968/CĐ-TTg; Quyết định số 534
ngày 31/3/2026.
Đúng: Kết luận số 226-KL/TW; Công điện số 968/CĐ-TTg; Quyết định số 534/QĐ-TTg ngày 31/3/2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.citations import Citation
from kegen.check.directives import known_documents
from kegen.check.document_numbers import CODES, KNOWN_CODES, Symbol, plain
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.docx.lines import Line
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3; Phụ lục III, Mục I"
WEIGHT: Weight = "N"
_OWN_NUMBERED = frozenset(("nghị định", "quyết định", "kết luận", "nghị quyết", "chỉ thị", "công điện", "thông tư"))
"""Kinds that always bear a number of their own, never that of the document they come with."""
_NOTICE = "TB"
"""A conclusion is often made known by a notice and called by its number."""
_PRIME_MINISTER = "TTg"
_PRIME_MINISTERS = frozenset({"ttg", "tg", "tgg"})
_OF_PARTY = frozenset({"TW", "TU", "TƯ"})
_OF_STATE = frozenset({"TTg", "CP", "UBND", "HĐND"})
_BARE = re.compile(
    r"(?P<name>(?:Nghị định|Quyết định|Nghị quyết|Chỉ thị|Kết luận|Công điện|Thông tư|Kế hoạch|Công văn)"
    r"\s+số\s+\d{1,5})\s+ngày\s+\d"
)


def check(paper: Paper) -> Outcome:
    """Look at the symbol of each citation, each document once, and for numbers without one."""
    bare = [fault for passage in paper.passages for fault in _without_symbol(passage.line)]
    if not paper.citations and not bare:
        yield Absent("văn bản không viện dẫn văn bản nào")
    yield from bare
    seen: set[tuple[str, str]] = set()
    for each in paper.citations:
        if (each.kind.casefold(), each.number) not in seen:
            seen.add((each.kind.casefold(), each.number))
            yield from _symbol(each)


def _without_symbol(line: Line) -> Iterator[Fault]:
    """Yield the documents that a line calls by a number without its symbol."""
    for found in _BARE.finditer(line.text):
        name = found["name"]
        yield Fault(line, f"{name} thiếu ký hiệu", name, f"{name}/… (ghi cả ký hiệu)")


def _symbol(cited: Citation) -> Iterator[Fault]:
    symbol = cited.symbol
    codes = CODES.get(cited.kind.casefold(), ())
    right = _mended(symbol, codes)
    if right is not None:
        groups, severity = right
        message = f"không loại văn bản nào có ký hiệu như “{cited.number}”"
        yield Fault(cited.paragraph, message, cited.number, symbol._replace(groups=groups).written, severity)
    elif codes and symbol.code and symbol.code not in codes and not _is_named_after(cited):
        yield _other_kind(cited, codes)
    elif _names_prime_minister(symbol) and not cited.is_in_capitals:
        message = "chữ viết tắt của Thủ tướng Chính phủ trong ký hiệu không đúng"
        expected = symbol._replace(groups=(*symbol.groups[:-1], _PRIME_MINISTER)).written
        yield Fault(cited.paragraph, message, cited.number, expected)
    else:
        yield from _signs(cited)


def _mended(symbol: Symbol, codes: tuple[str, ...]) -> tuple[tuple[str, ...], Severity] | None:
    """Return the groups as they should be where the code is a slip of a known one."""
    groups = symbol.groups
    if symbol.code or symbol.is_law or not codes:
        return None
    for count in (1, 2, 3):
        joined, rest = "".join(groups[:count]), groups[count:]
        for code in codes if rest else ():
            if joined == code:
                return (code, *rest), "error"
            if joined.lower() == code.lower():
                return (code, *rest), "warning"
            if fold(joined) == fold(code) and joined not in KNOWN_CODES:
                return (code, *rest), "error"
    return None


def _other_kind(cited: Citation, codes: tuple[str, ...]) -> Fault:
    symbol, kind = cited.symbol, cited.kind.casefold()
    is_notice = kind == "kết luận" and symbol.code == _NOTICE
    sure = kind in _OWN_NUMBERED and cited.kind[:1].isupper() and not symbol.is_party and not is_notice
    message = f"tên loại “{cited.kind}” không ứng với ký hiệu “{symbol.code}”"
    number = symbol._replace(groups=(codes[0], *symbol.groups[1:])).written
    expected = f"{cited.kind} số {number} hoặc {_kind_of(symbol.code)} số {cited.number}"
    return Fault(cited.paragraph, message, cited.number, expected, "error" if sure else "warning")


def _kind_of(code: str) -> str:
    return next((kind for kind, codes in CODES.items() if code in codes), "văn bản").capitalize()


def _is_named_after(cited: Citation) -> bool:
    """Whether another kind stands right before, whose number it may be (`Quyết định ban hành Quy chế số …`)."""
    before = cited.before[-40:].casefold()
    return any(kind in before for kind in CODES)


def _names_prime_minister(symbol: Symbol) -> bool:
    last = symbol.groups[-1]
    return bool(symbol.code) and last != _PRIME_MINISTER and last.casefold() in _PRIME_MINISTERS


def _signs(cited: Citation) -> Iterator[Fault]:
    """Yield what is wrong with dashes, strokes and blanks, or with letters where the right number is known."""
    known = known_documents().get(cited.key)
    typed = plain(cited.number)
    right = known.number if known else _well_joined(typed, cited.symbol)
    if typed == right or (typed.casefold() == right.casefold() and cited.is_in_capitals):
        if "\u00d0" in cited.number:
            message = "chữ “Đ” trong ký hiệu là một ký tự khác trông giống, máy không tìm ra"
            yield Fault(cited.paragraph, message, cited.number, plain(cited.number))
        return
    sure = known is not None and _letters(typed) != _letters(right)
    message = f"số, ký hiệu “{cited.number}” viết không đúng"
    yield Fault(cited.paragraph, message, cited.number, right, "error" if sure else "warning")


def _letters(number: str) -> str:
    """Return a number without what is a slip of the hand or a custom only: blanks, case, leading zeros, TƯ for TW."""
    return re.sub(r"tư$", "tw", re.sub(r"\s", "", number).casefold().lstrip("0"))


def _well_joined(typed: str, symbol: Symbol) -> str:
    """Return the number without blanks, its signs put right where body and code leave no doubt which they are."""
    match symbol.groups:
        case [_, body] if symbol.code:
            is_party = body in _OF_PARTY or (symbol.is_party and body not in _OF_STATE)
            return symbol._replace(is_party=is_party and not symbol.year).written
    return re.sub(r"\s", "", typed)
