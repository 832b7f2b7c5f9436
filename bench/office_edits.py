"""Edits made by LibreOffice itself: run by the Python that has `uno` (Debian: python3-uno), with a file of jobs.

A job opens a .docx, edits paragraphs and rows through LibreOffice's own model, and saves it as .docx, by way of .odt
where asked. What was done of each job is printed as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.uno import Exception as UnoException

DOCX, ODT = "MS Word 2007 XML", "writer8"
PLAIN = str.maketrans({"\u2011": "-", "\u00a0": " "})
SECONDS = 60


def plain(text: str) -> str:
    return text.translate(PLAIN)


def alike(text: str) -> str:
    return " ".join(plain(text).replace("\u00ad", "").split())


def paragraphs(text: Any) -> Iterator[Any]:  # noqa: ANN401 - a text of LibreOffice
    """Yield the paragraphs of a text, those in its tables too."""
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                yield from paragraphs(part.getCellByName(name))
        else:
            yield part


def found(document: Any, text: str) -> Any:  # noqa: ANN401
    return next(each for each in paragraphs(document.Text) if alike(each.String) == alike(text))


def replace(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    """Put other words in the place of some, as one who selects and types; insert where the old ones stay."""
    paragraph = found(document, job["text"])
    cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(plain(paragraph.String).index(plain(job["old"])), False)
    if job["new"].endswith(job["old"]):
        paragraph.Text.insertString(cursor, job["new"].removesuffix(job["old"]), False)
    else:
        cursor.goRight(len(job["old"]), True)
        cursor.String = job["new"]


def split(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    paragraph = found(document, job["text"])
    cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(plain(paragraph.String).index(plain(job["old"])), False)
    paragraph.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)


def merge(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    """Join a paragraph with the next, whose mark goes."""
    paragraph = found(document, job["text"])
    cursor = paragraph.Text.createTextCursorByRange(paragraph.End)
    cursor.goRight(1 + len(job["old"]), True)
    cursor.String = " "


def remove(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    """Select a paragraph with the end before it, and delete."""
    paragraph = found(document, job["text"])
    cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
    cursor.goLeft(1, True)
    cursor.String = ""
    cursor.goRight(len(paragraph.String), False)
    start = paragraph.Text.createTextCursorByRange(cursor)
    start.gotoEndOfParagraph(False)
    start.goLeft(len(job["text"]), True)
    start.String = ""


def add(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    paragraph = found(document, job["text"])
    cursor = paragraph.Text.createTextCursorByRange(paragraph.End)
    paragraph.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    paragraph.Text.insertString(cursor, job["new"], False)


def row_of(document: Any, cells: list[str]) -> tuple[Any, int]:  # noqa: ANN401
    """Return the table and the number of the row with those cells."""
    for table in document.TextTables:
        for number in range(table.Rows.Count):
            try:
                texts = [alike(table.getCellByPosition(at, number).String) for at in range(table.Columns.Count)]
            except UnoException:
                continue
            if texts == cells:
                return table, number
    raise LookupError(cells)


def cell(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    table, number = row_of(document, job["cells"])
    table.getCellByPosition(job["at"], number).String = job["new"]


def row_add(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    table, number = row_of(document, job["cells"])
    table.Rows.insertByIndex(number + 1, 1)
    for at, words in enumerate(job["new"]):
        table.getCellByPosition(at, number + 1).String = words


def row_remove(document: Any, job: dict[str, Any]) -> None:  # noqa: ANN401
    table, number = row_of(document, job["cells"])
    table.Rows.removeByIndex(number, 1)


WAYS: dict[str, Callable[[Any, dict[str, Any]], None]] = {
    "replace": replace,
    "split": split,
    "merge": merge,
    "remove": remove,
    "add": add,
    "cell": cell,
    "row-add": row_add,
    "row-remove": row_remove,
}


def named(**values: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def do(desktop: Any, job: dict[str, Any]) -> list[bool]:  # noqa: ANN401
    """Edit a file in its place; return which edits were made."""
    file = Path(job["file"])
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, named(Hidden=True))
    done = []
    for each in job["edits"]:
        try:
            WAYS[each["way"]](document, each)
            done.append(True)
        except (StopIteration, LookupError, ValueError, UnoException):
            done.append(False)
    if job["by_odt"]:
        odt = file.with_suffix(".odt")
        document.storeToURL(odt.as_uri(), named(FilterName=ODT))
        document.close(True)
        document = desktop.loadComponentFromURL(odt.as_uri(), "_blank", 0, named(Hidden=True))
    document.storeToURL(file.as_uri(), named(FilterName=DOCX))
    document.close(True)
    return done


def main(jobs: list[dict[str, Any]]) -> list[list[bool]]:
    with tempfile.TemporaryDirectory(prefix="kegen-office-") as profile:
        pipe = Path(profile).name
        office = subprocess.Popen(
            [
                *("soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp"),
                f"-env:UserInstallation={Path(profile).as_uri()}",
            ]
        )
        try:
            desktop = connect(pipe)
            return [do(desktop, each) for each in jobs]
        finally:
            office.terminate()
            office.wait(SECONDS)


def connect(pipe: str) -> Any:  # noqa: ANN401
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    end = time.monotonic() + SECONDS
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


if __name__ == "__main__":
    print(json.dumps(main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
