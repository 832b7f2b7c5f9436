"""What a rule says where the fact it needs was not given."""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent

NO_PROFILE = Absent("không có hồ sơ của đơn vị (--profile) để đối chiếu")
NO_PARENT = Absent("không có văn bản của cấp trên (--parent) để đối chiếu")
NEITHER = Absent("không có hồ sơ của đơn vị (--profile) hay văn bản của cấp trên (--parent) để đối chiếu")


def is_any_given(paper: Paper) -> bool:
    """Whether there is a profile or a document of the level above to hold the paper against."""
    return paper.facts is not None or paper.parent is not None
