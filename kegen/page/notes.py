"""What is to be told of a draft, each thing at the paragraph and at the value of the profile that it concerns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from typing import Literal, NamedTuple
from urllib.parse import quote

from kegen.check.report import Report
from kegen.form.placing import path_at
from kegen.page.places import Places
from kegen.pages.paragraph_html import key_of
from kegen.plan.coverage import OPEN_ORDER
from kegen.plan.model import Blank, Covered
from kegen.plan.resolve import Resolution
from kegen.plan.saved import SUFFIX
from kegen.problem import Problem
from kegen.reporting.summary import details_of, short
from kegen.starting.confirming import question
from kegen.vietnamese import upper_first
from kegen.yaml_text.tree import Path, Tree

Kind = Literal["error", "warning", "info", "blank", "order", "ask"]
_KEY = re.compile(r"\(([\w.]+)\)$")
"""The key of the profile that ends what is said of a blank: `Văn thư cấp khi đăng ký văn bản (number)`."""


class Note(NamedTuple):
    """One thing to tell."""

    kind: Kind
    text: str
    details: tuple[tuple[str, str], ...] = ()
    """What stands, what is wanted, by which article: a heading and a text each."""
    paragraph: str = ""
    """The key of the paragraph on its page; "" for what concerns none."""
    path: Path = ()
    """Where the profile speaks of it, or would."""
    line: int = 0
    """The line of the profile, from 1; 0 where it says nothing of it."""
    id: str = ""
    """What `kegen explain` knows it by."""
    answered_at: str = ""
    """Of an open question on the plan above: where on the page it is answered, as from the page of a profile."""


def plan_notes(made: Resolution, tree: Tree, places: Places) -> tuple[Note, ...]:
    """Return what resolving the profile tells: problems, blanks, open questions, orders that nothing answers."""
    shown = [each for each in made.plan.warnings if each.id != OPEN_ORDER]
    return (
        *problem_notes(shown, made, tree, places),
        *(_blank(each, tree, places) for each in made.plan.blanks),
        *_open_asks(made, places),
        *(_order(each, places) for each in made.plan.coverage if each.state == "open"),
    )


def problem_notes(
    problems: Iterable[Problem], made: Resolution | None, tree: Tree | None, places: Places
) -> Iterator[Note]:
    """Yield a note for each problem of the profile, in the words of the command line."""
    known = made.paths if made else {}
    for each in problems:
        is_here = tree is not None and each.place.file == tree.file
        path = known.get(each) or (path_at(tree, each.place) if tree and is_here else None) or ()
        kind: Kind = "error" if each.severity.value == "error" else "warning"
        line = each.place.line if is_here or tree is None else 0
        file = () if is_here or tree is None else (("Trong tệp", str(each.place)),)
        where = places.paragraph(path) if path else ""
        yield Note(kind, upper_first(each.message), file, where, path, line, each.id)


def finding_notes(report: Report, places: Places, tree: Tree) -> tuple[Note, ...]:
    """Return a note for each finding of the check."""
    return tuple(_findings(report, places, tree))


def _findings(report: Report, places: Places, tree: Tree) -> Iterator[Note]:
    for each in report.findings:
        paragraph = key_of(each.where.place) if each.where.place else ""
        path = places.paths.get(paragraph, ())
        where = () if paragraph else (("Ở", each.where.text),)
        details = (*where, *((heading, short(text)) for heading, text in details_of(each)))
        text = upper_first(short(each.message))
        yield Note(each.severity, text, details, paragraph, path, _line(tree, path), each.rule)


def _blank(blank: Blank, tree: Tree, places: Places) -> Note:
    found = _KEY.search(blank.who)
    path: Path = tuple(found[1].split(".")) if found else ()
    who = upper_first(_KEY.sub("", blank.who).strip())
    text = f"Còn trống: {blank.what} ({blank.where})"
    return Note("blank", text, (("Người cung cấp", who),), places.paragraph(path), path, _line(tree, path), "con-trong")


def _open_asks(made: Resolution, places: Places) -> Iterator[Note]:
    """Yield the questions on the plan above that nobody has answered; its own number and day are told as blanks."""
    parent = made.profile.parent_plan
    file = FilePath(parent.plan).name if parent and parent.plan else ""
    if made.above is None:
        return
    for each in made.above.asks:
        if not each.answer and each.of != "standing":
            path: Path = ("tasks", each.of)
            asked = question(each, made.above)
            guess = next((choice.shown for choice in asked.choices if choice.value == each.guess), each.guess)
            excerpts = (("Câu của cấp trên", each.sentence), ("kegen đoán", guess))
            details = tuple((heading, short(text)) for heading, text in excerpts if text)
            at = f"../../ke-hoach/{quote(file)}/#q-{quote(each.id)}" if file.endswith(SUFFIX) else ""
            where = places.exactly(path)
            yield Note("ask", each.question, details, where, path if where else (), id=each.id, answered_at=at)


def _order(row: Covered, places: Places) -> Note:
    order = row.order
    helps = order.part == "helps"
    facts = (
        ("Nơi chủ trì" if helps else "Cấp trên giao", order.lead),
        ("Hạn", order.deadline),
        ("Sản phẩm", order.product),
    )
    what = "Việc cấp trên giao chưa đưa vào kế hoạch" if order.kind == "task" else "Chỉ tiêu cấp trên chưa nói tới"
    if helps:
        what = "Việc nơi khác chủ trì, đơn vị mình phối hợp, kế hoạch chưa nói tới"
    path: Path = ("sections", row.section) if row.section else ("sections",)
    details = tuple((heading, text) for heading, text in facts if text)
    return Note("order", f"{what}: {order.wording}", details, places.paragraph(path), path, 0, order.id)


def _line(tree: Tree, path: Path) -> int:
    """Return the line of the value, 0 where the profile does not have it."""
    return tree.key_place(path).line if path and tree.node(path) is not None else 0
