"""A template takes bounded time and memory, and whatever it raises is told in a sentence."""

import time

import pytest

from kegen.template import bounds
from kegen.template.render import render

from .plans import good_plan
from .reading import paragraphs, problems

DOUBLED = "{% set ns = namespace(x=START) %}{% for i in range(60) %}{% set ns.x = STEP %}{% endfor %}{{ ns.x }}"


@pytest.fixture
def narrow(monkeypatch):
    """Bounds that are reached in a thirtieth of the time."""
    monkeypatch.setattr(bounds, "_MOST", bounds._MOST // 30)


def doubled(start, step):
    return DOUBLED.replace("START", start).replace("STEP", step)


def with_tag(changed, tag):
    text = tag.replace("&", "&amp;").replace("<", "&lt;")
    return changed(("<w:body>", f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))


@pytest.mark.heavy
@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize(
    "tag",
    [
        "{{ 'a' * 3000000000 }}",
        "{{ [0] * 3000000000 }}",
        "{{ (9**9)**(9**8) }}",
        "{{ 10**5000 }}",
        "{{ ('a '*9999999)|wordwrap(1) }}",
        "{{ ('<>'*900000)|striptags }}",
        "{{ 'a'|center(1000000000) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ ('x'|safe).ljust(1000000000) }}",
        "{{ 'a'|indent(1000000000, true) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%*d' % (999999999, 1) }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ '{:{}}'.format(1, 999999999) }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ ['a']|map('center', 1000000000)|list }}",
        "{{ (1).to_bytes(999999999, 'big') }}",
        "{{ 1|round(999999999, 'ceil') }}",
        "{{ range(99999)|map('string')|join('a' * 90000) }}",
        "{{ ('a' * 90000).join(range(99999)|map('string')) }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}" + "chữ " * 3000 + "{% endfor %}",
        "{% set z %}{% for a in range(99999) %}" + "chữ " * 3000 + "{% endfor %}{% endset %}",
        "{% set s = 'ab' * 900000 %}{% for a in range(99999) %}{% if 'zz' in s %}{% endif %}{% endfor %}",
        "{% macro m(x) %}{% if x %}{{ m(x-1) }}{{ m(x-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        doubled("'a'", "ns.x ~ ns.x"),
        doubled("'a'", "ns.x + ns.x"),
        doubled("[1]", "[ns.x, ns.x]"),
        doubled("'a'", "'%s%s' % (ns.x, ns.x)"),
        doubled("3", "ns.x * ns.x"),
        "{% set a = [] %}{% if a.append(a) %}{% endif %}{{ a }}",
    ],
)
def test_what_has_no_end_is_refused_soon(changed, tag):
    start = time.process_time()
    ((kind, message),) = problems(with_tag(changed, tag))
    assert kind == "mau-cu-phap"
    assert message.startswith("mẫu không điền được (")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "tag",
    [
        "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% for a in range(2) %}" * 30 + "x" + "{% endfor %}" * 30,
        "{{ '1e999'|float|int }}",
        "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}",
        "{{ " + "1+" * 5000 + "1 }}",
        "{{ 1 / 0 }}",
        "{{ 2.0 ** 99999 }}",
        "{{ 'a'.encode('zz') }}",
        "{{ {[1]: 2} }}",
        "{{ () < 1 }}",
        "{{ range(1, 2, 0) }}",
        "{% include 'x' %}",
        "{{ cycler() }}",
        "{{ '\\ud800' }}",
        "{{ 1 }}" * 5001,
        "{{ " * 50,
        "{%p " * 50,
    ],
)
def test_whatever_a_template_raises_is_told_in_a_sentence(changed, tag):
    ((kind, message),) = problems(with_tag(changed, tag))
    assert kind == "mau-cu-phap"
    assert len(message) < 400


def test_a_note_with_an_id_that_is_no_number_is_told(changed):
    ((kind, _),) = problems(changed(("<w:footnote ", '<w:footnote w:id="x"/><w:footnote '), name="word/footnotes.xml"))
    assert kind == "mau-cu-phap"


def test_what_only_this_plan_makes_a_template_raise_is_told_too(changed):
    tag = "{% if title[0] == 'Đ' %}{{ 1 / 0 }}{% endif %}"
    ((kind, message),) = problems(with_tag(changed, tag))
    assert kind == "mau-cu-phap"
    assert "division by zero" in message


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{% for i in range(3) %}{{ i }},{% endfor %}", "0,1,2,"),
        ("{{ '=' * 5 }}", "====="),
        ("{{ 2**10 }} {{ 7 % 3 }} {{ 7 // 2 }} {{ 1 + 2 * 3 }}", "1024 1 3 7"),
        ("{{ '%02d' % 7 }} {{ '%5.1f'|format(2.25) }} {{ '{:>4}'.format(1) }}", "07   2.2    1"),
        ("{{ 'a'|center(5) }}{{ 'b'.ljust(3) }}|", "  a  b  |"),
        ("{{ issuer|join(', ') }}", "ỦY BAN NHÂN DÂN, XÃ GIA KIỆM"),
        ("{{ body|selectattr('kind', 'equalto', 'muc')|list|length }}", "2"),
        ("{% set ns = namespace(n=0) %}{% for p in body %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}", "10"),
        (
            "{% for p in body %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %} {% endif %}{% endfor %}",
            "10/10",
        ),
        ("{% set xs = [] %}{% for i in (1, 2) %}{% if xs.append(i) %}{% endif %}{% endfor %}{{ xs }}", "[1, 2]"),
        ("{% macro m(x) %}{% if x %}{{ x }}{{ m(x - 1) }}{% endif %}{% endmacro %}{{ m(3) }}", "321"),
        ("{% for x in [[1, [2]]] recursive %}{{ x[0] }}{% endfor %}", "1"),
        ("{{ 'muc' in ('muc', 'khoan') }} {{ {'a': 1}['a'] }} {{ 'x' ~ 1 }}", "True 1 x1"),
        ("{{ title|wordwrap(20)|length > 5 }}", "True"),
        ("{{ line_title|string|length > 3 }}{{ (line_title / 36000)|round(1) > 1 }}", "TrueTrue"),
    ],
)
def test_what_templates_use_works_within_the_bounds(changed, tag, shown):
    draft = render(good_plan(), with_tag(changed, tag))
    assert shown in paragraphs(draft)[0][1]


@pytest.mark.heavy
def test_a_plan_of_thousands_of_paragraphs_is_within_the_bounds(changed):
    plan = good_plan()._replace(body=good_plan().body * 500)
    assert render(plan, changed()) == render(plan)


@pytest.mark.heavy
def test_asking_all_paragraphs_at_each_paragraph_is_within_the_bounds(changed):
    tag = "{% for p in body %}{% if body|selectattr('kind', 'equalto', p.kind)|list %}{% endif %}{% endfor %}"
    plan = good_plan()._replace(body=good_plan().body * 20)
    assert render(plan, with_tag(changed, tag))
