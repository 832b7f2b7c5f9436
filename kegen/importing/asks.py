"""What a person must confirm of a plan that was read, the most consequential first; equal questions are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kegen.check.words import opening
from kegen.importing.dues import is_vague, vague_report
from kegen.importing.entries import Entry
from kegen.importing.offices import is_group
from kegen.importing.reports import Reports
from kegen.importing.tasks import Sorted
from kegen.plan.model import Ask, Target, Task

_SCOPES = ("toan-dia-ban", "tung-don-vi")
_WORDS = 14
_MOST_SHOWN = 3
_OF_REPORT = {"half_year": "báo cáo 6 tháng", "year": "báo cáo năm"}


class Origin(NamedTuple):
    """Where a task or target stands: what heads it, and the words and place of its own."""

    heading: Entry | None
    text: str
    place: str


def asks_of(
    tasks: tuple[Task, ...],
    targets: tuple[Target, ...],
    origins: Mapping[str, Origin],
    reports: Reports,
) -> tuple[Ask, ...]:
    """Return what must be confirmed; each `of` is one id, a heading's id for all under it, or ids with blanks."""
    found = (
        *_without_lead(tasks, origins),
        *_several_leads(tasks, origins),
        *_scopes(targets, origins),
        *_vague(tasks, origins),
        *_undated(reports),
    )
    return tuple(each._replace(id=f"hoi-{number}") for number, each in enumerate(found, 1))


def _without_lead(tasks: tuple[Task, ...], origins: Mapping[str, Origin]) -> Iterator[Ask]:
    groups: dict[str, list[Task]] = {}
    under = Counter(stem for task in tasks for stem in _stems(task.id))
    for task in tasks:
        if not task.lead:
            heading = origins[task.id].heading
            groups.setdefault(heading.id if heading else task.id, []).append(task)
    for name, group in groups.items():
        heading = origins[group[0].id].heading
        what = (
            f"{len(group)} việc dưới “{opening(heading.text, _WORDS)}”"
            if heading
            else f"“{opening(group[0].wording, _WORDS)}”"
        )
        of = name if heading and under[name] == len(group) else _ids(group)
        yield Ask("", "chu-tri", of, "lead", f"Ai chủ trì {what}?", _shown(group), origins[group[0].id].place)


def _stems(name: str) -> Iterator[str]:
    """Yield the ids of all headings that an id stands under: `muc-1`, `muc-1-2` of `muc-1-2-y-3`."""
    pieces = name.split("-")
    yield from ("-".join(pieces[:end]) for end in range(1, len(pieces)))


def _several_leads(tasks: tuple[Task, ...], origins: Mapping[str, Origin]) -> Iterator[Ask]:
    groups: dict[tuple[str, ...], list[Task]] = {}
    for task in tasks:
        if task.also_lead and not all(map(is_group, (task.lead, *task.also_lead))):
            groups.setdefault((task.lead, *task.also_lead), []).append(task)
    for offices, group in groups.items():
        count = f"{len(group)} việc" if len(group) > 1 else f"“{opening(group[0].wording, _WORDS)}”"
        names = "; ".join(offices)
        question = f"{count} ghi nhiều nơi chủ trì ({names}); nơi nào chịu trách nhiệm chính?"
        place = origins[group[0].id].place
        yield Ask("", "chu-tri", _ids(group), "lead", question, _shown(group), place, offices[0], offices)


def _scopes(targets: tuple[Target, ...], origins: Mapping[str, Origin]) -> Iterator[Ask]:
    groups: dict[str, list[Target]] = {}
    for target in targets:
        if target.scope == "chua-ro":
            heading = origins[target.id].heading
            groups.setdefault(heading.id if heading else target.id, []).append(target)
    for group in groups.values():
        sentence = "; ".join(_measured(each) for each in group)
        count = f"{len(group)} chỉ tiêu" if len(group) > 1 else "chỉ tiêu"
        question = f"Đây là {count} của toàn địa bàn, hay mỗi đơn vị phải đạt?"
        place, of = origins[group[0].id].place, " ".join(each.id for each in group)
        yield Ask("", "pham-vi", of, "scope", question, sentence, place, "tung-don-vi", _SCOPES)


def _measured(target: Target) -> str:
    return target.words or f"{target.name}: {target.written}"


def _vague(tasks: tuple[Task, ...], origins: Mapping[str, Origin]) -> Iterator[Ask]:
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        words = task.deadline if is_vague(task.deadline) else "" if task.deadline else vague_report(task.wording)
        if words:
            groups.setdefault(words if task.deadline else "", []).append(task)
    for words, group in groups.items():
        said = f"hạn “{words}”" if words else "báo cáo định kỳ mà không nói hạn"
        what = f"{len(group)} việc có {said}" if len(group) > 1 else f"“{opening(group[0].wording, _WORDS)}” có {said}"
        question = f"{what}: hạn cụ thể là ngày nào, hay bao lâu một lần?"
        yield Ask("", "thoi-han", _ids(group), "deadline", question, _shown(group), origins[group[0].id].place, words)


def _undated(reports: Reports) -> Iterator[Ask]:
    for field, row in reports.undated.items():
        question = (
            f"Kế hoạch yêu cầu {_OF_REPORT[field]} mà không ghi ngày; các đơn vị gửi trước ngày nào (ngày/tháng)?"
        )
        yield Ask("", "thoi-han", "standing", field, question, row.entry.text, row.entry.place)


def _ids(group: list[Task]) -> str:
    return " ".join(each.id for each in group)


def _shown(group: list[Task]) -> str:
    shown = [opening(each.wording, 2 * _WORDS) for each in group[:_MOST_SHOWN]]
    more = len(group) - len(shown)
    return " | ".join(shown) + (f" | và {more} việc nữa" if more else "")


def origin_of(row: Sorted) -> Origin:
    """Return where an entry stands."""
    return Origin(row.above[-1] if row.above else None, row.entry.text, row.entry.place)
