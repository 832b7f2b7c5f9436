"""Which pack a profile means: the one it names, else that of the plan above, else the usual one."""

from __future__ import annotations

from pathlib import Path

from kegen.pack.find import FRAME, FoundPack, find_pack
from kegen.pack.model import Pack
from kegen.pack.read import read_pack, usual_pack
from kegen.plan.above import PlanAbove
from kegen.plan.problems import ProfileProblems
from kegen.problem import Invalid, KegenError
from kegen.profile.read import Loaded


def pack_of(loaded: Loaded, above: PlanAbove | None, problems: ProfileProblems) -> tuple[str, Pack]:
    """Return the pack with its name; raises Invalid where it cannot be had, with all that is known to be wrong."""
    try:
        found = _find(loaded, above)
        return found.name, read_pack(found).pack
    except Invalid as error:
        raise Invalid((*problems.found, *error.problems)) from None
    except KegenError as unknown:
        problem = loaded.tree.problem(("directive",), "bo-mau-la", str(unknown))
        raise Invalid((*problems.found, problem)) from None


def _find(loaded: Loaded, above: PlanAbove | None) -> FoundPack:
    """Find what the profile names; a plan above that was read as it arrived has no pack: the frame is for it."""
    own = loaded.path.parent
    if loaded.profile.directive:
        return find_pack(loaded.profile.directive, [own])
    if above is None:
        return usual_pack()
    return _inherited(above, own)


def _inherited(above: PlanAbove, own: Path) -> FoundPack:
    """Find the pack of the plan above, seen from its file, or one of that name beside the profile."""
    name = above.plan.standing.directive or FRAME
    try:
        return find_pack(name, [own, Path(above.tree.file).parent])
    except KegenError as lost:
        raise KegenError(f"kế hoạch cấp trên ({above.tree.file}) dùng bộ mẫu “{name}”: {lost}") from None
