"""`OwnMaker`: a unit's own plan becomes a profile whose draft says the same, in every form that plans have."""

import random

import pytest

from kegen.docx.read import read_document
from kegen.importing.own import OwnMaker
from kegen.importing.own_edits import edits_between
from kegen.importing.plan_file import plan_text
from kegen.importing.read import read_plan
from kegen.plan.model import Note, Source, Span
from kegen.plan.model import Paragraph as PlanParagraph
from kegen.plan.of_text import plan_of_text
from kegen.plan.resolve import resolve
from kegen.problem import Severity
from kegen.profile.read import load
from kegen.shipped import profiles_folder
from kegen.template.render import render
from tests.importing.papers import (
    BOLD,
    CARRIED,
    END,
    HEAD,
    ITALIC,
    cell,
    centred,
    line,
    plan,
    row,
    table,
)

CITED = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị quyết số 12/NQ-CP ngày 03/02/2026 của Chính phủ về trồng rừng;",
    "Thực hiện Quyết định số 77/QĐ-TTg ngày 12/3/2026 của Thủ tướng Chính phủ về việc ban hành Chương trình trồng cây.",
    "Ủy ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch thực hiện như sau:",
)
BODY = (
    "*I. MỤC TIÊU",
    "- Trồng 20 ha rừng trong năm.",
    "- Không để xảy ra cháy rừng.",
    "*II. NHIỆM VỤ",
    "*1. Chuẩn bị",
    "*1.1. Giống cây",
    "- Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính chọn giống cây trước ngày 15/6/2026.",
    "+ Giống bản địa.",
    "a) Giống nhập.",
    "*1.2. Đất trồng",
    "- Rà soát đất trống.",
    "*2. Chăm sóc",
    "a) Làm cỏ hai lần.",
    "b) Bón phân một lần.",
    "Các địa phương báo cáo kết quả.",
)
CLOSING = "Trên đây là Kế hoạch trồng cây; khó khăn, vướng mắc báo cáo Sở Nông nghiệp và Môi trường để tổng hợp./."
ROWS = (
    row("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
    row("1", "Chọn giống cây", "Sở Nông nghiệp và Môi trường", "15/6/2026"),
    row("2", "Rà soát đất trống\nvà đất rừng", "Các xã", ""),
)


def made(read, folder, **options):
    """Return the profile of a plan, without an error, and what it comes to."""
    owned = OwnMaker(read, folder / "a.yaml", **options).make()
    assert owned.errors == ()
    assert owned.plan is not None
    return owned, owned.plan


def again(drafted):
    """Return the plan as it is read from its .docx."""
    return read_plan(read_document(render(drafted)), Source("a.docx", "0", "docx"))


def texts(paragraphs):
    return [each.text for each in paragraphs]


def whole(read):
    return [*texts(read.opening), *texts(read.body), *texts(read.closing)]


def cells(read):
    blocks = [*read.body, *(block for annex in read.annexes for block in annex.blocks)]
    return [[(each.cells, each.goes_on) for each in block.table.rows] for block in blocks if block.table]


PAPERS = {
    "three levels and mixed marks": ((*BODY, CLOSING), {}),
    "no closing": (BODY, {}),
    "bases on lines of their own": ((*BODY, CLOSING), {"opening": CITED}),
    "lines that end otherwise": (BODY, {"opening": (CITED[0], CITED[2], CITED[1].rstrip(";") + ".", CITED[3])}),
    "items after headings": (("*I. VIỆC", "- Trồng cây.", "*1. Giống", "- Chọn giống.", "2. Làm đất.", CLOSING), {}),
    "the same sentence twice": (("*I. VIỆC", "- Trồng cây.", "- Trồng cây.", "- Chăm cây.", CLOSING), {}),
    "text before the first heading": (("Kế hoạch gồm hai việc.", "*I. VIỆC", "- Trồng cây.", CLOSING), {}),
    "several paragraphs at the end": ((*BODY, "Yêu cầu các sở thực hiện nghiêm túc.", CLOSING), {}),
    "a department": (
        BODY,
        {
            "head": {
                "issuer": ("UBND TỈNH LẠNG SƠN", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
                "number": "Số: 9/KH-SNNMT",
                "date": HEAD["date"],
            }
        },
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_its_draft_says_the_same(name, tmp_path):
    content, facts = PAPERS[name]
    read = plan(*content, **facts)
    _, drafted = made(read, tmp_path)
    assert [each.rstrip(" ./") for each in whole(drafted)] == [each.rstrip(" ./") for each in whole(read)]
    assert (drafted.title, drafted.recipients) == (read.title, read.recipients)


def test_head_and_signer_are_those_of_the_plan(tmp_path):
    read = plan(*BODY, CLOSING)
    owned, drafted = made(read, tmp_path)
    assert drafted.header == read.header
    assert drafted.signature == read.signature
    assert "Số của chính văn bản đã đọc" in owned.text


def test_what_stands_out_and_footnotes_stand_where_they_stood(tmp_path):
    read = plan("*I. VIỆC", line("- Trồng 5 ha, mỗi xã 5 ha.", ITALIC), CLOSING)
    _, drafted = made(read, tmp_path)
    assert drafted.body[1].spans == read.body[1].spans != ()


def test_tables_of_the_body_are_whole(tmp_path):
    read = plan("*I. VIỆC", "- Theo bảng sau:", table(*ROWS, columns=4), "- Sau bảng.", CLOSING)
    _, drafted = made(read, tmp_path)
    assert cells(drafted) == cells(read)
    assert "và đất rừng" in cells(read)[0][1][0][1]
    assert [each.kind for each in drafted.body] == [each.kind for each in read.body]


def annexed(*tables):
    heads = (f"{centred(f'Phụ lục {number}')}{centred(f'BẢNG SỐ {number}')}" for number in ("I", "II"))
    return "".join(f"{head}{each}" for head, each in zip(heads, tables, strict=False))


def test_annexes_are_whole_and_a_task_told_twice_is_named(tmp_path):
    merged = (
        row("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
        row(cell("Nhóm một", '<w:gridSpan w:val="4"/>')),
        row("1", cell("Trồng", '<w:vMerge w:val="restart"/>'), "Các xã", ""),
        row("2", cell("", "<w:vMerge/>"), cell("Cả hai cột", '<w:gridSpan w:val="2"/>')),
    )
    content = (
        "*I. VIỆC",
        "- Sở Nội vụ chủ trì chọn giống cây bản địa. (Phụ lục I, Phụ lục II)",
        "- Trồng cây.",
        CLOSING,
    )
    one = table(ROWS[0], row("1", "Chọn giống cây bản địa", "Sở Nội vụ", "15/6/2026"), ROWS[2], columns=4)
    read = plan(*content, after=annexed(one, table(*merged, columns=4)))
    assert len(read.annexes) == 2
    owned, drafted = made(read, tmp_path)
    assert cells(drafted) == cells(read)
    assert [(each.label, each.title) for each in drafted.annexes] == [(each.label, each.title) for each in read.annexes]
    assert "task: muc-1-y-1" in owned.text
    assert cells(again(drafted)) == cells(read)


def test_an_annex_that_nothing_speaks_of_adds_no_sentence(tmp_path):
    read = plan("*I. VIỆC", "- Trồng cây.", "- Chăm cây.", CLOSING, after=annexed(table(*ROWS, columns=4)))
    _, drafted = made(read, tmp_path)
    assert texts(drafted.closing) == [CLOSING]


def test_an_unsure_fact_stands_at_its_place(tmp_path):
    read = plan("*I. VIỆC", "- Chọn giống cây.", "- Trồng cây.", CLOSING)
    assert read.asks
    owned, _ = made(read, tmp_path)
    assert owned.text.count("# Chưa chắc: ") >= len(read.asks)


def test_a_sentence_of_the_plan_above_is_named_by_its_id(tmp_path):
    above = plan("*I. VIỆC", "- Ủy ban nhân dân cấp xã tổ chức trồng cây dọc các tuyến đường.", CLOSING)
    head = {"issuer": ("ỦY BAN NHÂN DÂN", "XÃ THẤT KHÊ"), "number": "Số: 7/KH-UBND", "date": HEAD["date"]}
    read = plan(
        "*I. VIỆC", "- Ủy ban nhân dân cấp xã tổ chức trồng cây dọc các tuyến đường.", "- Chăm cây.", CLOSING, head=head
    )
    (tmp_path / "tinh.plan.yaml").write_text(plan_text(above), encoding="utf-8")
    owned, drafted = made(read, tmp_path, above=("tinh.plan.yaml", above))
    assert owned.share.by_id == 1
    assert texts(drafted.body) == texts(read.body)
    assert [each.state for each in drafted.coverage] == ["taken"]


@pytest.mark.parametrize("name", ["xa-nhu-khe", "phuong-le-chan", "tinh-an-giang", "mau-so"])
def test_a_draft_of_kegen_comes_back_by_ids_and_the_same(name, tmp_path):
    drafted = resolve(load(profiles_folder() / f"{name}.yaml"))
    read = again(drafted)
    owned, second = made(read, tmp_path)
    assert whole(second) == [each.replace("\u00a0", " ") for each in whole(read)]
    assert owned.share.by_id >= 0.4 * owned.share.total
    assert cells(second) == cells(read)


WORDS = ("trồng", "cây", "rừng", "đất", "suối", "đường", "thôn", "việc", "tốt", "nhanh", "đủ", "mới", "cũ", "gần", "xa")


def sentence(dice, mark=""):
    text = " ".join(dice.choices(WORDS, k=dice.randint(4, 14)))
    return f"{mark}{text[0].upper()}{text[1:]}{dice.choice('.;')}"


def random_profile(dice):
    """Return the text of a profile with sections, items and marks as they fall."""
    lines = [
        "directive: chung",
        "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}",
        "number: 12",
        "date: 03/6/2026",
    ]
    lines += ["title: Trồng cây phân tán", "signer: {position: CHỦ TỊCH, name: Trần Văn Thử}", "archive: VP"]
    lines += ["bases: {cite: [], enacting: 'Ủy ban nhân dân xã Nhữ Khê ban hành Kế hoạch như sau:'}", "outline: rieng"]
    lines += ["recipients: [Các thôn, Công an xã]", "closing: Trên đây là Kế hoạch trồng cây", "sections:"]
    for number in range(1, dice.randint(2, 4)):
        lines += [f"  s{number}:", f"    title: Phần việc số {number}", *items(dice)]
        for inner in range(1, dice.randint(1, 4)):
            lines += [f"  s{number}-{inner}:", f"    title: Nhóm việc {inner}", f"    into: s{number}", *items(dice)]
    return "\n".join(lines) + "\n"


def items(dice):
    marks = dice.choice(("-", "+", "a)", "1.", "nhu-viet"))
    typed = ("- ", "+ ", "") if marks == "nhu-viet" else ("",)
    chosen = {sentence(dice, dice.choice(typed)) for _ in range(dice.randint(2, 5))}
    yield f'    marks: "{marks}"'
    yield "    tasks:"
    yield from (f'      - "{each}"' for each in sorted(chosen))


@pytest.mark.parametrize("seed", range(12))
def test_a_profile_made_at_random_comes_back_the_same(seed, tmp_path):
    drafted = plan_of_text(random_profile(random.Random(seed)), tmp_path / "first.yaml")
    assert [each for each in drafted.warnings if each.severity is Severity.ERROR] == []
    read = again(drafted)
    _, second = made(read, tmp_path)
    assert whole(second) == whole(read)
    assert whole(again(second)) == whole(read)


STRANGE_END = (("Nơi nhận:", "- abc;", "- Lưu", "- x"), ("TL. AI ĐÓ", "ThS. AN"))
HOSTILE = {
    "keys of YAML": ("*I. VIỆC: {a}", '- "Trồng": [cây] # không, *neo &neo !nhan %.', "- null", "- ~ - ? : |", CLOSING),
    "Jinja": ("*I. VIỆC", "- {{ office('dau-moi') }} {% if x %} {# a #}", "- {{ 7 * 7 }}", CLOSING),
    "ids": ("*I. VIỆC", "- hh-lich-hop", "dau", "khong", "có", CLOSING),
    "headings alone": ("*I. VIỆC", "*II. VIỆC", "*1. Việc", "*2. Việc", CLOSING),
    "a heading that leads nothing": ("*I. VIỆC", "Trồng cây ven đường.", "*a) Phối hợp với Công an tỉnh"),
    "nothing": ("...",),
    "long words": ("*I. VIỆC", f"- {'a' * 5000}", f"- {'b ' * 3000}", CLOSING),
    "deep": (*(f"*{'.'.join(['1'] * depth)}. Mục" for depth in range(1, 9)), "- Trồng cây.", CLOSING),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "end", [END, (("Nơi nhận:", "- abc;", "- Lưu", "- x"), ("TL. AI ĐÓ", "ThS. AN"))], ids=["", "end"]
)
def test_what_nobody_would_write_brings_nothing_down_and_loses_no_word(name, end, tmp_path):
    read = plan(*HOSTILE[name], end=end)
    owned = OwnMaker(read, tmp_path / "a.yaml").make()
    assert owned.plan is not None
    assert [each.rstrip(" ./;") for each in texts(owned.plan.body)][: len(read.body)] == [
        each.rstrip(" ./;") for each in texts(read.body)
    ]


def test_a_plan_of_nobody_known_is_written_and_tells_what_is_missing(tmp_path):
    head = {"issuer": ("HỘI NGƯỜI YÊU CÂY",), "number": "Số: 9/KH-HNYC", "date": HEAD["date"]}
    read = plan("*I. VIỆC", "- Trồng cây.", "- Chăm cây.", CLOSING, head=head)
    owned = OwnMaker(read, tmp_path / "a.yaml").make()
    assert "Cấp của đơn vị chưa rõ" in owned.text
    assert texts(owned.plan.body) == texts(read.body)


def test_the_words_that_carry_it_out_are_by_id_where_kegen_would_write_them(tmp_path):
    read = plan("*I. VIỆC", "- Trồng cây.", "- Chăm cây.", CLOSING, opening=(CARRIED,))
    owned, drafted = made(read, tmp_path)
    assert "cite: [cap-tren]" in owned.text
    assert texts(drafted.opening) == [CARRIED]


def test_bold_words_alone_are_no_heading(tmp_path):
    read = plan("*I. VIỆC", line("- Trồng cây.", BOLD), "- Chăm cây.", CLOSING)
    _, drafted = made(read, tmp_path)
    assert texts(drafted.body) == texts(read.body)


def test_an_upright_annex_stays_upright(tmp_path):
    read = plan("*I. VIỆC", "- Trồng cây.", "- Chăm cây.", CLOSING, after=annexed(table(*ROWS, columns=4)))
    _, drafted = made(read, tmp_path)
    assert [each.orientation for each in drafted.annexes] == [each.orientation for each in read.annexes]


def test_looks_and_notes_that_an_annex_of_a_profile_cannot_have_are_told(tmp_path):
    read = plan("*I. VIỆC", "- Trồng cây.", "- Chăm cây.", CLOSING, after=annexed(table(*ROWS, columns=4)))
    (annex,) = read.annexes
    spoken = PlanParagraph("doan", "Giống cây bản địa.", (Note(4, "Theo danh mục."),), spans=(Span(0, 5, "dam"),))
    with_looks = read._replace(annexes=(annex._replace(blocks=(spoken, *annex.blocks)),))
    owned, _ = made(with_looks, tmp_path)
    assert any("phụ lục" in each and "đậm" in each for each in owned.left)
    assert "Theo danh mục." in owned.text
    plain, _ = made(read, tmp_path)
    assert not any("phụ lục" in each for each in plain.left)


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("trước ngày 12/6/2026 của năm", "trước ngày 12/6/2027 của năm", {"12/6/2026 của năm": "12/6/2027 của năm"}),
        ("giảm 1,5% số hội nghị, 15% văn bản", "giảm 1,6% số hội nghị, 15% văn bản", {"giảm 1,5% số": "giảm 1,6% số"}),
    ],
)
def test_changes_of_words_are_told_with_whole_numbers_as_a_profile_may_change_them(old, new, edits):
    assert edits_between(old, new) == edits
