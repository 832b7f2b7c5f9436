"""Pages as LibreOffice lays them out, with a font of Times New Roman's metrics."""

import shutil

import pytest

from kegen.dates import PlanDate
from kegen.plan.model import Paragraph, Signature
from kegen.template.render import render

from .plans import BODY, good_annex, good_plan, replace
from .reading import pages, pdf, word_rows

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="không có LibreOffice"),
]
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
UNITS = {
    "ngan": (("ỦY BAN NHÂN DÂN", "XÃ IA O"), "Ia O"),
    "hcm": (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"), "Thành phố Hồ Chí Minh"),
    "dai-nhat": (("ỦY BAN NHÂN DÂN", "PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM"), "Phường Văn Miếu - Quốc Tử Giám"),
    "so": (("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",), "Tuyên Quang"),
}
LINES = {
    "mot": Signature(("CHỦ TỊCH",), "Nguyễn Văn An"),
    "hai": Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An"),
    "ba": Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Minh Khai"),
}


def on_one_line(rows, words):
    wanted = words.split()
    return any(row[at : at + len(wanted)] == wanted for row in rows for at in range(len(row)))


@pytest.mark.parametrize("date", [PlanDate(2026), PlanDate(2026, 12, 28)], ids=["trong", "du"])
@pytest.mark.parametrize("unit", UNITS)
def test_motto_number_and_date_stay_on_one_line_each(unit, date, tmp_path):
    issuer, place = UNITS[unit]
    line = f"{place}, {date.line()}"
    plan = good_plan()
    header = replace(plan.header, issuer=issuer, place_and_date=line, parent="UBND TỈNH TUYÊN QUANG")
    rows = word_rows(pdf(render(replace(plan, header=header)), tmp_path)).values()
    for words in (*MOTTO, line, header.number, header.parent):
        assert on_one_line(rows, words), words


def test_page_1_shows_no_number_and_page_2_does(tmp_path):
    plan = replace(good_plan(), body=BODY * 8, annexes=(good_annex(40),))
    first, second, *rest = (page.split() for page in pages(pdf(render(plan), tmp_path)))
    assert first[:3] == ["ỦY", "BAN", "NHÂN"]
    assert second[0] == "2"
    annex = next(at for at, page in enumerate(rest) if page[:2] == ["Phụ", "lục"])
    assert rest[annex + 1][:2] == ["2", "STT"]


def test_without_an_annex_there_is_no_empty_page(tmp_path):
    assert len(pages(pdf(render(good_plan()), tmp_path))) == 1


@pytest.mark.parametrize("form", LINES)
def test_the_signature_stays_whole_and_never_alone_on_a_page(form, tmp_path):
    split = 0
    for extra in range(10, 31, 2):
        body = (*BODY, *(Paragraph("doan", f"- Việc thứ {n} của kế hoạch này.") for n in range(extra)))
        plan = replace(good_plan(), body=body, signature=LINES[form])
        last = pages(pdf(render(plan), tmp_path, f"dai-{extra}"))
        assert all(page.strip() for page in last)
        for words in (
            "Nơi nhận:",
            "Lưu: VT, VHXH.",
            *LINES[form].lines,
            LINES[form].name,
            "Trên đây là Kế hoạch",
        ):
            assert words in last[-1], (extra, words)
        split += len(last) > 1
    assert split > 1
