"""The second place of a finding: how a message names another paragraph of the same paper."""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.words import opening
from kegen.docx.model import Paragraph

_WORDS = 8


class Quotes:
    """How the paragraphs of one paper are named."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    def order(self, paragraph: Paragraph) -> int:
        """Return the number of a paragraph down the document, 0 for one that says nothing."""
        passage = self._paper.by_paragraph.get(id(paragraph))
        return passage.order if passage else 0

    def place(self, paragraph: Paragraph) -> str:
        """Return where a paragraph is and how it begins: `đoạn 36 “Xây dựng kế hoạch…”`."""
        return self.quoted(paragraph, opening(paragraph.shown, _WORDS))

    def quoted(self, paragraph: Paragraph, words: str) -> str:
        """Return where a paragraph is, and words of it: `đoạn 36 “giảm 10% số lượng hội nghị”`."""
        return f"đoạn {self.order(paragraph)} “{words.strip()}”"
