"""A program gives what Jinja gives: for sources of any make, for the shipped form, for every wording of the packs."""

import itertools
from typing import NamedTuple, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import kegen
from kegen.jinja.filler import filler, filler_or
from kegen.jinja.reduce import reduced
from kegen.pack import wordings
from kegen.pack.check import FACTS
from kegen.pack.read import pack_names, read_pack_folder
from kegen.plan import wording
from kegen.profile.unit import Level
from kegen.shipped import profiles_folder, templates_folder
from kegen.template import fill, render
from kegen.template.cache import prepared_template
from kegen.template.prepared import Source
from kegen.template.show import show

PROFILES = sorted(profiles_folder().glob("*.yaml"))
PACKS = {name: read_pack_folder(templates_folder() / name) for name in pack_names()}


class Row(NamedTuple):
    text: str
    kind: str
    note: int
    parts: tuple["Row", ...] = ()


texts = st.text(st.sampled_from("aß đ&<>\"'\n\t\u2011\x07{}%"), max_size=6)
rows = st.builds(Row, texts, st.sampled_from(["muc", "doan"]), st.integers(0, 2))
rows = st.builds(Row, texts, st.sampled_from(["muc", "doan"]), st.integers(0, 2), st.lists(rows, max_size=2).map(tuple))
lists = st.lists(rows, max_size=3).map(tuple)
values = st.one_of(st.none(), st.booleans(), st.integers(-2, 2), texts, rows)
worlds = st.fixed_dictionaries({"a": values, "p": rows, "rows": lists}, optional={"b": values, "loop": values})


def mostly(*usual, seldom):
    """Draw what the language has, and one time in eight what it may lack."""
    return st.integers(0, 7).flatmap(lambda at: seldom if at == 0 else st.one_of(usual))


paths = mostly(
    st.sampled_from(["a", "b", "p", "p.text", "p.kind", "p.note", "rows"]),
    seldom=st.sampled_from(["q", "p.q", "loop.last", "loop.index", "a.count", "p._fields", "range", "p.parts"]),
)
lists_of = mostly(st.sampled_from(["rows", "p.parts"]), seldom=st.sampled_from(["a", "p", "q", "rows[:1]"]))
constants = st.sampled_from(["'muc'", "'doan'", "0", "1", "none", "true", "1.5"])
tests = st.sampled_from(
    ["p.kind == 'muc'", "a == 'muc'", "p.note > 0", "loop.last", "not a", "p.note + 1 == 2", "said('x')"]
)


def deeper(inner):
    return mostly(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("(not {})".format, inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("({} {} {})".format, inner, st.sampled_from(["==", "!="]), inner),
        st.builds("({} {} {})".format, inner, st.sampled_from(["<", ">=", "+"]), constants),
        st.builds("({} in ({}, {}))".format, inner, constants, constants),
        st.builds("({} not in [{}])".format, inner, constants),
        st.builds("said({})".format, constants),
        seldom=st.one_of(
            st.builds("({} if {})".format, inner, inner),
            st.builds("({} {} {})".format, inner, st.sampled_from(["~", "-", "in"]), inner),
            st.builds("{}|{}".format, inner, st.sampled_from(["upper", "string", "default('x')"])),
            st.builds("({} is {})".format, inner, st.sampled_from(["defined", "none"])),
            st.builds("{}({})".format, st.sampled_from(["range", "p.text", "a"]), constants),
            st.builds("{}[{}]".format, inner, st.sampled_from(["0", "'text'"])),
        ),
    )


expressions = st.recursive(st.one_of(paths, paths, tests, constants), deeper, max_leaves=4)
targets = mostly(st.sampled_from(["p", "p", "a"]), seldom=st.sampled_from(["a, b", "loop", "p, q, r, s"]))
plain = st.text(st.sampled_from("a <&\n"), max_size=4)
pieces = st.one_of(plain, st.builds("{{{{ {} }}}}".format, paths), st.builds("{{{{- {} -}}}}".format, expressions))


def nested(inner):
    body = st.lists(inner, max_size=3).map("".join)
    choice = "{{% if {} -%}}{}{{% elif {} %}} {}{{% else %}}{}{{% endif %}}"
    kinds = "{{% if {} %}}{}" + "{{% elif p.kind == '{}' %}}{}" * 3 + "{{% else %}}{}{{% endif %}}"
    kind = st.sampled_from(["muc", "doan", "khoan"])
    loop = st.builds("{{% for {} in {} %}}{}{{% endfor %}}".format, targets, lists_of, body)
    return mostly(
        st.builds("{{% if {} %}}{}{{% endif %}}".format, expressions, body),
        st.builds(choice.format, expressions, body, expressions, body, body),
        st.builds(kinds.format, tests, body, *[kind, body] * 3, body),
        loop,
        loop,
        seldom=st.one_of(
            st.builds("{{% for {} in {} %}}{}{{% else %}}{}{{% endfor %}}".format, targets, paths, body, body),
            st.builds("{{% set {} = {} %}}{}".format, st.sampled_from("ap"), expressions, body),
            st.builds("{{% macro said(x) %}}{}{{{{ x }}}}{{% endmacro %}}".format, body),
        ),
    )


sources = st.lists(st.recursive(pieces, nested, max_leaves=6), min_size=1, max_size=3).map("".join)


def outcome(run, values):
    """Return the text, or the kind of error."""
    try:
        return run(values)
    except Exception as error:  # noqa: BLE001 - whatever Jinja raises
        return type(error).__name__


def both(environment, shown, source, values):
    """Return what the program (with Jinja behind it) and Jinja alone come to."""
    parsed = environment.parse(source)
    program = reduced(parsed)
    by_jinja = environment.from_string(source).render
    ours = by_jinja if program is None else filler_or(program, shown, by_jinja)
    return outcome(ours, dict(values)), outcome(by_jinja, dict(values))


def compilable(environment, source):
    try:
        environment.from_string(source)
    except Exception:  # noqa: BLE001 - Jinja's own business: what cannot be read is told before there is a program
        return False
    return True


@settings(max_examples=400, deadline=None)
@given(sources, worlds, st.booleans())
@example("{% for p in a %}{% for q in p.parts %}{{ loop.last }}{% endfor %}{{ loop.last }}{% endfor %}", {}, True)
@example("{% for p in a %}{{ p.text }}{% endfor %}{{ p }}", {"a": (Row("<", "doan", 1),)}, True)
@example("{{ p.text + 'x' }}{{ '<' }}", {"p": Row("&", "doan", 1)}, True)
@example("{{ '<' if a else '>' }}", {"a": 1}, True)
def test_any_source_gives_what_jinja_gives(source, values, escaping):
    environment, shown = (fill.environment(), show) if escaping else (wordings._environment(), str)
    if compilable(environment, source):
        said = {"said": "«{}»".format, **values}
        ours, theirs = both(environment, shown, source, said)
        assert ours == theirs


@pytest.mark.parametrize(
    "source",
    [
        "{{ a|upper }}",
        "{% set a = 1 %}{{ a }}",
        "{{ a['b'] }}",
        "{{ a[0] }}",
        "{{ a.b() }}",
        "{{ a._b }}",
        "{{ a.append }}",
        "{% for a in b if a %}{% endfor %}",
        "{% for a in b %}{% else %}x{% endfor %}",
        "{% for a in b recursive %}{% endfor %}",
        "{% for a in b %}{{ loop.cycle('x') }}{% endfor %}",
        "{{ loop.last }}",
        "{{ range(3) }}",
        "{{ a is defined }}",
        "{{ f(a) }}",
        "{{ f(*a) }}",
        "{{ f(x=a) }}",
        "{{ a if b }}",
        "{{ a in b }}",
        "{{ 1 < a < 3 }}",
        "{{ 'x' }}",
        "{{ a ~ b }}",
        "{% include 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{% filter upper %}{% endfilter %}",
        "{{ " + "not " * 60 + "a }}",
    ],
)
def test_what_the_language_lacks_is_left_to_jinja(source):
    assert reduced(wordings._environment().parse(source)) is None


def test_the_shipped_form_needs_no_jinja():
    prepared = prepared_template((templates_folder() / "ke-hoach.docx").read_bytes(), "mau")
    parts = [part for part in prepared.parts if isinstance(part, Source)]
    assert {part.name for part in parts} == {"word/document.xml", "word/footnotes.xml", "docProps/core.xml"}
    assert all(form.program is not None for part in parts for form in (part.plain, part.noted))


@pytest.fixture
def jinja_alone(monkeypatch):
    """Let Jinja itself fill everything, from now on."""

    def switch():
        render._ready.cache_clear()
        monkeypatch.setattr(render, "fill_of", lambda form: fill.fill_of(form._replace(program=None)))
        monkeypatch.setattr(wording, "_fill", lambda _, text: wordings.fill_of(text, None))

    yield switch
    render._ready.cache_clear()


def drafts():
    """Yield every shipped profile's plan with and without annex, with and without footnotes."""
    for path, annexed in itertools.product(PROFILES, (True, False)):
        loaded = kegen.load(path)
        plan = kegen.resolve(loaded._replace(profile=loaded.profile.model_copy(update={"annex": annexed})))
        body = tuple(p._replace(notes=()) for p in plan.body)
        noted = (body[0]._replace(notes=(kegen_note(1), kegen_note(3))), *body[1:])
        yield from (plan._replace(body=body), plan._replace(body=noted))


def kegen_note(offset):
    from kegen.plan.model import Note

    return Note(offset, "Chú <thích> & 'nháy'")


def test_programs_and_jinja_give_the_same_plans_and_the_same_bytes(jinja_alone):
    ours = [(plan, kegen.render(plan)) for plan in drafts()]
    jinja_alone()
    assert [(plan, kegen.render(plan)) for plan in drafts()] == ours
    assert len(ours) == 4 * len(PROFILES)


@pytest.mark.parametrize("name", PACKS)
def test_every_wording_of_a_pack_has_a_program(name):
    loaded = PACKS[name]
    texts = {" ".join(each.text.split()) for each in wordings.wordings(loaded.tree.root)}
    assert texts == set(loaded.programs)
    assert texts


@pytest.mark.parametrize("level", get_args(Level))
@pytest.mark.parametrize("name", PACKS)
def test_every_wording_of_a_pack_gives_what_jinja_gives_at_every_level(name, level):
    pack, programs, _ = PACKS[name]
    functions = {"cite": lambda d, later="": f"[{d} {later}]", "office": "({})".format, "target": "<{}>".format}
    names = {each: f"«{each}»" for each in (*FACTS, *pack.terms)} | {"level": level, **functions}
    for tier, day in itertools.product(("cap-tinh", "cap-xa", "so"), (None, "05/6")):
        known = {**names, "tier": tier, "half_year": day, "year_end": day, "deadline": day}
        for text, program in programs.items():
            expected = wordings._environment().from_string(text).render(known)
            assert filler(program, str)(known) == expected


def test_an_unknown_name_is_told_as_jinja_tells_it():
    program = reduced(wordings._environment().parse("{{ cite('x') }} {{ committe }}"))
    with pytest.raises(wordings.Unfilled, match=r"^'committe' is undefined$"):
        wordings.fill_of("{{ committe }}", program)({"cite": str})


def test_a_value_printed_is_shown_as_the_form_needs_it():
    source = "{{ a }}"
    values = {"a": "x\ny\t<&>\"'\u2011"}
    ours, theirs = both(fill.environment(), show, source, values)
    assert ours == theirs == (
        'x</w:t><w:br/><w:t xml:space="preserve">y</w:t><w:tab/><w:t xml:space="preserve">&lt;&amp;&gt;&#34;&#39;'
        '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
    )  # fmt: skip
