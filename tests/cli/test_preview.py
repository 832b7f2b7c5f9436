"""`kegen preview`: pages in a file of their own, and never over somebody's file."""

import struct
import zlib

import pytest

from kegen import libreoffice
from kegen.pages.printing import png


def test_it_writes_the_pages_beside_nothing_else(kegen, folder):
    run = kegen("preview", "--profile", "xa-a.yaml", "--format", "html")
    assert run.code == 0
    assert run.out.startswith("xa-a.html: đã ghi\n")
    found = (folder / "xa-a.html").read_text(encoding="utf-8")
    assert "XÃ GIA KIỆM" in found
    assert found.count("<section") == int(run.out.split("\n")[1].split()[0])


def test_pages_it_wrote_make_way_for_new_ones(kegen, folder):
    kegen("preview", "--profile", "xa-a.yaml", "--format", "html")
    profile = folder / "xa-a.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("Nguyễn Văn An", "Trần Bình"), encoding="utf-8")
    run = kegen("preview", "--profile", "xa-a.yaml", "--format", "html")
    assert run.code == 0
    assert "Trần Bình" in (folder / "xa-a.html").read_text(encoding="utf-8")
    assert {each.name for each in folder.iterdir()} == {"xa-a.yaml", "xa-a.html"}


def test_a_file_of_somebody_stays_unless_forced_and_is_kept_then(kegen, folder):
    (folder / "xa-a.html").write_text("của tôi", encoding="utf-8")
    assert kegen("preview", "--profile", "xa-a.yaml", "--format", "html").code == 1
    assert (folder / "xa-a.html").read_text(encoding="utf-8") == "của tôi"
    assert kegen("preview", "--profile", "xa-a.yaml", "--format", "html", "--force").code == 0
    assert (folder / "xa-a (bản cũ 1).html").read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize(("form", "name"), [("pdf", "a.html"), ("html", "a.docx"), ("png", "a.jpg")])
def test_a_name_that_says_another_form_is_refused(kegen, folder, form, name):
    assert kegen("preview", "--profile", "xa-a.yaml", "--format", form, "--output", name).code == 2
    assert not (folder / name).exists()


@pytest.mark.parametrize("form", ["pdf", "png"])
def test_without_libreoffice_the_package_and_another_way_are_named(kegen, folder, monkeypatch, form):
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    run = kegen("preview", "--profile", "xa-a.yaml", "--format", form)
    assert run.code == 1
    assert "libreoffice-writer" in run.err
    assert "--format html" in run.err
    assert [each.name for each in folder.iterdir()] == ["xa-a.yaml"]


def test_libreoffice_that_makes_nothing_is_told(kegen, monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: "/bin/true")
    run = kegen("preview", "--profile", "xa-a.yaml", "--output", "a.pdf")
    assert (run.code, "không ghi được" in run.err) == (1, True)


def test_a_wrong_profile_is_told_by_its_lines(kegen, folder):
    (folder / "xa-a.yaml").write_text("unit: {level: xa}\n", encoding="utf-8")
    run = kegen("preview", "--profile", "xa-a.yaml", "--format", "html")
    assert run.code == 1
    assert "xa-a.yaml:1:" in run.err


def test_a_picture_is_a_png_of_its_rows():
    data = png(2, 1, b"\0" + b"\xff\0\0" + b"\0\xff\0")
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">2I", data[16:24]) == (2, 1)
    start = data.index(b"IDAT") + 4
    assert (
        zlib.decompress(data[start : start + struct.unpack(">I", data[start - 8 : start - 4])[0]])[1:4] == b"\xff\0\0"
    )


@pytest.mark.libreoffice
def test_libreoffice_writes_as_many_pictures_as_there_are_pages(kegen, folder):
    pages = kegen("preview", "--profile", "xa-a.yaml", "--format", "html").out.split("\n")[1].split()[0]
    assert kegen("preview", "--profile", "xa-a.yaml", "--format", "png").code == 0
    assert len(list(folder.glob("xa-a-*.png"))) == int(pages)
    assert kegen("preview", "--profile", "xa-a.yaml", "--format", "pdf").code == 0
    assert (folder / "xa-a.pdf").read_bytes().startswith(b"%PDF")
