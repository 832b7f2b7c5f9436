"""The tasks of a document's tables, and which paragraph of the content each of them stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from kegen.check.headings import under_headings
from kegen.check.words import spelled
from kegen.docx.model import Cell, Paragraph, Table
from kegen.docx.parts import Item, Parts
from kegen.vietnamese import fold

_TASK = re.compile(r"nhiem-vu|noi-dung|cong-viec|hoat-dong|giai-phap")
_NO_TASK = re.compile(r"chu-tri|phoi-hop|thoi|ghi-chu|san-pham|ket-qua|kinh-phi")
_LEAD = re.compile(r"chu-tri|co-quan-thuc-hien|don-vi-thuc-hien")
_DUE = re.compile(r"thoi-han|thoi-gian|tien-do|han-hoan-thanh|thoi-diem")
_HEAD_ROWS = 3
_FEWEST_WORDS = 5
"""A shorter text of a row is no task that could be found again."""
_FEWEST_ROWS, _ONE_OF = 3, 10
"""A table with that many rows of the content, and not more than one of so many others, is drawn from it."""
_MOST_PLACES = 12
"""Words that stand in more paragraphs tell none of them from the others."""
_LIKELY = 4
"""So many paragraphs, those that share most rare words with a row, are held against it."""
_SURE, _SAME, _OTHER = 0.95, 0.85, 0.5
"""From which share of it a paragraph is surely, or likely, the task of a row, and below which it is another."""


class TaskRow(NamedTuple):
    """A row that assigns a task; a column that the table lacks is ""."""

    task: str
    lead: str
    due: str
    at: Paragraph
    """The paragraph that the task begins in."""
    due_at: Paragraph | None
    """The paragraph of its deadline."""
    table: int
    """Which table of the document it stands in, from 0."""


class Match(NamedTuple):
    """A row and the paragraph of the content that is most like it."""

    row: TaskRow
    item: Item | None
    above: tuple[Item, ...]
    """The headings it stands under."""
    share: float
    """How much of the row the paragraph has, from 0 to 1: by pairs of words, or by words, the rare ones more."""
    next_share: float = 0.0
    """The same of the paragraph that is most like the row after it."""
    next_item: Item | None = None
    """That paragraph."""

    @property
    def is_same(self) -> bool:
        """Whether the paragraph is the task of the row."""
        return self.share >= _SAME

    @property
    def is_only(self) -> bool:
        """Whether the paragraph is surely the task of the row, and no other could be."""
        return self.share >= _SURE and not self.next_share >= _SAME

    @property
    def may_be_next(self) -> bool:
        """Whether the row may as well be the task of the paragraph after."""
        return self.next_share >= _OTHER

    @property
    def is_lost(self) -> bool:
        """Whether no paragraph can be the task of the row."""
        return self.share < _OTHER


def is_drawn_from_body(found: Sequence[Match]) -> bool:
    """Whether nearly every row repeats a paragraph of the content, so that the content is clearly their source."""
    others = sum(not each.is_same for each in found)
    return len(found) - others >= _FEWEST_ROWS and others <= max(1, len(found) // _ONE_OF)


Term = str | tuple[str, str]
"""A word, or two that follow one another."""


class _Entry(NamedTuple):
    """A paragraph of the content, its words, and what it may be found by: each word, and words that follow another."""

    item: Item
    above: tuple[Item, ...]
    words: tuple[str, ...]
    terms: frozenset[Term]


def task_rows(parts: Parts) -> Iterator[TaskRow]:
    """Yield the rows of every table that has a column for tasks and one for who does them or by when."""
    for index, table in enumerate(parts.all_tables):
        columns = _columns(table)
        if columns is not None:
            yield from _rows(table, columns, index)


def matches(parts: Parts, rows: Iterable[TaskRow]) -> tuple[Match, ...]:
    """Return each row with the paragraph of the content that it is most like."""
    rows = tuple(rows)
    content = Content(under_headings(parts.body), (row.task for row in rows))
    return tuple(content.match(row) for row in rows)


class Content:
    """The paragraphs of the content, to be found by what they say; `tasks`: the texts that are looked for."""

    def __init__(self, content: Iterable[tuple[Item, tuple[Item, ...]]], tasks: Iterable[str]) -> None:
        entries = [_entry(item, above) for item, above in content]
        self._entries = [each for each in entries if len(each.words) >= _FEWEST_WORDS]
        self._whole: dict[tuple[str, ...], list[_Entry]] = {}
        self._counts = Counter(chain.from_iterable(entry.terms for entry in self._entries))
        asked = frozenset[Term]().union(*(_terms(_words(each)) for each in tasks))
        self._places: dict[Term, list[int]] = {each: [] for each in asked if self._counts[each] <= _MOST_PLACES}
        for index, entry in enumerate(self._entries):
            self._whole.setdefault(entry.words, []).append(entry)
            for term in entry.terms & self._places.keys():
                self._places[term].append(index)

    def match(self, row: TaskRow) -> Match:
        """Return the row with the paragraph that has most of it."""
        own = _words(row.task)
        if same := self._whole.get(own):
            return Match(row, same[0].item, same[0].above, 1.0, float(len(same) > 1), same[-1].item)
        votes = Counter(chain.from_iterable(self._places.get(each, ()) for each in _terms(own)))
        likely = [self._entries[index] for index, _ in votes.most_common(_LIKELY)]
        pairs, weights = list(pairwise(own)), self._weights(own)
        ranked = sorted(((_share(pairs, weights, each.terms), each) for each in likely), key=lambda found: -found[0])
        if not ranked:
            return Match(row, None, (), 0.0)
        (share, best), *others = ranked
        next_share, following = others[0] if others else (0.0, None)
        return Match(row, best.item, best.above, share, next_share, following.item if following else None)

    def _weights(self, own: Sequence[str]) -> dict[Term, float]:
        """Return how much each word of a text tells: the rarer in the content, the more."""
        return {each: 1 / min(max(self._counts[each], 1), _MOST_PLACES + 1) for each in own}


def _share(pairs: Sequence[Term], weights: Mapping[Term, float], known: frozenset[Term]) -> float:
    """Return how much of one text the other has: a task told in short keeps the words that tell it from others."""
    by_pairs = sum(each in known for each in pairs) / len(pairs)
    by_words = sum(weight for each, weight in weights.items() if each in known) / sum(weights.values())
    return max(by_pairs, by_words)


def _entry(item: Item, above: tuple[Item, ...]) -> _Entry:
    words = _words(item.text)
    return _Entry(item, above, words, _terms(words))


def _terms(words: Sequence[str]) -> frozenset[Term]:
    return frozenset(words).union(pairwise(words))


def _words(text: str) -> tuple[str, ...]:
    return tuple(spelled(text).split())


class _Columns(NamedTuple):
    """The first row under the head of a table, and its columns of tasks, leads and deadlines."""

    first: int
    task: int
    lead: int | None
    due: int | None


def _columns(table: Table) -> _Columns | None:
    """Return the columns of a table of tasks, None for another."""
    for index, row in enumerate(table.rows[:_HEAD_ROWS]):
        heads = [(cell.column, fold(cell.text)) for cell in row.cells if cell.span == 1]
        task = next((column for column, text in heads if _TASK.search(text) and not _NO_TASK.search(text)), None)
        lead = next((column for column, text in heads if _LEAD.search(text) and "phoi-hop" not in text), None)
        due = next((column for column, text in heads if _DUE.search(text)), None)
        if task is not None and (lead is not None or due is not None):
            return _Columns(index + 1, task, lead, due)
    return None


def _rows(table: Table, columns: _Columns, index: int) -> Iterator[TaskRow]:
    _, task, lead, due = columns
    for row in table.rows[columns.first :]:
        cells = {cell.column: cell for cell in row.cells if cell.span == 1 and not cell.continues}
        if task in cells and sum(bool(cell.text) for cell in row.cells) > _HEAD_ROWS - 1:
            text = cells[task].text
            at = next((each for each in cells[task].blocks if isinstance(each, Paragraph)), None)
            if at is not None and len(_words(text)) >= _FEWEST_WORDS:
                yield TaskRow(text, _of(cells, lead), _of(cells, due), at, _first_of(cells, due), index)


def _of(cells: dict[int, Cell], column: int | None) -> str:
    return cells[column].text if column is not None and column in cells else ""


def _first_of(cells: dict[int, Cell], column: int | None) -> Paragraph | None:
    return next(iter(cells[column].paragraphs), None) if column is not None and column in cells else None
