"""Checking takes time in proportion to the text, whatever stands in it, and however often."""

import time

import pytest
from lxml import etree

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.check.unit_mentions import named_in
from kegen.docx.read import read_document

from .good import W, planted

_BYTES = 20_000
_SECONDS = 3
TOKENS = [
    "giảm 10% số lượng hội nghị và ",
    "trước ngày 01/1/2026, ",
    "từ ngày 01/6 đến ngày 30/6/2026, gồm 05 nhiệm vụ tại Phụ lục II, ",
    "xã An Bình, ",
    "Xã An ",
    "Các Xã An, ",
    "tỉnh Yên Bái và ",
    "TP. ",
    "UBND huyện Lục Yên, ",
    "UBND xã An Bình ban hành Kế hoạch trên địa bàn xã An Bình ",
    "đơn vị thuộc UBND xã An Bình, ",
    "Sở Nội vụ chủ trì, phối hợp với Công an ",
    "Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về việc ban hành Kế hoạch; ",
    "hằng năm, ",
    "hòa. an ",
    "Số: /KH-UBND ",
    "ngày ",
    "03 nhiệm vụ, ",
    "NHÂN DÂN      ",
    "Mục I ",
]


pytestmark = pytest.mark.heavy


def paper(texts):
    def edit(root):
        body = root.find(f"{W}body")
        for index, text in enumerate(texts):
            paragraph = etree.Element(f"{W}p")
            etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
            body.insert(30 + index, paragraph)

    return Paper(read_document(planted(edit)))


def seconds_for(texts):
    checked = paper(texts)
    start = time.process_time()
    judge(checked, all_rules())
    return time.process_time() - start


@pytest.mark.parametrize("token", TOKENS)
def test_one_paragraph_of_the_same_words_again_and_again_takes_little_time(token):
    assert seconds_for([token * (_BYTES // len(token.encode()))]) < _SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số {}/QĐ-UBND;",
        "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 05/3/2020 của Hội đồng nhân dân tỉnh về việc {};",
        "- UBND xã An Bình số {};",
        "- Giảm {}% số lượng hội nghị;",
    ],
)
def test_thousands_of_paragraphs_take_little_time(text):
    assert seconds_for([text.format(number) for number in range(2_000)]) < _SECONDS


def test_units_of_a_list_are_named_once_however_many_lists_stand_in_it():
    assert [each.name for each in named_in("Các Xã An, Các Xã Bình, Các Xã Cát")].count("Các Xã Cát") <= 1
    listed = named_in("các xã: An Lạc, Bình Yên, Cát Thịnh và các phường: Dũng Liệt, Em Mới")
    assert [each.name for each in listed] == ["An Lạc", "Bình Yên", "Cát Thịnh", "Dũng Liệt", "Em Mới"]
