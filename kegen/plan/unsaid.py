"""Sections and tasks that a profile names and says nothing of."""

from __future__ import annotations

from kegen.plan.case import Case
from kegen.source.nodes import Mapping, Scalar
from kegen.source.tree import Path


def check_unsaid(case: Case, group: str, what: str) -> None:
    """Note an id with nothing after it: whether to leave the thing out or to word it is not said."""
    node = case.tree.node((group,))
    for entry in node.entries if isinstance(node, Mapping) else ():
        if isinstance(entry.value, Scalar) and entry.value.text is None:
            nothing_said(case, (group, entry.key), what)


def nothing_said(case: Case, path: Path, what: str) -> None:
    """Note that of the section or task at the path nothing is said."""
    reworded = ", muốn viết lại thì ghi wording" if path[0] == "tasks" else ""
    case.key_error(path, "rong", f"chưa nói gì về {what} “{path[-1]}”; muốn bỏ thì ghi omit: lý do{reworded}")
