"""Text for code pages that lack letters of Vietnamese."""

import pytest

from kegen.cli.console import handler_for


@pytest.mark.parametrize(
    ("encoding", "text", "printed"),
    [
        (
            "ascii",
            "Đã ghi “kế hoạch” – Ủy ban nhân dân xã Nhữ Khê…",
            'Da ghi "ke hoach" - Uy ban nhan dan xa Nhu Khe...',
        ),
        ("ascii", "≥ 60 %, ≤ ½ ngày, 226‑KL/TW", ">= 60 %, <= 1/2 ngay, 226-KL/TW"),
        ("cp437", "Đã soạn", "Da soan"),
        ("cp437", "còn", "còn"),
        ("cp1258", "Thực hiện Kế hoạch", "Thực hiện Kế hoạch"),
        ("utf-8", "Thực hiện Kế hoạch ≥", "Thực hiện Kế hoạch ≥"),
        ("ascii", "漢", "?"),
    ],
)
def test_each_letter_comes_as_near_as_the_code_page_allows(encoding, text, printed):
    import unicodedata

    data = text.encode(encoding, handler_for(encoding))
    assert unicodedata.normalize("NFC", data.decode(encoding)) == unicodedata.normalize("NFC", printed)
