"""`kegen diff OLD NEW --format yaml`: pasted into the profile of the old plan, it makes the new one."""

import json
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from kegen.compare.compare import compare_contents
from kegen.compare.content import content_of_plan
from kegen.form.desk import edited
from kegen.form.opened import open_profile
from kegen.problem import KegenError, Severity
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree
from tests.cli.conftest import GOOD, folder, kegen  # noqa: F401 - fixtures
from tests.form.random_edits import random_edit

ROOT = Path(__file__).parents[2]

CHANGES = {
    "edits": "tasks: {hh-lich-hop: {edits: {họp không giấy tờ: họp không dùng giấy}}}",
    "wording": "tasks: {hh-lich-hop: Mỗi tuần họp một lần.}",
    "facts": "tasks: {hh-lich-hop: {deadline: 20/7/2026, product: Lịch họp in, helpers: [dau-moi]}}",
    "lead": "tasks: {tt-dai-chung: {lead: van-phong}}",
    "unknown office": "departments: [{name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi]},"
    " {name: Công an xã}]\ntasks: {tt-dai-chung: {lead: Công an xã}}",
    "added": "tasks: {tt-them: {section: tuyen-truyen, after: tt-quan-triet, wording: In tờ gấp., lead: van-phong,"
    " deadline: 20/7/2026, product: Tờ gấp}}",
    "with points": "tasks: {tt-them: {section: tuyen-truyen, wording: In tờ gấp., points: [Cho già., Cho trẻ.]}}",
    "taken": "tasks: {hh-khong-giay: {section: hoi-hop}}",
    "section": "sections: {lien-xa: {title: Phối hợp liên xã, into: nhiem-vu, after: hoi-hop}}\n"
    "tasks: {ph-hop: {section: lien-xa, wording: Họp giao ban hằng quý.}}",
    "title of a section": "sections: {hoi-hop: {title: Đổi mới chế độ họp}}",
    "left out": "tasks: {yc-gan-ket: {omit: Đã nêu ở phần khác}}",
    "left out section": "sections: {lanh-dao: {omit: Đã nêu ở phần khác}}",
    "moved": "tasks: {md-khac-phuc: {after: md-doi-moi}}",
    "moved elsewhere": "tasks: {md-khac-phuc: {section: yeu-cau, after: dau}}",
    "target": 'targets: {hop-truc-tuyen: {value: "70"}}',
    "recipients": "recipients: {add: [Trạm Y tế xã], drop: [hdnd]}",
    "own recipients": "recipients: [Trạm Y tế xã, Đảng ủy xã, Các ấp]",
    "archive": "archive: VP",
    "closing": "closing: Trên đây là Kế hoạch, các cơ quan nghiêm túc thực hiện",
    "bases": "bases: {lines: [Căn cứ Luật Tổ chức chính quyền địa phương, Xét đề nghị của Văn phòng]}",
    "title": "title: Đổi mới lề lối làm việc",
    "annex": "annex: có",
    "order above": "parent_plan: {number: 177/KH-UBND, date: 05/5/2026}",
    "signer": "signer: {position: PHÓ CHỦ TỊCH, name: Trần Thị Bình}",
    "number": "number: 15",
    "date": "date: 10/6/2026",
}


def profile(*changes):
    """Return a profile's text with changes, each in place of the keys that it has of the good one."""
    keys = parse_tree(SourceText("a", GOOD)).plain()
    for each in changes:
        keys = merged(keys, parse_tree(SourceText("b", each)).plain())
    return json.dumps(keys, ensure_ascii=False)


def merged(old, new):
    """Return what somebody gets who pastes: groups grow, all else is replaced."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    return old | {key: merged(old.get(key), each) for key, each in new.items()}


@pytest.fixture
def pasted(kegen, folder):  # noqa: F811 - fixtures
    """Return what pasting makes of the old profile: what the run printed, and the run that compares it with the new."""

    def paste(old, new):
        (folder / "xa-a.yaml").write_text(old, encoding="utf-8")
        if isinstance(new, str):
            (folder / "xa-b.yaml").write_text(new, encoding="utf-8")
            new = Path("xa-b.yaml")
        run = kegen("diff", "xa-a.yaml", str(new), "--format", "yaml")
        assert run.code == 1, run.err
        keys = parse_tree(SourceText("printed", run.out)).plain()
        whole = merged(parse_tree(SourceText("a", old)).plain(), keys)
        (folder / "xa-c.yaml").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        return run.out, kegen("diff", "xa-c.yaml", str(new))

    return paste


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_pasted_makes_the_new_plan(pasted, name):
    text, after = pasted(profile(), profile(CHANGES[name]))
    assert (after.code, after.out.splitlines()[1:]) == (0, ["Không có gì thay đổi về nội dung."]), text
    assert "KHÔNG CÓ KHÓA" not in text


def test_all_changes_at_once_make_the_new_plan(pasted):
    left_out = ("own recipients", "wording", "bases", "title")
    text, after = pasted(profile(), profile(*(each for name, each in CHANGES.items() if name not in left_out)))
    assert after.code == 0, text + after.out


def test_each_value_stands_under_words_that_say_where(pasted):
    text, _ = pasted(profile(), profile(CHANGES["edits"], CHANGES["signer"]))
    lines = text.splitlines()
    at = next(at for at, line in enumerate(lines) if line == "  hh-lich-hop:")
    assert lines[at - 1].startswith("  # II.4.a) Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã: sửa chữ")
    assert "# Người ký: TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH, Nguyễn Văn An → TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH" in text


def test_why_something_is_left_out_is_for_a_person_to_fill_in_where_the_new_plan_does_not_say(kegen, pasted, folder):  # noqa: F811
    (folder / "xa-b.yaml").write_text(profile(CHANGES["left out"]), encoding="utf-8")
    kegen("draft", "--profile", "xa-b.yaml", "--no-check")
    text, after = pasted(profile(), Path("xa-b.docx"))
    assert 'yc-gan-ket:\n    omit: "…… (ghi lý do)"' in text
    assert "# Chỗ ghi “…… (ghi lý do)” là chỗ phải ghi lý do." in text
    assert after.code == 0


@pytest.mark.parametrize("name", ["edits", "wording", "added", "section", "recipients", "signer", "closing", "moved"])
def test_what_was_edited_in_word_is_pasted_by_the_ids_of_the_profile(kegen, pasted, folder, name):  # noqa: F811
    (folder / "xa-b.yaml").write_text(profile(CHANGES[name]), encoding="utf-8")
    kegen("draft", "--profile", "xa-b.yaml", "--no-check")
    text, after = pasted(profile(), Path("xa-b.docx"))
    assert after.code == 0, text + after.out


@pytest.mark.parametrize(("old", "new"), [("docx", "docx"), ("docx", "yaml"), ("plan.yaml", "docx")])
def test_without_the_profile_of_the_old_plan_it_is_said_which_paragraph_is_meant(kegen, folder, old, new):  # noqa: F811
    (folder / "xa-b.yaml").write_text(profile(CHANGES["edits"], CHANGES["signer"]), encoding="utf-8")
    for name in ("xa-a", "xa-b"):
        kegen("draft", "--profile", f"{name}.yaml", "--no-check")
    kegen("resolve", "--profile", "xa-a.yaml", "--output", "xa-a.plan.yaml")
    text = kegen("diff", f"xa-a.{old}", f"xa-b.{new}", "--format", "yaml").out
    keys = parse_tree(SourceText("printed", text)).plain()
    assert keys["signer"]["name"] == "Trần Thị Bình"
    ((name, task),) = keys["tasks"].items()
    assert task == {"edits": {"không giấy tờ.": "không dùng giấy."}}
    if old == "docx":
        words = " ".join(line.strip("# ") for line in text.splitlines())
        assert f"Đổi {name} thành mã mà hồ sơ dùng cho ý “Xây dựng lịch họp khoa học, hợp lý, tránh trùng lặp" in words
    else:
        assert name == "hh-lich-hop"


def test_what_the_profile_itself_added_is_told_to_be_deleted(kegen, folder):  # noqa: F811
    (folder / "xa-b.yaml").write_text(profile(CHANGES["section"], CHANGES["added"]), encoding="utf-8")
    text = kegen("diff", "xa-b.yaml", "xa-a.yaml", "--format", "yaml").out
    assert "KHÔNG CÓ KHÓA" not in text
    for what in ("tasks: tt-them (bỏ ý thêm: ", "sections: lien-xa (bỏ mục thêm: Phối hợp liên xã)", "tasks: ph-hop ("):
        assert f"# XÓA trong hồ sơ, trước khi dán: {what}" in text


def test_an_item_that_the_profile_lists_goes_out_of_its_list(kegen, folder):  # noqa: F811
    listed = "sections: {hoi-hop: {tasks: [hh-lich-hop, hop-1, Họp hằng tuần.]}}"
    others = ("hh-quy-che", "hh-ke-hoach", "hh-thiet-bi", "hh-thoi-gian")
    left_out = "\n".join(("tasks:", *(f"  {each}: {{omit: Đã có}}" for each in others)))
    own = "tasks: {hop-1: Họp hằng tháng.}"
    for name, each in (("xa-a", listed), ("xa-b", "sections: {hoi-hop: {tasks: [hh-lich-hop]}}")):
        changes = (each, left_out, own) if name == "xa-a" else (each, left_out)
        (folder / f"{name}.yaml").write_text(profile(*changes), encoding="utf-8")
    text = kegen("diff", "xa-a.yaml", "xa-b.yaml", "--format", "yaml").out
    assert parse_tree(SourceText("printed", text)).plain() == {"sections": {"hoi-hop": {"tasks": ["hh-lich-hop"]}}}
    assert "# XÓA trong hồ sơ, trước khi dán: tasks: hop-1 (bỏ ý: Họp hằng tháng.)" in text
    assert "KHÔNG CÓ KHÓA" not in text


def test_what_has_no_key_is_told_with_all_its_words(pasted):
    rows = "annexes: [{title: Danh mục, columns: [Việc, Mức], rows: [[Hồ sơ trực tuyến, 70%]]}]"
    text, after = pasted(profile(), profile(rows, CHANGES["number"]))
    told = text.partition("KHÔNG CÓ KHÓA")[2]
    assert all(words in told for words in ("Phụ lục DANH MỤC", "Việc | Mức", "Hồ sơ trực tuyến | 70%"))
    assert "number: 15" in text
    assert after.code == 1


@pytest.mark.parametrize("seed", range(8))
def test_of_random_edits_none_is_dropped_in_silence(pasted, seed):
    random = Random(seed)
    file = random.choice(sorted((ROOT / "profiles").glob("mau-*.yaml")))
    old = new = file.read_bytes()
    before = _content(old, file)
    while not compare_contents(before, _content(new, file)):
        with suppress(KegenError):
            new = edited(new, random_edit(random, new, file).edit, str(file))
            new = new if _content(new, file) else old
    text, after = pasted(old.decode(), new.decode())
    assert after.code == 0 or "KHÔNG CÓ KHÓA" in text or "XÓA trong hồ sơ" in text, text + after.out


def _content(data, file):
    """Return what a profile's plan says, None for a profile that makes none."""
    opened = open_profile(data, file)
    is_wrong = opened.made is None or any(each.severity is Severity.ERROR for each in opened.problems)
    return None if is_wrong else content_of_plan(opened.made.plan)


def test_nothing_is_pasted_where_nothing_changed(kegen):  # noqa: F811
    run = kegen("diff", "xa-a.yaml", "xa-a.yaml", "--format", "yaml")
    assert (run.code, run.out) == (0, "# Không có gì thay đổi về nội dung.\n")
