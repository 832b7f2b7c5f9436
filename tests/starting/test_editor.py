"""The schema beside a new profile: where the profile names it, whole, never over a file of somebody's."""

import json

import pytest

from kegen.profile.schema import SCHEMA_LINE, SCHEMA_PATH, schema_bytes
from kegen.starting.editor import put_schema

PARENT = ("--parent-number", "176/KH-UBND", "--parent-date", "04/5/2026", "--yes")


def named_in(text):
    """Return the path that an editor takes from a profile, as the YAML extension of VS Code reads it."""
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    return first.partition("=")[2]


def test_a_new_profile_names_the_schema_that_lies_beside_it(kegen, folder):
    (folder / "hồ sơ").mkdir()
    done = kegen("new", "--unit", "xã Nhữ Khê", "--province", "Tuyên Quang", *PARENT, "--output", "hồ sơ/xa.yaml")
    assert done.code == 0, done.err
    path = named_in((folder / "hồ sơ" / "xa.yaml").read_text(encoding="utf-8"))
    schema = json.loads((folder / "hồ sơ" / path).read_text(encoding="utf-8"))
    assert "unit" in schema["properties"]
    assert kegen("resolve", "--profile", "hồ sơ/xa.yaml").code == 0


def test_what_is_named_is_no_place_of_a_machine():
    assert not SCHEMA_PATH.is_absolute()
    assert SCHEMA_LINE.isascii()


def test_an_older_copy_is_renewed_and_a_file_of_somebodys_stays(tmp_path):
    file = tmp_path / SCHEMA_PATH
    put_schema(tmp_path)
    assert file.read_bytes() == schema_bytes()
    file.write_bytes(b'{"$id": "urn:kegen:ho-so"}')
    put_schema(tmp_path)
    assert file.read_bytes() == schema_bytes()
    file.write_bytes(b"cua toi")
    put_schema(tmp_path)
    assert file.read_bytes() == b"cua toi"


@pytest.mark.parametrize(
    "make", [lambda place: place.touch(), lambda place: (place / "ho-so.schema.json").mkdir(parents=True)]
)
def test_a_place_that_does_not_take_it_stops_nothing(tmp_path, make):
    make(tmp_path / ".kegen")
    put_schema(tmp_path)
    put_schema(tmp_path / "khong-co")
