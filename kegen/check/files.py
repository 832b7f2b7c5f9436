"""Check the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kegen.check.judge import judge
from kegen.check.paper import Facts, Medium, Mode, Paper
from kegen.check.report import Report
from kegen.check.rule import Rule
from kegen.document.model import Document
from kegen.document.read import read_document


class Way(NamedTuple):
    """How documents are to be judged, and what is known of them from outside."""

    mode: Mode = "draft"
    medium: Medium = "electronic"
    facts: Facts | None = None
    above: Document | None = None


def check_bytes(data: bytes, file: str, rules: Iterable[Rule], way: Way) -> Report:
    """Return what the rules say of a .docx; raises KegenError, in Vietnamese, where the bytes cannot be read."""
    return judge(Paper(read_document(data, file), **way._asdict()), rules, file)
