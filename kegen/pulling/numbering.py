"""Numbers that a profile writes itself, of rows, headings and items: those are taken, others count themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.profile.scalars import AS_TYPED
from kegen.pulling.pairing import Difference
from kegen.pulling.rows import is_counted, number_changed
from kegen.pulling.sentences import reworded
from kegen.pulling.site import Candidate, Site


def numbered(site: Site) -> Iterator[tuple[Difference, Iterable[Candidate]]]:
    """Yield what the file numbers otherwise and says in the same words, and the candidates for its number."""
    for ours, theirs in site.pairs.theirs_of.items():
        own, its = site.ours.parts[ours], site.theirs[theirs]
        if own.key != its.key or own.text == its.text or not writes_number(site, ours):
            continue
        difference = Difference("reworded", ours, theirs)
        yield difference, number_changed(site, ours, theirs) if own.slot == "row" else reworded(site, difference)


def writes_number(site: Site, ours: int) -> bool:
    """Whether the profile writes the number of our part; others count themselves."""
    part, origin = site.ours.parts[ours], site.origin(ours)
    if origin is None or origin.nth:
        return False
    if part.is_numbered:
        return not is_counted(site, origin)
    division, found = site.division(origin.id), site.item(origin.id)
    mark = division.mark if division else found[1].mark or found[0].marks if found else None
    return mark == AS_TYPED
