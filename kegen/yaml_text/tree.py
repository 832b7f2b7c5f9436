"""A YAML file as a tree in which every key and value knows where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from kegen.problem import Invalid, Place, Problem, Severity
from kegen.yaml_text.compose import YamlSyntaxError
from kegen.yaml_text.convert import read_nodes
from kegen.yaml_text.mend import Mending, syntax_problem
from kegen.yaml_text.nodes import Entry, Mapping, Node, Plain, Scalar, Sequence, plain
from kegen.yaml_text.text import SourceText

Path = tuple[str | int, ...]
"""The way from the top of a file to a node: keys, and positions in lists from 0."""

_EMPTY = "tệp chưa có nội dung nào; hãy chép một hồ sơ mẫu trong thư mục profiles vào đây rồi sửa"
_NOT_KEYS = (
    "tệp phải gồm các dòng “khóa: giá trị”, ví dụ “directive: qd-534”; hãy xem một hồ sơ mẫu trong thư mục profiles"
)


class Tree(NamedTuple):
    """The content of one file; `problems` are those that did not keep it from being read."""

    file: str
    root: Mapping
    problems: tuple[Problem, ...] = ()

    def node(self, path: Path) -> Node | None:
        """Return the node at the path, or None where there is none."""
        steps = list(self._steps(path))
        return steps[-1][0] if len(steps) > len(path) else None

    def place(self, path: Path) -> Place:
        """Return where the value at the path stands, or its nearest ancestor that is there."""
        return list(self._steps(path))[-1][0].place

    def key_place(self, path: Path) -> Place:
        """Return where the key at the path's end stands; a list's item, or an ancestor, where none is."""
        return list(self._steps(path))[-1][1]

    def problem(self, path: Path, name: str, message: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return a problem with the value at the path."""
        return Problem(self.place(path), name, message, severity)

    def plain(self) -> Plain:
        """Return the content as dict, list, str and None."""
        return plain(self.root)

    def _steps(self, path: Path) -> Iterator[tuple[Node, Place]]:
        """Yield the nodes on the way as far as it goes, each with the place of its key."""
        node: Node = self.root
        yield node, node.place
        for part in path:
            step = step_into(node, part)
            if step is None:
                return
            node = step.value if isinstance(step, Entry) else step
            yield node, step.place


def step_into(node: Node, part: str | int) -> Entry | Node | None:
    """Return a mapping's entry of the key or a list's item at the position, or None."""
    if isinstance(node, Mapping):
        return node.entry(str(part))
    if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def nested(path: Path, value: Plain) -> Plain:
    """Return the value in new groups and lists of one, by the path."""
    for part in reversed(path):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def parse_tree(source: SourceText) -> Tree:
    """Return the tree of a text; raises Invalid, with every problem found, where there is none.

    A text that YAML cannot read is read as it was probably meant, so that its other problems show too.
    """
    first = _Attempt(source, source.text)
    if first.error is None:
        return first.tree()
    widths = (2, 4, 8) if "\t" in source.text else (2,)
    attempts = [_mended(source, width) for width in widths]
    return min(attempts, key=lambda each: (each.error is not None, len(each.problems))).tree()


def _mended(source: SourceText, tab_width: int) -> _Attempt:
    mending = Mending(source, tab_width)
    return _Attempt(source, mending.text(), mending)


class _Attempt:
    """One reading of a text, as it is or as mended."""

    def __init__(self, source: SourceText, text: str, mending: Mending | None = None) -> None:
        self.error: YamlSyntaxError | None = None
        self._source = source
        self._root: Node | None = None
        self.problems = [*source.problems, *(mending.problems if mending else ())]
        self._shifts = mending.shifts if mending else {}
        try:
            self._root, problems = read_nodes(text, source, self._shifts)
            self.problems += problems
        except YamlSyntaxError as error:
            self.error = error
            self.problems += self._before(error, text)
        except Invalid as error:
            raise Invalid([*self.problems, *error.problems]) from None

    def _before(self, error: YamlSyntaxError, text: str) -> list[Problem]:
        """Return the problems of the lines above the error; what they name may well be repeated below it."""
        above = "\n".join(text.split("\n")[: error.line - 1])
        with suppress(YamlSyntaxError, Invalid):
            return [each for each in read_nodes(above, self._source, self._shifts)[1] if each.id != "neo"]
        return []

    def tree(self) -> Tree:
        """Return the tree that was read; raises Invalid where there is none."""
        if self.error is not None:
            raise Invalid([*self.problems, *self._stopped(self.error)])
        if self._root is None or (isinstance(self._root, Scalar) and self._root.text is None):
            raise Invalid([*self.problems, Problem(Place(self._source.file), "trong", _EMPTY)])
        if not isinstance(self._root, Mapping):
            raise Invalid([*self.problems, Problem(self._root.place, "sai-kieu", _NOT_KEYS)])
        return Tree(self._source.file, self._root, tuple(self.problems))

    def _stopped(self, error: YamlSyntaxError) -> Iterator[Problem]:
        """Yield what stopped the parser, unless a slip found before may be its cause."""
        problem = syntax_problem(error, self._source.file, self._shifts)
        if not any(each.id == "tab" or each.place.line == problem.place.line for each in self.problems):
            yield problem
