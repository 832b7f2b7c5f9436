"""A template that uses a name nobody knows, or prints less than the plan, is refused, everything at once."""

import io
import zipfile
from pathlib import Path

import pytest

from kegen.plan.model import Note
from kegen.problem import KegenError
from kegen.shipped import templates_folder
from kegen.template.render import render

from .plans import good_annex, good_plan, replace, with_text
from .reading import W, paragraphs, part, problems, texts_in

SHIPPED = templates_folder() / "ke-hoach.docx"


def test_the_shipped_template_uses_every_name_and_no_other(changed):
    assert render(good_plan(), changed()) == render(good_plan())


def test_an_unknown_name_is_told_with_the_nearest_known_one(changed):
    (one,) = problems(changed(("{{ title }}", "{{ title }} {{ titel }}")))
    assert one == ("mau-ten-la", "mẫu dùng tên lạ “titel”; có phải “title”?")


def test_an_unknown_attribute_in_a_loop_is_told(changed):
    found = problems(changed(("{{ p.text }}</w:t></w:r></w:p>", "{{ p.text }}{{ p.txt }}</w:t></w:r></w:p>")))
    assert found == [("mau-ten-la", "mẫu dùng tên lạ “p.txt”; có phải “text”?")]


def test_an_unknown_field_of_the_annex_is_told(changed):
    found = problems(changed(("{{ cell.words }}", "{{ cell.words }}{{ cell.wods }}{{ annex.titel }}")))
    assert [message for _, message in found if "annex" in message] == [
        "mẫu dùng tên lạ “annex.titel”; có phải “title”?"
    ]
    assert [message for _, message in found if "annex" not in message] == [
        "mẫu dùng tên lạ “cell.wods”; có phải “words”?"
    ]


def test_a_kind_of_paragraph_nobody_knows_is_told_and_so_is_the_one_that_is_lost(changed):
    rest = '{%p else %}</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="KHKhoanLien"/>'
    only = rest.replace("else", 'elif p.kind == "khoan-lien"')
    found = problems(changed(('p.kind == "nhom"', 'p.kind == "nhóm-việc"'), (rest, only)))
    assert [kind for kind, _ in found] == ["mau-ten-la", "mau-thieu-ten"]
    assert "“nhóm-việc”" in found[0][1]
    assert "“nhom”" in found[1][1]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("{{ parent }}", "parent"),
        ("{{ number }}", "number"),
        ("{{ place_and_date }}", "place_and_date"),
        ("{{ kind }}", "kind"),
        ("{{ title }}", "title"),
        ("{{ signer }}", "signer"),
        ("{{ annex.label }}", "annex.label"),
        ("{{ cell.words }}", "cell.words"),
    ],
)
def test_a_name_not_printed_is_told(changed, tag, name):
    assert problems(changed((tag, ""))) == [("mau-thieu-ten", f"mẫu thiếu {{{{ {name} }}}}")]


@pytest.mark.parametrize(
    ("tag", "instead", "shown"),
    [
        ("{{ title }}", "{{ title|upper }}", "ĐỔI MỚI PHƯƠNG THỨC"),
        ("{{ kind }}", "{{ kind|lower }}", "kế hoạch"),
        ("{{ signer }}", "{{ signer.upper() }}", "NGUYỄN VĂN AN"),
        ("{{ signer }}", "{{ signer.split(' ')|last }}", "An"),
        ("{{ number }}", "{{ number[4:] }}", "114/KH-UBND"),
        ("{{ number }}", "{{ number|replace('Số: ', 'Số ') if number else '' }}", "Số 114/KH-UBND"),
        ("{{ title }}", "{{ '%s' % title|truncate(9, True, '') }}", "Đổi mới p"),
        ("{{ title }}", "{% set ten = title|trim|capitalize %}{{ ten }}", "Đổi mới phương thức"),
        ("{{ signer }}", "{% macro in(x) %}{{ x|wordwrap(40) }}{% endmacro %}{{ in(signer) }}", "Nguyễn Văn An"),
        ("{{ cell.words }}", "{{ cell['words'][:1]|upper }}{{ cell['words'][1:] }}", "Rà soát"),
    ],
)
def test_a_name_put_through_a_filter_or_a_method_is_printed(changed, tag, instead, shown):
    draft = render(replace(good_plan(), annexes=(good_annex(),)), changed((tag, instead)))
    assert any(shown in text for _, text in paragraphs(draft))


@pytest.mark.parametrize(
    "asked",
    ["{% if title %}{% endif %}", "{{ 'x' if title == 'y' else '' }}", "{{ title|length }}", "{# {{ title }} #}"],
)
def test_a_name_only_asked_about_is_not_printed(changed, asked):
    assert problems(changed(("{{ title }}", asked))) == [("mau-thieu-ten", "mẫu thiếu {{ title }}")]


def test_a_note_stands_behind_text_that_is_printed_in_capitals(changed):
    plan = with_text("Căn cứ một văn bản", (Note(6, "chú thích"),))
    draft = render(plan, changed(("{{ p.text }}", "{{ p.text|upper }}")))
    assert any(text == "CĂN CỨ MỘT VĂN BẢN" for _, text in paragraphs(draft))
    assert len(list(part(draft).iter(f"{W}footnoteReference"))) == 1


def test_everything_wrong_is_told_at_once(changed):
    found = problems(changed(("{{ number }}", "{{ nubmer }}"), ("{{ kind }}", ""), ("duong-ke-co-quan", "duong-ke-x")))
    assert [message for _, message in found] == [
        "mẫu có đường kẻ tên lạ “duong-ke-x”",
        "mẫu dùng tên lạ “nubmer”; có phải “number”?",
        "mẫu thiếu {{ kind }}",
        "mẫu thiếu {{ number }}",
    ]


def test_a_template_without_the_sample_note_is_told(changed):
    assert [m for _, m in problems(changed(("{{ note }}", ""), name="word/footnotes.xml"))] == ["mẫu thiếu {{ note }}"]


def test_a_template_without_the_sample_reference_is_told(changed):
    (one,) = problems(changed(('<w:footnoteReference w:id="1"/>', "")))
    assert "số chú thích mẫu" in one[1]


def test_a_name_outside_its_condition_is_told(changed):
    (one,) = problems(changed(("{{ kind }}", "{{ kind }}{{ annex.title }}")))
    assert one[0] == "mau-cu-phap"


def test_a_jinja_error_names_the_place(changed):
    (one,) = problems(changed(("{{ number }}", "{{ number ")))
    assert one[0] == "mau-cu-phap"
    (one,) = problems(changed(("{{ title }}", "{{ title | khong_co }}")))
    assert one[0] == "mau-cu-phap"
    assert "{{ title | khong_co }}" in one[1]


def test_a_loop_without_its_end_is_told(changed):
    (one,) = problems(changed(("{%p endfor %}", "")))
    assert one[0] == "mau-cu-phap"


def test_a_tag_that_reaches_for_pythons_inside_is_refused(changed):
    (one,) = problems(changed(("{{ kind }}", "{{ kind }}{{ title.__class__.__mro__ }}")))
    assert one[0] == "mau-cu-phap"


@pytest.mark.parametrize("content", [b"", b"khong phai docx", b"PK\3\4" + b"\0" * 40])
def test_a_file_that_is_no_docx_is_told(tmp_path, content):
    file = tmp_path / "mau.docx"
    file.write_bytes(content)
    with pytest.raises(KegenError, match=r"không phải tệp \.docx"):
        render(good_plan(), file)


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_docx_is_told(tmp_path, kept):
    file = tmp_path / "mau.docx"
    whole = SHIPPED.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(KegenError, match=r"không phải tệp \.docx"):
        render(good_plan(), file)


def test_a_docx_with_spoilt_xml_is_told(changed):
    with pytest.raises(KegenError, match="bị hỏng"):
        render(good_plan(), changed(("</w:body>", "")))


@pytest.mark.parametrize("name", ["word/styles.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_a_docx_whose_part_without_tags_is_spoilt_is_told(changed, name):
    with pytest.raises(KegenError, match=r"phần .* bị hỏng|không phải tệp \.docx"):
        render(
            good_plan(),
            changed(
                (
                    "</",
                    "<",
                ),
                name=name,
            ),
        )


def test_a_zip_of_something_else_is_told(tmp_path):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as z:
        z.writestr("a.txt", "x")
    (tmp_path / "mau.docx").write_bytes(memory.getvalue())
    with pytest.raises(KegenError, match=r"không phải tệp \.docx"):
        render(good_plan(), tmp_path / "mau.docx")


def test_a_file_that_is_not_there_is_told(tmp_path):
    for path in (tmp_path / "khong-co.docx", tmp_path, Path()):
        with pytest.raises(KegenError, match="không đọc được"):
            render(good_plan(), path)


def test_tags_that_word_split_into_runs_are_read(changed):
    gap = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">'
    split = f"{{{gap}{{ p.te{gap}xt }}}}"
    template = changed(("{{ p.text }}", split))
    assert render(good_plan(), template) == render(good_plan())


def test_a_section_break_behind_the_annex_tag_works_too(changed):
    tag = '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>{%p for annex in annexes %}</w:t></w:r>'
    before = '<w:p><w:pPr><w:pStyle w:val="KHNgatPhan"/>'
    moved = f"<w:p>{tag}</w:p>{before}"
    template = changed((tag, ""), (before + "<w:sectPr>", moved + "<w:sectPr>"))

    from .test_annex import pages_of

    assert pages_of(render(good_plan(), template)) == ["portrait"]
    assert pages_of(render(replace(good_plan(), annexes=(good_annex(),)), template)) == ["portrait", "landscape"]


def test_a_restyled_template_is_used_as_it_is(changed):
    old = '<w:name w:val="KH Trích yếu"/>'
    template = changed((old, old.replace("Trích yếu", "Tên kế hoạch")), name="word/styles.xml")
    draft = render(good_plan(), template)
    assert texts_in(draft, "KH Tên kế hoạch")
    assert texts_in(draft, "KH Trích yếu") == []
