"""A folder with the plan of a province, and kegen run in it, by options or by what somebody types."""

import io
import sys

import pytest

from tests.running import run_kegen

from .parents import PARENT


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tinh.plan.yaml").write_text(PARENT, encoding="utf-8")
    return tmp_path


class Keyboard(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def kegen(folder, capsys, monkeypatch):  # noqa: ARG001 - it runs there
    """Run kegen with arguments; with `typed`, somebody types those lines."""

    def call(*arguments, typed=None):
        keyboard = io.StringIO() if typed is None else Keyboard("".join(f"{line}\n" for line in typed))
        monkeypatch.setattr(sys, "stdin", keyboard)
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _text: _line(keyboard))
        return run_kegen(capsys, *arguments)

    return call


def _line(keyboard):
    if not (line := keyboard.readline()):
        raise EOFError
    return line.rstrip("\n")
