"""Head, recipients, signer, annex: found by what they are; and what is told besides."""

import copy
import random
import unicodedata

import pytest

from .drafts import PROFILE, Word, changed_lines, draft_of, plain, put, texts_of, tracked

ANNEX = PROFILE + "annex: có\n"


def test_number_date_and_signer_are_set():
    word = Word()
    word.retype("Số: 12", "Số: 15/KH-UBND")
    word.retype("Gia Kiệm, ngày", "Gia Kiệm, ngày 15 tháng 7 năm 2026")
    word.retype("Nguyễn Văn An", "Trần Thị Bình")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    gone, come = changed_lines(pulled, word)
    assert gone == ["signer: {position: CHỦ TỊCH, name: Nguyễn Văn An}", "number: 12", "date: 03/6/2026"]
    assert come == ["signer: {position: CHỦ TỊCH, name: Trần Thị Bình}", "number: 15", "date: 15/7/2026"]


def test_a_deputy_signs():
    word = Word()
    line = word.find("CHỦ TỊCH")
    put(line, "KT. CHỦ TỊCH")
    word.add_after("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    pulled = word.pulled()
    assert "position: PHÓ CHỦ TỊCH" in pulled.data.decode()
    assert pulled.left == ()


def test_the_line_under_annexes_follows_a_new_number():
    word = Word(ANNEX)
    word.retype("Số: 12", "Số: 15/KH-UBND")
    pulled = word.pulled()
    assert [each.keys for each in pulled.taken] == [("number",)]
    assert pulled.left == ()
    assert "15/KH-UBND" in pulled.follows[0].new


def test_recipients_are_added_and_taken_out_with_few_lines():
    word = Word()
    word.add_after(recipients(word)[-2], "- Trường Tiểu học Gia Kiệm;")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert "Trường Tiểu học Gia Kiệm" in pulled.data.decode()


def test_a_usual_recipient_that_was_deleted_is_dropped():
    word = Word()
    word.remove(recipients(word)[1])
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert "drop:" in pulled.data.decode()


def recipients(word):
    cells = [p.text for t in word.document.tables for c in t._cells for p in c.paragraphs]
    return [plain(each) for each in cells if plain(each).startswith("- ")]


def test_cells_of_the_annex_are_facts_of_their_tasks():
    word = Word(ANNEX)
    row = word.table.rows[3]
    put(row.cells[4].paragraphs[0], "Quý IV năm 2026")
    put(row.cells[5].paragraphs[0], "Một bảng tổng hợp")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert "deadline: Quý IV năm 2026" in pulled.data.decode()
    assert "product: Một bảng tổng hợp" in pulled.data.decode()
    assert "annex: có" in pulled.data.decode()


def test_the_same_edit_in_text_and_annex_is_one():
    word = Word(
        ANNEX + "tasks:\n  vb-them: {section: ban-hanh-van-ban, lead: dau-moi, wording: Gom văn bản mỗi tuần.}\n"
    )
    word.replace("mỗi tuần", "mỗi tháng")
    word.replace("mỗi tuần", "mỗi tháng")
    assert not any("mỗi tuần" in each for each in texts_of(word.saved()))
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert pulled.data.decode().count("mỗi tháng") == 1
    assert len(pulled.taken) == 2


def test_an_edit_of_the_text_alone_leaves_the_annex_as_it_was():
    word = Word(ANNEX)
    word.replace("thời gian, nguồn lực", "thời gian, nhân lực")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)


@pytest.mark.parametrize("how", ["added", "added-uncounted", "removed", "moved"])
def test_rows_added_removed_and_moved_make_the_table_the_profiles_own(how):
    word = Word(ANNEX)
    rows = word.table.rows
    if how.startswith("added"):
        rows[2]._tr.addnext(copy.deepcopy(rows[2]._tr))
        for number, cell in enumerate(word.table.rows[3].cells):
            put(cell.paragraphs[0], "" if how == "added-uncounted" and not number else f"Ô mới {number}")
    elif how == "removed":
        rows[4]._tr.getparent().remove(rows[4]._tr)
    else:
        rows[5]._tr.addnext(rows[2]._tr)
    pulled = word.pulled()
    assert pulled.left == ()
    said = [each.partition(" | ")[2] for each in texts_of(draft_of(pulled.data)) if " | " in each]
    assert said == [each.partition(" | ")[2] for each in texts_of(word.saved()) if " | " in each]


def test_tracked_changes_count_as_accepted():
    word = Word()
    paragraph = word.find("chắc đến đó")
    put(paragraph, "- Làm đến đâu ")
    paragraph.add_run("chắc").bold = None
    paragraph.add_run("xong").bold = None
    paragraph.add_run(" đến đó.")
    tracked("del", paragraph.runs[1])
    tracked("ins", paragraph.runs[1])
    pulled = word.pulled()
    assert "- Làm đến đâu xong đến đó." in pulled.data.decode()


def test_comments_are_listed_and_change_nothing():
    word = Word()
    word.document.add_comment(word.find("chắc đến đó").runs, text="Có nên nói thế không?", author="Ông B")
    pulled = word.pulled()
    (remark,) = pulled.comments
    assert remark == ("Ông B", "Có nên nói thế không?", "- Làm đến đâu chắc đến đó.")
    assert pulled.data == word.profile


def test_a_figure_changed_in_one_place_is_told_with_the_other():
    word = Word(ANNEX)
    place = word.find("15% số lượng văn bản")
    put(place, plain(place.text).replace("15%", "20%"))
    others = [each for each in texts_of(word.saved()) if "15%" in each]
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled) or pulled.follows
    assert pulled.left == ()
    assert others
    assert all("“15%” đã sửa thành “20%”" in each.why for each in pulled.contradictions)
    assert pulled.contradictions


def test_a_date_changed_in_the_text_alone_is_told_with_the_row_that_has_the_old_one():
    task = "{section: ban-hanh-van-ban, lead: dau-moi, deadline: Trước 10/12 hằng năm, wording: Gom văn bản (10/12).}"
    word = Word(ANNEX + f"tasks:\n  vb-them: {task}\n")
    word.replace("(10/12)", "(05/12)")
    (told,) = word.pulled().contradictions
    assert "“10/12” đã sửa thành “05/12”" in told.why
    assert "Trước 10/12 hằng năm" in told.old
    assert "dòng số" in told.where


def test_a_row_taken_out_with_its_item_leaves_the_other_rows_to_their_tasks():
    tasks = "tasks:\n  vb-them: {section: ban-hanh-van-ban, lead: dau-moi, wording: Gom văn bản mỗi tuần.}\n"
    word = Word(ANNEX + tasks)
    word.remove("Gom văn bản mỗi tuần")
    row = next(each for each in word.table.rows if "Gom văn bản mỗi tuần" in plain(each.cells[1].text))
    number = int(row.cells[0].text)
    row._tr.getparent().remove(row._tr)
    put(word.table.rows[number + 1].cells[4].paragraphs[0], "Quý IV năm 2026")  # the numbers stay as they were
    pulled = word.pulled()
    text = pulled.data.decode()
    assert "annex: có" in text
    assert "deadline: Quý IV năm 2026" in text
    assert pulled.left == pulled.follows == ()
    assert f"{number + 1} |" in pulled.renumbered[0].old
    assert f"{number} |" in pulled.renumbered[0].new


def test_numbers_that_the_profile_writes_are_those_of_the_file():
    rows = "[[1, Họp dân], [2, Phát tờ rơi], [3, Ký cam kết]]"
    word = Word(f"{PROFILE}annexes: [{{title: Việc làm, columns: [TT, Việc], rows: {rows}}}]\n")
    gone = word.table.rows[2]._tr
    gone.getparent().remove(gone)
    put(word.table.rows[2].cells[0].paragraphs[0], "2")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert [(each.old, each.new) for each in pulled.taken if "số thứ tự" in each.where] == [("3", "2")]


def test_of_a_row_the_cells_that_changed_are_told_by_the_titles_of_their_columns():
    word = Word(ANNEX)
    put(word.table.rows[3].cells[4].paragraphs[0], "Quý IV năm 2026")
    (told,) = word.pulled().taken
    assert [(each.column, each.new) for each in told.cells] == [("Thời hạn", "Quý IV năm 2026")]


def test_letters_composed_otherwise_and_firm_hyphens_are_no_edit():
    word = Word()
    for paragraph in word.document.paragraphs:
        for run in paragraph.runs:
            if run.text:
                run.text = unicodedata.normalize("NFD", run.text.replace("-", "\u2011"))
    pulled = word.pulled()
    assert not pulled.is_edited


def test_what_the_profile_says_since_the_draft_was_made_stays():
    word = Word()
    word.replace("chắc đến đó", "xong đến đó")
    since = PROFILE.replace("Nguyễn Văn An", "Lê Thị Cúc").replace(
        "            - Việc gì cũng", "            - Mọi việc cũng"
    )
    pulled = word.pulled(since.encode())
    text = pulled.data.decode()
    assert "Lê Thị Cúc" in text
    assert "Mọi việc cũng có" in text
    assert "Làm đến đâu xong đến đó." in text
    assert {each.why for each in pulled.follows} == {"hồ sơ đã đổi sau khi soạn bản này"}
    assert [each.how for each in pulled.taken] == ["reworded"]


def test_what_stands_in_the_margin_is_told_whole():
    word = Word()
    word.document.sections[0].footer.is_linked_to_previous = False
    word.document.sections[0].footer.add_paragraph("Bản này chưa phát hành")
    pulled = word.pulled()
    assert [each.new for each in pulled.left] == ["Bản này chưa phát hành"]
    assert pulled.data == word.profile


def test_what_the_profile_does_not_take_is_told_with_the_reason():
    word = Word()
    word.retype("Gia Kiệm, ngày", "Thị trấn Mới, ngày 03 tháng 6 năm 2026")
    pulled = word.pulled()
    assert pulled.data == word.profile
    assert [each.new for each in pulled.left] == ["Thị trấn Mới, ngày 03 tháng 6 năm 2026"]
    assert "không phải tên đơn vị ban hành" in pulled.left[0].why


def edit_rows(word, how):
    """Copy, move, remove and reword rows of the annex at random."""
    table = word.table
    for _ in range(4):
        row = table.rows[how.randrange(1, len(table.rows))]._tr
        row.addnext(copy.deepcopy(row))
    for _ in range(4):
        row = table.rows[how.randrange(1, len(table.rows))]._tr
        table._tbl.remove(row)
        table.rows[how.randrange(1, len(table.rows))]._tr.addnext(row)
    for _ in range(3):
        table._tbl.remove(table.rows[how.randrange(1, len(table.rows))]._tr)
    for count in range(8):
        cell = table.rows[how.randrange(1, len(table.rows))].cells[1]
        put(cell.paragraphs[0], f"{cell.text} sửa {count}")


@pytest.mark.parametrize("seed", [5, 7, 38])
def test_rows_copied_moved_removed_and_reworded_all_come_into_the_profile(seed):
    rows = "".join(f"      - ['{each}', Việc thứ {each} của xã, Quý {each % 4 + 1}/2026]\n" for each in range(1, 31))
    word = Word(PROFILE + f"annexes:\n  - title: Danh mục\n    columns: [STT, Việc, Hạn]\n    rows:\n{rows}")
    edit_rows(word, random.Random(seed))
    pulled = word.pulled()
    assert not pulled.left
    assert word.is_what_is_drafted(pulled)


def test_what_the_profile_has_given_up_since_does_not_come_back():
    word = Word(ANNEX)
    pulled = word.pulled(PROFILE.encode())
    assert pulled.data == PROFILE.encode()
    assert not pulled.is_edited
    assert any(each.slot == "annex-title" and not each.new for each in pulled.follows)


def test_a_paragraph_copied_in_word_comes_into_a_profile_that_has_changed_since():
    word = Word()
    word.add_after("Việc gì cũng", "- Làm đến đâu chắc đến đó;")
    pulled = word.pulled(PROFILE.replace("number: 12", "number: 15").encode())
    assert pulled.data.decode().count("Làm đến đâu chắc đến đó") == 2
