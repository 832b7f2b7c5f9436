"""A prepared template is kept across runs; a cache that cannot be used costs time and nothing else."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

import kegen.cache
from kegen.problem import Invalid
from kegen.shipped import templates_folder
from kegen.template import render as module
from kegen.template.render import render

from .plans import good_plan

SHIPPED = templates_folder() / "ke-hoach.docx"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def prepared():
    return module.prepared_template(SHIPPED.read_bytes(), "mau.docx")


def only_file(folder):
    (file,) = folder.iterdir()
    return file


def test_what_comes_back_from_the_cache_is_what_was_prepared(folder):
    fresh = prepared()
    assert only_file(folder).suffix == ".json"
    assert prepared() == fresh


@pytest.mark.usefixtures("folder")
def test_a_second_run_loads_neither_docxtpl_nor_docx_nor_lxml():
    prepared()
    code = (
        "import sys; sys.path.insert(0, '.'); from tests.template.plans import good_plan\n"
        "from kegen.template.render import render; assert render(good_plan())\n"
        "print([m for m in ('docxtpl', 'docx', 'lxml', 'importlib.metadata') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"w:p", b"w:q", 1),
        lambda _: b"\x80\x04N.",
        lambda _: signed(b"[1, 2]"),
        lambda _: signed(json.dumps([{"name": "x"}]).encode()),
        lambda _: signed(json.dumps([["x", "base64", 1]]).encode()),
        lambda _: signed(b"{}"),
    ],
)
def test_a_spoilt_cache_is_ignored_and_mended(folder, spoil):
    fresh = prepared()
    file = only_file(folder)
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert prepared() == fresh
    assert file.read_bytes() == whole


def signed(payload):
    return b"%08x\n" % zlib.crc32(payload) + payload


def test_a_cache_that_cannot_be_written_is_ignored(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert prepared()


def test_a_changed_template_is_prepared_anew(folder):
    prepared()
    module.prepared_template(SHIPPED.read_bytes() + b" ", "mau.docx")
    assert len(list(folder.iterdir())) == 2


def test_another_version_of_the_code_that_prepares_it_is_prepared_anew(folder, tmp_path, monkeypatch):
    prepared()
    (tmp_path / "docxtpl.py").write_text("version = 99")
    monkeypatch.setattr(module, "places_of", lambda *_: [tmp_path / "docxtpl.py"])
    prepared()
    assert len(list(folder.iterdir())) == 2


@pytest.mark.usefixtures("folder")
def test_only_parts_with_tags_are_filled_anew_in_each_draft():
    names = [name for name, part in prepared().items() if isinstance(part, str)]
    assert sorted(names) == ["docProps/core.xml", "word/document.xml", "word/footnotes.xml"]


def test_a_nest_too_deep_to_read_is_ignored(folder):
    fresh = prepared()
    only_file(folder).write_bytes(signed(b"[" * 200_000 + b"]" * 200_000))
    assert prepared() == fresh


def test_a_source_from_elsewhere_runs_nothing(folder):
    prepared()
    file = only_file(folder)
    rows = json.loads(file.read_bytes().partition(b"\n")[2])
    file.write_bytes(signed(json.dumps([[name, "source", "{{ title.__class__ }}"] for name, _, _ in rows]).encode()))
    module._form.cache_clear()
    with pytest.raises(Invalid, match="unsafe"):
        render(good_plan())
    module._form.cache_clear()


@pytest.mark.parametrize(
    ("names", "folder"),
    [
        ({"KEGEN_CACHE_DIR": "/own"}, "/own"),
        ({"XDG_CACHE_HOME": "/xdg"}, "/xdg/kegen"),
        ({"HOME": "/home/a"}, "/home/a/.cache/kegen"),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these have folders of their own")
def test_the_cache_lies_where_the_system_keeps_caches(monkeypatch, names, folder):
    for name in ("KEGEN_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert kegen.cache._folder() == Path(folder)


def test_only_what_was_kept_lately_stays(folder):
    for number in range(20):
        kegen.cache.keep(f"kind-{number}", number)
    kegen.cache.keep("other-1", 1)
    assert {file.name for file in folder.iterdir()} == {"other-1.json", *(f"kind-{n}.json" for n in range(4, 20))}
