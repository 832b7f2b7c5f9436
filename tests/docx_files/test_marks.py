"""The marks of kegen's drafts as they are read: by paragraph and row, after splits, merges and tracked changes."""

import pytest

from kegen.docx.model import Table
from kegen.docx.read import read_document

from .make import docx

A, B = (f'<w:bookmarkStart w:id="{at}" w:name="_kg_{name}"/>' for at, name in enumerate("ab"))
END_A, END_B = '<w:bookmarkEnd w:id="0"/>', '<w:bookmarkEnd w:id="1"/>'


def r(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def p(*inside):
    return f"<w:p>{''.join(inside)}</w:p>"


GONE = "<w:pPr><w:rPr><w:del w:id='9' w:author='A'/></w:rPr></w:pPr>"
DELETED = "<w:del w:id='8' w:author='A'><w:r><w:delText>cũ</w:delText></w:r></w:del>"
CASES = {
    "each its own": (p(A, r("Một"), END_A) + p(B, r("Hai"), END_B), [("a", ""), ("b", "")]),
    "a bookmark of somebody's": (p('<w:bookmarkStart w:id="0" w:name="_Toc1"/>', r("Một"), END_A), [("", "")]),
    "split": (p(A, r("Một")) + p(r("hai"), END_A) + p(r("Ba")), [("a", ""), ("", "a"), ("", "")]),
    "merged": (p(A, r("Một"), END_A, B, r("hai"), END_B), [("ab", "")]),
    "ends at the start of the next": (p(A, r("Một")) + p(END_A, r("Hai")), [("a", ""), ("", "")]),
    "starts and ends between paragraphs": (A + p(r("Một")) + END_A + p(r("Hai")), [("a", ""), ("", "")]),
    "around words that came in": (
        p(A, "<w:ins w:id='7' w:author='A'>", r("Một"), "</w:ins>", END_A),
        [("a", "")],
    ),
    "around words that went": (p(A, DELETED, END_A, r("Một")), [("", "")]),
    "a paragraph that went": (p(GONE, A, DELETED, END_A) + p(B, r("Hai"), END_B), [("b", "")]),
    "a paragraph mark that went": (p(GONE, A, r("Một"), END_A) + p(B, r("hai"), END_B), [("ab", "")]),
    "a point": (p(A, END_A, r("Một")), [("", "")]),
    "without an end": (p(A, r("Một")) + p(r("Hai")), [("a", ""), ("", "")]),
    "a move": (
        p(A, f"<w:moveFrom w:id='6' w:author='A'>{r('Một')}</w:moveFrom>", END_A)
        + p(B, f"<w:moveTo w:id='5' w:author='A'>{r('Một')}</w:moveTo>", END_B),
        [("", ""), ("b", "")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_marks_of_paragraphs(body, expected):
    blocks = read_document(docx(body), with_marks=True).blocks
    told = [tuple("".join(each).replace("_kg_", "") for each in (b.marks, b.marks_before)) for b in blocks]
    assert told == expected


@pytest.mark.parametrize(
    ("before", "between", "behind"),
    [("", "", ""), (A, END_A, ""), (A, "", END_A)],
    ids=["in the cells", "between the rows", "behind the table"],
)
def test_marks_of_rows(before, between, behind):
    one = p("" if before else A, r("1")) + p(r("2"), "" if before else END_A)
    cells = [f"<w:tc>{each}</w:tc>" for each in (one, p(B, r("3"), END_B))]
    body = f"<w:tbl>{before and ''}<w:tr>{before}{cells[0]}</w:tr>{between}<w:tr>{cells[1]}</w:tr></w:tbl>{behind}"
    (table, *_) = read_document(docx(body + p(r("Hết"))), with_marks=True).blocks
    assert isinstance(table, Table)
    assert [row.marks for row in table.rows] == [("_kg_a",), ("_kg_b",)]
