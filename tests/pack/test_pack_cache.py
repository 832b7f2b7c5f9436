"""A pack read whole is kept across runs, and never read wrong from there."""

import shutil

import pytest

from kegen.pack import read
from kegen.pack.find import FoundPack
from kegen.problem import Invalid
from kegen.shipped import templates_folder


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A pack of its own, with a cache of its own."""
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path / "cache"))
    shutil.copytree(templates_folder() / "qd-534", tmp_path / "pack")
    return tmp_path / "pack"


def read_anew(folder):
    """Read the pack as a new process does, which remembers nothing but the cache."""
    read._read.cache_clear()
    return read.read_pack(FoundPack("pack", folder))


def kept(folder):
    return sorted((folder.parent / "cache").glob("pack-*.json"))


def test_a_pack_comes_out_of_the_cache_as_it_went_in(folder):
    first, second = read_anew(folder), read_anew(folder)
    assert first.tree is not None
    assert second.tree is None
    assert repr(first.pack) == repr(second.pack)
    assert len(kept(folder)) == 1


def test_a_changed_pack_is_read_anew(folder):
    read_anew(folder)
    pack = folder / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("title: Thực hiện", "title: Làm"), encoding="utf-8")
    assert read_anew(folder).pack.title.startswith("Làm")


@pytest.mark.parametrize("spoil", [b"", b"[]", b"x\n{}", b"\xff"])
def test_a_broken_cache_is_ignored(folder, spoil):
    whole = read_anew(folder)
    kept(folder)[0].write_bytes(spoil)
    assert repr(read_anew(folder).pack) == repr(whole.pack)


def test_a_pack_with_a_slip_is_told_at_every_run_and_not_kept(folder):
    pack = folder / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8") + "la: 1\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(Invalid):
            read_anew(folder)
    assert kept(folder) == []
