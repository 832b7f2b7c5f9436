"""The lines of a file's bytes as they are: encoding, mark at the head and line ends, whichever each line has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from kegen.yaml_text.layout import TextEdit
from kegen.yaml_text.text import encoding_of

_LINE_END = re.compile("(\r\n|\r|\n)")


class RawLine(NamedTuple):
    """A line and its line end, "" for that of a file's last line."""

    text: str
    end: str


class RawLines(NamedTuple):
    """All lines of a file, as many as its text has once line ends are all alike."""

    lines: tuple[RawLine, ...]
    encoding: str
    mark: bytes
    """The bytes at the head that tell the encoding, or none."""

    @classmethod
    def of(cls, data: bytes) -> RawLines:
        """Return the lines of the bytes."""
        encoding, rest = encoding_of(data)
        pieces = _LINE_END.split(rest.decode(encoding, "surrogatepass"))
        lines = tuple(RawLine(text, end) for text, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True))
        return cls(lines, encoding, data[: len(data) - len(rest)])

    def data(self) -> bytes:
        """Return the bytes."""
        return self.mark + "".join(part for line in self.lines for part in line).encode(self.encoding, "surrogatepass")

    def like(self, text: str) -> bytes:
        """Return another text as bytes, in the encoding and with the line ends of these lines."""
        whole = text.replace("\n", self.lines[0].end or "\n")
        return self.mark + whole.encode(self.encoding, "surrogatepass")

    def changed(self, text: str, edits: Iterable[TextEdit]) -> RawLines:
        """Return the lines with edits made that are meant for their text; lines that stay the same stay as they are."""
        starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
        usual = self.lines[0].end or "\n"
        new: list[RawLine] = []
        done = 0
        for first, last, group in _blocks(starts, edits):
            old = text[starts[first] : starts[last + 1] - 1 if last + 1 < len(starts) else len(text)]
            lines = _replaced(old, starts[first], group).split("\n")
            new += [
                *self.lines[done:first],
                *_unchanged_around(old.split("\n"), lines, self.lines[first : last + 1], usual),
            ]
            done = last + 1
        new += self.lines[done:]
        ended = [line if line.end else line._replace(end=usual) for line in new[:-1]]
        return self._replace(lines=(*ended, new[-1]._replace(end="")))


def _blocks(starts: list[int], edits: Iterable[TextEdit]) -> list[tuple[int, int, list[TextEdit]]]:
    """Return the edits in groups that touch the same lines, with their first and last line, from 0."""
    found: list[tuple[int, int, list[TextEdit]]] = []
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        first, last = bisect_right(starts, edit.start) - 1, bisect_right(starts, edit.end) - 1
        if found and first <= found[-1][1]:
            first, _, group = found.pop()
            found.append((first, last, [*group, edit]))
        else:
            found.append((first, last, [edit]))
    return found


def _replaced(old: str, start: int, edits: list[TextEdit]) -> str:
    """Return the text, which begins at that place of the whole, with the edits made."""
    for edit in reversed(edits):
        old = old[: edit.start - start] + edit.text + old[edit.end - start :]
    return old


def _unchanged_around(old: list[str], new: list[str], raw: tuple[RawLine, ...], usual: str) -> list[RawLine]:
    """Return the new lines, those at the head and at the foot that are the old ones as they were in the file."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    foot = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    between = [RawLine(line, usual) for line in new[head : len(new) - foot]]
    return [*raw[:head], *between, *raw[len(raw) - foot :]]
