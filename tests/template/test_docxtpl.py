"""kegen's own path gives what docxtpl gives when it renders the same template with the same names."""

import io
import zipfile

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from kegen.shipped import templates_folder
from kegen.template.context import context
from kegen.template.fill import environment
from kegen.template.package import open_package
from kegen.template.prepare import substitute
from kegen.template.render import render

from .plans import good_annex, good_plan, replace, with_text
from .reading import part


def by_docxtpl(plan):
    """Render the template, the engine's own tags put in, with docxtpl alone."""
    package = open_package((templates_folder() / "ke-hoach.docx").read_bytes(), "mau")
    trees = substitute(package).trees
    memory, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(memory, "w") as z:
        for name, data in package.parts.items():
            z.writestr(name, etree.tostring(trees[name]) if name in trees else data)
    template = DocxTemplate(memory)
    template.render(context(plan), environment())
    template.save(out)
    return out.getvalue()


def canonical(draft, name):
    return etree.tostring(part(draft, name), method="c14n")


@pytest.mark.parametrize("name", ["word/document.xml", "word/header1.xml", "word/header2.xml", "word/footnotes.xml"])
@pytest.mark.parametrize(
    "plan",
    [
        good_plan(),
        replace(good_plan(), annexes=(good_annex(4),)),
        with_text("Sở KH&CN <b> \"x\" 'y' {{ z }}\nvà dòng mới  "),
    ],
    ids=["ngan", "phu-luc", "ky-tu"],
)
def test_both_paths_give_the_same_xml(plan, name):
    assert canonical(render(plan), name) == canonical(by_docxtpl(plan), name)
