"""A table that a template has in several places stands once in what is compiled, and says what it said."""

import pytest

from kegen.template.fill import environment
from kegen.template.sharing import share_tables

TABLE = "<w:tbl>{% for row in p.rows %}<w:tr>{{ row }}{{ note }}</w:tr>{% endfor %}</w:tbl>"
TWICE = (
    "<w:body>{% for p in body %}" + TABLE + "{% endfor %}<w:p/>{% for p in annexes %}" + TABLE + "{% endfor %}</w:body>"
)
VALUES = {"body": [{"rows": ["một", "hai"]}], "annexes": [{"rows": ["ba"]}, {"rows": []}]}


def filled(source, **values):
    return environment().bounded(source).render({**VALUES, **values})


def test_equal_tables_stand_once_and_print_the_same():
    shared = share_tables(TWICE.replace("{{ note }}", "{{ number }}"))
    assert shared.count("<w:tbl>") == 1
    assert filled(shared, number="15") == filled(TWICE.replace("{{ note }}", "{{ number }}"), number="15")


@pytest.mark.parametrize(
    "source",
    [
        TABLE,
        TWICE.replace("<w:tbl>", "<w:tbl>{{ loop.index }}"),
        "<w:tbl><w:tr/></w:tbl>" * 2,
    ],
    ids=["one table", "counted by the loop around it", "nothing to fill"],
)
def test_other_tables_stay_as_they_are(source):
    assert share_tables(source) == source
