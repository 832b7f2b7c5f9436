"""What a person does to a draft in Word, at random: each kind of edit is a function of the open draft.

Each changes the XML as Word does: the runs of what stays keep their properties, what is typed takes those of the
letters before it, marks stay where Word leaves them (`word_draft.py`).
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from bench.word_draft import (
    HEADINGS,
    ITEMS,
    Atom,
    Draft,
    atoms_of,
    drop_marks,
    letters_to_atoms,
    mark_of,
    new_paragraph,
    paragraph_after,
    put_atoms,
    retype,
    some_words,
    style_of,
    text_of,
    typed,
    word_places,
)
from bench.word_texts import alike, footnotes_part

COLUMNS = {
    "cell-task": "Nhiệm vụ",
    "cell-lead": "Cơ quan chủ trì",
    "cell-helpers": "Cơ quan phối hợp",
    "cell-deadline": "Thời hạn",
    "cell-product": "Sản phẩm",
}


class Edit(NamedTuple):
    """One edit: its kind, the words typed, the elements that say now what is to be kept, the whole texts removed."""

    kind: str
    typed: tuple[str, ...] = ()
    touched: tuple[Any, ...] = ()
    gone: tuple[str, ...] = ()


def words_edit(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit that replaces, inserts or deletes some words of a paragraph, the opening and the title too."""

    def edit(draft: Draft) -> Edit | None:
        styles = (*HEADINGS, *ITEMS, *ITEMS, "KHKhoanLien", "KHMoDau", "KHTrichYeu", "KHDoanCuoi")
        paragraph = draft.random.choice(draft.paragraphs(draft.random.choice(styles)) or [None])
        span = None if paragraph is None else some_words(draft, paragraph)
        if span is None:
            return None
        atoms, words = atoms_of(paragraph), "" if kind == "words-deleted" else draft.phrase()
        if style_of(paragraph) == "KHMuc":
            words = words.upper()
        start, end = span
        kept = [each for each in atoms[start:end] if not each.letter]  # marks, notes
        if kind == "words-inserted":
            put_atoms(paragraph, [*atoms[:start], *typed(f"{words} ", atoms, start), *atoms[start:]])
        else:
            rest = atoms[end + 1 :] if not words and atoms[end:] and atoms[end].letter == " " else atoms[end:]
            put_atoms(paragraph, [*atoms[:start], *typed(words, atoms, start + 1), *kept, *rest])
        return Edit(kind, (words,) if words else (), (paragraph,))

    return edit


def _an_item(draft: Draft, *styles: str) -> Any:  # noqa: ANN401
    return draft.random.choice(draft.paragraphs(*(styles or ITEMS)) or [None])


def retyped(draft: Draft) -> Edit | None:
    paragraph = _an_item(draft)
    if paragraph is None:
        return None
    words = draft.sentence()
    retype(paragraph, mark_of(paragraph) + words)
    if draft.random.random() < 0.5:  # noqa: PLR2004 - the whole paragraph was selected: its mark goes along
        drop_marks(paragraph)
    return Edit("retyped", (words,), (paragraph,))


def figure(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit that changes a figure in the body, in the annex, or in both."""

    def edit(draft: Draft) -> Edit | None:
        cells = [each for table in draft.tables() for each in table.iter(qn("w:p"))]
        cells = [each for each in cells if re.search(r"\d+%|\d{4}", text_of(each))]
        body = [each for each in draft.paragraphs(*ITEMS) if re.search(r"\d+%", text_of(each))]
        pairs = [
            (one, other, found.group())
            for one in body
            for found in re.finditer(r"\d+%", text_of(one))
            for other in cells
            if found.group() in text_of(other)
        ]
        if not pairs:
            return None
        one, other, old = draft.random.choice(pairs)
        new = f"{draft.random.randint(11, 99)},{draft.random.randint(1, 9)}%"
        places = {"figure-in-body": (one,), "figure-in-annex": (other,), "figure-in-both": (one, other)}[kind]
        for each in places:
            _replace(each, old, new)
        return Edit(kind, (new,), places)

    return edit


def _replace(paragraph: Any, old: str, new: str) -> bool:  # noqa: ANN401
    text = text_of(paragraph)
    if old not in text:
        return False
    start, end = letters_to_atoms(paragraph, text.index(old), text.index(old) + len(old))
    atoms = atoms_of(paragraph)
    put_atoms(paragraph, [*atoms[:start], *typed(new, atoms, start + 1), *atoms[end:]])
    return True


def split(draft: Draft) -> Edit | None:
    paragraph = _an_item(draft)
    places = word_places(text_of(paragraph)) if paragraph is not None else []
    if len(places) < 8:  # noqa: PLR2004
        return None
    at = letters_to_atoms(paragraph, places[draft.random.randrange(3, len(places) - 3)][0], len(text_of(paragraph)))[0]
    atoms = atoms_of(paragraph)
    head, rest = atoms[:at], atoms[at:]
    if draft.random.random() < 0.5:  # noqa: PLR2004 - the mark stays on the head
        ends = [each for each in rest if not each.in_run and each.node.tag == qn("w:bookmarkEnd")]
        head, rest = [*head, *ends], [each for each in rest if each not in ends]
    tail = paragraph_after(paragraph)
    mark = draft.random.choice(("", mark_of(paragraph)))
    first = next(each for each in rest if each.letter)
    upper = [Atom(letter, first.properties) for letter in mark]
    if mark:  # one who types a mark begins with a capital
        rest = [each._replace(letter=each.letter.upper()) if each is first else each for each in rest]
    put_atoms(paragraph, head)
    put_atoms(tail, [*upper, *rest])
    return Edit("split", (), (paragraph, tail))


def merged(draft: Draft) -> Edit | None:
    one = _an_item(draft)
    other = one.getnext() if one is not None else None
    if other is None or style_of(other) not in ITEMS or not text_of(other).strip():
        return None
    rest, mark = atoms_of(other), mark_of(other)
    at = letters_to_atoms(other, len(mark), len(text_of(other)))[0]
    marks = [each for each in rest[:at] if not each.in_run]
    put_atoms(one, [*atoms_of(one), *typed(" ", rest, 0), *marks, *rest[at:]])
    gone = text_of(other)
    other.getparent().remove(other)
    return Edit("merged", (), (one,), (gone,))


def added(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit that adds a paragraph: in the body without a mark, in a list, at the end, in the closing."""

    def edit(draft: Draft) -> Edit | None:
        styles = {"added-in-closing": ("KHDoanCuoi",), "added": (*ITEMS, "KHKhoan", "KHMoDau", "KHKhoanLien")}
        found = draft.paragraphs(*styles.get(kind, ITEMS))
        after = (found[-1] if kind == "added-at-end" else draft.random.choice(found)) if found else None
        if after is None:
            return None
        mark = mark_of(after) if kind in ("added-in-list", "added-at-end") else ""
        words = draft.sentence()
        like = _an_item(draft) if style_of(after) not in (*ITEMS, "KHDoanCuoi") else None
        return Edit(kind, (words,), (new_paragraph(after, mark + words, like),))

    return edit


def removed(draft: Draft) -> Edit | None:
    paragraph = _an_item(draft, *ITEMS, *ITEMS, "KHKhoanLien")
    if paragraph is None:
        return None
    gone = text_of(paragraph)
    paragraph.getparent().remove(paragraph)
    return Edit("removed", (), (), (gone,))


def moved(draft: Draft) -> Edit | None:
    one, other = _an_item(draft), _an_item(draft)
    if one is None or one is other or one.getprevious() is other:
        return None
    if draft.random.random() < 0.5:  # noqa: PLR2004 - cut and pasted: Word drops the mark of what is pasted
        drop_marks(one)
    other.addnext(one)
    return Edit("moved", (), (one,))


def heading_renamed(draft: Draft) -> Edit | None:
    paragraph = _an_item(draft, *HEADINGS)
    if paragraph is None:
        return None
    words = f"Công tác tại {draft.name()}"
    retype(paragraph, mark_of(paragraph) + (words.upper() if style_of(paragraph) == "KHMuc" else words))
    return Edit("heading-renamed", (words.upper() if style_of(paragraph) == "KHMuc" else words,), (paragraph,))


def heading_added(draft: Draft) -> Edit | None:
    """Add a heading after the items of another, with items of its own."""
    like, item = _an_item(draft, "KHKhoan"), _an_item(draft)
    if like is None or item is None:
        return None
    last = like
    while style_of(last.getnext()) in ITEMS:
        last = last.getnext()
    words = (f"Việc riêng của {draft.name()}", draft.sentence(), draft.sentence())
    number = int(re.sub(r"\D", "", mark_of(like)) or "0") + 1
    heading = new_paragraph(last, f"{number}. {words[0]}", like)
    one = new_paragraph(heading, f"- {words[1]}", item)
    other = new_paragraph(one, f"- {words[2]}", item)
    return Edit("heading-added", words, (heading, one, other))


def _list(draft: Draft) -> list[Any]:
    """Return the items of some list, two at least, or nothing."""
    first = _an_item(draft)
    items = [first] if first is not None else []
    while items and style_of(items[-1].getnext()) in ITEMS:
        items.append(items[-1].getnext())
    return items if len(items) > 1 else []


def items_added(draft: Draft) -> Edit | None:
    items = _list(draft)
    if not items:
        return None
    words = tuple(draft.sentence() for _ in range(draft.random.randint(2, 4)))
    made = []
    for each in words:
        made.append(new_paragraph(made[-1] if made else items[0], mark_of(items[0]) + each, items[0]))
    return Edit("items-added", words, tuple(made))


def items_removed(draft: Draft) -> Edit | None:
    items = _list(draft)[1:4]
    gone = tuple(text_of(each) for each in items)
    for each in items:
        each.getparent().remove(each)
    return Edit("items-removed", (), (), gone) if items else None


def items_reordered(draft: Draft) -> Edit | None:
    items = _list(draft)
    if not items:
        return None
    before = items[0].getprevious()
    shuffled = draft.random.sample(items, len(items))
    if shuffled == items:
        return None
    for each in reversed(shuffled):
        before.addnext(each)
    return Edit("items-reordered", (), tuple(shuffled))


def _rows(draft: Draft) -> list[Any]:
    tables = draft.tables()
    return draft.random.choice(tables).findall(qn("w:tr"))[1:] if tables else []


def cell_changed(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit that types into a cell of that column of the annex."""

    def edit(draft: Draft) -> Edit | None:
        rows = _rows(draft)
        if not rows:
            return None
        heads = [
            alike("".join(text_of(each) for each in head.findall(qn("w:p"))))
            for head in rows[0].getparent().find(qn("w:tr")).findall(qn("w:tc"))
        ]
        if COLUMNS[kind] not in heads:
            return None
        row = draft.random.choice(rows)
        cells = row.findall(qn("w:tc"))
        if len(cells) != len(heads):
            return None
        paragraph = cells[heads.index(COLUMNS[kind])].find(qn("w:p"))
        words = {
            "cell-deadline": draft.random.choice(("Trước ngày 15/9/2026", "Quý III năm 2026", "Hằng quý")),
            "cell-lead": f"Phòng {draft.name()}",
            "cell-helpers": f"Trạm {draft.name()}; Phòng Kinh tế",
        }.get(kind, f"Danh sách {draft.phrase()}")
        if kind in ("cell-task", "cell-product") and text_of(paragraph) and draft.random.random() < 0.5:  # noqa: PLR2004
            words = draft.phrase()
            atoms = atoms_of(paragraph)
            put_atoms(paragraph, [*atoms, *typed(f" {words}", atoms, len(atoms))])
        else:
            retype(paragraph, words)
        return Edit(kind, (words,), (row,))

    return edit


def row_added(draft: Draft) -> Edit | None:
    rows = _rows(draft)
    if not rows:
        return None
    row = draft.random.choice(rows)
    new = copy.deepcopy(row)
    drop_marks(new)
    words = []
    for at, cell in enumerate(new.findall(qn("w:tc"))):
        for more in cell.findall(qn("w:p"))[1:]:
            cell.remove(more)
        if at:
            words.append(draft.sentence() if at == 1 else f"Nơi {draft.name()}")
        retype(cell.find(qn("w:p")), words[-1] if at else draft.random.choice(("", str(len(rows) + 1))))
    row.addnext(new)
    return Edit("row-added", tuple(words), (new,))


def row_removed(draft: Draft) -> Edit | None:
    rows = _rows(draft)
    if len(rows) < 2:  # noqa: PLR2004
        return None
    row = draft.random.choice(rows)
    gone = tuple("".join(text_of(each) for each in cell.findall(qn("w:p"))) for cell in row.findall(qn("w:tc"))[1:2])
    row.getparent().remove(row)
    return Edit("row-removed", (), (), gone)


def row_moved(draft: Draft) -> Edit | None:
    rows = _rows(draft)
    if len(rows) < 3:  # noqa: PLR2004
        return None
    one, other = draft.random.sample(rows, 2)
    if one.getprevious() is other:
        return None
    other.addnext(one)
    return Edit("row-moved", (), (one,))


def annex_title(draft: Draft) -> Edit | None:
    paragraph = _an_item(draft, "KHTenPhuLuc")
    if paragraph is None:
        return None
    words = f"DANH MỤC VIỆC CỦA {draft.name()}".upper()
    retype(paragraph, words)
    return Edit("annex-title", (words,), (paragraph,))


def header(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit of the number, the date or the place."""

    def edit(draft: Draft) -> Edit | None:
        table = draft.body.find(qn("w:tbl"))
        style = {"number": "KHSo"}.get(kind, "KHDiaDanh")
        paragraph = next(each for each in table.iter(qn("w:p")) if style_of(each) == style)
        random, text = draft.random, text_of(paragraph)
        if kind == "number":
            new = str(random.randint(100, 999))
            found = re.search(r"(?<=Số:).*?(?=/)", text)
            put = f" {new}"
        elif kind == "date":
            new = put = f"ngày {random.randint(10, 28)} tháng {random.randint(10, 12)} năm 2026"
            found = re.search(r"ngày.*", text)
        else:
            found = re.search(r".*(?=, ngày)", text)
            kind_of_unit = random.choice(("Xã", "Phường", "Tỉnh", "Đặc khu"))
            new = put = random.choice((draft.name(), f"{kind_of_unit} {found.group() if found else ''}"))
        if not found:
            return None
        retype(paragraph, text[: found.start()] + put + text[found.end() :])
        return Edit(kind, (new,), (paragraph,))

    return edit


def recipient(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit that adds, removes or rewords a recipient."""

    def edit(draft: Draft) -> Edit | None:
        lines = [each for each in draft.cells()[0] if text_of(each).strip().startswith("-")]
        lines = [each for each in lines if "Lưu" not in text_of(each)]
        if len(lines) < 2:  # noqa: PLR2004
            return None
        line = draft.random.choice(lines)
        if kind == "recipient-removed":
            gone = text_of(line)
            line.getparent().remove(line)
            return Edit(kind, (), (), (gone,))
        words = f"Ban Quản lý {draft.name()}"
        if kind == "recipient-added":
            return Edit(kind, (words,), (new_paragraph(line, f"- {words};"),))
        retype(line, f"- {words};")
        return Edit(kind, (words,), (line,))

    return edit


def signer(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit of the signer's name or title, which may be signed on behalf of another."""

    def edit(draft: Draft) -> Edit | None:
        lines = draft.cells()[1]
        name = lines[-1]
        if kind == "signer-name":
            words = f"Nguyễn {draft.name()}"
            retype(name, words)
            return Edit(kind, (words,), (name,))
        titles = [each for each in lines[:-1] if text_of(each).strip() == "CHỦ TỊCH"]
        if not titles:
            return None
        retype(titles[0], "PHÓ CHỦ TỊCH")
        if draft.random.random() < 0.5:  # noqa: PLR2004
            return Edit(kind, ("PHÓ CHỦ TỊCH",), (titles[0],))
        line = copy.deepcopy(titles[0])
        drop_marks(line)
        retype(line, "KT. CHỦ TỊCH")
        titles[0].addprevious(line)
        return Edit(kind, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), (line, titles[0]))

    return edit


def looks(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit that makes some words bold, italic or raised."""

    def edit(draft: Draft) -> Edit | None:
        paragraph = _an_item(draft, *ITEMS, "KHKhoanLien", "KHMoDau", "KHDoanCuoi")
        span = some_words(draft, paragraph) if paragraph is not None else None
        if span is None:
            return None
        atoms = atoms_of(paragraph)
        old = next(each.properties for each in atoms[span[0] : span[1]] if each.letter)
        new = copy.deepcopy(old) if old is not None else OxmlElement("w:rPr")
        tag = {"bold": "w:b", "italic": "w:i", "superscript": "w:vertAlign"}[kind]
        mark = OxmlElement(tag)
        if kind == "superscript":
            mark.set(qn("w:val"), "superscript")
        for each in new.findall(qn(tag)):
            new.remove(each)
        run = OxmlElement("w:r")
        run.append(new)
        _in_order(new, mark)
        changed = [each._replace(properties=new) if each.in_run else each for each in atoms[span[0] : span[1]]]
        put_atoms(paragraph, [*atoms[: span[0]], *changed, *atoms[span[1] :]])
        return Edit(kind, (), (paragraph,))

    return edit


def _in_order(properties: Any, mark: Any) -> None:  # noqa: ANN401
    """Put the property where the schema has it."""
    late = ("w:sz", "w:szCs", "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:vertAlign", "w:lang", "w:color")
    before = (*late, "w:i", "w:iCs", "w:bCs", "w:spacing", "w:kern") if mark.tag != qn("w:vertAlign") else ("w:lang",)
    after = next((each for each in properties if each.tag in [qn(one) for one in before]), None)
    if after is None:
        properties.append(mark)
    else:
        after.addprevious(mark)


def tracked(kind: str) -> Callable[[Draft], Edit | None]:
    """Return the edit that inserts or deletes words while changes are tracked."""

    def edit(draft: Draft) -> Edit | None:
        paragraph = _an_item(draft)
        span = some_words(draft, paragraph) if paragraph is not None else None
        if span is None:
            return None
        atoms, words = atoms_of(paragraph), f"{draft.phrase()} "
        change = OxmlElement("w:ins" if kind == "tracked-insertion" else "w:del")
        change.set(qn("w:id"), str(draft.random.randint(9000, 99999)))
        change.set(qn("w:author"), "Người sửa")
        change.set(qn("w:date"), "2026-11-30T08:00:00Z")
        if kind == "tracked-insertion":
            made, rest = typed(words, atoms, span[0]), atoms[span[0] :]
        else:
            made, rest = atoms[span[0] : span[1]], atoms[span[1] :]
            if any(not each.in_run or each.node is not None for each in made):
                return None
        put_atoms(change, made)
        if kind == "tracked-deletion":
            for each in change.iter(qn("w:t")):
                each.tag = qn("w:delText")
        put_atoms(paragraph, [*atoms[: span[0]], Atom("", None, change, in_run=False), *rest])
        return Edit(kind, (words.strip(),) if kind == "tracked-insertion" else (), (paragraph,))

    return edit


def comment(draft: Draft) -> Edit | None:
    paragraph = _an_item(draft)
    runs = Paragraph(paragraph, draft.document._body).runs if paragraph is not None else []  # noqa: SLF001
    if not runs:
        return None
    words = f"Đề nghị xem lại {draft.name()}"
    draft.document.add_comment(runs=runs, text=words, author="Lãnh đạo", initials="LĐ")
    return Edit("comment", (words,))


def footnote(draft: Draft) -> Edit | None:
    part = footnotes_part(draft.document)
    root = etree.fromstring(part.blob) if part is not None else None
    used = {each.get(qn("w:id")) for each in draft.body.iter(qn("w:footnoteReference"))}
    notes = [each for each in root.iter(qn("w:footnote")) if each.get(qn("w:id")) in used] if used else []
    if not notes:
        return None
    texts = [each for each in draft.random.choice(notes).iter(qn("w:t")) if (each.text or "").strip()]
    words = draft.phrase()
    texts[-1].text += f" {words}"
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    return Edit("footnote", (words,))


KINDS: dict[str, Callable[[Draft], Edit | None]] = {
    **{each: words_edit(each) for each in ("words-replaced", "words-inserted", "words-deleted")},
    "retyped": retyped,
    **{each: figure(each) for each in ("figure-in-body", "figure-in-annex", "figure-in-both")},
    "split": split,
    "merged": merged,
    **{each: added(each) for each in ("added", "added-in-list", "added-at-end", "added-in-closing")},
    "removed": removed,
    "moved": moved,
    "heading-renamed": heading_renamed,
    "heading-added": heading_added,
    "items-added": items_added,
    "items-removed": items_removed,
    "items-reordered": items_reordered,
    **{each: cell_changed(each) for each in COLUMNS},
    "row-added": row_added,
    "row-removed": row_removed,
    "row-moved": row_moved,
    "annex-title": annex_title,
    **{each: header(each) for each in ("number", "date", "place")},
    **{each: recipient(each) for each in ("recipient-added", "recipient-removed", "recipient-reworded")},
    **{each: signer(each) for each in ("signer-name", "signer-position")},
    **{each: looks(each) for each in ("bold", "italic", "superscript")},
    **{each: tracked(each) for each in ("tracked-insertion", "tracked-deletion")},
    "comment": comment,
    "footnote": footnote,
}


def edits(draft: Draft, kinds: tuple[str, ...], count: int) -> Iterator[Edit]:
    """Make so many edits of those kinds, where the draft has room for them."""
    for _ in range(count * 5):
        made = KINDS[draft.random.choice(kinds)](draft)
        if made:
            yield made
            count -= 1
        if not count:
            return


def said(edit: Edit) -> tuple[str, ...]:
    """Return the words typed, as they are compared."""
    return tuple(alike(each) for each in edit.typed)
