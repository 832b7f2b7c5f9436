"""Compiled patterns kept across runs: they match as those compiled anew, and a strange cache is as good as none."""

import base64
import os
import re
import subprocess
import sys
import zlib

import pytest

from kegen import cache, patterns

SEVERAL = (
    (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})|(năm)", 0),
    (r"(?i)(phần)\s+(?:thứ\s+\w+|[IVXLC]+)", 0),
    (r"(?<!\w)[ĂÂĐÊÔƠƯẠ-Ỹ][a-z]+", re.IGNORECASE),
    ("[\ud800-\udfff\ufffe]", 0),
    (r"^a.b$", re.DOTALL | re.MULTILINE | re.ASCII),
    (rb"[a-z\xe1\xff]+(\d)?", 0),
)
TEXTS = ("ngày 3/6 năm", "PHẦN thứ hai, phần IV", "Đa, ạb, ôc", "\ud812", "a\nb\na.b", "")
BYTES = (b"ab\xe1c 12", b"")


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch):
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(re, "_cache", {})


def told(compiled):
    return [
        (
            [(found.span(), found.groups(), found.groupdict()) for found in compiled.finditer(text)],
            compiled.sub(text[:1], text),
        )
        for text in (TEXTS if isinstance(compiled.pattern, str) else BYTES)
    ]


def test_a_pattern_taken_up_is_the_one_compiled():
    fresh = [re.compile(*each) for each in SEVERAL]
    patterns.keep_new("check", {})
    re._cache.clear()
    known = patterns.take_up("check")
    assert {each[1] for each in known} == {pattern for pattern, _ in SEVERAL}
    taken = [re._cache[type(pattern), pattern, int(flags)] for pattern, flags in SEVERAL]
    assert [re.compile(*each) for each in SEVERAL] == taken == fresh
    assert [told(each) for each in taken] == [told(each) for each in fresh]
    assert [each.flags for each in taken] == [each.flags for each in fresh]


def test_only_what_is_new_is_written(monkeypatch):
    re.compile("một")
    patterns.keep_new("check", {})
    known = patterns.take_up("check")
    monkeypatch.setattr(patterns, "keep", lambda *_: pytest.fail("written again"))
    patterns.keep_new("check", known)


NUMBERS = base64.b64encode(zlib.compress(b"\xff" * 4)).decode()


def record(numbers, pattern="a", *, is_bytes=False, flags=0, length=1):
    """Return what is kept of one pattern."""
    return [[[pattern, is_bytes, 0, flags, length, 0, {}]], numbers]


@pytest.mark.parametrize(
    "kept",
    [
        *({}, [1], ["a", "b"], [[["a"]], NUMBERS], record("!"), record("AAAA"), record(NUMBERS, flags=32)),
        *(record(NUMBERS, length=-1), record(3, length=9), record(NUMBERS, pattern="Đ", is_bytes=True)),
        record(NUMBERS, pattern=["a"]),
    ],
)
def test_a_strange_cache_gives_no_pattern(kept):
    cache.keep(patterns._key("check"), kept)
    assert patterns.take_up("check") == {}
    assert re.compile("a").search("ba")


def test_a_python_built_otherwise_compiles_as_usual(monkeypatch):
    re.compile("một")
    monkeypatch.setattr(patterns, "_compiler", object())
    patterns.keep_new("check", {})
    assert patterns.take_up("check") == {}


CHECK = """
import re
from re import _compiler
from kegen import patterns
from kegen.check.files import check_once
from kegen.check.rules import chosen
from kegen.check.way import Way
from tests.check.good import good
made, compile = [], _compiler.compile
_compiler.compile = lambda *given: made.append(given[0]) or compile(*given)
patterns.keep = lambda key, value, keep=patterns.keep: keep(key, value) or print("kept")
check_once(good(), "a", chosen(), Way(medium=MEDIUM))
print(len(made))
"""


def test_a_second_check_compiles_next_to_nothing_and_keeps_nothing():
    """Nor does the seed of hashes, which is another in each process, make other patterns."""
    runs = []
    for seed, medium in enumerate(("paper", "electronic")):
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        command = [sys.executable, "-c", f"MEDIUM = {medium!r}\n{CHECK}"]
        runs.append(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.split())
    assert runs[0][0] == "kept"
    assert int(runs[0][1]) > 200
    assert len(runs[1]) == 1
    assert int(runs[1][0]) < 60
