"""Writing whole or not at all, whatever the disk does."""

import errno
import os
import stat

import pytest

from kegen.output.whole import write_whole
from kegen.problem import KegenError


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(b"old")
    return path


def untouched(path):
    return path.read_bytes() == b"old" and [each.name for each in path.parent.iterdir()] == [path.name]


def failing(error):
    def fail(*_args, **_kwargs):
        raise error

    return fail


def test_the_new_bytes_take_the_old_one_s_place(path):
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_not_there_yet_is_written(tmp_path):
    write_whole(str(tmp_path / "Kế hoạch.docx"), b"new")
    assert (tmp_path / "Kế hoạch.docx").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_others_may_read_the_file_as_any_other(tmp_path):
    write_whole(tmp_path / "a.docx", b"new")
    (tmp_path / "b.docx").write_bytes(b"new")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a.docx", "b.docx")}
    assert len(modes) == 1


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.ENOSPC, "đầy"),
        (errno.EDQUOT, "dung lượng"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EIO, f"mã lỗi {errno.EIO}"),
        (errno.ENAMETOOLONG, "quá dài"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(path, monkeypatch, step, number, word):
    monkeypatch.setattr(step, failing(OSError(number, "x")))
    with pytest.raises(KegenError, match=word):
        write_whole(path, b"new")
    assert untouched(path)


def test_windows_own_word_for_a_full_disk_is_understood(path, monkeypatch):
    error = OSError(errno.EINVAL, "x")
    error.winerror = 112
    monkeypatch.setattr("os.fsync", failing(error))
    with pytest.raises(KegenError, match="đầy"):
        write_whole(path, b"new")


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_an_interruption_leaves_the_old_file_and_nothing_else(path, monkeypatch, step):
    monkeypatch.setattr(step, failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert untouched(path)


def test_a_crash_before_the_replacing_leaves_the_old_file(path, tmp_path):
    child = os.fork() if hasattr(os, "fork") else pytest.skip("no fork here")
    if child == 0:
        os.replace = lambda *_: os._exit(9)
        write_whole(path, b"new")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_cannot_be_written_to_is_told(path, monkeypatch):
    monkeypatch.setattr("pathlib.Path.open", failing(PermissionError(errno.EACCES, "x")))
    with pytest.raises(KegenError, match="không cho ghi vào thư mục"):
        write_whole(path, b"new")


def test_a_new_file_refused_at_the_replacing_is_the_folder_s_fault(tmp_path, monkeypatch):
    monkeypatch.setattr("os.replace", failing(PermissionError(errno.EACCES, "x")))
    with pytest.raises(KegenError, match="không cho ghi vào thư mục"):
        write_whole(tmp_path / "new.docx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_and_a_folder_for_a_file_are_told_apart(tmp_path):
    with pytest.raises(KegenError, match="không có thư mục"):
        write_whole(tmp_path / "nơi khác" / "a.docx", b"new")
    with pytest.raises(KegenError, match="đây là thư mục"):
        write_whole(tmp_path, b"new")
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(KegenError, match="không phải là thư mục"):
        write_whole(tmp_path / "tệp" / "a.docx", b"new")


def test_a_name_too_long_is_told(tmp_path):
    with pytest.raises(KegenError, match="quá dài"):
        write_whole(tmp_path / ("a" * 300 + ".docx"), b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["CON.docx", "nul", "Aux.ke-hoach.docx", "com1.docx", "LPT9.docx"])
def test_a_name_windows_keeps_for_itself_is_refused(tmp_path, name):
    with pytest.raises(KegenError, match="Windows giữ riêng"):
        write_whole(tmp_path / name, b"new")


@pytest.mark.parametrize("name", ["a:b.docx", "a?.docx", 'a"b.docx', "a\0b.docx", "a.docx.", "a "])
def test_a_name_windows_cannot_store_is_refused(tmp_path, name):
    with pytest.raises(KegenError, match="tên tệp không được"):
        write_whole(tmp_path / name, b"new")


@pytest.mark.parametrize("name", ["CONG.docx", "xa-con.docx", "Kế hoạch số 1 (bản cũ 1).docx", "a.b.docx"])
def test_an_ordinary_name_is_taken(tmp_path, name):
    write_whole(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_goes_on_pointing_where_it_did(path, tmp_path):
    link = tmp_path / "link.docx"
    link.symlink_to(path)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
