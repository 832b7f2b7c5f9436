"""What the profile says otherwise since a draft was made is no edit: the file as if drafted from the profile now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kegen.identity import digest_of
from kegen.pulling.pairing import pair
from kegen.pulling.parts import Part


class Rebased(NamedTuple):
    """The parts of the file as they would be, had it been drafted from the profile as it now is."""

    theirs: tuple[Part, ...]
    newer: tuple[tuple[Part | None, Part | None], ...] = ()
    """What the profile says since: the part as the file has it, and as the draft will; None for none."""
    both: tuple[tuple[Part, Part], ...] = ()
    """What was changed in the profile and in Word: our part and that of the file."""


def rebased(ours: Sequence[Part], theirs: Sequence[Part], drafted: Collection[str]) -> Rebased:
    """Return the parts of the file; `drafted`: the digests of the texts that the draft had when it was made."""
    if not drafted:
        return Rebased(tuple(theirs))
    pairs = pair(ours, theirs)
    own_digests = [digest_of(each.bare) for each in ours]
    fresh = {at for at, digest in enumerate(own_digests) if digest not in drafted}
    digests = [digest_of(each.bare) for each in theirs]
    untouched = {at for at, digest in enumerate(digests) if digest in drafted}
    gone = {at for at in untouched if digests[at] not in own_digests}  # what is said still was copied in Word
    made: dict[int, Part | None] = {}
    newer: list[tuple[Part | None, Part | None]] = []
    both: list[tuple[Part, Part]] = []
    come: list[int] = []
    for each in pairs.differences:
        if each.how == "reworded" and each.ours in fresh:
            if each.theirs in untouched:
                made[each.theirs] = ours[each.ours]
                newer.append((theirs[each.theirs], ours[each.ours]))
            else:
                both.append((ours[each.ours], theirs[each.theirs]))
        elif each.how == "added" and each.theirs in gone:
            made[each.theirs] = None
            newer.append((theirs[each.theirs], None))
        elif each.how == "removed" and each.ours in fresh:
            come.append(each.ours)
            newer.append((None, ours[each.ours]))
    return Rebased(tuple(_joined(ours, theirs, pairs.theirs_of, made, come)), tuple(newer), tuple(both))


def _joined(
    ours: Sequence[Part],
    theirs: Sequence[Part],
    theirs_of: dict[int, int],
    made: dict[int, Part | None],
    come: Sequence[int],
) -> list[Part]:
    """Return the parts of the file with the changed ones, and with those that came behind their neighbours."""
    behind: dict[int, list[Part]] = {}
    for at in come:
        place = next((theirs_of[before] for before in range(at - 1, -1, -1) if before in theirs_of), -1)
        behind.setdefault(place, []).append(ours[at])
    parts = list(behind.get(-1, []))
    for at, each in enumerate(theirs):
        part = made.get(at, each)
        parts += [part] if part is not None else []
        parts += behind.get(at, [])
    return parts
