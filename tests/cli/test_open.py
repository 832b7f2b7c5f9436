"""`kegen open`, where it can be told without a browser; the page itself is tried in tests/page."""

import sys

import pytest


@pytest.fixture
def without_starlette(monkeypatch):
    for name in [each for each in sys.modules if each == "kegen.page" or each.startswith("kegen.page.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [each for each in sys.modules if each.partition(".")[0] == "starlette"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "starlette", None)


@pytest.mark.usefixtures("without_starlette")
@pytest.mark.parametrize("arguments", [["open"], ["preview", "--profile", "xa-a.yaml"]])
def test_without_its_libraries_it_says_what_to_install(kegen, arguments):
    run = kegen(*arguments)
    assert run.code == 2
    assert 'pip install "kegen[page]"' in run.err


def test_a_name_that_is_no_profile_and_no_folder_is_told(kegen):
    run = kegen("open", "khong-co")
    assert run.code == 2
    assert "khong-co" in run.err


def test_one_name_at_a_time(kegen):
    assert kegen("open", "xa-a.yaml", "xa-b.yaml").code == 2


def test_a_profile_that_comes_with_kegen_is_not_filled_in_where_it_lies(kegen):
    for arguments in (["open", "mau-xa"], ["preview", "--profile", "mau-xa"]):
        run = kegen(*arguments)
        assert run.code == 2
        assert "hãy chép" in run.err
