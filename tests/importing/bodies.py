"""Bodies of plans made of lines: `**` before a line makes it bold."""

from itertools import repeat

from kegen.docx.find_body import items_of
from kegen.docx.model import Document, Face, Paragraph, ParagraphFormat, Place, Run
from kegen.docx.parts import Parts
from kegen.importing.columns import fields_of
from kegen.importing.content import content_of
from kegen.importing.entries import entries_in
from kegen.importing.facts import facts_of
from kegen.importing.tasks import sort_entries
from kegen.plan.model import Annex, Column, Table, TableRow
from kegen.plan.model import Paragraph as PlanParagraph


def parts(*lines):
    """Return the parts of a document whose body has those lines and nothing else."""
    blank = dict.fromkeys(Parts._fields, ())
    none = dict.fromkeys(("national_title", "motto", "number", "place_and_date", "kind", "name"), None)
    blocks = tuple(_paragraphs(lines))
    document = Document(blocks, (), has_even_pages=False)
    return Parts(**{**blank, **none, "document": document, "body": tuple(items_of(blocks))})


def _paragraphs(lines):
    for index, line in enumerate(lines):
        face = Face(bold=line.startswith("**"))
        text = line.removeprefix("**")
        yield Paragraph(Place("", index), (Run(text, face),), text, "", ParagraphFormat(), "", face, 0, 0)


def entries_of(made):
    """Return the entries of the body of a document's parts."""
    return entries_in(content_of(made))


def entries(*lines):
    return entries_of(parts(*lines))


def rows(*lines):
    return sort_entries(entries(*lines))


def facts(*lines, annexes=()):
    """Return what a body of those lines says."""
    made = parts(*lines)
    return facts_of(entries_of(made), annexes)


def annex(titles, *cells, label="Phụ lục", spans=()):
    """Return an annex with one table."""
    made = tuple(TableRow(tuple(each), "", dict(spans).get(index, ())) for index, each in enumerate(cells))
    table = Table(tuple(map(Column, titles, repeat(0), fields_of(titles))), made)
    return Annex(label, "", "", (PlanParagraph("bang", "", table=table),))
