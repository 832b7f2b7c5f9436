"""`kegen tasks`: printed, and written as every kind of file."""

import csv
import io
import json
import sys

import icalendar
import openpyxl
import pytest


def test_it_prints_the_tasks_to_read(kegen):
    run = kegen("tasks", "--profile", "xa-a.yaml")
    assert run.out.startswith("Kế hoạch số 12/KH-UBND ngày 03/6/2026 của Ủy ban nhân dân xã Gia Kiệm\n1. [")
    assert "   Thời hạn: Quý II năm 2026\n" in run.out


def test_it_prints_them_for_a_program(kegen):
    tasks = json.loads(kegen("tasks", "--profile", "xa-a.yaml", "--format", "json").out)["tasks"]
    due = next(each["due"] for each in tasks if each["deadline"] == "Quý II năm 2026")
    assert due == {"days": [{"year": 2026, "month": 6, "day": 30}], "every": [], "always": False}


def test_a_workbook_has_a_row_for_each_task(kegen, folder):
    run = kegen("tasks", "--profile", "xa-a.yaml", "--format", "xlsx")
    assert (run.code, run.out) == (0, "xa-a.xlsx: đã ghi\n")
    count = len(json.loads(kegen("tasks", "--profile", "xa-a.yaml", "--format", "json").out)["tasks"])
    sheet = openpyxl.load_workbook(folder / "xa-a.xlsx").active
    assert [sheet.cell(row, 1).value for row in range(5, sheet.max_row + 1)] == list(range(1, count + 1))


def test_the_name_of_the_output_tells_its_kind(kegen, folder):
    assert kegen("tasks", "--profile", "xa-a.yaml", "--output", "viec.csv").code == 0
    rows = list(csv.reader(io.StringIO((folder / "viec.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert rows[0][1] == "Nhiệm vụ"
    assert rows[1][0] == "1"


def test_a_calendar_tells_what_it_does_not_have(kegen, folder):
    run = kegen("tasks", "--profile", "xa-a.yaml", "--format", "ics")
    assert "nhiệm vụ không đưa vào lịch:\n    - việc thường xuyên (" in run.out
    calendar = icalendar.Calendar.from_ical((folder / "xa-a.ics").read_bytes())
    assert calendar.walk("vevent")


@pytest.mark.parametrize("form", ["xlsx", "csv", "ics"])
def test_a_second_run_changes_nothing(kegen, folder, form):
    kegen("tasks", "--profile", "xa-a.yaml", "--format", form)
    before = (folder / f"xa-a.{form}").read_bytes()
    assert kegen("tasks", "--profile", "xa-a.yaml", "--format", form).out.startswith(
        f"xa-a.{form}: không có gì thay đổi"
    )
    assert (folder / f"xa-a.{form}").read_bytes() == before


def test_a_workbook_nobody_changed_is_written_anew(kegen, folder):
    kegen("tasks", "--profile", "xa-a.yaml", "--format", "xlsx")
    profile = folder / "xa-a.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("number: 12", "number: 13"), encoding="utf-8")
    assert "đã ghi lại" in kegen("tasks", "--profile", "xa-a.yaml", "--format", "xlsx").out


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_sheet_somebody_changed_is_kept(kegen, folder, form):
    (folder / f"xa-a.{form}").write_bytes(b"TT,xong\r\n")
    run = kegen("tasks", "--profile", "xa-a.yaml", "--format", form)
    assert run.code == 1
    assert "không ghi đè" in run.err
    assert (folder / f"xa-a.{form}").read_bytes() == b"TT,xong\r\n"
    assert kegen("tasks", "--profile", "xa-a.yaml", "--format", form, "--force").code == 0
    assert (folder / f"xa-a (bản cũ 1).{form}").read_bytes() == b"TT,xong\r\n"


def test_an_ending_that_is_not_the_formats_is_told(kegen):
    run = kegen("tasks", "--profile", "xa-a.yaml", "--format", "xlsx", "--output", "a.csv")
    assert run.code == 2
    assert "đuôi .xlsx" in run.err


def test_a_library_that_is_missing_is_told(kegen, folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    run = kegen("tasks", "--profile", "xa-a.yaml", "--format", "xlsx")
    assert run.code == 2
    assert 'pip install "kegen[sheets]"' in run.err
    assert not (folder / "xa-a.xlsx").exists()
