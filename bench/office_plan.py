"""Which edits LibreOffice is to make in a draft, at random, and what the lines that they touch say afterwards."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import docx

from bench.word_draft import ITEMS, Draft, mark_of, text_of, word_places
from bench.word_edits import Edit
from bench.word_texts import lines_of

PYTHON = "/usr/bin/python3"
"""The Python that Debian's python3-uno is for."""
SCRIPT = Path(__file__).with_name("office_edits.py")
SECONDS = 900


class Planned(NamedTuple):
    """What LibreOffice is to do, and the edit that it is."""

    job: dict[str, Any]
    edit: Edit


def plan(file: Path, random: Random, most: int) -> list[Planned]:
    """Return some edits of a draft, each in a paragraph or row of its own."""
    document = docx.Document(str(file))
    draft = Draft(document, random)
    rows = [each for each in lines_of(document) if each.where == "row" and each.cells[0].isdigit()]
    items = draft.paragraphs(*ITEMS, "KHMoDau", "KHKhoan", "KHKhoanLien")
    free = set(range(0, len(items), 3))  # with room for what stands next to each
    planned = []
    for _ in range(random.randint(1, most)):
        if rows and random.random() < 0.3:  # noqa: PLR2004
            row = rows.pop(random.randrange(len(rows)))
            planned.append(random.choice((_cell, _row_added, _row_removed))(draft, row.cells))
        elif random.random() < 0.15:  # noqa: PLR2004
            planned.append(_ending(draft))
        elif free:
            at = random.choice(sorted(free))
            free.remove(at)
            planned.append(random.choice(_OF_PARAGRAPHS)(draft, items[at]))
    texts = [text_of(each) for each in document.element.body.iter("{*}p")]
    return [each for each in planned if each and texts.count(each.job.get("text", texts[0])) == 1]


def _replaced(draft: Draft, paragraph: Any) -> Planned | None:  # noqa: ANN401
    text = text_of(paragraph)
    places = word_places(text)
    start, end = draft.random.choice(places)
    old = text[start:end]
    if text.count(old) > 1:
        return None
    words = draft.phrase()
    kind = draft.random.choice(("words-replaced", "words-inserted", "words-deleted"))
    new = {"words-replaced": words, "words-inserted": f"{words} {old}", "words-deleted": ""}[kind]
    after = f"{text[:start]}{new}{text[end:]}"
    typed = () if kind == "words-deleted" else (words,)
    return Planned({"way": "replace", "text": text, "old": old, "new": new}, Edit(kind, typed, (after,)))


def _retyped(draft: Draft, paragraph: Any) -> Planned:  # noqa: ANN401
    text, mark, words = text_of(paragraph), mark_of(paragraph), draft.sentence()
    job = {"way": "replace", "text": text, "old": text.removeprefix(mark), "new": words}
    return Planned(job, Edit("retyped", (words,), (mark + words,)))


def _split(draft: Draft, paragraph: Any) -> Planned | None:  # noqa: ANN401
    text = text_of(paragraph)
    places = word_places(text)
    if len(places) < 8:  # noqa: PLR2004
        return None
    start = places[draft.random.randrange(3, len(places) - 3)][0]
    job = {"way": "split", "text": text, "old": text[start:]}
    return Planned(job, Edit("split", (), (text[:start], text[start:])))


def _merged(_: Draft, paragraph: Any) -> Planned | None:  # noqa: ANN401
    other = paragraph.getnext()
    if other.tag != paragraph.tag or not text_of(other).strip():
        return None
    one, text, mark = text_of(paragraph), text_of(other), mark_of(other)
    job = {"way": "merge", "text": one, "old": mark}
    return Planned(job, Edit("merged", (), (f"{one} {text.removeprefix(mark)}",), (text,)))


def _removed(_: Draft, paragraph: Any) -> Planned:  # noqa: ANN401
    text = text_of(paragraph)
    return Planned({"way": "remove", "text": text}, Edit("removed", (), (), (text,)))


def _added(draft: Draft, paragraph: Any) -> Planned:  # noqa: ANN401
    words = draft.sentence()
    new = mark_of(paragraph) + words
    return Planned({"way": "add", "text": text_of(paragraph), "new": new}, Edit("added-in-list", (words,), (new,)))


_OF_PARAGRAPHS = (_replaced, _replaced, _retyped, _split, _merged, _removed, _added)


def _ending(draft: Draft) -> Planned | None:
    recipients, signature = draft.cells()
    if draft.random.random() < 0.5 and text_of(signature[-1]).strip():  # noqa: PLR2004
        old, new = text_of(signature[-1]), f"Nguyễn {draft.name()}"
        return Planned({"way": "replace", "text": old, "old": old, "new": new}, Edit("signer-name", (new,), (new,)))
    line = draft.random.choice([each for each in recipients if text_of(each).startswith("-")][:-1])
    new = f"- Ban Quản lý {draft.name()};"
    return Planned({"way": "add", "text": text_of(line), "new": new}, Edit("recipient-added", (new[2:],), (new,)))


def _cell(draft: Draft, cells: tuple[str, ...]) -> Planned:
    at, words = draft.random.randrange(1, len(cells)), f"Nơi {draft.name()}"
    after = " | ".join(words if number == at else each for number, each in enumerate(cells))
    job = {"way": "cell", "cells": list(cells), "at": at, "new": words}
    return Planned(job, Edit("cell", (words,), (after,)))


def _row_added(draft: Draft, cells: tuple[str, ...]) -> Planned:
    new = ["", draft.sentence(), *(f"Nơi {draft.name()}" for _ in cells[2:])]
    job = {"way": "row-add", "cells": list(cells), "new": new}
    return Planned(job, Edit("row-added", tuple(new[1:]), (" | ".join(new),)))


def _row_removed(_: Draft, cells: tuple[str, ...]) -> Planned:
    return Planned({"way": "row-remove", "cells": list(cells)}, Edit("row-removed", (), (), (cells[1],)))


def made(files: list[Path], plans: list[list[Planned]]) -> list[list[Edit]]:
    """Let LibreOffice edit the files in their places; return what it did of each plan."""
    jobs = [
        {"file": str(file), "edits": [each.job for each in planned], "by_odt": number % 2 == 1}
        for number, (file, planned) in enumerate(zip(files, plans, strict=True))
    ]
    listed = files[0].with_suffix(".jobs.json")
    listed.write_text(json.dumps(jobs), encoding="utf-8")
    ran = subprocess.run([PYTHON, str(SCRIPT), str(listed)], capture_output=True, timeout=SECONDS, check=True)
    listed.unlink()
    done = json.loads(ran.stdout)
    return [
        [each.edit for each, was in zip(planned, which, strict=True) if was]
        for planned, which in zip(plans, done, strict=True)
    ]
