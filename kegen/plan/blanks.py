"""What the draft still leaves open, and who can supply it."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.plan.documents import is_numbered
from kegen.plan.model import KIND, Blank
from kegen.plan.offices import Office
from kegen.profile.bases import Proposal
from kegen.profile.model import Profile
from kegen.profile.scalars import is_none
from kegen.profile.unit import ParentPlan
from kegen.vietnamese import lower_first, upper_first


def list_blanks(profile: Profile, drafter: Office | None) -> tuple[Blank, ...]:
    """Return every blank of the draft, in reading order."""
    parent, proposal = profile.parent_plan, profile.bases.proposal
    return (
        *_header(profile),
        *(_parent(parent) if parent else ()),
        *(_proposal(proposal) if proposal else ()),
        *_end(profile, drafter),
    )


def _header(profile: Profile) -> Iterator[Blank]:
    if not profile.number:
        yield Blank("số của kế hoạch", "dòng Số, ký hiệu", "Văn thư cấp khi đăng ký văn bản (number)")
    if not (profile.date and profile.date.whole):
        who = "Văn thư ghi khi đăng ký văn bản (date)"
        yield Blank("ngày, tháng ban hành", "dòng địa danh, ngày tháng", who)


def _parent(parent: ParentPlan) -> Iterator[Blank]:
    kind = lower_first(parent.kind or KIND)
    who = f"Văn phòng, theo bản {kind} cấp trên đã nhận"
    if _open(parent.number) and is_numbered(upper_first(kind), parent.number):
        yield Blank(f"số của {kind} cấp trên", "phần căn cứ", f"{who} (parent_plan.number)")
    if not (parent.date and parent.date.whole):
        yield Blank(f"ngày của {kind} cấp trên", "phần căn cứ", f"{who} (parent_plan.date)")


def _proposal(proposal: Proposal) -> Iterator[Blank]:
    if proposal.paper and is_none(proposal.paper):
        return
    paper = lower_first(proposal.paper or "Tờ trình")
    if _open(proposal.number):
        yield Blank(f"số {paper}", "phần căn cứ", f"{proposal.by} (bases.proposal.number)")
    if not (proposal.date and proposal.date.whole):
        yield Blank(f"ngày {paper}", "phần căn cứ", f"{proposal.by} (bases.proposal.date)")


def _end(profile: Profile, drafter: Office | None) -> Iterator[Blank]:
    if not (profile.archive or (drafter and drafter.short)):
        yield Blank("chữ viết tắt đơn vị soạn thảo", "dòng Lưu", "đơn vị soạn thảo (archive)")
    if not (profile.signer and profile.signer.name):
        yield Blank("họ tên người ký", "khối chữ ký", "Văn phòng (signer.name)")


def _open(number: str | None) -> bool:
    """Whether a number is not said, or said with dots for what is not known."""
    return not number or "…" in number or ".." in number
