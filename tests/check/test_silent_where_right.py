"""What a reader of the law would not call wrong is told by no rule, and its neighbour that is wrong still is."""

import pytest
from lxml import etree

from kegen.check.deadlines import deadlines_in
from kegen.check.judge import judge
from kegen.check.offices import covers
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.check.unit_mentions import named_in
from kegen.docx.read import read_document
from tests.check.good import (
    W,
    find,
    found,
    insert_after,
    planted,
    properties,
    remove,
    set_paragraph,
    set_runs,
    set_text,
    state,
)
from tests.check.test_signature_rules import signed
from tests.docx_files.make import docx, p

LAST = "- Chủ trì, theo dõi, đôn đốc các cơ quan, đơn vị triển khai"
NUMBERS = "word/header1.xml"
CENTRE = '<w:jc w:val="center"/>'


def said(text):
    return planted(insert_after(LAST, f"- {text}"))


def missing(text):
    """Return what the rule of the first citation says is missing, for each citation that lacks something."""
    return [each.message.partition("thiếu ")[2] for each in found(said(text), "cite-first")]


# --- a citation is read with its sentence ------------------------------------------------------------------------

ABOUT = "về việc tăng cường phòng cháy, chữa cháy"


@pytest.mark.parametrize(
    "text",
    [
        f"UBND tỉnh ban hành Quyết định số 1234/QĐ-UBND ngày 05/5/2026 {ABOUT}.",
        f"Thủ tướng Chính phủ đã ký ban hành Quyết định số 749/QĐ-TTg ngày 03/6/2020 {ABOUT}.",
        f"Ngày 05/5/2026, UBND tỉnh ban hành Công văn số 123/UBND-KT {ABOUT}.",
        "Ngày 05 tháng 5 năm 2026, Sở Nội vụ có Công văn số 123/SNV-VP đề nghị báo cáo kết quả công tác.",
        f"Hội đồng nhân dân tỉnh thông qua Nghị quyết số 15/NQ-HĐND ngày 10/7/2026 {ABOUT}.",
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 01/02/2026 của UBND tỉnh “Về việc phê duyệt Kế hoạch”.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 03/3/2026 của UBND tỉnh: “Cải cách hành chính năm 2026”.",
        f"Thực hiện Kế hoạch số 12/KH-UBND (ngày 03/3/2026) của UBND tỉnh {ABOUT}.",
        f"Quyết định số 12/QĐ-UBND ngày 01/02/2026 do UBND tỉnh ban hành {ABOUT}.",
        f"Quyết định số 12/QĐ-UBND được UBND tỉnh ban hành ngày 01/02/2026 {ABOUT}.",
        "Quy chế làm việc ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2026 của UBND tỉnh.",
        "UBND tỉnh đã phê duyệt Đề án du lịch (Quyết định số 12/QĐ-UBND ngày 01/02/2026).",
        "Thông báo số 12/TB-UBND ngày 03/3/2026 kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 3.",
        f"Trích: “Thực hiện Nghị định số 118/2025/NĐ-CP” và Công văn số 9/SNV-VP ngày 03/3/2026 của Sở Nội vụ {ABOUT}.",
    ],
)
def test_what_the_sentence_tells_of_a_document_is_not_missing(text):
    assert missing(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"UBND tỉnh đã ban hành Công văn số 123/UBND-KT {ABOUT}.", "ngày ban hành"),
        (f"Thực hiện Công văn số 123/UBND-KT của UBND tỉnh {ABOUT}.", "ngày ban hành"),
        (f"Thực hiện Quyết định số 12/QĐ-UBND ngày 01/02/2026 {ABOUT}.", "cơ quan ban hành"),
        (f"Sở Nội vụ nhận được Công văn số 12/UBND-VP ngày 03/3/2026 {ABOUT}.", "cơ quan ban hành"),
        (
            f"UBND tỉnh yêu cầu các đơn vị thực hiện Quyết định số 12/QĐ-BNV ngày 01/02/2026 {ABOUT}.",
            "cơ quan ban hành",
        ),
        ("UBND tỉnh ban hành Quyết định số 1234/QĐ-UBND ngày 05/5/2026.", "trích yếu"),
        ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.", "trích yếu"),
        ("Các đơn vị làm theo Nghị định số 118/2025/NĐ-CP.", "ngày ban hành, cơ quan ban hành, trích yếu"),
    ],
)
def test_what_is_told_missing_is_missing(text, told):
    assert missing(text) == [told]


# --- papers of another form --------------------------------------------------------------------------------------


def headed(number, kind, left="CHÍNH PHỦ", right="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"):
    body = [left, right, number, kind, "Về công tác văn thư"]
    return docx("".join(p(each, properties=CENTRE) for each in body) + p("Điều 1. Phạm vi điều chỉnh"))


def all_findings(data):
    return judge(Paper(read_document(data), mode="issued"), all_rules()).findings


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (headed("Số: 30/2026/NĐ-CP", "NGHỊ ĐỊNH"), "văn bản quy phạm pháp luật"),
        (headed("Số: 05/2026/TT-BNV", "THÔNG TƯ", "BỘ NỘI VỤ"), "văn bản quy phạm pháp luật"),
        (headed("Số: 15/2026/QĐ-UBND", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN TỈNH"), "văn bản quy phạm pháp luật"),
        (headed("Số 12-KH/ĐU", "KẾ HOẠCH", "ĐẢNG ỦY XÃ GIA KIỆM", "ĐẢNG CỘNG SẢN VIỆT NAM"), "văn bản của Đảng"),
    ],
)
def test_a_paper_of_another_form_is_told_once_and_not_judged(data, what):
    told = all_findings(data)
    assert [(each.rule, each.severity) for each in told] == [("components", "info")]
    assert told[0].message.startswith(what)


@pytest.mark.parametrize(
    ("number", "kind", "left"),
    [
        ("Số: 15/QĐ-UBND", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN TỈNH"),
        ("Số: 15/2026/KH-UBND", "KẾ HOẠCH", "ỦY BAN NHÂN DÂN TỈNH"),
        ("Số: 15/2026/QĐ-SNV", "QUYẾT ĐỊNH", "SỞ NỘI VỤ"),
    ],
)
def test_an_administrative_paper_is_judged(number, kind, left):
    assert len(all_findings(headed(number, kind, left))) > 1


# --- blanks ------------------------------------------------------------------------------------------------------

BLANK = "(Ban hành kèm theo Quyết định số /QĐ-UBND ngày    tháng    năm 2026 của Ủy ban nhân dân xã)"


def test_the_blanks_of_an_annex_kept_by_itself_are_no_trace_of_drafting():
    alone = docx(p("DANH MỤC HỒ SƠ", properties=CENTRE) + p(BLANK) + p("Hồ sơ số …/…"))
    assert found(alone, "draft-mark", mode="issued") == []


def test_the_line_that_names_the_carrying_paper_may_be_blank_in_an_electronic_paper():
    data = planted(insert_after(LAST, BLANK))
    assert found(data, "draft-mark", mode="issued") == []
    assert [each.severity for each in found(data, "draft-mark", mode="issued", medium="paper")] == ["error"]


def test_a_blank_in_the_content_is_told():
    data = said("Thực hiện Tờ trình số ……/TTr-SNV ngày … tháng 5 năm 2026.")
    assert [each.severity for each in found(data, "draft-mark", mode="issued")] == ["error"]


def test_an_attached_plan_kept_by_itself_needs_no_line_under_its_title():
    alone = docx(
        "".join(p(each, properties=CENTRE) for each in ("KẾ HOẠCH", "Văn thư năm 2026", BLANK)) + p("Nội dung.")
    )
    assert state(alone, "ty-line") == "not_applicable"


# --- where the page number stands --------------------------------------------------------------------------------


def stopped(tabs, *stops):
    """Put tabs before the page number and give its paragraph these stops."""

    def edit(root):
        set_paragraph("2", "jc", val="left")(root)
        own = properties(find(root, "2"))
        holder = etree.SubElement(own, f"{W}tabs")
        for kind, at in stops:
            stop = etree.SubElement(holder, f"{W}tab")
            stop.set(f"{W}val", kind)
            stop.set(f"{W}pos", str(at))
        run = next(root.iter(f"{W}r"))
        for _ in range(tabs):
            tab = etree.Element(f"{W}r")
            etree.SubElement(tab, f"{W}tab")
            run.addprevious(tab)

    return planted(edit, part=NUMBERS)


MIDDLE, RIGHT = ("center", 4677), ("right", 9355)


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (stopped(1, MIDDLE, RIGHT), "pass"),
        (stopped(2, ("left", 2000), MIDDLE), "pass"),
        (stopped(2, MIDDLE, RIGHT), "fail"),
        (stopped(1, RIGHT), "fail"),
        (stopped(1, ("left", 2000), MIDDLE), "fail"),
        (stopped(1, ("center", 2000)), "fail"),
    ],
)
def test_where_a_tab_leads_its_stops_tell(data, verdict):
    assert state(data, "pageno-place") == verdict


@pytest.mark.parametrize(("where", "verdict"), [("center", "pass"), ("right", "fail")])
def test_a_tab_may_tell_itself_where_it_leads(where, verdict):
    def edit(root):
        set_paragraph("2", "jc", val="left")(root)
        tab = etree.Element(f"{W}r")
        etree.SubElement(tab, f"{W}ptab").set(f"{W}alignment", where)
        next(root.iter(f"{W}r")).addprevious(tab)

    assert state(planted(edit, part=NUMBERS), "pageno-place") == verdict


# --- looks -------------------------------------------------------------------------------------------------------


def with_colon(**look):
    """Give the colon after `Nơi nhận` a run of its own."""

    def edit(root):
        set_text("Nơi nhận", "Nơi nhận")(root)
        run = etree.SubElement(find(root, "Nơi nhận"), f"{W}r")
        own = etree.SubElement(run, f"{W}rPr")
        for name, value in look.items():
            etree.SubElement(own, f"{W}{name}").set(f"{W}val", value)
        etree.SubElement(run, f"{W}t").text = ":"

    return planted(edit)


def test_a_colon_in_another_look_than_its_label_is_no_fault():
    assert found(with_colon(b="0", i="0", sz="28"), "nn-label") == []
    assert len(found(planted(set_runs("Nơi nhận", i="0")), "nn-label")) == 1


def test_a_line_under_condensed_letters_is_held_against_their_width_as_drawn():
    closer = set_runs("Độc lập", spacing="-30")
    assert state(planted(closer), "tn-line") == "fail"
    assert state(planted(set_runs("Độc lập", w="95")), "tn-line") == "pass"
    assert state(planted(set_runs("Độc lập", w="60")), "tn-line") == "fail"


# --- who receives ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "office", "is_covered"),
    [
        ("- Chi cục QLTT;", "Chi cục Quản lý thị trường", True),
        ("- Đoàn TNCS HCM xã;", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", True),
        ("- Phòng VH-XH;", "Phòng Văn hóa - Xã hội", True),
        ("- Sở GD&ĐT;", "Sở Giáo dục và Đào tạo", True),
        ("- CA xã, BCH QS xã;", "Ban Chỉ huy Quân sự xã", True),
        ("- Chi cục Quản lý thị trường;", "Chi cục QLTT", True),
        ("- Phòng VH-XH;", "Phòng Kinh tế", False),
        ("- Sở NNMT;", "Sở Nội vụ", False),
        ("- Hội LHPN xã;", "Hội Nông dân", False),
        ("- Chi cục QLTT;", "Chi cục Quản lý đất đai", False),
    ],
)
def test_an_office_is_known_by_its_first_letters(line, office, is_covered):
    assert covers(line, office) is is_covered


def test_the_archive_at_the_end_of_another_line_is_told_as_what_it_is():
    inline = planted(remove("- Lưu"), set_text("- Trang Thông tin", "- Trang Thông tin điện tử xã;- Lưu: VT, VP."))
    assert [each.message for each in found(inline, "nn-luu")] == ["dòng “Lưu” không ở dòng riêng"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ủy ban nhân dân các xã, phường Tại Phụ lục kèm theo", []),
        ("các xã, phường Theo Danh sách", []),
        ("CÁC XÃ, PHƯỜNG TRÊN ĐỊA BÀN", []),
        ("xã Tân Lập, phường Từ Liêm", ["Tân Lập", "Từ Liêm"]),
    ],
)
def test_words_that_go_on_with_the_sentence_are_no_units_name(text, names):
    assert [each.name for each in named_in(text)] == names


# --- deadlines ---------------------------------------------------------------------------------------------------


def held(text, above):
    parent = read_document(said(above))
    return [each.severity for each in found(said(text), "deadline-late", above=parent)]


@pytest.mark.parametrize(
    ("text", "above", "told"),
    [
        (
            "Báo cáo kết quả thực hiện về UBND xã (qua Văn phòng) trước ngày 20/12/2026 để tổng hợp, báo cáo.",
            "Báo cáo kết quả thực hiện về UBND tỉnh (qua Sở Nội vụ) trước ngày 30/11/2026 để tổng hợp, báo cáo.",
            [],
        ),
        (
            "Báo cáo kết quả công tác phòng cháy, chữa cháy hằng năm trước ngày 15/12.",
            "Báo cáo kết quả công tác tuyên truyền, vận động bầu cử hằng năm trước ngày 01/12.",
            [],
        ),
        (
            "Báo cáo kết quả công tác phòng cháy, chữa cháy hằng năm trước ngày 15/12.",
            "Báo cáo kết quả phòng cháy, chữa cháy hằng năm trước ngày 01/12.",
            ["error"],
        ),
        (
            "Tổ chức tập huấn kỹ năng số cho công chức, hoàn thành trước ngày 15/7/2026.",
            "Tổ chức tập huấn kỹ năng số cho công chức, hoàn thành trước ngày 30/6/2026.",
            ["error"],
        ),
    ],
)
def test_deadlines_are_compared_where_their_matter_is_one(text, above, told):
    assert held(text, above) == told


def test_the_topic_of_a_deadline_is_what_is_left_without_the_formula():
    bare, own = (
        next(deadlines_in(text)).topic
        for text in (
            "Định kỳ báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15/12 để tổng hợp.",
            "Báo cáo kết quả rà soát hồ sơ trước ngày 15/12.",
        )
    )
    assert bare == frozenset()
    assert own


# --- who signs ---------------------------------------------------------------------------------------------------


def test_a_deputy_in_an_advisory_body_signs_with_both_titles():
    both = planted(signed("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND XÃ"))
    one = planted(signed("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN"))
    assert found(both, "sign-kt") == []
    assert [each.severity for each in found(one, "sign-kt")] == ["warning"]


# --- joint papers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("issuer", "verdict"), [("SỞ NỘI VỤ - SỞ TÀI CHÍNH", "not_applicable"), ("SỞ NỘI VỤ", "fail")])
def test_a_joint_paper_names_both_bodies_and_none_above(issuer, verdict):
    body = "".join(
        p(each, properties=CENTRE)
        for each in (issuer, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 25/KH-SNV", "KẾ HOẠCH", "Văn thư")
    )
    assert state(docx(body + p("Nội dung.")), "cq-parent") == verdict
