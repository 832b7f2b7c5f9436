"""Every view of the page: nothing serious for axe-core, nothing cut on a small screen, all of it by keyboard."""

import os
from pathlib import Path

import pytest

from tests.form.random_edits import TABLES
from tests.page.browsing import ROOT, WIDTHS, field, kegen, opened, show
from tests.page.client import PROFILE

pytestmark = pytest.mark.browser
PROVINCE = "unit: {level: tinh, name: Tuyên Quang}\n"
PLAN = "ke-hoach-tinh"
ADDRESSES = ("", "moi", f"ke-hoach/{PLAN}.plan.yaml/", f"moi?parent={PLAN}.plan.yaml", "ho-so/khong-co.yaml/")
CUT = """() => {
  const wide = innerWidth + 0.5, found = [];
  if (document.documentElement.scrollWidth > wide) found.push("the page");
  const all = "a, button, input, select, textarea, summary, label, legend, h1, h2, p, li";
  for (const node of document.querySelectorAll(all)) {
    if (!node.checkVisibility() || node.closest(".only-heard, .skip, .page")) continue;
    const box = node.getBoundingClientRect();
    if (box.width && (box.left < -0.5 || box.right > wide)) found.push(`${node.outerHTML.slice(0, 90)} ${box.right}`);
    if (node.matches("button, label, summary") && node.scrollWidth > node.clientWidth + 1 && node.clientWidth)
      found.push(`${node.outerHTML.slice(0, 90)} is cut`);
  }
  return found;
}"""
NAMED = """(node) => node.type === "radio" ? `radio ${node.name}` :
  `${node.tagName} ${node.id} ${node.closest("[data-at]")?.dataset.at ?? ""} ${node.textContent.trim().slice(0, 60)}`
"""
"""How a control is told from others, also one that was drawn anew."""
REACHABLE = (
    """() => {
  const named = NAMED, all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll(all)]
    .filter((node) => node.checkVisibility() && !node.disabled && node.tabIndex >= 0 && !node.closest(".skip"))
    .map(named);
}"""
).replace("NAMED", NAMED)
FOCUSED = (
    """() => {
  const named = NAMED, node = document.activeElement;
  const style = getComputedStyle(node.matches(".only-heard") ? node.nextElementSibling : node);
  const box = node.getBoundingClientRect();
  return {
    name: named(node),
    isShown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
).replace("NAMED", NAMED)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with all that the page shows: a profile with annexes, a province, a plan that was received."""
    folder = tmp_path_factory.mktemp("folder")
    (folder / "x.yaml").write_text(PROFILE + TABLES, encoding="utf-8")
    (folder / "tinh.yaml").write_text(PROVINCE, encoding="utf-8")
    kegen("import", ROOT / "docs" / "vi-du" / f"{PLAN}.docx", "--output", f"{PLAN}.plan.yaml", folder=folder)
    return folder


@pytest.fixture(scope="module")
def address(folder):
    with opened(folder) as (address, _):
        yield address


def views(page, address, folder):
    """Show every view one after the other; yields its name."""
    for each in ADDRESSES:
        page.goto(address + each)
        page.wait_for_load_state("load")
        yield each or "the start"
    show(page, address)
    for tab in page.locator("[role=tab]").all():
        if tab.is_visible():
            tab.click()
            page.evaluate("for (const each of document.querySelectorAll('#form details')) each.open = true")
            yield tab.inner_text()
    page.locator("#tab-form").click()
    field(page, "date").fill("37/6/2026")
    field(page, "date").press("Tab")
    page.locator('.field[data-at="date"] .error', has_text="37/6/2026").wait_for()
    yield "an error at its field"
    field(page, "date").fill("03/6/2026")
    field(page, "date").press("Tab")
    show(page, address)
    field(page, "signer/name").fill("Trần Văn Cường")
    text = (folder / "x.yaml").read_text(encoding="utf-8")
    (folder / "x.yaml").write_text(text.replace("Nguyễn Văn A", "Lê Thị Bình"), encoding="utf-8")
    field(page, "signer/name").press("Tab")
    page.locator("#conflict").wait_for()
    yield "two texts"
    page.locator("#conflict-theirs").click()
    (folder / "x.yaml").write_text(text.replace("level: xa", "level: xaa"), encoding="utf-8")
    page.goto(f"{address}ho-so/x.yaml/")
    page.locator("#broken").wait_for()
    yield "a broken profile"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    page.goto(f"{address}ca-tinh/tinh.yaml/")
    page.locator("#begin").click()
    page.locator("#stop:enabled").click()
    page.locator("#units table").wait_for(timeout=60_000)
    yield "a province"


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_serious_is_found_by_axe(page, address, folder, width):
    axe = os.environ.get("KEGEN_AXE")
    if not axe:
        pytest.skip("KEGEN_AXE does not name axe.min.js of the npm package axe-core")
    page.set_viewport_size({"width": width, "height": 860})
    for name in views(page, address, folder):
        page.evaluate(Path(axe).read_text(encoding="utf-8"))
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found = [
            (name, each["id"], each["nodes"][0]["html"][:200])
            for each in result["violations"]
            if each["impact"] in ("serious", "critical")
        ]
        assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut(page, address, folder, width):
    page.set_viewport_size({"width": width, "height": 860})
    for name in views(page, address, folder):
        assert (name, page.evaluate(CUT)) == (name, [])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", [*ADDRESSES[:4], "ca-tinh/tinh.yaml/", "ho-so/x.yaml/"])
def test_every_control_is_reached_by_keyboard_and_shows_that(page, address, width, place):
    page.set_viewport_size({"width": width, "height": 860})
    page.goto(address + place)
    if place.startswith("ho-so"):
        page.locator("#state", has_text="Trang đã sẵn sàng").wait_for()
    wanted = set(page.evaluate(REACHABLE))
    assert wanted
    for _ in range(3 * len(wanted)):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["name"] in wanted:
            wanted.remove(now["name"])
            assert (now["name"], now["isShown"], now["isInView"]) == (now["name"], True, True)
        if not wanted:
            break
    assert wanted == set()


def test_what_is_saved_and_what_is_wrong_is_told_aloud(page, address):
    show(page, address)
    assert page.locator("#state").get_attribute("role") == "status"
    assert page.locator("#counts").get_attribute("role") == "status"
    field(page, "date").fill("37/6/2026")
    field(page, "date").press("Tab")
    page.locator("#state", has_text="Chưa ghi được").wait_for()
    box = field(page, "date")
    assert box.get_attribute("aria-invalid") == "true"
    told = [page.locator(f"#{each}").inner_text() for each in box.get_attribute("aria-describedby").split()]
    assert any("37/6/2026" in each for each in told)


def test_a_preview_on_a_small_screen_begins_with_the_first_page(page, tmp_path):
    (tmp_path / "x.yaml").write_text(PROFILE, encoding="utf-8")
    kegen("preview", "--profile", "x.yaml", "--format", "html", folder=tmp_path)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((tmp_path / "x.html").as_uri())
    assert page.locator("#trang-1").bounding_box()["y"] < 100
    page.locator("summary", has_text="Mục lục").click()
    page.get_by_role("link", name="TỔ CHỨC THỰC HIỆN").click()
    assert "#p" in page.url
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.get_by_role("link", name="TỔ CHỨC THỰC HIỆN").is_visible()
