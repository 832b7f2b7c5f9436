"""kegen-windows.zip: what only Windows needs is found, texts are as Windows wants them; whole, it is built once."""

import re
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / ".ci"))

import windows_zip  # noqa: E402 - a script beside, not a part of kegen

COMMANDS = sorted(windows_zip.TEXTS.glob("*.cmd"))


def wheel(name, *needs, version="1.0"):
    lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {need}" for need in needs)]
    return "\n".join(lines) + "\n\n"


@pytest.mark.parametrize(
    ("needs", "missing"),
    [
        (("a>=1",), []),
        (("A_b>=1",), ["A_b>=1"]),
        (("a>=2",), ["a>=2"]),
        (('c; sys_platform == "win32"',), ["c"]),
        (('c; platform_system == "Windows"', 'd; os_name == "posix"'), ["c"]),
        (('c; python_version < "3.12"',), []),
        (('c>=3; extra == "sheets"', 'd; extra == "redline"'), ["c>=3"]),
        (("a[more]",), ["e"]),
    ],
)
def test_what_windows_needs_is_found_whatever_machine_looks(needs, missing):
    wheels = [wheel("kegen", *needs), wheel("a", 'e; extra == "more"')]
    assert windows_zip.lacking(wheels) == missing


def test_needs_of_needs_are_found_and_a_circle_ends():
    wheels = [wheel("kegen", "a"), wheel("a", "b-c"), wheel("B.c", "a", "d")]
    assert windows_zip.lacking(wheels) == ["d"]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("a-1-py3-none-any.whl", True),
        ("a-1-py2.py3-none-any.whl", True),
        ("a-1-cp312-cp312-win_amd64.whl", True),
        ("a-1-cp39-abi3-win_amd64.whl", True),
        ("a-1-cp311-cp311-win_amd64.whl", False),
        ("a-1-cp312-cp312-win32.whl", False),
        ("a-1-cp312-cp312-manylinux_2_28_x86_64.whl", False),
    ],
)
def test_a_wheel_for_another_machine_is_seen(name, fits):
    assert (windows_zip.unfit([name]) == []) is fits


def lines_of(path):
    data = windows_zip.text_of(path)
    assert data.count(b"\n") == data.count(b"\r\n") > 5
    return data.decode("utf-8").splitlines()


@pytest.mark.parametrize("path", COMMANDS, ids=[path.name for path in COMMANDS])
def test_a_command_file_is_one_that_cmd_reads(path):
    lines = lines_of(path)
    assert lines[0] == "@echo off"  # a mark of UTF-8 before it would be a command nobody knows
    first = next(at for at, line in enumerate(lines) if line.startswith("chcp 65001"))
    assert all(line.isascii() for line in lines[:first])
    assert all(line.isascii() or line.startswith("echo ") for line in lines)
    spoken = [re.sub(r"%\w+%|%\d|\^&", "", line) for line in lines if line.startswith("echo ")]
    assert not [line for line in spoken if re.search(r"[|<>&^!%]", line)]
    labels = {line[1:] for line in lines if line.startswith(":")}
    assert {word for line in lines for word in re.findall(r"(?:goto |call :)(\w+)", line)} <= labels


@pytest.mark.parametrize("path", COMMANDS, ids=[path.name for path in COMMANDS])
def test_paths_with_blanks_are_in_quotes(path):
    for line in lines_of(path):
        if not line.startswith(("echo ", "rem ")):
            quoted = re.sub(r'"[^"]*"', "", line)
            paths = "LOCALAPPDATA|USERPROFILE|OneDrive|HOME_OF_KEGEN|OWN_PYTHON|KEGEN_PYTHON|FOLDER|~dp0|~1"
            assert not re.search(f"%({paths})", quoted), line


@pytest.mark.parametrize("path", COMMANDS, ids=[path.name for path in COMMANDS])
def test_a_path_with_an_exclamation_mark_stays_whatever_the_machine_is_set_to(path):
    lines = lines_of(path)
    first = next(at for at, line in enumerate(lines) if "%" in line)
    assert "setlocal EnableExtensions DisableDelayedExpansion" in lines[:first]
    assert not [line for line in lines if re.search(r"![\w~:]+!|EnableDelayed|^call [^:]", line)]


@pytest.mark.parametrize("path", COMMANDS, ids=[path.name for path in COMMANDS])
def test_no_path_with_an_ampersand_or_a_percent_sign_is_read_as_a_command(path):
    for line in lines_of(path):
        for name, value in re.findall(r'\bset ([^"=]+)=(.*)', line):
            assert "%" not in re.sub(r'"[^"]*"', "", value), f"{name} is set without quotes around it: {line}"
        assert not re.search(r"for /f|start |cmd /c", line), "what these take is read once more"


def test_what_is_dropped_is_opened_whole_or_not_at_all():
    text = "\n".join(lines_of(windows_zip.TEXTS / "mo-kegen.cmd"))
    opens = text.index('-m kegen open "%FOLDER%"')
    assert text.index('if not exist "%FOLDER%" goto no_folder') < opens
    assert text.index('if "%FOLDER:~-1%"=="\\" set "FOLDER=%FOLDER%."') < opens, "D:\\ would take the quote with it"
    assert text.endswith('if not "%~1"=="" exit %CODE%\nexit /b %CODE%'), "what follows an ampersand would be run"


def test_documents_in_onedrive_are_those_that_are_opened():
    text = "\n".join(lines_of(windows_zip.TEXTS / "mo-kegen.cmd"))
    assert 'if defined OneDrive if exist "%OneDrive%\\Documents\\" set "FOLDER=%OneDrive%\\Documents"' in text


def test_the_installer_stands_in_its_own_folder_even_on_a_share_and_asks_for_no_administrator():
    text = "\n".join(lines_of(windows_zip.TEXTS / "cai-dat.cmd"))
    assert 'pushd "%~dp0"' in text
    assert "popd" in text
    assert "--no-index --find-links wheels" in text
    assert "InstallAllUsers=0" in text
    assert not re.search(r"Program Files|HKLM|runas|setx", text)


def test_the_page_names_the_installer_of_python_and_is_marked_for_notepad():
    page = windows_zip.text_of(windows_zip.TEXTS / "HUONG-DAN.txt")
    assert page.startswith(b"\xef\xbb\xbf")
    assert windows_zip.INSTALLER in page.decode("utf-8-sig")
    assert "uv tool install" in page.decode("utf-8-sig")
    assert "@" not in page.decode("utf-8-sig")


def test_the_archive_is_the_same_whenever_it_is_built(tmp_path):
    made = tmp_path / "kegen-0.1.0-py3-none-any.whl"
    made.write_bytes(b"wheel")
    for name in ("a.zip", "b.zip"):
        windows_zip.build(tmp_path / name, [made])
        made.touch()
        time.sleep(0.01)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as archive:
        names = {Path(each).name for each in archive.namelist()}
        assert all(each.isascii() and each.startswith("kegen-windows/") for each in archive.namelist())
    assert names == {"HUONG-DAN.txt", "LICENSE.txt", "cai-dat.cmd", "kegen.cmd", "mo-kegen.cmd", made.name}


@pytest.mark.heavy
def test_the_whole_archive_has_all_that_kegen_needs_on_windows(tmp_path):
    assert windows_zip.main([str(tmp_path / "kegen-windows.zip")]) == 0
    with ZipFile(tmp_path / "kegen-windows.zip") as archive:
        archive.extractall(tmp_path)
    wheels = sorted((tmp_path / "kegen-windows" / "wheels").glob("*.whl"))
    assert windows_zip.lacking(map(windows_zip.metadata_of, wheels)) == []
    names = {each.name.partition("-")[0] for each in wheels}
    assert {"kegen", "lxml", "pydantic_core", "openpyxl", "icalendar", "pypdfium2"} <= names
    own = next(each for each in wheels if each.name.startswith("kegen-"))
    inside = set(ZipFile(own).namelist())
    assert {f"kegen/shipped/{each}" for each in ("templates/ke-hoach.docx", "schema/profile.schema.json")} <= inside
    assert {"kegen/reporting/messages.md", "kegen/shipped/profiles/mau-xa.yaml"} <= inside
