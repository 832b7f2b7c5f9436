"""Chữ của bảng mã cũ, chữ vỡ.

Quy định: văn bản dùng bảng mã Unicode; không còn đoạn chữ TCVN3 (ABC), VNI hay chữ vỡ do đọc sai bảng mã.
Vì sao: đoạn ấy đọc không được ở máy không có phông cũ, tìm kiếm không ra, chép đi nơi khác thì hỏng hẳn.
Sai: “ñy ban nh©n d©n”, “UÛy ban nhaân daân”, “Ká»¹ hoáº¡ch”.
Đúng: “Ủy ban nhân dân”; dùng công cụ chuyển mã của bộ gõ (Unikey: Ctrl+Shift+F6) rồi đổi phông Times New Roman.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.4 (bộ mã Unicode)"
WEIGHT: Weight = "N"
_TCVN3 = re.compile(
    r"\w*[a-z](?:[¬µ¶¸¨»¼¾ªÆÇËÎÏÑÖØÜÞß]|·(?!\w\b)|×(?![A-Z\d])|[©«¹](?=[a-z]))[\w©«¬µ¶·¸¹¨ª]*|(?<!\w)®[\w¬µ¸¹ª«©]+"
)
"""Signs, and capitals no Vietnamese word has, after a small letter; letters of other languages alone do not count."""
_VNI = re.compile(
    r"\w*(?:[aAeEoO][âäåëïøûñÂÄÅËÏØÛÑ]|[aA][áàõùÁÀÕÙ]|[eE][áàâÁÀÂ]|[uU][ûïøÛÏØ]|[öÖ][ôùõ]|ñ[aeiouöôAEIOU])\w*"
)
_BROKEN = re.compile(r"[áÃÄÅÆ][»º¡¢£¤°±´µ¹‘’“”]|Ä‘|Æ°|â€|\ufffd")
_MIXED = re.compile(r"[A-Za-z\u00c0-\u024f\u1ea0-\u1ef9][\u0400-\u058f\u0e00-\u10ff]+\w*")
"""A letter of the Russian, Lao, Burmese … script that touches a Vietnamese one: what a scan misread."""
_HINT = re.compile("[äåæçëîïðñöøûüþßÄÅÃÆÇËÎÏÑÖ×ØÛÜÞ©®¬µ¶·¸¹¨»¼¾ª«º¡¢£¤°±´\ufffd\u0400-\u058f\u0e00-\u10ff]")
"""What any such word has one of, or the words around it."""
_TELLING = (
    (_BROKEN, 2, "chữ vỡ"),
    (_MIXED, 1, "chữ của hệ chữ khác lẫn vào"),
    (_TCVN3, 2, "chữ của bảng mã TCVN3"),
    (_VNI, 3, "chữ của bảng mã VNI"),
)
"""Each with how many words of a paragraph make it sure."""
_SHOWN = 6
_OLD_FONT = (".vn", "vni")


def check(paper: Paper) -> Outcome:
    """Look for letters that only the old encodings, or a misread file, put into a Vietnamese word."""
    for passage in paper.passages:
        text = passage.line.text
        if not _is_odd(text) or _is_known_by_font(passage):
            continue
        for pattern, least, what in _TELLING:
            words = [each[0] for each in pattern.finditer(text)]
            if len(words) >= least:
                found = " ".join(words[:_SHOWN])
                yield Fault(passage.line, f"đoạn có {what}", found, "chữ Việt mã Unicode", "error")
                break


def _is_odd(text: str) -> bool:
    return _HINT.search(text) is not None or "â€" in text


def _is_known_by_font(passage: Passage) -> bool:
    """Whether `font-unicode` tells it already, by the font."""
    return any(face.font.lower().startswith(_OLD_FONT) for face in passage.line.faces)
