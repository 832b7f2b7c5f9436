"""Make what the guide shows of its made-up plan: the province's plan as a Word file, pictures of the commune's pages.

`python docs/make_pictures.py` drafts `docs/vi-du/ke-hoach-tinh.yaml`, goes on as `docs/bat-dau.md` does, and lets
Chromium (`chromium` on the PATH, or what `CHROMIUM` names) draw the pages of `kegen preview` and, with playwright, the
page of `kegen open` into `docs/anh/`.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from kegen.cli.shell import run

DOCS = Path(__file__).resolve().parent
PLAN = "ke-hoach-tinh"
ANSWERS = {
    "chu-tri-muc-2-1-y-4-lead": "Ủy ban nhân dân các xã, phường",
    "so-ngay-standing-symbol": "15/KH-UBND",
    "so-ngay-standing-issued": "05/5/2026",
}
UNIT = (
    "--unit",
    "xã Đồng Đăng",
    "--drafter",
    "Phòng Kinh tế",
    "--position",
    "PHÓ CHỦ TỊCH",
    "--signer",
    "Hoàng Văn Thử",
)
STEPS = (
    ("draft", "--profile", f"{PLAN}.yaml"),
    ("import", f"{PLAN}.docx"),
    ("confirm", f"{PLAN}.plan.yaml", *(f"--answer={key}={text}" for key, text in ANSWERS.items())),
    ("new", "--parent", f"{PLAN}.plan.yaml", *UNIT, "--yes"),
    ("preview", "--profile", "xa-dong-dang.yaml", "--format", "html"),
)
PICTURES = {"xa-dong-dang.html": ("bat-dau-trang-1.png", "1100,620")}
"""Of each file of pages: the picture of what is seen first, and the window's width and height in pixels."""

ANNEX = """\
annexes:
  - title: Danh mục điểm trồng cây
    columns: [stt, Địa điểm, Số cây, Đơn vị trồng]
    rows:
      - Khu vực trung tâm
      - ["1", Khuôn viên trụ sở, "40", Văn phòng]
      - ["2", Trường Tiểu học, "60", Đoàn Thanh niên]
"""
"""What is typed into the commune's profile to show how a table is filled in."""
UNFOLDED = ("annexes/0", "annexes/0/columns", "annexes/0/rows", "annexes/0/rows/1")


def main() -> int:
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if browser is None:
        print("no chromium found; name one with CHROMIUM")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(DOCS / "vi-du" / f"{PLAN}.yaml", folder)
        os.chdir(folder)
        failed = [step for step in STEPS if run(list(step))]
        if not failed:
            shutil.copy(f"{PLAN}.docx", DOCS / "vi-du")
            for page, (name, size) in PICTURES.items():
                draw(browser, Path(page).resolve(), DOCS / "anh" / name, size)
            draw_page(browser, Path(folder))
        os.chdir(DOCS)
    return 1 if failed else 0


def draw(browser: str, page: Path, picture: Path, size: str) -> None:
    """Let the browser make the picture; raises CalledProcessError where it cannot."""
    flags = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={size}", f"--screenshot={picture}")
    subprocess.run([browser, *flags, page.as_uri()], check=True, capture_output=True)
    print(f"{picture.name} made")


def draw_page(browser: str, folder: Path) -> None:
    """Let the browser make the pictures of the page that `kegen open` shows of the commune's profile."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only pictures need it

    profile = folder / "xa-dong-dang.yaml"
    profile.write_text(profile.read_text(encoding="utf-8") + ANNEX, encoding="utf-8")
    command = [sys.executable, "-m", "kegen", "open", str(folder), "--no-browser"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as served,
        sync_playwright() as playwright,
    ):
        found = re.search(r"http\S+", served.stdout.readline() if served.stdout else "")
        page = playwright.chromium.launch(executable_path=browser).new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{found[0] if found else ''}ho-so/{profile.name}/")
        page.locator("#state", has_text="Trang đã sẵn sàng").wait_for()
        page.screenshot(path=DOCS / "anh" / "trang-lam-viec.png")
        for part in UNFOLDED:
            page.locator(f'#form .part[data-at="{part}"] > summary').click()
        page.locator(f'#form .part[data-at="{UNFOLDED[0]}"]').evaluate("part => part.scrollIntoView()")
        page.get_by_text("Trường Tiểu học").last.scroll_into_view_if_needed()
        page.screenshot(path=DOCS / "anh" / "trang-lam-viec-bang.png")
        served.send_signal(signal.SIGINT)
    print("the page of kegen open: 2 pictures made")


if __name__ == "__main__":
    sys.exit(main())
