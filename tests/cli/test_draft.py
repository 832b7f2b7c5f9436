"""`kegen draft`: where drafts go, what is told, how it ends."""

import json
import os
import signal
import unicodedata
from pathlib import Path

import pytest
from docx import Document

from kegen.check.rule import Fault, Rule
from kegen.problem import KegenError

from .conftest import GOOD


def test_a_good_profile_becomes_a_word_file_beside_it(kegen, folder):
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert (run.code, run.err) == (0, "")
    assert "xa-a.docx: đã soạn" in run.out
    assert "KẾ HOẠCH" in [p.text for p in Document(folder / "xa-a.docx").paragraphs]


def test_a_shipped_profile_is_found_by_its_name_alone(kegen, folder):
    assert kegen("draft", "--profile", "xa-nhu-khe").code == 0
    assert (folder / "xa-nhu-khe.docx").is_file()


def test_a_profile_in_the_folder_profiles_comes_before_a_shipped_one(kegen, folder):
    (folder / "profiles").mkdir()
    (folder / "profiles" / "mau-xa.yaml").write_text(GOOD, encoding="utf-8")
    kegen("draft", "--profile", "mau-xa.yaml")
    assert "XÃ GIA KIỆM" in Document(folder / "mau-xa.docx").tables[0].cell(0, 0).text


def test_an_unknown_profile_is_told_with_the_nearest_and_the_list(kegen):
    run = kegen("draft", "--profile", "xa-nhu-ke.yaml")
    assert run.code == 2
    assert "có phải là xa-nhu-khe.yaml?" in run.err
    assert "phuong-le-chan.yaml" in run.err


@pytest.mark.parametrize("name", ["", "x" * 300, "khong/co", "xa-a.yaml/xa", "/khong-co"])
def test_a_name_that_no_profile_can_have_is_told_too(kegen, name):
    run = kegen("draft", "--profile", name)
    assert run.code == 2
    assert "không tìm thấy hồ sơ này" in run.err


def test_the_output_may_be_a_file_or_a_folder(kegen, folder):
    assert kegen("draft", "--profile", "xa-a.yaml", "--output", "kế hoạch.docx").code == 0
    assert kegen("draft", "--profile", "xa-a.yaml", "--output", "moi/").code == 0
    assert (folder / "kế hoạch.docx").is_file()
    assert (folder / "moi" / "xa-a.docx").is_file()


def test_many_profiles_may_go_to_a_folder_that_is_not_there_yet(kegen, folder):
    assert kegen("draft", "--profile", "xa-a.yaml", "--profile", "mau-xa", "--output", "thang-6").code == 0
    assert {path.name for path in (folder / "thang-6").iterdir()} == {"xa-a.docx", "mau-xa.docx"}


@pytest.mark.parametrize("output", ["", "xa-a", "CON.docx", "a?.docx"])
def test_an_output_that_cannot_be_meant_is_told_before_anything_is_drafted(kegen, folder, output):
    run = kegen("draft", "--profile", "xa-a.yaml", "--output", output)
    assert run.code == 2
    assert "--output" in run.err
    assert [path.name for path in folder.iterdir()] == ["xa-a.yaml"]


@pytest.mark.parametrize("output", ["xa-a.yaml/a.docx", "xa-a.yaml/", "x" * 300 + ".docx", "x" * 300 + "/"])
def test_a_place_where_no_file_can_be_is_told_in_vietnamese(kegen, output):
    run = kegen("draft", "--profile", "xa-a.yaml", "--output", output)
    assert run.code == 1
    assert run.err.startswith(output)
    assert "Errno" not in run.err


def test_a_folder_is_made_only_for_a_draft_that_is_written(kegen, folder):
    assert kegen("draft", "--profile", "mau-xa", "--output", "moi/", "--final").code == 1
    assert not (folder / "moi").exists()


def test_an_output_that_is_no_word_file_is_told(kegen, folder):
    run = kegen("draft", "--profile", "xa-a.yaml", "--output", "ke-hoach.doc")
    assert run.code == 2
    assert ".docx" in run.err
    assert not (folder / "ke-hoach.doc").exists()


def test_many_profiles_are_drafted_and_one_that_fails_stops_no_other(kegen, folder):
    (folder / "xa-b.yaml").write_text(GOOD.replace("name: Gia Kiệm", "nam: Gia Kiệm"), encoding="utf-8")
    run = kegen("draft", "--profile", "xa-b.yaml", "--profile", "xa-a.yaml")
    assert run.code == 1
    assert run.err.startswith("xa-b.yaml:1:19: lỗi:")
    assert (folder / "xa-a.docx").is_file()
    assert not (folder / "xa-b.docx").exists()


def test_two_profiles_for_one_file_are_refused(kegen):
    run = kegen("draft", "--profile", "xa-a.yaml", "--profile", "./xa-a.yaml")
    assert run.code == 2
    assert "cùng soạn ra" in run.err


def test_two_names_that_differ_in_capitals_only_are_one_file_to_windows(kegen, folder):
    (folder / "XA-A.YAML").write_text(GOOD, encoding="utf-8")
    run = kegen("draft", "--profile", "xa-a.yaml", "--profile", "XA-A.YAML")
    assert run.code == 2
    assert "cùng soạn ra XA-A.docx" in run.err


def test_two_profiles_and_one_file_to_write_are_refused(kegen):
    run = kegen("draft", "--profile", "xa-a.yaml", "--profile", "mau-xa", "--output", "a.docx")
    assert run.code == 2
    assert "hãy ghi tên một thư mục" in run.err


def test_every_blank_is_told_with_who_can_supply_it(kegen):
    run = kegen("draft", "--profile", "mau-xa")
    assert run.code == 0
    for key in ("(number)", "(date)", "(signer.name)"):
        assert key in run.out


def test_final_refuses_while_a_blank_remains_and_writes_nothing(kegen, folder):
    run = kegen("draft", "--profile", "mau-xa", "--final")
    assert run.code == 1
    keys = [line.rpartition("(")[2] for line in run.err.splitlines()]
    assert keys == ["number) [con-trong]", "date) [con-trong]", "signer.name) [con-trong]"]
    assert not (folder / "mau-xa.docx").exists()


def test_a_refused_final_draft_tells_programs_its_blanks(kegen):
    (file,) = json.loads(kegen("draft", "--profile", "mau-xa", "--final", "--format", "json").out)["files"]
    assert file["output"] is None
    assert [set(blank) for blank in file["blanks"]] == [{"what", "where", "who"}] * 3
    assert [problem["id"] for problem in file["problems"]] == ["con-trong"] * 3


def test_final_drafts_a_plan_without_blanks(kegen, folder):
    assert kegen("draft", "--profile", "xa-a.yaml", "--final").code == 0
    assert (folder / "xa-a.docx").is_file()


def test_a_draft_nobody_edited_is_drafted_again(kegen, folder):
    kegen("draft", "--profile", "xa-a.yaml")
    (folder / "xa-a.yaml").write_text(GOOD.replace("number: 12", "number: 13"), encoding="utf-8")
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert "đã soạn lại" in run.out
    assert "Số: 13/KH-UBND" in Document(folder / "xa-a.docx").tables[0].rows[1].cells[0].text


def test_a_draft_edited_in_word_is_not_overwritten_unless_forced(kegen, folder):
    kegen("draft", "--profile", "xa-a.yaml")
    edited = Document(folder / "xa-a.docx")
    edited.add_paragraph("Chữ của tôi")
    edited.save(str(folder / "xa-a.docx"))
    mine = (folder / "xa-a.docx").read_bytes()

    refused = kegen("draft", "--profile", "xa-a.yaml")
    assert refused.code == 1
    assert "--force" in refused.err
    assert "kegen pull xa-a.docx --profile xa-a.yaml" in refused.err
    assert (folder / "xa-a.docx").read_bytes() == mine

    forced = kegen("draft", "--profile", "xa-a.yaml", "--force")
    assert forced.code == 0
    assert (folder / "xa-a (bản cũ 1).docx").read_bytes() == mine


def test_json_tells_the_same(kegen, folder):
    (folder / "xa-b.yaml").write_text("unit: {}\n", encoding="utf-8")
    run = kegen("draft", "--profile", "mau-xa", "--profile", "xa-b.yaml", "--format", "json")
    report = json.loads(run.out)
    good, bad = report["files"]
    assert report["version"] == 1
    assert (good["output"], good["outcome"], len(good["blanks"])) == ("mau-xa.docx", "new", 3)
    assert bad["output"] is None
    assert {p["id"] for p in bad["problems"]} == {"thieu"}
    assert bad["problems"][0]["line"] == 1


def test_the_same_input_gives_the_same_bytes(kegen):
    kegen("draft", "--profile", "phuong-le-chan", "--output", "a.docx")
    kegen("draft", "--profile", "phuong-le-chan", "--output", "b.docx")
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_a_template_of_ones_own_is_used_and_a_wrong_one_is_told(kegen, folder):
    (folder / "mau.docx").write_bytes(b"not a template")
    run = kegen("draft", "--profile", "xa-a.yaml", "--template", "mau.docx")
    assert run.code == 2
    assert run.err.startswith("mau.docx")
    assert not (folder / "xa-a.docx").exists()


def test_a_template_that_cannot_be_used_is_told_once_for_many_profiles(kegen):
    run = kegen("draft", "--profile", "xa-a.yaml", "--profile", "mau-xa", "--template", "khong-co.docx")
    assert run.code == 2
    assert run.err.count("khong-co.docx") == 1


@pytest.mark.parametrize("text", [b"\x00\xff\xfe\x81", b"", "đơn vị".encode("utf-16")])
def test_a_file_that_is_no_profile_is_told_and_nothing_is_written(kegen, folder, text):
    (folder / "xa-b.yaml").write_bytes(text)
    run = kegen("draft", "--profile", "xa-b.yaml")
    assert run.code in {1, 2}
    assert run.err.startswith("xa-b.yaml")
    assert not (folder / "xa-b.docx").exists()


def test_a_draft_is_checked_and_says_how_far(kegen):
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert "  đã kiểm tra: không thấy lỗi trong " in run.out
    assert run.code == 0


def test_a_draft_need_not_be_checked(kegen):
    run = kegen("draft", "--profile", "xa-a.yaml", "--no-check", "--format", "json")
    assert run.code == 0
    assert json.loads(run.out)["files"][0]["check"] is None


def faulty(severity):
    """Return a rule that finds one thing in every document, and tells the mode it was asked for."""

    def check(paper):
        yield Fault("lề trang", f"có điều sai ({paper.mode})", "x", "y", severity)

    return Rule("faulty", "M", "không đâu cả", "Luôn sai", "Luôn sai.", check)


@pytest.mark.parametrize(
    ("severity", "code", "told"),
    [
        ("error", 1, "xa-a.docx: lỗi: lề trang: có điều sai (draft); hiện có: x; cần: y [faulty]\n"),
        ("warning", 0, "xa-a.docx: cảnh báo: lề trang: có điều sai (draft); hiện có: x; cần: y [faulty]\n"),
        ("info", 0, ""),
    ],
)
def test_what_is_found_in_a_draft_is_told_and_the_draft_is_there(kegen, monkeypatch, severity, code, told):
    monkeypatch.setattr("kegen.check.files.chosen", lambda **_: (faulty(severity),))
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert (run.code, run.err) == (code, told)
    assert "xa-a.docx: đã soạn" in run.out
    assert Path("xa-a.docx").is_file()


def test_json_tells_what_was_found_in_a_draft(kegen, monkeypatch):
    monkeypatch.setattr("kegen.check.files.chosen", lambda **_: (faulty("error"),))
    run = kegen("draft", "--profile", "xa-a.yaml", "--final", "--format", "json")
    (file,) = json.loads(run.out)["files"]
    assert file["check"]["rules"] == {"faulty": "fail"}
    assert file["check"]["findings"][0]["message"] == "có điều sai (issued)"
    assert (file["outcome"], run.code) == ("new", 1)


def test_the_facts_of_the_profile_are_checked_against(kegen, monkeypatch):
    seen = []
    rule = Rule("facts", "N", "", "", "", lambda paper: iter(seen.append(paper.facts) or ()))
    monkeypatch.setattr("kegen.check.files.chosen", lambda **_: (rule,))
    kegen("draft", "--profile", "xa-a.yaml")
    assert seen[0].profile.unit.name == "Gia Kiệm"
    assert seen[0].plan.header.number == "Số: 12/KH-UBND"


def test_a_draft_that_cannot_be_read_back_is_told_and_stays(kegen, folder, monkeypatch):
    def refuse(*_):
        raise KegenError("xa-a.docx: tệp tự nối ra ngoài khi mở")

    monkeypatch.setattr("kegen.check.files.read_document", refuse)
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert run.code == 0
    assert run.err == "xa-a.docx: cảnh báo: chưa kiểm tra được: tệp tự nối ra ngoài khi mở [chua-kiem-tra]\n"
    assert (folder / "xa-a.docx").is_file()


def test_an_office_missing_from_the_recipients_is_told_once_at_its_line(kegen, folder):
    run = kegen("draft", "--profile", "xa-nhu-khe")
    told = [line for line in run.err.splitlines() if "Các thôn trên địa bàn xã" in line]
    assert [line.rpartition(" ")[2] for line in told] == ["[noi-nhan-thieu]"]
    assert run.code == 0
    assert (folder / "xa-nhu-khe.docx").exists()


def test_a_final_draft_leaves_no_order_of_the_plan_above_open(kegen, folder):
    (folder / "tinh.yaml").write_text("unit: {level: thanh-pho, name: Đồng Nai}\nnumber: 7\ndate: 04/5/2026\n", "utf-8")
    own = GOOD.replace("parent_plan: {number: 176/KH-UBND, date: 04/5/2026}", "parent_plan: {profile: tinh.yaml}")
    (folder / "xa.yaml").write_text(own, "utf-8")
    run = kegen("draft", "--profile", "xa.yaml", "--final")
    assert run.code == 1
    assert "lỗi: cấp trên giao “Chịu trách nhiệm trực tiếp" in run.err
    assert not (folder / "xa.docx").exists()
    (folder / "xa.yaml").write_text(f"{own}tasks: {{kl-chiu-trach-nhiem: {{omit: Đã có quy chế}}}}\n", "utf-8")
    assert kegen("draft", "--profile", "xa.yaml", "--final", "--no-check").code == 0


@pytest.mark.parametrize("name", ["xã Gia Kiệm.yaml", "xã Gia Kiệm", "hồ sơ/xã Gia Kiệm.yaml"])
def test_a_profile_is_found_by_its_name_however_its_letters_are_composed(kegen, folder, name):
    stored = folder / unicodedata.normalize("NFD", name.removesuffix(".yaml") + ".yaml")
    stored.parent.mkdir(exist_ok=True)
    (folder / "xa-a.yaml").rename(stored)
    assert kegen("draft", "--profile", name, "--output", "a.docx", "--no-check").code == 0


def test_a_name_that_only_looks_alike_is_not_taken_for_another(kegen, folder):
    (folder / "xa-a.yaml").rename(folder / "xa Gia Kiệm.yaml")
    assert kegen("draft", "--profile", "xã Gia Kiệm.yaml").code == 2


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_a_pipe_in_a_folder_of_profiles_is_told_and_stops_no_other(kegen, folder):
    (folder / "hs").mkdir()
    (folder / "hs" / "xa-b.yaml").write_text(GOOD, encoding="utf-8")
    os.mkfifo(folder / "hs" / "xa-a.yaml")
    signal.alarm(20)
    try:
        run = kegen("draft", "--profile", "hs", "--output", "ra/", "--no-check")
    finally:
        signal.alarm(0)
    assert run.code == 2
    assert "xa-a.yaml: đây là ống dẫn" in run.err
    assert (folder / "ra" / "xa-b.docx").is_file()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_a_pipe_named_on_the_command_line_is_read(kegen, folder):
    from threading import Thread

    os.mkfifo(folder / "ong.yaml")
    writer = Thread(target=(folder / "ong.yaml").write_text, args=(GOOD,), kwargs={"encoding": "utf-8"}, daemon=True)
    writer.start()
    assert kegen("draft", "--profile", "ong.yaml", "--output", "a.docx", "--no-check").code == 0


def test_a_unit_that_there_is_not_is_told_and_nothing_written(kegen, folder):
    (folder / "xa-a.yaml").write_text(
        GOOD.replace("Gia Kiệm, province: Đồng Nai", "Tân Tiến, province: Hà Nội"), "utf-8"
    )
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("xa-a.yaml:1:25: lỗi: Hà Nội không có xã “Tân Tiến”")
    assert not list(folder.glob("*.docx"))


def test_a_warning_is_told_with_the_way_to_accept_it_and_then_as_accepted(kegen, folder):
    text = GOOD + "recipients: {add: [Công an xã]}\n"
    (folder / "xa-a.yaml").write_text(text, "utf-8")
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert "khóa trong hồ sơ: recipients [recipient-reason]" in run.err
    assert "thì ghi vào hồ sơ, accept: [{rule: mã cảnh báo, reason: lý do}]" in run.out
    (folder / "xa-a.yaml").write_text(f"{text}accept: [{{rule: recipient-reason, reason: Để phối hợp}}]\n", "utf-8")
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert (run.code, run.err) == (0, "")
    assert "“- Công an xã;”: nơi nhận không được giao việc" in run.out
    assert "[recipient-reason]; lý do: Để phối hợp" in run.out
    assert "mã cảnh báo" not in run.out
    check = kegen("check", "xa-a.docx", "--profile", "xa-a.yaml")
    assert (check.code, check.err) == (0, "")
    assert "Đã chấp nhận, có lý do (1)" in check.out


def test_a_hint_on_a_unit_s_name_is_printed(kegen, folder):
    task = "tasks: {hh-lich-hop: Phối hợp với Ủy ban nhân dân xã Nhữ Khê tổ chức họp.}\n"
    (folder / "xa-a.yaml").write_text(GOOD + task, "utf-8")
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert "  gợi ý về tên đơn vị:\n" in run.out
    assert "Đồng Nai không có xã Nhữ Khê" in run.out
