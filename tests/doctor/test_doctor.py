"""`kegen doctor`: each thing there and not there, what it says to do, and how it ends."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import webbrowser
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from kegen.cli.shell import run
from kegen.doctor import folders, fonts, libraries, programs, shipped_data
from kegen.doctor.examine import examine
from kegen.doctor.finding import STATES
from kegen.shipped import templates_folder

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def requirement(text):
    return re.fullmatch(r"([\w.-]+)(?:\[\w+\])?>=([\d.]+)(?:,<[\d.]+)?", text).groups()


def test_the_libraries_looked_at_are_those_that_an_installer_gets():
    assert [(each.package, each.oldest) for each in libraries.NEEDED] == list(map(requirement, PROJECT["dependencies"]))
    optional = {
        name: needs for name, needs in PROJECT["optional-dependencies"].items() if name not in {"docs", "test", "dev"}
    }
    for name in libraries.EXTRAS:
        wanted, _ = libraries.EXTRAS[name]
        assert [(library.package, library.oldest) for library in wanted] == list(map(requirement, optional[name]))
    assert set(optional) == set(libraries.EXTRAS)
    assert PROJECT["requires-python"] == ">=" + ".".join(map(str, libraries.OLDEST_PYTHON))


def test_here_all_that_a_draft_needs_is_there():
    assert [each for each in examine() if each.state == "bad"] == []


@pytest.fixture
def without(monkeypatch):
    """Make one module fail to load in a way."""

    def set_failing(module, error):
        def load(name):
            if name == module:
                raise error
            return __import__(name)

        monkeypatch.setattr(libraries, "import_module", load)

    return set_failing


def test_a_needed_library_that_is_missing_is_told_and_the_packs_are_not_looked_at(without):
    without("pydantic", ModuleNotFoundError("No module named 'pydantic'"))
    found = {each.id: each for each in examine()}
    assert found["packages"].state == "bad"
    assert found["packages"].found == "pydantic chưa cài"
    assert "pip install" in found["packages"].advice
    assert (found["packs"].state, found["packs"].found) == ("bad", "chưa xét được")


def test_a_library_that_does_not_load_is_told_with_the_reason(without):
    without("lxml.etree", ImportError("DLL load failed"))
    assert libraries.needed_libraries().found == "lxml không nạp được (DLL load failed)"


def test_an_optional_library_that_is_missing_is_a_note_with_its_extra(without):
    without("openpyxl", ModuleNotFoundError())
    (sheets, *_) = libraries.extra_libraries()
    assert sheets.state == "note"
    assert 'pip install "kegen[sheets]"' in sheets.advice


@pytest.mark.parametrize(
    ("version", "fault"), [("8.0.9", "bản 8.0.9 cũ quá, cần 8.1 trở lên"), ("8.1", ""), ("10.0", ""), ("8.1.rc1", "")]
)
def test_a_library_that_is_too_old_is_told(monkeypatch, version, fault):
    monkeypatch.setattr(libraries, "version", lambda _: version)
    assert libraries.fault_of(libraries.Library("click", "click", "8.1")) == fault


def test_a_library_whose_version_nobody_wrote_down_will_do(monkeypatch):
    def unknown(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(libraries, "version", unknown)
    assert libraries.fault_of(libraries.Library("click", "click", "8.1")) == ""


def test_a_python_that_is_too_old_is_told(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    found = libraries.python_version()
    assert found.state == "bad"
    assert found.found.startswith("3.9.2 ")
    assert "3.11" in found.advice


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("times.ttf", "Times New Roman"),
        ("TIMES.TTF", "Times New Roman"),
        ("Times_New_Roman.ttf", "Times New Roman"),
        ("Times New Roman.ttf", "Times New Roman"),
        ("LiberationSerif-Regular.ttf", "Liberation Serif"),
        ("Tinos-Regular.ttf", "Tinos"),
    ],
)
def test_the_font_is_known_by_its_file_at_any_depth(tmp_path, file, name):
    place = tmp_path / "truetype" / "deep"
    place.mkdir(parents=True)
    (place / file).touch()
    found = fonts.font([tmp_path / "khong-co", tmp_path])
    assert found.state == "good"
    assert f"có {name}" in found.found


@pytest.mark.parametrize("file", ["timesbd.ttf", "LiberationSans-Regular.ttf", "times.txt", "sometimes.ttf"])
def test_other_fonts_do_not_stand_for_it(tmp_path, file):
    (tmp_path / file).touch()
    found = fonts.font([tmp_path])
    assert found.state == "note"
    assert "ngắt khác" in found.advice


@pytest.mark.parametrize(
    ("system", "variables", "folder"),
    [
        ("win32", {"SYSTEMROOT": "/W"}, "/W/Fonts"),
        ("win32", {"LOCALAPPDATA": "/L"}, "/L/Microsoft/Windows/Fonts"),
        ("darwin", {}, "/Library/Fonts"),
        ("linux", {"XDG_DATA_DIRS": "/a:/b"}, "/b/fonts"),
        ("linux", {"XDG_DATA_DIRS": ""}, "/usr/share/fonts"),
    ],
)
def test_each_system_has_its_folders_of_fonts(monkeypatch, system, variables, folder):
    monkeypatch.setattr(sys, "platform", system)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert Path(folder) in fonts.font_folders()


def test_a_folder_that_takes_no_file_is_told_and_nothing_is_left_in_one_that_does(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert folders.current_folder().state == "good"
    assert list(tmp_path.iterdir()) == []
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert folders.current_folder().state == "bad"


def test_a_folder_that_onedrive_keeps_is_good_with_a_word_on_locks(tmp_path, monkeypatch):
    place = tmp_path / "OneDrive - UBND xã" / "Kế hoạch"
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    found = folders.current_folder()
    assert (found.state, "OneDrive" in found.advice) == ("good", True)


def test_a_cache_that_cannot_be_is_a_note(tmp_path, monkeypatch):
    (tmp_path / "tep").touch()
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path / "tep"))
    assert folders.kept_data().state == "note"
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path / "mới" / "đệm"))
    assert folders.kept_data().state == "good"
    assert list((tmp_path / "mới" / "đệm").iterdir()) == []


def test_programs_that_are_missing_are_notes(monkeypatch):
    def none(*_):
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    monkeypatch.setattr(programs, "program", lambda: None)
    assert [each.state for each in (programs.libreoffice(), programs.browser())] == ["note", "note"]
    monkeypatch.setattr(webbrowser, "get", lambda *_: object())
    monkeypatch.setattr(programs, "program", lambda: "/usr/bin/soffice")
    assert [each.state for each in (programs.libreoffice(), programs.browser())] == ["good", "good"]


@pytest.fixture
def templates(tmp_path, monkeypatch):
    """A copy of what is shipped, that kegen takes for it."""
    copy = tmp_path / "templates"
    shutil.copytree(templates_folder(), copy)
    monkeypatch.setattr("kegen.pack.find.templates_folder", lambda: copy)
    monkeypatch.setattr("kegen.shipped.templates_folder", lambda: copy)
    monkeypatch.setattr(shipped_data, "templates_folder", lambda: copy)
    return copy


def test_a_pack_or_a_template_that_was_spoilt_is_told(templates):
    (templates / "chung" / "pack.yaml").write_text("title: [", encoding="utf-8")
    (templates / "ke-hoach.docx").write_bytes(b"PK")
    states = {each.id: each.state for each in (*shipped_data.packs(), shipped_data.template())}
    assert states == {"pack-chung": "bad", "pack-qd-534": "good", "template": "bad"}
    shutil.rmtree(templates)
    assert [each.id for each in shipped_data.packs()] == ["packs"]


def test_a_line_is_printed_for_each_with_its_word_and_what_to_do(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(programs, "program", lambda: None)
    assert run(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(tuple(STATES.values())) for line in lines[:-1])
    assert "lưu ý  LibreOffice: chưa cài; dùng để đọc .odt, .rtf, .doc, ghi PDF; khi cần thì cài" in "\n".join(lines)
    assert "máy này soạn được kế hoạch" in lines[-1]


def test_what_a_draft_needs_and_is_broken_ends_with_1(capsys, tmp_path, monkeypatch, without):
    monkeypatch.chdir(tmp_path)
    without("jinja2", ModuleNotFoundError())
    assert run(["doctor", "--format", "json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert record["version"] == 1
    assert {"id", "name", "state", "found", "advice"} == set(record["findings"][0])
    assert [each["id"] for each in record["findings"] if each["state"] == "bad"] == ["packages", "packs"]


@pytest.mark.parametrize("missing", ["pydantic", "lxml"])
def test_it_runs_where_what_the_other_commands_need_is_missing(tmp_path, missing):
    code = f"import sys; sys.modules[{missing!r}] = None; from kegen.cli.shell import run; sys.exit(run(['doctor']))"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "hong   Thu vien bat buoc: " in done.stdout
    assert f"{missing} chua cai" in done.stdout
