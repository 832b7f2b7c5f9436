"""Vietnamese: slips, tone marks, spellings of one name, old encodings, marks and blanks."""

from pathlib import Path

import pytest

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import chosen
from kegen.check.wording.misspelt import slips
from kegen.docx.read import read_document
from tests.check.good import W, errors, good, planted, set_runs, set_text, state

BODY = "Phối hợp với Phòng Văn hóa - Xã hội"
CLOSING = "Ủy ban nhân dân xã yêu cầu"
RULES = ("hang-nam", "misspelt", "office-spelling", "old-encoding", "punctuation", "tone-mixed")
PACK = Path(__file__).parents[2] / "templates" / "qd-534"


def body(text):
    return planted(set_text(BODY, text))


def told(data, rule):
    """Return what that rule alone finds."""
    return judge(Paper(read_document(data)), chosen([rule])).findings


@pytest.mark.parametrize("rule", RULES)
def test_the_good_document_keeps_every_rule_on_language(rule):
    assert state(good(), rule) == "pass"


# --- misspelt ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("chông chéo", "chồng chéo"),
        ("những nhiễu", "nhũng nhiễu"),
        ("trực liên thông", "trục liên thông"),
        ("Phân đấu", "Phấn đấu"),
        ("PHÂN ĐẦU", "PHẤN ĐẤU"),
        ("tỷ lệ hợp trực tuyến", "họp trực tuyến"),
        ("công ích hợp tổ chức", "công ích phối hợp tổ chức"),
        ("họp nhất văn bản", "hợp nhất"),
        ("đề đề xuất", "để đề xuất"),
        ("sát nhập", "sáp nhập"),
        ("tham mưa", "tham mưu"),
        ("khắc phụ", "khắc phục"),
        ("trong trong", "trong"),
        ("các các", "các"),
        ("viêc", "việc"),
        ("sẩy ra", "xảy ra"),
        ("xử dụng", "sử dụng"),
        ("dử liệu", "dữ liệu"),
        ("nhiêm vụ", "nhiệm vụ"),
        ("của của", "của"),
    ],
)
def test_a_known_slip_is_told_with_the_right_form_in_its_case(wrong, right):
    data = body(f"Nội dung: {wrong}, thực hiện nghiêm.")
    assert [each.expected for each in told(data, "misspelt")] == [right]
    assert errors(data) == []


def test_two_slips_that_overlap_are_told_once():
    assert [each.found for each in told(body("Giảm cuộc hợp trực tuyến."), "misspelt")] == ["cuộc hợp"]


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả đạt được được công khai; hiện tại tại xã; đồng hành chinh phục.",
        "Họp theo hình thức trực tiếp kết hợp trực tuyến.",
        "Giảm những nhiễu loạn trong điều hành.",
        "Hồ sơ xuất trình khi đến giao dịch.",
        "Nâng cao khả năng xuất khẩu; lịch sử lý luận.",
        "Không đùn đẩy, né trách nhiệm.",
        "Ông Nguyễn Hoàng Thiện; xã Văn Bàn.",
        "Nêu trên; trong, trong và ngoài nước.",
    ],
)
def test_right_words_that_look_like_slips_pass(text):
    assert told(body(text), "misspelt") == ()


@pytest.mark.parametrize("path", sorted(PACK.glob("*.yaml")), ids=lambda path: path.name)
def test_no_slip_is_found_in_the_pack(path):
    words = f" {' '.join(path.read_text(encoding='utf-8').lower().split())} "
    hits = [each.wrong for each in slips() if f" {each.wrong} " in words and not each.but]
    assert hits == []


def test_each_known_slip_is_in_small_letters_unlike_the_right_form_and_held_by_its_exceptions():
    assert len(slips()) > 100
    assert [each for each in slips() if each.wrong != each.wrong.lower().strip()] == []
    assert [each for each in slips() if each.right in ("", each.wrong)] == []
    assert [each for each in slips() if not all(each.wrong in longer != each.wrong for longer in each.but)] == []


def test_no_slip_is_known_twice():
    assert len({each.wrong for each in slips()}) == len(slips())


def test_what_is_no_vietnamese_word_is_told_with_its_likely_meaning_where_that_is_clear():
    found = told(body("Tiếp tuc phối hợpp, tổ chcứ thưcj hiện nghieem túc; khong để xảy ra."), "misspelt")
    assert [(each.found, each.expected) for each in found] == [
        ("tuc", "tục"),
        ("hợpp", "hợp"),
        ("chcứ", "chức"),
        ("thưcj", "thực"),
        ("nghieem", "nghiêm"),
    ]


def test_a_word_with_no_clear_meaning_is_told_without_one():
    (found,) = told(body("Các thôn thực hiện ởỡa theo kế hoạch."), "misspelt")
    assert found.expected == ""
    assert "không phải là chữ tiếng Việt" in found.message


def test_a_known_slip_and_the_odd_word_in_it_are_one_finding():
    assert [each.found for each in told(body("Chấn chỉnh lề lối, dấu giếm hồ sơ và mổi thôn."), "misspelt")] == [
        "dấu giếm",
        "mổi",
    ]


# --- hang-nam, tone-mixed, office-spelling -----------------------------------------------------------------------


def test_two_ways_of_yearly_are_told_once_with_the_places():
    data = body("Báo cáo định kỳ hàng năm; hàng quý họp giao ban.")
    found = told(data, "hang-nam")
    assert len(found) == 1
    assert "hàng năm (đoạn " in found[0].found
    assert errors(data) == []


@pytest.mark.parametrize(
    "text",
    ["Có hàng năm trăm lượt hồ sơ.", "Hội nghị khách hàng năm 2026.", "Bán hàng ngày lễ.", "Chờ hàng tháng trời."],
)
def test_numbers_and_goods_are_not_yearly(text):
    assert told(body(text), "hang-nam") == ()


def test_mixed_tone_marks_are_told_once_with_both_counts_and_the_rarer_places():
    data = planted(
        set_text(BODY, "Phối hợp số hoá hồ sơ."), set_text(CLOSING, "Uỷ ban nhân dân xã yêu cầu thực hiện./.")
    )
    found = told(data, "tone-mixed")
    assert len(found) == 1
    assert "“hóa”" in found[0].message
    assert "2 chỗ" in found[0].message
    assert "hoá (đoạn " in found[0].found
    assert "Uỷ (đoạn " in found[0].found
    assert errors(data) == []


def test_a_person_spells_the_own_name():
    assert told(body("Bà Nguyễn Thị Thuý Hoà và ông Lê Thuỷ chủ trì."), "tone-mixed") == ()


def test_quy_and_bao_dam_are_no_matter_of_tone_marks():
    assert told(body("Quý III, quỹ đất, tỷ lệ, quả, qua; bảo đảm và đảm bảo."), "tone-mixed") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phối hợp với Phòng Văn hóa – Xã hội thực hiện.", "Phòng Văn hóa – Xã hội"),
        ("Phối hợp với phòng Văn hóa-Xã hội thực hiện.", "Phòng Văn hóa-Xã hội"),
    ],
)
def test_two_spellings_of_an_office_are_told_with_the_usual_one(text, found):
    data = body(text)
    faults = told(data, "office-spelling")
    assert [each.expected for each in faults] == ["Phòng Văn hóa - Xã hội"]
    assert faults[0].found.startswith(f"{found} (đoạn ")
    assert errors(data) == []


def test_the_sign_and_the_word_for_and_are_two_spellings():
    data = planted(
        set_text(BODY, "Phối hợp với Văn phòng HĐND & UBND xã."),
        set_text(CLOSING, "Báo cáo về Văn phòng HĐND và UBND xã./."),
    )
    assert len(told(data, "office-spelling")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với phòng Văn hóa - Xã hội xã thực hiện.",
        "Sở Nội vụ - cơ quan thường trực; Sở Nội vụ – cơ quan tham mưu.",
        "Phòng Kinh tế - Hạ tầng và Phòng Kinh tế.",
    ],
)
def test_one_spelling_of_each_office_passes(text):
    assert told(body(text), "office-spelling") == ()


# --- old-encoding ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Giao ñy ban nh©n d©n x· tæ chøc thùc hiÖn kÕ ho¹ch",
        "UÛy ban nhaân daân xaõ toå chöùc thöïc hieän keá hoaïch",
        "á»¦y ban nhÃ¢n dÃ¢n xÃ£ thá»±c hiá»‡n káº¿ hoáº¡ch",
        "Ủy ban nh\ufffdn d\ufffdn xã",
        "Khắc phục ch\u1031o trùng lặp",
    ],
)
def test_text_of_an_old_encoding_is_an_error(text):
    data = body(text)
    assert errors(data) == ["old-encoding"]


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("Các phòng ðược giao", "U+00F0", "ðược"),
        ("Các phòng \u0256ược giao", "U+0256", "\u0256ược"),
        ("Xã \u0189ại Lộc", "U+0189", "\u0189ại"),
        ("Độ\u0441 lập", "U+0441", "Độ\u0441"),
        ("\u0422\u041c. Ủy ban nhân dân", "U+0422", "\u0422\u041c"),
        ("số 176/\u041a\u041d-UBND", "U+041A", "\u041a\u041d"),
        ("xã Nhữ Kh\u03b5 họp", "U+03B5", "Kh\u03b5"),
        ("\u039ahi có việc", "U+039A", "\u039ahi"),
        ("Ｕ\uff22ND xã", "U+FF35", "Ｕ\uff22ND"),
        ("tuyên truyề\u0578g", "U+0578", "truyề\u0578g"),
    ],
)
def test_a_letter_that_only_looks_vietnamese_is_told_with_its_code(text, code, word):
    (fault,) = told(body(text), "old-encoding")
    assert code in fault.message
    assert fault.found == word


@pytest.mark.parametrize("motto", ["\u00d0ộc lập", "Độ\u0441 lập", "Độc l\u0430\u0323\u0302p", "Độc\u2003lập"])
def test_a_motto_with_such_a_letter_is_found_and_told_for_the_letter_alone(motto):
    data = planted(set_text("Độc lập - Tự do - Hạnh phúc", f"{motto} - Tự do - Hạnh phúc"))
    assert set(errors(data)) <= {"old-encoding"}


def test_a_text_full_of_such_letters_is_told_for_the_letters_alone():
    assert set(errors(planted(with_eth))) == {"old-encoding"}


def with_eth(root):
    for each in root.iter(f"{W}t"):
        each.text = (each.text or "").replace("Đ", "\u00d0").replace("đ", "\u00f0")


@pytest.mark.parametrize(
    "text",
    [
        "Theo tờ «Москва и область» của Nga, ông Иванов с đoàn.",
        "Góc α, β; 10 μm, 5 kΩ, Δt, 2πr; bước sóng λ.",
        "Kế hoạch số 176/KH\u2011UBND ngày 04\u00a0tháng 5.",
    ],
)
def test_words_of_another_language_formulas_and_no_break_signs_are_no_such_letters(text):
    assert told(body(text), "old-encoding") == ()


def test_old_letters_in_an_old_font_are_left_to_the_rule_on_fonts():
    data = planted(set_text(BODY, "Giao ñy ban nh©n d©n x· tæ chøc"), set_runs("Giao ñy ban", rFonts=".VnTime"))
    assert told(data, "old-encoding") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Thành phố München, Zürich, tập đoàn Citroën, ông François Müller, Noël; phần mềm Zalo®, Word®.",
        "Diện tích 75 m², nhiệt độ 30°C, bản quyền © 2026, “trích dẫn” – «nguyên văn»…",
        "Xã Ea H’Leo, Đắk Lắk; ước đạt ≥ 95%.",
        "Kích thước A×B, C×D; công thức a·b, c·d; theo quy định¹ của luật²; cự ly 10 μm.",
    ],
)
def test_foreign_names_and_signs_are_no_old_encoding(text):
    assert told(body(text), "old-encoding") == ()


# --- punctuation -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Các cơ quan , đơn vị thực hiện.", "khoảng trắng trước dấu câu"),
        ("Nội dung cụ thể như sau :", "khoảng trắng trước dấu câu"),
        ("Các cơ quan thực hiện .", "khoảng trắng trước dấu câu"),
        ("Các cơ quan,đơn vị thực hiện.", "thiếu khoảng trắng sau dấu câu"),
        ("Các cơ quan thực hiện.Các thôn phối hợp.", "thiếu khoảng trắng sau dấu câu"),
        ("Các cơ quan thực hiện,.", "hai dấu câu liền nhau"),
        ("Các cơ quan,, đơn vị thực hiện.", "hai dấu câu liền nhau"),
        ("Các cơ quan thực hiện..", "hai dấu câu liền nhau"),
        ("Các cơ quan ( nếu có) thực hiện.", "khoảng trắng sát ngoặc"),
        ("Các cơ quan,  đơn vị thực hiện nghiêm túc các nội dung nêu trên và báo cáo.", "hai khoảng trắng liền nhau"),
    ],
)
def test_a_slip_of_marks_and_blanks_is_told(text, message):
    data = body(text)
    assert [each.message for each in told(data, "punctuation")] == [message]
    assert errors(data) == []


@pytest.mark.parametrize(
    "text",
    [
        "Số ……, ngày … tháng … năm 2026; đạt 1,5 ngày; 10.000.000 đồng./.",
        "Facebook, Zalo,... và v.v., TP., v.v..; (nếu có).",
        "Lúc 14:00, thứ Ba; tỷ lệ 1:2; https://giakiem.gov.vn.",
        "- ......................;",
        "Tệp .doc,.docx; node.Js; TP.Hồ Chí Minh; Ths.Nguyễn Văn Bình.",
    ],
)
def test_marks_rightly_set_pass(text):
    assert told(body(text), "punctuation") == ()
