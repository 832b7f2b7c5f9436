"""What a profile comes to, step by step: read, looked through, drafted, its pages, its check."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kegen.check.files import check_drafted
from kegen.check.report import Report
from kegen.docx.model import Document
from kegen.docx.read import read_document
from kegen.form.desk import version_of
from kegen.form.form import form_of, form_of_typed
from kegen.form.part import Form
from kegen.page.places import Places, places_of
from kegen.pages.pages import Pages, pages_of
from kegen.plan.resolve import Examined, look_through
from kegen.problem import Invalid, KegenError, Place, Problem, Severity
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.template.render import render
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import Tree, parse_tree

NOWHERE = Places({})


class Drawing(NamedTuple):
    """A profile as far as it went: what there is of it depends on how right it is."""

    path: Path
    version: str
    text: str = ""
    tree: Tree | None = None
    loaded: Loaded | None = None
    made: Examined | None = None
    problems: tuple[Problem, ...] = ()
    """Errors and warnings of the profile."""
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
    drawing = _read(data, path)
    if drawing.loaded is None:
        return drawing
    try:
        made = look_through(drawing.loaded)
        drawing = drawing._replace(made=made, problems=made.plan.warnings)
        if any(each.severity is Severity.ERROR for each in made.plan.warnings):
            return drawing
        return _drafted(drawing, made)
    except Invalid as error:
        return drawing._replace(problems=error.problems)
    except KegenError as error:
        return drawing._replace(problems=(*drawing.problems, Problem(Place(str(path)), "bo-mau", str(error))))


def _read(data: bytes, path: Path) -> Drawing:
    drawing = Drawing(path, version_of(data))
    try:
        source = decode_text(data, str(path))
        drawing = drawing._replace(text=source.text)
        tree = parse_tree(source)
    except Invalid as error:
        return drawing._replace(problems=error.problems)
    except KegenError as error:
        return drawing._replace(problems=(Problem(Place(str(path)), "khong-doc-duoc", str(error)),))
    read = read_record(Profile, tree)
    drawing = drawing._replace(tree=tree, problems=read.problems)
    return drawing if read.value is None else drawing._replace(loaded=Loaded(path, read.value, tree, read.problems))


def _drafted(drawing: Drawing, made: Examined) -> Drawing:
    docx = render(made.plan)
    document = read_document(docx, drawing.path.name)
    return drawing._replace(docx=docx, document=document, pages=pages_of(document), places=places_of(document, made))


def checked(drawing: Drawing) -> Report | None:
    """Return what checking the draft comes to, None where there is none."""
    if drawing.document is None or drawing.loaded is None or drawing.made is None:
        return None
    return check_drafted(drawing.document, drawing.path.name, drawing.loaded, drawing.made.plan, final=False)


def form_for(drawing: Drawing) -> Form:
    """Return the form of the profile, as far as it can be read."""
    if drawing.tree is None:
        return Form(str(drawing.path), drawing.version, (), drawing.problems)
    if drawing.made is None:
        return form_of_typed(drawing.tree, drawing.problems, drawing.version)
    return form_of(drawing.made, drawing.tree, drawing.version)
