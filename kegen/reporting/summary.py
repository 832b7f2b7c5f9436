"""What a check allows to say in sum: never more than was looked at."""

from __future__ import annotations

from collections import Counter

from kegen.check.report import Report, State
from kegen.reporting.wording import counted


def headline(report: Report) -> str:
    """Return the findings in number, against how many rules could be looked at and how many could not."""
    count = states(report)
    seen, unseen = count["pass"] + count["fail"], count["not_evaluated"]
    if not seen and not report.findings:
        return f"Chưa xét được quy tắc nào trong {unseen} quy tắc" if unseen else "Không có quy tắc nào áp dụng"
    found, among = counted(report.findings), f"trong {seen} quy tắc đã xét"
    rest = f"; {unseen} quy tắc chưa xét được" if unseen else ""
    if report.count("error"):
        return f"Thấy {found} {among}{rest}"
    return f"Không thấy lỗi {among}{f', có {found}' if found else ''}{rest}"


def tally(report: Report) -> str:
    """Return how many rules came to what."""
    count = states(report)
    parts = (
        f"{count['pass']} đạt",
        f"{count['fail']} có lỗi hoặc cảnh báo",
        f"{count['not_applicable']} không áp dụng cho văn bản này",
        f"{count['not_evaluated']} chưa xét được",
    )
    return f"{len(report.verdicts)} quy tắc: {', '.join(parts)}"


def unseen(report: Report) -> dict[str, list[str]]:
    """Return why rules could not be looked at, with the ids of those rules."""
    why: dict[str, list[str]] = {}
    for rule, verdict in report.verdicts.items():
        if verdict.state == "not_evaluated":
            why.setdefault(verdict.why, []).append(rule)
    return why


def states(report: Report) -> Counter[State]:
    """Return how many rules came to each state."""
    return Counter(verdict.state for verdict in report.verdicts.values())
