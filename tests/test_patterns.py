"""Compiled patterns kept across runs: they match as those compiled anew, and a strange cache is as good as none."""

import re
import subprocess
import sys

import pytest

from kegen import cache, patterns

SEVERAL = (
    (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})|(năm)", 0),
    (r"(?i)(phần)\s+(?:thứ\s+\w+|[IVXLC]+)", 0),
    (r"(?<!\w)[ĂÂĐÊÔƠƯẠ-Ỹ][a-z]+", re.IGNORECASE),
    ("[\ud800-\udfff\ufffe]", 0),
    (r"^a.b$", re.DOTALL | re.MULTILINE | re.ASCII),
)
TEXTS = ("ngày 3/6 năm", "PHẦN thứ hai, phần IV", "Đa, ạb, ôc", "\ud812", "a\nb\na.b", "")


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch):
    monkeypatch.setenv("KEGEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(re, "_cache", {})


def told(compiled):
    return [
        (
            [(found.span(), found.groups(), found.groupdict()) for found in compiled.finditer(text)],
            compiled.sub("-", text),
        )
        for text in TEXTS
    ]


def test_a_pattern_taken_up_is_the_one_compiled():
    fresh = [re.compile(*each) for each in SEVERAL]
    patterns.keep_new(frozenset())
    re._cache.clear()
    known = patterns.take_up()
    assert {each[1] for each in known} == {pattern for pattern, _ in SEVERAL}
    taken = [re._cache[str, pattern, int(flags)] for pattern, flags in SEVERAL]
    assert [re.compile(*each) for each in SEVERAL] == taken == fresh
    assert [told(each) for each in taken] == [told(each) for each in fresh]
    assert [each.flags for each in taken] == [each.flags for each in fresh]


def test_only_what_is_new_is_written(monkeypatch):
    re.compile("một")
    patterns.keep_new(frozenset())
    known = patterns.take_up()
    monkeypatch.setattr(patterns, "keep", lambda *_: pytest.fail("written again"))
    patterns.keep_new(known)


@pytest.mark.parametrize(
    "kept",
    [{}, [1], [["a"]], [["a", 0, 0, "!", 0, {}]], [["a", 0, 0, "AAAA", 0, {}]], [["a", 0, 32, "/////w==", 0, {}]]],
)
def test_a_strange_cache_gives_no_pattern(kept):
    cache.keep(patterns._key(), kept)
    assert patterns.take_up() == frozenset()
    assert re.compile("a").search("ba")


def test_a_python_built_otherwise_compiles_as_usual(monkeypatch):
    re.compile("một")
    monkeypatch.setattr(patterns, "_compiler", object())
    patterns.keep_new(frozenset())
    assert patterns.take_up() == frozenset()


def test_a_second_check_compiles_next_to_nothing():
    code = (
        "import re; from re import _compiler; from kegen.check.files import check_once;"
        "from kegen.check.rules import chosen;"
        "from kegen.check.way import Way; from tests.check.good import good;"
        "made = []; compile = _compiler.compile;"
        "_compiler.compile = lambda *given: made.append(given) or compile(*given);"
        "check_once(good(), 'a', chosen(), Way(medium=MEDIUM)); print(len(made))"
    )
    counts = [
        int(
            subprocess.run(
                [sys.executable, "-c", f"MEDIUM = {medium!r};{code}"], check=True, capture_output=True
            ).stdout
        )
        for medium in ("paper", "electronic")
    ]
    assert counts[0] > 200
    assert counts[1] < 60
