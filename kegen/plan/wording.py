"""Wordings: a pack's Jinja rendered in a sandbox, then the profile's changes to single words.

Text from a profile never passes through Jinja: it is data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from kegen.pack.wordings import WordingError, fill
from kegen.plan.case import Case
from kegen.problem import KegenError
from kegen.profile.wording import Edited
from kegen.source.tree import Path
from kegen.vietnamese import upper_first

Context = dict[str, Any]


class Term:
    """A term of the pack, rendered anew wherever it stands, so that a citation in it is due there and not before."""

    def __init__(self, render: Callable[[], str], wording: str | None = None) -> None:
        self._render = render
        self.source = (wording or render,)
        """What tells it from another term, and from a text."""

    def __str__(self) -> str:
        return self._render()


class Wordsmith:
    """Makes the plan's sentences, and remembers which changes the profile asked for were of use."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._replacing = case.profile.replace
        self._unused = dict(self._replacing)
        self.context: Context = {}
        self.rendered: set[str] = set()
        """The wordings that were rendered, those of terms too."""

    def render(self, wording: str, extra: Mapping[str, object] | None = None) -> str:
        """Return a wording of the pack in this plan's words; raises KegenError where the pack itself is at fault."""
        if "{" not in wording:
            return wording
        self.rendered.add(wording)
        try:
            text = fill(wording, {**self.context, **(extra or {})})
        except (WordingError, KeyError) as error:
            raise KegenError(f"bộ mẫu {self._case.directive}: câu “{wording[:60]}…” có lỗi: {error}") from None
        return " ".join(text.split())

    def term(self, wording: str) -> str | Term:
        """Return a wording of the pack as other wordings may use it."""
        return Term(partial(self.render, wording), wording) if "{" in wording else wording

    def sentence(self, wording: str, edits: Mapping[str, str], path: Path, extra: Context | None = None) -> str:
        """Return a wording as a sentence, with the changes of the whole profile and then its own."""
        text = self.render(wording, extra)
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
            else:
                self._case.key_error(
                    (*path, "edits", old), "sua-khong-thay", f"câu mẫu không có chữ “{old}”; câu mẫu là: “{text}”"
                )
        return text

    def written(self, own: str | Edited | None, wording: str, path: Path) -> str:
        """Return the profile's own words as they are, or the pack's wording with the profile's changes."""
        if isinstance(own, str):
            return own
        return self.sentence(wording, own.edits if own else {}, path)

    def names(self) -> tuple[str, ...]:
        """Return the names that the rendered wordings may have read."""
        return tuple(name for name in self.context if any(name in wording for wording in self.rendered))

    def facts(self, names: Iterable[str]) -> tuple[object, ...]:
        """Return what tells these names from the same ones of another plan; the functions are no part of it."""
        found = (self.context.get(name) for name in names)
        return tuple(each.source if isinstance(each, Term) else None if callable(each) else each for each in found)

    def finish(self) -> None:
        """Let go of the terms, which hold the smith: what no ring holds is freed at once, without collecting."""
        self.context.clear()

    def note_unused(self) -> None:
        """Note the profile-wide changes that no sentence had a use for."""
        for old in self._unused:
            self._case.key_error(
                ("replace", old),
                "sua-khong-thay",
                f"không câu mẫu nào trong kế hoạch này có chữ “{old}”; hãy bỏ dòng này",
            )
