"""The page as its user has it, in Chromium: from a received plan to a draft, edits, two editors, small screens."""

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.page.client import PROFILE

pytestmark = pytest.mark.browser
PROVINCE = "unit: {level: tinh, name: Tuyên Quang}\nsigner: {position: CHỦ TỊCH, name: Nguyễn Văn A}\ndate: 04/5/2026\n"
ROOT = Path(__file__).parents[2]


@contextmanager
def opened(folder):
    """Serve the folder as a user would; yields the address and the process."""
    command = [sys.executable, "-m", "kegen", "open", str(folder), "--no-browser"]
    named = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, **named) as process:
        try:
            yield re.search(r"http\S+", process.stdout.readline())[0], process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(10)


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


@pytest.fixture
def profile(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text(PROFILE, encoding="utf-8")
    return file


def show(page, address):
    """Open the profile and wait until all of it is there."""
    page.goto(f"{address}ho-so/x.yaml/")
    page.locator("#state", has_text="Trang đã sẵn sàng").wait_for()


def field(page, path):
    return page.locator(f'#form .field[data-at="{path}"] [data-path]')


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def state(page, words):
    page.locator("#state", has_text=words).wait_for()


def test_a_new_officer_comes_from_a_received_plan_to_a_draft(page, tmp_path):
    folder, province = tmp_path / "việc", tmp_path / "tinh.yaml"
    folder.mkdir()
    province.write_text(PROVINCE, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "kegen",
        "draft",
        "--profile",
        str(province),
        "--output",
        str(tmp_path / "tinh.docx"),
    ]
    subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False, capture_output=True)
    with opened(folder) as (address, _):
        page.goto(address)
        page.locator("#file").set_input_files(tmp_path / "tinh.docx")
        page.wait_for_url(re.compile("ke-hoach|moi"))
        if "ke-hoach" in page.url:
            page.locator("#guesses").click()
            page.get_by_role("button", name="Ghi câu trả lời").click()
            page.wait_for_url(re.compile("moi"))  # its script listens once the page is loaded
        page.locator("#q-unit").press_sequentially("nhữ k")
        page.locator('#list-unit option[value="xã Nhữ Khê"]').wait_for(state="attached")
        page.locator("#q-unit").fill("xã Nhữ Khê")
        page.locator("#q-unit").press("Tab")
        page.locator("#q-signer").fill("Trần Văn Bình")
        page.get_by_role("button", name="Ghi hồ sơ").click()
        page.locator("#state", has_text="Trang đã sẵn sàng").wait_for()
        page.locator(".page", has_text="XÃ NHỮ KHÊ").first.wait_for()
        with page.expect_download() as download:
            page.locator("#take").click()
        assert download.value.suggested_filename == "xa-nhu-khe.docx"
        assert (folder / "xa-nhu-khe.docx").exists()
        assert (folder / "tinh.plan.yaml").exists()


def test_what_is_typed_is_saved_shown_and_taken_back(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        page.locator(".page", has_text="Trần Thị Bình").wait_for()
        assert profile.read_text(encoding="utf-8") == PROFILE.replace("Nguyễn Văn A", "Trần Thị Bình")
        page.locator("#undo:enabled").click()
        page.locator(".page", has_text="Nguyễn Văn A").wait_for()
        assert profile.read_text(encoding="utf-8") == PROFILE
        page.locator("#redo:enabled").click()
        page.locator(".page", has_text="Trần Thị Bình").wait_for()


def test_two_fields_filled_in_one_after_the_other_are_no_conflict(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        for path, text in (("signer/name", "Trần Thị Bình"), ("number", "114"), ("date", "05/6/2026")):
            field(page, path).fill(text)
            field(page, path).press("Tab")
        page.locator(".page", has_text="ngày 05 tháng 6 năm 2026").wait_for()
        state(page, "Đã ghi")
        assert not page.locator("#conflict").is_visible()
        text = profile.read_text(encoding="utf-8")
        assert all(each in text for each in ("Trần Thị Bình", "114", "05/6/2026", "# ghi chú của văn phòng"))


def test_a_file_put_back_elsewhere_is_shown_as_it_is(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        page.locator(".page", has_text="Trần Thị Bình").wait_for()
        profile.write_text(PROFILE, encoding="utf-8")
        page.locator(".page", has_text="Nguyễn Văn A").wait_for()
        page.locator('#form input[value="Nguyễn Văn A"]').wait_for()
        field(page, "number").fill("114")
        field(page, "number").press("Tab")
        page.locator(".page", has_text="114/KH-UBND").first.wait_for()
        assert profile.read_text(encoding="utf-8").replace("number: 114\n", "", 1) == PROFILE


def test_an_error_stands_at_its_field_and_what_was_typed_stays(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "date").fill("37/6/2026")
        field(page, "date").press("Tab")
        page.locator('.field[data-at="date"] .error', has_text="37/6/2026").wait_for()
        assert field(page, "date").input_value() == "37/6/2026"
        change(profile, "Nguyễn Văn A", "Lê Văn C")
        page.locator(".page", has_text="Lê Văn C").wait_for()
        page.locator('.field[data-at="signer/name"] input').wait_for()
        assert field(page, "date").input_value() == "37/6/2026"
        assert profile.read_text(encoding="utf-8") == PROFILE.replace("Nguyễn Văn A", "Lê Văn C")


def test_a_save_elsewhere_replaces_only_changed_pages_and_keeps_the_place(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        for each in page.locator(".page").all():
            each.evaluate("node => { node.dataset.before = '1' }")
        seen = page.locator(".page [data-p]", has_text="TỔ CHỨC THỰC HIỆN").first
        seen.scroll_into_view_if_needed()
        top = seen.bounding_box()["y"]
        change(profile, "date: 03/6/2026", "date: 04/6/2026")
        page.locator(".page", has_text="ngày 04 tháng 6 năm 2026").wait_for()
        state(page, "")
        assert page.locator("#trang-1[data-before]").count() == 0
        assert page.locator("#trang-2[data-before]").count() == 1
        assert abs(seen.bounding_box()["y"] - top) < 3


def test_a_broken_profile_shows_its_problems_over_the_last_good_pages(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        change(profile, "level: xa", "level: xaa")
        page.locator("#broken .note", has_text="dòng 3").wait_for()
        assert page.locator(".page", has_text="XÃ NHỮ KHÊ").count() > 0
        assert page.locator("#take").is_disabled()
        change(profile, "level: xaa", "level: xa")
        page.locator("#broken").wait_for(state="hidden")
        state(page, "đúng lại")


@pytest.mark.parametrize(
    ("choice", "name"),
    [("again", "Trần Văn Cường"), ("mine", "Trần Văn Cường"), ("theirs", "Lê Thị Bình"), ("later", "Lê Thị Bình")],
)
def test_of_two_texts_a_person_chooses_and_neither_is_lost(page, profile, choice, name):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").fill("Trần Văn Cường")
        profile.write_text(PROFILE.replace("Nguyễn Văn A", "Lê Thị Bình"), encoding="utf-8")
        field(page, "signer/name").press("Tab")
        dialog = page.locator("#conflict")
        dialog.wait_for()
        assert "Lê Thị Bình" in dialog.inner_text()
        assert "Trần Văn Cường" in dialog.inner_text()
        page.locator(f"#conflict-{choice}").click()
        dialog.wait_for(state="hidden")
        page.locator(".page", has_text=name).wait_for()
        assert name in profile.read_text(encoding="utf-8")
        if choice == "later":
            assert field(page, "signer/name").input_value() == "Trần Văn Cường"
        if choice == "mine":
            others = [each for each in profile.parent.glob("*.yaml") if each != profile]
            assert any("Lê Thị Bình" in each.read_text(encoding="utf-8") for each in others)


def test_what_is_being_typed_when_the_file_changes_elsewhere_is_neither_sent_nor_lost(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").click()
        field(page, "signer/name").fill("Trần Văn Cường")
        theirs = PROFILE.replace("Nguyễn Văn A", "Lê Thị Bình")
        profile.write_text(theirs, encoding="utf-8")
        page.locator(".page", has_text="Lê Thị Bình").wait_for()
        page.locator("#L6", has_text="Lê Thị Bình").wait_for(state="attached")
        page.wait_for_timeout(300)
        assert field(page, "signer/name").input_value() == "Trần Văn Cường"
        assert profile.read_text(encoding="utf-8") == theirs
        assert field(page, "signer/name").evaluate("node => node === document.activeElement")
        field(page, "signer/name").press("Tab")
        page.locator("#conflict").wait_for()
        assert profile.read_text(encoding="utf-8") == theirs


def test_a_paragraph_leads_to_its_field_and_back(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        page.locator(".page [data-p]", has_text="Nguyễn Văn A").first.click()
        assert field(page, "signer/name").evaluate("node => node === document.activeElement")
        state(page, "dòng 6")
        page.locator('.note[data-at="number"] .to-page').click()
        page.locator(".page .chosen", has_text="/KH-UBND").wait_for()
        page.locator('.field[data-at="signer/name"] .to-line').click()
        page.locator("#L6.here").wait_for()


def test_an_item_is_left_out_with_a_reason_and_taken_again(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        part = page.locator('#form .part.usual[data-at^="tasks/"]').first
        at = part.get_attribute("data-at")
        part = page.locator(f'#form .part[data-at="{at}"]')
        part.locator("> summary").click()
        part.locator("summary", has_text="Bỏ khỏi kế hoạch").click()
        part.get_by_label("Lý do bỏ").fill("Xã không có việc này")
        part.get_by_role("button", name="Bỏ, ghi lý do").click()
        page.locator(f'#form .part.left-out[data-at="{at}"]').wait_for()
        assert "omit: Xã không có việc này" in profile.read_text(encoding="utf-8")
        part = page.locator(f'#form .part[data-at="{at}"]')
        if not part.evaluate("node => node.open"):
            part.locator("> summary").click()
        part.get_by_role("button", name="Đưa vào kế hoạch").click()
        page.locator(f'#form .part.usual[data-at="{at}"]').wait_for()
        assert "omit:" not in profile.read_text(encoding="utf-8")


def test_nothing_in_a_text_is_run(page, profile):
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "title").fill(hostile)
        field(page, "title").press("Tab")
        page.locator(".page", has_text="<img src=x").first.wait_for()
        assert page.locator("img").count() == 0


@pytest.mark.parametrize("place", ["", "moi", "ho-so/x.yaml/"])
def test_nothing_is_cut_on_a_small_screen(page, profile, place):
    page.set_viewport_size({"width": 390, "height": 800})
    with opened(profile.parent) as (address, _):
        page.goto(address + place)
        tabs = page.locator("[role=tab]")
        if place.startswith("ho-so"):
            page.locator("#state", has_text="Trang đã sẵn sàng").wait_for()
        for at in range(max(tabs.count(), 1)):
            if tabs.count():
                tabs.nth(at).click()
            wide = "e => e.offsetParent && !e.matches('input') && e.scrollWidth > 391"
            count = f"node => [...node.querySelectorAll('*')].filter({wide}).length"
            assert page.locator("body").evaluate(count) == 0
            assert page.locator("html").evaluate("node => node.scrollWidth") == 390


def test_many_tabs_do_not_keep_each_other_from_the_server(page, profile):
    with opened(profile.parent) as (address, _):
        tabs = [page.context.new_page() for _ in range(7)]
        for tab in tabs:  # each has a stream as long as it is in view; headless ones all are, so they say they are not
            tab.add_init_script("Object.defineProperty(document, 'hidden', {get: () => window.out})")
            show(tab, address)
            tab.evaluate("window.out = true; document.dispatchEvent(new Event('visibilitychange'))")
        show(page, address)
        tabs[0].evaluate("window.out = false; document.dispatchEvent(new Event('visibilitychange'))")
        change(profile, "Nguyễn Văn A", "Lê Văn C")
        tabs[0].locator(".page", has_text="Lê Văn C").wait_for()
        for tab in tabs:
            tab.close()


def test_two_tabs_of_one_profile_lose_nothing_to_each_other(page, profile):
    with opened(profile.parent) as (address, _):
        other = page.context.new_page()
        for each in (page, other):
            show(each, address)
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        other.locator(".page", has_text="Trần Thị Bình").wait_for()
        other.locator('#form input[value="Trần Thị Bình"]').wait_for()
        field(other, "number").fill("114")
        field(other, "number").press("Tab")
        page.locator(".page", has_text="114/KH-UBND").first.wait_for()
        text = profile.read_text(encoding="utf-8")
        assert "Trần Thị Bình" in text
        assert "number: 114" in text
        other.close()


def test_tabs_go_by_keyboard(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        page.locator("#tab-form").focus()
        page.keyboard.press("ArrowRight")
        assert page.locator("#panel-outline").is_visible()
        page.keyboard.press("ArrowLeft")
        assert page.locator("#panel-form").is_visible()


def test_when_kegen_ends_the_page_tells_and_ctrl_c_is_a_good_end(page, profile):
    with opened(profile.parent) as (address, process):
        show(page, address)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        state(page, "Mất kết nối")
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        state(page, "vẫn còn ở ô")
        assert field(page, "signer/name").input_value() == "Trần Thị Bình"
