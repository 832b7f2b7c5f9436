"""Figures of targets that a profile changes inside sentences: each changes its target, wherever that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from kegen.plan.model import Target
from kegen.plan.outline import Outline
from kegen.plan.problems import ProfileProblems
from kegen.plan.targets import measure, targets_in
from kegen.profile.body import Target as OwnTarget
from kegen.yaml_text.tree import Path

_FIGURE = re.compile(r"(?<![\d,./])(\d{1,9}(?:[.,]\d{1,9}|/[1-9]\d{0,8})?) ?(%|[^\W\d_]+)")


class TargetEdit(NamedTuple):
    """A target's value as an edit of some sentence changes it."""

    target: str
    value: str
    path: Path


class FigureEdits:
    """The edits of a profile, those that change a target's figure made to agree with what is printed then."""

    def __init__(self, targets: Mapping[str, Target], problems: ProfileProblems) -> None:
        self._targets, self._problems = targets, problems
        self.found: list[TargetEdit] = []

    def of_items(self, outline: Outline) -> None:
        """Take the figures out of the edits of single items, each of a target that its sentence names."""
        for _, item in outline.walk_items():
            if item.edits and not item.own:
                named = targets_in(item.wording)
                item.edits = self.settled(item.edits, named, (*item.path, "edits"))

    def settled(self, edits: Mapping[str, str], named: Iterable[str], path: Path) -> dict[str, str]:
        """Return the edits as they find the sentence once the targets are changed, without those that say no more."""
        named = list(named)
        settled = {}
        for old, new in edits.items():
            changes = list(self._changes(old, new, named))
            before, after = old, new
            for name, value in changes:
                self._note(TargetEdit(name, value, (*path, old)))
                before = _with_figure(before, self._targets[name], value)
                after = _with_figure(after, self._targets[name], value)
            if not changes or before != after:
                settled[before] = after
        return settled

    def _changes(self, old: str, new: str, named: list[str]) -> Iterator[tuple[str, str]]:
        """Yield each target whose figure the old words have, with the figure that stands there in the new ones."""
        before, after = _figures(old), _figures(new)
        if [unit for _, unit in before] != [unit for _, unit in after]:
            return
        for (value, unit), (wanted, _) in zip(before, after, strict=True):
            meant = [name for name in named if self._is(name, value, unit)]
            if _value(value) != _value(wanted) and len(meant) == 1:
                yield meant[0], wanted

    def _is(self, name: str, value: str, unit: str) -> bool:
        target = self._targets.get(name)
        if target is None or not target.value:
            return False
        return target.unit == unit and measure(target.value) == _value(value)

    def _note(self, edit: TargetEdit) -> None:
        other = next((each for each in self.found if each.target == edit.target and each.value != edit.value), None)
        if other:
            message = (
                f"chỉ tiêu “{edit.target}” ở đây là {edit.value}, ở dòng {self._problems.line(other.path)} là"
                f' {other.value}; hãy ghi một mức: targets: {{{edit.target}: {{value: "{edit.value}"}}}}'
            )
            self._problems.key_error(edit.path, "chi-tieu-khac", message)
        else:
            self.found.append(edit)

    def targets(self, own: Mapping[str, OwnTarget]) -> dict[str, OwnTarget]:
        """Return the profile's targets with those that its edits change; notes two values for one."""
        merged = dict(own)
        for edit in self.found:
            known = own.get(edit.target)
            if known and known.value and known.value != edit.value:
                message = (
                    f"chỉ tiêu “{edit.target}” ở đây là {edit.value}, ở targets là {known.value};"
                    " hãy bỏ chỗ sửa chữ này, kegen ghi mức ở targets vào mọi câu"
                )
                self._problems.key_error(edit.path, "chi-tieu-khac", message)
            else:
                merged[edit.target] = (known or OwnTarget()).model_copy(update={"value": edit.value})
        return merged

    def paths(self) -> dict[str, Path]:
        """Return where each target that edits change is changed."""
        return {edit.target: edit.path for edit in self.found}


def _figures(text: str) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for found in _FIGURE.finditer(text)]


def _value(figure: str) -> Fraction:
    return measure(figure)


def _with_figure(text: str, target: Target, value: str) -> str:
    """Return the text with the target's figure, old or new, as the plan prints the new one."""
    written = target._replace(value=value).written

    def printed(found: re.Match[str]) -> str:
        same = found[2] == target.unit and _value(found[1]) in {measure(target.value), measure(value)}
        return written if same else found[0]

    return _FIGURE.sub(printed, text)
