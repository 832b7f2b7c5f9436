"""A good document, and what it takes to plant one defect in it.

`planted(*edits)` is the good draft with its main part changed; each edit takes the root of `word/document.xml`.
"""

import copy
import io
import zipfile
from functools import lru_cache
from pathlib import Path

from lxml import etree

import kegen
from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.docx.read import read_document
from tests.annexes import table_of_tasks, with_rows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"


@lru_cache(maxsize=1)
def good_draft() -> bytes:
    """Return the draft of a commune's plan, dated, with its annex, and short: a thousand tests read it."""
    return kegen.render(_short(_plan()))


@lru_cache(maxsize=1)
def good() -> bytes:
    """Return that draft as if it were typed: no blank and no hyphen is firm."""
    return _typed(good_draft())


@lru_cache(maxsize=1)
def whole():
    """Return the same draft with all it has."""
    return _typed(kegen.render(_plan()))


def _plan():
    return kegen.resolve(kegen.load(Path(__file__).with_name("good.yaml")))


_NAMED = (
    *("Xây dựng kế hoạch", "Thực hiện nghiêm quy định", "Đề cao trách nhiệm", "Đảm bảo 100%", "Khắc phục triệt để"),
    *("76/NQ-CP", "09/2019/NĐ-CP", "42/2022/NĐ-CP"),
)
"""Words of the paragraphs that tests change or count on, beyond the first paragraph under each heading."""


def _short(plan):
    """Return the plan with few paragraphs under each heading and three tasks in its annex."""
    under, body = 0, []
    for each in plan.body:
        under = under + 1 if each.kind == "doan" else 0
        if under <= 1 or any(words in each.text for words in _NAMED):
            body.append(each)
    return with_rows(plan._replace(body=tuple(body)), table_of_tasks(plan).rows[:3])


def _typed(draft):
    members = _members(draft)
    text = members[MAIN].decode().replace("\u00a0", " ")
    members[MAIN] = text.replace('</w:t><w:noBreakHyphen/><w:t xml:space="preserve">', "-").encode()
    return _zipped(members)


def planted(*edits, part=MAIN, data=None):
    """Return the good draft with one part changed by the edits."""
    members = _members(data or good())
    root = etree.fromstring(members[part])
    for edit in edits:
        edit(root)
    members[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _zipped(members)


def _members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return {name: old.read(name) for name in old.namelist()}


def _zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()


def text_of(p):
    signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
    return "".join(signs.get(e.tag, e.text or "") for e in p.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}noBreakHyphen"))


def find(root, start):
    """Return the first paragraph whose text begins so."""
    for p in root.iter(f"{W}p"):
        if text_of(p).strip().startswith(start):
            return p
    raise AssertionError(f"no paragraph begins with {start!r}")


def properties(p):
    """Return the paragraph's own properties, made where it has none."""
    found = p.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        p.insert(0, found)
    return found


def set_text(start, text):
    """Give the paragraph another text, all in the look of its first run."""

    def edit(root):
        p = find(root, start)
        runs = [r for r in p.iter(f"{W}r") if r.find(f"{W}t") is not None]
        for run in runs[1:]:
            run.getparent().remove(run)
        for child in [c for c in runs[0] if c.tag != f"{W}rPr"]:
            runs[0].remove(child)
        t = etree.SubElement(runs[0], f"{W}t")
        t.text = text
        t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    return edit


def set_runs(start, **switches):
    """Give all runs of the paragraph a look: `sz="30"`, `b="0"`, `i="1"`, `color="FF0000"`, `rFonts="Arial"` …"""

    def edit(root):
        for run in find(root, start).iter(f"{W}r"):
            look = run.find(f"{W}rPr")
            if look is None:
                look = etree.Element(f"{W}rPr")
                run.insert(0, look)
            for name, value in switches.items():
                for old in look.findall(f"{W}{name}"):
                    look.remove(old)
                element = etree.SubElement(look, f"{W}{name}")
                keys = ("ascii", "hAnsi", "cs") if name == "rFonts" else ("val",)
                for key in keys:
                    element.set(f"{W}{key}", value)

    return edit


def set_paragraph(start, name, **attributes):
    """Set one property of the paragraph: `set_paragraph("KẾ HOẠCH", "jc", val="left")`."""

    def edit(root):
        own = properties(find(root, start))
        for old in own.findall(f"{W}{name}"):
            own.remove(old)
        element = etree.SubElement(own, f"{W}{name}")
        for key, value in attributes.items():
            element.set(f"{W}{key}", value)

    return edit


def remove(start):
    """Take the paragraph out."""

    def edit(root):
        p = find(root, start)
        p.getparent().remove(p)

    return edit


def insert_after(start, text):
    """Put a copy of the paragraph with another text after it."""

    def edit(root):
        p = find(root, start)
        new = copy.deepcopy(p)
        p.addnext(new)
        holder = etree.Element("holder")
        holder.append(copy.deepcopy(new))
        set_text(text_of(new).strip(), text)(holder)
        p.getnext().getparent().replace(p.getnext(), holder[0])

    return edit


def office(above, name, number="Số: 114/KH-SNV", place="Đồng Nai"):
    """Make the issuer `name` under `above`, "" for none; only `name` is bold."""

    def edit(root):
        set_text("XÃ GIA KIỆM", name)(root)
        set_text("ỦY BAN NHÂN DÂN", above or "X")(root)
        set_text("Số:", number)(root)
        set_text("Gia Kiệm, ngày", f"{place}, ngày 03 tháng 6 năm 2026")(root)
        if above:
            set_runs(above, b="0")(root)
        else:
            p = find(root, "X")
            p.getparent().remove(p)

    return edit


def report(data, **how):
    """Return what all rules say of a document; `how` goes to Paper (mode, medium …)."""
    return _whole(data) if not how else judge(_paper(data, **how), rules())


@lru_cache(maxsize=1)
def rules():
    """Return all rules, looked up once."""
    return all_rules()


def found(data, rule, **how):
    """Return the findings of one rule."""
    return list(_alone(data, rule, **how).findings)


def errors(data, **how):
    """Return the ids of the rules that find an error, each once."""
    return sorted({each.rule for each in report(data, **how).findings if each.severity == "error"})


def state(data, rule, **how):
    """Return the verdict of one rule: pass, fail, not_applicable, not_evaluated."""
    return _alone(data, rule, **how).verdicts[rule].state


def _alone(data, rule, **how):
    return judge(_paper(data, **how), [each for each in rules() if each.id == rule])


def _paper(data, **how):
    return Paper(read_document(data), **how) if how else _read(data)


@lru_cache(maxsize=4)
def _read(data):
    """A test asks several things of one document: it is read once."""
    return Paper(read_document(data))


@lru_cache(maxsize=4)
def _whole(data):
    return judge(_read(data), rules())
