import pytest

pytest.importorskip("starlette")

from tests.page.client import PROFILE, Client


@pytest.fixture
def client(tmp_path):
    (tmp_path / "x.yaml").write_text(PROFILE, encoding="utf-8")
    client = Client(tmp_path)
    yield client
    client.close()
