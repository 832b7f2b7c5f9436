"""The end of a received plan: who receives it and who signs it, each line as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.recipients import recipients
from kegen.docx.parts import Parts
from kegen.importing.asking import Quote, ask
from kegen.plan.model import Ask, How, Read, Signature

_GLUED = re.compile(r"(?<=[;.])\s*(?=[-–]\s*\S)")
"""Two lines under `Nơi nhận:` that the file has as one."""
_TWO_LINES = re.compile(
    r"(?P<first>KT\.\s?[^.]+?|TM\.[^.]*?NHÂN DÂN)\s+(?P<second>(?:PHÓ|KT\.|CHỦ TỊCH$).*)", re.DOTALL
)
"""Two lines over the signer's name that the file has as one: `KT. CHỦ TỊCH PHÓ CHỦ TỊCH`."""
_NO_NAME = re.compile(r"[.…_\s]*")


def recipient_lines(parts: Parts) -> tuple[str, ...]:
    """Return the lines under `Nơi nhận:`, each whole however many lines it takes in the file."""
    found = recipients(parts)
    beside = parts.recipients_label.text.partition(":")[2] if parts.recipients_label else ""
    whole = (beside, *(f"{each.mark}{each.text}" for each in found.entries))
    cut = (piece.strip() for each in whole for piece in _GLUED.split(each))
    return (*(each for each in cut if each), *(each.text for each in found.after))


def signature_of(parts: Parts) -> Signature:
    """Return authority and titles, and the signer's name, "" while it is left blank."""
    name = "" if parts.name is None or _NO_NAME.fullmatch(parts.name.text) else parts.name.text
    return Signature(tuple(line for each in parts.signature for line in _lines(each.text)), name)


def _lines(text: str) -> Iterator[str]:
    while (found := _TWO_LINES.fullmatch(text)) is not None:
        yield found["first"]
        text = found["second"]
    yield text


def places_of_end(parts: Parts) -> Iterator[Read]:
    """Yield where recipients and signature were read."""
    label, signer = parts.recipients_label, parts.signature
    facts: tuple[tuple[str, int | None, How], ...] = (
        ("recipients", label.paragraph.page if label else None, "nhan"),
        ("signature", signer[0].paragraph.page if signer else None, "tieu-de"),
    )
    for field, page, how in facts:
        where = f"trang {page}, cuối văn bản" if page else "cuối văn bản"
        yield Read(field, "" if page is None else where, "khong" if page is None else how)


def asks_of_end(parts: Parts) -> Iterator[Ask]:
    """Yield what is asked of an end that lacks something."""
    if not parts.recipients:
        yield ask("khac", "recipients", "", "Văn bản gửi những nơi nào (Nơi nhận)?", Quote())
    if not signature_of(parts).name:
        sentence = " ".join(each.text for each in parts.signature)
        yield ask("khac", "signature", "", "Ai ký văn bản này (họ và tên)?", Quote(sentence, "cuối văn bản"))
