"""`kegen cascade` and `kegen draft` of many, as a person runs them."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from kegen.cli.progress import Progress, Stop

THREE = ("cascade", "--profile", "tinh.yaml", "--output", "ra", "--units", "ds.csv")


def test_one_line_a_unit_then_the_sum(kegen):
    run = kegen(*THREE)
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[0].startswith("xa-nhu-khe.yaml: đã soạn; 2 chỗ trống")
    assert lines[1].startswith("phuong-minh-xuan.yaml: đã soạn; 3 chỗ trống")
    assert lines[4].startswith("tỉnh Tuyên Quang, 3 đơn vị: 3 đã soạn")
    assert "ket-qua.csv" in lines[5]
    assert "3 không có gì thay đổi" in kegen(*THREE).out


def test_a_unit_with_an_error_ends_with_1_and_the_others_go_on(kegen, folder):
    kegen(*THREE)
    (folder / "ra" / "xa-lam-binh.yaml").write_text("unit: {level: huyện, name: A}\n", encoding="utf-8")
    run = kegen(*THREE)
    assert run.code == 1
    assert "xa-lam-binh.yaml:1:15: lỗi" in run.err
    assert "xa-lam-binh.yaml (hồ sơ đã sửa tay): chưa soạn được" in run.out
    assert run.out.count("không có gì thay đổi") == 3


def test_a_wrong_row_ends_with_1_and_the_others_go_on(kegen, folder):
    (folder / "ds.csv").write_text("Tên\nNhữ Khe\nLâm Bình\n", encoding="utf-8")
    run = kegen(*THREE)
    assert run.code == 1
    assert run.err.startswith("ds.csv:2: lỗi: tỉnh Tuyên Quang không có đơn vị “Nhữ Khe”; có phải là Nhữ Khê?")
    assert "1 đã soạn" in run.out
    assert "1 dòng của bảng có lỗi nên không được soạn" in run.out


def test_an_edited_draft_is_told_and_is_no_fault(kegen, folder):
    kegen(*THREE)
    file = folder / "ra" / "xa-nhu-khe.docx"
    file.write_bytes(file.read_bytes() + b"x")
    run = kegen(*THREE)
    assert run.code == 0
    assert "xa-nhu-khe.yaml: bản Word đã sửa tay, giữ nguyên" in run.out


def test_json_and_csv_have_the_same_units(kegen):
    units = json.loads(kegen(*THREE, "--format", "json").out)["units"]
    rows = list(csv.DictReader(io.StringIO(kegen(*THREE, "--format", "csv").out)))
    assert [each["unit"] for each in units] == [row["Đơn vị"] for row in rows]
    assert [str(len(each["blanks"])) for each in units] == [row["Chỗ trống"] for row in rows]
    assert {row["Kết quả"] for row in rows} == {"không có gì thay đổi"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("cascade",), "thiếu --profile"),
        (("cascade", "--profile", "tinh.yaml"), "thiếu --output"),
        ((*THREE, "--jobs", "0"), "hãy ghi số tiến trình từ 1 trở lên"),
        ((*THREE, "--format", "xml"), "hãy chọn: text, json, csv"),
        (("cascade", "--profile", "tinh.yml", "--output", "ra"), "không tìm thấy hồ sơ"),
        ((*THREE[:-1], "x.csv"), "không có tệp này"),
        ((*THREE, "--template", "x.docx"), "x.docx: không đọc được"),
        (("draft", "--profile", "trong"), "không có hồ sơ .yaml nào"),
        (("draft", "--profile", "tinh.yaml", "--jobs", "x"), "--jobs"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(kegen, folder, arguments, told):
    (folder / "trong").mkdir()
    run = kegen(*arguments)
    assert run.code == 2
    assert told in run.err


def test_a_folder_of_profiles_is_drafted_without_the_saved_plans_in_it(kegen, folder):
    kegen(*THREE, "--no-check")
    run = kegen("draft", "--profile", "ra", "--output", "ban", "--no-check")
    assert run.code == 0
    assert {each.name for each in (folder / "ban").iterdir()} == {
        *("xa-nhu-khe.docx", "phuong-minh-xuan.docx", "xa-lam-binh.docx")
    }
    assert (folder / "ban" / "xa-nhu-khe.docx").read_bytes() == (folder / "ra" / "xa-nhu-khe.docx").read_bytes()


@pytest.mark.heavy
@pytest.mark.usefixtures("ordering")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_profiles_come_out_as_one_after_the_other_would(kegen, folder, jobs):
    text = (folder / "tinh.yaml").read_text(encoding="utf-8")
    (folder / "hs").mkdir()
    for number in range(60):
        (folder / "hs" / f"t{number:02}.yaml").write_text(text.replace("176", str(100 + number)), encoding="utf-8")
    (folder / "hs" / "t07.yaml").write_text("unit: {}\n", encoding="utf-8")
    many = kegen("draft", "--profile", "hs", "--output", "a", "--no-check", "--jobs", jobs, "--format", "json")
    assert many.code == 1
    files = json.loads(many.out)["files"]
    assert [each["profile"] for each in files] == [os.path.join("hs", f"t{n:02}.yaml") for n in range(60)]  # noqa: PTH118
    assert [each["profile"][3:6] for each in files if each["problems"]] == ["t07"]
    assert "đã soạn 6/60 hồ sơ, còn 54" in many.err
    kegen("draft", "--profile", "hs/t08.yaml", "--output", "b/", "--no-check")
    assert (folder / "a" / "t08.docx").read_bytes() == (folder / "b" / "t08.docx").read_bytes()


def test_progress_is_a_line_now_and_then_where_there_is_no_terminal(capsys):
    progress = Progress("đơn vị")
    for done in range(1, 201):
        progress(done, 200)
    progress.end()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "đã soạn 20/200 đơn vị, còn 180"
    assert len(lines) == 9


def test_progress_is_a_bar_on_a_terminal(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress("đơn vị")
    for done in range(1, 11):
        progress(done, 10)
    progress.end()
    shown = capsys.readouterr().err
    assert "còn 7 đơn vị" in shown
    assert "10/10" in shown
    assert shown.endswith("\n")


def test_the_first_ctrl_c_is_a_wish_the_second_an_order():
    import signal

    old = signal.getsignal(signal.SIGINT)
    with Stop().heeded() as stop:
        assert not stop()
        signal.raise_signal(signal.SIGINT)
        assert stop()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is old


def test_what_one_draft_does_not_need_is_not_loaded(folder):
    code = (
        "import sys; from kegen.cli.shell import run; run(['draft', '--profile', 'tinh.yaml', '--no-check']);"
        "unwanted = ('multiprocessing', 'lxml', 'docxtpl', 'openpyxl');"
        "print([each for each in unwanted if each in sys.modules])"
    )
    for _ in range(2):  # the first may have to make the master template ready
        run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
