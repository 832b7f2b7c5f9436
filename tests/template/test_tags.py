"""Tags where Word or an officer put them: in tracked changes, links, fields, attributes, with % and } inside."""

import pytest

from kegen.template.render import render

from .plans import good_plan, replace
from .reading import W, paragraphs, part, problems

BY = 'w:author="A" w:date="2026-05-01T00:00:00Z"'
TITLE = '<w:r><w:t xml:space="preserve">{{ title }}</w:t></w:r>'
SIGNER = '<w:r><w:t xml:space="preserve">{{ signer }}</w:t></w:r>'


def run(text, name="t"):
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def deleted(text):
    return f'<w:del w:id="902" {BY}>{run(text, "delText")}</w:del>'


def inserted(text):
    return f'<w:ins w:id="903" {BY}>{run(text)}</w:ins>'


def has(draft, text):
    return any(text in shown for _, shown in paragraphs(draft))


@pytest.mark.parametrize(
    "title",
    [
        deleted("{{ title }}") + inserted("{{ title }}"),
        deleted("{{ titel") + inserted("{{ title }}"),
        deleted("{{ ten_cu }}") + TITLE,
        deleted("{%p if ten_cu %}") + TITLE,
        f'<w:moveFrom w:id="8" {BY}>{TITLE}</w:moveFrom><w:moveTo w:id="9" {BY}>{TITLE}</w:moveTo>',
    ],
)
def test_a_tag_in_deleted_text_is_not_in_the_document(changed, title):
    draft = render(good_plan(), changed((TITLE, title)))
    assert len([text for _, text in paragraphs(draft) if text.startswith("Đổi mới")]) == 1
    assert not list(part(draft).iter(f"{W}delText"))


def test_a_deleted_tag_does_not_stand_for_its_name(changed):
    template = changed((SIGNER, deleted("{{ signer }}") + inserted("Nguyễn Văn Cũ")))
    assert problems(template) == [("mau-thieu-ten", "mẫu thiếu {{ signer }}")]


def test_a_deleted_sample_reference_is_not_in_the_document(changed):
    mark = '<w:footnoteReference w:id="1"/>'
    template = changed((mark, f'</w:r><w:del w:id="7" {BY}><w:r>{mark}</w:r></w:del><w:r>'))
    assert "số chú thích mẫu" in problems(template)[0][1]


def test_a_deletion_without_tags_stays(changed):
    draft = render(good_plan(), changed((TITLE, deleted("chữ cũ") + TITLE)))
    assert [e.text for e in part(draft).iter(f"{W}delText")] == ["chữ cũ"]


@pytest.mark.parametrize(
    "title",
    [
        run("{{ ti") + inserted("tle }}"),
        run("{{ t") + inserted("itle ") + run("}}"),
        inserted("{{ ti") + run("tle }} "),
        run("{") + inserted("{ title }}"),
        run("{{ ") + deleted("titel") + inserted("title") + run(" }}"),
        f'{run("{{ ti")}<w:hyperlink w:anchor="x">{run("tle }}")}</w:hyperlink>',
        f"{run('{{ ti')}<w:sdt><w:sdtContent>{run('tle }}')}</w:sdtContent></w:sdt>",
    ],
)
def test_a_tag_across_a_tracked_change_or_a_link_is_read(changed, title):
    assert has(render(good_plan(), changed((TITLE, title))), "Đổi mới phương thức")


def test_a_tag_of_a_paragraph_across_a_tracked_change_is_read(changed):
    template = changed((run("{%p if parent %}"), run("{%p if ") + inserted("parent %}")))
    assert render(good_plan(), template) == render(good_plan())


@pytest.mark.parametrize(
    ("condition", "shown"),
    [("5 % 2 == 1", True), ("4 % 2 == 1", False), ("{'a': {'b': 1}}['a']['b']", True), ("'%d' % 1 == '1'", True)],
)
def test_signs_inside_the_tag_of_a_paragraph_are_read(changed, condition, shown):
    before = '<w:p><w:pPr><w:pStyle w:val="KHTrichYeu"/></w:pPr>'
    more = f"<w:p>{run(f'{{%p if {condition} %}}')}</w:p><w:p>{run('thêm')}</w:p><w:p>{run('{%p endif %}')}</w:p>"
    assert has(render(good_plan(), changed((before, more + before))), "thêm") is shown


MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FIELD = '<w:r><w:instrText>TITLE "{{ title }}{{ parent }}"</w:instrText></w:r>'
FORMULA = f'<m:oMath xmlns:m="{MATHS}"><m:r><m:t>{{{{ title }}}}{{{{ parent }}}}</m:t></m:r></m:oMath>'
CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="{{ title }}{{ parent }}"/></w:sdtPr><w:sdtContent/></w:sdt>'


@pytest.mark.parametrize("more", [FIELD, FORMULA, CONTROL])
def test_a_value_where_no_text_runs_is_one_plain_line(changed, more):
    plan = replace(good_plan(), title="Kế hoạch\nthực hiện 226-KL/TW <&> \"a\" 'b'\t\u2011\x01")
    draft = render(plan, changed((TITLE, TITLE + more)))
    assert has(draft, "Kế hoạch\nthực hiện")
    assert not list(part(draft).iter("{*}instrText/{*}br"))


def test_a_value_that_breaks_the_file_is_refused_at_the_draft(changed):
    spoilt = "{{ '&lt;/w:p&gt;'|safe if title[0] == 'Đ' else '' }}"
    ((kind, message),) = problems(changed((TITLE, TITLE + run(spoilt))))
    assert kind == "mau-cu-phap"
    assert "word/document.xml, ngay sau “" in message
