"""The page as its user has it, in Chromium: edits, two editors, tables, keys."""

import signal

import pytest

from tests.form.random_edits import TABLES
from tests.page.browsing import field, opened, part, show, state, unfold
from tests.page.client import PROFILE

pytestmark = pytest.mark.browser


@pytest.fixture
def profile(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text(PROFILE, encoding="utf-8")
    return file


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_typed_is_saved_shown_and_taken_back(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        page.locator(".page", has_text="Trần Thị Bình").wait_for()
        assert profile.read_text(encoding="utf-8") == PROFILE.replace("Nguyễn Văn A", "Trần Thị Bình")
        page.locator("#undo:enabled").click()
        page.locator(".page", has_text="Nguyễn Văn A").wait_for()
        assert profile.read_text(encoding="utf-8") == PROFILE
        page.locator("#redo:enabled").click()
        page.locator(".page", has_text="Trần Thị Bình").wait_for()


def test_two_fields_filled_in_one_after_the_other_are_no_conflict(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        for path, text in (("signer/name", "Trần Thị Bình"), ("number", "114"), ("date", "05/6/2026")):
            field(page, path).fill(text)
            field(page, path).press("Tab")
        page.locator(".page", has_text="ngày 05 tháng 6 năm 2026").wait_for()
        state(page, "Đã ghi")
        assert not page.locator("#conflict").is_visible()
        text = profile.read_text(encoding="utf-8")
        assert all(each in text for each in ("Trần Thị Bình", "114", "05/6/2026", "# ghi chú của văn phòng"))


def test_a_file_put_back_elsewhere_is_shown_as_it_is(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        page.locator(".page", has_text="Trần Thị Bình").wait_for()
        profile.write_text(PROFILE, encoding="utf-8")
        page.locator(".page", has_text="Nguyễn Văn A").wait_for()
        page.locator('#form input[value="Nguyễn Văn A"]').wait_for()
        field(page, "number").fill("114")
        field(page, "number").press("Tab")
        page.locator(".page", has_text="114/KH-UBND").first.wait_for()
        assert profile.read_text(encoding="utf-8").replace("number: 114\n", "", 1) == PROFILE


def test_an_error_stands_at_its_field_and_what_was_typed_stays(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "date").fill("37/6/2026")
        field(page, "date").press("Tab")
        page.locator('.field[data-at="date"] .error', has_text="37/6/2026").wait_for()
        assert field(page, "date").input_value() == "37/6/2026"
        change(profile, "Nguyễn Văn A", "Lê Văn C")
        page.locator(".page", has_text="Lê Văn C").wait_for()
        page.locator('.field[data-at="signer/name"] input').wait_for()
        assert field(page, "date").input_value() == "37/6/2026"
        assert profile.read_text(encoding="utf-8") == PROFILE.replace("Nguyễn Văn A", "Lê Văn C")


def test_a_save_elsewhere_replaces_only_changed_pages_and_keeps_the_place(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        for each in page.locator(".page").all():
            each.evaluate("node => { node.dataset.before = '1' }")
        seen = page.locator(".page [data-p]", has_text="TỔ CHỨC THỰC HIỆN").first
        seen.scroll_into_view_if_needed()
        top = seen.bounding_box()["y"]
        change(profile, "date: 03/6/2026", "date: 04/6/2026")
        page.locator(".page", has_text="ngày 04 tháng 6 năm 2026").wait_for()
        state(page, "")
        assert page.locator("#trang-1[data-before]").count() == 0
        assert page.locator("#trang-2[data-before]").count() == 1
        assert abs(seen.bounding_box()["y"] - top) < 3


def test_a_broken_profile_shows_its_problems_over_the_last_good_pages(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        change(profile, "level: xa", "level: xaa")
        page.locator("#broken .note", has_text="dòng 3").wait_for()
        assert page.locator(".page", has_text="XÃ NHỮ KHÊ").count() > 0
        assert page.locator("#take").is_disabled()
        change(profile, "level: xaa", "level: xa")
        page.locator("#broken").wait_for(state="hidden")
        state(page, "đúng lại")


@pytest.mark.parametrize(
    ("choice", "name"),
    [("again", "Trần Văn Cường"), ("mine", "Trần Văn Cường"), ("theirs", "Lê Thị Bình"), ("later", "Lê Thị Bình")],
)
def test_of_two_texts_a_person_chooses_and_neither_is_lost(page, profile, choice, name):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").fill("Trần Văn Cường")
        profile.write_text(PROFILE.replace("Nguyễn Văn A", "Lê Thị Bình"), encoding="utf-8")
        field(page, "signer/name").press("Tab")
        dialog = page.locator("#conflict")
        dialog.wait_for()
        assert "Lê Thị Bình" in dialog.inner_text()
        assert "Trần Văn Cường" in dialog.inner_text()
        page.locator(f"#conflict-{choice}").click()
        dialog.wait_for(state="hidden")
        page.locator(".page", has_text=name).wait_for()
        assert name in profile.read_text(encoding="utf-8")
        if choice == "later":
            assert field(page, "signer/name").input_value() == "Trần Văn Cường"
        if choice == "mine":
            others = [each for each in profile.parent.glob("*.yaml") if each != profile]
            assert any("Lê Thị Bình" in each.read_text(encoding="utf-8") for each in others)


def test_what_is_being_typed_when_the_file_changes_elsewhere_is_neither_sent_nor_lost(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "signer/name").click()
        field(page, "signer/name").fill("Trần Văn Cường")
        theirs = PROFILE.replace("Nguyễn Văn A", "Lê Thị Bình")
        profile.write_text(theirs, encoding="utf-8")
        page.locator(".page", has_text="Lê Thị Bình").wait_for()
        page.locator("#L6", has_text="Lê Thị Bình").wait_for(state="attached")
        page.wait_for_timeout(300)
        assert field(page, "signer/name").input_value() == "Trần Văn Cường"
        assert profile.read_text(encoding="utf-8") == theirs
        assert field(page, "signer/name").evaluate("node => node === document.activeElement")
        field(page, "signer/name").press("Tab")
        page.locator("#conflict").wait_for()
        assert profile.read_text(encoding="utf-8") == theirs


def test_a_paragraph_leads_to_its_field_and_back(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        page.locator(".page [data-p]", has_text="Nguyễn Văn A").first.click()
        assert field(page, "signer/name").evaluate("node => node === document.activeElement")
        state(page, "dòng 6")
        page.locator('.note[data-at="number"] .to-page').click()
        page.locator(".page .chosen", has_text="/KH-UBND").wait_for()
        page.locator('.field[data-at="signer/name"] .to-line').click()
        page.locator("#L6.here").wait_for()


def test_an_item_is_left_out_with_a_reason_and_taken_again(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        part = page.locator('#form .part.usual[data-at^="tasks/"]').first
        at = part.get_attribute("data-at")
        part = page.locator(f'#form .part[data-at="{at}"]')
        part.locator("> summary").click()
        part.locator("summary", has_text="Bỏ khỏi kế hoạch").click()
        part.get_by_label("Lý do bỏ").fill("Xã không có việc này")
        part.get_by_role("button", name="Bỏ, ghi lý do").click()
        page.locator(f'#form .part.left-out[data-at="{at}"]').wait_for()
        assert "omit: Xã không có việc này" in profile.read_text(encoding="utf-8")
        part = page.locator(f'#form .part[data-at="{at}"]')
        if not part.evaluate("node => node.open"):
            part.locator("> summary").click()
        part.get_by_role("button", name="Đưa vào kế hoạch").click()
        page.locator(f'#form .part.usual[data-at="{at}"]').wait_for()
        assert "omit:" not in profile.read_text(encoding="utf-8")


def test_nothing_in_a_text_is_run(page, profile):
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    with opened(profile.parent) as (address, _):
        show(page, address)
        field(page, "title").fill(hostile)
        field(page, "title").press("Tab")
        page.locator(".page", has_text="<img src=x").first.wait_for()
        assert page.locator("img").count() == 0


def test_many_tabs_do_not_keep_each_other_from_the_server(page, profile):
    with opened(profile.parent) as (address, _):
        tabs = [page.context.new_page() for _ in range(7)]
        for tab in tabs:  # each has a stream as long as it is in view; headless ones all are, so they say they are not
            tab.add_init_script("Object.defineProperty(document, 'hidden', {get: () => window.out})")
            show(tab, address)
            tab.evaluate("window.out = true; document.dispatchEvent(new Event('visibilitychange'))")
        show(page, address)
        tabs[0].evaluate("window.out = false; document.dispatchEvent(new Event('visibilitychange'))")
        change(profile, "Nguyễn Văn A", "Lê Văn C")
        tabs[0].locator(".page", has_text="Lê Văn C").wait_for()
        for tab in tabs:
            tab.close()


def test_two_tabs_of_one_profile_lose_nothing_to_each_other(page, profile):
    with opened(profile.parent) as (address, _):
        other = page.context.new_page()
        for each in (page, other):
            show(each, address)
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        other.locator(".page", has_text="Trần Thị Bình").wait_for()
        other.locator('#form input[value="Trần Thị Bình"]').wait_for()
        field(other, "number").fill("114")
        field(other, "number").press("Tab")
        page.locator(".page", has_text="114/KH-UBND").first.wait_for()
        text = profile.read_text(encoding="utf-8")
        assert "Trần Thị Bình" in text
        assert "number: 114" in text
        other.close()


def test_tabs_go_by_keyboard(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        page.locator("#tab-form").focus()
        page.keyboard.press("ArrowRight")
        assert page.locator("#panel-outline").is_visible()
        page.keyboard.press("ArrowLeft")
        assert page.locator("#panel-form").is_visible()


def test_when_kegen_ends_the_page_tells_and_ctrl_c_is_a_good_end(page, profile):
    with opened(profile.parent) as (address, process):
        show(page, address)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        state(page, "Mất kết nối")
        field(page, "signer/name").fill("Trần Thị Bình")
        field(page, "signer/name").press("Tab")
        state(page, "vẫn còn ở ô")
        assert field(page, "signer/name").input_value() == "Trần Thị Bình"


def test_a_table_is_filled_in_cell_by_cell_and_changed_by_rows_and_columns(page, profile):
    profile.write_text(PROFILE + TABLES, encoding="utf-8")
    annex = "annexes/0"
    with opened(profile.parent) as (address, _):
        show(page, address)
        unfold(page, annex, f"{annex}/columns", f"{annex}/rows", f"{annex}/rows/1")
        field(page, f"{annex}/rows/1/1").fill("Hồ sơ nộp trên mạng")
        field(page, f"{annex}/rows/1/1").press("Tab")
        page.locator(".page", has_text="Hồ sơ nộp trên mạng").wait_for()
        adding = part(page, f"{annex}/columns").locator("> .inside > details.act")
        adding.locator("summary").click()
        adding.get_by_label("Tên cột").fill("Ghi chú")
        adding.get_by_role("button", name="Thêm cột").click()
        part(page, f"{annex}/columns/4").wait_for(state="attached")
        field(page, f"{annex}/rows/1/4").fill("trình")
        field(page, f"{annex}/rows/1/4").press("Tab")
        adding = part(page, f"{annex}/rows").locator("> .inside > details.act").first
        adding.locator("summary").click()
        adding.get_by_label("Nội dung").fill("Dòng mới")
        adding.get_by_role("button", name="Thêm dòng").click()
        part(page, f"{annex}/rows/5").wait_for(state="attached")
        part(page, f"{annex}/rows/1").get_by_role("button", name="Chuyển dòng lên").click()
        part(page, f"{annex}/rows/0").locator("summary", has_text="mạng").wait_for()
    text = profile.read_text(encoding="utf-8")
    assert '- ["1", Hồ sơ nộp trên mạng, "70%", Phòng Kinh tế, trình]' in text
    assert '- ["", Dòng mới, "", "", ""]' in text
    assert '- {wide: [Tổng cộng, "71", ""], spans: [3, 1, 1]}' in text


def test_a_row_on_the_paper_leads_to_its_cells(page, profile):
    profile.write_text(PROFILE + TABLES, encoding="utf-8")
    with opened(profile.parent) as (address, _):
        show(page, address)
        page.locator(".page.landscape [data-p], .page [data-p]", has_text="Hồ sơ trực tuyến").last.click()
        assert part(page, "annexes/0/rows/1").evaluate("node => node.open && node.contains(document.activeElement)")


def test_a_new_annex_and_smaller_points_are_typed_in_the_form(page, profile):
    with opened(profile.parent) as (address, _):
        show(page, address)
        adding = part(page, "annexes").locator("details.act", has_text="Thêm phụ lục")
        adding.first.locator("summary").click()
        adding.first.get_by_label("Tên phụ lục").fill("Danh mục chỉ tiêu")
        adding.first.get_by_label("Các cột").fill("Chỉ tiêu\nMức")
        adding.first.get_by_role("button", name="Thêm phụ lục").click()
        page.locator(".page", has_text="DANH MỤC CHỈ TIÊU").last.wait_for()
        item = page.locator('#form .part.usual[data-at^="tasks/"]').first
        at = item.get_attribute("data-at")
        part(page, at).locator("> summary").click()
        part(page, at).locator("summary", has_text="Những điều ít dùng").click()
        field(page, f"{at}/points").fill("Ý một.\n> Ý nhỏ hơn.\nÝ hai.")
        field(page, f"{at}/points").press("Tab")
        page.locator(".page", has_text="Ý nhỏ hơn.").wait_for()
    text = profile.read_text(encoding="utf-8")
    assert "points: [Ý một., [Ý nhỏ hơn.], Ý hai.]" in text
    assert "columns: [Chỉ tiêu, Mức]" in text
