"""What the draft still leaves open, and who can supply it."""

from __future__ import annotations

from kegen.plan.case import Case
from kegen.plan.model import Blank
from kegen.plan.offices import Offices


def list_blanks(case: Case, offices: Offices) -> tuple[Blank, ...]:
    """Return every blank of the draft, in reading order."""
    return (*_header(case), *_bases(case), *_end(case, offices))


def _header(case: Case) -> list[Blank]:
    date = case.profile.date
    blanks = []
    if not case.profile.number:
        blanks.append(Blank("số của kế hoạch", "dòng Số, ký hiệu", "Văn thư cấp khi đăng ký văn bản (number)"))
    if not (date and date.whole):
        blanks.append(
            Blank("ngày, tháng ban hành", "dòng địa danh, ngày tháng", "Văn thư ghi khi đăng ký văn bản (date)")
        )
    return blanks


def _bases(case: Case) -> list[Blank]:
    blanks = []
    parent, proposal = case.profile.parent_plan, case.profile.bases.proposal
    who = "Văn phòng, theo bản kế hoạch cấp trên đã nhận"
    if parent and _open(parent.number):
        blanks.append(Blank("số của kế hoạch cấp trên", "phần căn cứ", f"{who} (parent_plan.number)"))
    if parent and not (parent.date and parent.date.whole):
        blanks.append(Blank("ngày của kế hoạch cấp trên", "phần căn cứ", f"{who} (parent_plan.date)"))
    if proposal and _open(proposal.number):
        blanks.append(Blank("số tờ trình", "phần căn cứ", f"{proposal.by} (bases.proposal.number)"))
    if proposal and not (proposal.date and proposal.date.whole):
        blanks.append(Blank("ngày tờ trình", "phần căn cứ", f"{proposal.by} (bases.proposal.date)"))
    return blanks


def _open(number: str | None) -> bool:
    """Whether a number is not said, or said with dots for what is not known."""
    return not number or "…" in number or ".." in number


def _end(case: Case, offices: Offices) -> list[Blank]:
    blanks = []
    drafter = offices.get("dau-moi")
    if not (case.profile.archive or (drafter and drafter.short)):
        blanks.append(Blank("chữ viết tắt đơn vị soạn thảo", "dòng Lưu", "đơn vị soạn thảo (archive)"))
    if not (case.profile.signer and case.profile.signer.name):
        blanks.append(Blank("họ tên người ký", "khối chữ ký", "Văn phòng (signer.name)"))
    return blanks
