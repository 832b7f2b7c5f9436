"""Words that stand out in the cells of tables, and in the paragraphs around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kegen.plan.emphasis import Anchors, Marked, mark, present
from kegen.plan.model import Paragraph, Table, TableRow, table_text
from kegen.plan.problems import ProfileProblems
from kegen.profile.annexes import FaceName
from kegen.yaml_text.tree import Path


class Faces(NamedTuple):
    """Which words stand out, and who says so."""

    by_words: Mapping[str, FaceName]
    path: Path
    """Where the profile says it, or the item or annex that the pack has it of."""
    where: str
    """What the words are to stand in, in words: `bảng`."""
    of_pack: bool = False


def stand_out(
    blocks: Sequence[Paragraph], faces: Faces, problems: ProfileProblems, words: Callable[[str], str] = str
) -> tuple[Paragraph, ...]:
    """Return the paragraphs and tables with the words that stand out in them; `words` makes the pack's as printed.

    Notes words that stand nowhere: an error of the profile; of the pack, whose words the profile may have replaced, a
    warning.
    """
    if not faces.by_words:
        return tuple(blocks)
    texts = [text for each in blocks for text in _texts(each)]
    by_words = {words(each): face for each, face in faces.by_words.items()}
    if faces.of_pack:
        by_words = _present(by_words, texts, faces, problems)
    marked = iter(mark(Anchors({}, by_words, faces.path, faces.where), texts, problems))
    return tuple(_marked(each, marked) for each in blocks)


def _present(
    by_words: Mapping[str, FaceName], texts: Sequence[str], faces: Faces, problems: ProfileProblems
) -> dict[str, FaceName]:
    there = {each: face for each, face in by_words.items() if any(present(each, text) for text in texts)}
    for each in (each for each in by_words if each not in there):
        message = f"{faces.where} không còn chữ “{each}” nên chữ nhấn mạnh của mẫu ở đó không in"
        problems.warn(faces.path, "mat-cho", message)
    return there


def _texts(block: Paragraph) -> Iterator[str]:
    yield block.text
    yield from table_text(block.table) if block.table else ()


def _marked(block: Paragraph, marked: Iterator[Marked]) -> Paragraph:
    """Return the paragraph with the next of the marks, its table with those that follow."""
    own = next(marked)
    table = _marked_table(block.table, marked) if block.table else None
    return block._replace(spans=(*block.spans, *own.spans), table=table)


def _marked_table(table: Table, marked: Iterator[Marked]) -> Table:
    heads = tuple(_marked_row(each, marked) for each in table.heads)
    columns = tuple(each._replace(spans=(*each.spans, *next(marked).spans)) for each in table.columns)
    return Table(columns, tuple(_marked_row(each, marked) for each in table.rows), heads)


def _marked_row(row: TableRow, marked: Iterator[Marked]) -> TableRow:
    before = row.emphases or ((),) * len(row.cells)
    emphases = tuple((*own, *next(marked).spans) for own in before)
    return row._replace(emphases=emphases) if any(emphases) else row
