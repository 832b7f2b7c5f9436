"""Plans to render: one good plan, changed fact by fact."""

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """Keep the tests' prepared templates out of the user's cache, but share them within a run."""
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "kegen-cache"))
