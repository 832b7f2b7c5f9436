"""A profile on the desk of a person who fills in its form: every edit is saved at once, whole or not at all.

A page may be older than the file: each edit bears the version it was made on. What cannot be saved is given back with
the reason, so that what was typed is never lost.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.form.edit import Edit
from kegen.form.making import changes_of
from kegen.output.guard import save
from kegen.output.temporary import sweep
from kegen.output.turns import turn
from kegen.output.whole import write_whole
from kegen.problem import Invalid, KegenError, Problem, Severity
from kegen.profile.model import Profile
from kegen.yaml_text.changing import change_bytes
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.raw_lines import RawLines
from kegen.yaml_text.text import bytes_of, decode_text
from kegen.yaml_text.tree import Tree, parse_tree

_MOST_STEPS = 200
"""Steps back that are remembered, and former versions that a page may still have."""


class Written(NamedTuple):
    """The edit is in the file."""

    version: str
    text: str
    """The file's new text."""
    backup: Path | None = None
    """Where the file of somebody else was kept that made way."""


class Conflict(NamedTuple):
    """The file is another than the edit was made on; nothing was written, a person has to choose."""

    edit: Edit | None
    version: str
    """That of the file as it now is."""
    theirs: str
    """The file's text as it now is."""
    mine: str | None
    """The text that the edit would have made of its own version; None where nobody remembers that."""


class NotWritten(NamedTuple):
    """Nothing was written; the edit comes back as it was made."""

    edit: Edit | None
    why: str
    """What to tell, in Vietnamese."""
    problems: tuple[Problem, ...] = ()
    """What would be wrong with the profile, each at its place in the new text."""


class _Changed(KegenError):  # noqa: N818 - a state of the file
    """Somebody saved the file in the moment in which it was to be written."""


Outcome = Written | Conflict | NotWritten


def version_of(data: bytes) -> str:
    """Return what tells one state of a file from every other."""
    return sha256(data).hexdigest()


class Desk:
    """One profile being filled in; what it remembers serves undo, and ends with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: OrderedDict[str, bytes] = OrderedDict()
        self._undo: list[tuple[bytes, bytes]] = []
        self._redo: list[tuple[bytes, bytes]] = []
        """Steps that were made, and unmade: the file before each, and after it."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._redo)

    def read(self) -> tuple[bytes, str]:
        """Return the file's bytes and their version; raises KegenError where it cannot be read."""
        data = bytes_of(self._path)
        version = version_of(data)
        self._known[version] = data
        while len(self._known) > _MOST_STEPS:
            self._known.popitem(last=False)
        return data, version

    def write(self, edit: Edit, version: str) -> Outcome:
        """Save the edit, which was made on that version."""
        try:
            with turn(self._path):
                data, now = self.read()
                if now != version:
                    return self._conflict(edit, version, data)
                new = edited(data, edit, str(self._path))
                if new != data:
                    write_over(self._path, data, new)
                    self._remember(self._undo, data, new)
                    self._redo.clear()
        except _Changed:
            return self._conflict(edit, version, self.read()[0])
        except Invalid as error:
            return NotWritten(edit, str(error), error.problems)
        except KegenError as error:
            return NotWritten(edit, str(error))
        return self._written(new)

    def undo(self) -> Outcome:
        """Take the last step back, unless the file was changed elsewhere since."""
        return self._step(self._undo, self._redo, "không còn bước nào để lùi lại")

    def redo(self) -> Outcome:
        """Make the last step again that was taken back."""
        return self._step(self._redo, self._undo, "không còn bước nào để làm lại")

    def keep_mine(self, text: str, version: str) -> Outcome:
        """Write the text that a person chose over the file of that version, which is kept beside it."""
        try:
            with turn(self._path):
                data, now = self.read()
                if now != version:
                    return Conflict(None, now, self._text(data), text)
                new = RawLines.of(data).like(text)
                saved = save(self._path, new, force=True)
                self._remember(self._undo, data, new)
                self._redo.clear()
        except KegenError as error:
            return NotWritten(None, str(error))
        return self._written(new)._replace(backup=saved.backup)

    def note(self, before: bytes, after: bytes) -> Written:
        """Note what was written beside the desk as a step, so that it can be taken back."""
        self._remember(self._undo, before, after)
        self._redo.clear()
        return self._written(after)

    def _step(self, steps: list[tuple[bytes, bytes]], others: list[tuple[bytes, bytes]], none: str) -> Outcome:
        if not steps:
            return NotWritten(None, none)
        before, after = steps[-1]
        try:
            with turn(self._path):
                data, now = self.read()
                if data != after:
                    return Conflict(None, now, self._text(data), self._text(before))
                write_over(self._path, after, before)
        except KegenError as error:
            return NotWritten(None, str(error))
        steps.pop()
        self._remember(others, after, before)
        return self._written(before)

    def _conflict(self, edit: Edit, version: str, data: bytes) -> Conflict:
        mine = None
        if old := self._known.get(version):
            try:
                mine = self._text(edited(old, edit, str(self._path)))
            except KegenError:
                mine = None
        return Conflict(edit, version_of(data), self._text(data), mine)

    def _written(self, data: bytes) -> Written:
        version = version_of(data)
        self._known[version] = data
        return Written(version, self._text(data))

    def _text(self, data: bytes) -> str:
        return decode_text(data, str(self._path)).text

    def _remember(self, steps: list[tuple[bytes, bytes]], before: bytes, after: bytes) -> None:
        steps.append((before, after))
        del steps[:-_MOST_STEPS]


def write_over(path: Path, old: bytes, new: bytes) -> None:
    """Write the file in place of the old one; raises KegenError, and writes nothing, where that changed."""

    def check_still() -> None:
        if bytes_of(path) != old:
            raise _Changed(f"{path}: tệp vừa được lưu ở chương trình khác nên chưa ghi; hãy lưu lại")

    sweep(path.parent)
    write_whole(path, new, before=check_still, in_place=True)


def edited(data: bytes, edit: Edit, file: str) -> bytes:
    """Return the profile's bytes with the edit made; the same bytes where it says what they say.

    Raises KegenError where it has no sure place, Invalid where the profile would then have a problem it had not.
    """
    old = _tree(data, file)
    new = change_bytes(data, changes_of(edit, old), file)
    if new != data:
        _check(old, _tree(new, file))
    return new


def _tree(data: bytes, file: str) -> Tree:
    return parse_tree(decode_text(data, file))


def _check(old: Tree, new: Tree) -> None:
    """Raise Invalid with the errors that reading the new profile finds and reading the old one did not."""
    known = {(each.id, each.message) for each in read_record(Profile, old).problems}
    found = [each for each in read_record(Profile, new).problems if each.severity is Severity.ERROR]
    if fresh := [each for each in found if (each.id, each.message) not in known]:
        raise Invalid(fresh)
