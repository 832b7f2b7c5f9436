"""A unit's own plan, read, as a profile to go on from: its draft has the same text.

Sentences that the pack or the plan above has are named by their ids, others stand in their own words; what does not
come out as it was read stands there in its own words, or as a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kegen.importing.own_edits import best_matches, edits_between
from kegen.importing.own_framing import bases_data, end, frame, offices_of
from kegen.importing.own_known import Known, documents_of, known_in, pack_for
from kegen.importing.own_outline import OutlineReader, OutlineWriter, OwnItem, items_of
from kegen.importing.own_tables import annex_data, leave_emphasis, without_what_tasks_say
from kegen.importing.own_text import OwnValues, Writer, WrittenLine
from kegen.pack.find import find_pack
from kegen.plan.model import Paragraph, Plan, Task
from kegen.plan.of_text import plan_of_text
from kegen.problem import KegenError, Problem, Severity
from kegen.profile.schema import SCHEMA_LINE
from kegen.vietnamese import fold
from kegen.yaml_text.text import SIZE_LIMIT
from kegen.yaml_text.tree import Path as Steps
from kegen.yaml_text.writing import comment, one_line

_MOST_ROUNDS = 6
"""So often a sentence named by its id is looked at again: what one cites changes how later ones cite."""
_MOST_DROPPED = 60
_ENDS = " ./;"
_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)[.)]\s+|[a-zđ]\)\s+|[-+]\s+")


class Share(NamedTuple):
    """How many of the paragraphs below headings are named by id, some of them with edits."""

    by_id: int
    edited: int
    total: int


class Owned(NamedTuple):
    """The text of a profile, and what came of it."""

    text: str
    plan: Plan | None
    """What it comes to, None where it cannot be understood."""
    share: Share
    left: tuple[str, ...]
    """What of the plan is not in it but as a remark."""
    errors: tuple[Problem, ...]
    obstacle: str = ""
    """Why it comes to no plan."""


class OwnMaker:
    """Makes the profile of a plan that was read, to stand in a file."""

    def __init__(self, plan: Plan, file: Path, directive: str = "", above: tuple[str, Plan] | None = None) -> None:
        self._plan, self._file, self._above = plan, file, above
        self._directive = directive or pack_for(plan, above[1].standing.directive if above else "")
        find_pack(self._directive, [file.parent])
        self._obstacle = ""
        reader = OutlineReader(plan.body)
        self._sections = reader.read()
        reader.go_on(plan.closing[:-1])
        self._names: dict[str, str] = {}
        self._wording = self._place = ""
        self._cites = True

    def make(self) -> Owned:
        """Return the profile; raises KegenError where it would be too long for a file."""
        self._name_known()
        own, drafted, errors = self._settled()
        if drafted:
            without_what_tasks_say(own.values.get("annexes", []), drafted)
            self._remark_differences(own, drafted)
        text = self._text(own)
        if len(text.encode()) > SIZE_LIMIT:
            raise KegenError(f"{self._file}: {_TOO_LONG}")
        drafted = self._examined(text)
        obstacle = "" if drafted else self._obstacle or _NOT_A_PROFILE
        return Owned(text, drafted, self._share(), tuple(own.left), errors, obstacle)

    def _name_known(self) -> None:
        """Name sections and sentences that pack and plan above have by their ids."""
        own = self._framed()
        choices = known_in(own, self._directive, self._file, self._above[1] if self._above else None)
        wanted = {
            at: item.bare.rstrip(_ENDS) for at, (_, item) in enumerate(items_of(self._sections)) if item.paragraph.text
        }
        best, most = None, (-1, -1)
        for each in choices:
            matches = best_matches(wanted, {name: text.rstrip(_ENDS) for name, text in each.sentences.items()})
            equal = sum(each.sentences[name].rstrip(_ENDS) == wanted[at] for at, name in matches.items())
            if (equal, len(matches)) > most:
                best, most = (matches, each), (equal, len(matches))
        if best is None:
            return
        for at, (_, item) in enumerate(items_of(self._sections)):
            item.known = best[0].get(at, "")
        self._wording = best[1].wording if best[0] else ""
        self._name_sections(best[1])

    def _name_sections(self, known: Known) -> None:
        by_title: dict[str, str] = {}
        for name, title in known.titles.items():
            by_title.setdefault(fold(title), name)
        for section in self._sections:
            title = fold(_MARK.sub("", section.heading.text, count=1).rstrip(": ")) if section.heading else ""
            if name := by_title.pop(title, ""):
                self._names[section.id] = name

    def _framed(self) -> OwnValues:
        plan, own = self._plan, OwnValues()
        frame(plan, own, self._above[0] if self._above else "", self._directive)
        if self._place:
            own.values["unit"]["place"] = self._place
        numbers = documents_of(self._directive, self._file)
        own.values["bases"] = bases_data(plan.opening, own, plan.standing.chain if self._cites else (), numbers)
        return own

    def _values(self) -> OwnValues:
        """Return all values of the profile as the sentences are named now."""
        plan, own = self._plan, self._framed()
        if self._wording:
            own.values["style"] = {"wording": self._wording}
        own.values["outline"] = "rieng"
        tasks = {each.id: each for each in plan.tasks}
        offices = self._offices(tasks)
        writer = OutlineWriter(own, tasks, self._names, offices)
        writer.write(self._sections)
        own.values["departments"] = [{"name": name} for name in dict.fromkeys(offices.values())]
        self._targets(own)
        days = {name: getattr(plan.standing, name) for name in ("half_year", "year", "month", "quarter", "event")}
        own.values["reporting"] = {name: day for name, day in days.items() if day}
        own.values["closing"] = plan.closing[-1].text.rstrip(_ENDS) if plan.closing else "khong"
        end(plan, own)
        own.values["annexes"] = [annex_data(each, writer.called) for each in plan.annexes]
        for index, annex in enumerate(plan.annexes):
            leave_emphasis(annex, ("annexes", index), own)
        own.values = {name: value for name, value in own.values.items() if value or name == "unit"}
        self._asks(own, writer)
        return own

    def _offices(self, tasks: Mapping[str, Task]) -> dict[str, str]:
        """Return what the profile calls each office that a task of the body names."""
        own = [task for _, item in items_of(self._sections) if (task := tasks.get(item.paragraph.id)) and task.leads]
        names = (name for each in own for name in (*each.leads, *each.helpers, each.watcher) if name)
        return offices_of(names, self._plan.standing.level)

    def _targets(self, own: OwnValues) -> None:
        for each in self._plan.targets:
            facts = {"name": each.name, "comparison": each.comparison, "value": each.value, "unit": each.unit}
            facts = facts if each.value else {"name": each.name, "words": each.words}
            facts |= {"year": each.year, "scope": each.scope}
            own.values.setdefault("targets", {})[each.id] = {key: value for key, value in facts.items() if value}

    def _asks(self, own: OwnValues, writer: OutlineWriter) -> None:
        """Put what was not sure at its place."""
        places = self._places(writer)
        targets = own.values.get("targets", {})
        for ask in self._plan.asks:
            guess = f" Kegen đoán: {ask.guess}." if ask.guess else ""
            of = ask.of.partition(" ")[0]  # it may be about several: it stands at the first
            usual = _STANDING.get(ask.field, ("parent_plan",))
            where = f" ({ask.place})" if ask.place else ""
            path: Steps = ("targets", of) if of in targets else places.get(of, usual)
            own.remark(path, f"Chưa chắc: {ask.question}{guess}{where}")

    def _places(self, writer: OutlineWriter) -> dict[str, Steps]:
        """Return where the profile has each paragraph of the body."""
        tasks, found = writer.entries, dict[str, Steps]()
        for section in self._sections:
            name = self._names.get(section.id, section.id)
            found[section.id] = ("sections", name)
            for index, item in enumerate(section.items):
                is_entry = item.name in tasks
                found[item.paragraph.id] = ("tasks", item.name) if is_entry else ("sections", name, "tasks", index)
        return found

    def _settled(self) -> tuple[OwnValues, Plan | None, tuple[Problem, ...]]:
        """Return the values with which every sentence comes out as it was read, and what is wrong all the same."""
        for turn in range(_MOST_ROUNDS):
            own = self._values()
            errors = self._drop_errors(own)
            drafted = self._examined(self._text(own))
            if drafted is None or not self._is_mended(drafted, is_first=turn == 0):
                return own, drafted, errors
        self._cites = False
        for _, item in items_of(self._sections):
            item.known, item.edits = "", {}
        own = self._values()
        errors = self._drop_errors(own)
        return own, self._examined(self._text(own)), errors

    def _is_mended(self, drafted: Plan, *, is_first: bool) -> bool:
        """Whether something came out otherwise than it was read, which is put right for the next time."""
        changed = self._mend(drafted, is_first=is_first)
        place, usual = (each.header.place_and_date.rpartition(", ngày")[0] for each in (self._plan, drafted))
        if place and place != usual and not self._place:
            self._place, changed = place, True
        if self._cites and _words(self._plan.opening) != _words(drafted.opening):
            self._cites, changed = False, True
        return changed

    def _mend(self, drafted: Plan, *, is_first: bool) -> bool:
        """Put right what comes out otherwise, by edits at first, then by its own words; return whether any did."""
        wrong = list(self._wrong(drafted.body))
        for item, printed in wrong:
            edits = edits_between(printed.removeprefix(item.prefix), item.bare) if is_first and printed else None
            if edits:
                item.edits = edits
            else:
                item.known, item.edits = "", {}
        return bool(wrong)

    def _wrong(self, body: Sequence[Paragraph]) -> Iterator[tuple[OwnItem, str]]:
        """Yield the sentences named by id that come out otherwise, with what is printed of them."""
        texts: dict[str, list[str]] = {}
        for each in body:
            texts.setdefault(each.id, []).append(each.text)
        for _, item in items_of(self._sections):
            if item.known:
                printed = texts.get(item.known, [])
                if len(printed) != 1 or printed[0] != item.paragraph.text:
                    yield item, printed[0] if len(printed) == 1 else ""

    def _drop_errors(self, own: OwnValues) -> tuple[Problem, ...]:
        """Make remarks of the values that cannot stand; return what is wrong all the same."""
        for _ in range(_MOST_DROPPED):
            lines = self._lines(own)
            drafted = self._examined("\n".join(line.text for line in lines))
            errors = _errors(drafted, self._file)
            path = next((found for each in errors if (found := _droppable(lines, each))), None)
            if path is None:
                return tuple(errors)
            why = next(each for each in errors if _droppable(lines, each) == path).message
            taken = own.take_out(path)
            value = one_line(taken)
            own.leave(path[:-1] or path, f"{'.'.join(map(str, path))} ({why})", value)
        return ()

    def _remark_differences(self, own: OwnValues, drafted: Plan | None) -> None:
        """Remark what the template writes otherwise than the plan that was read."""
        for what, path, read, printed in _around(self._plan, drafted) if drafted else ():
            own.remark(path, f"{what} trong văn bản: {read}; kegen in: {printed}.")

    def _share(self) -> Share:
        items = [item for _, item in items_of(self._sections) if not item.paragraph.table]
        return Share(sum(bool(each.known) for each in items), sum(bool(each.edits) for each in items), len(items))

    def _examined(self, text: str) -> Plan | None:
        try:
            return plan_of_text(text, self._file)
        except KegenError as error:
            self._obstacle = str(error)
            return None

    def _lines(self, own: OwnValues) -> list[WrittenLine]:
        return [*(WrittenLine(line, ()) for line in self._head()), *Writer(own).write()]

    def _text(self, own: OwnValues) -> str:
        return "\n".join(line.text for line in self._lines(own)) + "\n"

    def _head(self) -> Iterator[str]:
        source = self._plan.source
        name = source.file if source else "văn bản"
        yield SCHEMA_LINE
        yield from comment(f"Hồ sơ đọc từ kế hoạch của chính đơn vị ({name}) bằng kegen import --own.", "", "  ")
        yield from comment(_HELP, "", "  ")
        yield f"#   kegen draft --profile {self._file.name}"


_NOT_A_PROFILE = "hồ sơ vừa ghi chưa đọc lại được; hãy gửi tệp cho người làm kegen"
_TOO_LONG = "văn bản quá dài để ghi thành một hồ sơ; hãy tách phụ lục ra tệp riêng rồi chạy lại"
_HELP = (
    "Soạn lại thì ra đúng chữ của văn bản ấy; sửa tùy ý để làm kế hoạch mới. Ý ghi bằng mã là câu của bộ mẫu"
    " (directive) hoặc của cấp trên, chủ trì và hạn theo đó; ý ghi bằng lời là lời của đơn vị. Dòng sau dấu # chỉ để"
    " xem, không in: “Chưa chắc” là điều phải xem lại, “KHÔNG ĐƯA VÀO ĐƯỢC” là điều văn bản có mà hồ sơ chưa chứa"
    " được. Sửa xong thì chạy:"
)
_STANDING: dict[str, Steps] = {
    "symbol": ("number",),
    "issued": ("date",),
    "title": ("title",),
    "province": ("unit",),
    "issuer": ("unit",),
    "kind": ("title",),
}


def _words(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(each.text for each in paragraphs)


def _errors(drafted: Plan | None, file: Path) -> list[Problem]:
    found = drafted.warnings if drafted else ()
    return [each for each in found if each.severity is Severity.ERROR and each.place.file == str(file)]


_NEEDED = frozenset({("unit",), ("unit", "level"), ("unit", "name"), ("outline",), ("sections",), ("directive",)})


def _droppable(lines: Sequence[WrittenLine], problem: Problem) -> Steps | None:
    """Return the value that a problem is about, None where the profile cannot be without it."""
    at = problem.place.line - 1
    path = lines[at].path if 0 <= at < len(lines) else ()
    if not path or path in _NEEDED or (path[0] == "sections" and len(path) <= _SECTION):
        return None
    return path


_SECTION = 3


def _around(plan: Plan, drafted: Plan) -> Iterator[tuple[str, Steps, str, str]]:
    """Yield what stands around the content where the template writes it otherwise."""
    pairs = (
        ("Cơ quan chủ quản", ("unit",), plan.header.parent, drafted.header.parent),
        ("Cơ quan ban hành", ("unit",), " ".join(plan.header.issuer), " ".join(drafted.header.issuer)),
        ("Số, ký hiệu", ("number",), plan.header.number, drafted.header.number),
        ("Địa danh, ngày tháng", ("date",), plan.header.place_and_date, drafted.header.place_and_date),
        ("Loại văn bản", ("title",), plan.kind, drafted.kind),
        ("Khối ký", ("signer",), " / ".join(plan.signature.lines), " / ".join(drafted.signature.lines)),
        ("Nơi nhận", ("recipients",), _recipients(plan), _recipients(drafted)),
    )
    for what, path, read, printed in pairs:
        if " ".join(read.split()) != " ".join(printed.split()):
            yield what, path, read or "không có", printed or "không có"


def _recipients(plan: Plan) -> str:
    return " ".join(each.strip("-–;. ") for each in plan.recipients)
