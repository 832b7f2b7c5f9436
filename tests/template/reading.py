"""Read a rendered draft back: its trees, its paragraphs and styles, its pages as LibreOffice lays them."""

import io
import re
import subprocess
import zipfile

import pytest
from lxml import etree

from kegen.problem import Invalid
from kegen.template.render import render

from .plans import good_plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(draft, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(draft)) as z:
        return etree.fromstring(z.read(name))


def names(draft):
    with zipfile.ZipFile(io.BytesIO(draft)) as z:
        assert z.testzip() is None
        return z.namelist()


SIGNS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}


def _text(p):
    """The text as a reader sees it: no blank, no hyphen is firm."""
    return firm_text(p).replace("\u00a0", " ").replace("\u2011", "-")


def firm_text(p):
    return "".join(SIGNS.get(e.tag, e.text or "") for e in p.iter(f"{W}t", *SIGNS))


def style_names(draft):
    styles = part(draft, "word/styles.xml")
    return {s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val") for s in styles.iter(f"{W}style")}


def paragraphs(draft, name="word/document.xml"):
    """Return (style name, text) of every paragraph in order."""
    styles, root = style_names(draft), part(draft, name)
    return [(styles.get(mark_of(p)), _text(p)) for p in root.iter(f"{W}p")]


def mark_of(p):
    mark = p.find(f"{W}pPr/{W}pStyle")
    return None if mark is None else mark.get(f"{W}val")


def texts_in(draft, style):
    return [text for name, text in paragraphs(draft) if name == style]


def firm_texts_in(draft, style):
    """The texts with `~` for a firm blank and `=` for a firm hyphen."""
    styles = style_names(draft)
    found = [p for p in part(draft).iter(f"{W}p") if styles.get(mark_of(p)) == style]
    return [firm_text(p).replace("\u00a0", "~").replace("\u2011", "=") for p in found]


def pdf(draft, folder, name="draft"):
    file = folder / f"{name}.docx"
    file.write_bytes(draft)
    profile = f"-env:UserInstallation=file://{folder}/lo"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return file.with_suffix(".pdf")


def pages(pdf_file):
    """Return the text of each page, laid out."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf_file), "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]


def word_rows(pdf_file, page=1):
    """Return {word row: words}: the words of a page by the height of their lower edge."""
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf_file), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = {}
    for x, y, word in re.findall(r'xMin="([\d.]+)".*?yMax="([\d.]+)">(.*?)</word>', text):
        rows.setdefault(round(float(y)), []).append((float(x), word))
    return {y: [word for _, word in sorted(row)] for y, row in rows.items()}


def problems(template):
    with pytest.raises(Invalid) as caught:
        render(good_plan(), template)
    assert {p.place.file for p in caught.value.problems} == {str(template)}
    return [(p.id, p.message) for p in caught.value.problems]
