"""Head, chain, opening, tables, footnotes, annexes and end are read as they stand; blanks stay blanks."""

import pytest

from kegen.problem import KegenError
from tests.docx_files.make import p, run
from tests.importing.papers import CENTRE, END, HEAD, ITALIC, LANDSCAPE, OPENING, cell, centred, line, plan, row, table

WORK = ("*I. VIỆC", "- Sở Xây dựng chủ trì trồng cây.")


def head(**facts):
    return {**HEAD, **facts}


def asked(found, kind):
    return [(each.of, each.field) for each in found.asks if each.kind == kind]


def test_the_head_is_taken_apart():
    found = plan(*WORK)
    identity = found.standing
    assert (identity.level, identity.unit, identity.province) == ("tinh", "Lạng Sơn", "Lạng Sơn")
    assert (identity.symbol, found.issued, identity.issuer) == (
        "15/KH-UBND",
        "2026-06-05",
        "Ủy ban nhân dân tỉnh Lạng Sơn",
    )
    assert (found.kind, found.title, identity.kind) == ("KẾ HOẠCH", "Trồng cây phân tán năm 2026", "")
    assert found.asks == ()


@pytest.mark.parametrize(
    ("issuer", "place", "level", "unit", "province"),
    [
        (("ỦY BAN NHÂN DÂN", "XÃ THIỆN TÂN"), "Thiện Tân", "xa", "Thiện Tân", "Lạng Sơn"),
        (("ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ CHÂN"), "Phường Lê Chân", "phuong", "Lê Chân", "Hải Phòng"),
        (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"), "Hải Phòng", "thanh-pho", "Hải Phòng", "Hải Phòng"),
        (("UBND TỈNH LẠNG SƠN", "SỞ XÂY DỰNG"), "Lạng Sơn", "so", "Sở Xây dựng", "Lạng Sơn"),
        (("ĐẢNG BỘ TỈNH LẠNG SƠN", "BAN THƯỜNG VỤ"), "Lạng Sơn", "", "BAN THƯỜNG VỤ", "Lạng Sơn"),
    ],
)
def test_level_and_province_are_those_of_the_lists(issuer, place, level, unit, province):
    date = f"{place}, ngày 05 tháng 6 năm 2026"
    found = plan("*I. VIỆC", "- Sở Xây dựng chủ trì trồng cây.", head=head(issuer=issuer, date=date)).standing
    assert (found.level, found.unit, found.province) == (level, unit, province)


def test_the_province_of_a_common_name_is_the_one_the_text_names_or_is_asked():
    xa = head(issuer=("ỦY BAN NHÂN DÂN", "XÃ TÂN THÀNH"))
    named = plan(*WORK, head=xa)
    assert named.standing.province == "Lạng Sơn"
    unnamed = plan(*WORK, head=xa, opening=("Ủy ban nhân dân xã Tân Thành ban hành Kế hoạch như sau:",))
    assert unnamed.standing.province == ""
    assert ("standing", "province") in asked(unnamed, "khac")


def test_a_blank_number_and_date_stay_blank_and_are_asked():
    found = plan(*WORK, head=head(number="Số:      /KH-UBND", date="Lạng Sơn, ngày     tháng 6 năm 2026"))
    assert (found.standing.symbol, found.issued) == ("", "")
    assert found.header.number == "Số:         /KH-UBND"
    assert found.header.place_and_date == "Lạng Sơn, ngày       tháng 6 năm 2026"
    assert asked(found, "so-ngay") == [("standing", "symbol"), ("standing", "issued")]


def test_the_chairman_alone_may_issue_it():
    found = plan(*WORK, opening=("Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch như sau:",))
    assert found.standing.issuer == "Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn"


def test_the_chain_is_the_bases_in_order_and_last_what_is_carried_out():
    bases = (
        "Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018;",
        "Căn cứ Nghị định số 12/2025/NĐ-CP ngày 05/02/2025 của Chính phủ quy định về cây trồng;",
    )
    carried = (
        "Thực hiện Chỉ thị số 9-CT/TU ngày 02/3/2026 của Ban Thường vụ Tỉnh ủy về trồng cây thực hiện Kết luận số"
        " 5-KL/TW ngày 01/01/2026 của Ban Bí thư về cây xanh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
    )
    links = plan(*WORK, opening=(*bases, carried)).standing.chain
    assert [(each.id, each.kind, each.number, each.date) for each in links] == [
        ("l-khong-so", "Luật", "", "2018-11-19"),
        ("nd-12", "Nghị định", "12/2025/NĐ-CP", "2025-02-05"),
        ("kl-5", "Kết luận", "5-KL/TW", "2026-01-01"),
        ("cap-tren", "Chỉ thị", "9-CT/TU", "2026-03-02"),
    ]
    assert links[-1].place == "đoạn 3"


def test_a_programme_without_a_number_is_a_blank_and_asked():
    opening = (
        "Thực hiện Chương trình trồng cây toàn dân đến năm 2030, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
    )
    found = plan(*WORK, opening=opening)
    assert [(each.kind, each.number, each.subject) for each in found.standing.chain] == [
        ("Chương trình", "", "trồng cây toàn dân đến năm 2030")
    ]
    assert asked(found, "van-ban") == [("cap-tren", "number"), ("cap-tren", "date"), ("cap-tren", "issuer")]


def test_who_proposed_the_plan_is_no_document_above_it():
    opening = ("Xét đề nghị của Sở Xây dựng tại Tờ trình số 8/TTr-SXD ngày 01/6/2026,", *OPENING)
    assert [each.number for each in plan(*WORK, opening=opening).standing.chain] == ["77/QĐ-TTg"]


def test_bases_alone_leave_open_which_document_is_carried_out():
    opening = (
        "Căn cứ Quyết định số 7/QĐ-TTg ngày 12/3/2026 của Thủ tướng Chính phủ về trồng cây;",
        "Căn cứ Chỉ thị số 8/CT-TTg ngày 12/4/2026 của Thủ tướng Chính phủ về giữ cây;",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
    )
    found = plan(*WORK, opening=opening)
    (question,) = [each for each in found.asks if each.kind == "van-ban"]
    assert (question.guess, question.choices) == ("", ("Quyết định số 7/QĐ-TTg", "Chỉ thị số 8/CT-TTg"))
    assert [each.kind for each in found.opening] == ["can-cu", "can-cu", "mo-dau"]


def test_opening_body_and_closing_lose_nothing():
    end = "Trên đây là Kế hoạch trồng cây, yêu cầu các đơn vị thực hiện./."
    found = plan("Đoạn giới thiệu chung.", *WORK, "(Danh mục kèm theo)", end)
    assert [each.text for each in found.opening] == list(OPENING)
    assert [each.text for each in found.body] == ["Đoạn giới thiệu chung.", "I. VIỆC", WORK[1]]
    assert [each.text for each in found.closing] == ["(Danh mục kèm theo)", end]


def test_a_letter_keeps_its_subject_and_addressees():
    found = plan(
        "Thực hiện Công văn số 3/BXD-VP ngày 01/6/2026 của Bộ Xây dựng về trồng cây, UBND tỉnh yêu cầu như sau:",
        "1. Giao Sở Xây dựng trồng cây.",
        kind="Kính gửi: Các sở, ban, ngành.",
        title="",
        head=head(number="Số: 9/UBND-XD"),
        opening=(),
    )
    assert found.standing.kind == "Công văn"
    assert found.opening[0].text == "Kính gửi: Các sở, ban, ngành."
    assert [each.text for each in found.body] == ["1. Giao Sở Xây dựng trồng cây."]


def test_what_stands_out_and_small_letters_keep_their_places():
    mixed = p(
        run("- Trồng "), run("100 m", "<w:b/>"), run("2", '<w:vertAlign w:val="superscript"/>'), run(" cỏ", ITALIC)
    )
    (found,) = plan("*I. VIỆC", mixed).body[1:]
    assert found.text == "- Trồng 100 m2 cỏ"
    stretches = [(found.text[span.start : span.start + span.length], span.face) for span in found.spans]
    assert stretches == [("100 m", "dam"), ("2", "tren"), ("cỏ", "nghieng")]


def test_a_footnote_stands_where_its_reference_does():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>Gồm cả cây cảnh.</w:t></w:r></w:p></w:footnote>'
    noted = p(run("- Trồng cây"), reference, run(" ven đường."))
    (found,) = plan("*I. VIỆC", noted, parts={"footnotes": notes}).body[1:]
    (note,) = found.notes
    assert (found.text[: note.offset], note.text) == ("- Trồng cây", "Gồm cả cây cảnh.")


def test_a_table_in_the_body_stands_between_its_paragraphs():
    grid = table(row("TT", "Loài"), row("1", "Thông"), row("2", "Keo"))
    found = plan("*I. VIỆC", "- Trồng cây:", grid, "- Tưới cây.").body
    assert [each.kind for each in found] == ["muc", "doan", "bang", "doan"]
    assert [column.title for column in found[2].table.columns] == ["TT", "Loài"]
    assert [each.cells for each in found[2].table.rows] == [("1", "Thông"), ("2", "Keo")]


def test_merged_cells_say_in_each_row_what_they_say():
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    grid = table(
        row("TT", "Nhiệm vụ", "Chủ trì"),
        row(cell("I. Cây gỗ", '<w:gridSpan w:val="3"/>')),
        row("1", "Đào hố", cell("Sở Xây dựng\nSở Nội vụ", down)),
        row("2", "Trồng cây", cell("", goes_on)),
        columns=3,
    )
    found = plan("*I. VIỆC", grid, "- Tưới.").body[1].table
    assert [column.field for column in found.columns] == ["number", "wording", "lead"]
    assert found.rows[0].cells == ("I. Cây gỗ",)
    assert found.rows[0].spans == (3,)
    assert [each.cells[-1] for each in found.rows[1:]] == ["Sở Xây dựng\nSở Nội vụ"] * 2


def test_a_head_of_two_rows_gives_columns_and_a_row_above():
    head_rows = row(cell("TT", '<w:vMerge w:val="restart"/>'), cell("Số cây", '<w:gridSpan w:val="2"/>')) + row(
        cell("", "<w:vMerge/>"), "Xã", "Phường"
    )
    found = plan("*I. VIỆC", table(head_rows, row("1", "5", "7"), columns=3), "- Tưới.").body[1].table
    assert [each.title for each in found.columns] == ["TT", "Xã", "Phường"]
    assert [(each.cells, each.spans) for each in found.heads] == [(("TT", "Số cây"), (1, 2))]
    assert [each.cells for each in found.rows] == [("1", "5", "7")]


def annexes(*blocks):
    section = f"<w:p><w:pPr><w:sectPr>{LANDSCAPE}</w:sectPr></w:pPr></w:p>"
    return plan(*WORK, after="".join(blocks) + section).annexes


def test_annexes_are_read_each_with_its_title_and_tables():
    grid = table(row("TT", "Nhiệm vụ"), row("1", "Trồng cây"))
    found = annexes(
        centred("PHỤ LỤC I"),
        centred("DANH MỤC CÂY"),
        centred("(Kèm theo Kế hoạch số 15/KH-UBND)", ITALIC),
        grid,
        line("Ghi chú: cây lấy gỗ."),
        centred("Phụ lục 2: BẢNG PHÂN CÔNG"),
        grid,
        grid,
    )
    assert [(each.label, each.title, each.reference) for each in found] == [
        ("PHỤ LỤC I", "DANH MỤC CÂY", "(Kèm theo Kế hoạch số 15/KH-UBND)"),
        ("Phụ lục 2", "BẢNG PHÂN CÔNG", ""),
    ]
    assert [[block.kind for block in each.blocks] for each in found] == [["bang", "doan"], ["bang", "bang"]]


def test_what_stands_behind_the_signature_without_a_label_is_an_annex_too():
    (found,) = annexes(centred("BIỂU TỔNG HỢP"), table(row("TT", "Loài"), row("1", "Thông")))
    assert (found.label, found.title, found.orientation) == ("", "BIỂU TỔNG HỢP", "ngang")


def test_recipients_and_signer_are_whole_lines():
    end = (("Nơi nhận:", "- Bộ Xây dựng;", "- Các sở, ban, ngành;- UBND các xã,", "phường;", "- Lưu: VT."), END[1])
    found = plan(*WORK, end=end)
    assert found.recipients == (*("- Bộ Xây dựng;", "- Các sở, ban, ngành;", "- UBND các xã, phường;", "- Lưu: VT."),)
    assert found.signature == (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Văn Thử")


def test_two_lines_of_authority_in_one_are_two():
    end = (END[0], ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "", "Trần Văn Thử"))
    assert plan(*WORK, end=end).signature.lines == END[1][:3]


def test_a_signer_left_blank_is_asked():
    found = plan(*WORK, end=(END[0], (*END[1][:3], "……………")))
    assert found.signature.name == ""
    assert ("signature", "") in asked(found, "khac")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["ñy ban nh©n d©n x· ®Ò nghÞ c¸c phßng thùc hiÖn nghiªm tóc kÕ ho¹ch nµy"] * 9, "bảng mã cũ"),
        ([], "không có chữ"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(lines, why):
    empty = {"head": {"issuer": ("",), "number": "", "date": ""}, "title": "", "opening": (), "end": None, "kind": ""}
    with pytest.raises(KegenError, match=why):
        plan(*lines, **({} if lines else empty))


def test_a_title_that_goes_on_out_of_the_middle_is_whole():
    found = plan(*WORK, title="Thực hiện Chương trình của", opening=("*Ban Bí thư về trồng cây", *OPENING))
    assert found.title == "Thực hiện Chương trình của Ban Bí thư về trồng cây"
    assert [each.text for each in found.opening] == list(OPENING)


def test_the_document_that_a_plan_comes_with_stays_in_its_opening():
    carried = p(run("(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 01/6/2026)", ITALIC), properties=CENTRE)
    found = plan(carried, *OPENING, *WORK, opening=())
    assert found.opening[0].text.startswith("(Ban hành kèm theo")
    assert [each.number for each in found.standing.chain] == ["77/QĐ-TTg"]
