"""What a figure of a sentence measures: its clause without the number and the words that only lead to it."""

from __future__ import annotations

import re

from kegen.importing.figures import LEAST, MOST, Figure, bound_start
from kegen.importing.units_of_count import TIMES
from kegen.vietnamese import fold, upper_first

_FILL = re.compile(
    r"^(?:(?:và|riêng|trong đó|phấn đấu|bảo đảm|đảm bảo|đến (?:hết )?năm \d{4}|trong năm \d{4}|năm \d{4}|hằng năm"
    r"|hàng năm)[,:]?\s*)+",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(
    r"(?:\s*(?:đạt|được|là|chiếm|có|đạt được|phấn đấu|bảo đảm|đảm bảo|đạt tỷ lệ|ở mức|từ|nguyên tắc))+\s*$",
    re.IGNORECASE,
)
_LAST_BOUNDS = re.compile(r"(?:\s*(?:phấn đấu|bảo đảm|đảm bảo|ở mức|từ|là))+\s*$", re.IGNORECASE)
_FIGURE = re.compile(rf"(?:(?:{LEAST}|{MOST})\s+(?:là\s+)?)?\d", re.IGNORECASE)
_TAKES = re.compile(r"chiếm$", re.IGNORECASE)
_LONGEST = 600
"""More letters than any name of a target has: what is cut off after them ends in dots."""
_FEW = 2
"""Words behind a figure that say no more than of what it is a share: `95% kế hoạch`."""


def name_of(sentence: str, figure: Figure) -> str:
    """Return what is measured: the clause without its figure, with a capital where words stood before that.

    A sentence may put the figure back only before a name with a small letter: `90% hộ có nước sạch`.
    """
    found = figure.found
    at = bound_start(sentence, found)
    begin, finish = _words_of(sentence, figure)
    head_words = sentence[begin:at].strip(" ,;:")
    end = found.end("unit" if fold(figure.unit) in TIMES else "value") if figure.unit != "%" else found.end()
    tail = sentence[end:finish].strip(" .;,")
    tail = re.sub(r"^(?:trở lên|trở xuống)\s*|\s*(?:trở lên|trở xuống)$", "", tail)
    needs_verb = bool(tail) and (figure.unit != "%" or _TAKES.search(head_words))  # `mỗi xã có … vườn ươm`
    head = (_LAST_BOUNDS if needs_verb else _LAST_WORDS).sub("", _FILL.sub("", head_words)).rpartition(": ")[2]
    last = re.split(r"[,;:]\s", f" {head_words}")[-1]
    if len(tail.split()) > _FEW and not _LAST_WORDS.sub("", _FILL.sub("", last)).strip():
        head = ""  # what stands before `đảm bảo 100% …` is another clause
    name = " ".join(f"{head} {tail}".split()).strip(" ,;:.")
    return shortened((upper_first(name) if head else name) or sentence.strip(" .;"))


def _words_of(sentence: str, figure: Figure) -> tuple[int, int]:
    """Return where the words of a figure begin and end; those before or behind figures joined by `và` are of both.

    `dạy tại 100% trường và 70% xưởng`: the second has the words before; `90% trạm và 100% kho được sửa`: the first has
    those behind.
    """
    begin, finish = figure.shared
    is_before = not _FIGURE.match(_FILL.sub("", sentence[begin:].lstrip()))
    return (begin, figure.end) if is_before else (figure.start, finish)


def shortened(name: str) -> str:
    """Return a name; of one too long the words that fit, and dots that show it."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rpartition(' ')[0]}…"
