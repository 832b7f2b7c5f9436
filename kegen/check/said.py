"""What each paragraph of a paper says, for those who come to it by a table or a row."""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.document.model import Paragraph


def said_in(paper: Paper, paragraph: Paragraph) -> str:
    """Return the text of a paragraph of the paper, "" for an empty one."""
    return paper.once(_texts).get(id(paragraph), "")


def _texts(paper: Paper) -> dict[int, str]:
    return {id(each.paragraph): each.line.text for each in paper.passages}
