"""How a document is to be judged, and what is known of it from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kegen.document.model import Document
    from kegen.plan.model import Plan
    from kegen.profile.model import Profile

Mode = Literal["draft", "issued"]
"""`draft`: number and day may be blank; `issued`: all is filled in and nothing of the drafting is left."""
Medium = Literal["electronic", "paper"]


class Facts(NamedTuple):
    """What a profile makes known of the document."""

    profile: Profile
    plan: Plan


class Way(NamedTuple):
    """How documents are to be judged."""

    mode: Mode = "draft"
    medium: Medium = "electronic"
    facts: Facts | None = None
    above: Document | None = None
