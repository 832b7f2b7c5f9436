"""Slips of the hand: what is no Vietnamese syllable, what a slip meant, what is left alone; planted ones are found."""

import random
import re
import unicodedata
from pathlib import Path

import pytest

import kegen
from kegen.check.compounds import compounds, guess, typed
from kegen.check.doubled import doubled_in
from kegen.check.fixed_lines import capitals_in
from kegen.check.paper import Paper
from kegen.check.syllables import TONES, bare_and_tone, is_syllable, known, with_tone
from kegen.check.typos import typos_in
from kegen.country import PROVINCES
from kegen.docx.read import read_document
from kegen.gazetteer.units import units_of

PROFILES = Path(__file__).parents[2] / "profiles"


def told(line):
    """Return each slip of a line with what is right."""
    return [(line[each.start : each.end], each.right) for each in next(typos_in([line]))]


# --- syllables ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "hóa hoá hòe hoè ủy uỷ thúy thuý",
        "quý quỳnh quốc quyết quẹo qua quả quê qui",
        "gì giếng giêng già giỏi giữ gìn giấy",
        "nghỉ nghề nghiêng ngủ ngoài gỗ ghế ghi kỳ kẻ cá cũng cứu",
        "khuỷu thuở khuya uốn oằn yên yếu y ý ỷ ả ừ",
        "tất cả các tập sách của một nhóm đẹp khúc khích tục",
    ],
)
def test_what_vietnamese_has_is_a_syllable(words):
    assert [word for word in words.split() if not is_syllable(word)] == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("tuc hoach viêc tăp tỉch mảt cãp", "a stop takes sắc or nặng only"),
        ("cỉ cế kó kúa gế ghỗ ngế nghỗ nge", "c and k, g and gh, ng and ngh go by the vowel"),
        ("tòan hòan ngòai gía qúy qủa gíao khỏan thủơ", "the tone mark has its place"),
        ("hợpp chcứ thưcj nghieem trưòng nguời đựơc", "no onset, no rhyme"),
        ("hằnng ốông áà", "two marks"),
        ("fan zen jo web", "letters of other languages"),
    ],
)
def test_what_vietnamese_cannot_have_is_none(words, why):
    assert [word for word in words.split() if is_syllable(word)] == [], why


def test_the_tone_mark_is_set_where_it_belongs():
    pairs = {"toan": "toàn", "hoa": "hòa", "quy": "quỳ", "gia": "già", "nguyên": "nguyền", "gi": "gì", "muôi": "muồi"}
    assert {bare: with_tone(bare, "\u0300") for bare in pairs} == pairs
    assert with_tone("toan", "") == "toan"


def test_bare_and_tone_make_the_syllable_again():
    assert bare_and_tone("nguyễn") == ("nguyên", "\u0303")
    assert with_tone(*bare_and_tone("hoá")) == "hóa"


def test_every_half_of_the_known_words_is_a_syllable():
    halves = {half for pair in compounds().pairs for half in pair}
    assert [half for half in halves if not is_syllable(half)] == []
    assert [half for half in halves if with_tone(*bare_and_tone(half)) != half] == []
    assert len(known()) > 2000


# --- what a slip meant -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("dduwowcj", "được"),
        ("thucwj", None),
        ("thuwcj", "thực"),
        ("nghieepj", "nghiệp"),
        ("d9u7o7c5", "được"),
        ("hoas", "hóa"),
    ],
)
def test_the_keys_of_a_word_are_read_as_telex_and_vni(keys, word):
    assert next(typed(keys), None) == word


@pytest.mark.parametrize(
    ("word", "before", "after", "right"),
    [
        ("tuc", "tiếp", None, "tục"),
        ("tuc", "thủ", None, "tục"),
        ("hoạh", "kế", None, "hoạch"),
        ("tòan", None, None, "toàn"),
        ("phuờng", None, None, "phường"),
        ("hệthống", None, None, "hệ thống"),
        ("sựự", None, None, "sự"),
    ],
)
def test_a_slip_means_what_fits_its_neighbours(word, before, after, right):
    assert guess(word, before, after).word == right


# --- lines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Các thôn phối hợpp thực hiện.", [("hợpp", "hợp")]),
        ("KẾ HOẠCH TRIỂN KHAI THỰCC HIỆN", [("THỰCC", "thực")]),
        ("Thưcj hiện nghiêm túc.", [("Thưcj", "thực")]),
        ("Các đơn vị trongg xã.", [("trongg", "trong")]),
        ("Tổ chức hôi nghị, hội nghi.", [("hôi nghị", "hội nghị"), ("hội nghi", "hội nghị")]),
        (
            "Rà xoát, chấn trỉnh; giao chung tâm.",
            [("xoát", "soát"), ("chung tâm", "trung tâm"), ("chấn trỉnh", "chấn chỉnh")],
        ),
        ("Thực hiện nhiêm vụ được giao.", [("nhiêm vụ", "nhiệm vụ")]),
        ("Các cơ quan thuwcj hiện.", [("thuwcj", "thực")]),
        ("Các cơ quan thưc5 hiện.", [("thưc5", "thực")]),
        ("Phát triển hệthống thông tin.", [("hệthống", "hệ thống")]),
    ],
)
def test_slips_are_told_with_what_is_right(line, found):
    assert sorted(told(line)) == sorted(found)


@pytest.mark.parametrize(
    "line",
    [
        "Truy cập internet, website, email, fanpage; logistics, marketing, livestream, infographic, Facebook, Zalo.",
        "Xem https://giakiem.gov.vn, www.giakiem.gov.vn, thư ubnd.giakiem@dongnai.gov.vn, tệp bao_cao-thang.docx.",
        "Xã Đắk Ơ, Krông Năng, Ea H’Leo, Mường Khoong, M’gar, Pleiku; đồng bào Xơ Đăng, Xtiêng, Brâu, Ê Đê.",
        "Tiêu thụ 15 kWh, dài 3 km, 20 km2, 100m2, 5 mg/l; CO2, PM2.5, Covid-19, 24h, A4, 2B.",
        "Kế hoạch số 176/KH-UBND, Quyết định 534/QĐ-TTg; BCĐTƯ, HĐND, TTr, VNeID, iOffice; khoản i, ii, iv.",
        "Ông Nguyen Van A, bà Lò Thị Pàng, ông Ksor Phước, Y Niê, ông Trần Văn Thử, xã Văn Bàn.",
        "Khí metan, paracetamol, kilômét, ôtô, bêtông, vắc-xin, các-bon, Pa-ri, ô-xy, container.",
        "This is a sentence of another language, with no word of ours in it, not even one.",
        "Giao ñy ban nh©n d©n x· tæ chøc thùc hiÖn kÕ ho¹ch",
        "Cong hoa xa hoi chu nghia Viet Nam, Doc lap - Tu do - Hanh phuc, tuyen truyen phap luat",
        "Đồng hành chinh phục; chất lương thực; tại khoản 3, tại Chính phủ; tính hình thức; không gián đoạn.",
        "Cơ quan chủ quản; thứ trưởng; dự trữ; công ăn, việc làm; cộng tác và công tác; hằng năm, hàng năm.",
        "Hủy, huỷ, khoẻ, khỏe, uỷ quyền, ủy quyền, hoà giải, hòa giải, số hoá, Tuỳ theo, thuỷ lợi.",
        "v.v., đ/c, b/c, tr.đ, TP., tx, kg, cm, mm, ha, l, m3.",
        "",
    ],
)
def test_what_is_no_slip_is_left_alone(line):
    assert told(line) == []


def test_another_compound_beside_a_word_keeps_it_from_being_a_slip():
    assert told("Nâng cao chất lương.") == [("chất lương", "chất lượng")]
    assert told("Nâng cao chất lương thực.") == []


# --- planted slips -----------------------------------------------------------------------------------------------

TELEX = dict(zip("\u0301\u0300\u0309\u0303\u0323", "sfrxj", strict=True))
VNI = dict(zip("\u0301\u0300\u0309\u0303\u0323", "12345", strict=True))
DOUBLES = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def doubled(word, chance):
    place = chance.randrange(len(word))
    return word[: place + 1] + word[place:]


def swapped(word, chance):
    place = chance.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def dropped(word, chance):
    place = chance.randrange(len(word))
    return word[:place] + word[place + 1 :]


def residue(word, chance):
    bare, tone = bare_and_tone(word)
    if tone:
        return bare + chance.choice((TELEX, VNI))[tone]
    place = chance.randrange(len(word))
    return word[:place] + DOUBLES.get(word[place], word[place]) + word[place + 1 :]


def toneless(word, _):
    return bare_and_tone(word)[0]


def wrong_tone(word, chance):
    bare, tone = bare_and_tone(word)
    return with_tone(bare, chance.choice(TONES)) if tone else word


def neighbour(word, chance):
    place = chance.randrange(len(word))
    row = next((each for each in ROWS if word[place] in each), word[place])
    near = row.index(word[place]) + chance.choice((-1, 1))
    return word[:place] + row[near % len(row)] + word[place + 1 :]


KINDS = (doubled, swapped, dropped, residue, toneless, wrong_tone, neighbour)


@pytest.fixture(scope="module")
def lines():
    """Return the text of every shipped draft."""
    drafts = [kegen.render(kegen.resolve(kegen.load(path))) for path in sorted(PROFILES.glob("*.yaml"))]
    return [each.line.text for data in drafts for each in Paper(read_document(data)).passages]


def planted(lines, chance):
    """Return lines with one slip each: its kind, the line, and where the slip stands."""
    places = [(line, found) for line in lines for found in re.finditer(r"[^\W\d_]{2,}", line) if found[0].islower()]
    for kind in KINDS:
        for line, found in chance.sample(places, 300):
            slip = unicodedata.normalize("NFC", kind(found[0], chance))
            if slip != found[0]:
                yield kind.__name__, line[: found.start()] + slip + line[found.end() :], found.start()


def test_of_the_slips_planted_in_the_shipped_drafts_most_are_found(lines):
    slips = list(planted(lines, random.Random(13)))
    hits = {kind.__name__: [] for kind in KINDS}
    for (kind, _, start), found in zip(slips, typos_in(each[1] for each in slips), strict=True):
        hits[kind].append(any(each.start <= start <= each.end for each in found))
    shares = {kind: sum(each) / len(each) for kind, each in hits.items()}
    assert sum(map(len, hits.values())) > 1500
    assert sum(shares.values()) / len(shares) > 0.7, shares
    assert min(shares.values()) > 0.3, shares


def test_in_the_shipped_drafts_no_slip_is_found(lines):
    assert [each for each in typos_in(lines) if each] == []
    assert sum(len(line.split()) for line in lines) > 30_000


def test_a_text_without_blanks_and_one_of_slips_only_take_little_time():
    list(typos_in(["tục" * 100_000, "tức-" * 20_000, "tiếp tuc " * 10_000]))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tăng cường kiểm tra, giám giám sát việc thực hiện", ["giám"]),
        ("nội dung chấn chỉnh chỉnh lề lối làm việc", ["chỉnh"]),
        ("báo cáo của của các phòng", ["của"]),
        ("nâng cao hiệu quả hiệu quả quản lý", ["hiệu quả"]),
        ("xử lý hành vi vi phạm theo quy định định kỳ", []),
        ("luôn luôn dần dần, từng bước từng bước", []),
        ("thôn Pà Cò Cò, chợ Bến Thành Thành", []),
        ("trong trong", ["trong"]),
        ("bên trong trong thời gian", []),
    ],
)
def test_a_word_written_twice_is_told(line, words):
    assert [word for _, _, word in doubled_in(line)] == words


@pytest.mark.parametrize(
    ("line", "rights"),
    [
        ("KT. CHỦ TICH", ["CHỦ TỊCH"]),
        ("ỦY BAN NHÂN DẤN", ["ỦY BAN NHÂN DÂN"]),
        ("I. MUC ĐÍCH, YÊU CẦU", ["MỤC ĐÍCH"]),
        ("UỶ BAN NHÂN DÂN XÃ MẪU SƠN", []),
        ("PHƯỜNG AN BIÊN", []),
        ("CHU TICH", []),
        ("MỤC, ĐÍCH", []),
        ("Chủ tich", []),
    ],
)
def test_a_fixed_line_in_capitals_has_its_marks(line, rights):
    assert [right for _, _, right in capitals_in(line)] == rights


def test_no_name_of_a_unit_is_a_fixed_line_with_another_mark():
    names = [
        f"{kind} {unit.name.upper()}" for each in PROVINCES for unit in units_of(each) for kind in ("XÃ", "PHƯỜNG")
    ]
    assert [name for name in names if any(capitals_in(name))] == []
