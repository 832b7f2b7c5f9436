"""Tên một cơ quan viết nhiều cách.

Quy định: tên một cơ quan viết một cách trong cả văn bản: cùng dấu gạch, cùng “và” hoặc “&”.
Vì sao: tên cơ quan là tên riêng; hai cách viết làm người đọc và máy tìm tưởng là hai nơi.
Sai: “Phòng Văn hóa – Xã hội”, “Phòng Văn hóa và Xã hội” ở mục II, “Phòng Văn hóa - Xã hội” ở mục IV.
Đúng: “Phòng Văn hóa - Xã hội” ở mọi chỗ, gạch nối ngắn có khoảng trắng hai bên.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.check.whole_text import Find, listed
from kegen.check.words import words
from kegen.vietnamese import UPPER, upper_first

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_HEAD = re.compile(
    r"(?:.*\b)?((?:[Pp]hòng|[Ss]ở|Ban|[Vv]ăn phòng|[Tt]rung tâm|Chi cục|Báo|Đài|Hội|Đoàn) (?:và )?"
    r"[^\W\d_](?:[^\W\d_]| ){1,30})$"
)
"""What stands before the sign that joins the two halves of an office's name."""
_SIGN = re.compile(r"[-–—&](?<!\d.)")
_TAIL = re.compile(rf" ?(?:UBND|[{UPPER}][^\W\d_]*(?: [^\W\d_]+)?)")
_AND = re.compile(r" và(?<=HĐND và)(?= UBND)")
_OTHER_AND = re.compile(rf" và(?!(?<=HĐND và) UBND)(?= )|,(?= [{UPPER}])")
"""Counts only where the same name is also joined by a sign."""
_AND_KEY = words("và")[0]
_WORD = re.compile(r"[^\W_]+")
_LEAST = 2
_REACH = 45


def check(paper: Paper) -> Outcome:
    """Compare the names of offices that are joined by a dash, by `&` or `và`, as far as two words on each side."""
    spelled: dict[tuple[str, ...], dict[str, list[Find]]] = defaultdict(lambda: defaultdict(list))
    for each in (find for sign in (_SIGN, _AND) for find in paper.text.find(partial(_names, sign))):
        name = upper_first(each.text)
        spelled[_joined_words(name)][name].append(each._replace(text=name))
    for each in paper.text.find(partial(_names, _OTHER_AND)):
        name = upper_first(each.text)
        if (key := _joined_words(name)) in spelled:
            spelled[key][name].append(each._replace(text=name))
    for spellings in spelled.values():
        if len(set(map(_shape, spellings))) >= _LEAST:
            usual, *others = sorted(spellings, key=lambda name: -len(spellings[name]))
            rare = [find for name in others if _shape(name) != _shape(usual) for find in spellings[name]]
            counts = f"{len(set(map(_shape, spellings)))} cách, nhiều nhất là “{usual}” ({len(spellings[usual])} chỗ)"
            message = f"tên một cơ quan viết {counts}"
            yield Fault(rare[0].passage.line, message, listed(rare), usual)


def _joined_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word != _AND_KEY)


def _shape(name: str) -> str:
    """Return a name with its tone marks in one place: rule tone-mixed tells of `hoá` beside `hóa`."""
    return _WORD.sub(lambda found: words(found[0])[0] + found[0][0] * found[0][0].isupper(), name)


def _names(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names of offices with such a sign stand."""
    for found in sign.finditer(text):
        near = max(found.start() - _REACH, text.rfind("\n", 0, found.start()) + 1)
        head = _HEAD.match(text[near : found.start()])
        tail = _TAIL.match(text, found.end())
        if head is not None and tail is not None:
            yield found.start() - len(head[1]), tail.end()
