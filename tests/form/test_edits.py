"""An edit of the form changes what it is about in the profile's text, and nothing else."""

from random import Random

import pytest

from kegen.form.desk import Desk, Written, edited
from kegen.form.edit import (
    AddItem,
    AddRecipient,
    AddSection,
    AddTask,
    ClearField,
    DropRecipient,
    MoveItem,
    Omit,
    RemoveItem,
    SetField,
    Take,
    read_edit,
)
from kegen.problem import Invalid, KegenError
from tests.form.random_edits import faults, in_other_dress, random_edit, shipped

TEXT = """\
# Hồ sơ của xã
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
parent_plan:
  number: 176/KH-UBND   # của tỉnh
signer:
  position: CHỦ TỊCH    # hoặc PHÓ CHỦ TỊCH
  # name: Nguyễn Văn A
departments:
  - {name: Phòng Kinh tế, roles: [tai-chinh]}
  - name: Văn phòng      # soạn thảo
    short: VP
sections:
  tc-thon:
    office: thon
    tasks:
      - Câu một.
      - Câu hai.
  kinh-phi:
    tasks: [kp-rieng]
tasks:
  kp-rieng: Kinh phí do xã bảo đảm.
  vb-uu-tien:
    edits: {cũ: mới}
  hh-lich-hop: {omit: Không họp}
"""


def after(edit, text=TEXT):
    return edited(text.encode(), edit, "x.yaml").decode()


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (SetField(("unit", "name"), "Tân Trào"), "name: Nhữ Khê", "name: Tân Trào"),
        (SetField(("signer", "position"), "PHÓ CHỦ TỊCH"), "CHỦ TỊCH    #", "PHÓ CHỦ TỊCH    #"),
        (SetField(("signer", "name"), "Lê B"), "PHÓ CHỦ TỊCH\n", "PHÓ CHỦ TỊCH\n  name: Lê B\n"),
        (SetField(("number",), "114"), "departments:\n", "number: 114\ndepartments:\n"),
        (SetField(("departments", 1, "roles"), ["dau-moi"]), "short: VP\n", "short: VP\n    roles: [dau-moi]\n"),
        (SetField(("departments", 0, "short"), "KT"), "Phòng Kinh tế,", "Phòng Kinh tế, short: KT,"),
        (SetField(("tasks", "vb-uu-tien", "edits", "a"), ""), "{cũ: mới}", '{cũ: mới, a: ""}'),
        (ClearField(("signer", "position")), "signer:\n  position: CHỦ TỊCH    #", "#"),
        (ClearField(("parent_plan", "number")), "parent_plan:\n  number: 176/KH-UBND   #", "#"),
        (Omit("tasks", "kp-nguon", "Đã có"), "{omit: Không họp}\n", "{omit: Không họp}\n  kp-nguon: {omit: Đã có}\n"),
        (SetField(("sections", "tc-thon", "run_in"), " "), "office: thon\n", 'office: thon\n    run_in: " "\n'),
        (Omit("tasks", "hh-lich-hop", "Lý do khác"), "Không họp", "Lý do khác"),
        (Take("tasks", "hh-lich-hop"), "  hh-lich-hop: {omit: Không họp}\n", ""),
        (Take("tasks", "hh-lich-hop", "hoi-hop"), "{omit: Không họp}", "{section: hoi-hop}"),
        (
            AddItem(("departments",), {"name": "Công an xã"}, 0),
            "departments:\n",
            "departments:\n  - {name: Công an xã}\n",
        ),
        (RemoveItem(("departments", 0)), "  - {name: Phòng Kinh tế, roles: [tai-chinh]}\n", ""),
        (RemoveItem(("sections", "tc-thon", "tasks", 1)), "      - Câu hai.\n", ""),
        (MoveItem(("sections", "tc-thon", "tasks", 1), 0), "Câu một.\n      - Câu hai.", "Câu hai.\n      - Câu một."),
    ],
)
def test_an_edit_is_a_splice_of_the_text(edit, old, new):
    assert TEXT.count(old) == 1
    assert after(edit) == TEXT.replace(old, new)


def test_a_task_that_is_a_sentence_alone_gets_an_office_beside_it():
    new = after(SetField(("tasks", "kp-rieng", "lead"), "van-phong"))
    assert "  kp-rieng: {lead: van-phong, wording: Kinh phí do xã bảo đảm.}\n" in new
    again = after(SetField(("tasks", "kp-rieng", "wording"), "Câu khác"), new)
    assert "  kp-rieng: {lead: van-phong, wording: Câu khác}\n" in again


def test_a_sentence_in_a_list_gets_an_id_when_it_gets_a_deadline():
    new = after(SetField(("sections", "tc-thon", "tasks", 1, "deadline"), "30/6/2026"))
    assert "      - Câu một.\n      - tc-thon-y-1\n" in new
    assert "  tc-thon-y-1: {deadline: 30/6/2026, wording: Câu hai.}\n" in new


def test_a_task_and_a_section_of_ones_own_are_added_under_new_ids():
    one = after(AddTask("hoi-hop", "Họp ngắn.", lead="van-phong"))
    assert "  hoi-hop-them-1: {section: hoi-hop, lead: van-phong, wording: Họp ngắn.}\n" in one
    assert "  hoi-hop-them-2:" in after(AddTask("hoi-hop", "Họp gọn."), one)
    assert "  nhiem-vu-them-1: {into: nhiem-vu, title: Khác" in after(AddSection("Khác", "Làm.", into="nhiem-vu"))
    for edit in (AddTask("hoi-hop", " "), AddSection("Khác", ""), AddRecipient(" ")):
        with pytest.raises(KegenError):
            after(edit)


def test_recipients_are_added_and_dropped_in_either_form():
    assert "recipients: {add: [Công an xã]}\n" in after(AddRecipient("Công an xã"))
    assert "recipients: {drop: [mat-tran]}\n" in after(DropRecipient("mat-tran"))
    listed = TEXT + "recipients:\n  - dang\n  - Tổ dân phố\n"
    assert after(AddRecipient("Công an xã"), listed) == listed + "  - Công an xã\n"
    assert after(DropRecipient("dang"), listed) == listed.replace("  - dang\n", "")


def test_own_words_are_not_left_out_without_being_sure():
    with pytest.raises(KegenError, match="dòng 22"):
        after(Omit("tasks", "vb-uu-tien", "Không làm"))
    assert "vb-uu-tien: {omit: Không làm}" in after(Omit("tasks", "vb-uu-tien", "Không làm", sure=True))


def test_a_task_that_is_taken_out_goes_from_the_list_of_its_section():
    listed = TEXT.replace("[kp-rieng]", "[kp-rieng, kp-nguon]")
    new = after(RemoveItem(("tasks", "kp-rieng")), listed)
    assert new == listed.replace("kp-rieng, ", "").replace("  kp-rieng: Kinh phí do xã bảo đảm.\n", "")


def test_the_last_of_a_list_that_stands_for_the_packs_stays():
    with pytest.raises(KegenError, match="chỉ còn một dòng"):
        after(RemoveItem(("sections", "kinh-phi", "tasks", 0)))


@pytest.mark.parametrize(
    "edit",
    [
        SetField(("date",), "32/6/2026"),
        SetField(("unit", "level"), "thi-tran"),
        ClearField(("unit", "name")),
        SetField(("departments", 0, "roles"), ["Đầu mối"]),
    ],
)
def test_what_makes_the_profile_unreadable_is_refused_with_its_problem(edit):
    with pytest.raises(Invalid) as error:
        after(edit)
    assert error.value.problems


@pytest.mark.parametrize(
    "path", [("nope",), ("unit", "nope"), ("tasks", "a", "nope"), ("departments", 0, "roles", 0, "x")]
)
def test_a_place_that_no_profile_has_is_refused(path):
    with pytest.raises(KegenError):
        after(SetField(path, "x"))


@pytest.mark.parametrize(
    "edit",
    [
        SetField(("unit", "name"), "Nhữ Khê"),
        ClearField(("number",)),
        Take("tasks", "vb-uu-tien"),
        MoveItem(("departments", 0), 0),
        RemoveItem(("annexes", 0)),
    ],
)
def test_what_stands_already_changes_nothing(edit):
    assert after(edit) == TEXT


def test_an_edit_is_read_from_json():
    assert read_edit({"edit": "set", "path": ["departments", 0, "name"], "value": "Phòng"}) == SetField(
        ("departments", 0, "name"), "Phòng"
    )
    record = {"edit": "add-task", "section": "hoi-hop", "wording": "Họp.", "helpers": ["tat-ca"]}
    assert read_edit(record) == AddTask("hoi-hop", "Họp.", helpers=("tat-ca",))
    assert read_edit({"edit": "add-item", "path": ["annexes"], "value": {"title": "A", "rows": [["1"]]}, "at": None})


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {},
        {"edit": "eval"},
        {"edit": "set"},
        {"edit": "set", "path": [], "value": "x"},
        {"edit": "set", "path": "unit", "value": "x"},
        {"edit": "set", "path": ["unit", -1], "value": "x"},
        {"edit": "set", "path": ["unit", True], "value": "x"},
        {"edit": "set", "path": ["unit"], "value": 3},
        {"edit": "set", "path": ["unit"], "value": {"a": [[[[[[["x"]]]]]]]}},
        {"edit": "omit", "group": "unit", "id": "a", "reason": "b"},
        {"edit": "omit", "group": "tasks", "id": "a", "reason": "b", "sure": "yes"},
        {"edit": "move-item", "path": ["a", 1], "to": -1},
        {"edit": "clear", "path": ["unit"], "more": "x"},
    ],
)
def test_what_is_no_edit_is_refused_in_a_sentence(record):
    with pytest.raises(KegenError, match="tải lại trang"):
        read_edit(record)


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_of_shipped_profiles_change_nothing_else(seed, tmp_path):
    random, file = Random(seed), tmp_path / "x.yaml"
    file.write_bytes(in_other_dress(random, random.choice(shipped()[:6]).read_bytes()))
    desk = Desk(file)
    for _ in range(5):
        old, version = desk.read()
        tried = random_edit(random, old, file)
        outcome = desk.write(tried.edit, version)
        new = file.read_bytes()
        if isinstance(outcome, Written):
            assert list(faults(tried, old, new)) == [], tried.edit
        else:
            assert new == old
            assert outcome.edit == tried.edit
