"""Make what the guide shows of its made-up plan: the province's plan as a Word file, pictures of the commune's pages.

`python docs/make_pictures.py` drafts `docs/vi-du/ke-hoach-tinh.yaml`, goes on as `docs/bat-dau.md` does, and lets
Chromium (`chromium` on the PATH, or what `CHROMIUM` names) draw the pages of `kegen preview` into `docs/anh/`.
"""

from __future__ import annotations

import os
import shutil
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
        os.chdir(DOCS)
    return 1 if failed else 0


def draw(browser: str, page: Path, picture: Path, size: str) -> None:
    """Let the browser make the picture; raises CalledProcessError where it cannot."""
    flags = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={size}", f"--screenshot={picture}")
    subprocess.run([browser, *flags, page.as_uri()], check=True, capture_output=True)
    print(f"{picture.name} made")


if __name__ == "__main__":
    sys.exit(main())
