"""Kinds of mistakes that stand in running text: issuers, brackets, ends of paragraphs, capitals, names left over."""

import pytest
from lxml import etree

from tests.check.good import W, found, good, planted, set_text, text_of
from tests.check.papers import letter, told


def said(text, rule):
    return told(letter(body=(text, "Phòng Kinh tế báo cáo./.")), rule)


@pytest.mark.parametrize(
    "rule",
    [
        "brackets",
        "cite-issuer",
        "cite-replaced",
        "cite-word",
        "other-unit",
        "para-end",
        "province-spelled",
        "ref-article",
    ],
)
def test_the_good_document_keeps_the_rule(rule):
    assert found(good(), rule) == []


CITED = "Thực hiện {} ngày {} của {} về một việc."


@pytest.mark.parametrize(
    ("number", "day", "issuer", "count"),
    [
        ("Nghị quyết số 202/2025/QH15", "12/6/2025", "Quốc hội", 0),
        ("Nghị quyết số 202/2025/QH15", "12/6/2025", "Ủy ban Thường vụ Quốc hội", 1),
        ("Nghị quyết số 1662/NQ-UBTVQH15", "16/6/2025", "Quốc hội", 1),
        ("Nghị quyết số 1662/NQ-UBTVQH15", "16/6/2025", "Ủy ban Thường vụ Quốc hội", 0),
        ("Nghị định số 150/2025/NĐ-CP", "12/6/2025", "Chính phủ", 0),
        ("Nghị định số 150/2025/NĐ-CP", "12/6/2025", "Thủ tướng Chính phủ", 1),
        ("Nghị định số 150/2025/NĐ-CP", "12/6/2024", "Chính phủ", 1),
        ("Quyết định số 19/2025/QĐ-TTg", "30/6/2025", "Thủ tướng Chính phủ", 0),
        ("Quyết định số 19/2025/QĐ-TTg", "30/6/2025", "Chính phủ", 1),
        ("Nghị quyết số 57-NQ/TW", "22/12/2024", "Bộ Chính trị", 0),
        ("Nghị quyết số 57-NQ/TW", "22/12/2024", "Chính phủ", 1),
        ("Nghị quyết số 12/NQ-HĐND", "16/12/2025", "Hội đồng nhân dân tỉnh", 0),
        ("Nghị quyết số 12/NQ-HĐND", "16/12/2025", "Ủy ban nhân dân tỉnh", 1),
        ("Quyết định số 15/QĐ-UBND", "16/12/2025", "Chủ tịch UBND tỉnh", 0),
        ("Quyết định số 15/QĐ-UBND", "16/12/2025", "Thủ tướng Chính phủ", 1),
        ("Thông tư số 05/2025/TT-BNV", "14/5/2025", "Bộ trưởng Bộ Nội vụ", 0),
        ("Thông tư số 05/2025/TT-BNV", "14/5/2025", "Bộ trưởng Bộ Tài chính", 1),
        ("Thông tư số 05/2025/TT-BXX", "14/5/2025", "Bộ trưởng Bộ Tài chính", 0),
        ("Kế hoạch số 12/KH-UBND", "14/4/2026", "Sở Nội vụ", 1),
        ("Kế hoạch số 12/KH-SNV", "14/4/2026", "Sở Nội vụ tỉnh Lạng Sơn", 0),
        ("Kế hoạch số 12/KH-SNV", "14/4/2026", "Sở Tài chính", 1),
        ("Công văn số 12/SNV-CCHC", "14/4/2026", "Sở Tài chính", 1),
        ("Công văn số 12/SNV-CCHC", "14/4/2026", "Sở Nội vụ", 0),
        ("Hướng dẫn số 12-HD/BTGTU", "14/4/2026", "Ủy ban nhân dân tỉnh", 1),
        ("Hướng dẫn số 12-HD/BTGTU", "14/4/2026", "Ban Tuyên giáo và Dân vận Tỉnh ủy", 0),
    ],
)
def test_symbol_and_issuer_agree(number, day, issuer, count):
    assert len(said(CITED.format(number, day, issuer), "cite-issuer")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Thực hiện Quyết định số 12/QĐ-UBND.", 0),
        ("Thực hiện Quyết định 12/QĐ-UBND và Quyết định 12/QĐ-UBND.", 1),
        ("Nghị quyết số 57-NQ/TW (sau đây gọi tắt là Nghị quyết 57-NQ/TW). Nghị quyết 57-NQ/TW nêu rõ.", 0),
        ("Thực hiện Luật 33/2024/QH15.", 0),
    ],
)
def test_a_number_has_its_word(text, count):
    assert len(said(text, "cite-word")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tiết kiệm (nếu có) và “đúng hạn”.", 0),
        ("a) Tiết kiệm; 1) đúng hạn; điểm b) nêu trên.", 0),
        ("Tiết kiệm (nếu có và đúng hạn.", 1),
        ("Tiết kiệm nếu có) và đúng hạn.", 1),
        ("Phong trào “Tiết kiệm và đúng hạn.", 1),
        ("Phong trào Tiết kiệm” và đúng hạn.", 1),
        ('Phong trào "Tiết kiệm và đúng hạn.', 1),
        ('Phong trào "Tiết kiệm" và đúng hạn.', 0),
    ],
)
def test_what_opens_closes(text, count):
    assert len(said(text, "brackets")) == count


def test_a_quotation_may_close_paragraphs_later():
    body = ("Điều 5 quy định: “1. Tài liệu phải được quản lý.", "2. Việc sử dụng phải đúng mục đích.”.", "Báo cáo./.")
    assert told(letter(body=body), "brackets") == []


LONG = "Các phòng tổ chức rà soát hồ sơ, tài liệu đang lưu giữ, lập danh mục và giao nộp vào lưu trữ đúng hạn"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ((f"{LONG}.", f"{LONG}."), 0),
        ((f"{LONG},", f"{LONG}."), 1),
        ((LONG, f"{LONG}.", f"{LONG}.", f"{LONG}."), 1),
        ((f"- {LONG}", f"- {LONG}", f"- {LONG}", f"- {LONG}"), 0),  # a way of writing, not a slip
        (("Nhiệm vụ của các phòng", f"{LONG}."), 0),
    ],
)
def test_a_paragraph_ends_with_a_mark(body, count):
    assert len(told(letter(body=(*body, "Báo cáo./.")), "para-end")) == count


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("tỉnh Lạng Sởn", True),
        ("tỉnh Tuyên Quan", True),
        ("thành phố Đồng Nại", True),
        ("tỉnh Lạng Sơn", False),
        ("tỉnh Thanh Hoá", False),
        ("tỉnh Hà Tây", False),
        ("tỉnh Quảng Tây (Trung Quốc)", False),
        ("tỉnh Đắc Lắc", False),
    ],
)
def test_a_province_is_spelled_as_the_law_has_it(name, right):
    assert bool(said(f"Học tập kinh nghiệm của {name}.", "province-spelled")) == right


@pytest.mark.parametrize(
    ("text", "rule", "count"),
    [
        ("Phòng kinh tế rà soát.", "cap-org", 1),
        ("Các phòng thuộc Sở xây dựng kế hoạch họp.", "cap-org", 0),
        ("Giao Sở xây dựng chủ trì rà soát.", "cap-org", 1),
        ("Giao Văn Phòng rà soát.", "cap-org", 1),
        ("Giao phòng Kinh tế rà soát.", "cap-org", 1),
        ("Giao các phòng Kinh tế, Văn hóa - Xã hội rà soát.", "cap-org", 0),
        ("Phòng Văn hóa - xã hội rà soát.", "cap-org", 1),
        ("Giao Phòng Văn hóa - Xã hội, Công an xã rà soát.", "cap-org", 0),
        ("Ông Trần Văn Thử, phó chủ tịch Hội đồng nhân dân xã.", "cap-title", 1),
        ("Ông Trần Văn Thử, Phó Chủ tịch Hội đồng nhân dân xã.", "cap-title", 0),
        ("Giao Chủ Tịch UBND xã.", "cap-title", 1),
        ("Chủ tịch UBND xã giao việc, báo cáo chủ tịch UBND xã.", "cap-title", 1),
        ("Hồ sơ của xã. các phòng rà soát.", "cap-sentence", 1),
        ("Rà soát hồ sơ (vd. hồ sơ cũ).", "cap-sentence", 0),
        ("Phòng Văn hóa - Xã hội rà soát, Phòng Văn hóa và Xã hội báo cáo.", "office-spelling", 1),
        ("Phòng Kinh tế và Phòng Văn hóa - Xã hội báo cáo.", "office-spelling", 0),
        ("Ông…, Phó Chủ tịch Ủy ban nhân dân xã.", "leftover-blank", 1),
        ("Điện, đường, trường, trạm… được sửa.", "leftover-blank", 0),
        ("Tiết kiệm …% kinh phí.", "draft-mark", 1),
        ("Kết nối từ tỉnh đến các huyện, xã.", "two-tier", 1),
        ("Chuyển đổi số ở các huyện.", "two-tier", 1),
        ("Thống nhất từ trung ương đến huyện, xã.", "two-tier", 1),
        ("Nhiệm vụ chuyển từ cấp huyện về cấp xã.", "two-tier", 0),
        ("Tiếp nhận hồ sơ từ cấp huyện chuyển sang.", "two-tier", 0),
    ],
)
def test_a_word_in_running_text(text, rule, count):
    assert len(said(text, rule)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Công an xã Thiện Tân rà soát.", 1),
        ("Đề nghị Công an xã Thiện Tân rà soát.", 0),
        ("Báo cáo Ủy ban nhân dân xã Thiện Tân.", 1),
        ("Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh Đồng Nai.", 1),
        ("Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh Lạng Sơn.", 0),
    ],
)
def test_the_bodies_of_another_unit_are_told(text, count):
    assert len(said(text, "other-unit")) == count


def test_another_commune_in_the_title_is_told():
    title = "Thực hiện"
    data = planted(lambda root: set_text(_title(root), f"{title} trên địa bàn xã Thiện Tân")(root))
    assert len(found(data, "other-unit")) == 1


def _title(root):
    texts = [text_of(p) for p in root.iter(f"{W}p")]
    return texts[texts.index("KẾ HOẠCH") + 1]


@pytest.mark.parametrize(
    ("reference", "count"),
    [
        ("(Kèm theo Kế hoạch số 114/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm)", 0),
        ("(Kèm theo Kế hoạch số 141/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm)", 1),
        ("(Kèm theo Kế hoạch số 114/KH-UBND ngày 13 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm)", 1),
        ("(Kèm theo Quyết định số 114/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm)", 1),
    ],
)
def test_an_annex_comes_with_this_paper(reference, count):
    assert len(found(planted(set_text("(Kèm theo", reference)), "pl-info")) == count


def two_sided(kind):
    """Return the good document with odd and even pages apart, its page numbers in the headers of one of them only."""

    def even(root):
        for reference in list(root.iter(f"{W}headerReference")):
            if reference.get(f"{W}type") == "default":
                reference.set(f"{W}type", kind)

    data = planted(lambda root: root.append(etree.Element(f"{W}evenAndOddHeaders")), part="word/settings.xml")
    return planted(even, data=data)


@pytest.mark.parametrize(("kind", "bare"), [("even", "lẻ"), ("default", "chẵn")])
def test_odd_and_even_pages_both_have_their_numbers(kind, bare):
    messages = {each.message for each in found(two_sided(kind), "pageno-place")}
    assert messages == {f"trang {bare} không có số trang, trang kia thì có"}


def test_a_recipient_stands_once():
    twice = ("- Như trên;", "- UBND xã;", "- UBND xã;", "- Lưu: VT.")
    assert told(letter(recipients=twice), "nn-list") == ["nơi nhận ghi hai lần"]


def test_a_committee_does_not_sign_for_a_council():
    data = planted(set_text("TM. ỦY BAN NHÂN DÂN", "TM. HỘI ĐỒNG NHÂN DÂN"))
    assert [each.message for each in found(data, "sign-tm")] == ["tập thể sau “TM.” không phải cơ quan ban hành"]
