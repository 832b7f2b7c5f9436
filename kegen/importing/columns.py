"""Which fact of a task each column of a table gives, by the column's title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kegen.vietnamese import fold

_SURE = (
    ("number", re.compile(r"(?:s?tt|so-tt|so-thu-tu|#)\.?$")),
    ("helpers", re.compile(r"(?!.*chu-tri).*phoi-hop")),
    ("lead", re.compile(r".*(?:chu-tri|dau-moi|(?:co-quan|don-vi)-(?:thuc-hien|chiu-trach-nhiem))")),
    ("watcher", re.compile(r".*(?:theo-doi|don-doc)")),
    ("deadline", re.compile(r".*(?:thoi-han|thoi-gian|tien-do|han-hoan-thanh|thoi-diem)")),
    ("product", re.compile(r".*(?:san-pham|ket-qua|dau-ra)")),
    ("wording", re.compile(r"(?!.*(?:kinh-phi|ghi-chu)).*(?:nhiem-vu|noi-dung|cong-viec|hoat-dong|giai-phap)")),
)
"""Words of a title that tell; the first that fits counts."""
_LIKELY = (
    ("watcher", re.compile(r"(?:co-quan|don-vi)-(?:giam-sat|kiem-tra)")),
    ("deadline", re.compile(r".*lo-trinh|han\b")),
    (
        "lead",
        re.compile(
            r".*phu-trach|(?:co-quan|don-vi|phong|bo-phan|nguoi|so)(?:,?-(?:co-quan|don-vi|nganh))?"
            r"-(?:duoc-giao-)?(?:thuc-hien|tham-muu|chiu-trach-nhiem)|phan-cong|co-quan$|don-vi$"
        ),
    ),
    ("wording", re.compile(r".*dau-viec|ten-viec|viec-")),
)
"""Words that tell where no other column surely gives the same."""


def fields_of(titles: Iterable[str]) -> tuple[str, ...]:
    """Return the field of each column (`lead`, `deadline` …), "" for none; two columns never have the same."""
    folded = [fold(each) for each in titles]
    fields = [""] * len(folded)
    for forms in (_SURE, _LIKELY):
        for at, title in enumerate(folded):
            field = next((name for name, form in forms if form.match(title)), "")
            fields[at] = fields[at] or (field if field not in fields else "")
    return tuple(fields)
