"""Words written twice in a row by a slip: `giám giám sát`, `của của`, `hiệu quả hiệu quả`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import and_

from kegen.check.compounds import COMMON, is_compound, settled

_TWICE = re.compile(r"(?<![\w.-])([^\W\d_]+(?: [^\W\d_]+)?) \1(?![\w-])")
_BEFORE = re.compile(r"([^\W\d_]+) $")
_AFTER = re.compile(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")
_REACH = 24
"""Two syllables and the blanks about them have fewer letters."""
_FUNCTION = """
của và các những được với cho về trong tại theo để là bởi hoặc nhưng có đã sẽ đang không này trên khi nếu mà thì cũng
nhằm vào xã phường tỉnh thôn
"""
_FUNCTION_WORDS = frozenset(_FUNCTION.split())
_CLOSING = {
    "được": ("đạt", "có", "thu", "làm", "nhận", "giành", "không", "chưa"),
    "tại": ("hiện", "tồn", "thực"),
    "trong": ("bên", "ở", "phía"),
    "trên": ("nêu", "nói", "kể", "ở", "bên", "phía", "cấp"),
    "có": ("hiện", "sẵn", "vốn"),
    "không": ("hay", "có"),
    "theo": ("kèm", "tiếp"),
    "về": ("trở", "đi", "quay"),
    "vào": ("đầu", "ra"),
    "xã": ("tác", "thị", "làng"),
    "thôn": ("nông",),
}
"""Words that such a word closes, so that another may stand after it: `đạt được được công khai`."""
_ONE = """
ai ào ấm ầm ba be cao cào châu chằm chôm chuồn con dài dần đầy đều đêm đỏ đó đôi đông đời đùng đường gần hay hàng hằng
hao hồng hơi kha khăng khư kia lâu lần lắm lấm lớp luôn mãi mau muôn nâu năm ngang ngày ngăn người nhà nhanh nhiều nho
nhỏ nhơn oang ồ phăng quen ra rầm rất rành rõ rồi sau san song sừng tăm tầng tất thao tháng thân thấp thường to trùng
trừng tù từ từng tím ùn vàng vân vui vù vừa xa xanh xuân một hai đây nơi chút tí lưa
"""
_ONE_WORD = frozenset(_ONE.split())
"""Syllables that make a word when said twice."""
_TWO_WORDS = frozenset({"từng bước", "ngày càng", "ngày một", "dần dần", "luôn luôn", "càng ngày"})


def doubled_in(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a word stands twice, from the first to the end of the second, and the word."""
    for found in _TWICE.finditer(line) if _may_have_any(line) else ():
        word = found[1]
        if word.islower() and (_is_slip_of_two(word) if " " in word else _is_slip(line, found, word)):
            yield found.start(), found.end(), word


def _may_have_any(line: str) -> bool:
    """Whether a word, or two of them, are followed by what begins with the same letters."""
    words = line.split(" ")
    if any(map(str.startswith, words[1:], words)):
        return True
    if len(set(words)) == len(words):
        return False
    again = list(map(str.startswith, words[2:], words))
    return any(map(and_, again, again[1:]))


def _is_slip_of_two(words: str) -> bool:
    one, other = words.split()
    return one != other and words not in _TWO_WORDS


def _is_slip(line: str, found: re.Match[str], word: str) -> bool:
    """Whether the two belong neither to two words, `hành vi vi phạm`, nor make one, `luôn luôn`."""
    if word in _ONE_WORD:
        return False
    own = settled(word)
    first, before = _words_before(line, found.start())
    after, last = _words_after(line, found.end())
    begins, ends = is_compound(own, after), is_compound(before, own)
    if begins and ends:
        return False
    if word in _FUNCTION_WORDS:
        return not begins and not ends and before not in _CLOSING.get(word, ())
    if begins:
        return before is None or before in COMMON or is_compound(first, before)
    return ends and (after is None or after in COMMON or is_compound(after, last))


def _words_before(line: str, end: int) -> tuple[str | None, str | None]:
    """Return the two settled words before a place, None for what a mark or the beginning of the line keeps apart."""
    near = line[max(end - _REACH, 0) : end]
    last = _BEFORE.search(near)
    if last is None:
        return None, None
    first = _BEFORE.search(near[: last.start()])
    return (settled(first[1]) if first else None), settled(last[1])


def _words_after(line: str, start: int) -> tuple[str | None, str | None]:
    """Return the two settled words after a place."""
    found = _AFTER.match(line, start)
    if found is None:
        return None, None
    return settled(found[1]), (settled(found[2]) if found[2] else None)
