"""Texts are precomposed before they are compared letter by letter, and nothing else of a file changes."""

import unicodedata

import pytest

from kegen.annotate.composed import composed

from .files import MAIN, body, docx, members, p, pack, parts, read

WORDS = "Ủy ban nhân dân đặc khu Phú Quý"


def test_letters_typed_in_pieces_become_one_and_all_else_stays():
    data = docx(p(unicodedata.normalize("NFD", WORDS)))
    out = composed(data)
    assert f"<w:t>{WORDS}</w:t>" in read(out)
    old, new = members(data), members(out)
    assert {name for name in old if old[name] != new[name]} == {MAIN}


@pytest.mark.parametrize("data", [docx(p(WORDS)), b"", b"PK\3\4 khong phai zip", pack(parts("<w:document>"))])
def test_what_is_composed_or_no_sound_file_stays_to_the_byte(data):
    assert composed(data) == data


def test_a_mark_at_the_start_of_a_run_goes_to_its_letter():
    inside = (
        "<w:p><w:r><w:t>Uy</w:t></w:r><w:r><w:t>\u0309 ban</w:t></w:r></w:p><w:p><w:r><w:t>\u0309x</w:t></w:r></w:p>"
    )
    assert "<w:t>Uỷ</w:t></w:r><w:r><w:t> ban</w:t>" in read(composed(docx(inside))).replace(
        ' xml:space="preserve"', ""
    )


def test_markup_is_no_text():
    data = docx("<w:p><w:r><w:t>\u0338a\u0301</w:t></w:r></w:p>")
    assert "<w:t>\u0338á</w:t>" in read(composed(data))


def test_deleted_and_boxed_texts_are_composed_too():
    inside = body("<w:p><w:del w:id='1'><w:r><w:delText>e\u0302</w:delText></w:r></w:del></w:p>")
    assert "<w:delText>ê</w:delText>" in read(composed(pack(parts(inside))))
