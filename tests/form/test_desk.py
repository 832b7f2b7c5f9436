"""Edits are saved whole, on the version they were made on, and nothing that was typed is lost."""

import errno
import os
import threading
from pathlib import Path

import pytest

from kegen.form.desk import Conflict, Desk, NotWritten, Written
from kegen.form.edit import SetField
from kegen.output.turns import turn
from kegen.problem import KegenError

TEXT = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}  # xã\r\nnumber: 1\r\n"
EDIT = SetField(("number",), "114")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "xa.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    return path


def test_an_edit_is_in_the_file_and_all_else_as_it_was(file):
    desk = Desk(file)
    outcome = desk.write(EDIT, desk.read()[1])
    assert isinstance(outcome, Written)
    assert file.read_bytes() == b"\xef\xbb\xbf" + TEXT.replace("number: 1\r", "number: 114\r").encode()
    assert outcome.version == desk.read()[1]
    assert list(file.parent.iterdir()) == [file]


def test_an_edit_of_an_old_page_writes_nothing_and_both_texts_come_back(file):
    desk = Desk(file)
    _, old = desk.read()
    file.write_text("unit: {level: xa, name: Tân Trào}\n", encoding="utf-8")
    outcome = desk.write(EDIT, old)
    assert isinstance(outcome, Conflict)
    assert outcome.edit == EDIT
    assert outcome.theirs == "unit: {level: xa, name: Tân Trào}\n"
    assert outcome.mine == TEXT.replace("number: 1\r", "number: 114\r").replace("\r\n", "\n")
    assert file.read_text(encoding="utf-8") == outcome.theirs
    again = desk.write(EDIT, outcome.version)  # the edit on what is there now
    assert isinstance(again, Written)
    assert "Tân Trào" in again.text
    assert "number: 114" in again.text


def test_a_version_that_nobody_remembers_gives_the_file_and_the_edit_back(file):
    outcome = Desk(file).write(EDIT, "an older run")
    assert isinstance(outcome, Conflict)
    assert (outcome.edit, outcome.mine) == (EDIT, None)


def test_who_keeps_theirs_over_another_finds_that_beside_it(file):
    desk = Desk(file)
    _, old = desk.read()
    file.write_text("unit: {level: xa, name: Tân Trào}\n", encoding="utf-8")
    conflict = desk.write(EDIT, old)
    outcome = desk.keep_mine(conflict.mine, conflict.version)
    assert isinstance(outcome, Written)
    assert outcome.backup.read_text(encoding="utf-8") == "unit: {level: xa, name: Tân Trào}\n"
    assert "number: 114" in file.read_text(encoding="utf-8")
    assert isinstance(desk.keep_mine("unit: {}\n", conflict.version), Conflict)


def test_steps_are_taken_back_and_made_again_byte_for_byte(file):
    desk, states = Desk(file), [file.read_bytes()]
    for number in ("2", "3"):
        desk.write(SetField(("number",), number), desk.read()[1])
        states.append(file.read_bytes())
    for state in (states[1], states[0]):
        assert isinstance(desk.undo(), Written)
        assert file.read_bytes() == state
    assert isinstance(desk.undo(), NotWritten)
    assert isinstance(desk.redo(), Written)
    assert file.read_bytes() == states[1]
    desk.write(SetField(("number",), "9"), desk.read()[1])
    assert not desk.can_redo


def test_a_step_is_not_taken_back_over_what_somebody_saved_since(file):
    desk = Desk(file)
    desk.write(EDIT, desk.read()[1])
    file.write_bytes(TEXT.encode() + b"date: 2026\r\n")
    assert isinstance(desk.undo(), Conflict)
    assert b"date: 2026" in file.read_bytes()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_on_a_full_disk_the_file_stays_and_the_edit_comes_back(file, monkeypatch, number):
    desk, before = Desk(file), file.read_bytes()
    version = desk.read()[1]

    def fail(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    outcome = desk.write(EDIT, version)
    assert isinstance(outcome, NotWritten)
    assert outcome.edit == EDIT
    assert "vẫn nguyên" in outcome.why
    assert "--output" not in outcome.why
    assert file.read_bytes() == before
    assert not desk.can_undo
    assert list(file.parent.iterdir()) == [file]


def test_what_is_saved_in_the_moment_of_writing_counts(file, monkeypatch):
    desk = Desk(file)
    version, real = desk.read()[1], os.fsync

    def save_meanwhile(handle):
        file.write_text("unit: {level: xa, name: Tân Trào}\n", encoding="utf-8")
        real(handle)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    outcome = desk.write(EDIT, version)
    assert isinstance(outcome, Conflict)
    assert outcome.theirs == file.read_text(encoding="utf-8") == "unit: {level: xa, name: Tân Trào}\n"
    assert "number: 114" in outcome.mine


def test_of_two_tabs_that_write_at_once_none_loses_a_word(file):
    def write(name):
        desk = Desk(file)
        for at in range(4):
            edit = SetField(("terms", f"{name}-{at}"), "lời")
            while not isinstance(desk.write(edit, desk.read()[1]), Written):
                pass

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    text = file.read_text(encoding="utf-8-sig")
    assert all(f"{name}-{at}: lời" in text for name in "ab" for at in range(4))


def test_a_turn_that_another_has_is_waited_for_and_then_refused(file, monkeypatch):
    monkeypatch.setattr("kegen.output.turns._PATIENCE", 0.05)
    with turn(file), pytest.raises(KegenError, match="đang được ghi"), turn(file):
        pass
    with turn(file):
        pass
    assert list(file.parent.iterdir()) == [file]


def test_a_problem_of_the_edit_is_told_as_on_the_command_line(file):
    desk = Desk(file)
    outcome = desk.write(SetField(("date",), "32/6/2026"), desk.read()[1])
    assert isinstance(outcome, NotWritten)
    assert [each.id for each in outcome.problems] == ["sai-gia-tri"]
    assert "không có trên lịch" in outcome.why


def test_a_file_that_is_gone_is_told_and_the_edit_comes_back(tmp_path):
    outcome = Desk(Path(tmp_path / "x.yaml")).write(EDIT, "")
    assert isinstance(outcome, NotWritten)
    assert outcome.edit == EDIT
