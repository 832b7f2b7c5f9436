"""Whether a pull kept its promise: a redraft against the edited file, line by line, and against what was told.

Each line of the edited file is in the redraft (`same`), there with another mark or ending that was told (`formed`),
told, or neither (`silent`); so is each line of the redraft.
Numbers that only count on (1., a), the first column of a table) may differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, NamedTuple

from bench.word_edits import Edit, said
from bench.word_texts import Line, alike, bare
from tests.form.random_edits import leaves, lines_of, tree_of

TOLD = ("left", "contradictions", "follows", "renumbered", "comments")
LOOKS = ("bold", "italic", "superscript")
LIKE = 0.4
"""How much alike two lines are, by their words, that are one line edited."""


class Told:
    """The texts of some entries of the report, as they are looked up."""

    def __init__(self, entries: Any) -> None:  # noqa: ANN401 - JSON
        self._texts = [bare(text) for text in _strings(entries)]
        self._all = "\n".join(self._texts)

    def says(self, text: str) -> bool:
        """Whether the text stands whole in what was told."""
        return bare(text) in self._all

    def says_letters(self, letters: str) -> bool:
        """Whether the letters, without blanks, stand in what was told."""
        return letters.casefold() in "".join(self._all.split())

    def says_all(self, line: Line) -> bool:
        """Whether each cell of the line does."""
        return all(self.says(cell) for cell in line.cells if not cell.isdigit())


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


class Case(NamedTuple):
    """What was drafted first, what the person made of it, and what was drafted of the profile after the pull."""

    original: list[Line]
    edited: list[Line]
    redraft: list[Line]
    edits: list[Edit]
    report: dict[str, Any]


class Verdict(NamedTuple):
    """What became of each edit, and what differs without a word."""

    edits: list[tuple[str, str]]
    silent: list[str]


def judge(case: Case, *, with_looks: bool) -> Verdict:
    """Return what became of each edit, and what is wrong beyond them."""
    told = Told([case.report.get(each, []) for each in TOLD])
    states, silent = compare(case, told)
    if with_looks:
        silent += _other_looks(case, states, told)
    verdicts = [(edit.kind, _of(edit, case, states, told)) for edit in case.edits]
    silent += list(_claims(case))
    return Verdict(verdicts, silent)


def compare(case: Case, told: Told) -> tuple[dict[int, tuple[str, int]], list[str]]:
    """Return the state of each line of the edited file with the line of the redraft, and what differs in silence."""
    states: dict[int, tuple[str, int]] = {}
    silent: list[str] = []
    first, second = [each.key for each in case.edited], [each.key for each in case.redraft]
    left: list[int] = []
    right: list[int] = []
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for tag, one, to_one, other, to_other in matcher.get_opcodes():
        if tag == "equal":
            states |= {one + step: ("same", other + step) for step in range(to_one - one)}
        else:
            left += range(one, to_one)
            right += range(other, to_other)
    in_order = _in_order_but_for_told(case, told)
    before = Counter(cell for line in case.original for cell in map(bare, line.cells))
    words = {word for line in case.original for cell in line.cells for word in bare(cell).split()}
    for one in left:
        line = case.edited[one]
        other = _likest(line, [(at, case.redraft[at]) for at in right])
        if other is None:
            states[one] = ("told" if told.says_all(line) else "silent", -1)
            if states[one][0] == "silent":
                silent.append(f"not in the redraft: {line.text}")
            continue
        right.remove(other)
        if line.key == case.redraft[other].key:
            states[one] = ("told" if one in in_order or told.says_all(line) else "silent", other)
            if states[one][0] == "silent":
                silent.append(f"in another place: {line.text}")
            continue
        wrong = list(_differing(line, case.redraft[other], told, before, words))
        formed = _unformed(line) == _unformed(case.redraft[other])
        states[one] = ("silent" if wrong else "formed" if formed else "told", other)
        silent += wrong
    silent += [f"only in the redraft: {case.redraft[at].text}" for at in right if not told.says_all(case.redraft[at])]
    return states, silent


def _in_order_but_for_told(case: Case, told: Told) -> set[int]:
    """Return the lines of the edited file in the order of the redraft, once what was told is left out of both."""
    one, other = (
        [(at, line.key) for at, line in enumerate(lines) if not told.says_all(line)]
        for lines in (case.edited, case.redraft)
    )
    matcher = SequenceMatcher(None, [key for _, key in one], [key for _, key in other], autojunk=False)
    return {at for block in matcher.get_matching_blocks() for at, _ in one[block.a : block.a + block.size]}


def _likest(line: Line, others: list[tuple[int, Line]]) -> int | None:
    best, at = LIKE, None
    for number, other in others:
        if other.where == line.where or {other.where, line.where} <= {"body", "note"}:
            likeness = SequenceMatcher(None, bare(line.text).split(), bare(other.text).split(), autojunk=False).ratio()
            if likeness > best:
                best, at = likeness, number
    return at


def _unformed(line: Line) -> list[str]:
    """Return what the cells of the line say, without mark, count and ending."""
    return [bare(cell).rstrip(".;,/ ") for cell in line.cells if not cell.isdigit()]


def _differing(line: Line, other: Line, told: Told, before: Counter[str], words: set[str]) -> Iterator[str]:
    """Yield each cell of a line that differs from that of the redraft where no word tells it."""
    if len(line.cells) != len(other.cells):
        if not told.says_all(line):
            yield f"other cells: {line.text} → {other.text}"
        return
    for cell, instead in zip(line.cells, other.cells, strict=True):
        if bare(cell) == bare(instead) or (cell.isdigit() and instead.isdigit()):
            continue
        kept = told.says(cell) or bare(cell) in before
        known = set(bare(instead).split()) <= words | set(bare(cell).split())
        fine = told.says(instead) or bare(instead) in before or (known and told.says(cell))
        if not (kept and fine and (told.says(cell) or told.says(instead))):
            yield f"other text: {cell} → {instead}"
    marks = line.key[0], other.key[0]
    if line.key[1:] == other.key[1:] and marks[0] != marks[1] and not (told.says(line.text) or told.says(other.text)):
        yield f"other mark: {line.text} → {other.text}"


def _other_looks(case: Case, states: dict[int, tuple[str, int]], told: Told) -> list[str]:
    """Return each line that says the same in other letters, where no word tells it."""
    return [
        f"other letters: {case.edited[at].text}: {_counted(case.edited[at])} → {_counted(case.redraft[states[at][1]])}"
        for at in states
        if _look_of(at, case, states, told) == "silent"
    ]


def _look_of(at: int, case: Case, states: dict[int, tuple[str, int]], told: Told) -> str:
    """Return the state of how the letters of a line look."""
    state, other = states[at]
    line = case.edited[at]
    if state != "same" or _looks(line) == _looks(case.redraft[other]):
        return "same"
    whole = told.says_all(line) or all(map(told.says_letters, _in_other_looks(line, case.redraft[other])))
    return "told" if whole else "silent"


def _in_other_looks(line: Line, other: Line) -> list[str]:
    """Return each stretch of letters that looks otherwise in the other line, without blanks."""
    letters = "".join(line.key[1:]).replace(" ", "")
    pairs = zip(letters, _looks(line), _looks(other), strict=False)
    return ["".join(letter for letter, *_ in group) for differs, group in groupby(pairs, _differs) if differs]


def _differs(pair: tuple[str, str, str]) -> bool:
    return pair[1] != pair[2]


def _looks(line: Line) -> tuple[str, ...]:
    """Return the looks of the letters after the mark."""
    bared = sum(len(cell.replace(" ", "")) for cell in line.key[1:])
    return line.looks[len(line.looks) - bared :]


def _counted(line: Line) -> str:
    return ", ".join(f"{count} {look or 'plain'}" for look, count in Counter(_looks(line)).items())


def _of(edit: Edit, case: Case, states: dict[int, tuple[str, int]], told: Told) -> str:
    """Return `taken`, `formed` (taken, in another form that was told), `told`, `lost` or `wrong`."""
    now, after = "\n".join(each.text for each in case.edited), "\n".join(each.text for each in case.redraft)
    if edit.kind == "comment":
        return "told" if told.says(edit.typed[0]) else "lost"
    if edit.kind == "profile-since":
        return "taken" if edit.typed[0] in after else "told" if told.says(edit.typed[0]) else "lost"
    found = [states[at][0] for at in places(edit, case.edited)]
    for words in said(edit):
        if words in now and words not in after:
            if not told.says(words):
                return "lost"
            found.append("told")
    if edit.kind in LOOKS:
        found += [_look_of(at, case, states, told) for at in places(edit, case.edited)]
    there = Counter(bare(cell) for line in case.redraft for cell in line.cells)
    wanted = Counter(bare(cell) for line in case.edited for cell in line.cells)
    for text in map(bare, edit.gone):
        if there[text] > wanted[text]:
            found.append("told" if told.says(text) else "silent")
    return "wrong" if "silent" in found else next((each for each in ("told", "formed") if each in found), "taken")


def places(edit: Edit, lines: list[Line]) -> list[int]:
    """Return the lines that the edit touched and that are there: by their element, or by their text."""
    texts = {alike(each) for each in edit.touched if isinstance(each, str)}
    elements = [each for each in edit.touched if not isinstance(each, str)]
    around = {above for each in elements for above in (each, *each.iterancestors())}
    return [at for at, line in enumerate(lines) if line.text in texts or line.element in around]


def _claims(case: Case) -> Iterator[str]:
    """Yield each thing said to be taken whose new text the redraft does not have and the consequences do not tell."""
    whole = "\n".join(bare(cell) for line in case.redraft for cell in line.cells)
    follows = Told([*case.report.get("follows", []), *case.report.get("renumbered", [])])
    for entry in case.report.get("taken", []):
        new = entry.get("new") or ""
        for text in re.split(r"\n| \| | / |\t", new):
            if not bare(text) or bare(text) in whole or follows.says(new):
                continue
            named = re.findall("“([^”]*)”", text)  # how letters look, and notes, are told by the words they are about
            if not named or any(bare(each) not in whole for each in named):
                yield f"said to be taken: {text}"


def faults_of_profile(old: bytes, new: bytes, remarks: list[str]) -> Iterator[str]:
    """Yield what is wrong with the profile as written: comments gone, lines changed that say what they said before."""
    coding = "utf-16" if old[:2] == b"\xff\xfe" else "utf-8"
    if old[:2] != new[:2] and (coding == "utf-16" or old[:1] == b"\xef"):
        yield "written in another way"
        return
    kept, there = old.decode(coding).split("\n"), new.decode(coding).split("\n")
    for each in remarks:
        if not any(each in line for line in there):
            yield f"comment gone: {each}"
    before, after = tree_of(old), tree_of(new)
    allowed = set[int]()
    for path in _changed(before.plain(), after.plain()):
        for end in range(1, len(path) + 1):
            if end == len(path) or getattr(before.node(path[:end]), "flow", False):
                allowed |= lines_of(before, path[:end])
    for number, line in enumerate(kept, 1):
        if line.strip() and line not in there and number not in allowed and number < len(kept):
            yield f"line {number} is gone: {line}"


def _changed(one: Any, other: Any, path: tuple = ()) -> Iterator[tuple]:  # noqa: ANN401
    """Yield the paths of the values that are others now; of a list, those of the items that are no more."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() & other.keys():
        for key in one.keys() | other.keys():
            if key in one and key in other:
                yield from _changed(one[key], other[key], (*path, key))
            else:
                yield (*path, key)
    elif isinstance(one, list) and isinstance(other, list):
        yield from _changed_items(one, other, path)
    elif leaves(one) != leaves(other):
        yield path


def _changed_items(one: list, other: list, path: tuple) -> Iterator[tuple]:
    if len(one) == len(other):
        for at, value in enumerate(one):
            yield from _changed(value, other[at], (*path, at))
    else:
        yield from ((*path, at) for at, value in enumerate(one) if value not in other)
    if len(other) > len(one):
        yield (*path, len(one))
    if [each for each in one if each in other] != [each for each in other if each in one]:
        yield path
