"""Edits of the text of a draft: what the profile says afterwards, and that drafting again gives the edited text."""

import copy

import pytest
from docx.text.paragraph import Paragraph

from kegen.problem import KegenError
from kegen.shipped import profiles_folder

from .drafts import PROFILE, Word, changed_lines, draft_of, put, shipped, texts_of

ALL = sorted(each.stem for each in profiles_folder().glob("*.yaml"))


@pytest.mark.parametrize("name", ALL)
def test_a_draft_that_nobody_edited_changes_nothing(name):
    word = Word(shipped(name))
    pulled = word.pulled()
    assert not pulled.is_edited
    assert pulled.data == word.profile
    assert (*pulled.taken, *pulled.left, *pulled.follows, *pulled.contradictions) == ()


@pytest.mark.parametrize("name", ALL)
def test_a_word_changed_in_each_kind_of_profile_is_drafted_again(name):
    word = Word(shipped(name))
    long = [each for each in word.document.paragraphs if each.style.name == "KH Đoạn" and len(each.text) > 80]
    for paragraph in long[1:4]:
        word.replace(words := " ".join(paragraph.text.replace("\u00a0", " ").split()[5:8]), f"{words} luôn luôn")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert len(pulled.taken) == 3
    assert pulled.left == pulled.follows == ()


def test_a_word_of_the_pack_becomes_an_edit_and_all_else_stays_byte_for_byte():
    word = Word()
    word.replace("Ban Bí thư tại", "Ban Bí thư ở")
    pulled = word.pulled()
    gone, come = changed_lines(pulled, word)
    assert gone == []
    assert come == ["tasks:", "  yc-bam-sat:", "    edits: {Bí thư tại Kết luận: Bí thư ở Kết luận}"]
    assert word.is_what_is_drafted(pulled)
    assert pulled.taken[0].where == "I. MỤC ĐÍCH, YÊU CẦU > 2. Yêu cầu"
    assert pulled.taken[0].keys == ("tasks.yc-bam-sat.edits",)


def test_a_sentence_written_anew_becomes_a_wording_of_its_own():
    word = Word()
    word.retype("Đẩy mạnh ứng dụng công nghệ", "- Dùng máy tính trong mọi việc của xã.")
    pulled = word.pulled()
    assert "Dùng máy tính trong mọi việc của xã." in pulled.data.decode()
    assert "edits" not in pulled.data.decode()
    assert word.is_what_is_drafted(pulled)


def test_a_sentence_of_the_profile_is_changed_where_it_stands():
    word = Word()
    word.replace("chắc đến đó", "xong đến đó")
    pulled = word.pulled()
    assert changed_lines(pulled, word) == (
        ["            - Làm đến đâu chắc đến đó."],
        ["            - Làm đến đâu xong đến đó."],
    )


def test_an_edit_in_the_words_of_an_edit_changes_that_edit():
    profile = PROFILE + "tasks:\n  yc-bam-sat: {edits: {Bám sát: Luôn luôn bám sát}}   # giữ\n"
    word = Word(profile)
    word.replace("Luôn luôn bám sát", "Luôn phải bám sát")
    pulled = word.pulled()
    assert changed_lines(pulled, word)[1] == ["  yc-bam-sat: {edits: {Bám sát: Luôn phải bám sát}}   # giữ"]


def test_added_paragraphs_stand_where_they_were_put():
    word = Word()
    word.add_after("chắc đến đó", "- Ý thêm thứ nhất.", "- Ý thêm thứ hai.")
    word.add_after("Khắc phục triệt để", "- Ý thêm của mục đích.")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert {each.how for each in pulled.taken} == {"added"}
    lines = pulled.data.decode().splitlines()
    at = lines.index("            - Làm đến đâu chắc đến đó.")
    assert [each.strip() for each in lines[at + 1 : at + 3]] == ["- Ý thêm thứ nhất.", "- Ý thêm thứ hai."]
    assert lines[at - 1] == "            # ý của xã"


def test_a_paragraph_without_a_mark_stays_without_one():
    word = Word()
    word.add_after("Khắc phục triệt để", "Đoạn này không có dấu đầu dòng.")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert "mark: khong" in pulled.data.decode()


def test_what_was_taken_out_is_left_out_with_a_reason():
    word = Word()
    word.remove("Khắc phục triệt để")
    word.remove("Việc gì cũng có người")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert "md-khac-phuc: {omit: Bỏ trong bản Word đã sửa}" in pulled.data.decode()
    assert "Việc gì cũng" not in pulled.data.decode()


def test_a_section_taken_out_whole_is_left_out_as_one():
    word = Word()
    word.remove("KINH PHÍ THỰC HIỆN")
    word.remove("được bố trí từ ngân sách")
    word.remove("2. Phòng Kinh tế")
    pulled = word.pulled()
    assert "kinh-phi: {omit: Bỏ trong bản Word đã sửa}" in pulled.data.decode()
    assert pulled.left == ()
    assert texts_of(draft_of(pulled.data)).count("III. TỔ CHỨC THỰC HIỆN") == 1
    assert [each.new for each in pulled.renumbered] == ["III. TỔ CHỨC THỰC HIỆN"]
    assert pulled.follows == ()


def test_a_section_of_the_profiles_own_goes_with_its_items_and_typed_numbers_count_on():
    own = (
        '    to-a: {title: "1. Tổ A", mark: nhu-viet, into: to-chuc, tasks: [a-1]}\n'
        '    to-b: {title: "2. Tổ B", mark: nhu-viet, into: to-chuc, tasks: [b-1]}\n'
        "tasks: {a-1: {wording: Vận động bà con.}, b-1: {wording: Ghi chép sổ sách.}}\n"
    )
    word = Word(PROFILE + own)
    word.remove("1. Tổ A")
    word.remove("Vận động bà con")
    word.retype("2. Tổ B", "1. Tổ B")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    text = pulled.data.decode()
    assert "to-a" not in text
    assert "a-1" not in text
    assert ("số đầu mục", "2.", "1.") in [(each.where, each.old, each.new) for each in pulled.taken]


def test_moved_items_change_their_order():
    word = Word()
    word.move_after("Làm đến đâu chắc", "Việc gì cũng có người")
    word.move_after("Khắc phục triệt để", "Đẩy mạnh ứng dụng công nghệ")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert pulled.left == ()


def test_a_paragraph_split_in_two_and_two_made_one():
    word = Word()
    head, _, tail = word.find("Khắc phục triệt để").text.partition("; ")
    word.retype("Khắc phục triệt để", f"{head}.")
    word.add_after("Khắc phục triệt để", f"- Phải {tail}")
    text = word.find("Việc gì cũng có người").text
    word.replace("chắc đến đó.", f"chắc đến đó; {text.lstrip('- ')}")
    word.remove("- Việc gì cũng có người")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert pulled.left == ()


def test_headings_are_changed_in_their_own_letters():
    word = Word()
    word.retype("TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC VÀ THỰC HIỆN")
    word.replace("Đổi mới mạnh mẽ chế độ hội họp", "Đổi mới chế độ hội họp")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert "title: Tổ chức và thực hiện" in pulled.data.decode()


def test_an_added_heading_with_paragraphs_is_a_section():
    word = Word()
    heading = copy.deepcopy(word.find("4. Đổi mới mạnh mẽ")._p)
    text = copy.deepcopy(word.find("Làm đến đâu")._p)
    word.find("4. Đổi mới mạnh mẽ")._p.addprevious(heading)
    heading.addnext(text)
    put(Paragraph(heading, None), "4. Công tác dân vận")
    put(Paragraph(text, None), "Gần dân, nghe dân.")
    pulled = word.pulled()
    assert pulled.left == ()
    assert "title: Công tác dân vận" in pulled.data.decode()
    said = texts_of(draft_of(pulled.data))
    assert said[said.index("4. Công tác dân vận") + 1] == "Gần dân, nghe dân."
    assert [each.new[:2] for each in pulled.renumbered] == ["5.", "6.", "7."]
    assert pulled.follows == ()


def test_the_opening_and_the_closing_are_changed():
    word = Word()
    word.replace("Thực hiện Kế hoạch", "Triển khai Kế hoạch")
    word.replace("yêu cầu các cơ quan", "đề nghị các cơ quan")
    pulled = word.pulled()
    assert word.is_what_is_drafted(pulled)
    assert pulled.left == ()


def test_a_paragraph_behind_the_closing_becomes_the_closing():
    word = Word()
    closing = word.document.paragraphs[-1] if word.document.paragraphs[-1].text else word.find("./.")
    word.add_after(closing.text.replace("\u00a0", " ")[:40], "Kế hoạch này thay cho kế hoạch trước./.")
    pulled = word.pulled()
    assert pulled.left == ()
    assert texts_of(draft_of(pulled.data)).count("Kế hoạch này thay cho kế hoạch trước./.") == 1


def test_words_made_bold_stand_out_in_the_next_draft():
    word = Word()
    word.embolden("chắc đến đó")
    pulled = word.pulled()
    assert "chắc đến đó: dam" in pulled.data.decode()
    assert pulled.taken[0].how == "looks"
    again = Word(pulled.data).find("chắc đến đó")
    assert [run.text for run in again.runs if run.bold] == ["chắc đến đó"]


def test_a_heading_that_would_be_left_alone_is_told_not_dropped():
    profile = PROFILE.replace("style: {grouping: phang}", "style: {grouping: theo-co-quan}")
    word = Word(profile)
    texts = [each.text for each in word.document.paragraphs]
    heading = next(at for at, each in enumerate(texts) if each.startswith("2. Tăng cường trách nhiệm"))
    alone = texts[heading + 1]
    word.remove(alone.replace("\u00a0", " ")[:50])
    pulled = word.pulled()
    told = [*pulled.left, *pulled.taken, *pulled.follows]
    assert any(alone.replace("\u00a0", " ")[:50] in each.old for each in told)


def test_a_file_longer_than_a_plan_is_refused_at_once():
    word = Word()
    word.add_after("Việc gì cũng", *(f"- Việc thứ {each}." for each in range(5_001)))
    with pytest.raises(KegenError, match="dài hơn một kế hoạch"):
        word.pulled()
