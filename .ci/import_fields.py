"""What is compared of a plan that was read: for each field the values that were wanted and those that were given.

Both are counted by value; what stands in both is right. What the truth leaves open stands in neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, NamedTuple

from import_dates import dates_in
from import_match import Match, match, outline
from import_truth import Key, Truth, TruthTask
from same_text import MARK, mark_of, normal, office, words_of

from kegen.plan.model import Plan, Target, Task
from kegen.plan.orders import orders_to
from kegen.profile.unit import Unit

Values = Counter[Hashable]
LEVELS_THAT_ORDER_COMMUNES = {"tinh", "thanh-pho", "so"}
COMMUNE = Unit(level="xa", name="Tân Lập")
"""A commune that no plan names: what is addressed to it is addressed to all."""
OPEN = "*"


class Field(NamedTuple):
    """One field of one document."""

    name: str
    wanted: Values
    given: Values

    @property
    def right(self) -> int:
        """How many of the values given were wanted."""
        return (self.wanted & self.given).total()


def fields(plan: Plan, truth: Truth, letters: Iterable[str]) -> Iterator[Field]:
    """Yield all fields; `letters` are the paragraphs as the document itself has them."""
    found = match(plan, truth)
    yield Field(
        "paragraphs, letter for letter", Counter(letters), Counter(_line(each.text) for each in found.paragraphs)
    )
    yield from _outline(found, truth)
    tasks = {found.task(each.id): each for each in plan.tasks}
    yield from _tasks(found, tasks, truth)
    yield from _stated(tasks, truth)
    yield from _deadlines(tasks, truth)
    yield from _targets(plan, found, truth)
    yield from _reporting(plan, truth)
    yield from _around(plan, truth)
    yield from _annexes(plan, found, truth)
    if any("communes" in each.facts for each in truth.tasks()):
        yield _communes(plan, found, truth)


def _line(text: str) -> str:
    return " ".join(text.split())


def _outline(found: Match, truth: Truth) -> Iterator[Field]:
    facts = {each["n"]: each for each in truth.body}

    def blanked(number: int | None, depth: int, under: int | None) -> Hashable:
        either = facts[number].get("either", ()) if number else ()
        return number, OPEN if "depth" in either else depth, OPEN if "under" in either else under

    given = [blanked(*each) for each in outline(found)]
    wanted = [blanked(each["n"], each.get("depth", 0), each.get("under", 0)) for each in truth.body]
    yield Field("outline", Counter(wanted), Counter(given))
    depths = {each["n"]: each.get("depth", 0) for each in truth.body if "depth" not in each.get("either", ())}
    read = [(n, depth) for n, depth, _ in outline(found) if depth and (n is None or n in depths)]
    yield Field("headings", Counter((n, depth) for n, depth in depths.items() if depth), Counter(read))


def _tasks(found: Match, tasks: dict[Any, Task], truth: Truth) -> Iterator[Field]:
    open_tasks = truth.open_tasks()
    wanted = Counter[Hashable](each.key for each in truth.tasks() if each.key not in open_tasks)
    yield Field("tasks", wanted, Counter(key for key in tasks if key not in open_tasks))
    pairs = [(annex, row, numbers) for annex, row, numbers in truth.rows_of_tasks()]
    given: list[Hashable] = []
    for annex, row, _ in pairs:
        rows = found.grids[annex - 1].rows if annex <= len(found.grids) else {}
        key = found.task(rows[row].task) if row in rows and rows[row].task else None
        given += [(annex, row, key)] if isinstance(key, int) else []
    yield Field("rows that tell a task again", Counter((a, r, numbers[0]) for a, r, numbers in pairs), Counter(given))


def _stated(tasks: dict[Any, Task], truth: Truth) -> Iterator[Field]:
    """Yield leads, how they were read, helpers, who watches, products: of the tasks that the truth has."""
    known = [each for each in truth.tasks() if each.key not in truth.open_tasks()]
    leads = [each for each in known if not each.is_open("lead")]
    wanted = Counter[Hashable](
        (each.key, office(" ".join(each.facts["lead"]))) for each in leads if "lead" in each.facts
    )
    given: Values = Counter((each.key, lead) for each in leads if (lead := _lead(tasks.get(each.key))))
    yield Field("leads stated", wanted, given)
    right = [each for each in leads if (each.key, _lead(tasks.get(each.key))) in wanted and not each.is_open("how")]
    hows = {each.key: _how(tasks[each.key], "lead") for each in right}
    either = Counter((each.key, hows[each.key] in each.facts["how"]) for each in right)
    yield Field("how the lead was read", Counter((each.key, True) for each in right), either)
    yield _one(
        "helpers", known, tasks, lambda task: office(" ".join(task.helpers)), lambda facts: office(" ".join(facts))
    )
    yield _one("watcher", known, tasks, lambda task: office(task.watcher), office)
    yield _one("product", known, tasks, lambda task: mark_of(task.product), str)


def _one(name: str, known: list[TruthTask], tasks: dict[Any, Task], of_task: Any, of_truth: Any) -> Field:  # noqa: ANN401
    scored = [each for each in known if not each.is_open(name)]
    wanted = Counter[Hashable]((each.key, of_truth(each.facts[name])) for each in scored if name in each.facts)
    given = ((each.key, of_task(tasks[each.key])) for each in scored if each.key in tasks)
    return Field(name, wanted, Counter(each for each in given if each[1]))


def _lead(task: Task | None) -> tuple[str, ...]:
    """Return the leads that were read, () where nothing states one."""
    if task is None or _how(task, "lead") == "khong":
        return ()
    return office(" ".join((task.lead, *task.also_lead)))


def _how(task: Task, field: str) -> str:
    return next((each.how for each in task.read if each.field == field), "")


def _deadlines(tasks: dict[Any, Task], truth: Truth) -> Iterator[Field]:
    wanted: dict[str, Values] = {"dated": Counter(), "periodic": Counter(), "words": Counter()}
    given: dict[str, Values] = {name: Counter() for name in wanted}
    for each in truth.tasks():
        if each.is_open("deadline") or each.key in truth.open_tasks():
            continue
        facts = each.facts.get("deadline")
        read = tasks[each.key].deadline if each.key in tasks else ""
        kind = facts["kind"] if facts else ("dated" if dates_in(read) else "periodic")
        if facts:
            wanted[kind][each.key, True] += 1
        if read:
            given[kind][each.key, bool(facts) and _is_deadline(read, facts)] += 1
    names = {"dated": "deadlines, dated", "periodic": "deadlines, periodic", "words": "deadlines in other words"}
    yield from (Field(names[kind], wanted[kind], given[kind]) for kind in names)


def _is_deadline(read: str, facts: dict[str, Any]) -> bool:
    if "text" in facts:
        return words_of(read) == words_of(facts["text"])
    if "mark" in facts:
        return mark_of(read) == facts["mark"]
    if "dates" in facts:
        return set(dates_in(read)) == set(facts["dates"])
    return any(_plain(each) in _plain(read) for each in facts["words"])


def _plain(text: str) -> str:
    """Return the words of a text; without tone marks `hàng năm` and `hằng năm` are one."""
    return " ".join(words_of(text))


def _targets(plan: Plan, found: Match, truth: Truth) -> Iterator[Field]:
    wanted: dict[Hashable, list[dict[str, Any]]] = {}
    for each in truth.facts["targets"]:
        wanted.setdefault((each.get("n", 0), *_amount(each.get("value", ""), each.get("unit", ""))), []).append(each)
    given: dict[Hashable, list[Target]] = {}
    for target in plan.targets:
        place = next((read.place for read in target.read if read.field in {"value", "words", "name"}), "")
        given.setdefault((found.place(place), *_amount(target.value, target.unit)), []).append(target)
    repeats = {key for key, each in wanted.items() if any("repeat" in one.get("either", ()) for one in each)}
    open_words = {key for key, each in wanted.items() if any("words" in one.get("either", ()) for one in each)}

    def counted(groups: dict[Hashable, list[Any]], *, numeric: bool) -> Values:
        keys = {key: len(each) for key, each in groups.items() if key not in repeats | open_words}
        return Counter({key: n for key, n in keys.items() if bool(key[1]) == numeric})  # type: ignore[index]

    yield Field("targets", counted(wanted, numeric=True), counted(given, numeric=True))
    yield Field("targets in words", counted(wanted, numeric=False), counted(given, numeric=False))
    pairs = [(w, g) for key in wanted if key in given for w, g in zip(wanted[key], given[key], strict=False)]
    for name, of_truth, of_plan in (
        ("targets: at least, at most", "compare", lambda each: each.comparison),
        ("targets: year", "year", lambda each: each.year),
        ("targets: scope", "scope", lambda each: "" if each.scope == "chua-ro" else each.scope or "tung-don-vi"),
    ):
        yield _facts_of_targets(name, of_truth, [(w, of_plan(g)) for w, g in pairs])


def _facts_of_targets(name: str, field: str, pairs: list[tuple[dict[str, Any], str]]) -> Field:
    """Return one fact of the targets that were found, where the truth has it; any of several answers is right."""
    wanted: Values = Counter()
    given: Values = Counter()
    for index, (facts, read) in enumerate(pairs):
        right = _several(facts.get(field))
        if not right:
            continue
        value = right[0] if _plain(read) in map(_plain, right) or read in right else read
        wanted.update([(index, right[0])] if right[0] else [])
        given.update([(index, value)] if value else [])
    return Field(name, wanted, given)


def _several(value: Any) -> list[str]:  # noqa: ANN401 - one string, or a list of them
    return list(value) if isinstance(value, list) else [value] if value is not None else []


def _amount(value: Any, unit: Any) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401
    number = str(_several(value)[0]).replace("½", "1/2").replace(",", ".").lstrip("0")
    return number, tuple(words_of(str(_several(unit)[0])))[:1] if number else ()


def _reporting(plan: Plan, truth: Truth) -> Iterator[Field]:
    wanted: Values = Counter()
    given: Values = Counter()
    for name, right in truth.facts["reporting"].items():
        read = getattr(plan.standing, name)
        is_right = any(_same_day(read, each) for each in right if each)
        wanted.update([(name, right[0])] if right[0] else [])
        if read and not (is_right and not right[0]):
            given.update([(name, right[0] if is_right else read)])
    yield Field("days of reports", wanted, given)


def _same_day(read: str, right: str) -> bool:
    return bool(read) and (_plain(right) in _plain(read) or dates_in(read) == dates_in(right) != [])


def _around(plan: Plan, truth: Truth) -> Iterator[Field]:
    """Yield header, chain, recipients and signer."""
    header = dict(truth.facts["header"])
    day = re.search(r"^(.*?),?\s*ngày\W*(\d*)\W*tháng\W*(\d*)\W*năm\W*(\d*)", plan.header.place_and_date)
    number = re.search(r"(\d*)\W*/\s*(\S+)", plan.header.number)
    read = {
        "parent": plan.header.parent,
        "issuer": " ".join(plan.header.issuer),
        "number": number[1] if number else "",
        "symbol": number[2] if number else "",
        "place": day[1].strip() if day else "",
        "date": "-".join(each.lstrip("0") for each in day.groups()[1:]) if day else "",
        "kind": plan.kind.upper(),
        "title": mark_of(plan.title),
    }
    header["issuer"] = " ".join(header["issuer"])
    header["date"] = "-".join(each.lstrip("0") for each in header["date"])
    yield Field("header", _known(header), _known(read))
    yield from _chain(plan, truth)
    yield _recipients(plan, truth)
    signer = truth.facts["signer"]
    yield Field(
        "signer",
        Counter([*map(normal, signer["lines"]), normal(signer["name"])]),
        Counter(normal(each) for each in (*plan.signature.lines, plan.signature.name) if each),
    )


def _recipients(plan: Plan, truth: Truth) -> Field:
    """Return the lines under `Nơi nhận`; two that run together in the file may be read as one, or as two."""
    given: Values = Counter(map(mark_of, plan.recipients))
    wanted: Values = Counter()
    for each in truth.facts["recipients"]:
        several = each["or"] if isinstance(each, dict) else []
        wanted.update(several if several and all(given[mark] for mark in several) else [_mark(each)])
    return Field("recipients", wanted, given)


def _mark(each: str | dict[str, Any]) -> str:
    return str(each["mark"]) if isinstance(each, dict) else each


def _known(facts: dict[str, str]) -> Values:
    return Counter((name, normal(value)) for name, value in facts.items() if value.strip("-"))


def _chain(plan: Plan, truth: Truth) -> Iterator[Field]:
    wanted: Values = Counter()
    skipped = set()
    kinds: dict[str, str] = {}
    for each in truth.facts["chain"]:
        several = _several(each["kind"])
        kinds |= {_plain(kind): _plain(several[0]) for kind in several}
        key = (_plain(several[0]), each["number"], each["date"], office(each["issuer"]))
        skipped |= {key} if "link" in each.get("either", ()) else set()
        wanted.update([key])
    links = plan.standing.chain
    given: Values = Counter(
        (kinds.get(_plain(each.kind), _plain(each.kind)), normal(each.number), each.date, office(each.issuer))
        for each in links
    )
    for key in skipped:
        wanted.pop(key), given.pop(key, None)
    yield Field("chain", wanted, given)
    right = _several(truth.facts["above"])
    last = normal(links[-1].number) if links else "-"
    yield Field("chain: the plan right above", Counter([right[0]]), Counter([right[0] if last in right else last]))


def _annexes(plan: Plan, found: Match, truth: Truth) -> Iterator[Field]:
    if not truth.annexes and not plan.annexes:
        return
    names = ("label", "title", "reference", "orientation")
    wanted: Values = Counter((n, name, each[name]) for n, each in enumerate(truth.annexes, 1) for name in names)
    given: Values = Counter()
    for n, annex in enumerate(plan.annexes, 1):
        read = (mark_of(annex.label), mark_of(annex.title), mark_of(annex.reference), annex.orientation)
        given.update((n, name, value) for name, value in zip(names, read, strict=True))
    yield Field("annexes", wanted, given)
    yield _row_facts(plan, found, truth)
    cells: Values = Counter()
    read_cells: Values = Counter((n, *cell) for n, grid in enumerate(found.grids, 1) for cell in grid.cells())
    for n, annex in enumerate(truth.annexes, 1):
        for row in annex["rows"]:
            for at, mark in _columns(row):
                if len(mark) == MARK and "cells" not in row.get("either", ()):
                    cells[n, row["row"], at, mark] += 1
                elif mark or "either" in row:  # goes on with the cell above, or may be a row of the head
                    _leave_out(read_cells, (n, row["row"], at))
    yield Field("annex cells", cells, read_cells)


def _row_facts(plan: Plan, found: Match, truth: Truth) -> Field:
    """Return what the rows state of tasks that the body may have in other words: whichever task they are read as."""
    tasks = {each.id: each for each in plan.tasks}
    wanted: Values = Counter()
    given: Values = Counter()
    for n, annex in enumerate(truth.annexes, 1):
        for each in annex["tasks"]:
            if "same" not in each or "lead" not in each:
                continue
            at = (n, each["row"])
            row = found.grids[n - 1].rows.get(each["row"]) if n <= len(found.grids) else None
            task = tasks.get(row.task) if row else None
            wanted.update([(*at, "lead", office(" ".join(each["lead"])))])
            wanted.update([(*at, "helpers", office(" ".join(each["helpers"])))] if "helpers" in each else [])
            wanted.update([(*at, "deadline", True)] if "deadline" in each else [])
            if task:
                is_right = "deadline" in each and _is_deadline(task.deadline, each["deadline"])
                read = (("lead", _lead(task)), ("helpers", office(" ".join(task.helpers))))
                given.update((*at, name, value) for name, value in read if value)
                given.update([(*at, "deadline", is_right)] if task.deadline else [])
    return Field("annex rows: lead, helpers, deadline", wanted, given)


def _columns(row: dict[str, Any]) -> Iterator[tuple[int, str]]:
    at = 0
    for index, mark in enumerate(row["cells"]):
        yield at, mark
        at += row["spans"][index] if "spans" in row else 1


def _leave_out(cells: Values, place: tuple[int, int, int]) -> None:
    for key in [each for each in cells if each[:3] == place]:  # type: ignore[index]
        del cells[key]


def _communes(plan: Plan, found: Match, truth: Truth) -> Field:
    """Return which tasks are addressed to every commune, to lead or to help."""
    skipped: set[Any] = {each.key for each in truth.tasks() if each.is_open("communes")} | truth.open_tasks()
    wanted = Counter[Hashable](
        each.key for each in truth.tasks() if each.facts.get("communes") and each.key not in skipped
    )
    read: list[Key | tuple[str, str]] = [found.task(name) for name in orders_to(COMMUNE, plan)]
    return Field("addressed to communes", wanted, Counter(each for each in read if each not in skipped))
