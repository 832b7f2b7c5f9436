"""The merge key `<<`: keys taken over from another group, those written out here going first."""

from __future__ import annotations

from kegen.problem import Problem
from kegen.source.nodes import Entry, Mapping, Node, Sequence

_NOT_A_GROUP = "“<<” chỉ nhận một nhóm khóa đã đặt tên, ví dụ “<<: *chung”; hãy ghi hẳn các khóa ra, dễ đọc hơn"


def merged(entries: dict[str, Entry], merges: list[Node], problems: list[Problem]) -> tuple[Entry, ...]:
    """Return the entries with those of the merged groups that they lack."""
    every = dict(entries)
    for node in merges:
        for group in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(group, Mapping):
                every = {entry.key: entry for entry in group.entries} | every
            else:
                problems.append(Problem(group.place, "gop-khoa", _NOT_A_GROUP))
    return tuple(every.values())
