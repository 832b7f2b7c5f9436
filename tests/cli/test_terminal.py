"""Nothing that is printed can steer a terminal, whatever file names and documents hold."""

import json

import pytest

from kegen.cli.console import harmless

from .conftest import GOOD

STEERING = [
    "\x1b]0;x\a",
    "\x9b31m",
    "\x9d0;x\x9c",
    "\x7f",
    "\b",
    "\r",
    "\x0b",
    "\x0c",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u2028",
]
"""Of C0 and C1, marks of direction, ends of lines that no line has."""


@pytest.mark.parametrize("signs", STEERING)
def test_what_steers_a_terminal_is_written_out(signs):
    shown = harmless(f"một{signs}hai")
    assert all(each.isprintable() for each in shown)
    assert json.loads(f'"{shown}"') == f"một{signs}hai"


@pytest.mark.parametrize("text", ["Ủy ban nhân dân – “Đặc khu” …\t≥ 5\n- 😀", "một\r\nhai\r\n", "to\u0302\u0309 hợp"])
def test_what_people_write_stays_as_it_is(text):
    assert harmless(text) == text


@pytest.mark.parametrize("command", [["draft", "--output", "ra/"], ["tasks"], ["resolve"]])
def test_the_name_of_a_profile_reaches_no_terminal_raw(kegen, folder, command):
    (folder / "hs").mkdir()
    (folder / "hs" / "x\x1b]0;y\a\u202e.yaml").write_text("x: 1\n", encoding="utf-8")
    run = kegen(command[0], "--profile", "hs/x\x1b]0;y\a\u202e.yaml", *command[1:])
    assert run.code
    assert {"\x1b", "\a", "\u202e"}.isdisjoint(run.out + run.err)
    assert "x\\u001b]0;y\\u0007\\u202e." in run.err


def test_the_text_of_a_document_reaches_no_terminal_raw(kegen, folder):
    (folder / "b.yaml").write_text(GOOD.replace("Nguyễn Văn An", "Nguyễn Văn \u202eAn"), encoding="utf-8")
    for name in ("xa-a", "b"):
        kegen("draft", "--profile", f"{name}.yaml", "--no-check", "--output", f"{name}.docx")
    for form in ("text", "json"):
        run = kegen("diff", "xa-a.docx", "b.docx", "--format", form)
        assert "\u202e" not in run.out
