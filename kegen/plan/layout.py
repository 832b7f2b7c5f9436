"""From outline to paragraphs, in reading order: numbers, list marks, grouping by office, closing punctuation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from kegen.plan.citing import Citer
from kegen.plan.emphasis import Anchors, Marked, mark, present
from kegen.plan.marks import (
    NONE,
    Numbering,
    below,
    heading_mark,
    is_in_capitals,
    point_mark,
    without_mark,
    without_point_mark,
)
from kegen.plan.model import Kind, Paragraph, Task
from kegen.plan.offices import EVERYONE, Office, Offices
from kegen.plan.orders import ParentDeadlines
from kegen.plan.outline import Division, Item, Outline
from kegen.plan.tables import TableMaker
from kegen.plan.timing import by
from kegen.plan.wording import Context, WordingRenderer
from kegen.profile.annexes import FaceName, TableSpec
from kegen.profile.body import Style
from kegen.profile.scalars import AS_TYPED
from kegen.vietnamese import lower_first, upper_first
from kegen.yaml_text.tree import Path

T = TypeVar("T")
_BUILT_IN = Style(marks="-", group_marks="a)", ending=".", grouping="phang")
_REPORTING = r"\b(?:half_year|year_end|units_report|own_report)\b"
"""What a sentence names that tells the days of reports."""
_OF_TASKS = ("helpers", "watcher", "deadline", "product")
_STYLES = ("marks", "group_marks", "ending", "grouping")
_HEADINGS: tuple[Kind, ...] = ("muc", "khoan", "tiet")
"""The kind of a heading by its depth; what stands deeper is a `tiet` too."""
Chain = tuple[Division, ...]
"""A division and those it stands in, the innermost first."""


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
        self._divisions(outline.divisions, (), "")
        return PlanBody(tuple(self._with_tables()), tuple(self.tasks))

    def _with_tables(self) -> Iterator[Paragraph]:
        """Yield the paragraphs, their tables made now that all tasks are known."""
        maker, items = TableMaker(self.tasks, self.renderer.problems), iter(self.tables)
        for each in self.paragraphs:
            if each.kind != "bang":
                yield each
                continue
            item, spec = next(items)
            of_pack = "table" not in item.own_fields
            words = self.renderer.filled_in if of_pack else str
            yield maker.block(spec, (*item.path, "table"), words, of_pack=of_pack)._replace(id=each.id)

    def _table(self, item: Item) -> None:
        """Put the item's table here, to be made when all tasks are known."""
        if item.table is not None:
            self.tables.append((item, item.table))
            self.paragraphs.append(Paragraph("bang", "", id=item.id))

    def _divisions(self, divisions: Sequence[Division], above: Chain, number: str) -> None:
        """Lay out what stands side by side in the innermost of those above, which has that number."""
        numbering = Numbering(number)
        for each in divisions:
            chain = (each, *above)
            if each.is_group:
                self.renderer.edit("", each.edits, (*each.path, "title"))
                self._items(chain)
            else:
                self._section(chain, numbering)
            self._divisions(each.divisions, chain, numbering.figure(_heading_mark(chain)))

    def _section(self, chain: Chain, numbering: Numbering) -> None:
        """Lay out a heading and the items under it, or going on with it."""
        division, depth, own_mark = chain[0], len(chain), _heading_mark(chain)
        title, upper = self._title(division, as_typed=own_mark == AS_TYPED), is_in_capitals(depth, own_mark)
        heading = numbering.next(own_mark) + (title.upper() if upper else title)
        if division.run_in is not None:
            self._run_in(heading + division.run_in, chain)
            return
        kind = _HEADINGS[min(depth, len(_HEADINGS)) - 1]
        marked = self._marked_heading(division, heading, upper=upper)
        self.paragraphs.append(
            Paragraph(
                kind,
                heading,
                marked.notes,
                division.id,
                depth=depth if kind == "tiet" else 0,
                spans=marked.spans,
            )
        )
        self._items(chain)

    def _run_in(self, heading: str, chain: Chain) -> None:
        """Lay out a section whose heading its first item goes on."""
        division, at = chain[0], len(self.paragraphs)
        self._items(chain, plain=True)
        first = Paragraph("doan", "", id=division.id)
        if at < len(self.paragraphs) and self.paragraphs[at].kind != "bang":
            first = self.paragraphs.pop(at)
        text = lower_first(first.text) if division.run_in == " " else first.text
        own, moved = self._marked_heading(division, heading), Marked(first.notes, first.spans).behind(len(heading))
        notes, spans = (*own.notes, *moved.notes), (*own.spans, *moved.spans)
        joined = first._replace(kind="khoan-lien", text=heading + text, notes=notes, spans=spans)
        self.paragraphs.insert(at, joined)

    def _marked_heading(self, division: Division, heading: str, *, upper: bool = False) -> Marked:
        """Return the footnotes of a heading and what stands out in it; in capitals its words are found as such."""
        notes, faces = self._anchors(division, ("sections", f"mục “{division.id}”"), heading, upper=upper)
        return mark(Anchors(notes, faces, division.path), [heading], self.renderer.problems)[0]

    def _title(self, division: Division, *, as_typed: bool = False) -> str:
        if division.own:
            self.citer.note_mentions(division.title)
            return division.title
        if not division.title and division.office:
            office = self.offices.find(division.office, (*division.path, "office"))
            named = self.renderer.reworded(office.name if office else division.office)
            return upper_first(self.renderer.edit(upper_first(named), division.edits, (*division.path, "title")))
        make = self.renderer.as_typed if as_typed else self.renderer.sentence
        return make(division.title, division.edits, (*division.path, "title"))

    def _items(self, chain: Chain, *, plain: bool = False) -> None:
        division, marks = chain[0], NONE if plain else self._mark_below("marks", chain)
        as_typed = marks == AS_TYPED and division.grouping is None  # what was typed keeps its order
        grouping = "phang" if plain or as_typed else self._style("grouping", chain)
        if grouping == "theo-co-quan" and any(item.lead for item in division.items):
            self._groups(chain, marks)
        else:
            self._listed(chain, division.items, marks, named=grouping == "trong-cau")

    def _groups(self, chain: Chain, marks: str) -> None:
        runs, group_marks = self._runs(chain[0].items), self._mark_below("group_marks", chain)
        if sum(1 for run in runs if run[0].lead) == 1:
            self._listed(chain, chain[0].items, marks, named=True)
            return
        if chain[0].marks is None and marks == group_marks:
            marks = below(marks)
        numbering = Numbering()
        self._note_unled(chain[0], runs)
        for run in runs:
            office = self._lead(run[0])
            mark = numbering.next(group_marks) if run[0].lead else ""
            if office is None:
                self._listed(chain, run, marks)
            elif run[0].run_in:
                self._item(run[0], f"{mark}{self._heading(office)} ", inline=True)
            else:
                self.paragraphs.append(Paragraph("nhom", f"{mark}{self._heading(office)}"))
                self._listed(chain, run, marks)

    def _note_unled(self, division: Division, runs: Sequence[Sequence[Item]]) -> None:
        """Note sentences of the profile that no office leads, behind those of an office, whose work they seem to be."""
        led = next((index for index, run in enumerate(runs) if run[0].lead), len(runs))
        for item in (item for run in runs[led:] for item in run if item.own and item.wording and not item.lead):
            message = (
                f"ý “{item.id}” ở mục “{division.id}” không giao cơ quan nào mà đứng dưới tên cơ quan khác, không rõ ai"
                " làm; hãy ghi thêm lead, hoặc đặt ở đầu mục (after: dau)"
            )
            self.renderer.problems.warn(item.path or ("sections", division.id), "khong-ro-ai", message)

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

    def _listed(self, chain: Chain, items: Sequence[Item], marks: str, *, named: bool = False) -> None:
        """Lay out the items one by one; `named`: each that an office leads with its name before it."""
        worded = [item for item in items if item.wording]
        numbering, alone = Numbering(), len(worded) == 1
        own = [item.mark or (NONE if alone and marks != AS_TYPED else marks) for item in worded]
        marked = {id(item): pair for item, *pair in zip(worded, own, [*own[1:], ""], strict=False)}
        for item in items:
            if not item.wording:
                self._table(item)
                continue
            own_mark, following = marked[id(item)]
            if own_mark == AS_TYPED:
                self._item_as_typed(item)
                continue
            office = self._lead(item) if named else None
            lead = f"{upper_first(office.name)} " if office else ""
            ending = self._style("ending", chain) if following == own_mark != "1." else "."
            kind: Kind = "khoan-lien" if own_mark == "1." else "doan"
            self._item(item, numbering.next(own_mark) + lead, kind, ending, inline=bool(office))

    def _item(self, item: Item, before: str, kind: Kind = "doan", ending: str = ".", *, inline: bool = False) -> None:
        if not item.wording:
            self._table(item)
            return
        wording = self._wording(item)
        if item.own and before:  # the plan writes its own mark
            wording = without_point_mark(wording)
        self._note_task(item, wording)
        text = before + (lower_first(wording) if inline else wording)
        if ending == ";" and text.endswith("."):
            text = text[:-1] + ";"
        self._add(item, kind, [text, *self._points(item, before)])

    def _add(self, item: Item, kind: Kind, texts: list[str]) -> None:
        """Put the sentence of an item, the points under it and its table here."""
        for at, (each, marked) in enumerate(zip(texts, self._marked(item, texts), strict=True)):
            own: Kind = "doan" if at else kind
            self.paragraphs.append(Paragraph(own, each, marked.notes, item.id, spans=marked.spans))
        self._table(item)

    def _marked(self, item: Item, texts: list[str]) -> list[Marked]:
        """Return the footnotes and what stands out in the item's sentence and its points."""
        notes, faces = self._anchors(item, ("tasks", f"ý “{item.id}”"), "\n".join(texts))
        return mark(Anchors(notes, faces, item.path), texts, self.renderer.problems)

    def _anchors(
        self, part: Item | Division, what: tuple[str, str], printed: str, *, upper: bool = False
    ) -> tuple[dict[str, str], dict[str, FaceName]]:
        """Return the footnotes and what stands out: the profile's as they are, the pack's where their words stand."""
        words_of, made = (str, str.upper)[upper], self.renderer.filled_in
        notes: dict[str, str] = {words_of(words): note for words, note in part.footnotes.items()}
        faces = {words_of(words): face for words, face in part.emphasis.items()}
        if "footnotes" not in part.own_fields:
            notes = {words_of(made(words)): made(note) for words, note in part.footnotes.items()}
            notes = self._of_pack(part, what, notes, printed)
        if "emphasis" not in part.own_fields:
            faces = {words_of(made(words)): face for words, face in part.emphasis.items()}
            faces = self._of_pack(part, what, faces, printed)
        return notes, faces

    def _of_pack(
        self, part: Item | Division, what: tuple[str, str], anchors: dict[str, T], printed: str
    ) -> dict[str, T]:
        """Return what the pack says of words that are still there; warns of words that the profile took away."""
        key, name = what
        for words in anchors:
            if not present(words, printed):
                message = f"{name} không còn chữ “{words}” nên chú thích, chữ nhấn mạnh của mẫu ở đó không in"
                self.renderer.problems.warn(part.path or (key,), "mat-cho", message)
        return {words: each for words, each in anchors.items() if present(words, printed)}

    def _item_as_typed(self, item: Item) -> None:
        """Lay out an item with the mark that it was typed with, which is no part of the task."""
        wording = self._wording(item, as_typed=True)
        self._note_task(item, without_mark(wording))
        points = [
            self._point_text(item, text)
            for point in item.points
            for text in ((point,) if isinstance(point, str) else point)
        ]
        self._add(item, "khoan-lien" if re.match(r"\d+\.\s", wording) else "doan", [wording, *points])

    def _points(self, item: Item, before: str) -> Iterator[str]:
        """Yield the texts below an item, those in a list of their own one step below the text before them."""
        index, printed = 0, before
        for point in item.points:
            if isinstance(point, str):
                printed = point_mark(before, index)
                index += 1
                yield printed + without_point_mark(self._point_text(item, point))
            else:
                texts = (without_point_mark(self._point_text(item, text)) for text in point)
                yield from (point_mark(printed, inner) + text for inner, text in enumerate(texts))

    def _point_text(self, item: Item, text: str) -> str:
        """Return a point as it is printed: the profile's as typed, the pack's filled in."""
        if "points" not in item.own_fields:
            return self.renderer.sentence(text, {}, item.path)
        self.citer.note_mentions(text)
        return text

    def _wording(self, item: Item, *, as_typed: bool = False) -> str:
        before = self.citer.count()
        if item.own:
            text = self.renderer.edit(item.wording, item.edits, item.path)
        else:
            make = self.renderer.as_typed if as_typed else self.renderer.sentence
            text = make(item.wording, item.edits, item.path, self._facts(item))
        self.citer.recount_since(before, text)
        return text

    def _facts(self, item: Item) -> Context:
        """Return what a sentence may name of its own item: its deadline, and the office that leads it by its role."""
        facts: Context = {}
        if "deadline" in item.wording or "due" in item.wording:
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
        """Return the office that leads the item, as one name where several do."""
        leads = self._leads(item)
        if len(leads) > 1:
            return Office(", ".join(each.name for each in leads))
        return leads[0] if leads else None

    def _leads(self, item: Item) -> list[Office]:
        """Return the offices that lead the item, each once."""
        named, path = [each for each in (item.lead, *item.also_lead) if each], (*item.path, "lead")
        paths: list[Path] = [(*path, index) for index in range(len(named))] if item.also_lead else [path]
        found = (self.offices.find(each, at) for each, at in zip(named, paths, strict=False))
        return list(dict.fromkeys(each for each in found if each))

    def _note_task(self, item: Item, wording: str) -> None:
        """Add the item to the tasks, if an office leads it."""
        leads = self._leads(item)
        self._check_of_no_effect(item, leads[0] if leads else None)
        self._check_leads(item, leads)
        deadline, product = self._known_beside(item)
        if not leads:
            return
        lead, *others = map(self._heading, leads)
        known = (deadline, product, item.target, item.source, self._brief(item, wording))
        self.tasks.append(
            Task(item.id, wording, lead, self._helpers(item, leads), *known, tuple(others), self._watcher(item))
        )

    def _check_leads(self, item: Item, leads: Sequence[Office]) -> None:
        """Note several offices that the profile makes leads of one task."""
        if len(leads) > 1 and "lead" in item.own_fields:
            message = (
                f"ý “{item.id}” giao {len(leads)} cơ quan cùng chủ trì; mỗi việc nên giao một cơ quan chịu trách nhiệm"
                " chính: hãy ghi một tên ở lead, các tên khác ở helpers, trừ khi đúng là cùng chủ trì"
            )
            self.renderer.problems.warn((*item.path, "lead"), "nhieu-chu-tri", message)

    def _watcher(self, item: Item) -> str:
        office = self.offices.find(item.watcher, (*item.path, "watcher")) if item.watcher else None
        return self._heading(office) if office else ""

    def _check_of_no_effect(self, item: Item, office: Office | None) -> None:
        """Note what the profile says of an item in vain: what belongs to a task, of one that nobody leads."""
        if office is None and not item.lead:
            for name in (each for each in item.own_fields if each in _OF_TASKS):
                message = f"ý “{item.id}” không giao cơ quan nào nên {name} không vào bảng nhiệm vụ; hãy ghi thêm lead"
                self.renderer.problems.warn((*item.path, name), "thua", message)
        if "deadline" in item.own_fields and not item.own and re.search(_REPORTING, item.wording):
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

    def _helpers(self, item: Item, leads: Sequence[Office]) -> tuple[str, ...]:
        if not item.helpers:
            return ()
        found = [self.offices.find(h, (*item.path, "helpers", i)) for i, h in enumerate(item.helpers)]
        helpers = [each for each in found if each and each not in leads]
        if "helpers" in item.own_fields and any(each in leads for each in found):
            message = f"ý “{item.id}” ghi cơ quan chủ trì cả ở helpers; hãy bỏ cơ quan ấy ở helpers"
            self.renderer.problems.warn((*item.path, "helpers"), "thua", message)
        if not helpers and "helpers" not in item.own_fields:
            helpers = [each for each in (self.offices.get(EVERYONE),) if each and each not in leads]
        return tuple(dict.fromkeys(self.renderer.reworded(each.name) for each in helpers))

    def _mark_below(self, name: str, chain: Chain) -> str:
        """Return the mark of a division's items or offices; the usual one steps below a heading that has it."""
        mark, own = self._style(name, chain), getattr(chain[0], name)
        return below(mark) if own is None and not chain[0].is_group and mark == _heading_mark(chain) else mark

    def _style(self, name: str, chain: Chain) -> str:
        """Return what the innermost division says that says anything of it, else the plan's style."""
        return next((value for each in chain if (value := getattr(each, name, None))), self.style[name])


def ended(paragraph: Paragraph) -> Paragraph:
    """Return the last paragraph of a plan with the mark that ends it; a table stays as it is."""
    if paragraph.kind == "bang":
        return paragraph
    return paragraph._replace(text=paragraph.text.rstrip(" ./;") + "./.")


def _heading_mark(chain: Chain) -> str:
    return chain[0].mark or heading_mark(len(chain))


_STOP = re.compile(r"[(“\[)”\]]|[;:.](?=\s|$)")
_ABBREVIATED = re.compile(r"(?<!\S)[^\W\d_]{1,5}$")
_LEADING_ON = re.compile(r",?\s+(?:(?:trong đó|cụ thể|như sau|sau đây|bao gồm|gồm)(?:\s+là)?|cụ thể như sau)$")
"""What leads on to the points below a sentence, and says nothing without them."""
_LONGEST_ABBREVIATION = 5
_OPENING, _CLOSING = "(“[", ")”]"


def first_clause(text: str) -> str:
    """Return the text to its first `;`, `:` or full stop outside brackets and quotes, no stop of `TP. Hà Nội`."""
    inside = 0
    for sign in _STOP.finditer(text):
        if sign[0] in _OPENING:
            inside += 1
        elif sign[0] in _CLOSING:
            inside -= 1
        elif inside <= 0 and not _is_abbreviation(text, sign):
            before = text[: sign.start()]
            return _LEADING_ON.sub("", before) if sign[0] == ":" else before
    return text


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    """Whether the stop belongs to the word before it, as in `TP. Hà Nội`."""
    before = text[max(stop.start() - _LONGEST_ABBREVIATION - 1, 0) : stop.start()]
    word = _ABBREVIATED.search(before)
    return stop[0] == "." and stop.end() < len(text) and word is not None and word[0].isupper()
