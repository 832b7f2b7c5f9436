"""Names of bodies in running text: where a name ends, and whether two names can mean one body."""

from __future__ import annotations

import re
from functools import lru_cache

from kegen.check.words import key_set, spelled

_IN_NAMES = key_set(
    "ban nhân dân thành phố tỉnh xã phường huyện quận đặc khu đồng tướng phủ hội bí thư trị ương vụ ủy thường trực tịch"
    " trưởng đốc phòng chính sự thôn nông"
)
"""Small words in the names of bodies."""
_TOKEN = re.compile(r"\S+")
_OTHER = (
    r"về|v/v|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|tiếp tục|thực hiện|triển khai|công bố|thành lập|khóa|khoá|"
    r"tại|tăng cường|chấn chỉnh|đẩy mạnh|đã|để|theo|trên|trong|là|do|có|nghị định|quyết định|kết luận|nghị quyết|"
    r"chỉ thị|kế hoạch|công văn|công điện|tờ trình|thông tư|thông báo|đề án|chương trình|báo cáo|luật|pháp lệnh|các|"
    r"ngày|xác định|yêu cầu"
)
_ENDS = re.compile(rf"(?:{_OTHER})(?!\w)", re.IGNORECASE)
_SHORT = re.compile(r"\(([A-ZĐ&]{2,})\)")
_LIST = re.compile(r"(?:[Bb]ộ|[Ss]ở|[Pp]hòng|[Bb]an) \w+ \w+,")
_ITEM = re.compile(r" [A-ZĐÂĂÊÔƠƯ]\w+(?: \w+){0,3} và [A-ZĐÂĂÊÔƠƯ]")
_SESSION = re.compile(
    r"Hội nghị (?:lần thứ [\w ]{2,12}? |Trung ương \d+ )?(?:của )?Ban Chấp hành Trung ương(?: Đảng)?(?:,? khóa [IVX]+)?"
)
_ALSO = re.compile(r" (?:Ban Bí thư(?= về)|Bộ Chính trị(?= về)|Chủ nhiệm )")
"""Who may issue together with, or under a second title of, the one before the comma."""
_LEVEL = key_set("tỉnh thành phố")


def name_end(text: str, start: int) -> int:
    """Return where the name of a body that begins at `start` ends; `start` itself where none begins there."""
    if session := _SESSION.match(text, start):
        return session.end()
    end, capital = start, False
    for token in _TOKEN.finditer(text, start):
        word = token[0].rstrip(",;.:)”\"'/")
        if _SHORT.fullmatch(token[0]):
            end = token.end()
            continue
        if not word or _ENDS.match(text, token.start()) or not _goes_on(text, token, word, after_capital=capital):
            break
        end, capital = token.start() + len(word), word[:1].isupper() and not word[1:2].isupper()
        if len(word) < len(token[0]) and not (_is_list(text, start, token.end()) or _ALSO.match(text, token.end())):
            break
    return end


def _goes_on(text: str, token: re.Match[str], word: str, *, after_capital: bool) -> bool:
    """Whether the word belongs to the name: a capital, the second syllable after one, a small word of names."""
    if word == "và":
        return text[token.end() + 1 : token.end() + 2].isupper() and _ENDS.match(text, token.end() + 1) is None
    return word[:1].isupper() or after_capital or key_set(word) <= _IN_NAMES


def _is_list(text: str, start: int, comma: int) -> bool:
    """Whether a comma goes on with a name such as `Sở Văn hóa, Thể thao và Du lịch`."""
    return (
        _LIST.fullmatch(text, start, comma) is not None
        and _ITEM.match(text, comma) is not None
        and _ENDS.match(text, comma + 1) is None
    )


@lru_cache(maxsize=2048)
def same_body(one: str, other: str) -> bool:
    """Whether two names can be of one body: one says no more than the other, `tỉnh` or `thành phố` aside."""
    a, b = (frozenset(spelled(name).split()) - _LEVEL for name in (one, other))
    return a <= b or b <= a


@lru_cache(maxsize=2048)
def begins_like(one: str, other: str) -> bool:
    """Whether one name is the other or its beginning: `Thủ tướng` is `Thủ tướng Chính phủ`, `Chính phủ` is not."""
    a, b = spelled(one), spelled(other)
    return a.startswith(b) or b.startswith(a)
