"""Chữ của bảng mã cũ, chữ vỡ.

Quy định: văn bản dùng bảng mã Unicode; không còn đoạn chữ TCVN3 (ABC), VNI hay chữ vỡ do đọc sai bảng mã.
Vì sao: đoạn ấy đọc không được ở máy không có phông cũ, tìm kiếm không ra, chép đi nơi khác thì hỏng hẳn.
Sai: “ñy ban nh©n d©n”, “UÛy ban nhaân daân”, “Ká»¹ hoáº¡ch”, “Ðộc lập” (Ð mã U+00D0, không phải Đ).
Đúng: “Ủy ban nhân dân”; dùng công cụ chuyển mã của bộ gõ (Unikey: Ctrl+Shift+F6) rồi đổi phông Times New Roman.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Fault, Outcome, Weight
from kegen.look_alikes import odd_letters, with_code
from kegen.vietnamese import normalise

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
_HINT = re.compile("[äåæçëîïðñöøûüþßÄÅÃÆÇËÎÏÑÖ×ØÛÜÞ©®¬µ¶·¸¹¨»¼¾ª«º¡¢£¤°±´\ufffd]")
"""What any such word has one of, or the words around it."""
_ENCODINGS = (
    (_BROKEN, 2, "chữ vỡ"),
    (_TCVN3, 2, "chữ của bảng mã TCVN3"),
    (_VNI, 3, "chữ của bảng mã VNI"),
)
"""Each with how many words of a paragraph make it sure."""
_SHOWN = 6
_OLD_FONT = (".vn", "vni")


def check(paper: Paper) -> Outcome:
    """Look for letters that only the old encodings, a misread file or a scan put into a Vietnamese word."""
    for passage in paper.passages:
        found = _of_encoding(passage.line.text) or _odd(passage.line.raw)
        if found and not _is_known_by_font(passage):
            what, words = found
            yield Fault(passage.line, f"đoạn có {what}", words, "chữ Việt mã Unicode", "error")


def old_encoding_in(passage: Passage) -> str | None:
    """Return which old encoding the letters of a passage are of, by themselves or by its font, None for Unicode."""
    found = _of_encoding(passage.line.text)
    if found is None and _is_known_by_font(passage) and _HINT.search(passage.line.raw):
        return "chữ của phông cũ"
    return found[0] if found else None


def _of_encoding(text: str) -> tuple[str, str] | None:
    """Return which old encoding, and which words show it."""
    if not _is_odd(text):
        return None
    for pattern, least, what in _ENCODINGS:
        words = [each[0] for each in pattern.finditer(text)]
        if len(words) >= least:
            return what, " ".join(words[:_SHOWN])
    return None


def _odd(text: str) -> tuple[str, str] | None:
    """Return which letters of other scripts there are, by their codes, and in which words."""
    found = list(odd_letters(normalise(text)))
    if not found:
        return None
    letters = ", ".join(map(with_code, dict.fromkeys(letter for _, letter, _ in found)))
    return f"chữ của hệ chữ khác lẫn vào: {letters}", " ".join([word for word, _, _ in found][:_SHOWN])


def _is_odd(text: str) -> bool:
    return _HINT.search(text) is not None or "â€" in text


def _is_known_by_font(passage: Passage) -> bool:
    """Whether `font-unicode` tells it already, by the font."""
    return any(face.font.lower().startswith(_OLD_FONT) for face in passage.line.faces)
