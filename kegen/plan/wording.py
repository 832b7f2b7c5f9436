"""Wordings: a pack's Jinja rendered in a sandbox, then the profile's changes to single words.

Text from a profile never passes through Jinja: it is data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from kegen.pack.wordings import WordingError, fill
from kegen.plan.problems import ProfileProblems
from kegen.plan.whole_words import put, whole_words, without_gap
from kegen.problem import KegenError
from kegen.profile.scalars import Edited
from kegen.vietnamese import fold, lower_first, upper_first
from kegen.yaml_text.tree import Path

Context = dict[str, Any]


class Term:
    """A term of the pack, rendered anew wherever it stands, so that a citation in it is due there and not before."""

    def __init__(self, render: Callable[[], str]) -> None:
        self._render = render

    def __str__(self) -> str:
        return self._render()


def _way_out(old: str, printed: str, fixed: str) -> str:
    """Return what to do instead of changing words that no sentence of the pack has."""
    if re.search(whole_words(old), printed):
        return "chữ ấy ở lời riêng của hồ sơ, hãy sửa ngay ở đó rồi bỏ dòng này"
    if re.search(whole_words(old.lower()), fixed.lower()):
        return "phần đầu trang và khối chữ ký ghi theo unit, number, date, signer: hãy sửa ở đó rồi bỏ dòng này"
    if meant := _marked_otherwise(old, printed):
        return f"có phải là “{meant}”? Hãy ghi đúng như mẫu, cả dấu và chữ hoa; nếu không, hãy bỏ dòng này"
    return "hãy bỏ dòng này"


def _marked_otherwise(words: str, printed: str) -> str | None:
    """Return the same words as they are printed with other marks or capitals: `văn hóa` for `văn hoá`."""
    wanted, texts, count = fold(words), printed.split(), len(words.split())
    if count == 1 or wanted not in fold(printed):  # one syllable with other marks is another word
        return None
    runs = (" ".join(texts[start : start + count]).strip(".,;:()") for start in range(len(texts) - count + 1))
    return next((run for run in runs if fold(run) == wanted), None)


def _without_blank(text: str) -> str:
    """Return the text with its per cents as a plan writes them: `10%`, also where an officer types `10 %`."""
    return re.sub(r"(?<=\d)\s+(?=%)", "", text)


class WordingRenderer:
    """Makes the plan's sentences, and remembers which changes the profile asked for were of use."""

    def __init__(self, directive: str, replacing: Mapping[str, str], problems: ProfileProblems) -> None:
        self._directive = directive
        self._replacing = {
            one: (old, other)
            for old, new in replacing.items()
            for one, other in {upper_first(old): upper_first(new), old: new}.items()
            if one == old or one not in replacing
        }
        """The words changed, those at the head of a sentence too, with the words that the profile says and the new."""
        longest_first = sorted(self._replacing, key=len, reverse=True)
        self._to_replace = re.compile("|".join(map(whole_words, longest_first))) if longest_first else None
        self.problems = problems
        self._unused = dict(replacing)
        self._unused_terms: dict[str, str] = {}
        self._asked_terms: set[str] = set()
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

    def filled_in(self, wording: str) -> str:
        """Return a wording of the pack as it is printed, with the changes of the whole profile."""
        return self.reworded(self._printed(wording, None))

    def term(self, wording: str) -> str | Term:
        """Return a wording of the pack as other wordings may use it."""
        return Term(partial(self.render, wording)) if "{" in wording else wording

    def own_term(self, name: str, text: str) -> Term:
        """Return the profile's own words for a term, which are to be of use."""
        self._unused_terms[name] = text
        return Term(partial(self._own_term, name, text))

    def _own_term(self, name: str, text: str) -> str:
        self._asked_terms.add(name)
        if self._in_sentence:
            self._unused_terms.pop(name, None)
        return text

    def words_of(self, term: str | None, role: str | None) -> str:
        """Return what a term stands for, or else the name of the office of a role."""
        return str(self.context[term]) if term else str(self.context["office"](role))

    def sentence(self, wording: str, edits: Mapping[str, str], path: Path, extra: Context | None = None) -> str:
        """Return a wording as a sentence, with the changes of the whole profile and then its own."""
        text = self._printed(wording, extra)
        text = upper_first(self.reworded(text))
        return upper_first(self.edit(text, edits, path)) if edits else text

    def as_typed(self, wording: str, edits: Mapping[str, str], path: Path, extra: Context | None = None) -> str:
        """Return a wording that begins with a mark of its own: as `sentence` does, but with no capital put in."""
        return self.edit(self.reworded(self._printed(wording, extra)), edits, path)

    def _printed(self, wording: str, extra: Context | None) -> str:
        """Return a wording rendered where it counts as printed: a term of the profile's own in it is of use."""
        self._in_sentence = True
        text = self.render(wording, extra)
        self._in_sentence = False
        return text

    def reworded(self, text: str) -> str:
        """Return what is printed of the pack with the changes of the whole profile, all made at once."""
        if self._to_replace is None:
            return text
        changed = self._to_replace.sub(self._replaced, text)
        return changed if all(new.strip() for _, new in self._replacing.values()) else without_gap(changed, "")

    def _replaced(self, found: re.Match[str]) -> str:
        old, new = self._replacing[found[0]]
        for used in (old, lower_first(found[0])):
            self._unused.pop(used, None)
        return new

    def edit(self, text: str, edits: Mapping[str, str], path: Path) -> str:
        """Return the text with its words changed; notes each change whose words are not in it."""
        for old, new in edits.items():
            tight = _without_blank(old)
            if re.search(whole_words(old), text):
                text = put(text, old, new)
            elif re.search(whole_words(tight), text):
                text = put(text, tight, _without_blank(new))
            else:
                self.problems.key_error(
                    (*path, "edits", old),
                    "sua-khong-thay",
                    f"câu mẫu không có chữ “{old}”; hãy ghi đúng chữ có trong câu mẫu: “{text}”",
                )
        return text

    def written(self, own: str | Edited | None, wording: str, path: Path) -> str:
        """Return the profile's own words as they are, or the pack's wording with the profile's changes."""
        if isinstance(own, str):
            return own
        return self.sentence(wording, own.edits if own else {}, path)

    def finish(self) -> None:
        """Let go of the terms, which hold the renderer: what no ring holds is freed at once, without collecting."""
        self.context.clear()

    def note_unused(self, printed: str, fixed: Iterable[str]) -> None:
        """Note the changes of the whole profile and the terms that nothing printed had a use for.

        `fixed` is what no change reaches, as the decree and the profile's other lines settle it.
        """
        settled = " ".join(fixed)
        for old in self._unused:
            self.problems.key_error(
                ("replace", old),
                "sua-khong-thay",
                f"không câu mẫu nào trong kế hoạch này có chữ “{old}”; {_way_out(old, printed, settled)}",
            )
        printed = printed.lower()
        for name, text in self._unused_terms.items():
            if name in self._asked_terms and text.lower() in printed:
                continue  # in a name that is printed, if in no sentence
            message = f"không câu nào trong kế hoạch này dùng từ “{name}”; hãy bỏ dòng này"
            self.problems.key_warn(("terms", name), "tu-thua", message)
