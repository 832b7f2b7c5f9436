"""The Plan: what the template sees. Frozen; every word, date and mark is decided here, nothing is looked up later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kegen.problem import Problem

Involvement = Literal["leads", "helps"]
"""Whether a unit is to see to an order itself, or to help the office that does."""
Coverage = Literal["taken", "left-out", "open"]
"""Whether a plan takes up an order of the plan above, leaves it out and says why, or says nothing of it."""
Kind = Literal["can-cu", "mo-dau", "muc", "khoan", "tiet", "khoan-lien", "nhom", "doan", "bang"]
"""What a paragraph is, and so which Word style it takes:

`can-cu` a legal basis (italic); `mo-dau` the opening; `muc` a heading I., II. (capitals, bold); `khoan` a
heading 1., 2. (bold); `tiet` a heading farther in (1.1., a) …); `khoan-lien` a numbered paragraph without a heading
of its own; `nhom` a heading a), b) that names an office; `doan` body text, its list mark included; `bang` a table.
"""
How = Literal["tieu-de", "cau", "nhan", "cot", "dau", "khong", "nguoi"]
"""How a value was read in a document that was received: from the heading above, the sentence, a label such as
`Đơn vị chủ trì:`, the column of a table, a stamp on the page of a PDF (`dau`); `khong`: it stands nowhere, a person has
to say it; `nguoi`: one did."""
KIND = "Kế hoạch"
"""The kind of paper that a plan is, and a plan above where nothing else is said."""
Face = Literal["dam", "nghieng", "tren", "duoi"]
"""How a stretch of text stands out: bold, italic, superscript, subscript."""
Scope = Literal["", "toan-dia-ban", "tung-don-vi", "chua-ro"]
"""Who is to reach a target: the whole area of the plan together, or each unit; "" as `tung-don-vi`."""


class Read(NamedTuple):
    """Where a value was read in a document that was received, and how."""

    field: str
    """The field of the record it stands beside: `lead`, `deadline`."""
    place: str
    """In words: `trang 3, đoạn 41`, `phụ lục 1, dòng 5, cột 3`."""
    how: How


class Note(NamedTuple):
    """A footnote: its text, and how many characters of its paragraph's text stand before its reference."""

    offset: int
    text: str


class Span(NamedTuple):
    """A stretch of a paragraph's text that stands out: from which character, how many, how."""

    start: int
    length: int
    face: Face


class Column(NamedTuple):
    """A column of a table: its title, and its width in twips, 0 where nothing says it."""

    title: str
    width: int = 0
    field: str = ""
    """Which fact of a task it has (`number`, `wording`, `lead`, `helpers`, `deadline`, `product`, `watcher`), or ""."""
    spans: tuple[Span, ...] = ()
    """What stands out in its title."""


TWIPS_PER_MM = 1440 / 25.4


class TableRow(NamedTuple):
    """A row of a table."""

    cells: tuple[str, ...]
    task: str = ""
    """The id of the task whose facts these are, "" for none: what the body says of it is said here."""
    spans: tuple[int, ...] = ()
    """How many columns each cell takes; none: one each. One cell over all columns heads a group of rows."""
    goes_on: tuple[int, ...] = ()
    """Which cells, from 0, are one with the cell above; their words are those of that cell."""
    emphases: tuple[tuple[Span, ...], ...] = ()
    """What stands out in each cell; none: nothing in any."""


class Table(NamedTuple):
    """A table in the body or an annex: its columns, further rows of its head, its rows."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    heads: tuple[TableRow, ...] = ()
    """Rows of the head above that of the columns' titles."""


class Paragraph(NamedTuple):
    """One paragraph, its number or list mark included in the text; a table for the kind `bang`."""

    kind: Kind
    text: str
    notes: tuple[Note, ...] = ()
    id: str = ""
    """The section, or the item, whose words these are; "" for what is neither."""
    depth: int = 0
    """How deep a heading stands, from 1; 0 for what is no heading, or one whose kind says it (`muc` 1, `khoan` 2)."""
    spans: tuple[Span, ...] = ()
    table: Table | None = None
    place: str = ""
    """Where it was read, in words; "" for what kegen wrote."""

    @property
    def rank(self) -> int:
        """How deep a heading it is, from 1; that of an office is deeper than any; 0 for what is no heading."""
        return self.depth or _RANKS.get(self.kind, 0)


_RANKS = {"muc": 1, "khoan": 2, "tiet": 3, "nhom": 50}


class Header(NamedTuple):
    """The block at the top of page 1 (NĐ 30, Phụ lục I, II.1-4), all in the capitals it is printed in."""

    parent: str
    """The direct parent body, above the issuer (`UBND TỈNH AN GIANG`), or "" for none."""
    issuer: tuple[str, ...]
    """The issuer's full name, one string a line: (`ỦY BAN NHÂN DÂN`, `XÃ NHỮ KHÊ`)."""
    number: str
    """The whole line: `Số: 114/KH-UBND`, or with blanks for the number."""
    place_and_date: str
    """The whole line: `Nhữ Khê, ngày 03 tháng 6 năm 2026`."""


class Signature(NamedTuple):
    """The right half of the last block: lines of authority and title, in order, then the signer's name."""

    lines: tuple[str, ...]
    name: str


class Annex(NamedTuple):
    """An annex of any form, on a page of its own."""

    label: str
    """`Phụ lục`, or `Phụ lục II`."""
    title: str
    reference: str
    """The line `(Kèm theo …)`, "" for none."""
    blocks: tuple[Paragraph, ...]
    """What it says, tables among it."""
    orientation: Literal["ngang", "doc"] = "ngang"


class Task(NamedTuple):
    """What an office must do: what kegen knows of it beyond its sentence; "" where nothing is set."""

    id: str
    wording: str
    lead: str
    helpers: tuple[str, ...]
    deadline: str
    product: str
    target: str
    source: str
    brief: str = ""
    """What the annex says of it; "" for its whole sentence."""
    also_lead: tuple[str, ...] = ()
    """Further offices that lead it, where a plan names several."""
    watcher: str = ""
    """Who sees to it that it is done (theo dõi, đôn đốc)."""
    read: tuple[Read, ...] = ()

    @property
    def leads(self) -> tuple[str, ...]:
        """All offices that lead it."""
        return (self.lead, *self.also_lead) if self.lead else self.also_lead


class Target(NamedTuple):
    """What is measured: how it compares (`>=`, `<=`, `=`), a value and its unit."""

    id: str
    name: str
    comparison: str
    value: str
    unit: str
    year: str = ""
    """By which year, "" where none is set."""
    scope: Scope = ""
    words: str = ""
    """The target in words, where it has no number: `value` is "" then."""
    read: tuple[Read, ...] = ()

    @property
    def written(self) -> str:
        """The value and its unit as a sentence writes them, `60%`, `1,5 ngày`; else the words that say it."""
        if not self.value:
            return self.words
        return f"{self.value}{self.unit}" if self.unit == "%" else f"{self.value} {self.unit}"


class Order(NamedTuple):
    """A task of the plan above that concerns this unit, or a target that all units are to reach."""

    kind: Literal["task", "target"]
    id: str
    wording: str
    lead: str
    part: Involvement
    deadline: str
    product: str
    target: str
    section: str = ""
    """The id of the section of the plan above that it stands in."""
    scope: Scope = ""
    """Who is to reach a target; "" for a task."""


class Answer(NamedTuple):
    """What in this plan carries an order out: an item by its id, "" for the plan as a whole."""

    id: str
    office: str
    deadline: str


class Covered(NamedTuple):
    """One order of the plan above, and what this plan does about it."""

    order: Order
    state: Coverage
    answers: tuple[Answer, ...] = ()
    reason: str = ""
    """Why it was left out."""
    section: str = ""
    """Where an open one would best stand in this plan."""


class LeftOut(NamedTuple):
    """A section or task that the directive orders and this plan leaves out, with the reason."""

    id: str
    what: str
    reason: str


class Blank(NamedTuple):
    """A fact not known yet, still open in the draft: what it is, where it stands, who can supply it."""

    what: str
    where: str
    who: str


class Link(NamedTuple):
    """A document of the chain that a plan carries out; "" for a fact that is not known. `date` as `2026-03-31`."""

    id: str
    kind: str
    number: str
    date: str
    issuer: str
    subject: str
    place: str = ""
    """Where it was read, in words; "" for what kegen knows."""


class PlanIdentity(NamedTuple):
    """Which plan it is: what a plan under it, or beside it, must know of it beyond its words."""

    directive: str = ""
    """The name of the pack it was made with."""
    level: str = ""
    unit: str = ""
    """The unit's own name: `Nhữ Khê`, `Tuyên Quang`, `Sở Nội vụ tỉnh Tuyên Quang`."""
    province: str = ""
    symbol: str = ""
    """Number and symbol (`176/KH-UBND`), "" while the number is open."""
    issuer: str = ""
    """Who issues it, as running text says: `Ủy ban nhân dân tỉnh Tuyên Quang`."""
    chain: tuple[Link, ...] = ()
    """The documents above it, the highest first; the plan of the level above is the last."""
    half_year: str = ""
    """The day (`05/6`) by which reports of the half year reach it or its level above, "" where none is set."""
    year: str = ""
    kind: str = ""
    """The kind of paper it is (`Chỉ thị`), "" for a Kế hoạch."""
    month: str = ""
    """The day by which monthly reports reach it, in words (`ngày 20 hằng tháng`); quarter and event likewise."""
    quarter: str = ""
    event: str = ""


class Source(NamedTuple):
    """The file that a plan was read from."""

    file: str
    sha256: str
    how: str
    """How it was read: `docx`, `pdf`, `odt`."""


AskKind = Literal["van-ban", "so-ngay", "chu-tri", "pham-vi", "thoi-han", "khac"]
"""What is asked: a document of the chain, number or date, who leads, a target's scope, a deadline, another fact."""


class Ask(NamedTuple):
    """What a person must confirm of a plan that was read, and the answer once there is one."""

    id: str
    kind: AskKind
    of: str
    """Whose fact it is: the id of a task, a target, a document; `standing` for the plan itself."""
    field: str
    """Which field of that record the answer sets: `lead`, `scope`, `number`."""
    question: str
    sentence: str
    """The words of the plan that it is about."""
    place: str
    guess: str = ""
    choices: tuple[str, ...] = ()
    answer: str = ""
    """What a person answered, "" while it is open."""


class AcceptedProblem(NamedTuple):
    """A problem of the profile that the profile itself accepts."""

    problem: Problem
    reason: str
    at: int
    """The place of the acceptance in the profile's list, from 0."""


class Plan(NamedTuple):
    """A KẾ HOẠCH with nothing left to decide; the template prints it as it stands."""

    header: Header
    kind: str
    title: str
    opening: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    recipients: tuple[str, ...]
    """Whole lines under `Nơi nhận:`, mark and punctuation included: `- UBND tỉnh (báo cáo);`."""
    signature: Signature
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    left_out: tuple[LeftOut, ...]
    blanks: tuple[Blank, ...]
    unit_name: str
    """The unit as running text names it (`Ủy ban nhân dân xã Nhữ Khê`): the document's author property."""
    issued: str
    """The date of issue as `2026-06-03`, or "" while it is not whole."""
    standing: PlanIdentity = PlanIdentity()
    coverage: tuple[Covered, ...] = ()
    """Every order of the plan above that concerns this unit; none where that plan is known by its facts alone."""
    warnings: tuple[Problem, ...] = ()
    """What does not forbid the draft but should be looked at."""
    accepted: tuple[AcceptedProblem, ...] = ()
    """What the profile accepts of that."""
    annexes: tuple[Annex, ...] = ()
    source: Source | None = None
    """The file it was read from, None for a plan that kegen drafted."""
    read: tuple[Read, ...] = ()
    """Where header, recipients, signature and days of reports were read."""
    asks: tuple[Ask, ...] = ()
    """What a person must confirm, the most consequential first."""


def tables_of(paragraphs: Iterable[Paragraph]) -> Iterator[Table]:
    """Yield the tables among the paragraphs."""
    yield from (each.table for each in paragraphs if each.table)


def table_text(table: Table) -> Iterator[str]:
    """Yield the words of a table, cell by cell."""
    yield from (cell for row in table.heads for cell in row.cells)
    yield from (column.title for column in table.columns)
    yield from (cell for row in table.rows for cell in row.cells)


def blocks_text(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Yield the words of paragraphs, those of their tables and footnotes too."""
    for each in paragraphs:
        yield each.text
        yield from table_text(each.table) if each.table else ()
        yield from (note.text for note in each.notes)


def printed_text(plan: Plan) -> Iterator[str]:
    """Yield the words of a plan below its header and above its signature, those of its annexes and its tasks too."""
    yield plan.title
    yield from blocks_text((*plan.opening, *plan.body, *plan.closing))
    for task in plan.tasks:
        yield from (*task.leads, *task.helpers, task.watcher, task.deadline, task.product)
    for annex in plan.annexes:
        yield from (annex.title, annex.reference)
        yield from blocks_text(annex.blocks)
    yield from plan.recipients
