"""Ký hiệu của văn bản viện dẫn.

Quy định: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan; chữ viết tắt tên loại ứng với tên loại đứng
trước số. Văn bản của Đảng nối số với ký hiệu bằng gạch ngang: 226-KL/TW.
Vì sao: sai một chữ thì không tra được văn bản. Lỗi hay gặp khi chép từ bản quét: CD thay cho CĐ, K-L thay cho KL.
Sai: Kết luận số 226-K-L/TW; Công điện số 968/CD-TTg; Quyết định số 968/CĐ-TTg.
Đúng: Kết luận số 226-KL/TW; Công điện số 968/CĐ-TTg.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.citations import Citation
from kegen.check.citing_numbers import CODES, KNOWN_CODES, Symbol
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3; Phụ lục III, Mục I"
WEIGHT: Weight = "N"
_OWN_NUMBERED = frozenset(("nghị định", "quyết định", "kết luận", "nghị quyết", "chỉ thị", "công điện", "thông tư"))
"""Kinds that always bear a number of their own, never that of the document they come with."""
_PRIME_MINISTER = "TTg"
_PRIME_MINISTERS = frozenset({"ttg", "tg", "tgg"})


def check(paper: Paper) -> Outcome:
    """Look at the symbol of each citation, each document once."""
    if not paper.citations:
        yield Absent("văn bản không viện dẫn văn bản nào")
    seen: set[tuple[str, str]] = set()
    for each in paper.citations:
        if (each.kind.casefold(), each.number) not in seen:
            seen.add((each.kind.casefold(), each.number))
            yield from _symbol(each)


def _symbol(cited: Citation) -> Iterator[Fault]:
    symbol = cited.symbol
    codes = CODES.get(cited.kind.casefold(), ())
    right = _mended(symbol, codes)
    if right is not None:
        groups, severity = right
        message = f"không loại văn bản nào có ký hiệu như “{cited.number}”"
        yield Fault(cited.paragraph, message, cited.number, _written(cited, groups), severity)
    elif codes and symbol.code and symbol.code not in codes and not _is_named_after(cited):
        sure = cited.kind.casefold() in _OWN_NUMBERED and cited.kind[:1].isupper() and not symbol.is_party
        message = f"tên loại “{cited.kind}” không ứng với ký hiệu “{symbol.code}”"
        expected = f"{cited.kind} số {_written(cited, (codes[0], *symbol.groups[1:]))} hoặc {_kind_of(symbol.code)}"
        yield Fault(cited.paragraph, message, cited.number, expected, "error" if sure else "warning")
    elif symbol.groups[-1] != _PRIME_MINISTER and symbol.groups[-1].casefold() in _PRIME_MINISTERS and symbol.code:
        message = "chữ viết tắt của Thủ tướng Chính phủ trong ký hiệu không đúng"
        yield Fault(cited.paragraph, message, cited.number, _written(cited, (*symbol.groups[:-1], _PRIME_MINISTER)))


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


def _written(cited: Citation, groups: tuple[str, ...]) -> str:
    symbol = cited.symbol
    if symbol.is_party:
        return f"{symbol.own}-{groups[0]}/{'-'.join(groups[1:])}"
    return f"{symbol.own}/{symbol.year + '/' if symbol.year else ''}{'-'.join(groups)}"


def _kind_of(code: str) -> str:
    return (
        next(kind for kind, codes in CODES.items() if code in codes).capitalize() if _names(code) else f"sửa “{code}”"
    )


def _names(code: str) -> bool:
    return any(code in codes for codes in CODES.values())


def _is_named_after(cited: Citation) -> bool:
    """Whether another kind stands right before, whose number it may be (`Quyết định ban hành Quy chế số …`)."""
    before = cited.passage.line.text[max(0, cited.start - 40) : cited.start].casefold()
    return any(kind in before for kind in CODES)
