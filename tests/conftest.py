"""What every test shares: a cache of its own, so that none reads what another run left."""

import gc
import os

import pytest

gc.set_threshold(100_000)  # commands pause the collector; what only it would free is told by a test of its own


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    old = os.environ.get("KEGEN_CACHE_DIR")
    os.environ["KEGEN_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if old is None:
        del os.environ["KEGEN_CACHE_DIR"]
    else:
        os.environ["KEGEN_CACHE_DIR"] = old
