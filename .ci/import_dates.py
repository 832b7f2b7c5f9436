"""The days, months, quarters and years that a short text names, for comparing deadlines."""

from __future__ import annotations

import re

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
PATTERNS = (
    re.compile(r"(?:ngày\s+)?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})"),
    re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?"),
    re.compile(r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?"),
    re.compile(r"quý\s+(?P<quarter>IV|I{1,3})(?:\s*/\s*|\s+năm\s+)?(?P<year>\d{4})?", re.IGNORECASE),
    re.compile(r"tháng\s+(?P<month>\d{1,2})(?:\s*/\s*|\s+năm\s+)(?P<year>\d{4})"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![/\d])"),
    re.compile(r"năm\s+(?P<year>\d{4})"),
)


def dates_in(text: str) -> list[str]:
    """Return them as `2026-01-15`, `01-15`, `2026-01`, `2026-Q2`, `2026`, in order."""
    found: list[tuple[int, str]] = []
    for pattern in PATTERNS:
        found += [(each.start(), _written(each.groupdict())) for each in pattern.finditer(text)]
        text = pattern.sub(lambda each: " " * len(each[0]), text)
    return [written for _, written in sorted(found)]


def _written(parts: dict[str, str | None]) -> str:
    quarter = f"Q{QUARTERS[parts['quarter'].lower()]}" if parts.get("quarter") else ""  # type: ignore[union-attr]
    month, day = (f"{int(value):02}" if (value := parts.get(name)) else "" for name in ("month", "day"))
    return "-".join(each for each in (parts.get("year") or "", quarter, month, day) if each)
