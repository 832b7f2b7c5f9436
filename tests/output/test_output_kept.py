"""What somebody wrote is still there after every write, whatever happened meanwhile."""

import errno
import io
import os
import signal
import stat
import zipfile

import pytest

from kegen.output.guard import Edited, Outcome, save, save_known
from kegen.output.seal import is_untouched, seal, seal_copy
from kegen.output.temporary import sweep
from kegen.problem import KegenError

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")


def document(text="kế hoạch", **parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in {"word/document": text, **parts}.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.xml"), data)
    return stream.getvalue()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "xa.docx"


def everything(path):
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}


def refuse_links(monkeypatch):
    def refused(*_args, **_more):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", refused)


@pytest.fixture(params=["links", "no links"])
def disk(request, monkeypatch):
    """A disk that gives a file second names, and one that does not."""
    if request.param == "no links":
        refuse_links(monkeypatch)


# --- the seal tells the maker


def test_a_copy_of_somebody_s_document_never_makes_way_for_a_draft(path):
    copy = seal_copy(document("lời của tôi"), [b"source"])
    path.write_bytes(copy)
    with pytest.raises(Edited, match="bản sao có nhận xét"):
        save(path, document())
    assert path.read_bytes() == copy


def test_a_draft_never_makes_way_for_a_copy(path):
    save(path, document())
    with pytest.raises(Edited):
        save(path, seal_copy(document("lời"), [b"source"]))


def test_a_copy_makes_way_for_another_of_the_same_document_only(path):
    save(path, seal_copy(document("một"), [b"source"]))
    assert save(path, seal_copy(document("hai"), [b"source"])).outcome is Outcome.REDRAFTED
    with pytest.raises(Edited):
        save(path, seal_copy(document("ba"), [b"another"]))


def test_an_edited_copy_makes_way_for_none(path):
    path.write_bytes(seal_copy(document("một"), [b"source"]).replace(b"m\xe1\xbb\x99t", b"m\xe1\xbb\x9bt"))
    with pytest.raises(Edited):
        save(path, seal_copy(document("hai"), [b"source"]))


@pytest.mark.parametrize(
    "parts",
    [
        {"word/comments": '<w:comment w:id="0" w:author="Kegen"/>'},
        {"text": '<w:ins w:id="1" w:author="kegen" w:date="2026-06-03T00:00:00Z"/>'},
    ],
)
def test_a_copy_that_0_1_0_sealed_as_a_draft_is_somebody_s(path, parts):
    path.write_bytes(seal(document(**parts)))
    assert not is_untouched(path.read_bytes())
    with pytest.raises(Edited):
        save(path, document())


def test_a_draft_that_0_1_0_sealed_is_nobody_s():
    remarks_of_another = {"word/comments": '<w:comment w:id="0" w:author="Trần Văn B"/>'}
    assert is_untouched(seal(document()))
    assert is_untouched(seal(document(**remarks_of_another)))


def test_a_sealed_copy_opens_as_any_archive():
    with zipfile.ZipFile(io.BytesIO(seal_copy(seal(document()), [b"a", b"b"]))) as archive:
        assert archive.testzip() is None


# --- after the commit point nothing kept is removed


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(errno.EIO, "x")])
def test_stopped_after_the_new_file_is_there_the_old_one_is_kept(path, monkeypatch, disk, error):  # noqa: ARG001
    path.write_bytes(b"mine")
    real = os.replace

    def late(*args):
        real(*args)
        raise error

    monkeypatch.setattr("os.replace", late)
    with pytest.raises((KeyboardInterrupt, KegenError)):
        save(path, document(), force=True)
    assert b"mine" in everything(path).values()


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(errno.EIO, "x")])
def test_stopped_before_it_is_there_only_the_old_one_is(path, monkeypatch, disk, error):  # noqa: ARG001
    path.write_bytes(b"mine")

    def fail(*_args):
        raise error

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises((KeyboardInterrupt, KegenError)):
        save(path, document(), force=True)
    assert everything(path) == {"xa.docx": b"mine"}


def test_a_kept_copy_that_cannot_be_removed_is_told_as_nothing_worse(path, monkeypatch):
    path.write_bytes(b"mine")

    def fail(*_args, **_more):
        raise OSError(errno.EIO, "x")

    for name in ("os.replace", "pathlib.Path.unlink"):
        monkeypatch.setattr(name, fail)
    with pytest.raises(KegenError, match="mã lỗi 5"):
        save(path, document(), force=True)
    assert path.read_bytes() == b"mine"


def test_a_kept_copy_is_whole_or_not_at_all(path, monkeypatch):
    path.write_bytes(b"mine")
    refuse_links(monkeypatch)

    def full(*_args):
        raise OSError(errno.ENOSPC, "x")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KegenError, match="đầy"):
        save(path, document(), force=True)
    assert everything(path) == {"xa.docx": b"mine"}


def test_without_links_too_every_older_file_is_kept_under_the_next_free_number(path, monkeypatch):
    refuse_links(monkeypatch)
    for number, text in enumerate((b"one", b"two"), 1):
        path.write_bytes(text)
        assert save(path, document(), force=True).backup == path.with_name(f"xa (bản cũ {number}).docx")
        assert path.with_name(f"xa (bản cũ {number}).docx").read_bytes() == text
    assert len(everything(path)) == 3


# --- saved between the look and the rename


def saving_at(monkeypatch, step, save_it):
    real = getattr(os, step)

    def before(*args):
        monkeypatch.setattr(os, step, real)
        save_it()
        return real(*args)

    monkeypatch.setattr(os, step, before)


@pytest.mark.parametrize("force", [False, True])
def test_what_is_saved_while_the_new_file_is_written_stops_it(path, monkeypatch, disk, force):  # noqa: ARG001
    path.write_bytes(seal(document("cũ")) if not force else b"mine")
    saving_at(monkeypatch, "fsync", lambda: path.write_bytes(b"an afternoon"))
    with pytest.raises(Edited, match="vừa được lưu"):
        save(path, document(), force=force)
    assert path.read_bytes() == b"an afternoon"


def test_a_file_that_appears_while_the_first_draft_is_written_stays(path, monkeypatch):
    saving_at(monkeypatch, "fsync", lambda: path.write_bytes(b"an afternoon"))
    with pytest.raises(Edited):
        save(path, document())
    assert everything(path) == {"xa.docx": b"an afternoon"}


def test_what_is_saved_at_the_very_last_moment_is_kept_and_told(path, monkeypatch):
    save(path, document("cũ"))
    saving_at(monkeypatch, "replace", lambda: path.write_bytes(b"an afternoon"))
    saved = save(path, document())
    assert saved.backup.read_bytes() == b"an afternoon"
    assert set(everything(path)) == {"xa.docx", saved.backup.name}


# --- what cannot be read is not absent


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.ELOOP, errno.ETIMEDOUT])
@pytest.mark.parametrize("step", ["stat", "read_bytes"])
def test_a_file_that_cannot_be_looked_at_is_not_replaced(path, monkeypatch, step, number):
    path.write_bytes(b"mine")

    def fail(*_args, **_more):
        raise OSError(number, "x")

    with monkeypatch.context() as broken:
        broken.setattr(f"pathlib.Path.{step}", fail)
        with pytest.raises(KegenError, match="không đọc được tệp đang có ở đây"):
            save(path, document(), force=True)
    assert everything(path) == {"xa.docx": b"mine"}


@posix
@pytest.mark.parametrize("write", [save, lambda path, data: save_known(path, data, lambda _old: True)])
def test_a_pipe_in_the_place_of_an_output_is_not_waited_for(path, write):
    os.mkfifo(path)
    signal.alarm(5)
    try:
        with pytest.raises(KegenError, match="ống dẫn"):
            write(path, document())
    finally:
        signal.alarm(0)
    assert stat.S_ISFIFO(path.stat().st_mode)


# --- rights


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o644])
def test_a_draft_made_anew_and_a_kept_copy_have_the_rights_of_the_old_file(path, disk, mode):  # noqa: ARG001
    save(path, document("cũ"))
    path.chmod(mode)
    save(path, document())
    assert stat.S_IMODE(path.stat().st_mode) == mode
    path.write_bytes(b"mine")
    backup = save(path, document("mới"), force=True).backup
    assert {stat.S_IMODE(each.stat().st_mode) for each in (path, backup)} == {mode}


@posix
@pytest.mark.parametrize(("source", "wanted"), [(0o600, 0o600), (0o640, 0o640), (0o644, 0o644), (0o444, 0o644)])
def test_what_is_made_of_a_file_is_read_by_no_more_people(path, tmp_path, source, wanted):
    profile = tmp_path / "xa.yaml"
    profile.write_bytes(b"")
    profile.chmod(source)
    old = os.umask(0o022)
    try:
        save(path, document(), like=[profile, tmp_path / "khong-co.yaml"])
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == wanted


# --- what is left over


def test_what_a_killed_process_left_is_swept_and_nothing_else(path, tmp_path):
    left = tmp_path / ".kegen-0123456789abcdef.tmp"
    own = [
        tmp_path / name for name in (".kegen-ghi-chu.tmp", "kegen-0123456789abcdef.tmp", ".kegen-0123456789abcdef.docx")
    ]
    for each in (left, *own):
        each.write_bytes(b"half")
    save(path, document())
    assert not left.exists()
    assert all(each.exists() for each in own)


@posix
def test_a_link_and_what_another_process_is_writing_are_not_swept(tmp_path):
    from kegen.output.lock import lock

    (tmp_path / "của tôi").write_bytes(b"mine")
    link = tmp_path / ".kegen-0123456789abcdef.tmp"
    link.symlink_to(tmp_path / "của tôi")
    busy = tmp_path / ".kegen-1123456789abcdef.tmp"
    with busy.open("wb") as stream:
        lock(stream.fileno())
        sweep(tmp_path)
        assert (link.is_symlink(), busy.exists()) == (True, True)
    sweep(tmp_path)
    assert not busy.exists()


@posix
def test_of_old_files_left_by_a_killed_process_only_what_nobody_wrote_is_swept(tmp_path):
    mine, draft = (tmp_path / f".kegen-{digit * 16}.old" for digit in "01")
    mine.write_bytes(b"mine")
    draft.write_bytes(seal(document()))
    sweep(tmp_path)
    assert (mine.exists(), draft.exists()) == (True, False)


# --- texts that take no seal


def test_what_is_known_makes_way_and_what_is_not_is_kept_beside_it(tmp_path):
    path = tmp_path / "tinh.plan.yaml"
    path.write_bytes(b"kegen's")
    assert save_known(path, b"one", lambda old: old == b"kegen's").outcome is Outcome.REDRAFTED
    path.write_bytes(b"mine")
    assert save_known(path, b"two", lambda old: old == b"one").backup == tmp_path / "tinh (bản cũ 1).plan.yaml"
    assert everything(path) == {"tinh.plan.yaml": b"two", "tinh (bản cũ 1).plan.yaml": b"mine"}


def test_a_name_composed_otherwise_is_the_same_file(tmp_path):
    import unicodedata

    apart = tmp_path / unicodedata.normalize("NFD", "xã.docx")
    apart.write_bytes(b"mine")
    with pytest.raises(Edited):
        save(tmp_path / "xã.docx", document())
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"mine"]
