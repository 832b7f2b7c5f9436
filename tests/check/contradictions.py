"""Contradictions planted into a draft, in memory: each edit takes the root of `word/document.xml`."""

import copy
from functools import lru_cache
from pathlib import Path

from lxml import etree

import kegen
from tests.check.good import W, find, planted, set_text, text_of

PROFILES = sorted((Path(__file__).parents[2] / "profiles").glob("*.yaml"))


@lru_cache(maxsize=32)
def draft(profile, *, annex, folder):
    """Return a shipped profile's draft, with its annex or without."""
    lines = [each for each in profile.read_text(encoding="utf-8").splitlines() if not each.startswith("annex:")]
    copied = Path(folder) / f"{profile.stem}-{annex}.yaml"
    copied.write_text("\n".join([*lines, f"annex: {'có' if annex else 'không'}", ""]), encoding="utf-8")
    return kegen.render(kegen.resolve(kegen.load(copied)))


def rows_of(root):
    """Return the rows of the annex's table that assign a task, each as its cells' texts and the row."""
    table = root.find(f"{W}body").findall(f"{W}tbl")[-1]
    rows = [([cell_text(cell) for cell in row.iter(f"{W}tc")], row) for row in table.findall(f"{W}tr")]
    return [(texts, row) for texts, row in rows if texts[0].isdigit()]


def cell_text(cell):
    return " ".join(filter(None, (text_of(p).strip() for p in cell.iter(f"{W}p"))))


def tasks(root):
    """Return the rows of the annex that the content says word by word: their texts, the row, the paragraph."""
    content = [(" ".join(text_of(p).split()), p) for p in root.find(f"{W}body").findall(f"{W}p")]
    for texts, row in rows_of(root):
        task = " ".join(texts[1].split()).rstrip(".;")
        found = [p for text, p in content if task in text]
        if len(found) == 1 and len(task.split()) > 12:
            yield texts, row, found[0]


class Alone:
    """Something whose only paragraph is this one."""

    def __init__(self, p):
        self.p = p

    def iter(self, _):
        return iter([self.p])


def write(p, text):
    """Give a paragraph another text."""
    if not list(p.iter(f"{W}t")):
        etree.SubElement(etree.SubElement(p, f"{W}r"), f"{W}t")
    set_text("", text)(Alone(p))


def write_cell(row, index, text):
    write(next(list(row.iter(f"{W}tc"))[index].iter(f"{W}p")), text)


def after(start, *texts):
    """Put paragraphs with these texts after the one that begins so, in its look."""

    def edit(root):
        place = find(root, start)
        for text in texts:
            new = copy.deepcopy(place)
            place.addnext(new)
            write(new, text)
            place = new

    return edit


def table_after(start, rows):
    """Put a bordered table after the paragraph that begins so."""

    def edit(root):
        table = etree.Element(f"{W}tbl")
        properties = etree.SubElement(table, f"{W}tblPr")
        borders = etree.SubElement(properties, f"{W}tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            etree.SubElement(borders, f"{W}{side}").set(f"{W}val", "single")
        for texts in rows:
            row = etree.SubElement(table, f"{W}tr")
            for text in texts:
                paragraph = etree.SubElement(etree.SubElement(row, f"{W}tc"), f"{W}p")
                etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
        find(root, start).addnext(table)

    return edit


__all__ = ["PROFILES", "after", "draft", "planted", "rows_of", "table_after", "tasks", "write", "write_cell"]
