"""Days as a calendar (.ics, RFC 5545) that Outlook, Google Calendar and telephones take in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from kegen.extras import extra

if TYPE_CHECKING:
    from icalendar import Event

Rule = dict[str, str | int | list[int]]


class Entry(NamedTuple):
    """A whole day, once or again and again."""

    uid: str
    first: date
    """The day; of one that comes back, the day from which it does."""
    rule: Rule | None
    """When it comes back, in the words of RFC 5545, 3.3.10; None for a day that does not."""
    summary: str
    description: str


def write_calendar(name: str, made: date, entries: tuple[Entry, ...]) -> bytes:
    """Return the calendar of that name, the same bytes for the same entries."""
    with extra("calendar", "ghi tệp lịch"):
        from icalendar import Calendar  # noqa: PLC0415 - not everyone has it

    calendar = Calendar()
    for key, value in (("prodid", "-//kegen//VI"), ("version", "2.0"), ("method", "PUBLISH"), ("x-wr-calname", name)):
        calendar.add(key, value)
    for each in entries:
        calendar.add_component(_event(each, made))
    data: bytes = calendar.to_ical()
    return data


def _event(entry: Entry, made: date) -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(made, time(), UTC))
    event.add("dtstart", _first(entry))
    if entry.rule:
        event.add("rrule", entry.rule)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    return event


def _first(entry: Entry) -> date:
    """Return the first day that the rule itself gives: RFC 5545 leaves open what another would mean."""
    if entry.rule is None:
        return entry.first
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with icalendar
    from icalendar import vRecur  # noqa: PLC0415

    rule = vRecur(entry.rule).to_ical().decode()  # type: ignore[no-untyped-call]
    found: datetime = rrulestr(rule, dtstart=datetime.combine(entry.first, time()))[0]
    return found.date()
