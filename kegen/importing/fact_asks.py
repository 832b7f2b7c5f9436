"""What a person must confirm of tasks, targets and reports that were read; equal questions are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kegen.check.words import opening
from kegen.importing.asking import Quote, ask
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


class FactContext(NamedTuple):
    """Where a task or target stands: what heads it, and the words and place of its own."""

    heading: Entry | None
    text: str
    place: str
    lead: str = ""
    """What the column of leads says where that names no office: `Theo phân công tại Quyết định số …`."""


def asks_of(
    tasks: tuple[Task, ...],
    targets: tuple[Target, ...],
    origins: Mapping[str, FactContext],
    reports: Reports,
) -> tuple[Ask, ...]:
    """Return what must be confirmed; each `of` is one id, a heading's id for all under it, or ids with blanks."""
    return (
        *_without_lead(tasks, origins),
        *_several_leads(tasks, origins),
        *_scopes(targets, origins),
        *_vague(tasks, origins),
        *_undated(reports),
        *_upward(reports),
    )


def _without_lead(tasks: tuple[Task, ...], origins: Mapping[str, FactContext]) -> Iterator[Ask]:
    groups: dict[tuple[str, str], list[Task]] = {}
    under = Counter(stem for task in tasks for stem in _stems(task.id))
    for task in tasks:
        if not task.lead:
            at = origins[task.id]
            groups.setdefault((at.heading.id if at.heading else task.id, at.lead), []).append(task)
    for (name, stated), group in groups.items():
        heading = origins[group[0].id].heading
        what = (
            f"{len(group)} việc dưới “{opening(heading.text, _WORDS)}”"
            if heading and len(group) > 1
            else f"“{opening(group[0].wording, _WORDS)}”"
        )
        of = name if heading and under[name] == len(group) else _ids(group)
        yield ask("chu-tri", of, "lead", f"Ai chủ trì {what}?", _at(group, origins))._replace(guess=stated)


def _stems(name: str) -> Iterator[str]:
    """Yield the ids of all headings that an id stands under: `muc-1`, `muc-1-2` of `muc-1-2-y-3`."""
    pieces = name.split("-")
    yield from ("-".join(pieces[:end]) for end in range(1, len(pieces)))


def _several_leads(tasks: tuple[Task, ...], origins: Mapping[str, FactContext]) -> Iterator[Ask]:
    groups: dict[tuple[str, ...], list[Task]] = {}
    for task in tasks:
        if task.also_lead and not all(map(is_group, (task.lead, *task.also_lead))):
            groups.setdefault((task.lead, *task.also_lead), []).append(task)
    for offices, group in groups.items():
        count = f"{len(group)} việc" if len(group) > 1 else f"“{opening(group[0].wording, _WORDS)}”"
        names = "; ".join(offices)
        question = f"{count} ghi nhiều nơi chủ trì ({names}); nơi nào chịu trách nhiệm chính?"
        one = ask("chu-tri", _ids(group), "lead", question, _at(group, origins))
        yield one._replace(guess=offices[0], choices=offices)


def _scopes(targets: tuple[Target, ...], origins: Mapping[str, FactContext]) -> Iterator[Ask]:
    groups: dict[str, list[Target]] = {}
    for target in targets:
        if target.scope == "chua-ro":
            heading = origins[target.id].heading
            groups.setdefault(heading.id if heading else target.id, []).append(target)
    for group in groups.values():
        sentence = "; ".join(_measured(each) for each in group)
        count = f"{len(group)} chỉ tiêu" if len(group) > 1 else "chỉ tiêu"
        question = f"Đây là {count} của toàn địa bàn, hay mỗi đơn vị phải đạt?"
        at = Quote(sentence, origins[group[0].id].place)
        one = ask("pham-vi", " ".join(each.id for each in group), "scope", question, at)
        yield one._replace(guess=_guessed_scope(group), choices=_SCOPES)


def _guessed_scope(group: list[Target]) -> str:
    """Return what is likely: each reaches a share, a number is that of all; "" where the targets are of both kinds."""
    guesses = {"tung-don-vi" if each.unit == "%" else "toan-dia-ban" for each in group if each.value}
    return guesses.pop() if len(guesses) == 1 else ""


def _measured(target: Target) -> str:
    return target.words or f"{target.name}: {target.written}"


def _vague(tasks: tuple[Task, ...], origins: Mapping[str, FactContext]) -> Iterator[Ask]:
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        if is_vague(task.deadline) or (not task.deadline and vague_report(task.wording)):
            groups.setdefault(task.deadline, []).append(task)
    for words, group in groups.items():
        due = f"hạn “{words}”" if words else "báo cáo định kỳ mà không nói hạn"
        what = f"{len(group)} việc có {due}" if len(group) > 1 else f"“{opening(group[0].wording, _WORDS)}” có {due}"
        question = f"{what}: hạn cụ thể là ngày nào, hay bao lâu một lần?"
        yield ask("thoi-han", _ids(group), "deadline", question, _at(group, origins))._replace(guess=words)
    yield from _reports_beside(tasks, origins)


def _reports_beside(tasks: tuple[Task, ...], origins: Mapping[str, FactContext]) -> Iterator[Ask]:
    """Yield what is asked of tasks whose sentence sets a deadline for one thing, and none for the reports it orders."""
    for task in tasks:
        is_said = any(each.field == "deadline" and each.how == "cau" for each in task.read)
        if is_said and not is_vague(task.deadline) and (words := vague_report(task.wording)):
            question = f"“{opening(words, _WORDS)}”: báo cáo trước ngày nào, hay bao lâu một lần?"
            yield ask("thoi-han", task.id, "", question, _at([task], origins))


def _undated(reports: Reports) -> Iterator[Ask]:
    for field, row in reports.undated.items():
        question = (
            f"Kế hoạch yêu cầu {_OF_REPORT[field]} mà không ghi ngày; các đơn vị gửi trước ngày nào (ngày/tháng)?"
        )
        yield ask("thoi-han", "standing", field, question, _quote(row))


def _upward(reports: Reports) -> Iterator[Ask]:
    for field, row in reports.upward.items():
        day = reports.days[field]
        question = (
            f"Kế hoạch chỉ ghi hạn nơi ban hành gửi {_OF_REPORT[field]} lên trên ({day}); các đơn vị gửi trước ngày nào"
            " (ngày/tháng)?"
        )
        yield ask("thoi-han", "standing", field, question, _quote(row))._replace(guess=day)


def _ids(group: list[Task]) -> str:
    return " ".join(each.id for each in group)


def _at(group: list[Task], origins: Mapping[str, FactContext]) -> Quote:
    """Return the words of the first of the tasks, and where the very first stands."""
    return Quote(_shown(group), origins[group[0].id].place)


def _quote(row: Sorted) -> Quote:
    return Quote(row.entry.text, row.entry.place)


def _shown(group: list[Task]) -> str:
    shown = [opening(each.wording, 2 * _WORDS) for each in group[:_MOST_SHOWN]]
    more = len(group) - len(shown)
    return " | ".join(shown) + (f" | và {more} việc nữa" if more else "")


def origin_of(row: Sorted) -> FactContext:
    """Return where an entry stands."""
    return FactContext(row.above[-1] if row.above else None, row.entry.text, row.entry.place)
