"""What is made from the code is fresh, and every example in a field can be typed as it stands."""

import importlib.util
import re
from pathlib import Path

import pytest

from kegen.profile.model import Profile
from kegen.source.build import build
from kegen.source.record import Record
from kegen.source.text import SourceText
from kegen.source.tree import parse_tree

ROOT = Path(__file__).parents[2]


def load_script():
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "docs" / "make_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = load_script()
RECORDS = [record for _, record in MAKE._records(Profile, "Hồ sơ")]
FIELDS = [(record, name) for record in RECORDS for name in record.fields]


def test_every_made_file_is_what_would_be_made_now():
    assert MAKE.stale() == []


def test_a_stale_file_is_told(monkeypatch):
    monkeypatch.setitem(MAKE.MADE, "docs/ho-so.md", lambda: "khác")
    assert MAKE.stale() == ["docs/ho-so.md"]


def test_every_group_of_keys_is_looked_at():
    assert len(RECORDS) >= 14
    assert len(FIELDS) >= 80


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=[f"{r.__name__}.{n}" for r, n in FIELDS])
def test_a_field_says_what_it_is_and_its_example_can_be_typed(record, name):
    field = record.fields[name]
    assert field.title
    assert field.description.endswith(".")
    tree = parse_tree(SourceText("ví dụ", f"{name}: {field.examples[0]}\n"))

    class Alone(Record):
        pass

    Alone.fields = {name: field}
    Alone.__annotations__ = {name: record.__annotations__[name]}
    Alone.__module__ = record.__module__
    assert build(Alone, tree.plain()) is not None


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", *(str(p.relative_to(ROOT)) for p in (ROOT / "docs").rglob("*.md"))]
)
def test_no_link_of_a_page_is_dead(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)|src=\"([^\"]+)\"", text)
    for link in (a or b for a, b in links):
        assert ((ROOT / page).parent / link).exists(), link
