"""How a document is to be judged, and what is known of it from outside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from kegen.dates import parse_date
from kegen.docx.model import Document
from kegen.plan.model import Plan

if TYPE_CHECKING:
    from kegen.profile.model import Profile

Mode = Literal["draft", "issued"]
"""`draft`: number and day may be blank; `issued`: all is filled in and nothing of the drafting is left."""
Medium = Literal["electronic", "paper"]


class CheckContext(NamedTuple):
    """What a profile makes known of the document."""

    profile: Profile
    plan: Plan
    folder: Path | None = None
    """Where the profile lies, and perhaps its pack."""


def context_of(profile: Profile, plan: Plan, folder: Path | None = None) -> CheckContext:
    """Return what they make known; of a plan above that the profile names by its file, what resolving took from it."""
    parent, chain = profile.parent_plan, plan.standing.chain
    if parent is None or not (parent.plan or parent.profile) or not chain:
        return CheckContext(profile, plan, folder)
    link, own, standing = chain[-1], profile.reporting, plan.standing
    date = parse_date(link.date) if link.date else None
    parent = parent.model_copy(update={"number": link.number or None, "date": date, "issuer": link.issuer})
    days = {"half_year": own.half_year or standing.half_year or None, "year": own.year or standing.year or None}
    # what a plan of a department makes known to those under it are their days, not its own
    reporting = own if standing.level in {"so", "don-vi"} else own.model_copy(update=days)
    return CheckContext(profile.model_copy(update={"parent_plan": parent, "reporting": reporting}), plan, folder)


class CheckOptions(NamedTuple):
    """How documents are to be judged."""

    mode: Mode = "draft"
    medium: Medium = "electronic"
    facts: CheckContext | None = None
    above: Document | None = None
