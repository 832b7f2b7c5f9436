"""What Word wants only once in a document has an id of its own in each copy that a loop makes."""

import io
import re
import zipfile

import pytest

from kegen.template.render import render

from .plans import good_annex, good_plan, replace, with_text

SHAPE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="0"/><wp:docPr id="77" name="gach"/></wp:inline></w:drawing></w:r>'
)
TEXT = '<w:r><w:t xml:space="preserve">{{ p.text }}</w:t></w:r>'


def source(draft):
    with zipfile.ZipFile(io.BytesIO(draft)) as z:
        return "".join(z.read(name).decode() for name in z.namelist() if name.startswith("word/"))


@pytest.mark.parametrize(
    ("new", "pattern"),
    [
        (TEXT + SHAPE, r'<wp:docPr id="(\d+)"'),
        (
            f'<w:sdt><w:sdtPr><w:id w:val="-123456"/></w:sdtPr><w:sdtContent>{TEXT}</w:sdtContent></w:sdt>',
            r'<w:sdtPr><w:id w:val="(-?\d+)"',
        ),
        (
            f'<w:bookmarkStart w:id="5" w:name="noi_dung"/>{TEXT}<w:bookmarkEnd w:id="5"/>',
            r'<w:bookmarkStart w:id="(\d+)"',
        ),
        (
            f'<w:bookmarkStart w:id="5" w:name="noi_dung"/>{TEXT}<w:bookmarkEnd w:id="5"/>',
            r'<w:bookmarkStart [^>]*w:name="(\w+)"',
        ),
        (
            f'<w:bookmarkStart w:id="5" w:name="noi_dung"/>{TEXT}<w:bookmarkEnd w:id="5"/>',
            r'<w:bookmarkEnd w:id="(\d+)"',
        ),
        (f'<w:ins w:id="3" w:author="A">{TEXT}</w:ins>', r'<w:ins w:id="(\d+)"'),
    ],
)
def test_each_copy_has_an_id_of_its_own(changed, new, pattern):
    found = re.findall(pattern, source(render(with_text("thêm"), changed((TEXT, new)))))
    assert len(found) >= len(with_text("thêm").body)
    assert len(set(found)) == len(found)


def test_a_bookmark_ends_by_the_id_it_starts_with(changed):
    new = f'<w:bookmarkStart w:id="5" w:name="noi_dung"/>{TEXT}<w:bookmarkEnd w:id="5"/>'
    text = source(render(good_plan(), changed((TEXT, new))))
    starts = [re.findall(rf'bookmark{side} w:id="(\d{{1,7}})"', text) for side in ("Start", "End")]
    own, ends = ([each for each in side if int(each) < 2_000_000] for side in starts)
    assert own == ends
    assert own
    assert 'w:name="noi_dung"' in text
    assert 'w:name="noi_dung_2"' in text


def test_an_id_that_is_there_once_stays(changed):
    mark = '<w:bookmarkStart w:id="5" w:name="ten"/><w:bookmarkEnd w:id="5"/>'
    text = source(
        render(
            replace(good_plan(), annexes=(good_annex(),)),
            changed(("{{ signer }}</w:t></w:r>", "{{ signer }}</w:t></w:r>" + mark)),
        )
    )
    assert mark in text


def test_every_draft_numbers_anew(changed):
    template = changed((TEXT, TEXT + SHAPE))
    assert render(good_plan(), template) == render(good_plan(), template)
