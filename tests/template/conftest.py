"""Plans to render: one good plan, changed fact by fact."""

import zipfile

import pytest

from kegen.shipped import templates_folder


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """Keep the tests' prepared templates out of the user's cache, but share them within a run."""
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "kegen-cache"))


@pytest.fixture
def changed(tmp_path):
    """Return a function that writes the shipped template with texts of one part replaced."""

    def change(*replacements, name="word/document.xml"):
        target = tmp_path / "mau.docx"
        with zipfile.ZipFile(templates_folder() / "ke-hoach.docx") as source, zipfile.ZipFile(target, "w") as copy:
            for entry in source.namelist():
                text = source.read(entry).decode()
                for old, new in replacements if entry == name else ():
                    assert old in text
                    text = text.replace(old, new)
                copy.writestr(entry, text)
        return target

    return change
