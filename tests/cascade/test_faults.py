"""A cascade when things go wrong: killed, stopped, no room, no right to write, another one in the folder."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kegen.cascade.folder import locked
from kegen.cascade.result import Status
from kegen.output.seal import is_untouched
from kegen.problem import KegenError

from .test_again import contents, edit, statuses

pytestmark = pytest.mark.heavy
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")


UNITS = 38
"""Of Lai Châu."""


@pytest.fixture
def small(folder):
    """The plan of the province with the fewest units."""
    edit(folder / "tinh.yaml", "Tuyên Quang", "Lai Châu")
    return folder


def start(*arguments):
    command = [sys.executable, "-m", "kegen", "cascade", "--profile", "tinh.yaml", "--output", "ra", *arguments]
    return subprocess.Popen([*command, "--no-check"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(process):
    out, err = process.communicate(timeout=120)
    assert b"Traceback" not in err, err.decode()
    return process.returncode, out.decode(), err.decode()


def wait_for(folder, count, process):
    """Wait until so many drafts are there, or the process has ended."""
    while process.poll() is None and len(list((folder / "ra").glob("*.docx"))) < count:
        time.sleep(0.005)


def assert_whole(folder):
    """Every file in the folder is one that was written whole."""
    for draft in folder.glob("*.docx"):
        assert is_untouched(draft.read_bytes()), draft
    for profile in folder.glob("xa-*.yaml"):
        assert profile.read_text(encoding="utf-8").endswith("# để trống đến khi Văn thư cấp\n"), profile


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_after_kill_9_no_file_is_half_and_the_next_run_completes_the_rest(small, jobs):
    folder = small
    killed = []
    for count in (0, 5, 17):  # the next begins at once: the other processes of the last may still be there
        killed.append(start("--jobs", jobs))
        wait_for(folder, count, killed[-1])
        killed[-1].kill()
        killed[-1].wait()
        assert_whole(folder / "ra")
    for process in killed:
        assert "lệnh kegen cascade khác" not in process.communicate()[1].decode()
    (folder / "ra" / ".kegen-0123456789abcdef.tmp").write_bytes(b"half")
    code, out, err = finish(start())
    assert (code, err.count("lỗi")) == (0, 0), err
    assert out.count("yaml:") == UNITS
    assert len(list((folder / "ra").glob("*.docx"))) == UNITS
    assert not list(folder.rglob("*.tmp"))
    assert_whole(folder / "ra")


@posix
def test_profiles_renewed_by_a_run_that_was_killed_are_still_known_for_kegen_s(small):
    finish(start("--jobs", "1"))
    first = contents(small / "ra")
    units = [each.removesuffix(".yaml") for each in first if each.endswith(".yaml") and ".plan" not in each]
    rows = "".join(f"{name}\n" for name in names_in(small / "ra"))
    for signer, count in (("Lê Văn Một", 12), ("Lê Văn Hai", 25), ("Lê Văn Ba", None)):
        text = "Tên;Người ký\n" + rows.replace("\n", f";{signer}\n")
        (small / "ds.csv").write_text(text, encoding="utf-8")
        process = start("--units", "ds.csv", "--jobs", "1")
        if count is not None:
            kill_at_renewal(small, process, signer, count)
    code, out, _ = finish(process)
    assert code == 0
    assert "đã sửa tay" not in out
    for unit in units:
        assert "name: Lê Văn Ba" in (small / "ra" / f"{unit}.yaml").read_text(encoding="utf-8")


def names_in(folder):
    texts = [each.read_text(encoding="utf-8") for each in sorted(folder.glob("*.yaml")) if ".plan" not in each.name]
    return [text.partition("\n  name: ")[2].partition("#")[0].strip() for text in texts]


def kill_at_renewal(small, process, signer, count):
    def renewed():
        return sum(signer in each.read_text(encoding="utf-8") for each in (small / "ra").glob("*.yaml"))

    while process.poll() is None and renewed() < count:
        time.sleep(0.01)
    process.kill()
    process.communicate()


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_finishes_what_is_in_hand_and_tells_how_far_it_got(small, jobs):
    folder, process = small, start("--jobs", jobs)
    wait_for(folder, 3, process)
    process.send_signal(signal.SIGINT)
    code, out, _ = finish(process)
    assert code == 130
    assert "chưa tới lượt" in out
    assert "chạy lại cùng lệnh này để làm tiếp" in out
    assert "chưa tới lượt" in (folder / "ra" / "ket-qua.csv").read_text(encoding="utf-8-sig")
    assert_whole(folder / "ra")
    code, out, _ = finish(start())
    assert code == 0
    assert "không có gì thay đổi" in out
    assert len(list((folder / "ra").glob("*.docx"))) == UNITS


@posix
def test_a_second_cascade_in_the_folder_is_refused_at_once(small):
    process = start("--jobs", "1")
    wait_for(small, 1, process)
    process.send_signal(signal.SIGSTOP)  # however slow the second one starts, the first is not done
    code, out, err = finish(start())
    process.send_signal(signal.SIGCONT)
    assert (code, out) == (1, "")
    assert "đang có một lệnh kegen cascade khác" in err
    assert finish(process)[0] == 0


def test_the_lock_ends_with_what_holds_it(tmp_path):
    file = tmp_path / "khoa" / "lock"
    file.parent.mkdir()
    with locked(file), pytest.raises(KegenError, match="đang có một lệnh kegen cascade khác"), locked(file):
        pass
    with locked(file):
        pass


def test_a_full_disk_is_told_for_each_unit_and_the_next_run_completes_the_rest(small, go, monkeypatch):
    real, left = os.replace, iter(range(25))

    def full(source, target):
        if str(target).endswith((".yaml", ".docx")) and next(left, None) is None:
            raise OSError(errno.ENOSPC, "full")
        real(source, target)

    monkeypatch.setattr(os, "replace", full)
    done = go(units=None, stopped=lambda: False, on_progress=lambda *_: None)
    failed = [each for each in done.results if each.status is Status.FAILED]
    assert len(failed) > UNITS - 25
    assert all("ổ đĩa đã đầy" in each.obstacle for each in failed)
    assert not list((small / "ra").rglob("*.tmp"))
    monkeypatch.setattr(os, "replace", real)
    assert set(statuses(go(units=None)).values()) == {"done", "unchanged"}
    assert_whole(small / "ra")


@pytest.fixture
def tiny_disk(tmp_path):
    """A disk of its own, full at 200 KiB; only the superuser may make one."""
    disk = tmp_path / "dia"
    disk.mkdir()
    made = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
    )
    if not made:
        pytest.skip("KHÔNG XÉT: cần quyền gắn ổ đĩa (root)")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.usefixtures("small")
def test_a_real_disk_that_fills_up_leaves_whole_files_only(go, tiny_disk):
    done = go(units=None, out=str(tiny_disk / "ra"))
    failed = [each for each in done.results if each.status is Status.FAILED]
    assert failed
    assert all("ổ đĩa đã đầy" in each.obstacle for each in failed)
    assert_whole(tiny_disk / "ra")
    assert not list(tiny_disk.rglob("*.tmp"))
    subprocess.run(["mount", "-o", "remount,size=16m", str(tiny_disk)], check=True)
    assert set(statuses(go(units=None, out=str(tiny_disk / "ra"))).values()) <= {"done", "unchanged"}
    assert len(list((tiny_disk / "ra").glob("*.docx"))) == UNITS


def test_a_folder_that_may_only_be_read_is_told(kegen, tiny_disk):
    (tiny_disk / "ra").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    run = kegen("cascade", "--profile", "tinh.yaml", "--output", str(tiny_disk / "ra"))
    assert run.code == 1
    assert "ổ đĩa này chỉ cho đọc" in run.err


def test_a_folder_that_cannot_be_written_to_is_told(kegen, monkeypatch):
    def refused(*_args, **_more):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "mkdir", refused)
    run = kegen("cascade", "--profile", "tinh.yaml", "--output", "ra")
    assert run.code == 1
    assert "máy không cho ghi vào thư mục này" in run.err


def test_a_file_in_the_place_of_the_folder_is_told(kegen, folder):
    (folder / "ra").write_text("x", encoding="utf-8")
    run = kegen("cascade", "--profile", "tinh.yaml", "--output", "ra")
    assert (run.code, (folder / "ra").read_text(encoding="utf-8")) == (1, "x")
    assert "hãy ghi tên một thư mục" in run.err


def test_one_broken_profile_in_100_stops_no_other(folder, kegen):
    good = (Path(__file__).parents[2] / "profiles" / "mau-xa.yaml").read_text(encoding="utf-8")
    (folder / "hs").mkdir()
    broken = random.Random(4).randrange(100)
    for number in range(100):
        text = good if number != broken else good.replace("level: xa", "level: huyện")
        (folder / "hs" / f"xa-{number:03}.yaml").write_text(text, encoding="utf-8")
    run = kegen("draft", "--profile", "hs", "--output", "ra", "--no-check")
    assert run.code == 1
    assert f"xa-{broken:03}.yaml:5:10: lỗi" in run.err
    assert run.err.count("lỗi:") == 1
    assert {each.stem for each in (folder / "ra").iterdir()} == {f"xa-{n:03}" for n in range(100) if n != broken}


def test_a_table_that_is_open_in_excel_is_told_and_the_drafts_are_there(kegen, folder, monkeypatch):
    real = os.replace

    def taken(source, target):
        if Path(target).name == "ket-qua.csv":
            raise PermissionError(errno.EACCES, "open")
        real(source, target)

    (folder / "ra").mkdir()
    (folder / "ra" / "ket-qua.csv").write_text("cũ", encoding="utf-8")
    monkeypatch.setattr(os, "replace", taken)
    run = kegen("cascade", "--profile", "tinh.yaml", "--output", "ra", "--units", "ds.csv", "--no-check")
    assert run.code == 1
    assert "ket-qua.csv: tệp đang mở" in run.err
    assert (folder / "ra" / "ket-qua.json").is_file()
    assert len(list((folder / "ra").glob("*.docx"))) == 3


def test_a_fault_of_kegen_s_own_in_one_unit_is_told_and_stops_no_other(kegen, monkeypatch):
    from kegen.cascade import unit

    real = unit.draft

    def faulty(path, *rest):
        if path.name == "xa-nhu-khe.yaml":
            raise ZeroDivisionError("a bug")
        return real(path, *rest)

    monkeypatch.setattr(unit, "draft", faulty)
    run = kegen("cascade", "--profile", "tinh.yaml", "--output", "ra", "--units", "ds.csv", "--no-check")
    assert run.code == 1
    assert "ZeroDivisionError: a bug" in run.err
    assert "2 đã soạn, 1 chưa soạn được" in run.out
