"""Every command and example of README and the guide is run: it ends as the page says, writes and prints what it shows."""

import re
import shutil
from pathlib import Path

import pytest

import kegen
from kegen.shipped import templates_folder
from tests import guide

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROFILE = next(block.text for block in guide.blocks(README) if block.kind == "yaml")
PROVINCE = """\
directive: qd-534
unit: {level: tinh, name: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Trần Văn Thử}
number: 176
date: 04/5/2026
"""
LIST = "Tên;Loại;Người ký\nNhữ Khê;xã;Nguyễn Văn Thử\nMinh Xuân;phường;\n"
START = {
    "README.md": ("xa-minh.yaml", "tinh-minh.yaml", "ke-hoach.docx", "176-KH-UBND.docx"),
    "bat-dau.md": ("ke-hoach-tinh.docx",),
    "kiem-tra.md": ("xa-minh.yaml", "ke-hoach.docx"),
    "ho-so-mau.md": (),
    "cap-tren.md": ("176-KH-UBND.docx",),
    "ca-tinh.md": (),
    "doi-chieu.md": ("tinh-minh.yaml",),
    "so-sanh.md": ("ban-cu.docx", "ban-moi.docx", "xa-minh.yaml", "xa-minh-sua.docx"),
    "phan-cong.md": ("xa-minh.yaml",),
    "mau-word.md": ("xa-minh.yaml", "mau-cua-xa.docx"),
    "bo-mau-rieng.md": (),
    "khi-co-loi.md": (),
}
"""The files that a page speaks of as there."""


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """A folder with every file that pages speak of."""
    folder = tmp_path_factory.mktemp("kit")
    texts = {"xa-minh.yaml": PROFILE, "tinh-minh.yaml": PROVINCE, "danh-sach.csv": LIST}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "ke-hoach.docx").write_bytes(kegen.render(kegen.resolve(kegen.load(folder / "xa-minh.yaml"))))
    shutil.copy(DOCS / "vi-du" / "ke-hoach-tinh.docx", folder)
    shutil.copy(DOCS / "vi-du" / "ke-hoach-tinh.docx", folder / "176-KH-UBND.docx")
    shutil.copy(templates_folder() / "ke-hoach.docx", folder / "mau-cua-xa.docx")
    return folder


@pytest.fixture
def reader(kit, tmp_path, monkeypatch):
    """Somebody in a folder of their own, and where a page's files come from."""
    monkeypatch.chdir(tmp_path)
    return guide.Reader(monkeypatch)


@pytest.mark.parametrize("name", START)
def test_a_page_does_what_it_says(name, reader, kit):
    for each in START[name]:
        shutil.copy(kit / each, each)
    text = README if name == "README.md" else (DOCS / name).read_text(encoding="utf-8")
    reader.follow(text)
