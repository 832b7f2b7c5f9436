"""What a tab shows of a profile: pages, notes at their places, problems; and only what changed anew."""

import asyncio
from urllib.parse import quote

import pytest

from kegen.page import live
from kegen.page.view import View
from tests.form.random_edits import TABLES
from tests.page.client import PROFILE
from tests.starting.parents import PARENT

HOSTILE = "<script>alert(1)</script>\"'><img src=x>"


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_profile_is_shown_with_pages_outline_form_and_text(client):
    facts, html = client.whole()
    assert not facts["broken"]
    assert "NHỮ KHÊ" in html["pages"]
    assert "MỤC ĐÍCH, YÊU CẦU" in html["outline"]
    assert 'data-at="signer/name"' in html["form"]
    assert "# ghi chú của văn phòng" in html["source"]


def test_a_blank_stands_at_its_paragraph_with_who_supplies_it(client):
    facts, html = client.whole()
    key = next(key for key, (path, _) in facts["places"].items() if path == "number")
    assert f'data-p="{key}" data-at="number"' in html["notes"]
    assert "Người cung cấp: Văn thư" in html["notes"]
    assert facts["counts"]["blank"] >= 1


def test_paragraphs_know_their_value_and_its_line(client):
    facts, _ = client.whole()
    places = dict(facts["places"].values())
    assert places["date"] == 7
    assert places["signer/name"] == 6
    assert any(path.startswith("tasks/") for path in places)


def test_a_broken_profile_tells_its_problems_and_leaves_the_last_pages(client, tmp_path):
    _, before = client.whole()
    change(tmp_path / "x.yaml", "level: xa", "level: xaa")
    client.live().ask()
    facts, html = client.whole()
    assert facts["broken"]
    assert html["pages"] == before["pages"]
    assert "dòng 3" in html["problems"]
    assert "xaa" in html["problems"]


def test_a_tab_opened_after_a_save_that_nobody_saw_begins_with_what_was_saved(client, tmp_path):
    client.whole()
    text = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    change(tmp_path / "x.yaml", "level: xa", "level: xaa")
    client.live().ask()
    assert client.whole()[0]["broken"]
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    client.live().ask()

    async def first():
        news = await anext(client.folder.live(tmp_path / "x.yaml").news())
        return news["facts"]["broken"]

    assert client.loop.run_until_complete(asyncio.wait_for(first(), 20)) is False


def test_of_very_many_tabs_the_newest_are_sent_what_is_new_and_the_oldest_end(client, monkeypatch):
    monkeypatch.setattr(live, "_MOST_TABS", 2)
    client.whole()
    opened = client.live()

    async def scenario():
        tabs = [opened.news() for _ in range(3)]
        for each in tabs:
            await anext(each)
        opened.ask()
        with pytest.raises(StopAsyncIteration):
            await asyncio.wait_for(anext(tabs[0]), 20)
        assert await anext(tabs[1])
        assert opened.readers == 2

    client.loop.run_until_complete(scenario())


def test_many_profiles_of_a_folder_are_watched_at_once(client, tmp_path):
    for number in range(30):
        (tmp_path / f"a{number}.yaml").write_text(PROFILE, encoding="utf-8")
        client.live(f"a{number}.yaml")
    for name in ("a0.yaml", "a29.yaml"):
        client.whole(name)
        change(tmp_path / name, "Nguyễn Văn A", "Trần Thị Bình")
        assert "Trần Thị Bình" in client.whole(name)[1]["pages"]


@pytest.mark.parametrize("text", ["", "a: [", "\x00\x01", "- a", "unit: {level: xa"])
def test_a_file_that_is_no_profile_is_told(client, tmp_path, text):
    (tmp_path / "x.yaml").write_text(text)
    facts, html = client.whole()
    assert facts["broken"]
    assert "note error" in html["problems"]


def test_texts_of_a_profile_are_shown_as_text(client, tmp_path):
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    change(tmp_path / "x.yaml", "name: Nguyễn Văn A}", f"name: {quoted}}}")
    more = (
        "title: {0}\narchive: {0}\nrecipients: [{0}]\ntasks: {{a: {{section: nhiem-vu, wording: {0}}}}}\n"
        "departments: [{{name: {0}, short: {0}}}]\nreplace: {{{0}: {0}}}\naccept: [{{rule: {0}, reason: {0}}}]\n"
    )
    with (tmp_path / "x.yaml").open("a", encoding="utf-8") as file:
        file.write(more.format(quoted))
    _, html = client.whole()
    for shown in html.values():
        assert "<script" not in shown
        assert "<img" not in shown
    assert "&lt;script&gt;" in html["source"]
    assert "&lt;script&gt;" in html["form"]


def test_only_changed_pages_are_sent_again():
    known = {}
    first = View({"pages": {"page-1": "a", "page-2": "b"}}).news(known)
    second = View({"pages": {"page-1": "a", "page-2": "c"}}).news(known)
    third = View({"pages": {"page-1": "a"}}).news(known)
    assert first["changed"] == {"page-1": "a", "page-2": "b"}
    assert second["changed"] == {"page-2": "c"}
    assert third == {"order": {"pages": ["page-1"]}, "changed": {}, "facts": {}}


def replace_whole(path, text):
    """Save as many editors do: a new file is put in the place of the old one."""
    other = path.with_suffix(".tmp")
    other.write_text(text, encoding="utf-8")
    other.replace(path)


@pytest.mark.parametrize("save", [lambda path, text: path.write_text(text, encoding="utf-8"), replace_whole])
def test_a_save_in_any_editor_is_seen(client, tmp_path, save):
    client.whole()
    client.loop.run_until_complete(asyncio.sleep(0.1))  # until the folder is watched
    save(tmp_path / "x.yaml", PROFILE.replace("03/6/2026", "04/6/2026"))
    _, html = client.whole()
    assert "ngày 04 tháng 6 năm 2026" in html["pages"]


def test_an_open_question_on_the_plan_above_is_told_until_it_is_answered(client, tmp_path):
    plan = tmp_path / "tỉnh.plan.yaml"
    plan.write_text(PARENT, encoding="utf-8")
    text = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {plan: tỉnh.plan.yaml}\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    facts, html = client.whole()
    assert "Ai chủ trì việc này?" in html["notes"]
    assert f'href="../../ke-hoach/{quote(plan.name)}/#q-hoi-1"' in html["notes"]
    assert "kegen đoán: của cả địa bàn" in html["notes"]
    assert facts["counts"]["ask"] == 2
    answered = PARENT.replace("place: trang 2, đoạn 8", "place: trang 2, đoạn 8\n    answer: Sở Xây dựng")
    plan.write_text(answered, encoding="utf-8")
    client.live().ask()
    change(tmp_path / "x.yaml", "Nhữ Khê", "Nhữ Khê ")
    facts, html = client.whole()
    assert "Ai chủ trì việc này?" not in html["notes"]
    assert facts["counts"]["ask"] == 1


def test_an_order_that_the_unit_only_helps_with_is_said_to_be_one(client, tmp_path):
    (tmp_path / "tỉnh.plan.yaml").write_text(PARENT, encoding="utf-8")
    text = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {plan: tỉnh.plan.yaml}\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    notes = client.whole()[1]["notes"]
    assert "đơn vị mình phối hợp, kế hoạch chưa nói tới: Tổ chức cuộc thi vườn đẹp" in notes
    assert "chưa đưa vào kế hoạch: UBND các xã, phường: Rà soát" in notes


def test_a_row_of_an_annex_is_a_place_of_its_own(client, tmp_path):
    (tmp_path / "x.yaml").write_text(PROFILE + TABLES, encoding="utf-8")
    facts, _ = client.whole()
    paths = {path for path, _ in facts["places"].values()}
    assert {"annexes/0/rows/1", "annexes/0/rows/3", "annexes/0/above/1/rows/0", "annexes/0/below/0"} <= paths
    (tmp_path / "x.yaml").write_text(PROFILE + "annex: có\n" + TABLES, encoding="utf-8")
    client.live().ask()
    facts, _ = client.whole()
    paths = {path for path, _ in facts["places"].values()}
    assert {"annex", "annexes/0/rows/1"} <= paths


def test_a_warning_at_a_field_is_no_error_there(client, tmp_path):
    text = PROFILE.replace("Nhữ Khê", "Đồng Đăng").replace("Tuyên Quang", "Lạng Sơn")
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    _, html = client.whole()
    assert "nên xem lại" in html["form"]
    assert "cần sửa" not in html["form"]
    assert 'aria-invalid="true"' not in html["form"]
