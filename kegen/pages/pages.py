"""The pages of a draft as values: what the page in the browser shows, replaces and jumps to."""

from __future__ import annotations

from typing import NamedTuple

from kegen.docx.read import read_document
from kegen.pages.layout import PageLayout, lay_out
from kegen.pages.words import words_of


class Page(NamedTuple):
    text: str


def pages_of(data: bytes, name: str = "tệp") -> tuple[Page, ...]:
    return tuple(Page(words_of(page)) for page in lay_out(read_document(data, name)))
