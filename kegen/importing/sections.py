"""What a heading announces: orders, targets, background, money, reports."""

from __future__ import annotations

import re
from typing import Literal

from kegen.importing.entries import Entry
from kegen.importing.leads import heading_offices
from kegen.vietnamese import fold

Topic = Literal["tasks", "targets", "background", "past", "funds", "reports", ""]
_LONGEST: dict[str, int] = {"past": 0, "background": 5, "funds": 8, "reports": 8}
"""So many words at most a heading within a section has that announces such matter; none speaks of the past."""
_MOST_WORDS = 14
_NONE: Topic = ""

_TASKS = (
    r"nhiem-vu|giai-phap|noi-dung|to-chuc-thuc-hien|to-chuc-trien-khai|phan-cong|trach-nhiem|kien-nghi|de-nghi"
    r"|cong-tac-trien-khai|bien-phap|cong-viec|hoat-dong|lo-trinh|tien-do|ke-hoach-thuc-hien|trien-khai-thuc-hien"
)
_TARGETS = r"muc-tieu|chi-tieu"
_BACKGROUND = (
    r"muc-dich|yeu-cau|quan-diem|nguyen-tac|pham-vi|doi-tuong|can-cu|co-so-phap-ly|giai-thich|phuong-cham"
    r"|thoi-gian-va-dia-diem|thoi-gian,?-dia-diem|thanh-phan|y-nghia|dinh-huong"
)
_PAST = (
    r"su-can-thiet|thuc-trang|tinh-hinh|boi-canh|danh-gia-(?:tinh-hinh|ket-qua|chung)|ket-qua-(?:thuc-hien|dat-duoc"
    r"|trien-khai)|ton-tai|han-che|dac-diem|khai-quat|mot-so-ket-qua|nguyen-nhan|kho-khan"
)
_FUNDS = r"(?:nguon-|ve-)?kinh-phi|du-toan-kinh-phi|nguon-(?:von|luc)"
_REPORTS = r"che-do-(?:thong-tin,?-)?bao-cao|bao-cao|thong-tin,?-bao-cao|cong-tac-bao-cao"
_ORDER: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("past", re.compile(rf"(?:{_PAST})\b")),
    ("background", re.compile(rf"(?:{_BACKGROUND})\b")),
    ("targets", re.compile(rf"(?:(?:cac|mot-so|nhung)-)?(?:{_TARGETS})\b")),
    ("funds", re.compile(rf"(?:{_FUNDS})\b")),
    ("reports", re.compile(rf"(?:{_REPORTS})\b")),
    ("tasks", re.compile(rf"(?:(?:cac|mot-so|nhung)-)?(?:{_TASKS})\b")),
)
_ANY_TASK = re.compile(rf"\b(?:{_TASKS})\b")


def topic_of(above: tuple[Entry, ...]) -> Topic:
    """Return what the innermost heading that tells announces; "" where none does."""
    for heading in reversed(above):
        found = announced(heading.text, outermost=heading is above[0])
        if found:
            return found
    return ""


def announced(heading: str, *, outermost: bool) -> Topic:
    """Return what a heading announces, "" where it only names its subject (`Đánh giá, xếp loại cán bộ`)."""
    if heading_offices(heading):
        return _NONE  # `4. Yêu cầu Chủ tịch UBND các xã:` speaks to an office
    folded, count = fold(heading), len(heading.split())
    topic: Topic = next((topic for topic, pattern in _ORDER if pattern.match(folded)), _NONE)
    if not outermost:
        return topic if count <= _LONGEST.get(topic, _MOST_WORDS) else _NONE
    names_tasks = _ANY_TASK.search(folded) is not None
    return "tasks" if names_tasks and topic in ("targets", "background", "") else topic
