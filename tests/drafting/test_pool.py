"""The pool: everything done once, whatever becomes of a process."""

import errno
import os
import signal
import subprocess
import sys
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from kegen.drafting.pool import FEW, all_cores, work_through
from kegen.problem import KegenError

from .works import DieOnce, DieThenFail, Unloadable, die_on_seven, double, fail_on_seven, tell_who, unfit_for_sending

MANY = range(FEW + 30)
linux = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")


def done(work, things=MANY, jobs=2, **more):
    return {each.at: each for each in work_through(things, work, jobs, **more)}


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_thing_is_done_once(jobs):
    results = list(work_through(MANY, double, jobs))
    assert sorted((each.at, each.result) for each in results) == [(n, 2 * n) for n in MANY]


def test_nothing_to_do_is_done_at_once():
    assert done(double, []) == {}


def test_few_things_are_done_in_this_process_many_in_others():
    assert {each.result[1] for each in done(tell_who, range(5)).values()} == {os.getpid()}
    others = {each.result[1] for each in done(tell_who, range(200)).values()}
    assert os.getpid() not in others
    assert len(others) == 2


@linux
def test_the_other_processes_leave_ctrl_c_to_the_first():
    old = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert all(each.result[2] for each in done(tell_who).values())
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, old)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_in_one_thing_stops_no_other(jobs):
    results = done(fail_on_seven, jobs=jobs)
    assert len(results) == len(MANY)
    assert "ZeroDivisionError: seven" in results[7].why_lost
    assert all(each.result == at for at, each in results.items() if at != 7)


def test_a_result_that_cannot_be_sent_is_told_as_a_bug():
    results = done(unfit_for_sending)
    assert len(results) == len(MANY)
    assert "<lambda>" in results[7].why_lost
    assert all(each.result == at for at, each in results.items() if at != 7)


@linux
def test_what_a_process_dies_of_twice_is_told_and_all_else_is_done():
    results = done(die_on_seven)
    assert len(results) == len(MANY)
    assert results[7].result is None
    assert "hai lần" in results[7].why_lost
    assert all(each.result == at for at, each in results.items() if at != 7)


@linux
@pytest.mark.parametrize("number", [0, 20, MANY[-1]])
def test_what_a_process_died_of_once_is_tried_again(tmp_path, number):
    results = done(DieOnce(tmp_path, number))
    assert (tmp_path / "died").exists()
    assert {at: each.result for at, each in results.items()} == {n: n for n in MANY}


def test_processes_that_never_begin_are_told_not_tried_for_ever():
    with pytest.raises(KegenError, match="--jobs 1"):
        done(Unloadable())


def starts_left(monkeypatch, count):
    """Let the system start so many processes at a time, and no more."""
    alive, real = [], BaseProcess.start

    def start(process):
        alive[:] = [each for each in alive if each.is_alive()]
        if len(alive) >= count:
            raise BlockingIOError(errno.EAGAIN, "no more")
        real(process)
        alive.append(process)

    monkeypatch.setattr(BaseProcess, "start", start)


def files_open():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_where_the_system_starts_fewer_processes_those_do_the_work(monkeypatch):
    starts_left(monkeypatch, 1)
    assert len({each.result[1] for each in done(tell_who).values()}) == 1


@linux
def test_processes_that_are_not_started_leave_next_to_no_file_open(monkeypatch):
    starts_left(monkeypatch, 1)
    before = files_open()
    assert len(done(double, jobs=40)) == len(MANY)
    assert files_open() < before + 10


@pytest.mark.heavy
@linux
@pytest.mark.parametrize("after", [0, 0.5])
def test_what_a_process_died_of_is_done_where_the_system_starts_few(tmp_path, monkeypatch, after):
    starts_left(monkeypatch, 2)
    results = done(DieOnce(tmp_path, 0, after), jobs=3)  # by then the other has long done all else
    assert {at: each.result for at, each in results.items()} == {n: n for n in MANY}


@linux
def test_a_bug_is_told_without_the_death_before_it(tmp_path):
    results = done(DieThenFail(tmp_path, 7))
    assert "the second time" in results[7].bug
    assert "BrokenProcessPool" not in results[7].bug


def test_two_pools_work_at_one_time():
    pools = [work_through(MANY, double, 2) for _ in range(2)]
    first = [next(pool) for pool in pools]
    rest = [list(pool) for pool in pools]
    assert [{head.at, *(each.at for each in tail)} for head, tail in zip(first, rest, strict=True)] == [set(MANY)] * 2


def test_where_the_system_starts_none_one_process_is_advised(monkeypatch):
    starts_left(monkeypatch, 0)
    with pytest.raises(KegenError, match="--jobs 1"):
        done(double)


@pytest.mark.parametrize("jobs", [1, 2])
def test_once_stopped_only_what_was_in_hand_is_done(jobs):
    seen = []
    for each in work_through(range(2000), double, jobs, lambda: len(seen) >= 100):
        seen.append(each.at)  # noqa: PERF401 - it is read while it grows
    assert 100 <= len(seen) <= 100 + 2 * jobs
    assert len(set(seen)) == len(seen)


@linux
def test_once_stopped_what_a_process_died_of_is_not_tried_again(tmp_path):
    mark = tmp_path / "died"
    results = done(DieOnce(tmp_path, 20), stopped=mark.exists)
    assert 20 not in results
    assert all(each.result == at for at, each in results.items())


def test_all_cores_are_those_this_process_may_use():
    assert 1 <= all_cores() <= os.cpu_count()


WAITING = """
from kegen.drafting.pool import work_through
from drafting.works import tell_who
if __name__ == "__main__":
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
def test_the_processes_end_with_the_one_that_started_them(tmp_path, end):
    (tmp_path / "waiting.py").write_text(WAITING, encoding="utf-8")
    tests = str(Path(__file__).parents[1])
    first = subprocess.Popen(
        [sys.executable, tmp_path / "waiting.py"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((tests, os.environ.get("PYTHONPATH", "")))},
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
