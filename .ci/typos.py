"""How often the rule on typing slips speaks in texts that were issued: each find is printed to be read by a person.

`python .ci/typos.py SHARED DRAFTS`: SHARED has `samples/` and `published/`, DRAFTS is a folder of files that kegen
wrote. More than one find in 10,000 words, those of the known errata of the published plans left out, is a failure.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import docx

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import chosen
from kegen.docx.read import read_document

MOST = 1 / 10_000


def papers(shared: Path, drafts: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each paper; a text becomes a document of a paragraph a line."""
    for path in sorted([*drafts.glob("*.docx"), *(shared / "samples").glob("*.docx")]):
        yield path.name, path.read_bytes()
    for path in sorted((shared / "published").glob("*.txt")):
        document, out = docx.Document(), io.BytesIO()
        for line in path.read_text(encoding="utf-8").splitlines():
            document.add_paragraph(line)
        document.save(out)
        yield path.name, out.getvalue()


def errata(shared: Path) -> str:
    """Return what is known to be misprinted in the published plans."""
    path = shared / "published" / "errata.tsv"
    if not path.is_file():
        return ""
    with path.open(encoding="utf-8") as file:
        return "\n".join(" ".join(row) for row in csv.reader(file, delimiter="\t")).lower()


def main(shared: str, drafts: str) -> int:
    rules, known = chosen(["misspelt"]), errata(Path(shared))
    words = finds = 0
    for name, data in papers(Path(shared), Path(drafts)):
        paper = Paper(read_document(data, name))
        words += sum(len(each.line.text.split()) for each in paper.passages)
        for each in judge(paper, rules).findings:
            is_known = each.found.lower() in known
            finds += not is_known
            print(f"{name}: {each.where.text}: “{each.found}” → “{each.expected}”{' (đã biết)' if is_known else ''}")
    print(f"{finds} finds in {words} words")
    return int(not words or finds > words * MOST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
