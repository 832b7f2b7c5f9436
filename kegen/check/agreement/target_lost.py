"""Chỉ tiêu cấp trên giao còn nguyên trong văn bản.

Quy định: mỗi chỉ tiêu mà văn bản chỉ đạo và hồ sơ của đơn vị đặt ra đều được nêu, có con số, trong văn bản.
Vì sao: khi sửa câu chữ rất dễ làm mất con số, và việc được giao không còn gì để đo.
Sai: “… tăng cường số lượng cuộc họp trực tuyến” (mất mức 60% cấp trên giao).
Đúng: “… tỷ lệ họp trực tuyến đạt tối thiểu 60%”.
"""

from __future__ import annotations

from kegen.check.goals import SAYING, wanted
from kegen.check.paper import Paper
from kegen.check.rule import NO_PROFILE, Fault, Outcome, Severity, Weight
from kegen.plan.model import Target
from kegen.vietnamese import fold

CITE = "Văn bản chỉ đạo và kế hoạch của cấp trên"
WEIGHT: Weight = "N"


def check(paper: Paper) -> Outcome:
    """Look for the figure of each target of the plan, wherever it stands and whatever its value."""
    if paper.facts is None:
        yield NO_PROFILE
        return
    stated = {claim.target.id for claim in paper.claims}
    for target in (each for each in paper.facts.plan.targets if each.value):
        if target.id not in stated and not _is_named(paper, target):
            severity: Severity | None = "info" if target.scope == "chua-ro" else None
            yield Fault("chỉ tiêu", f"văn bản không nêu chỉ tiêu “{target.name}”", "", wanted(target), severity)


def _is_named(paper: Paper, target: Target) -> bool:
    """Whether a paragraph has the figure with the whole name, which may be longer than the clause of a figure."""
    texts = (each.line.text for each in paper.passages if each.zone in SAYING)
    return any(target.written in text and fold(target.name) in fold(text) for text in texts)
