"""What is to be pasted: values at their places in a profile, what is to be deleted there, and words beside both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kegen.profile.model import Profile
from kegen.yaml_text.change import Change, Put, Remove, meant
from kegen.yaml_text.nodes import Mapping, Plain, Scalar
from kegen.yaml_text.tree import Path, Tree

REASON = "…… (ghi lý do)"
"""What stands for a reason that only a person knows."""


@dataclass
class Paste:
    """The values by their paths; each path's remarks stand above it."""

    tree: Tree | None = None
    """The profile as it is, None where it is not known."""
    values: dict[Path, Plain] = field(default_factory=dict)
    deleted: dict[Path, str] = field(default_factory=dict)
    """What the profile is no longer to have, and what is to be told of it."""
    remarks: dict[Path, list[str]] = field(default_factory=dict)
    unkeyed: list[str] = field(default_factory=list)
    """What has no key in a profile, in words."""

    def put(self, path: Path, value: Plain, remark: str = "") -> None:
        """Put a value; what was to be deleted there or stood inside it gives way; the remark is its top key's."""
        self.deleted.pop(path, None)
        for inner in [each for each in self.values if each[: len(path)] == path]:
            del self.values[inner]
        self.values[path] = value
        if remark:
            self.remarks[path[:1]] = [remark]

    def delete(self, path: Path, words: str) -> None:
        """Say that what the profile has at the path is to go; what was to be put there gives way."""
        self.take(path)
        if self.tree is not None and self.tree.node(path) is None:
            return
        self.deleted = {each: text for each, text in self.deleted.items() if each[: len(path)] != path}
        if not self._is_gone(path):
            self.deleted[path] = words

    def take(self, path: Path) -> None:
        """Take out what is at the path or inside it."""
        for each in [each for each in self.values if each[: len(path)] == path]:
            del self.values[each]

    def remark(self, path: Path, text: str) -> None:
        """Put a remark above the path, once."""
        found = self.remarks.setdefault(path, [])
        if text and text not in found:
            found.append(text)

    def changes(self) -> Iterator[Change]:
        """Yield what pasting changes in the profile's file, each new group as one."""
        yield from (Remove(path) for path in self.deleted)
        heads: dict[Path, list[Path]] = {}
        for path in self.values:
            heads.setdefault(self._head(path), []).append(path)
        for head, paths in heads.items():
            node = self.tree.node(head) if self.tree and not self._is_gone(head) else None
            is_sentence = isinstance(node, Scalar) and paths != [head]  # a task of one sentence, which becomes a group
            whole: Plain = {"wording": node.text} if is_sentence and isinstance(node, Scalar) else None
            for path in paths:
                whole = meant(whole, [Put(path[len(head) :], self.values[path])])
            yield Put(head, whole)

    def _head(self, path: Path) -> Path:
        """Return the way to the first group on the path that the profile has not, or the path."""
        for end in range(1, len(path)):
            head = path[:end]
            if self.tree is None or self._is_gone(head) or not isinstance(self.tree.node(head), Mapping):
                return head
        return path

    def _is_gone(self, path: Path) -> bool:
        return any(path[: len(each)] == each for each in self.deleted)

    def nested(self) -> dict[str, Plain]:
        """Return the values as they stand in a profile, in the order of its keys."""
        whole: dict[str, Plain] = {}
        order = list(Profile.model_fields)
        for path, value in sorted(self.values.items(), key=lambda pair: order.index(str(pair[0][0]))):
            home = whole
            for part in path[:-1]:
                inner = home.setdefault(str(part), {})
                if not isinstance(inner, dict):
                    raise TypeError(path)
                home = inner
            home[str(path[-1])] = value
        return whole
