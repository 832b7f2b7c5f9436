"""Wordings: a pack's Jinja rendered in a sandbox, then the profile's changes to single words.

Text from a profile never passes through Jinja: it is data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from kegen.pack.wordings import WordingError, fill
from kegen.plan.model import Note
from kegen.plan.problems import ProfileProblems
from kegen.problem import KegenError
from kegen.profile.scalars import Edited
from kegen.vietnamese import upper_first
from kegen.yaml_text.tree import Path

Context = dict[str, Any]


class Term:
    """A term of the pack, rendered anew wherever it stands, so that a citation in it is due there and not before."""

    def __init__(self, render: Callable[[], str]) -> None:
        self._render = render

    def __str__(self) -> str:
        return self._render()


def _without_blank(text: str) -> str:
    """Return the text with its per cents as a plan writes them: `10%`, also where an officer types `10 %`."""
    return re.sub(r"(?<=\d)\s+(?=%)", "", text)


class WordingRenderer:
    """Makes the plan's sentences, and remembers which changes the profile asked for were of use."""

    def __init__(self, directive: str, replacing: Mapping[str, str], problems: ProfileProblems) -> None:
        self._directive = directive
        self._replacing = replacing
        self._problems = problems
        self._unused = dict(replacing)
        self._unused_terms: dict[str, str] = {}
        self._in_sentence = False
        self.context: Context = {}

    def render(self, wording: str, extra: Mapping[str, object] | None = None) -> str:
        """Return a wording of the pack in this plan's words; raises KegenError where the pack itself is at fault."""
        if "{" not in wording:
            return wording
        try:
            text = fill(wording, {**self.context, **(extra or {})})
        except (WordingError, KeyError) as error:
            raise KegenError(f"bộ mẫu {self._directive}: câu “{wording[:60]}…” có lỗi: {error}") from None
        return " ".join(text.split())

    def term(self, wording: str) -> str | Term:
        """Return a wording of the pack as other wordings may use it."""
        return Term(partial(self.render, wording)) if "{" in wording else wording

    def own_term(self, name: str, text: str) -> Term:
        """Return the profile's own words for a term, which are to be of use."""
        self._unused_terms[name] = text
        return Term(partial(self._own_term, name, text))

    def _own_term(self, name: str, text: str) -> str:
        if self._in_sentence:
            self._unused_terms.pop(name, None)
        return text

    def words_of(self, term: str | None, role: str | None) -> str:
        """Return what a term stands for, or else the name of the office of a role."""
        return str(self.context[term]) if term else str(self.context["office"](role))

    def sentence(self, wording: str, edits: Mapping[str, str], path: Path, extra: Context | None = None) -> str:
        """Return a wording as a sentence, with the changes of the whole profile and then its own."""
        self._in_sentence = True
        text = self.render(wording, extra)
        self._in_sentence = False
        for old, new in self._replacing.items():
            if old in text:
                self._unused.pop(old, None)
                text = text.replace(old, new)
        text = upper_first(text)
        return upper_first(self.edit(text, edits, path)) if edits else text

    def edit(self, text: str, edits: Mapping[str, str], path: Path) -> str:
        """Return the text with its words changed; notes each change whose words are not in it."""
        for old, new in edits.items():
            if old and old in text:
                text = text.replace(old, new)
            elif old and (tight := _without_blank(old)) in text:
                text = text.replace(tight, _without_blank(new))
            else:
                self._problems.key_error(
                    (*path, "edits", old), "sua-khong-thay", f"câu mẫu không có chữ “{old}”; câu mẫu là: “{text}”"
                )
        return text

    def footnotes(self, notes: Mapping[str, str], text: str, path: Path) -> tuple[Note, ...]:
        """Return the footnotes of a sentence in reading order, each after its words; notes words that are not in it."""
        placed = []
        for anchor, note in notes.items():
            at = text.find(anchor)
            if at < 0 or not anchor:
                self._problems.key_error(
                    (*path, "footnotes", anchor),
                    "chu-thich-khong-cho",
                    f"trong câu không có chữ “{anchor}”; câu là: “{text}”",
                )
            else:
                placed.append(Note(at + len(anchor), note))
        return tuple(sorted(placed, key=lambda note: note.offset))

    def written(self, own: str | Edited | None, wording: str, path: Path) -> str:
        """Return the profile's own words as they are, or the pack's wording with the profile's changes."""
        if isinstance(own, str):
            return own
        return self.sentence(wording, own.edits if own else {}, path)

    def finish(self) -> None:
        """Let go of the terms, which hold the renderer: what no ring holds is freed at once, without collecting."""
        self.context.clear()

    def note_unused(self, printed: str) -> None:
        """Note the profile-wide changes and the terms that no sentence had a use for, of all that is printed."""
        for old in self._unused:
            self._problems.key_error(
                ("replace", old),
                "sua-khong-thay",
                f"không câu mẫu nào trong kế hoạch này có chữ “{old}”; hãy bỏ dòng này",
            )
        printed = printed.lower()
        for name in (name for name, text in self._unused_terms.items() if text.lower() not in printed):
            message = f"không câu nào trong kế hoạch này dùng từ “{name}”; hãy bỏ dòng này"
            self._problems.key_warn(("terms", name), "tu-thua", message)
