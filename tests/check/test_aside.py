"""A check made aside: the same report as one made here, and none where the second process fails."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kegen.check import aside, helper
from kegen.check.files import check_bytes
from kegen.check.rules import chosen
from kegen.check.way import Way
from tests.check.good import good, planted, set_text

pytestmark = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="there is no second process here")

WRONG = planted(set_text("Độc lập", "Độc lập – Tự do – Hạnh phúc"))
START = """
import os, sys, time
from pathlib import Path
from kegen.check import aside, helper
from kegen.check.rules import chosen
from kegen.check.way import Way
os.sched_getaffinity = lambda _: {0, 1}
"""
ASK = """
aside.start()
data = Path(sys.argv[1]).read_bytes()
aside.ask(data, chosen(ignore=["nn"]), Way("issued"))
print(aside.answer(data))
aside.end()
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("nobody left")
"""


def run(code, *arguments):
    """Run code in a process of its own; return what it printed, line by line."""
    command = [sys.executable, "-c", START + code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture
def file(tmp_path):
    (tmp_path / "good.docx").write_bytes(good())
    return tmp_path / "good.docx"


@pytest.mark.parametrize("data", [good(), WRONG], ids=["good", "wrong"])
def test_the_report_is_that_of_a_check_made_here(data, file):
    file.write_bytes(data)
    assert run(ASK, file) == [repr(check_bytes(data, "", chosen(ignore=["nn"]), Way("issued"))), "nobody left"]


def test_what_cannot_be_read_has_no_answer(file):
    file.write_bytes(b"no Word file")
    assert run(ASK, file) == ["None", "nobody left"]


@pytest.mark.parametrize(
    "serve",
    [
        "lambda *_: os.kill(os.getpid(), 9)",
        "lambda *_: time.sleep(60)",
        "lambda asked, answered: os.write(answered, b'rubbish')",
        "lambda asked, answered: os.write(answered, __import__('pickle').dumps(3))",
        "lambda *_: 1 / 0",
        "lambda asked, answered: [os.close(asked), os.close(answered), time.sleep(60)]",
    ],
)
def test_a_second_process_that_fails_gives_no_answer(serve, file):
    file.write_bytes(good() + bytes(1 << 18))  # more than a pipe holds
    patience = "aside._PATIENCE = 0.2\n"
    assert run(f"{patience}helper.serve = {serve}\n{ASK}", file) == ["None", "nobody left"]


def test_other_bytes_than_those_asked_about_have_no_answer(file):
    assert run(ASK.replace("aside.answer(data)", "aside.answer(data + b' ')"), file) == ["None", "nobody left"]


def test_it_ends_when_the_first_process_is_killed_and_holds_none_of_its_streams():
    code = "aside.start(); print(aside._helpers[0]._process, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", START + code], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        second = int(first.stdout.readline())
        assert is_there(second)
        first.kill()
        assert first.stdout.read() == ""
    deadline = time.monotonic() + 30
    while is_there(second):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_there(process):
    """Whether the process is at work; one that waits for being seen off is not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_it_ends_quietly_where_children_are_not_waited_for(file):
    code = f"import signal\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)\n{ASK}"
    assert run(code, file)[0].startswith("Report(")


def test_an_interrupt_is_not_for_it(file):
    code = f"import signal; signal.signal(2, lambda *_: None)\n{ASK}"
    interrupt = f"time.sleep(0.1); os.kill(aside._helpers[0]._process, {signal.SIGINT.value})"
    code = code.replace("print(aside.answer", f"{interrupt}; print(aside.answer")
    assert run(code, file)[0].startswith("Report(")


@pytest.mark.parametrize("missing", ["fork", "sched_getaffinity"])
def test_a_system_that_cannot_has_none(missing, monkeypatch):
    monkeypatch.delattr(os, missing)
    aside.start()
    assert aside._helpers == []


def test_one_core_has_none(monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("started"))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1})
    aside.start()
    assert aside._helpers == []


def test_a_system_without_room_for_it_has_none(monkeypatch):
    def refuse():
        raise BlockingIOError

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(os, "fork", refuse)
    before = set(Path("/proc/self/fd").iterdir())
    aside.start()
    assert aside._helpers == []
    assert set(Path("/proc/self/fd").iterdir()) == before


@pytest.mark.parametrize("data", [good(), WRONG], ids=["good", "wrong"])
@pytest.mark.parametrize("mode", ["draft", "issued"])
def test_judging_one_paper_only_says_what_judging_many_does(data, mode):
    rules = chosen()
    assert helper._judged(data, rules, Way(mode)) == check_bytes(data, "", rules, Way(mode))
