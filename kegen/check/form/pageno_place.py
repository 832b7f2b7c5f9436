"""Vị trí của số trang.

Quy định: số trang được đặt canh giữa theo chiều ngang, trong phần lề trên của văn bản.
Vì sao: Word thường chèn số trang ở chân trang hoặc góc phải.
Sai: số trang ở cuối trang; số trang canh phải; văn bản nhiều trang mà không có số trang; chỉ trang chẵn có số.
Đúng: số trang ở đầu trang (Header), canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.pages import PageNumber, is_long, page_numbers
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.7"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each page number once; a long document without any is told too."""
    numbers = page_numbers(paper)
    if not numbers:
        yield _without(paper)
    yield from _one_sided(paper, numbers)
    seen = set()
    for number in numbers:
        if number.paragraph.place in seen:
            continue
        seen.add(number.paragraph.place)
        if not number.is_on_top:
            yield Fault(number.paragraph, "số trang đặt ở chân trang", "chân trang", "đầu trang, canh giữa")
        elif number.is_in_box or number.paragraph.format.frame == "offset":
            yield Unread("số trang nằm trong khung chữ, không rõ có ở giữa trang không")
        elif not _is_centred(number):
            yield Fault(number.paragraph, "số trang không canh giữa", "không canh giữa", "canh giữa")


def _one_sided(paper: Paper, numbers: list[PageNumber]) -> Iterator[Fault]:
    """Yield the sections that number only their odd, or only their even pages."""
    for index, shown in _sides(numbers) if paper.document.has_even_pages else ():
        if len(shown) == 1:
            bare = "chẵn" if "default" in shown else "lẻ"
            message = f"trang {bare} không có số trang, trang kia thì có"
            yield Fault(
                f"số trang, phần {index + 1}", message, f"trang {bare} để trống", "số trang ở mọi trang, từ trang 2"
            )


def _sides(numbers: list[PageNumber]) -> Iterator[tuple[int, set[str]]]:
    for index in sorted({each.section for each in numbers}):
        yield index, {each.pages for each in numbers if each.section == index} & {"default", "even"}


def _without(paper: Paper) -> Fault | Absent | Unread:
    long = is_long(paper)
    if long:
        message = "văn bản nhiều trang nhưng không đánh số trang"
        return Fault("đầu trang", message, "không có số trang", "số trang ở giữa đầu trang, từ trang 2")
    return Unread("không rõ văn bản dài mấy trang") if long is None else Absent("văn bản một trang")


def _is_centred(number: PageNumber) -> bool:
    shape = number.paragraph.format
    if shape.frame:
        return shape.frame == "center"
    tabs = len(number.paragraph.text) - len(number.paragraph.text.lstrip("\t"))
    return shape.alignment == "center" or tabs == 1  # the first tab of a header is centred, the second right
