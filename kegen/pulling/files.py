"""The files of a pull: the edited draft as it is read, the profile as it is written."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import NamedTuple

from kegen.docx.identity import digests_in, identity_of
from kegen.docx.read import read_document
from kegen.files import as_typed
from kegen.form.desk import write_over
from kegen.importing.libreoffice import as_docx
from kegen.output.turns import turn
from kegen.output.whole import write_whole
from kegen.plan.unit import WORDS
from kegen.problem import KegenError
from kegen.pulling.notices import Pulled
from kegen.pulling.pull import REASON, Draft, pull
from kegen.pulling.redraft import planned
from kegen.vietnamese import normalise
from kegen.yaml_text.text import bytes_of

_WORD = (".docx", ".docm")
_OTHERS = (".odt", ".doc", ".rtf")


class NotItsDraft(KegenError):  # noqa: N818 - a state of the file
    """The file is no draft, or that of another unit or profile; `what` says which, its words go on with what to do."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what}; {advice}")
        self.what = what


class SavedElsewhere(KegenError):  # noqa: N818 - a state of the file
    """The profile was saved by somebody else since it was read."""


class Sent(NamedTuple):
    """An edited draft as somebody sends it: its bytes, its name, the template it was made in."""

    data: bytes
    path: Path
    template: Path | None = None


def pull_file(sent: Sent, data: bytes, profile: Path, *, reason: str = REASON, renamed: bool = False) -> Pulled:
    """Return what the edited draft brings into the profile of these bytes, as if that stood in its file.

    `renamed`: the profile has another name than when it was drafted. Raises KegenError or Invalid for a file that is
    no draft of the profile, and for a profile that cannot be drafted.
    """
    check_kind(sent.path)
    word = as_word(sent.data, sent.path)
    check_identity(word, sent.path, data, profile, renamed=renamed)
    return pull(
        data,
        profile,
        Draft(read_document(word, str(sent.path), with_marks=True), digests_in(word), sent.template),
        reason,
    )


def check_kind(path: Path) -> None:
    """Raise KegenError where the name is not that of a text that somebody can have edited."""
    if path.suffix.lower() not in (*_WORD, *_OTHERS):
        raise KegenError(f"{path}: bản đã sửa phải là tệp .docx (hoặc .doc, .odt); hãy chọn đúng tệp ấy")


def as_word(data: bytes, path: Path) -> bytes:
    """Return an edited draft as a .docx; raises KegenError where it is of another kind and cannot be made one."""
    kind = path.suffix.lower()
    return as_docx(data, str(path), kind) if kind in _OTHERS else data


def check_identity(word: bytes, edited: Path, data: bytes, profile: Path, *, renamed: bool = False) -> None:
    """Raise NotItsDraft where the file is no draft, or that of another unit or profile."""
    identity = identity_of(word)
    if identity is None:
        raise NotItsDraft(
            f"{edited}: tệp này không phải là bản do kegen soạn (hoặc soạn bằng bản kegen cũ), nên không biết chỗ"
            " nào đã sửa",
            f"văn bản của đơn vị mình mà chưa có hồ sơ thì đọc bằng kegen import --own {as_typed(edited)}",
        )
    plan = planned(data, profile)[1].standing
    if (identity.level, identity.unit, identity.province) != (plan.level, plan.unit, plan.province):
        kind = WORDS.get(identity.level, "")
        above = "" if identity.province == identity.unit else identity.province
        theirs = ", ".join(filter(None, (f"{kind} {identity.unit}".strip(), above)))
        raise NotItsDraft(
            f"{edited}: đây là bản soạn của {theirs}, không phải của hồ sơ {profile.name}", "hãy ghi đúng --profile"
        )
    if not renamed and identity.profile and normalise(identity.profile) != normalise(profile.name):
        raise NotItsDraft(
            f"{edited}: bản này được soạn từ hồ sơ {identity.profile}, không phải {profile.name}",
            f"hãy ghi --profile {as_typed(Path(identity.profile))}, hoặc nếu hồ sơ đã đổi tên thì thêm --renamed",
        )


def write_profile(path: Path, old: bytes, new: bytes) -> Path:
    """Write the new profile in place of the old one, of which a copy is kept beside it; return where that is.

    Raises SavedElsewhere, and changes nothing, where the file is another by now.
    """
    with turn(path):
        if bytes_of(path) != old:
            raise SavedElsewhere(f"{path}: hồ sơ vừa được lưu ở chương trình khác nên chưa ghi gì; hãy chạy lại lệnh")
        backup = _keep_copy(path, old)
        write_over(path, old, new)
    return backup


def _keep_copy(path: Path, old: bytes) -> Path:
    """Write a copy under the first number that is free."""
    names = (path.with_name(f"{path.name}.truoc-{number}") for number in count(1))
    name = next(each for each in names if not os.path.lexists(each))

    def check_free() -> None:
        if os.path.lexists(name):
            raise KegenError(f"{name}: vừa có tệp này nên chưa ghi gì; hãy chạy lại lệnh")

    write_whole(name, old, like=[path], before=check_free)
    return name
