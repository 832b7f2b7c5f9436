"""Không còn cấp huyện từ 01/7/2025.

Quy định: từ 01/7/2025 chính quyền địa phương có hai cấp: cấp tỉnh và cấp xã (xã, phường, đặc khu).
Vì sao: giao việc, gửi văn bản cho huyện, quận, thị xã, thị trấn là gửi cho cơ quan không còn; thường do chép bản cũ.
Sai: “- UBND các huyện, thị xã, thành phố;”, “Phòng GD&ĐT huyện” ở nơi nhận của văn bản năm 2026.
Đúng: “- UBND các xã, phường, đặc khu;”. Tên huyện cũ chỉ nêu khi nói về trước 01/7/2025 hoặc trích văn bản cũ, và ghi
rõ “cũ”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.historical_context import is_of_the_past, names_institution
from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.places import in_two_tiers, is_heading_line, is_recipient
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.check.unit_mentions import Mention, province_named
from kegen.vietnamese import UPPER

CITE = "Luật Tổ chức chính quyền địa phương ngày 16/6/2025; Nghị quyết số 203/2025/QH15"
WEIGHT: Weight = "N"
_LEVEL = r"(?:huyện|quận|thị xã|thị trấn)"
_ANY_LEVEL = re.compile("huyện|quận|thị |phòng giáo|phòng gd|phòng (?:lao động|tài nguyên|nông nghiệp)")
"""What a text in small letters has one of where it names a district: the patterns below take thirty times as long."""
_BODY = re.compile(
    r"(?:(?:UBND|HĐND|[uủ][yỷ] ban nhân dân|hội đồng nhân dân|MTTQ(?: Việt Nam)?|mặt trận tổ quốc(?: Việt Nam)?|công an"
    r"|đảng bộ|ban CHQS|ban chỉ huy quân sự|tòa án nhân dân|toà án nhân dân|TAND|viện kiểm sát nhân dân|VKSND|viện KSND"
    r"|chi cục thuế|kho bạc(?: nhà nước)?|KBNN|bảo hiểm xã hội|BHXH|đài truyền thanh|lãnh đạo|chủ tịch"
    rf"|hội (?:nông dân|cựu chiến binh|LHPN|liên hiệp phụ nữ)|đoàn thanh niên)(?: ở)?(?: các)? {_LEVEL}\b"
    r"|\b(?:huyện|quận|thị) (?:ủy|uỷ)\b"
    rf"|\bcấp (?:quận, )?{_LEVEL}\b"
    rf"|\bcác (?:quận, )?{_LEVEL}\b)",
    re.IGNORECASE,
)
_ROOM = re.compile(
    rf"\bPhòng (?!khám|giao dịch)[^,;.:()]{{1,60}}? {_LEVEL}\b"
    r"|\bPHÒNG [^,;.:()]{1,60}? (?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b"
)
_SCHOOLS = re.compile(
    r"\b[Pp]hòng (?:GD ?(?:&|-|và)? ?ĐT|[Gg]iáo dục và [Đđ]ào tạo|Lao động ?[-–,] ?Thương binh và Xã hội"
    r"|Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn)\b"
)
"""Offices that only districts had."""
_HEAD = re.compile(r"^(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN) \w")
_PLACE = re.compile(
    rf"(?:trên địa bàn|trong toàn|toàn) {_LEVEL}\b"
    rf"|\b(?:tỉnh|thành phố|[Tt]rung ương)(?:,| -| –| đến| tới| và| xuống) huyện\b(?! [{UPPER}])"
    rf"|(?<!dân chủ ở )\bxã, phường(?:, và|,| và) thị trấn\b(?! [{UPPER}])"
    rf"|\bhuyện(?:,| và| -| –) (?:xã|phường|cơ sở)\b(?! [{UPPER}])|\b[Qq]uận \d{{1,2}}\b"
    rf"|\b(?:[hH]uyện(?: đảo)?|[qQ]uận|[tT]hị xã|[tT]hị trấn) [{UPPER}]\w*(?: [{UPPER}]\w*)*"
)
_LET_GO = re.compile(
    r"\b(?:không (?:còn|tổ chức|thành lập|duy trì|qua|có)|bỏ|thôi|ngừng|dừng|xóa|xoá|thay(?! mặt| đổi)|bàn giao"
    r"|tiếp nhận|chuyển(?! đổi| biến| động| hóa| hoá| tải))\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\btừ\b[^.;,]{0,40}$", re.IGNORECASE)
_GOES_OVER = re.compile(r"[^.;]{0,60}?\b(?:chuyển(?! đổi)|bàn giao|sang|về|xuống|điều động)\b")
"""What goes from a district to another level: `chuyển từ cấp huyện về cấp xã`; `từ tỉnh đến các huyện` does not."""
_INSTITUTION = re.compile(r"\b(?:TRƯỜNG|TRUNG TÂM|BỆNH VIỆN|CÔNG TY|HỢP TÁC XÃ)\b")
"""Bodies whose own name may have a district in it."""
_NEAR = 80
"""More letters than the patterns for what stands right before a name take."""
_CITY_BODY = re.compile(r"(?:UBND|HĐND|[Nn]hân dân|Thành ủy|Thành uỷ|Công an|Phòng [^,;.:]{1,40}) $")


def check(paper: Paper) -> Outcome:
    """Look for bodies of districts and for districts themselves in a paper of the two tiers."""
    applies = in_two_tiers(paper.date)
    if applies is None:
        yield Unread("không đọc được ngày của văn bản")
    elif not applies:
        yield Absent("văn bản có trước ngày 01/7/2025")
    else:
        keeps = any(_INSTITUTION.search(line.text) for line in paper.parts.issuer)
        for passage in paper.passages:
            if _ANY_LEVEL.search(passage.line.text.lower()):
                yield from _in_passage(passage, keeps=keeps)
        yield from _cities(paper)


def _in_passage(passage: Passage, *, keeps: bool) -> Iterator[Fault]:
    text = passage.line.text
    is_head = is_heading_line(passage) or "signature" in passage.roles
    body = _ROOM.search(text) or _BODY.search(text) or (_HEAD.search(text) if is_head and not keeps else None)
    found = body or _SCHOOLS.search(text) or _PLACE.search(text)
    if found is None or _is_told_as_gone(text, found.start()):
        return
    sure = body is not None and (is_head or is_recipient(passage))
    if sure or not names_institution(text[: found.start()]):
        yield _fault(passage, found[0], is_sure=sure)


def _is_told_as_gone(text: str, start: int) -> bool:
    return is_of_the_past(text, start) or _is_let_go(text, start)


def _is_let_go(text: str, start: int) -> bool:
    near = max(start - _NEAR, 0)
    if _LET_GO.search(text, near, start):
        return True
    return _FROM.search(text, near, start) is not None and _GOES_OVER.match(text, start) is not None


def _fault(passage: Passage, found: str, *, is_sure: bool) -> Fault:
    message = f"nêu “{found}” trong khi cấp huyện không còn từ 01/7/2025"
    return Fault(passage.line, message, found, "tên cơ quan, đơn vị cấp tỉnh hoặc cấp xã", "error" if is_sure else None)


def _is_city_body(mention: Mention) -> bool:
    start = mention.named.start
    return _CITY_BODY.search(mention.text, max(start - _NEAR, 0), start) is not None


def _cities(paper: Paper) -> Iterator[Fault]:
    """Yield the bodies of cities that lay in a province."""
    for each in paper.mentions:
        if each.named.kind != "thanh-pho" or province_named(each.named.name) or not _is_city_body(each):
            continue
        is_gone = each.is_of_the_past or _is_let_go(each.text, each.named.start)
        if not is_gone and not names_institution(each.before):
            yield _fault(each.passage, f"thành phố {each.named.name}", is_sure=False)
