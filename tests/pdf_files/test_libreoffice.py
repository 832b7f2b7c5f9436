"""What LibreOffice makes of a draft is read as the draft itself: paragraphs letter for letter, cells, head and end."""

import re
import shutil
import subprocess

import pytest

from kegen.docx.find import find_parts
from kegen.docx.lines import line_of, tidy
from kegen.docx.model import Paragraph
from kegen.docx.read import read_document
from kegen.pdf.document import read_pdf
from kegen.template.render import render
from tests.importing.bodies import entries_of
from tests.template.plans import BODY, good_annex, good_plan, replace

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="không có LibreOffice"),
]


@pytest.fixture(scope="module")
def draft():
    return render(replace(good_plan(), body=BODY * 8, annexes=(good_annex(40),)))


@pytest.fixture(scope="module", params=["true", "false"], ids=["tagged", "untagged"])
def file(draft, request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "x.docx").write_bytes(draft)
    form = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{request.param}"}}}}'
    profile = f"-env:UserInstallation=file://{folder}/lo"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(folder / "x.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "x.pdf"


def texts(document):
    return [line_of(block).text for block in document.blocks if isinstance(block, Paragraph) and not block.is_empty]


def cells(parts):
    tables = [[list(row.cells) for row in table.rows] for table in parts.all_tables]
    return [tidy(" ".join(b.text for b in cell.blocks)) for rows in tables for row in rows for cell in row]


def test_paragraphs_cells_and_parts_are_those_of_the_draft(draft, file):
    wanted, found = read_document(draft), read_pdf(file).document
    rules = re.compile(r"[_\s-]*")
    assert texts(found) == [text for text in texts(wanted) if not rules.fullmatch(text)]
    one, other = find_parts(wanted), find_parts(found)
    assert cells(other) == cells(one)
    assert [(each.mark, each.text, each.depth) for each in entries_of(other)] == [
        (each.mark, each.text, each.depth) for each in entries_of(one)
    ]
    for name in ("number", "place_and_date", "kind", "name", "national_title", "motto"):
        assert getattr(other, name).text == getattr(one, name).text, name
    for name in ("issuer", "title", "recipients", "signature"):
        assert [line.text for line in getattr(other, name)] == [line.text for line in getattr(one, name)], name


def test_every_word_that_pdftotext_sees_is_read(file):
    seen = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    words = set(tidy(seen).split())
    document = read_pdf(file).document
    read = set(" ".join([*texts(document), *cells_everywhere(document)]).split())
    missing = {word for word in words - read if not word.isdigit()}
    assert len(missing) <= len(words) // 50, missing


def cells_everywhere(document):
    tables = [block for block in document.blocks if not isinstance(block, Paragraph)]
    return [tidy(b.text) for table in tables for row in table.rows for cell in row.cells for b in cell.blocks]
