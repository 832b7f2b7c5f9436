"""`kegen new`: a profile that loads, resolves and forgets no order, by options or by what somebody types."""

import pytest

import kegen as library

from .parents import PARENT

FILE = "tinh.plan.yaml"
BY_OPTIONS = ("new", "--parent", FILE, "--unit", "xã nhữ khê", "--yes")


def resolved(name="xa-nhu-khe.yaml"):
    return library.resolve(library.load(name))


def test_unattended_a_profile_is_written_that_takes_up_every_order_to_the_unit(kegen, folder):
    done = kegen(*BY_OPTIONS)
    assert done.code == 0
    states = {each.order.id: (each.state, each.order.part) for each in resolved().coverage}
    assert {name: state for name, state in states.items() if name.startswith("muc")} == {
        "muc-2-y-1": ("taken", "leads"),
        "muc-2-y-2": ("taken", "leads"),
        "muc-2-y-3": ("open", "helps"),
        "muc-2-y-6": ("taken", "leads"),
    }
    assert all(f"- {name}:" in done.out for name, (state, _) in states.items() if state == "open")
    text = (folder / "xa-nhu-khe.yaml").read_text("utf-8")
    assert "#   muc-2-y-3: {section: " in text
    assert "#   viec-muc-2-y-4: " in text
    assert "muc-2-y-5" not in text


def test_a_commented_line_can_be_switched_on(kegen, folder):
    kegen(*BY_OPTIONS)
    file = folder / "xa-nhu-khe.yaml"
    text = file.read_text("utf-8").replace("#   muc-2-y-3:", "  muc-2-y-3:").replace("#   viec-muc-2", "  viec-muc-2")
    text = text.replace("section: nhiem-vu,", "section: ky-luat,")
    file.write_text(text, encoding="utf-8")
    plan = resolved()
    assert {each.order.id: each.state for each in plan.coverage}["muc-2-y-3"] == "taken"
    assert "viec-muc-2-y-4" in {each.id for each in plan.body}


def test_the_guess_of_an_office_is_marked_and_what_has_none_is_to_be_chosen(kegen, folder):
    kegen(*BY_OPTIONS)
    text = (folder / "xa-nhu-khe.yaml").read_text("utf-8")
    assert "lead: Phòng Kinh tế                      # ĐOÁN theo chữ “môi trường”" in text
    assert "# lead:                                  # CHỌN" in text


def test_the_deadline_is_earlier_than_that_of_the_plan_above(kegen):
    kegen(*BY_OPTIONS)
    (task,) = (each for each in resolved().tasks if each.id == "muc-2-y-1")
    assert task.deadline == "trước ngày 23/9/2026"


def test_what_must_be_said_in_own_words_is_marked(kegen, folder):
    kegen(*BY_OPTIONS)
    text = (folder / "xa-nhu-khe.yaml").read_text("utf-8")
    assert "PHẢI VIẾT LẠI: lời cấp trên còn “trên địa bàn tỉnh”" in text
    assert "# Lời cấp trên, đã bỏ “UBND các xã, phường:” ở đầu câu" in text


def test_the_last_lines_tell_the_share_that_is_copied_and_the_next_command(kegen):
    lines = kegen(*BY_OPTIONS).out.splitlines()
    assert lines[-2].startswith("  Chép nguyên văn cấp trên: ")
    assert lines[-1] == "Lệnh tiếp theo: kegen draft --profile xa-nhu-khe.yaml"


def test_nothing_is_written_over(kegen, folder):
    kegen(*BY_OPTIONS)
    before = (folder / "xa-nhu-khe.yaml").read_bytes()
    assert "xa-nhu-khe-2.yaml: đã ghi" in kegen(*BY_OPTIONS, "--signer", "Lê Văn Tư").out
    assert kegen(*BY_OPTIONS, "--output", "xa-nhu-khe.yaml").code == 2
    assert (folder / "xa-nhu-khe.yaml").read_bytes() == before


def test_in_another_folder_the_profile_still_finds_the_plan_above(kegen, folder):
    (folder / "xa").mkdir()
    kegen(*BY_OPTIONS, "--output", "xa/a.yaml")
    assert "plan: ../tinh.plan.yaml" in (folder / "xa" / "a.yaml").read_text("utf-8") or resolved("xa/a.yaml")
    assert resolved("xa/a.yaml").coverage


def test_somebody_is_asked_one_thing_at_a_time(kegen, folder):
    typed = [FILE, "không", "nhữ khê", "", "3", "1", "<", "2", "Lê Văn Tư"]
    done = kegen("new", typed=typed)
    assert done.code == 0
    text = (folder / "xa-nhu-khe.yaml").read_text("utf-8")
    assert "position: PHÓ CHỦ TỊCH" in text
    assert "name: Lê Văn Tư" in text
    assert "{name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi]}" in text
    assert "Đơn vị ban hành kế hoạch (thuộc Tuyên Quang)?" in done.out


def test_what_is_not_sure_of_the_plan_above_can_be_answered_within(kegen, folder):
    typed = [FILE, "có", "UBND các xã, phường", "", "176/KH-UBND", "xã Nhữ Khê", "", "", "", ""]
    assert kegen("new", typed=typed).code == 0
    text = (folder / "xa-nhu-khe.yaml").read_text("utf-8")
    assert "  muc-2-y-4:\n" in text
    assert "176/KH-UBND" in text


@pytest.mark.parametrize("typed", [[FILE, "không", "dừng"], [FILE, "không"]])
def test_who_stops_finds_nothing_written(kegen, folder, typed):
    done = kegen("new", typed=typed)
    assert done.code == 130
    assert "chưa ghi tệp nào" in done.err
    assert [each.name for each in folder.iterdir()] == [FILE]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--parent", FILE), "thiếu --unit"),
        (("--parent", "ke-hoach.docx", "--unit", "xã Nhữ Khê"), "kegen import"),
        (("--parent", "khong-co.plan.yaml", "--unit", "xã Nhữ Khê"), "không có tệp này"),
        (("--parent", FILE, "--unit", "xã Nhữ Kê"), "có phải là xã Nhữ Khê?"),
        (("--parent", FILE, "--unit", "xã Nhữ Khê", "--date", "31/2/2026"), "--date"),
        (("--unit", "xã Tân An"), "hãy ghi rõ một nơi"),
        (("--parent", FILE, "--unit", "xã Nhữ Khê", "--drafter", "Phòng Lạ"), "không có trong các lựa chọn"),
        (("--parent", FILE, "--unit", "xã Nhữ Khê", "--output", "a.docx"), "đuôi .yaml"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_written(kegen, folder, arguments, words):
    done = kegen("new", *arguments, "--yes")
    assert done.code == 2
    assert words in done.err
    assert [each.name for each in folder.iterdir()] == [FILE]


def test_without_a_file_of_the_plan_above_its_number_is_asked_or_left_blank(kegen):
    done = kegen("new", "--unit", "xã Nhữ Khê, Tuyên Quang", "--parent-number", "176/KH-UBND", "--yes")
    assert done.code == 0
    assert resolved().standing.chain[-1].number == "176/KH-UBND"


def test_a_department_has_its_province_and_symbol(kegen, folder):
    assert kegen("new", "--parent", FILE, "--unit", "Sở Xây dựng", "--yes").code == 0
    text = (folder / "so-xay-dung.yaml").read_text("utf-8")
    assert "abbreviation: SXD" in text
    assert resolved("so-xay-dung.yaml").header.issuer == ("SỞ XÂY DỰNG",)
    assert "position: GIÁM ĐỐC" in text


def test_the_tasks_stand_under_the_headings_that_they_have_in_the_plan_above(kegen, folder):
    text = PARENT.replace(
        "{kind: muc, text: II. NHIỆM VỤ, id: muc-2}", "{kind: muc, text: 'II. NHIỆM # VỤ:', id: muc-2}"
    )
    (folder / FILE).write_text(text, encoding="utf-8")
    kegen(*BY_OPTIONS)
    lines = [line for line in (folder / "xa-nhu-khe.yaml").read_text("utf-8").splitlines() if line.startswith("  ")]
    at = lines.index("  # --- II. NHIỆM # VỤ: ---")
    assert lines[at - 1].startswith("  chi-tieu:")
    assert lines[at + 3] == "  muc-2-y-1:"
    assert lines.count("  # --- II. NHIỆM # VỤ: ---") == 1


def test_a_plan_above_without_headings_gives_none(kegen, folder):
    text = "".join(line for line in PARENT.splitlines(keepends=True) if "kind: muc" not in line)
    (folder / FILE).write_text(text, encoding="utf-8")
    kegen(*BY_OPTIONS)
    assert "# --- II." not in (folder / "xa-nhu-khe.yaml").read_text("utf-8")
    assert resolved().tasks
