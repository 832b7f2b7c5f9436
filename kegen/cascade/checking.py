"""A draft checked against the profile it was made from; a module of its own, as `--no-check` loads no rules."""

from __future__ import annotations

from kegen.check.files import check_bytes
from kegen.check.report import Report
from kegen.check.rules import chosen
from kegen.check.way import Way, facts_of
from kegen.plan.model import Plan
from kegen.profile.model import Profile

_REPORTED_WITH_THE_PROFILE = ("recipient-missing",)
"""Rules whose faults resolving the profile has reported already, with the line to change."""


def check_draft(data: bytes, file: str, profile: Profile, plan: Plan, *, final: bool) -> Report:
    """Return what the rules say of the draft; raises KegenError where a template of one's own makes it unreadable."""
    options = Way("issued" if final else "draft", facts=facts_of(profile, plan))
    return check_bytes(data, file, chosen(ignore=_REPORTED_WITH_THE_PROFILE), options)
