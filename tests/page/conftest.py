import shutil

import pytest

pytest.importorskip("starlette")

from tests.page.client import PROFILE, Client


@pytest.fixture
def client(tmp_path):
    (tmp_path / "x.yaml").write_text(PROFILE, encoding="utf-8")
    client = Client(tmp_path)
    yield client
    client.close()


@pytest.fixture(scope="module")
def chromium():
    api = pytest.importorskip("playwright.sync_api")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("chromium is not on the PATH")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("dialog", lambda dialog: page.wrong.append(dialog.message))
    page.on("console", lambda message: page.wrong.append(message.text) if "Security Policy" in message.text else None)
    yield page
    context.close()
    assert page.wrong == []
