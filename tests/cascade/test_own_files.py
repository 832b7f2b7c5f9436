"""A cascade among files of somebody's own: put aside or left alone, never deleted, never waited for."""

import json
import os
import shutil
import signal
import unicodedata

import pytest

from kegen.cascade.folder import FolderError, locked, open_folder
from kegen.cascade.record import CascadeRecord, read_record
from kegen.problem import KegenError, Severity

from .test_again import edit, statuses

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")


def told(done):
    return [str(each) for each in done.problems]


# --- tables


@pytest.mark.parametrize("name", ["ket-qua.csv", "ket-qua.json"])
def test_a_table_that_was_there_before_is_kept_and_told(folder, go, name):
    (folder / "ra").mkdir()
    (folder / "ra" / name).write_bytes(b"mine")
    done = go()
    stem, ending = name.split(".")
    assert (folder / "ra" / f"{stem} (bản cũ 1).{ending}").read_bytes() == b"mine"
    assert [f"ket-qua (bản cũ 1).{ending}" in each for each in told(done)] == [True]
    assert all(each.severity is Severity.WARNING for each in done.problems)


def test_tables_that_nobody_edited_are_written_anew_and_edited_ones_kept(folder, go):
    go()
    (folder / "ra" / "xa-nhu-khe.docx").unlink()
    assert told(go()) == []
    table = folder / "ra" / "ket-qua.csv"
    table.write_bytes(table.read_bytes() + b"mine")
    (folder / "ra" / "xa-nhu-khe.docx").unlink()
    go()
    assert (folder / "ra" / "ket-qua (bản cũ 1).csv").read_bytes().endswith(b"mine")
    assert not list((folder / "ra").glob("*(bản cũ 2)*"))


# --- what is deleted


@posix
def test_a_hidden_folder_that_is_a_link_is_refused_and_nothing_behind_it_touched(folder, go):
    (folder / "cua-toi").mkdir()
    mine = [folder / "cua-toi" / name for name in ("nam-2020.plan.yaml", ".kegen-0123456789abcdef.tmp", "record.json")]
    for each in mine:
        each.write_bytes(b"mine")
    (folder / "ra").mkdir()
    (folder / "ra" / ".kegen-cascade").symlink_to("../cua-toi")
    with pytest.raises(FolderError, match="lối tắt"):
        go()
    assert [each.read_bytes() for each in mine] == [b"mine"] * 3
    assert len(list((folder / "cua-toi").iterdir())) == 3


@posix
def test_a_folder_that_is_a_link_itself_is_used(folder, go):
    (folder / "that").mkdir()
    (folder / "ra").symlink_to("that")
    assert set(statuses(go()).values()) == {"done"}


@posix
def test_only_states_of_the_plan_that_kegen_saved_are_removed(folder, go):
    go()
    hidden = folder / "ra" / ".kegen-cascade"
    (former,) = hidden.glob("*.plan.yaml")
    mine = [hidden / name for name in ("nam-2020.plan.yaml", f"{'0' * 64}.plan.yaml")]
    for each in mine:
        each.write_bytes(b"mine")
    edit(folder / "tinh.yaml", "number: 176", "number: 177")
    go()
    assert not former.exists()
    assert all(each.read_bytes() == b"mine" for each in mine)


# --- the lock and the record


@posix
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda file: file.symlink_to("khong-co")])
def test_a_lock_that_is_no_file_is_told(tmp_path, make):
    hidden = open_folder(tmp_path).lock
    make(hidden)
    with pytest.raises(KegenError, match="để khóa thư mục"), locked(hidden):
        pass


BROKEN = {
    "a lone surrogate": lambda text: text.replace('"obstacle":""', '"obstacle":"\\ud800"', 1),
    "a number without end": lambda text: text.replace('"form":1', '"form":1,"x":Infinity'),
    "no number": lambda text: text.replace('"form":1', '"form":1,"x":NaN'),
    "a deep nest": lambda _: "[" * 200_000 + "]" * 200_000,
    "a digest as long as no name": lambda text: text.replace('"above":"', '"above":"' + "x" * 300, 1),
    "a digest that leads elsewhere": lambda text: text.replace('"above":"', '"above":"../', 1),
    "a number for a text": lambda text: text.replace('"obstacle":""', '"obstacle":1', 1),
    "a list for a record": lambda _: "[]",
    "a blank of other fields": lambda text: text.replace('"what":', '"whatever":', 1),
    "half of it": lambda text: text[: len(text) // 2],
    "nothing": lambda _: "",
    "a number of 5,000 digits": lambda text: text.replace('"form":1', f'"form":1,"x":{"9" * 5000}'),
}


@pytest.mark.heavy
@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_record_is_as_good_as_none(folder, go, kind):
    go()
    file = folder / "ra" / ".kegen-cascade" / "record.json"
    text = file.read_text(encoding="utf-8")
    changed = BROKEN[kind](text)
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    assert read_record(file) == CascadeRecord()


def test_after_a_broken_record_the_next_run_and_the_one_after_go_on(folder, go):
    go()
    (folder / "ra" / ".kegen-cascade" / "record.json").write_text(
        '{"form":1,"units":{"a":"\\ud800"}}', encoding="utf-8"
    )
    assert set(statuses(go()).values()) == {"done"}
    assert set(statuses(go()).values()) == {"unchanged"}


@posix
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_a_record_that_cannot_be_read_stops_the_run_in_a_sentence(folder, go, make):
    record = open_folder(folder / "ra").record
    make(record)
    signal.alarm(10)
    try:
        with pytest.raises(FolderError, match=r"record\.json"):
            go()
    finally:
        signal.alarm(0)


@posix
@pytest.mark.parametrize("name", ["xa-nhu-khe.yaml", "xa-nhu-khe.docx", "ket-qua.csv"])
def test_a_pipe_in_the_place_of_a_file_is_told_and_stops_no_other(folder, go, name):
    (folder / "ra").mkdir()
    os.mkfifo(folder / "ra" / name)
    signal.alarm(30)
    try:
        done = go()
    finally:
        signal.alarm(0)
    assert list(statuses(done).values()).count("done") >= 2
    assert any("ống dẫn" in each for each in (*done.obstacles, *(result.obstacle for result in done.results)))


# --- what counts as an edit


RESAVED = {
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "letters and marks apart": lambda text: unicodedata.normalize("NFD", text).encode(),
    "one more line end": lambda text: f"{text}\r\n".encode(),
    "no last line end": lambda text: text.rstrip("\n").encode(),
    "blanks at line ends": lambda text: text.replace("\n", "  \n").encode(),
}


@pytest.mark.heavy
@pytest.mark.parametrize("kind", RESAVED)
def test_a_profile_saved_again_as_other_programs_save_it_is_not_edited(folder, go, kind):
    go()
    profile = folder / "ra" / "xa-nhu-khe.yaml"
    profile.write_bytes(RESAVED[kind](profile.read_text(encoding="utf-8")))
    before = profile.read_bytes()
    assert not go().results[0].own_profile
    assert profile.read_bytes() == before
    edit(folder / "ds.csv", "Nguyễn Trường Giang", "Trần Văn Mới")
    done = go()
    assert "name: Trần Văn Mới" in profile.read_text(encoding="utf-8")
    assert told(done) == []


@pytest.mark.parametrize(
    "change", [lambda text: text + "# ghi chú của tôi\n", lambda text: text.replace("# Hồ sơ", "# hồ sơ")]
)
def test_a_word_of_somebody_s_even_in_a_comment_is_an_edit(folder, go, change):
    go()
    profile = folder / "ra" / "xa-nhu-khe.yaml"
    profile.write_text(change(profile.read_text(encoding="utf-8")), encoding="utf-8")
    before = profile.read_bytes()
    edit(folder / "ds.csv", "Nguyễn Trường Giang", "Trần Văn Mới")
    assert go().results[0].own_profile
    assert profile.read_bytes() == before


def test_a_row_that_an_edited_profile_leaves_unused_is_told_on_every_run(folder, go):
    go()
    edit(folder / "ra" / "xa-nhu-khe.yaml", "# number: 114", "number: 114")
    assert told(go()) == []  # the row says what it said
    edit(folder / "ds.csv", "Nguyễn Trường Giang", "Trần Văn Mới")
    for _ in range(2):
        (line,) = told(go())
        assert line.startswith("ds.csv:2: cảnh báo: dòng 2 của bảng không dùng")
        assert "xa-nhu-khe.yaml đã sửa tay" in line


# --- rights


@posix
def test_profiles_drafts_and_tables_of_a_list_for_few_are_for_few(folder, go):
    (folder / "ds.csv").chmod(0o600)
    go()
    written = [*(folder / "ra").glob("*.yaml"), *(folder / "ra").glob("*.docx"), *(folder / "ra").glob("ket-qua*")]
    assert {each.stat().st_mode & 0o077 for each in written} == {0}


def test_the_record_says_which_tables_kegen_left(folder, go):
    go()
    record = json.loads((folder / "ra" / ".kegen-cascade" / "record.json").read_bytes())
    assert len(record["tables"]) == 2


def test_a_folder_copied_elsewhere_goes_on_there(folder, go):
    go()
    shutil.copytree(folder / "ra", folder / "khac")
    assert set(statuses(go(out="khac")).values()) == {"unchanged"}
