"""What each paragraph of a paper says, for those who come to it by a table or a row."""

from __future__ import annotations

from kegen.check.paper import Paper

Texts = dict[int, str]
"""The text of each paragraph that says something, by the paragraph's identity."""


def texts_of(paper: Paper) -> Texts:
    """Return what the paragraphs of the paper say."""
    return paper.once(_texts)


def _texts(paper: Paper) -> Texts:
    return {id(each.paragraph): each.line.text for each in paper.passages}
