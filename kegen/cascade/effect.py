"""What a change of the plan above does to one unit's plan: its own profile under the old one and under the new."""

from __future__ import annotations

from kegen.plan.model import Plan
from kegen.plan.resolve import examine
from kegen.problem import KegenError
from kegen.profile.read import Loaded


def effect(loaded: Loaded, plan: Plan | None, handed_down: str, before: str) -> tuple[str, ...]:
    """Return the changes in words, () where the profile does not take the plan above from that file.

    What the unit wrote itself is on both sides, and so in no change. `plan` is None where the profile no longer
    fits the new plan above; what it would come to is compared all the same.
    """
    said = loaded.profile.parent_plan
    if said is None or said.plan != handed_down:
        return ()
    under_old = loaded._replace(
        profile=loaded.profile.model_copy(update={"parent_plan": said.model_copy(update={"plan": before})})
    )
    try:
        old, new = examine(under_old), plan or examine(loaded)
    except KegenError:
        return ()  # the profile is wrong in itself, and that is told
    return _told(old, new)


def _told(old: Plan, new: Plan) -> tuple[str, ...]:
    from kegen.compare.compare import compare  # noqa: PLC0415 - most runs have nothing to compare
    from kegen.compare.text import change_lines  # noqa: PLC0415

    changes = compare(old, new)
    return tuple(line.strip("\n") for line in change_lines(changes)) if changes else ()
