"""A plan by the name of its file: a profile, or a plan that `kegen resolve` saved."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kegen.profile.find import find_profile

if TYPE_CHECKING:
    from kegen.plan.model import Plan


def plan_of(name: str) -> Plan:
    """Return the plan; raises KegenError where there is none, Invalid where it is wrong."""
    from kegen.plan.saved import is_saved_plan, read_plan  # noqa: PLC0415 - loaded when the command line has proved sound

    if is_saved_plan(Path(name)) and os.path.isfile(name):  # noqa: PTH113 - no error for a name too long
        return read_plan(Path(name)).plan
    import kegen  # noqa: PLC0415 - the same

    return kegen.resolve(kegen.load(find_profile(name)))
