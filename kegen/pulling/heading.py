"""Head and end of the draft: whose it is, number, date, title, who receives it, who signs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kegen.form.edit import AddItem, AddRecipient, DropRecipient, MoveItem, RemoveItem, SetField
from kegen.importing.own_framing import archive_data, signer_data
from kegen.plan.model import Signature
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.sentences import worded
from kegen.pulling.site import Candidate, Site, Step, cleared, put, steps_of
from kegen.vietnamese import fold
from kegen.yaml_text.change import Put

_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>[^/]*?)\s*/\s*(?P<kind>[^-/]+)-(?P<body>.+)")
_DATE = re.compile(
    r"(?P<place>.+?),\s*ngày(?:\s+(?P<day>\d{1,2}))?\s*[….]*\s*tháng(?:\s+(?P<month>\d{1,2}))?\s*[….]*\s*năm\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_ENDS = " ;.,"


def of_head(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for a fact of head or end that is another, came or went."""
    old = site.our_part(difference) if difference.ours >= 0 else None
    new = site.file_part(difference) if difference.theirs >= 0 else None
    slot = (new or old or Part("kind", "")).slot
    line = new.text if new else ""
    if slot == "parent":
        yield put(("unit", "parent_body"), line)
    elif slot == "issuer" and new:
        yield from _issuer(site, line)
    elif slot == "number" and new:
        yield from _number(site, line)
    elif slot == "date" and new:
        yield from _date(line)
    elif slot == "title" and new and old:
        yield from worded(site, ("title",), old.text, new.text)
    elif slot == "archive":
        yield put(("archive",), archive_data(line) or "khong")
    elif slot in ("authority", "signer"):
        yield from _signer(site)


def _issuer(site: Site, line: str) -> Iterator[Candidate]:
    """Yield the name of the unit as it stands behind the word for its kind."""
    name = str(site.at(("unit", "name")))
    words = line.split()
    if 0 < len(name.split()) < len(words):
        yield put(("unit", "name"), " ".join(words[-len(name.split()) :]).title())


def _number(site: Site, line: str) -> Iterator[Candidate]:
    found = _NUMBER.fullmatch(line)
    if not found:
        return
    number = found["number"].strip("…. _")
    steps: list[Step] = [SetField(("number",), number)] if number else cleared(site, ("number",))
    yield Candidate(tuple(steps))
    yield Candidate((*steps, SetField(("unit", "abbreviation"), found["body"].strip())))


def _date(line: str) -> Iterator[Candidate]:
    found = _DATE.fullmatch(line)
    if not found:
        return
    day, month, year = found["day"], found["month"], found["year"]
    date = f"{day}/{month}/{year}" if day and month else f"{month}/{year}" if month else year
    yield put(("date",), date)
    yield put(("unit", "place"), found["place"])
    yield steps_of(SetField(("date",), date), SetField(("unit", "place"), found["place"]))


def _signer(site: Site) -> Iterator[Candidate]:
    """Yield who signs as the file says it."""
    lines = next((each.cells for each in site.theirs if each.slot == "authority"), ())
    name = next((each.text for each in site.theirs if each.slot == "signer"), "")
    issued_by, signer = signer_data(Signature(tuple(lines), name))
    if not signer:
        return
    known = site.group("signer")
    steps: list[Step] = [SetField(("signer", key), value) for key, value in signer.items() if known.get(key) != value]
    if not known:
        steps = [Put(("signer",), signer)]
    steps += cleared(site, *(("signer", key) for key in ("name", "authority") if key not in signer))
    named = [each for each in steps if isinstance(each, SetField) and each.path == ("signer", "name")]
    if named and len(steps) > 1:
        yield Candidate(tuple(named))
    yield Candidate(tuple(steps))
    yield Candidate((*steps, SetField(("issued_by",), issued_by)))


# Recipients ---------------------------------------------------------------------------------------------------------


def of_recipients(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for a recipient: as few lines of the profile as will do, else the whole list."""
    listed = site.items("recipients")
    old = site.our_part(difference).bare if difference.ours >= 0 else ""
    new = site.file_part(difference).bare if difference.theirs >= 0 else ""
    if listed is not None:
        yield from _in_list(site, difference, listed, old, new)
    else:
        yield from _beside_usual(site, difference, old, new)
    yield whole_list(site)


def whole_list(site: Site) -> Candidate:
    """Return all recipients of the file as the profile's own list, those of the pack by their ids."""
    ids = {fold(each.line.strip(_ENDS)): name for name, each in site.ours.made.recipients.items()}
    known = {_line(site, each): each for each in site.items("recipients") or [] if isinstance(each, str)}
    names = [each.bare for each in site.theirs if each.slot == "recipient"]
    entries: list[Any] = [known.get(name) or ids.get(fold(name), name) for name in names]
    return Candidate((Put(("recipients",), entries),))


def _line(site: Site, entry: str) -> str:
    """Return what is printed of an entry of the list."""
    usual = site.ours.made.recipients.get(entry)
    return (usual.line if usual else entry).strip(_ENDS + "-")


def _in_list(site: Site, difference: Difference, listed: list[Any], old: str, new: str) -> Iterator[Candidate]:
    lines = [_line(site, str(each)) for each in listed]
    at = lines.index(old) if old in lines else None
    if difference.how == "reworded" and at is not None:
        yield put(("recipients", at), new)
    elif difference.how == "removed" and at is not None:
        yield steps_of(RemoveItem(("recipients", at)))
    elif difference.how in ("added", "moved"):
        before = [each.bare for each in site.theirs[: difference.theirs] if each.slot == "recipient"]
        behind = next((lines.index(each) for each in reversed(before) if each in lines and each != old), -1)
        if difference.how == "added":
            yield steps_of(AddItem(("recipients",), new, behind + 1))
        elif at is not None:
            yield steps_of(MoveItem(("recipients", at), behind if at < behind else behind + 1))


def _beside_usual(site: Site, difference: Difference, old: str, new: str) -> Iterator[Candidate]:
    added = [str(each) for each in site.items("recipients", "add") or []]
    usual = next((name for name, each in site.ours.made.recipients.items() if each.line.strip(_ENDS) == old), "")
    if difference.how == "added":
        yield steps_of(AddRecipient(new))
    elif difference.how == "removed" and usual:
        yield steps_of(DropRecipient(usual))
    elif old in added:
        path = ("recipients", "add", added.index(old))
        yield steps_of(RemoveItem(path)) if difference.how == "removed" else put(path, new)
