"""The text to paste: made, tried on the profile where there is one, and what it does not bring about told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from kegen.compare.change import Change
from kegen.compare.compare import compare_contents
from kegen.compare.content import PlanContent
from kegen.compare.text import change_name
from kegen.importing.own_text import OwnValues, Writer
from kegen.pasting.around import paste_around
from kegen.pasting.body import BodyPaster
from kegen.pasting.entries import without_office
from kegen.pasting.facts import paste_facts, paste_targets
from kegen.pasting.ground import Ground
from kegen.pasting.paste import REASON, Paste
from kegen.problem import KegenError, Problem
from kegen.vietnamese import fold
from kegen.yaml_text.changing import path_name
from kegen.yaml_text.tree import Path
from kegen.yaml_text.writing import comment

_MOST_ROUNDS = 4
"""So often is looked at what pasting comes to: what one change brings about, another may have to put right."""


def paste_lines(ground: Ground, new: PlanContent) -> Iterator[str]:
    """Yield the lines to paste into the profile of the old plan; nothing that changed is left out."""
    changes = compare_contents(ground.content, new)
    if not changes:
        yield "# Không có gì thay đổi về nội dung."
        return
    if ground.loaded is None:
        paste = Paste()
        _add_around(paste, ground, new, changes)
        _add_body(paste, ground, new, frozenset())
        paste.unkeyed += [_whole(each) for each in _unreported(paste, changes, ground.office_names(new.tasks or ()))]
        yield from _text(paste, _HEAD if ground.plan else _HEAD_OF_WORD)
        return
    paste, left, errors = _tried(ground, new)
    paste.unkeyed = [_whole(each) for each in left]
    yield from _text(paste, _HEAD, errors)


def _tried(ground: Ground, new: PlanContent) -> tuple[Paste, tuple[Change, ...], tuple[str, ...]]:
    """Return what to paste, what is then still otherwise, and what keeps it from being drafted."""
    paste, by_words = Paste(ground.loaded.tree if ground.loaded else None), frozenset[str]()
    now, left = ground, compare_contents(ground.content, new)
    for count in range(_MOST_ROUNDS):
        before = dict(paste.values), dict(paste.deleted)
        _add_around(paste, now, new, left)
        if count:  # targets, an annex, how a document is cited: each changes sentences too
            _add_body(paste, now, new, by_words)
        if count and (paste.values, paste.deleted) == before:
            break
        try:
            now = _drafted(ground, paste)
        except KegenError as error:
            return paste, left, (str(error),)
        left = compare_contents(now.content, new)
        if count:
            by_words |= {each.id for each in left if each.kind == "changed" and each.id}
    return paste, left, tuple(_placed(now, each) for each in now.errors)


def _placed(now: Ground, problem: Problem) -> str:
    """Return a problem in words that say which key it is about: its line is one of a file that nobody has yet."""
    path = now.made.paths.get(problem, ()) if now.made else ()
    return f"{path_name(path)}: {problem.message}" if path else problem.message


def _drafted(ground: Ground, paste: Paste) -> Ground:
    """Return what the profile comes to with all that is to be pasted; what cannot stand there is taken out."""
    if ground.loaded is None:
        raise AssertionError
    while True:
        now = ground.with_changes(tuple(paste.changes()))
        wrong = [path for each in now.errors if (path := _wrong(now, each, paste))]
        if not wrong:
            return now
        for path in wrong:
            paste.take(path)


def _wrong(now: Ground, problem: Problem, paste: Paste) -> Path | None:
    """Return the value of the paste that a problem is about."""
    path = now.made.paths.get(problem, ()) if now.made else ()
    return next(
        (each for each in paste.values if path and (path[: len(each)] == each or each[: len(path)] == path)), None
    )


def _add_around(paste: Paste, ground: Ground, new: PlanContent, changes: Sequence[Change]) -> None:
    paste_around(ground, new, changes, paste)
    paste_targets(ground, new, paste)


def _add_body(paste: Paste, ground: Ground, new: PlanContent, by_words: frozenset[str]) -> None:
    body = BodyPaster(ground, new, paste, by_words)
    body.run()
    paste_facts(ground, new, paste, body.bodies.name_of_task)


def _unreported(paste: Paste, changes: Sequence[Change], offices: Sequence[str]) -> Iterator[Change]:
    """Yield the changes that neither a value nor a word beside one tells of; all that moved is told by the body."""
    values = json.dumps(list(paste.values.values()), ensure_ascii=False)
    words = fold(" ".join((values, *paste.unkeyed, *(each for texts in paste.remarks.values() for each in texts))))
    known = {path[1] for path in paste.values if len(path) > 1}
    for each in changes:
        texts = (each.new, without_office(each.new, offices)[1], each.old)
        if each.kind != "moved" and each.id not in known and not any(text and fold(text) in words for text in texts):
            yield each


def _whole(change: Change) -> str:
    """Return a change in words, none of them left out."""
    words = "".join(piece.text for piece in change.pieces) if change.kind == "moved" else ""
    sentence = (
        f"{change_name(change)}{words and f' “{words}”'}: {change.old or 'không có'} → {change.new or 'không có'}"
    )
    return f"{change.where}: {sentence}" if change.where else sentence


_HEAD = (
    "Dán các khóa dưới đây vào hồ sơ của bản cũ: khóa đã có (sections, tasks, …) thì ghi thêm vào dưới khóa ấy, mã đã"
    " có thì ghi thêm vào mã ấy, giá trị đã có thì thay. Dòng sau dấu # chỉ để đọc."
)
_HEAD_OF_WORD = (
    f"{_HEAD} Bản cũ là tệp Word nên không biết mã của các ý: mỗi ma-y-…, ma-muc-… ở đây đứng thay một mã, phải"
    " đổi thành mã trong hồ sơ trước khi dán; ghi chú phía trên nói rõ là ý nào."
)


def _text(paste: Paste, head: str, errors: Iterable[str] = ()) -> Iterator[str]:
    yield from comment(head, further="  ")
    if any(value == REASON for value in paste.values.values()):
        yield from comment(f"Chỗ ghi “{REASON}” là chỗ phải ghi lý do.", further="  ")
    for each in errors:
        yield from comment(f"Dán xong thì hồ sơ còn lỗi phải sửa: {each}", further="  ")
    for each in paste.deleted.values():
        yield from comment(f"XÓA trong hồ sơ, trước khi dán: {each}", further="  ")
    own = OwnValues(
        dict(paste.nested()), {path: [each for each in texts if each] for path, texts in paste.remarks.items()}
    )
    here = {path[:n] for path in paste.values for n in range(1, len(path) + 1)}
    own.remarks = {path: texts for path, texts in own.remarks.items() if path in here}
    yield from (line.text for line in Writer(own).write())
    if paste.unkeyed:
        yield ""
        yield from comment("KHÔNG CÓ KHÓA để dán, hãy tự xem và sửa:", further="  ")
        for each in dict.fromkeys(paste.unkeyed):
            yield from comment(f"- {each}", further="  ")
