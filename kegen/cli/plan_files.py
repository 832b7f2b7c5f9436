"""A plan by the name of its file: a profile, or a plan that `kegen resolve` saved."""

from __future__ import annotations

import os
from pathlib import Path

from kegen.files import stored
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve
from kegen.plan.saved import is_saved_plan, read_plan
from kegen.profile.read import find_profile, load


def plan_of(name: str) -> Plan:
    """Return the plan; raises KegenError where there is none, Invalid where it is wrong."""
    path = stored(Path(name))
    if is_saved_plan(path) and os.path.isfile(path):  # noqa: PTH113 - no error for a name too long
        return read_plan(path).plan
    return resolve(load(find_profile(name)))
