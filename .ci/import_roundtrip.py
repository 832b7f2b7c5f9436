"""Whether a plan that was read as one's own (`kegen import --own`) drafts to the same text: body, tables and annexes.

`python .ci/import_roundtrip.py SHARED` reads the samples and the drafts of the five published plans, drafts each
profile that comes out, and compares. `python .ci/import_roundtrip.py --pair A.docx B.docx` compares two files.

Characters in common over characters in both, in reading order; the lines of the head and of the end in any order;
cells by row and column. What does not count: Unicode form, kinds of dash, quote and blank, how a blank for a number or
a day is left. Ends with 1 where a text is below the bar, or nothing could be looked at.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import ndiff
from pathlib import Path
from typing import NamedTuple

from import_scores import HERE, KEGEN, sources
from import_truth import read_all
from rapidfuzz.distance import Indel
from same_text import normal

from kegen.docx.find import find_parts
from kegen.docx.lines import Line, lines_in
from kegen.docx.model import Table
from kegen.docx.parts import Parts
from kegen.docx.read import read_document

BAR = 0.995
BLANK_NUMBER = re.compile(r"(?<=Số:)[\s.…_]*(?=/)|(?<=số)[\s.…_]+(?=/)")
BLANK_DAY = re.compile(r"(ngày|tháng)[\s.…_]+(?=tháng|năm|/)")
SHOWN = 20
"""So many lines that differ are printed of each document."""
PAIR = 3
"""`--pair A B`."""


class Text(NamedTuple):
    """What a document says, part by part."""

    head: list[str]
    body: list[str]
    end: list[str]
    annexes: list[str]
    cells: Counter[tuple[int, int, int, str]]
    """Of the tables in body and annexes: which table, row, column, and what stands there."""


class Likeness(NamedTuple):
    """How alike two documents are, from 0 to 1."""

    text: float
    annexes: float
    cells: float

    @property
    def is_enough(self) -> bool:
        """Whether each is above the bar."""
        return min(self) >= BAR


def line_of(text: str) -> str:
    """Return a line as it is compared."""
    return BLANK_DAY.sub(r"\1 ", BLANK_NUMBER.sub(" ", normal(text)))


def text_of(path: Path) -> Text:
    """Return what the file says."""
    parts = find_parts(read_document(path.read_bytes(), path.name))
    single = [parts.national_title, parts.motto, parts.number, parts.place_and_date]
    head = [*parts.parent, *parts.issuer, *(each for each in single if each)]
    end = [*parts.recipients, *parts.signature, *([parts.name] if parts.name else [])]
    kind = [parts.kind] if parts.kind else []
    title = normal(" ".join(each.text for each in parts.title))
    items = [each.line for each in (*parts.bases, *parts.body)]
    return Text(
        sorted(_lines(head)),
        [*_lines(kind), title, *_lines(items)],
        sorted(_lines(end)),
        list(annex_lines(parts)),
        Counter(cells_of(parts.all_tables)),
    )


def _lines(lines: Iterable[Line]) -> list[str]:
    return [line_of(each.text) for each in lines]


def annex_lines(parts: Parts) -> Iterator[str]:
    """Yield the paragraphs of the annexes that stand outside tables; a title over several lines is one."""
    for annex in parts.annexes:
        own = {id(each.paragraph) for each in (*annex.title, *annex.reference)}
        yield line_of(annex.label.text)
        yield line_of(" ".join(each.text for each in annex.title))
        yield line_of(" ".join(each.text for each in annex.reference))
        for block in annex.blocks:
            if not isinstance(block, Table) and id(block) not in own:
                yield from (
                    text for line in lines_in(block) if (text := line_of(line.text)) and line.text != annex.label.text
                )


def cells_of(tables: Iterable[Table]) -> Iterator[tuple[int, int, int, str]]:
    """Yield the cells of tables that say something."""
    for number, table in enumerate(tables, 1):
        for at, row in enumerate(table.rows, 1):
            for cell in row.cells:
                text = "\n".join(line_of(line.text) for block in cell.blocks for line in lines_in(block))
                if text:
                    yield number, at, cell.column, text


def likeness(one: Text, other: Text) -> Likeness:
    """Return how alike two texts are."""
    text, again = ("\n".join((*each.head, *each.body, *each.end)) for each in (one, other))
    annex, annex_again = ("\n".join(each.annexes) for each in (one, other))
    most = max(one.cells.total(), other.cells.total())
    return Likeness(
        Indel.normalized_similarity(text, again),
        Indel.normalized_similarity(annex, annex_again),
        (one.cells & other.cells).total() / most if most else 1.0,
    )


def differences(one: Text, other: Text) -> Iterator[str]:
    """Yield the lines and cells that only one of the two has."""
    lines = ([*each.head, *each.body, *each.end, *each.annexes] for each in (one, other))
    yield from (each for each in ndiff(*lines) if each[0] in "+-")
    yield from (f"- {cell}" for cell in one.cells - other.cells)
    yield from (f"+ {cell}" for cell in other.cells - one.cells)


def compared(name: str, source: Path, again: Path) -> bool:
    """Print how alike two files are; return whether it is enough."""
    one, other = text_of(source), text_of(again)
    found = likeness(one, other)
    print(
        f"{name:17} text {found.text:.4f}  annexes {found.annexes:.4f}  cells {found.cells:.4f} of {one.cells.total()}"
    )
    if not found.is_enough:
        print("\n".join(f"    {each[:160]}" for _, each in zip(range(SHOWN), differences(one, other), strict=False)))
    return found.is_enough


def drafted_again(source: Path) -> Path | None:
    """Read the file as one's own plan and draft it; None, told aloud, where that cannot be."""
    profile, target = source.with_suffix(".yaml"), source.with_name(f"{source.stem}-again.docx")
    for command, made in (
        (("import", "--own", str(source), "--output", str(profile), "--format", "json"), profile),
        (("draft", "--profile", str(profile), "--output", str(target), "--no-check"), target),
    ):
        run = subprocess.run((*KEGEN, *command), capture_output=True, text=True, check=False)
        if not made.is_file():
            print(f"{source.name}: kegen {command[0]}: {run.stdout}{run.stderr}".strip())
            return None
        if command[0] == "import":
            share = json.loads(run.stdout)["paragraphs"]
            by_id, edited, total = share["by_id"], share["edited"], share["total"]
            print(f"{source.stem:17} {by_id} of {total} paragraphs by id, {edited} of them with edits")
    return target


def can_read_own() -> bool:
    """Whether there is `kegen import --own`."""
    run = subprocess.run((*KEGEN, "import", "--help"), capture_output=True, text=True, check=False)
    return "--own" in run.stdout


def main(shared: Path) -> int:
    if not (shared / "samples").is_dir():
        print(f"BỎ QUA: không có {shared}/samples, không so được kế hoạch đọc vào với kế hoạch soạn lại")
        return 0
    if not can_read_own():
        print("BỎ QUA: chưa có kegen import --own")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        results = []
        for truth, source in sources(read_all(HERE / "truth"), shared, Path(folder)):
            again = drafted_again(source)
            results.append(again is not None and compared(truth.name, source, again))
    print(f"{len(results)} plans looked at, {results.count(False)} below {BAR}")
    return int(not results or not all(results))


if __name__ == "__main__":
    if len(sys.argv) == PAIR + 1 and sys.argv[1] == "--pair":
        sys.exit(not compared("pair", Path(sys.argv[2]), Path(sys.argv[3])))
    sys.exit(main(Path(sys.argv[1])))
