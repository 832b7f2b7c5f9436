"""What a profile comes to, step by step: read, looked through, drafted, its pages, its check."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kegen.check.files import check_drafted
from kegen.check.report import Report
from kegen.docx.model import Document
from kegen.docx.read import read_document
from kegen.form.opened import Opened, open_profile
from kegen.page.places import Places, places_of
from kegen.pages.pages import Pages, pages_of
from kegen.plan.resolve import Resolution
from kegen.problem import Invalid, KegenError, Place, Problem, Severity
from kegen.template.render import render

NOWHERE = Places({})


class Drawing(NamedTuple):
    """A profile and, where it is right, its draft."""

    opened: Opened
    docx: bytes = b""
    document: Document | None = None
    """The draft as it was read."""
    pages: Pages | None = None
    places: Places = NOWHERE

    @property
    def is_broken(self) -> bool:
        """Whether it has errors, so that nothing can be drafted of it."""
        return self.pages is None


def draw(data: bytes, path: Path) -> Drawing:
    """Return what the profile in those bytes comes to; what is wrong with it is told as problems."""
    opened = open_profile(data, path)
    if opened.made is None or any(each.severity is Severity.ERROR for each in opened.problems):
        return Drawing(opened)
    try:
        return _drafted(opened, opened.made)
    except Invalid as error:
        return Drawing(opened._replace(problems=error.problems))
    except KegenError as error:
        return Drawing(opened._replace(problems=(*opened.problems, Problem(Place(str(path)), "bo-mau", str(error)))))


def _drafted(opened: Opened, made: Resolution) -> Drawing:
    docx = render(made.plan, profile=opened.path.name)
    document = read_document(docx, opened.path.name)
    return Drawing(opened, docx, document, pages_of(document), places_of(document, made))


def checked(drawing: Drawing) -> Report | None:
    """Return what checking the draft comes to, None where there is none."""
    if drawing.document is None or drawing.opened.loaded is None or drawing.opened.made is None:
        return None
    return check_drafted(
        drawing.document, drawing.opened.path.name, drawing.opened.loaded, drawing.opened.made.plan, final=False
    )
