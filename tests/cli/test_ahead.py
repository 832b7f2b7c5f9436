"""A second process for the check of one draft: when there is one, and that nothing shows of it."""

import os
import subprocess
import sys
import zipfile

import pytest

from kegen.cli.ahead import drafts_one
from kegen.shipped import templates_folder

from .conftest import GOOD

pytestmark = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="there is no second process here")

RUN = """
import os, sys
from kegen.check import aside, files, helper
from kegen.cli import main
os.sched_getaffinity = lambda _: set(range({cores}))
start = aside.start
aside.start = lambda: print("started" if start() or aside._helpers else "alone", file=sys.stderr)
here = files.check_bytes
files.check_bytes = lambda *given: print("here", file=sys.stderr) or here(*given)
sys.argv = ["kegen", "draft", *sys.argv[1:]]
"""


def drafted(folder, *arguments, cores=2, more="", cache=""):
    """Run kegen as a process; return how it ended, what it printed, and how it went about the check."""
    code = RUN.format(cores=cores) + more + "\nmain()"
    command = [sys.executable, "-c", code, *arguments]
    environment = {**os.environ, "KEGEN_CACHE_DIR": str(folder / (cache or f"cache-{cores}{len(more)}"))}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment, timeout=60)
    words = done.stderr.splitlines()
    ways = [each for each in words if each in ("started", "alone", "here")]
    return (done.returncode, done.stdout, [each for each in words if each not in ways]), ways


def template_with_a_fault(folder):
    with zipfile.ZipFile(templates_folder() / "ke-hoach.docx") as old, zipfile.ZipFile(folder / "m.docx", "w") as new:
        for each in old.namelist():
            new.writestr(each, old.read(each).replace("Độc lập".encode(), "Độc Lập".encode()))
    return ("--template", "m.docx")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("wrong", [False, True])
def test_nothing_shows_of_the_second_process(folder, form, wrong):
    arguments = ["--profile", "xa-a.yaml", "--format", form, *(template_with_a_fault(folder) if wrong else ())]
    drafted(folder, *arguments)
    aside, ways = drafted(folder, *arguments)
    alone, other_ways = drafted(folder, *arguments, cores=1)
    assert aside == alone
    assert aside[0] == int(wrong)
    assert (ways, other_ways) == (["started"], ["alone", "here"])


@pytest.mark.parametrize("serve", ["os._exit(1)", "os.write(given[1], b'x')", "time.sleep(60)"])
def test_where_it_fails_the_check_is_made_here_and_nothing_shows(folder, serve):
    arguments = ("--profile", "xa-a.yaml")
    drafted(folder, *arguments)
    fails = f"import time; aside._PATIENCE = 0.2; helper.serve = lambda *given: {serve}"
    aside, ways = drafted(folder, *arguments, more=fails)
    assert aside == drafted(folder, *arguments, cores=1)[0]
    assert ways == ["started", "here"]


def test_a_draft_seen_before_needs_no_answer(folder):
    arguments = ("--profile", "xa-a.yaml")
    first = drafted(folder, *arguments, cache="same")
    second = drafted(folder, *arguments, cache="same", more="aside.Helper.answer = None")
    assert first[1] == second[1] == ["started"]
    assert first[0][1].replace("đã soạn", "không có gì thay đổi") == second[0][1]


def test_a_profile_with_errors_ends_it(folder):
    (folder / "xa-b.yaml").write_text(GOOD.replace("level: xa", "level: huyện"), encoding="utf-8")
    (code, out, err), ways = drafted(folder, "--profile", "xa-b.yaml")
    assert (code, out, ways) == (1, "", ["started"])
    assert "xa-b.yaml:1:15" in err[0]


@pytest.mark.parametrize(
    ("arguments", "one"),
    [
        ("draft --profile a", True),
        ("draft --profile=a --format json", True),
        ("draft --profile a --output b", True),
        ("draft --profile a --no-check", False),
        ("draft --profile a --profile b", False),
        ("draft --profile a --profile=b", False),
        ("draft --profile .", False),
        ("draft --profile a -h", False),
        ("draft --profile", False),
        ("draft", False),
        ("", False),
        ("check a.docx", False),
        ("resolve --profile a", False),
        ("cascade --profile a --output b", False),
    ],
)
def test_only_a_run_that_checks_one_draft_has_a_second_process(arguments, one):
    assert drafts_one(arguments.split()) is one


def test_a_run_in_a_process_of_others_has_none(kegen, monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("started"))
    assert kegen("draft", "--profile", "xa-a.yaml").code == 0
