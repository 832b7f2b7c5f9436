"""Words looked for, and put, where they are whole: no part of a longer word or number."""

from __future__ import annotations

import re


def whole_words(words: str) -> str:
    """Return the pattern of words where they are whole: `thôn` is not in `thông`, nor `5%` in `15%` or `1,5%`."""
    before = r"(?<![\w])(?<!\d[.,/])" if words[:1].isdigit() else r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)(?![.,/]\d)" if words[-1:].isdigit() else r"(?!\w)" if words[-1:].isalnum() else ""
    return before + re.escape(words) + after


def put(text: str, old: str, new: str) -> str:
    """Return the text with other words in each place of the old ones; what is taken out leaves no gap."""
    return without_gap(re.sub(whole_words(old), lambda _: new, text), new)


def without_gap(text: str, new: str) -> str:
    """Return the text without the blanks that words leave which were taken out, none where others came for them."""
    return text if new.strip() else re.sub(r" +(?=[.,;:)]|$)|(?<= ) +|^ +", "", text)
