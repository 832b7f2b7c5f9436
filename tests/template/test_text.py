"""Text comes out of a draft as it went in."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.sandbox import SecurityError

from kegen.template.context import Line
from kegen.template.fill import NOT_IN_XML, environment
from kegen.template.render import render

from .plans import good_plan, replace, with_text
from .reading import W, part, texts_in


@pytest.mark.parametrize(
    "text",
    [
        "Sở KH&CN, Sở NN&MT < 5 > 3, \"trích\" và 'dẫn'",
        "{{ number }} {% if x %} {# y #} }} %}",
        "<w:t>thẻ</w:t>",
        "hai  dấu cách   và cuối ",
        " đầu dòng",
        "tab\tgiữa\nvà dòng mới",
        "{_{ không phải thẻ }_}",
        "&amp; &lt;",
    ],
)
def test_a_text_comes_out_whole(text):
    assert texts_in(render(with_text(text)), "KH Đoạn")[-1] == text


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_any_text_xml_can_hold_comes_out_whole(text):
    kept = re.sub(NOT_IN_XML, "", text).replace("\u00a0", " ").replace("\u2011", "-")
    assert texts_in(render(with_text(text)), "KH Đoạn")[-1] == kept


def test_a_control_character_is_left_out_and_the_rest_stays():
    for strange in ("\x00", "\x0b", "\x1f", "\r", "\ufffe", "\uffff", "\ud800"):
        assert texts_in(render(with_text(f"a{strange}b\u2028c đ")), "KH Đoạn")[-1] == "ab\u2028c đ"


def test_every_run_keeps_its_blanks():
    space = "{http://www.w3.org/XML/1998/namespace}space"
    runs = list(part(render(good_plan())).iter(f"{W}t"))
    assert len(runs) > 20
    assert {t.get(space) for t in runs} == {"preserve"}


def test_the_blanks_of_a_number_not_known_yet_stay():
    plan = good_plan()
    plan = replace(plan, header=replace(plan.header, number="Số:        /KH-UBND"))
    assert texts_in(render(plan), "KH Số ký hiệu") == ["Số:        /KH-UBND"]


def test_no_tag_is_left_in_a_draft():
    draft = render(good_plan())
    for name in ("word/document.xml", "word/header1.xml", "word/footnotes.xml"):
        assert "{" not in "".join(part(draft, name).itertext())
    assert texts_in(draft, "KH Thẻ Jinja") == []


def test_signs_that_word_has_elements_for_become_those_and_the_rest_is_escaped():
    assert environment().from_string("{{ a }}").render(a="x\ny\t<&>\"'\u2011") == (
        'x</w:t><w:br/><w:t xml:space="preserve">y</w:t><w:tab/><w:t xml:space="preserve">&lt;&amp;&gt;&#34;&#39;'
        '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
    )


@pytest.mark.parametrize("name", ["p.__class__", "p._replace", "p._fields", "p.text.__class__"])
def test_the_sandbox_shows_the_fields_of_a_value_and_nothing_of_python(name):
    line = Line("doan", "một", last=False, pieces=())
    assert environment().from_string("{{ p.text }}").render(p=line) == "một"
    with pytest.raises(SecurityError):
        environment().from_string(f"{{{{ {name} }}}}").render(p=line)
