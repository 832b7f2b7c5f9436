"""Candidates tried by drafting again: kept where the draft then says what the file says, and nothing else changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from kegen.problem import Invalid, KegenError
from kegen.pulling.drafting import content_with, written_with
from kegen.pulling.emphasis import unlike
from kegen.pulling.pairing import Difference, pair
from kegen.pulling.parts import Part, Slot
from kegen.pulling.redraft import Redraft, redraft
from kegen.pulling.site import Candidate, path_of, turn_of
from kegen.yaml_text.tree import Path as Steps

Key = tuple[object, ...]
_MOST_REWORDED = 3
_MENDABLE: frozenset[Slot] = frozenset({"recipient", "archive", "row", "reference"})
"""What follows from other parts and can be set by itself afterwards."""
_FACTS: frozenset[Slot] = frozenset({"parent", "issuer", "number", "date", "title", "authority", "signer", "archive"})
"""What other parts repeat: it is taken also where those then say the new fact."""


class Job(NamedTuple):
    """Differences that one candidate settles, and the candidates for that."""

    differences: tuple[Difference, ...]
    identity: Key
    """What tells it from others whatever else changes."""
    candidates: tuple[Candidate, ...]
    gained: tuple[Part, ...] = ()
    """What the draft is to say then."""
    lost: tuple[Part, ...] = ()
    """What it is not to say any more."""
    printed: str = ""
    """What it is to say letter by letter, number and all; "" for what its number does not matter to."""


class Done(NamedTuple):
    """What was written for a job."""

    identity: Key
    paths: tuple[Steps, ...]


class Attempt(NamedTuple):
    """What a try came to."""

    redraft: Redraft | None
    culprit: int = -1
    """Which job could not be written at all, -1 for none."""
    why: str = ""
    """What is wrong with the profile then, where it cannot be drafted."""


class Workshop:
    """The profile as it is changed step by step; what was settled, and what could not be."""

    def __init__(self, start: Redraft, theirs: Sequence[Part], path: Path, template: Path | None) -> None:
        self.now, self.theirs = start, theirs
        self._path, self._template = path, template
        self.done: list[Done] = []
        self.given_up: set[Key] = set()
        self.obstacles: dict[Key, str] = {}
        """What is wrong with the profile by the candidates of a job that none settles, by its identity."""
        self._been = {start.data}
        """The profile at each step: what would lead back to one of them is not written, so that all comes to an end."""

    def settle(self, jobs_of: Callable[[Redraft], Iterable[Job]]) -> bool:
        """Settle the jobs, as many at once as will go; return whether any was."""
        any_done = False
        while jobs := [each for each in jobs_of(self.now) if each.identity not in self.given_up and each.candidates]:
            is_move = jobs[0].differences[0].how == "moved"  # each changes where the next one goes
            any_done |= self._settle_one(jobs[0]) if is_move else self._settle_some(jobs)
        return any_done

    def _settle_some(self, jobs: Sequence[Job]) -> bool:
        group = list(jobs)
        while len(group) > 1:
            choice = [each.candidates[0] for each in group]
            attempt = self._tried(choice)
            if attempt.redraft and self._is_right(attempt.redraft, group, choice):
                culprit = self._keep(group, choice)
                if culprit < 0:
                    return True
                del group[culprit]
            else:
                group = self._fewer(attempt, group)
        return self._settle_one(group[0])

    def _fewer(self, attempt: Attempt, group: Sequence[Job]) -> list[Job]:
        """Return those of the group that are tried next: all but the one that failed, those that came out, or half."""
        if attempt.culprit >= 0:
            return [*group[: attempt.culprit], *group[attempt.culprit + 1 :]]
        right = self._settled(attempt.redraft, group) if attempt.redraft else []
        return right if 0 < len(right) < len(group) else list(group[: len(group) // 2])

    def _settle_one(self, job: Job) -> bool:
        trials: list[tuple[Candidate, Redraft]] = []
        reasons: list[str] = []
        for candidate in job.candidates:
            attempt = self._tried([candidate])
            reasons.append(attempt.why)
            if attempt.redraft is None or not self._settled(attempt.redraft, [job]):
                continue
            if self._is_right(attempt.redraft, [job], [candidate]) and self._keep([job], [candidate]) < 0:
                return True
            trials.append((candidate, attempt.redraft))
        for is_right in (self._is_mendable, self._is_reworded_alone):
            for candidate, after in trials:
                if self._is_nearer(after, [job]) and is_right(after, job) and self._keep([job], [candidate]) < 0:
                    return True
        self.given_up.add(job.identity)
        if not trials and (why := next(filter(None, reasons), "")):
            self.obstacles[job.identity] = why
        return False

    def _tried(self, candidates: Sequence[Candidate]) -> Attempt:
        """Return the draft of the profile's content with the candidates; how its text is written counts later."""
        content = self.now.tree.plain()
        for at in _in_turn(candidates):
            try:
                content = content_with(content, candidates[at].steps)
            except (KegenError, LookupError, TypeError):
                return Attempt(None, at)
        data = json.dumps(content, ensure_ascii=False).encode()
        try:
            return Attempt(redraft(data, self._path, self._template))
        except Invalid as error:
            return Attempt(None, why=error.problems[0].message)
        except KegenError as error:
            return Attempt(None, why=str(error))

    def _keep(self, jobs: Sequence[Job], choice: Sequence[Candidate]) -> int:
        """Write the candidates; return which of them the text has no sure place for, -1 where all are written."""
        data = self._written(choice)
        if data is None:
            return next((at for at, each in enumerate(choice) if self._written([each]) is None), 0)
        if data in self._been:
            return 0
        self._been.add(data)
        self.now = redraft(data, self._path, self._template)
        for job, candidate in zip(jobs, choice, strict=True):
            paths = tuple(dict.fromkeys(path_of(step) for step in candidate.steps))
            self.done.append(Done(job.identity, paths))
        return -1

    def _written(self, choice: Sequence[Candidate]) -> bytes | None:
        """Return the profile's bytes with the candidates, None where the text has no sure place for them."""
        steps = [step for at in _in_turn(choice) for step in choice[at].steps]
        try:
            return written_with(self.now.data, steps, str(self._path))
        except (KegenError, LookupError, TypeError):
            return None

    def _is_mendable(self, after: Redraft, job: Job) -> bool:
        """Whether only what follows from the candidate changes with it, or a fact that other parts repeat."""
        broken = self._agreed(self.now) - self._agreed(after)
        return any(part.slot in _FACTS for part in job.gained) or all(key[0] in _MENDABLE for key in broken)

    def _is_reworded_alone(self, after: Redraft, job: Job) -> bool:
        """Whether all that changes beside it is the words of a few sentences, as citations do: those are set later."""
        broken = self._agreed(self.now) - self._agreed(after)
        pairs = pair(after.parts, self.theirs, by_marks=False)
        reworded = {self.theirs[each.theirs].key for each in pairs.differences if each.how == "reworded"}
        is_text = job.differences[0].how != "looks"
        return is_text and broken.total() <= _MOST_REWORDED and all(key in reworded for key in broken)

    def _is_right(self, after: Redraft, jobs: Sequence[Job], choice: Sequence[Candidate]) -> bool:
        if self._agreed(self.now) - self._agreed(after) or len(self._settled(after, jobs)) < len(jobs):
            return False
        if any(each.is_loose for each in choice):
            return True
        return self._is_nearer(after, jobs) and self._moved(after) <= self._moved(self.now)

    def _is_nearer(self, after: Redraft, jobs: Sequence[Job]) -> bool:
        """Whether what is told by no words, that something moved or looks otherwise, is settled too."""
        hows = [each.how for job in jobs for each in job.differences]
        if "looks" in hows:
            return self._unlike(after) <= self._unlike(self.now) - len(jobs)
        return "moved" not in hows or self._moved(after) <= self._moved(self.now) - hows.count("moved")

    def _agreed(self, draft: Redraft) -> Counter[tuple[str, int, str]]:
        """Return what draft and file both say."""
        return Counter(each.key for each in draft.parts) & Counter(each.key for each in self.theirs)

    def _settled(self, after: Redraft, jobs: Sequence[Job]) -> list[Job]:
        """Return the jobs of which the draft says what it is to say, and no more what it is not to."""
        agreed, old = self._agreed(after), self._agreed(self.now)
        printed, before = (Counter(each.key for each in draft.parts) for draft in (after, self.now))
        texts, old_texts = (Counter(each.text for each in draft.parts) for draft in (after, self.now))
        return [
            job
            for job in jobs
            if all(agreed[each.key] > old[each.key] for each in job.gained)
            and all(printed[each.key] < before[each.key] for each in job.lost)
            and (not job.printed or texts[job.printed] > old_texts[job.printed])
        ]

    def _moved(self, draft: Redraft) -> int:
        pairs = pair(draft.parts, self.theirs, by_marks=False)
        return sum(each.how == "moved" for each in pairs.differences)

    def _unlike(self, draft: Redraft) -> int:
        return sum(1 for _ in unlike(draft.parts, self.theirs, pair(draft.parts, self.theirs, by_marks=False)))


def _in_turn(candidates: Sequence[Candidate]) -> list[int]:
    return sorted(range(len(candidates)), key=lambda each: turn_of(candidates[each]))
