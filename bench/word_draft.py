"""An open draft, its paragraphs letter by letter, and how Word leaves them when words are typed and when it saves."""

from __future__ import annotations

import copy
import re
from random import Random
from typing import Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HEADINGS = ("KHMuc", "KHKhoan", "KHNhom")
ITEMS = ("KHDoan",)
SYLLABLES = (
    *("An", "Bàng", "Cát", "Diềm", "Đông", "Ghềnh", "Hạc", "Khe", "Lũng", "Mậu", "Ngà", "Ninh", "Phìn", "Quế", "Rọ"),
    *("Sâm", "Thác", "Trầm", "Uyên", "Vạn", "Xuân", "Yên", "Chòm", "Giếng", "Nhạn", "Pác", "Sài", "Tấu", "Vĩnh", "Kẻo"),
)
PHRASES = (
    *(
        "thôn {}",
        "nhóm công tác {}",
        "tổ {} (nếu có)",
        "điểm {}",
        "khu {}, nhất là vào dịp cuối năm",
        "cụm {} - khóm 2",
    ),
    *("ở “{}”", "mục: {}", "#{}", "{} & các tổ", "'{}'", "[{}]", "{} 100%", 'bản "{}"', "{}; *", "{}: có", "{{{}}}"),
)
SENTENCES = (
    "Rà soát, lập danh sách các hộ tại {}, báo cáo trước ngày 20 hằng tháng.",
    "Phòng Kinh tế chủ trì, phối hợp với {} hoàn thành trong Quý III năm 2026.",
    "Lưu ý: {} thực hiện theo quy định # không để chậm.",
    "Giao {} theo dõi, đôn đốc; kịp thời báo cáo khó khăn, vướng mắc.",
    "Bố trí kinh phí cho {} (nếu có) từ nguồn huy động hợp pháp khác;",
    "“{}” là nơi làm điểm, nhân rộng trong năm 2026.",
)


class Atom(NamedTuple):
    """A letter of a paragraph, or what stands between letters, with the properties of its run."""

    letter: str
    properties: Any
    node: Any = None
    in_run: bool = True


class Draft:
    """The open draft of python-docx, a source of chance, and words that stand nowhere else."""

    def __init__(self, document: Any, random: Random) -> None:  # noqa: ANN401
        self.document, self.random, self._used = document, random, set[str]()
        self.body = document.element.body

    def name(self) -> str:
        """Return a name not used before."""
        while True:
            name = " ".join(self.random.sample(SYLLABLES, 2))
            if name not in self._used and name not in "".join(self.body.itertext()):
                self._used.add(name)
                return name

    def phrase(self) -> str:
        """Return a few words of their own."""
        return self.random.choice(PHRASES).format(self.name())

    def sentence(self) -> str:
        """Return a sentence of its own."""
        return self.random.choice(SENTENCES).format(self.name())

    def paragraphs(self, *styles: str) -> list[Any]:
        """Return the paragraphs of the body in one of the styles that say something."""
        return [each for each in self.body.findall(qn("w:p")) if style_of(each) in styles and text_of(each).strip()]

    def tables(self) -> list[Any]:
        """Return the tables of the annexes."""
        return [each for each in self.body.findall(qn("w:tbl"))[1:] if "Nơi nhận" not in "".join(each.itertext())]

    def cells(self) -> tuple[list[Any], list[Any]]:
        """Return the paragraphs of the recipients and those of the signature."""
        ending = next(each for each in self.body.findall(qn("w:tbl"))[1:] if "Nơi nhận" in "".join(each.itertext()))
        one, other = list(ending.iter(qn("w:tc")))[:2]
        return one.findall(qn("w:p")), other.findall(qn("w:p"))


def style_of(paragraph: Any) -> str:  # noqa: ANN401
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else found.get(qn("w:val"))


def atoms_of(paragraph: Any) -> list[Atom]:  # noqa: ANN401
    """Return the letters of the paragraph, and all else that stands in it."""
    atoms = []
    for child in paragraph:
        if child.tag == qn("w:pPr"):
            continue
        if child.tag != qn("w:r"):
            atoms.append(Atom("", None, child, in_run=False))
            continue
        properties = child.find(qn("w:rPr"))
        for node in child:
            if node.tag == qn("w:t"):
                atoms += [Atom(letter, properties) for letter in node.text or ""]
            elif node.tag != qn("w:rPr"):
                atoms.append(Atom("-" if node.tag == qn("w:noBreakHyphen") else "", properties, node))
    return atoms


def put_atoms(paragraph: Any, atoms: list[Atom], cuts: tuple[int, ...] = ()) -> None:  # noqa: ANN401
    """Make these the content of the paragraph, in as few runs as there are properties, or cut there too."""
    for child in list(paragraph):
        if child.tag != qn("w:pPr"):
            paragraph.remove(child)
    run = last = None
    for at, atom in enumerate(atoms):
        if not atom.in_run:
            paragraph.append(atom.node)
            run = None
            continue
        if run is None or atom.properties is not last or at in cuts:
            run, last = OxmlElement("w:r"), atom.properties
            if last is not None:
                run.append(copy.deepcopy(last))
            paragraph.append(run)
        if atom.node is not None:
            run.append(atom.node)
        elif len(run) and run[-1].tag == qn("w:t"):
            run[-1].text += atom.letter
        else:
            text = OxmlElement("w:t")
            text.text = atom.letter
            text.set(XML_SPACE, "preserve")
            run.append(text)


def text_of(paragraph: Any) -> str:  # noqa: ANN401
    return "".join(each.letter for each in atoms_of(paragraph))


def typed(words: str, atoms: list[Atom], at: int) -> list[Atom]:
    """Return the words as typed at that place: they look as the letter before does."""
    near = [each for each in atoms[:at] if each.in_run] or [each for each in atoms if each.in_run]
    return [Atom(letter, near[-1].properties if near else None) for letter in words]


def retype(paragraph: Any, words: str) -> None:  # noqa: ANN401
    """Type the words over all that the paragraph says; marks stay."""
    atoms = atoms_of(paragraph)
    kept = [each for each in atoms if not each.in_run]
    half = [each for each in kept if each.node.tag == qn("w:bookmarkStart")]
    rest = [each for each in kept if each not in half]
    put_atoms(paragraph, [*half, *typed(words, atoms, 1), *rest])


def word_places(text: str) -> list[tuple[int, int]]:
    """Return where the words of the text stand, but for the mark before it."""
    found = [each.span() for each in re.finditer(r"\S+", text)]
    return found[1:] if found and re.fullmatch(r"[-+]|\w{1,4}[.)]", text[slice(*found[0])]) else found


def some_words(draft: Draft, paragraph: Any) -> tuple[int, int] | None:  # noqa: ANN401
    """Return a stretch of some words, at the start, in the middle or at the end."""
    places = word_places(text_of(paragraph))
    if len(places) < 4:  # noqa: PLR2004 - too short to be edited in part
        return None
    count = draft.random.randint(1, min(3, len(places) - 2))
    first = draft.random.choice((0, draft.random.randrange(len(places) - count), len(places) - count))
    return letters_to_atoms(paragraph, places[first][0], places[first + count - 1][1])


def letters_to_atoms(paragraph: Any, start: int, end: int) -> tuple[int, int]:  # noqa: ANN401
    at = [number for number, each in enumerate(atoms_of(paragraph)) if each.letter]
    return at[start], at[end - 1] + 1


def mark_of(paragraph: Any) -> str:  # noqa: ANN401
    found = re.match(r"(?:[-+]|\w{1,3}[.)])\s", text_of(paragraph))
    return found.group() if found else ""


def drop_marks(element: Any) -> None:  # noqa: ANN401
    for each in list(element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        each.getparent().remove(each)


def paragraph_after(paragraph: Any) -> Any:  # noqa: ANN401
    """Return a new empty paragraph of the same form after it."""
    new = OxmlElement("w:p")
    if paragraph.pPr is not None:
        new.append(copy.deepcopy(paragraph.pPr))
    paragraph.addnext(new)
    return new


def new_paragraph(after: Any, words: str, like: Any = None) -> Any:  # noqa: ANN401
    """Type a paragraph after one, in the form of that or of another."""
    new, like = paragraph_after(after), after if like is None else like
    if like.pPr is not None:
        for each in new.findall(qn("w:pPr")):
            new.remove(each)
        new.insert(0, copy.deepcopy(like.pPr))
    put_atoms(new, typed(words, atoms_of(like), len(atoms_of(like))))
    return new


def settle(draft: Draft) -> None:
    """Leave what Word leaves when it saves: runs cut in two, rsids, proofErr, its own bookmark of the last place."""
    random = draft.random
    for paragraph in list(draft.body.iter(qn("w:p"))):
        if random.random() < 0.3:  # noqa: PLR2004
            atoms = atoms_of(paragraph)
            put_atoms(paragraph, atoms, tuple(random.sample(range(len(atoms)), min(3, len(atoms)))))
        paragraph.set(qn("w:rsidR"), f"00{random.randrange(16**6):06X}")
        for run in paragraph.findall(qn("w:r")):
            run.set(qn("w:rsidRPr"), f"00{random.randrange(16**6):06X}")
            if random.random() < 0.05:  # noqa: PLR2004
                for name in ("spellStart", "spellEnd"):
                    error = OxmlElement("w:proofErr")
                    error.set(qn("w:type"), name)
                    (run.addprevious if name == "spellStart" else run.addnext)(error)
    last = random.choice(draft.paragraphs(*ITEMS) or draft.paragraphs(*HEADINGS))
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), "99999")
        last.append(each)
    start.set(qn("w:name"), "_GoBack")
