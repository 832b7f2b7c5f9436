"""`kegen coverage`: the orders of the plan above against the unit's plan, as text, JSON and a sheet."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

XA = """\
unit: {level: xa, name: Gia Kiệm, province: Đồng Nai}
parent_plan: {plan: tinh.plan.yaml}
terms: {below: các ấp}
"""
TINH = """\
unit: {level: thanh-pho, name: Đồng Nai}
number: 7
date: 04/5/2026
tasks:
  tc-nhom-mang: {section: tc-thu-truong, wording: "=Rà soát các nhóm trên mạng.", lead: tat-ca, deadline: 30/9/2026}
"""
ALL_TAKEN = "tasks: {tc-nhom-mang: {section: phuong-thuc}, kl-chiu-trach-nhiem: {section: ky-luat}}\n"


@pytest.fixture
def commune(folder, kegen):
    """Write a commune's profile under a province's saved plan."""
    (folder / "tinh.yaml").write_text(TINH, encoding="utf-8")
    assert kegen("resolve", "--profile", "tinh.yaml", "--output", "tinh.plan.yaml").code == 0

    def write(more=""):
        (folder / "xa.yaml").write_text(XA + more, encoding="utf-8")

    write()
    return write


@pytest.mark.usefixtures("commune")
def test_open_orders_come_first_and_make_it_end_with_1(kegen):
    run = kegen("coverage", "--profile", "xa.yaml")
    assert run.code == 1
    assert run.out.startswith("xa.yaml: 31 việc, chỉ tiêu cấp trên giao: còn bỏ ngỏ 2, đã bỏ, có lý do 0, đã nhận 29\n")
    open_, _, rest = run.out.partition("ĐÃ NHẬN")
    assert "tc-nhom-mang: =Rà soát các nhóm trên mạng. [cấp trên giao: Các sở" in open_
    assert "    → tc-don-doc: Phòng Văn hóa - Xã hội; hạn: Trước 05/6 và 05/12 hằng năm" in rest
    assert "CHỈ CÓ Ở ĐƠN VỊ NÀY" in rest
    assert run.err == ""


def test_it_ends_with_0_when_nothing_is_open(kegen, commune):
    commune(ALL_TAKEN)
    run = kegen("coverage", "--profile", "xa.yaml")
    assert (run.code, "BỎ NGỎ" in run.out) == (0, False)


@pytest.mark.usefixtures("commune")
def test_a_program_reads_the_same(kegen):
    run = kegen("coverage", "--profile", "xa.yaml", "--format", "json")
    told = json.loads(run.out)
    assert run.code == 1
    assert told["counts"] == {"open": 2, "left-out": 0, "taken": 29}
    assert told["above"]["number"] == "07/KH-UBND"
    states = {each["id"]: each["state"] for each in told["orders"]}
    assert states["tc-nhom-mang"] == "open"
    (answer,) = next(each["answers"] for each in told["orders"] if each["id"] == "tc-bao-cao")
    assert answer["wording"].startswith("- Chủ trì theo dõi, đôn đốc")


@pytest.mark.usefixtures("commune")
def test_the_sheet_has_a_row_an_order_and_no_formula(kegen, folder):
    run = kegen("coverage", "--profile", "xa.yaml", "--format", "xlsx")
    assert run.out == "xa.doi-chieu.xlsx: đã ghi\n"
    sheet = load_workbook(BytesIO((folder / "xa.doi-chieu.xlsx").read_bytes())).active
    rows = list(sheet.iter_rows(min_row=5))
    assert [rows[index][5].value for index in (0, 1, 2)] == ["Còn bỏ ngỏ", "Còn bỏ ngỏ", "Đã nhận"]
    texts = [cell for row in rows for cell in row if str(cell.value).startswith("=")]
    assert [cell.data_type for cell in texts] == ["s"]


@pytest.mark.usefixtures("commune")
def test_a_sheet_somebody_changed_is_kept(kegen, folder):
    kegen("coverage", "--profile", "xa.yaml", "--format", "xlsx", "--output", "b.xlsx")
    (folder / "b.xlsx").write_bytes(b"cua toi")
    run = kegen("coverage", "--profile", "xa.yaml", "--output", "b.xlsx")
    assert run.code == 2
    assert (folder / "b.xlsx").read_bytes() == b"cua toi"


@pytest.mark.usefixtures("commune")
def test_a_plan_above_can_be_named_on_the_command_line(kegen, folder):
    (folder / "xa.yaml").write_text(XA.replace("plan: tinh.plan.yaml", "number: 7/KH-UBND"), encoding="utf-8")
    assert kegen("coverage", "--profile", "xa.yaml").code == 2
    for parent in ("tinh.yaml", "tinh.plan.yaml"):
        assert "còn bỏ ngỏ 2" in kegen("coverage", "--profile", "xa.yaml", "--parent", parent).out


def test_facts_alone_are_told_to_be_too_little(kegen):
    run = kegen("coverage", "--profile", "xa-a.yaml")
    assert (run.code, run.out) == (2, "")
    assert "parent_plan chỉ ghi số, ngày" in run.err
    assert "--parent" in run.err


def test_the_account_is_given_although_the_profile_is_not_sound(kegen, commune):
    commune('targets: {hop-truc-tuyen: {value: "50"}}\n')
    run = kegen("coverage", "--profile", "xa.yaml")
    assert run.code == 1
    assert "xa.yaml:4:35: lỗi: chỉ tiêu" in run.err
    assert "còn bỏ ngỏ" in run.out


@pytest.mark.usefixtures("commune")
def test_a_plan_above_that_cannot_be_read_is_told_and_nothing_is_printed(kegen, folder):
    (folder / "tinh.plan.yaml").unlink()
    run = kegen("coverage", "--profile", "xa.yaml")
    assert (run.code, run.out) == (1, "")
    assert "không có tệp “tinh.plan.yaml”" in run.err


@pytest.mark.usefixtures("commune")
def test_only_a_sheet_is_written_to_a_file(kegen):
    assert kegen("coverage", "--profile", "xa.yaml", "--output", "a.docx").code == 2
    assert kegen("coverage", "--profile", "xa.yaml", "--output", "a.xlsx", "--format", "json").code == 2


def test_of_a_unit_that_there_is_not_nothing_is_said_or_written(kegen, folder, commune):
    commune()
    text = XA.replace("Gia Kiệm", "Gia Kiêm")
    (folder / "xa.yaml").write_text(text, encoding="utf-8")
    for more in ((), ("--format", "xlsx")):
        run = kegen("coverage", "--profile", "xa.yaml", *more)
        assert (run.code, run.out) == (1, "")
        assert "có phải là “xã Gia Kiệm”? " in run.err
    assert not list(folder.glob("*.xlsx"))
