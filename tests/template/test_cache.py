"""A prepared template is kept across runs; a cache that cannot be used costs time and nothing else."""

import errno
import json
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

import kegen.cache
from kegen.problem import Invalid
from kegen.shipped import templates_folder
from kegen.template import render as module
from kegen.template.render import render

from .plans import good_plan

SHIPPED = templates_folder() / "ke-hoach.docx"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def prepared():
    return module.prepared_template(SHIPPED.read_bytes(), "mau.docx")


def only_file(folder):
    (file,) = folder.iterdir()
    return file


def test_what_comes_back_from_the_cache_is_what_was_prepared(folder):
    fresh = prepared()
    assert only_file(folder).suffix == ".json"
    assert prepared() == fresh


@pytest.mark.usefixtures("folder")
def test_a_second_run_loads_neither_docxtpl_nor_docx_nor_lxml():
    prepared()
    code = (
        "import sys; sys.path.insert(0, '.'); from tests.template.plans import good_plan\n"
        "from kegen.template.render import render; assert render(good_plan())\n"
        "print([m for m in ('docxtpl', 'docx', 'lxml', 'importlib.metadata') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"w:p", b"w:q", 1),
        lambda _: b"\x80\x04N.",
        lambda _: signed(b"[1, 2]"),
        lambda _: signed(json.dumps([{"name": "x"}]).encode()),
        lambda _: signed(json.dumps([["x", "base64", 1]]).encode()),
        lambda _: signed(b"{}"),
    ],
)
def test_a_spoilt_cache_is_ignored_and_mended(folder, spoil):
    fresh = prepared()
    file = only_file(folder)
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert prepared() == fresh
    assert file.read_bytes() == whole


def signed(payload):
    return b"%08x\n" % zlib.crc32(payload) + payload


def test_a_cache_that_cannot_be_written_is_ignored(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert prepared()


def test_a_changed_template_is_prepared_anew(folder):
    prepared()
    module.prepared_template(SHIPPED.read_bytes() + b" ", "mau.docx")
    assert len(list(folder.iterdir())) == 2


def test_another_version_of_the_code_that_prepares_it_is_prepared_anew(folder, tmp_path, monkeypatch):
    prepared()
    (tmp_path / "docxtpl.py").write_text("version = 99")
    monkeypatch.setattr(module, "places_of", lambda *_: [tmp_path / "docxtpl.py"])
    prepared()
    assert len(list(folder.iterdir())) == 2


@pytest.mark.usefixtures("folder")
def test_only_parts_with_tags_are_filled_anew_in_each_draft():
    names = [name for name, part in prepared().items() if isinstance(part, str)]
    assert sorted(names) == ["docProps/core.xml", "docProps/custom.xml", "word/document.xml", "word/footnotes.xml"]


def test_a_nest_too_deep_to_read_is_ignored(folder):
    fresh = prepared()
    only_file(folder).write_bytes(signed(b"[" * 200_000 + b"]" * 200_000))
    assert prepared() == fresh


def test_a_source_from_elsewhere_runs_nothing(folder):
    prepared()
    file = only_file(folder)
    rows = json.loads(file.read_bytes().partition(b"\n")[2])
    file.write_bytes(signed(json.dumps([[name, "source", "{{ title.__class__ }}"] for name, _, _ in rows]).encode()))
    module._prepared.cache_clear()
    with pytest.raises(Invalid, match="unsafe"):
        render(good_plan())
    module._prepared.cache_clear()


@pytest.mark.parametrize(
    ("names", "folder"),
    [
        ({"KEGEN_CACHE_DIR": "/own"}, "/own"),
        ({"XDG_CACHE_HOME": "/xdg"}, "/xdg/kegen"),
        ({"HOME": "/home/a"}, "/home/a/.cache/kegen"),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these have folders of their own")
def test_the_cache_lies_where_the_system_keeps_caches(monkeypatch, names, folder):
    for name in ("KEGEN_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert kegen.cache.cache_folder() == Path(folder)


def key(kind, number):
    return f"{kind}-{number:064x}"


def test_only_what_was_kept_lately_stays(folder):
    for number in range(20):
        kegen.cache.keep(key("kind", number), number)
    kegen.cache.keep(key("other", 1), 1)
    names = {f"{key('other', 1)}.json", *(f"{key('kind', n)}.json" for n in range(4, 20))}
    assert {file.name for file in folder.iterdir()} == names


def test_files_of_somebody_s_own_in_the_folder_stay(folder):
    folder.mkdir()
    own = [folder / f"kind-{number}.json" for number in range(20)]
    for file in own:
        file.write_text("của tôi", encoding="utf-8")
    for number in range(20):
        kegen.cache.keep(key("kind", number), number)
    assert {file.read_text(encoding="utf-8") for file in own} == {"của tôi"}


def test_what_a_killed_run_left_is_swept_and_what_is_being_written_is_not(folder):
    folder.mkdir()
    for name in (".kegen-0.tmp", ".kegen-1.tmp"):
        (folder / name).write_bytes(b"half")
    os.utime(folder / ".kegen-0.tmp", (1, 1))
    kegen.cache.keep(key("kind", 1), 1)
    assert {file.name for file in folder.iterdir()} == {".kegen-1.tmp", f"{key('kind', 1)}.json"}


posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such owners and rights")


def mode(path):
    return oct(path.lstat().st_mode & 0o777)


@posix
def test_only_this_user_may_read_what_is_kept(folder):
    old = os.umask(0)
    try:
        prepared()
    finally:
        os.umask(old)
    assert (mode(folder), mode(only_file(folder))) == ("0o700", "0o600")


def kept_words(folder):
    """Keep a value, put another in its place with the right checksum, and return the file that holds it."""
    kegen.cache.keep(key("kind", 1), ["đúng"])
    file = only_file(folder)
    file.write_bytes(signed(b'["sai"]'))
    return file


def recalled():
    return kegen.cache.recall(key("kind", 1))


def test_a_file_of_this_user_alone_is_believed(folder):
    kept_words(folder)
    assert recalled() == ["sai"]


@posix
def test_a_folder_that_others_may_look_into_but_not_change_is_believed(folder):
    kept_words(folder)
    folder.chmod(0o755)
    assert recalled() == ["sai"]


@posix
@pytest.mark.parametrize("bits", [0o604, 0o640, 0o602, 0o620, 0o666])
def test_a_file_that_others_may_read_or_write_is_not_believed_and_is_made_anew(folder, bits):
    file = kept_words(folder)
    file.chmod(bits)
    assert recalled() is None
    kegen.cache.keep(key("kind", 1), ["đúng"])
    assert (recalled(), mode(file)) == (["đúng"], "0o600")


@posix
@pytest.mark.parametrize("bits", [0o777, 0o770, 0o702, 0o1777])
def test_a_folder_that_others_may_write_to_is_neither_believed_nor_written_to(folder, bits):
    kept_words(folder)
    folder.chmod(bits)
    kegen.cache.keep(key("kind", 2), 2)
    assert (recalled(), len(list(folder.iterdir())), mode(folder)) == (None, 1, oct(bits & 0o777))


@posix
@pytest.mark.parametrize("of_another", ["folder", "file"])
def test_what_another_user_owns_is_not_believed(folder, monkeypatch, of_another):
    file = kept_words(folder)
    real = (file if of_another == "file" else folder).stat()
    foreign = os.stat_result((*real[:4], real.st_uid + 1, *real[5:10]))
    if of_another == "file":
        monkeypatch.setattr(os, "fstat", lambda _: foreign)
    else:
        monkeypatch.setattr(Path, "lstat", lambda _: foreign)
    assert recalled() is None


@posix
def test_what_another_user_owns_is_not_written_to(folder, monkeypatch):
    folder.mkdir()
    own = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: own + 1)
    kegen.cache.keep(key("kind", 1), 1)
    assert list(folder.iterdir()) == []


@posix
def test_a_link_in_the_place_of_the_file_is_replaced_and_not_followed(folder, tmp_path):
    file = kept_words(folder)
    aim = tmp_path / "nơi khác.json"
    file.rename(aim)
    before = aim.read_bytes()
    file.symlink_to(aim)
    assert recalled() is None
    kegen.cache.keep(key("kind", 1), ["đúng"])
    assert (recalled(), file.is_symlink(), aim.read_bytes()) == (["đúng"], False, before)


@posix
def test_a_link_in_the_place_of_the_folder_is_neither_read_nor_written_through(folder, tmp_path):
    kept_words(folder)
    aim = folder.rename(tmp_path / "nơi khác")
    folder.symlink_to(aim, target_is_directory=True)
    kegen.cache.keep(key("kind", 2), 2)
    assert (recalled(), len(list(aim.iterdir()))) == (None, 1)


@posix
def test_a_pipe_or_a_folder_in_the_place_of_the_file_is_not_waited_for(folder):
    file = kept_words(folder)
    for put in (os.mkfifo, os.mkdir):
        file.unlink()
        put(file)
        assert recalled() is None
    kegen.cache.keep(key("kind", 1), ["đúng"])
    assert [each.name for each in folder.iterdir()] == [file.name]


def test_no_more_than_some_megabytes_are_read_back_or_kept(folder):
    file = kept_words(folder)
    with file.open("r+b") as stream:
        stream.truncate(5 << 20)
    assert recalled() is None
    kegen.cache.keep(key("kind", 2), "x" * (5 << 20))
    assert [each.name for each in folder.iterdir()] == [file.name]


def test_a_value_of_a_large_template_is_kept_and_comes_back(folder):
    kegen.cache.keep(key("kind", 1), "x" * (3 << 20))
    assert (len(recalled()), only_file(folder).stat().st_size > 3 << 20) == (3 << 20, True)


@pytest.mark.parametrize("step", ["os.rename", "os.replace", "os.fsync", "os.open"])
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_a_disk_that_fails_leaves_nothing_half_and_stops_nobody(folder, monkeypatch, step, number):
    def fail(*_args, **_more):
        raise OSError(number, "x")

    folder.mkdir()
    monkeypatch.setattr(step, fail)
    kegen.cache.keep(key("kind", 1), 1)
    assert [each.name for each in folder.iterdir() if each.suffix == ".tmp"] == []


def test_code_that_cannot_be_looked_at_makes_nothing_that_is_found_again(tmp_path):
    maker = tmp_path / "không có.py"
    assert kegen.cache.key_of("kind", [b"x"], [maker]) != kegen.cache.key_of("kind", [b"x"], [maker])


def test_only_the_template_and_what_the_pack_says_are_kept_of_a_draft_and_its_check(folder, tmp_path):
    profile = (SHIPPED.parents[1] / "profiles" / "mau-xa.yaml").read_text(encoding="utf-8")
    secret = profile.replace("# name: Nguyễn Văn A", "name: Lê Bí Mật")
    (tmp_path / "a.yaml").write_text(secret, encoding="utf-8")
    draft = ["draft", "--no-check", "--profile", str(tmp_path / "a.yaml"), "--output", str(tmp_path / "a.docx")]
    for arguments in (draft, ["check", str(tmp_path / "a.docx"), "--profile", str(tmp_path / "a.yaml")]):
        done = subprocess.run([sys.executable, "-m", "kegen", *arguments], capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr.decode()
    assert {file.name.partition("-")[0] for file in folder.iterdir()} == {"directive", "pack", "template"}
    assert {mode(file) for file in folder.iterdir()} == {"0o600"} or os.name != "posix"
    assert not any("Bí Mật" in file.read_text(encoding="utf-8") for file in folder.iterdir())
