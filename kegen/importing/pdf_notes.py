"""The signs of footnotes in a PDF, which has them as small digits, made the references that a Word file has."""

from __future__ import annotations

from dataclasses import replace

from kegen.docx.model import Block, Document, Paragraph, Run, Table


def with_references(document: Document) -> Document:
    """Return the document with its raised digits as references, where a footnote of that number stands."""
    numbers = frozenset(note.id for note in document.footnotes)
    if not numbers:
        return document
    return document._replace(blocks=tuple(_block(each, numbers) for each in document.blocks))


def _block(block: Block, numbers: frozenset[int]) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, numbers)
    rows = tuple(
        row._replace(
            cells=tuple(
                cell._replace(blocks=tuple(_block(each, numbers) for each in cell.blocks)) for cell in row.cells
            )
        )
        for row in block.rows
    )
    return Table(rows, *block[1:])


def _paragraph(paragraph: Paragraph, numbers: frozenset[int]) -> Paragraph:
    if paragraph.notes or not any(_number(run) in numbers for run in paragraph.runs):
        return paragraph
    runs: list[Run] = []
    found: list[tuple[int, int]] = []
    at = 0
    for run in paragraph.runs:
        number = _number(run)
        if number in numbers:
            found.append((number, at))
            continue
        runs.append(run)
        at += len(run.text)
    notes, noted = zip(*found, strict=True)
    return replace(paragraph, runs=tuple(runs), text="".join(run.text for run in runs), notes=notes, noted=noted)


def _number(run: Run) -> int:
    """Return the number that raised digits are, 0 for anything else."""
    text = run.text.strip()
    return int(text) if run.face.raised == "superscript" and text.isascii() and text.isdecimal() else 0
