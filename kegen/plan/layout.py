"""From outline to paragraphs, in reading order: numbers, list marks, grouping by office, closing punctuation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from kegen.plan.citing import Citer
from kegen.plan.emphasis import Anchors, Marked, mark, present
from kegen.plan.model import Kind, Paragraph, Task
from kegen.plan.offices import EVERYONE, Office, Offices
from kegen.plan.orders import ParentDeadlines
from kegen.plan.outline import Division, Item, Outline
from kegen.plan.tables import TableMaker
from kegen.plan.timing import by
from kegen.plan.wording import Context, WordingRenderer
from kegen.profile.annexes import TableSpec
from kegen.profile.body import Style
from kegen.vietnamese import lower_first, point_letter, roman, upper_first

T = TypeVar("T")
_BUILT_IN = Style(marks="-", group_marks="a)", ending=".", grouping="phang")
_TYPED_MARK = re.compile(r"^[-+•]\s+")
"""A mark that an officer types before a point; the plan writes its own."""
_OF_TASKS = ("helpers", "deadline", "product", "target")
_STYLES = ("marks", "group_marks", "ending", "grouping")


class PlanBody(NamedTuple):
    """The body of a plan in reading order, and what each office must do by it."""

    paragraphs: tuple[Paragraph, ...]
    tasks: tuple[Task, ...]

    def without_targets(self, left_out: Collection[str]) -> PlanBody:
        """Return the body without mention of the targets that are left out."""
        return self._replace(
            tasks=tuple(each._replace(target="") if each.target in left_out else each for each in self.tasks)
        )


def body_style(own: Style, usual: Style) -> dict[str, str]:
    """Return what holds where a section says nothing of its own: the profile's style, else the level's usual one."""
    return {name: next(v for each in (own, usual, _BUILT_IN) if (v := getattr(each, name))) for name in _STYLES}


class Layout:
    """Lays out one plan: `paragraphs` fills up, and `tasks` with what each office must do."""

    def __init__(
        self,
        style: Mapping[str, str],
        renderer: WordingRenderer,
        citer: Citer,
        offices: Offices,
        deadlines: ParentDeadlines,
    ) -> None:
        self.style, self.renderer, self.citer, self.offices, self.deadlines = style, renderer, citer, offices, deadlines
        self.paragraphs: list[Paragraph] = []
        self.tasks: list[Task] = []
        self.tables: list[tuple[Item, TableSpec]] = []

    def lay_out(self, outline: Outline) -> PlanBody:
        """Return the whole body of the outline."""
        for number, each in enumerate(outline.divisions, 1):
            self._chapter(number, each)
        return PlanBody(tuple(self._with_tables()), tuple(self.tasks))

    def _with_tables(self) -> Iterator[Paragraph]:
        """Yield the paragraphs, their tables made now that all tasks are known."""
        maker, items = TableMaker(self.tasks, self.renderer.problems), iter(self.tables)
        for each in self.paragraphs:
            if each.kind != "bang":
                yield each
                continue
            item, spec = next(items)
            words = str if "table" in item.own_fields else self._pack_words
            yield each._replace(table=maker.make(spec, (*item.path, "table"), words))

    def _pack_words(self, text: str) -> str:
        return self.renderer.reworded(self.renderer.render(text))

    def _table(self, item: Item) -> None:
        """Put the item's table here, to be made when all tasks are known."""
        if item.table is not None:
            self.tables.append((item, item.table))
            self.paragraphs.append(Paragraph("bang", "", id=item.id))

    def _chapter(self, number: int, division: Division) -> None:
        heading = f"{roman(number)}. {self._title(division).upper()}"
        marked = self._marked_heading(division, heading, upper=True)
        self.paragraphs.append(Paragraph("muc", heading, marked.notes, division.id, spans=marked.spans))
        self._items(division, division)
        for inner_number, inner in enumerate(division.divisions, 1):
            self._section(inner_number, inner, division)

    def _section(self, number: int, division: Division, chapter: Division) -> None:
        heading = f"{number}. {self._title(division)}"
        if division.run_in is None:
            marked = self._marked_heading(division, heading)
            self.paragraphs.append(Paragraph("khoan", heading, marked.notes, division.id, spans=marked.spans))
            self._items(division, chapter)
        else:
            self._run_in(heading + division.run_in, division, chapter)

    def _run_in(self, heading: str, division: Division, chapter: Division) -> None:
        """Lay out a section whose heading its first item goes on."""
        at = len(self.paragraphs)
        self._items(division, chapter, plain=True)
        first = Paragraph("doan", "", id=division.id)
        if at < len(self.paragraphs) and self.paragraphs[at].kind != "bang":
            first = self.paragraphs.pop(at)
        text = lower_first(first.text) if division.run_in == " " else first.text
        own, moved = self._marked_heading(division, heading), Marked(first.notes, first.spans).behind(len(heading))
        notes, spans = (*own.notes, *moved.notes), (*own.spans, *moved.spans)
        self.paragraphs.insert(at, Paragraph("khoan-lien", heading + text, notes, first.id, spans=spans))

    def _marked_heading(self, division: Division, heading: str, *, upper: bool = False) -> Marked:
        """Return the footnotes of a heading and what stands out in it; in capitals its words are found as such."""
        notes, faces = division.footnotes, division.emphasis
        if upper:
            notes = {words.upper(): note for words, note in notes.items()}
            faces = {words.upper(): face for words, face in faces.items()}
        return mark(Anchors(notes, faces, division.path), [heading], self.renderer.problems)[0]

    def _title(self, division: Division) -> str:
        if division.own:
            self.citer.note_mentions(division.title)
            return division.title
        if not division.title and division.office:
            office = self.offices.find(division.office, (*division.path, "office"))
            named = self.renderer.reworded(office.name if office else division.office)
            return upper_first(self.renderer.edit(upper_first(named), division.edits, (*division.path, "title")))
        return self.renderer.sentence(division.title, division.edits, (*division.path, "title"))

    def _items(self, division: Division, chapter: Division, *, plain: bool = False) -> None:
        grouping = "phang" if plain else self._style("grouping", division, chapter)
        if grouping == "theo-co-quan" and any(item.lead for item in division.items):
            self._groups(division, chapter)
        else:
            marks = "khong" if plain else self._style("marks", division, chapter)
            self._listed(division, chapter, division.items, marks, named=grouping == "trong-cau")

    def _groups(self, division: Division, chapter: Division) -> None:
        marks = self._style("group_marks", division, chapter)
        runs = self._runs(division.items)
        count = sum(1 for run in runs if run[0].lead)
        if count == 1:
            self._listed(division, chapter, division.items, self._style("marks", division, chapter), named=True)
            return
        places = iter(range(count))
        for run in runs:
            office = self._lead(run[0])
            mark = _mark(marks, next(places)) if run[0].lead else ""
            if office is None:
                self._listed(division, chapter, run, self._style("marks", division, chapter))
            elif run[0].run_in:
                self._item(run[0], f"{mark}{self._heading(office)} ", inline=True)
            else:
                self.paragraphs.append(Paragraph("nhom", f"{mark}{self._heading(office)}"))
                self._listed(division, chapter, run, self._style("marks", division, chapter))

    def _runs(self, items: Sequence[Item]) -> list[list[Item]]:
        """Return the items by groups: all of an office where its first one stands, those of none as they come."""
        runs: dict[tuple[Office | None, str] | int, list[Item]] = {}
        for index, (group, run) in enumerate(groupby(items, key=self._group)):
            runs.setdefault(group if group[0] else index, []).extend(run)
        return list(runs.values())

    def _heading(self, office: Office) -> str:
        return upper_first(self.renderer.reworded(office.name))

    def _group(self, item: Item) -> tuple[Office | None, str]:
        """What items must share to stand under one heading: their office, which one run in does not share."""
        return self._lead(item), item.id if item.run_in else ""

    def _listed(
        self, division: Division, chapter: Division, items: list[Item], marks: str, *, named: bool = False
    ) -> None:
        """Lay out the items one by one; `named`: each that an office leads with its name before it."""
        numbered = marks == "1." and len(items) > 1
        ending = "." if numbered else self._style("ending", division, chapter)
        kind: Kind = "khoan-lien" if numbered else "doan"
        worded = [item for item in items if item.wording]
        places = {id(item): at for at, item in enumerate(worded)}
        for item in items:
            if not item.wording:
                self._table(item)
                continue
            index = places[id(item)]
            before = _mark(marks, index) if len(worded) > 1 else ""
            last = index == len(worded) - 1
            office = self._lead(item) if named else None
            lead = f"{upper_first(office.name)} " if office else ""
            self._item(item, before + lead, kind, "." if last else ending, inline=bool(office))

    def _item(self, item: Item, before: str, kind: Kind = "doan", ending: str = ".", *, inline: bool = False) -> None:
        if not item.wording:
            self._table(item)
            return
        wording = self._wording(item)
        self._note_task(item, wording)
        text = before + (lower_first(wording) if inline else wording)
        if ending == ";" and text.endswith("."):
            text = text[:-1] + ";"
        texts = [text]
        for index, point in enumerate(item.points):
            self.citer.note_mentions(point)
            texts.append(f"{_point_mark(before, index)}{_TYPED_MARK.sub('', point)}")
        for at, (each, marked) in enumerate(zip(texts, self._marked(item, texts), strict=True)):
            own: Kind = "doan" if at else kind
            self.paragraphs.append(Paragraph(own, each, marked.notes, item.id, spans=marked.spans))
        self._table(item)

    def _marked(self, item: Item, texts: list[str]) -> list[Marked]:
        """Return the footnotes and what stands out in the item's sentence and its points."""
        printed = "\n".join(texts)
        notes = item.footnotes if "footnotes" in item.own_fields else self._pack_notes(item, printed)
        faces = item.emphasis if "emphasis" in item.own_fields else self._of_pack(item, item.emphasis, printed)
        return mark(Anchors(notes, faces, item.path), texts, self.renderer.problems)

    def _pack_notes(self, item: Item, printed: str) -> dict[str, str]:
        words = {self._pack_words(words): self._pack_words(note) for words, note in item.footnotes.items()}
        return self._of_pack(item, words, printed)

    def _of_pack(self, item: Item, anchors: dict[str, T], printed: str) -> dict[str, T]:
        """Return what the pack says of words that are still there; warns of words that the profile took away."""
        for words in anchors:
            if not present(words, printed):
                message = f"ý “{item.id}” không còn chữ “{words}” nên chú thích, chữ nhấn mạnh của mẫu ở đó không in"
                self.renderer.problems.warn(item.path or ("tasks",), "mat-cho", message)
        return {words: each for words, each in anchors.items() if present(words, printed)}

    def _wording(self, item: Item) -> str:
        before = self.citer.count()
        if item.own:
            text = self.renderer.edit(item.wording, item.edits, item.path)
        else:
            text = self.renderer.sentence(item.wording, item.edits, item.path, self._facts(item))
        self.citer.recount_since(before, text)
        return text

    def _facts(self, item: Item) -> Context:
        """Return what a sentence may name of its own item: its deadline, and the office that leads it by its role."""
        facts: Context = {}
        if "deadline" in item.wording:
            facts["deadline"] = self._known(item, "deadline")
            facts["due"] = by(facts["deadline"])
        if item.lead and item.lead != item.usual_lead and "office(" in item.wording:
            lead = item.lead
            facts["office"] = lambda role: self.offices.title(lead if role == item.usual_lead else role)
        return facts

    def _known(self, item: Item, name: str) -> str:
        """What is known of an item beside its sentence: the profile's text as it is, the pack's rendered."""
        text: str = getattr(item, name)
        if "{" in text and name not in item.own_fields:
            text = self.renderer.render(text)
        if name not in item.own_fields and not item.own:
            text = self.renderer.reworded(text)
        return self.deadlines.keep(item, text) if name == "deadline" else text

    def _known_beside(self, item: Item) -> tuple[str, str]:
        """The deadline and the product, as in a text of their own: mentions inside do not count outside."""
        if "{" not in item.deadline and "{" not in item.product:
            return self._known(item, "deadline"), self._known(item, "product")
        with self.citer.separate_text():
            return self._known(item, "deadline"), self._known(item, "product")

    def _lead(self, item: Item) -> Office | None:
        return self.offices.find(item.lead, (*item.path, "lead")) if item.lead else None

    def _note_task(self, item: Item, wording: str) -> None:
        """Add the item to the tasks, if an office leads it."""
        office = self._lead(item)
        self._check_of_no_effect(item, office)
        deadline, product = self._known_beside(item)
        if office is None:
            return
        known = (deadline, product, item.target, item.source, self._brief(item, wording))
        self.tasks.append(Task(item.id, wording, self._heading(office), self._helpers(item, office), *known))

    def _check_of_no_effect(self, item: Item, office: Office | None) -> None:
        """Note what the profile says of an item in vain: what belongs to a task, of one that nobody leads."""
        if office is None and not item.lead:
            for name in (each for each in item.own_fields if each in _OF_TASKS):
                message = f"ý “{item.id}” không giao cơ quan nào nên {name} không vào bảng nhiệm vụ; hãy ghi thêm lead"
                self.renderer.problems.warn((*item.path, name), "thua", message)
        if "deadline" in item.own_fields and not item.own and re.search(r"\b(half_year|year_end)\b", item.wording):
            message = (
                "hạn của ý này in trong câu theo reporting; hãy ghi ở reporting: {half_year: …, year: …}, bỏ dòng này"
            )
            self.renderer.problems.error((*item.path, "deadline"), "thua", message)

    def _brief(self, item: Item, wording: str) -> str:
        """The item in few words, citing as after its sentence; "" where that is short enough."""
        if not item.brief:
            clause = first_clause(wording)
            return "" if clause == wording.rstrip(".") else clause
        if "brief" in item.own_fields:
            return item.brief
        mentioned = self.citer.count()
        brief = self.renderer.sentence(item.brief, {}, item.path)
        self.citer.recount_since(mentioned, "")
        return brief

    def _helpers(self, item: Item, lead: Office) -> tuple[str, ...]:
        if not item.helpers:
            return ()
        found = [self.offices.find(h, (*item.path, "helpers", i)) for i, h in enumerate(item.helpers)]
        helpers = [each for each in found if each and each != lead]
        if not helpers and "helpers" not in item.own_fields:
            helpers = [each for each in (self.offices.get(EVERYONE),) if each and each != lead]
        return tuple(dict.fromkeys(self.renderer.reworded(each.name) for each in helpers))

    def _style(self, name: str, division: Division, chapter: Division) -> str:
        return getattr(division, name, None) or getattr(chapter, name, None) or self.style[name]


def _mark(marks: str, index: int) -> str:
    """Return the mark of the item at the index, from 0, with the blank after it."""
    if marks == "khong":
        return ""
    if marks == "a)":
        return f"{point_letter(index)}) "
    return f"{index + 1}. " if marks == "1." else f"{marks} "


_STOP = re.compile(r"[;:.](?=\s|$)")
_ABBREVIATED = re.compile(r"(?<!\S)[^\W\d_]{1,5}$")
_OPENING, _CLOSING = "(“[", ")”]"


def first_clause(text: str) -> str:
    """Return the text to its first `;`, `:` or full stop outside brackets and quotes, no stop of `TP. Hà Nội`."""
    for stop in _STOP.finditer(text):
        before = text[: stop.start()]
        word = _ABBREVIATED.search(before)
        is_abbreviation = stop[0] == "." and stop.end() < len(text) and word is not None and word[0].isupper()
        if not is_abbreviation and sum(map(before.count, _OPENING)) <= sum(map(before.count, _CLOSING)):
            return before
    return text


def _point_mark(mark: str, index: int) -> str:
    """Return the mark of a point, one step below the mark of its item (Phụ lục I, II.5: khoản, điểm, then dashes)."""
    if re.match(r"\d", mark):
        return _mark("a)", index)
    return _mark("+" if mark.startswith("-") else "-", index)
