"""A profile made of a plan that was read: its values, remarks at their places, and the YAML that holds both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path
from kegen.yaml_text.writing import comment, one_line, scalar

Data = dict[str, Any]
_WIDTH = 112


@dataclass
class OwnValues:
    """The values of a profile as they are gathered, and what a person is to see beside them."""

    values: Data = field(default_factory=dict)
    remarks: dict[Path, list[str]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    """What the profile cannot hold, in words: it stands there as a remark."""

    def remark(self, path: Path, text: str) -> None:
        """Put a remark above the value at the path."""
        found = self.remarks.setdefault(path, [])
        if text not in found:
            found.append(text)

    def leave(self, path: Path, what: str, text: str) -> None:
        """Put what has no value to stand in above the value at the path; it is told, too."""
        self.left.append(what)
        self.remark(path, f"KHÔNG ĐƯA VÀO ĐƯỢC, {what}: {text}")

    def take_out(self, path: Path) -> Plain:
        """Take the value at the path out and return it; what stands behind it in a list moves up with its remarks."""
        home: Any = self.values
        for part in path[:-1]:
            home = home[part]
        taken: Plain = home.pop(path[-1])
        self.remarks = {new: texts for old, texts in self.remarks.items() if (new := _moved(old, path)) is not None}
        return taken


def _moved(path: Path, gone: Path) -> Path | None:
    """Return where a remark stands once the value is gone; those inside it go with it."""
    if path[: len(gone)] == gone and path != gone:
        return None
    at, last = len(gone) - 1, gone[-1]
    if isinstance(last, int) and path[:at] == gone[:-1] and len(path) > at:
        index = path[at]
        if isinstance(index, int) and index > last:
            return (*path[:at], index - 1, *path[at + 1 :])
    return path


class WrittenLine(NamedTuple):
    """A line of the file, and the value that it is about."""

    text: str
    path: Path


class Writer:
    """Writes the values as YAML, each with its remarks above it."""

    def __init__(self, own: OwnValues) -> None:
        self._own = own
        self.lines: list[WrittenLine] = []

    def write(self) -> list[WrittenLine]:
        """Return the lines of the whole file but its head."""
        for key, value in self._own.values.items():
            self.lines.append(WrittenLine("", ()))
            self._entry(key, value, (key,), 0)
        self._rest()
        return self.lines

    def _rest(self) -> None:
        """Write the remarks whose value is not in the profile."""
        places = {line.path for line in self.lines}
        for path, texts in self._own.remarks.items():
            if path not in places:
                self.lines.append(WrittenLine("", ()))
                self._comments(texts, path, 0)

    def _comments(self, texts: Sequence[str], path: Path, indent: int) -> None:
        self.lines += [WrittenLine(line, path) for text in texts for line in comment(text, " " * indent, "  ")]

    def _entry(self, key: str, value: Any, path: Path, indent: int, lead: str = "") -> None:  # noqa: ANN401
        """Write a key with its value; `lead` stands before the key in the first line, as a dash of a list does."""
        self._comments(self._own.remarks.get(path, ()), path, indent)
        start = f"{lead or ' ' * indent}{scalar(key)}:"
        if self._fits(start, value, path):
            self.lines.append(WrittenLine(f"{start} {one_line(value)}", path))
            return
        self.lines.append(WrittenLine(start, path))
        self._block(value, path, indent + 2)

    def _fits(self, start: str, value: Any, path: Path) -> bool:  # noqa: ANN401
        if isinstance(value, str) or not value:
            return True
        has_remarks = any(each[: len(path)] == path and each != path for each in self._own.remarks)
        is_high = isinstance(value, dict) and all(isinstance(each, str) for each in path)
        return not has_remarks and not is_high and len(start) + len(one_line(value)) < _WIDTH

    def _block(self, value: Any, path: Path, indent: int) -> None:  # noqa: ANN401
        if isinstance(value, dict):
            for key, inner in value.items():
                self._entry(key, inner, (*path, key), indent)
            return
        for index, inner in enumerate(value):
            self._item(inner, (*path, index), indent)

    def _item(self, value: Any, path: Path, indent: int) -> None:  # noqa: ANN401
        self._comments(self._own.remarks.get(path, ()), path, indent)
        start = f"{' ' * indent}-"
        if self._fits(start, value, path):
            self.lines.append(WrittenLine(f"{start} {one_line(value)}", path))
        elif isinstance(value, dict):
            self._dashed(value, path, indent)
        else:
            self.lines.append(WrittenLine(start, path))
            self._block(value, path, indent + 2)

    def _dashed(self, value: Data, path: Path, indent: int) -> None:
        leads = [f"{' ' * indent}- ", *("" for _ in value)]
        for lead, (key, inner) in zip(leads, value.items(), strict=False):
            inside = (*path, key)
            if lead and inside in self._own.remarks:
                self._comments(self._own.remarks[inside], inside, indent)
            start = f"{lead or ' ' * (indent + 2)}{scalar(key)}:"
            if self._fits(start, inner, inside):
                self.lines.append(WrittenLine(f"{start} {one_line(inner)}", inside))
            else:
                self.lines.append(WrittenLine(start, inside))
                self._block(inner, inside, indent + 4)
