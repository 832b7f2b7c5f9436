"""A Word file checked: its bytes read, then judged; a draft is held against the profile it was made from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kegen.check.accepting import accept
from kegen.check.judge import judge
from kegen.check.options import CheckOptions, context_of
from kegen.check.paper import Paper
from kegen.check.report import Report
from kegen.check.rule import Rule
from kegen.check.rules import chosen
from kegen.docx.model import Document
from kegen.docx.read import read_document
from kegen.plan.model import Plan

if TYPE_CHECKING:
    from kegen.profile.read import Loaded

_REPORTED_WITH_THE_PROFILE = ("recipient-missing",)
"""Rules whose faults resolving the profile has reported already, with the line to change."""


def check_bytes(data: bytes, file: str, rules: Iterable[Rule], options: CheckOptions) -> Report:
    """Return what the rules say of a .docx; raises KegenError, in Vietnamese, where the bytes cannot be read."""
    return check_document(read_document(data, file), file, rules, options)


def check_document(document: Document, file: str, rules: Iterable[Rule], options: CheckOptions) -> Report:
    """Return what the rules say of a .docx that was read."""
    paper = Paper(document, mode=options.mode, medium=options.medium, facts=options.facts, above=options.above)
    return accept(judge(paper, rules, file), options.facts.profile.accept if options.facts else ())


def check_draft(data: bytes, file: str, loaded: Loaded, plan: Plan, *, final: bool) -> Report:
    """Return what the rules say of the draft; raises KegenError where a template of one's own makes it unreadable."""
    return check_drafted(read_document(data, file), file, loaded, plan, final=final)


def check_drafted(document: Document, file: str, loaded: Loaded, plan: Plan, *, final: bool) -> Report:
    """Return what the rules say of a draft that was read."""
    options = CheckOptions("issued" if final else "draft", facts=context_of(loaded.profile, plan, loaded.path.parent))
    return check_document(document, file, chosen(ignore=_REPORTED_WITH_THE_PROFILE), options)
