"""A plan that kegen drafted comes back from its .docx as it was, and from its file as it was read."""

import pytest

from kegen.docx.read import read_document
from kegen.importing.plan_file import plan_text
from kegen.importing.read import read_plan
from kegen.plan.model import Source
from kegen.plan.resolve import resolve
from kegen.plan.saved import parse_plan
from kegen.profile.read import load
from kegen.shipped import profiles_folder
from kegen.template.render import render
from tests.importing.papers import END, plan

NAMES = ("xa-nhu-khe", "phuong-le-chan", "tinh-an-giang", "mau-so")
BLANK_NAME = "……………………"


@pytest.fixture(scope="module", params=NAMES)
def both(request):
    """Return a plan as it was drafted, and as it was read from its .docx."""
    drafted = resolve(load(profiles_folder() / f"{request.param}.yaml"))
    document = read_document(render(drafted))
    return drafted, read_plan(document, Source(request.param, "0", "docx"))


def said(paragraphs):
    return [(each.kind, each.text.replace("\u00a0", " ").replace("\u2011", "-")) for each in paragraphs]


def test_every_paragraph_comes_back_as_what_it_is(both):
    drafted, found = both
    for part in ("opening", "body", "closing"):
        assert said(getattr(found, part)) == said(getattr(drafted, part))


def test_head_and_end_come_back(both):
    drafted, found = both
    for field in ("header", "kind", "title", "recipients", "issued", "unit_name"):
        assert getattr(found, field) == getattr(drafted, field)
    name = drafted.signature.name
    assert found.signature == drafted.signature._replace(name="" if name == BLANK_NAME else name)
    for field in ("level", "unit", "province", "symbol", "issuer"):
        assert getattr(found.standing, field) == getattr(drafted.standing, field)


def test_the_chain_comes_back(both):
    drafted, found = both
    assert [each[1:6] for each in found.standing.chain] == [each[1:6] for each in drafted.standing.chain]


def test_the_file_reads_back_as_what_was_written(both):
    text = plan_text(both[1])
    assert parse_plan(text.encode(), "x.plan.yaml").plan == both[1]
    assert text.startswith("# ")


def test_odd_words_read_back_too():
    odd = [
        "*I. VIỆC: “KHÓ”",
        "- # không phải: chú thích",
        "- 'nháy' và \"nháy kép\" \\ {a: b} [c] | > & * ! % @ `",
        "- 007",
    ]
    found = plan(*odd, end=(("Nơi nhận:", "- yes;", "- null;", "- Lưu: VT."), END[1]))
    assert parse_plan(plan_text(found).encode(), "x.plan.yaml").plan == found
