"""Goes when no form rule asks any more: `by_number(paper.citations)`, `Citation.is_sufficient`, `Citation.can_be`."""

from kegen.check.citations import Citation, by_number
from kegen.check.paper import Paper


def mentions(paper: Paper) -> dict[str, list[Citation]]:
    """Return the citations of the content by number."""
    return by_number(paper.citations)


def is_said_whole(cited: Citation) -> bool:
    """Whether it is sufficient."""
    return cited.is_sufficient


def can_be_one(one: Citation, other: Citation) -> bool:
    """Whether they can be one document."""
    return one.can_be(other)
