"""What is made from the code is fresh, every example in a field can be typed as it stands, pages name what there is."""

import json
import re
import sys
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import kegen
from kegen.check.rules import all_rules
from kegen.problem import Invalid
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.shipped import profiles_folder
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import SourceText, read_text
from kegen.yaml_text.tree import parse_tree

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs"))

import make_docs  # noqa: E402 - a script beside the pages, not a part of kegen
from check_rules import rules_page  # noqa: E402
from json_schema import fits  # noqa: E402
from pack_ids import pack_page  # noqa: E402
from profile_keys import allowed, groups  # noqa: E402

SCHEMA = json.loads((ROOT / "schema" / "profile.schema.json").read_text(encoding="utf-8"))
RECORDS = [group.record for group in groups()]
FIELDS = [(record, name) for record in RECORDS for name in record.model_fields]
IDS = [f"{record.__name__}.{name}" for record, name in FIELDS]
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "templates/qd-534/README.md", "bench/README.md"]
PAGES += [str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", make_docs.MADE)
def test_a_made_file_is_what_would_be_made_now(name):
    assert name not in make_docs.stale(), f"{name} is stale; run: python docs/make_docs.py"


def test_a_stale_file_is_told_and_check_writes_nothing(monkeypatch, capsys):
    monkeypatch.setitem(make_docs.MADE, "docs/ho-so.md", lambda: "khác")
    assert make_docs.main(["--check"]) == 1
    assert "docs/ho-so.md is stale" in capsys.readouterr().out
    assert (ROOT / "docs" / "ho-so.md").read_text(encoding="utf-8") != "khác"


def test_every_group_of_keys_is_looked_at():
    assert RECORDS[0] is Profile
    assert len(RECORDS) >= 14
    assert len(FIELDS) >= 80


def taken(field, value):
    """Return what the field makes of a value; raises ValueError where it takes none such."""
    return TypeAdapter(field.rebuild_annotation()).validate_python(value)


def typed(name, value):
    return parse_tree(SourceText("ví dụ", f"{name}: {value}\n")).plain()


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=IDS)
def test_a_field_says_what_it_is_and_its_examples_can_be_typed(record, name):
    field = record.model_fields[name]
    assert field.title
    assert field.description.endswith(".")
    assert field.examples
    for example in field.examples:
        values = typed(name, example)
        assert taken(field, values[name]) is not None
        assert fits(values[name], property_of(record, name), SCHEMA), "the schema refuses what kegen takes"


CLOSED = [(r, n) for r, n in FIELDS if "chữ" not in allowed(r.model_fields[n].rebuild_annotation()).words]


@pytest.mark.parametrize(("record", "name"), CLOSED, ids=[f"{r.__name__}.{n}" for r, n in CLOSED])
def test_a_field_that_is_no_free_text_refuses_one_and_so_does_the_schema(record, name):
    field, values = record.model_fields[name], typed(name, "Điều gì khác?")
    with pytest.raises(ValueError):  # noqa: PT011 - each kind of field has its own words
        taken(field, values[name])
    if allowed(field.rebuild_annotation()).words != ("ngày",):  # dates are read in more ways than a pattern tells
        assert not fits(values[name], property_of(record, name), SCHEMA)


PROFILES = sorted(profiles_folder().glob("*.yaml"))


@pytest.mark.parametrize("path", PROFILES, ids=[path.stem for path in PROFILES])
def test_the_schema_takes_every_shipped_profile(path):
    assert fits(parse_tree(read_text(path)).plain(), SCHEMA, SCHEMA)


@pytest.mark.parametrize(
    "wrong",
    [
        "{}",
        "unit: {level: huyen, name: Lâm Bình}",
        "unit: {level: xa}",
        "unit: {level: xa, name: Nhữ Khê, ten: Nhữ Khê}",
        "unit: {level: xa, name: Nhữ Khê}\nrecipients: {thêm: [Công an xã]}",
        "unit: {level: xa, name: Nhữ Khê}\ntasks: {hh-lich-hop: {chu-tri: van-phong}}",
    ],
)
def test_the_schema_refuses(wrong):
    assert not fits(parse_tree(SourceText("sai", wrong + "\n")).plain(), SCHEMA, SCHEMA)


def property_of(record, name):
    home = SCHEMA if record is Profile else SCHEMA["$defs"][record.__name__]
    return home["properties"][name]


def test_the_pack_page_has_every_id(qd_534):
    page = pack_page(make_docs.PACK)
    names = [*qd_534.roles, *qd_534.terms, *qd_534.targets, *qd_534.documents, *(r.id for r in qd_534.recipients)]
    names += [each.id for section in qd_534.sections for each in walk(section)]
    assert len(names) > 100
    assert [name for name in names if f"`{name}`" not in page] == []


def test_the_rules_page_has_every_rule_once():
    page = rules_page()
    assert [rule.id for rule in all_rules() if page.count(f"\n### {rule.id}\n") != 1] == []


def walk(section):
    yield section
    yield from section.tasks
    for inner in section.sections:
        yield from walk(inner)


@pytest.fixture
def qd_534():
    from kegen.pack.find import find_pack
    from kegen.pack.read import read_pack

    return read_pack(find_pack("qd-534")).pack


def readme(fence):
    return re.search(rf"```{fence}\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)[1]


def test_the_profile_in_the_readme_is_a_plan_with_nothing_to_tell_but_number_and_date():
    plan = resolve_text(readme("yaml"))
    assert plan.warnings == ()
    assert [each.id for each in plan.left_out] == ["kp-du-toan"]
    assert len(plan.blanks) == 2


def test_the_problem_in_the_readme_is_what_kegen_says():
    with pytest.raises(Invalid) as told:
        resolve_text(readme("yaml").replace("04/5/2026", "31/2/2026"))
    assert f"    {told.value}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def resolve_text(text):
    tree = parse_tree(SourceText("xa-minh.yaml", text))
    read = read_record(Profile, tree)
    return kegen.resolve(Loaded(Path("xa-minh.yaml"), read.value, tree, read.problems))


@pytest.mark.parametrize("page", PAGES)
def test_no_link_of_a_page_is_dead(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)|src=\"([^\"]+)\"", text)
    for link in (a or b for a, b in links):
        assert ((ROOT / page).parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_only_files_that_are_there(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    folders = r"kegen|templates|profiles|tests|docs|schema|bench|\.ci"
    for name in re.findall(rf"`((?:{folders})/[\w./-]+)`", text):
        assert (ROOT / name).exists(), name


def test_the_glossary_names_what_is_in_the_code():
    files = [*(ROOT / "kegen").rglob("*.py"), *make_docs.PACK.glob("*.yaml")]
    known = set(re.findall(r"[\w-]+", "\n".join(path.read_text(encoding="utf-8") for path in files)))
    glossary = (ROOT / "docs" / "thuat-ngu.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| [^|]+ \| ([^|]+) \|", glossary, re.MULTILINE)
    names = {part for cell in cells for name in re.findall(r"`([\w.-]+)`", cell) for part in name.split(".")}
    assert len(names) > 50
    assert sorted(names - known) == []
