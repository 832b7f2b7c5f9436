"""Check the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kegen.check.way import Way

if TYPE_CHECKING:
    from kegen.check.report import Report
    from kegen.check.rule import Rule


def check_bytes(data: bytes, file: str, rules: Sequence[Rule], way: Way) -> Report:
    """Return what the rules say of a .docx; raises KegenError, in Vietnamese, where the bytes cannot be read."""
    from kegen.check.judge import judge  # noqa: PLC0415 - they load what reads Word files
    from kegen.check.paper import Paper  # noqa: PLC0415
    from kegen.document.read import read_document  # noqa: PLC0415

    return judge(Paper(read_document(data, file), **way._asdict()), rules, file)
