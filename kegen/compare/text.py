"""The changes told to a person: by what they are of, only the words that changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kegen.compare.change import Change, Kind, Piece, Subject
from kegen.deadlines import is_later

_GROUPS: tuple[tuple[str, tuple[Subject, ...]], ...] = (
    ("Đầu và cuối văn bản", ("number", "date", "issuer", "title", "signature", "annex")),
    ("Căn cứ, văn bản cấp trên", ("base", "chain")),
    ("Việc, chỉ tiêu cấp trên giao", ("order",)),
    ("Chỉ tiêu", ("target",)),
    ("Nhiệm vụ", ("task", "lead", "helpers", "deadline", "product", "task-target", "left-out")),
    ("Mục và lời văn", ("section", "item", "note")),
    ("Bảng, phụ lục", ("row",)),
    ("Nơi nhận", ("recipient",)),
    ("Phần khác", ("other",)),
)
_NAMES: dict[Subject, str] = {
    "number": "số, ký hiệu",
    "date": "địa danh, ngày",
    "issuer": "cơ quan ban hành",
    "title": "tên văn bản",
    "signature": "chữ ký",
    "annex": "phụ lục",
    "base": "căn cứ",
    "chain": "văn bản cấp trên",
    "target": "chỉ tiêu",
    "order": "việc cấp trên giao",
    "task": "nhiệm vụ",
    "lead": "chủ trì",
    "helpers": "phối hợp",
    "deadline": "thời hạn",
    "product": "sản phẩm",
    "task-target": "chỉ tiêu",
    "left-out": "lý do không nêu",
    "section": "mục",
    "item": "đoạn",
    "row": "dòng",
    "note": "chú thích",
    "recipient": "nơi nhận",
    "other": "phần khác",
}
_VERBS: dict[Kind, str] = {"added": "thêm", "removed": "bỏ", "changed": "sửa", "moved": "chuyển"}
_WHOLE: tuple[Subject, ...] = ("number", "target", "lead", "helpers", "deadline", "product", "task-target")
"""Facts so short that both are told whole."""
_LONGEST = 24
"""Words of a quotation that are shown; of a longer one, its first and last."""
_CONTEXT = 4
_PLACE = 18
"""Words of a place that are shown."""
_GLIMPSE = 10
"""Words that tell a paragraph from others."""
_MOST_EDITS = 6
"""A text changed in more places is told as written anew."""
_OFTEN = 3
"""A fact changed alike in so many tasks is told once."""


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the lines of the report: a line of summary, then group by group."""
    if not changes:
        yield "Không có gì thay đổi về nội dung."
        return
    counts = (f"{sum(each.kind == kind for each in changes)} {verb}" for kind, verb in _VERBS.items())
    yield f"{len(changes)} thay đổi ({', '.join(each for each in counts if not each.startswith('0 '))})."
    for title, subjects in _GROUPS:
        own = [each for each in changes if each.subject in subjects]
        if own:
            yield f"\n{title}:"
            alike = _alike(own)
            yield from (_shared(each) for each in alike)
            yield from _group([each for each in own if not any(each in some for some in alike)])


def change_name(change: Change) -> str:
    """Return what happened to what: `sửa chữ ký`."""
    return f"{_VERBS[change.kind]} {_NAMES[change.subject]}"


def _alike(changes: list[Change]) -> list[list[Change]]:
    """Return the changes of one fact that are the same in task after task."""
    found: dict[tuple[str, str, str], list[Change]] = {}
    for each in changes:
        if each.subject in _WHOLE:
            found.setdefault((each.subject, each.old, each.new), []).append(each)
    return [each for each in found.values() if len(each) >= _OFTEN]


def _shared(changes: list[Change]) -> str:
    ids = ", ".join(each.id or _short(each.where, 6) for each in changes)
    return f"  - {next(_description(changes[0]))}, ở {len(changes)} nhiệm vụ: {ids}"


def _group(changes: list[Change]) -> Iterator[str]:
    """Yield the changes, those of one task or section under its name."""
    named: dict[str, list[Change]] = {}
    for index, each in enumerate(changes):
        named.setdefault(each.id or f"\0{index}", []).append(each)
    for id_, own in named.items():
        where = next((each.where for each in own if each.where), "")
        head = " ".join(filter(None, ("" if id_.startswith("\0") else f"[{id_}]", _short(where, _PLACE))))
        for place, each in enumerate(own):
            lines = list(_description(each))
            if place == 0 and len(own) == 1 and len(lines) == 1:
                yield f"  - {head}: {lines[0]}" if head else f"  - {lines[0]}"
                continue
            if place == 0:
                yield f"  - {head or _NAMES[each.subject]}:"
            yield from (f"      {line}" for line in lines)


def _description(change: Change) -> Iterator[str]:
    """Yield what happened, a line for each run of words that changed."""
    name = _NAMES[change.subject]
    if change.kind == "moved":
        words = "".join(each.text for each in change.pieces)
        yield f"chuyển {name} “{_short(words, _GLIMPSE)}” từ {change.old} đến {change.new}"
    elif change.kind == "added":
        yield f"thêm {name}: {_quoted(change.new)}"
    elif change.kind == "removed":
        yield f"bỏ {name}: {_quoted(change.old)}" + (f" (lý do: {change.reason})" if change.reason else "")
    elif change.subject in _WHOLE:
        yield f"{name}: {_quoted(change.old)} → {_quoted(change.new)}{_lateness(change)}"
    elif len(edits := list(_edits(change.pieces))) > _MOST_EDITS:
        yield f"viết lại {name}: {_quoted(change.old)} → {_quoted(change.new)}"
    else:
        yield from (f"sửa {name}: {each}" for each in edits)


def _lateness(change: Change) -> str:
    if change.subject != "deadline":
        return ""
    return (
        " (muộn hơn)" if is_later(change.new, change.old) else " (sớm hơn)" if is_later(change.old, change.new) else ""
    )


def _edits(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield each run of words that went, came or was replaced, and the words before it."""
    for before, gone, come in _runs(pieces):
        where = f" (sau “{before}”)" if before else " (ở đầu)"
        if gone and come:
            yield f"{_quoted(gone)} → {_quoted(come)}{where}"
        else:
            yield f"bỏ {_quoted(gone)}{where}" if gone else f"thêm {_quoted(come)}{where}"


def _runs(pieces: Iterable[Piece]) -> Iterator[tuple[str, str, str]]:
    before, edits = "", {"removed": "", "added": ""}
    for each in (*pieces, Piece("same", "")):
        if each.how != "same":
            edits[each.how] += each.text
            continue
        if any(edits.values()):
            yield _tail(before), edits["removed"].strip(), edits["added"].strip()
        before += edits["added"] + each.text
        edits = {"removed": "", "added": ""}


def _tail(text: str) -> str:
    words = text.split()
    return ("… " if len(words) > _CONTEXT else "") + " ".join(words[-_CONTEXT:])


def _quoted(text: str) -> str:
    return f"“{_short(text, _LONGEST)}”"


def _short(text: str, most: int) -> str:
    words = re.sub(r"\s{3,}", " …… ", text).split()
    return " ".join(words) if len(words) <= most else " ".join((*words[: most - 4], "…", *words[-4:]))
