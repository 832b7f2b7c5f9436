"""Tried as a new officer would, in the browser only: from the plan of the province to a draft without errors."""

import re
import shutil
import subprocess

import pytest

from tests.page.browsing import ROOT, kegen, opened

pytestmark = pytest.mark.browser
MOST = 12
"""Answers that the page may ask beyond the facts: the unit, who signs, number and day."""
FACTS = {"unit": "xã Sơn Dương", "signer": "Trần Văn Bình"}


class Officer:
    """Somebody at the page, whose every answer that is no fact of the unit is counted."""

    def __init__(self, page):
        self.page, self.answers = page, []

    def press(self, name):
        self.answers.append(name)
        self.page.get_by_role("button", name=name).click()

    def tell(self, name, text):
        if name not in FACTS:
            self.answers.append(name)
        self.page.locator(f"#q-{name}").fill(text)
        self.page.locator(f"#q-{name}").press("Tab")


@pytest.fixture(scope="module")
def received(tmp_path_factory):
    """The plan of the province as it arrives: a Word file, and where LibreOffice is a PDF."""
    folder = tmp_path_factory.mktemp("received")
    shutil.copy(ROOT / "profiles" / "mau-tinh.yaml", folder / "tinh.yaml")
    kegen("draft", "--profile", "tinh.yaml", folder=folder)
    if office := shutil.which("soffice"):
        own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        command = [office, own, "--headless", "--convert-to", "pdf", "tinh.docx"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("way", ["open", "guessed"])
def test_a_plan_received_becomes_a_draft_without_errors(page, received, tmp_path, kind, way):
    if not (received / f"tinh.{kind}").exists():
        pytest.skip("no LibreOffice to make the PDF")
    officer = Officer(page)
    with opened(tmp_path) as (address, _):
        page.goto(address)
        page.locator("#file").set_input_files(received / f"tinh.{kind}")
        page.wait_for_url(re.compile("ke-hoach"))
        page.wait_for_load_state("load")
        if way == "guessed":
            officer.press("Chọn sẵn mọi điều kegen đoán")
        officer.press("Ghi câu trả lời")
        page.wait_for_url(re.compile("moi"))
        page.wait_for_load_state("load")
        for name, text in FACTS.items():
            officer.tell(name, text)
        officer.press("Ghi hồ sơ")
        page.locator("#state", has_text="Trang đã sẵn sàng").wait_for()
        assert "lỗi" not in page.locator("#counts").inner_text()
        assert "điều chưa xác nhận" in page.locator("#counts").inner_text()
        page.locator(".page", has_text="XÃ SƠN DƯƠNG").first.wait_for()
        with page.expect_download() as download:
            officer.press("Tải .docx")
        assert download.value.suggested_filename == "xa-son-duong.docx"
    assert len(officer.answers) <= MOST
    assert kegen("check", "xa-son-duong.docx", folder=tmp_path) == 0
