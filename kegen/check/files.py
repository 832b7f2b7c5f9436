"""Check the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.report import Report
from kegen.check.rule import Rule
from kegen.check.way import Way
from kegen.document.read import read_document


def check_bytes(data: bytes, file: str, rules: Iterable[Rule], options: Way) -> Report:
    """Return what the rules say of a .docx; raises KegenError, in Vietnamese, where the bytes cannot be read."""
    document = read_document(data, file)
    return judge(
        Paper(document, mode=options.mode, medium=options.medium, facts=options.facts, above=options.above), rules, file
    )
