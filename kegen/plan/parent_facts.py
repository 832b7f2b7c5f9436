"""What a profile must say of the plan above, and who issued it where it does not say."""

from __future__ import annotations

from kegen.pack.model import Pack
from kegen.plan.problems import ProfileProblems
from kegen.plan.unit import UnitNames
from kegen.profile.model import OWN_OUTLINE, Profile
from kegen.profile.unit import ParentPlan

_NOTHING = "thiếu parent_plan (kế hoạch cấp trên), ví dụ: parent_plan: {number: 176/KH-UBND, date: 04/5/2026}"
_NOTHING_IN_FRAME = (
    "thiếu parent_plan (văn bản của cấp trên mà kế hoạch này thực hiện), ví dụ: parent_plan: {kind: Quyết định, number:"
    " 235/QĐ-TTg, date: 05/02/2026, issuer: Thủ tướng Chính phủ, subject: phê duyệt …}; không có văn bản cấp trên thì"
    " ghi title, bases.cite và terms: {directive: điều mà kế hoạch thực hiện}"
)


def issuer_above(parent: ParentPlan, names: UnitNames) -> str:
    """Return who issued the plan above: as the profile says, else the body above the unit, or its province."""
    return parent.issuer or names.parent_body or f"Ủy ban nhân dân {names.parent_province}"


def check_parent(profile: Profile, pack: Pack, tier: str, problems: ProfileProblems) -> None:
    """Note a plan above that a plan of the tier, or of a frame that speaks of it alone, has to name and does not."""
    parent, is_frame = profile.parent_plan, not pack.chain
    if problems.unreadable(("parent_plan",)):
        return
    if lacks_parent(profile, pack) if is_frame else parent is None and tier != "cap-tinh":
        problems.key_error(("parent_plan",), "thieu", _NOTHING_IN_FRAME if is_frame else _NOTHING)
    if profile.outline == OWN_OUTLINE:  # it cites in its own words
        return
    if parent and is_frame and not parent.subject and not pack.parent_subject:
        message = "thiếu subject (trích yếu của văn bản cấp trên, bắt đầu bằng “về …”)"
        problems.key_error(("parent_plan",), "thieu", f"{message}; hãy ghi thêm ở parent_plan: {{subject: về …}}")
    if parent and not parent.issuer and tier == "cap-tinh" and (is_frame or parent.kind):
        message = "thiếu issuer (cơ quan ban hành văn bản cấp trên), ví dụ issuer: Thủ tướng Chính phủ"
        problems.key_error(("parent_plan",), "thieu", message)


def lacks_parent(profile: Profile, pack: Pack) -> bool:
    """Whether the pack is a frame, and the profile names no plan above nor says what a frame would say of it."""
    cites = profile.bases.cite is not None or profile.bases.lines is not None
    speaks = "directive" in profile.terms or profile.outline == OWN_OUTLINE
    says_its_own = bool(profile.title) and cites and speaks
    return not pack.chain and profile.parent_plan is None and not says_its_own
