"""Real drafts, edited as a person edits them in Word, and pulled into their profiles."""

import copy
import io
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kegen.docx.identity import digests_in
from kegen.docx.read import read_document
from kegen.form.opened import open_profile
from kegen.pulling.parts import content_of
from kegen.pulling.pull import Draft, pull
from kegen.shipped import profiles_folder
from kegen.template.render import render

PROFILE = """\
# Hồ sơ của xã, chữ gõ tay
unit: {level: xa, name: "Gia Kiệm",   province: Đồng Nai}   # ba dấu cách
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}

departments: [{name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi]}]
signer: {position: CHỦ TỊCH, name: Nguyễn Văn An}
number: 12
date: 03/6/2026
terms: {below: các ấp}
style: {grouping: phang}
sections:
    yeu-cau:
        tasks:      # các ý của xã
            - yc-bam-sat
            # ý của xã
            - Làm đến đâu chắc đến đó.
            - Việc gì cũng có người chịu trách nhiệm.
"""
FILE = Path("xa-a.yaml")


def shipped(name):
    return (profiles_folder() / f"{name}.yaml").read_bytes()


def draft_of(profile):
    """Return the draft of a profile's bytes, as bytes."""
    return render(open_profile(profile, FILE).made.plan, profile=FILE.name)


def texts_of(data):
    """Return what a draft says, part by part."""
    return [each.text for each in content_of(read_document(data, with_marks=True)).parts]


class Word:
    """A draft open in Word."""

    def __init__(self, profile=PROFILE):
        self.profile = profile.encode() if isinstance(profile, str) else profile
        self.document = Document(io.BytesIO(draft_of(self.profile)))

    def find(self, words):
        """Return the first paragraph that has the words, in the text or in a table."""
        cells = [p for t in self.document.tables for c in t._cells for p in c.paragraphs]
        return next(each for each in (*self.document.paragraphs, *cells) if words in plain(each.text))

    def retype(self, words, text):
        put(self.find(words), text)

    def replace(self, old, new):
        paragraph = self.find(old)
        put(paragraph, plain(paragraph.text).replace(old, new, 1))

    def add_after(self, words, *texts):
        paragraph = self.find(words)
        for text in texts:
            after = copy.deepcopy(paragraph._p)
            paragraph._p.addnext(after)
            paragraph = Paragraph(after, paragraph._parent)
            put(paragraph, text)

    def remove(self, words):
        paragraph = self.find(words)._p
        paragraph.getparent().remove(paragraph)

    def move_after(self, words, other):
        self.find(other)._p.addnext(self.find(words)._p)

    def embolden(self, words):
        paragraph = self.find(words)
        before, _, behind = plain(paragraph.text).partition(words)
        put(paragraph, before)
        for text, bold in ((words, True), (behind, None)):
            run = copy.deepcopy(paragraph.runs[0]._r)
            paragraph._p.append(run)
            paragraph.runs[-1].text, paragraph.runs[-1].bold = text, bold

    @property
    def table(self):
        """The table of the annex."""
        return self.document.tables[-1]

    def saved(self):
        memory = io.BytesIO()
        self.document.save(memory)
        return memory.getvalue()

    def pulled(self, profile=None):
        """Pull the edits into the profile, or into what it became since."""
        data = self.saved()
        return pull(profile or self.profile, FILE, Draft(read_document(data, with_marks=True), digests_in(data)))

    def is_what_is_drafted(self, pulled):
        """Whether the profile then drafts to just what the file says."""
        return texts_of(draft_of(pulled.data)) == texts_of(self.saved())


def put(paragraph, text):
    """Give a paragraph another text, in the look of its first letters."""
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    if paragraph.runs:
        paragraph.runs[0].text = text
    else:
        paragraph.add_run(text)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def tracked(kind, run):
    """Wrap a run into a tracked insertion or deletion."""
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), "77")
    change.set(qn("w:author"), "Người sửa")
    run._r.addprevious(change)
    change.append(run._r)
    if kind == "del":
        for text in change.iter(qn("w:t")):
            text.tag = qn("w:delText")


def changed_lines(pulled, word):
    """Return the lines of the profile that went, and those that came."""
    before, after = word.profile.decode().splitlines(), pulled.data.decode().splitlines()
    return [each for each in before if each not in after], [each for each in after if each not in before]
