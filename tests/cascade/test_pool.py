"""The pool: everything done once, whatever becomes of a process."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kegen.cascade import process
from kegen.cascade.pool import AT_ONCE, FEW, _Pool, all_cores, why_lost, work_through
from kegen.problem import KegenError

from .works import DieOnce, DieThenFail, Unloadable, die_on_seven, double, fail_on_seven, tell_who

MANY = range(FEW + 30)
linux = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")


@pytest.fixture(params=["fork", "spawn"])
def started(request, monkeypatch):
    """Processes are copies of this one, or begin from nothing, whatever the system."""
    if request.param not in multiprocessing.get_all_start_methods():
        pytest.skip("KHÔNG XÉT: hệ điều hành này không có fork")
    monkeypatch.setattr(process, "start_method", lambda: request.param)
    return request.param


def done(work, things=MANY, jobs=2, **more):
    return {each.at: each for each in work_through(things, work, jobs, **more)}


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_thing_is_done_once(jobs):
    results = list(work_through(MANY, double, jobs))
    assert sorted((each.at, each.result) for each in results) == [(n, 2 * n) for n in MANY]


def test_nothing_to_do_is_done_at_once():
    assert done(double, []) == {}


@pytest.mark.usefixtures("started")
def test_few_things_are_done_in_this_process_many_in_others():
    assert {each.result[1] for each in done(tell_who, range(5)).values()} == {os.getpid()}
    others = {each.result[1] for each in done(tell_who).values()}
    assert os.getpid() not in others
    assert len(others) == 2


@linux
@pytest.mark.usefixtures("started")
def test_the_other_processes_leave_ctrl_c_to_the_first():
    old = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert all(each.result[2] for each in done(tell_who).values())
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, old)


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_in_one_thing_stops_no_other(jobs):
    results = done(fail_on_seven, jobs=jobs)
    assert len(results) == len(MANY)
    assert "ZeroDivisionError: seven" in why_lost(results[7])
    assert all(each.result == at for at, each in results.items() if at != 7)


@linux
@pytest.mark.usefixtures("started")
def test_what_a_process_dies_of_twice_is_told_and_all_else_is_done():
    results = done(die_on_seven)
    assert len(results) == len(MANY)
    assert results[7].result is None
    assert "hai lần" in why_lost(results[7])
    assert all(each.result == at for at, each in results.items() if at != 7)


@linux
@pytest.mark.usefixtures("started")
@pytest.mark.parametrize("number", [0, 20, MANY[-1]])
def test_what_a_process_died_of_once_is_tried_again(tmp_path, number):
    results = done(DieOnce(tmp_path, number))
    assert (tmp_path / "died").exists()
    assert {at: each.result for at, each in results.items()} == {n: n for n in MANY}


def test_processes_that_never_begin_are_told_not_tried_for_ever(monkeypatch):
    monkeypatch.setattr(process, "start_method", lambda: "spawn")
    with pytest.raises(KegenError, match="--jobs 1"):
        done(Unloadable())


def starts_left(monkeypatch, count):
    """Let the system start so many processes, and no more."""
    left, real = iter(range(count)), os.fork

    def fork():
        if next(left, None) is None:
            raise BlockingIOError(errno.EAGAIN, "no more")
        return real()

    monkeypatch.setattr(process, "start_method", lambda: "fork")
    monkeypatch.setattr(os, "fork", fork)


def files_open():
    return len(list(Path("/proc/self/fd").iterdir()))


@linux
def test_where_the_system_starts_fewer_processes_those_do_the_work(monkeypatch):
    starts_left(monkeypatch, 1)
    assert len({each.result[1] for each in done(tell_who).values()}) == 1


@linux
def test_processes_that_are_not_started_leave_next_to_no_file_open(monkeypatch):
    starts_left(monkeypatch, 1)
    before = files_open()
    assert len(done(double, jobs=40)) == len(MANY)
    assert files_open() < before + 10


@linux
@pytest.mark.parametrize("after", [0, 0.5])
def test_what_a_process_died_of_is_done_by_those_that_are_left(tmp_path, monkeypatch, after):
    starts_left(monkeypatch, 2)
    results = done(DieOnce(tmp_path, 0, after))  # by then the other has long done all else
    assert {at: each.result for at, each in results.items()} == {n: n for n in MANY}


@linux
@pytest.mark.usefixtures("started")
def test_a_bug_is_told_without_the_death_before_it(tmp_path):
    results = done(DieThenFail(tmp_path, 7))
    assert "the second time" in results[7].bug
    assert "EOFError" not in results[7].bug


@pytest.mark.usefixtures("started")
def test_a_pool_ends_while_another_is_at_work():
    pools = [_Pool(MANY, double, 2, lambda: False) for _ in range(2)]
    assert [len(list(pool.run())) for pool in pools] == [len(MANY)] * 2
    ends = []
    for pool in pools:
        processes = [each._process for each in pool._workers]
        pool.close()
        ends.append([each.exitcode for each in processes])
    assert ends == [[0, 0], [0, 0]]  # none had to be killed


@linux
def test_where_the_system_starts_none_one_process_is_advised(monkeypatch):
    starts_left(monkeypatch, 0)
    with pytest.raises(KegenError, match="--jobs 1"):
        done(double)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are never copies")
def test_a_process_is_copied_only_while_it_has_one_thread(monkeypatch):
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    alone = len(list(Path("/proc/self/task").iterdir())) == 1
    assert process.start_method() == ("fork" if alone else "spawn")
    thread.start()
    assert process.start_method() == "spawn"
    end.set()
    thread.join()
    monkeypatch.setattr(os, "listdir", lambda _: (_ for _ in ()).throw(OSError))
    assert process.start_method() == "spawn"


@pytest.mark.parametrize("jobs", [1, 2])
def test_once_stopped_only_what_was_in_hand_is_done(jobs):
    heard = []
    for each in work_through(range(2000), double, jobs, lambda: len(heard) >= 100):
        heard.append(each.at)  # noqa: PERF401 - it is read while it grows
    assert 100 <= len(heard) <= 100 + 2 * AT_ONCE * jobs
    assert len(set(heard)) == len(heard)


def test_all_cores_are_those_this_process_may_use():
    assert 1 <= all_cores() <= os.cpu_count()


WAITING = """
import sys
from kegen.cascade import process
from kegen.cascade.pool import work_through
from cascade.works import tell_who
if __name__ == "__main__":
    process.start_method = lambda: sys.argv[1]
    for each in work_through(range(100_000), tell_who, 2):
        print(each.result[1], flush=True)
"""


def alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_the_processes_end_with_the_one_that_started_them(tmp_path, end, started):
    (tmp_path / "waiting.py").write_text(WAITING, encoding="utf-8")
    tests = str(Path(__file__).parents[1])
    first = subprocess.Popen(
        [sys.executable, tmp_path / "waiting.py", started],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": tests},
    )
    workers = {int(first.stdout.readline()) for _ in range(40)}
    first.send_signal(end)
    first.wait()
    first.stdout.close()
    for _ in range(200):
        if not any(map(alive, workers)):
            break
        time.sleep(0.05)
    assert workers
    assert not any(map(alive, workers))
