"""The citations of a paper by document, in the order one reads: what comes first, what comes later."""

from __future__ import annotations

from kegen.check.citations import Outline, outlines
from kegen.check.citing_names import same_body
from kegen.check.paper import Paper

_READ = ("body", "table", "annex")
"""Zones that tell the story; head, margins and notes stand aside."""


def mentions(paper: Paper) -> dict[str, list[Outline]]:
    """Return the citations of the content by number, those that only give a short name left out."""
    found: dict[str, list[Outline]] = {}
    for each in outlines(paper):
        if each.zone in _READ and not each.is_alias:
            found.setdefault(each.key, []).append(each)
    return found


def is_said_whole(cited: Outline) -> bool:
    """Whether it names date and issuer; within another's title the subject may be left as that title has it."""
    return cited.is_whole or (cited.inside is not None and bool(cited.date_text and cited.issuer))


def can_be_one(one: Outline, other: Outline) -> bool:
    """Whether two citations of one number can mean one document, by issuer and date."""
    if one.issuer and other.issuer and not same_body(one.issuer, other.issuer):
        return False
    return one.date is None or other.date is None or one.date == other.date
