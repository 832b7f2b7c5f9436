"""Saving a draft: what a person wrote is never lost, and an untouched draft is never in the way."""

import io
import os
import shutil
import zipfile

import pytest

from kegen.output.guard import Outcome, Saved, save
from kegen.output.seal import is_untouched, seal
from kegen.problem import KegenError


def document(text="kế hoạch"):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), text)
    return stream.getvalue()


def edited(data):
    """Return the archive as Word leaves it: written anew, with another text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return document(archive.read("word/document.xml").decode() + " đã sửa")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "xa-nhu-khe.docx"


def names(path):
    return sorted(each.name for each in path.parent.iterdir())


def test_a_sealed_archive_is_whole_and_known_again():
    sealed = seal(document())
    with zipfile.ZipFile(io.BytesIO(sealed)) as archive:
        assert archive.testzip() is None
        assert archive.read("word/document.xml").decode() == "kế hoạch"
        assert archive.comment.startswith(b"kegen:sha256=")
    assert is_untouched(sealed)


def test_sealing_is_the_same_every_time_and_once_only():
    assert seal(document()) == seal(document())
    assert seal(seal(document())) == seal(document())


def test_what_is_no_archive_cannot_be_sealed():
    for data in (b"", b"x" * 100):
        with pytest.raises(ValueError, match="zip"):
            seal(data)


def test_an_edited_or_foreign_file_is_no_untouched_draft():
    sealed = seal(document())
    changed = sealed.replace("kế".encode(), "kệ".encode())
    assert changed != sealed
    for data in (b"", document(), edited(sealed), changed, sealed[:-1], sealed + b"\n", b"x" + sealed):
        assert not is_untouched(data)


def test_a_new_draft_is_written_sealed(path):
    assert save(path, document()) == Saved(path, Outcome.NEW)
    assert path.read_bytes() == seal(document())
    assert names(path) == ["xa-nhu-khe.docx"]


def test_the_same_draft_leaves_the_file_alone(path):
    save(path, document())
    os.utime(path, (1, 1))
    assert save(path, document()).outcome is Outcome.SAME
    assert path.stat().st_mtime == 1


def test_an_untouched_draft_makes_way_for_the_next(path):
    save(path, document())
    assert save(path, document("khác")) == Saved(path, Outcome.REDRAFTED)
    assert path.read_bytes() == seal(document("khác"))


def test_an_untouched_draft_is_known_after_it_was_copied_elsewhere(path, tmp_path):
    save(path, document())
    copy = tmp_path / "chỗ khác.docx"
    shutil.copy(path, copy)
    assert save(copy, document("khác")).outcome is Outcome.REDRAFTED


@pytest.mark.parametrize("theirs", [edited(seal(document())), b"not even a zip", b""])
def test_a_file_of_somebody_s_is_not_overwritten(path, theirs):
    path.write_bytes(theirs)
    with pytest.raises(KegenError, match=r"--output.*--force"):
        save(path, document())
    assert path.read_bytes() == theirs
    assert names(path) == ["xa-nhu-khe.docx"]


def test_force_keeps_every_older_file_under_the_next_free_number(path):
    for text, kept in (("một", "xa-nhu-khe (bản cũ 1).docx"), ("hai", "xa-nhu-khe (bản cũ 2).docx")):
        path.write_bytes(document(text))
        assert save(path, document(), force=True) == Saved(path, Outcome.FORCED, path.with_name(kept))
        assert path.with_name(kept).read_bytes() == document(text)
        assert path.read_bytes() == seal(document())
    assert len(names(path)) == 3


def test_force_over_an_untouched_draft_keeps_no_copy(path):
    save(path, document())
    assert save(path, document("khác"), force=True) == Saved(path, Outcome.REDRAFTED)


def test_force_that_fails_leaves_only_the_old_file(path, monkeypatch):
    path.write_bytes(b"old")
    monkeypatch.setattr("os.replace", _raise(OSError(28, "full")))
    with pytest.raises(KegenError, match="đầy"):
        save(path, document(), force=True)
    assert (path.read_bytes(), names(path)) == (b"old", ["xa-nhu-khe.docx"])


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("xa-nhu-khe.docx", "~$-nhu-khe.docx"),
        ("xa-nhu-khe.docx", "~$xa-nhu-khe.docx"),
        ("xa-nhu.docx", "~$xa-nhu.docx"),
        ("le-chan.docx", "~$e-chan.docx"),
        ("xa-nhu-khe.docx", ".~lock.xa-nhu-khe.docx#"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_a_document_open_in_word_is_told_as_such(tmp_path, name, lock, force):
    path = tmp_path / name
    save(path, document())
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(KegenError, match="đang mở trong Word") as caught:
        save(path, document("khác"), force=force)
    assert lock in str(caught.value)
    assert path.read_bytes() == seal(document())


@pytest.mark.parametrize("lock", ["~$ke-hoach.docx", "~$-NHU-KHE.doc", "~$nhu-khe.docx"])
def test_the_lock_of_another_document_is_no_hindrance(path, lock):
    save(path, document())
    path.with_name(lock).write_bytes(b"")
    assert save(path, document("khác")).outcome is Outcome.REDRAFTED


def test_a_lock_left_behind_does_not_stop_a_new_file(path):
    path.with_name("~$-nhu-khe.docx").write_bytes(b"")
    assert save(path, document()).outcome is Outcome.NEW


def test_a_file_windows_will_not_let_go_is_told_as_open(path, monkeypatch):
    save(path, document())
    monkeypatch.setattr("os.replace", _raise(PermissionError(13, "in use")))
    with pytest.raises(KegenError, match="đang mở trong Word"):
        save(path, document("khác"))
    assert (path.read_bytes(), names(path)) == (seal(document()), ["xa-nhu-khe.docx"])


def test_a_file_windows_will_not_even_read_is_told_as_open(path, monkeypatch):
    save(path, document())
    monkeypatch.setattr("pathlib.Path.read_bytes", _raise(PermissionError(13, "in use")))
    with pytest.raises(KegenError, match="đang mở trong Word"):
        save(path, document("khác"))


def _raise(error):
    def fail(*_args, **_kwargs):
        raise error

    return fail


@pytest.mark.parametrize("name", ["a" * 300 + ".docx", "a\0.docx", "CON.docx", "nơi khác/a.docx", "."])
def test_saving_under_an_impossible_name_is_told(tmp_path, name):
    with pytest.raises(KegenError):
        save(tmp_path / name, document())
    assert list(tmp_path.iterdir()) == []


def test_saving_beside_a_name_so_long_that_its_lock_has_none_works(tmp_path):
    path = tmp_path / ("a" * 250 + ".docx")[-252:]
    save(path, document())
    assert save(path, document("khác")).outcome is Outcome.REDRAFTED
